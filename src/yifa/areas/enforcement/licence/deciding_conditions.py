"""Computed conditions of examination and decision (审查、决定的条件)."""

from __future__ import annotations

from yifa.areas.enforcement.common.acting import in_books
from yifa.areas.enforcement.licence import choices as c
from yifa.areas.enforcement.licence.conditions import committed, technical
from yifa.areas.enforcement.licence.models import LicenceCase
from yifa.clock.periods import local_day
from yifa.kernel.clocks import clock_of
from yifa.kernel.declare import Step, Test
from yifa.kernel.linking import linked_case
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar

ENOUGH = 2


def two_checkers(situation: Situation) -> str | None:
    """At least two different people examine on the spot (许可法34③、55②)."""
    names = {str(row.get("name", "")).strip() for row in situation.record.checkers} - {""}
    return None if len(names) >= ENOUGH else f"只有{len(names)}名人员，应当指派两名以上工作人员"


def check_done(situation: Situation) -> str | None:
    """Where the papers have to be verified, it was done."""
    record = situation.record
    if not record.substantive or situation.did(situation.procedure.step("check")):
        return None
    return "需要核实材料实质内容的，应当先指派两名以上工作人员核查"


def third_parties_heard(situation: Situation) -> str | None:
    """Those concerned were told and heard (许可法36)."""
    record, step = situation.record, situation.procedure.step
    if not situation.did(step("tell_third")):
        return "直接关系他人重大利益的，应当先告知利害关系人"
    silent = [str(row.get("name", "")) for row in record.interested if not row.get("opinion")]
    if not record.applicant_opinion:
        silent.append("申请人")
    return f"没有登记{'、'.join(silent)}的陈述、申辩意见，没有意见的写“没有意见”" if silent else None


def right_told(situation: Situation) -> str | None:
    """Where great interests of others are concerned, the right to a hearing was told (许可法47①)."""
    if not situation.record.major_interest or situation.did(situation.procedure.step("tell_hearing")):
        return None
    return "直接涉及申请人与他人之间重大利益关系的，决定前应当告知申请人、利害关系人有要求听证的权利"


def heard_by_law(situation: Situation) -> str | None:
    """A hearing that the organ must hold by itself was held (许可法46)."""
    record = situation.record
    if not record.hearing_by_law or record.hearing_outcome == "held":
        return None
    return "应当依职权听证的事项尚未公告并举行听证"


def hearing_over(situation: Situation) -> str | None:
    """No hearing is pending, and the time for asking for one is over."""
    from yifa.areas.enforcement.hearing.clearance import why_not

    step = situation.procedure.step
    if situation.did(step("announce_hearing")) and not situation.did(step("hearing_over")):
        return "已经公告举行听证，听证尚未结束"
    told = situation.last(step("tell_hearing"))
    if told is None:
        return None
    hearing = linked_case(situation.record, "enforcement_hearing") if situation.record.pk is not None else None
    last_told = hearing.record.last_told_on if hearing is not None else None
    return why_not(
        situation.record.hearing_outcome, situation.on, max(told.on, last_told or told.on), current_calendar(),
        requested=situation.did(step("hearing_requested")),
    )  # fmt: skip


def still_running(code: str) -> Test:
    """A limit may be extended only until it is over (二十日内不能作出决定的)."""

    def test(situation: Situation) -> str | None:
        clock = clock_of(situation, situation.procedure.limit(code), current_calendar())
        if clock is None or clock.due.judged is None:
            return None
        last = local_day(clock.due.judged)
        return f"办理期限已于{last}届满，不能再延长" if situation.on > last else None

    return test


def special_open(situation: Situation) -> bool:
    """A tender, inspection or expert review is going on."""
    return _open(situation, situation.procedure.step("start_special"), situation.procedure.step("end_special"))


def special_over(situation: Situation) -> str | None:
    """Nothing of the kind is going on."""
    return f"“{situation.record.get_special_display()}”尚未结束" if special_open(situation) else None


def special_named(situation: Situation) -> str | None:
    """What does not count and how long it takes is said to the applicant in writing."""
    if special_open(situation):
        return "上一项特别程序尚未结束，请先登记其结果"
    return None


def _open(situation: Situation, start: Step, end: Step) -> bool:
    begun, ended = situation.last(start), situation.last(end)
    return begun is not None and (ended is None or ended.place < begun.place)


def competed(situation: Situation) -> str | None:
    """Particular rights are granted by tender or auction (许可法53①)."""
    done = situation.did(situation.procedure.step("end_special")) and situation.record.special in c.COMPETITIVE
    return None if done else "有限自然资源开发利用、公共资源配置等许可应当通过招标、拍卖等公平竞争的方式作出决定"


def examined(situation: Situation) -> str | None:
    """Qualifications follow the results of an examination or assessment (许可法54①)."""
    return None if situation.record.exam_result else "赋予特定资格、资质的，应当填写考试成绩或者考核结果"


def inspected(situation: Situation) -> str | None:
    """Things are approved on the result of an inspection, test or quarantine (许可法55①)."""
    done = situation.did(situation.procedure.step("end_special")) and technical(situation)
    return None if done else "应当根据检验、检测、检疫的结果作出决定，请先登记检验、检测、检疫"


def standards_said(situation: Situation) -> str | None:
    """A refusal on such a result names the technical standards (许可法55③)."""
    return (
        None if situation.record.standards else "根据检验、检测、检疫结果不予许可的，应当书面说明所依据的技术标准、规范"
    )


def in_order(situation: Situation) -> str | None:
    """Where only so many are granted, whoever was accepted earlier comes first (许可法57)."""
    record = situation.record
    if not in_books(situation):
        return None
    accepted = record.accepted_on or situation.on
    earlier = (
        type(record)._base_manager.filter(
            organ_id=record.organ_id, item_code=record.item_code, stage="reviewing", accepted_on__lt=accepted
        )
        .exclude(pk=record.pk).order_by("accepted_on", "pk").first()
    )  # fmt: skip
    if earlier is None:
        return None
    return f"{earlier.number}于{earlier.accepted_on}先受理、尚未决定，应当根据受理的先后顺序作出准予决定"


def within_quota(situation: Situation) -> str | None:
    """No more licences stand than the limit allows."""
    record = situation.record
    if not in_books(situation) or record.quota is None:
        return None
    rows = type(record)._base_manager.filter(
        organ_id=record.organ_id, item_code=record.item_code, outcome=c.Outcome.GRANTED
    )
    standing = rows.filter(standing__in=("", c.Standing.VALID)).exclude(pk=record.pk).count()
    return f"该事项限{record.quota}件，现有{standing}件有效，不得超过数量限制" if standing >= record.quota else None


def committed_in_writing(situation: Situation) -> str | None:
    """A decision by commitment rests on the signed commitment."""
    done = situation.did(situation.procedure.step("commit"))
    return "告知承诺方式办理的，应当先签收告知承诺书" if committed(situation) and not done else None


def _review_dropped(record: LicenceCase) -> bool:
    """A review that nobody had to ask for was taken back; the decision need not wait for it."""
    review = linked_case(record, "decision_review") if record.pk is not None else None
    return review is not None and review.stage == "dropped"


def reviewed(situation: Situation) -> str | None:
    """Legal review was passed where it is needed."""
    from yifa.areas.enforcement.decision_review.clearance import why_not

    record = situation.record
    needed = record.review_required or (
        situation.did(situation.procedure.step("submit_review")) and not _review_dropped(record)
    )
    if not needed:
        return None
    return why_not(record.review_result, cleared=record.review_cleared, needed=True)


def dates_in_order(situation: Situation) -> str | None:
    """A licence is not valid before it was granted, nor does it end before it begins."""
    record = situation.record
    since, last = record.valid_from, record.valid_to
    if since is not None and record.decided_on is not None and since < record.decided_on:
        return f"有效期起{since}早于决定日期{record.decided_on}"
    if last is not None and since is not None and last < since:
        return f"有效期止{last}早于有效期起{since}"
    if last is not None and last < situation.on:
        return f"有效期止{last}已经届满，请核对日期"
    return None


def number_free(situation: Situation) -> str | None:
    """No two licences of an organ have one number."""
    record = situation.record
    if not in_books(situation) or not record.licence_no:
        return None
    rows = type(record)._base_manager.filter(organ_id=record.organ_id, licence_no=record.licence_no)
    other = rows.exclude(pk=record.pk).order_by("pk").first()
    return f"许可证号{record.licence_no}已用于{other.number or other.title}" if other is not None else None


def nothing_pending(situation: Situation) -> str | None:
    """One change or renewal at a time."""
    pending = situation.record.pending
    return f"已有一件{c.ChangeKind(pending).label}申请正在办理" if pending else None


def has_term(situation: Situation) -> str | None:
    """A licence without an end needs no renewal."""
    return None if situation.record.valid_to else "许可长期有效，不需要延续"


def still_valid(situation: Situation) -> str | None:
    """Renewal is asked for while the licence stands."""
    last = situation.record.valid_to
    return f"有效期已于{last}届满，请重新申请" if last is not None and situation.on > last else None
