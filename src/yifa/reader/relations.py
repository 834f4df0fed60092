"""How figures belong together: parts of a total, numerator and denominator of a rate, from X to Y."""

from __future__ import annotations

import re
from dataclasses import replace

from yifa.reader.catalogue import catalogue
from yifa.reader.model import Figure, Kind
from yifa.reader.parts import YEAR_GIVEN, divisions, parts
from yifa.reader.tables import Grid
from yifa.reader.units import family
from yifa.text import Document

_COUNTED = (Kind.COUNT, Kind.AMOUNT, Kind.MEASURE)
_FROM = re.compile(r"(?:由|从|自)[^,;。]{0,12}$")
_TO = re.compile(r"[^。;]{0,14}?(?:到|至|为|成)[了约近超]{0,2}")
_UP = re.compile(r"上升|延长|提高|增加|增长|扩大|提升|加到|增至|升至|升到|增幅|攀升|拓展|扩展|翻")
_DOWN = re.compile(r"下降|降低|减少|压减|压缩|缩短|降至|降到|精简|减至|回落|下滑|缩减|降幅|压降")
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
    figures = _rest_of_lists(divisions(document, parts(document, figures)))
    figures = _named_by_count(document, figures)
    figures = _fines_by_procedure(document, figures)
    return tuple(_rates(document, figures, grid))


def _years_given(document: Document, figures: list[Figure]) -> list[Figure]:
    """297件，同比下降16.1%（2024年354件），较2023年的350件: the other years' numbers say the same thing."""
    found = list(figures)
    for index, figure in enumerate(found):
        if not YEAR_GIVEN.search(document.flat[max(0, figure.start - 12) : figure.start]):
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


def _rest_of_lists(figures: list[Figure]) -> list[Figure]:
    """邻里纠纷29件、其他8件: the rest of a list counts what the part before it and the total count."""
    found = list(figures)
    by_id = {f.id: f for f in found}
    for index, figure in enumerate(found[1:], 1):
        before, total = found[index - 1], by_id.get(figure.of_which or "")
        rest = figure.indicator is None and figure.label in ("其他", "其它", "其余")
        if rest and total is not None and before.of_which == total.id and before.indicator == total.indicator:
            found[index] = replace(figure, indicator=total.indicator)
    return found


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
        again = candidate.unit == figure.unit and candidate.indicator == figure.indicator is not None
        if candidate.start < document.blocks[block].start or again:
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
