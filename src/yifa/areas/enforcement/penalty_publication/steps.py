"""The steps of publishing a decision and taking it back (公示与撤回的环节): 处罚法 48, 50, 118号文, 信用修复办法."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.penalty_publication import acts, papers
from yifa.areas.enforcement.penalty_publication import conditions as test
from yifa.areas.enforcement.penalty_publication.choices import Outcome, Withheld
from yifa.areas.enforcement.penalty_publication.defaults import publish_rule
from yifa.areas.enforcement.penalty_publication.models import PublicationCase as Case
from yifa.kernel.declare import NEW, ON, Condition, Input, Procedure, Stage, Step, computed, judged
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

BY = (Role.HANDLER, Role.PUBLISHER)
SEALED: tuple[Condition, ...] = (
    computed(acts.SEALED_ORDER, "不是应当封存的治安违法记录", test.sealed_order),
    computed(acts.SEALED_CHILD, "不是未成年人的处罚记录", test.sealed_child),
)
WHY = Input("说明", "long", code="why")


def due_rule(record: Any, on: date) -> str:
    """Which number of days applies and where it comes from, kept with the case."""
    choice = publish_rule(Situation(record.declaration, record))
    return f"{choice.value}个工作日（{choice.source}）"[:300]


def withheld_outcome(record: Any, on: date) -> str:
    """How a decision that is not published counts."""
    if record.withheld == Withheld.NO_IMPACT:
        return str(Outcome.NO_IMPACT.value)
    sealed = record.withheld in (Withheld.SECURITY, Withheld.CHILD)
    return str((Outcome.SEALED if sealed else Outcome.SECRET).value)


def how_ended(record: Any, on: date) -> str:
    """Repaired before, over where a channel had a term, else just published."""
    timed = record.credit_on is not None or record.system_on is not None
    return str(record.outcome or (Outcome.EXPIRED if timed else Outcome.PUBLISHED).value)


class PublicationSteps(Procedure, abstract=True):
    """Stages and steps of a publication."""

    key, label, mark = "penalty_publication", "执法决定公示", "公示"
    model = Case
    since = date(2021, 7, 15)
    version_basis = acts.PENALTY[86]

    judging = Stage("待判定")
    screening = Stage("公开审查")
    ready = Stage("公示")
    to_withdraw = Stage("待撤回")
    ended = Stage("已归档", final=True)
    not_published = Stage("不予公示", final=True)
    sealed = Stage("封存", final=True)
    withdrawn = Stage("已撤回", final=True)

    open = Step(
        "建立公示",
        (acts.PUBLIC, acts.SYSTEM),
        NEW >> judging,
        by=BY,
        needs=(Case.decision_class, Case.client_title, Case.decision_date, Case.parties),
        may=(
            Case.client_number, Case.decision_number, Case.violation, Case.decision_basis, Case.decision_text,
            Case.regime, Case.juvenile, Case.warning_only, Case.registered_elsewhere,
        ),
        sets=((Case.due_rule, due_rule),),
        conditions=(computed(acts.PUBLIC, "决定日期不晚于办理日期", test.decided_in_order),),
        help="由所涉案件作出决定时自动建立。",
    )  # fmt: skip
    judge = Step(
        "判定应当公开",
        (acts.PUBLIC, acts.INFORMATION[20].item(6).says("一定社会影响")),
        judging >> screening,
        by=BY,
        may=(Case.impact_why, Case.decision_number, Case.juvenile, Case.regime, Case.warning_only),
        conditions=(
            *SEALED,
            computed(acts.MARKET[2, 2].says("仅受到警告"), "不是仅给予警告", test.warning_only, when=test.of_market),
            judged(acts.PUBLIC, "该处罚决定具有一定社会影响，或者属于应当主动公开的决定", when=test.of_penalty),
        ),
    )
    withhold = Step(
        "判定不公开",
        (acts.STATE_SECRET, acts.OTHERS_SECRET, acts.SECRETS),
        (judging | screening) >> not_published,
        by=BY,
        needs=(Case.withheld,),
        may=(Case.withheld_why, Case.juvenile, Case.warning_only, Case.regime),
        sets=((Case.outcome, withheld_outcome),),
        conditions=(computed(acts.PUBLIC, "不公开的情形与案件相符，写明理由", test.withheld_explained),),
    )
    screen = Step(
        "保密和个人信息审查",
        (acts.REVIEW, acts.SECRETS, acts.LEAST),
        screening >> ready,
        by=(Role.PUBLISHER, Role.REVIEWER),
        needs=(Case.public_text, Case.screener),
        may=(Case.masked_items, Case.violation, Case.decision_basis, Case.decision_text, Case.decision_number),
        document=papers.SCREENED,
        conditions=(
            *SEALED,
            computed(acts.LEAST, "公开文本没有未遮蔽的证件号码、姓名、住址等个人信息", test.text_clean),
            judged(acts.STATE_SECRET, "不涉及国家秘密，不危及国家安全、公共安全、经济安全、社会稳定"),
            judged(acts.OTHERS_SECRET, "不涉及商业秘密、个人隐私，或者已经作了必要的处理"),
        ),
        help="审查后，在“公开副本”中公开。公开副本自动遮蔽自然人的姓名、证件号码和住址。",
    )
    push = Step(
        "推送登记地市场监管部门",
        acts.PUSH,
        judging | screening | ready,
        by=BY,
        when=test.elsewhere,
        asks=(Input("登记地市场监管部门", "text", code="to"),),
    )
    system = Step(
        "在企业信用信息公示系统公示",
        acts.MARKET[2, 1].says("国家企业信用信息公示系统"),
        ready,
        by=BY,
        needs=(Case.system_light,),
        may=(Case.channels,),
        sets=((Case.system_on, ON),),
        when=test.of_market,
        conditions=SEALED,
    )
    credit = Step(
        "归集到信用网站公示",
        acts.REPAIR,
        ready,
        by=BY,
        may=(Case.credit_class, Case.channels),
        sets=((Case.credit_on, ON),),
        when=test.of_penalty,
        conditions=(
            *SEALED, computed(acts.REPAIR, "失信程度分级已经施行", test.by_grades),
        ),
        help="轻微失信原则上不公示。公示期自认定文书（处罚决定）之日起计算，到期自动终止。",
    )  # fmt: skip
    credit_expires = Step(
        "信用网站公示期满",
        acts.REPAIR,
        ready | to_withdraw,
        by=Role.SYSTEM,
        help="由系统在期满后登记；信用网站终止公示。",
    )
    system_expires = Step(
        "企业信用信息公示系统公示期满",
        acts.OFF_SYSTEM,
        ready | to_withdraw,
        by=Role.SYSTEM,
        help="由系统在期满后登记；停止公示。",
    )
    ask_repair = Step(
        "申请信用修复",
        acts.REPAIR,
        ready,
        by=Role.APPLICANT,
        needs=(Case.repair_why,),
        conditions=(computed(acts.REPAIR, "有在信用网站公示的失信信息", test.repair_possible),),
    )
    repair = Step(
        "准予信用修复",
        acts.REPAIR,
        ready,
        by=(Role.HANDLER, Role.AGENCY_HEAD),
        may=(Case.repair_why,),
        sets=((Case.outcome, Outcome.REPAIRED.value),),
        requires=(ask_repair,),
        document=papers.REPAIRED,
        conditions=(
            computed(acts.REPAIR, "有在信用网站公示的失信信息", test.repair_possible),
            judged(acts.REPAIR, "已经履行处罚决定确定的义务，纠正失信行为，消除不良影响，并公开作出信用承诺"),
        ),
        help="最短公示期未满的，不得修复。",
    )
    refuse_repair = Step(
        "不予信用修复",
        acts.REPAIR,
        ready,
        by=(Role.HANDLER, Role.AGENCY_HEAD),
        asks=(WHY,),
        requires=(ask_repair,),
        document=papers.NOT_REPAIRED,
        rare=True,
    )
    change = Step(
        "决定被变更、撤销、确认违法或者无效",
        acts.TAKEN_BACK,
        (judging | screening | ready | ended) >> to_withdraw,
        by=BY,
        rare=True,
        needs=(Case.change, Case.change_document),
        sets=((Case.changed_on, ON),),
        help="以变更、撤销、确认违法、确认无效生效之日办理；复议、诉讼、自我纠正的都要登记。三个工作日内撤回。",
    )
    take_down = Step(
        "撤回公示并说明理由",
        acts.TAKEN_BACK,
        to_withdraw >> withdrawn,
        by=BY,
        needs=(Case.withdraw_reason,),
        sets=((Case.outcome, Outcome.WITHDRAWN.value),),
        document=papers.TAKEN_DOWN,
        conditions=(
            computed(acts.TAKEN_BACK, "本系统的公开副本已经撤回", test.taken_down),
            judged(acts.TAKEN_BACK, "其他渠道（信用网站、公示系统等）的信息已经一并撤回"),
            computed(acts.LEAST, "撤回的理由没有个人信息", test.text_clean),
        ),
        help="先在“公开副本”中撤回，再办理本环节；随后公开撤回的理由。",
    )
    never_shown = Step(
        "尚未公开，不再公开",
        acts.TAKEN_BACK,
        to_withdraw >> not_published,
        by=BY,
        sets=((Case.outcome, Outcome.WITHDRAWN.value),),
        conditions=(computed(acts.TAKEN_BACK, "原决定从来没有公开过", test.never_shown),),
        help="决定在公开以前就被变更、撤销的，不再公开；变更后的决定另行公开。",
    )
    renew = Step(
        "公开变更后的决定",
        acts.PUBLIC,
        (withdrawn | not_published) >> judging,
        by=BY,
        rare=True,
        needs=(Case.decision_number, Case.decision_date, Case.decision_text),
        conditions=(computed(acts.PUBLIC, "原决定是被变更的", test.was_changed),),
        sets=(
            (Case.due_rule, due_rule), (Case.public_text, ""), (Case.change, ""), (Case.changed_on, None),
            (Case.credit_on, None), (Case.system_on, None), (Case.outcome, ""),
        ),
        help="决定被变更的，撤回后可以公开变更后的决定。",
    )  # fmt: skip
    seal = Step(
        "下架封存",
        (acts.SEALED_ORDER, acts.SEALED_CHILD),
        (judging | screening | ready | ended) >> sealed,
        by=BY,
        rare=True,
        asks=(WHY,),
        may=(Case.juvenile, Case.regime),
        sets=((Case.outcome, Outcome.SEALED.value),),
        conditions=(
            computed(acts.SEALED_ORDER, "本系统的公开副本已经撤回", test.taken_down),
            computed(
                acts.SEALED_ORDER, "属于应当封存的记录",
                lambda situation: None
                if test.sealed_order(situation) or test.sealed_child(situation)
                else "不是治安违法记录，也不是未成年人的记录，不能封存",
            ),
        ),
        help="治安违法记录、未成年人的处罚记录此前已经公示的，下架并封存。",
    )  # fmt: skip
    finish = Step(
        "公示归档",
        acts.PUBLIC,
        ready >> ended,
        by=BY,
        sets=((Case.outcome, how_ended),),
        conditions=(
            computed(acts.PUBLIC, "公开副本已经公开", test.published),
            computed(acts.REPAIR, "各渠道的公示期已经届满", test.terms_over),
        ),
        help="公开副本继续公开；此后决定被变更、撤销的，仍在本案登记撤回。",
    )
