"""A short name is defined twice, or not used, or used and not defined (STRU-006)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.parts import Part
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.structure import Named, defined_names

_BODIES = re.compile(
    r"(?P<before>执行|服从|听从|提交|报送|请示|按照|根据|协助|配合|支持|.)(?P<name>领导小组|联席会议|指挥部|工作专班)",
    re.DOTALL,
)
_MADE = re.compile(r"成立|设立|组建|建立|下设|组成")
_OFTEN = 3
_BEFORE_BARE = "由向报经在和与的对各请送为及后前是"


def _look(draft: Draft) -> Iterator[Hit]:
    for part in draft.parts:
        seen: dict[str, Named] = {}
        for one in defined_names(draft, part):
            if one.name in seen:
                yield Hit(one.start, one.end, f"“{one.name}”前面已经定义过。", confidence=0.9)
            elif one.name not in draft.text[one.end :] and len(one.name) > 1:
                yield Hit(one.start, one.end, f"“{one.name}”定义后没有使用。", confidence=0.85)
            seen.setdefault(one.name, one)
        yield from _undefined(draft, part, set(seen))


def _undefined(draft: Draft, part: Part, defined: set[str]) -> Iterator[Hit]:
    """A body that the text speaks of often and never by its full name: which one is it?"""
    text = "\n" + draft.masked[part.start : part.end]
    found = list(_BODIES.finditer(text))
    for name in sorted({one["name"] for one in found}):
        places = [one for one in found if one["name"] == name]
        bare = all(
            len(one["before"]) > 1 or one["before"] in _BEFORE_BARE or not "\u4e00" <= one["before"] <= "\u9fff"
            for one in places
        )
        if len(places) >= _OFTEN and bare and name not in defined and not _MADE.search(text):
            at = part.start + places[0].start("name") - 1
            yield Hit(at, at + len(name), f"“{name}”多次出现，没有写全称或者定义。", confidence=0.75)


RULE = Rule(
    id="STRU-006",
    group=Group.STRUCTURE,
    severity=Severity.WARNING,
    summary="简称重复定义、定义后没有使用，或者没有定义就使用",
    basis=("《立法技术规范（试行）（一）》2",),
    suggestion="第一次出现时写全称并定义简称，以后用简称",
    look=_look,
    fires=(
        "县水利局（以下简称水利局）负责。\n某县水利局（以下简称水利局）解释。水利局公布。",
        "某县自然资源和规划局（以下简称“县资规局”）负责实施。\n各镇应当配合。",
        "领导小组应当研究重大事项。\n领导小组每年开会。\n重大事项由领导小组决定。",
        "某县大数据中心（下称数据中心）承担建设。",
        "县城建设指挥事项，报指挥部审定。\n指挥部负责督办。\n指挥部每月通报。",
    ),
    silent=(
        "某县水利局（以下简称水利局）负责。水利局应当公布。",
        "区合同管理领导小组（以下简称领导小组）负责。领导小组每年开会。领导小组研究重大事项。",
        "县政府成立防汛指挥部。指挥部负责督办。指挥部每月通报。指挥部解散。",
        "县税务局、县财政局（以下统称征收部门）负责征收。征收部门应当公示。",
        "领导小组应当开会。",
    ),
    kinds=PROVISIONS,
)
