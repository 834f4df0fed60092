"""Computed conditions of a fair competition review."""

from __future__ import annotations

from datetime import date

from yifa.areas.rulemaking.fair_competition import choices as c
from yifa.areas.rulemaking.fair_competition.clearance import why_not
from yifa.areas.rulemaking.fair_competition.standards import PLACES, STANDARDS
from yifa.kernel.situation import Situation

GOVERNMENT = (c.IssuerKind.GOVERNMENT, c.IssuerKind.CONGRESS)
REGULATOR = "市场监督管理"


def by_government(situation: Situation) -> bool:
    """The government issues it or submits it to the congress: the market regulator reviews it."""
    return situation.record.issuer_kind in GOVERNMENT


def own_review(situation: Situation) -> bool:
    """One drafter reviews it itself."""
    return not by_government(situation) and not joint(situation)


def joint(situation: Situation) -> bool:
    """Several departments issue it: the one that leads the drafting reviews it."""
    return bool(situation.record.issuer_kind == c.IssuerKind.JOINT)


def exempted(situation: Situation) -> bool:
    """It goes out under article 12."""
    return bool(situation.record.conclusion == c.Conclusion.EXEMPT)


def at_the_regulator(situation: Situation) -> str | None:
    """What a government issues is reviewed by its market regulator."""
    if REGULATOR in situation.record.organ.name:
        return None
    return f"政府出台的政策措施由本级市场监督管理部门会同起草单位审查，{situation.record.organ.name}不能作出审查结论"


def at_the_drafter(situation: Situation) -> str | None:
    """What departments issue is reviewed by the drafter."""
    record = situation.record
    if record.drafter is None or record.drafter == record.organ:
        return None
    drafter = "牵头起草单位" if joint(situation) else "起草单位"
    return f"拟由部门出台的政策措施由{drafter}审查，本案的{drafter}是{record.drafter.name}"


def interested_heard(situation: Situation) -> str | None:
    """Operators, associations or other interested parties were heard."""
    kinds = {row.get("kind") for row in situation.record.consultees}
    wanted = {c.Consultee.OPERATOR, c.Consultee.ASSOCIATION, c.Consultee.OTHER}
    return None if kinds & wanted else "尚未听取有关经营者、行业协会商会等利害关系人的意见"


def public_heard(situation: Situation) -> str | None:
    """Where the public is concerned, it was heard."""
    record = situation.record
    kinds = {row.get("kind") for row in record.consultees}
    if not record.public_interest or c.Consultee.PUBLIC in kinds:
        return None
    return "涉及社会公众利益，尚未听取社会公众意见"


def every_standard_checked(situation: Situation) -> str | None:
    """All nineteen items were looked at."""
    done = {row.get("standard") for row in situation.record.hits if row.get("result")}
    left = [standard.basis.short for standard in STANDARDS if standard.code not in done]
    if not left:
        return None
    return f"还有{len(left)}项审查标准没有填写结果，首项为{left[0]}"


def compared_since_revised(situation: Situation) -> str | None:
    """A policy that was revised was compared with the standards anew."""
    step = situation.procedure.step
    revised, examined = situation.last(step("revise")), situation.last(step("examine"))
    if revised is None or (examined is not None and revised.place < examined.place):
        return None
    return "修改后的政策措施尚未重新对照审查标准"


def term_not_over(situation: Situation) -> str | None:
    """The period of an exemption lies ahead on the day the measure goes out."""
    until = situation.record.exempt_until
    return None if until is None or situation.on <= until else f"例外措施的实施期限已于{until}届满"


def hits_explained(situation: Situation) -> str | None:
    """What was found is quoted; a lawful basis counts only for article 10 and is named."""
    for row in situation.record.hits:
        code, result = str(row.get("standard")), row.get("result")
        place = PLACES.get(code, "")
        if result == c.Result.FOUND and not row.get("quote"):
            return f"{place}存在问题，应当摘录有关内容"
        if result == c.Result.LAWFUL and not code.startswith("10."):
            return f"{place}没有“有法律、行政法规依据”的例外，该例外只见于第十条"
        if result == c.Result.LAWFUL and not row.get("note"):
            return f"{place}应当写明法律、行政法规依据或者国务院批准；地方性法规、规章不是依据"
    return None


def conclusion_fits(situation: Situation) -> str | None:
    """The conclusion agrees with what was found."""
    record = situation.record
    found = [row for row in record.hits if row.get("result") == c.Result.FOUND]
    if record.conclusion == c.Conclusion.NOT_APPLICABLE:
        return "已经认定涉及经营者经济活动，不能作此结论"
    if found and record.conclusion == c.Conclusion.CLEAR:
        return f"有{len(found)}项存在问题，不能得出没有排除、限制竞争的结论"
    if not found and record.conclusion != c.Conclusion.CLEAR:
        return "没有一项存在问题，结论应为没有排除、限制竞争"
    return None


def exemption_complete(situation: Situation) -> str | None:
    """The four requirements of an exemption: an item, no milder way, a period or condition of end, a full account."""
    record, lacking = situation.record, []
    if not record.exemption:
        lacking.append("适用第十二条的情形")
    if record.exemption == "12.4" and not record.exemption_basis:
        lacking.append("法律、行政法规依据")
    if not record.no_alternative:
        lacking.append("没有影响更小的替代方案的说明")
    if record.exempt_until is None and not record.end_condition:
        lacking.append("实施期限或者终止条件")
    if not record.exemption_detail:
        lacking.append("详细说明")
    return f"适用例外规定，缺少：{'、'.join(lacking)}" if lacking else None


def may_be_issued(situation: Situation) -> str | None:
    """It was reviewed and is not prohibited (条例 18)."""
    return why_not(True, situation.record.conclusion)


def reports_dealt_with(situation: Situation) -> str | None:
    """No report is left open."""
    open_ = [n for n, row in enumerate(situation.record.reports, 1) if row.get("handled") in (None, "", "open")]
    return f"第{open_[0]}件举报尚未写明处理结果" if open_ else None


def reported(situation: Situation) -> str | None:
    """Somebody reported the policy."""
    step = situation.procedure.step
    return None if situation.did(step("report_in"), step("report_more")) else "没有收到举报"


def problem_found(situation: Situation) -> bool:
    """The spot check found something."""
    return situation.record.check_result not in ("", c.CheckResult.COMPLIANT)


def first_opinion_given(situation: Situation) -> str | None:
    """The drafter gave its first opinion."""
    record = situation.record
    if record.initial_conclusion and record.initial_opinion:
        return None
    return "尚未收到起草单位的初审意见"


def rectification_overdue(situation: Situation) -> str | None:
    """The day set for rectification is over."""
    urged = situation.last(situation.procedure.step("urge"))
    until = urged and urged.data.get("until")
    if not until or situation.on > (until if isinstance(until, date) else date.fromisoformat(str(until))):
        return None
    return f"整改期限至{until}，尚未届满"
