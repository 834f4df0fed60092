"""Run the rules over a draft."""

from __future__ import annotations

import traceback
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from yifa.check.draft import Draft
from yifa.check.evidence import GROUPS, Weighing
from yifa.check.model import Defect, Finding, Group, Hit, Severity
from yifa.check.place import Place
from yifa.check.rule import Rule
from yifa.check.waivers import digest


def check(
    draft: Draft,
    place: Place | None = None,
    waivers: Mapping[str, str] | None = None,
    on_defect: Callable[[Defect], None] | None = None,
) -> list[Finding]:
    """All findings in the order of the text, those of one place gravest first; waived ones carry their reason.

    A rule that fails by a fault of its own is told to `on_defect` and the others go on; without it the error is raised.
    """
    settings = place or Place()
    found: dict[tuple[str, int, int], Finding] = {}
    for rule, hit in _hits(draft, [one for one in settings.rules if draft.kind in one.kinds], on_defect):
        finding = _finding(draft, rule, hit, settings, waivers or {})
        if finding:
            found.setdefault((rule.id, hit.start, hit.end), finding)
    return sorted(found.values(), key=lambda f: (f.start, f.severity.rank, f.rule_id, f.end))


def _hits(
    draft: Draft, rules: Sequence[Rule], on_defect: Callable[[Defect], None] | None
) -> Iterator[tuple[Rule, Hit]]:
    """What the rules find, the general ones last, but for what the words weigh against; then what was overlooked."""
    said: set[tuple[Group, int]] = set()
    spoken: dict[Group, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    by_id = {rule.id: rule for rule in rules}
    weighing = Weighing(draft, frozenset(by_id))
    for rule in sorted(rules, key=lambda one: one.general):
        for hit in _looked(rule, draft, on_defect):
            about = rule.group, _sentence(draft, hit.start)
            if rule.general and about in said:
                continue  # a more precise rule has looked at this sentence
            if weighing.doubts(rule.group, rule.id, hit, general=rule.general):
                continue
            if not rule.general:
                said.add(about)
            statement = draft.statement_at(hit.start)
            spoken[rule.group][statement.start if statement else hit.start].add(rule.id)
            yield rule, hit
    for group in GROUPS:
        for rule_id, hit in weighing.overlooked(group, spoken[group]):
            yield by_id[rule_id], hit


def _looked(rule: Rule, draft: Draft, on_defect: Callable[[Defect], None] | None) -> list[Hit]:
    """What a rule finds."""
    try:
        return list(rule.look(draft))
    except Exception as error:
        if on_defect is None:
            raise
        on_defect(Defect(rule.id, cause_of(error)))
        return []


def cause_of(error: BaseException) -> str:
    """What went wrong and where, in one line: KeyError: 'x'（citation_misnamed.py 第33行）."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"（{Path(frames[-1].filename).name} 第{frames[-1].lineno}行）" if frames else ""
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}{where}"


def _sentence(draft: Draft, offset: int) -> int:
    statement = draft.statement_at(offset)
    return statement.start - len(statement.opening) if statement else offset


SURE = 0.65
"""An error stops a submission: it takes a reading at least so sure, else it is a warning."""


def _severity(rule: Rule, hit: Hit) -> Severity:
    said = hit.severity or rule.severity
    return Severity.WARNING if said is Severity.ERROR and hit.confidence < SURE else said


def _finding(draft: Draft, rule: Rule, hit: Hit, place: Place, waivers: Mapping[str, str]) -> Finding | None:
    statement = draft.statement_at(hit.start)
    sentence = statement.raw if statement else draft.text[hit.start : hit.end]
    if any(word in sentence for word in place.allowed.get(rule.id, ())):
        return None
    mark = digest(rule.id, sentence)
    return Finding(
        rule_id=rule.id,
        group=rule.group.value,
        severity=place.severities.get(rule.id) or _severity(rule, hit),
        start=hit.start,
        end=hit.end,
        quote=draft.text[hit.start : hit.end],
        path=draft.outline.path(hit.start),
        message=hit.message or f"{rule.summary}。",
        basis=tuple(str(one) for one in rule.basis),
        suggestion=rule.suggestion,
        confidence=hit.confidence,
        digest=mark,
        waived=waivers.get(mark, ""),
        replacement=rule.fix(draft.text[hit.start : hit.end]) if rule.fix else None,
    )
