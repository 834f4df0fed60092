"""Scenarios (情形): a jurist's own cases run against the declarations, without any stored data.

    - 情形: 补正后重新起算五个工作日，春节假期不计入
      依据: 行政复议法第三十条、第三十一条、第八十八条
      程序: 行政复议
      经过:
        - 2025-01-06: 收到申请
        - 2025-01-08: 通知补正
        - 2025-01-24: 提交补正材料
      届满: {受理审查: 2025-02-07}

Steps are examined by the same rules as real ones (`rules.reasons_against`), limits by the same clocks, and what the
law performs when a limit lapses is performed between the steps, so that a scenario says what the system would do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from yifa.clock import Calendar
from yifa.kernel.clocks import LABELS, Clock, State, clocks_of
from yifa.kernel.declare import PROCEDURES, DeclarationError, Procedure, Step
from yifa.kernel.rules import Attempt, Override, Reason, reasons_against
from yifa.kernel.scenario_file import Entry, Scenario, read
from yifa.kernel.scenario_values import blank_record, checked, fill, inputs, kept, restore, set_fields, set_own, shown
from yifa.kernel.situation import Happened, Situation

LAST_DAY = date.max


@dataclass(frozen=True)
class Taken:
    """What became of one step: taken, performed by the law, or refused with every reason."""

    on: date
    label: str
    reasons: tuple[Reason, ...] = ()
    by_law: bool = False
    expected: bool = True

    def __str__(self) -> str:
        head = f"{self.on} {self.label}"
        if self.by_law:
            return f"{head}（期限届满，系统记录）"
        if not self.reasons:
            return head
        listed = "；".join(str(reason) for reason in self.reasons)
        return f"{head}：不予办理——{listed}"


@dataclass
class Outcome:
    """How a scenario came out: each step, each clock, and where it differs from what was expected."""

    scenario: Scenario
    version: type[Procedure]
    taken: list[Taken] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    stage: str = ""
    mismatches: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether everything came out as expected."""
        return not self.mismatches

    def report(self) -> str:
        """The outcome in Chinese, for a person."""
        scenario = self.scenario
        lines = [f"{'✓' if self.ok else '✗'} {scenario.name}（{scenario.path.name} 第{scenario.line}行）"]
        if scenario.basis:
            lines.append(f"  依据：{scenario.basis}")
        lines.append(f"  适用：{self.version.label}（自{self.version.since}起施行的规则）")
        lines += [f"  {taken}" for taken in self.taken]
        lines.append(f"  阶段：{self.stage}")
        lines += [f"  期限　{described(clock)}" for clock in self.clocks]
        lines += [f"  不符：{mismatch}" for mismatch in self.mismatches]
        return "\n".join(lines)


def described(clock: Clock) -> str:
    """One clock in a line: 受理审查：2025-02-07届满（2025-01-24起算）按期完成."""
    due, limit = clock.due, clock.limit
    if due.judged is None:
        until = f"停止计算，还剩{due.left}" if due.stopped else "尚不能确定"
    else:
        until = f"{due.judged}届满"
        until += f"（不顺延{due.strict}）" if due.strict != due.judged else ""
        until += "，暂定" if due.provisional else ""
    ended = f"，{clock.ended_on}" if clock.ended_on else ""
    return f"{limit.label}：{until}，自{clock.since}起算，{LABELS[clock.state]}{ended}"


def run(path: Path, calendar: Calendar | None = None) -> list[Outcome]:
    """Run all scenarios of a file.

    Raises:
        ScenarioError: the file is not well written; the message names file and line.
    """
    return [run_one(scenario, calendar) for scenario in read(path)]


def run_one(scenario: Scenario, calendar: Calendar | None = None) -> Outcome:
    """Run one scenario; see `run`."""
    return _Run(scenario, calendar or Calendar.load()).outcome()


class _Run:
    """One scenario while it runs."""

    def __init__(self, scenario: Scenario, calendar: Calendar) -> None:
        self.scenario, self.calendar = scenario, calendar
        self.key = _key_of(scenario)
        first = min(entry.on for entry in scenario.course)
        version = self._version(scenario.version or first)
        self.fixed = scenario.version is not None
        record = blank_record(version, scenario.organ)
        set_fields(scenario, scenario.line, record, scenario.fields)
        self.situation = Situation(version, record)
        self.seq = 0
        self.result = Outcome(scenario, version)

    def outcome(self) -> Outcome:
        """Take every step, then compare."""
        for entry in self.scenario.course:
            self._settle(entry.on)
            self._take(entry)
        if self.scenario.today is not None:
            self._settle(self.scenario.today)
        result = self.result
        result.version, result.stage = self.situation.procedure, self.situation.stage.label
        result.clocks = clocks_of(self.situation, self.calendar)
        result.mismatches += self._differences()
        return result

    def _version(self, day: date) -> type[Procedure]:
        try:
            return PROCEDURES.on(self.key, day)
        except DeclarationError as error:
            raise self.scenario.fail(self.scenario.line, str(error)) from None

    def _step(self, entry: Entry, version: type[Procedure]) -> Step:
        try:
            return version.step(entry.step)
        except DeclarationError as error:
            raise self.scenario.fail(entry.line, str(error)) from None

    def _take(self, entry: Entry) -> None:
        version = self._governing(entry)
        step = self._step(entry, version)
        situation = Situation(version, self.situation.record, self.situation.happened)
        before = kept(situation.record)
        data = inputs(self.scenario, entry.line, step, entry.data)
        set_fields(self.scenario, entry.line, situation.record, entry.fields)
        if self.scenario.filling:
            data = fill(situation.record, step, data, entry.on)
        attempt = Attempt(step, entry.on, data, _confirmed(step, entry), self._overrides(step, entry))
        asked = situation.asked(step, entry.on, situation.record, data)
        reasons = tuple(reasons_against(asked, attempt, today=LAST_DAY))
        self._compare_refusal(entry, step, reasons)
        if reasons:
            restore(situation.record, before)
            return
        self._enter(version, step, entry.on, data)

    def _governing(self, entry: Entry) -> type[Procedure]:
        """The version that is asked: that of the date until a step fixes it (the engine's rule)."""
        current = self.situation.procedure
        if self.fixed:
            return current
        on_that_day = self._version(entry.on)
        fixing = self._step(entry, on_that_day) in on_that_day.fixed_by
        return on_that_day if fixing or not self.situation.happened else current

    def _enter(
        self, version: type[Procedure], step: Step, on: date, data: dict[str, object], *, by_law: bool = False
    ) -> None:
        self.seq += 1
        set_own(self.situation.record, step, on)
        after = Situation(version, self.situation.record, self.situation.happened).after(
            Happened(self.seq, step, on, data)
        )
        self.situation = after
        self.fixed = self.fixed or step in version.fixed_by
        self.result.taken.append(Taken(on, step.label, by_law=by_law))

    def _settle(self, until: date) -> None:
        """Perform what the law performs when a limit lapses before a day."""
        tried: set[tuple[str, date]] = set()
        while True:
            lapsed = [c for c in clocks_of(self.situation, self.calendar) if self._lapsed(c, until, tried)]
            if not lapsed:
                return
            clock = min(lapsed, key=lambda c: (c.due.judged or date.max, c.limit.code))
            tried.add((clock.limit.code, clock.since))
            self._perform_by_law(clock)

    def _lapsed(self, clock: Clock, until: date, tried: set[tuple[str, date]]) -> bool:
        step, judged = clock.limit.on_expiry, clock.due.judged
        if not isinstance(step, Step) or judged is None or clock.state is not State.RUNNING or clock.limit.promised:
            return False
        done = any(day >= clock.since for day in self.situation.dates(step))
        return judged < until and not done and (clock.limit.code, clock.since) not in tried

    def _perform_by_law(self, clock: Clock) -> None:
        step, on = clock.limit.on_expiry, clock.effective_on
        assert isinstance(step, Step)
        assert on is not None
        version = self.situation.procedure
        if not self.fixed and step in version.fixed_by:
            version = self._version(on)
            step = version.step(step.code)
        asked = self.situation.asked(step, on, self.situation.record, {})
        if reasons_against(asked, Attempt(step, on), today=LAST_DAY):
            return
        self._enter(version, step, on, {}, by_law=True)

    # -- expectations ----------------------------------------------------------------------------

    def _compare_refusal(self, entry: Entry, step: Step, reasons: tuple[Reason, ...]) -> None:
        wanted = entry.refused
        if reasons:
            self.result.taken.append(Taken(entry.on, step.label, reasons, expected=wanted is not None))
        if wanted is None and reasons:
            listed = "；".join(str(reason) for reason in reasons)
            self.result.mismatches.append(f"第{entry.line}行：{entry.on}“{step.label}”未予办理：{listed}")
        if wanted is not None and not reasons:
            self.result.mismatches.append(f"第{entry.line}行：{entry.on}“{step.label}”应当不予办理，实际可以办理")
        for want in (wanted or ()) if reasons else ():
            if not any(_rests_on(reason, want) for reason in reasons):
                listed = "；".join(str(reason) for reason in reasons)
                self.result.mismatches.append(
                    f"第{entry.line}行：“{step.label}”不予办理的理由没有“{want}”，实有：{listed}"
                )

    def _overrides(self, step: Step, entry: Entry) -> dict[str, Override]:
        found = {}
        for words, reason in entry.overrides.items():
            codes = [code for code, condition in step.condition_codes if words in condition.text or words == code]
            if not codes:
                texts = "、".join(condition.text for condition in step.conditions) or "没有条件"
                raise self.scenario.fail(entry.line, f"“{step.label}”没有条件“{words}”，可用的有：{texts}。")
            found.update({code: Override(reason) for code in codes})
        return found

    @property
    def _as_of(self) -> date:
        return self.scenario.today or max(entry.on for entry in self.scenario.course)

    def _differences(self) -> Iterator[str]:
        scenario = self.scenario
        if scenario.stage and scenario.stage != self.situation.stage.label:
            yield f"阶段应为“{scenario.stage}”，实为“{self.situation.stage.label}”"
        for name, wanted in scenario.happened.items():
            yield from self._difference_of_step(name, wanted)
        for name, wanted in scenario.due.items():
            yield from checked(scenario, self.situation.procedure, self.result.clocks, name, wanted, as_of=self._as_of)
        for name, wanted in scenario.record.items():
            yield from self._difference_of_field(name, wanted)

    def _difference_of_step(self, name: str, wanted: object) -> Iterator[str]:
        step = self._step(Entry(self.scenario.line, LAST_DAY, name), self.situation.procedure)
        dates = self.situation.dates(step)
        if wanted in (None, "否", False):
            if dates:
                yield f"“{name}”应当没有发生，实际发生于{dates[-1]}"
        elif wanted not in dates:
            yield f"“{name}”应当发生于{wanted}，实际为{dates[-1] if dates else '没有发生'}"

    def _difference_of_field(self, name: str, wanted: object) -> Iterator[str]:
        value = shown(self.scenario, self.situation.record, name)
        if str(value) != str(wanted):
            yield f"“{name}”应为{wanted}，实为{value}"


def _key_of(scenario: Scenario) -> str:
    labels = {key: PROCEDURES.latest(key).label for key in sorted(PROCEDURES.versions)}
    for key, label in labels.items():
        if scenario.procedure in (key, label):
            return key
    known = "、".join(labels.values())
    raise scenario.fail(scenario.line, f"没有名为“{scenario.procedure}”的程序，可用的有：{known}。")


def _confirmed(step: Step, entry: Entry) -> set[str]:
    return {
        code
        for code, condition in step.condition_codes
        if not any(words in condition.text or words == code for words in entry.unconfirmed)
    }


def _rests_on(reason: Reason, wanted: str) -> bool:
    """Whether a reason is the one expected: by its provision, written long or short, or by words of its text."""
    plain = wanted.replace("《", "").replace("》", "").replace(" ", "")
    if reason.basis is not None:
        full = str(reason.basis).replace("《", "").replace("》", "")
        if within(plain, reason.basis.short) or within(plain, full):
            return True
    return plain in reason.text.replace(" ", "")


def within(wanted: str, provision: str) -> bool:
    """Whether a provision is the one wanted or a part of it: article 42 holds 42① and neither 421 nor 42之一."""
    rest = provision.removeprefix(wanted)
    return provision.startswith(wanted) and not (rest[:1] == "之" or rest[:1].isdecimal())
