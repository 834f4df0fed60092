"""What the articles say that a finding's sentence cites (条文原文), out of the user's own library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from yifa.check.draft import Draft
from yifa.check.model import Finding, Group
from yifa.law.citations import Citation
from yifa.law.library import ArticleIndex

_OF_FORM: Final = (Group.WORDING, Group.FORM, Group.STRUCTURE)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A cited place and its text, word for word as the library holds it."""

    place: str
    text: str


def quoted(draft: Draft, findings: Sequence[Finding], library: ArticleIndex) -> tuple[tuple[Quoted, ...], ...]:
    """For each finding, the articles that it or its sentence cites; what the library does not hold is left out."""
    cited = [one for one in draft.citations if one.act and one.version and one.mention.place]
    texts = {id(one): _text(one, library) for one in cited}

    def around(finding: Finding) -> tuple[Quoted, ...]:
        if finding.group in _OF_FORM:
            return ()  # what the cited article says has no bearing on how the draft is worded
        statement = draft.statement_at(finding.start)
        start, end = (statement.start, statement.end) if statement else (finding.start, finding.end)
        found = (texts[id(one)] for one in cited if one.start < end and one.end > start)
        return tuple(dict.fromkeys(one for one in found if one))

    return tuple(around(one) for one in findings)


def _text(citation: Citation, library: ArticleIndex) -> Quoted | None:
    """The text of the cited paragraph or item; of the whole article where it has no such part."""
    act, version, place = citation.act, citation.version, citation.mention.place
    if act is None or version is None or place is None or place.article is None:
        return None
    article = library.article(act.title, version.promulgated, place.article)
    if article is None:
        return None
    part = article.part(place.paragraph, place.item)
    if part is None:
        return Quoted(f"{act}{type(place)(place.article)}（没有所引的款、项，全条如下）", article.text)
    return Quoted(f"{act}{place}", part)
