"""Fields of a case on the application (申请): the people, the act, how it came to be known, what is asked."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import models

from yifa.areas.remedies.reconsideration import choices as c
from yifa.areas.remedies.reconsideration.defaults import DEFAULTS
from yifa.kernel.derived import Derived
from yifa.kernel.fields import RowColumn, RowsField
from yifa.office.models import Organ
from yifa.office.personal import Mask, personal

SUBJECTS = (("citizen", "公民"), ("legal_person", "法人"), ("organisation", "其他组织"))
AGENTS = (
    ("lawyer", "律师"), ("legal_worker", "基层法律服务工作者"), ("other", "其他代理人"), (c.STATUTORY, "法定代理人"),
)  # fmt: skip

COMPANY = ("kind", ("legal_person", "organisation"))
"""With these kinds of applicants, names and addresses are no personal data."""

PEOPLE = (
    RowColumn("name", "姓名或者名称", required=True, mask=Mask.NAME, public_if=COMPANY),
    RowColumn("kind", "主体类型", choices=SUBJECTS),
    RowColumn("gender", "性别", choices=(("male", "男"), ("female", "女"))),
    RowColumn("id_number", "证件号码或者统一社会信用代码", mask=Mask.ID_NUMBER, public_if=COMPANY),
    RowColumn("address", "住址", mask=Mask.ADDRESS, public_if=COMPANY),
    RowColumn("service_address", "送达地址", mask=Mask.ADDRESS),
    RowColumn("contact", "联系电话", mask=Mask.PHONE),
    RowColumn("representative", "法定代表人或者主要负责人", mask=Mask.NAME),
)
AGENT = (
    RowColumn("name", "姓名", required=True, mask=Mask.NAME),
    RowColumn("kind", "代理人类型", choices=AGENTS),
    RowColumn("of", "被代理人", mask=Mask.NAME),
    RowColumn("powers", "代理权限和期限", help="授权委托书载明的委托事项、权限和期限。"),
    RowColumn("contact", "联系电话", mask=Mask.PHONE),
)
ONE = (RowColumn("name", "姓名", required=True, mask=Mask.NAME),)
ORGANS = (RowColumn("name", "机关或者组织名称", required=True),)

REFUSAL_STARTS = date(2026, 7, 1)
"""From this day on a refusal to sign starts the period for applying (2026年条例 23①二)."""


def term_start(record: ApplicationFields) -> date | None:
    """The day from which the period for applying runs (行政复议法 20①③)."""
    if record.remedy_told is False:
        return record.remedy_known_on or record.received_on
    return learnt_on(record)


def learnt_on(record: ApplicationFields) -> date | None:
    """The day on which the act was known: a refused service counts from the refusal only since 2026-07-01."""
    if record.known_by != c.KnownBy.REFUSED or record.refused_on is None:
        return record.known_on
    if record.refused_on >= REFUSAL_STARTS or DEFAULTS.text("refusal_before_2026") == "refused":
        return record.refused_on
    return record.known_on or record.refused_on


def capped_from(record: ApplicationFields) -> date | None:
    """Where the remedy was not told, the day from which the longest year runs (行政复议法 20③)."""
    return learnt_on(record) if record.remedy_told is False else None


def applied_on(record: ApplicationFields) -> date | None:
    """When the application was made, if not on the day it came in: posted, or handed to the organ that punished.

    Post counts from its stamp (民事诉讼法 85④); an application may be made through the penalty organ (行政复议法 32①).
    """
    if record.posted_on is not None:
        return record.posted_on
    return record.punisher_received_on if record.channel == c.Channel.VIA_PUNISHER else None


def duty_lapsed_on(record: ApplicationFields) -> date | None:
    """When the duty should have been done: its own term, else sixty days after the request (条例)."""
    if not record.omission or record.urgent:
        return None
    if record.duty_due_on is not None:
        return record.duty_due_on
    return record.requested_on and record.requested_on + timedelta(days=60)


def misfiled_eve(record: ApplicationFields) -> date | None:
    """The day before the suit: from the day of the suit on nothing counts (自提起行政诉讼之日, 2026年条例 26)."""
    return record.misfiled_from and record.misfiled_from - timedelta(days=1)


def correcting_eve(record: ApplicationFields) -> date | None:
    """The day before the application went to the penalty organ, likewise (自提交行政复议申请之日, 2026年条例 38②)."""
    return record.correcting_from and record.correcting_from - timedelta(days=1)


class ApplicationFields(models.Model):
    """What is known when an application has come in."""

    received_on = models.DateField("收到申请日", null=True, blank=True)
    posted_on = models.DateField(
        "交邮日",
        null=True,
        blank=True,
        help_text="邮寄的，填写邮戳日；期满前交邮的不算过期（民事诉讼法第八十五条第四款）。",
    )
    channel = models.CharField("提交渠道", max_length=20, choices=c.Channel, blank=True)
    punisher_received_on = models.DateField(
        "处罚机关收到申请日", null=True, blank=True,
        help_text="通过作出处罚决定的机关提交申请的，填写该机关收到申请的日期（行政复议法第三十二条）。",
    )  # fmt: skip
    applicants = RowsField("申请人", columns=PEOPLE, help_text="多名申请人逐行填写，首行为案件名称所用。")
    applicant_count = models.PositiveIntegerField(
        "申请人数", default=1, help_text="人数众多、未逐一登记的，以此数为准。"
    )
    representatives = RowsField("代表人", columns=ONE, help_text="申请人推选的代表人（行政复议法第十五条）。")
    agents = RowsField(
        "代理人", columns=AGENT, help_text="每名申请人、第三人可以委托一至二名；法定代理人另计（第十四条第三款）。"
    )
    third_parties = RowsField("第三人", columns=PEOPLE)
    legal_aid = models.BooleanField("法律援助", default=False)
    respondent = models.ForeignKey(
        Organ, models.PROTECT, verbose_name="被申请人", related_name="+", null=True, blank=True,
        help_text="作出行政行为的行政机关或者授权组织；委托的，为委托机关（行政复议法第十九条）。",
    )  # fmt: skip
    co_respondents = RowsField(
        "共同被申请人", columns=ORGANS, help_text="共同作出行政行为的其他机关、授权组织（行政复议法第十九条第二款）。"
    )
    respondent_kind = models.CharField("被申请人与本机关的关系", max_length=20, choices=c.RespondentKind, blank=True)
    act_kind = models.CharField("行政行为类型", max_length=20, choices=c.ActKind, blank=True)
    act_domain = models.CharField("行政管理领域", max_length=20, choices=c.ActDomain, blank=True)
    act_title = models.CharField("行政行为名称和文号", max_length=200, blank=True)
    act_made_on = models.DateField("行政行为作出日", null=True, blank=True)
    real_estate = models.BooleanField(
        "因不动产提出", default=False, help_text="最长保护期为二十年（行政复议法第二十一条）。"
    )
    known_by = models.CharField("知道途径", max_length=20, choices=c.KnownBy, blank=True)
    known_on = models.DateField(
        "知道或者应当知道行政行为之日", null=True, blank=True,
        help_text="当场作出的为作出日；直接、邮寄送达的为签收日；电子送达的为到达特定系统日；公告的为公告期满日；"
        "补充告知的为收到补充告知日；2026年7月1日前拒绝签收的为留置送达日。",
    )  # fmt: skip
    refused_on = models.DateField("拒绝签收日", null=True, blank=True)
    apply_days = models.PositiveIntegerField(
        "法律规定的申请期限（日）", null=True, blank=True, help_text="法律规定超过六十日的填写（第二十条第一款）。"
    )
    known_evidence = models.CharField("知道日期的证据", max_length=200, blank=True)
    remedy_told = models.BooleanField(
        "已告知复议权利、机关和期限", null=True, blank=True, help_text="三项缺一即为未告知。"
    )
    remedy_known_on = models.DateField("知道复议权利、机关和期限之日", null=True, blank=True)
    barred_from = models.DateField("不可抗力等障碍发生日", null=True, blank=True)
    barred_until = models.DateField("障碍消除日", null=True, blank=True)
    misfiled_from = models.DateField("误向法院起诉日", null=True, blank=True)
    misfiled_until = models.DateField("驳回起诉裁定送达日", null=True, blank=True)
    correcting_from = models.DateField(
        "向处罚机关提交申请日", null=True, blank=True,
        help_text="处罚机关自行纠正后仍坚持申请的填写，至其告知之日的期间不计入申请期限（2026年条例第三十八条第二款）。",
    )  # fmt: skip
    correcting_until = models.DateField("处罚机关告知纠正情况日", null=True, blank=True)
    omission = models.BooleanField(
        "未受理、不答复或者不履行", default=False, help_text="申请履行法定职责而行政机关未受理、不予答复、不履行。"
    )
    requested_on = models.DateField("行政机关收到履职申请日", null=True, blank=True)
    duty_due_on = models.DateField(
        "履行期限届满日", null=True, blank=True, help_text="法律、法规、规章规定了履行期限的填写。"
    )
    urgent = models.BooleanField("紧急情况下请求保护", default=False, help_text="不受申请期限限制。")
    supplement_posted_on = models.DateField("补正材料交邮日", null=True, blank=True)
    claims = personal(models.TextField("行政复议请求", blank=True), Mask.TEXT, "请求中可能夹带个人信息")
    reasons = personal(models.TextField("事实和理由", blank=True), Mask.TEXT, "事实理由中可能夹带个人信息")
    asks_void = models.BooleanField("请求确认无效", default=False)
    compensation_claim = models.BooleanField("一并提出行政赔偿请求", default=False)
    norm_claim = models.BooleanField("一并提出附带审查申请", default=False)
    mandatory_first = models.CharField("复议前置", max_length=20, choices=c.MandatoryFirst, blank=True)
    excluded_matter = models.CharField("不属于复议范围的事项", max_length=20, choices=c.ExcludedMatter, blank=True)
    refusal_ground = models.CharField("不符合的受理条件", max_length=20, choices=c.RefusalGround, blank=True)
    competent_organ = models.CharField("有管辖权的复议机关", max_length=100, blank=True)

    term_starts_on = Derived("申请期限起算日", term_start)
    capped_from = Derived("未告知时知道行为内容之日", capped_from)
    duty_lapsed_on = Derived("履职期限届满之日", duty_lapsed_on)
    applied_on = Derived("提出申请之日", applied_on)
    misfiled_eve = Derived("误向法院起诉日的前一日", misfiled_eve)
    correcting_eve = Derived("向处罚机关提交申请日的前一日", correcting_eve)

    class Meta:
        abstract = True
