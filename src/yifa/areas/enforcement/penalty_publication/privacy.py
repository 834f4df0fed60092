"""What a public text must not show (公开文本的个人信息): pure, over the text and the parties.

Numbers are found by `yifa.office.personal.found_in`; a unified social credit code is public and let through. A message
says where and what kind, and never repeats the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from yifa.areas.enforcement.common.identity import validate_identity_number
from yifa.areas.enforcement.common.party import IdType, PartyType
from yifa.office.codes import validate_credit_code
from yifa.office.personal import found_in

ADDRESS_LEAST = 6
"""An address as short as that is the name of a town, which is public."""


def exposed(text: str, parties: Sequence[Mapping[str, Any]]) -> list[str]:
    """What a text shows of people, each a short Chinese phrase; empty where nothing."""
    return [*_numbers(text), *_of_people(text, parties)]


_CODE = re.compile(r"(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])")


def _numbers(text: str) -> Iterator[str]:
    """Numbers of people; credit codes are blanked out first, so that every position stays."""
    open_ = _CODE.sub(lambda found: " " * 18 if is_credit_code(found.group()) else found.group(), text)
    for found in found_in(open_):
        yield f"第{found.start + 1}字起有未遮蔽的{found.kind}"


def is_credit_code(number: str) -> bool:
    """Whether a number is a credit code and no citizen's."""
    try:
        validate_credit_code(number)
    except ValidationError:
        return False
    try:
        validate_identity_number(number)
    except ValidationError:
        return True
    return False


def _of_people(text: str, parties: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for row in parties:
        citizen = row.get("party_type") in (PartyType.NATURAL, "", None)
        at_home = citizen or row.get("party_type") == PartyType.INDIVIDUAL
        name, number, address = (str(row.get(key) or "").strip() for key in ("name", "id_no", "address"))
        if citizen and len(name) > 1 and name in text:
            yield f"有自然人的姓名（第{text.index(name) + 1}字起）"
        if number and row.get("id_type") != IdType.CREDIT and number in text:
            yield f"有当事人的证件号码（第{text.index(number) + 1}字起）"
        if at_home and len(address) > ADDRESS_LEAST and address in text:
            yield f"有{'自然人' if citizen else '个体工商户'}的住址（第{text.index(address) + 1}字起）"
