"""Books of receipts, numbers without a case, old fines; and the lines drawn from cases (票据、罚没款)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from yifa.areas.enforcement.common.keeping import DerivedRow
from yifa.areas.enforcement.common.money import Channel
from yifa.areas.enforcement.receipts.numbers import Number, one
from yifa.kernel.registers.models import Entry, key_constraint, list_indexes
from yifa.office.personal import Mask, personal

NOT_NEGATIVE = (MinValueValidator(0, "金额不能小于0"),)


class Maker(models.TextChoices):
    """Which finance department made the receipts (处罚法70)."""

    MINISTRY = "ministry", "国务院财政部门"
    PROVINCE = "province", "省级财政部门"


class ReceiptKind(models.TextChoices):
    """What the receipts are for."""

    SPOT = "spot", "当场处罚罚款收据"
    FIXED = "fixed", "定额罚款收据"
    GENERAL = "general", "罚没款收据"
    GOODS = "goods", "没收财物收据"
    ELECTRONIC = "electronic", "电子票据"


class Fate(models.TextChoices):
    """What became of a number."""

    USED = "used", "使用"
    VOIDED = "voided", "作废"
    LOST = "lost", "遗失"
    RETURNED = "returned", "缴回未用"


class MoneyKind(models.TextChoices):
    """What a line of money says."""

    DECIDED = "decided", "决定"
    COLLECTED = "collected", "收缴"
    HANDED_IN = "handed_in", "交至机关"
    REMITTED = "remitted", "入库"
    REFUNDED = "refunded", "退还"
    WRITTEN_OFF = "written_off", "终结执行未缴"


def amount(label: str, text: str, **options: Any) -> models.DecimalField[Any, Any]:
    """An amount of money in yuan."""
    return models.DecimalField(
        label, max_digits=14, decimal_places=2, validators=NOT_NEGATIVE, help_text=text, **options
    )


class ReceiptBook(Entry):
    """One book, or one run of numbers, that an organ took from the finance department (票据领用)."""

    number = models.CharField("领用单号", max_length=60, help_text="票据领用单、准购证的编号，本机关内不重复。")
    kind = models.CharField("票据种类", max_length=12, choices=ReceiptKind, help_text="按票据上印的名称选。")
    maker = models.CharField("制发部门", max_length=10, choices=Maker, help_text="票据监制章上的财政部门。")
    code = models.CharField("票据代码", max_length=20, blank=True, help_text="印在号码上方的代码；没有的留空。")
    prefix = models.CharField("字轨", max_length=20, blank=True, help_text="号码前面的字，例如 冀财罚；没有的留空。")
    first = models.CharField("起号", max_length=20, help_text="只写数字，前面的0照写，例如 000101。")
    last = models.CharField("止号", max_length=20, help_text="与起号位数相同，例如 000150。")
    face = amount("面额", "定额票据填写每张的金额；其他留空。", null=True, blank=True)
    received_on = models.DateField("领用日期", help_text="从财政部门领到的日期。")
    unit = models.CharField("使用单位", max_length=100, blank=True, help_text="发给哪个执法队、所使用。")
    holder = personal(
        models.CharField("保管人", max_length=50, help_text="现在由谁保管、使用。"), Mask.NAME, "自然人姓名"
    )
    checked_on = models.DateField(
        "核销日期", null=True, blank=True, help_text="用完、停用后向财政部门核销的日期；还在使用的留空。"
    )
    first_serial = models.BigIntegerField("起号数值", default=0, editable=False)
    last_serial = models.BigIntegerField("止号数值", default=0, editable=False)
    note = models.CharField("备注", max_length=200, blank=True, help_text="交接、换人等情况。")

    class Meta:
        verbose_name = "罚没票据"
        verbose_name_plural = "罚没票据"
        constraints: ClassVar = [key_constraint("number", name="receipt_book_number")]
        indexes: ClassVar = [
            *list_indexes("received_on", "receipt_book"),
            models.Index(fields=["organ", "first_serial", "last_serial"], name="receipt_book_by_range"),
        ]

    def __str__(self) -> str:
        return self.range_text

    @property
    def range_text(self) -> str:
        """冀财罚000101—000150."""
        return f"{self.prefix}{self.first}—{self.last}"

    @property
    def size(self) -> int:
        """How many numbers it has."""
        return self.last_serial - self.first_serial + 1

    def written(self, serial: int) -> str:
        """A number of the book as it is printed."""
        return f"{self.prefix}{str(serial).zfill(len(self.first))}"

    def holds(self, number: Number) -> int | None:
        """The serial that a number as written has in this book; None where it is not one of its numbers."""
        digits = number.digits
        if self.code and digits == self.code + digits[len(self.code) :] and len(digits) > len(self.first):
            digits = digits[len(self.code) :]
        if len(digits) != len(self.first) or number.prefix not in ("", str(one(self.prefix)), str(one(self.code))):
            return None
        serial = int(digits)
        return serial if self.first_serial <= serial <= self.last_serial else None


class LooseReceipt(Entry):
    """Numbers that no case of the system used: cancelled, lost, returned, or used before (案件以外的票据)."""

    number = models.CharField("票据号码", max_length=60, help_text="起号，写到字轨，例如 冀财罚000108。")
    last = models.CharField("止号", max_length=60, blank=True, help_text="一段连续的号码填写；只有一张的留空。")
    fate = models.CharField("情况", max_length=10, choices=Fate, help_text="作废的，各联应当齐全并保存。")
    on = models.DateField("日期", help_text="作废、遗失、缴回、使用的日期。")
    reason = models.CharField("原因", max_length=200, blank=True, help_text="作废、遗失的必须写明。")
    complete = models.BooleanField("各联齐全", default=False, help_text="作废的票据各联加盖作废章、一并保存的选是。")
    case_number = models.CharField("案号、文号", max_length=60, blank=True, help_text="使用的写处罚决定书文号。")
    payer = personal(
        models.CharField("缴款人", max_length=100, blank=True, help_text="使用的填写。"), Mask.NAME, "可能是自然人"
    )
    money = amount("金额", "使用的填写，元。", null=True, blank=True)
    reported_on = models.DateField(
        "报告财政部门日期", null=True, blank=True, help_text="遗失的，向财政部门报告、公告声明作废的日期。"
    )

    class Meta:
        verbose_name = "案件以外的票据"
        verbose_name_plural = "案件以外的票据"
        constraints: ClassVar = [key_constraint("number", name="loose_receipt_number")]
        indexes: ClassVar = list_indexes("on", "loose_receipt")

    def __str__(self) -> str:
        return f"{self.number}—{self.last}" if self.last else self.number


class PastFine(Entry):
    """One fine of which the system has no case: decided and paid before, or in another system (历史罚没)."""

    number = models.CharField("处罚决定书文号", max_length=60, help_text="本机关内不重复。")
    party = personal(models.CharField("当事人", max_length=100, help_text="被处罚人。"), Mask.NAME, "可能是自然人")
    decided_on = models.DateField("决定日期", help_text="处罚决定书的日期。")
    fine = amount("罚款", "决定的罚款，元；没有的写0。")
    confiscated = amount("没收款", "没收的违法所得等，元；没有的写0。", default=0)
    collected = amount("实缴金额", "罚款、加处罚款、没收款合计，元；没有缴的写0。", default=0)
    surcharge = amount("其中加处罚款", "实缴金额中的加处罚款，元。", default=0)
    collected_on = models.DateField("缴款日期", null=True, blank=True, help_text="分次缴的写最后一次。")
    channel = models.CharField("缴款方式", max_length=12, choices=Channel, blank=True, help_text="按票据选。")
    receipt_no = models.CharField("票据号码", max_length=200, blank=True, help_text="几张的用顿号隔开。")
    remitted = amount("入库金额", "缴入国库的金额，元；没有入库的写0。", default=0)
    remitted_on = models.DateField("入库日期", null=True, blank=True, help_text="没有入库的留空。")
    voucher = models.CharField("入库凭证号码", max_length=60, blank=True, help_text="缴款书等的号码。")

    class Meta:
        verbose_name = "历史罚没"
        verbose_name_plural = "历史罚没"
        constraints: ClassVar = [key_constraint("number", name="past_fine_number")]
        indexes: ClassVar = list_indexes("decided_on", "past_fine")

    def __str__(self) -> str:
        return self.number


class MoneyLine(DerivedRow):
    """One movement of money (罚没款变动): decided, collected, handed in, paid into the treasury, given back."""

    kind = models.CharField("变动", max_length=12, choices=MoneyKind)
    on = models.DateField("日期")
    amount = models.DecimalField("金额", max_digits=14, decimal_places=2)
    confiscated = models.DecimalField("其中没收款", max_digits=14, decimal_places=2, default=0)
    surcharge = models.DecimalField("其中加处罚款", max_digits=14, decimal_places=2, default=0)
    channel = models.CharField("方式", max_length=12, choices=Channel, blank=True)
    paper = models.CharField("凭据", max_length=200, blank=True)
    what = models.CharField("事由", max_length=200, blank=True)

    class Meta:
        verbose_name = "罚没款变动"
        verbose_name_plural = "罚没款变动"
        indexes: ClassVar = [
            models.Index(fields=["organ", "-on", "-id"], name="money_by_organ"),
            models.Index(fields=["-on", "-id"], name="money_by_day"),
            models.Index(fields=["kind", "organ", "on"], name="money_by_kind"),
            models.Index(fields=["register", "entry"], name="money_by_entry"),
            models.Index(fields=["organ", "on", "kind", "channel", "amount", "surcharge"], name="money_summed"),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.get_kind_display()} {self.amount}"


class MoneyBalance(DerivedRow):
    """What of the money of one case has not come to rest (收缴余额): collected, and neither paid in nor given back.

    Attributes:
        left: below zero where more was paid in or given back than was collected.
        last: the day of the last movement.
    """

    collected = models.DecimalField("收缴", max_digits=14, decimal_places=2)
    remitted = models.DecimalField("入库", max_digits=14, decimal_places=2)
    refunded = models.DecimalField("退还", max_digits=14, decimal_places=2)
    left = models.DecimalField("余额", max_digits=14, decimal_places=2)
    last = models.DateField("最后变动")

    class Meta:
        verbose_name = "收缴余额"
        verbose_name_plural = "收缴余额"
        indexes: ClassVar = [
            models.Index(fields=["organ", "last"], name="money_unsettled", condition=~Q(left=0)),
            models.Index(fields=["register", "entry"], name="balance_by_entry"),
        ]

    def __str__(self) -> str:
        return f"{self.left}"
