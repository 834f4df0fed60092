"""Legal review of major measures and executions (重大执法决定法制审核): asked of the service, answered by it.

What is major, the directory of the organ says (118号文); a review that was asked for binds all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models

from yifa.areas.enforcement.common.acting import in_books
from yifa.areas.enforcement.common.party import CITIZENS, MORE, PARTY
from yifa.areas.enforcement.decision_review.choices import Result
from yifa.areas.enforcement.decision_review.clearance import why_not
from yifa.areas.enforcement.decision_review.standing import mandatory
from yifa.areas.enforcement.decision_review.triggers import Facts, Found
from yifa.kernel.declare import Echo, Follows
from yifa.kernel.situation import Situation


class ReviewFields(models.Model):
    """What the legal review came to (法制审核结果)."""

    review_result = models.CharField("法制审核结论", max_length=20, choices=Result, blank=True)
    review_number = models.CharField("法制审核意见书文号", max_length=100, blank=True)
    review_cleared = models.BooleanField("审核意见的修改已经核对", default=False)

    class Meta:
        abstract = True


def reasons(situation: Situation) -> list[Found]:
    """Why this decision has to be reviewed; none where it need not be, or where there are no books to ask."""
    record = situation.record
    if not in_books(situation):
        return []
    facts = Facts(
        "coercion", matter=str(getattr(record, "matter", "")), item_code=str(getattr(record, "item_code", "")),
        measures=tuple(record.measure_words), citizen=record.party_type in (*CITIZENS, ""),
    )  # fmt: skip
    return mandatory(record.organ, facts, situation.on)


def reviewed(situation: Situation) -> str | None:
    """What has to be reviewed was, and passed (未经审核或者审核未通过的，不得作出决定)."""
    record = situation.record
    if not record.review_result and not _submitted(situation) and not reasons(situation):
        return None
    return why_not(record.review_result, cleared=record.review_cleared)


def _submitted(situation: Situation) -> bool:
    return situation.did(situation.procedure.step("submit_review"))


def _submission(situation: Situation) -> Mapping[str, Any]:
    from yifa.areas.enforcement.decision_review.materials import list_for

    record = situation.record
    party = {name: getattr(record, name) for name in (*PARTY, *MORE)}
    party = {name: value for name, value in party.items() if value not in (None, "", [])}
    return party | {
        "client_title": record.title[:200], "client_number": record.number, "act_kind": "coercion",
        "officers": record.officers, "proposed": "、".join(record.measure_words),
        "triggers": [one.row for one in reasons(situation)] or [{"trigger": "voluntary", "why": ""}],
        "materials": [row | {"state": "present"} for row in list_for("coercion").rows()],
    }  # fmt: skip


def _opinion(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    return {
        "review_result": record.result, "review_number": record.opinion_number,
        "review_cleared": record.cleared_on is not None,
    }  # fmt: skip


def _adopted(situation: Situation) -> Mapping[str, Any]:
    return {"adopted": "full" if situation.record.review_result == Result.CHANGES else "none"}


ASKED = Echo("decision_review.submit", lambda record: record.organ, _submission, anew=True)
ANSWERED = (Follows("decision_review.opine", _opinion), Follows("decision_review.confirm", _opinion))
ADOPTED = Echo("decision_review.adopt", lambda record: record.organ, _adopted, if_awaited=True)
