"""What counsel did in a review, written into the book of their services by itself (顾问服务台账自动登记).

The rows of the review are the one place where it is entered; the book mirrors them: a row that comes writes an entry, a
row that is corrected changes it, a row that goes withdraws it. That holds whatever changed the rows: the step, its
voiding, an amendment, an import.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.utils import timezone

from yifa.areas.rulemaking.counsel.models import Counsel, CounselService, ServiceKind
from yifa.areas.rulemaking.counsel.register import CounselServices
from yifa.areas.rulemaking.legality_review.choices import TargetType
from yifa.areas.rulemaking.legality_review.models import LegalityReviewCase, ServiceOfReview
from yifa.kernel.registers import entries
from yifa.kernel.registers.errors import EntryRefused, RegisterError
from yifa.kernel.rules import Reason, Refused
from yifa.office import scope
from yifa.office.models import Organ, OrganKind

WHY = "合法性审查中法律顾问、公职律师的意见，写入聘任机关的服务台账"
GONE = "合法性审查案件中的这条意见已经更正或者撤销"
_KINDS = {
    TargetType.CONTRACT: ServiceKind.CONTRACT, TargetType.AGREEMENT: ServiceKind.CONTRACT,
    TargetType.DECISION: ServiceKind.DECISION,
}  # fmt: skip


def retaining_organs(organ: Organ) -> list[Organ]:
    """In whose books a counsel of a review may stand: the reviewing organ's, then those of the governments above it."""
    found, above = [organ], organ.parent
    while above is not None:
        if above.kind == OrganKind.GOVERNMENT:
            found.append(above)
        above = above.parent
    return found


def counsel_named(organ: Organ, number: str) -> Counsel | None:
    """The term of this number, in the nearest book that has it."""
    if organ.pk is None or not number:
        return None
    for keeper in retaining_organs(organ):
        found = Counsel._base_manager.filter(organ=keeper, number=number, withdrawn=False).first()
        if found is not None:
            return found
    return None


def day_of(row: dict[str, Any]) -> date | None:
    """The day of a row; None where it is no date."""
    try:
        return date.fromisoformat(str(row.get("on", "")))
    except ValueError:
        return None


@dataclass(frozen=True)
class Told:
    """One row as an entry of the book."""

    key: str
    keeper: Organ
    values: dict[str, Any]


def connect() -> None:
    """Listen to what is stored."""
    post_save.connect(_stored, sender=LegalityReviewCase, dispatch_uid="legality_review.counsel_ledger")


def _stored(
    sender: type[Any], instance: Any, update_fields: Collection[str] | None = None, raw: bool = False, **rest: Any
) -> None:
    touched = update_fields is None or "counsel_opinions" in set(update_fields)
    if raw or not touched or not (instance.counsel_opinions or _standing(instance)):
        return
    try:
        with scope.everything(WHY), transaction.atomic():
            mirror(instance)
    except EntryRefused as refused:
        reasons = [Reason(f"法律顾问服务台账：{one}", one.basis) for one in refused.problems]
        raise Refused("登记法律顾问、公职律师意见", reasons) from refused
    except RegisterError as refused:
        raise Refused("登记法律顾问、公职律师意见", [Reason(str(refused).rstrip("。"))]) from refused


def mirror(record: Any) -> None:
    """Bring the book up to the rows of a review."""
    told = {one.key: one for one in _told(record)}
    standing = {service.key: service.entry for service in _standing(record)}
    for key, entry in standing.items():
        if key not in told or told[key].keeper.pk != entry.organ_id:
            entries.withdraw(CounselServices, entry.pk, GONE, seen=entry.version, by=None, at=_moment(entry.on))
    for key, one in told.items():
        known = standing.get(key)
        if known is None or known.organ_id != one.keeper.pk:
            _enter(record, one)
        elif any(_differs(known, name, value) for name, value in one.values.items()):
            moment = _moment(one.values["on"])
            entries.amend(CounselServices, known.pk, one.values, seen=known.version, by=None, at=moment)


def _enter(record: Any, one: Told) -> None:
    known = ServiceOfReview._base_manager.filter(review_id=record.pk)
    if known.filter(key=one.key, entry__withdrawn=True).exclude(entry__updated_by=None).exists():
        return  # a person took it out of the book and said why
    number = f"{record.number or record.pk}-顾{known.count() + 1}"[:40]
    moment = _moment(one.values["on"])
    entry = entries.add(CounselServices, one.keeper, one.values | {"number": number}, by=None, at=moment)
    ServiceOfReview._base_manager.create(review_id=record.pk, key=one.key, entry=entry)


def _standing(record: Any) -> list[ServiceOfReview]:
    known = ServiceOfReview._base_manager.filter(review_id=record.pk, entry__withdrawn=False)
    return list(known.select_related("entry__counsel"))


def _differs(entry: CounselService, name: str, value: Any) -> bool:
    stored = entry.counsel.number if name == "counsel" else getattr(entry, name)
    return bool(stored != value)


def _told(record: Any) -> Iterator[Told]:
    """The rows whose counsel stands in a book, each with a key that lasts while counsel and day do."""
    seen: dict[str, int] = {}
    kind = _KINDS.get(record.target_type, ServiceKind.OPINION)
    for row in record.counsel_opinions:
        number, on = str(row.get("counsel", "")).strip(), day_of(row)
        counsel = counsel_named(record.organ, number)
        if counsel is None or on is None:
            continue
        mark = f"{number}|{on}"
        seen[mark] = seen.get(mark, 0) + 1
        target = f"{record.target_title}（{record.number}）" if record.number else record.target_title
        yield Told(f"{mark}|{seen[mark]}", counsel.organ, {
            "counsel": number, "kind": kind, "on": on, "target": target[:200],
            "output": str(row.get("output", ""))[:200], "adopted": str(row.get("adopted", "")),
        })  # fmt: skip


def _moment(on: date) -> datetime:
    """Now, and never before the day of the service."""
    return max(timezone.now(), timezone.make_aware(datetime.combine(on, time.min)))
