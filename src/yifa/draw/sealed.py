"""What is committed to without being read (封存): the grades of objects, and who is not to be sent where.

The pools of a body hold what must not be published: how an enterprise is graded, and from which enterprise an officer
keeps away. Under a key that stays with the body, each object goes into the draw as a lot number (签号) without a name;
each pair of an officer and an object that is not to be sent becomes a tag. Lots and tags are published before the draw
and bind the body; of a lot drawn, and of a pair that changed who goes, the opening is published with the result, and
nothing else is ever told. Whoever supervises the body checks all of it with the key and the full pools.

A pair that is opened would still tell that this officer has something to do with that enterprise. Therefore fifteen
more pairs for each real one are drawn by the key and withheld just the same (凑数的组合): at most one opened pair in
sixteen is a real one, and which, nobody can tell. There are few enough of them not to steer who goes: never more than
a quarter of those who may go to an object, and always one more is left than a team needs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from yifa.draw.assign import Pair
from yifa.draw.model import Candidate, Officer
from yifa.draw.sample import sm3

MIXED = 16
"""One real pair in so many."""
STEP = 64
"""The number of tags is a multiple of this, so that it does not tell how many are real."""


def opening_of(key: str, code: str) -> str:
    """What opens the lot number of an object; hexadecimal."""
    return sm3(key, "lot", code).hex()


def lot_of(opening: str, code: str) -> str:
    """The lot number of an object, which tells nothing of it without its opening."""
    return sm3(opening, code).hex()[:32]


def opening_of_pair(key: str, pair: Pair) -> str:
    """What opens the tag of a pair."""
    return sm3(key, "pair", *pair).hex()


def tag_of(opening: str, pair: Pair) -> str:
    """The tag of a pair of an officer and a lot number."""
    return sm3(opening, *pair).hex()


def withheld(key: str, candidates: Sequence[Candidate], officers: Sequence[Officer], on: date, team: int) -> set[Pair]:
    """Every pair of an officer and an object that is not to be sent, those mixed in included.

    The same key and pools give the same pairs, so that whoever holds both can see that none was slipped in.
    """
    people = [officer for officer in officers if officer.holds_on(on)]
    real = recused(candidates, people)
    room: dict[str, int] = {}
    found, wanted = set(real), number_of_tags(real)
    for officer, candidate in _by_lot(key, candidates, people, wanted):
        if candidate.code not in room:
            fit = sum(one.may_visit(candidate, on) for one in people)
            kept_away = sum(pair[1] == candidate.code for pair in real)
            room[candidate.code] = min(fit // 4, fit - team - 1) - kept_away
        pair = (officer.code, candidate.code)
        if pair not in found and room[candidate.code] > 0 and officer.may_visit(candidate, on):
            found.add(pair)
            room[candidate.code] -= 1
        if len(found) == wanted:
            break
    return found


def recused(candidates: Sequence[Candidate], officers: Sequence[Officer]) -> set[Pair]:
    """The real pairs: the officers with objects of the pool from which they must keep away."""
    known = {each.code for each in candidates}
    return {(officer.code, code) for officer in officers for code in officer.recused & known}


def tags(key: str, pairs: set[Pair], number: int) -> list[str]:
    """The tags of pairs in an order that tells nothing, made up to a number with tags that stand for nothing.

    Args:
        pairs: with lot numbers for objects.
    """
    made = {tag_of(opening_of_pair(key, pair), pair) for pair in pairs}
    return sorted(made | {sm3(key, "blank", str(each)).hex() for each in range(number - len(made))})


def number_of_tags(real: set[Pair]) -> int:
    """How many tags are published for so many real pairs."""
    return STEP * -(-max(MIXED * len(real), 1) // STEP)


def _by_lot(
    key: str, candidates: Sequence[Candidate], officers: Sequence[Officer], wanted: int
) -> Iterator[tuple[Officer, Candidate]]:
    """Pairs by lot, out of both pools in the order of their codes; eight times as many as are wanted, then no more."""
    objects = sorted(candidates, key=lambda one: one.code)
    people = sorted(officers, key=lambda one: one.code)
    if not objects or not people:
        return
    for number in range(8 * wanted):
        lot = sm3(key, "mixed in", str(number))
        yield people[int.from_bytes(lot[:16]) % len(people)], objects[int.from_bytes(lot[16:]) % len(objects)]
