"""What the rules on authority share: acts that a sentence sets (设定) without the authority they need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from yifa.check.authority import Authority
from yifa.check.clause import Mode, Party, Spot, Statement, party_of
from yifa.check.draft import Draft
from yifa.check.model import Hit, Severity


def settles(one: Statement, needs: Authority) -> bool:
    """Whether its authority is enough: an act that may set such a thing, or 依法 without a name.

    A named act of too low a kind, and a document that can authorise nothing, are not enough.
    """
    return one.authority is Authority.GENERAL or one.authority >= needs


def set_acts(
    draft: Draft, acts: re.Pattern[str], *, needs: Authority = Authority.RULE, unless: re.Pattern[str] | None = None
) -> Iterator[Spot]:
    """Acts that a sentence orders or allows where its authority does not settle them."""
    for one in draft.holding(acts):
        if settles(one, needs) or (unless and one.has(unless)):
            continue
        yield from (spot for spot in one.find(acts) if spot.ordered and not spot.nominal and not spot.taken_back)


def unauthorised(
    draft: Draft, acts: re.Pattern[str], *, needs: Authority = Authority.RULE, unless: re.Pattern[str] | None = None
) -> Iterator[Hit]:
    """Hits at such acts."""
    return (hit(draft, spot, needs) for spot in set_acts(draft, acts, needs=needs, unless=unless))


def hit(draft: Draft, spot: Spot, needs: Authority = Authority.RULE, confidence: float = 0.85) -> Hit:
    """A hit at an act; a warning where an act is cited that may be its authority, so that somebody has to look."""
    if spot.authority.names_an_act:
        message = f"所引依据是{spot.authority.label}，这类内容至少要由{needs.label}规定。请核对。"
        return Hit(spot.start, spot.end, message, Severity.WARNING, 0.6)
    cited = article_cites(draft, spot.start, needs)
    return Hit(
        spot.start, spot.end, severity=Severity.WARNING if cited else None, confidence=0.6 if cited else confidence
    )


_ARTICLE: Final = re.compile(r"第[^条\n]{1,8}条")


def article_cites(draft: Draft, offset: int, needs: Authority = Authority.RULE) -> bool:
    """Whether another sentence of its article follows an article of an act that may authorise (同条另有依据)."""
    span = draft.outline.article(offset)
    if not span:
        return False
    within = draft.statements_between(*span)
    return any(one.authority >= needs and _ARTICLE.search(one.raw[6:]) for one in within)


def concerns_only_public(spot: Spot) -> bool:
    """Whether the sentence speaks of authorities and of nobody else, so that it is an internal matter."""
    if speaks_of_private(spot.statement.text):
        return False
    before = spot.statement.text[max(0, spot.start - spot.statement.start - _NEAR) : spot.start - spot.statement.start]
    subjects = [one.subject[-_NEAR:] for one in spot.statement.clauses if one.start < spot.end and one.end > spot.start]
    return Party.PUBLIC in {party_of(_RECEIVER.sub("", words)) for words in (before, *subjects)}


_NEAR: Final = 120
"""How far back a subject is looked for: a longer clause would cost the square of its length."""


@lru_cache(maxsize=64)
def speaks_of_private(text: str) -> bool:
    """Whether a sentence names a private person; asked again for every act in it."""
    return party_of(_PUBLIC_HEAD.sub("", text)) is Party.PRIVATE or bool(_PRIVATE_TOO.search(text))


_PUBLIC_HEAD: Final = re.compile(r"[^，。；]*(?:部门|机关|局|政府)[^，。；]{0,4}(?:应当|不得|应|须|可以)")
_RECEIVER: Final = re.compile(r"[向报到经][^，。；]{1,14}")
_PRIVATE_TOO: Final = re.compile(
    r"公民|企业|个人|居民|村民|农户|业主|经营|商户|店|申请人|当事人|公司|建设单位|施工|市场主体|任何单位"
    r"|户(?![籍口])|点(?=[须应必])|社会力量|社会组织|民办|机构(?=开展|从事|承接)|(?:培训|托管|中介|养老"
    r"|家政|教培|讲座的)机构|工坊|作坊|养殖|门头|沿街|摆摊|游客|老人|残疾人|家长"
    r"|车主|房东|承租|队伍?(?=[^，。；]{0,6}(?:进|承))"
)


def demanded_of_private(spot: Spot) -> bool:
    """Whether a private person is the one who must do it."""
    bound = spot.mode is Mode.MUST or re.search(r"至少|每[家户个]|一律|均|都", spot.text_before)
    return bool(bound) and spot.mode is not Mode.MAY and spot.party not in (Party.PUBLIC, Party.AUTONOMOUS)
