"""The rows of legality review: the review of a matter, and the topic of a meeting."""

from __future__ import annotations

from django.db import models

from yifa.areas.rulemaking.counsel.models import CounselService
from yifa.areas.rulemaking.legality_review import choices as c
from yifa.areas.rulemaking.legality_review import columns
from yifa.areas.rulemaking.texts import DraftText
from yifa.kernel.fields import RowsField
from yifa.kernel.models import Case, Paper
from yifa.office.models import Organ
from yifa.text.compare import Kind, compare

OPINION_TITLE = "合法性审查意见书"


def _line(row: dict[str, str]) -> str:
    weight = f"【{c.Weight(row['severity']).label}】" if row.get("severity") else ""
    basis = f"依据：{row['basis'].rstrip('。')}。" if row.get("basis") else ""
    return f"{weight}{row['text'].rstrip('。')}。{basis}"


class LegalityReviewCase(Case):
    """The review of one matter (合法性审查), at the organ that reviews it."""

    target_type = models.CharField("送审事项类型", max_length=30, choices=c.TargetType, blank=True)
    target_title = models.CharField("送审事项名称", max_length=200, blank=True)
    target_number = models.CharField("所属案件或者合同编号", max_length=60, blank=True)
    submitter = models.ForeignKey(
        Organ, models.PROTECT, verbose_name="送审单位", related_name="+", null=True, blank=True
    )
    submitter_name = models.CharField(
        "送审单位名称", max_length=100, blank=True, help_text="村（居）民委员会等不在系统机关名录中的，在此填写。"
    )
    urgent = models.BooleanField("紧急制定", default=False, help_text="应对突发事件或者执行上级紧急命令。")
    urgent_reason = models.TextField("紧急的理由", blank=True)
    exploratory = models.BooleanField("探索性改革事项", default=False, help_text="国家尚无明确规定的探索性改革决策。")
    materials = RowsField("送审材料", columns=columns.MATERIALS, help_text="按送审事项类型逐项填写有无。")
    draft = DraftText("送审稿", blank=True, help_text="送审文本全文。")
    draft_digest = models.CharField("送审稿摘要", max_length=64, blank=True, help_text="由系统按送审稿计算。")
    received_on = models.DateField("收到送审材料日", null=True, blank=True)
    supplemented_on = models.DateField("补齐材料日", null=True, blank=True)
    accepted_on = models.DateField("受理日", null=True, blank=True)
    return_reason = models.TextField("退回或者要求补充的原因", blank=True)
    reviewers = RowsField("审查人员", columns=columns.REVIEWERS)
    counsel_opinions = RowsField("法律顾问、公职律师意见", columns=columns.COUNSEL_OPINIONS)
    findings = RowsField("系统检查意见", columns=columns.FINDINGS)
    opinions = RowsField("审查意见", columns=columns.OPINIONS)
    round = models.PositiveSmallIntegerField("审查轮次", default=1)
    conclusion = models.CharField("审查结论", max_length=20, choices=c.Conclusion, blank=True)
    conclusion_text = models.TextField("结论说明", blank=True)
    risk_note = models.TextField("法律风险", blank=True, help_text="结论为明示法律风险的，逐项写明风险和应对建议。")
    opined_on = models.DateField("出具意见日", null=True, blank=True)
    fed_back_on = models.DateField("反馈采纳情况日", null=True, blank=True)
    final_draft = DraftText("拟提交审议或者签署的文本", blank=True)
    final_digest = models.CharField("核对过的文本摘要", max_length=64, blank=True)
    adoption_note = models.TextField("采纳情况核对", blank=True)

    class Meta:
        verbose_name = "合法性审查案件"
        verbose_name_plural = "合法性审查案件"

    @property
    def review_word(self) -> str:
        """审核 for normative documents, 审查 for everything else."""
        return "审核" if self.target_type == c.TargetType.DOCUMENT else "审查"

    @property
    def opinion_number(self) -> str:
        """The number of the opinion issued last."""
        papers = Paper._base_manager.filter(case_id=self.pk, title=OPINION_TITLE).order_by("-pk")
        return papers.values_list("number", flat=True).first() or ""

    @property
    def opinion_lines(self) -> list[str]:
        """The opinions of this round as sentences for the letter, each with its weight and basis."""
        now = [row for row in self.opinions if str(row.get("round") or 1) == str(self.round)]
        return [_line(row) for row in now]

    @property
    def opinion_table(self) -> list[dict[str, str]]:
        """All opinions with what became of them, for the check of adoption."""
        return [
            {
                "seq": str(row.get("seq", "")),
                "text": str(row.get("text", "")),
                "status": row.get("adopt_status") or c.Adoption.PENDING.value,
                "adopted": c.Adoption(row.get("adopt_status") or c.Adoption.PENDING).label,
                "reason": str(row.get("reason_if_not") or "—"),
            }
            for row in self.opinions
        ]

    @property
    def changes(self) -> list[str]:
        """The articles in which the text that goes on differs from the one that was reviewed, for the check."""
        if not (self.draft and self.final_draft):
            return []
        return [each.label for each in compare(self.draft, self.final_draft).changes if each.kind is not Kind.SAME]

    @property
    def from_whom(self) -> str:
        """Who submitted the matter, for lists and letters."""
        return self.submitter.name if self.submitter else self.submitter_name


class AgendaCase(Case):
    """A topic proposed for a meeting (上会议题), at the organ that meets."""

    topic = models.CharField("议题", max_length=200, blank=True)
    proposer = models.ForeignKey(
        Organ, models.PROTECT, verbose_name="提请单位", related_name="+", null=True, blank=True
    )
    meeting = models.CharField(
        "会议", max_length=20, blank=True,
        choices=(
            ("standing", "政府常务会议"), ("plenary", "政府全体会议"), ("office", "部门办公会议"),
            ("township", "乡镇（街道）办公会议"), ("other", "其他会议"),
        ),
    )  # fmt: skip
    needs_review = models.BooleanField("涉法议题", default=True, help_text="需要合法性审查的议题；不需要的写明理由。")
    no_review_reason = models.TextField("不需要审查的理由", blank=True)
    draft = DraftText("上会文本", blank=True)
    reviewing_organ = models.ForeignKey(
        Organ, models.PROTECT, verbose_name="审查机关", related_name="+", null=True, blank=True
    )
    review_conclusion = models.CharField("审查结论", max_length=20, choices=c.Conclusion, blank=True)
    review_number = models.CharField("审查意见书文号", max_length=60, blank=True)
    review_opinions = RowsField("审查意见", columns=columns.OPINIONS, help_text="逐条写明采纳情况。")
    reviewed_digest = models.CharField("审查过的文本摘要", max_length=64, blank=True)
    cleared_digest = models.CharField("核对过的文本摘要", max_length=64, blank=True)
    meeting_on = models.DateField("会议日期", null=True, blank=True)
    meeting_number = models.CharField("会议名称、届次", max_length=80, blank=True)
    outcome = models.CharField(
        "审议结果", max_length=20, blank=True,
        choices=(("approved", "通过"), ("changed", "修改后通过"), ("deferred", "暂缓"), ("rejected", "不予通过")),
    )  # fmt: skip

    class Meta:
        verbose_name = "会议议题"
        verbose_name_plural = "会议议题"


class ReviewSubmissionCase(Case):
    """A matter of law that was submitted for review (事项送审), at the organ that submits it."""

    matter = models.CharField("送审事项名称", max_length=200, blank=True)
    target_type = models.CharField(
        "送审事项类型", max_length=30, choices=c.TargetType, blank=True,
        help_text="决策、文件、合同、会议议题在各自的程序中送审。",
    )  # fmt: skip
    draft = DraftText("送审稿", blank=True, help_text="送审文本全文。")
    materials = RowsField("送审材料", columns=columns.MATERIALS, help_text="按送审事项类型逐项填写有无。")
    reviewing_organ = models.ForeignKey(
        Organ, models.PROTECT, verbose_name="审查机关", related_name="+", null=True, blank=True,
        help_text="不选的，乡镇（街道）送县司法局，部门送本部门法制机构。",
    )  # fmt: skip
    review_conclusion = models.CharField("审查结论", max_length=20, choices=c.Conclusion, blank=True)
    review_number = models.CharField("审查意见书文号", max_length=60, blank=True)
    review_opinions = RowsField("审查意见", columns=columns.OPINIONS, help_text="逐条写明采纳情况。")
    reviewed_digest = models.CharField("审查过的文本摘要", max_length=64, blank=True)
    cleared_digest = models.CharField("核对过的文本摘要", max_length=64, blank=True)
    outcome = models.TextField("办理情况", blank=True, help_text="印发、公布、答复、签订的日期和文号。")

    class Meta:
        verbose_name = "送审事项"
        verbose_name_plural = "送审事项"


class ServiceOfReview(models.Model):
    """Which entry of the book of counsel's services came from which row of a review (自动登记的服务).

    `key` lasts while counsel and day of the row do. The entry is written by `counsel_ledger` and by nobody else.
    """

    review = models.ForeignKey(LegalityReviewCase, models.PROTECT, verbose_name="合法性审查案件", related_name="+")
    key = models.CharField("行标识", max_length=80)
    entry = models.OneToOneField(CounselService, models.PROTECT, verbose_name="服务记录", related_name="+")

    class Meta:
        verbose_name = "审查案件的顾问服务"
        verbose_name_plural = "审查案件的顾问服务"

    def __str__(self) -> str:
        return f"{self.review_id} {self.key}"
