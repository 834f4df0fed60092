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
_LISTED = re.compile(
    rf"{_CLASS}[^，。；：\n]{{0,12}}?(?:对象|名单|名册|人员)(?:为|包括|有|是)?[：:]\s*(?P<name>{NAME})"
)
_STATE = (
    r"(?:[一二三四1-4]级[^，。；]{0,4}残疾|(?:精神|智力|肢体|视力|听力|言语|多重)残疾|(?:患有?|确诊(?:为|患)?|罹患|身患)[^，。；]{1,12}(?:病|症|癌"
    r"|瘤|炎|障碍|瘫)|艾滋|(?:系|为|属|是)?(?:低保|特困|五保|孤儿|留守儿童|困境儿童|监测户|失独|吸毒|刑满释放|社区矫正)|年仅"
    r"|(?<!\d)(?:\d|1[0-7])(?:周)?岁|(?:[二三四五六七八九]|十[一二三四五六七]?)(?:周)?岁(?!以)|遭(?:受|到)?[^，。；]{0,6}(?:侵害|家暴|拐卖|虐待|强奸|猥亵))"
)
_IN_A_STATE = re.compile(
    rf"(?:^|(?<=[，。；：:、\s　民生员户子女象童人]))(?P<name>{NAME})[（(，、：:]?"
    rf"(?:[男女]，?)?[^，。；\n]{{0,8}}?{_STATE}",
    re.MULTILINE,
)


def _look(draft: Draft) -> Iterator[Hit]:
    said: set[int] = set()
    for pattern, sure in ((_NAMED, 0.85), (_LISTED, 0.85), (_IN_A_STATE, 0.7)):
        for one in found(draft, pattern):
            if real_name(one["name"]) and one.start("name") not in said:
                said.add(one.start("name"))
                yield Hit(one.start("name"), one.end("name"), confidence=sure)


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
        "困境儿童慰问对象：罗小满。",
        "学生何安宁，患先天性心脏病，已纳入救助。",
        "村民谢广田，二级肢体残疾，由镇里安排护理。",
    ),
    silent=(
        "未成年人王某某受到帮扶",
        "未成年人保护工作应当加强。",
        "受害人可以申请救助。",
        "低保对象高度集中的村，由镇政府包联。",
        "残疾人康复机构应当公示收费。",
        "患者任何时候可以查询病历。",
        "方案规定，低保标准逐年提高。",
        "严禁向患有疾病的职工安排夜班。",
    ),
    kinds=ALL_KINDS,
)
