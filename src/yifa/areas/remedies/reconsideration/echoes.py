"""What each side's steps do in the case of the other (两侧联动)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yifa.kernel.declare import Echo
from yifa.kernel.situation import Situation
from yifa.office.models import OrganKind


def _respondent(record: Any) -> Any:
    return record.respondent


def _copy_fields(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    names = "、".join(str(row.get("name", "")) for row in record.applicants)
    return {
        "came_by": "copy",
        "reconsideration_number": record.number,
        "reconsideration_organ": record.organ.name,
        "applicant": names[:200],
        "act_title": record.act_title,
        "claims": record.claims,
        "track": record.track or "ordinary",
    }


def _decision_fields(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    return {
        "decision_kind": record.decision_kind,
        "redo": record.redo,
        "redo_days": record.redo_days,
        "perform_days": record.perform_days,
    }


COPY_SENT = Echo("reconsideration_reply.arrive", _respondent, _copy_fields)
"""Sending the copy opens the respondent's case."""

DECISION_SERVED = Echo("reconsideration_reply.receive_decision", _respondent, _decision_fields)
"""Serving the decision on the respondent: the one that is respondent now, if several followed each other."""

ENDED = Echo("reconsideration_reply.receive_end", _respondent)
"""Serving the end of a case without decision on the respondent."""

OPINION_SENT = Echo("reconsideration_reply.receive_opinion", _respondent)
"""The respondent receives the opinion letter."""

RELEASED = Echo("reconsideration_reply.release")
"""The respondent is replaced: the case of the one that was is over."""

SIGNED = Echo("reconsideration.copy_received")
"""The respondent signs for the copy."""


def _reply_fields(situation: Situation) -> Mapping[str, Any]:
    return {"evidence_list": situation.record.evidence_list}


REPLIED = Echo("reconsideration.receive_reply", fields=_reply_fields)
"""The respondent's written reply arrives."""


def _change(situation: Situation) -> Mapping[str, Any]:
    return {"how": situation.record.self_corrected}


CHANGED = Echo("reconsideration.act_changed", data=_change)
"""The respondent changes the act while it is under review (行政复议法 65②(二))."""


def _performance(situation: Situation) -> Mapping[str, Any]:
    return {"how": situation.record.performance}


PERFORMED = Echo("reconsideration.performed", data=_performance)
"""The respondent reports performance."""


def _redone(situation: Situation) -> Mapping[str, Any]:
    return {"act": situation.record.redo_act}


REDONE = Echo("reconsideration.redone", data=_redone)
"""The respondent has taken the act anew."""


def _opinion_reply(situation: Situation) -> Mapping[str, Any]:
    return {"reply": situation.record.opinion_reply}


OPINION_ANSWERED = Echo("reconsideration.opinion_replied", data=_opinion_reply)
"""The respondent reports what it corrected."""


def _government(record: Any) -> Any:
    """The government that reviews the acts of this organ, if it is in the books (行政复议法 24①)."""
    parent = record.organ.parent
    return parent if parent is not None and parent.kind == OrganKind.GOVERNMENT else None


def _transferred(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    return {
        "applicants": [{"name": record.applicant}],
        "channel": "via_punisher",
        "respondent": record.organ,
        "act_title": record.act_title,
        "claims": record.claims,
        "punisher_received_on": record.application_received_on,
    }


TRANSFERRED = Echo("reconsideration.file", _government, _transferred)
"""The penalty organ forwards an application made through it: it is entered at the reconsideration organ."""
