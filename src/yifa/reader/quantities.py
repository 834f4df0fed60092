"""Finding numbers that are stated as quantities: their exact span, value, unit and qualifiers.

The span runs from the first digit to the end of the unit. 余, 多 and 万 inside belong to it; 约, 近, 超 before it and
以上, 以内, 左右 after it do not, but are kept as qualifiers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from yifa.reader.model import Kind, NotFigure
from yifa.reader.numerals import chinese_value, scale_factor, tidy
from yifa.reader.units import MEASURES, MONEY, PERCENT, POINTS, TIME_UNITS, UNIT, base_unit

_SPACED = r"(?:\d{1,9}(?: \d{1,9}){1,8}(?: ?\. ?\d+)?|\d{1,9}(?: \. ?|\. )\d+)(?= ?[余多百千万亿%\u4e00-\u9fff])"
_ARABIC = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?(?=\s*[余多十百千万亿%\u4e00-\u9fff])"
    rf"|(?!(?:19|20)\d\d )(?:{_SPACED})|\d+(?:\.\d+)?)"
)
_TO = r"\s*(?:-+|至|到)\s*"
_SCALE = r"(?:(?!百分点)[十百千万亿]){0,3}"
_MORE = r"[余多来几]?"
_FIGURE = re.compile(
    rf"(?P<low>{_ARABIC})(?:(?P<low_unit>%|{UNIT})?{_TO}(?P<high>{_ARABIC}))?"
    rf"[ ]?(?P<more>{_MORE})(?P<scale>{_SCALE})(?P<more2>{_MORE})[ ]{{0,2}}(?P<unit>{UNIT})?"
)
_CN = "[一二三四五六七八九十百千万亿两零]"
_CHINESE = re.compile(
    rf"(?P<num>(?<![第一二三四五六七八九十百千万亿两零]){_CN}{{1,12}})(?P<more>[余多几来])?(?P<scale>[万亿]?)(?P<unit>{UNIT})"
)
_CN_PERCENT = re.compile(r"(?P<approx>)百分之(?P<num>[一二三四五六七八九十百千零]+(?:点[一二三四五六七八九零]+)?)")
_CN_TENTH = re.compile(
    r"(?P<num>[一二三四五六七八九])成(?=以上|左右|多|以内)|(?<=[近超逾约])(?P<num2>[一二三四五六七八九])成"
)
_BEFORE = re.compile(
    r"(大约|大概|将近|接近|约|近|超过|超|逾|至少|不少于|不低于|不超过|最多|高达|突破|多达|达到|达)[了为到有共计]?\s*$"
)
_LOOSE = frozenset("大约 大概 将近 接近 约 近 超过 超 逾 至少 不少于 不低于 不超过 最多 突破".split())
_AFTER = re.compile(r"\s*(及以上|以上|以下|以内|左右|上下|之多|有余|开外)")
_CHANGE = re.compile(
    r"(?:同比|环比|较|比(?:上|去|同|前|20)|增长|增加|上升|提高|提升|下降|减少|降低|下滑|回落|增幅|降幅|翻)"
    r"[^,;。]{0,14}$"
)
_TARGET = re.compile(r"(?:任务|目标|指标)[^,;。]{0,6}$")
_RATIO = re.compile(r"(?:比值|之比|比例为|比为|诉讼比|复议比)[^,;。]{0,8}$")
_PAIR = re.compile(r"[:∶]\s*\d+(?:\.\d+)?")
_RANK = re.compile(
    r"(?:排名|位居|位列|列|居|排|排在|获|获得|取得|进入)?(?:[^,;。\d]{0,10})第\s*(?P<num>\d+)\s*(?P<unit>名|位)"
)
_TOP = re.compile(r"前\s*(?P<num>\d+)\s*(?P<unit>名|位|强)?")


_DAYS_AFTER = re.compile(r"以?内|前(?!后)|以上|以下|左右|期限|时限")
_DAYS_BEFORE = re.compile(
    r"(?:不足|不少于|不超过|不低于|超过|超|满|近|约|法定的?|期限为?|时限为?|公示期?|公告期?|提前|延长|延期|缩短|压缩|压减|历时|为期|持续|平均|[由从]"
    r"|(?:缩短|压缩|压减|缩减|降)[到至为])\s*(?:\d+(?:个工作)?日、)*\s*$"
)
_CLAUSE_END = re.compile(r"[,;。、!)\n]|$|以上|左右|大关")
_MONEY_LEAD = re.compile(
    r"投资|税收|罚没|罚款|资金|收入|金额|产值|营业额|贷款|损失|债务|欠款|减税|降费|货值|案值|标的额?"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number found in the text, before anything is known about what it counts."""

    start: int
    end: int
    value: float | None
    value_max: float | None
    unit: str | None
    raw_value: float | None
    raw_unit: str | None
    qualifiers: tuple[str, ...]
    kind: Kind


class Mask:
    """Answers whether a span touches one of the spans that hold no quantity."""

    def __init__(self, spans: list[NotFigure]) -> None:
        merged: list[list[int]] = []
        for span in spans:
            if merged and span.start <= merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], span.end)
            else:
                merged.append([span.start, span.end])
        self._starts = [s for s, _ in merged]
        self._ends = [e for _, e in merged]

    def covers(self, start: int, end: int) -> bool:
        """Whether any character of start…end is masked."""
        index = bisect_left(self._starts, end)
        return index > 0 and self._ends[index - 1] > start


def quantities(flat: str, mask: Mask, span: tuple[int, int]) -> list[Quantity]:
    """All quantities inside `span`, in order and without overlap."""
    found = [*_arabic(flat, mask, span), *_chinese(flat, mask, span), *_ranks(flat, mask, span)]
    found.sort(key=lambda q: (q.start, -q.end))
    kept: list[Quantity] = []
    for quantity in found:
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept


def _arabic(flat: str, mask: Mask, span: tuple[int, int]) -> Iterator[Quantity]:
    position, end = span
    while match := _FIGURE.search(flat, position, end):
        position = match.end()
        low_end = match.end("low")
        if flat[match.start() - 1 : match.start()].isascii() and flat[match.start() - 1 : match.start()].isalpha():
            continue
        if mask.covers(match.start(), low_end):
            position = low_end
            continue
        apart = match["high"] and _two_cells(flat[low_end : match.start("high")])
        if match["high"] and (apart or mask.covers(low_end, match.end()) or _two_ends(flat, match)):
            position = low_end + len(match["low_unit"] or "")
            yield from _one(flat, _FIGURE.match(flat, match.start(), position))
            continue
        if match["unit"] and mask.covers(low_end, match.end()):
            position = low_end
            continue
        yield from _one(flat, match)


def _two_cells(between: str) -> bool:
    """55307 -4.99%: a blank before the dash and none after it make the second number a negative one of its own."""
    return "\n" in between or bool(re.search(r"\s-+$", between))


def _two_ends(flat: str, match: re.Match[str]) -> bool:
    """由3件至5件, 从10%到20%: two figures rather than one range."""
    before = flat[max(0, match.start() - 14) : match.start()]
    return bool(match["low_unit"]) and bool(re.search(r"[由从自][^,。;]*$", before))


def _one(flat: str, match: re.Match[str] | None) -> Iterator[Quantity]:
    if match is None:
        return
    unit = match["unit"]
    before = _lead(flat, match.start())
    if unit is None:
        yield from _without_unit(flat, match, before)
        return
    end = match.end("unit")
    if unit == "日" and not (_DAYS_AFTER.match(flat, end) or _DAYS_BEFORE.search(before)):
        return
    if unit == "年" and len(match["low"]) >= 4:
        return
    more = tuple(m for m in (match["more"], match["more2"]) if m)
    low, high = _number(match["low"]), match["high"] and _number(match["high"])
    yield _quantity(flat, (match.start(), end), (low, high or None), (match["scale"], unit), more)


def _number(digits: str) -> float:
    return float(digits.replace(",", "").replace(" ", ""))


def _lead(flat: str, start: int) -> str:
    """The text of the same clause before a position, at most 24 characters."""
    lead = flat[max(0, start - 24) : start]
    cut = max(lead.rfind(c) for c in ",;。\n!?")
    return lead[cut + 1 :]


def _without_unit(flat: str, match: re.Match[str], before: str) -> Iterator[Quantity]:
    """A bare number is a quantity only as a ratio, or when 余 or 多 closes it, or when a table says so."""
    end = match.end("scale") if match["scale"] else match.end("low")
    if match["scale"][:1] in ("万", "亿") and not match["more2"] and _CLAUSE_END.match(flat, end):
        unit = "元" if _MONEY_LEAD.search(before) else "人" if "人口" in before else ""
        yield _scaled(flat, (match.start(), end), match, unit)
        return
    if match["more"] or match["more2"]:
        end = match.end("more2")
        more = tuple(m for m in (match["more"], match["more2"]) if m)
        yield _quantity(flat, (match.start(), end), (_number(match["low"]), None), (match["scale"], ""), more)
    elif not match["high"] and (_RATIO.search(before) or ("比" in before and _PAIR.match(flat, end))):
        if pair := _PAIR.match(flat, end):
            end = pair.end()
        yield _quantity(flat, (match.start(), end), (_number(match["low"]), None), (match["scale"], ""), ())


def _scaled(flat: str, span: tuple[int, int], match: re.Match[str], unit: str) -> Quantity:
    """1900万, 1.2亿 at the end of a clause: the unit is left to the reader, money where the words say so."""
    low, high = _number(match["low"]), match["high"] and _number(match["high"])
    scale = match["scale"]
    more = (match["more"],) if match["more"] else ()
    if unit == "元" and scale in ("万", "亿"):
        return _quantity(flat, span, (low, high or None), ("", scale + unit), more)
    return _quantity(flat, span, (low, high or None), (scale, unit), more)


def _quantity(
    flat: str,
    span: tuple[int, int],
    values: tuple[float, float | None],
    scaled: tuple[str, str],
    more: tuple[str, ...],
) -> Quantity:
    """Normalise: scales are multiplied out, money becomes 万元, spellings of units are folded."""
    scale, unit = scaled
    low, high = values
    raw_unit = scale + unit
    factor = float(scale_factor(scale))
    folded = base_unit(unit) or None
    if unit.endswith("元") and unit not in ("美元",):
        factor *= {"亿元": 1e4, "万元": 1.0, "千元": 0.1, "百万元": 100.0, "元": 1e-4}.get(unit, 1e-4)
        folded = MONEY if "/" not in unit else unit
    return Quantity(
        start=span[0],
        end=span[1],
        value=tidy(low * factor),
        value_max=None if high is None else tidy(high * factor),
        unit=folded,
        raw_value=low,
        raw_unit=raw_unit or None,
        qualifiers=_qualifiers(flat, span, more),
        kind=_kind(flat, span, folded),
    )


def _qualifiers(flat: str, span: tuple[int, int], inside: tuple[str, ...]) -> tuple[str, ...]:
    found = list(inside)
    lead = flat[max(0, span[0] - 6) : span[0]]
    for _ in range(2):
        match = _BEFORE.search(lead)
        if not match:
            break
        if match.group(1) in _LOOSE:
            found.append(match.group(1))
        lead = lead[: match.start()]
    if not found and flat[span[0] - 1 : span[0]] in ("上", "过", "成") and flat[span[0]] in "百千万":
        found.append(flat[span[0] - 1])
    if after := _AFTER.match(flat, span[1]):
        found.append(after.group(1))
    return tuple(found)


def _kind(flat: str, span: tuple[int, int], unit: str | None) -> Kind:
    before = _lead(flat, span[0])
    if unit in (PERCENT, POINTS, "倍", "‰"):
        return Kind.CHANGE if unit in (POINTS, "倍") or _CHANGE.search(before) else Kind.RATE
    if unit is None and (_RATIO.search(before) or (":" in flat[slice(*span)] and "比" in before)):
        return Kind.RATIO
    if _TARGET.search(before):
        return Kind.TARGET
    if unit == MONEY or (unit or "").endswith("元"):
        return Kind.AMOUNT
    if unit in TIME_UNITS:
        return Kind.DURATION
    return Kind.MEASURE if unit in MEASURES else Kind.COUNT


def _chinese(flat: str, mask: Mask, span: tuple[int, int]) -> Iterator[Quantity]:
    for match in _CHINESE.finditer(flat, *span):
        if mask.covers(match.start(), match.end()):
            continue
        value = chinese_value(match["num"])
        if value is None or not _stated(flat, match, value):
            continue
        factor = scale_factor(match["scale"] or "")
        more = (match["more"],) if match["more"] else ()
        yield _quantity(flat, match.span(), (value * factor, None), ("", match["unit"]), more)
    for match in _CN_PERCENT.finditer(flat, *span):
        whole, _, part = match["num"].partition("点")
        value = chinese_value(whole)
        digits = chinese_value(part) if part else 0.0
        if value is not None and digits is not None and not mask.covers(*match.span()):
            value += digits / 10 ** len(part)
            yield _quantity(flat, match.span(), (value, None), ("", "%"), ())
    for match in _CN_TENTH.finditer(flat, *span):
        value = chinese_value(match["num"] or match["num2"])
        if value is not None and not mask.covers(*match.span()):
            yield _quantity(flat, match.span(), (value * 10, None), ("", "%"), ())


_COUNT_VERB = re.compile(
    r"(?:共|累计|合计|总计|召开|开展|组织|举办|举行|办理|受理|收到|审查|审核|化解|调解|培训|完成|通过|提出|发放|制定|制发|出台|修订|废止|"
    r"清理|新增|设立|建立|建成|成立|聘请|聘任|查处|检查|抽查|评查|整改|通报|移送|处理|处置|接待|走访|解决|排查|研究|听取|学习|讨论|[\u4e00-\u9fff]了$)"
)
_NOT_AFTER = re.compile(r"[每各这那某任同另首其该两整逐第]$")
_CLOSED = re.compile(r"[,;。、!?)\n]|$")


def _stated(flat: str, match: re.Match[str], value: float) -> bool:
    """Whether a Chinese numeral counts something: approximate ones do, exact ones need a verb and the clause's end."""
    unit = match["unit"]
    if unit in (
        "年",
        "日",
        "月",
        "天",
        "级",
        "届",
        "部门",
        "个月",
        "季度",
        "分",
        "步",
        "成",
        "字",
        "面",
        "层",
        "度",
        "节",
        "道",
    ):
        return False
    lead = _lead(flat, match.start())
    if match["more"]:
        return match["more"] != "几" or match["num"][-1] in "十百千"
    round_number = match["num"] in ("百", "千", "万", "十万", "百万", "千万", "亿")
    if round_number:
        return bool(re.search(r"(?:近|约|超|超过|逾|上|过|达)$", lead))
    if "每" in lead or _NOT_AFTER.search(lead) or value < 2 or match["num"][0] in "万亿百千":
        return False
    exact = value > 10 and (value % 10 != 0 or (match["num"][-1] == "十" and len(match["num"]) > 3))
    return bool(_CLOSED.match(flat, match.end()) and _COUNT_VERB.search(lead)) or (exact and not _names(unit))


def _names(unit: str) -> bool:
    """Units that close proper names after a long numeral (二十五条, 十二项) rather than counting."""
    return unit in ("条", "项", "款", "字", "个", "种")


def _ranks(flat: str, mask: Mask, span: tuple[int, int]) -> Iterator[Quantity]:
    for match in _RANK.finditer(flat, *span):
        start, end = flat.rindex("第", match.start(), match.end()), match.end()
        if not mask.covers(match.start("num"), end):
            value = float(match["num"])
            yield Quantity(start, end, value, None, "名", value, match["unit"], (), Kind.RANK)
    for match in _TOP.finditer(flat, *span):
        if match["unit"] and not mask.covers(match.start(), match.end()):
            value = float(match["num"])
            yield Quantity(match.start(), match.end(), value, None, "名", value, match["unit"], (), Kind.RANK)
