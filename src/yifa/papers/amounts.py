"""Money as official reports write it (金额的写法): 9,800元, 242.765万元, 1.5亿元; never rounded."""

from __future__ import annotations

from decimal import Decimal

YUAN = "元"
MANY = Decimal(10**4)
"""Yuan in 万元."""
_SCALES = ((MANY * MANY, "亿元"), (MANY, "万元"))
_DECIMALS = 4
"""A scale serves as long as so many decimals say the amount whole: yuan in 万元; cents are left in yuan."""


def amount_text(yuan: Decimal) -> str:
    """An amount of yuan in the largest scale that says it whole, else grouped by thousands.

    A report is read by people who compare 万元 with 万元, and by programs that must get back the very number.
    """
    for scale, unit in _SCALES:
        scaled = yuan / scale
        if abs(scaled) >= 1 and scaled == round(scaled, _DECIMALS):
            return f"{scaled.normalize():f}{unit}"
    return f"{yuan:,.2f}".removesuffix(".00") + YUAN
