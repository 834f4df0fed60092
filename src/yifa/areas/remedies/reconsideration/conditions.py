"""Computed conditions (自动核对的条件): None where the condition is met, otherwise why not, in Chinese."""

from __future__ import annotations

from collections import Counter

from yifa.areas.remedies.reconsideration import choices as c
from yifa.areas.remedies.reconsideration.defaults import DEFAULTS
from yifa.kernel.clocks import Clock, State, clocks_of
from yifa.kernel.declare import Test
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar
from yifa.office.models import Level, Organ


def clock(situation: Situation, code: str) -> Clock | None:
    """The last run of a limit; None where it has not begun or does not apply."""
    runs = [run for run in clocks_of(situation, current_calendar()) if run.limit.code == code]
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
    """Within sixty days and the longest year (行政复议法 20); a justified delay may be held against it (20②)."""
    return _late(situation, "apply", "apply_by_law", "apply_omission")


def duty_lapsed(situation: Situation) -> str | None:
    """What was asked of an organ is not left undone while its time for doing it still runs (2007年条例 16①)."""
    record = situation.record
    lapsed, applied = record.duty_lapsed_on, record.applied_on or record.received_on
    if not record.omission or lapsed is None or applied is None or applied >= lapsed:
        return None
    return f"行政机关的履行期限至{lapsed}届满，申请于{applied}提出，尚不能认定没有履行"


FIRST_IF_OMITTED = (c.ActKind.LICENCE, c.ActKind.OMISSION, c.ActKind.BENEFIT, c.ActKind.DISCLOSURE)
"""Kinds of acts whose omission comes here first (行政复议法 11(三)(十一)(十二)(十四), as 2026年条例 30① reads them)."""


def mandatory_first_seen(situation: Situation) -> str | None:
    """What plainly comes here first is not recorded as free to go to court (行政复议法 23①)."""
    record = situation.record
    if record.mandatory_first != c.MandatoryFirst.NO:
        return None
    if record.act_kind == c.ActKind.PENALTY and record.known_by == c.KnownBy.ON_SPOT:
        return "当场作出的行政处罚决定属于复议前置（第一项）"
    if record.omission and record.act_kind in FIRST_IF_OMITTED:
        return "未受理、不答复、不履行法定职责属于复议前置（第三项）"
    return None


def protected(situation: Situation) -> str | None:
    """Within five years of the act, twenty where it is about real estate; nothing excuses more (行政复议法 21)."""
    return _late(situation, "protection", "protection_real_estate")


def _late(situation: Situation, *codes: str) -> str | None:
    for code in codes:
        run = clock(situation, code)
        if run is not None and run.state is State.LATE:
            return f"{run.limit.label}自{run.since}起，至{run.due.judged}届满，申请于{run.ended_on}提出，已超过期限"
    return None


def not_excluded(by_act: bool) -> Test:
    """The condition that the matter is none the act excludes (12), or none that touches no right (2026年条例 36)."""

    def test(situation: Situation) -> str | None:
        matter = situation.record.excluded_matter
        if not matter or (matter in c.BY_ACT) is not by_act:
            return None
        return f"{c.ExcludedMatter(matter).label}不属于行政复议范围"

    return test


def ground_among(grounds: tuple[c.RefusalGround, ...]) -> Test:
    """The condition that a refusal or rejection names a ground it may rest on."""

    def test(situation: Situation) -> str | None:
        ground = situation.record.refusal_ground
        if not ground or ground in grounds:
            return None
        return f"“{c.RefusalGround(ground).label}”只用于2026年7月1日以后驳回已经受理的申请"

    return test


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
    record = situation.record
    counted = Counter(row.get("of", "") for row in record.agents if row.get("kind") != c.STATUTORY)
    principals = max(1, record.applicant_count or 0, len(record.applicants)) + len(record.third_parties)
    most = {"": 2 * principals}
    many = [name or "各当事人" for name, number in counted.items() if number > most.get(name, 2)]
    return f"{'、'.join(many)}委托的代理人超过二名" if many else None


def competent_organ_named(situation: Situation) -> str | None:
    """A refusal for want of jurisdiction tells where to go (行政复议法 30②)."""
    record = situation.record
    if record.refusal_ground == c.RefusalGround.JURISDICTION and not record.competent_organ:
        return "不属于本机关管辖的，应当告知有管辖权的行政复议机关，请填写"
    return None


def lateness_borne_out(situation: Situation) -> str | None:
    """A refusal for lateness needs dates that bear it out, and an answer to whether the remedy was told (20③)."""
    record = situation.record
    if record.refusal_ground != c.RefusalGround.TIME or protected(situation) is not None:
        return None
    if filed_in_time(situation) is None:
        return "按登记的日期，申请没有超过法定申请期限"
    if record.remedy_told is None and not omission(situation):
        return "请先核实并填写是否已告知复议权利、复议机关和申请期限：没有告知的，期限另行起算（第二十条第三款）"
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
    """The condition that so many representatives are chosen where applicants exceed a number; fewer may choose some."""

    def test(situation: Situation) -> str | None:
        record = situation.record
        number, applicants = len(record.representatives), max(record.applicant_count, len(record.applicants))
        if applicants <= more_than:
            return "代表人不得多于申请人" if number > applicants else None
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


def extended_thirty_at_most(situation: Situation) -> str | None:
    """All extensions together are thirty days at most (行政复议法 62①)."""
    before = [event for event in situation.happened if event.step.code == "extend"]
    given = [int(event.data.get("days") or 0) for event in before]
    asked = str(situation.data.get("days") or "0")
    total = sum(given) + (int(asked) if asked.isdigit() else 0)
    return f"已经延长{sum(given)}日，延长合计不得超过三十日" if before and total > 30 else None


def once_for_each_respondent(code: str) -> Test:
    """The condition that a step has not been taken since the respondent last changed."""

    def test(situation: Situation) -> str | None:
        steps = situation.procedure.step
        last = situation.last(steps(code))
        changed = situation.last(steps("change_respondent"), steps("succeed"))
        if last is None or (changed is not None and changed.place > last.place):
            return None
        return f"“{last.step.label}”已于{last.on}办理，被申请人没有变更，不得重复"

    return test


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
    """The condition that what was decided last has not been served yet; several applicants are served one by one."""

    def test(situation: Situation) -> str | None:
        decided = [event for event in situation.happened if event.step.target is not None]
        served = [event for event in situation.happened if event.step.code == code]
        served = [event for event in served if not decided or event.place > decided[-1].place]
        if not served:
            return None
        named = {str(event.data.get("addressee") or "") for event in served}
        addressee = str(situation.data.get("addressee") or "")
        if len(served) < _addressees(situation, code) and addressee and addressee not in named:
            return None
        return f"已于{served[-1].on}送达，不得重复；有多人的，写明另一受送达人"

    return test


def _addressees(situation: Situation, code: str) -> int:
    record = situation.record
    if code in ("serve", "serve_mediation"):
        return max(1, record.applicant_count or 0, len(record.applicants))
    return 1 + len(record.co_respondents)


def enforcer_fits(situation: Situation) -> str | None:
    """Upheld: the organ of the act; changed or mediated: the reconsideration organ; either may ask the court (78)."""
    own = situation.record.decision_kind == c.DecisionKind.CHANGE or situation.did(situation.procedure.step("mediated"))
    how = situation.data.get("how")
    if how == "organ" and own:
        return "变更行政行为的决定书、调解书，由行政复议机关强制执行或者申请人民法院强制执行"
    if how == "self" and not own:
        return "只有变更行政行为的决定书、调解书，才由行政复议机关强制执行"
    return None


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


def detained(situation: Situation) -> str | None:
    """Criminal measures end a case about detention or a restraint of the person only (行政复议法 41(四))."""
    record = situation.record
    kinds = (c.ActKind.PENALTY, c.ActKind.COERCION)
    if record.termination_ground != c.TerminationGround.CRIMINAL or record.act_kind in kinds:
        return None
    return "只适用于对行政拘留或者限制人身自由的行政强制措施不服的案件"


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
