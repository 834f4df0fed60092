"""The trial (审理): 行政复议法 chapter four, sections one to four."""

from __future__ import annotations

from yifa.areas.remedies.reconsideration import conditions as test
from yifa.areas.remedies.reconsideration import papers
from yifa.areas.remedies.reconsideration.acceptance import WHY, Acceptance
from yifa.areas.remedies.reconsideration.acts import R07, L
from yifa.areas.remedies.reconsideration.choices import Hearing, Track
from yifa.areas.remedies.reconsideration.echoes import COPY_SENT
from yifa.areas.remedies.reconsideration.models import ReconsiderationCase as Case
from yifa.kernel.declare import Input, Step, computed, judged
from yifa.office.roles import Role

received, trial, suspended = Acceptance.received, Acceptance.trial, Acceptance.suspended
RECORD = Input("笔录内容", "long", code="record", personal=True)
WHO = Input("人员姓名", code="who", personal=True)


class Trial(Acceptance, abstract=True):
    """Steps from acceptance to the eve of the decision."""

    assign = Step(
        "指定人员和确定程序",
        (L[36, 1], L[53]),
        trial,
        needs=(Case.handlers, Case.track),
        may=(
            Case.simplified_ground, Case.amount, Case.complex, Case.technical, Case.term_by_law,
            Case.respondent, Case.respondent_kind, Case.act_kind, Case.act_domain, Case.act_title, Case.mandatory_first,
        ),
        document=papers.TRACK,
        once=True,
        conditions=(
            computed(R07[32].says("2名以上"), "指定二名以上行政复议人员", test.two_handlers),
            computed(L[53], "符合简易程序的适用情形", test.simplified_allowed),
            judged(L[53, 1].says("争议不大"), "事实清楚、权利义务关系明确、争议不大", when=test.simplified_by_kind),
        ),
        help="普通程序、简易程序在此确定；以后转为普通程序用“转为普通程序”，更换人员用“更换行政复议人员”。",
    )  # fmt: skip
    reassign = Step(
        "更换行政复议人员",
        L[36, 1].says("指定行政复议人员"),
        trial | suspended,
        needs=(Case.handlers,),
        asks=(WHY,),
        conditions=(computed(R07[32].says("2名以上"), "指定二名以上行政复议人员", test.two_handlers),),
        requires=(assign,),
    )
    convert = Step(
        "转为普通程序",
        L[55].says("负责人批准"),
        trial,
        sets=((Case.track, Track.ORDINARY.value),),
        asks=(WHY,),
        conditions=(computed(L[62, 2].says("三十日内"), "简易程序的审理期限尚未届满", test.before_simplified_expiry),),
        may=(Case.handlers,),
        approved_by=(Role.AGENCY_HEAD,),
        document=papers.CONVERTED,
        when=test.simplified,
        help="审理期限仍自受理之日起算，改为六十日。",
    )
    send_copy = Step(
        "发送副本",
        (L[48].says("七日内"), L[54, 1].says("三日内")),
        trial,
        needs=(Case.respondent,),
        document=papers.REPLY,
        echo=COPY_SENT,
        conditions=(computed(L[48], "副本没有发送过", test.once_for_each_respondent("send_copy")),),
        help="变更被申请人的，向变更后的被申请人重新发送。",
    )
    copy_received = Step(
        "被申请人收到副本",
        (L[48], L[54, 1]),
        trial,
        by=Role.RESPONDENT,
        requires=(send_copy,),
        conditions=(computed(L[48], "没有登记过收到副本", test.once_for_each_respondent("copy_received")),),
    )
    receive_reply = Step(
        "收到书面答复",
        (L[48].says("书面答复"), L[44, 1].says("举证责任")),
        trial | suspended,
        by=Role.RESPONDENT,
        may=(Case.evidence_list, Case.respondent_view),
        requires=(copy_received,),
        conditions=(computed(L[48], "没有登记过书面答复", test.once_for_each_respondent("receive_reply")),),
    )
    supplement_evidence = Step(
        "同意被申请人补充证据",
        L[46, 2].says("补充证据"),
        trial,
        asks=(Input("补充的证据", "long", code="evidence"),),
        may=(Case.evidence_list,),
        conditions=(judged(L[46, 2], "申请人或者第三人提出了作出行政行为时没有提出的理由或者证据"),),
        requires=(receive_reply,),
    )
    change_claims = Step(
        "变更行政复议请求",
        L[15, 2].says("变更行政复议请求"),
        trial | suspended,
        by=Role.APPLICANT,
        needs=(Case.claims,),
        may=(Case.reasons, Case.asks_void, Case.compensation_claim, Case.norm_claim),
        conditions=(
            judged(
                L[15, 2].says("同意"),
                "代表人变更请求的，已经被代表的申请人同意",
                when=lambda situation: bool(situation.record.representatives),
            ),
        ),
    )
    act_changed = Step(
        "被申请人改变行政行为",
        L[65, 2].item(2).says("改变原违法"),
        trial | suspended | Acceptance.concluded | Acceptance.elevated,
        by=Role.RESPONDENT,
        asks=(Input("改变的情况", "long", code="how"),),
        help="不影响审理：申请人撤回的，终止；仍要求撤销或者确认违法的，依法作出决定。",
    )
    elect_representatives = Step(
        "推选代表人",
        (L[15, 1], R07[8]),
        received | trial | suspended,
        by=Role.APPLICANT,
        needs=(Case.representatives,),
        may=(Case.applicant_count,),
        conditions=(computed(R07[8].says("1至5名"), "代表人人数符合规定", test.representatives_within(5, 1, 5)),),
    )
    appoint_agent = Step(
        "委托代理人",
        L[17, 2].says("授权委托书"),
        received | trial | suspended,
        by=(Role.APPLICANT, Role.THIRD_PARTY),
        needs=(Case.agents,),
        may=(Case.legal_aid,),
        conditions=(
            computed(L[17, 1].says("一至二名"), "每名申请人、第三人委托代理人不超过二名", test.agents_few),
            judged(L[17, 2], "已提交授权委托书和身份证明文件，载明事项、权限和期限"),
        ),
    )
    join_third = Step(
        "第三人参加",
        L[16, 1].says("第三人"),
        trial | suspended,
        needs=(Case.third_parties,),
        document=papers.THIRD_PARTY,
    )
    investigate = Step(
        "调查取证",
        L[45].says("不得少于两人"),
        trial,
        asks=(
            Input("调查人员人数", "int", at_least=2, code="officers", basis=L[45, 2].says("两人")),
            Input("被调查人", code="who", personal=True),
            RECORD,
        ),
        document=papers.INVESTIGATION,
        conditions=(judged(L[45, 2].says("工作证件"), "已出示行政复议工作证件"),),
    )
    inspect = Step("现场勘验开始", R07[34, 3].says("现场勘验"), trial)
    inspected = Step("现场勘验结束", R07[34, 3], trial, requires=(inspect,))
    appraise = Step("委托鉴定", R07[37].says("鉴定"), trial, asks=(Input("鉴定机构和事项", code="matter"),))
    appraised = Step("鉴定完成", R07[37], trial, requires=(appraise,))
    read_file = Step(
        "查阅材料",
        L[47].says("应当同意"),
        trial | suspended,
        by=(Role.APPLICANT, Role.THIRD_PARTY),
        asks=(
            WHO,
            Input("是否同意", "choice", (("yes", "同意"), ("part", "部分同意"), ("no", "不同意")), code="answer"),
            Input(
                "不同意的理由",
                "long",
                required=False,
                code="why",
                help="只限国家秘密、商业秘密、个人隐私和可能危及安全稳定的。",
            ),
        ),
        document=papers.FILE_READ,
    )
    hear_opinion = Step(
        "听取意见",
        L[49].says("听取当事人"),
        trial,
        needs=(Case.opinion_mode,),
        asks=(WHO, RECORD),
        document=papers.OPINION_HEARD,
        help="普通程序应当听取；因当事人原因不能听取的，选择“书面审理”并写明原因。方式："
        + "、".join(str(label) for label in Hearing.labels[:3]) + "。",
    )  # fmt: skip
    call_hearing = Step(
        "决定听证",
        (L[50, 1].says("应当组织听证"), L[50, 2].says("可以组织听证")),
        trial,
        needs=(Case.hearing_on, Case.hearing_place, Case.hearing_matters),
        may=(Case.complex,),
        help="重大、疑难、复杂的应当听证；认为有必要或者申请人请求的可以听证。改期的，重新办理本环节和通知。",
    )
    notify_hearing = Step(
        "通知听证",
        L[51, 1].says("五日前", "书面通知"),
        trial,
        requires=(call_hearing,),
        document=papers.HEARING_NOTICE,
        conditions=(computed(L[51, 1].says("五日前"), "举行听证的五个工作日前通知", test.hearing_notified_in_time),),
    )
    hold_hearing = Step(
        "举行听证",
        (L[50], L[51, 3].says("负责人")),
        trial,
        needs=(Case.head_attendance,),
        asks=(
            Input("主持人", code="host"),
            Input("听证员人数", "int", at_least=2, code="examiners", basis=L[50, 3].says("两名以上")),
            Input("记录员", code="recorder"),
            Input("参加人姓名、职务", required=False, code="attendee"),
            Input("负责人不能参加的理由", "long", required=False, code="absence", basis=L[51, 3].says("说明理由")),
            RECORD,
        ),
        requires=(notify_hearing,),
        document=papers.HEARING_RECORD,
        conditions=(
            computed(L[51, 1], "在通知的日期举行", test.hearing_on_the_day),
            computed(L[51, 3].says("说明理由"), "负责人不能参加的，说明了理由", test.absence_explained),
        ),
    )
    forgo_hearing = Step(
        "申请人放弃听证",
        L[51, 2].says("放弃听证权利"),
        trial,
        requires=(notify_hearing,),
        conditions=(judged(L[51, 2].says("无正当理由"), "申请人无正当理由拒不参加听证"),),
    )
    ask_committee = Step(
        "提请委员会咨询",
        L[52, 2].says("应当提请"),
        trial,
        may=(Case.complex, Case.technical),
        asks=(Input("咨询的问题", "long", code="question"),),
        document=papers.COMMITTEE_REQUEST,
    )
    committee = Step(
        "记录咨询意见",
        L[52, 3].says("应当记录"),
        trial | suspended,
        by=Role.COMMITTEE,
        needs=(Case.committee_opinion,),
        requires=(ask_committee,),
        document=papers.COMMITTEE_OPINION,
    )
    stay = Step(
        "停止执行",
        L[42].says("停止执行"),
        trial | suspended,
        needs=(Case.stay_ground,),
        asks=(WHY,),
        document=papers.STAY,
        help="行政复议期间行政行为不停止执行，只有四种情形停止。",
    )
    extend = Step(
        "延长审理期限",
        L[62, 1].says("适当延长", "书面告知"),
        trial,
        asks=(Input("延长天数", "int", at_least=1, at_most=30, code="days", basis=L[62, 1].says("三十日")), WHY),
        approved_by=(Role.AGENCY_HEAD,),
        document=papers.EXTENDED,
        when=test.ordinary,
        conditions=(
            judged(L[62, 1].says("情况复杂"), "情况复杂，不能在规定期限内作出决定"),
            computed(L[62, 1], "审理期限尚未届满", test.before_expiry),
            computed(L[62, 1].says("三十日"), "延长合计不超过三十日", test.extended_thirty_at_most),
        ),
        help="由行政复议机构的负责人批准；简易程序不得延长。",
    )
    overdue = Step(
        "逾期未作出决定",
        L[34].says("不作答复"),
        trial,
        by=Role.SYSTEM,
        help="审理期限届满仍未决定，由系统记录；申请人自届满之日起十五日内可以起诉，可以向上级行政机关反映（第三十五条）。",
    )
