"""The row of a fine that is being collected (罚款收缴)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models

from yifa.areas.enforcement.common.money import Channel
from yifa.areas.enforcement.common.party import PartyFields
from yifa.areas.enforcement.fine_collection.acts import FIFTEEN
from yifa.clock import days, due
from yifa.clock.periods import local_day
from yifa.kernel.derived import Derived
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case
from yifa.kernel.replay import situation_of
from yifa.kernel.workdays import current_calendar
from yifa.office.personal import Mask, personal

PLAN = (
    RowColumn("due", "缴纳期限", required=True, help="该期的最后一日，写成 2025-03-04 的形式。"),
    RowColumn("amount", "金额", required=True, help="元。"),
    RowColumn("granted_on", "批准日", help="由系统填写；以前批准的各期保留，这次批准的留空。"),
)


class Outcome(models.TextChoices):
    """How the collection ended."""

    PAID = "paid", "按期缴清"
    PAID_LATE = "paid_late", "逾期缴清"
    DEFERRED = "deferred", "延期缴清"
    INSTALMENT = "instalment", "分期缴清"
    AUCTION = "offset_by_auction", "拍卖抵缴"
    COURT = "court_enforced", "强制执行完毕"
    WRITTEN_OFF = "written_off_terminated", "终结执行"
    CANCELLED = "cancelled", "决定被撤销"


def _amount(label: str, text: str = "") -> models.DecimalField[Any, Any]:
    return models.DecimalField(
        label, max_digits=14, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0, "金额不能小于0")], help_text=text,
    )  # fmt: skip


def last_day(received_on: date) -> date:
    """The last of the fifteen days, rolled over holidays."""
    end = due(received_on, days(15, FIFTEEN), calendar=current_calendar(), allow_provisional=True).rolled
    assert end is not None
    return local_day(end)


def _held_from(record: FineCase) -> date | None:
    """From when officers hold money that they collected on the spot: on water from the day of landing (处罚法71)."""
    if record.landed_on and record.collected_on:
        return max(record.landed_on, record.collected_on)
    return record.collected_on


class FineCase(PartyFields, Case):
    """The collection of one fine, at the organ that imposed it."""

    client_title = models.CharField("所涉案件", max_length=200, blank=True)
    client_number = models.CharField("所涉案件编号", max_length=60, blank=True)
    decision_number = models.CharField("处罚决定书文号", max_length=60, blank=True)
    decision_date = models.DateField("处罚决定日", null=True, blank=True)
    received_on = models.DateField("收到处罚决定书日", null=True, blank=True, help_text="送达之日。")
    fine_amount = _amount("罚款数额", "处罚决定书确定的数额，元。")
    confiscated_amount = _amount("没收款数额", "没收的违法所得等，元；没有的留空。没收款不加处罚款。")
    surcharge_stated = models.BooleanField(
        "决定书载明逾期加处罚款", default=True, help_text="没有载明的，代收机构不得加收。"
    )
    bank = models.CharField("代收机构", max_length=100, blank=True, help_text="决定书载明的代收机构名称、地址。")
    own_power = models.BooleanField(
        "法律规定本机关可以强制执行", default=False, help_text="没有强制执行权的，申请人民法院强制执行。"
    )
    seized = models.BooleanField(
        "已经采取查封、扣押措施", default=False, help_text="实施行政管理过程中已经采取的，可以拍卖抵缴。"
    )
    hardship_reason = personal(
        models.TextField("经济困难的情况", blank=True, help_text="当事人申请的理由和材料。"), Mask.TEXT, "个人经济状况"
    )
    plan = RowsField("延期、分期", columns=PLAN, help_text="延期的写一行，分期的每期一行；合计等于尚未缴纳的罚款。")
    plan_ends_on = models.DateField("延期、分期期限结束日", null=True, blank=True)
    refusal = models.TextField("不予批准的理由", blank=True)
    urged_on = models.DateField("催告书送达日", null=True, blank=True)
    owed_fine = _amount("尚欠罚款", "由系统在催告、移送执行、终结时计算。")
    owed_surcharge = _amount("尚欠加处罚款", "由系统在催告、移送执行、终结时计算。")
    channel = models.CharField("缴款方式", max_length=12, choices=Channel, blank=True)
    outcome = models.CharField("收缴结果", max_length=24, choices=Outcome, blank=True)
    collected_on = models.DateField("当场收缴日期", null=True, blank=True)
    landed_on = models.DateField(
        "抵岸日期", null=True, blank=True, help_text="在水上当场收缴的填写，二日自抵岸之日起算。"
    )

    class Meta:
        verbose_name = "罚款收缴案件"
        verbose_name_plural = "罚款收缴案件"

    held_from = Derived("收缴款上缴的起算日", _held_from)
    due_on = Derived("缴款期限届满日", lambda record: last_day(record.received_on) if record.received_on else None)

    @property
    def owed_confiscated(self) -> Decimal:
        """What is left of the confiscated sum, for the letter that urges payment."""
        from yifa.areas.enforcement.fine_collection.ledger import owed_confiscated

        return owed_confiscated(situation_of(self))

    @property
    def plan_rows(self) -> list[dict[str, str]]:
        """The rows of the plan that holds."""
        granted = [str(row.get("granted_on") or "") for row in self.plan]
        newest = max(granted, default="")
        return [row for row in self.plan if str(row.get("granted_on") or "") in (newest, "")]
