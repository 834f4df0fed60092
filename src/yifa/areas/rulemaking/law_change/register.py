"""The registers of changes of law and of what each of them touches (法律变动台账、影响事项台账)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q

from yifa.areas.rulemaking.law_change.models import ChangeKind, ItemState, LawChange, LawChangeItem
from yifa.clock import days
from yifa.kernel.figures import Share
from yifa.kernel.registers import Column, EntryCount, Expiry, Problem, Register, Warned
from yifa.law import LawError, act
from yifa.law.basis import article_key

LIST = act("优化营商环境条例")[40, 1]
CLEANUP = act("地方各级人民代表大会和地方各级人民政府组织法")[62]


class LawChanges(Register[LawChange]):
    """法律变动台账."""

    key, label = "law_change", "法律变动台账"
    basis = CLEANUP
    note = "法律、法规、规章等修改、废止的，登记一条，并列出影响清单逐项处理。"
    model = LawChange
    columns = (
        Column(LawChange.number, width=16, example="变〔2026〕1号"),
        Column(LawChange.act, width=30, example="环境保护法"),
        Column(LawChange.article, width=14, example="第十二条"),
        Column(LawChange.kind, example="废止"),
        Column(LawChange.changed_on, example="2026-08-15"),
        Column(LawChange.replaced_by, width=24, listed=False, example="生态环境法典"),
        Column(LawChange.due_on, example="2026-11-15"),
    )
    unique = (LawChange.number,)
    dated = LawChange.changed_on
    sorted_by = LawChange.kind
    searched = (LawChange.number, LawChange.act)
    future = True

    finish = Expiry(
        "清理完成期限", LawChange.due_on, days(15), CLEANUP, advice="请核对影响清单是否全部处理。",
        done=~Q(items__state=ItemState.OPEN),
    )  # fmt: skip
    changes = EntryCount("登记的法律变动", unit="项", definition="期内变动的法律、法规、规章等。")

    @classmethod
    def check(cls, entry: LawChange, today: date) -> Iterable[Problem]:
        """The act is one that the index knows, the article is an article."""
        try:
            act(entry.act)
        except LawError as error:
            yield Problem("act", "法律文件", str(error), "请写索引中的名称")
        if entry.article:
            try:
                article_key(entry.article)
            except LawError:
                yield Problem("article", "条款", f"“{entry.article}”不是条号", "请写成 第十二条")
        if entry.kind == ChangeKind.REPLACED and not entry.replaced_by:
            yield Problem("replaced_by", "新的法律文件", "没有填写", "被新法替代的必填")


class LawChangeItems(Register[LawChangeItem]):
    """法律变动影响事项台账."""

    key, label = "law_change_item", "法律变动影响事项台账"
    basis = CLEANUP
    note = "由影响清单列出；也可以补登系统外的文件、合同。处理完毕的写明结果和理由。"
    model = LawChangeItem
    columns = (
        Column(LawChangeItem.number, width=18, example="变〔2026〕1号-1"),
        Column(LawChangeItem.change, lookup=LawChange.number, width=16, example="变〔2026〕1号"),
        Column(LawChangeItem.what, width=14, example="政府合同"),
        Column(LawChangeItem.title, width=34, example="城区供热特许经营协议"),
        Column(LawChangeItem.holder, width=16, example="县住建局"),
        Column(LawChangeItem.cited, width=30, example="《环境保护法》第四十二条"),
        Column(LawChangeItem.address, listed=False, example=""),
        Column(LawChangeItem.state, width=14, example="待处理"),
        Column(LawChangeItem.reason, width=30, listed=False, example=""),
        Column(LawChangeItem.listed_on, example="2026-08-15"),
        Column(LawChangeItem.settled_on, example=""),
    )
    unique = (LawChangeItem.number,)
    dated = LawChangeItem.listed_on
    sorted_by = LawChangeItem.state
    searched = (LawChangeItem.number, LawChangeItem.title, LawChangeItem.holder)

    touched = EntryCount("法律变动影响的事项", unit="项", definition="期内列入影响清单的事项。")
    settled_share = Share(
        "影响事项处理率",
        numerator=EntryCount("", where=~Q(state=ItemState.OPEN)), denominator=EntryCount("", unit="项"),
        definition="期内列入的事项中已经处理的比率。",
    )  # fmt: skip

    @classmethod
    def check(cls, entry: LawChangeItem, today: date) -> Iterable[Problem]:
        """What is settled says when and why."""
        settled = entry.state != ItemState.OPEN
        if settled and not entry.reason:
            yield Problem("reason", "理由", "没有填写", "处理完毕的写明理由")
        if settled and entry.settled_on is None:
            yield Problem("settled_on", "处理日期", "没有填写", "处理完毕的写明日期")
        if not settled and entry.settled_on is not None:
            yield Problem("settled_on", "处理日期", "处理结果还是待处理", "请核对处理结果")

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """What is still open after the round should have been finished."""
        late = LawChangeItem.objects.filter(
            withdrawn=False, organ_id__in=list(organs), state=ItemState.OPEN, change__due_on__lt=today
        )
        for item in late.select_related("change").order_by("change__due_on", "pk").iterator(100):
            text = f"“{item.title}”引用的{item.cited}已经变动，应于{item.change.due_on}前处理完毕。"
            yield Warned("law_change_open", text, item.organ_id, item.pk, item.change.due_on, CLEANUP)
