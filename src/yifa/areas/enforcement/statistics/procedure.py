"""The yearly statistics as a procedure: compute, explain, approve, report, publish (118号文, TRI-T02、STA-T01)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from yifa.areas.enforcement.bases import PUBLICITY
from yifa.areas.enforcement.coercion.procedure import CoerciveMeasure
from yifa.areas.enforcement.complaint.procedure import Complaint
from yifa.areas.enforcement.decision_review.procedure import DecisionReview
from yifa.areas.enforcement.execution.procedure import CourtExecution, ForcedExecution
from yifa.areas.enforcement.inspection.procedure import Inspection
from yifa.areas.enforcement.licence.change_procedure import LicenceChange
from yifa.areas.enforcement.licence.end_procedure import LicenceEnd
from yifa.areas.enforcement.licence.procedure import AdministrativeLicence
from yifa.areas.enforcement.penalty.procedure import Penalty
from yifa.areas.enforcement.statistics import computing
from yifa.areas.enforcement.statistics import conditions as test
from yifa.areas.enforcement.statistics.figures import Added
from yifa.areas.enforcement.statistics.form import RULES, text_of
from yifa.areas.enforcement.statistics.models import StatisticsCase as Case
from yifa.areas.enforcement.summary_penalty.procedure import SummaryPenalty
from yifa.areas.enforcement.supervision.procedure import Supervision
from yifa.kernel.declare import NEW, ON, Consequence, Input, Limit, Procedure, Publication, Shown, Stage, Step, computed
from yifa.kernel.figures import Count
from yifa.office.roles import Role
from yifa.papers.instrument import Instrument

BY = (Role.HANDLER, Role.SECRETARY)
TABLES = Instrument("行政执法统计年报", "执统", Path(__file__).parent / "instruments" / "tables.txt")
P, SP, LC, CH = Penalty, SummaryPenalty, AdministrativeLicence, LicenceChange
LATE = Consequence("逾期，应当立即公开、报送", PUBLICITY)
HEAVIEST = "并处两种以上的计一宗，计入最重的类别；按决定日计年，后来被撤销的也计。"
EXECUTED = "按决定日计。"


def _penalties(label: str, *parts: Any) -> Added:
    return Added(label, parts=parts, definition=HEAVIEST, basis=PUBLICITY)


class EnforcementStatistics(Procedure):
    """The statistics of one year."""

    key, label, mark = "enforcement_statistics", "行政执法统计年报", "执统"
    model = Case
    since = date(2019, 1, 1)
    version_basis = PUBLICITY

    drafting = Stage("待计算")
    computed_stage = Stage("待批准")
    approved = Stage("待报送")
    reported = Stage("已报送", final=True)

    open = Step(
        "启动年度统计",
        PUBLICITY,
        NEW >> drafting,
        by=BY,
        needs=(Case.year,),
        may=(Case.whole,),
        sets=((Case.due_on, computing.due_for), (Case.advised_on, computing.advised_for)),
        conditions=(
            computed(PUBLICITY, "一个年度只作一次", test.only_one),
            computed(PUBLICITY, "汇总全县由监督机构或者本级政府办理", test.may_add_up),
        ),
        help="行政执法监督机构可以选“汇总全县”，逐个机关列出并合计。",
    )
    compute = Step(
        "计算统计数据",
        PUBLICITY,
        (drafting | computed_stage) >> computed_stage,
        by=BY,
        sets=((Case.lines, computing.lines_of), (Case.frozen_on, ON), (Case.rule_version, RULES)),
        conditions=(computed(PUBLICITY, "统计年度已经结束", test.year_is_over),),
        help="全部数字由系统从案件计算，不能填写；案件补录、更正以后，批准以前可以重新计算。",
    )
    explain = Step("填写总体情况说明", PUBLICITY, computed_stage, by=BY, needs=(Case.explanation,))
    approve = Step(
        "批准统计年报",
        PUBLICITY,
        computed_stage >> approved,
        by=BY,
        requires=(explain,),
        sets=((Case.data_text, lambda record, on: text_of(record.lines)),),
        approved_by=(Role.ORGAN_HEAD,),
        conditions=(
            computed(PUBLICITY, "分项与合计相符", test.adds_up),
            computed(PUBLICITY, "计算以后案件没有变化", test.unchanged),
        ),
        document=TABLES,
    )
    reopen = Step(
        "发现差错，退回重新计算",
        PUBLICITY,
        (approved | reported) >> drafting,
        by=BY,
        asks=(Input("差错和原因", "long", code="why"),),
        approved_by=(Role.ORGAN_HEAD,),
        rare=True,
        help="批准以后案件有更正、补录的，退回重新计算、说明、批准；已经公开的，撤回后重新公开，并重新报送。",
    )
    report = Step(
        "报送本级政府和上级主管部门", PUBLICITY, approved >> reported, by=BY, needs=(Case.reported_to,),
        sets=((Case.reported_on, ON),),
    )  # fmt: skip

    numbered_by = (open,)

    figures_public = Publication(
        "公开年度行政执法数据", PUBLICITY, after=(approve,),
        shows=(Shown(Case.year), Shown(Case.explanation), Shown(Case.data_text)),
    )  # fmt: skip

    publish_in_time = Limit(
        "公开上年度行政执法数据", PUBLICITY, None, ref="TRI-T02", since=(open,), until=(figures_public.done,),
        ends_on=Case.due_on, bound=Role.PUBLISHER, outlives=True, judge_by="strict", on_expiry=LATE,
    )  # fmt: skip
    report_in_time = Limit(
        "报送上年度行政执法数据", PUBLICITY, None, ref="STA-T01", since=(open,), until=(report,), ends_on=Case.due_on,
        judge_by="strict", on_expiry=LATE,
    )  # fmt: skip

    st_made = Count("行政执法统计年报", by=(approve,), unit="份", definition="期内批准的统计年报。")

    st_warning = _penalties("警告、通报批评", P.pen_warning, P.pen_criticism, SP.sp_warnings)
    st_fine = _penalties("罚款", P.pen_fine_kind, SP.sp_fines)
    st_confiscation = _penalties("没收违法所得、没收非法财物", P.pen_gains, P.pen_property_kind)
    st_suspended = _penalties("暂扣许可证件、降低资质等级", P.pen_permit_suspended, P.pen_downgraded)
    st_revoked = _penalties("吊销许可证件", P.pen_permit_revoked)
    st_restricted = _penalties("限制开展生产经营活动", P.pen_restricted)
    st_stopped = _penalties("责令停产停业、责令关闭、限制从业", P.pen_suspension, P.pen_closure, P.pen_employment)
    st_detention = _penalties("行政拘留", P.pen_detention)
    st_other_penalty = _penalties("其他行政处罚", P.pen_other_kind)
    st_penalties = _penalties("行政处罚合计", P.pen_decided, SP.sp_imposed)
    st_money = Added(
        "罚没金额", unit="元", parts=(P.pen_fine, P.pen_confiscated, P.pen_property, SP.sp_fine_amount),
        basis=PUBLICITY, indicator="enforcement.fine_amount",
        definition="决定书确定的金额，不是实缴；没收物不能确定金额的不计。",
    )  # fmt: skip

    st_applied = Added(
        "申请", unit="件", parts=(LC.lc_applied, CH.lc_change_applied, CH.lc_renewal_applied), basis=PUBLICITY,
        definition="期内收到的申请，含变更、延续；按申请日计。",
    )  # fmt: skip
    st_accepted = Added(
        "受理",
        unit="件",
        parts=(LC.lc_accepted,),
        basis=PUBLICITY,
        definition="期内受理的新申请；变更、延续不另计受理。",
    )
    st_granted = Added(
        "许可", unit="件", parts=(LC.lc_granted, CH.lc_changes, CH.lc_renewals), basis=PUBLICITY,
        definition="期内准予许可的，含准予变更、延续；按决定日计。",
    )  # fmt: skip
    st_denied = Added(
        "不予许可", unit="件", parts=(LC.lc_denied, CH.lc_change_denied), basis=PUBLICITY,
        definition="期内不予许可的，含不予变更、延续；按决定日计。",
    )  # fmt: skip
    st_licence_revoked = Added(
        "撤销许可", unit="件", parts=(LicenceEnd.lc_revoked,), basis=PUBLICITY, definition="期内决定撤销的许可。"
    )

    st_sealing = Added("查封", parts=(CoerciveMeasure.sealings,), definition="按实施日计。", basis=PUBLICITY)
    st_seizure = Added("扣押", parts=(CoerciveMeasure.seizures,), definition="按实施日计。", basis=PUBLICITY)
    st_freezing = Added("冻结", parts=(CoerciveMeasure.freezings,), definition="按实施日计。", basis=PUBLICITY)
    st_other_measure = Added(
        "其他强制措施", parts=(CoerciveMeasure.others,), definition="按实施日计。", basis=PUBLICITY
    )
    st_measures = Added("强制措施合计", parts=(CoerciveMeasure.measures,), definition="按实施日计。", basis=PUBLICITY)
    st_transfer = Added("划拨存款、汇款", parts=(ForcedExecution.transfers,), definition=EXECUTED, basis=PUBLICITY)
    st_auction = Added("拍卖、依法处理", parts=(ForcedExecution.auctions,), definition=EXECUTED, basis=PUBLICITY)
    st_restoration = Added(
        "排除妨碍、恢复原状", parts=(ForcedExecution.restorations,), definition=EXECUTED, basis=PUBLICITY
    )
    st_substitution = Added("代履行", parts=(ForcedExecution.substitutions,), definition=EXECUTED, basis=PUBLICITY)
    st_other_execution = Added(
        "其他强制执行", parts=(ForcedExecution.other_executions,), definition=EXECUTED, basis=PUBLICITY
    )
    st_executions = Added("强制执行合计", parts=(ForcedExecution.executions,), definition=EXECUTED, basis=PUBLICITY)
    st_court = Added(
        "申请法院强制执行", parts=(CourtExecution.applications,), definition="按申请日计，不计入强制执行合计。",
        basis=PUBLICITY,
    )  # fmt: skip

    st_inspections = Added(
        "行政检查", unit="次", parts=(Inspection.inspections,), definition="按检查完成日计。", basis=PUBLICITY
    )
    st_inspections_enterprise = Added(
        "涉企检查", unit="次", parts=(Inspection.inspections_enterprise,), definition="其中涉企的。", basis=PUBLICITY
    )
    st_entered = Added(
        "入企检查", unit="次", parts=(Inspection.inspections_entered,), definition="其中进入企业的。", basis=PUBLICITY
    )
    st_joint = Added(
        "联合检查", unit="次", parts=(Inspection.inspections_joint,), definition="其中联合、合并的。", basis=PUBLICITY
    )
    st_off_site = Added(
        "非现场检查", unit="次", parts=(Inspection.inspections_off_site,), definition="其中非现场的。", basis=PUBLICITY
    )
    st_random = Added(
        "双随机检查", unit="次", parts=(Inspection.inspections_random,), definition="其中随机抽取的。", basis=PUBLICITY
    )
    st_found = Added(
        "发现问题的检查",
        unit="次",
        parts=(Inspection.inspections_found,),
        definition="其中发现问题的。",
        basis=PUBLICITY,
    )

    st_filed = Added("行政处罚立案", unit="件", parts=(P.pen_filed,), definition="期内立案的普通程序案件。")
    st_ordinary = Added("普通程序处罚", parts=(P.pen_decided,), definition="期内以普通程序作出的处罚决定。")
    st_simple = Added("简易程序处罚", parts=(SP.sp_imposed,), definition="期内以简易程序作出的处罚决定。")
    st_spared = Added(
        "不予行政处罚", unit="件", parts=(P.pen_spared, SP.sp_spared), definition="不计入处罚；违法事实不能成立的另计。"
    )
    st_heard = Added("听证", unit="件", parts=(P.pen_heard,), definition="期内组织听证的处罚案件。")
    st_reviewed = Added(
        "重大执法决定法制审核", unit="件", parts=(DecisionReview.reviews,), definition="期内出具法制审核意见的。"
    )
    st_criminal = Added("移送司法机关", unit="件", parts=(P.pen_criminal,), definition="期内因涉嫌犯罪移送的。")
    st_complaints = Added("投诉举报", unit="件", parts=(Complaint.cp_received,), definition="期内登记的投诉举报。")
    st_supervised = Added(
        "行政执法监督立案", unit="件", parts=(Supervision.sup_filed,), definition="期内立案的监督案件。"
    )

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The year, and whether it is the county's."""
        scope = "全县" if record.whole else ""
        return f"{record.year}年度{scope}行政执法统计年报" if record.year else cls.label
