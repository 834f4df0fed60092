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


def _entry(record: Any) -> Officer:
    found = Officer._base_manager.filter(withdrawn=False, cert_no=record.cert_no, organ=record.body_organ_id).first()
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
    """A new entry."""
    raw = {"cert_no": record.cert_no, "issued_on": on, "valid_to": record.valid_to}
    return _written(record, "发证", lambda: _add(record, on, raw))


def checked(record: Any, on: date) -> int | None:
    """The hours of training of the year."""
    return _written(record, "年审合格", lambda: _amend(record, on, {"training_hours": record.training_hours}))


def _status(label: str, status: CertificateStatus) -> Writer:
    def write(record: Any, on: date) -> int | None:
        day = (record.left_on or on) if status == CertificateStatus.LEFT else on
        raw = {"status": status, "status_on": day, "status_why": f"{record.why or label}（{record.number}）"}
        return _written(record, label, lambda: _amend(record, on, raw))

    return write


suspended = _status("暂扣", CertificateStatus.SUSPENDED)
revoked = _status("吊销", CertificateStatus.REVOKED)
left = _status("离岗注销", CertificateStatus.LEFT)


def resumed(record: Any, on: date) -> int | None:
    """Valid again; the days of the suspension stay on record, for acts are judged by their own day."""

    def write() -> Officer:
        entry = _entry(record)
        pauses = list(entry.pauses)
        if entry.status == CertificateStatus.SUSPENDED and entry.status_on is not None and entry.status_on < on:
            pauses.append(f"{entry.status_on}至{on - timedelta(1)}")
        raw = {"status": CertificateStatus.VALID, "status_on": on, "status_why": f"恢复使用（{record.number}）"}
        return _amend(record, on, raw | {"pauses": "、".join(pauses)})

    return _written(record, "恢复使用", write)


def renewed(record: Any, on: date) -> int | None:
    """A longer term; with a new number the old certificate ends on the day and a new entry begins."""
    hours = {"training_hours": record.training_hours}
    if not record.new_cert_no:
        return _written(record, "换证", lambda: _amend(record, on, hours | {"valid_to": record.renew_to}))

    def write() -> Officer:
        old = _entry(record)
        why = f"换证，新证件编号{record.new_cert_no}（{record.number}）"
        _amend(record, on, {"status": CertificateStatus.REVOKED, "status_on": on, "status_why": why})
        kept = {"cert_no": record.new_cert_no, "issued_on": on, "valid_to": record.renew_to, "exam_on": old.exam_on}
        return _add(record, on, kept)

    return _written(record, "换证", write)
