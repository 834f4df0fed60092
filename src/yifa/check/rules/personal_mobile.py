"""A person's mobile number stands in a public text (PII-002)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.personal import around, found
from yifa.check.rule import ALL_KINDS, Rule
from yifa.law import act

_NUMBER = re.compile(r"(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d(?:[- \u3000]?\d{4}){2}(?![\d])")
_OFFICE = re.compile(
    r"办公|政务|咨询|监督|热线|值班|服务电话|举报(?:电话|手机)|投诉(?:电话|手机)|受理电话|窗口|客服|联系单位"
)
_PERSON = re.compile(r"个人手机|本人|私人|同号|微信|联系人|[女先]士|先生|老师|会计|组长|村民|户主|[哥姐叔婶]")
_NO_PHONE = re.compile(r"^\s*(?:[万亿]?元|%|[件份户人次吨米亩个]|平方)")
_CODE = re.compile(r"(?:编号|单号|代码|金额|字号|流水号|合同号|计划号|证号)[：:为]?\s*$")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in found(draft, _NUMBER):
        before, behind = around(draft, one.start(), one.end())
        if _NO_PHONE.match(behind) or _CODE.search(before):
            continue
        if not (_OFFICE.search(before + behind) and not _PERSON.search(before)):
            yield Hit(one.start(), one.end(), confidence=0.9)


RULE = Rule(
    id="PII-002",
    group=Group.PERSONAL,
    severity=Severity.ERROR,
    summary="公开的文本里有个人手机号码",
    basis=(
        act("政府信息公开条例")[15],
        act("个人信息保护法")[25],
    ),
    suggestion="删除；需要联系方式的，写单位的办公电话",
    look=_look,
    fires=(
        "联系人张某，13800138000",
        "有疑问的，请与村会计联系，电话138 0013 8000。",
        "户主沈某（+86 13800138000）已签字。",
        "|1|张某|13800138000|",
        "会议通知发送至李主任手机13800138000。",
    ),
    silent=(
        "监督电话0574-65551234",
        "咨询电话：13800138000（工作时间）。",
        "值班手机13800138000，由办公室轮流值守。",
        "补助总额13800138000元。",
        "编号13800138000",
        "服务热线12345。",
    ),
    kinds=ALL_KINDS,
)
