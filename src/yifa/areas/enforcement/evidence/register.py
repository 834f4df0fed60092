"""The register of evidence of older cases (旧案证据台账), brought in from existing spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q

from yifa.areas.enforcement.bases import PENALTY
from yifa.areas.enforcement.evidence.kinds import TO_SOMEBODY, EvidenceKind
from yifa.areas.enforcement.evidence.models import PastEvidence
from yifa.areas.enforcement.evidence.rows import is_digest
from yifa.kernel.registers import Column, EntryCount, Problem, Register, Warned

KINDS = PENALTY[46, 1]
PRESERVED = PENALTY[56].says("先行登记保存")
IN_TIME = PENALTY[56].says("及时作出处理决定")
RECORDED = PENALTY[47].says("归档保存")


class PastEvidences(Register[PastEvidence]):
    """旧案证据台账."""

    key, label = "past_evidence", "旧案证据台账"
    basis = KINDS
    note = "系统启用以前的案件，从原有证据台账导入。本系统案件的证据在案件中登记，自动列入证据物品一览，不重复登记。"
    model = PastEvidence
    columns = (
        Column(PastEvidence.number, width=16, example="2023-15-03"),
        Column(PastEvidence.case_number, width=22, example="洪市监罚〔2023〕15号"),
        Column(PastEvidence.name, width=28, example="进货单据复印件3页"),
        Column(PastEvidence.kind, KINDS, width=14, example="书证"),
        Column(PastEvidence.obtained_on, example="2023-06-05"),
        Column(PastEvidence.source, width=16, listed=False),
        Column(PastEvidence.collector, width=16, listed=False, example="陈立、林晓"),
        Column(PastEvidence.place, width=24, listed=False),
        Column(PastEvidence.form, width=12, listed=False, example="复制件、照片"),
        Column(PastEvidence.digest_value, width=24, listed=False),
        Column(PastEvidence.custody, width=20, example="物证室2号柜"),
        Column(PastEvidence.preserved, PRESERVED, width=10, listed=False, example="否"),
        Column(PastEvidence.disposal, width=14),
        Column(PastEvidence.disposed_on),
        Column(PastEvidence.receiver, width=14, listed=False),
    )
    unique = (PastEvidence.number,)
    dated = PastEvidence.obtained_on
    sorted_by = PastEvidence.kind
    searched = (PastEvidence.number, PastEvidence.name, PastEvidence.case_number, PastEvidence.custody)

    past_evidence_held = EntryCount(
        "仍在保管的旧案证据", unit="件", standing=(PastEvidence.obtained_on, PastEvidence.disposed_on),
        where=~Q(custody=""), definition="期末写明由本机关保管、没有去向的旧案证据；当日处理的计入。",
    )  # fmt: skip

    @classmethod
    def check(cls, entry: PastEvidence, today: date) -> Iterable[Problem]:
        """A disposal has its day and its receiver; a digest can be one; what was preserved is somewhere."""
        if bool(entry.disposal) != (entry.disposed_on is not None):
            yield Problem("disposed_on", "处理日期", "与去向没有一并填写", "请一并填写或者一并留空")
        elif entry.disposed_on is not None and not entry.obtained_on <= entry.disposed_on <= today:
            yield Problem("disposed_on", "处理日期", f"{entry.disposed_on}早于取得日期或者晚于今天", "请核对日期")
        if entry.disposal in TO_SOMEBODY and not entry.receiver:
            yield Problem("receiver", "接收人", "没有填写", "返还、移送的写明签收的人或者单位")
        if entry.digest_value and not is_digest(entry.digest_value):
            yield Problem("digest_value", "电子数据校验值", "不是十六进制数字", "SM3、SHA-256为64位")
        if entry.preserved and not entry.custody:
            yield Problem("custody", "保管地点", "没有填写", "先行登记保存的写明保存地点", PRESERVED)

    @classmethod
    def doubts(cls, entry: PastEvidence) -> Iterable[Problem]:
        """Electronic data that nobody could check."""
        if entry.kind == EvidenceKind.ELECTRONIC and not entry.digest_value:
            yield Problem("digest_value", "电子数据校验值", "没有填写", "没有的，说明怎样保证未被改动")

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """What was preserved in advance and never decided on; the seven days of an old case are long over."""
        rows = PastEvidence.objects.filter(withdrawn=False, organ_id__in=list(organs), preserved=True, disposal="")
        for entry in rows.order_by("obtained_on", "pk").iterator(200):
            text = (
                f"“{entry}”{entry.obtained_on}先行登记保存，没有处理决定。应当在七个工作日内作出处理决定，请尽快处理。"
            )
            yield Warned("preserved_undecided", text, entry.organ_id, entry.pk, entry.obtained_on, IN_TIME)
