"""A minor, victim, patient or recipient of aid can be recognised (PII-005)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.personal import NAME, found, real_name
from yifa.check.rule import ALL_KINDS, Rule
from yifa.law import act

_CLASS = (
    r"(?:未成年(?:人|学生|子女)|留守儿童|困境儿童|孤儿|流浪儿童|被害人|受害[人者]|被侵害人|艾滋病(?:人"
    r"|患者|感染者)|(?:精神(?:障碍|病)|传染病|重病|大病|肺结核|尿毒症)(?:患者|病人)|患者|病人|残疾(?:人"
    r"|儿童)|低保(?:户|对象|人员)|特困(?:人员|户|对象|供养人员)"
    r"|(?:受|被|拟)?(?:救助|帮扶|资助)对象|五保(?:户|老人)|贫困(?:户|学生)|困难(?:学生|群众)|吸毒人员"
    r"|戒毒人员|社区矫正对象|刑满释放人员|受助(?:人|学生)|失独(?:老人|家庭))"
)
_NAMED = re.compile(rf"{_CLASS}(?:姓名|名单|名册|包括|有|为|系|是)?[“（(：:为]?\s*(?P<name>{NAME})")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in found(draft, _NAMED):
        if real_name(one["name"]):
            yield Hit(one.start("name"), one.end("name"), confidence=0.85)


RULE = Rule(
    id="PII-005",
    group=Group.PERSONAL,
    severity=Severity.ERROR,
    summary="能认出未成年人、受害人、患者、残疾人、救助对象是谁",
    basis=(
        act("个人信息保护法")[28, 1],
        act("未成年人保护法")[103],
    ),
    suggestion="姓名改为“张某某”，删去年龄、住址、病情等",
    look=_look,
    fires=(
        "未成年人王小明，男，12岁",
        "受害人陈丽（女，20岁）的救助申请。",
        "低保户李大山因病住院。",
        "特困人员名单：周阿福、吴小妹。",
        "残疾儿童赵天佑的康复补贴。",
    ),
    silent=(
        "未成年人王某某受到帮扶",
        "未成年人保护工作应当加强。",
        "受害人可以申请救助。",
        "低保对象高度集中的村，由镇政府包联。",
        "残疾人康复机构应当公示收费。",
        "患者任何时候可以查询病历。",
    ),
    kinds=ALL_KINDS,
)
