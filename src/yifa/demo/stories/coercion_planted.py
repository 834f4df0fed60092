"""What a supervisor should find among the measures and executions of the demonstration (预设的问题), with its label.

Every row names the procedure, the number at the end of `client_number`, the limit that shows it (blank where no limit
does) and the article. What is not listed here is in order.
"""

from __future__ import annotations

from dataclasses import dataclass

from yifa.areas.enforcement.bases import COERCION as C
from yifa.areas.enforcement.bases import PUBLICITY
from yifa.law import Basis


@dataclass(frozen=True)
class Planted:
    """One irregularity."""

    procedure: str
    number: int
    kind: str
    limit: str
    basis: Basis
    what: str


MEASURE, FORCED, COURT = "coercive_measure", "forced_execution", "court_execution"
PLANTED = (
    Planted(MEASURE, 110, "lapsed", "freeze_term", C[33, 3], "冻结期满没有处理、没有解除，由金融机构解除"),
    Planted(MEASURE, 111, "late", "seal_term", C[28, 1].item(4), "扣押期满以后才解除"),
    Planted(MEASURE, 112, "late", "ratify_in_time", C[19], "紧急实施后补办批准超过二十四小时"),
    Planted(MEASURE, 113, "missing", "tell_in_time", C[25, 2], "延长决定没有书面告知当事人"),
    Planted(MEASURE, 114, "late", "return_in_time", C[28, 2], "解除后没有立即退还财物"),
    Planted(MEASURE, 116, "late", "publish_in_time", PUBLICITY, "强制措施决定逾期公示"),
    Planted(MEASURE, 119, "late", "publish_in_time", PUBLICITY, "强制措施决定逾期公示"),
    Planted(MEASURE, 120, "missing", "return_in_time", C[28, 2], "解除后没有退还，财物仍登记在保管中"),
    Planted(MEASURE, 121, "overdue", "seal_term", C[28, 1].item(4), "扣押期满没有解除"),
    Planted(FORCED, 203, "late", "publish_in_time", PUBLICITY, "强制执行决定逾期公示"),
    Planted(FORCED, 206, "late", "urge_in_time", C[51, 1].item(2), "代履行三日前没有催告（按净间隔）"),
    Planted(FORCED, 208, "late", "notify_in_time", C[52], "立即代履行后没有立即通知当事人"),
    Planted(FORCED, 213, "override", "", C[43, 1], "周休息日实施强制执行，以情况紧急为由"),
    Planted(COURT, 306, "lost", "apply_in_time", C[53], "催告过晚，丧失申请权"),
    Planted(COURT, 308, "late", "apply_in_time", C[53], "逾期申请，以正当理由说明"),
    Planted(COURT, 317, "overdue", "demand_in_time", C[54], "催告书最晚送达日已过，仍未催告"),
)
