"""A person's bank account stands in a public text (PII-003)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.personal import around, found, luhn
from yifa.check.rule import ALL_KINDS, Rule
from yifa.law import act

_NUMBER = re.compile(r"(?<![\dA-Za-z-])\d(?:[ \u3000]?\d){11,20}(?![\dA-Za-z-])")
_ACCOUNT = re.compile(r"[账帐][号户]|卡号|银行卡|[行社商信储]卡|一卡通|存折|卡[：:]|卡(?=\d|$)|[汇存打转]入|开户")
_ORGAN = re.compile(r"财政|国库|专户|中心|对公|基本户|公司|保证金|非税|局|政府|学校|医院|合作社|委员会|单位|协会|法院")
_CODE = re.compile(r"(?:编号|单号|代码|计划号|合同|流水号|条码|证号)[^，。；\d]{0,4}$")
_CARD_LENGTHS = range(16, 20)


def _look(draft: Draft) -> Iterator[Hit]:
    for one in found(draft, _NUMBER):
        digits = re.sub(r"\D", "", one[0])
        before, behind = around(draft, one.start(), one.end(), 40)
        if _CODE.search(before) or _ORGAN.search(before + behind):
            continue
        is_card = digits.startswith("62") and len(digits) in _CARD_LENGTHS and luhn(digits)
        if is_card or _ACCOUNT.search(before):
            yield Hit(one.start(), one.end(), confidence=0.95 if is_card else 0.8)


RULE = Rule(
    id="PII-003",
    group=Group.PERSONAL,
    severity=Severity.ERROR,
    summary="公开的文本里有个人银行账号",
    basis=(
        act("个人信息保护法")[28, 1],
        act("个人信息保护法")[25],
    ),
    suggestion="删除，或者只保留末四位",
    look=_look,
    fires=(
        "账号：6222021234567890123",
        "补助打入社保卡 6222 0212 3456 7890 128。",
        "户主张某，银行卡6222021234567890123",
        "退款卡号6222021234567890123，已核对。",
        "存折账号330226101234567，开户人张某。",
    ),
    silent=(
        "账号信息已遮蔽",
        "缴入县财政专户，账号201000099990001。",
        "采购编号622202123456789012",
        "银行账号由申请人填报。",
        "公司基本户账号33001999990000222211。",
        "合同编号：123456789012345678",
    ),
    kinds=ALL_KINDS,
)
