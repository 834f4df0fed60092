"""What a contract (合同) has its sides do: acts of a side, what is refused, periods and shares as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from yifa.check.clause import Spot
from yifa.check.draft import Draft
from yifa.check.frames import Frame
from yifa.check.parties import Side
from yifa.law.numerals import NUMERAL, NotANumeral, to_int

_DIGITS: Final = r"(?:[0-9\uff10-\uff19]+(?:\.[0-9]+)?|[〇零一二三四五六七八九十百千两半]+)"
PERIOD: Final = re.compile(
    rf"(?P<number>{_DIGITS})[ ]?(?P<unit>个?季度|周|个?工作日|个自然日|日历天|自然日|个月|月(?!\d|底|初|份)|[日天]"
    rf"|年)(?P<half>半)?"
)
_DAYS_OF: Final = {
    "个月": 30.5,
    "月": 30.5,
    "年": 365.0,
    "工作日": 1.4,
    "个工作日": 1.4,
    "季度": 91.0,
    "个季度": 91.0,
    "周": 7.0,
}


def days(found: re.Match[str]) -> float:
    """How many calendar days a period is, working days counted seven for five; 0 where it is no number."""
    factor = _DAYS_OF.get(found["unit"], 1.0)
    number = 0.5 if found["number"] == "半" else _value(found["number"])
    return (number + (0.5 if found["half"] else 0.0)) * factor


def _value(text: str) -> float:
    if re.fullmatch(r"[0-9]+\.[0-9]+", text):
        return float(text)
    try:
        return float(to_int(text))
    except NotANumeral:
        return 0.0


PERCENT: Final = re.compile(
    rf"(?P<arabic>(?<![0-9])[0-9]+(?:\.[0-9]+)?)[ ]?(?P<sign>[%％‰])"
    rf"|(?P<tenths>(?<![一二三四五六七八九十0-9])[一二三四五六七八九])成(?P<twentieth>半"
    rf"|[一二三四五六七八九])?(?![本立交员功品熟])|(?P<of>百|千"
    rf"|万)分之(?P<chinese>{NUMERAL}(?:点[一二三四五六七八九零〇]+)?|[0-9.]+)"
)


def share(found: re.Match[str]) -> float:
    """A percentage as a share of one: 5‰ and 千分之五 are 0.005."""
    if found["arabic"]:
        return float(found["arabic"]) / (1000 if found["sign"] == "‰" else 100)
    if found["tenths"]:
        return (
            _value(found["tenths"]) + (0.5 if found["twentieth"] == "半" else _value(found["twentieth"] or "零") / 10)
        ) / 10
    whole, _, part = found["chinese"].partition("点")
    value = _value(whole) + (_value(part) / 10 ** len(part) if part else 0.0)
    return value / {"百": 100, "千": 1000, "万": 10000}[found["of"]]


_REFUSES: Final = re.compile(r"不|无|未|非|禁止|严禁|避免|防止|免除|取消|拒绝")
_NO_REFUSAL: Final = re.compile(
    r"不足|不可抗力|不低于|不少于|不超过|不高于|不得不|不论|无论|未到位|未达|未满|不得拒[绝收]|不得低于|不动产"
    r"|无偿|无条件|无固定|不可撤销|非因|不能按|未能|未实现|未完成|不限|不间断|无形|非现金|未来|非常|无缝|不定期"
)
_OTHER_PAYS: Final = re.compile(
    r"与(?:甲方|政府|采购人|发包人)(?:无关|没有关系)|(?:甲方|政府|采购人|发包人)(?:概不|不承担|不负|不提供"
    r"|不予?(?:担保|兜底|补足|偿还|负担)|无需(?:承担|负)|没有[^，。；]{0,4}(?:义务|责任))"
)


def acts(draft: Draft, words: re.Pattern[str], *sides: Side) -> Iterator[Spot]:
    """What a contract has one of these sides do: not refused, no mere occasion, no definition."""
    for one in draft.statements:
        for spot in one.find(words):
            if refused(spot) or spot.conditional or one.defining:
                continue
            if sides and draft.parties.actor(spot) not in sides:
                continue
            yield spot


def meant(draft: Draft, frames: Iterable[Frame], *sides: Side, refusals: bool = False) -> Iterator[Spot]:
    """What a contract has one of these sides do, said by words of several classes in whatever order.

    With `refusals` the act may itself be a refusal (不接受保函).
    """
    for spot in (spot for each in frames for one in each.sentences(draft) for spot in each.spots(one)):
        if (spot.conditional and not _both_in_one(spot)) or spot.statement.defining:
            continue
        if not refusals and refused(spot):
            continue
        if not sides or draft.parties.actor(spot) in sides:
            yield spot


_WITH_MAIN: Final = re.compile(
    r"^[ \t\u3000]*(?:如果?|若|倘若|因|由于)[^，。；]{2,24}?(?:由(?:甲方|政府|采购人|县|镇)|(?:甲方|政府"
    r"|采购人)(?:应|须|将|负责|予以|承担))"
)


def _both_in_one(spot: Spot) -> bool:
    """Whether a clause that begins as a condition goes on to what follows from it: 如有亏损由甲方负责补偿."""
    found = _WITH_MAIN.match(spot.clause.text)
    ends_so = spot.clause.text.rstrip("，,。；：: ").endswith(("的", "时", "后", "前"))
    return bool(found) and not ends_so and spot.start >= spot.clause.start + (found.end() if found else 0) - 4


def at_end(spot: Spot) -> Spot:
    """The last character of a spot: of a long one, the act stands at its end."""
    return Spot(spot.statement, spot.end - 1, spot.end, spot.text[-1:])


def refused(spot: Spot) -> bool:
    """Whether a sentence takes an act back: 不得、不承担、无需 before it in its clause, 与甲方无关 behind it."""
    before = _NO_REFUSAL.sub("", spot.text_before)
    behind = spot.statement.text[spot.end - spot.statement.start :]
    denied = spot.denied and "自愿" not in spot.text_before  # what a party does freely is not left open
    return bool(_REFUSES.search(before)) or denied or bool(_OTHER_PAYS.search(behind))


_NUMBERED: Final = re.compile(
    r"^[ \t\u3000]*(?:第[一二三四五六七八九十百\d]+条|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d))", re.MULTILINE
)
_LEAST_CLAUSES: Final = 4


def is_whole(draft: Draft) -> bool:
    """Whether it is a whole contract, so that what is missing is missing: two named parties and four clauses."""
    return len(draft.parties.named) > 1 and len(_NUMBERED.findall(draft.text)) >= _LEAST_CLAUSES


def first_line(draft: Draft) -> tuple[int, int]:
    """Title or first line, for what concerns the contract as a whole."""
    found = re.search(r"\S[^\n]*", draft.text)
    return (found.start(), found.end()) if found else (0, 0)


GOVERNMENT: Final = (Side.GOVERNMENT, Side.BOTH)
NOT_PRIVATE: Final = (Side.GOVERNMENT, Side.BOTH, Side.UNKNOWN)
