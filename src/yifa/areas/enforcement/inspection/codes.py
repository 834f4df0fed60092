"""Rating codes (评价码): beside the code of a visit, one that only the enterprise has."""

from __future__ import annotations

import hmac

from yifa.kernel.codes import new_code, random_bytes, spelled

RATING_LENGTH = 8
"""Eight characters, 40 bits, beside a code of 80 bits that must be known as well."""


def rating_code_of(entry_code: str, device: str) -> str:
    """The rating code of a telephone for a visit: the same each time, so that the telephone can show it again.

    Args:
        device: a random word that only this telephone holds.
    """
    drawn = hmac.digest(device.encode(), f"rating {entry_code}".encode(), "sha256")
    return spelled(drawn[:RATING_LENGTH])


def fresh_rating_code() -> str:
    """A rating code that is given out by hand."""
    return new_code(random_bytes)[:RATING_LENGTH]
