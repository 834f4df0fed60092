"""What is known of the act and how it was looked into (违法事实和调查)."""

from __future__ import annotations

from datetime import date

from django.core.validators import MinValueValidator
from django.db import models

from yifa.areas.enforcement.common.rules import PUBLIC_SECURITY, Regime, regime_on, regimes
from yifa.areas.enforcement.evidence.kinds import EvidenceKind
from yifa.areas.enforcement.evidence.rows import COLUMNS as EVIDENCE
from yifa.areas.enforcement.penalty import choices as c
from yifa.kernel.derived import Derived
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case
from yifa.office.models import Organ
from yifa.office.personal import Mask, personal

OTHER_ACTS = (
    RowColumn("act", "违法行为", required=True),
    RowColumn("benchmark", "违法行为编码"),
    RowColumn("violated", "违反条款"),
    RowColumn("basis", "处罚依据"),
    RowColumn("grade", "阶次"),
    RowColumn("fine", "罚款（元）"),
    RowColumn("reason", "偏离基准的理由"),
)
AMOUNT = MinValueValidator(0, "不能小于0")


def _limitation_from(record: FactsFields) -> date | None:
    return record.violation_end_date or record.violation_date


def _case_start(record: FactsFields) -> date | None:
    """From which day the case limit runs: filing, or acceptance where the special law says so."""
    if record.filed_date is None:
        return None
    accepted = record.accepted_date if record.regime.start == "accepted" else None
    return accepted or record.filed_date


class FactsFields(models.Model):
    """Clue, facts, investigation."""

    clue_source = models.CharField("线索来源", max_length=12, choices=c.ClueSource, blank=True)
    clue_number = models.CharField("线索、来函编号", max_length=60, blank=True)
    informant = personal(
        models.CharField("投诉举报人", max_length=100, blank=True, help_text="保密，不进入任何文书和公开副本。"),
        Mask.NAME, "举报人信息应当保密",
    )  # fmt: skip
    violation = models.TextField("违法行为", blank=True, help_text="何时、何地、何人、做了什么。")
    violation_place = personal(
        models.CharField("违法行为发生地", max_length=200, blank=True), Mask.ADDRESS, "可能是住址"
    )
    violation_date = models.DateField("违法行为发生日", null=True, blank=True)
    violation_end_date = models.DateField(
        "违法行为终了日", null=True, blank=True, help_text="有连续或者继续状态的填写；时效自终了之日起算。"
    )
    discovered_date = models.DateField(
        "发现日", null=True, blank=True, help_text="发现违法行为的日期；其他机关移送的，为该机关发现的日期。"
    )
    limitation_class = models.CharField("处罚时效", max_length=10, choices=c.LimitationClass, blank=True)
    limitation_months = models.PositiveIntegerField(
        "另有规定的时效（月）", null=True, blank=True, help_text="选法律另有规定的填写。"
    )
    case_regime = models.CharField(
        "案件制度", max_length=20, default="ordinary", choices=regimes,
        help_text="部门规章对办案期限另有规定的，选相应制度；治安案件适用治安管理处罚法。",
    )  # fmt: skip
    accepted_date = models.DateField(
        "受理日", null=True, blank=True, help_text="2025年12月31日前立案的治安案件填写，办案期限自受理之日起算。"
    )
    filed_date = models.DateField("立案日", null=True, blank=True)
    fully_recorded = models.BooleanField(
        "规范场所全程录音录像", default=False, help_text="治安案件一人询问、扣押、辨认、调解的必要条件。"
    )
    evidence = RowsField("证据", columns=EVIDENCE)
    surveillance_used = models.BooleanField("使用电子技术监控记录", default=False)
    preserved_items = models.TextField("先行登记保存的物品", blank=True)
    preservation_outcome = models.CharField("先行登记保存的处理", max_length=200, blank=True)
    corrective_order = models.TextField("责令改正内容", blank=True)
    corrective_due = models.DateField("改正期限", null=True, blank=True, help_text="限期改正的最后一日。")
    corrected_on = models.DateField("改正日", null=True, blank=True, help_text="核查确认改正完毕的日期。")
    harm = models.CharField("危害后果", max_length=8, choices=c.Harm, blank=True)
    capacity = models.CharField("辨认和控制能力", max_length=8, choices=c.Capacity, default=c.Capacity.FULL)
    guardian = personal(
        models.CharField("监护人", max_length=50, blank=True, help_text="未成年人、精神病人、智力残疾人填写。"),
        Mask.NAME, "自然人姓名",
    )  # fmt: skip
    other_acts = RowsField("其他违法行为", columns=OTHER_ACTS, help_text="一案多个违法行为的，分别裁量，合并决定。")
    public_interest = models.BooleanField("涉及重大公共利益", default=False)
    complicated = models.BooleanField("疑难复杂、涉及多个法律关系", default=False)
    emergency = models.BooleanField("突发事件期间违反应对措施", default=False)
    transfer_to = models.ForeignKey(
        Organ, models.PROTECT, verbose_name="移送的机关", related_name="+", null=True, blank=True
    )
    transfer_to_name = models.CharField(
        "移送的机关名称", max_length=100, blank=True, help_text="不在系统机关名录中的填写。"
    )
    join_with = models.ForeignKey(
        Case, models.PROTECT, verbose_name="并入的案件", related_name="+", null=True, blank=True,
        help_text="本机关正在调查的另一案件。",
    )  # fmt: skip
    split_party = personal(
        models.CharField("分案处理的当事人", max_length=100, blank=True, help_text="共同当事人中的一人。"),
        Mask.NAME, "自然人姓名",
    )  # fmt: skip

    class Meta:
        abstract = True

    limitation_from = Derived("违法行为发生（终了）日", _limitation_from)
    case_start = Derived("办案期限起算日", _case_start)

    def regime_on(self, day: date) -> Regime:
        """The special values of this kind of case on a day."""
        organ = getattr(self, "organ", None)
        place = organ.place.code if organ is not None and organ.place_id is not None else ""
        return regime_on(self.case_regime, day, place)

    @property
    def regime(self) -> Regime:
        """Those of the day it was filed; before it is, of the day it came into the books."""
        day: date | None = self.filed_date or getattr(self, "opened_on", None)
        return self.regime_on(day if day and day > date.min else date(2026, 1, 1))

    @property
    def case_limit_days(self) -> int:
        """The days of the case limit, as the rule that governs has them."""
        return self.regime.case_days

    @property
    def case_limit_basis(self) -> str:
        """The rule that the case limit rests on."""
        return self.regime.case_basis

    @property
    def is_police(self) -> bool:
        """Whether the law on public security governs."""
        return self.case_regime == PUBLIC_SECURITY

    @property
    def evidence_lines(self) -> list[str]:
        """书证：营业执照复印件，证明主体资格 – one a row."""
        kinds = dict(EvidenceKind.choices)
        rows = ((kinds.get(str(row.get("kind")), "证据"), row["name"], row.get("proves")) for row in self.evidence)
        return [f"{kind}：{name}" + (f"，证明{proves}" if proves else "") + "。" for kind, name, proves in rows]
