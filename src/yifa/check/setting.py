"""What the rules on authority share: acts that a sentence sets (设定) without the authority they need."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Authority, Party, Spot, party_of
from yifa.check.draft import Draft
from yifa.check.model import Hit, Severity


def set_acts(
    draft: Draft,
    acts: re.Pattern[str],
    *,
    enough: Authority = Authority.GENERAL,
    unless: re.Pattern[str] | None = None,
) -> Iterator[Spot]:
    """Acts that a sentence orders or allows, where its authority is weaker than `enough`."""
    for one in draft.statements:
        if one.authority >= enough or (unless and unless.search(one.text)):
            continue
        yield from (spot for spot in one.find(acts) if spot.ordered)


def unauthorised(
    draft: Draft,
    acts: re.Pattern[str],
    *,
    enough: Authority = Authority.GENERAL,
    unless: re.Pattern[str] | None = None,
) -> Iterator[Hit]:
    """Hits at such acts."""
    return (hit(draft, spot) for spot in set_acts(draft, acts, enough=enough, unless=unless))


def hit(draft: Draft, spot: Spot, confidence: float = 0.85) -> Hit:
    """A hit at an act; only a warning where its article elsewhere names the article of a law that it follows."""
    cites = draft.article_cites(spot.start)
    return Hit(
        spot.start, spot.end, severity=Severity.WARNING if cites else None, confidence=0.6 if cites else confidence
    )


def concerns_only_public(spot: Spot) -> bool:
    """Whether the sentence speaks of authorities and of nobody else, so that it is an internal matter."""
    if _PRIVATE_TOO.search(spot.statement.text):
        return False
    before = _RECEIVER.sub("", spot.statement.text[: spot.start - spot.statement.start])
    last = spot.statement.clause_at(spot.end - 1).subject
    return Party.PUBLIC in (party_of(before), party_of(_RECEIVER.sub("", last)))


_RECEIVER = re.compile(r"[向报到经][^，。；]{1,14}")
_PRIVATE_TOO = re.compile(
    r"公民|企业|个人|居民|村民|农户|业主|经营|商户|店|申请人|当事人|公司|建设单位|施工|市场主体|任何单位|户(?![籍口])|点(?=[须应必])"
)
