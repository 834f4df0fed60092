"""Signatures before a step takes effect (报批、会签、退回、取回).

A proposal holds everything the step brings. Signers act in the declared order; the last signature performs the step.
A return closes the proposal and goes back to the proposer with its reason; a proposal can be withdrawn while nobody
has acted. Each of these is an event of the case.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from yifa.kernel import chain, engine, linking
from yifa.kernel.engine import Authority, Entry, append, locked, perform, refusing
from yifa.kernel.models import Case, Event, EventKind, Proposal, ProposalState, Signature, Verdict
from yifa.kernel.rules import Attempt, Override, Reason, Refused, reasons_against
from yifa.office.posts import roles_of


def propose(case: Case, attempt: Attempt, entry: Entry, fields: Mapping[str, Any] | None = None) -> Proposal:
    """Put a step before its signers.

    The step is examined as if it were taken now, so that signers never see what would be refused.

    Raises:
        Refused: the step would be refused, or a proposal for it is open already.
    """
    if case._state.adding:
        raise Refused(attempt.step.label, [Reason("案件尚未立案，请先办理立案环节再报批")])
    with refusing(attempt.step.label), transaction.atomic():
        record = locked(case)
        if entry.seen is not None and record.length != entry.seen:
            raise Refused(attempt.step.label, [Reason("案件刚刚已有新的办理记录，请刷新后核对再报批")])
        situation, attempt = engine.governed(record, attempt)
        step = attempt.step
        before = chain.plain({name: getattr(record, name, None) for name in fields or {}})
        reasons, changes = engine.brought(record, step, dict(fields or {}))
        asked = situation.asked(step, attempt.on, record, attempt.data)
        reasons += engine.authority_reasons(record, situation, step, Entry(entry.by, entry.at, Authority.PROPOSED))
        reasons += reasons_against(asked, attempt, today=entry.today)
        if not step.approved_by:
            reasons.append(Reason(f"“{step.label}”不需要审批，请直接办理"))
        if Proposal._base_manager.filter(case_id=record.pk, step=step.code, state=ProposalState.OPEN).exists():
            reasons.append(Reason(f"“{step.label}”已在审批中，请等待审批或先取回"))
        if reasons:
            raise Refused(step.label, reasons)
        payload = chain.plain({
            "data": dict(attempt.data), "fields": changes, "was": before, "confirmed": sorted(attempt.confirmed),
            "overrides": {code: [o.reason, o.basis] for code, o in attempt.overrides.items()},
        })  # fmt: skip
        proposal = Proposal._base_manager.create(
            case_id=record.pk, step=step.code, on=attempt.on, payload=payload, by=entry.person, at=entry.at
        )
        Signature._base_manager.bulk_create(
            Signature(proposal=proposal, place=place, role=role) for place, role in enumerate(step.approved_by, 1)
        )
        append(record, EventKind.SIGNATURE, attempt.on, entry, step=step.code, data={"verdict": "报批"})
        return proposal


def sign(proposal: Proposal, entry: Entry, *, opinion: str = "", on: date | None = None) -> Event | None:
    """Agree; the last signature performs the step and returns its event.

    Args:
        on: the legal date of the step where it is the day of the last signature; otherwise the proposed date stands.

    Raises:
        Refused: not this person's turn, the proposer's own proposal, a second signature of one person, or the step
            has become impossible meanwhile; then the signature is not kept either, and the proposal can be returned.
    """
    with refusing(f"审批“{proposal.declared.label}”"), transaction.atomic():
        proposal, record, signature = _turn(proposal, entry)
        _close(signature, Verdict.AGREED, opinion, entry)
        append(record, EventKind.SIGNATURE, entry.today, entry, step=proposal.step,
               data={"verdict": Verdict.AGREED.label, "opinion": opinion})  # fmt: skip
        if _signatures(proposal).filter(verdict=Verdict.PENDING).exists():
            return None
        proposal.state = ProposalState.DONE
        proposal.save(update_fields=["state"])
        return _take(record, proposal, entry, on or proposal.on)


def send_back(proposal: Proposal, entry: Entry, *, opinion: str) -> None:
    """Return a proposal to the one who made it (退回), with the reason."""
    with refusing("退回"), transaction.atomic():
        proposal, record, signature = _turn(proposal, entry)
        if not opinion.strip():
            raise Refused("退回", [Reason("退回须写明理由", field="opinion")])
        _close(signature, Verdict.RETURNED, opinion, entry)
        proposal.state = ProposalState.RETURNED
        proposal.save(update_fields=["state"])
        append(record, EventKind.SIGNATURE, entry.today, entry, step=proposal.step,
               data={"verdict": Verdict.RETURNED.label, "opinion": opinion})  # fmt: skip


def withdraw(proposal: Proposal, entry: Entry) -> None:
    """Take a proposal back (取回) while no signer has acted."""
    with refusing("取回"), transaction.atomic():
        record = locked(proposal.case)
        proposal = Proposal._base_manager.select_for_update().get(pk=proposal.pk)
        label = proposal.declared.label
        if proposal.state != ProposalState.OPEN or proposal.by_id != (entry.by.pk if entry.by else None):
            raise Refused("取回", [Reason(f"“{label}”的报批不在审批中，或不是由您报批")])
        if _signatures(proposal).exclude(verdict=Verdict.PENDING).exists():
            raise Refused("取回", [Reason(f"“{label}”已有人审批，请由审批人退回")])
        proposal.state = ProposalState.WITHDRAWN
        proposal.save(update_fields=["state"])
        append(record, EventKind.SIGNATURE, entry.today, entry, step=proposal.step, data={"verdict": "取回"})


def _turn(proposal: Proposal, entry: Entry) -> tuple[Proposal, Any, Signature]:
    """Lock the case and the proposal and find the signature whose turn it is, if this person may give it."""
    record = locked(proposal.case, linked=linking.reaches(proposal.case, proposal.declared))
    proposal = Proposal._base_manager.select_for_update().get(pk=proposal.pk)
    label = proposal.declared.label
    if proposal.state != ProposalState.OPEN or entry.by is None:
        raise Refused(f"审批“{label}”", [Reason(f"这份报批{ProposalState(proposal.state).label}，不能再审批")])
    signature = _signatures(proposal).filter(verdict=Verdict.PENDING).order_by("place").first()
    if signature is None:
        raise Refused(f"审批“{label}”", [Reason("没有待审批的岗位")])
    if signature.role not in roles_of(entry.by, record.organ, entry.today):
        raise Refused(f"审批“{label}”", [Reason(f"本次应由{signature.get_role_display()}审批")])
    if proposal.by_id == entry.by.pk:
        raise Refused(f"审批“{label}”", [Reason("报批人不得审批自己的报批")])
    if _signatures(proposal).filter(person=entry.by).exists():
        raise Refused(f"审批“{label}”", [Reason(f"{entry.by.name}已审批过这份报批，同一人不得审批两次")])
    not_by = proposal.declared.not_by
    earlier = engine.situation_of(record).last(not_by) if not_by else None
    if earlier is not None and earlier.actor == entry.by.pk:
        raise Refused(f"审批“{label}”", [Reason(f"“{label}”与“{earlier.step.label}”不得由同一人办理")])
    return proposal, record, signature


def _signatures(proposal: Proposal) -> QuerySet[Signature]:
    return Signature._base_manager.filter(proposal=proposal).order_by("place")


def _close(signature: Signature, verdict: Verdict, opinion: str, entry: Entry) -> None:
    signature.person, signature.verdict = entry.by, verdict
    signature.opinion, signature.at = opinion, entry.at
    signature.save()


def _take(record: Any, proposal: Proposal, entry: Entry, on: date) -> Event:
    payload = proposal.payload
    signed = tuple(
        {"role": s.role, "person": s.person_id, "at": s.at.isoformat() if s.at else None}
        for s in _signatures(proposal).all()
    )
    attempt = Attempt(
        proposal.declared, on, payload["data"], payload["confirmed"],
        {code: Override(*pair) for code, pair in payload["overrides"].items()},
    )  # fmt: skip
    signing = Entry(proposal.by, entry.at, Authority.SIGNED, signed=signed)
    try:
        return perform(record, attempt, signing, payload["fields"])
    except Refused as refused:
        changed = Reason("报批之后案件情况已有变化，可以退回报批人")
        raise Refused(refused.step, [*refused.reasons, changed]) from refused
