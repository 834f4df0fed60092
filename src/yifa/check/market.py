"""What the rules on fair competition share: who trades, who is local, who is named, what is open to all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from yifa.check.authority import Authority
from yifa.check.clause import Spot, Statement
from yifa.check.draft import Draft
from yifa.check.model import Hit, Severity
from yifa.check.words import ALIKE, CONTEST, FOREIGN, LOCAL

_NAMED_TRADER: Final = re.compile(
    r"(?:有限(?:责任)?公司|股份公司|(?<!企业)(?<!大型)集团(?!化|军)|[甲乙丙丁某]公司|某企业|该(?:公司|企业|集团)"
    r"|(?:[省市县区镇乡](?!级|内|外)|龙头)[^，。；、的或和在应须]{1,12}?(?:公司|集团|厂(?!家|商|房)|供销社"
    r"|合作社|交易所|服务中心|商行|联合社))"
    r"|(?:指定|定点|推荐)的?[^，。；]{0,10}?(?:企业|公司|机构|单位|商家|平台|门店|厂家|供应商|医院|维修|采购|加油|印刷)"
    r"|(?<![品各名])[A-Za-z\u4e00-\u9fa5]{1,3}(?:(?<![辆告号示识标警车宣名桌铭吊站路门界招挂])牌(?=[^，。；]{0,6}(?:产品"
    r"|设备|油|酒|水|米|系统|车|机|柜|泵|管|料|品))|品牌(?=[^，。；]{0,6}(?:产品|设备|系统))|系列产品)"
)
_ALSO_NAMED: Final = re.compile(
    r"指定的“□+”|某[^，。；、的]{0,6}(?:公司|集团|企业|厂|超市)|(?:[省市县区镇]属"
    r"|国有独资)[^，。；、的]{0,4}(?:超市|企业|公司|商场|酒店|宾馆|平台)|“□+”(?:牌|软件|系统|产品|品牌"
    r"|设备)"
)
_GENERIC: Final = re.compile(
    r"不得[^，。；]{0,4}(?:指定|限定)[^，。；]*|(?:特定|任何|各|其他|有关|相关|某些"
    r"|特定的)(?:[^，。；、]{0,4})(?:公司|集团|品牌|企业)|名牌|招牌"
    r"|门牌|品牌(?:建设|培育|意识)"
)
_OPEN: Final = re.compile(rf"{CONTEST}|自主选择|自愿|自行选择")
_EVEN: Final = re.compile(ALIKE)
_NATION: Final = re.compile(r"国务院|国家(?!级|税|机关|工作|电网|公务)|全国(?!第)|法律、行政法规|依法")


_NATION_MADE: Final = re.compile(
    r"(?:国务院|国家|全国)(?:发布|批准|制定|统一|规定|公布|明确|有关|的(?!.{0,4}未)|禁止"
    r"|(?=市场准入))(?![^，。；]{0,12}(?:未|没有|虽))"
)


def names_trader(one: Statement) -> bool:
    """Whether a trader, a brand or a class of designated traders is singled out (特定经营者)."""
    text = _GENERIC.sub("", one.text)
    return bool(_NAMED_TRADER.search(text) or _ALSO_NAMED.search(text))


def open_to_all(one: Statement) -> bool:
    """Whether the choice is left to competition or to the person; 不再组织招标 leaves it to neither."""
    return any(not spot.denied for spot in one.find(_OPEN))


def even(one: Statement) -> bool:
    """Whether the sentence says that all are treated alike."""
    return any(not spot.denied for spot in one.find(_EVEN))


def permitted(one: Statement) -> bool:
    """Whether a law, an administrative regulation or the State Council is what it stands on (竞审条例 10)."""
    return one.authority >= Authority.REGULATION or bool(one.has(_NATION))


def lawful(one: Statement) -> bool:
    """Whether it names the act that may set such a thing (竞审条例 8(一)(二): only what is 违法 is barred)."""
    return one.authority >= Authority.LOCAL or bool(one.has(_NATION_MADE))


_SIDE_AMOUNT: Final = r"[^，。；]{0,24}?(?:[0-9一二三四五六七八九十百千.]+(?:%|元|次|份|倍|成)|百分之)"
_CONTRAST: Final = re.compile(
    rf"(?:{LOCAL}{_SIDE_AMOUNT}[^。；]{{0,6}}，[^，。；]{{0,6}}{FOREIGN}{_SIDE_AMOUNT}"
    rf"|{FOREIGN}{_SIDE_AMOUNT}[^。；]{{0,6}}，[^，。；]{{0,6}}{LOCAL}{_SIDE_AMOUNT})"
    rf"|{LOCAL}[^，。；]{{0,14}}(?:免|不收|不用|无需|即可|抽查)[^，。；]{{0,8}}，[^，。；]{{0,4}}{FOREIGN}"
    rf"|{FOREIGN}[^。；]{{0,30}}，[^，。；]{{0,4}}{LOCAL}[^，。；]{{0,14}}(?:免(?!疫)|不用|无需|即可|只|仅)"
)


def contrasts(one: Statement) -> re.Match[str] | None:
    """Where those of this place and those of elsewhere get different measures in one sentence."""
    return None if even(one) else _CONTRAST.search(one.text)


def judged(draft: Draft, *words: re.Pattern[str]) -> Iterator[Statement]:
    """The statements that lay something down and may hold each of these words: no definitions, no reports."""
    return (one for one in draft.holding(*words) if not (one.defining or one.reporting))


def orders(spot: Spot) -> bool:
    """Whether the act stands as a rule of this draft, neither denied before nor dropped behind it."""
    return spot.ordered and not spot.taken_back


def hit(spot: Spot, confidence: float = 0.8) -> Hit:
    """A hit at words; a warning where the sentence follows a named law or regulation, which it may only repeat."""
    cited = spot.authority >= Authority.LOCAL
    return Hit(
        spot.start, spot.end, severity=Severity.WARNING if cited else None, confidence=0.5 if cited else confidence
    )


def first(draft: Draft, acts: re.Pattern[str]) -> Iterator[Spot]:
    """The first such act of every statement that orders it."""
    for one in judged(draft):
        found = next((spot for spot in one.find(acts) if orders(spot)), None)
        if found:
            yield found
