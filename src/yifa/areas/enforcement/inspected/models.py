"""Inspection items and objects of inspection (检查事项、检查对象)."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models

from yifa.kernel.registers.models import Entry, key_constraint, list_indexes
from yifa.office.personal import Mask, personal


class InspectionItem(Entry):
    """One item of the published list of inspections (行政检查事项)."""

    item_code = models.CharField("事项编码", max_length=40, help_text="本机关内不重复。")
    name = models.CharField("检查事项", max_length=200, help_text="与上级目录一致。")
    matter = models.CharField("检查领域", max_length=40, help_text="与执法证件、检查对象的领域用同一个词，例如 食品。")
    legal_basis = models.JSONField("检查依据", default=list, help_text="逐项写明法律文件和条款。")
    content = models.TextField("检查内容", help_text="查什么，逐项写明。")
    targets = models.CharField("对象范围", max_length=200, help_text="对哪些企业和场所实施。")
    standard = models.TextField("检查标准", blank=True, help_text="每项内容怎样算合格；没有公布的留空。")
    published_on = models.DateField("事项公布日期", null=True, blank=True, help_text="没有公布的事项不得检查。")
    standard_published_on = models.DateField("标准公布日期", null=True, blank=True, help_text="还没有公布的留空。")
    cap = models.PositiveIntegerField(
        "年度频次上限", null=True, blank=True, validators=[MinValueValidator(1, "上限从1次开始")],
        help_text="本机关一个自然年内对同一企业最多入企几次，由主管部门公布。",
    )  # fmt: skip
    cap_published_on = models.DateField("上限公布日期", null=True, blank=True, help_text="还没有公布的留空。")
    random = models.BooleanField("双随机", default=True, help_text="随机抽取检查对象、随机选派检查人员的选是。")
    exempt = models.BooleanField("重点监管", default=False, help_text="直接涉及公共安全和人民群众生命健康的选是。")
    exempt_why = models.CharField(
        "重点监管理由", max_length=200, blank=True, help_text="属于哪一类特殊行业、重点领域。"
    )
    listed_on = models.DateField("列入日期", help_text="列入检查事项清单的日期。")
    ended_on = models.DateField("取消日期", null=True, blank=True, help_text="取消的填写，自这一天起不得检查。")

    class Meta:
        verbose_name = "检查事项"
        verbose_name_plural = "检查事项"
        constraints: ClassVar = [key_constraint("item_code", name="inspection_item_code")]
        indexes: ClassVar = list_indexes("listed_on", "insp_item")

    def __str__(self) -> str:
        return self.name


class ObjectKind(models.TextChoices):
    """What an object is."""

    ENTERPRISE = "enterprise", "企业"
    INDIVIDUAL = "individual", "个体工商户"
    COOPERATIVE = "cooperative", "农民专业合作社"
    ORGANISATION = "organisation", "事业单位、社会组织"
    SITE = "site", "场所、设施"


class Grade(models.TextChoices):
    """Grades of risk and of credit; A is the best."""

    A = "A", "A"
    B = "B", "B"
    C = "C", "C"
    D = "D", "D"


class InspectionObject(Entry):
    """Whom an organ inspects (检查对象). Never published as a whole; grades are not shown to the object either."""

    code = models.CharField(
        "对象编号", max_length=18, help_text="统一社会信用代码；没有代码的场所、设施用本机关的编号。"
    )
    name = personal(
        models.CharField("对象名称", max_length=100, help_text="营业执照上的名称。"), Mask.NAME, "个体工商户的名称"
    )
    kind = models.CharField("对象类型", max_length=14, choices=ObjectKind, help_text="个体工商户的信息是个人信息。")
    industry = models.CharField("行业", max_length=60, blank=True, help_text="例如 食品生产。")
    matters = models.JSONField("检查领域", default=list, help_text="逐项写明，例如 食品、特种设备。")
    risk = models.CharField("风险等级", max_length=1, choices=Grade, help_text="A最低，D最高。")
    credit = models.CharField(
        "信用等级", max_length=1, choices=Grade, blank=True, help_text="A最好，D最差；没有的留空。"
    )
    township = models.CharField("所在乡镇街道", max_length=60, help_text="例如 柳林镇。")
    address = personal(
        models.CharField("地址", max_length=200, blank=True, help_text="检查时要去的地方。"), Mask.ADDRESS, "可能是住址"
    )
    contact = personal(
        models.CharField("联系人", max_length=50, blank=True, help_text="没有的留空。"), Mask.NAME, "自然人姓名"
    )
    phone = personal(
        models.CharField("联系电话", max_length=30, blank=True, help_text="没有的留空。"), Mask.PHONE, "自然人电话"
    )
    listed_on = models.DateField("列入日期", help_text="列入检查对象名录的日期。")
    graded_on = models.DateField("评级日期", null=True, blank=True, help_text="最近一次评定风险等级的日期。")
    ended_on = models.DateField(
        "移出日期", null=True, blank=True, help_text="注销、吊销、迁出之日，自这一天起不再抽取。"
    )

    class Meta:
        verbose_name = "检查对象"
        verbose_name_plural = "检查对象"
        constraints: ClassVar = [key_constraint("code", name="inspection_object_code")]
        indexes: ClassVar = [
            *list_indexes("listed_on", "insp_object"),
            models.Index(fields=["code"], name="insp_object_by_code"),
        ]

    def __str__(self) -> str:
        return self.name
