"""When two texts of a draft count as the same (同一版本)."""

from __future__ import annotations

import hashlib


def digest_of(text: str) -> str:
    """The digest of a draft: of its characters without blanks and line ends, so that layout alone changes nothing."""
    return hashlib.sha256("".join(text.split()).encode()).hexdigest() if text.strip() else ""
