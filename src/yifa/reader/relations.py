"""How figures belong together: parts of a total, numerator and denominator of a rate, from X to Y."""

from __future__ import annotations

import re
from dataclasses import replace

from yifa.reader.catalogue import catalogue
from yifa.reader.model import Figure, Kind
from yifa.reader.tables import Grid
from yifa.reader.units import family
from yifa.text import Document

_COUNTED = (Kind.COUNT, Kind.AMOUNT, Kind.MEASURE)
_PART_MARK = re.compile(
    r"其中|(?<=[,;。:(\n])\s*(?:分[^,;。]{1,6}看|按[^,;。]{1,10}(?:分|划分|看|统计)|从[^,;。]{1,10}(?:看|来看))|包括|包含|(?<=[,;(])含(?!有|义|上|结)|分别(?:为|是)|具体为"
)
_RESET = re.compile(
    r"[,;。]\s*(?:另有?|另外|同时|此外|累计|全年|全[省市县区镇]|共|并|还|开展|组织|整改|移送|下达|举办|发放|今年|本年|20\d{2}年)"
)
_OUT_OF = re.compile(r"[^,;。:]{0,10}(?:里|中|当中|之中)\s*(?:$|[,:])")
_COMPOSED = re.compile(r"由(?P<parts>[^。;]{2,80}?)(?:构成|组成)")
_FROM = re.compile(r"(?:由|从|自)[^,;。]{0,12}$")
_TO = re.compile(r"[^。;]{0,14}?(?:到|至|为|成)[了约近超]{0,2}")
_UP = re.compile(r"上升|延长|提高|增加|增长|扩大|提升|加到|增至|升至|升到|增幅|攀升|拓展|扩展|翻")
_DOWN = re.compile(r"下降|降低|减少|压减|压缩|缩短|降至|降到|精简|减至|回落|下滑|缩减|降幅|压降")
_YEAR_GIVEN = re.compile(r"[(,;](?:较|比|而)?(?:20\d{2}年度?|上年度?|上一年度?|去年|同期)(?:同期)?[的为是]*$")
_LOOK_BACK = 8
_LIST_MAX = 12
_EXACTLY = 1e-6
_LIST_GAP = 16
_SMALL = 10
_SHARE = re.compile(r"占[^,;。]{0,20}$|占比[^,;。]{0,6}$|比例[^,;。]{0,6}$|比重[^,;。]{0,6}$")


_SHARES = {
    "reconsideration.respondent": "reconsideration.respondent_share",
    "reconsideration.topic": "reconsideration.topic_share",
    "reconsideration.organ": "reconsideration.organ_share",
    "reconsideration.result": "reconsideration.result_share",
    "reconsideration.accepted": "reconsideration.accepted_rate",
    "reconsideration.not_accepted": "reconsideration.not_accepted_rate",
    "enforcement.certified_officers": "enforcement.certified_rate",
}
_FINES = {
    "": "enforcement.fine_amount",
    "简易": "enforcement.fine_simple",
    "普通程序|一般程序|普通案件": "enforcement.fine_ordinary",
}
_GROWTHS = {
    "reconsideration.received": "reconsideration.received_yoy",
    "reconsideration.topic": "reconsideration.topic_growth",
    "reconsideration.ratio": "reconsideration.ratio_yoy",
    "litigation.first_instance": "litigation.first_instance_yoy",
}


def relate(document: Document, figures: list[Figure], grid: Grid) -> tuple[Figure, ...]:
    """The same figures with their relations filled in."""
    figures = _years_given(document, figures)
    figures = _changes(document, figures)
    figures = _parts(document, figures)
    figures = _divisions(document, figures)
    figures = _named_by_count(document, figures)
    figures = _fines_by_procedure(document, figures)
    return tuple(_rates(document, figures, grid))


def _years_given(document: Document, figures: list[Figure]) -> list[Figure]:
    """297件，同比下降16.1%（2024年354件），较2023年的350件: the other years' numbers say the same thing."""
    found = list(figures)
    for index, figure in enumerate(found):
        if not _YEAR_GIVEN.search(document.flat[max(0, figure.start - 12) : figure.start]):
            continue
        same = (f for f in reversed(found[max(0, index - 3) : index]) if f.unit == figure.unit)
        now = next(same, None)
        if now is not None and document.sentence_at(now.start) == document.sentence_at(figure.start):
            found[index] = replace(figure, indicator=now.indicator)
    return found


def direction_of(words: str) -> str | None:
    """up, down or None by the last word of change in a text."""
    up = max((m.start() for m in _UP.finditer(words)), default=-1)
    down = max((m.start() for m in _DOWN.finditer(words)), default=-1)
    return None if up == down else "up" if up > down else "down"


def _changes(document: Document, figures: list[Figure]) -> list[Figure]:
    found = list(figures)
    for index, figure in enumerate(found):
        lead = document.flat[max(0, figure.start - 20) : figure.start]
        if figure.kind is Kind.CHANGE:
            direction = direction_of(lead)
            if direction:
                found[index] = replace(figure, direction=direction)
        if not index:
            continue
        before = found[index - 1]
        between = document.flat[before.end : figure.start]
        before_lead = document.flat[max(0, before.start - 16) : before.start]
        if (
            _TO.fullmatch(between)
            and _FROM.search(before_lead)
            and family(before.unit) == family(figure.unit)
            and document.sentence_at(before.start) == document.sentence_at(figure.start)
        ):
            code = before.indicator or figure.indicator
            found[index - 1] = replace(before, indicator=code)
            found[index] = replace(
                found[index],
                kind=Kind.CHANGE,
                indicator=code,
                change_from=before.id,
                from_value=before.value,
                to_value=figure.value,
                direction=direction_of(between),
            )
    return found


def _parts(document: Document, figures: list[Figure]) -> list[Figure]:
    """Parts after 其中 and the like. A later number larger than the total is no part: the list has ended before it."""
    found = list(figures)
    begun: set[int] = set()
    ended: set[int] = set()
    orphans: set[str] = set()
    for index, figure in enumerate(found):
        if figure.kind not in _COUNTED:
            continue
        mark = _part_mark(document, found, index)
        if mark is None or mark in ended:
            continue
        named = document.flat.startswith("分别", mark)
        total = _total(document, found, index, mark, orphans if not named else None)
        if total is None:
            orphans.add(figure.id)
        elif mark in begun and (figure.value or 0.0) > (total.value_max or total.value or 0.0) and not total.approx:
            ended.add(mark)
        elif total.unit == figure.unit or not named:
            begun.add(mark)
            found[index] = replace(figure, of_which=total.id)
    return found


def _part_mark(document: Document, figures: list[Figure], index: int) -> int | None:
    """The offset of the words that make this figure a part of a total before them."""
    figure = figures[index]
    flat = document.flat
    sentence = document.sentences[document.sentence_at(figure.start)]
    last: int | None = None
    for match in _PART_MARK.finditer(flat, max(0, sentence.start - 1), figure.start):
        last = match.start()
        if match.group() in ("包括", "包含") and ";" in flat[match.end() : figure.start]:
            last = None
    for match in _COMPOSED.finditer(flat, sentence.start, min(sentence.end, figure.end + 60)):
        if match.start("parts") <= figure.start < match.end("parts"):
            last = match.start()
    opened = flat.rfind("(", sentence.start, figure.start)
    compared = _YEAR_GIVEN.search(flat[max(0, figure.start - 12) : figure.start])
    closed = flat.rfind(")", sentence.start, figure.start)
    if opened > closed and not compared and any(f.end == opened for f in figures[:index]):
        last = opened
    for back in range(index - 1, max(-1, index - _LOOK_BACK), -1):
        out_of = figures[back]
        if out_of.start < sentence.start:
            break
        if _OUT_OF.match(flat, out_of.end, figure.start) and family(out_of.unit) == family(figure.unit):
            last = max(last or 0, out_of.end)
            break
    if last is None or _left(flat, last, figure.start):
        return None
    return last


def _left(flat: str, mark: int, position: int) -> bool:
    """Whether the list of parts was closed before the position: by its parenthesis or by a new statement."""
    opened = flat.rfind("(", max(0, mark - 1), mark + 1)
    if (
        opened >= 0
        and ")" in flat[mark:position]
        and flat.count("(", opened, position) <= flat.count(")", opened, position)
    ):
        return True
    reset = _RESET.search(flat, mark + 2, position)
    return reset is not None


def _total(document: Document, figures: list[Figure], index: int, mark: int, orphans: set[str] | None) -> Figure | None:
    """The nearest figure before the mark with the same family of unit, in the sentence of the last figure before it.

    That sentence is the mark's own or the one before; without `orphans` (parts whose total is not known) only its own.
    Last year's figure is no total, nor is one that a semicolon divides from the mark.
    """
    figure = figures[index]
    block = document.sentences[document.sentence_at(figure.start)].block
    floor = document.blocks[block].start
    here = document.sentence_at(mark)
    spoken: int | None = None
    for back in range(index - 1, max(-1, index - 24), -1):
        candidate = figures[back]
        there = document.sentence_at(candidate.start)
        if candidate.end <= mark and spoken is None:
            spoken = there
        if candidate.start < floor or here - there > (0 if orphans is None else 1) or there < (spoken or 0):
            break
        if candidate.end > mark or candidate.kind not in (*_COUNTED, Kind.TARGET):
            continue
        if ";" in document.flat[candidate.end : mark - 1] or candidate.id in (orphans or ()):
            continue
        same = family(candidate.unit) == family(figure.unit) and candidate.period == figure.period
        if candidate.of_which is None and same:
            return candidate
    return None


def _divisions(document: Document, figures: list[Figure]) -> list[Figure]:
    """176件，保留121件、修改14件、废止41件: numbers right after a total that make it up exactly are its parts."""
    found = list(figures)
    for index, total in enumerate(found):
        if not _divisible(total) or total.of_which or (total.value or 0.0) < _SMALL:
            continue
        here = document.sentence_at(total.start)
        parts: list[int] = []
        added = 0.0
        for place in range(index + 1, min(index + _LIST_MAX, len(found))):
            part = found[place]
            if part.unit == "%":
                continue
            if part.unit != total.unit:
                break
            before = found[place - 1].end
            if not _divisible(part) or part.of_which or document.sentence_at(part.start) != here:
                break
            if part.start - before > _LIST_GAP:
                break
            parts.append(place)
            added += part.value or 0.0
            if added >= (total.value or 0.0):
                break
        if len(parts) > 1 and abs(added - (total.value or 0.0)) < _EXACTLY:
            for place in parts:
                found[place] = replace(found[place], of_which=total.id)
    return found


def _divisible(figure: Figure) -> bool:
    return figure.kind in _COUNTED and not figure.approx and bool(figure.value) and figure.value_max is None


def _named_by_count(document: Document, figures: list[Figure]) -> list[Figure]:
    """占…的 and 同比… say what they measure through the count just before them."""
    found = list(figures)
    for index, figure in enumerate(found[1:], 1):
        if figure.unit not in ("%", "倍") or figure.change_from:
            continue
        before = next((f for f in reversed(found[max(0, index - 3) : index]) if f.unit != figure.unit), None)
        if before is None or document.sentence_at(before.start) != document.sentence_at(figure.start):
            continue
        lead = document.flat[max(before.end, figure.start - 24) : figure.start]
        share = _SHARE.search(lead)
        if share and re.search(r"[,;][^,;]*[\u4e00-\u9fff]{4}", lead[: share.start()]):
            continue
        names = _SHARES if share else _GROWTHS if figure.kind is Kind.CHANGE else {}
        if code := names.get(before.indicator or ""):
            found[index] = replace(figure, indicator=code)
    return found


def _fines_by_procedure(document: Document, figures: list[Figure]) -> list[Figure]:
    """简易程序3件、普通程序5件，罚款8万元: a fine after both is the fine of both; after one of them, of that one."""
    found = list(figures)
    told = 0
    for index, figure in enumerate(found):
        if figure.indicator not in _FINES.values():
            continue
        start = document.sentences[document.sentence_at(figure.start)].start
        words = document.flat[max(start, told) : figure.start]
        told = figure.end
        named = [code for name, code in _FINES.items() if name and re.search(name, words)]
        found[index] = replace(figure, indicator=named[0] if len(named) == 1 else _FINES[""])
    return found


def _rates(document: Document, figures: list[Figure], grid: Grid) -> list[Figure]:
    found = list(figures)
    for index, figure in enumerate(found):
        if figure.unit not in ("%", "倍") and figure.kind is not Kind.RATIO:
            continue
        spot = grid.spot(figure.start)
        if grid.is_value(spot):
            above = _cell_above(document, found, index, grid)
            below = _denominator(document, found, index, above)
        elif figure.kind is Kind.CHANGE and figure.change_from is None:
            above, below = _two_years(document, found, index)
        else:
            above = _numerator(document, found, index)
            below = _denominator(document, found, index, above)
        if above is not None or below is not None:
            found[index] = replace(
                figure, numerator=above.id if above else None, denominator=below.id if below else None
            )
    return found


def _cell_above(document: Document, figures: list[Figure], index: int, grid: Grid) -> Figure | None:
    here = grid.spot(figures[index].start)
    for back in range(index - 1, -1, -1):
        there = grid.spot(figures[back].start)
        if there is None or here is None or there.table != here.table:
            return None
        if there.column == here.column and figures[back].unit != "%":
            return figures[back]
    return None


def _numerator(document: Document, figures: list[Figure], index: int) -> Figure | None:
    """For 占…的: the count just before. Otherwise the nearest figure with a code that the catalogue names."""
    figure = figures[index]
    if _SHARE.search(document.flat[max(0, figure.start - 24) : figure.start]) and index:
        before = figures[index - 1]
        same = document.sentence_at(before.start) == document.sentence_at(figure.start)
        return before if same and before.kind in _COUNTED else None
    codes = catalogue()[figure.indicator].numerator if figure.indicator else ()
    return _nearest(document, figures, index, codes)


def _denominator(document: Document, figures: list[Figure], index: int, above: Figure | None) -> Figure | None:
    figure = figures[index]
    if above is not None and above.of_which:
        total = next((f for f in figures if f.id == above.of_which), None)
        if total is not None:
            return total
    codes = catalogue()[figure.indicator].denominator if figure.indicator else ()
    found = _nearest(document, figures, index, codes, above)
    if found is None and figure.indicator and figure.indicator.endswith("_share"):
        found = next((f for f in figures[:index] if f.indicator in codes and f.period == figure.period), None)
    return found


def _nearest(
    document: Document, figures: list[Figure], index: int, codes: tuple[str, ...], other: Figure | None = None
) -> Figure | None:
    """The nearest earlier figure of the same paragraph and year that has one of the codes."""
    figure = figures[index]
    block = document.sentences[document.sentence_at(figure.start)].block
    for back in range(index - 1, max(-1, index - 24), -1):
        candidate = figures[back]
        if candidate.start < document.blocks[block].start:
            break
        if candidate.indicator in codes and candidate is not other and candidate.period == figure.period:
            return candidate
    return None


def _two_years(document: Document, figures: list[Figure], index: int) -> tuple[Figure | None, Figure | None]:
    """For 同比增长: this year's and last year's figure of one indicator, both in the same paragraph."""
    figure = figures[index]
    block = document.sentences[document.sentence_at(figure.start)].block
    near = [
        f for f in figures[max(0, index - 6) : index + 4]
        if f.start >= document.blocks[block].start and f.end <= document.blocks[block].end and f.kind in _COUNTED
    ]  # fmt: skip
    for now in reversed([f for f in near if f.start < figure.start]):
        for past in near:
            older = past.period is not None and now.period is not None and past.period == now.period - 1
            if older and family(past.unit) == family(now.unit) and (past.indicator == now.indicator):
                return now, past
    return None, None
