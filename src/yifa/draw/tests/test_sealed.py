"""What is committed to without being read: a pair that is opened tells nearly nothing, and none can be slipped in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from yifa.draw import Candidate, Officer, sealed

ON = date(2026, 11, 24)
OBJECTS = [Candidate(f"o{n:03}", f"企业{n}", weight=Decimal(1), matter="食品") for n in range(200)]


def people(number: int, *kept: tuple[int, str]) -> list[Officer]:
    """Officers, of whom some keep away from one object each."""
    away = dict(kept)
    return [
        Officer(f"p{n}", f"某{n}", frozenset({"食品"}), recused=frozenset({away[n]} if n in away else ()))
        for n in range(number)
    ]


def test_a_lot_number_is_opened_only_by_its_own_opening() -> None:
    opening = sealed.opening_of("key", "o001")
    lot = sealed.lot_of(opening, "o001")
    assert len(lot) == 32
    assert lot != sealed.lot_of(opening, "o002")
    assert lot != sealed.lot_of(sealed.opening_of("other", "o001"), "o001")


@pytest.mark.parametrize(("real", "tags"), [(0, 64), (1, 64), (4, 64), (5, 128), (40, 640)])
def test_the_number_of_tags_tells_little_of_how_many_are_real(real: int, tags: int) -> None:
    assert sealed.number_of_tags({("p", str(n)) for n in range(real)}) == tags


def test_at_most_one_withheld_pair_in_sixteen_is_a_real_one() -> None:
    officers = people(12, (0, "o001"), (3, "o007"), (5, "o007"))
    found = sealed.withheld("key", OBJECTS, officers, ON, 2)
    assert sealed.recused(OBJECTS, officers) < found
    assert len(found) == 64
    assert found == sealed.withheld("key", OBJECTS, officers, ON, 2)
    assert found != sealed.withheld("other", OBJECTS, officers, ON, 2)


def test_what_is_mixed_in_is_spread_over_officers_and_objects() -> None:
    officers = people(10, *((n, f"o{n:03}") for n in range(10)))
    found = sealed.withheld("key", OBJECTS, officers, ON, 2)
    each = [sum(pair[0] == officer.code for pair in found) for officer in officers]
    assert sum(each) == 192
    assert max(each) < 2 * min(each)


@pytest.mark.parametrize("number", [2, 3, 4, 8])
def test_what_is_mixed_in_never_decides_who_goes(number: int) -> None:
    """Never more than a quarter of those who may go, and one more than a team is left."""
    found = sealed.withheld("key", OBJECTS[:6], people(number), ON, 2)
    for one in OBJECTS[:6]:
        away = sum(pair[1] == one.code for pair in found)
        assert away <= number // 4
        assert not away or number - away >= 3


def test_tags_that_stand_for_nothing_make_up_the_number() -> None:
    pair = ("p0", "lot")
    made = sealed.tags("key", {pair}, 64)
    assert (len(made), made) == (64, sorted(made))
    assert sealed.tag_of(sealed.opening_of_pair("key", pair), pair) in made


def test_an_officer_who_takes_no_part_is_in_no_pair() -> None:
    gone = Officer("p9", "离任", frozenset({"食品"}), date(2026, 11, 23), recused=frozenset({"o001"}))
    found = sealed.withheld("key", OBJECTS, [*people(8), gone], ON, 2)
    assert "p9" not in {officer for officer, _ in found}
