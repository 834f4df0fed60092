"""What a supervisor should find among the measures and executions of the demonstration (埋设的问题), by clue model.

`CLOCKS` says of each leading case which limit was not kept, and how; `PLANTED` labels the same for the clue models by
the name of the party. What stands in neither is in order.
"""

from __future__ import annotations

from dataclasses import dataclass

from yifa.demo.planted import Planted

MEASURE, FORCED, COURT = "coercive_measure", "forced_execution", "court_execution"


@dataclass(frozen=True)
class Missed:
    """One limit of one case: `late` where it was kept late, `overdue` where it still is not kept, `lapsed` by law."""

    procedure: str
    number: int
    limit: str
    how: str
    model: str
    party: str
    why: str

    @property
    def labels(self) -> tuple[Planted, ...]:
        """The labels for the clue models."""
        return tuple(Planted(model, self.party, self.why) for model in self.model.split())


def _company(number: int) -> str:
    return f"洪河县第{number}商贸有限公司"


def _shop(number: int) -> str:
    return f"洪河县城关第{number}副食店"


CLOCKS = (
    Missed(MEASURE, 111, "seal_term", "late", "coercion_over_term", _company(11), "扣押期满以后才解除"),
    Missed(MEASURE, 112, "ratify_in_time", "late", "late", _company(12), "补办批准超过二十四小时"),
    Missed(MEASURE, 113, "tell_in_time", "overdue", "overdue", _company(13), "延长决定没有书面告知当事人"),
    Missed(MEASURE, 114, "return_in_time", "late", "late", _shop(14), "解除后没有立即退还财物"),
    Missed(MEASURE, 116, "publish_in_time", "late", "publication_late", _company(16), "决定逾期公示"),
    Missed(MEASURE, 119, "publish_in_time", "late", "publication_late", _company(19), "决定逾期公示"),
    Missed(MEASURE, 120, "return_in_time", "overdue", "overdue", _company(20), "解除后没有退还，财物仍登记在保管中"),
    Missed(MEASURE, 121, "seal_term", "overdue", "coercion_over_term", _company(21), "扣押期满没有解除"),
    Missed(FORCED, 203, "publish_in_time", "late", "publication_late", _company(33), "决定逾期公示"),
    Missed(FORCED, 206, "urge_in_time", "late", "late", _company(36), "代履行三日前没有催告（按净间隔）"),
    Missed(FORCED, 208, "notify_in_time", "late", "late", _company(38), "立即代履行后没有立即通知当事人"),
    Missed(COURT, 306, "apply_in_time", "late", "window_lost late", _company(66), "催告过晚，丧失申请权"),
    Missed(COURT, 306, "demand_in_time", "late", "late", _company(66), "错过催告书最晚送达日"),
    Missed(COURT, 308, "apply_in_time", "late", "late", _company(68), "逾期申请，以正当理由说明"),
    Missed(COURT, 308, "demand_in_time", "late", "late", _company(68), "错过催告书最晚送达日"),
    Missed(COURT, 317, "demand_in_time", "overdue", "overdue", _company(77), "催告书最晚送达日已过，仍未催告"),
)
PLANTED = [
    *dict.fromkeys(label for missed in CLOCKS for label in missed.labels),
    Planted("coercion_over_term", _company(10), "冻结期满没有处理、没有解除，由金融机构解除"),
    Planted("overridden", _company(43), "周休息日实施强制执行，以情况紧急为由"),
    Planted("overridden", _company(68), "逾期申请，以正当理由说明"),
]
