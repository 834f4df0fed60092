"""Weighted drawing without replacement, from a seed, so that each object's lot can be computed by itself.

Each object gets a lot u in (0, 1] out of the seed and its code, and the key −ln(u) ÷ weight: the time at which a
Poisson clock of that rate rings first. Those with the smallest keys are drawn, which draws the first with probability
proportional to weight, the next likewise among those left, and so on (Efraimidis and Spirakis, Weighted random
sampling with a reservoir, 2006). Logarithms are decimal and correctly rounded, so every machine finds the same order.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Context, Decimal

from cryptography.hazmat.primitives import hashes

from yifa.draw.errors import DrawError
from yifa.draw.model import Candidate, Drawn

EXACT = Context(prec=40)
_RANGE = 1 << 256


def sm3(*parts: str) -> bytes:
    """The SM3 digest (GB/T 32905) of the parts, each with its length before it so that they cannot run together."""
    state = hashes.Hash(hashes.SM3())
    for part in parts:
        data = part.encode()
        state.update(f"{len(data)}:".encode() + data)
    return state.finalize()


def key_of(seed: str, candidate: Candidate) -> Decimal:
    """The key of an object: the smaller, the earlier it is drawn.

    Raises:
        DrawError: the weight is not greater than 0.
    """
    if candidate.weight <= 0:
        why = f"“{candidate.name}”的权重是{candidate.weight}，应当大于0"
        raise DrawError(f"不能抽取：{why}。不参加抽取的请移出名录。")
    lot = int.from_bytes(sm3(seed, "object", candidate.code)) + 1
    u = EXACT.divide(Decimal(lot), Decimal(_RANGE))
    return EXACT.divide(EXACT.minus(EXACT.ln(u)), candidate.weight)


def drawn(seed: str, candidates: Iterable[Candidate], quotas: Mapping[str, int]) -> list[Drawn]:
    """The objects drawn, stratum by stratum in the order of the quotas, each stratum in the order of drawing.

    The order in which candidates are given does not matter.

    Raises:
        DrawError: a code twice, a stratum without quota, or a quota larger than its stratum.
    """
    strata: dict[str, list[Candidate]] = defaultdict(list)
    seen: set[str] = set()
    for candidate in candidates:
        if candidate.code in seen:
            raise DrawError(f"不能抽取：名录中有两个对象的编号都是“{candidate.code}”。请去掉重复的一个。")
        seen.add(candidate.code)
        strata[candidate.stratum].append(candidate)
    _quotas_fit(strata, quotas)
    found: list[Drawn] = []
    for stratum, quota in quotas.items():
        keyed = ((key_of(seed, each), each.code, each) for each in strata[stratum])
        for key, _, each in heapq.nsmallest(quota, keyed):
            found.append(Drawn(len(found) + 1, each, key))
    return found


def _quotas_fit(strata: Mapping[str, list[Candidate]], quotas: Mapping[str, int]) -> None:
    for stratum in strata:
        if stratum not in quotas:
            raise DrawError(f"不能抽取：名录中有“{stratum or '（未分层）'}”的对象，方案没有写这一层抽几个。请补上。")
    for stratum, quota in quotas.items():
        there = len(strata.get(stratum, ()))
        if not 0 <= quota <= there:
            raise DrawError(f"不能抽取：“{stratum or '（未分层）'}”要抽{quota}个，名录中有{there}个。请修改方案。")
