"""The rows of compulsory measures and the register of what is held (行政强制措施、涉案财物)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.validators import MinValueValidator
from django.db import models

from yifa.areas.enforcement.coercion import choices as c
from yifa.areas.enforcement.coercion.record import (
    NOT_NEGATIVE,
    ClientFields,
    EndFields,
    MeasureFields,
    SceneFields,
    TermFields,
)
from yifa.areas.enforcement.coercion.reviewing import ReviewFields
from yifa.areas.enforcement.common.acting import ItemFields, OfficerFields
from yifa.areas.enforcement.common.party import PartyFields
from yifa.areas.enforcement.common.service import ServiceFields
from yifa.kernel.models import Case
from yifa.kernel.registers.models import Entry, key_constraint, list_indexes
from yifa.office.personal import Mask, personal


class CoercionCase(
    ClientFields, PartyFields, ItemFields, OfficerFields, ServiceFields, MeasureFields, SceneFields, TermFields,
    EndFields, ReviewFields, Case,
):  # fmt: skip
    """One compulsory measure of an organ (行政强制措施)."""

    class Meta:
        verbose_name = "行政强制措施"
        verbose_name_plural = "行政强制措施"

    @property
    def verb(self) -> str:
        """查封, 扣押, 冻结, 限制人身自由, as instruments say it; 行政强制 for what has no verb of its own."""
        verbs = {
            c.MeasureType.SEAL: "查封", c.MeasureType.SEIZE: "扣押", c.MeasureType.FREEZE: "冻结",
            c.MeasureType.LIBERTY: "限制人身自由",
        }  # fmt: skip
        return verbs.get(c.MeasureType(self.measure_type), "行政强制") if self.measure_type else "行政强制"

    @property
    def measure_words(self) -> list[str]:
        """The measure as the directory of major decisions may name it: in full and by its verb."""
        return [c.MeasureType(self.measure_type).label, self.verb] if self.measure_type else []

    @property
    def term_text(self) -> str:
        """How long it holds at first, as instruments say it."""
        if not self.special_days and self.measure_type in (c.MeasureType.LIBERTY, c.MeasureType.OTHER):
            return "按设定依据的规定"  # the thirty days are those of things and of money
        return f"{self.special_days or 30}日"

    @property
    def item_lines(self) -> list[dict[str, Any]]:
        """The list of things, for tables in instruments; what is blank is a dash."""
        names = ("name", "spec", "quantity", "unit", "state")
        return [{name: row.get(name) or "—" for name in names} for row in self.items]

    @property
    def object_text(self) -> str:
        """What the measure is about, in a phrase; the party where it is about no thing and no money."""
        return self.things_text or self.party_name

    @property
    def things_text(self) -> str:
        """The account, the place, the things; blank where there are none."""
        if self.measure_type == c.MeasureType.FREEZE:
            return f"{self.bank}账户存款{self.freeze_amount or ''}元"
        things = "、".join(str(row.get("name", "")) for row in self.items[:3])
        more = f"等{len(self.items)}项" if len(self.items) > 3 else ""
        return "、".join(part for part in (self.sealed_place, things + more) if part)


class SeizedItem(Entry):
    """One thing that is held in a case: sealed, seized, preserved, evidence (涉案财物)."""

    number = models.CharField("财物编号", max_length=60, help_text="本机关内不重复，例如 洪市监财〔2025〕12号。")
    case = models.ForeignKey(
        Case, models.PROTECT, verbose_name="案件", related_name="+", help_text="强制措施、处罚等案件的编号。"
    )
    holding = models.CharField("持有依据", max_length=12, choices=c.Holding, help_text="按决定书、通知书选一项。")
    name = models.CharField("财物名称", max_length=200, help_text="与清单一致。")
    quantity = models.DecimalField(
        "数量", max_digits=14, decimal_places=3, validators=[MinValueValidator(0, "数量不能为负")],
        help_text="写数字，与清单一致。",
    )  # fmt: skip
    unit = models.CharField("单位", max_length=20, blank=True, help_text="例如 箱、台、公斤。")
    value = models.DecimalField(
        "估价", max_digits=14, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE,
        help_text="没有估价的留空，不写0。",
    )  # fmt: skip
    owner = personal(
        models.CharField("所有人、持有人", max_length=100, blank=True, help_text="与当事人相同的也要写。"),
        Mask.NAME, "可能是自然人",
    )  # fmt: skip
    perishable = models.BooleanField("鲜活、不易保管", default=False, help_text="可以依法先行变卖、拍卖的选是。")
    held_on = models.DateField("取得日期", help_text="查封、扣押、保存之日。")
    place = models.CharField("保管地点", max_length=200, help_text="就地查封的写场所。")
    custodian = models.CharField("保管人", max_length=100, help_text="本机关保管人员或者受托保管的第三人。")
    fate = models.CharField(
        "去向", max_length=12, choices=c.Fate, default=c.Fate.HELD, help_text="处理后改为相应去向。"
    )
    fate_on = models.DateField("处理日期", null=True, blank=True, help_text="保管中的留空。")
    fate_basis = models.CharField(
        "处理依据", max_length=200, blank=True, help_text="解除决定书、处罚决定书、移送函的文号。"
    )
    receiver = personal(
        models.CharField("接收人", max_length=100, blank=True, help_text="签收退还、接收移送的人或者单位。"),
        Mask.NAME, "可能是自然人",
    )  # fmt: skip
    proceeds = models.DecimalField(
        "变卖价款", max_digits=14, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE,
        help_text="拍卖、变卖的填写。",
    )  # fmt: skip
    treasury_no = models.CharField("缴库票据号", max_length=60, blank=True, help_text="价款上缴国库的票据号。")

    class Meta:
        verbose_name = "涉案财物"
        verbose_name_plural = "涉案财物"
        constraints: ClassVar = [key_constraint("number", name="seized_item_number")]
        indexes: ClassVar = [
            *list_indexes("held_on", "seized"),
            models.Index(fields=["case", "fate"], name="seized_by_case"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"
