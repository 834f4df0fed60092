"""What steps of a certificate fill in by themselves (系统填写)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from yifa.areas.enforcement.authority.models import CertificateStatus, Officer
from yifa.areas.enforcement.certificate.writing import body_after, entry_of


def body(record: Any, on: date) -> str:
    """The body; the applying organ where none is named."""
    return record.body or (record.body_organ.name if record.body_organ else "")


def received(record: Any, on: date) -> date:
    """The day the application came in."""
    return record.received_on or on


def failed_once_more(record: Any, on: date) -> int:
    """One more exam that was not passed."""
    return int(record.failures) + 1


def number_now(record: Any, on: date) -> str:
    """The number from now on."""
    return str(record.new_cert_no or record.cert_no)


def issue_day(record: Any, on: date) -> date | None:
    """A certificate with a new number was issued today."""
    return on if record.new_cert_no else record.issued_on


def end_now(record: Any, on: date) -> date | None:
    """The end of the renewed term."""
    value: date | None = record.renew_to
    return value


def transfer_body(record: Any, on: date) -> str:
    """The body after a transfer."""
    held = Officer._base_manager.filter(withdrawn=False, cert_no=record.cert_no, status=CertificateStatus.VALID)
    return body_after(record, held.order_by("-issued_on").first() if record.organ_id is not None else None)


def entry_now(record: Any, on: date) -> int | None:
    """The entry of the register that a case takes over."""
    entry = entry_of(record.cert_no, record.body_organ_id) if record.organ_id is not None else None
    return None if entry is None else int(entry.pk)


def paused_since(record: Any, on: date) -> date | None:
    """Since when the certificate that is taken over is suspended."""
    entry = entry_of(record.cert_no, record.body_organ_id) if record.organ_id is not None else None
    return record.suspended_on if entry is None else entry.status_on


def left_day(record: Any, on: date) -> date:
    """Since when the person is gone."""
    return record.left_on or on


def of_entry(name: str) -> Callable[[Any, date], Any]:
    """A field of the register's entry, for a certificate that is taken over."""

    def fill(record: Any, on: date) -> Any:
        own = {"name": "person_name"}.get(name, name)
        if record.organ_id is None:
            return getattr(record, own)
        entry = entry_of(record.cert_no, record.body_organ_id)
        value = getattr(record, own) if entry is None else getattr(entry, name)
        return "、".join(value) if isinstance(value, list) else value

    return fill
