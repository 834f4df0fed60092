"""The steps of certificates (执法证件的环节): 申领、审核、考试、发证、年审、换证、暂扣、恢复、吊销、注销."""

from __future__ import annotations

from datetime import date

from yifa.areas.enforcement.authority.standing import DEFAULTS as BOOKS
from yifa.areas.enforcement.bases import CERTIFIED, COERCION, CONFIRMED, PENALTY, QUALIFIED
from yifa.areas.enforcement.certificate import conditions as test
from yifa.areas.enforcement.certificate import own, papers, writing
from yifa.areas.enforcement.certificate.choices import ExamResult, Outcome
from yifa.areas.enforcement.certificate.models import CertificateCase as Case
from yifa.kernel.declare import NEW, ON, Input, Procedure, Stage, Step, computed, judged
from yifa.office.roles import Role

NO_CERTIFICATE = PENALTY[76, 1].item(5).says("未取得执法证件")
UNFIT = COERCION[17, 3]
BY = (Role.HANDLER, Role.REVIEWER)
AUXILIARY = computed(QUALIFIED, "不是执法辅助人员", test.not_auxiliary)
CONFIRMED_BODY = computed(CONFIRMED, "执法主体当日有资格", test.body_confirmed)
ONE_EACH = computed(CERTIFIED, "没有同一主体的有效证件、办理中的申领", test.none_held, qualified=CERTIFIED)
MANAGED_ONCE = computed(CERTIFIED, "没有另一件办理同一证件", test.none_open)
SAT = computed(CERTIFIED, "考试日期不晚于办理日期", test.sat_already)
LATER = computed(CERTIFIED, "恢复日期晚于暂扣日期", test.after_the_suspension)
OF_ENTRY = (
    *(
        (getattr(Case, field), own.of_entry(name))
        for field, name in (
            ("person_name", "name"), ("body", "body"), ("staffing", "staffing"), ("cert_kind", "cert_kind"),
            ("matters", "matters"), ("exam_on", "exam_on"), ("issued_on", "issued_on"), ("valid_to", "valid_to"),
        )
    ),
    (Case.entry, own.entry_now),
)  # fmt: skip
YEARLY = computed(CERTIFIED, "本年培训学时达到规定", test.trained("training_hours", BOOKS))


class CertificateSteps(Procedure, abstract=True):
    """Stages and steps."""

    key, label, mark = "certificate", "行政执法证件", "执证"
    model = Case
    since = date(2021, 7, 15)
    version_basis = PENALTY[86].says("2021年7月15日")

    applied = Stage("待审核")
    examining = Stage("待考试")
    passed = Stage("待发证")
    holding = Stage("持证")
    suspended = Stage("暂扣")
    refused = Stage("不予发证", final=True)
    dropped = Stage("撤回申领", final=True)
    expired = Stage("到期失效", final=True)
    revoked = Stage("吊销", final=True)
    cancelled = Stage("注销", final=True)

    apply = Step(
        "登记申领",
        (CERTIFIED, QUALIFIED),
        NEW >> applied,
        by=BY,
        needs=(Case.person_name, Case.body_organ, Case.staffing),
        may=(Case.body, Case.cert_kind, Case.matters, Case.training_hours, Case.received_on),
        sets=((Case.body, own.body), (Case.received_on, own.received)),
        conditions=(
            AUXILIARY,
            computed(CERTIFIED, "由司法行政部门制发", test.of_the_bureau),
            CONFIRMED_BODY,
            ONE_EACH,
        ),
        help="由执法主体申领，司法行政部门登记。同名的另一人，写明理由后可以继续。",
    )
    take_over = Step(
        "登记已有证件", CERTIFIED, NEW >> holding, by=BY, rare=True, needs=(Case.cert_no, Case.body_organ),
        sets=(*OF_ENTRY, (Case.outcome, Outcome.ISSUED.value)),
        conditions=(computed(CERTIFIED, "执法人员台账中有这个有效证件", test.in_register), MANAGED_ONCE),
        help="台账中已有的证件，从这里开始办理年审、换证、调转、暂扣和注销。",
    )  # fmt: skip
    take_over_suspended = Step(
        "登记已暂扣证件", CERTIFIED, NEW >> suspended, by=BY, rare=True, needs=(Case.cert_no, Case.body_organ),
        sets=(*OF_ENTRY, (Case.suspended_on, own.paused_since), (Case.outcome, Outcome.SUSPENDED.value)),
        conditions=(computed(CERTIFIED, "执法人员台账中有这个暂扣证件", test.suspended_in_register), MANAGED_ONCE),
        help="台账中已经暂扣的证件，从这里开始办理恢复、吊销和注销。",
    )  # fmt: skip
    approve = Step(
        "审核通过",
        CERTIFIED,
        applied >> examining,
        by=BY,
        may=(Case.training_hours, Case.matters),
        conditions=(
            AUXILIARY,
            judged(QUALIFIED, "是执法主体的在编在岗人员，从事执法工作"),
            computed(CERTIFIED, "岗前培训学时达到规定", test.trained("first_hours")),
        ),
        help="没有取得执法证件的不得执法：行政处罚法第七十六条第一款第五项、行政强制法第十七条第三款。",
    )
    decline = Step(
        "审核不通过", CERTIFIED, applied >> refused, by=BY, rare=True, needs=(Case.why,),
        sets=((Case.outcome, Outcome.REFUSED.value),), document=papers.REFUSED,
    )  # fmt: skip
    withdraw = Step(
        "撤回申领", CERTIFIED, (applied | examining | passed) >> dropped, by=BY, rare=True,
        sets=((Case.outcome, Outcome.WITHDRAWN.value),),
    )  # fmt: skip
    pass_exam = Step(
        "登记考试合格",
        CERTIFIED,
        examining >> passed,
        by=BY,
        needs=(Case.exam_on, Case.exam_score),
        sets=((Case.exam_result, ExamResult.PASSED.value),),
        conditions=(
            SAT,
            computed(CERTIFIED, "没有用完补考次数", test.may_sit),
            computed(CERTIFIED, "成绩达到合格分数", test.passed),
        ),
    )
    fail_exam = Step(
        "登记考试未通过", CERTIFIED, examining, by=BY, rare=True, needs=(Case.exam_on,), may=(Case.exam_score,),
        asks=(
            Input("结果", "choice", ((ExamResult.FAILED, "不合格"), (ExamResult.ABSENT, "缺考")), code="result"),
        ),
        sets=((Case.exam_result, ExamResult.FAILED.value), (Case.failures, own.failed_once_more)),
        conditions=(
            SAT,
            computed(CERTIFIED, "没有用完补考次数", test.may_sit),
            computed(CERTIFIED, "成绩没有达到合格分数", test.not_passed),
        ),
        help="可以补考；补考次数用完的，办不予发证。",
    )  # fmt: skip
    refuse = Step(
        "不予发证", CERTIFIED, (examining | passed) >> refused, by=BY, rare=True, needs=(Case.why,),
        sets=((Case.outcome, Outcome.REFUSED.value),), document=papers.REFUSED,
    )  # fmt: skip
    issue = Step(
        "发证",
        (CERTIFIED, QUALIFIED),
        passed >> holding,
        by=BY,
        needs=(Case.cert_no, Case.valid_to),
        may=(Case.matters,),
        sets=(
            (Case.entry, writing.issued), (Case.issued_on, ON), (Case.outcome, Outcome.ISSUED.value),
        ),
        conditions=(
            AUXILIARY,
            CONFIRMED_BODY,
            ONE_EACH,
            computed(CERTIFIED, "证件编号没有被使用", test.number_free("cert_no")),
            computed(CERTIFIED, "有效期不超过规定年数", test.term("valid_to", test.on_the_day)),
        ),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.ISSUED,
        help="发证后自动记入申领机关的执法人员台账。",
    )  # fmt: skip
    pass_check = Step(
        "年审合格", CERTIFIED, holding, by=BY, needs=(Case.training_hours,),
        sets=((Case.entry, writing.checked),),
        conditions=(
            YEARLY,
            judged(QUALIFIED, "仍在执法岗位，没有应当暂扣、吊销的情形"),
        ),
    )  # fmt: skip
    fail_check = Step(
        "年审不合格，暂扣", CERTIFIED, holding >> suspended, by=BY, rare=True, needs=(Case.why,),
        may=(Case.training_hours,), document=papers.SUSPENDED,
        sets=((Case.entry, writing.suspended), (Case.suspended_on, ON), (Case.outcome, Outcome.SUSPENDED.value)),
    )  # fmt: skip
    suspend = Step(
        "暂扣", CERTIFIED, holding >> suspended, by=BY, rare=True, needs=(Case.why,), document=papers.SUSPENDED,
        sets=((Case.entry, writing.suspended), (Case.suspended_on, ON), (Case.outcome, Outcome.SUSPENDED.value)),
        help="自当日起不得执法；期间作出的执法行为，按行为当日判断资格。",
    )  # fmt: skip
    resume = Step(
        "恢复使用", CERTIFIED, suspended >> holding, by=BY, when=test.for_another_reason,
        sets=((Case.entry, writing.resumed), (Case.outcome, Outcome.ISSUED.value)),
        conditions=(judged(CERTIFIED, "暂扣的原因已经消除，整改已经完成"), LATER),
        document=papers.RESUMED,
        help="有效期不因暂扣延长。暂扣的日期留在台账中，当时的行为不因恢复而有效。",
    )  # fmt: skip
    resume_trained = Step(
        "补训合格，恢复使用", CERTIFIED, suspended >> holding, by=BY, when=test.for_the_check,
        needs=(Case.training_hours,),
        sets=((Case.entry, writing.trained), (Case.outcome, Outcome.ISSUED.value)),
        conditions=(YEARLY, judged(CERTIFIED, "年审不合格的原因已经消除，补训已经完成"), LATER),
        document=papers.RESUMED,
        help="年审不合格暂扣的，补训达到规定学时后恢复，视同本次年审合格，下次年审从恢复之日起算。",
    )  # fmt: skip
    renew = Step(
        "换证",
        CERTIFIED,
        holding,
        by=BY,
        needs=(Case.renew_to, Case.training_hours),
        may=(Case.new_cert_no, Case.matters),
        sets=(
            (Case.entry, writing.renewed), (Case.cert_no, own.number_now), (Case.issued_on, own.issue_day),
            (Case.valid_to, own.end_now), (Case.new_cert_no, ""),
        ),
        conditions=(
            computed(QUALIFIED, "原证件没有到期", test.still_holds),
            AUXILIARY,
            CONFIRMED_BODY,
            YEARLY,
            computed(CERTIFIED, "换证后有效期延长", test.longer),
            computed(CERTIFIED, "有效期不超过规定年数", test.term("renew_to", test.old_end)),
            computed(CERTIFIED, "新证件编号没有被使用", test.number_free("new_cert_no")),
        ),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.RENEWED,
        rare=True,
        help="不换号的，原证有效期顺接；换号的，旧证同日注销，新证另记一条。到期以后不能换证，应当重新申领。",
    )  # fmt: skip
    transfer = Step(
        "调转", CERTIFIED, holding, by=BY, rare=True,
        needs=(Case.body_organ,), may=(Case.body, Case.matters, Case.new_cert_no),
        sets=(
            (Case.body, own.transfer_body), (Case.entry, writing.transferred),  # the body is asked of the entry before
            (Case.cert_no, own.number_now), (Case.new_cert_no, ""),
        ),
        conditions=(
            computed(QUALIFIED, "证件没有到期", test.still_holds),
            AUXILIARY,
            computed(CERTIFIED, "调入另一个执法主体", test.goes_elsewhere),
            computed(CONFIRMED, "调入的执法主体已经确认", test.transfer_body_confirmed),
            computed(CERTIFIED, "新证件编号没有被使用", test.number_free("new_cert_no")),
        ),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.TRANSFERRED,
        help="在本县调到另一个执法主体的，申领机关改为调入的机关，不必重新考试。原机关的记录当日收回，调入机关另记一条，有效期不变。",
    )  # fmt: skip
    revoke = Step(
        "吊销", CERTIFIED, (holding | suspended) >> revoked, by=BY, rare=True, needs=(Case.why,),
        sets=((Case.entry, writing.revoked), (Case.outcome, Outcome.REVOKED.value)),
        approved_by=(Role.ORGAN_HEAD,), document=papers.REVOKED,
    )  # fmt: skip
    cancel = Step(
        "离岗注销", CERTIFIED, (holding | suspended) >> cancelled, by=BY, rare=True, needs=(Case.why,),
        may=(Case.left_on,),
        sets=((Case.entry, writing.left), (Case.left_on, own.left_day), (Case.outcome, Outcome.CANCELLED.value)),
        conditions=(
            computed(CERTIFIED, "已经离岗", test.left_already),
            judged(CERTIFIED, "证件已经收回，或者已经公告作废"),
        ),
        help="调离、退休、辞职、不再从事执法的，收回注销。自离岗之日起无效，先于办理日期的写离岗日期。",
    )  # fmt: skip
    expire = Step(
        "到期失效", (CERTIFIED, NO_CERTIFICATE, UNFIT), (holding | suspended) >> expired, by=Role.SYSTEM,
        sets=((Case.outcome, Outcome.EXPIRED.value),),
        help="有效期届满没有换证的，自次日起失效。",
    )  # fmt: skip
