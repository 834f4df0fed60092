"""Words for codes of the declarations, asked once each (期限、阶段的中文名称)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from yifa.kernel.declare import PROCEDURES, DeclarationError


def limit_label(row: Mapping[str, Any]) -> str:
    """The name of the limit of a clock row (`case__procedure`, `case__version`, `limit`)."""
    return _limit(row["case__procedure"], row["case__version"], row["limit"])


def limit_named(row: Mapping[str, Any]) -> str:
    """The limit of a clock row with its own article: “作出处罚决定”（行政处罚法60）."""
    basis = limit_basis(row)
    return f"“{limit_label(row)}”" + (f"（{basis}）" if basis else "")


def limit_basis(row: Mapping[str, Any]) -> str:
    """The provision that the limit of a clock row rests on, in short; blank where the limit is no longer declared."""
    return _basis(row["case__procedure"], row["case__version"], row["limit"])


def stage_words(row: Mapping[str, Any]) -> str:
    """The name of the stage of a case row (`procedure`, `version`, `stage`)."""
    return _stage(row["procedure"], row["version"], row["stage"])


@lru_cache(maxsize=4_096)
def _limit(procedure: str, version: date, code: str) -> str:
    try:
        return PROCEDURES.version(procedure, version).limit(code).label
    except DeclarationError:
        return code


@lru_cache(maxsize=4_096)
def _basis(procedure: str, version: date, code: str) -> str:
    try:
        return PROCEDURES.version(procedure, version).limit(code).basis.short
    except DeclarationError:
        return ""


@lru_cache(maxsize=4_096)
def _stage(procedure: str, version: date, code: str) -> str:
    try:
        return PROCEDURES.version(procedure, version).stage(code).label
    except DeclarationError:
        return code


@lru_cache(maxsize=256)
def limits_of(procedure: str, *refs: str) -> tuple[str, ...]:
    """The codes of the limits of a procedure, in any version, that have one of these codes of the reference."""
    found = {
        limit.code
        for version in PROCEDURES.versions.get(procedure, [])
        for limit in version.limits()
        if limit.ref in refs
    }
    return tuple(sorted(found))
