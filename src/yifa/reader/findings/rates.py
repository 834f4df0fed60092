"""Rates against the counts they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.reader.catalogue import catalogue
from yifa.reader.findings.case import Case, agrees, shown, spans
from yifa.reader.model import Figure, Finding, Kind, Mismatch
from yifa.reader.units import family

_MAY_EXCEED = re.compile(r"完成|增长|增加|提高|提升|上升|进度|目标|任务|达产|指数|比上年|为上年|执行率|产能|兑现")
_STEM = re.compile(
    r"(?:([\u4e00-\u9fff]{2})(?=完成|成功|到位))?(?<!按期)(?<!按时)(?<!及时)(?<!初次)(?<!一次)([\u4e00-\u9fff]{2})率[^,;。率]{0,6}$"
)
_COUNTS = (Kind.COUNT, Kind.AMOUNT, Kind.MEASURE, Kind.TARGET)
_ANOTHER = re.compile(r"率|新增|新取|新办")
_BARE_RATE = re.compile(r"[\u4e00-\u9fff]{0,4}率(?:达到|均|达|为|保持|是)*")
_HUNDRED = 100.0
_NEAR = 14
_DUE = re.compile(r"应(?:参)?(?:考|到|述法|公开|办|检|出庭|参加|参训)[^,;]{0,4}$")
_DONE = re.compile(r"(?:实际?|已)(?:参)?(?:考|到|述法|公开|办|检|出庭|参加|参训)[^,;]{0,4}$")
_STATED_BASE = {
    "litigation.head_appearance_rate": (re.compile(r"应[^,;。]{0,8}出庭|开庭"), re.compile(r"出庭")),
    "litigation.loss_rate": (re.compile(r"审结|判决|裁判|结案|生效"), re.compile(r"败诉")),
}
"""The words for their base (cases heard, cases decided) and for their numerator; the cases received are no base."""


def mismatches(case: Case) -> Iterator[Finding]:
    """A rate that is not its numerator divided by its denominator. Counts that are themselves approximate are left."""
    for rate in case.figures:
        if rate.unit != "%" or rate.kind is not Kind.RATE or rate.value is None:
            continue
        above, below = _counts(case, rate)
        pairs = [(a, b) for a in above for b in below if a is not b and a.value is not None and b.value]
        if not _MAY_EXCEED.search(case.lead(rate, 40)):
            pairs = [(a, b) for a, b in pairs if _value(b) >= _value(a)]
        exact = [(a, b) for a, b in pairs if not a.approx and not b.approx]
        if not exact or len(exact) < len(pairs):
            continue
        if any(agrees(rate, 100 * _value(a) / _value(b)) for a, b in exact) or _explained(case, rate):
            continue
        part, total = exact[0]
        computed = 100 * _value(part) / _value(total)
        yield Finding(
            Mismatch.RATE,
            "high" if abs(computed - rate.value) > 1 else "medium",
            spans((rate, part, total)),
            rate.text,
            f"{shown(_value(part))}÷{shown(_value(total))}={computed:.2f}%",
            f"按文中的{part.text}和{total.text}计算应为{computed:.2f}%，与所述{rate.text}不符，请核对件数、基数或比率",
        )


def _value(figure: Figure) -> float:
    return figure.value if figure.value is not None else 0.0


def _counts(case: Case, rate: Figure) -> tuple[list[Figure], list[Figure]]:
    """All counts that may be the numerator and the denominator, the likeliest first."""
    linked = [case.by_id[i] for i in (rate.numerator, rate.denominator) if i]
    if rate.numerator and rate.denominator:
        above, below = [linked[0]], [linked[1]]
        known = catalogue()[rate.indicator] if rate.indicator else None
        if known and not rate.indicator.endswith("_share"):  # type: ignore[union-attr]
            above += [f for f in case.same_block(rate) if f.indicator in known.numerator and f is not linked[0]]
        if known:
            below += [f for code in known.denominator for f in _some(case, code) if f is not linked[1]]
        return above, below
    return _due_and_done(case, rate) or _by_stem(case, rate)


def _due_and_done(case: Case, rate: Figure) -> tuple[list[Figure], list[Figure]] | None:
    """应考500人，实考480人，参考率…: the two counts just before a rate, what was due and what was done."""
    before = [f for f in case.same_sentence(rate) if f.end <= rate.start and f.kind in _COUNTS][-2:]
    if len(before) < 2 or rate.start - before[1].end > _NEAR or family(before[0].unit) != family(before[1].unit):
        return None
    due, done = (case.lead(f, 8) for f in before)
    if _DUE.search(due) and _DONE.search(done) and _value(before[1]) <= _value(before[0]):
        return [before[1]], [before[0]]
    return None


def _explained(case: Case, rate: Figure) -> bool:
    """Whether any two counts of the sentence give the rate, also after one is taken off the total (扣除…)."""
    counts = [f for f in case.same_sentence(rate) if f.kind in _COUNTS and f.value][:12]
    for part in counts:
        totals = [f for f in counts if family(f.unit) == family(part.unit) and f is not part]
        bases = [_value(t) for t in totals] + [_value(t) - _value(o) for t in totals for o in totals if t is not o]
        shares = [100 * _value(part) / base for base in bases if base > 0]
        if any(agrees(rate, share) or agrees(rate, 100 - share) for share in shares):
            return True
    return False


def _some(case: Case, code: str) -> list[Figure]:
    """The first figures of a code; no report states one indicator more often than that."""
    return case.by_code.get(code, [])[:20]


def _by_stem(case: Case, rate: Figure) -> tuple[list[Figure], list[Figure]]:
    """收到…120条，采纳…118条，采纳率…: the count that names the verb of the rate, and the count before it."""
    before = [f for f in case.same_sentence(rate) if f.end <= rate.start and f.kind in _COUNTS]
    if rate.indicator in _STATED_BASE:
        return _by_base(case, before, *_STATED_BASE[rate.indicator])
    match = _STEM.search(case.lead(rate))
    if not match:
        return [], []
    stems = match.groups()[:2]
    for index in range(len(before) - 1, 0, -1):
        part = before[index]
        words = part.label.split("…")[0]
        if any(stem and stem in words for stem in stems) and not _ANOTHER.search(words):
            total = before[index - 1]
            if ";" in case.document.flat[part.end : rate.start]:
                return [], []
            if family(total.unit) == family(part.unit) and total.value and _value(part) <= total.value:
                return [part], [total]
            return [], []
    return [], []


def _by_base(
    case: Case, before: list[Figure], base: re.Pattern[str], done: re.Pattern[str]
) -> tuple[list[Figure], list[Figure]]:
    """审结诉讼案件50件，败诉6件，败诉率…: the counts whose words name the base and the numerator."""
    below = [f for f in before if base.search(case.lead(f))]
    above = [f for f in before if done.search(case.lead(f)) and f not in below]
    beside = len(below) == len(above) == 1 and _value(above[0]) <= _value(below[0])
    return (above, below) if beside else ([], [])


def over_hundred(case: Case) -> Iterator[Finding]:
    """A share or a rate of success above 100 %. Completion of a task and growth may exceed it."""
    for rate in case.figures:
        above = rate.unit == "%" and rate.kind is Kind.RATE and _value(rate) > _HUNDRED
        if above and not _MAY_EXCEED.search(case.lead(rate, 40)):
            yield Finding(Mismatch.OVER_100, "high", spans((rate,)), rate.text, None, "这类比率不可能超过100%，请核对")


def unsupported(case: Case) -> Iterator[Finding]:
    """A rate of 100 % with no count beside it that it could be checked against."""
    for rate in case.figures:
        if rate.unit != "%" or rate.kind is not Kind.RATE or rate.value != _HUNDRED:
            continue
        if rate.section_type in ("plan", "problems") or rate.numerator or rate.denominator:
            continue
        if not _supported(case, rate):
            yield Finding(
                Mismatch.UNSUPPORTED, "low", spans((rate,)), rate.text, None,
                "只说达到100%，同句和紧邻处没有给出件数或人数，建议补充基数",
            )  # fmt: skip


def _supported(case: Case, rate: Figure) -> bool:
    counts = [f for f in case.same_sentence(rate) if f.kind in _COUNTS]
    known = catalogue()[rate.indicator] if rate.indicator else None
    if known is None or "*" in known.support:
        return bool(counts)
    base = {*known.numerator, *known.denominator, *known.support}
    here = case.sentence(rate)
    if not base or _leans(case, rate, counts):
        return bool(counts)
    near = [f for f in case.same_block(rate) if abs(case.sentence(f) - here) <= 1 and f.kind in _COUNTS]
    near += _table_above(case, rate)
    return any(f.indicator in base for f in near) or any(_same_words(rate, f, counts) for f in counts)


def _leans(case: Case, rate: Figure, counts: list[Figure]) -> bool:
    """…12个乡镇均设立服务站，覆盖率100%: a bare name of a rate speaks of what the clause before it counted."""
    last = next((f for f in reversed(counts) if f.end <= rate.start), None)
    if last is None or not _BARE_RATE.fullmatch(case.lead(rate)):
        return False
    return not re.search(r"[;%]", case.document.flat[last.end : rate.start])


def _table_above(case: Case, rate: Figure) -> list[Figure]:
    """The counts of a table that ends right before the sentence of a rate."""
    start = case.document.sentences[case.sentence(rate)].start
    for table in case.document.tables:
        if table.end <= start and not case.document.flat[table.end : start].strip():
            return [f for f in case.figures if table.start <= f.start < table.end and f.kind in _COUNTS]
    return []


def _same_words(rate: Figure, count: Figure, counts: list[Figure]) -> bool:
    """A count of the same thing without a code of the base: 全镇25名执法人员…持证率."""
    if count not in counts or count.indicator is not None:
        return False
    words = {rate.label[i : i + 2] for i in range(len(rate.label) - 1)}
    return any(count.label[i : i + 2] in words for i in range(len(count.label) - 1))


def ratios(case: Case) -> Iterator[Finding]:
    """The ratio of reconsideration to litigation against the two counts."""
    for ratio in case.by_code.get("reconsideration.ratio", []):
        if ratio.id in case.changed:
            continue
        known = catalogue()["reconsideration.ratio"]
        above = [f for c in known.numerator for f in _some(case, c) if f.period == ratio.period]
        below = [f for c in known.denominator for f in _some(case, c) if f.period == ratio.period]
        pairs = [(a, b) for a in above for b in below if b.value and not a.approx and not b.approx]
        if pairs and not any(agrees(ratio, _value(a) / _value(b)) for a, b in pairs):
            a, b = pairs[0]
            computed = _value(a) / _value(b)
            yield Finding(
                Mismatch.RATIO, "high", spans((ratio, a, b)), ratio.text, f"{a.text}÷{b.text}={computed:.2f}",
                f"按文中的{a.text}和{b.text}计算比值为{computed:.2f}，与所述{ratio.text}不符",
            )  # fmt: skip
