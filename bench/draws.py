"""Drawing from 100,000 objects by weight: ours against numpy's weighted choice, which nobody outside can re-run."""

from __future__ import annotations

from decimal import Decimal

import numpy

from bench.measure import Result, side_by_side


def run(quick: bool) -> list[Result]:
    """One draw of a hundredth of the pool."""
    from yifa.draw import Candidate, drawn

    size = 5_000 if quick else 100_000
    pool = [Candidate(f"o{n}", f"企业{n}", weight=Decimal(1 + n % 3)) for n in range(size)]
    weights = numpy.array([float(one.weight) for one in pool])
    shares, generator = weights / weights.sum(), numpy.random.default_rng(1)

    def ours() -> int:
        assert len(drawn("seed", pool, {"": size // 100})) == size // 100
        return size

    def other() -> int:
        generator.choice(size, size // 100, replace=False, p=shares)
        return size

    return side_by_side(f"draw from {size:,} objects", "objects", ("drawn", ours), ("numpy choice", other))
