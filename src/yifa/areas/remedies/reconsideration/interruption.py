"""What interrupts or ends a case without a decision: 行政复议法 36–41, 56–60, 38."""

from __future__ import annotations

from yifa.areas.remedies.reconsideration import conditions as test
from yifa.areas.remedies.reconsideration import papers
from yifa.areas.remedies.reconsideration.acceptance import WHY
from yifa.areas.remedies.reconsideration.acts import L
from yifa.areas.remedies.reconsideration.models import ReconsiderationCase as Case
from yifa.areas.remedies.reconsideration.trial import Trial
from yifa.kernel.declare import Input, Step, computed, judged
from yifa.office.roles import Role

trial, suspended = Trial.trial, Trial.suspended
UPPER = Input("上级行政复议机关", required=False, code="upper")
ELEVATED = (("yes", "由上级审理"), ("no", "仍由本机关审理"))


class Interruption(Trial, abstract=True):
    """Suspension, resumption, termination, review of the document behind the act, elevation."""

    suspend_party = Step(
        "中止（申请人死亡、失能、终止）",
        (L[39, 1].item(1), L[39, 1].item(2), L[39, 1].item(4)),
        trial >> suspended,
        needs=(Case.party_lost,),
        asks=(WHY,),
        document=papers.SUSPENDED_PARTY,
        help="满六十日原因仍未消除的，可以终止（第四十一条第五项）。",
    )
    suspend = Step(
        "中止（其他情形）",
        (
            L[39, 1].item(3), L[39, 1].item(5), L[39, 1].item(6), L[39, 1].item(7), L[39, 1].item(8), L[39, 1].item(10),
        ),
        trial >> suspended,
        needs=(Case.suspension_ground,),
        asks=(WHY,),
        document=papers.SUSPENDED,
        help="这些情形不因满六十日而终止。同意中止调解的，不会自动终止。",
    )  # fmt: skip
    suspend_review = Step(
        "中止（附带审查）",
        (L[39, 1].item(9), L[13], L[56], L[57]),
        trial >> suspended,
        needs=(Case.norm_review, Case.norm_title, Case.norm_power),
        may=(Case.norm_maker, Case.norm_claim),
        asks=(WHY,),
        document=papers.SUSPENDED_REVIEW,
    )
    resume = Step(
        "恢复审理",
        (L[39, 2].says("及时恢复"), L[39, 3].says("书面告知")),
        suspended >> trial,
        asks=(WHY,),
        document=papers.RESUMED,
    )
    resume_by_order = Step(
        "依上级责令恢复审理",
        L[40].says("责令其恢复"),
        suspended >> trial,
        asks=(Input("责令的上级行政机关", code="by_whom"),),
        document=papers.RESUMED,
    )
    notify_maker = Step(
        "通知制定机关书面答复",
        L[58, 1].says("三日内", "书面答复"),
        suspended,
        needs=(Case.norm_maker,),
        document=papers.MAKER,
        when=test.norm_own,
        once=True,
    )
    maker_received = Step(
        "制定机关收到通知",
        L[58, 1].says("收到书面通知"),
        suspended,
        requires=(notify_maker,),
        when=test.norm_own,
        once=True,
    )
    maker_replied = Step(
        "制定机关书面答复",
        L[58, 1].says("十日内"),
        suspended,
        requires=(maker_received,),
        when=test.norm_own,
        once=True,
    )
    maker_explains = Step(
        "制定机关当面说明理由",
        L[58, 2].says("当面说明理由"),
        suspended,
        asks=(Input("说明内容", "long", code="record"),),
        when=test.norm_own,
    )
    norm_result = Step(
        "处理规范性文件",
        (L[59].says("停止该条款"), L[56].says("三十日内"), L[57]),
        suspended,
        needs=(Case.norm_maker, Case.norm_result),
        asks=(
            Input(
                "处理结果", "choice", code="result",
                choices=(
                    ("lawful", "相关条款合法，在决定书中一并告知"), ("stopped", "停止该条款执行，责令制定机关纠正"),
                ),
            ),
        ),
        document=papers.NORM_RESULT,
        when=test.norm_own,
        once=True,
    )  # fmt: skip
    forward_norm = Step(
        "转送有权机关",
        (L[56].says("七日内转送"), L[57].says("七日内转送")),
        suspended,
        needs=(Case.norm_organ,),
        document=papers.FORWARDED,
        when=test.norm_forwarded,
        once=True,
    )
    norm_received = Step(
        "有权机关收到转送",
        L[60].says("收到转送"),
        suspended,
        requires=(forward_norm,),
        when=test.norm_forwarded,
        once=True,
    )
    norm_reply = Step(
        "收到有权机关处理意见", L[60].says("处理意见"), suspended, needs=(Case.norm_result,), requires=(norm_received,),
        when=test.norm_forwarded, once=True,
    )  # fmt: skip
    withdraw = Step(
        "申请人撤回申请",
        L[41].item(1).says("撤回"),
        trial | suspended,
        by=Role.APPLICANT,
        asks=(Input("撤回的原因", "long", required=False, code="why"),),
        conditions=(
            judged(L[41].item(1), "撤回是申请人的真实意愿"),
            judged(
                L[15, 2].says("同意"),
                "代表人撤回的，已经被代表的申请人同意",
                when=lambda situation: bool(situation.record.representatives),
            ),
        ),
    )
    terminate = Step(
        "终止复议",
        (L[41], L[74, 2].says("准予撤回")),
        (trial | suspended) >> Trial.concluded,
        needs=(Case.termination_ground,),
        asks=(WHY,),
        document=papers.TERMINATED,
        conditions=(
            computed(L[41].item(1), "申请人已经申请撤回", test.withdrawal_asked),
            judged(
                L[74, 1].says("不得损害"), "撤回或者和解不损害国家利益、社会公共利益和他人合法权益，不违反强制性规定",
                when=lambda situation: situation.record.termination_ground in ("withdrawn", "settled"),
            ),
            computed(L[41].item(5).says("满六十日"), "中止已满六十日", test.sixty_days_suspended),
            computed(L[41].item(4).says("行政拘留"), "属于行政拘留、限制人身自由的案件", test.detained),
        ),
        help="准予撤回而终止的，申请人不得以同一事实和理由再次申请，但能够证明撤回违背真实意愿的除外。",
    )  # fmt: skip
    request_elevation = Step(
        "报请提级审理", L[38, 2].says("报请"), trial, asks=(UPPER, WHY), document=papers.ELEVATION, once=True
    )
    elevation_answered = Step(
        "上级答复提级请示", L[38, 2], trial, asks=(Input("答复", "choice", ELEVATED, code="answer"),),
        requires=(request_elevation,), once=True,
    )  # fmt: skip
    elevation_notified = Step(
        "收到提级审理通知",
        L[38, 1].says("可以审理"),
        trial | suspended,
        asks=(UPPER,),
        once=True,
    )
    hand_over = Step(
        "移送上级审理",
        L[38],
        (trial | suspended) >> Trial.elevated,
        requires=(elevation_notified,),
        asks=(UPPER,),
        document=papers.HAND_OVER,
    )
