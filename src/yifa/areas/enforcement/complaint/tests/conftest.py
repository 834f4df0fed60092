"""The county of supervision, and complaints that come in there."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.supervision.tests.conftest import County, county, fresh
from yifa.kernel.engine import new_case
from yifa.office.models import Organ

__all__ = ["SENDER", "County", "county", "fresh", "receive"]

SENDER = {
    "real_name": True, "reporter_name": "孙晓梅", "reporter_phone": "13812345678",
    "reporter_id_no": "110101199003070134", "reporter_address": "洪河县柳林镇柳湾村三组12号",
}  # fmt: skip


def receive(county: County, organ: Organ, kind: str, on: str = "2026-03-02", **fields: Any) -> Any:
    """A complaint or report as it is registered at an organ."""
    case = new_case("complaint", organ, date.fromisoformat(on))
    told = {"kind": kind, "channel": "phone", "target_name": "某食品厂", "facts": "过期食品", "received_on": on}
    county.take(case, "receive", on, told | SENDER | fields)
    return fresh(case)
