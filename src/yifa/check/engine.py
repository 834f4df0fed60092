"""Run the rules over a draft."""

from __future__ import annotations

from collections.abc import Mapping

from yifa.check.draft import Draft
from yifa.check.model import Finding, Hit
from yifa.check.place import Place
from yifa.check.rule import Rule
from yifa.check.waivers import digest


def check(draft: Draft, place: Place | None = None, waivers: Mapping[str, str] | None = None) -> list[Finding]:
    """All findings in the order of the text, those of one place gravest first; waived ones carry their reason."""
    settings = place or Place()
    found: dict[tuple[str, int, int], Finding] = {}
    said: set[tuple[str, int]] = set()
    for rule in sorted(settings.rules, key=lambda one: one.general):
        if draft.kind not in rule.kinds:
            continue
        for hit in rule.look(draft):
            about = rule.group.value, _sentence(draft, hit.start)
            if rule.general and about in said:
                continue  # a more precise rule has looked at this sentence
            if not rule.general:
                said.add(about)
            finding = _finding(draft, rule, hit, settings, waivers or {})
            if finding:
                found.setdefault((rule.id, hit.start, hit.end), finding)
    return sorted(found.values(), key=lambda f: (f.start, f.severity.rank, f.rule_id, f.end))


def _sentence(draft: Draft, offset: int) -> int:
    statement = draft.statement_at(offset)
    return statement.start if statement else offset


def _finding(draft: Draft, rule: Rule, hit: Hit, place: Place, waivers: Mapping[str, str]) -> Finding | None:
    statement = draft.statement_at(hit.start)
    sentence = statement.raw if statement else draft.text[hit.start : hit.end]
    if any(word in sentence for word in place.allowed.get(rule.id, ())):
        return None
    mark = digest(rule.id, sentence)
    return Finding(
        rule_id=rule.id,
        group=rule.group.value,
        severity=place.severities.get(rule.id) or hit.severity or rule.severity,
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
    )
