"""Parts against their total. Parts must add up only where the text says that they are all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from yifa.reader.findings.case import Case, shown, spans
from yifa.reader.model import Figure, Finding, Kind, Mismatch
from yifa.reader.units import family
from yifa.text import Cell, Table

_COMPLETE = re.compile(r"分别(?:为|是|有)|由[^。;]{2,80}(?:构成|组成)|分为|两类|两部分|合计")
_PAIRS = (
    ("存量", "新增"), ("简易", "普通"), ("简易", "一般"), ("线上", "线下"), ("网上", "现场"), ("受理", "不予受理"),
    ("男", "女"), ("城镇", "农村"), ("内资", "外资"), ("已", "未"), ("已完成", "正在"), ("民事", "刑事"),
)  # fmt: skip
_BESIDE = 10
_TOTAL_CELL = re.compile(r"^(?:合\s*计|总\s*计|共\s*计|总\s*数)")
_SUM_WORD = re.compile(r"(?:合计|总计|共计)[^,;。\d]{0,6}$")
_OUTCOME = re.compile(
    r"(?:^|其中)(?:评定|评为|均|全部|已)?(?:合格|及格|优秀|达标|采纳|被采纳|整改|整改到位|完成整改|调解成功)[了为]?$"
)
_CLEARED = frozenset({"normative.retained", "normative.abolished", "normative.amended", "normative.invalidated"})
_LOGICAL = (
    ("reconsideration.accepted", "reconsideration.received"),
    ("reconsideration.corrected", "reconsideration.concluded"),
    ("publicity.award_works", "publicity.works"),
    ("enforcement.certified_officers", "enforcement.officers"),
    ("leadership.plan_tasks_done", "leadership.plan_tasks_total"),
    ("mediation.success", "mediation.cases"),
    ("normative.reviewed_own", "normative.reviewed"),
)


def _value(figure: Figure) -> float:
    return figure.value if figure.value is not None else 0.0


def parts_and_sums(case: Case) -> Iterator[Finding]:
    """A part larger than its total; parts that are said to be all of it and do not add up."""
    groups: dict[tuple[str, int], list[Figure]] = {}
    for figure in case.figures:
        if figure.of_which:
            groups.setdefault((figure.of_which, case.sentence(figure)), []).append(figure)
    for (total_id, _), parts in groups.items():
        total = case.by_id[total_id]
        large = [p for p in parts if _larger(p, total)]
        for part in large:
            yield _part_finding(part, total)
        if not large:
            yield from _sum(case, total, [p for p in parts if family(p.unit) == family(total.unit)])
    for part_code, total_code in _LOGICAL:
        for part in case.by_code.get(part_code, []):
            totals = [t for t in case.same_sentence(part) if t.indicator == total_code and _before(t, part)]
            if totals and not part.of_which and all(_larger(part, t) for t in totals):
                yield _part_finding(part, totals[-1])


def outcomes(case: Case) -> Iterator[Finding]:
    """抽查40本，合格46本: more came out well than there were."""
    for before, outcome in pairwise(case.figures):
        if outcome.of_which or before.of_which or outcome.unit != before.unit or outcome.kind is not Kind.COUNT:
            continue
        beside = case.sentence(before) == case.sentence(outcome) and outcome.start - before.end <= _BESIDE
        if beside and _OUTCOME.search(case.lead(outcome)) and _larger(outcome, before):
            yield _part_finding(outcome, before)


def _before(total: Figure, part: Figure) -> bool:
    """A count of the same year and unit before the part, itself no part of another."""
    alike = total.period == part.period and family(total.unit) == family(part.unit)
    return alike and total.start < part.start and not total.of_which


def _larger(part: Figure, total: Figure) -> bool:
    slack = 1.15 if part.approx or total.approx else 1.0
    return _value(part) > (total.value_max or _value(total)) * slack


def _part_finding(part: Figure, total: Figure) -> Finding:
    return Finding(
        Mismatch.PART, "high", spans((part, total)), f"{part.text}>{total.text}", None,
        f"{part.text}是{total.text}的一部分，却比它大，请核对",
    )  # fmt: skip


def _sum(case: Case, total: Figure, parts: list[Figure]) -> Iterator[Finding]:
    if len(parts) < 2 or any(f.value_max for f in (*parts, total)):
        return
    added = sum(_value(p) for p in parts)
    loose = any(f.approx for f in (*parts, total))
    tolerance = 0.02 * _value(total) if loose else 1e-6 * max(1.0, _value(total))
    if abs(added - _value(total)) <= tolerance:
        return
    too_many = added > _value(total) and not loose and _one_list(case, parts)
    if too_many or _complete(case, total, parts):
        yield _sum_finding(total, parts, added)


def _sum_finding(total: Figure, parts: list[Figure], added: float) -> Finding:
    terms = "+".join(shown(_value(p)) for p in parts)
    return Finding(
        Mismatch.SUM, "high", spans((total, *parts)), total.text, f"{terms}={shown(added)}",
        f"各分项相加为{shown(added)}，与合计{total.text}不符",
    )  # fmt: skip


def _one_list(case: Case, parts: list[Figure]) -> bool:
    """Parts joined by 、 only: they are kinds of one division."""
    return all(
        "、" in (gap := case.document.flat[a.end : b.start]) and not re.search(r"[;。]", gap)
        for a, b in pairwise(parts)
    )


def _complete(case: Case, total: Figure, parts: list[Figure]) -> bool:
    """Whether the text declares that the parts are the whole."""
    flat = case.document.flat
    stretch = flat[total.end : min(len(flat), parts[-1].end + 8)]
    if _COMPLETE.search(stretch) and len(stretch) < 400:
        return True
    if len(parts) == 2:
        a, b = (p.label for p in parts)
        if any((x in a and y in b) or (y in a and x in b) for x, y in _PAIRS):
            return True
    shares = [f for f in case.same_block(parts[0]) if f.unit == "%" and f.numerator in {p.id for p in parts}]
    return len(shares) == len(parts) and abs(sum(_value(s) for s in shares) - 100) <= 0.5


def cleared(case: Case) -> Iterator[Finding]:
    """清理120件，保留80件，废止30件，修改20件: no document meets two of these ends, so they cannot outnumber it."""
    for total in case.by_code.get("normative.screened", []):
        after = [f for f in case.same_sentence(total) if f.start > total.start and f.indicator in _CLEARED]
        parts = [f for f in after if f.unit == total.unit and not f.of_which]
        added = sum(_value(p) for p in parts)
        exact = not any(f.approx for f in (total, *parts))
        if len({p.indicator for p in parts}) == len(parts) > 1 and exact and added > _value(total):
            yield _sum_finding(total, parts, added)


def stated_totals(case: Case) -> Iterator[Finding]:
    """甲3件、乙5件，合计9件: the counts of one sentence against the sum that closes it."""
    for total in case.figures:
        if total.kind not in (Kind.COUNT, Kind.AMOUNT) or not _SUM_WORD.search(case.lead(total)):
            continue
        parts = [
            f for f in case.same_sentence(total)
            if f.end <= total.start and f.kind is total.kind and f.unit == total.unit and not f.of_which
        ]  # fmt: skip
        if len(parts) < 2 or any(f.approx for f in (*parts, total)) or not _one_list(case, parts):
            continue
        added = sum(_value(p) for p in parts)
        if abs(added - _value(total)) > 1e-6:
            yield _sum_finding(total, parts, added)


def table_totals(case: Case) -> Iterator[Finding]:
    """A row or column headed 合计 against the cells beside it."""
    by_start = {f.start: f for f in case.figures}
    for table in case.document.tables:
        for row in table.rows[1:]:
            yield from _line_total(by_start, table.rows[0], row)
        labels = tuple(row[0] for row in table.rows)
        for column in _columns(table):
            yield from _line_total(by_start, labels, column)


def _columns(table: Table) -> list[tuple[Cell, ...]]:
    return [tuple(row[c] for row in table.rows) for c in range(1, len(table.rows[0]))]


def _line_total(by_start: dict[int, Figure], headers: tuple[Cell, ...], line: tuple[Cell, ...]) -> Iterator[Finding]:
    cells = [(h.text, by_start.get(c.start)) for h, c in zip(headers[1:], line[1:], strict=True)]
    totals = [f for words, f in cells if f and _TOTAL_CELL.match(words)]
    parts = [f for words, f in cells if f and not _TOTAL_CELL.match(words)]
    if len(totals) != 1 or len(parts) < 2 or any(f.unit != totals[0].unit for f in parts):
        return
    added = sum(_value(p) for p in parts)
    tolerance = 0.5 if totals[0].unit == "%" else 1e-6
    if abs(added - _value(totals[0])) > tolerance and not any(f.approx for f in (*parts, *totals)):
        yield _sum_finding(totals[0], parts, added)
