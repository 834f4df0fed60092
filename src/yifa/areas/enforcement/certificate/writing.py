"""What a step writes into the officers' register (写入执法人员台账), the one source that is asked who may act.

The bureau decides, the register belongs to the organ of the officer: the entry is written as a job of the system, and
the reason kept with it names the case. A refusal of the register refuses the step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from yifa.areas.enforcement.authority.models import CertificateStatus, Officer
from yifa.areas.enforcement.authority.register import Officers
from yifa.kernel.registers import entries
from yifa.kernel.registers.errors import EntryRefused, RegisterError
from yifa.kernel.rules import Reason, Refused
from yifa.office import scope

Writer = Callable[[Any, date], int | None]
HELD = (CertificateStatus.VALID, CertificateStatus.SUSPENDED)
WHY = "司法行政部门制发、管理执法证件，写入持证人所在机关的台账"


def _moment(on: date) -> datetime:
    """Now, and never before the day of the act."""
    return max(timezone.now(), timezone.make_aware(datetime.combine(on, time.min)))


def _written(record: Any, label: str, write: Callable[[], Any]) -> int | None:
    if record.organ_id is None:  # a jurist's scenario: there are no books
        return None
    try:
        with scope.everything(WHY):
            return int(write().pk)
    except EntryRefused as refused:
        raise Refused(label, [Reason(f"执法人员台账：{one}", one.basis) for one in refused.problems]) from refused
    except RegisterError as refused:
        raise Refused(label, [Reason(str(refused).rstrip("。"))]) from refused


def entry_of(cert_no: str, organ_id: int | None) -> Officer | None:
    """The latest entry of a number in the register of an organ: a number may be given again after its end."""
    rows = Officer._base_manager.filter(withdrawn=False, cert_no=cert_no, organ=organ_id)
    return rows.order_by("-issued_on", "-pk").first()


def _entry(record: Any) -> Officer:
    found = entry_of(record.cert_no, record.body_organ_id)
    if found is None:
        why = f"{record.body_organ}的执法人员台账没有编号“{record.cert_no}”的证件"
        raise RegisterError(f"不能办理：{why}。请先核对台账。")
    return found


def _amend(record: Any, on: date, raw: Mapping[str, Any]) -> Officer:
    entry = _entry(record)
    amended: Officer = entries.amend(Officers, entry.pk, raw, seen=entry.version, by=None, at=_moment(on))
    return amended


def _add(record: Any, on: date, raw: Mapping[str, Any]) -> Officer:
    told = {
        "name": record.person_name, "body": record.body, "staffing": record.staffing, "cert_kind": record.cert_kind,
        "matters": "、".join(record.matter_list), "exam_on": record.exam_on, "training_hours": record.training_hours,
        "status": CertificateStatus.VALID,
    }  # fmt: skip
    added: Officer = entries.add(Officers, record.body_organ, told | dict(raw), by=None, at=_moment(on))
    return added


def issued(record: Any, on: date) -> int | None:
    """A new entry; one of the same person and number that has expired is closed first."""
    raw = {"cert_no": record.cert_no, "issued_on": on, "valid_to": record.valid_to}

    def write() -> Officer:
        held = Officer._base_manager.filter(withdrawn=False, cert_no=record.cert_no, valid_to__lt=on)
        for old in held.filter(name=record.person_name, organ=record.body_organ_id, status__in=HELD).order_by("pk"):
            ended = old.valid_to + timedelta(1)
            closed = {"status": CertificateStatus.REVOKED, "status_on": ended, "pauses": _kept_pauses(old, ended)}
            why = {"status_why": f"到期失效，重新发证（{record.number}）"}
            entries.amend(Officers, old.pk, closed | why, seen=old.version, by=None, at=_moment(on))
        return _add(record, on, raw)

    return _written(record, "发证", write)


def checked(record: Any, on: date) -> int | None:
    """The hours of training of the year."""
    return _written(record, "年审合格", lambda: _amend(record, on, {"training_hours": record.training_hours}))


def _kept_pauses(entry: Officer, until: date) -> str:
    """The suspensions that are over, the one that ends on this day among them: acts are judged by their own day."""
    pauses = list(entry.pauses)
    if entry.status == CertificateStatus.SUSPENDED and entry.status_on is not None and entry.status_on < until:
        pauses.append(f"{entry.status_on}至{until - timedelta(1)}")
    return "、".join(pauses)


def _status(label: str, status: CertificateStatus) -> Writer:
    def write(record: Any, on: date) -> int | None:
        day = (record.left_on or on) if status == CertificateStatus.LEFT else on
        raw = {"status": status, "status_on": day, "status_why": f"{record.why or label}（{record.number}）"}
        return _written(record, label, lambda: _amend(record, on, raw | {"pauses": _kept_pauses(_entry(record), day)}))

    return write


suspended = _status("暂扣", CertificateStatus.SUSPENDED)
revoked = _status("吊销", CertificateStatus.REVOKED)
left = _status("离岗注销", CertificateStatus.LEFT)


def _resumed(record: Any, on: date, more: Mapping[str, Any]) -> Officer:
    raw = {"status": CertificateStatus.VALID, "status_on": on, "status_why": f"恢复使用（{record.number}）"}
    return _amend(record, on, raw | dict(more) | {"pauses": _kept_pauses(_entry(record), on)})


def resumed(record: Any, on: date) -> int | None:
    """Valid again; the days of the suspension stay on record, for acts are judged by their own day."""
    return _written(record, "恢复使用", lambda: _resumed(record, on, {}))


def trained(record: Any, on: date) -> int | None:
    """Valid again after more training, whose hours are noted."""
    return _written(
        record, "补训合格，恢复使用", lambda: _resumed(record, on, {"training_hours": record.training_hours})
    )


def renewed(record: Any, on: date) -> int | None:
    """A longer term; with a new number the old certificate ends on the day and a new entry begins."""
    told = {"training_hours": record.training_hours, "matters": "、".join(record.matter_list)}
    if not record.new_cert_no:
        return _written(record, "换证", lambda: _amend(record, on, told | {"valid_to": record.renew_to}))

    def write() -> Officer:
        old = _entry(record)
        why = f"换证，新证件编号{record.new_cert_no}（{record.number}）"
        _amend(record, on, {"status": CertificateStatus.REVOKED, "status_on": on, "status_why": why})
        kept = {"cert_no": record.new_cert_no, "issued_on": on, "valid_to": record.renew_to, "exam_on": old.exam_on}
        return _add(record, on, kept)

    return _written(record, "换证", write)


def transferred(record: Any, on: date) -> int | None:
    """The certificate ends in the book of the organ before and begins in that of the new one, on the same day."""

    def write() -> Officer:
        rows = Officer._base_manager.filter(withdrawn=False, cert_no=record.cert_no)
        old = rows.filter(status=CertificateStatus.VALID).order_by("-issued_on").first()
        if old is None:
            raise RegisterError(f"不能办理：执法人员台账没有编号“{record.cert_no}”的有效证件。请先核对台账。")
        body, number = body_after(record, old), record.new_cert_no or record.cert_no
        why = f"调转至{body}（{record.number}）"
        raw = {"status": CertificateStatus.LEFT, "status_on": on, "status_why": why}
        entries.amend(Officers, old.pk, raw, seen=old.version, by=None, at=_moment(on))
        kept = {"cert_no": number, "body": body, "issued_on": on, "valid_to": old.valid_to, "exam_on": old.exam_on}
        return _add(record, on, kept)

    return _written(record, "调转", write)


def body_after(record: Any, old: Officer | None) -> str:
    """The body that a transfer leads to: the new organ, unless another one was named."""
    named = str(record.body or "")
    return named if named and (old is None or named != old.body) else str(record.body_organ.name)
