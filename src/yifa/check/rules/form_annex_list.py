"""The list of annexes is wrongly numbered or punctuated (FORM-007)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule

_NUMBER = re.compile(
    r"(?:附件[ \t]*[：:])?[ \t\u3000]*(?:\d{1,2}[ \t]*[、,，）)]|[一二三四五六七八九十]{1,3}、"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)])"
)
_MARK = re.compile(r"[。；，、;,.]$")


def _look(draft: Draft) -> Iterator[Hit]:
    for line in draft.letter.listed:
        bare = line.text.strip()
        start = line.start + line.text.index(bare)
        if _NUMBER.match(bare):
            yield Hit(start, start + len(bare), "附件的顺序号要写成“1.”。")
        elif _MARK.search(bare):
            yield Hit(start, start + len(bare), "附件名称后面不加标点。")
        elif bare.startswith("附件:"):
            yield Hit(start, start + len(bare), "“附件”后面用全角冒号。")


RULE = Rule(
    id="FORM-007",
    group=Group.FORM,
    severity=Severity.INFO,
    summary="附件说明的顺序号或者标点有误",
    basis=("GB/T 9704—2012 7.3.4",),
    suggestion="写成“附件：1. 某某表”，名称后不加标点",
    look=_look,
    fires=(
        "附件：1、申请表。",
        "某县司法局关于培训的通知\n各司法所：\n请参加。\n附件：1. 日程\n2、回执\n某县司法局\n2026年5月1日",
        "附件：培训日程。",
        "附件：（一）日程\n（二）回执",
        "附件:日程",
    ),
    silent=(
        "附件：1. 申请表",
        "附件：申请表",
        "附件：1. 申请表（样式）\n2. 汇总表\n某县司法局\n2026年5月1日",
        "申请材料见附件：1、2。",
        "附件\n培训日程",
    ),
    kinds=(DraftKind.NORMATIVE, DraftKind.DECISION, DraftKind.REPORT),
)
