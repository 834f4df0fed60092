"""Parts of a total: what 其中 and the like list, and counts that make up the one before them (分项与总数)."""

from __future__ import annotations

import re
from dataclasses import replace

from yifa.reader.model import Figure, Kind
from yifa.reader.units import family
from yifa.text import Document

_COUNTED = (Kind.COUNT, Kind.AMOUNT, Kind.MEASURE)
_PART_MARK = re.compile(
    r"其中|(?<=[,;。:(\n])\s*(?:分[^,;。]{1,6}看|按[^,;。]{1,10}(?:分|划分|看|统计)|从[^,;。]{1,10}(?:看|来看))|包括|包含|(?<=[,;(])含(?!有|义|上|结)|分别(?:为|是)|具体为"
)
_RESET = re.compile(
    r"[,;。]\s*(?:另有?|另外|同时|此外|累计|全年|全[省市县区镇]|共|并|还|发现|查处|开展|组织|整改|移送|下达|举办|发放|今年|本年|20\d{2}年)"
)
_OUT_OF = re.compile(r"[^,;。:]{0,10}(?:里|中|当中|之中)\s*(?:$|[,:])")
_COMPOSED = re.compile(r"由(?P<parts>[^。;]{2,80}?)(?:构成|组成)")
YEAR_GIVEN = re.compile(
    r"(?:[(,;](?:较|比|而|与)?|(?:较|比|与))(?:20\d{2}年度?|上年度?|上一年度?|去年|同期)(?:同期|末|底)?[的为是(]*$"
)
_LEFT_OVER = re.compile(r"余下|剩余|尚余|尚有|还有")
_LOOK_BACK = 8
_LIST_MAX = 12
_EXACTLY = 1e-6
_LIST_GAP = 16
_SMALL = 10
_WINDOW = 40
_SHARE_STEP = 0.06


def parts(document: Document, figures: list[Figure]) -> list[Figure]:
    """Figures after 其中 and the like, tied to the total that they fit. A list ends where it makes up its total."""
    found = list(figures)
    lists: dict[tuple[int, str | None], list[int]] = {}
    for index, figure in enumerate(found):
        mark = _part_mark(document, found, index) if figure.kind in _COUNTED else None
        if mark is not None:
            lists.setdefault((mark, family(figure.unit)), []).append(index)
    orphans: set[str] = set()
    for (mark, _), members in lists.items():
        total = _total(document, found, members, mark, orphans)
        if total is None:
            orphans.update(found[i].id for i in members)
            continue
        for index in _belonging(found, members, total):
            found[index] = replace(found[index], of_which=total.id)
    return found


def _belonging(figures: list[Figure], members: list[int], total: Figure) -> list[int]:
    """The parts of a list, which ends where the total is reached, and before a later number larger than the total."""
    kept: list[int] = []
    added = 0.0
    for index in members:
        value = figures[index].value or 0.0
        if kept and (
            (value > _most(total) and not total.approx) or (len(kept) > 1 and abs(added - _most(total)) < _EXACTLY)
        ):
            break
        kept.append(index)
        added += value
    return kept


def _most(total: Figure) -> float:
    return total.value_max or total.value or 0.0


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
    compared = YEAR_GIVEN.search(flat[max(0, figure.start - 12) : figure.start])
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


def _total(
    document: Document, figures: list[Figure], members: list[int], mark: int, orphans: set[str]
) -> Figure | None:
    """The figure before the mark that a list of parts belongs to.

    The total that the parts make up, alone or by the shares stated after them, may stand anywhere before in the
    section. Otherwise it is spoken of last: in the sentence of the last figure before the mark, and of several there
    the nearest that is not smaller than the first part. Last year's figure is no total.
    """
    near, all_before = _candidates(document, figures, members[0], mark, orphans)
    fitting = next((c for c in all_before if _makes_up(figures, members, c) or _shares_fit(figures, members, c)), None)
    if fitting is not None:
        return fitting
    first = figures[members[0]].value or 0.0
    return next((c for c in near if _most(c) >= first or c.approx), near[0] if near else None)


def _candidates(
    document: Document, figures: list[Figure], first: int, mark: int, orphans: set[str]
) -> tuple[list[Figure], list[Figure]]:
    """Figures before a mark that may be its total, nearest first: those spoken of last, and all of the section."""
    part = figures[first]
    block = document.sentences[document.sentence_at(part.start)].block
    here = document.sentence_at(mark)
    reach = 0 if document.flat.startswith("分别", mark) else 1
    near: list[Figure] = []
    far: list[Figure] = []
    spoken: int | None = None
    for candidate in reversed(figures[max(0, first - _WINDOW) : first]):
        if candidate.end > mark:
            continue
        there = document.sentence_at(candidate.start)
        spoken = there if spoken is None else spoken
        if candidate.kind not in (*_COUNTED, Kind.TARGET) or candidate.of_which or candidate.id in orphans:
            continue
        if family(candidate.unit) != family(part.unit) or candidate.period != part.period:
            continue
        far.append(candidate)
        beside = there >= spoken and here - there <= reach and candidate.start >= document.blocks[block].start
        if beside and ";" not in document.flat[candidate.end : mark - 1] and (reach or candidate.unit == part.unit):
            near.append(candidate)
    return near, far


def _makes_up(figures: list[Figure], members: list[int], total: Figure) -> bool:
    """Whether three parts or more, or two beside a large total, add up to it exactly."""
    added, several = 0.0, 0
    for index in members:
        if not _divisible(figures[index]):
            return False
        added, several = added + (figures[index].value or 0.0), several + 1
        if several > 1 and abs(added - (total.value or 0.0)) < _EXACTLY and added >= _SMALL:
            return _divisible(total)
    return False


def _shares_fit(figures: list[Figure], members: list[int], total: Figure) -> bool:
    """行政处罚类684件，占37.13%；…: whether the shares stated right after the parts are shares of this total."""
    shares = [(figures[i], figures[i + 1]) for i in members if i + 1 < len(figures) and figures[i + 1].unit == "%"]
    if len(shares) < 2 or not total.value or total.approx:
        return False
    return all(
        abs(100 * (part.value or 0.0) / total.value - (share.value or 0.0)) < _SHARE_STEP for part, share in shares
    )


def divisions(document: Document, figures: list[Figure]) -> list[Figure]:
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
            if part.unit == "%" or _LEFT_OVER.search(document.flat, found[place - 1].end, part.start):
                break
            if part.unit != total.unit or part.period != total.period:
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
