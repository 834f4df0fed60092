"""The row of a hearing (听证)."""

from __future__ import annotations

from datetime import date

from django.db import models

from yifa.areas.enforcement.common.party import PartyFields
from yifa.areas.enforcement.hearing import choices as c
from yifa.kernel.derived import Derived
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case
from yifa.office.personal import Mask, personal

INVESTIGATORS = (
    RowColumn("name", "姓名", required=True, mask=Mask.NAME),
    RowColumn("cert_no", "证件编号"),
)
OTHERS = (
    RowColumn("name", "姓名或者名称", required=True, mask=Mask.NAME),
    RowColumn("role", "身份", choices=(("applicant", "申请人"), ("interested", "利害关系人"), ("third", "第三人"))),
    RowColumn("told_on", "被告知日期", help="与当事人同日告知的留空。"),
)
RECUSALS = (
    RowColumn("whom", "申请回避的对象", required=True, mask=Mask.NAME, help="听证主持人、听证员或者记录员的姓名。"),
    RowColumn("by", "申请人", mask=Mask.NAME),
    RowColumn("why", "事由"),
    RowColumn("decision", "决定", choices=(("granted", "准予回避"), ("rejected", "驳回申请"))),
)
AGENTS = (
    RowColumn("name", "代理人", required=True, mask=Mask.NAME),
    RowColumn("of", "被代理人", mask=Mask.NAME, help="一方当事人的留空。"),
    RowColumn("authority", "委托权限"),
)


class HearingCase(PartyFields, Case):
    """One hearing, at the organ that will decide."""

    kind = models.CharField("听证类别", max_length=14, choices=c.Kind, blank=True)
    client_title = models.CharField("所涉案件", max_length=200, blank=True)
    client_number = models.CharField("所涉案件编号", max_length=60, blank=True)
    trigger_item = models.CharField(
        "听证情形", max_length=16, choices=c.Trigger, blank=True, help_text="拟作的决定属于哪一种应当听证的情形。"
    )
    proposed = models.TextField("拟作的决定", blank=True)
    investigators = RowsField(
        "调查、审查人员", columns=INVESTIGATORS, help_text="处罚案件的调查人员，许可申请的审查人员；不得主持听证。"
    )
    others = RowsField("利害关系人、第三人", columns=OTHERS)
    told_on = models.DateField(
        "告知听证权利日", null=True, blank=True, help_text="告知书送达之日；公告送达的，为视为送达之日。"
    )
    requester = personal(
        models.CharField("听证申请人", max_length=100, blank=True, help_text="当事人本人提出的留空。"),
        Mask.NAME, "自然人姓名",
    )  # fmt: skip
    request_channel = models.CharField(
        "申请方式", max_length=10, blank=True,
        choices=(("written", "书面"), ("oral", "口头"), ("mail", "邮寄"), ("online", "网上"), ("receipt", "回证注明")),
    )  # fmt: skip
    requested_on = models.DateField("要求听证日", null=True, blank=True)
    posted_on = models.DateField(
        "交邮日", null=True, blank=True, help_text="邮寄申请的填写，以邮戳为准；期满前交邮的不算逾期。"
    )
    announced_where = models.CharField("公告载体", max_length=200, blank=True, help_text="依职权听证向社会公告的载体。")
    refusal = models.TextField("不予组织听证的理由", blank=True)
    host = personal(models.CharField("听证主持人", max_length=50, blank=True), Mask.NAME, "自然人姓名")
    host_post = models.CharField("主持人单位、职务", max_length=100, blank=True)
    members = models.CharField("听证员", max_length=100, blank=True, help_text="没有的留空，多人用顿号隔开。")
    recorder = personal(models.CharField("记录员", max_length=50, blank=True), Mask.NAME, "自然人姓名")
    recusals = RowsField("回避申请和决定", columns=RECUSALS)
    hearing_on = models.DateField("听证日期", null=True, blank=True)
    hearing_time = models.CharField("听证时间", max_length=20, blank=True, help_text="例如 上午9:00。")
    venue = models.CharField("听证地点", max_length=200, blank=True)
    public = models.BooleanField("公开举行", default=True)
    closed_reason = models.CharField(
        "不公开的原因", max_length=14, choices=c.Closed, blank=True, help_text="不公开举行的填写；只有这三种情形。"
    )
    agents = RowsField("代理人", columns=AGENTS, help_text="每一方可以委托一至二人。")
    attended = models.TextField("到会人员", blank=True)
    claims = models.TextField("调查、审查人员的意见", blank=True, help_text="提出的事实、证据和建议。")
    defence = models.TextField("申辩和质证意见", blank=True)
    transcript = models.CharField("听证笔录编号", max_length=100, blank=True, help_text="笔录在案卷中的编号。")
    transcript_signed = models.CharField("笔录签字", max_length=10, choices=c.Signed, blank=True)
    refusal_note = models.CharField("拒绝签字的注明", max_length=200, blank=True)
    report_opinion = models.CharField("主持人意见", max_length=10, choices=c.Opinion, blank=True)
    report_summary = models.TextField("听证情况和理由", blank=True)
    outcome = models.CharField("听证结果", max_length=20, choices=c.Outcome, blank=True)

    last_told = Derived("最后一人被告知日", lambda record: record.last_told_on)

    class Meta:
        verbose_name = "听证案件"
        verbose_name_plural = "听证案件"

    def told_when(self, name: str) -> date | None:
        """When somebody was told of the right: an interested person maybe later than the party (许可法47①)."""
        rows = {str(row.get("name", "")).strip(): _day(row.get("told_on")) for row in self.others}
        return rows.get(name.strip()) or self.told_on

    @property
    def last_told_on(self) -> date | None:
        """When the last of them was told: before their five days are over nobody's silence is known."""
        days = [day for day in (self.told_on, *(_day(row.get("told_on")) for row in self.others)) if day is not None]
        return max(days) if self.told_on is not None else None

    @property
    def of_penalty(self) -> bool:
        """Whether it comes before a penalty."""
        return self.kind == c.Kind.PENALTY

    @property
    def law(self) -> str:
        """The law as instruments cite it."""
        return "《中华人民共和国行政处罚法》" if self.of_penalty else "《中华人民共和国行政许可法》"

    @property
    def asked_by(self) -> str:
        """Who asked for it."""
        return self.requester or self.party_name

    @property
    def everybody(self) -> str:
        """To whom the notice goes."""
        return "、".join(dict.fromkeys([name for name in (self.party_name, self.requester) if name] + self._others))

    @property
    def _others(self) -> list[str]:
        return [str(row["name"]) for row in self.others if row.get("name")]

    @property
    def investigator_names(self) -> list[str]:
        """Those who may not preside."""
        return [str(row.get("name", "")).strip() for row in self.investigators if row.get("name")]


def _day(said: object) -> date | None:
    """A day in a row; None where it is blank or cannot be read."""
    try:
        return date.fromisoformat(str(said or ""))
    except ValueError:
        return None
