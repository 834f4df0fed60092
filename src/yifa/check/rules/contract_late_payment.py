"""Small and medium-sized firms are paid after more than sixty days (CONT-012)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.bargain import OTHER_SIDE, PAYS, PRICE, WORK_DONE
from yifa.check.clause import Spot, Statement
from yifa.check.contract import PERIOD, days, meant, refused
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.parties import Side
from yifa.check.rule import Example, Rule
from yifa.check.words import HERE, NUMBER
from yifa.law import act

_LARGE = re.compile(rf"(?:{OTHER_SIDE}|供货商|供货方|卖方)(?:为|系|是|属于?)大型企业")
_LIMIT = 62
"""Days; two months have up to 62."""
_NO_PERIOD = 20_000
"""2026年 is a year and no period."""
_PAY = r"(?:支付(?!方式|宝)|付清|付款|结清|拨付|付至|给付|付讫|付合同|付全|付(?=[总尾余剩全货工服价]))"
_BEHIND = re.compile(
    rf"^(?:之?内|以内|后|届满后)?[^，。；]{{0,24}}?{_PAY}|^(?:之?内|以内|后)?，[^，。；]{{0,16}}?{_PAY}"
)
_TERM = re.compile(r"(?:付款|支付|结算|账|帐|信用)(?:期限?|周期|时间|账期)[^，。；]{0,24}$|账期[^，。；]{0,14}$")
_ONE_OFF = re.compile(
    r"还清|集资|回报|质保|质量保证金|保修|缺陷责任|保证金|押金|违约金|赔偿|补偿|罚|利息|返还|退还|养老|审核|验收报告"
)
_BETWEEN = re.compile(
    r"完成(?!支付|付款)|提交|办理|审核|审定|开具|答复|通知|交付|交货|组织|出具|整改|每[年月季半次批期]|逐年|逐月"
    r"|分期|分[^，。；]{1,3}[次年]|按[年月季]"
)
_BEFORE_WORK = re.compile(r"签订|签署|生效|开工|订立")
_WORK = re.compile(r"终验|初验|合格|收货|交付|验收|竣工|结算|发票|到货|交货|完工|完成|履行|确认|送达|移交|收到|审核")
_TERM_DAY = re.compile(
    r"(?:验收|交付|收货|供货|完工|竣工|合格)[^，。；]{0,6}(?:后|起)第$|(?:付款|支付)(?:时间|日期|日)?(?:为"
    r"|是)[^，。；]{0,14}第$"
)
_NEXT_YEAR = re.compile(
    rf"(?:验收|交付|竣工|完工|供货|交货)[^，。；]{{0,14}}次年(?:年底|底|[6-9]月|1[0-2]月|下半年"
    rf"|年末)[^，。；]{{0,12}}{_PAY}"
)
_TO_GOVERNMENT = re.compile(r"[向给](?:出租人|出让人|委托人)?(?:甲方|采购人|发包人|出让人|县|区|镇|财政|国库)")
_PERIODICAL = re.compile(
    r"每(?:隔)?$|[上本下前当]$|(?:未来|今后|此后|以后)$|(?<!付款)(?<!支付)期限$|分$|连续$|逐$|共$|(?:服务|合同"
    r"|合作|租赁|运营|质保|保修|维护|责任|有效)期(?:限)?(?:为|共|满|内)?$|满$|第$|前$|近$|过去$|超过$|逾期$"
    r"|不少于$|每满$"
)


_LONG = (
    frame(
        (
            rf"(?:压|拖|过|放){HERE}{{0,2}}(?:半年|[一二三]年|[三四五六七八九]个月|一百[一-龥]{{0,3}}天"
            rf"|[七八九]十天|{NUMBER}天){HERE}{{0,4}}(?:再|才|后|给|结|付)"
        ),
        within=(r"款|钱|付|结|给", r"货|验收|完工|工程|款|交付"),
        unless=r"质保|保修|乙方(?:付|交)",
    ),
    frame(
        r"(?:付(?:清|款|完|讫|钱|全部|尾款|货款)?|支付|到账|结清|结付|打款|给钱|拨付)",
        within=(
            (
                rf"(?:满|第){HERE}{{0,2}}(?:[四五六七八九]个月|[六七八九十]十日|[七八九]十(?:个?工作)?[日天]|九十"
                rf"|一百|[3-9]个月|1[0-9]{{2}}[日天]|[7-9][0-9][日天]|[半一]年)|(?:次年|第二年|来年"
                rf"|翌年){HERE}{{0,4}}(?:年底|底|[四五六七八九]月|十月|[4-9]月|1[0-2]月|下半年)|{NUMBER}(?:日|天"
                rf"|个月){HERE}{{0,2}}(?:后|付|到账|结)"
            ),
            (
                r"验收|交付|收货|供货|完工|竣工|合格|入库|上线|终验|发票|审计|服务期|结算|货到|审核|通过|确认|签收"
                r"|移交|决算|交货|尾款|货款|工程款"
            ),
        ),
        unless=(
            r"质保|质量保证金|保修|缺陷|保证金|违约金|乙方(?:应|须)[^，。；]{0,10}(?:付|支付|缴)|预付|租金|大型企业"
        ),
    ),
)
_COUNTS = re.compile(r"(?:满|第|后|起|之日|起算|合格|收到[^，。；]{0,6})[^，。；]{0,2}$")
_DELIVERS = re.compile(r"(?:之?内)?[^，。；]{0,8}(?:交货|完成|提交|竣工|安装|供货|开工|交付|送达|整改)")
_NEXT = re.compile(
    r"(?:压|拖|放)[^，。；]{0,2}(?:半年|[一二三]年)|过一百|(?:次年|第二年|来年|翌年)[^，。；]{0,4}(?:年底|底"
    r"|[四五六七八九]月|十月|[4-9]月|1[0-2]月|下半年)"
)


def _late(draft: Draft) -> Iterator[Hit]:
    """Payment only when months have gone by: 满六个月后付, 于第一百二十日付款, 次年年底前付."""
    for spot in meant(draft, _LONG, Side.GOVERNMENT, Side.BOTH, Side.UNKNOWN, refusals=True):
        one = spot.statement
        waited = any(
            _LIMIT < days(found) < _NO_PERIOD
            for found in PERIOD.finditer(one.text)
            if _COUNTS.search(one.text[: found.start()]) and not _DELIVERS.match(one.text[found.end() :])
        )
        if waited or _NEXT.search(one.text):
            yield Hit(spot.start, spot.end, "验收、交付以后超过六十日才付款。", confidence=0.7)


_EXCEPTED = re.compile(
    r"质保|质量保证金|保修|缺陷责任|保证金|押金|违约金|赔偿|补偿|罚|利息|返还|退还|养老|还清|集资|回报|备足|筹|垫"
    r"|带资|自有资金|融资|自筹|租金|租赁期|服务期|合同期|合作期|有效期|期限(?:为|共)[^，。；]{0,8}年|预付|定金"
    r"|每[年月季]|按[年月季]|逐[年月]|分期|分[^，。；]{1,3}[次年期]|大型企业|乙方(?:应当?|须|负责|将"
    r"|于)[^，。；]{0,6}(?:支付|缴|付款|付清)|向甲方|预算|运营|折旧|保质|延期|顺延|逾期"
)


def _long_after(draft: Draft) -> Iterator[Hit]:
    """Work is done, and a price is paid more than sixty days from then, whatever the order of the two."""
    for one in draft.holding(_PAID, _PRICED, _DONE):
        if not (one.has(_PAID) and one.has(_PRICED) and one.has(_DONE)) or one.has(_EXCEPTED):
            continue
        for found in PERIOD.finditer(one.text):
            before, behind = one.text[: found.start()], one.text[found.end() :]
            if not _LIMIT < days(found) < _NO_PERIOD or (_PERIODICAL.search(before) and not before.endswith("满")):
                continue
            spot = Spot(one, one.start + found.start(), one.start + found.end(), found[0])
            if not (
                _DELIVERS.match(behind)
                or re.match("[度期的]|之?内[^，。；]{0,6}(?:完成|组织|提交|出具)", behind)
                or refused(spot)
            ):
                yield Hit(spot.start, spot.end, f"付款期限约{days(found):.0f}日，超过六十日。")
                break


_PAID = re.compile(PAYS + "|账期|付款期限|付款周期|支付期限")
_PRICED = re.compile(PRICE + "|付款期限|付款周期|支付期限|账期")
_DONE = re.compile(WORK_DONE + "|货款|账期")


def _look(draft: Draft) -> Iterator[Hit]:
    """Not what large firms are owed."""
    if draft.facts.get("counterparty") in ("large", "大型企业") or _LARGE.search(draft.text):
        return
    yield from first_said(draft, _said(draft), _late(draft), _long_after(draft))


def _said(draft: Draft) -> Iterator[Hit]:
    """Neither what the other side pays, nor retention money, nor payment before work."""
    for one in draft.statements:
        for late in one.find(_NEXT_YEAR):
            yield Hit(late.start, late.end, confidence=0.75)
        for found in PERIOD.finditer(one.text):
            spot = Spot(one, one.start + found.start(), one.start + found.end(), found[0])
            if _LIMIT < days(found) < _NO_PERIOD and _pays(one, found) and not refused(spot):
                side = draft.parties.actor(_paying(one, found))
                if side is not Side.PRIVATE:
                    yield Hit(spot.start, spot.end, f"付款期限约{days(found):.0f}日，超过六十日。", confidence=0.85)


def _pays(one: Statement, found: re.Match[str]) -> bool:
    """Whether the period is one within which money is to be paid for work done."""
    before, behind = one.text[: found.start()], one.text[found.end() :]
    clause = re.split(r"[，；。]", before)[-1]
    waits = (
        before.endswith("满") and bool(re.match("后|，", behind)) and bool(_WORK.search(clause))
    ) or _TERM_DAY.search(before)
    if (_PERIODICAL.search(before) and not waits) or _ONE_OFF.search(one.clause_at(one.start + found.start()).text):
        return False
    if _TERM.search(clause):
        return True
    paying = _BEHIND.match(behind)
    if not paying or behind[:1] in ("度", "期", "的") or _TO_GOVERNMENT.search(clause + behind[: paying.end()]):
        return False
    if _BETWEEN.search(paying[0]) or _ONE_OFF.search(behind[: paying.end() + 12]):
        return False
    began = "，".join(re.split(r"[，；。]", before)[-2:])
    return not (_BEFORE_WORK.search(began) and not _WORK.search(began)) and not re.search(r"年[^，]{0,4}$", clause[-2:])


def _paying(one: Statement, found: re.Match[str]) -> Spot:
    """The words behind the period that say that money is paid; the period itself where it is a term of payment."""
    paying = _BEHIND.match(one.text[found.end() :])
    end = one.start + found.end() + (paying.end() if paying else 0)
    return Spot(one, end - 1, end, one.text[end - one.start - 1])


RULE = Rule(
    id="CONT-012",
    group=Group.CONTRACT,
    severity=Severity.ERROR,
    summary="付款期限超过六十日",
    basis=(act("保障中小企业款项支付条例")[9, 1],),
    suggestion="自交付或者验收合格之日起三十日内支付，最长不超过六十日",
    look=_look,
    fires=(
        "验收合格之日起180日内支付。",
        "甲方收到发票后三个月内付清全部货款。",
        "竣工结算后一年内，甲方支付剩余工程款。",
        "付款账期为九十天。",
        "货物交付之日起五十个工作日内支付货款。",
    ),
    silent=(
        "验收合格之日起30日内支付。",
        "验收合格之日起六十日内付清。",
        "承租人应当在九十日内向甲方支付租金。",
        "质量保证金在质保期满后九十日内支付。",
        Example("验收合格之日起180日内支付。", {"counterparty": "large"}),
        "乙方应当在九十日内完成安装，验收合格后三十日内支付价款。",
        "甲方在合同签订后两个月内支付预付款。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
