"""After the decision (决定之后): service, publication, performance, letters, enforcement; 行政复议法 75–86."""

from __future__ import annotations

from yifa.areas.remedies.reconsideration import conditions as test
from yifa.areas.remedies.reconsideration import papers
from yifa.areas.remedies.reconsideration.acceptance import WHY
from yifa.areas.remedies.reconsideration.acts import LITIGATION, R07, L
from yifa.areas.remedies.reconsideration.decision import Decision
from yifa.areas.remedies.reconsideration.echoes import DECISION_SERVED, ENDED, OPINION_SENT
from yifa.areas.remedies.reconsideration.models import ReconsiderationCase as Case
from yifa.kernel.declare import ON, Input, Publication, Shown, Step, computed, judged
from yifa.kernel.situation import Situation
from yifa.office.personal import Mask
from yifa.office.roles import Role

trial, suspended = Decision.trial, Decision.suspended
concluded, not_accepted = Decision.concluded, Decision.not_accepted
SERVED_BY = Input(
    "送达方式", "choice",
    (
        ("direct", "直接送达"), ("left", "留置送达"), ("post", "邮寄送达"), ("electronic", "电子送达"),
        ("entrusted", "委托送达"), ("notice", "公告送达"),
    ),
    code="mode",
)  # fmt: skip
PAPER = Input("送达的文书", required=False, code="paper", help="不填的，为本案的决定书、调解书等结案文书。")
ADDRESSEE = Input("受送达人", required=False, code="addressee", personal=True, help="多人的，逐人送达并填写。")
RECEIVER = Input("签收人", required=False, code="receiver", personal=True)
ORGAN = Input("机关", code="organ")


def decided(situation: Situation) -> bool:
    """A decision on the merits or a mediation stands."""
    return situation.did(Decision.decide, Decision.mediated)


def ended(situation: Situation) -> bool:
    """The case ended on its procedure alone."""
    return situation.did(Decision.terminate, Decision.reject_application)


class Aftermath(Decision, abstract=True):
    """What follows when a case has been decided, settled or ended."""

    serve = Step(
        "送达申请人",
        (L[75, 2].says("一经送达"), L[88, 1].says("送达")),
        concluded | not_accepted,
        asks=(SERVED_BY, PAPER, ADDRESSEE, RECEIVER),
        sets=((Case.served_on, ON), (Case.effective_on, ON)),
        document=papers.SERVED,
        conditions=(computed(L[75, 2], "尚未送达申请人", test.not_served("serve")),),
        when=lambda situation: not situation.did(Decision.mediated),
        help="决定书一经送达即发生法律效力；起诉期限自申请人收到之日起算。多名申请人的，写明受送达人逐一登记。",
    )
    serve_mediation = Step(
        "送达申请人（调解书）",
        L[88, 1].says("送达"),
        concluded,
        asks=(SERVED_BY, PAPER, ADDRESSEE, RECEIVER),
        sets=((Case.served_on, ON),),
        document=papers.SERVED,
        conditions=(computed(L[75, 2], "尚未送达申请人", test.not_served("serve_mediation")),),
        when=lambda situation: situation.did(Decision.mediated),
        help="调解书自各方签字、加盖印章时已经生效，不因送达而改变（第七十三条第一款）。",
    )
    serve_third = Step(
        "送达第三人",
        (L[75, 2], L[88, 1]),
        concluded,
        asks=(SERVED_BY, PAPER, ADDRESSEE, RECEIVER),
        document=papers.SERVED_THIRD,
    )
    serve_respondent = Step(
        "送达被申请人",
        (L[75, 2], L[88, 1]),
        concluded,
        asks=(SERVED_BY, PAPER, ADDRESSEE, RECEIVER),
        document=papers.SERVED_RESPONDENT,
        echo=DECISION_SERVED,
        when=decided,
        conditions=(computed(L[75, 2], "尚未送达被申请人", test.not_served("serve_respondent")),),
    )
    serve_end = Step(
        "送达被申请人（终止、驳回申请）",
        L[88, 1].says("送达"),
        concluded,
        asks=(SERVED_BY, PAPER, ADDRESSEE, RECEIVER),
        document=papers.SERVED_RESPONDENT,
        echo=ENDED,
        when=ended,
        conditions=(computed(L[75, 2], "尚未送达被申请人", test.not_served("serve_end")),),
    )
    copy_superior = Step(
        "抄告上一级主管部门",
        L[79, 2].says("同时抄告"),
        concluded,
        needs=(Case.superior,),
        document=papers.SUPERIOR,
        when=lambda s: test.department(s) and s.did(Decision.decide, s.procedure.step("opinion")),
        help="以本级政府工作部门为被申请人的，生效的决定书、意见书同时抄告其上一级主管部门。",
    )
    withhold = Step(
        "决定不予公开",
        L[79, 1].says("公开情况"),
        concluded,
        by=(Role.HANDLER, Role.PUBLISHER),
        needs=(Case.not_public,),
        asks=(WHY,),
        when=lambda situation: situation.did(Decision.decide),
    )
    opinion = Step(
        "制发意见书",
        L[76].says("意见书"),
        trial | suspended | concluded,
        needs=(Case.opinion_text, Case.opinion_to),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.OPINION,
        help="以行政复议机关名义，针对有关行政行为违法或者不当。",
    )
    opinion_received = Step(
        "被申请人收到意见书",
        L[76].says("收到"),
        trial | suspended | concluded,
        by=Role.RESPONDENT,
        requires=(opinion,),
        echo=OPINION_SENT,
    )
    opinion_received_other = Step(
        "其他机关收到意见书",
        L[76].says("其他下级行政机关"),
        trial | suspended | concluded,
        requires=(opinion,),
        asks=(ORGAN,),
    )
    opinion_replied = Step(
        "收到意见书反馈",
        L[76].says("六十日内"),
        trial | suspended | concluded,
        requires=(opinion,),
        asks=(Input("纠正情况", "long", code="reply"),),
    )
    advice = Step(
        "制发建议书",
        R07[57, 2].says("建议书", "普遍性"),
        trial | suspended | concluded,
        needs=(Case.advice_text, Case.advice_to),
        document=papers.ADVICE,
        help="以行政复议机构名义，针对带有普遍性的问题；没有法定反馈期限。",
    )
    redone = Step(
        "被申请人重新作出行政行为",
        (L[64, 2].says("同一事实"), R07[49, 1]),
        concluded,
        by=Role.RESPONDENT,
        asks=(Input("重新作出的行政行为", code="act"),),
        when=lambda situation: bool(situation.record.redo),
    )
    performed = Step(
        "被申请人履行完毕",
        L[77, 1].says("应当履行"),
        concluded,
        by=Role.RESPONDENT,
        asks=(Input("履行情况", "long", code="how"),),
        when=decided,
    )
    order_performance = Step(
        "责令限期履行",
        L[77, 2].says("限期履行"),
        concluded,
        asks=(Input("限期（日）", "int", at_least=1, code="days"), WHY),
        document=papers.ORDER,
        when=lambda situation: decided(situation) or situation.did(Aftermath.opinion),
        help="被申请人不履行或者拖延履行决定书、调解书、意见书的，责令限期履行。",
    )
    summon = Step(
        "约谈或者通报批评",
        L[77, 2].says("约谈", "通报批评"),
        concluded,
        asks=(Input("方式", "choice", (("talk", "约谈"), ("circular", "通报批评")), code="how"), WHY),
        requires=(order_performance,),
    )
    sue = Step(
        "提起行政诉讼",
        (L[10], LITIGATION[45]),
        concluded | not_accepted,
        by=(Role.APPLICANT, Role.THIRD_PARTY),
        sets=((Case.sued_on, ON),),
        once=True,
        help="登记日期填写法院收到起诉状之日或者交邮日。",
    )
    suit_lapsed = Step(
        "起诉期限届满",
        LITIGATION[45].says("十五日内"),
        concluded | not_accepted,
        by=Role.SYSTEM,
        help="没有起诉，由系统记录；此后义务人仍不履行的，可以强制执行。",
    )
    third_suit_lapsed = Step(
        "第三人的起诉期限届满",
        (LITIGATION[45].says("十五日内"), L[78].says("第三人")),
        concluded,
        by=Role.SYSTEM,
        help="没有起诉，由系统记录；不得再起诉，逾期不履行的，可以强制执行。",
    )
    silence_lapsed = Step(
        "逾期未决定的起诉期限届满", LITIGATION[45].says("十五日内"), trial | suspended | concluded, by=Role.SYSTEM
    )
    sue_silence = Step(
        "因逾期未决定提起诉讼",
        (L[34].says("十五日内"), LITIGATION[45]),
        trial,
        by=Role.APPLICANT,
        requires=(Decision.overdue,),
        once=True,
    )
    suit_closed = Step(
        "诉讼审结",
        L[10],
        concluded | not_accepted | trial,
        needs=(Case.suit_result, Case.suit_lost),
        when=lambda situation: situation.did(Aftermath.sue, Aftermath.sue_silence),
        once=True,
    )
    enforce = Step(
        "强制执行",
        L[78].says("强制执行"),
        concluded,
        asks=(
            Input(
                "执行方式", "choice", code="how",
                choices=(
                    ("organ", "由作出行政行为的机关执行"),
                    ("self", "由行政复议机关执行"),
                    ("court", "申请人民法院执行"),
                ),
            ),
        ),
        document=papers.ENFORCEMENT,
        when=decided,
        conditions=(
            computed(L[78].says("逾期不起诉"), "起诉期限已经届满", test.suit_over),
            judged(L[78].says("不履行"), "申请人、第三人没有履行"),
            computed(L[78], "执行机关符合规定", test.enforcer_fits),
        ),
        help="维持的，由原机关执行；变更、调解书，由行政复议机关执行；都可以申请人民法院执行。",
    )  # fmt: skip
    transfer_clue = Step(
        "移送违法违纪线索",
        (L[85].says("移送"), L[86].says("监察机关"), L[82], L[83]),
        trial | suspended | concluded,
        asks=(Input("移送的机关", code="to"), Input("事实材料", "long", code="facts")),
        document=papers.CLUE,
    )

    published = Publication(
        "行政复议决定书公开",
        L[79, 1].says("向社会公开"),
        after=(serve,),
        shows=(
            Shown(Case.number),
            Shown(Case.title),
            Shown(Case.applicants, Mask.NAME),
            Shown(Case.third_parties, Mask.NAME),
            Shown(Case.respondent),
            Shown(Case.co_respondents),
            Shown(Case.act_kind),
            Shown(Case.act_title, Mask.TEXT),
            Shown(Case.claims, Mask.TEXT),
            Shown(Case.reasons, Mask.TEXT),
            Shown(Case.respondent_view, Mask.TEXT),
            Shown(Case.third_party_view, Mask.TEXT),
            Shown(Case.facts_found, Mask.TEXT),
            Shown(Case.decision_reasons, Mask.TEXT),
            Shown(Case.decision_ground),
            Shown(Case.more_grounds),
            Shown(Case.decision_kind),
            Shown(Case.decision_text, Mask.TEXT),
            Shown(Case.decided_on),
            Shown(Case.effective_on),
        ),
        instrument=papers.DECISION,
        withheld_if=lambda situation: test.not_public(situation) or not situation.did(Decision.decide),
    )
