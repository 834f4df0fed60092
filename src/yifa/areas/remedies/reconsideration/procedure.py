"""Both procedures of reconsideration, found by the kernel when Django starts."""

from __future__ import annotations

from yifa.areas.remedies.reconsideration.reconsideration_procedure import Reconsideration, Reconsideration2026
from yifa.areas.remedies.reconsideration.reply_procedure import ReconsiderationReply, ReconsiderationReply2026

__all__ = ["Reconsideration", "Reconsideration2026", "ReconsiderationReply", "ReconsiderationReply2026"]
