"""Cases as an old system left them, brought in by the import of history (历史导入), which checks no condition.

This is how a supervisor comes to see what this system would have refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yifa.demo.drive import DemoDefect, Side
from yifa.errors import YifaError
from yifa.kernel import engine
from yifa.kernel.engine import Authority, Entry
from yifa.kernel.models import Case
from yifa.kernel.rules import Attempt
from yifa.office.codes import credit_check_character
from yifa.office.models import Person


@dataclass
class Historic(Side):
    """One case out of the old system."""

    def entry(self, by: Person | None = None) -> Entry:
        """An entry of today, on the authority of the import."""
        entered = super().entry(by)
        return Entry(entered.by, entered.at, Authority.IMPORT)

    def opens(self, code: str, on: date, **fields: Any) -> None:
        """The first step, with everything that the old record had; a case of its own each time.

        Raises:
            DemoDefect: it was refused.
        """
        case = engine.new_case(self.procedure, self.organ, on, historic=True)
        for name, value in fields.items():
            setattr(case, name, value)
        self._bring(case, code, on, {}, {})
        self.case = Case._base_manager.get(pk=case.pk)

    def goes_on(self, code: str, on: date, fields: Mapping[str, Any] | None = None, **data: Any) -> None:
        """One more step of the old record.

        Raises:
            DemoDefect: it was refused.
        """
        assert self.case is not None
        self._bring(Case._base_manager.get(pk=self.case.pk), code, on, fields or {}, data)

    def _bring(self, case: Case, code: str, on: date, fields: Mapping[str, Any], data: Mapping[str, Any]) -> None:
        try:
            engine.perform(case, Attempt(case.declaration.step(code), on, data), self.entry(), fields)
        except YifaError as error:
            raise DemoDefect(f"演示故事“{self.story}”不能导入{on}的“{code}”：{error}") from error


def enterprise(number: int, name: str) -> dict[str, str]:
    """The fields of an invented enterprise as a party; the number makes its credit code."""
    body = f"91130999{number:09}"
    return {
        "party_type": "legal_person", "party_name": name, "party_id_type": "credit_code",
        "party_id_no": body + credit_check_character(body), "party_address": "洪河县城关镇",
    }  # fmt: skip
