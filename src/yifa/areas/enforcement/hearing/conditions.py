"""Guards and computed conditions of a hearing."""

from __future__ import annotations

from collections import Counter
from datetime import date

from yifa.areas.enforcement.hearing import choices as c
from yifa.areas.enforcement.hearing.defaults import DEFAULTS
from yifa.clock import backward, due, working_days
from yifa.clock.periods import local_day
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar

NOTICE_DAYS = 7


def of_penalty(situation: Situation) -> bool:
    """Before a penalty."""
    return bool(situation.record.kind == c.Kind.PENALTY)


def of_licence(situation: Situation) -> bool:
    """Before a licence, be it on request or by duty."""
    return not of_penalty(situation)


def on_request(situation: Situation) -> bool:
    """Somebody has to ask for it."""
    return bool(situation.record.kind != c.Kind.LICENCE_DUTY)


def licence_on_request(situation: Situation) -> bool:
    """Before a licence, asked for by the applicant or an interested person."""
    return bool(situation.record.kind == c.Kind.LICENCE)


def by_duty(situation: Situation) -> bool:
    """Before a licence, by duty."""
    return not on_request(situation)


def closed(situation: Situation) -> bool:
    """It is not public."""
    return not situation.record.public


def trigger_fits(situation: Situation) -> str | None:
    """The reason for the hearing belongs to its kind."""
    record = situation.record
    allowed = c.OF_KIND.get(record.kind, ())
    if record.trigger_item in allowed or not record.kind:
        return None  # a form not yet filled in: what is missing is told by itself
    return f"{c.Kind(record.kind).label}的情形应为：{'、'.join(c.Trigger(one).label for one in allowed)}"


def told(situation: Situation) -> str | None:
    """When the right was told is known, and not after it was asked for."""
    record = situation.record
    if record.told_on is None:
        return "没有填写“告知听证权利日”，不能计算五日的申请期限"
    return None


def told_in_order(situation: Situation) -> str | None:
    """Service cannot take effect before the day of the act."""
    day = situation.record.told_on
    return f"告知听证权利日{day}早于办理日期{situation.on}" if day is not None and day < situation.on else None


def asked_in_time(situation: Situation) -> str | None:
    """The request was made, or posted, within five working days of being told."""
    record = situation.record
    since = record.told_when(record.requester)
    if since is None:
        return None
    limit = situation.procedure.limit("ask_penalty" if record.of_penalty else "ask_licence")
    period = limit.length(situation)
    last = due(since, period, calendar=current_calendar(), allow_provisional=True).judged
    made = record.posted_on or situation.on
    if last is None or made <= local_day(last):
        return None
    return f"申请期限自{since}起{period}，至{local_day(last)}届满，{made}已经超过"


def posted_in_order(situation: Situation) -> str | None:
    """A day of posting lies before the day of receipt."""
    day = situation.record.posted_on
    return f"交邮日{day}晚于收到日期{situation.on}" if day is not None and day > situation.on else None


def host_not_investigator(situation: Situation) -> str | None:
    """Neither the host nor who assists investigated or examined the matter."""
    record = situation.record
    acting = [record.host, record.recorder, *record.members.replace(",", "、").replace("，", "、").split("、")]
    both = [
        name for name in dict.fromkeys(each.strip() for each in acting if each) if name in record.investigator_names
    ]
    if not record.investigators:
        return "没有填写“调查、审查人员”，不能核对主持人是否参加过调查、审查"
    return f"{'、'.join(both)}是本案调查、审查人员，不得主持、参加组织听证" if both else None


def recusals_decided(situation: Situation) -> str | None:
    """Every application for recusal was decided, and who has to withdraw was replaced."""
    record = situation.record
    open_ = [str(row["whom"]) for row in record.recusals if not row.get("decision")]
    if open_:
        return f"对{'、'.join(open_)}的回避申请尚未决定"
    acting = {record.host, record.recorder, *record.members.split("、")}
    gone = [str(row["whom"]) for row in record.recusals if row.get("decision") == "granted" and row["whom"] in acting]
    return f"{'、'.join(gone)}已经决定回避，应当另行指定" if gone else None


def last_day_of_notice(situation: Situation, day: date) -> tuple[date, date, date]:
    """The last day for the notice of a hearing on a day: as the place counts, with seven free days, leniently."""
    latest = backward(day, working_days(NOTICE_DAYS), calendar=current_calendar(), allow_provisional=True)
    assert latest.strict is not None
    assert latest.rolled is not None
    clear, lenient = local_day(latest.strict), local_day(latest.rolled)
    return (lenient if DEFAULTS.text("notice_counting", situation) == "lenient" else clear), clear, lenient


def notice_in_time(situation: Situation) -> str | None:
    """Seven working days before the hearing."""
    day = situation.record.hearing_on
    if day is None:
        return None
    if day <= situation.on:
        return f"听证日期{day}应当晚于通知日期{situation.on}"
    last, clear, lenient = last_day_of_notice(situation, day)
    if situation.on <= last:
        return None
    return (
        f"{day}举行听证，最迟应在{last}通知（留足七个工作日为{clear}，宽松数法为{lenient}），"
        f"{situation.on}通知已经来不及，请另定日期"
    )


def hearing_on_workday(situation: Situation) -> str | None:
    """A hearing takes place on a working day."""
    day = situation.record.hearing_on
    if day is None or current_calendar().is_workday(day, allow_provisional=True):
        return None
    return f"听证日期{day}是休息日，请另定日期"


def closed_with_reason(situation: Situation) -> str | None:
    """Only three reasons close a hearing."""
    record = situation.record
    if record.public and record.closed_reason:
        return "公开举行的，不填写不公开的原因"
    if not record.public and not record.closed_reason:
        return "不公开举行的，应当写明原因；只有涉及国家秘密、商业秘密或者个人隐私的可以不公开"
    return None


def licence_public(situation: Situation) -> str | None:
    """A hearing before a licence is public."""
    return "许可听证应当公开举行" if closed(situation) else None


def on_the_day(situation: Situation) -> str | None:
    """It is held on the day of the notice."""
    day = situation.record.hearing_on
    if day == situation.on:
        return None
    return f"通知的听证日期是{day}，办理日期是{situation.on}；改期的，请先办理“延期举行”并重新通知"


def day_has_come(situation: Situation) -> str | None:
    """Nobody is absent before the day."""
    day = situation.record.hearing_on
    return f"通知的听证日期{day}还没有到，不能按缺席终止听证" if day is not None and situation.on < day else None


def agents_in_number(situation: Situation) -> str | None:
    """One or two agents for each side."""
    counted = Counter(str(row.get("of") or "当事人") for row in situation.record.agents)
    many = [f"{name}{number}人" for name, number in counted.items() if number > 2]
    return f"每一方可以委托一至二人，现有{'、'.join(many)}" if many else None


def signed(situation: Situation) -> str | None:
    """The record was signed, or the refusal noted."""
    record = situation.record
    if not record.transcript_signed:
        return "听证笔录尚未交当事人或者其代理人核对签字"
    if record.transcript_signed == c.Signed.REFUSED and not record.refusal_note:
        return "当事人或者其代理人拒绝签字、盖章的，应当由主持人在笔录中注明，请填写“拒绝签字的注明”"
    return None


def opinion_fits(situation: Situation) -> str | None:
    """The proposal belongs to the kind of hearing."""
    record = situation.record
    of_licences = record.report_opinion in (c.Opinion.GRANT, c.Opinion.DENY)
    either = record.report_opinion in (c.Opinion.MORE, c.Opinion.CHANGE)
    if record.report_opinion and not either and of_licences is record.of_penalty:
        return "处罚听证不能建议准予或者不予许可" if of_licences else "许可听证应当建议准予许可、不予许可或者补充审查"
    return None
