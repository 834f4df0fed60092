"""Codes of places and organs.

Division codes (行政区划代码, GB/T 2260), unified social credit codes (统一社会信用代码, GB 32100).
"""

from __future__ import annotations

import re
import unicodedata

from django.core.exceptions import ValidationError

CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # no I, O, S, V, Z
_MODULUS = len(CREDIT_ALPHABET)


def credit_check_character(first_17: str) -> str:
    """The 18th character over the first 17 (GB 32100—2015: weights 3^i mod 31).

    Raises:
        ValueError: a character that the code does not use.
    """
    total = sum(CREDIT_ALPHABET.index(char) * pow(3, i, _MODULUS) for i, char in enumerate(first_17))
    return CREDIT_ALPHABET[-total % _MODULUS]


def plain_credit_code(written: str) -> str:
    """A code as people paste it: without spaces, in half-width capitals; anything else stays as it was written."""
    plain = "".join(unicodedata.normalize("NFKC", written).split()).upper()
    return plain if len(plain) == 18 else written


def validate_credit_code(code: str) -> None:
    """Refuse what is not a unified social credit code, and say which part is wrong."""
    if len(code) != 18:
        raise ValidationError(f"统一社会信用代码“{code}”不正确：应为18位，现为{len(code)}位。请核对批准文件或者证书。")
    wrong = sorted({char for char in code if char not in CREDIT_ALPHABET})
    if wrong:
        raise ValidationError(
            f"统一社会信用代码“{code}”不正确：不使用字符“{'、'.join(wrong)}”（字母大写，且没有I、O、S、V、Z）。请核对。"
        )
    if credit_check_character(code[:17]) != code[17]:
        raise ValidationError(f"统一社会信用代码“{code}”不正确：最后一位校验码不符，可能有一位录错。请逐位核对。")


def validate_division_code(code: str) -> None:
    """Refuse what is not a division code of 6, 9 or 12 digits."""
    if not re.fullmatch(r"[1-8]\d{5}(\d{3}(\d{3})?)?", code, re.ASCII):
        raise ValidationError(
            f"行政区划代码“{code}”不正确：应为6位（县以上）、9位（乡级）或者12位（村级）数字。请核对。"
        )


def division_level(code: str) -> str:
    """Which level a division code names: province, city, county, township or village."""
    if len(code) == 12 and not code.endswith("000"):
        return "village"
    if len(code) > 6 and code[6:9] != "000":
        return "township"
    if code[4:6] != "00":
        return "county"
    return "city" if code[2:4] != "00" else "province"
