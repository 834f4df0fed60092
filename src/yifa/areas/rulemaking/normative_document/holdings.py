"""The texts that documents hold, for whoever asks what a change of law touches."""

from __future__ import annotations

from django.db.models import Q

from yifa.areas.rulemaking.law_change.holding import HOLDINGS, Holding
from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase

DOCUMENTS = HOLDINGS.add(
    Holding(
        "normative_document", "行政规范性文件", NormativeDocumentCase, ("text",),
        standing=Q(stage="published"), title=lambda record: f"{record.document_number} {record.name}".strip(),
    )
)  # fmt: skip
"""Documents that are out and have not lost their force."""
