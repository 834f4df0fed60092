"""A bureau that issues certificates, a department confirmed as a body, and shorthand for the way to a certificate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.authority.register import EnforcementBodies
from yifa.areas.enforcement.supervision.tests.conftest import LATE, County, fresh
from yifa.kernel.engine import new_case
from yifa.kernel.registers import entries
from yifa.office import scope

__all__ = ["Bureau", "fresh"]


class Bureau(County):
    """The county, with the department confirmed."""

    def __init__(self) -> None:
        super().__init__()
        self.confirm(self.market)

    def confirm(self, organ: Any) -> None:
        """The bureau confirms an organ as a body."""
        told = {
            "name": organ.name, "kind": "行政机关", "powers": "行政处罚", "legal_basis": "《食品安全法》第六条",
            "guide": "流程", "confirmed_on": "2025-02-10", "announced_on": "2025-02-20",
        }  # fmt: skip
        entries.add(EnforcementBodies, self.bureau, told, by=None, at=LATE)

    def applied(self, on: str = "2025-03-03", **more: Any) -> Any:
        """An application of the department for somebody."""
        from datetime import date

        case = new_case("certificate", self.bureau, date.fromisoformat(on))
        told = {
            "person_name": "陈立", "body_organ": self.market.pk, "staffing": "civil_servant", "matters": "食品、药品",
            "training_hours": 60,
        }  # fmt: skip
        self.take(case, "apply", on, told | more)
        return fresh(case)

    def examined(self, on: str = "2025-03-20", **more: Any) -> Any:
        """Somebody who passed the exam."""
        case = self.applied(**more)
        self.take(case, "approve", "2025-03-05")
        self.take(case, "pass_exam", on, {"exam_on": "2025-03-18", "exam_score": 80})
        return fresh(case)

    def issued(self, number: str = "13099901001", valid_to: str = "2026-12-31", **more: Any) -> Any:
        """Somebody with a certificate since 2025-03-31."""
        case = self.examined(**more)
        self.take(case, "issue", "2025-03-31", {"cert_no": number, "valid_to": valid_to})
        return fresh(case)

    def officer(self, number: str = "13099901001") -> Officer:
        """The entry of the register."""
        return Officer._base_manager.get(cert_no=number, withdrawn=False)


@pytest.fixture
def bureau(db: None) -> Iterator[Bureau]:
    """The bureau, seen by everybody."""
    with scope.everything("执法证件测试"):
        yield Bureau()
