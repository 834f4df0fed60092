"""What the rules on citations share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Hit, Severity
from yifa.law.citations import Citation, Named
from yifa.law.citations import Finding as Verdict

_PAST = re.compile(
    r"以前|之前|施行前|当时|当年|曾|原先|时期|老的|早(?:就|已)?(?:没|不|废|作废)|现在[^。；]{0,6}[看用是]"
)
_REPLACED = re.compile(r"》?[”’」\"]?(?:一词|字样|的表述)?[^，。；]{0,3}(?:修改|改|替换|更正|调整)[为成]")
"""将“《物权法》”修改为“《民法典》”."""


def judged(draft: Draft, *verdicts: Verdict) -> Iterator[Citation]:
    """Citations of other acts with one of these verdicts, but not those that mean the past (原《…》, …施行前)."""
    for one in draft.citations:
        if one.finding not in verdicts or one.mention.named is Named.SELF or one.mention.former:
            continue
        statement = draft.statement_at(one.start)
        if (
            statement
            and one.finding is Verdict.REPEALED
            and (_PAST.search(statement.text) or _REPLACED.match(draft.text, one.end))
        ):
            continue
        yield one


def hit(citation: Citation, severity: Severity | None = None, confidence: float = 0.95) -> Hit:
    """A hit at a citation that says what its look-up said."""
    return Hit(citation.start, citation.end, citation.sentence, severity, confidence)


def matches(draft: Draft, pattern: re.Pattern[str], message: str | None = None) -> Iterator[Hit]:
    """A hit wherever the text itself, not masked, has the pattern: at its first group if it has one."""
    for found in pattern.finditer(draft.text):
        group = 1 if pattern.groups else 0
        yield Hit(found.start(group), found.end(group), message, confidence=0.95)
