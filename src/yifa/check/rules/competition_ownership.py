"""Ownership or size decides who may take part (COMP-017)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.market import even, hit, judged
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act

_STATE = re.compile(
    r"国有(?:独资|控股|及国有控股)?(?:企业|资本|公司|单位|平台)|国资(?:企业|公司)?|国企|央企|中央企业"
    r"|上市(?:公司|企业)|世界500强|大型(?:骨干)?企业|规模以上企业"
)
_OTHERS = re.compile(
    r"(?:民营|私营|民间|非公(?:有制)?|外资|外商投资|中小微?|民企|个体|小微|小作坊)(?:企业|资本|经济|主体|工商户)?"
)
_ONLY = re.compile(
    r"(?:仅限|只限|限于|限$|限(?=国)|以$|(?:只|仅)(?:接受|允许|面向|邀请|由|能由|对|向)|(?:必须|须|只能"
    r"|应当?)(?:为|是)|应当?(?:为|是)|限定为?|对象[是为])[^，。；]{0,14}$"
)
_FIRST = re.compile(r"(?:优先|先)(?:保|给|安排|支持|保障|选择|考虑|出租|租给|向|由|选用|保证|供给|让)?[^，。；]{0,10}$")
_EXCLUDED = re.compile(
    r"不得(?:参与|参加|承接|申报|投标|进入)|不予(?:受理|安排|支持)|须由[^，。；]{0,14}担保|(?:须|应当?"
    r"|需)[^，。；]{0,14}担保|除外|另行|(?:增加|加倍)[^，。；]{0,8}(?:保证|担保)|不(?:适用|享受|纳入|在)|不予邀请"
)
_BENEFIT = re.compile(r"优先(?:承接|中标|承租|获得|享有|享受|取得|供地|参与|入围)")
_TAKE_PART = re.compile(
    r"参与|参加|报名|承接|申报|申请|投标|承租|项目|合作|出租|招租|用地|资金|采购|贷款|厂房|承担|实施|开发"
    r"|竞买|中标|承接|分包|邀请|合作方|贴息|供应"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft, _TAKE_PART):
        if even(one) or not one.has(_TAKE_PART):
            continue
        for spot in one.find(_STATE):
            only = _ONLY.search(spot.text_before) or _FIRST.search(spot.text_before)
            if (only or _BENEFIT.match(spot.text_after)) and not (spot.denied or spot.taken_back or spot.conditional):
                yield hit(spot)
                break
        for spot in one.find(_OTHERS):
            if _EXCLUDED.search(spot.text_after) and not (spot.denied or spot.taken_back):
                yield hit(spot)
                break


RULE = Rule(
    id="COMP-017",
    group=Group.COMPETITION,
    severity=Severity.WARNING,
    summary="按照所有制、规模区别对待经营者",
    basis=(
        act("优化营商环境条例")[12, 2],
        act("公平竞争审查条例")[8].item(4),
    ),
    suggestion="改为各类所有制、各种规模的企业平等参与",
    look=_look,
    fires=(
        "项目仅限国有企业参与。",
        "停车场改造项目优先选择央企合作。",
        "报名单位必须为国有控股企业。",
        "民间资本不得参与供水项目。",
        "私营企业申请厂房承租的，应当提供双倍担保。",
    ),
    silent=(
        "各类所有制企业平等参与。",
        "不得仅限国有企业参与投标。",
        "国有企业应当公开招租项目资产。",
        "民营企业与国有企业平等申请资金。",
        "取消仅面向国有企业的报名条件。",
        "国有企业应当优先清偿拖欠中小企业账款。",
    ),
    kinds=PROVISIONS,
)
