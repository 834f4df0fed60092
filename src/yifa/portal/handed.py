"""Taking a form of the public exactly once (网上提交), and finding it again by its query code (查询码).

The form carries a word that the page made. The query code follows from that word, so that a form whose answer was lost
can be sent again and leads to the same receipt; here only digests are kept, under the key of the installation. Who does
not hold the code sees nothing, not even that there is something.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from yifa.errors import YifaError
from yifa.kernel.codes import LENGTH, digest_of, grouped, read_code, spelled
from yifa.portal.models import HandedIn

WORD = re.compile(r"[\w-]{32}", re.ASCII)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MOST_AN_HOUR = 10
"""Forms from one address; telephones of many people share one, so it is not fewer."""
MOST_A_DAY = 500
"""Forms from everywhere: more are no citizens."""

Work = Callable[[], "tuple[int, int | None]"]
"""Does what a form asks for: the case it led to, and the entry of a register where it is one."""


class TooMany(YifaError):
    """More forms than people send."""

    def __init__(self) -> None:
        super().__init__("提交的次数太多，暂时不能再提交。请一小时后再试，或者当面、邮寄提交。")


class UnknownCode(YifaError):
    """No form goes by this code."""

    def __init__(self) -> None:
        super().__init__(
            f"没有这个查询码。查询码有{LENGTH}位，提交成功后显示，只有提交人有；请核对后重新输入，0和O、1和I不用区分。"
        )


@dataclass(frozen=True)
class Receipt:
    """What the sender gets.

    Attributes:
        code: the query code; again: whether the form had come before; changed: whether it then said something else.
    """

    handed: HandedIn
    code: str
    again: bool = False
    changed: bool = False


def new_word() -> str:
    """A word for a form that is about to be filled in."""
    return secrets.token_urlsafe(24)


def code_of(word: str) -> str:
    """The query code that follows from the word of a form."""
    drawn = hmac.digest(word.encode(), b"handed in", "sha256")
    return grouped(spelled(drawn[:LENGTH]))


def content_of(told: Mapping[str, str], upload: bytes = b"") -> str:
    """A digest of what a form says."""
    lines = "\0".join(f"{name}={told[name]}" for name in sorted(told))
    return hashlib.sha256(lines.encode() + b"\0\0" + hashlib.sha256(upload).digest()).hexdigest()


def take_once(word: str, content: str, address: str, at: datetime, work: Work) -> Receipt:
    """Do the work of a form, or find what it did before.

    Raises:
        TooMany: too many forms of this address in an hour, or of everybody in a day.
        YifaError: whatever the work says against it; then nothing is kept and the mended form may be sent again.
    """
    code, source = code_of(word), digest_of("source", address)
    with transaction.atomic():
        kept, fresh = HandedIn.objects.select_for_update().get_or_create(
            token=digest_of("handed in", word),
            defaults={"code": _code_digest(code), "content": content, "source": source, "at": at},
        )
        if not fresh:
            return Receipt(kept, code, again=True, changed=kept.content != content)
        lately = HandedIn.objects.filter(at__gt=at - DAY).exclude(pk=kept.pk)
        if lately.filter(source=source, at__gt=at - HOUR).count() >= MOST_AN_HOUR or lately.count() >= MOST_A_DAY:
            raise TooMany
        HandedIn.objects.filter(at__lt=at - DAY).exclude(source="").update(source="")
        kept.case_id, kept.entry = work()
        kept.save(update_fields=["case", "entry"])
    return Receipt(kept, code)


def behind(code: str) -> HandedIn:
    """The form behind a query code.

    Raises:
        UnknownCode: there is none.
    """
    plain = read_code(code[:60])
    found = HandedIn.objects.filter(code=_code_digest(plain)).exclude(case=None).first() if plain else None
    if found is None:
        raise UnknownCode
    return found


def _code_digest(code: str) -> str:
    return digest_of("query code", read_code(code))
