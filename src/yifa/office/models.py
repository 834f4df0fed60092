"""Places, organs, people, posts and delegations (行政区划、机关、人员、任职、代理).

These are the directory of a government and are not scoped: everyone who signs in may look up an
organ. What is done in an organ is (`yifa.office.scope`).
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self, TypeVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from yifa.office.codes import division_level, validate_credit_code, validate_division_code
from yifa.office.personal import Mask, personal
from yifa.office.roles import Role


class Level(models.TextChoices):
    """Levels of administrative division (行政区划层级)."""

    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    COUNTY = "county", "县级"
    TOWNSHIP = "township", "乡级"


class Place(models.Model):
    """An administrative division (行政区划)."""

    code = models.CharField(
        "行政区划代码",
        max_length=12,
        unique=True,
        validators=[validate_division_code],
        help_text="GB/T 2260：县级以上6位，乡级9位（也可写成12位）。",
    )
    name = models.CharField("名称", max_length=60, help_text="全称，例如“洪河县”。")
    level = models.CharField("层级", max_length=10, choices=Level)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name="上级", related_name="children", null=True, blank=True
    )

    class Meta:
        verbose_name = "行政区划"
        verbose_name_plural = "行政区划"
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """The level must be the one the code says, and the parent must be above it."""
        level = division_level(self.code)
        if level != self.level:
            named = Level(level).label if level in Level.values else "村级"
            raise ValidationError({"level": f"层级与代码不符：代码{self.code}是{named}的代码。"})
        order = list(Level.values)
        if self.parent is not None and order.index(self.parent.level) >= order.index(self.level):
            raise ValidationError({"parent": f"上级“{self.parent}”的层级不高于本级，请重新选择。"})


class OrganKind(models.TextChoices):
    """What an organ is (机关类别)."""

    GOVERNMENT = "government", "政府"
    DEPARTMENT = "department", "部门"
    JUSTICE = "justice", "司法局"
    SUBDISTRICT = "subdistrict", "街道"
    TOWNSHIP = "township", "乡镇"
    DISPATCHED = "dispatched", "派出机构"
    OTHER = "other", "其他"


class Organ(models.Model):
    """A body that acts in its own name (机关), and the unit to which what people see is bound."""

    place = models.ForeignKey(Place, models.PROTECT, verbose_name="行政区划", related_name="organs")
    name = models.CharField("名称", max_length=100, unique=True, help_text="印章上的全称。")
    short_name = models.CharField("简称", max_length=30, help_text="列表和图表中使用。")
    kind = models.CharField("类别", max_length=20, choices=OrganKind)
    credit_code = models.CharField(
        "统一社会信用代码",
        max_length=18,
        unique=True,
        null=True,
        blank=True,
        validators=[validate_credit_code],
        help_text="18位，末位为校验码。",
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="上级机关",
        related_name="children",
        null=True,
        blank=True,
    )
    mark = models.CharField("机关代字", max_length=10, blank=True, help_text="文号中的代字，例如“洪复”。")

    class Meta:
        verbose_name = "机关"
        verbose_name_plural = "机关"
        ordering = ("place__code", "id")

    def __str__(self) -> str:
        return self.short_name or self.name

    def clean(self) -> None:
        """An organ is not above itself."""
        above, seen = self.parent, set[int]()
        while above is not None and above.pk not in seen:
            if above.pk == self.pk:
                raise ValidationError({"parent": f"“{self}”不能是自己的上级，请重新选择。"})
            seen.add(above.pk)
            above = above.parent


class Person(models.Model):
    """Someone who works in an organ (人员), with or without an account."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name="登录账号",
        related_name="person",
        null=True,
        blank=True,
    )
    name = models.CharField("姓名", max_length=50, help_text="工作人员履行职务时的姓名，依法可以公开。")
    phone = personal(models.CharField("联系电话", max_length=30, blank=True), Mask.PHONE, "个人联系方式")

    class Meta:
        verbose_name = "人员"
        verbose_name_plural = "人员"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.name


class Reach(models.TextChoices):
    """How far a post lets its holder see (数据范围)."""

    OWN = "own", "本机关"
    SUBORDINATES = "subordinates", "本机关及下级机关"
    PLACE = "place", "本行政区划全部机关"


_M = TypeVar("_M", bound=models.Model, covariant=True)


class InForceQuerySet(models.QuerySet[_M]):
    """Rows with `since` and `until`, both days included."""

    def on(self, day: date) -> Self:
        """Those in force on `day`."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day)


class Post(models.Model):
    """A person holding a role in an organ for a time (任职)."""

    person = models.ForeignKey(Person, models.PROTECT, verbose_name="人员", related_name="posts")
    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name="机关", related_name="posts")
    role = models.CharField("岗位角色", max_length=20, choices=Role)
    title = models.CharField("职务名称", max_length=50, blank=True, help_text="例如“副局长”。")
    since = models.DateField("任职日期")
    until = models.DateField("免职日期", null=True, blank=True, help_text="最后一日；空着表示仍在任。")
    reach = models.CharField("数据范围", max_length=20, choices=Reach, default=Reach.OWN)

    objects = InForceQuerySet.as_manager()

    class Meta:
        verbose_name = "任职"
        verbose_name_plural = "任职"
        ordering = ("organ", "role", "id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="post_ends_after_it_begins",
                violation_error_message="免职日期早于任职日期，请更正其中一个。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.organ} · {self.get_role_display()}"


class Delegation(models.Model):
    """Someone else acting in a post for a period (代理), for instance during leave.

    It counts only while the post itself is in force: nobody passes on what he no longer holds.
    """

    post = models.ForeignKey(Post, models.PROTECT, verbose_name="被代理的任职", related_name="delegations")
    person = models.ForeignKey(Person, models.PROTECT, verbose_name="代理人", related_name="delegations")
    since = models.DateField("开始日期")
    until = models.DateField("结束日期", help_text="最后一日；代理必须有期限。")
    reason = models.CharField("代理原因", max_length=200, help_text="例如“外出培训”。")

    objects = InForceQuerySet.as_manager()

    class Meta:
        verbose_name = "代理"
        verbose_name_plural = "代理"
        ordering = ("-since", "id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")),
                name="delegation_ends_after_it_begins",
                violation_error_message="结束日期早于开始日期，请更正其中一个。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}代理{self.post}"

    def clean(self) -> None:
        """Nobody deputises for himself."""
        if self.post_id and self.person_id and self.post.person_id == self.person_id:
            raise ValidationError({"person": "代理人不能是本人，请选择另一名人员。"})
