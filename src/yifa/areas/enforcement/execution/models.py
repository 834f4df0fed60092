"""The rows of execution: by the organ itself, and through the court (行政强制执行、申请法院执行)."""

from __future__ import annotations

from yifa.areas.enforcement.coercion.record import ClientFields
from yifa.areas.enforcement.coercion.reviewing import ReviewFields
from yifa.areas.enforcement.common.acting import OfficerFields
from yifa.areas.enforcement.common.party import PartyFields
from yifa.areas.enforcement.common.service import ServiceFields
from yifa.areas.enforcement.execution.choices import Method, Obligation
from yifa.areas.enforcement.execution.court_record import CourtFields
from yifa.areas.enforcement.execution.force_record import ForceFields, StayFields, SubstituteFields
from yifa.areas.enforcement.execution.record import DecisionFields, DemandFields, RemedyFields
from yifa.kernel.models import Case


class ForcedExecutionCase(
    ClientFields, PartyFields, OfficerFields, ServiceFields, DecisionFields, RemedyFields, DemandFields, ForceFields,
    StayFields, SubstituteFields, ReviewFields, Case,
):  # fmt: skip
    """One execution by an organ that has the power (行政强制执行)."""

    class Meta:
        verbose_name = "行政强制执行"
        verbose_name_plural = "行政强制执行"

    @property
    def measure_words(self) -> list[str]:
        """The execution as the directory of major decisions may name it: its method, 强制拆除."""
        words = [Method(self.method).label] if self.method else []
        return [*words, "强制拆除"] if self.obligation == Obligation.REMOVAL else words


class CourtExecutionCase(
    ClientFields, PartyFields, ServiceFields, DecisionFields, RemedyFields, DemandFields, CourtFields, Case
):
    """One application to the court by an organ that has not (申请人民法院强制执行)."""

    class Meta:
        verbose_name = "申请人民法院强制执行"
        verbose_name_plural = "申请人民法院强制执行"

    @property
    def material_labels(self) -> list[str]:
        """The materials attached, as instruments list them."""
        from yifa.areas.enforcement.execution.court_record import MATERIALS

        labels = dict(MATERIALS)
        return [labels[row["kind"]] for row in self.materials if row.get("kind") in labels]
