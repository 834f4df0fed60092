"""The row of a decision."""

from __future__ import annotations

from yifa.areas.rulemaking.consultation.rules import Counts, counts_of
from yifa.areas.rulemaking.decision_catalogue.choices import under
from yifa.areas.rulemaking.legality_review.drafts import digest_of
from yifa.areas.rulemaking.major_decision.record_draft import DraftFields, NatureFields, ProposalFields, RiskFields
from yifa.areas.rulemaking.major_decision.record_outcome import (
    ExecutionFields,
    MeetingFields,
    ReviewFields,
)
from yifa.kernel.models import Case


class DecisionCase(
    ProposalFields, NatureFields, DraftFields, RiskFields, ReviewFields, MeetingFields, ExecutionFields, Case
):
    """One major decision (重大行政决策), at the organ that decides."""

    class Meta:
        verbose_name = "重大行政决策"
        verbose_name_plural = "重大行政决策"

    @property
    def draft_digest(self) -> str:
        """The digest of the draft as it stands."""
        return digest_of(self.draft)

    @property
    def under(self) -> str:
        """Governments follow the regulation, departments and townships by reference (42)."""
        return under(self.organ)

    @property
    def counts(self) -> Counts:
        """How many opinions of the public came, and what became of them."""
        return counts_of(self)

    @property
    def units(self) -> str:
        """The lead unit and those that work with it."""
        return f"{self.lead_unit}（牵头）、{self.co_units}" if self.co_units else self.lead_unit
