"""The row of a certificate (执法证件): one person's, from application to its end."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models

from yifa.areas.enforcement.authority.models import CertificateKind, Staffing
from yifa.areas.enforcement.certificate.choices import ExamResult, Outcome
from yifa.kernel.models import Case
from yifa.office.models import Organ
from yifa.office.personal import Mask, personal


class CertificateCase(Case):
    """One certificate at the justice bureau; what it came to stands in the officers' register (执法人员台账).

    Name, number and kind are published by duty once it is issued (118号文) and carry no mark of personal data; the
    citizen identity number is not kept.
    """

    person_name = models.CharField("姓名", max_length=50, blank=True, help_text="与证件一致，不写公民身份号码。")
    body_organ = models.ForeignKey(
        Organ, models.PROTECT, verbose_name="申领机关", related_name="+", null=True, blank=True,
        help_text="证件记入哪个机关的执法人员台账。",
    )  # fmt: skip
    body = models.CharField(
        "执法主体", max_length=100, blank=True, help_text="执法主体名录中的全称；留空为申领机关，受委托组织写全称。"
    )
    staffing = models.CharField(
        "人员性质", max_length=16, choices=Staffing, blank=True, help_text="辅助人员不发执法证件。"
    )
    cert_kind = models.CharField(
        "证件类别", max_length=10, choices=CertificateKind, default=CertificateKind.NATIONAL, blank=True
    )
    matters = models.CharField(
        "执法领域", max_length=200, blank=True, help_text="证件写明的领域，用顿号隔开；不限领域的留空。"
    )
    training_hours = personal(
        models.PositiveIntegerField(
            "培训学时", null=True, blank=True, validators=[MaxValueValidator(2000, "学时过大，请核对")],
            help_text="申领时为岗前培训学时，年审、换证时为本年培训学时。",
        ), Mask.TEXT, "个人培训情况",
    )  # fmt: skip
    received_on = models.DateField("收到申领日期", null=True, blank=True, help_text="留空为办理日期。")

    exam_on = personal(models.DateField("考试日期", null=True, blank=True), Mask.TEXT, "个人考试情况")
    exam_score = personal(
        models.PositiveSmallIntegerField(
            "考试成绩", null=True, blank=True, validators=[MaxValueValidator(100, "不能大于100")],
            help_text="满分100；缺考的留空。",
        ), Mask.TEXT, "个人考试情况",
    )  # fmt: skip
    exam_result = models.CharField("考试结果", max_length=8, choices=ExamResult, blank=True)
    failures = models.PositiveSmallIntegerField("未通过次数", default=0)

    cert_no = models.CharField("证件编号", max_length=40, blank=True, help_text="有效、暂扣的编号全县不得重复。")
    new_cert_no = models.CharField(
        "新证件编号", max_length=40, blank=True, help_text="换证换号的填写，旧证同日注销；不换号的留空。"
    )
    issued_on = models.DateField("发证日期", null=True, blank=True)
    valid_to = models.DateField("有效期至", null=True, blank=True, help_text="证件有效的最后一天，这一天仍然有效。")
    renew_to = models.DateField("换证后有效期至", null=True, blank=True, help_text="新证有效的最后一天。")
    suspended_on = models.DateField("暂扣日期", null=True, blank=True)
    left_on = models.DateField("离岗日期", null=True, blank=True, help_text="自这一天起不得执法；留空为办理日期。")
    why = personal(
        models.CharField("理由", max_length=150, blank=True, help_text="写明事实和规定。"),
        Mask.TEXT,
        "涉及对个人的处理",
    )
    entry = models.PositiveBigIntegerField("台账记录", null=True, blank=True, editable=False)
    outcome = models.CharField("结果", max_length=10, choices=Outcome, blank=True)

    class Meta:
        verbose_name = "行政执法证件"
        verbose_name_plural = "行政执法证件"
        indexes: ClassVar = [models.Index(fields=["cert_no"], name="certificate_by_number")]

    @property
    def matter_list(self) -> list[str]:
        """The fields of enforcement, one by one."""
        return [
            word.strip() for word in self.matters.replace(",", "、").replace("，", "、").split("、") if word.strip()
        ]
