"""A public copy shows a citizen's identity number (publication_unmasked)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from yifa.areas.enforcement.bases import PENALTY
from yifa.areas.enforcement.common.identity import birth_of, identity_check_character
from yifa.kernel.models import Published
from yifa.law import act
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import CHUNK

NUMBER = re.compile(r"(?<![0-9A-Za-z])[1-9]\d{16}[0-9Xx](?![0-9A-Za-z])")


def _find(look: Look) -> Iterator[Found]:
    rows = Published._base_manager.filter(withdrawn_on=None)
    if look.organs is not None:
        rows = rows.filter(case__organ_id__in=look.organs)
    fields = ("pk", "case_id", "case__organ_id", "on", "content")
    for pk, case, organ, on, content in rows.values_list(*fields).iterator(chunk_size=CHUNK):
        numbers = [found for found in NUMBER.findall(json.dumps(content, ensure_ascii=False)) if _is_identity(found)]
        if numbers:
            shown = f"{numbers[0][:4]}…{numbers[0][-2:]}"
            text = (
                f"{on}公开的副本中有{len(numbers)}个没有遮蔽的公民身份号码（{shown}），应当立即撤回、遮蔽后重新公开。"
            )
            yield Found(f"case:{case}:{pk}", organ, text, on, case)


def _is_identity(number: str) -> bool:
    """Whether the check character and the date of birth are right: any other number of 18 digits is none."""
    held = number.upper()
    return birth_of(held) is not None and identity_check_character(held[:17]) == held[17]


CLUE = Clue(
    code="publication_unmasked", label="公开内容没有遮蔽身份号码", basis=(PENALTY[50], act("个人信息保护法")[25]),
    looks_at="各程序没有撤回的公开副本（18位号码经校验码核对）", severity=Severity.GRAVE, find=_find,
    act_kind="system", problem="system",
)  # fmt: skip
