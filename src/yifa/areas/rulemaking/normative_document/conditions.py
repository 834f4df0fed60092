"""Computed conditions on making a document (由记录回答的条件)."""

from __future__ import annotations

import re
from datetime import date

from yifa.areas.rulemaking.consultation.rules import all_answered, none_later
from yifa.areas.rulemaking.fair_competition.clearance import why_not as competition_why_not
from yifa.areas.rulemaking.legality_review.choices import Adoption, Conclusion, Weight
from yifa.areas.rulemaking.legality_review.clearance import why_not
from yifa.areas.rulemaking.normative_document import guards
from yifa.areas.rulemaking.normative_document.acts import BUSINESS, MODEL
from yifa.areas.rulemaking.normative_document.choices import (
    DocKind,
    Effect,
    Exempt,
    Meeting,
    Purpose,
)
from yifa.areas.rulemaking.normative_document.defaults import DEFAULTS, term
from yifa.areas.rulemaking.normative_document.validity import last_day
from yifa.clock import Period, days, due
from yifa.clock.periods import local_day
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar
from yifa.text.compare import compare, substantive

__all__ = ["all_answered", "none_later"]

_FORBIDDEN = re.compile(r"(条例|(?<![办方做])法|政府令)(（[^（）]*）)?$")
_TRIAL = re.compile(r"暂行|试行")


def four_tests(situation: Situation) -> str | None:
    """All four marks of a normative document are there (37号)."""
    lacking = _missing_marks(situation)
    return f"不具备：{'、'.join(lacking)}，不属于规范性文件" if lacking else None


def not_all_tests(situation: Situation) -> str | None:
    """At least one of the four marks is missing."""
    return None if _missing_marks(situation) else "四项要件均具备，属于规范性文件，应当按规范性文件制定"


def _missing_marks(situation: Situation) -> list[str]:
    record = situation.record
    marks = (
        ("公开发布", record.is_public),
        ("涉及公民、法人和其他组织权利义务", record.affects_rights),
        ("普遍约束力", record.is_general),
        ("反复适用", record.is_repeated),
    )
    return [label for label, value in marks if not value]


def named_properly(situation: Situation) -> str | None:
    """It is not called 条例, 法 or 政府令: those names belong to acts of higher rank."""
    name = situation.record.name.strip()
    own = name[1:-1] if name.startswith("《") and name.find("》") == len(name) - 1 else name
    if _FORBIDDEN.search(own):
        return "规范性文件名称不得使用“法”“条例”“政府令”，请改用办法、规定、细则、通告等"
    return None


def trial_named(situation: Situation) -> str | None:
    """What is called 暂行 or 试行 is on trial, with the shorter validity."""
    record = situation.record
    if _TRIAL.search(record.name) and not record.trial:
        return "名称带有“暂行”“试行”，请勾选“暂行、试行”并填写较短的有效期"
    return None


def planned(situation: Situation) -> str | None:
    """It stands in the yearly plan, or there is a reason why it does not."""
    record = situation.record
    if record.planned:
        return None if record.plan_year else "列入计划的，填写计划年度"
    return None if record.unplanned_reason else "没有列入年度制定计划的，应当说明计划外立项的理由"


def target_named(situation: Situation) -> str | None:
    """What amends, replaces or repeals says which document."""
    record = situation.record
    if record.purpose in ("", Purpose.NEW):
        return None
    return None if record.target_id or record.target is not None else f"“{record.get_purpose_display()}”应当选择原文件"


def target_is_own(situation: Situation) -> str | None:
    """Who made a document amends or repeals it; a successor after a reform of organs says so."""
    target = situation.record.target
    if target is None or target.organ_id == situation.record.organ_id:
        return None
    return f"原文件由{target.organ.name}制定，由制定机关修改、废止；机构改革后承接职责的，说明理由"


def assessed(situation: Situation) -> str | None:
    """Necessity, feasibility and effect were assessed."""
    return None if situation.record.assessment else "尚未评估论证"


def consulted(situation: Situation) -> str | None:
    """The draft was laid open and closed with its feedback, or there was a ground not to."""
    steps = [situation.procedure.step(code) for code in ("close_consultation", "exempt_consultation")]
    return None if situation.did(*steps) else "尚未公开征求意见，也没有登记不公开征求意见的情形"


def least_time(situation: Situation) -> Period:
    """How long a draft must be open: 30 days for market matters, otherwise as the place has it."""
    if guards.market(situation):
        return days(30, BUSINESS[62, 2].says("不少于30日"))
    return term("solicit", MODEL, situation)


def long_enough(situation: Situation) -> str | None:
    """The last day for opinions is not before the shortest period is over, or a reason is given."""
    record = situation.record
    if record.solicit_until is None or record.shorten_reason:
        return None
    period = least_time(situation)
    first = due(situation.on, period, calendar=current_calendar(), allow_provisional=True).strict
    if first is None or record.solicit_until >= local_day(first):
        return None
    told = f"征求意见一般不少于{period}，自{situation.on}起最早截止{local_day(first)}"
    return f"{told}；缩短的，填写缩短期限的理由并在公告中说明"


def announced_time_over(situation: Situation) -> str | None:
    """Opinions are taken until the last day that was announced."""
    last = situation.record.solicit_until
    return f"公告的截止日{last}尚未届满" if last is not None and situation.on <= last else None


def exempt_allowed(situation: Situation) -> str | None:
    """Market matters stay secret only by law; a government's document on rights must be laid open."""
    record = situation.record
    if guards.market(situation) and record.exempt != Exempt.SECRET:
        return "与市场主体生产经营活动密切相关的文件，除依法需要保密外，应当公开征求意见"
    return None


def exempt_from_75(situation: Situation) -> str | None:
    """组织法75 knows no exception; one must come from another act."""
    if situation.record.exempt == Exempt.SECRET:
        return None
    return "县级以上人民政府涉及权利义务的文件应当公开征求意见，例外须有法律依据"


def exempt_explained(situation: Situation) -> str | None:
    """Whoever does not lay it open says why."""
    return None if situation.record.exempt_reason else "应当写明不公开征求意见的理由"


def market_heard(situation: Situation) -> str | None:
    """Companies and trade associations were heard."""
    kinds = {row.get("kind") for row in situation.record.heard}
    if not situation.record.heard:
        return "尚未听取企业、行业协会商会的意见"
    return None if kinds & {"company", "association", None} else "听取的单位中没有企业或者行业协会商会"


def departments_heard(situation: Situation) -> str | None:
    """The departments concerned were asked."""
    return None if situation.record.department_opinions else "涉及其他部门、地区职权，尚未征求其意见"


def departments_agreed(situation: Situation) -> str | None:
    """No department still disagrees."""
    against = [
        row["organ"] for row in situation.record.department_opinions
        if row.get("settled") == "no" or (row.get("agreed") == "no" and not row.get("settled"))
    ]  # fmt: skip
    return f"与{'、'.join(against)}未协商一致，不得下发" if against else None


def competition_passed(situation: Situation) -> str | None:
    """It was reviewed for fair competition, and does not break the standards."""
    record = situation.record
    return competition_why_not(True, record.competition_result)


def initial_review(situation: Situation) -> str | None:
    """The drafter of a government's document gives its own first opinion."""
    record = situation.record
    done = record.competition_first and record.competition_first_result
    return None if done else "起草单位应当先行初审，填写初审结论和意见"


def legality_passed(situation: Situation) -> str | None:
    """The legality review lets it go on, with the text that was reviewed."""
    record = situation.record
    if record.legality_result == Conclusion.OUT_OF_SCOPE:
        return "审核认为不属于规范性文件，请变更认定"
    if record.legality_result == Conclusion.RISK:
        return "“明示法律风险”只适用于探索性改革的重大行政决策事项，规范性文件应当修改后重新送审"
    why = why_not(record.legality_result, cleared="x" if record.cleared_text else "")
    if why is not None:
        return why
    known = [text for text in (record.cleared_text, _reviewed(record)) if text]
    if not known or not all(substantive(text, record.text) for text in known):
        return None
    changes = compare(known[0], record.text).summary().rstrip("。")
    return f"现文本与经过合法性审核的文本有实质性差异（{changes}），应当重新送审"


def _reviewed(record: object) -> str:
    """The text that was reviewed, where the review found it legal as it stood."""
    text: str = getattr(record, "reviewed_text", "")
    return "" if getattr(record, "legality_result", "") == Conclusion.REVISE else text


def opinions_answered(situation: Situation) -> str | None:
    """Every opinion of the reviewer is answered; what must be changed and was not has a reason."""
    rows = situation.record.legality_opinions
    blank = [row["seq"] for row in rows if row.get("adopt_status") in (None, "", Adoption.PENDING)
             and row.get("severity") != Weight.NOTE]  # fmt: skip
    if blank:
        return f"审核意见第{'、'.join(map(str, blank))}条没有填写采纳情况"
    bare = [row["seq"] for row in rows if row.get("adopt_status") in (Adoption.NONE, Adoption.PARTIAL)
            and not row.get("reason_if_not")]  # fmt: skip
    return f"审核意见第{'、'.join(map(str, bare))}条没有全部采纳，应当写明理由" if bare else None


def meeting_fits(situation: Situation) -> str | None:
    """Governments decide in their standing or plenary meeting, departments and townships in theirs."""
    meeting = situation.record.meeting
    if guards.government(situation):
        fits, wanted = meeting in (Meeting.STANDING, Meeting.PLENARY), "政府常务会议或者全体会议"
    elif guards.local(situation):
        fits, wanted = meeting == Meeting.TOWNSHIP, "乡镇人民政府、街道办事处会议"
    else:
        fits, wanted = meeting == Meeting.OFFICE, "部门办公会议"
    return None if fits else f"应当经{wanted}集体审议"


def only_ordered_changes(situation: Situation) -> str | None:
    """After the meeting only what it ordered is changed."""
    last = situation.last(situation.procedure.step("adopt"), situation.procedure.step("adopt_with_changes"))
    if last is None or last.step.code == "adopt_with_changes":
        return None
    return "会议没有要求修改，通过后不得改动文本"


def valid_long(situation: Situation) -> str | None:
    """A period of validity is named and not longer than the place allows."""
    record = situation.record
    if record.doc_kind == DocKind.DECISION and record.purpose in (Purpose.AMEND, Purpose.REPEAL):
        return None
    code = "trial_years" if record.trial else "validity_years"
    longest = DEFAULTS.number(code, situation)
    if record.valid_until is None and not record.valid_years:
        return f"应当规定有效期，最长{longest}年"
    effective = record.effective_on or situation.on
    end = record.valid_until or last_day(effective, record.valid_years)
    if end <= last_day(effective, longest):
        return None
    kind = "暂行、试行的" if record.trial else ""
    return f"{kind}有效期最长{longest}年，自{effective}起最晚至{last_day(effective, longest)}"


def effect_named(situation: Situation) -> str | None:
    """The day of effect is named."""
    record = situation.record
    if record.effect == Effect.DATE and record.effective_on is None:
        return "“自指定日期起施行”的，填写施行日期"
    return None


def not_backdated(situation: Situation) -> str | None:
    """A document has no effect before it is published."""
    record = situation.record
    if record.effect == Effect.DATE and record.effective_on is not None and record.effective_on < situation.on:
        return f"施行日期{record.effective_on}早于公布日期{situation.on}，未经公布不得作为行政管理依据"
    return None


def time_to_adapt(situation: Situation) -> str | None:
    """Between publication and effect lie as many days as the place wants, or there is a reason."""
    record = situation.record
    wanted = DEFAULTS.number("effect_days", situation)
    effective: date = situation.on if record.effect == Effect.PUBLICATION else record.effective_on or situation.on
    if (effective - situation.on).days >= wanted or record.hasty_reason:
        return None
    return f"自公布至施行不满{wanted}日的，应当填写“公布后即施行的理由”"


def numbered(situation: Situation) -> str | None:
    """Both numbers were given."""
    record = situation.record
    return None if record.document_number and record.unified_number else "尚未统一登记、编号"


def consolidated(situation: Situation) -> str | None:
    """What amends another document brings that document's whole new text."""
    record = situation.record
    if record.purpose != Purpose.AMEND or record.consolidated:
        return None
    return "修改原文件的，应当填写修改后的原文件全文，一并公布"
