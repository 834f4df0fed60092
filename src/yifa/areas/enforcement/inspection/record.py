"""The fields of an inspection, by what they tell (登记事项)."""

from __future__ import annotations

from django.db import models

from yifa.areas.enforcement.inspected.models import ObjectKind
from yifa.areas.enforcement.inspection import choices as c
from yifa.areas.enforcement.inspection import columns
from yifa.kernel.fields import RowsField
from yifa.office.personal import Mask, personal

NAMED = tuple(kind.value for kind in ObjectKind if kind is not ObjectKind.INDIVIDUAL)
"""The kinds of objects whose names are no personal data."""


class ObjectFields(models.Model):
    """Whom the inspection is about (检查对象)."""

    object_code = models.CharField(
        "检查对象编号", max_length=18, blank=True, help_text="统一社会信用代码；没有代码的场所用名录中的编号。"
    )
    object_name = personal(
        models.CharField("检查对象", max_length=100, blank=True, help_text="在名录中的可以不填。"),
        Mask.NAME, "个体工商户的名称", public_if=("object_kind", NAMED),
    )  # fmt: skip
    object_kind = models.CharField("对象类型", max_length=14, choices=ObjectKind, blank=True)
    township = models.CharField("所在乡镇街道", max_length=60, blank=True)
    address = personal(
        models.CharField("检查地点", max_length=200, blank=True, help_text="在名录中的可以不填。"),
        Mask.ADDRESS, "可能是住址",
    )  # fmt: skip
    public_name = models.CharField("被检查对象", max_length=100, blank=True)

    class Meta:
        abstract = True


class SchemeFields(models.Model):
    """Why, what, how, by whom approved, how often already (检查方案和频次)."""

    kind = models.CharField("检查类别", max_length=10, choices=c.Kind, blank=True)
    service = models.CharField("走访事由", max_length=10, choices=c.Service, blank=True)
    items = RowsField("检查事项", columns=columns.ITEMS)
    matter = models.CharField("检查领域", max_length=40, blank=True, help_text="与执法证件的领域用同一个词。")
    plan_number = models.CharField(
        "检查计划编号", max_length=60, blank=True, help_text="日常检查填年度计划，专项检查填专项计划。"
    )
    draw_number = models.CharField("双随机批次", max_length=60, blank=True, help_text="随机抽取产生的，由系统填写。")
    superior = models.BooleanField("上级部署的专项检查", default=False)
    trigger = models.CharField("个案检查的来源", max_length=12, choices=c.Trigger, blank=True)
    trigger_why = models.TextField("个案检查的理由", blank=True, help_text="针对什么问题，为什么要检查。")
    trigger_ref = personal(
        models.CharField("线索编号", max_length=100, blank=True, help_text="投诉举报、转办文件的编号；不写举报人。"),
        Mask.TEXT, "可能反映举报人",
    )  # fmt: skip
    mode = models.CharField("检查方式", max_length=12, choices=c.Way, blank=True)
    joint_with = RowsField("联合、合并的机关", columns=columns.JOINT)
    cross_region = models.BooleanField("异地检查", default=False)
    assist_ref = models.CharField("异地协助函", max_length=100, blank=True, help_text="异地检查的填写。")
    unannounced = models.BooleanField("不提前告知", default=False, help_text="暗访、稽查等不宜提前告知的选是。")
    planned_on = models.DateField("拟检查日期", null=True, blank=True)
    scheme = models.TextField("检查方案", blank=True, help_text="内容、方式、步骤、时间和对企业经营的影响。")
    urgent_why = models.TextField("紧急检查的理由", blank=True)
    approved_on = models.DateField("批准日", null=True, blank=True)
    entry_code = models.CharField("检查码", max_length=16, blank=True)
    freq_cap = models.PositiveIntegerField("年度频次上限", null=True, blank=True)
    freq_used = models.PositiveIntegerField("本年已占用次数", null=True, blank=True)
    freq_exempt = models.BooleanField("不受频次限制", default=False, help_text="重点监管事项由系统填写。")
    freq_exempt_why = models.CharField("不受频次限制的理由", max_length=200, blank=True)
    freq_verdict = models.CharField("频次核对", max_length=20, choices=c.Verdict, blank=True)

    class Meta:
        abstract = True


class FindingFields(models.Model):
    """What was seen, told, ordered and put right (检查结果)."""

    visited_on = models.DateField("检查日期", null=True, blank=True)
    record_text = models.TextField("检查笔录", blank=True, help_text="检查的过程和看到的事实。")
    av_index = models.CharField("音像记录", max_length=200, blank=True, help_text="存放位置或者编号；没有的写无。")
    findings = models.TextField("检查情况", blank=True, help_text="告知企业并公开；不写个人信息、商业秘密和举报人。")
    result = models.CharField("检查结果", max_length=24, choices=c.Result, blank=True)
    finished_on = models.DateField("检查结束日", null=True, blank=True)
    told_on = models.DateField("告知企业日", null=True, blank=True)
    correct_by = models.DateField("改正期限", null=True, blank=True)
    correction = models.TextField("责令改正的内容", blank=True)
    corrected_on = models.DateField("改正完毕日", null=True, blank=True)
    reinspected = models.PositiveSmallIntegerField("复查次数", default=0)
    violation = models.TextField("涉嫌违法的事实", blank=True, help_text="立案查处的填写，作为处罚案件的案由。")
    penalty_item = models.CharField("处罚事项编码", max_length=40, blank=True, help_text="权责清单中的编码。")
    penalty_item_name = models.CharField("处罚事项", max_length=200, blank=True)
    suspected_crime = models.CharField("涉嫌罪名", max_length=100, blank=True, help_text="移送涉嫌犯罪线索的填写。")
    referred_to = models.CharField("移送的机关", max_length=100, blank=True)
    withheld_why = models.CharField(
        "不公开的理由", max_length=200, blank=True, help_text="国家秘密、商业秘密、正在查办的线索等；一般不填。"
    )
    public_findings = models.TextField("公开的检查情况", blank=True)
    outcome = models.CharField("处理结果", max_length=28, choices=c.Outcome, blank=True)

    class Meta:
        abstract = True
