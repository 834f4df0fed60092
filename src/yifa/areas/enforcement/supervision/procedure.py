"""Supervision, the government's decision and the supervised organ's answer, found when Django starts."""

from __future__ import annotations

from yifa.areas.enforcement.supervision.case_procedure import Supervision
from yifa.areas.enforcement.supervision.decision import SupervisionDecision
from yifa.areas.enforcement.supervision.reply import SupervisionReply

__all__ = ["Supervision", "SupervisionDecision", "SupervisionReply"]
"""The three procedures of this app."""
