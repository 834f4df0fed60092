"""What steps of a document do elsewhere (关联办理): reviews, filing, the document that it amends or replaces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from yifa.areas.rulemaking.fair_competition.choices import IssuerKind, PolicyKind
from yifa.areas.rulemaking.fair_competition.where import reviewing_organ as competition_organ
from yifa.areas.rulemaking.legality_review.choices import TargetType
from yifa.areas.rulemaking.legality_review.drafts import digest_of
from yifa.areas.rulemaking.legality_review.materials import list_for
from yifa.areas.rulemaking.legality_review.where import reviewing_organ
from yifa.areas.rulemaking.normative_document import guards
from yifa.areas.rulemaking.normative_document.choices import HowEnded, Purpose
from yifa.kernel.declare import Echo, Follows
from yifa.kernel.situation import Situation
from yifa.office.models import OrganKind


def _submission(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    return {
        "target_type": TargetType.DOCUMENT.value,
        "target_title": record.name,
        "submitter": record.drafter or record.organ,
        "urgent": bool(record.urgent_reason),
        "urgent_reason": record.urgent_reason,
        "materials": _materials(record),
        "draft": record.text,
        "draft_digest": digest_of(record.text),
    }


def _materials(record: Any) -> list[dict[str, str]]:
    """The material list as the record answers it; what is asked for only sometimes may not apply."""
    listed = list_for(TargetType.DOCUMENT)
    there = {
        "征求意见和采纳情况": bool(record.feedback or record.exempt or record.department_opinions),
        "评估论证材料": bool(record.assessment),
        "公平竞争审查结论": bool(record.competition_result),
        "听取企业、行业协会商会意见的材料": bool(record.heard),
    }
    rows = [(item, "present" if there.get(item, True) else "missing") for item in listed.required]
    rows += [(item, "present" if there.get(item) else "not_applicable") for item in listed.conditional]
    return [{"item": item, "state": state} for item, state in rows]


def _again(situation: Situation) -> Mapping[str, Any]:
    text = situation.record.text
    return {"draft": text, "draft_digest": digest_of(text)}


def _answers(situation: Situation) -> Mapping[str, Any]:
    return {"opinions": situation.record.legality_opinions, "final_draft": situation.record.text}


def _reviewer(record: Any) -> Any:
    return reviewing_organ(record.organ)


def _opined_before(situation: Situation) -> bool:
    return situation.did(situation.procedure.step("legality_opined"))


TO_REVIEW = Echo(
    "legality_review.receive", _reviewer, _submission,
    when=lambda situation: not _opined_before(situation),
)  # fmt: skip
"""The draft goes to the reviewing organ; after a return the same review goes on."""

TO_REVIEW_LATER = Echo("legality_review.resubmit", fields=_again, when=_opined_before)
TO_REVIEW_AGAIN = Echo("legality_review.resubmit", fields=_again)
"""The draft changed in substance: another round of the same review."""

OPINIONS_ANSWERED = Echo("legality_review.feed_back", fields=_answers)
"""The reviewer learns what became of its opinions."""


def _opinion(situation: Situation) -> Mapping[str, Any]:
    review = situation.record
    return {
        "legality_result": review.conclusion,
        "legality_number": review.opinion_number,
        "legality_on": situation.on,
        "legality_opinions": review.opinions,
        "reviewed_text": review.draft,
        "cleared_text": "",
    }


def _cleared(situation: Situation) -> Mapping[str, Any]:
    review = situation.record
    return {"cleared_text": review.final_draft or review.draft, "legality_opinions": review.opinions}


OPINED = Follows("legality_review.opine", fields=_opinion)
CLEARED = Follows("legality_review.confirm_adoption", fields=_cleared)
WITHDRAWN = Echo(
    "legality_review.withdraw", data=lambda s: {"why": s.data["why"]},
    if_awaited=True,
)  # fmt: skip
"""The draft is given up: the reviewer need not go on."""


SENT_BACK = Follows("legality_review.send_back", data=lambda s: {"why": s.record.return_reason})


def _parent(record: Any) -> Any:
    """The government above the issuer, if it is in the books: its own, or for a township that of the county."""
    parent = record.organ.parent
    return parent if parent is not None and parent.kind == OrganKind.GOVERNMENT else None


def _filed(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    return {
        "issuer": record.organ,
        "document": record,
        "name": record.name,
        "document_number": record.document_number,
        "unified_number": record.unified_number,
        "published_on": record.published_on,
        "text": record.text,
        "note": record.drafting_note,
    }


FILED = Echo("document_filing.receive", _parent, _filed)
"""The filing arrives at the government above."""

CORRECTED = Echo("document_filing.receive_correction", data=lambda s: {"how": s.record.correction})
"""The issuer reports what it did on the filing organ's opinion."""

REGISTERED = Follows("document_filing.register", fields=lambda s: {"filing_number": s.record.number})
RETURNED = Follows("document_filing.send_back", data=lambda s: {"why": s.record.return_reason})
QUESTIONED = Follows("document_filing.ask_to_correct", fields=lambda s: {"filing_opinion": s.record.opinion})


def _revoked_whole(situation: Situation) -> bool:
    document = situation.record.document
    return situation.data.get("extent") == "whole" and document is not None and document.stage == "published"


ANNULLED = Follows(
    "document_filing.revoke",
    fields=lambda s: {
        "ended_on": s.on, "ended_how": HowEnded.REVOKED.value, "ended_by": s.record.organ.name,
        "end_reason": s.record.opinion,
    },
    when=_revoked_whole,
)  # fmt: skip
PARTLY_ANNULLED = Follows(
    "document_filing.revoke",
    fields=lambda s: {"filing_opinion": s.record.opinion},
    data=lambda s: {"source": s.record.organ.name, "clauses": s.record.opinion},
    when=lambda s: s.data.get("extent") != "whole",
)  # fmt: skip
"""A clause was changed or revoked: the rest of the document stands."""


def _amended(situation: Situation) -> Iterator[tuple[Any, Mapping[str, Any], Mapping[str, Any]]]:
    record = situation.record
    fields = {"text": record.consolidated, "amended_on": record.effective_on}
    yield record.target, fields, {"through": _called(record)}


def _ended(situation: Situation) -> Iterator[tuple[Any, Mapping[str, Any], Mapping[str, Any]]]:
    record = situation.record
    how = HowEnded.REPLACED if record.purpose == Purpose.REPLACE else HowEnded.REPEALED
    fields = {
        "ended_how": how.value, "ended_on": record.effective_on, "ended_by": _called(record),
        "end_reason": record.get_purpose_display(), "end_published_on": situation.on,
    }  # fmt: skip
    yield record.target, fields, {}


def _called(record: Any) -> str:
    name = record.name.replace("《", "〈").replace("》", "〉")
    return f"《{name}》（{record.document_number}）"[:200]


AMENDS = Echo("normative_document.amended", each=_amended, when=guards.purposed(Purpose.AMEND))
ENDS = Echo("normative_document.repealed", each=_ended, when=guards.purposed(Purpose.REPLACE, Purpose.REPEAL))
"""A document that amends, replaces or repeals another one is written into that one on its publication."""


def issuer_kind(record: Any) -> str:
    """Who issues it, in the words of the fair competition review."""
    if record.organ.kind == OrganKind.GOVERNMENT:
        return IssuerKind.GOVERNMENT.value
    if record.organ.kind in guards.LOCAL:
        return IssuerKind.TOWNSHIP.value
    return IssuerKind.JOINT.value if record.co_issuers else IssuerKind.DEPARTMENT.value


def _competition_organ(record: Any) -> Any:
    government = record.organ.kind == OrganKind.GOVERNMENT
    return competition_organ(issuer_kind(record), (record.drafter or record.organ) if government else record.organ)


def _policy(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    return {
        "policy_title": record.name,
        "policy_kind": PolicyKind.DOCUMENT.value,
        "issuer_kind": issuer_kind(record),
        "drafter": record.drafter or record.organ,
        "draft": record.text,
        "draft_digest": digest_of(record.text),
        "initial_conclusion": record.competition_first_result,
        "initial_opinion": record.competition_first,
        "initial_on": situation.on if record.competition_first_result else None,
    }


def _concluded(situation: Situation) -> Mapping[str, Any]:
    review = situation.record
    return {
        "competition_result": review.conclusion,
        "competition_number": review.number,
        "competition_until": review.exempt_until,
    }


TO_COMPETITION = Echo("fair_competition.receive", _competition_organ, _policy, anew=True)
"""The draft goes to whoever reviews it for fair competition: the market regulator for governments, else the drafter."""

COMPETITION_CONCLUDED = (
    Follows("fair_competition.conclude", fields=_concluded),
    Follows("fair_competition.exclude", fields=_concluded),
)
POLICY_ISSUED = Echo("fair_competition.issue", when=guards.competitive)
"""The policy that was reviewed is out: an exemption begins to run there."""
