"""A number of a heading has the wrong mark behind it: （一）、 (FORM-009)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule

_LINE = r"(?:(?:^|\n)[ \t\u3000]*|(?<=[。；：]))"
_MARKS = (
    re.compile(r"(?:^|\n)[ \t\u3000]*(\d{1,2}[.．、][.．、，])"),
    re.compile(_LINE + r"([（(][一二三四五六七八九十\d]{1,3}[）)][、，．.,：:])(?![（(第])"),
    re.compile(r"(?:^|\n)[ \t\u3000]*([一二三四五六七八九十]{1,3}[.．,，：:])"),
    re.compile(_LINE + r"(第[一二三四五六七八九十]、)(?!第?[一二三四五六七八九十]+[、和条款项章])"),
    re.compile(r"(?:^|\n)[ \t\u3000]*([①-⑳][、，．.])"),
)


def _look(draft: Draft) -> Iterator[Hit]:
    end = draft.body[1]
    for marks in _MARKS:
        yield from (Hit(found.start(1), found.end(1)) for found in marks.finditer(draft.masked, 0, end))


def _fix(quote: str) -> str:
    number = quote[:-1]
    if number[0] == "第":
        return f"{number}，"
    if number[0].isdecimal():
        return number.rstrip("、.．") + "."
    return number if number[0] in "（(" or "①" <= number[0] <= "⑳" else f"{number}、"


RULE = Rule(
    id="FORM-009",
    group=Group.FORM,
    severity=Severity.INFO,
    summary="序次语后面的标点有误",
    basis=("GB/T 15834—2011《标点符号用法》", "GB/T 9704—2012 7.3.3"),
    suggestion="“一”后面用顿号，“（一）”“（1）”后面不加标点，“第一”后面用逗号",
    look=_look,
    fires=(
        "（一）、加强领导",
        "一.指导思想\n坚持统筹。",
        "任务如下：（一），摸清底数；",
        "第一、统一思想。第二、落实责任。",
        "（1）．登记造册",
    ),
    silent=(
        "（一）加强领导",
        "一、指导思想",
        "依照本条第（一）、（二）项处理。",
        "第一，统一思想。",
        "第一、二、三条的规定适用于各镇。",
        "有第三条第（一）、（三）项情形的，不予受理。",
    ),
    kinds=(DraftKind.NORMATIVE, DraftKind.DECISION, DraftKind.REPORT),
    fix=_fix,
)
