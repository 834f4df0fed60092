"""Publishing a decision as a procedure (执法决定公示): limits, public copies, figures, and what is left out."""

from __future__ import annotations

from typing import Any

from yifa.areas.enforcement.penalty_publication import acts
from yifa.areas.enforcement.penalty_publication import conditions as test
from yifa.areas.enforcement.penalty_publication.defaults import DEFAULTS, publish_rule
from yifa.areas.enforcement.penalty_publication.models import PublicationCase as Case
from yifa.areas.enforcement.penalty_publication.steps import PublicationSteps
from yifa.clock import Period, months, working_days, years
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Limit, Omitted, Publication, Shown
from yifa.kernel.figures import Copies, Count, Share, Timely
from yifa.kernel.situation import Situation
from yifa.office.personal import Mask

S = PublicationSteps


def publish_days(situation: Situation) -> Period:
    """How many working days, by the kind of decision and the rule of the place."""
    return working_days(int(publish_rule(situation).value), acts.SYSTEM)


def credit_most(situation: Situation) -> Period:
    """The longest time on the credit site."""
    return months(test.most_months(situation), acts.REPAIR)


def credit_least(situation: Situation) -> Period:
    """The shortest time on the credit site before it can be repaired."""
    return months(max(1, test.least_months(situation)), acts.REPAIR)


def system_most(situation: Situation) -> Period:
    """Three months for criticism and small fines, else three years."""
    return months(3, acts.MARKET[13, 1]) if situation.record.system_light else years(3, acts.MARKET[13, 1])


def repair_days(situation: Situation) -> Period:
    """How long a request for repair takes, as the place has it."""
    return working_days(DEFAULTS.number("repair_days", situation), acts.REPAIR)


class PenaltyPublication(PublicationSteps):
    """The publication of a decision, and its withdrawal."""

    since = PublicationSteps.since

    copy = Publication(
        "执法决定公开", acts.PUBLIC, after=(S.screen,),
        shows=(
            Shown(Case.decision_class), Shown(Case.decision_number), Shown(Case.decision_date), Shown(Case.parties),
            Shown(Case.violation, Mask.TEXT), Shown(Case.decision_basis), Shown(Case.decision_text, Mask.TEXT),
            Shown(Case.public_text, Mask.TEXT),
        ),
        withheld_if=lambda situation: bool(test.sealed_order(situation) or test.sealed_child(situation)),
    )  # fmt: skip
    withdrawal = Publication(
        "撤回行政处罚决定信息的理由", acts.TAKEN_BACK.says("公开说明理由"), after=(S.take_down,),
        shows=(
            Shown(Case.decision_number), Shown(Case.decision_date), Shown(Case.change), Shown(Case.change_document),
            Shown(Case.withdraw_reason, Mask.TEXT),
        ),
    )  # fmt: skip

    publish_in_time = Limit(
        "公开执法决定", acts.SYSTEM, publish_days, ref="PUB-T01",
        since=(Case.decision_date,), until=(copy.done, S.withhold, S.seal),
        on_expiry=Consequence("督促立即公开", acts.PUBLIC), when=test.in_public,
    )  # fmt: skip
    push_in_time = Limit(
        "推送外省登记地市场监管部门", acts.PUSH, working_days(10, acts.PUSH), ref="PUB-T05",
        since=(Case.decision_date,), until=(S.push, S.withhold, S.seal),
        on_expiry=Consequence("督促立即推送", acts.MARKET[10]), when=test.elsewhere,
    )  # fmt: skip
    take_down_in_time = Limit(
        "撤回公示", acts.TAKEN_BACK, working_days(3, acts.PENALTY[85]), ref="PUB-T03",
        since=(Case.changed_on,), until=(S.take_down, S.never_shown),
        on_expiry=Consequence("督促立即撤回并公开说明理由", acts.TAKEN_BACK),
    )  # fmt: skip
    explain_in_time = Limit(
        "公开撤回的理由", acts.TAKEN_BACK, working_days(3, acts.PENALTY[85]),
        since=(Case.changed_on,), until=(withdrawal.done, S.never_shown), outlives=True,
        on_expiry=Consequence("督促立即公开说明理由", acts.TAKEN_BACK),
    )  # fmt: skip
    credit_term = Limit(
        "信用网站公示期", acts.REPAIR, credit_most, ref="PUB-T07", judge_by="strict", effect_after=True,
        since=(Case.decision_date,), until=(S.repair, S.take_down, S.seal, S.credit_expires),
        on_expiry=S.credit_expires,
        when=test.graded,
    )  # fmt: skip
    credit_floor = Limit(
        "信用网站最短公示期", acts.REPAIR, credit_least, since=(Case.decision_date,), until=(S.repair,), floor=True,
        on_expiry=Consequence("可以申请信用修复", acts.REPAIR), when=test.graded_at_least,
    )  # fmt: skip
    repair_in_time = Limit(
        "办理信用修复申请", acts.REPAIR, repair_days, since=(S.ask_repair,), until=(S.repair, S.refuse_repair),
        on_expiry=Consequence("督促及时办理", acts.REPAIR),
    )  # fmt: skip
    system_term = Limit(
        "企业信用信息公示系统公示期", acts.OFF_SYSTEM, system_most, ref="PUB-T06", judge_by="strict", effect_after=True,
        since=(Case.system_on,), until=(S.take_down, S.seal, S.system_expires),
        on_expiry=S.system_expires, when=test.of_market,
    )  # fmt: skip

    decisions_due = Count("应当判定公示的决定", by=(S.open,), definition="期内建立公示的执法决定。")
    decisions_published = Copies(
        "公开的执法决定", publication=copy, definition="期内公开副本已经公开、期末没有撤回的执法决定。"
    )
    decisions_withheld = Count("不予公开的执法决定", by=(S.withhold,), definition="期内判定不公开的执法决定。")
    decisions_sealed = Count("下架封存", by=(S.seal,), definition="期内下架封存的治安、未成年人处罚记录。")
    decisions_withdrawn = Count(
        "撤回公示", by=(S.take_down,), definition="期内因决定被变更、撤销、确认违法、确认无效撤回公示的。"
    )
    repairs = Count("信用修复", by=(S.repair,), definition="期内准予信用修复的。")
    publications_ended = Timely(
        "有公开期限的决定", limits=(publish_in_time,), states=(State.KEPT, State.LATE),
        definition="期内公开或者判定不公开的决定；后来撤回公示的不计。",
    )  # fmt: skip
    published_in_time = Timely(
        "按期公开的决定",
        limits=(publish_in_time,),
        states=(State.KEPT,),
        definition="其中在期限内公开或者判定不公开的。",
    )
    published_in_time_rate = Share(
        "执法决定按期公开率", numerator=published_in_time, denominator=publications_ended,
        definition="按期公开的占有公开期限的决定的比率。",
    )  # fmt: skip
    withdrawals_ended = Timely(
        "应当撤回的公示", limits=(take_down_in_time,), states=(State.KEPT, State.LATE), definition="期内撤回的公示。"
    )
    withdrawn_in_time = Timely(
        "按期撤回的公示", limits=(take_down_in_time,), states=(State.KEPT,), definition="其中在三个工作日内的。"
    )
    withdrawn_in_time_rate = Share(
        "按期撤回率", numerator=withdrawn_in_time, denominator=withdrawals_ended,
        definition="按期撤回的占应当撤回的公示的比率。",
    )  # fmt: skip

    omitted = (
        Omitted(acts.MARKET[8], "送达决定书时书面告知将予公示，写在所涉案件的决定书中。"),
        Omitted(acts.MARKET[9], "与国办发〔2018〕118号的七个工作日不一致，以口径 market_days 选择，默认取严。"),
        Omitted(acts.MARKET[14, 1], "提前停止公示的实施办法另行规定，按信用修复办理。"),
        Omitted(acts.TWENTY, "信息形成之日起二十个工作日，与其他执法决定的期限相同，见口径 other_days。"),
    )

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The decision that is published."""
        return f"{record.client_title or cls.label}（公示）"
