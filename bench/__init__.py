"""Measurements side by side in one run: ours against a named alternative or the physical limit.

    python -m bench            all
    python -m bench clock      one
    python -m bench --quick    smaller sizes, to see that everything runs

Ratios are what counts: the machine drifts, both sides drift with it.
"""
