"""A petitioner, informant or complainant is named (PII-006)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.personal import NAME, found, real_name
from yifa.check.rule import ALL_KINDS, Rule
from yifa.law import act

_NAMED = re.compile(
    r"(?:信访|上访|举报|检举|控告|投诉|来访|反映|揭发)(?:人员?|者|群众)(?:姓名|代表)?(?:为|系|是)?[“（(：:]?\s*"
    rf"(?P<name>{NAME})"
)
_ACTING = re.compile(
    rf"(?:村民|居民|群众|市民|业主|职工|[：:，。到]\s*)(?P<name>{NAME})(?:等[^，。；]{{0,4}}人)?(?:实名)?"
    r"(?:举报|投诉|信访|上访|来信|来访|控告|检举|反映)"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for pattern in (_NAMED, _ACTING):
        for one in found(draft, pattern):
            if real_name(one["name"]):
                yield Hit(one.start("name"), one.end("name"), confidence=0.9)


RULE = Rule(
    id="PII-006",
    group=Group.PERSONAL,
    severity=Severity.ERROR,
    summary="写出了信访人、举报人、投诉人的姓名",
    basis=(
        act("信访工作条例")[30],
        act("个人信息保护法")[25],
    ),
    suggestion="隐去姓名，改为“信访人”或者“张某”",
    look=_look,
    fires=(
        "信访人李大伟，反映征地补偿问题",
        "举报人：周明，2026年3月来信。",
        "投诉人王芳女士要求退款。",
        "经查，检举者陈国庆反映的问题属实。",
        "上访群众代表吴大海等五人的诉求。",
        "接到业主邱建平投诉，电梯停运三日。",
    ),
    silent=(
        "信访人应当如实反映情况",
        "举报人高某的信息应当保密。",
        "投诉人任何时候可以撤回投诉。",
        "信访人和有权处理的机关可以和解。",
        "举报人许可后方能公开。",
        "检举人的姓名不得泄露。",
    ),
    kinds=ALL_KINDS,
)
