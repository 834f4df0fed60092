"""Who is drawn: by weight, by quota, and the same for everybody who computes it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.draw import Candidate, DrawError, Officer, assigned, drawn, key_of

ON = date(2026, 11, 24)
ROUNDS = 4000


def pool(*weights: int) -> list[Candidate]:
    return [Candidate(f"o{n}", f"企业{n}", weight=Decimal(weight)) for n, weight in enumerate(weights)]


def off_by(counts: Counter[str], expected: dict[str, float]) -> float:
    """Pearson's chi-square of counts against expected shares of ROUNDS."""
    return sum((counts[code] - share * ROUNDS) ** 2 / (share * ROUNDS) for code, share in expected.items())


def test_with_equal_weights_everybody_is_drawn_equally_often() -> None:
    candidates = pool(*[1] * 10)
    counts = Counter(one.candidate.code for n in range(ROUNDS) for one in drawn(f"seed{n}", candidates, {"": 3}))
    # Nine degrees of freedom: 27.9 is passed by chance once in a thousand; the seeds are fixed, so it never varies.
    assert off_by(counts, {f"o{n}": 0.3 for n in range(10)}) < 27.9


def test_the_first_is_drawn_in_proportion_to_weight() -> None:
    candidates = pool(1, 2, 3, 4)
    counts = Counter(drawn(f"seed{n}", candidates, {"": 1})[0].candidate.code for n in range(ROUNDS))
    assert off_by(counts, {"o0": 0.1, "o1": 0.2, "o2": 0.3, "o3": 0.4}) < 16.3  # three degrees of freedom


def test_the_second_is_drawn_in_proportion_among_those_left() -> None:
    candidates = pool(1, 1, 2)
    counts = Counter(tuple(one.candidate.code for one in drawn(f"seed{n}", candidates, {"": 2})) for n in range(ROUNDS))
    pairs = {
        ("o0", "o1"): 1 / 4 * 1 / 3, ("o0", "o2"): 1 / 4 * 2 / 3, ("o1", "o0"): 1 / 4 * 1 / 3,
        ("o1", "o2"): 1 / 4 * 2 / 3, ("o2", "o0"): 1 / 2 * 1 / 2, ("o2", "o1"): 1 / 2 * 1 / 2,
    }  # fmt: skip
    assert sum((counts[pair] - share * ROUNDS) ** 2 / (share * ROUNDS) for pair, share in pairs.items()) < 20.5


@given(st.lists(st.integers(1, 9), min_size=1, max_size=12), st.text(max_size=8), st.randoms())
def test_the_order_of_the_pool_and_the_others_in_it_do_not_change_a_lot(weights: list[int], seed: str, random) -> None:  # type: ignore[no-untyped-def]
    candidates = pool(*weights)
    shuffled = candidates[:]
    random.shuffle(shuffled)
    quota = {"": len(weights) // 2}
    assert drawn(seed, candidates, quota) == drawn(seed, shuffled, quota)
    assert [key_of(seed, one) for one in candidates] == [key_of(seed, one) for one in pool(*weights)]


def test_each_stratum_keeps_its_quota() -> None:
    candidates = [Candidate(f"{level}{n}", f"{level}{n}", level) for level in ("高", "低") for n in range(20)]
    found = drawn("seed", candidates, {"高": 7, "低": 2})
    assert Counter(one.candidate.stratum for one in found) == {"高": 7, "低": 2}
    assert [one.place for one in found] == list(range(1, 10))


@pytest.mark.parametrize(
    ("candidates", "quotas", "told"),
    [
        (pool(1, 0), {"": 1}, "“企业1”的权重是0，应当大于0"),
        ([*pool(1), *pool(1)], {"": 1}, "有两个对象的编号都是“o0”"),
        (pool(1, 1), {"": 3}, "要抽3个，名录中有2个"),
        (pool(1, 1), {"": -1}, "要抽-1个"),
        ([Candidate("a", "甲", "高")], {"低": 0}, "方案没有写这一层抽几个"),
    ],
)
def test_a_draw_that_cannot_be_made_is_refused(candidates: list[Candidate], quotas: dict[str, int], told: str) -> None:
    with pytest.raises(DrawError, match=told):
        drawn("seed", candidates, quotas)


def test_a_team_has_two_officers_fit_for_the_visit_and_the_work_is_even() -> None:
    candidates = [Candidate(f"o{n}", f"企业{n}", matter="食品" if n % 2 else "") for n in range(30)]
    officers = [
        Officer("p1", "甲", frozenset({"食品"}), date(2027, 1, 1)),
        Officer("p2", "乙", frozenset({"食品", "药品"}), date(2027, 1, 1)),
        Officer("p3", "丙", frozenset(), date(2027, 1, 1)),
        Officer("p4", "丁", frozenset({"药品"}), date(2027, 1, 1)),
        Officer("p5", "戊", frozenset(), date(2026, 11, 23)),
        Officer("p6", "己", suspended=True),
    ]
    sent = assigned("seed", drawn("seed", candidates, {"": 30}), officers, ON, withheld={("p2", "o3")})
    for one in sent:
        assert one.candidate.code != "o3" or "p2" not in {officer.code for officer in one.team}
        assert len({officer.code for officer in one.team}) == 2
        assert all(officer.may_visit(one.candidate, ON) for officer in one.team)
    visits = Counter(officer.code for one in sent for officer in one.team)
    assert set(visits) == {"p1", "p2", "p3", "p4"}
    assert max(visits.values()) - min(visits.values()) <= 3


def test_a_certificate_serves_on_its_last_day_and_not_after() -> None:
    officer = Officer("p1", "甲", valid_to=ON)
    assert officer.may_visit(Candidate("a", "甲"), ON)
    assert not officer.may_visit(Candidate("a", "甲"), date(2026, 11, 25))


@pytest.mark.parametrize(
    ("officers", "team", "told"),
    [
        ([Officer("p1", "甲"), Officer("p2", "乙")], 1, "不得少于两人"),
        ([Officer("p1", "甲"), Officer("p1", "乙")], 2, "重复的证号"),
        ([Officer("p1", "甲"), Officer("p2", "乙", suspended=True)], 2, "只有1名合格的检查人员"),
    ],
)
def test_too_few_officers_are_refused(officers: list[Officer], team: int, told: str) -> None:
    with pytest.raises(DrawError, match=told):
        assigned("seed", drawn("seed", pool(1), {"": 1}), officers, ON, team)
