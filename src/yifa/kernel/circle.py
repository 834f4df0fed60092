"""Who may open a case that is kept among few (知悉范围): its handler, whom it was told to by name, and the heads.

A model says so with `confided_to`: roles that may open every such case at its organ. Beside them a case is opened by
its handler and by those who were admitted to it by name, each with a reason, in an event of the case's chain. While
nobody handles it, whoever receives the post (办公机构人员) may open it too, so that it reaches somebody.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction

from yifa.kernel import chain
from yifa.kernel.engine import Entry, append, locked, refusing
from yifa.kernel.insiders import insiders, may_open
from yifa.kernel.models import Case, Event, EventKind
from yifa.kernel.rules import Reason, Refused
from yifa.office.models import Person
from yifa.office.posts import posts_of


def admit(case: Case, person: Person, reason: str, entry: Entry) -> Event:
    """Let a person of the organ open the case (纳入知悉范围), with the reason.

    Raises:
        Refused: no reason, not for whoever asks, a person of another organ, or one who may open it already.
    """
    what = "纳入知悉范围"
    with refusing(what), transaction.atomic():
        record = _kept(case, what, reason, entry)
        if all(post.organ_id != record.organ_id for post in posts_of(person, entry.today)):
            raise Refused(what, [Reason(f"{person.name}在{record.organ.short_name}没有岗位", field="person")])
        if may_open(person, record, entry.today):
            raise Refused(what, [Reason(f"{person.name}已经可以查看本案", field="person")])
        return _told(record, "admit", person, reason, entry)


def dismiss(case: Case, person: Person, reason: str, entry: Entry) -> Event:
    """Take a person out of the circle again (移出知悉范围); what they saw stays in the trail.

    Raises:
        Refused: no reason, not for whoever asks, or a person who was not admitted by name.
    """
    what = "移出知悉范围"
    with refusing(what), transaction.atomic():
        record = _kept(case, what, reason, entry)
        if person.pk not in insiders(record) or person.pk == record.handler_id:
            raise Refused(what, [Reason(f"{person.name}不是按名单纳入的；承办人请变更承办人", field="person")])
        return _told(record, "dismiss", person, reason, entry)


def _kept(case: Case, what: str, reason: str, entry: Entry) -> Any:
    record = locked(case)
    if not type(record).confided_to:
        raise Refused(what, [Reason(f"“{record.declaration.label}”没有知悉范围的限制")])
    reasons = [] if reason.strip() else [Reason("未写明理由", field="reason")]
    if entry.by is None or not may_open(entry.by, record, entry.today):
        reasons.append(Reason("只有本案知悉范围内的人员可以办理"))
    if reasons:
        raise Refused(what, reasons)
    return record


def _told(record: Any, what: str, person: Person, reason: str, entry: Entry) -> Event:
    word = "纳入" if what == "admit" else "移出"
    data = {what: person.pk, "reason": f"{word}{person.name}：{reason}"}
    return append(record, EventKind.CIRCLE, entry.today, entry, data=chain.plain(data))
