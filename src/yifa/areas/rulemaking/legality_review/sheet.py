"""The reviewer's sheet (审查台): findings of the checker, what was decided on each, and the opinions that follow.

Plain rows in, plain rows out, as they are kept in the case: nothing here writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from yifa.areas.rulemaking.legality_review.choices import Adoption, Category, TargetType, Verdict, Weight
from yifa.check.model import DraftKind, Finding, Group, Severity

Row = dict[str, Any]

_KINDS: Final = {
    TargetType.DECISION: DraftKind.DECISION,
    TargetType.DOCUMENT: DraftKind.NORMATIVE,
    TargetType.CONTRACT: DraftKind.CONTRACT,
    TargetType.AGREEMENT: DraftKind.CONTRACT,
    TargetType.VILLAGE_RULE: DraftKind.NORMATIVE,
}
_CATEGORIES: Final = {
    Group.AUTHORITY: Category.AUTHORITY,
    Group.COMPETITION: Category.COMPETITION,
    Group.PROCEDURE: Category.PROCEDURE,
    Group.CITATION: Category.CONTENT,
    Group.CONTRACT: Category.RISK,
    Group.PERSONAL: Category.CONTENT,
}
_WEIGHTS: Final = {Severity.ERROR: Weight.MUST, Severity.WARNING: Weight.SHOULD, Severity.INFO: Weight.NOTE}


def draft_kind(target_type: str) -> DraftKind | None:
    """What kind of draft the checker takes it for; None lets it read that from the title."""
    return _KINDS.get(TargetType(target_type)) if target_type else None


def facts_of(target_type: str) -> dict[str, str]:
    """What the review knows and the text does not say: it is a draft, and of a contract whether it is civil."""
    natures = {TargetType.CONTRACT: "civil_contract", TargetType.AGREEMENT: "administrative_agreement"}
    nature = natures.get(TargetType(target_type)) if target_type else None
    return {"status": "draft"} | ({"nature": nature} if nature else {})


def keys(rows: Iterable[Row]) -> list[str]:
    """A key for each row that lasts while its sentence does: the finding's digest, and which one of it."""
    seen: dict[str, int] = {}
    found = []
    for row in rows:
        mark = str(row.get("digest", ""))
        seen[mark] = seen.get(mark, 0) + 1
        found.append(mark if seen[mark] == 1 else f"{mark}~{seen[mark]}")
    return found


def finding_rows(findings: Sequence[Finding], kept: Sequence[Row]) -> list[Row]:
    """The findings as rows, each with what was decided on it before, if its sentence is still the same."""
    rows = [_row(finding) for finding in findings]
    decided = dict(zip(keys(kept), kept, strict=True))
    for key, row in zip(keys(rows), rows, strict=True):
        before = decided.get(key, {})
        row["verdict"] = before.get("verdict") or Verdict.PENDING.value
        row["reason"] = before.get("reason", "")
    return rows


def _row(finding: Finding) -> Row:
    return {
        "rule": finding.rule_id,
        "severity": finding.severity.value,
        "path": finding.path,
        "quote": " ".join(finding.quote.split())[:200],
        "message": finding.message,
        "basis": "；".join(finding.basis),
        "suggestion": finding.suggestion,
        "digest": finding.digest,
    }


def opinion_of(finding: Finding, key: str) -> Row:
    """The opinion that an accepted finding becomes; its words may be changed afterwards."""
    quote = " ".join(finding.quote.split())
    where = f"{finding.path}“{quote[:40]}”" if finding.path else f"“{quote[:40]}”"
    return {
        "category": _CATEGORIES.get(Group(finding.group), Category.TECHNICAL).value,
        "text": f"{where}：{finding.message.rstrip('。')}。建议：{finding.suggestion.rstrip('。')}。",
        "basis": "；".join(finding.basis),
        "severity": _WEIGHTS[finding.severity].value,
        "key": key,
    }


def of_round(row: Row, number: int) -> bool:
    """Whether an opinion belongs to a round; one that names none is of the first."""
    return str(row.get("round") or 1) == str(number)


def numbered(earlier: Sequence[Row], now: Sequence[Row], number: int) -> list[Row]:
    """All opinions of a case: those of earlier rounds as they stand, then those of this round, numbered through."""
    fresh = [
        {"adopt_status": Adoption.PENDING.value} | row | {"seq": str(n), "round": str(number)}
        for n, row in enumerate(now, len(earlier) + 1)
    ]
    return [*earlier, *fresh]


@dataclass(frozen=True)
class Merged:
    """Two people's work on one sheet put together: the rows, and the keys on which they differ."""

    rows: list[Row]
    differ: tuple[str, ...] = ()
    taken_over: int = 0


def merge(base: Sequence[Row], mine: Sequence[Row], theirs: Sequence[Row], names: Sequence[str]) -> Merged:
    """What I changed and what somebody else saved meanwhile, both kept; where both changed a row, mine stands, marked.

    A row that I removed and somebody else changed stays.

    Args:
        base: the rows as I had opened them; mine, theirs: as I hand them in, and as they are stored now.
        names: the columns in which a change counts. Rows are told apart by their `key`.
    """
    before = {row["key"]: row for row in base}
    stored = {row["key"]: row for row in theirs}
    rows, differ, taken = [], [], 0
    for row in mine:
        was, now = before.get(row["key"]), stored.get(row["key"])
        if now is None and was is not None and _same(row, was, names):
            taken += 1
            continue
        changed = now is not None and (was is None or not _same(now, was, names))
        if now is not None and changed and was is not None and _same(row, was, names):
            rows.append(row | {name: now.get(name, "") for name in names})
            taken += 1
            continue
        if now is not None and changed and not _same(row, now, names):
            differ.append(row["key"])
        rows.append(row)
    known = {row["key"] for row in mine}
    added = [
        row for row in theirs
        if row["key"] not in known and (row["key"] not in before or not _same(row, before[row["key"]], names))
    ]  # fmt: skip
    return Merged([*rows, *added], tuple(differ), taken + len(added))


def _same(one: Row, other: Row, names: Sequence[str]) -> bool:
    return all((one.get(name) or "") == (other.get(name) or "") for name in names)
