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
    for rule in settings.rules:
        if draft.kind not in rule.kinds:
            continue
        for hit in rule.look(draft):
            finding = _finding(draft, rule, hit, settings, waivers or {})
            if finding:
                found.setdefault((rule.id, hit.start, hit.end), finding)
    general = {rule.id for rule in settings.rules if rule.general}
    said = {(f.group, _sentence(draft, f.start)) for f in found.values() if f.rule_id not in general}
    kept = [f for f in found.values() if f.rule_id not in general or (f.group, _sentence(draft, f.start)) not in said]
    return sorted(kept, key=lambda f: (f.start, f.severity.rank, f.rule_id, f.end))


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
