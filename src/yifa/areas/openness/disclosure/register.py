"""The register of proactive disclosure (主动公开台账)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q

from yifa.areas.openness.disclosure import checks, limits
from yifa.areas.openness.disclosure.models import Attribute, Information
from yifa.clock import days
from yifa.kernel.figures import Share
from yifa.kernel.registers import Column, Disclosed, EntryCount, Expiry, Problem, Register, Warned
from yifa.law import act

L = act("政府信息公开条例")
CATALOGUE = L[12, 3].says("索引、名称")
LIMIT = L[26].says("20个工作日")
_ACTIVE = Q(attribute=Attribute.ACTIVE)


class ProactiveDisclosure(Register[Information]):
    """主动公开台账."""

    key, label = "disclosure", "主动公开台账"
    basis = L[19]
    note = "一条政府信息登记一条。填写公开日期前须完成保密审查和个人信息审查。"
    model = Information
    columns = (
        Column(Information.number, CATALOGUE, public=True, width=24, example="11410000/2025-00012", group="政府信息"),
        Column(
            Information.title,
            CATALOGUE,
            public=True,
            width=36,
            example="关于印发公共停车场管理办法的通知",
            group="政府信息",
        ),
        Column(
            Information.doc_number, public=True, width=20, listed=False, example="洪政规〔2025〕3号", group="政府信息"
        ),
        Column(
            Information.summary,
            CATALOGUE,
            public=True,
            width=40,
            listed=False,
            example="规范公共停车场的规划、建设和收费。",
            group="政府信息",
        ),
        Column(Information.maker, L[10, 1], public=True, width=14, listed=False, group="政府信息"),
        Column(Information.formed_on, CATALOGUE, public=True, example="2025-01-15", group="政府信息"),
        Column(Information.changed_on, LIMIT, listed=False, group="政府信息"),
        Column(Information.ratified_on, act("预算法")[14, 1], listed=False, group="政府信息"),
        Column(
            Information.category, L[20], public=True, width=22, example="20-01 法规规章和规范性文件", group="政府信息"
        ),
        Column(Information.attribute, L[13, 1], width=12, listed=False, group="公开属性"),
        Column(Information.not_public_basis, L[13, 1], width=20, listed=False, group="公开属性"),
        Column(Information.secrecy_by, checks.SECRECY, width=12, listed=False, example="张明", group="公开前审查"),
        Column(Information.secrecy_on, checks.SECRECY, listed=False, example="2025-01-16", group="公开前审查"),
        Column(
            Information.secrecy_result, checks.SECRECY, width=16, listed=False, example="可以公开", group="公开前审查"
        ),
        Column(Information.privacy_by, checks.PRIVACY, width=12, listed=False, example="李红", group="公开前审查"),
        Column(Information.privacy_on, checks.PRIVACY, listed=False, example="2025-01-16", group="公开前审查"),
        Column(Information.masked_fields, checks.PRIVACY, width=20, listed=False, group="公开前审查"),
        Column(Information.consult_organs, checks.CONSULT, width=20, listed=False, group="公开前审查"),
        Column(Information.consulted, checks.CONSULT, width=10, listed=False, group="公开前审查"),
        Column(Information.approval_required, checks.APPROVE, width=10, listed=False, group="公开前审查"),
        Column(Information.approved_on, checks.APPROVE, listed=False, group="公开前审查"),
        Column(Information.published_on, LIMIT, public=True, example="2025-01-20", group="公开"),
        Column(Information.channels, L[23], width=20, listed=False, example="政府网站、政务新媒体", group="公开"),
        Column(Information.url, L[24], public=True, width=30, listed=False, group="公开"),
        Column(Information.interpretation_url, public=True, width=30, listed=False, group="公开"),
        Column(Information.validity, public=True, width=10, listed=False, group="公开"),
        Column(Information.retracted_on, listed=False, group="公开"),
        Column(Information.retracted_why, width=24, listed=False, group="公开"),
        Column(Information.delivered_on, L[25, 3], listed=False, group="公开"),
        Column(Information.due_strict, LIMIT, listed=False, group="期限"),
        Column(Information.due_rolled, LIMIT, listed=False, group="期限"),
        Column(Information.due_on, LIMIT, group="期限"),
        Column(Information.provisional, listed=False, group="期限"),
        Column(Information.on_time, LIMIT, width=10, group="期限"),
        Column(Information.outcome, width=12, group="期限"),
    )
    unique = (Information.number,)
    dated = Information.formed_on
    unsettled = Q(provisional=True)
    sorted_by = Information.category
    searched = (Information.number, Information.title, Information.doc_number)
    disclosed = Disclosed(
        "政府信息公开目录", CATALOGUE, _ACTIVE & Q(published_on__isnull=False, retracted_on__isnull=True)
    )

    publish = Expiry(
        "最迟公开日", Information.due_strict, days(5), LIMIT, advice="请完成审查后公开。",
        done=Q(published_on__isnull=False),
    )  # fmt: skip
    pd_count = EntryCount(
        "主动公开政府信息", indicator="disclosure.published", unit="条", on=Information.published_on, where=_ACTIVE,
        basis=L[19],
        definition="期间内（按公开日期）发布的主动公开信息条数，后又撤下的也计入；分类“其中”项不必穷尽。",
    )  # fmt: skip
    pd_due = EntryCount(
        "到期应公开的政府信息", unit="条", on=Information.due_on, where=_ACTIVE, basis=LIMIT,
        definition="期间内（按最迟公开日）到期应当主动公开的条数，未公开的也计入，尚未到期的不计入。",
    )  # fmt: skip
    pd_on_time_rate = Share(
        "主动公开及时率", basis=LIMIT,
        numerator=EntryCount("", on=Information.due_on, where=_ACTIVE & Q(on_time=True)), denominator=pd_due,
        definition="期间内到期应公开的信息中，在法定期限（20个工作日；预算决算20日）内公开的比例。",
    )  # fmt: skip
    pd_rate_self = Share(
        "主动公开率", indicator="disclosure.rate", basis=L[13, 1],
        numerator=EntryCount("", on=Information.due_on, where=_ACTIVE & Q(published_on__isnull=False)),
        denominator=pd_due,
        definition="期间内到期应公开的信息中已经公开的比例；分母由目录导出，不得手填。",
    )  # fmt: skip

    @classmethod
    def derive(cls, entry: Information) -> None:
        """The due dates, whether they were kept, where the information stands."""
        limits.reckon(entry)

    @classmethod
    def explain(cls, entry: Information) -> str:
        """How the due date was computed."""
        return limits.explain(entry)

    @classmethod
    def check(cls, entry: Information, today: date) -> Iterable[Problem]:
        """Checks before publication; no publication in the future."""
        if entry.published_on is not None and entry.published_on > today:
            yield Problem("published_on", "公开日期", f"{entry.published_on}晚于今天{today}", "公开之后再填写")
        yield from checks.problems(entry)

    @classmethod
    def doubts(cls, entry: Information) -> Iterable[Problem]:
        """Numbers that may belong to a person, missing channels, late publication."""
        limits.reckon(entry)
        return checks.doubts(entry)

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """What is near its due date, and what is past it and not public."""
        listed = list(organs)
        yield from super().warnings(today, listed)
        late = Information.objects.filter(
            _ACTIVE, withdrawn=False, organ_id__in=listed, published_on__isnull=True, due_on__lt=today
        )
        for entry in late.order_by("due_on", "pk").iterator(100):
            overdue = (today - entry.due_on).days if entry.due_on else 0
            text = f"“{entry}”应于{entry.due_on}前公开，已逾期{overdue}日。请尽快公开。"
            yield Warned("disclosure_overdue", text, entry.organ_id, entry.pk, entry.due_on, LIMIT)
