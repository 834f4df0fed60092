"""A new edition of a whole benchmark at once (整套改版): every cell is checked, then the tiers together, then saved.

Editions are added, never changed: the tiers before get the day on which they stop, so that an old case keeps its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from yifa.areas.enforcement.bases import RANGES
from yifa.areas.enforcement.discretion.ladder import Misfit, misfits, plain, uncovered
from yifa.areas.enforcement.discretion.models import DiscretionTier
from yifa.areas.enforcement.discretion.register import DiscretionBenchmarks
from yifa.areas.enforcement.discretion.standing import rung_of
from yifa.kernel.registers import entries
from yifa.kernel.registers.errors import EntryRefused, Problem, RegisterError
from yifa.kernel.registers.values import RowReader
from yifa.office.models import Organ, Person

HEAD = (
    "act_code", "act", "legal_basis", "unit", "statute_from", "statute_to", "issuer_level", "form", "document",
    "review_no", "filing_no", "published_on", "effective_on",
)  # fmt: skip
"""What all tiers of an edition share."""

TIER = ("tier_kind", "conditions", "range_from", "range_to", "from_open", "to_open")
"""What each tier has of its own, in the order of the table."""

MOST = 20
"""How many tiers one act can have."""


@dataclass(frozen=True)
class Fault:
    """One thing wrong: the row from 1 on (0: what all tiers share), the field, and the problem."""

    row: int
    field: str
    problem: Problem

    def __str__(self) -> str:
        return f"第{self.row}阶次{self.problem}" if self.row else str(self.problem)


class EditionRefused(RegisterError):
    """The edition cannot be saved; `faults` holds every reason with its cell."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = list(faults)
        super().__init__(f"不能保存：{'；'.join(str(fault) for fault in faults)}。")


@dataclass(frozen=True)
class Saved:
    """The tiers of the new edition, and what a person should still look at."""

    tiers: list[DiscretionTier]
    notices: list[str] = field(default_factory=list)


def tiers_of(organ_id: int, act_code: str, edition: int) -> list[DiscretionTier]:
    """The tiers of an edition, in order."""
    rows = DiscretionTier._base_manager.filter(
        withdrawn=False, organ_id=organ_id, act_code=act_code, edition=edition
    ).order_by("tier", "pk")
    return list(rows)


def newest(organ_id: int, act_code: str) -> int:
    """The number of the newest edition of an act; 0 where there is none. Withdrawn numbers are not given out again."""
    rows = DiscretionTier._base_manager.filter(organ_id=organ_id, act_code=act_code)
    return int(rows.order_by("-edition").values_list("edition", flat=True).first() or 0)


def save(
    organ: Organ, head: Mapping[str, str], rows: Sequence[Mapping[str, str]], *, seen: int, by: Person | None,
    at: datetime,
) -> Saved:  # fmt: skip
    """Record a new edition and let the one before stop on its first day.

    Args:
        head: the fields of `HEAD`; rows: those of `TIER`, from the lightest tier on.
        seen: the edition that the editor had before them; 0 for an act without any.

    Raises:
        EditionRefused: with every reason and its cell; nothing was written.
    """
    today = timezone.localdate(at)
    entries.require_writer(by, organ, today)
    with transaction.atomic():
        entries.locked_book(DiscretionBenchmarks, organ)
        last = newest(organ.pk, head.get("act_code", "").strip())
        tiers, faults = _read(organ, head, rows, max(last, seen) + 1)
        faults += _changed_meanwhile(last, seen)
        before = tiers_of(organ.pk, tiers[0].act_code, last) if tiers and last else []
        if not faults:
            faults = [*_checked(tiers, today), *_fitting(tiers), *_after(before, tiers[0], today)]
        if faults:
            raise EditionRefused(faults)
        try:
            _stopped(before, tiers[0].effective_on, by, at)
            added = [_added(organ, one, by, at) for one in tiers]
        except EntryRefused as refused:
            raise EditionRefused([Fault(0, one.field, one) for one in refused.problems]) from refused
    return Saved(added, list(_notices(added, today)))


def _read(
    organ: Organ, head: Mapping[str, str], rows: Sequence[Mapping[str, str]], edition: int
) -> tuple[list[DiscretionTier], list[Fault]]:
    """The tiers as they would be recorded, and what is wrong with single cells; shared cells are named once."""
    reader, tiers, faults = RowReader(DiscretionBenchmarks, organ.pk), [], []
    if not rows:
        problem = Problem("tier_kind", "阶次", "没有填写", "至少填写一个阶次", RANGES)
        return [], [Fault(0, "tiers", problem)]
    if len(rows) > MOST:
        return [], [Fault(0, "tiers", Problem("tier", "阶次", f"有{len(rows)}个，超过{MOST}个", "请分别编码"))]
    for number, row in enumerate(rows, 1):
        raw = {name: head.get(name, "") for name in HEAD} | {name: row.get(name, "") for name in TIER}
        values, problems = reader.read(raw | {"edition": edition, "tier": number, "ended_on": ""})
        shared = [Fault(0, one.field, one) for one in problems if one.field in HEAD and number == 1]
        faults += [*shared, *(Fault(number, one.field, one) for one in problems if one.field not in HEAD)]
        if not problems:
            tiers.append(DiscretionTier(organ=organ, **values))
    return tiers, faults


def _checked(tiers: Sequence[DiscretionTier], today: date) -> list[Fault]:
    faults = []
    for one in tiers:
        for problem in DiscretionBenchmarks.check(one, today):
            shared = problem.field in HEAD
            if not shared or one.tier == 1:
                faults.append(Fault(0 if shared else one.tier, problem.field, problem))
    return faults


def _fitting(tiers: Sequence[DiscretionTier]) -> Iterator[Fault]:
    """Overlaps and gaps, at the lower bound of the upper tier; a number in both is left to a notice."""
    for fault in misfits([rung_of(one) for one in tiers]):
        if fault.kind != "shared":
            problem = Problem("range_from", "幅度下限", str(fault), _remedy(fault), RANGES)
            yield Fault(fault.upper, "range_from", problem)


def _remedy(fault: Misfit) -> str:
    if fault.kind == "gap" and fault.low == fault.high:
        return f"让其中一个阶次含{plain(fault.low)}"
    wanted = fault.low if fault.kind == "gap" else fault.high
    return f"与第{fault.lower}阶次的上限{plain(wanted)}相接" if fault.kind == "gap" else "请改成首尾相接"


def _after(before: Sequence[DiscretionTier], first: DiscretionTier, today: date) -> Iterator[Fault]:
    """A later edition begins later; one that is not in force yet may be replaced from its own first day."""
    if not before:
        return
    begun = before[0].effective_on
    early = first.effective_on < begun or (first.effective_on == begun and begun <= today)
    if early:
        why = f"{first.effective_on}不晚于第{before[0].edition}版的施行日期{begun}"
        yield Fault(0, "effective_on", Problem("effective_on", "施行日期", why, "新版应当晚于旧版施行"))


def _changed_meanwhile(last: int, seen: int) -> list[Fault]:
    if last == seen:
        return []
    why = f"已经有第{last}版" if seen == 0 else f"别人已保存了第{last}版，您打开的是第{seen}版"
    return [Fault(0, "act_code", Problem("act_code", "违法行为编码", why, "请打开最新的一版再修改"))]


def _stopped(before: Iterable[DiscretionTier], on: date, by: Person | None, at: datetime) -> None:
    for one in before:
        if one.ended_on is None or one.ended_on > on:
            entries.amend(DiscretionBenchmarks, one.pk, {"ended_on": on}, seen=one.version, by=by, at=at)


def _added(organ: Organ, one: DiscretionTier, by: Person | None, at: datetime) -> DiscretionTier:
    values = {column.name: getattr(one, column.name) for column in DiscretionBenchmarks.asked()}
    values["legal_basis"] = "\n".join(one.legal_basis)
    added: DiscretionTier = entries.add(DiscretionBenchmarks, organ, values, by=by, at=at)
    return added


def _notices(tiers: Sequence[DiscretionTier], today: date) -> Iterator[str]:
    first = tiers[0]
    for fault in misfits([rung_of(one) for one in tiers]):
        yield f"{fault}。"
    for low, high in uncovered([rung_of(one) for one in tiers], first.statute_from, first.statute_to):
        yield f"阶次没有覆盖法定幅度中的{plain(low)}至{plain(high)}{first.get_unit_display()}。"
    top = max(tiers, key=lambda one: (one.range_to, not one.to_open))
    if top.to_open and top.range_to == top.statute_to:
        yield f"第{top.tier}阶次不含法定上限本数{plain(top.range_to)}，最高一个阶次的上限应当选“含”。"
    if first.effective_on < today:
        yield f"施行日期{first.effective_on}早于今天：这一天以后的违法行为和决定按新版核对，请确认文件确自该日施行。"
    for one in tiers:
        for problem in DiscretionBenchmarks.doubts(one):
            if one.tier == 1 or problem.field not in HEAD:
                yield f"{problem}。"
