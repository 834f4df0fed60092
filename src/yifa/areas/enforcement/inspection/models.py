"""Inspections, draws, and what enterprises enter by the code of a visit (检查、抽取、扫码登记、评价)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from yifa.areas.enforcement.common.acting import OfficerFields
from yifa.areas.enforcement.inspected.models import ObjectKind
from yifa.areas.enforcement.inspection import choices as c
from yifa.areas.enforcement.inspection import columns
from yifa.areas.enforcement.inspection.record import FindingFields, ObjectFields, SchemeFields
from yifa.kernel.codes import grouped
from yifa.kernel.fields import RowsField
from yifa.kernel.models import Case
from yifa.office.models import Person
from yifa.office.personal import Mask, personal
from yifa.office.posts import reached
from yifa.office.roles import Role
from yifa.office.scope import Scope, ScopedManager


class InspectionCase(ObjectFields, SchemeFields, FindingFields, OfficerFields, Case):
    """One visit, or one check without a visit (行政检查)."""

    class Meta:
        verbose_name = "行政检查"
        verbose_name_plural = "行政检查"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["entry_code"], condition=~Q(entry_code=""), name="inspection_entry_code")
        ]
        indexes: ClassVar = [
            models.Index(fields=["object_code", "visited_on"], name="inspection_by_object"),
            models.Index(fields=["draw_number"], name="inspection_by_draw"),
        ]

    @property
    def item_names(self) -> str:
        """The items as instruments name them."""
        return "、".join(str(row.get("item_name") or row.get("item_code", "")) for row in self.items)

    @property
    def item_codes(self) -> list[str]:
        """The codes of the items, each once."""
        found = (str(row.get("item_code", "")).strip() for row in self.items)
        return list(dict.fromkeys(code for code in found if code))

    @property
    def item_bases(self) -> str:
        """The provisions on which the items rest, as published."""
        if not self.organ_id:  # a scenario has no books
            return ""
        from yifa.areas.enforcement.inspection_plan.conditions import listed_items

        known = listed_items(self.organ_id, self.planned_on or self.opened_on, self.item_codes)
        found = (str(basis) for code in self.item_codes if code in known for basis in known[code].legal_basis)
        return "、".join(dict.fromkeys(found))

    @property
    def joint_names(self) -> str:
        """The organs that come along."""
        return "、".join(str(row.get("organ", "")) for row in self.joint_with)

    @property
    def joint_officers(self) -> list[tuple[str, str]]:
        """Who comes along from other organs: the organ and the number of the certificate."""
        return [
            (str(row.get("organ", "")).strip(), number.strip())
            for row in self.joint_with
            for number in str(row.get("officers") or "").replace("，", "、").split("、")
            if number.strip()
        ]

    @property
    def enters(self) -> bool:
        """Whether anybody goes into the enterprise."""
        return self.mode == c.Way.ONSITE

    @property
    def enforces(self) -> bool:
        """Whether it is enforcement at all."""
        return self.kind != c.Kind.SERVICE

    @property
    def code_text(self) -> str:
        """The entry code in groups of four."""
        return grouped(self.entry_code)

    @property
    def is_private(self) -> bool:
        """Whether the name of the object tells of a natural person."""
        return self.object_kind == ObjectKind.INDIVIDUAL


class DrawCase(Case):
    """One batch of a random draw (双随机抽取批次); its files are kept by their digests."""

    batch_title = models.CharField("抽取名称", max_length=150, blank=True, help_text="例如 2026年第二季度食品抽查。")
    plan_number = models.CharField("检查计划编号", max_length=60, blank=True)
    items = RowsField("检查事项", columns=columns.ITEMS)
    matter = models.CharField("检查领域", max_length=40, blank=True, help_text="与对象、证件的领域用同一个词。")
    strata = models.CharField("分层办法", max_length=10, choices=c.Strata, blank=True)
    quotas = RowsField("每层抽几个", columns=columns.QUOTAS)
    weights = RowsField("系数", columns=columns.WEIGHTS, help_text="不填写的，每个对象的可能相同。")
    team = models.PositiveSmallIntegerField("每组人数", default=2)
    mode = models.CharField("检查方式", max_length=12, choices=c.Way, blank=True)
    draw_on = models.DateField("抽取日", null=True, blank=True, help_text="证件在这一天有效的人员才参加抽取。")
    visit_on = models.DateField("拟检查日期", null=True, blank=True, help_text="抽中的检查拟自哪一天开始。")
    public_source = models.CharField(
        "公开数值的来源",
        max_length=200,
        blank=True,
        help_text="承诺以后才产生、谁都查得到的数值，例如某日公开的开奖号码。",
    )
    replaces = models.CharField("所取代的批次", max_length=60, blank=True, help_text="取代以前批次的填写编号。")
    again_why = models.TextField(
        "再次抽取的理由", blank=True, help_text="同一计划、同一事项再次抽取的必填，随承诺公开。"
    )
    lots_file = models.CharField("签号名录摘要", max_length=64, blank=True)
    names_file = models.CharField("对象名单摘要", max_length=64, blank=True)
    officers_file = models.CharField("人员名录摘要", max_length=64, blank=True)
    withheld_file = models.CharField("不派组合摘要", max_length=64, blank=True)
    plan_file = models.CharField("抽取方案摘要", max_length=64, blank=True)
    commitment_file = models.CharField("承诺文件摘要", max_length=64, blank=True)
    commitment = models.CharField("承诺摘要", max_length=64, blank=True)
    objects_count = models.PositiveIntegerField("对象数", null=True, blank=True)
    officers_count = models.PositiveIntegerField("人员数", null=True, blank=True)
    committed_on = models.DateField("承诺日", null=True, blank=True)
    public_value = models.CharField("公开数值", max_length=200, blank=True, help_text="照公开来源公布的写。")
    result_file = models.CharField("结果文件摘要", max_length=64, blank=True)
    drawn_on = models.DateField("抽取完成日", null=True, blank=True)
    drawn = RowsField("抽中的对象和人员", columns=columns.DRAWN)
    register_change = models.TextField("承诺以后名录的变动", blank=True)

    class Meta:
        verbose_name = "双随机抽取"
        verbose_name_plural = "双随机抽取"
        indexes: ClassVar = [models.Index(fields=["plan_number"], name="draw_by_plan")]

    @property
    def item_codes(self) -> list[str]:
        """The codes of the items."""
        return [str(row.get("item_code", "")).strip() for row in self.items]


class DrawSecret(models.Model):
    """What is kept of a draw (密值、封存的名录): the secret until the draw, key and full pools for ever.

    Nobody's scope reaches it.
    """

    case = models.OneToOneField(DrawCase, models.PROTECT, related_name="+", verbose_name="抽取批次")
    secret = models.CharField("密值", max_length=64)
    key = models.CharField("封存密钥", max_length=64, blank=True)
    objects_file = models.CharField("全部对象名录摘要", max_length=64, blank=True)
    officers_file = models.CharField("全部人员名录摘要", max_length=64, blank=True)

    objects = ScopedManager()

    class Meta:
        verbose_name = "抽取密值"
        verbose_name_plural = "抽取密值"

    def __str__(self) -> str:
        return f"{self.case_id}"

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """Nobody's; only the draw itself reads it."""
        return Q(pk__in=[])


class Arrival(models.Model):
    """The enterprise registered that the officers arrived (扫码登记); once a day of a visit, never changed."""

    case = models.ForeignKey(InspectionCase, models.PROTECT, related_name="arrivals", verbose_name="检查")
    on = models.DateField("登记日期")
    at = models.DateTimeField("登记时间")
    by_enterprise = models.BooleanField("企业登记", default=True)

    objects = ScopedManager()

    class Meta:
        verbose_name = "扫码登记"
        verbose_name_plural = "扫码登记"
        constraints: ClassVar = [models.UniqueConstraint(fields=["case", "on"], name="arrival_once_a_day")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.at}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The day is that of the time."""
        self.on = timezone.localdate(self.at)
        super().save(*args, **kwargs)

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """Whoever sees the inspection."""
        return Q(case__organ_id__in=scope.organs)


def overseen(scope: Scope) -> set[int]:
    """The organs whose ratings a person sees: those that supervisors reach, without those in which they work."""
    own = {post.organ_id for post in scope.posts if post.role != Role.SUPERVISOR}
    seats = [post for post in scope.posts if post.role == Role.SUPERVISOR]
    return set(reached(seats)) - own - {post.organ_id for post in seats}


class RatingCode(models.Model):
    """A code by which a visit is rated (评价码), given to the enterprise and never to who came.

    Only its digest is kept, so that nobody reads it in the database either. `device` tells two telephones apart that
    registered arrivals; `by` is who gave the code out by hand.
    """

    case = models.ForeignKey(InspectionCase, models.PROTECT, related_name="+", verbose_name="检查")
    digest = models.CharField("评价码摘要", max_length=64)
    at = models.DateTimeField("发放时间")
    device = models.CharField("登记设备摘要", max_length=64, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="发放人")

    objects = ScopedManager()

    class Meta:
        verbose_name = "评价码"
        verbose_name_plural = "评价码"
        indexes: ClassVar = [models.Index(fields=["device"], name="rating_code_by_device")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.at}"

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """The same as of ratings."""
        return Q(case__organ_id__in=overseen(scope))


class Rating(models.Model):
    """How the enterprise rates a visit (企业评价): hidden from the body that came, seen by its supervisor only."""

    case = models.OneToOneField(InspectionCase, models.PROTECT, related_name="+", verbose_name="检查")
    at = models.DateTimeField("评价时间")
    stars = models.PositiveSmallIntegerField(
        "总体评价", validators=[MinValueValidator(1), MaxValueValidator(5)], help_text="1最低，5最高。"
    )
    showed = models.BooleanField("出示了执法证件", null=True)
    told = models.BooleanField("说明了依据和事项", null=True)
    disturbed = models.BooleanField("影响了正常经营", null=True)
    charged = models.BooleanField("收费、指定服务或者其他要求", null=True)
    note = personal(models.TextField("意见", max_length=1000, blank=True), Mask.TEXT, "企业的意见")

    objects = ScopedManager()

    class Meta:
        verbose_name = "企业评价"
        verbose_name_plural = "企业评价"

    def __str__(self) -> str:
        return f"{self.case_id} {self.stars}"

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """What supervisors reach, without the organs in which the person works in any other post."""
        return Q(case__organ_id__in=overseen(scope))
