"""Computed conditions of a yearly report."""

from __future__ import annotations

from datetime import date

from yifa.areas.leadership.annual_report.choices import MANDATORY, Content, Duty, Finding, Kind
from yifa.areas.leadership.annual_report.models import AnnualReportCase
from yifa.kernel.situation import Situation
from yifa.office.models import OrganKind

REPORTING = (
    OrganKind.GOVERNMENT, OrganKind.DEPARTMENT, OrganKind.JUSTICE, OrganKind.TOWNSHIP, OrganKind.SUBDISTRICT
)  # fmt: skip


def reports_itself(situation: Situation) -> str | None:
    """Governments at every level and departments report; others only where their place asks for it."""
    organ = situation.record.organ
    if organ.kind in REPORTING:
        return None
    return f"{organ.name}不是一级政府或者政府部门，不单独报告；本地要求园区、派出机构报告的，写明依据"


def only_one(situation: Situation) -> str | None:
    """One organ reports once on a year."""
    record = situation.record
    if record.organ_id is None:
        return None
    found = AnnualReportCase._base_manager.filter(organ_id=record.organ_id, year=record.year).exclude(pk=record.pk)
    if (first := found.first()) is None:
        return None
    return f"本机关{record.year}年度的报告已经启动（“{first}”），请在原件中办理"


def year_has_begun(situation: Situation) -> str | None:
    """Nobody reports on a year to come."""
    year = situation.record.year
    return f"{year}年还没有开始" if year and year > situation.on.year else None


def frozen_after_the_year(situation: Situation) -> str | None:
    """The figures are those of the whole year."""
    frozen, year = situation.record.frozen_on, situation.record.year
    if frozen is None:
        return "数字还没有冻结，请先在“报告”页汇编"
    if frozen <= date(year, 12, 31):
        return f"数字冻结于{frozen}，{year}年还没有结束，请重新汇编"
    return None


def all_contents(situation: Situation) -> str | None:
    """Each mandatory content has its text, the shortcomings their reasons, the first responsible person a part."""
    rows = {row.get("part"): row for row in situation.record.contents}
    faults = [_fault(content, rows.get(content.value)) for content in MANDATORY]
    faults += [row["fault"] for part, row in rows.items() if part == Content.OTHER and row.get("fault")]
    return "；".join(fault for fault in faults if fault) or None


def _fault(content: Content, row: dict[str, str] | None) -> str:
    if row is None:
        return f"报告没有“{content.label}”"
    return row.get("fault") or ""


def sent_to_all(situation: Situation) -> str | None:
    """Everybody who must get the report got it."""
    sent = {(row["to"].strip(), row["kind"]) for row in situation.record.sent}
    missing = [
        f"{row['to']}（{Kind(row['kind']).label}）"
        for row in situation.record.recipients
        if (row["to"].strip(), row["kind"]) not in sent
    ]
    return f"还没有送：{'、'.join(missing)}" if missing else None


def sent_on_real_days(situation: Situation) -> str | None:
    """The days of sending are days, after the report was agreed on and not after the entry."""
    agreed = situation.last(situation.procedure.step("agree"))
    faults = []
    for row in situation.record.sent:
        on = day_of(row.get("on", ""))
        if on is None:
            faults.append(f"“{row['to']}”的送出日期“{row.get('on', '')}”不是日期，应写作 2026-02-26")
        elif on > situation.on:
            faults.append(f"“{row['to']}”的送出日期{on}晚于办理日期{situation.on}")
        elif agreed is not None and on < agreed.on:
            faults.append(f"“{row['to']}”的送出日期{on}早于集体研究通过的{agreed.on}")
    return "；".join(faults) or None


def day_of(text: str) -> date | None:
    """A day as written in a row; None where it is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def submitted_on(record: AnnualReportCase, on: date) -> date:
    """The day on which all to report to had it for the first time; copies (抄送) and later texts do not decide."""
    if record.submitted_on is not None:
        return record.submitted_on
    days = [day_of(row.get("on", "")) for row in record.sent if row.get("kind") == Kind.REPORT]
    return max((day for day in days if day is not None), default=on)


def reviewed_as_agreed(situation: Situation) -> str | None:
    """The text that goes public is the one that was reviewed: the review came after the last agreement."""
    return _after_agreement(situation, "review", "请对现在的文稿重新审查")


def submitted_as_agreed(situation: Situation) -> str | None:
    """What was submitted is the text agreed on last."""
    return _after_agreement(situation, "submit", "请把修改后的报告重新报送")


def _after_agreement(situation: Situation, step: str, what: str) -> str | None:
    procedure = situation.procedure
    done, agreed = situation.last(procedure.step(step)), situation.last(procedure.step("agree"))
    if done is None or agreed is None or done.place > agreed.place:
        return None
    return f"报告在{done.on}“{done.step.label}”以后又经修改、重新研究，{what}"


def no_secret(situation: Situation) -> str | None:
    """A report with state secrets is not published."""
    if situation.record.secrecy_finding == Finding.SECRET:
        return "保密审查认为涉及国家秘密；删去后可以公开的，先退回修改"
    return None


def may_be_withheld(situation: Situation) -> str | None:
    """Only state secrets, or a place that does not ask its subdistricts for it, keep a report from the public."""
    record = situation.record
    if record.secrecy_finding == Finding.SECRET or record.publishing == Duty.NONE:
        return None
    return "没有涉及国家秘密的审查结论，本机关的报告应当公开"


def is_published(situation: Situation) -> bool:
    """Whether the limit of publishing applies."""
    return bool(situation.record.publishing != Duty.NONE)
