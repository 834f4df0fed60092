"""The date of signature is written in Chinese numerals or with leading zeros (FORM-006)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from yifa.check.draft import Draft
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law.numerals import to_int

_BAD = re.compile(r"二[〇○零Oo0]|年[ ]?0\d|月[ ]?0\d")


def _look(draft: Draft) -> Iterator[Hit]:
    span = draft.letter.date
    if span and _BAD.search(draft.text, *span):
        yield Hit(*span)


_PARTS = re.compile(r"(\S+?) ?年 ?(\S+?) ?月 ?(\S+?) ?日")


def _fix(quote: str) -> str | None:
    found = _PARTS.fullmatch(quote)
    try:
        day = date(*map(to_int, found.groups())) if found else None
    except ValueError:
        return None
    return f"{day.year}年{day.month}月{day.day}日" if day else None


RULE = Rule(
    id="FORM-006",
    group=Group.FORM,
    severity=Severity.WARNING,
    summary="成文日期要用阿拉伯数字，月、日不编虚位",
    basis=("GB/T 9704—2012 7.3.5.4",),
    suggestion="写成“2024年3月5日”",
    look=_look,
    fires=(
        "2024年03月05日",
        "某县人民政府\n二〇二六年三月五日",
        "某县司法局关于培训的通知\n各司法所：\n请参加。\n某县司法局 2026年3月05日",
        "某县人民政府\n二零二六年十二月三十一日",
        "某县司法局\n2026年03月15日\n（此件公开发布）",
    ),
    silent=(
        "2024年3月5日",
        "某县人民政府\n2026年3月5日",
        "第五条 本办法自二〇二六年五月一日起施行。",
        "本办法自2026年05月01日起施行。",
        "某县人民政府\n2026年10月20日",
    ),
    kinds=(DraftKind.NORMATIVE, DraftKind.DECISION, DraftKind.REPORT),
    fix=_fix,
)
