"""Parts of stories in which a case asks a service of enforcement (听证、法制审核、罚款、公示、移送), for any client.

`told` is the case of the story; each part looks up the case that it opened at the service and works on it. Days go by
on the story's own timeline.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from yifa.areas.enforcement.criminal_referral.choices import DOCUMENTS
from yifa.areas.enforcement.decision_review.choices import Finding, Point
from yifa.areas.enforcement.decision_review.materials import list_for
from yifa.areas.enforcement.fine_collection.ledger import account
from yifa.areas.enforcement.fine_collection.models import last_day
from yifa.clock import Calendar
from yifa.demo.drive import DemoDefect, Side, Waits
from yifa.kernel import publish
from yifa.kernel.linking import linked_case
from yifa.office.models import Person

HEARING, REVIEW, FINE = "enforcement_hearing", "decision_review", "fine_collection"
PUBLICATION, REFERRAL = "penalty_publication", "criminal_referral"
PROPOSED = {"penalty": "keep", "licence": "grant", "licence_duty": "grant"}

Row = dict[str, Any]


def beside(told: Side, procedure: str, by: Person | None = None) -> Side:
    """The case that the case of a story opened at a service, as its clerk works on it today."""
    assert told.case is not None
    case = linked_case(told.case, procedure)
    if case is None:
        raise DemoDefect(f"演示故事“{told.story}”在{told.day}没有“{procedure}”案件。")
    side = Side(told.story, told.county, case.procedure, case.organ, by or told.county.clerks[case.organ_id], case)
    side.day, side.minute = told.day, told.minute
    return side


def checker(side: Side) -> Person:
    """Who reviews at the organ of a case."""
    return side.county.people["shen"] if side.organ == side.county.bureau else side.county.checkers[side.organ.pk]


def _as(side: Side, person: Person) -> Side:
    """The same case as another person of the organ works on it."""
    other = Side(side.story, side.county, side.procedure, side.organ, person, side.case)
    other.day, other.minute = side.day, side.minute + 7
    return other


def _workday(calendar: Calendar, day: date, days: int) -> date:
    return calendar.add_working_days(day, days, allow_provisional=True) if days else day


# --- hearings -----------------------------------------------------------------------------------------


def hearing_asked(told: Side, calendar: Calendar, *, after: int = 2) -> Waits:
    """The party asks for a hearing within the window; a host is named."""
    yield _workday(calendar, told.day, after)
    hearing = beside(told, HEARING)
    hearing.take("request", {"request_channel": "written"})
    _appointed(hearing)


def _appointed(hearing: Side) -> None:
    people = hearing.record.investigators or [{"name": "承办人员"}]
    fields = {"host": checker(hearing).name, "host_post": "法制审核机构", "recorder": "听证记录员"}
    hearing.take("appoint", fields | {"investigators": people})


def hearing_noticed(told: Side, calendar: Calendar, *, clear: int = 8, public: bool = True) -> Waits:
    """The notice is served the next working day, for a day with at least seven working days between."""
    yield _workday(calendar, told.day, 1)
    hearing = beside(told, HEARING)
    fields = {
        "hearing_on": _workday(calendar, told.day, max(8, clear)), "hearing_time": "上午9:00", "public": public,
        "venue": f"{told.organ.name}会议室",
    }  # fmt: skip
    hearing.take("notify", fields if public else fields | {"closed_reason": "trade_secret"})


def hearing_held(
    told: Side, calendar: Calendar, *, opinion: str = "", defence: str = "请求从轻处理。", refused: bool = False
) -> Waits:
    """The hearing takes place on its day, its record is signed, and the host reports two working days later."""
    hearing = beside(told, HEARING)
    yield hearing.record.hearing_on
    hearing.day = told.day
    fields = {
        "attended": "当事人的代理人，本案调查（审查）人员。", "claims": "事实清楚，证据充分，建议按告知的内容处理。",
        "defence": defence, "transcript": f"听证笔录（{told.day}）",
    }  # fmt: skip
    hearing.take("hold", fields)
    note = {"transcript_signed": "refused", "refusal_note": "当事人核对后拒绝签字，没有说明理由。"}
    hearing.take("sign", note if refused else {"transcript_signed": "signed"})
    yield _workday(calendar, told.day, 2)
    hearing.day = told.day
    said = opinion or PROPOSED[hearing.record.kind]
    hearing.take("report", {"report_opinion": said, "report_summary": "听证程序合法，双方意见已经记入笔录。"})


def heard(told: Side, calendar: Calendar, **how: Any) -> Waits:
    """Asked for, noticed, held and reported: about three weeks."""
    yield from hearing_asked(told, calendar)
    yield from hearing_noticed(told, calendar)
    yield from hearing_held(told, calendar, **how)


def hearing_missed(told: Side, calendar: Calendar) -> Waits:
    """Asked for and noticed, but nobody came: the hearing is ended."""
    yield from hearing_asked(told, calendar)
    yield from hearing_noticed(told, calendar)
    hearing = beside(told, HEARING)
    yield hearing.record.hearing_on
    hearing.day = told.day
    hearing.take("absent", why="无正当理由拒不出席")


def hearing_withdrawn(told: Side, calendar: Calendar) -> Waits:
    """Asked for, and the request taken back three working days later."""
    yield from hearing_asked(told, calendar)
    yield _workday(calendar, told.day, 3)
    beside(told, HEARING).take("withdraw")


def hearing_waived(told: Side, calendar: Calendar, *, after: int = 1) -> Waits:
    """The party gives the hearing up in writing."""
    yield _workday(calendar, told.day, after)
    beside(told, HEARING).take("waive")


def hearing_lapsed(told: Side, calendar: Calendar) -> Waits:
    """Nobody asks: the night closes the window; the story goes on two working days after its end."""
    yield _workday(calendar, told.day, 7)


# --- legal review -------------------------------------------------------------------------------------


def points(**found: str) -> list[Row]:
    """The nine points without fault, except those named with what is to be done about them."""
    return [
        {
            "point": point.value, "finding": "change" if point.value in found else Finding.OK.value,
            "text": found.get(point.value, ""),
        }
        for point in Point
    ]  # fmt: skip


def reviewed(told: Side, calendar: Calendar, *, days: int = 3, first: bool = False, **found: str) -> Waits:
    """A legal review of so many working days: passed, or passed after changes to the points named."""
    review = _assigned(told, first)
    yield _workday(calendar, told.day, days)
    review.day = told.day
    rows = list_for(review.record.act_kind).rows("present")
    result = {"points": points(**found), "result": "pass_with_changes" if found else "pass", "materials": rows}
    _as(review, checker(review)).take("opine", result)
    if found:
        yield _workday(calendar, told.day, 1)
        review.day = told.day
        answered = [row | ({"answer": "已经按意见修改。"} if row["finding"] != "ok" else {}) for row in points(**found)]
        _as(review, checker(review)).take("confirm", {"points": answered})


def review_rejected(told: Side, calendar: Calendar, why: str, *, days: int = 3) -> Waits:
    """A legal review that was not passed, for a grave fault of procedure; the client mends it and submits again."""
    review = _assigned(told)
    yield _workday(calendar, told.day, days)
    review.day = told.day
    rows = [row | ({"finding": "fatal", "text": why} if row["point"] == "procedure" else {}) for row in points()]
    fields = {"points": rows, "result": "reject", "result_text": why}
    listed = list_for(review.record.act_kind).rows("present")
    _as(review, checker(review)).take("opine", fields | {"materials": listed})


def _assigned(told: Side, first: bool = False) -> Side:
    review = beside(told, REVIEW)
    who: Row = {"reviewer": checker(review).name, "first_time": first}
    if first:
        who["qualification_no"] = "A20221309990001"
    _as(review, checker(review)).take("assign", who)
    return review


# --- fines --------------------------------------------------------------------------------------------


def paid(told: Side, calendar: Calendar, *, after: int = 8, late: int = 0, channel: str = "bank") -> Waits:
    """The fine is paid so many days after it was received, or so many days too late with what was added."""
    fine = beside(told, FINE)
    end = last_day(fine.record.received_on)
    yield end + timedelta(late) if late else min(fine.record.received_on + timedelta(after), end)
    fine.day = told.day
    _pay_all(fine, channel)
    yield from _remitted(told, fine, calendar)


def _pay_all(fine: Side, channel: str) -> None:
    owed = account(fine.record, fine.day)
    confiscated = str(fine.record.confiscated_amount or "")
    fine.take("pay", {"channel": channel}, amount=str(owed.left), confiscated=confiscated, receipt_no=_receipt(fine))


def _receipt(fine: Side) -> str:
    return f"冀电票{fine.day:%Y%m%d}{fine.record.pk:06}"


def _remitted(told: Side, fine: Side, calendar: Calendar) -> Waits:
    """The bank pays it into the treasury the next working day."""
    amount = account(fine.record, fine.day)
    total = amount.fine_paid + amount.surcharge_paid + (fine.record.confiscated_amount or 0)
    yield _workday(calendar, told.day, 1)
    fine.day = told.day
    fine.take("remit", amount=str(total), voucher=f"国库收{fine.day:%Y%m%d}{fine.record.pk:04}")


def paid_by_instalments(
    told: Side, calendar: Calendar, months: Sequence[int] = (1, 2, 3), *, missed: bool = False
) -> Waits:
    """Hardship is shown and instalments granted; all are paid on their day, or none after the first is."""
    fine = beside(told, FINE)
    yield _workday(calendar, told.day, 3)
    fine.day = told.day
    fine.take("apply_deferral", {"hardship_reason": "受疫情、水灾影响停业，提交了近三个月的账目。"})
    yield _workday(calendar, told.day, 2)
    fine.day = told.day
    plan = _plan(fine, calendar, months)
    fine.take("approve_deferral", {"plan": plan})
    for row in plan[:-1]:
        yield date.fromisoformat(row["due"])
        if missed and row is not plan[0]:
            return
        fine.day = told.day
        fine.take("pay_part", {"channel": "bank"}, amount=row["amount"], receipt_no=_receipt(fine))
    if not missed:
        yield date.fromisoformat(plan[-1]["due"])
        fine.day = told.day
        _pay_all(fine, "bank")


def _plan(fine: Side, calendar: Calendar, months: Sequence[int]) -> list[Row]:
    left = account(fine.record, fine.day).fine_left
    each = (left / len(months)).quantize(left)
    days = [calendar.workday_from(fine.day + timedelta(30 * number), allow_provisional=True) for number in months]
    amounts = [each] * (len(months) - 1)
    amounts.append(left - sum(amounts))
    return [{"due": day.isoformat(), "amount": str(amount)} for day, amount in zip(days, amounts, strict=True)]


def unpaid(told: Side, calendar: Calendar, *, urged_after: int = 20, handed_over: bool = False) -> Waits:
    """Nothing is paid: urged so many days after the last day, and handed over to execution three weeks later."""
    fine = beside(told, FINE)
    end = last_day(fine.record.received_on)
    yield calendar.workday_from(end + timedelta(urged_after), allow_provisional=True)
    fine.day = told.day
    fine.take("urge")
    if handed_over:
        yield _workday(calendar, told.day, 15)
        fine.day = told.day
        fine.take("hand_over")


# --- publication --------------------------------------------------------------------------------------


def published(
    told: Side, calendar: Calendar, *, days: int = 3, credit: str = "", system: bool = False, text: str = ""
) -> Waits:
    """The decision is judged, screened and published so many working days after today (late from 8 on)."""
    copy = beside(told, PUBLICATION)
    yield _workday(calendar, told.day, days)
    copy.day = told.day
    copy.take("judge")
    shown = text or masked_text(copy.record)
    copy.take("screen", {"public_text": shown, "screener": copy.by.name, "violation": "", "masked_items": "个人信息"})
    assert copy.case is not None
    publish.publish(copy.case, copy.case.declaration.publication("copy"), copy.day, copy.entry())
    if system and copy.record.regime == "market":
        copy.take("system", {"system_light": False})
    if credit:
        graded = copy.day >= date(2026, 4, 1)
        copy.take("credit", {"credit_class": credit} if graded else {})


def masked_text(record: Any) -> str:
    """A public text that names nobody: what was done and what was decided."""
    told = record.decision_text or "见决定书"
    return f"本机关依法作出行政决定（{record.decision_number or '无文号'}）。决定内容：{told}"


def withheld(told: Side, calendar: Calendar, why: str = "no_impact", *, days: int = 2) -> Waits:
    """The decision is not published."""
    yield _workday(calendar, told.day, days)
    copy = beside(told, PUBLICATION)
    reason = "当事人是个人，情节轻微，没有社会影响。" if why == "no_impact" else "依法不予公开。"
    copy.take("withhold", {"withheld": why, "withheld_why": reason})


def taken_down(told: Side, calendar: Calendar, *, days: int = 2) -> Waits:
    """After the client said that the decision was changed or revoked: the copy is taken back, with a public reason."""
    yield _workday(calendar, told.day, days)
    copy = beside(told, PUBLICATION)
    assert copy.case is not None
    standing = copy.case.published.filter(publication="copy", withdrawn_on=None).first()
    if standing is None:
        copy.take("never_shown")
        return
    publish.withdraw(standing, "该决定已经依法变更、撤销。", copy.day, copy.entry())
    copy.take("take_down", {"withdraw_reason": "该决定已经依法变更、撤销，相关信息不再作为依据。"})
    declared = copy.case.declaration.publication("withdrawal")
    publish.publish(copy.case, declared, copy.day, copy.entry())


# --- referral -----------------------------------------------------------------------------------------


def referred(told: Side, calendar: Calendar, *, late: bool = False, police: str = "洪河县公安局") -> Waits:
    """Reported the next working day, approved the day after (or too late), sent to the police, who accept it."""
    yield _workday(calendar, told.day, 1)
    referral = beside(told, REFERRAL)
    referral.take("report")
    yield told.day + timedelta(5 if late else 1)
    referral.day = told.day
    chief = referral.county.heads[referral.organ.pk]
    fields = {"chief": chief.name, "chief_role": "chief"}
    _as(referral, chief).take("approve", fields, at="10:30")
    papers = [{"item": item, "state": "present"} for item, _ in DOCUMENTS]
    referral.take("transfer", {"police": police, "documents": papers}, at="16:00")
    referral.take("receipt", {"receipt_no": f"公受{told.day:%Y%m%d}"}, at="17:00")


def filed(told: Side, *, after: int = 3, goods: Sequence[Row] = ()) -> Waits:
    """The police file the case; what was seized is handed over and the party told."""
    yield told.day + timedelta(after)
    referral = beside(told, REFERRAL)
    referral.take("file", {"filed_no": f"公立字〔{told.day.year}〕{referral.record.pk % 900 + 1}号"})
    rows = list(goods) or [{"name": "案卷副本", "number": "1册", "from_coercion": "other"}]
    referral.take("hand_over", {"goods": rows})
    if referral.record.goods_seized:
        referral.take("tell_party")


def not_filed(told: Side, *, reconsidered: bool = False) -> Waits:
    """The police do not file the case; after reconsideration, where asked for, it goes the administrative way."""
    yield told.day + timedelta(3)
    referral = beside(told, REFERRAL)
    referral.take("not_file", {"not_filed_why": "涉案金额没有达到立案追诉标准。"})
    if reconsidered:
        yield told.day + timedelta(2)
        referral.day = told.day
        referral.take("reconsider", why="涉案金额应当累计计算。")
        yield told.day + timedelta(3)
        referral.day = told.day
        referral.take("uphold")
    yield told.day + timedelta(2)
    referral.day = told.day
    referral.take("handle")


def sent_back(told: Side, *, after: int = 120) -> Waits:
    """The prosecutor does not prosecute and sends the case back for a penalty."""
    yield told.day + timedelta(after)
    referral = beside(told, REFERRAL)
    fields = {
        "source": "not_prosecuted", "source_organ": "洪河县人民检察院",
        "source_document": f"洪检意〔{told.day.year}〕2号", "reply_by": told.day + timedelta(60),
    }  # fmt: skip
    referral.take("returned", fields)
