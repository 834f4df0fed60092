"""What the words of a sentence weigh for each rule of a group: a second opinion where rules are silent or unsure.

A rule knows the order of words, a frame which classes stand together; both are silent when a drafter says it otherwise.
Here every character, pair of characters, word class (`words`), lawful context (`lawful`) and kind of authority in a
sentence has a weight for each rule of a group and for "no fault"; the sums, made into shares of one, say what the
sentence is most likely about. `learn` computes the weights from the labelled sentences. What is found so only warns.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from math import exp
from typing import Final

from yifa.check import words
from yifa.check.authority import Authority
from yifa.check.clause import Clause, Mode, Statement, party_of
from yifa.check.draft import Draft
from yifa.check.lawful import Context, contexts
from yifa.check.model import DraftKind, Group, Hit
from yifa.check.needles import Pieces, needed, pieces

LIKELY: Final = {Group.AUTHORITY: 0.15, Group.COMPETITION: 0.16, Group.CONTRACT: 0.4, Group.PROCEDURE: 0.3}
"""The groups that are weighed, and the share from which a sentence is taken to be of a rule when none speaks of it."""
GROUPS: Final = tuple(LIKELY)
NO_FAULT: Final = "-"
SCALE: Final = 100
"""Weights are written in hundredths."""
MOST_LIKELY: Final = 0.85
"""The share that is asked where something in it all but makes it lawful."""
MORE_LIKELY: Final = 0.45
"""The share that is asked where something in it may make it lawful."""
IN_A_TABLE: Final = 0.35
"""The share that is asked of the row of a table."""
SECOND: Final = 0.3
"""The share that is asked of a rule which is not the likeliest."""
ELSEWHERE: Final = 0.2
"""The share of another rule from which an unsure hit is left to that one."""
MOST: Final = 0.6
"""How sure such a reading is at most: below what makes an error."""
_SILENT: Final = frozenset({Context.FORBIDDEN, Context.REVOKED, Context.EXAMINED, Context.TOLD})
"""Contexts in which hardly anything is found that only words weigh for."""
_SOFT: Final = frozenset(
    {Context.FREE, Context.EVEN, Context.CONTESTED, Context.ASSISTED, Context.AGREED, Context.RIGHT}
    | {Context.PROVIDED, Context.HIGHER, Context.COMPENSATED, Context.SHIELDED}
)
"""Contexts that may make a sentence lawful: more is asked of its words."""
_HARMLESS: Final = _SILENT | {Context.INTERNAL, Context.EVEN, Context.FREE}
"""Contexts in which even a rule that knows the order of words is not heard, where the words weigh for no fault."""
_LONGEST: Final = 240
"""Parts between semicolons are weighed together up to so many characters."""
_CLASSES: Final = tuple(
    (f"<{name}>", re.compile(value))
    for name, value in vars(words).items()
    if name.isupper() and isinstance(value, str) and name != "HERE"
)


@dataclass(frozen=True)
class Weights:
    """The weights of one group.

    Attributes:
        rules: "no fault" first, then the rules.
        bias: one for each of them.
        of: for each feature its weights for all rules as one large number, 32 bits for each: they are added at once.
        known: the features that have any.
    """

    rules: tuple[str, ...]
    bias: tuple[float, ...]
    of: Mapping[str, int]
    known: frozenset[str]

    def sums(self, features: frozenset[str]) -> list[float]:
        """What the features weigh together."""
        held = features & self.known
        total = sum(map(self.of.__getitem__, held))
        lanes = struct.unpack(f"<{len(self.rules)}I", total.to_bytes(4 * len(self.rules), "little"))
        least = len(held) * _ZERO
        return [bias + (lane - least) / SCALE for bias, lane in zip(self.bias, lanes, strict=True)]

    def shares(self, features: frozenset[str]) -> dict[str, float]:
        """How likely each rule and "no fault" are; they add up to one."""
        sums = self.sums(features)
        most = max(sums)
        powers = [exp(one - most) for one in sums]
        return {rule: power / sum(powers) for rule, power in zip(self.rules, powers, strict=True)}


@dataclass(frozen=True)
class Gate:
    """What characters and pairs weigh for a fault of any group, so that few sentences need a closer look."""

    bias: float
    of: Mapping[str, float]
    known: frozenset[str]

    def opens(self, held: frozenset[str]) -> bool:
        """Whether a sentence written with these may have a fault."""
        return self.bias + sum(map(self.of.__getitem__, held & self.known)) > 0


@cache
def _searches() -> tuple[tuple[str, Pieces | None, Callable[[str], object]], ...]:
    """For each word class its name, what it cannot do without, and how to look for it."""
    return tuple((name, needed(pattern), pattern.search) for name, pattern in _CLASSES)


def features(one: Statement) -> frozenset[str]:
    """What is weighed of a sentence."""
    text, held = one.text, one.pieces
    around = {f"{{{context.name}}}" for context in contexts(text, held)}
    classes = {
        name: search
        for name, choice, search in _searches()
        if not (choice and choice.isdisjoint(held)) and search(text)
    }
    said = {feature for clause in one.clauses for feature in _said(clause, classes)}
    return held | classes.keys() | around | said | {f"@{one.authority.name}"}


_MODES: Final = {Mode.MUST: "must", Mode.MUST_NOT: "not", Mode.MAY: "may", Mode.NONE: "says"}


def _said(clause: Clause, classes: Mapping[str, Callable[[str], object]]) -> Iterator[str]:
    """Who must, may or must not in a clause, of which classes that is said, and whether it is denied (~)."""
    mode = _MODES[clause.mode(clause.end)] + ("~" if clause.denies(clause.end) else "")
    yield f"{{{party_of(clause.subject).name if clause.subject else 'NOBODY'} {mode}}}"
    yield from (f"{{{name} {mode}}}" for name, search in classes.items() if search(clause.text))


def _lines(name: str) -> list[str]:
    path = files("yifa") / "data" / "check" / f"weights-{name}.txt"
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line[:2] != "# "]


@cache
def weights(group: Group) -> Weights:
    """The weights of a group."""
    rules, bias, *rest = (line.split("\t") for line in _lines(group.value))
    of = {feature: _packed(told, len(rules)) for feature, *told in rest}
    return Weights(tuple(rules), tuple(int(one) / SCALE for one in bias), of, frozenset(of))


_ZERO: Final = 1 << 12
"""Added to each weight, so that none is negative; two hundred of them stay below 32 bits."""


def _packed(told: Iterable[str], rules: int) -> int:
    """The weights of a line of the file (4:15 9:-3) as one number."""
    lanes = [_ZERO] * rules
    for one in told:
        at, _, weight = one.partition(":")
        lanes[int(at)] += int(weight)
    return int.from_bytes(struct.pack(f"<{rules}I", *lanes), "little")


@cache
def gate(kind: DraftKind) -> Gate:
    """The gate before all groups of a kind of draft."""
    bias, *rest = _lines("gate-contract" if kind is DraftKind.CONTRACT else "gate")
    of = {feature: int(weight) / SCALE for feature, _, weight in (line.rpartition("\t") for line in rest)}
    return Gate(int(bias) / SCALE, of, frozenset(of))


@dataclass
class Weighing:
    """The sentences of one draft, each weighed at most once for a group."""

    draft: Draft
    rules: frozenset[str]
    """Those in use: a sentence that weighs for another is left to the rules that are."""
    _shares: dict[tuple[int, Group], Mapping[str, float]] = field(default_factory=dict)
    _features: dict[int, frozenset[str]] = field(default_factory=dict)

    def shares(self, one: Statement, group: Group) -> Mapping[str, float]:
        """How likely each rule of the group is for a sentence."""
        key = one.start, group
        if key not in self._shares:
            self._shares[key] = weights(group).shares(self._features_of(one))
        return self._shares[key]

    def _features_of(self, one: Statement) -> frozenset[str]:
        if one.start not in self._features:
            self._features[one.start] = features(one)
        return self._features[one.start]

    @cached_property
    def _suspects(self) -> list[tuple[list[Statement], list[Statement]]]:
        """The sentences that the gate opens for: all their parts, and those worth a look by themselves."""
        opens, found = gate(self.draft.kind).opens, []
        for parts in _sentences(self.draft):
            heard = [one for one in parts if opens(one.pieces)]
            if heard or (len(parts) > 1 and opens(_held(parts))):
                found.append((parts, heard))
        return found

    def doubts(self, group: Group, rule_id: str, hit: Hit, *, general: bool) -> bool:
        """Whether the words of the sentence weigh so clearly for something else that a hit is dropped."""
        one = self.draft.statement_at(hit.start) if group in GROUPS else None
        if one is None or rule_id not in weights(group).rules or rule_id in _BY_RECORD:
            return False
        shares = self.shares(one, group)
        other, share = _best(shares)
        elsewhere = other != rule_id and other in self.rules
        weak = general or hit.confidence <= _WEAK
        harmless = not _HARMLESS.isdisjoint(contexts(one.text, one.pieces))
        if harmless and shares[NO_FAULT] > (0.85 if weak else 0.6):
            return True
        if weak:
            return shares[NO_FAULT] > 0.93 or (elsewhere and share > ELSEWHERE and shares[rule_id] < 0.1)
        return shares[NO_FAULT] > 0.97 or (elsewhere and share > 0.6 and shares[rule_id] < 0.05)

    def overlooked(self, group: Group, said: Mapping[int, Collection[str]]) -> Iterator[tuple[str, Hit]]:
        """Rule and hit in each sentence, or part of one, that its words weigh for and that no rule has spoken of.

        Args:
            said: which rules have spoken of a statement, by where it starts; none of them speaks twice of a sentence.
        """
        if self.rules.isdisjoint(weights(group).rules):
            return
        for parts, heard in self._suspects:
            told = {rule_id for one in parts for rule_id in said.get(one.start, ())}
            found = [hit for one in heard if one.start not in said and (hit := self._found(group, one, told))]
            if not found and not told and len(parts) > 1:
                found = [hit for hit in [self._together(group, parts)] if hit]
            yield from found
        yield from self._in_tables(group)

    def _in_tables(self, group: Group) -> Iterator[tuple[str, Hit]]:
        """Rules that the words of a table's row weigh for; more is asked of them than of a sentence."""
        opens = gate(self.draft.kind).opens
        for row in self.draft.rows:
            one = row.says
            if not opens(one.pieces) or _settled(one, group):
                continue
            rule_id, share = _best(weights(group).shares(features(one)))
            if rule_id in self.rules - _BY_FIGURES and share > max(IN_A_TABLE, _asked(group, one.text, one.pieces)):
                yield rule_id, Hit(row.start, row.end, confidence=round(min(share, MOST), 2))

    def _found(self, group: Group, one: Statement, told: Collection[str]) -> tuple[str, Hit] | None:
        """The rule that the words weigh for; where that has spoken of another part, the next if it is as likely."""
        shares = self.shares(one, group)
        rule_id, share = _best(shares)
        if rule_id in told:
            rule_id, share = _best({rule: each for rule, each in shares.items() if rule not in told})
            if share <= SECOND:
                return None
        if (
            share <= LIKELY[group]
            or rule_id not in self.rules
            or rule_id in _BY_FIGURES
            or _settled(one, group)
            or share <= _asked(group, one.text, one.pieces)
            or (one.lead and share <= _asked(group, one.lead.text))
        ):
            return None
        return rule_id, _hit(one, weights(group), rule_id, share)

    def _together(self, group: Group, parts: Sequence[Statement]) -> tuple[str, Hit] | None:
        """The parts of a sentence between semicolons as one."""
        learned, text = weights(group), "".join(one.text for one in parts)
        if len(text) > _LONGEST:
            return None
        rule_id, share = _best(learned.shares(frozenset[str]().union(*map(self._features_of, parts))))
        if (
            share <= LIKELY[group]
            or share <= _asked(group, text)
            or rule_id not in self.rules
            or rule_id in _BY_FIGURES
            or any(_settled(one, group) for one in parts)
        ):
            return None
        at = learned.rules.index(rule_id)
        most = max(parts, key=lambda one: learned.sums(one.pieces)[at])
        return rule_id, _hit(most, learned, rule_id, share)


def _sentences(draft: Draft) -> Iterator[list[Statement]]:
    """The statements of a draft, those between the semicolons of one sentence together."""
    parts: list[Statement] = []
    for one in draft.statements:
        if parts and not one.opening:
            yield parts
            parts = []
        parts.append(one)
    if parts:
        yield parts


def _held(parts: Iterable[Statement]) -> frozenset[str]:
    return frozenset[str]().union(*(one.pieces for one in parts))


def _asked(group: Group, text: str, held: Pieces | None = None) -> float:
    """The share that is asked of a sentence in its context."""
    around = contexts(text, held)
    if not _SILENT.isdisjoint(around) or (group is Group.CONTRACT and Context.EVEN in around):
        return MOST_LIKELY
    return LIKELY[group] if _SOFT.isdisjoint(around) else MORE_LIKELY


_NEEDS: Final = {Group.AUTHORITY: Authority.RULE, Group.COMPETITION: Authority.REGULATION}
"""The least act that may set what the rules of a group speak of; 依法 without a name is taken for one."""
_BY_RECORD: Final = frozenset({"COMP-018", "COMP-019"})
"""Rules for which the metadata alone decide: words speak neither for a hit of theirs nor against one."""
_BY_FIGURES: Final = frozenset({"CONT-012"}) | _BY_RECORD
"""Rules for which figures and metadata decide: words never speak for a hit of theirs."""
_WEAK: Final = 0.7
"""A hit of no more confidence than this goes by words and not by their order."""


def _best(shares: Mapping[str, float]) -> tuple[str, float]:
    return max(((rule, share) for rule, share in shares.items() if rule != NO_FAULT), key=lambda one: one[1])


_OCCASION: Final = re.compile(
    r"[ \t\u3000]*(?:[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.、．）)])[^，]*的[；;。]?[ \t\u3000]*$"
)
"""An item that only says when: （三）未按照规定填写记录的；. What follows from it stands in the opening line."""


def _settled(one: Statement, group: Group) -> bool:
    """Whether the sentence defines, tells or names an occasion, or stands on an authority that may set such a thing."""
    if one.defining or one.reporting or _OCCASION.match(one.text):
        return True
    needs = _NEEDS.get(group)
    return needs is not None and (one.authority is Authority.GENERAL or one.authority >= needs)


def _hit(one: Statement, learned: Weights, rule_id: str, share: float) -> Hit:
    """A hit at the clause whose words weigh most for the rule, without the marks around it."""
    at = learned.rules.index(rule_id)
    clause = max(one.clauses, key=lambda clause: learned.sums(pieces(clause.text))[at])
    bare = clause.text.strip(" \t\u3000，,。；;：:")
    start = clause.start + clause.text.index(bare)
    return Hit(start, start + len(bare), confidence=round(min(share, MOST), 2))
