"""Forms that a phone had kept until there was a network (手机待发送的表单): each is taken exactly once.

A phone cannot know whether a form whose answer was lost has arrived, so it sends it again. The form carries a token
that the phone made; token and step are written in one transaction, so that a form is either unknown here and can be
sent, or known with the case it led to. Photographs follow one by one and are told apart by their digest within the
case: what breaks off is repeated without doing anything twice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac

from yifa.desk.models import Opening
from yifa.errors import YifaError
from yifa.kernel import materials
from yifa.kernel.engine import Entry, locked
from yifa.kernel.models import Case, Event, Paper
from yifa.kernel.rules import Reason, Refused
from yifa.office.models import Person
from yifa.papers import store
from yifa.papers.uploads import Upload

ASIDE = frozenset({"csrfmiddlewaretoken", "token", "person", "seen"})
"""What accompanies a form and says nothing of the case."""


class NotYours(YifaError):
    """A form that somebody else filled in."""

    def __init__(self) -> None:
        super().__init__("这份表是另一人在这部手机上填写的，不能由您发送。请由填写的人登录后发送。")


@dataclass(frozen=True)
class Receipt:
    """What a form led to.

    Attributes:
        length: how many events the case had right afterwards; the next form of the same phone builds on it.
        again: whether it had been taken before; changed: whether it then said something else.
    """

    case: int
    length: int
    again: bool = False
    changed: bool = False


def keys_of(person: Person) -> list[str]:
    """The keys with which a phone seals what it keeps for this person (AES-256, hexadecimal), the present one first.

    They are derived from the installation's own key: whoever signs in as somebody else never gets them.
    """
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    made = (salted_hmac("yifa.desk.sending", str(person.pk), secret=key, algorithm="sha256") for key in secrets)
    return [one.hexdigest() for one in made]


def digest_of(typed: Mapping[str, Any]) -> str:
    """A digest of what a form says, the same whichever way its fields are ordered."""
    lines = sorted(f"{name}={typed[name]}" for name in typed if name not in ASIDE)
    return hashlib.sha256("\0".join(lines).encode()).hexdigest()


def take_once(token: UUID, person: Person, digest: str, work: Callable[[], Event]) -> Receipt:
    """Do the work of a form, or find what it did before.

    Args:
        work: performs the step; runs inside the transaction that keeps the token.

    Raises:
        NotYours: the token belongs to somebody else's form.
        Refused: the step was refused; the token stays free, so that the mended form may be sent with it.
    """
    with transaction.atomic():
        kept, fresh = Opening.objects.select_for_update().get_or_create(
            token=token, defaults={"person": person, "digest": digest}
        )
        if not fresh:
            return _again(kept, person, digest)
        event = work()
        kept.case_id = event.case_id
        kept.length = Case._base_manager.values_list("length", flat=True).get(pk=event.case_id)
        kept.save(update_fields=["case", "length"])
    return Receipt(event.case_id, kept.length)


def _again(kept: Opening, person: Person, digest: str) -> Receipt:
    if kept.person_id not in (None, person.pk):
        raise NotYours
    if kept.case_id is None:
        raise Refused("发送", [Reason("同一份表单正在处理，请稍候")])
    changed = bool(kept.digest) and kept.digest != digest
    return Receipt(kept.case_id, kept.length or 0, again=True, changed=changed)


def case_behind(token: UUID, person: Person) -> int | None:
    """The case that a form of this person led to; None where no such form was taken.

    Raises:
        NotYours: somebody else sent it.
    """
    kept = Opening.objects.filter(token=token).exclude(case=None).first()
    if kept is not None and kept.person_id != person.pk:
        raise NotYours
    return kept.case_id if kept is not None else None


def file_once(case: Case, photo: Upload, title: str, entry: Entry) -> bool:
    """File a photograph in the dossier unless it lies there already; whether it was filed now."""
    with transaction.atomic():
        locked(case)
        if Paper._base_manager.filter(case_id=case.pk, digest=store.digest_of(photo.content)).exists():
            return False
        materials.attach(case, photo, title, entry.today, entry)
    return True
