"""The text refers to an annex that is not there, or an annex is not referred to (STRU-007)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.structure import annex_references, appended_annexes, listed_annexes
from yifa.check.zones import MASK

_CITED = 2
"""Where so many annexes are referred to by number, one that is not has been forgotten."""


def _look(draft: Draft) -> Iterator[Hit]:
    listed, appended = listed_annexes(draft), appended_annexes(draft)
    known = set(listed) | set(appended)
    cited: set[int] = set()
    for start, end, number in annex_references(draft):
        cited.add(number)
        if known and number not in known and not (number == 1 and 0 in known):
            yield Hit(start, end, f"没有附件{number}。", confidence=0.95)
    yield from _not_appended(draft, listed, appended)
    forgotten = sorted(set(listed) - cited)
    if len(cited & set(listed)) >= _CITED and len(forgotten) == 1:
        number = forgotten[0]
        start, end = listed[number]
        if not _named(draft, start, end):
            yield Hit(start, end, f"附件{number}在正文里没有提到。", severity=Severity.WARNING, confidence=0.7)


def _not_appended(
    draft: Draft, listed: dict[int, tuple[int, int]], appended: dict[int, tuple[int, int]]
) -> Iterator[Hit]:
    """Where annexes stand behind the text: those of the list that do not, and those that the list lacks."""
    numbered = set(appended) - {0}
    if len(listed) < 2 or not numbered:
        return
    for number in sorted(set(listed) - numbered):
        yield Hit(*listed[number], f"附件{number}没有附上。", confidence=0.8)
    for number in sorted(numbered - set(listed)):
        if number == len(listed) + 1:
            yield Hit(*appended[number], f"附件{number}没有列入附件说明。", confidence=0.8)


def _named(draft: Draft, start: int, end: int) -> bool:
    """Whether the text before the list names an annex by its title."""
    name = draft.text[start:end].split("：")[-1].lstrip("0123456789.．、 \u3000《").rstrip("》。；，（）() \u3000")
    before = draft.text[:start].replace(MASK, "")
    return bool(name) and any(name[at : at + 4] in before for at in range(0, max(1, len(name) - 3), 2))


RULE = Rule(
    id="STRU-007",
    group=Group.STRUCTURE,
    severity=Severity.ERROR,
    summary="正文提到的附件不存在，或者附件没有被提到",
    basis=("GB/T 9704—2012 7.3.4、7.3.7",),
    suggestion="核对正文、附件说明和所附的附件，补上或者删去",
    look=_look,
    fires=(
        "申请表见附件3。\n附件：1. 办法\n2. 名单",
        "某县民政局关于填报的通知\n各镇人民政府：\n请填写表格（见附件2）。\n附件：登记表\n某县民政局\n2026年5月1日",
        "申请书格式见附件2。\n附件1\n申请书\n内容\n附件3\n名册\n内容",
        "请按附件1至4的格式填写。\n附件：1. 甲表\n2. 乙表\n3. 丙表",
        "格式见附件1、附件2。\n附件：1. 甲表\n2. 乙表\n附件1\n甲表\n内容",
    ),
    silent=(
        "申请表见附件2。\n附件：1. 申请表办法\n2. 申请表",
        "依照《某通知》附件5执行。\n附件：名单",
        "申请表见附件3。",
        "申请表见附件。\n附件\n申请表",
        "请填写附件1、2、3。\n附件：1. 甲表\n2. 乙表\n3. 丙表\n附件1\n甲表\n附件2\n乙表\n附件3\n丙表",
    ),
    kinds=PROVISIONS,
)
