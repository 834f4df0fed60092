"""What each side's steps do in the case of the other (两侧联动)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yifa.kernel.declare import Echo, Procedure, Step
from yifa.kernel.situation import Situation
from yifa.office.models import OrganKind


def _reply() -> type[Procedure]:
    from yifa.areas.remedies.reconsideration.reply_procedure import ReconsiderationReply

    return ReconsiderationReply


def _reconsideration() -> type[Procedure]:
    from yifa.areas.remedies.reconsideration.reconsideration_procedure import Reconsideration

    return Reconsideration


def _in_reply(code: str) -> Any:
    def step() -> Step:
        return _reply().step(code)

    return step


def _in_reconsideration(code: str) -> Any:
    def step() -> Step:
        return _reconsideration().step(code)

    return step


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


COPY_SENT = Echo(_reply, _in_reply("arrive"), _respondent, _copy_fields)
"""Sending the copy opens the respondent's case."""

DECISION_SERVED = Echo(_reply, _in_reply("receive_decision"), _respondent, _decision_fields)
"""Serving the decision on the respondent: the one that is respondent now, if several followed each other."""

ENDED = Echo(_reply, _in_reply("receive_end"), _respondent)
"""Serving the end of a case without decision on the respondent."""

OPINION_SENT = Echo(_reply, _in_reply("receive_opinion"), _respondent)
"""The respondent receives the opinion letter."""

RELEASED = Echo(_reply, _in_reply("release"))
"""The respondent is replaced: the case of the one that was is over."""

SIGNED = Echo(_reconsideration, _in_reconsideration("copy_received"))
"""The respondent signs for the copy."""


def _reply_fields(situation: Situation) -> Mapping[str, Any]:
    return {"evidence_list": situation.record.evidence_list}


REPLIED = Echo(_reconsideration, _in_reconsideration("receive_reply"), fields=_reply_fields)
"""The respondent's written reply arrives."""


def _change(situation: Situation) -> Mapping[str, Any]:
    return {"how": situation.record.self_corrected}


CHANGED = Echo(_reconsideration, _in_reconsideration("act_changed"), data=_change)
"""The respondent changes the act while it is under review (行政复议法 65②(二))."""


def _performance(situation: Situation) -> Mapping[str, Any]:
    return {"how": situation.record.performance}


PERFORMED = Echo(_reconsideration, _in_reconsideration("performed"), data=_performance)
"""The respondent reports performance."""


def _redone(situation: Situation) -> Mapping[str, Any]:
    return {"act": situation.record.redo_act}


REDONE = Echo(_reconsideration, _in_reconsideration("redone"), data=_redone)
"""The respondent has taken the act anew."""


def _opinion_reply(situation: Situation) -> Mapping[str, Any]:
    return {"reply": situation.record.opinion_reply}


OPINION_ANSWERED = Echo(_reconsideration, _in_reconsideration("opinion_replied"), data=_opinion_reply)
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


TRANSFERRED = Echo(_reconsideration, _in_reconsideration("file"), _government, _transferred)
"""The penalty organ forwards an application made through it: it is entered at the reconsideration organ."""
