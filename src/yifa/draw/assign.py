"""Officers for the objects drawn (抽取检查人员): at least two, fit for the visit, and the work spread evenly."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from yifa.draw.errors import DrawError
from yifa.draw.model import Candidate, Drawn, Officer
from yifa.draw.sample import sm3

LEAST = 2
"""A visit needs two officers at least (行政处罚法第四十二条第一款)."""

Pair = tuple[str, str]
"""An officer who is not to be sent to an object (不派), by both codes."""


def unstaffed(
    candidates: Iterable[Candidate], officers: Sequence[Officer], on: date, team: int, withheld: Collection[Pair] = ()
) -> list[Candidate]:
    """The objects for which fewer officers may be sent than a team needs.

    It is asked of the whole pool before the draw, so that no draw has to be made again for want of officers.
    """
    return [
        each for each in candidates
        if sum(one.may_visit(each, on) and (one.code, each.code) not in withheld for one in officers) < team
    ]  # fmt: skip


def assigned(
    seed: str, found: Sequence[Drawn], officers: Sequence[Officer], on: date, team: int = LEAST, *,
    withheld: Collection[Pair] = (),
) -> list[Drawn]:  # fmt: skip
    """Send a team to each object drawn, in the order of the draw.

    Of those who may go, the ones with the fewest visits go; among equals the lot decides. Whoever is not to be sent
    to an object is passed over, and the next one goes.

    Raises:
        DrawError: a team of less than two, an officer twice, or too few officers for an object.
    """
    if team < LEAST:
        raise DrawError(f"不能抽取：每组{team}人。检查人员不得少于两人（《行政处罚法》第四十二条第一款）。")
    if len({officer.code for officer in officers}) < len(officers):
        raise DrawError("不能抽取：人员名录中有重复的证号。请去掉重复的一个。")
    load = {officer.code: officer.load for officer in officers}
    sent = []
    for one in found:
        fit = [officer for officer in officers if officer.may_visit(one.candidate, on)]
        fit.sort(key=lambda officer: (load[officer.code], sm3(seed, "officer", one.candidate.code, officer.code)))
        made = _sent(one, fit, team, withheld)
        for officer in made.team:
            load[officer.code] += 1
        sent.append(made)
    return sent


def _sent(one: Drawn, fit: Sequence[Officer], team: int, withheld: Collection[Pair]) -> Drawn:
    going: list[Officer] = []
    passed: list[Officer] = []
    for officer in fit:
        if len(going) == team:
            break
        (passed if (officer.code, one.candidate.code) in withheld else going).append(officer)
    if len(going) < team:
        name = one.candidate.name or one.candidate.code
        raise DrawError(f"不能抽取：“{name}”只有{len(going)}名合格的检查人员，需要{team}名。请补充人员。")
    return replace(one, team=tuple(going), passed=tuple(passed))
