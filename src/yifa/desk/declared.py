"""Names out of declarations for rows of lists (程序、阶段、期限的名称), looked up once a process."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from django.db.models import Q

from yifa.kernel.declare import PROCEDURES, Limit, Step
from yifa.office.roles import RECORDED_FOR, Role

OUTSIDERS = frozenset(RECORDED_FOR) | {Role.SYSTEM}
"""Whose limits are no task of the office; the system's only tell that a time is over (必要的审查时间)."""


@lru_cache(maxsize=256)
def procedure_label(procedure: str) -> str:
    """The Chinese name of a procedure."""
    return PROCEDURES.latest(procedure).label


@lru_cache(maxsize=1024)
def stage_label(procedure: str, version: date, stage: str) -> str:
    """The Chinese name of a stage."""
    return PROCEDURES.version(procedure, version).stage(stage).label


@lru_cache(maxsize=2048)
def limit_of(procedure: str, version: date, code: str) -> Limit:
    """The declaration of a limit."""
    return PROCEDURES.version(procedure, version).limit(code)


@lru_cache(maxsize=2048)
def step_label(procedure: str, version: date, code: str) -> str:
    """The Chinese name of a step."""
    return PROCEDURES.version(procedure, version).step(code).label


def ours(limit: Limit) -> bool:
    """Whether a limit binds the office that handles the case, and not somebody outside it.

    A respondent is outside in the case of the reconsideration organ, and the office itself in its own case: there
    the step that keeps the limit is recorded by its own people too.
    """
    if limit.bound not in OUTSIDERS:
        return True
    return any(limit.bound in step.roles and _inside(step) for step in limit.until)


def outside() -> Q:
    """Which stored clocks bind somebody outside: the same as `ours` says, for a query."""
    kept = Q(pk=None)
    for key, versions in PROCEDURES.versions.items():
        limits = (limit for version in versions for limit in version.limits() if limit.bound in OUTSIDERS)
        if codes := {limit.code for limit in limits if ours(limit)}:
            kept |= Q(case__procedure=key, limit__in=codes)
    return Q(bound__in=OUTSIDERS) & ~kept


def _inside(step: Step) -> bool:
    return any(role not in OUTSIDERS and role is not Role.SYSTEM for role in step.roles)
