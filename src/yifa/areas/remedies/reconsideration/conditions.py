"""Computed conditions (自动核对的条件): None where the condition is met, otherwise why not, in Chinese."""

from __future__ import annotations

from yifa.areas.remedies.reconsideration import choices as c
from yifa.areas.remedies.reconsideration.defaults import DEFAULTS
from yifa.kernel import reckon
from yifa.kernel.clocks import Clock, State, clocks_of
from yifa.kernel.declare import Test
from yifa.kernel.situation import Situation
from yifa.office.models import Level, Organ


def clock(situation: Situation, code: str) -> Clock | None:
    """The last run of a limit; None where it has not begun or does not apply."""
    runs = [run for run in clocks_of(situation, reckon.current_calendar()) if run.limit.code == code]
    return runs[-1] if runs else None


# --- guards -----------------------------------------------------------------------------------------


def ordinary(situation: Situation) -> bool:
    """Heard in the ordinary procedure; so long as nothing is decided it is the rule."""
    return bool(situation.record.track != c.Track.SIMPLIFIED)


def simplified(situation: Situation) -> bool:
    """Heard in the simplified procedure."""
    return not ordinary(situation)


def simplified_by_kind(situation: Situation) -> bool:
    """Simplified for one of the four kinds of cases, not because the parties agree (行政复议法 53①②)."""
    return simplified(situation) and situation.record.simplified_ground != c.SimplifiedGround.AGREED


def via_punisher(situation: Situation) -> bool:
    """The application came through the organ that imposed the penalty (行政复议法 32)."""
    return bool(situation.record.channel == c.Channel.VIA_PUNISHER)


def omission(situation: Situation) -> bool:
    """A duty asked for was not accepted, not answered or not done."""
    return bool(situation.record.omission)


def department(situation: Situation) -> bool:
    """The respondent is a department of this government (行政复议法 79②)."""
    return bool(situation.record.respondent_kind in (c.RespondentKind.DEPARTMENT, c.RespondentKind.JUSTICE))


def norm_own(situation: Situation) -> bool:
    """The organ itself may deal with the document under review."""
    return bool(situation.record.norm_power == c.NormPower.OWN)


def norm_forwarded(situation: Situation) -> bool:
    """The document under review has to be forwarded."""
    return bool(situation.record.norm_power == c.NormPower.FORWARD)


def not_public(situation: Situation) -> bool:
    """Something forbids publication."""
    return bool(situation.record.not_public)


# --- acceptance (受理) ------------------------------------------------------------------------------


def filed_in_time(situation: Situation) -> str | None:
    """Within sixty days, the longest year, and five or twenty years (行政复议法 20、21)."""
    for code in ("apply", "apply_by_law", "apply_omission", "protection", "protection_real_estate"):
        run = clock(situation, code)
        if run is not None and run.state is State.LATE:
            return f"{run.limit.label}自{run.since}起，至{run.due.judged}届满，申请于{run.ended_on}提出，已超过期限"
    return None


def in_scope(situation: Situation) -> str | None:
    """Not one of the matters outside the scope (行政复议法 12)."""
    matter = situation.record.excluded_matter
    return f"{c.ExcludedMatter(matter).label}不属于行政复议范围" if matter else None


JURISDICTION = {
    c.RespondentKind.OWN: "对本级人民政府的行政行为不服的，由上一级人民政府管辖",
    c.RespondentKind.VERTICAL: "对垂直领导机关的行政行为不服的，由其上一级主管部门管辖",
    c.RespondentKind.TAX: "对税务机关的行政行为不服的，由其上一级税务机关管辖",
    c.RespondentKind.SECURITY: "对国家安全机关的行政行为不服的，由其上一级主管部门管辖",
    c.RespondentKind.OTHER: "被申请人不属于本机关管辖范围",
}


def within_jurisdiction(situation: Situation) -> str | None:
    """The respondent belongs to this government (行政复议法 24、27、28)."""
    kind = situation.record.respondent_kind
    if kind == c.RespondentKind.OWN and _provincial(situation.record.organ):
        return None
    return JURISDICTION.get(kind) if kind else None


def _provincial(organ: Organ) -> bool:
    """A provincial government also reviews its own acts (行政复议法 24②)."""
    return organ.place_id is not None and organ.place.level == Level.PROVINCE


def agents_few(situation: Situation) -> str | None:
    """One or two agents for each applicant or third party (行政复议法 17①)."""
    counted: dict[str, int] = {}
    for row in situation.record.agents:
        counted[row.get("of", "")] = counted.get(row.get("of", ""), 0) + 1
    many = [name or "申请人" for name, number in counted.items() if number > 2]
    return f"{'、'.join(many)}委托的代理人超过二名" if many else None


def competent_organ_named(situation: Situation) -> str | None:
    """A refusal for want of jurisdiction tells where to go (行政复议法 30②)."""
    record = situation.record
    if record.refusal_ground == c.RefusalGround.JURISDICTION and not record.competent_organ:
        return "不属于本机关管辖的，应当告知有管辖权的行政复议机关，请填写"
    return None


def lateness_borne_out(situation: Situation) -> str | None:
    """A refusal for lateness needs an application that is late by the record."""
    if situation.record.refusal_ground == c.RefusalGround.TIME and filed_in_time(situation) is None:
        return "按登记的日期，申请没有超过法定申请期限"
    return None


def supplement_lapsed(situation: Situation) -> str | None:
    """The time for completing the application has run out (行政复议法 31②)."""
    run = clock(situation, "supplement")
    if run is None:
        return "申请人尚未收到补正通知，补正期限没有开始"
    if run.due.judged is not None and situation.on <= run.due.judged:
        return f"补正期限至{run.due.judged}届满，尚未逾期"
    return None


# --- trial (审理) -----------------------------------------------------------------------------------


def two_handlers(situation: Situation) -> str | None:
    """At least two reconsideration officers (2007年条例 32)."""
    number = len(situation.record.handlers)
    return f"应当由二名以上行政复议人员参加，已指定{number}名" if number < 2 else None


def two_handlers_if_ordinary(situation: Situation) -> str | None:
    """Two officers in the ordinary procedure, one suffices in the simplified (2026年条例 39)."""
    return two_handlers(situation) if ordinary(situation) else None


def simplified_allowed(situation: Situation) -> str | None:
    """One of the four cases of 行政复议法 53①, or the parties' consent, fitting what is on record."""
    record = situation.record
    if ordinary(situation):
        return None
    if not record.simplified_ground:
        return "适用简易程序的，应当填写属于哪一种情形"
    if record.simplified_ground == c.SimplifiedGround.AMOUNT and (record.amount is None or record.amount > 3000):
        return f"涉及款额应当在三千元以下，登记的款额为{record.amount if record.amount is not None else '空'}"
    if record.simplified_ground == c.SimplifiedGround.DISCLOSURE and record.act_kind != c.ActKind.DISCLOSURE:
        return "登记的行政行为类型不是政府信息公开"
    return None


def hearing_notified_in_time(situation: Situation) -> str | None:
    """Five working days lie between the notice and the hearing (行政复议法 51①)."""
    run = clock(situation, "hearing_notice")
    if run is not None and run.due.judged is not None and situation.on > run.due.judged:
        return f"听证通知最迟应于{run.due.judged}发出，请改期"
    return None


def hearing_on_the_day(situation: Situation) -> str | None:
    """Held on the day that was notified."""
    held = situation.record.hearing_on
    return f"通知的听证日期是{held}；改期的，应当另行通知" if held is not None and situation.on != held else None


def absence_explained(situation: Situation) -> str | None:
    """A head who sends somebody says why (行政复议法 51③); one who simply stays away is recorded as absent."""
    deputed = situation.record.head_attendance == c.Attendance.DEPUTED
    if deputed and not str(situation.data.get("absence") or "").strip():
        return "负责人委托工作人员参加的，应当填写不能参加的理由"
    return None


def representatives_within(more_than: int, least: int, most: int) -> Test:
    """The condition that so many representatives are chosen where applicants exceed a number."""

    def test(situation: Situation) -> str | None:
        record = situation.record
        number, applicants = len(record.representatives), max(record.applicant_count, len(record.applicants))
        if applicants <= more_than:
            return f"申请人{applicants}人，没有超过{more_than}人，不需要推选代表人"
        if not least <= number <= most:
            return f"申请人超过{more_than}人的，推选{least}至{most}名代表人，已填{number}名"
        return None

    return test


def before_expiry(situation: Situation) -> str | None:
    """An extension is granted before the period has run out."""
    for code in ("conclude", "conclude_by_law"):
        run = clock(situation, code)
        if run is not None and run.due.judged is not None and situation.on > run.due.judged:
            return f"审理期限已于{run.due.judged}届满，不得再延长"
    return None


def before_simplified_expiry(situation: Situation) -> str | None:
    """A conversion comes while the thirty days still run: it is no way to mend lateness."""
    run = clock(situation, "conclude_simplified")
    if run is not None and run.due.judged is not None and situation.on > run.due.judged:
        return f"简易程序的审理期限已于{run.due.judged}届满，不得再转为普通程序"
    return None


def sixty_days_suspended(situation: Situation) -> str | None:
    """Sixty days of suspension for grounds one, two or four have passed (行政复议法 41(五))."""
    if situation.record.termination_ground != c.TerminationGround.LAPSED:
        return None
    if situation.stage.code != "suspended" or not situation.did(situation.procedure.step("suspend_party")):
        return "只有依第三十九条第一款第一项、第二项、第四项中止的案件，才能以中止满六十日为由终止"
    last = situation.last(*(situation.procedure.step(s) for s in ("suspend_party", "suspend", "suspend_review")))
    if last is None or last.step.code != "suspend_party":
        return "本次中止不是依第三十九条第一款第一项、第二项、第四项，不因满六十日而终止"
    run = clock(situation, "lapse")
    if run is None or run.due.judged is None:
        return None
    first = situation.on > run.due.judged if DEFAULTS.flag("lapse_after_day") else situation.on >= run.due.judged
    return None if first else f"中止至{run.due.judged}方满六十日"


def not_served(code: str) -> Test:
    """The condition that what was decided last has not been served yet; a new decision is served anew."""

    def test(situation: Situation) -> str | None:
        served = situation.last(situation.procedure.step(code))
        decided = [event.on for event in situation.happened if event.step.target is not None]
        if served is None or (decided and served.on < decided[-1]):
            return None
        return f"已于{served.on}送达，不得重复"

    return test


def suit_over(situation: Situation) -> str | None:
    """Nobody sued in time; agreements and final decisions cannot be sued against (行政复议法 78)."""
    if situation.record.final_by_law or situation.did(situation.procedure.step("mediated")):
        return None
    run = clock(situation, "sue_in_time")
    if run is None:
        return "决定书尚未送达申请人，起诉期限没有开始"
    if run.state is State.KEPT:
        return f"已于{run.ended_on}提起行政诉讼"
    if run.due.judged is not None and situation.on <= run.due.judged:
        return f"起诉期限至{run.due.judged}届满"
    return None


def withdrawal_asked(situation: Situation) -> str | None:
    """The applicant asked to withdraw (行政复议法 41(一)、74②)."""
    grounds = (c.TerminationGround.WITHDRAWN, c.TerminationGround.SETTLED)
    if situation.record.termination_ground in grounds and not situation.did(situation.procedure.step("withdraw")):
        return "尚未收到申请人的撤回申请"
    return None


def mandatory_first_fits(situation: Situation) -> str | None:
    """A plain refusal or an incomplete performance is no case of reconsideration first (2026年条例 30②)."""
    record = situation.record
    if record.mandatory_first == c.MandatoryFirst.OMISSION and not record.omission:
        return "明确答复不予受理、明示拒绝、不完全履行的，不属于“未履行法定职责”的复议前置"
    return None
