"""From the clue to what was found (线索、研判、调查): 监督条例第二十条至第二十二条、第二十六条第二款."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.supervision import choices as c
from yifa.areas.enforcement.supervision import conditions as test
from yifa.areas.enforcement.supervision import papers
from yifa.areas.enforcement.supervision.acts import S
from yifa.areas.enforcement.supervision.models import SupervisionCase as Case
from yifa.kernel.declare import NEW, ON, Input, Procedure, Stage, Step, computed, judged
from yifa.office.roles import Role

BY = (Role.HANDLER, Role.REVIEWER)
TARGET = (Case.target_organ, Case.target_name, Case.relation, Case.target_case, Case.target_number)
REPEATED = S[33, 3].says("不重复监督")
WHAT = Input("内容", "long", code="what")


def official_number(record: Any, on: date) -> str:
    """The number of the supervised act; that of the case where none was given."""
    return record.target_number or (record.target_case.number if record.target_case_id is not None else "")


class ClueSteps(Procedure, abstract=True):
    """Stages, and the steps up to the finding."""

    key, label, mark = "supervision_case", "行政执法监督", "执监"
    model = Case
    since = date(2026, 2, 1)
    version_basis = S[44].says("2026年2月1日")

    clue = Stage("线索研判")
    triaged = Stage("待立案")
    warned = Stage("已预警")
    investigating = Stage("调查")
    handled = Stage("待纠正")
    before_government = Stage("报本级政府")
    corrected = Stage("待结案")
    closed = Stage("结案", final=True)
    not_filed = Stage("不予立案", final=True)
    ended = Stage("终结", final=True)
    raised = Stage("提级监督", final=True)

    register_clue = Step(
        "登记线索",
        (S[20, 2].says("行政执法问题线索"), S[9]),
        NEW >> clue,
        by=BY,
        needs=(Case.clue_source, Case.clue_text),
        may=(*TARGET, Case.clue_number, Case.clue_model, Case.act_kind, Case.problem, Case.matter, Case.dispute),
        sets=((Case.received_on, ON), (Case.target_number, official_number)),
        conditions=(computed(S[2].says("行政系统内部监督"), "写明被监督机关", test.target_named),),
        help="线索来自投诉举报的，不写投诉人、举报人的姓名和联系方式，只写来源编号。",
    )
    guide = Step(
        "引导申请复议、提起诉讼",
        S[33, 3].says("引导当事人"),
        clue | triaged | investigating,
        by=BY,
        may=(Case.dispute,),
        asks=(Input("告知的途径和期限", "long", code="how"),),
        document=papers.GUIDANCE,
        rare=True,
        help="争议符合复议、诉讼受理条件的，应当引导当事人依法提出。",
    )
    triage = Step(
        "研判分类",
        S[20, 2].says("及时进行研判"),
        clue >> triaged,
        by=BY,
        needs=(Case.track, Case.manner, Case.relation, Case.dispute),
        may=(
            Case.initiator,
            Case.special_plan,
            Case.triage_note,
            Case.act_kind,
            Case.problem,
            Case.matter,
            Case.target_organ,
            Case.target_name,
            Case.target_case,
            Case.target_number,
        ),
        conditions=(
            computed(S[21, 1].says("省级以上人民政府"), "专项监督由省级以上监督机构发起", test.special_is_above),
            computed(S[2].says("行政系统内部监督"), "写明被监督机关", test.target_named),
            judged(S[8].says("不得以监督代替行政执法"), "不以监督代替行政执法，不干预正在办理的个案"),
        ),
        help="一般：立案调查；简易：事实清楚，可以当场纠正；预警：尚未构成违法，提示机关注意。",
    )
    file = Step(
        "立案",
        (S[14], S[20, 1]),
        triaged >> investigating,
        by=BY,
        conditions=(
            computed(S[6, 1].says("行政执法监督机构"), "由行政执法监督机构办理", test.is_supervision_body),
            computed(S[14], "一般、简易线索才立案", test.on_track(c.Track.GENERAL, c.Track.SIMPLE)),
            computed(REPEATED, "争议没有进入行政复议、行政诉讼", test.not_in_remedy),
            computed(S[33, 3].says("引导当事人"), "已经引导当事人寻求救济", test.guided),
        ),
    )
    not_file = Step(
        "不予立案",
        (S[20, 2], S[33, 3]),
        (clue | triaged) >> not_filed,
        by=BY,
        rare=True,
        asks=(Input("理由", "long", code="why"),),
        conditions=(computed(S[33, 3].says("引导当事人"), "已经引导当事人寻求救济", test.guided),),
        help="不属于监督范围、已进入复议诉讼、没有具体内容的。",
    )
    warn = Step(
        "发出预警提示",
        (S[15], S[24, 1].says("行政执法工作的指导")),
        triaged >> warned,
        by=BY,
        needs=(Case.warning_text,),
        conditions=(
            computed(S[6, 1].says("行政执法监督机构"), "由行政执法监督机构办理", test.is_supervision_body),
            computed(S[14], "分类为预警", test.on_track(c.Track.WARNING)),
        ),
        document=papers.WARNING,
    )
    warning_answered = Step(
        "收到预警反馈", S[25].says("应当予以配合"), warned, by=Role.RESPONDENT, needs=(Case.rectification,)
    )
    upgrade = Step(
        "预警转立案",
        S[20, 2],
        warned >> investigating,
        by=BY,
        rare=True,
        sets=((Case.track, c.Track.GENERAL.value),),
        asks=(Input("理由", "long", code="why"),),
        conditions=(computed(REPEATED, "争议没有进入行政复议、行政诉讼", test.not_in_remedy),),
    )
    list_case = Step(
        "挂牌督办",
        S[20, 3].says("挂牌督办"),
        triaged | investigating | handled,
        by=BY,
        rare=True,
        sets=((Case.listed_on, ON), (Case.delisted_on, None)),
        conditions=(
            computed(S[20, 1].says("重点监督"), "是重点监督事项",
                     lambda s: None if s.record.manner == c.Manner.KEY else "挂牌督办是重点监督的方式"),
            judged(S[20, 1].says("典型性、代表性"), "企业和群众反映强烈、有重大社会影响的典型性、代表性突出问题"),
        ),
        asks=(Input("督办的问题", "long", code="what"),),
        help="写入发给被监督机关的通知书，不写投诉人、举报人的姓名、住址、联系方式和能够认出他们的情节。",
        document=papers.LISTING,
    )  # fmt: skip
    delist = Step(
        "摘牌", S[20, 3].says("挂牌督办"), investigating | handled | corrected, by=BY, rare=True,
        requires=(list_case,), sets=((Case.delisted_on, ON),),
    )  # fmt: skip
    raise_up = Step(
        "提级监督",
        S[20, 3].says("提级监督"),
        (triaged | investigating | handled) >> raised,
        by=BY,
        rare=True,
        needs=(Case.transfer_to,),
        conditions=(judged(S[20, 3], "上级行政执法监督机构决定提级监督"),),
        help="由上级监督机构办理，本案随之结束。",
    )
    measure = Step(
        "采取监督措施",
        S[22],
        investigating | handled,
        by=BY,
        asks=(
            Input("措施", "choice", tuple(c.Measure.choices), code="kind"),
            WHAT,
            Input("邀请参加的人员", "text", required=False, code="invited", basis=S[23]),
        ),
        conditions=(judged(S[8].says("避免增加"), "没有增加行政执法机关不必要的负担"),),
        help="可以邀请人大代表、政协委员、行业代表、专家学者、新闻工作者参加。",
    )
    retrieve = Step(
        "调阅、复制资料", S[22].item(4).says("调阅、复制"), investigating | handled, by=BY,
        asks=(Input("调阅的资料", "long", code="what"),), document=papers.RETRIEVAL,
    )  # fmt: skip
    interview = Step(
        "约谈", S[22].item(5).says("约谈"), investigating | handled, by=BY, rare=True,
        asks=(Input("约谈的人员", code="whom"), Input("事由", "long", code="what")), document=papers.INTERVIEW,
    )  # fmt: skip
    find = Step(
        "查明情况",
        (S[11, 2], S[12], S[26, 1]),
        investigating | handled,
        by=BY,
        needs=(Case.finding,),
        may=(Case.finding_text, Case.finding_basis, Case.grave, Case.act_kind, Case.problem),
        conditions=(
            computed(S[22], "已经采取监督措施", test.investigated),
            computed(S[28, 1].says("查明的违法"), "写明事实和依据", test.finding_explained),
        ),
    )
    correct_on_spot = Step(
        "当场纠正",
        S[26, 2].says("能够当场纠正"),
        investigating >> corrected,
        by=BY,
        needs=(Case.finding_text, Case.finding_basis, Case.rectification),
        sets=((Case.checked, c.Checked.CORRECTED.value),),
        conditions=(
            computed(S[11, 2], "有需要纠正的问题", test.wrong),
            judged(S[26, 2].says("立即纠正"), "被监督机关已经当场、立即纠正"),
        ),
        requires=(find,),
        document=papers.ON_SPOT,
    )
