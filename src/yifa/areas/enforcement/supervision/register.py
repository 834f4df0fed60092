"""The register of reports to the government (行政执法监督工作报告台账): 监督条例第六条第一款."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yifa.areas.enforcement.supervision.acts import S
from yifa.areas.enforcement.supervision.models import WorkReport
from yifa.clock import days
from yifa.kernel.registers import Column, EntryCount, Expiry, Problem, Register

REGULARLY = S[6, 1].says("定期向本级人民政府报告")


class WorkReports(Register[WorkReport]):
    """行政执法监督工作报告台账."""

    key, label = "supervision_work_report", "行政执法监督工作报告台账"
    basis = REGULARLY
    note = "每次报告登记一条。条例没有规定间隔，下次报告期限按本级政府的要求填写，到期前提醒。"
    model = WorkReport
    columns = (
        Column(WorkReport.number, width=22, example="洪司报〔2026〕12号"),
        Column(WorkReport.since, example="2026-02-01"),
        Column(WorkReport.until, example="2026-06-30"),
        Column(WorkReport.reported_on, REGULARLY, example="2026-07-15"),
        Column(WorkReport.content, width=40, listed=False, example="立案监督12件，制发督办函4份、意见书5份"),
        Column(WorkReport.next_by, REGULARLY, example="2027-01-15"),
    )
    unique = (WorkReport.number,)
    dated = WorkReport.reported_on
    searched = (WorkReport.number, WorkReport.content)

    next_report = Expiry("下次报告期限", WorkReport.next_by, days(15), REGULARLY, advice="请向本级政府报告。")
    sup_reports = EntryCount("向本级政府报告", unit="次", basis=REGULARLY, definition="期内（按报告日期）的报告。")

    @classmethod
    def check(cls, entry: WorkReport, today: date) -> Iterable[Problem]:
        """The period ends after it begins and before the report; the next one comes later."""
        if entry.until < entry.since:
            yield Problem("until", "报告期间止", f"{entry.until}早于报告期间起{entry.since}", "请核对日期")
        if entry.reported_on < entry.until:
            yield Problem("reported_on", "报告日期", f"{entry.reported_on}早于报告期间止{entry.until}", "请核对日期")
        if entry.next_by is not None and entry.next_by <= entry.reported_on:
            yield Problem("next_by", "下次报告期限", f"{entry.next_by}不晚于报告日期", "请核对日期")
