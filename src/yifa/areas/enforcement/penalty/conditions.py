"""Computed conditions from the clue to the end of the investigation (立案、调查、终结)."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.bases import PENALTY
from yifa.areas.enforcement.common.acting import in_books
from yifa.areas.enforcement.penalty import choices as c
from yifa.areas.enforcement.penalty.acts import POLICE
from yifa.areas.enforcement.penalty.first_offence import fined_on_the_spot
from yifa.clock import Period, due, months
from yifa.clock.periods import local_day
from yifa.kernel.clocks import clock_of
from yifa.kernel.declare import Test
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar

P36 = PENALTY[36, 1]
_MONTHS = {c.LimitationClass.TWO_YEARS: 24, c.LimitationClass.FIVE_YEARS: 60, c.LimitationClass.SIX_MONTHS: 6}
SIX = 6
_WORDS = {24: "二年内", 60: "延长至五年"}


def limitation_period(situation: Situation) -> Period:
    """How long the act may be punished after it was done (处罚时效)."""
    record = situation.record
    amount = record.limitation_months if record.limitation_class == c.LimitationClass.OTHER_LAW else None
    amount = amount or _MONTHS.get(record.limitation_class, 24)
    if record.is_police and amount == SIX:
        return months(amount, POLICE[25, 1].says("六个月"))
    return months(amount, P36.says(_WORDS[amount]) if amount in _WORDS else P36.says("法律另有规定"))


def last_day_to_punish(situation: Situation) -> date | None:
    """The last day on which the act may still be discovered; None where its date is not known.

    It does not move to the next working day: nothing has to be done on it, and no act lengthens the time for the organ.
    """
    since = situation.record.limitation_from
    if since is None:
        return None
    until = due(
        since, limitation_period(situation), calendar=current_calendar(), judge_by="strict", allow_provisional=True
    )
    return local_day(until.judged) if until.judged is not None else None


def not_time_barred(situation: Situation) -> str | None:
    """The act was discovered within its limitation."""
    record, last = situation.record, last_day_to_punish(situation)
    found = record.discovered_date or situation.on
    if last is None or found <= last:
        return None
    word = "终了" if record.violation_end_date else "发生"
    return f"违法行为{record.limitation_from}{word}，时效至{last}届满，{found}才发现，不再给予行政处罚"


def class_fits(situation: Situation) -> str | None:
    """Five years only with harm; six months in public-security cases and only there."""
    record = situation.record
    if record.limitation_class == c.LimitationClass.FIVE_YEARS and record.harm == c.Harm.NONE:
        return "没有危害后果的，处罚时效不延长至五年"
    if record.limitation_class == c.LimitationClass.OTHER_LAW and not record.limitation_months:
        return "选法律另有规定的，应当填写时效的月数"
    six = record.limitation_class == c.LimitationClass.SIX_MONTHS
    if record.is_police and not six and record.limitation_class != c.LimitationClass.OTHER_LAW:
        return "治安案件的处罚时效为六个月（治安管理处罚法）"
    return "六个月的时效只适用于治安案件" if six and not record.is_police else None


def dates_in_order(situation: Situation) -> str | None:
    """Done, ended, discovered, filed: in this order."""
    record = situation.record
    named = (
        ("违法行为发生日", record.violation_date), ("违法行为终了日", record.violation_end_date),
        ("发现日", record.discovered_date), ("立案日", situation.on),
    )  # fmt: skip
    known = [(label, day) for label, day in named if day is not None]
    if record.violation_date and record.violation_end_date and record.violation_end_date < record.violation_date:
        return f"违法行为终了日{record.violation_end_date}早于发生日{record.violation_date}"
    for label, day in known[:-1]:
        if day > situation.on and label != "违法行为终了日":
            return f"{label}{day}晚于办理日期{situation.on}，请核对"
    if record.discovered_date and record.violation_date and record.discovered_date < record.violation_date:
        return f"发现日{record.discovered_date}早于违法行为发生日{record.violation_date}"
    return None


def accepted_known(situation: Situation) -> str | None:
    """Where the case limit runs from acceptance, that day is known."""
    record = situation.record
    starts = record.regime_on(situation.on).start == "accepted" and record.accepted_date is None
    return "治安案件的办案期限自受理之日起算，应当填写受理日" if starts else None


def officers_needed(situation: Situation) -> int:
    """One for an inquiry, where the special law says so and everything is recorded (治安法 108); else two."""
    record, inquiry = situation.record, situation.data.get("way") == "inquiry"
    return 1 if inquiry and record.regime.one_officer and record.fully_recorded else 2


def shows_certificates(situation: Situation) -> bool:
    """Officers meet the party or others concerned; what is asked of experts and other organs is on paper."""
    return situation.data.get("way") not in ("expert", "assist")


def on_record(situation: Situation) -> bool:
    """An inquiry, an inspection or a survey, of which minutes are kept (处罚法 55②)."""
    return situation.data.get("way") in ("inquiry", "inspection", "survey")


def own_case_elsewhere(situation: Situation) -> str | None:
    """No other organ filed a case for the same act before (处罚法 25①)."""
    record = situation.record
    if not in_books(situation) or not record.party_key or record.violation_date is None:
        return None
    rows = type(record)._base_manager.filter(violation_date=record.violation_date, filed_date__lte=situation.on)
    rows = _of_party(rows, record).exclude(pk=record.pk).exclude(organ_id=record.organ_id)
    rows = rows.exclude(stage__in=("transferred", "withdrawn", "joined"))
    for other in _same_act(rows, record).select_related("organ").order_by("filed_date")[:1]:
        return (
            f"{other.organ}已于{other.filed_date}对同一违法行为先立案（{other.number}），应当由其管辖；"
            "不是同一行为，或者已经协商、指定由本机关管辖的，写明情况"
        )
    return None


def fined_already(situation: Situation) -> str | None:
    """The same act was not fined before (处罚法 29)."""
    record = situation.record
    if not in_books(situation) or not record.fine_amount or record.violation_date is None:
        return None
    rows = type(record)._base_manager.filter(
        violation_date=record.violation_date, decision_type=c.DecisionType.PENALTY, fine_amount__gt=0,
        decision_date__lte=situation.on,
    )  # fmt: skip
    rows = _of_party(rows, record).exclude(pk=record.pk).exclude(changed_by__in=(c.Changed.REVOKED, c.Changed.VOID))
    for other in _same_act(rows, record).select_related("organ")[:1]:
        return _fined(other, other.decision_number or other.number)
    for other in fined_on_the_spot(record, situation.on).select_related("organ")[:1]:
        return _fined(other, f"当场处罚，{other.number}")
    return None


def _fined(other: Any, number: str) -> str:
    return f"{other.organ}已于{other.decision_date}对同一违法行为罚款（{number}）；不是同一行为的，写明情况"


def _of_party(rows: Any, record: Any) -> Any:
    if record.party_id_no:
        return rows.filter(party_id_no=record.party_id_no)
    return rows.filter(party_name=record.party_name)


def _same_act(rows: Any, record: Any) -> Any:
    if record.benchmark:
        return rows.filter(benchmark=record.benchmark)
    return rows.filter(item_code=record.item_code)


def party_known(situation: Situation) -> str | None:
    """Whom a penalty is to be imposed on is known by number and address, not only by a name."""
    record = situation.record
    if not in_books(situation):
        return None  # a scenario that does not say who the party is
    fields = [type(record)._meta.get_field(name) for name in ("party_id_type", "party_id_no", "party_address")]
    missing = [str(field.verbose_name) for field in fields if not getattr(record, field.name)]
    return f"没有填写当事人的{'、'.join(missing)}，请在“调查取证”中补齐" if missing else None


def extension_allowed(situation: Situation) -> str | None:
    """The rule that governs the case knows an extension, and it was not used up."""
    regime, used = situation.record.regime, len(situation.dates(situation.procedure.step("extend")))
    if regime.extensions == 0:
        return f"“{regime.label}”的办案期限没有延长的规定（{regime.case_basis}）"
    if 0 < regime.extensions <= used:
        return f"“{regime.label}”至多延长{regime.extensions}次，已经延长{used}次（{regime.case_basis}）"
    days, limited = situation.data.get("days"), regime.extensions > 0 or used == 0
    if limited and str(days or "").isdigit() and int(days or 0) > regime.extension_days:
        return f"每次延长不得超过{regime.extension_days}日（{regime.case_basis}）"
    return None


def still_running(situation: Situation) -> str | None:
    """The case limit may be extended only while it runs."""
    clock = clock_of(situation, situation.procedure.limit("decide_in_time"), current_calendar(), provisional=True)
    if clock is None or clock.due.judged is None:
        return None
    last = local_day(clock.due.judged)
    return f"办案期限已于{last}届满，不能再延长" if situation.on > last else None


def exclusion_allowed(situation: Situation) -> str | None:
    """The rule that governs the case leaves this span out of the case limit."""
    regime, why = situation.record.regime, situation.data.get("why")
    if why is None or why in regime.excludes:
        return None
    named = "、".join(c.Exclusion(one).label for one in regime.excludes) or "没有"
    return f"“{regime.label}”可以扣除的期间：{named}（{regime.case_basis}）"


def open_since(begun: str, ended: str, reason: str) -> Test:
    """There is a `begun` step that no `ended` step followed."""

    def test(situation: Situation) -> str | None:
        step = situation.procedure.step
        opened = len(situation.dates(step(begun))) > len(situation.dates(step(ended)))
        return None if opened else reason

    return test


def none_open(begun: str, ended: str, reason: str) -> Test:
    """Every `begun` step was followed by an `ended` one."""

    def test(situation: Situation) -> str | None:
        step = situation.procedure.step
        opened = len(situation.dates(step(begun))) > len(situation.dates(step(ended)))
        return reason if opened else None

    return test


def evidence_verified(situation: Situation) -> str | None:
    """There is evidence, and every piece of it was verified (处罚法 46②)."""
    rows = situation.record.evidence
    if not rows:
        return "没有登记证据"
    unverified = [str(row["name"]) for row in rows if row.get("verified") != "yes"]
    return f"证据没有查证属实：{'、'.join(unverified)}" if unverified else None


def surveillance_used(situation: Situation) -> bool:
    """The case rests on records of surveillance equipment."""
    rows = situation.record.evidence
    return bool(situation.record.surveillance_used) or any(row.get("surveillance") == "yes" for row in rows)


def surveillance_reviewed(situation: Situation) -> str | None:
    """The records were examined and found fit (处罚法 41②)."""
    reviewed = situation.last(situation.procedure.step("review_surveillance"))
    if reviewed is None:
        return "电子技术监控记录未经审核，不得作为处罚的证据"
    if reviewed.data.get("result") == "fit":
        return None
    return "电子技术监控记录经审核不符合要求，不得作为处罚的证据；请从证据中删去，并取消“使用电子技术监控记录”"


def surveillance_fit(situation: Situation) -> bool:
    """The review under examination finds the records fit; only then are the devices and the records vouched for."""
    return situation.data.get("result") == "fit"


def order_given(situation: Situation) -> str | None:
    """The party was ordered to mend what is unlawful (处罚法 28①)."""
    ordered = situation.record.corrective_order or situation.did(situation.procedure.step("order_correction"))
    return None if ordered else "没有责令改正；违法行为已经终了、不需要改正的，写明情况"


def proposal_made(situation: Situation) -> str | None:
    """Where there is a benchmark, the tier was proposed by it (步骤：裁量测算)."""
    record = situation.record
    if not record.benchmark or not in_books(situation):
        return None
    if situation.did(situation.procedure.step("propose_tier")):
        return None
    return "尚未按裁量基准测算阶次和幅度"


def reasoned(basis_field: str, what: str) -> Test:
    """A field that explains something is filled in."""

    def test(situation: Situation) -> str | None:
        return None if getattr(situation.record, basis_field) else f"没有写明{what}"

    return test


def may_join(situation: Situation) -> str | None:
    """The other case is of this organ and procedure, and still open."""
    record, other = situation.record, situation.record.join_with
    if other is None or not in_books(situation):
        return None
    if other.pk == record.pk or other.procedure != record.procedure or other.organ_id != record.organ_id:
        return "只能与本机关正在办理的另一普通程序行政处罚案件并案"
    return None if other.closed_on is None and other.stage == "investigating" else f"案件“{other}”不在调查阶段"


def named_co_party(situation: Situation) -> str | None:
    """Who is dealt with apart is one of those named in the case."""
    record = situation.record
    names = [str(row["name"]) for row in record.co_parties]
    if record.split_party in names:
        return None
    return f"共同当事人中没有“{record.split_party}”，登记的有：{'、'.join(names) or '无'}"


def receiver_known(situation: Situation) -> str | None:
    """It is said to whom the case goes."""
    record = situation.record
    return None if record.transfer_to or record.transfer_to_name else "没有写明移送的机关"
