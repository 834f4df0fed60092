"""Codes that only their holder has (凭码): not to be guessed, easy to read out over a counter.

Sixteen characters of an alphabet of 32 without I, L, O and U: 80 bits, so that nobody finds a code by trying. The
source of randomness is an argument; whoever takes the step of a case draws from the one that is set, which is the
operating system's unless a demonstration says otherwise.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings

RandomBytes = Callable[[int], bytes]
"""So many random bytes."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16
_MISREAD = str.maketrans("ILOU", "110V")
_source: ContextVar[RandomBytes] = ContextVar("codes_random", default=secrets.token_bytes)


@contextmanager
def drawn_from(source: RandomBytes) -> Iterator[None]:
    """Draw codes and secrets from another source, for demonstrations and tests that must come out alike."""
    token = _source.set(source)
    try:
        yield
    finally:
        _source.reset(token)


def random_bytes(number: int) -> bytes:
    """Bytes from the source that is set."""
    return _source.get()(number)


def spelled(drawn: bytes) -> str:
    """Bytes in characters of the alphabet, one each."""
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in drawn)


def new_code(source: RandomBytes) -> str:
    """A fresh code."""
    return spelled(source(LENGTH))


def fresh_code() -> str:
    """A fresh code from the source that is set."""
    return new_code(random_bytes)


def digest_of(what: str, *parts: str) -> str:
    """What is kept of a code or a device, by which it is known again and cannot be found out.

    The key of the installation goes into it, so that eight characters are not found by trying who reads the database.
    """
    return hmac.digest(f"{what} {settings.SECRET_KEY}".encode(), "\n".join(parts).encode(), "sha256").hex()


def read_code(typed: str) -> str:
    """A code as typed by people: blanks and hyphens left out, letters that are misread put right."""
    plain = "".join(char for char in typed.upper() if char.isalnum())
    return plain.translate(_MISREAD)


def grouped(code: str) -> str:
    """A code in groups of four, as it is printed."""
    return "-".join(code[place : place + 4] for place in range(0, len(code), 4))
