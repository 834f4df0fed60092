"""Payments of several years without a budget (CONT-006)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Spot
from yifa.check.contract import NOT_PRIVATE, acts, meant
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.parties import Side
from yifa.check.rule import Rule
from yifa.check.words import HERE, NUMBER
from yifa.law import act

_N = r"[一二三四五六七八九十两\d]+"
_PAY = r"(?:支付|拨付|付给|付清|付款|补贴|补助|列支|安排|奖励)"
_ACTS = re.compile(
    rf"(?:连续{_N}(?:个)?(?:财政)?年(?:度)?|逐年|共付{_N}年|分{_N}年|分{_N}个年度|{_N}年内(?:逐年|分期)"
    rf"|每年(?!.{{0,4}}一次性?检)|每个?年度|{_N}年(?:内|期间|间)[^。；]{{0,20}}(?:按[月季年]|每[月季年]|每半年|分期"
    rf"|分{_N}[期次])|{_N}个(?:财政|自然|会计|预算)?年度(?:内|间)?|(?:今后|未来|此后|后续){_N}年(?:内"
    rf"|间)?)[^。；]{{0,30}}?{_PAY}"
)
_YEARS = re.compile(r"20[2-9]\d年[^。；]{0,40}?(?:支付|拨付|付清|付款|补贴|补助)")
_YEAR = re.compile(r"20[2-9]\d(?=年)")
_BUDGET = re.compile(r"预算|财政规划|人大(?:常委会)?批准|人民代表大会(?:常务委员会)?批准|财政承受能力|债券资金")
_LEAST_YEARS = 3
_MONEY = re.compile(r"元|补贴|补助|价款|费|款|资金|奖")
_SEVERAL = re.compile(rf"连续{_N}|分{_N}年|分{_N}个|逐年|期限{_N}年|{_N}年内|每年|每个?年度|按年")
_ONE_YEAR = re.compile(r"(?:期限|服务期)(?:为)?(?:一年|1年|壹年)")
_OTHER = re.compile(r"利息|租金由乙方|管理费由乙方|(?:检测|体检|评估|考核|审计)一次")


_FOR_YEARS = (
    frame(
        rf"(?:一直|连着|接着|持续){HERE}{{0,4}}(?:付|给|拨|补){HERE}{{0,4}}(?:到|满)?第?{NUMBER}年",
        unless=r"预算|乙方(?:向|每年)|财政规划",
    ),
    frame(
        r"(?:支付|付|补助|补贴|拨付|给|奖|使用费|服务费|租金|运营费)",
        within=(
            (
                rf"(?:连(?:续)?(?:给|付|补|拨)?|共付|共计|为期|期限|分|持续|一付|付满|给满"
                rf"|满){HERE}{{0,3}}{NUMBER}个?年|{NUMBER}年(?:付|给|清|期|内分|不变)"
                rf"|自?20[2-9][0-9]年{HERE}{{0,6}}(?:至|到|起){HERE}{{0,14}}(?:20[2-9][0-9]年|每年|逐年|按年)|逐年"
                rf"|每年"
            ),
            r"元|费|款|补|价",
        ),
        unless=(
            r"预算|财政规划|人大|乙方(?:每年|按年|逐年)?(?:向甲方)?(?:支付|缴|交)|租金由乙方|期限一年|一年期"
            r"|合同期一年|承租人"
        ),
    ),
)
_THREE_YEARS = re.compile(r"(?:[三四五六七八九十两二]|十[一-龥]|[2-9]|[1-9][0-9])个?年")


_LATER_YEARS = frame(
    r"(?:以后|后续|未来|今后|此后|下一|跨)(?:各|几|[一二三四五六七八九十0-9]+个?)?(?:财政|预算)?年度?(?!检|审)",
    within=(r"财政|甲方|政府|采购人", r"支付|解决|安排|拨付|列支|承担|付费|补助|补贴", r"价款|款|费|资金|元"),
    unless=r"预算|财政规划|人大|质保|租金由乙方|乙方(?:向|每年)|验收|利率|计划",
)
"""Money of years that no budget has been made for."""


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (
            Hit(s.start, s.end, confidence=0.65)
            for s in meant(draft, _FOR_YEARS, Side.GOVERNMENT, Side.UNKNOWN)
            if _THREE_YEARS.search(s.statement.text) and not _BUDGET.search(draft.text) and not _promised(draft)
        ),
        (
            Hit(s.start, s.end)
            for s in meant(draft, (_LATER_YEARS,), Side.GOVERNMENT, Side.UNKNOWN)
            if not _BUDGET.search(draft.text)
        ),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    if _ONE_YEAR.search(draft.text):
        return
    for spot in acts(draft, _ACTS, *NOT_PRIVATE):
        span = draft.outline.article(spot.start) or (spot.statement.start, spot.statement.end)
        if _BUDGET.search(draft.text, *span) or _promised(draft):
            continue
        if not re.search(_N + "年|年度|逐年", spot.text) and draft.parties.actor(spot) is not Side.GOVERNMENT:
            continue
        if _MONEY.search(spot.statement.text) and not _OTHER.search(spot.statement.text):
            yield Hit(spot.start, spot.end, confidence=0.75)

    for one in draft.statements:
        found = _YEARS.search(one.text)
        if not found or len(set(_YEAR.findall(one.text))) < _LEAST_YEARS or not one.has(_MONEY):
            continue
        span = draft.outline.article(one.start) or (one.start, one.end)
        if _BUDGET.search(draft.text, *span) or _promised(draft) or one.has(_ACTS):
            continue
        if (
            draft.parties.actor(Spot(one, one.start + found.end() - 2, one.start + found.end(), found[0][-2:]))
            in NOT_PRIVATE
        ):
            yield Hit(one.start + found.start(), one.start + found.end(), confidence=0.7)


def _promised(draft: Draft) -> bool:
    """Whether the contract elsewhere says that its money is in the budget."""
    return any(
        re.search(r"(?:资金|支出|费用|款项)[^。；]{0,16}(?:列入|纳入)[^。；]{0,14}预算", one.text)
        for one in draft.statements
    )


RULE = Rule(
    id="CONT-006",
    group=Group.CONTRACT,
    severity=Severity.WARNING,
    summary="跨年度支出没有说明预算安排",
    basis=(act("预算法")[13], act("保障中小企业款项支付条例")[8, 1]),
    suggestion="写明列入中期财政规划和年度预算并经批准",
    look=_look,
    fires=(
        "甲方连续10年每年支付500万元。",
        "合同价款由甲方分三年支付。",
        "县政府每年补贴乙方运营费用八十万元，期限十五年。",
        "采购人在六年内分期拨付服务费。",
        "奖励资金由甲方分五个年度拨付。",
    ),
    silent=(
        "甲方每年支付500万元，列入年度预算并经批准后支付。",
        "乙方每年支付租金十万元。",
        "第三条 甲方分三年支付价款。\n所需资金已经纳入中期财政规划。",
        "承租人按年支付租金。",
        "甲方每月支付服务费五千元。",
    ),
    kinds=(DraftKind.CONTRACT,),
    general=True,
)
