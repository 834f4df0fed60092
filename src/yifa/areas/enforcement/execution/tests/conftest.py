"""The county of the tests of compulsory measures, with shorthand for executions."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.coercion.tests.conftest import County, county, fresh
from yifa.kernel.engine import new_case
from yifa.kernel.models import Case

__all__ = ["ALL", "MAIL", "begun", "county", "demanded"]

MAIL = {"service_mode": "mail", "service_mail_no": "1012345678901"}
ALL = [{"kind": kind} for kind in ("application", "decision", "opinion", "subject")]
FINE = {
    "client_title": "某商行销售侵权白酒案", "party_type": "legal_person", "party_name": "洪河县某商贸有限公司",
    "party_address": "洪河县城关镇人民路1号", "decision_title": "行政处罚决定书",
    "decision_number": "洪市监处字〔2025〕9号", "decision_on": "2025-01-15", "decision_served_on": "2025-01-15",
    "perform_by": "2025-02-05", "obligation": "money", "obligation_text": "缴纳罚款二万元。", "principal": "20000",
}  # fmt: skip


def begun(county: County, key: str = "court_execution", on: str = "2025-02-10", **more: Any) -> Case:
    """A case of execution of a fine of 20,000 that was served on 2025-01-15."""
    case = new_case(key, county.market, date.fromisoformat(on))
    county.take(case, "start", on, FINE | more)
    return fresh(case)


def demanded(
    county: County, key: str = "court_execution", on: str = "2025-09-23", until: str = "2025-10-14", **more: Any
) -> Case:  # fmt: skip
    """The same after a demand that was served on the day after."""
    case = begun(county, key, **more)
    county.take(case, "demand", on, {"demand_text": "缴至指定银行。", "demand_until": until})
    day = date.fromisoformat(on)
    county.take(case, "serve_demand", day.replace(day=day.day + 1).isoformat(), MAIL)
    return fresh(case)
