"""An English abbreviation that is not explained (WORD-018)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded
from yifa.law import act

_WORDS = re.compile(r"(?<![A-Za-z0-9（(.@/])(?:[A-Z]{2,6}s?|[A-Z]{1,3}[a-z]?[A-Z]{1,4}s?)(?![A-Za-z0-9）)/—.@-])")
_COMMON = frozenset("GB DB PDF OFD WPS ISO IP USB LED QQ APP VIP WIFI PM PH CT ID".split())


def _look(draft: Draft) -> Iterator[Hit]:
    seen: set[str] = set()
    for hit in worded(draft, _WORDS):
        word = draft.text[hit.start : hit.end]
        if draft.text[draft.text.rfind("\n", 0, hit.start) + 1 :][:4] == "<!--":
            continue  # a mark of the file, no text
        if not set(word) - set("IVX"):
            continue  # a Roman numeral
        if word not in _COMMON | seen and f"（{word}）" not in draft.text and f"（以下简称{word}）" not in draft.text:
            seen.add(word)
            yield hit


RULE = Rule(
    id="WORD-018",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="没有解释的英文缩写",
    basis=(act("党政机关公文处理工作条例")[19],),
    suggestion="第一次出现时写中文全称，缩写放在括号里",
    look=_look,
    fires=("开展PPP项目。",),
    silent=("开展政府和社会资本合作项目。", "开展政府和社会资本合作（PPP）项目，PPP项目应当公开。", "上传PDF文件。"),
    kinds=PROVISIONS,
)
