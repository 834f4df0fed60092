"""Enforcement bodies, officers, delegations and granted powers (执法主体、人员、委托、赋权)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from yifa.kernel.registers.models import Entry, key_constraint, list_indexes
from yifa.office.codes import validate_credit_code
from yifa.office.personal import Mask, personal


class BodyKind(models.TextChoices):
    """Where the power of a body comes from."""

    DEPARTMENT = "department", "行政机关"
    TOWNSHIP = "township", "乡镇人民政府"
    SUBDISTRICT = "subdistrict", "街道办事处"
    AUTHORISED = "authorised", "法律法规授权组织"
    ENTRUSTED = "entrusted", "受委托组织"


class BodyStatus(models.TextChoices):
    """How a body stands."""

    CONFIRMED = "confirmed", "已确认"
    ADJUSTED = "adjusted", "已调整"
    CANCELLED = "cancelled", "已取消"


class EnforcementBody(Entry):
    """A body whose standing to enforce was confirmed (行政执法主体)."""

    name = models.CharField("执法主体", max_length=100, help_text="全称。受委托组织写该组织的全称。")
    kind = models.CharField("主体类别", max_length=12, choices=BodyKind, help_text="按执法权的来源选一项。")
    credit_code = models.CharField(
        "统一社会信用代码", max_length=18, blank=True, validators=[validate_credit_code], help_text="18位，核对校验码。"
    )
    principal = models.CharField("委托机关", max_length=100, blank=True, help_text="受委托组织填写，其他的留空。")
    powers = models.JSONField("执法权限", default=list, help_text="逐项写明，例如 行政处罚、行政检查、行政强制措施。")
    legal_basis = models.JSONField(
        "执法依据", default=list, help_text="逐项写明法律文件和条款，例如 《食品安全法》第六条。"
    )
    guide = models.CharField(
        "程序和救济渠道", max_length=200, blank=True, help_text="公示执法程序和救济渠道的网址或者名称。"
    )
    staff = models.PositiveIntegerField(
        "在岗执法人员数", null=True, blank=True, validators=[MaxValueValidator(20000, "人数过大，请核对")],
        help_text="执法岗位上的在编人员数，不含辅助人员；用来计算持证率，没有统计的留空，不写0。",
    )  # fmt: skip
    confirmed_on = models.DateField("确认日期", help_text="司法行政部门确认主体资格的日期。")
    announced_on = models.DateField("公告日期", null=True, blank=True, help_text="还没有公告的留空。")
    status = models.CharField(
        "主体状态", max_length=10, choices=BodyStatus, default=BodyStatus.CONFIRMED,
        help_text="职责调整的选已调整；不再是执法主体的选已取消。",
    )  # fmt: skip
    ended_on = models.DateField("取消日期", null=True, blank=True, help_text="已取消的填写，自这一天起不得执法。")

    class Meta:
        verbose_name = "行政执法主体"
        verbose_name_plural = "行政执法主体"
        constraints: ClassVar = [key_constraint("name", name="enforcement_body_name")]
        indexes: ClassVar = list_indexes("confirmed_on", "enf_body")

    def __str__(self) -> str:
        return self.name


class CertificateKind(models.TextChoices):
    """Who has the form of the certificate."""

    NATIONAL = "national", "行政执法证"
    MINISTRY = "ministry", "国务院部门执法证件"


class Staffing(models.TextChoices):
    """How an officer is employed."""

    CIVIL_SERVANT = "civil_servant", "公务员、参公人员"
    INSTITUTION = "institution", "事业编制"
    AUXILIARY = "auxiliary", "辅助人员"


class CertificateStatus(models.TextChoices):
    """How a certificate stands."""

    VALID = "valid", "有效"
    SUSPENDED = "suspended", "暂扣"
    REVOKED = "revoked", "吊销、注销"
    LEFT = "left", "离岗收回"


Pause = tuple[date, date]
"""First and last day of a suspension that is over."""


def pause_of(text: str) -> Pause | None:
    """A suspension as the register writes it (2026-03-01至2026-04-01); None where it is not written so."""
    first, _, last = str(text).partition("至")
    try:
        found = date.fromisoformat(first.strip()), date.fromisoformat(last.strip())
    except ValueError:
        return None
    return found if found[0] <= found[1] else None


class Officer(Entry):
    """An officer and the certificate (执法人员、行政执法证件).

    Name, number and kind of a certificate are published by duty (118号文) and so carry no mark of personal data; the
    citizen identity number is not kept at all.
    """

    cert_no = models.CharField("证件编号", max_length=40, help_text="证件上的编号；有效、暂扣的编号全县不得重复。")
    name = models.CharField("姓名", max_length=50, help_text="证件上的姓名。")
    body = models.CharField("执法主体", max_length=100, help_text="执法主体名录中的全称。")
    staffing = models.CharField("人员性质", max_length=16, choices=Staffing, help_text="辅助人员不发执法证件。")
    cert_kind = models.CharField("证件类别", max_length=10, choices=CertificateKind, help_text="按证件选一项。")
    matters = models.JSONField(
        "执法领域", default=list, blank=True, help_text="证件写明的领域，例如 食品、药品；不限领域的留空。"
    )
    exam_on = personal(
        models.DateField("考试合格日期", null=True, blank=True, help_text="通过资格考试的日期；旧证查不到的留空。"),
        Mask.TEXT, "个人考试情况",
    )  # fmt: skip
    training_hours = personal(
        models.PositiveIntegerField(
            "本年培训学时", null=True, blank=True, validators=[MaxValueValidator(2000, "学时过大，请核对")],
            help_text="没有统计的留空，不写0。",
        ), Mask.TEXT, "个人培训情况",
    )  # fmt: skip
    issued_on = models.DateField("发证日期", help_text="证件上的发证日期。")
    valid_to = models.DateField("有效期至", help_text="证件有效的最后一天，这一天仍然有效。")
    status = models.CharField(
        "证件状态", max_length=10, choices=CertificateStatus, default=CertificateStatus.VALID,
        help_text="过期的不必改，由系统按执法当日判断。",
    )  # fmt: skip
    status_on = models.DateField(
        "状态变动日期", null=True, blank=True, help_text="暂扣、吊销、注销、收回、恢复之日；没有变动过的留空。"
    )
    status_why = personal(
        models.CharField("变动原因", max_length=200, blank=True, help_text="例如 调离、退休、年审不合格。"),
        Mask.TEXT, "涉及对个人的处理",
    )  # fmt: skip
    pauses = personal(
        models.JSONField(
            "已结束的暂扣", default=list, blank=True,
            help_text="恢复使用后写明暂扣的首日和末日，例如 2026-03-01至2026-04-01；没有的留空。",
        ), Mask.TEXT, "涉及对个人的处理",
    )  # fmt: skip
    recused = personal(
        models.JSONField("回避对象", default=list, blank=True, help_text="应当回避的检查对象编号；没有的留空。"),
        Mask.TEXT, "反映个人的亲属和利害关系",
    )  # fmt: skip

    class Meta:
        verbose_name = "执法人员"
        verbose_name_plural = "执法人员"
        constraints: ClassVar = [
            key_constraint("cert_no", "issued_on", name="officer_number"),
            models.UniqueConstraint(
                fields=["cert_no"],
                condition=Q(withdrawn=False, status__in=("valid", "suspended")),
                name="officer_number_everywhere",
            ),
        ]
        indexes: ClassVar = [
            *list_indexes("issued_on", "officer"),
            models.Index(fields=["organ", "valid_to"], name="officer_by_end"),
            models.Index(fields=["body", "status"], name="officer_by_body"),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.cert_no}）"

    def valid_on(self, day: date) -> bool:
        """Whether the certificate holds on a day (both ends included); a suspension holds from its own day on.

        A suspension that is over still counts for the days it lasted: an act is judged by its own day.
        """
        changed = self.status != CertificateStatus.VALID and (self.status_on is None or self.status_on <= day)
        return self.issued_on <= day <= self.valid_to and not changed and self.paused_on(day) is None

    def paused_on(self, day: date) -> Pause | None:
        """The suspension, over by now, that held on a day."""
        return next((pause for pause in map(pause_of, self.pauses) if pause and pause[0] <= day <= pause[1]), None)


class DelegatedAct(models.TextChoices):
    """What is delegated (委托什么)."""

    PENALTY = "penalty", "行政处罚"
    LICENCE = "licence", "行政许可"
    INSPECTION = "inspection", "行政检查"
    COERCION = "coercion", "行政强制"


class AgentKind(models.TextChoices):
    """Who may be an agent."""

    ORGANISATION = "organisation", "管理公共事务的组织"
    ORGAN = "organ", "其他行政机关"
    OTHER = "other", "其他组织、个人"


class Delegation(Entry):
    """One letter of delegation (委托书)."""

    number = models.CharField("委托书编号", max_length=60, help_text="本机关内不重复，例如 洪城委〔2025〕1号。")
    act = models.CharField("委托事务", max_length=12, choices=DelegatedAct, help_text="行政强制不得委托。")
    principal = models.CharField("委托机关", max_length=100, help_text="全称。处罚决定以委托机关名义作出。")
    agent = models.CharField("受委托方", max_length=100, help_text="全称。")
    agent_kind = models.CharField("受委托方性质", max_length=14, choices=AgentKind, help_text="按受委托方选一项。")
    matters = models.JSONField("委托事项", default=list, help_text="逐项写明，用顿号隔开。")
    powers = models.TextField("委托权限", help_text="可以做什么、不可以做什么。")
    legal_basis = models.JSONField("委托依据", default=list, help_text="逐项写明法律文件和条款。")
    conditions_met = models.BooleanField(
        "已核实受托条件", default=False, help_text="依法成立并管理公共事务、有取得执法资格的人员、有技术条件。"
    )
    since = models.DateField("委托期限起", help_text="委托书写明的第一天。")
    until = models.DateField("委托期限止", help_text="委托书写明的最后一天。")
    ended_on = models.DateField("提前终止日期", null=True, blank=True, help_text="提前终止的填写，自这一天起不得实施。")
    principal_published_on = models.DateField(
        "委托机关公布日期", null=True, blank=True, help_text="委托机关向社会公布的日期。"
    )
    agent_published_on = models.DateField(
        "受委托方公布日期", null=True, blank=True, help_text="受委托组织向社会公布的日期。"
    )

    class Meta:
        verbose_name = "执法委托"
        verbose_name_plural = "执法委托"
        constraints: ClassVar = [key_constraint("number", name="delegation_number")]
        indexes: ClassVar = [
            *list_indexes("since", "delegation"),
            models.Index(fields=["organ", "until"], name="delegation_by_end"),
            models.Index(fields=["agent", "act"], name="delegation_by_agent"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.agent}"


class ReceiverKind(models.TextChoices):
    """Who may be given powers."""

    TOWNSHIP = "township", "乡镇人民政府"
    SUBDISTRICT = "subdistrict", "街道办事处"


class Evaluation(models.TextChoices):
    """What an evaluation came to."""

    RETAIN = "retain", "保留"
    ADJUST = "adjust", "调整"
    RECALL = "recall", "收回"


class GrantedPower(Entry):
    """One power given by the province to one township or subdistrict (赋权事项)."""

    item_code = models.CharField("事项编码", max_length=40, help_text="赋权目录中的编码，同一承接机关内不重复。")
    name = models.CharField("赋权事项", max_length=200, help_text="与省级公布的目录一致。")
    receiver = models.CharField("承接机关", max_length=100, help_text="全称；以自己的名义实施。")
    receiver_kind = models.CharField("承接机关类别", max_length=12, choices=ReceiverKind, help_text="按机关选一项。")
    former = models.CharField("原行使部门", max_length=100, help_text="县级人民政府部门的全称。")
    legal_basis = models.JSONField("处罚依据", default=list, help_text="逐项写明法律文件和条款。")
    decision_no = models.CharField("省级决定文号", max_length=80, help_text="省、自治区、直辖市决定的文号。")
    published_on = models.DateField("决定公布日期", help_text="没有公布的决定不得承接。")
    taken_on = models.DateField("承接日期", help_text="承接机关开始实施的日期。")
    coercion = models.BooleanField("含行政强制措施", default=False, help_text="赋予处罚权不等于赋予查封、扣押权。")
    evaluated_on = models.DateField("最近评估日期", null=True, blank=True, help_text="还没有评估的留空。")
    evaluation = models.CharField("评估结论", max_length=8, choices=Evaluation, blank=True, help_text="评估过的填写。")
    evaluate_by = models.DateField(
        "下次评估期限", null=True, blank=True, help_text="省级规定的下次评估的最后一天；没有规定的留空。"
    )
    recalled_on = models.DateField("收回日期", null=True, blank=True, help_text="收回的填写，自这一天起不得实施。")

    class Meta:
        verbose_name = "赋权事项"
        verbose_name_plural = "赋权事项"
        constraints: ClassVar = [key_constraint("item_code", "receiver", "taken_on", name="granted_power_item")]
        indexes: ClassVar = [
            *list_indexes("taken_on", "granted"),
            models.Index(fields=["receiver", "item_code"], name="granted_by_receiver"),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.receiver}）"
