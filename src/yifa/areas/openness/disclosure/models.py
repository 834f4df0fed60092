"""Entries of proactive disclosure (主动公开信息)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from yifa.kernel.registers.models import Entry, key_constraint, list_indexes


class Maker(models.TextChoices):
    """How the organ came by the information (第十条)."""

    MADE = "made", "本机关制作"
    ACQUIRED = "acquired", "本机关获取保存"


class Category(models.TextChoices):
    """What must be disclosed (第二十条、第二十一条); the words are short names, not the text."""

    RULES = "20-01", "20-01 法规规章和规范性文件"
    ORGAN = "20-02", "20-02 机构职能"
    PLANS = "20-03", "20-03 规划"
    STATISTICS = "20-04", "20-04 统计信息"
    LICENSING = "20-05", "20-05 行政许可和对外服务"
    PENALTY = "20-06", "20-06 行政处罚和行政强制"
    BUDGET = "20-07", "20-07 预算决算"
    FEES = "20-08", "20-08 行政事业性收费"
    PROCUREMENT = "20-09", "20-09 集中采购"
    PROJECTS = "20-10", "20-10 重大建设项目"
    LIVELIHOOD = "20-11", "20-11 民生政策"
    EMERGENCY = "20-12", "20-12 突发公共事件"
    SUPERVISION = "20-13", "20-13 监督检查"
    RECRUITMENT = "20-14", "20-14 公务员招考"
    OTHER = "20-15", "20-15 其他法定公开"
    URBAN = "21-01", "21-01 市政建设"
    SERVICES = "21-02", "21-02 公共服务"
    WELFARE = "21-03", "21-03 公益事业"
    LAND = "21-04", "21-04 土地征收"
    HOUSES = "21-05", "21-05 房屋征收"
    ORDER = "21-06", "21-06 治安管理"
    RELIEF = "21-07", "21-07 社会救助"
    AGRICULTURE = "21-08", "21-08 农业农村政策"
    IRRIGATION = "21-09", "21-09 农田水利"
    CONTRACTED_LAND = "21-10", "21-10 承包经营权流转"
    HOMESTEADS = "21-11", "21-11 宅基地审核"
    LEVIES = "21-12", "21-12 筹资筹劳"


class Attribute(models.TextChoices):
    """How it is to be disclosed (公开属性), settled when it is drafted."""

    ACTIVE = "active", "主动公开"
    ON_REQUEST = "on_request", "依申请公开"
    NOT_PUBLIC = "not_public", "不予公开"


class NotPublic(models.TextChoices):
    """On which provision it is not disclosed; the three are not equally strict."""

    SECRET = "14", "第十四条（国家秘密等）"
    THIRD_PARTY = "15", "第十五条（商业秘密、个人隐私）"
    INTERNAL = "16-1", "第十六条第一款（内部事务）"
    PROCESS = "16-2", "第十六条第二款（过程性信息、执法案卷）"


class SecrecyResult(models.TextChoices):
    """What the secrecy check found (第十七条)."""

    MAY = "may", "可以公开"
    MAY_NOT = "may_not", "不得公开"
    REFERRED = "referred", "不能确定，已报请确定"


class Validity(models.TextChoices):
    """Whether a normative document stands."""

    IN_FORCE = "in_force", "有效"
    AMENDED = "amended", "已修改"
    REPEALED = "repealed", "已废止"
    LAPSED = "lapsed", "已失效"


class Outcome(models.TextChoices):
    """Where the information stands; computed."""

    PENDING = "pending", "待公开"
    PUBLISHED = "published", "已公开"
    MASKED = "published_masked", "遮蔽后公开"
    RETRACTED = "withdrawn", "已撤下"
    ON_REQUEST = "on_request", "依申请公开"
    NOT_PUBLIC = "not_public", "不予公开"


class Information(Entry):
    """One piece of government information (政府信息) with its way to the public."""

    number = models.CharField("索引号", max_length=60, help_text="政府信息公开目录中的索引号。")
    title = models.CharField("名称", max_length=200, help_text="信息的全称，会向社会公开，不要写入个人信息。")
    doc_number = models.CharField("文号", max_length=60, blank=True, help_text="有文号的填写。")
    summary = models.TextField("内容概述", help_text="一两句话，会向社会公开，不要写入个人信息。")
    maker = models.CharField(
        "来源", max_length=10, choices=Maker, default=Maker.MADE, help_text="谁制作谁公开，谁保存谁公开。"
    )
    formed_on = models.DateField("形成日期", help_text="信息形成（成文、印发）的日期，公开期限从这一天起算。")
    changed_on = models.DateField(
        "变更日期", null=True, blank=True, help_text="内容变更的日期；填写后期限从变更之日起算。"
    )
    ratified_on = models.DateField(
        "批准批复日期", null=True, blank=True, help_text="预算决算必填：批准或者批复的日期。"
    )
    category = models.CharField(
        "类别", max_length=6, choices=Category, help_text="按信息公开条例第二十条、第二十一条选择。"
    )
    attribute = models.CharField(
        "公开属性", max_length=12, choices=Attribute, default=Attribute.ACTIVE, help_text="拟制时确定。"
    )
    not_public_basis = models.CharField(
        "不予公开依据", max_length=6, choices=NotPublic, blank=True, help_text="不予公开的必填。"
    )
    secrecy_by = models.CharField("保密审查人", max_length=50, blank=True, help_text="公开前必填。")
    secrecy_on = models.DateField("保密审查日期", null=True, blank=True, help_text="不得晚于公开日期。")
    secrecy_result = models.CharField(
        "保密审查结论", max_length=10, choices=SecrecyResult, blank=True, help_text="公开前必填。"
    )
    privacy_by = models.CharField("个人信息审查人", max_length=50, blank=True, help_text="公开前必填。")
    privacy_on = models.DateField("个人信息审查日期", null=True, blank=True, help_text="不得晚于公开日期。")
    masked_fields = models.JSONField(
        "遮蔽的内容", default=list, blank=True, help_text="遮蔽了哪些内容，例如 住址、电话。"
    )
    consult_organs = models.JSONField("协商机关", default=list, blank=True, help_text="涉及其他机关的，列出机关名称。")
    consulted = models.BooleanField("已协商确认", default=False, help_text="涉及其他机关的，是否已协商、确认。")
    approval_required = models.BooleanField("需经批准", default=False, help_text="依照规定需要批准才能公开的选是。")
    approved_on = models.DateField("公开批准日期", null=True, blank=True, help_text="需经批准的必填。")
    published_on = models.DateField(
        "公开日期", null=True, blank=True, help_text="首次公开的日期；变更后写重新公开的日期。"
    )
    channels = models.JSONField("公开渠道", default=list, blank=True, help_text="例如 政府网站、政府公报、政务新媒体。")
    url = models.URLField("网址", max_length=300, blank=True, help_text="以 http 开头的完整网址。")
    interpretation_url = models.URLField("解读网址", max_length=300, blank=True, help_text="政策解读的网址。")
    validity = models.CharField("有效性", max_length=10, choices=Validity, blank=True, help_text="规范性文件填写。")
    retracted_on = models.DateField("撤下日期", null=True, blank=True, help_text="公开后又撤下的日期。")
    retracted_why = models.CharField("撤下理由", max_length=200, blank=True, help_text="撤下的必须说明理由。")
    delivered_on = models.DateField(
        "送档案馆图书馆日期", null=True, blank=True, help_text="送交国家档案馆、公共图书馆的日期。"
    )

    due_strict = models.DateField("不顺延届满日", null=True, editable=False)
    due_rolled = models.DateField("顺延届满日", null=True, editable=False)
    due_on = models.DateField("最迟公开日", null=True, editable=False)
    provisional = models.BooleanField("期限暂定", default=False, editable=False)
    on_time = models.BooleanField("按期公开", null=True, editable=False)
    outcome = models.CharField("状态", max_length=18, choices=Outcome, editable=False)

    class Meta:
        verbose_name = "主动公开信息"
        verbose_name_plural = "主动公开信息"
        constraints: ClassVar = [key_constraint("number", name="disclosure_index")]
        indexes: ClassVar = [
            *list_indexes("formed_on", "disclosure"),
            models.Index(fields=["organ", "published_on"], name="disclosure_published"),
            models.Index(fields=["organ", "due_on"], name="disclosure_due"),
            models.Index(
                fields=["organ", "due_on"],
                condition=models.Q(published_on__isnull=True),
                name="disclosure_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"
