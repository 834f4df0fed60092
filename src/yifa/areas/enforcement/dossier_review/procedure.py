"""The round and each of its dossiers, found by the kernel when Django starts."""

from __future__ import annotations

from yifa.areas.enforcement.dossier_review.batch import DossierReview
from yifa.areas.enforcement.dossier_review.dossier import DossierScore

__all__ = ["DossierReview", "DossierScore"]
"""Both procedures of this app."""
