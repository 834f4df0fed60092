"""The row of a penalty case (行政处罚案件)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from yifa.areas.enforcement.common.acting import ItemFields, OfficerFields
from yifa.areas.enforcement.common.party import PartyFields
from yifa.areas.enforcement.common.service import ServiceFields
from yifa.areas.enforcement.penalty import choices as c
from yifa.areas.enforcement.penalty.defaults import DEFAULTS
from yifa.areas.enforcement.penalty.record_decision import DecisionFields, DiscretionFields
from yifa.areas.enforcement.penalty.record_facts import FactsFields
from yifa.kernel.models import Case, Paper

DECISION_TITLES = ("行政处罚决定书", "不予行政处罚决定书")


class PenaltyCase(
    PartyFields, ItemFields, OfficerFields, ServiceFields, FactsFields, DiscretionFields, DecisionFields, Case
):
    """One case under the ordinary procedure (普通程序行政处罚案件)."""

    class Meta:
        verbose_name = "行政处罚案件"
        verbose_name_plural = "行政处罚案件"
        indexes: ClassVar = [
            models.Index(fields=["party_id_no", "decision_date"], name="penalty_by_party"),
            models.Index(fields=["benchmark", "decision_date"], name="penalty_by_benchmark"),
            models.Index(fields=["decision_date"], name="penalty_by_decision"),
        ]

    @property
    def decision_number(self) -> str:
        """The number of the decision, once it was issued."""
        papers = Paper._base_manager.filter(case_id=self.pk, title__in=DECISION_TITLES).order_by("-pk")
        return papers.values_list("number", flat=True).first() or ""

    @property
    def decision_title(self) -> str:
        """What the decision is called."""
        return DECISION_TITLES[0] if self.decision_type == "penalty" else DECISION_TITLES[1]

    @property
    def statement_limit(self) -> int:
        """The working days for statement and defence, as the place has them."""
        return DEFAULTS.at(self.organ.place.code).number("statement_days")

    @property
    def other_act_lines(self) -> list[str]:
        """The other acts, one a line, with what they break and rest on."""
        parts = ("violated", "违反"), ("basis", "依照"), ("fine", "罚款（元）")
        return [
            "，".join([str(row["act"]), *(f"{word}{row[name]}" for name, word in parts if row.get(name))]) + "。"
            for row in self.other_acts
        ]

    @property
    def circumstance_lines(self) -> list[str]:
        """The circumstances with their facts and provisions."""
        known = dict(c.Circumstance.choices)
        return [
            f"{known[str(row['kind'])]}" + (f"：{row['fact']}" if row.get("fact") else "")
            + (f"（{basis}）" if (basis := c.CIRCUMSTANCE_BASES.get(str(row["kind"]))) else "") + "。"
            for row in self.circumstances
        ]  # fmt: skip

    @property
    def element_lines(self) -> list[str]:
        """The elements on which no penalty rests, with their evidence."""
        return [
            f"{row['element']}" + (f"：{row['evidence']}" if row.get("evidence") else "") + "。"
            for row in self.spare_elements if row.get("met") != "no"
        ]  # fmt: skip

    @property
    def spare_basis(self) -> str:
        """The provision on which no penalty rests, as the decision cites it."""
        basis = c.GROUND_BASES.get(self.spare_ground)
        if basis is None:
            return "《中华人民共和国行政处罚法》"
        minor = self.spare_ground in (c.SpareGround.MINOR, c.SpareGround.FIRST)
        return f"《中华人民共和国{str(basis).lstrip('《')}" + ("、第五十七条第一款第二项" if minor else "")

    @property
    def co_lines(self) -> list[str]:
        """Those with the party, as the head of a decision names them."""
        return [
            "，".join(str(row[name]) for name in ("name", "id_no", "address") if row.get(name)) + "。"
            for row in self.co_parties
        ]  # fmt: skip

    @property
    def attendee_rows(self) -> list[dict[str, str]]:
        """Who discussed it, every cell filled."""
        return [
            {name: str(row.get(name) or "—") for name in ("name", "post", "opinion")}
            for row in self.collective_attendees
        ]
