"""Legality review and the topics of meetings, found by the kernel when Django starts."""

from __future__ import annotations

from yifa.areas.rulemaking.legality_review.agenda import AgendaItem
from yifa.areas.rulemaking.legality_review.review_procedure import LegalityReview
from yifa.areas.rulemaking.legality_review.submission import ReviewSubmission

__all__ = ["AgendaItem", "LegalityReview", "ReviewSubmission"]
"""The procedures of this service and of those who submit to it."""
