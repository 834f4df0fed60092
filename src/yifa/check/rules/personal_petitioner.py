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
    r"(?:信访|上访|举报|检举|控告|投诉|来访|反映|揭发|来信|来电|诉求|申诉)(?:人员?|者|群众)(?:姓名|代表)?(?:为|系|是)?[“（(：:]?\s*"
    rf"(?P<name>{NAME})"
)
_ACTING = re.compile(
    rf"(?:村民|居民|群众|市民|业主|职工|[：:，。到]\s*)(?P<name>{NAME})(?:等[^，。；]{{0,4}}人)?(?:实名)?"
    r"(?:举报|投诉|信访|上访|来信|来访|控告|检举|反映)"
)
_COMPLAINT = r"(?:举报|投诉|信访|上访|来信|来访|控告|检举|申诉)"
_BY = re.compile(
    rf"{_COMPLAINT}(?:材料|信件?|线索|事项|诉求|件)?[^，。；\n]{{0,4}}(?:由|系)[^，。；\n]{{0,12}}?(?:[民户主工人员者]|某[村镇县])?"
    rf"(?P<name>{NAME})(?:等[^，。；]{{0,4}}人)?(?:实名|书面)?(?:提交|提出|反映|递交|寄|所)"
)
_ABOUT = re.compile(
    rf"(?:关于|针对|就|对|收到|接到|答复)(?:[^，。；\n]{{0,8}}[民户主工])?(?P<name>{NAME})(?:等[^，。；]{{0,4}}人)?(?:同志|先生|女士)?的?"
    rf"(?:实名)?(?:{_COMPLAINT}|反映[^，。；]{{0,12}}问题)"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for pattern in (_NAMED, _ACTING, _BY, _ABOUT):
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
        "举报信由河东村村民谭国富递交。",
        "关于韩志刚信访事项的答复。",
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
