"""The decision of the government on what its supervision body proposes (行政执法监督决定): 监督条例第二十九条."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.supervision import choices as c
from yifa.areas.enforcement.supervision import conditions as test
from yifa.areas.enforcement.supervision import papers
from yifa.areas.enforcement.supervision.acts import S
from yifa.areas.enforcement.supervision.models import SupervisionDecision as Case
from yifa.clock import Period
from yifa.kernel.declare import NEW, ON, Consequence, Follows, Input, Limit, Procedure, Stage, Step, computed
from yifa.kernel.figures import Count
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

BY = (Role.SECRETARY, Role.HANDLER)
CONDITIONS = (
    computed(S[29].says("本级人民政府决定"), "由本级人民政府决定", test.is_government),
    computed(S[29], "报送期限写法完整", test.term_sound_if_given),
)


def stated(situation: Situation) -> Period:
    """The period that the decision states."""
    return test.period_of(situation.record, "", S[29])


class SupervisionDecision(Procedure):
    """A decision that an enforcement problem be corrected, at the government."""

    key, label, mark = "supervision_decision", "行政执法监督决定", "执监决"
    model = Case
    since = date(2026, 2, 1)
    version_basis = S[44]

    proposed = Stage("待决定")
    decided = Stage("待送达")
    served = Stage("待纠正")
    corrected = Stage("已纠正", final=True)
    declined = Stage("不制发决定书", final=True)
    lapsed = Stage("监督终结", final=True)

    receive = Step(
        "收到处理建议",
        S[29].says("提出处理建议"),
        NEW >> proposed,
        by=BY,
        needs=(Case.proposal,),
        may=(Case.target_organ, Case.target_name, Case.proposer, Case.facts, Case.legal_basis, Case.why),
        conditions=(
            computed(S[29].says("本级人民政府决定"), "由本级人民政府决定", test.is_government),
            computed(S[2], "写明被监督机关", test.target_named),
        ),
        help="行政执法监督机构在系统内报请时自动登记。",
    )
    numbered_by = (receive,)

    decide = Step(
        "决定纠正，制发决定书",
        (S[29].says("决定纠正"), S[26, 1].says("监督决定书")),
        proposed >> decided,
        by=BY,
        needs=(Case.demand,),
        may=(Case.term, Case.amount, Case.until, Case.facts, Case.legal_basis),
        sets=((Case.ruling, c.Ruling.CORRECT.value),),
        conditions=CONDITIONS,
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.DECISION,
    )
    decline = Step(
        "决定不制发决定书",
        S[29].says("本级人民政府决定"),
        proposed >> declined,
        by=BY,
        sets=((Case.ruling, c.Ruling.NOT_NEEDED.value),),
        asks=(Input("理由", "long", code="why"),),
        conditions=CONDITIONS[:1],
        approved_by=(Role.ORGAN_HEAD,),
        rare=True,
    )
    serve = Step("决定书送达", S[29], decided >> served, by=BY, sets=((Case.served_on, ON),))
    finish = Step(
        "已纠正",
        S[29].says("予以纠正"),
        served >> corrected,
        by=BY,
        needs=(Case.rectification,),
        follows=Follows(
            "supervision_case.confirm",
            lambda situation: {"rectification": situation.record.rectification},
        ),
    )  # fmt: skip

    withdraw = Step(
        "撤回决定书",
        S[30].says("应当及时处理"),
        served >> lapsed,
        by=BY,
        rare=True,
        asks=(Input("理由", "long", code="why"),),
        conditions=CONDITIONS[:1],
        approved_by=(Role.ORGAN_HEAD,),
        help="被监督机关对决定书的异议成立的，由制发的本级人民政府撤回。",
    )
    lapse = Step(
        "争议进入复议、诉讼或者提级监督，不再决定",
        (S[33, 3].says("不重复监督"), S[20, 3].says("提级监督")),
        (proposed | decided | served) >> lapsed,
        by=BY,
        rare=True,
        follows=(
            Follows("supervision_case.remedy_began"),
            Follows("supervision_case.raise_up"),
        ),
    )

    answer_in_time = Limit(
        "决定书载明的报送期限", S[29], stated, since=(serve,), until=(finish, withdraw, lapse),
        when=lambda s: test.has_term(s.record, ""),
        on_expiry=Consequence("督促纠正；拒绝、阻挠监督的依法给予处分", S[41]),
    )  # fmt: skip
    answer_by_date = Limit(
        "决定书载明的报送截止日", S[29], None, since=(serve,), until=(finish, withdraw, lapse), ends_on=Case.until,
        when=lambda s: test.has_last_day(s.record, ""),
        on_expiry=Consequence("督促纠正；拒绝、阻挠监督的依法给予处分", S[41]),
    )  # fmt: skip

    sup_decisions = Count(
        "行政执法监督决定书", unit="份", by=(decide,), basis=S[29], definition="期内本级政府制发的行政执法监督决定书。"
    )

    @classmethod
    def title_of(cls, record: Any) -> str:
        """Whom it is about."""
        return f"{record.target_label or '行政执法机关'}行政执法监督决定"

    @classmethod
    def counterpart_of(cls, record: Any) -> Any:
        """The supervised organ."""
        return record.target_organ
