"""The respondent's side (被申请人答复) as a procedure: 行政复议法 32, 46, 48, 51, 54, 64, 76, 77, 82, 83."""

from __future__ import annotations

from datetime import date

from yifa.areas.remedies.reconsideration import papers
from yifa.areas.remedies.reconsideration import reply_conditions as test
from yifa.areas.remedies.reconsideration.acts import R07, L
from yifa.areas.remedies.reconsideration.choices import Track
from yifa.areas.remedies.reconsideration.echoes import (
    CHANGED,
    OPINION_ANSWERED,
    PERFORMED,
    REDONE,
    REPLIED,
    SIGNED,
    TRANSFERRED,
)
from yifa.areas.remedies.reconsideration.models import ReplyCase as Case
from yifa.kernel.declare import NEW, ON, Input, Procedure, Stage, Step, computed, judged
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

BY = (Role.HANDLER, Role.RESPONDENT)
ABOUT = (
    Case.came_by, Case.reconsideration_number, Case.reconsideration_organ, Case.applicant, Case.act_title, Case.claims,
    Case.track,
)  # fmt: skip
RESULT = (Case.decision_kind, Case.redo, Case.redo_days, Case.perform_days)


def simplified(situation: Situation) -> bool:
    """The copy says that the simplified procedure applies."""
    return bool(situation.record.track == Track.SIMPLIFIED)


def ordinary(situation: Situation) -> bool:
    """The ordinary procedure applies."""
    return not simplified(situation)


class ReplySteps(Procedure, abstract=True):
    """Stages and steps of the respondent."""

    key, label, mark = "reconsideration_reply", "行政复议答复", ""
    model = Case
    since = date(2024, 1, 1)
    version_basis = L[90]

    handling = Stage("处理申请")
    arrived = Stage("待签收")
    replying = Stage("答复")
    awaiting = Stage("等待决定")
    performing = Stage("履行")
    closed = Stage("办结", final=True)

    submit = Step(
        "收到当事人提交的申请",
        L[32, 1].says("可以通过"),
        NEW >> handling,
        by=BY,
        needs=(Case.applicant, Case.act_title),
        may=(Case.claims,),
        sets=((Case.application_received_on, ON), (Case.came_by, "submitted")),
        help="对当场作出或者依据电子技术监控设备记录作出的处罚决定不服的，当事人可以通过本机关提交申请。",
    )
    transfer = Step(
        "转送复议机关",
        L[32, 2].says("转送"),
        handling >> arrived,
        by=BY,
        document=papers.TRANSFER,
        conditions=(judged(L[32, 2].says("维持"), "认为需要维持处罚决定，或者当事人坚持申请行政复议"),),
        echo=TRANSFERRED,
    )
    settle = Step(
        "自行纠正后办结",
        L[32, 2].says("及时处理"),
        handling >> closed,
        by=BY,
        needs=(Case.self_corrected,),
        document=papers.SELF_CORRECTION,
        conditions=(judged(L[32, 2], "已经纠正处罚决定，当事人不再申请行政复议"),),
    )
    arrive = Step(
        "复议机关发来副本",
        L[48].says("发送被申请人"),
        (NEW | arrived) >> arrived,
        by=BY,
        may=ABOUT,
        once=True,
        help="复议机关在系统内发送副本时自动建立；纸质送达的，由本机关登记。",
    )
    sign = Step(
        "签收副本",
        (L[48], L[54, 1]),
        arrived >> replying,
        by=BY,
        may=ABOUT,
        sets=((Case.copy_received_on, ON),),
        echo=SIGNED,
        help="答复期限自签收之日起算：普通程序十个工作日，简易程序五个工作日，没有延期。",
    )
    reply = Step(
        "提出书面答复",
        (L[48].says("书面答复"), L[54, 1], L[44, 1].says("举证责任")),
        replying >> awaiting,
        by=BY,
        needs=(Case.reply_text, Case.evidence_list, Case.basis_list),
        sets=((Case.replied_on, ON),),
        document=papers.REPLY_PAPER,
        echo=REPLIED,
        conditions=(judged(L[46, 1].says("不得自行"), "没有在复议期间自行收集证据"),),
        help="就合法性、适当性和复议请求说明事实和理由，提交证据、依据和其他有关材料。",
    )
    supplement = Step(
        "补充证据",
        L[46, 2].says("补充证据"),
        awaiting,
        by=BY,
        may=(Case.evidence_list,),
        asks=(Input("补充的证据", "long", code="evidence"),),
        conditions=(judged(L[46, 2].says("同意"), "申请人、第三人提出了新的理由或者证据，复议机构已经同意补充"),),
    )
    delegate = Step(
        "指定参加复议的人员", L[51, 3].says("工作人员"), replying | awaiting, by=BY, needs=(Case.delegates,)
    )
    attend = Step(
        "参加听证",
        L[51, 3].says("负责人"),
        awaiting | replying,
        by=BY,
        needs=(Case.head_attendance,),
        may=(Case.head_name, Case.absence_reason),
        conditions=(computed(L[51, 3].says("说明理由"), "负责人参加，或者说明了理由", test.absence_explained),),
    )
    talk = Step("参加调解", L[5], replying | awaiting, by=BY, asks=(Input("调解情况", "long", code="how"),))
    correct = Step(
        "主动纠错",
        (L[65, 2].item(2).says("改变原违法"), R07[39]),
        replying | awaiting,
        by=BY,
        needs=(Case.self_corrected,),
        echo=CHANGED,
        help="改变行政行为不影响复议的审理；申请人仍要求撤销或者确认违法的，复议机关可以确认违法。",
    )
    receive_decision = Step(
        "收到复议决定或者调解书",
        (L[75, 2].says("一经送达"), L[73, 1]),
        (arrived | replying | awaiting | closed) >> performing,
        by=BY,
        may=RESULT,
        once=True,
        sets=((Case.decision_received_on, ON),),
    )
    receive_end = Step("收到终止或者驳回申请决定", (L[41], L[33]), (arrived | replying | awaiting) >> closed, by=BY)
    release = Step(
        "不再作为被申请人",
        (L[19, 1], L[19, 4]),
        (arrived | replying | awaiting | performing | closed) >> closed,
        by=BY,
        help="复议机关变更被申请人的，由系统自动办结。",
    )
    receive_opinion = Step(
        "收到意见书", L[76].says("意见书"), arrived | replying | awaiting | performing | closed, by=BY
    )
    answer_opinion = Step(
        "反馈意见书",
        L[76].says("六十日内"),
        arrived | replying | awaiting | performing | closed,
        by=BY,
        needs=(Case.opinion_reply,),
        requires=(receive_opinion,),
        document=papers.OPINION_REPLY,
        echo=OPINION_ANSWERED,
    )
    redo = Step(
        "重新作出行政行为",
        (L[64, 2].says("同一事实"), R07[49, 1]),
        performing,
        by=BY,
        needs=(Case.redo_act,),
        conditions=(judged(L[64, 2], "没有以同一事实和理由作出相同或者基本相同的行为（程序违法撤销的除外）"),),
        echo=REDONE,
        when=lambda situation: bool(situation.record.redo),
    )
    perform = Step(
        "履行并报告",
        L[77, 1].says("应当履行"),
        performing,
        by=BY,
        needs=(Case.performance,),
        document=papers.PERFORMANCE_REPORT,
        echo=PERFORMED,
    )
    finish = Step(
        "答复案件办结",
        L[77, 1],
        performing >> closed,
        by=BY,
        conditions=(computed(L[77, 1].says("应当履行"), "决定、调解书已经履行", test.duties_done),),
    )
    account = Step(
        "追究责任",
        (L[82], L[83], R07[62]),
        awaiting | performing | closed,
        by=BY,
        needs=(Case.accountability,),
        help="不提出答复、不提交证据（第八十二条），不履行、拖延履行（第八十三条）的，对责任人员依法处分。",
    )

    @classmethod
    def title_of(cls, record: Case) -> str:
        """What was applied against and under which number; names of people stay out of lists."""
        number = f"（{record.reconsideration_number}）" if record.reconsideration_number else ""
        return f"{record.act_title or '被申请的行政行为'}{number}答复"
