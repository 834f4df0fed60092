"""Growth against the values of the two years, and the words rise and fall against the values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from yifa.reader.findings.case import Case, agrees, shown, spans
from yifa.reader.model import Figure, Finding, Kind, Mismatch
from yifa.reader.units import family

_CUT = re.compile(r"^(?:共|平均|总体|整体)?(?:压减|压缩|缩短|缩减|提速|精简)(?:率|比例|幅度)?[了约达近超为]*$")
_REACHED = re.compile(r"(?:到|至|为|是|达|相当于|的)[^,;。增升提]{0,6}$")
_MORE_OR_LESS = re.compile(r"(?:增加|减少|多|少|上升|下降|增长|降低|提高)[了约近]{0,2}$")


def _value(figure: Figure) -> float:
    return figure.value if figure.value is not None else 0.0


def growths(case: Case) -> Iterator[Finding]:
    """同比增长…% that does not follow from this year's and last year's value."""
    for change in case.figures:
        if (
            change.kind is not Kind.CHANGE
            or change.from_value is not None
            or change.unit not in ("%", "倍", "个百分点")
        ):
            continue
        values = _two_values(case, change)
        if values is None:
            continue
        now, past, involved = values
        if not past or any(f.approx for f in involved):
            continue
        computed = _computed(case, change, now, past)
        if computed is None or agrees(change, abs(computed)):
            wrong_way = computed is not None and change.direction and (computed > 0) != (change.direction == "up")
            if wrong_way and abs(computed or 0) > 1e-9:
                yield _finding(Mismatch.DIRECTION, change, involved, computed or 0.0)
            continue
        yield _finding(Mismatch.GROWTH, change, involved, computed)


def cuts(case: Case) -> Iterator[Finding]:
    """由20个工作日压缩到8个工作日，压减70%: a share cut off right after the two ends of the change."""
    for ends, cut in pairwise(case.figures):
        if cut.unit != "%" or cut.kind is Kind.TARGET or not _CUT.search(case.lead(cut)):
            continue
        if not ends.from_value or ends.to_value is None or case.sentence(ends) != case.sentence(cut):
            continue
        source = case.by_id[ends.change_from] if ends.change_from else ends
        computed = 100 * (ends.to_value - ends.from_value) / ends.from_value
        if not (ends.approx or source.approx or agrees(cut, abs(computed))):
            yield _finding(Mismatch.RATE, cut, (ends, source), computed)


def _computed(case: Case, change: Figure, now: float, past: float) -> float | None:
    if change.unit == "个百分点":
        return now - past
    if change.unit == "倍":
        times = now / past
        reached = _REACHED.search(case.lead(change))
        return times if reached and agrees(change, times) else times - 1
    return 100 * (now - past) / past


def _two_values(case: Case, change: Figure) -> tuple[float, float, tuple[Figure, ...]] | None:
    """Now and past, and the figures they come from."""
    before = [f for f in case.same_sentence(change) if f.end <= change.start]
    for pair in reversed(before):
        if pair.from_value is not None and (change.unit != "个百分点" or pair.unit == "%"):
            source = case.by_id[pair.change_from] if pair.change_from else pair
            return _value(pair), pair.from_value, (pair, source)
    if change.unit == "个百分点":
        return None
    if change.numerator and change.denominator:
        now, past = case.by_id[change.numerator], case.by_id[change.denominator]
        return _value(now), _value(past), (now, past)
    before = [f for f in before if f.period == change.period]
    if len(before) > 1 and _MORE_OR_LESS.search(case.lead(before[-1])):
        more, now = before[-1], before[-2]
        if family(more.unit) == family(now.unit) and now.kind is Kind.COUNT and _value(more) < _value(now):
            less = re.search(r"减少|少|下降|降低", case.lead(more))
            past_value = _value(now) + _value(more) if less else _value(now) - _value(more)
            return _value(now), past_value, (now, more)
    return None


def _finding(kind: Mismatch, change: Figure, involved: tuple[Figure, ...], computed: float) -> Finding:
    unit = change.unit or ""
    values = "、".join(f.text for f in involved)
    way = "上升" if computed > 0 else "下降"
    return Finding(
        kind, "high", spans((change, *involved)), change.text, f"{way}{shown(abs(round(computed, 2)))}{unit}",
        f"按文中的{values}计算应为{way}{abs(computed):.2f}{unit}，与所述{change.text}不符",
    )  # fmt: skip


def directions(case: Case) -> Iterator[Finding]:
    """由…上升到… where the second value is smaller, or the other way round."""
    for change in case.figures:
        if change.from_value is None or change.to_value is None or change.direction is None:
            continue
        ranked = change.text.startswith("第")
        rises = change.to_value < change.from_value if ranked else change.to_value > change.from_value
        if change.to_value == change.from_value or rises != (change.direction == "up"):
            source = case.by_id[change.change_from] if change.change_from else change
            word = "上升" if change.direction == "up" else "下降"
            yield Finding(
                Mismatch.DIRECTION, "high", spans((change, source)), f"{source.text}→{change.text}", None,
                f"文中说{word}，但{source.text}到{change.text}不是{word}，请核对",
            )  # fmt: skip
