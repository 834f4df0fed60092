"""The fields that both ways of execution share, by where they come in (强制执行的登记事项)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import models

from yifa.areas.enforcement.coercion.record import NOT_NEGATIVE
from yifa.areas.enforcement.execution import choices as c
from yifa.areas.enforcement.execution import windows
from yifa.areas.enforcement.execution.windows import Told
from yifa.kernel.derived import Derived
from yifa.kernel.workdays import current_calendar
from yifa.office.personal import Mask, personal


class DecisionFields(models.Model):
    """The decision that is not obeyed (据以执行的行政决定)."""

    decision_title = models.CharField("行政决定名称", max_length=150, blank=True, help_text="例如 行政处罚决定书。")
    decision_number = models.CharField("行政决定文号", max_length=100, blank=True)
    decision_on = models.DateField("行政决定日", null=True, blank=True)
    decision_served_on = models.DateField("行政决定送达日", null=True, blank=True)
    perform_by = models.DateField("履行期限届满日", null=True, blank=True, help_text="决定载明的履行期限的最后一日。")
    obligation = models.CharField("义务种类", max_length=10, choices=c.Obligation, blank=True)
    obligation_text = personal(models.TextField("应当履行的义务", blank=True), Mask.TEXT, "涉及当事人的情况")
    principal = models.DecimalField(
        "金钱给付数额（元）", max_digits=18, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE,
        help_text="尚未缴纳的罚款、没收款、费用等本金。",
    )  # fmt: skip
    surcharge = models.DecimalField(
        "加处罚款、滞纳金（元）", max_digits=18, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE,
        help_text="不得超出本金。",
    )  # fmt: skip
    surcharge_basis_told = models.BooleanField(
        "加处标准已经告知", default=False, help_text="决定书写明逾期加处罚款、滞纳金及其标准的选是。"
    )
    deferred_until = models.DateField(
        "暂缓、分期期限结束日", null=True, blank=True, help_text="批准延期、分期缴纳罚款的，填写最后一期的日期。"
    )
    dwelling = models.BooleanField("涉及居民生活", default=False, help_text="执行对象是居民住宅的选是。")

    class Meta:
        abstract = True

    @property
    def duty(self) -> str:
        """What is to be done, without the full stop at its end: instruments set their own."""
        return str(self.obligation_text).rstrip("。；; \n")


def _told(record: Any) -> Told | None:
    if record.decision_served_on is None:
        return None
    return Told(
        record.decision_served_on, record.remedies_told, record.review_first, record.review_served_on, record.suit_until
    )


def _review_ends(record: Any) -> date | None:
    told = _told(record)
    return None if told is None else windows.review_ends(told, current_calendar())


def _suit_ends(record: Any) -> date | None:
    told = _told(record)
    return None if told is None else windows.suit_ends(told, current_calendar())


def _remedies_end(record: Any) -> date | None:
    told = _told(record)
    return None if told is None else windows.remedies_end(told, current_calendar())


def _window_from(record: Any) -> date | None:
    over = record.remedies_end_on
    if over is None or record.by_judgment:
        return None
    if record.remedy_result in c.UNDECIDED and record.remedy_ended_on is not None:
        over = max(over, record.remedy_ended_on)  # while a remedy is under way nobody can apply
    return windows.window_from(over, record.deferred_until)


def _window_ends(record: Any) -> date | None:
    start = record.window_from
    return None if start is None else windows.window_ends(start, current_calendar())


def _latest_demand(record: Any) -> date | None:
    last = record.window_ends_on
    return None if last is None else windows.latest_demand(last, current_calendar())


def _remedy_day_before(record: Any) -> date | None:
    """The day before a remedy was taken in: from the very day on nothing is added (处罚法第七十三条第三款)."""
    day: date | None = record.remedy_from
    return None if day is None else day - timedelta(days=1)


class RemedyFields(models.Model):
    """What the party undertook against the decision, and until when it could (复议、诉讼)."""

    remedies_told = models.BooleanField(
        "决定书已告知复议、诉讼的途径和期限", default=True, help_text="没有告知的，期限最长一年。"
    )
    review_first = models.BooleanField("复议前置", default=False, help_text="例如 对当场作出的行政处罚决定不服的。")
    remedy = models.CharField(
        "当事人救济情况", max_length=8, choices=c.Remedy, blank=True, help_text="不知道当事人申请复议、起诉的留空。"
    )
    remedy_from = models.DateField("复议、诉讼受理日", null=True, blank=True)
    remedy_result = models.CharField("复议、诉讼结果", max_length=10, choices=c.RemedyResult, blank=True)
    remedy_ended_on = models.DateField("复议决定送达、裁判生效日", null=True, blank=True)
    review_served_on = models.DateField(
        "复议决定书送达日", null=True, blank=True, help_text="经过复议的，起诉期限为收到复议决定书之日起十五日。"
    )
    judgment_until = models.DateField(
        "判决确定的履行期限届满日",
        null=True,
        blank=True,
        help_text="经过诉讼的，申请执行期限为二年，自此起算；文书没有规定履行期限的，填写文书送达日。",
    )
    suit_until = models.DateField(
        "法律另行规定的起诉期限届满日", null=True, blank=True, help_text="法律没有另行规定的留空，按六个月。"
    )
    suit_basis = models.CharField("另行规定的依据", max_length=200, blank=True)

    remedy_day_before = Derived("复议、诉讼受理日的前一日", _remedy_day_before)
    review_ends_on = Derived("复议申请期限届满日", _review_ends)
    suit_ends_on = Derived("起诉期限届满日", _suit_ends)
    remedies_end_on = Derived("复议、起诉期限都届满之日", _remedies_end)
    window_from = Derived("申请执行期限起算日", _window_from)
    window_ends_on = Derived("申请执行期限届满日", _window_ends)
    latest_demand_on = Derived("催告书最晚送达日", _latest_demand)

    class Meta:
        abstract = True

    @property
    def by_judgment(self) -> bool:
        """Whether a judgment is executed, or will be: the party sued, and neither withdrew nor was refused."""
        return bool(self.remedy == c.Remedy.SUIT and self.remedy_result not in c.UNDECIDED)


class DemandFields(models.Model):
    """The demand and what the party said to it (催告、陈述申辩)."""

    demand_text = models.TextField("催告履行的义务和方式", blank=True, help_text="金钱给付的写明金额和给付方式。")
    demand_until = models.DateField("催告的履行期限届满日", null=True, blank=True)
    demand_served_on = models.DateField("催告书送达日", null=True, blank=True)
    statement = personal(models.TextField("当事人的陈述和申辩", blank=True), Mask.TEXT, "涉及当事人的情况")
    statement_on = models.DateField("陈述申辩日", null=True, blank=True)
    statement_review = models.TextField("复核意见", blank=True)
    adopted = models.CharField("是否采纳", max_length=10, choices=c.Adopted, blank=True)
    end_ground = models.CharField("终结情形", max_length=10, choices=c.EndGround, blank=True)
    end_reason = models.TextField("终结的事实和理由", blank=True)
    outcome = models.CharField("结果", max_length=30, choices=c.Outcome, blank=True)
    withhold_reason = models.CharField("不予公开的理由", max_length=200, blank=True, help_text="可以公开的留空。")

    class Meta:
        abstract = True

    @property
    def owed_text(self) -> str:
        """What is owed in money, as instruments say it; blank where nothing is."""
        principal, surcharge = getattr(self, "principal", None), getattr(self, "surcharge", None)
        if principal is None:
            return ""
        more = f"，加处罚款（滞纳金）{_yuan(surcharge)}" if surcharge else ""
        return f"{_yuan(principal)}{more}"


def _yuan(amount: Any) -> str:
    return f"{amount:,.2f}".removesuffix(".00") + "元"
