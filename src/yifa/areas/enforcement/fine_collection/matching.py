"""Which payment of a bank statement belongs to which fine (银行流水对应): by number, by amount and day, by payer.

Nothing is entered for anybody: what a statement shows and no case has is listed, with the case where it is known, and
a person enters the payment there (缴清款项、缴纳部分款项).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from django.db.models import Q

from yifa.areas.enforcement.common.money import Channel
from yifa.areas.enforcement.fine_collection.ledger import account, owed_confiscated
from yifa.areas.enforcement.fine_collection.models import FineCase
from yifa.areas.enforcement.receipts.gaps import DEFAULTS
from yifa.areas.enforcement.receipts.models import BankEntry, MoneyKind, MoneyLine
from yifa.kernel.replay import situations_of

NUMBER = re.compile(r"\d{3,}号")
LONGEST = 30
"""A number of a decision has at most so many characters."""
AROUND = timedelta(62)
"""So far from the days of a statement a payment that is entered may lie."""
THROUGH_BANKS = (Channel.BANK, Channel.ELECTRONIC, Channel.OTHER)


class State(StrEnum):
    """How a payment on a statement stands to the cases."""

    NONE = "没有对应的案件"
    LIKELY = "可能对应"
    OVER = "多于应缴"
    SETTLES = "待登记：缴清款项"
    PART = "待登记：缴纳部分款项"
    DAY = "登记的日期不同"
    RECORDED = "已登记"


@dataclass(frozen=True)
class Match:
    """A payment of a statement, how it stands, the case, and the words for it."""

    entry: BankEntry
    state: State
    case: FineCase | None = None
    text: str = ""


@dataclass(frozen=True)
class Matched:
    """Statements against cases: every payment of the bank, and the payments entered of which the bank tells nothing."""

    payments: Sequence[Match]
    unheard: Sequence[MoneyLine]

    def in_state(self, state: str) -> list[Match]:
        """The payments that stand so; all of them where no state is asked for."""
        return [match for match in self.payments if not state or match.state.name == state]


def matched(organs: Collection[int], since: date, until: date) -> Matched:
    """The payments of the statements of a time, those without a case first."""
    entries = BankEntry.objects.filter(withdrawn=False, organ_id__in=organs, on__range=(since, until))
    by_organ: dict[int, list[BankEntry]] = defaultdict(list)
    for entry in entries.select_related("organ__place").order_by("on", "pk"):
        by_organ[entry.organ_id].append(entry)
    payments: list[Match] = []
    unheard: list[MoneyLine] = []
    for rows in by_organ.values():
        run = _Run(rows)
        payments += run.matches()
        unheard += run.unheard()
    order = list(State)
    return Matched(sorted(payments, key=lambda match: order.index(match.state)), unheard)


class _Run:
    """The statements of one organ: a payment entered in a case is given to one payment of the bank at most."""

    def __init__(self, entries: Sequence[BankEntry]) -> None:
        self.entries, organ = entries, entries[0].organ
        self.days = timedelta(DEFAULTS.at(organ.place.code if organ.place_id else "").number("match_days"))
        numbers = FineCase.objects.filter(organ=organ).values_list(
            "pk", "client_number", "decision_number", "number"
        )  # fmt: skip
        self.by_number = {plain(number): pk for pk, *named in numbers for number in named if number}
        self.named = {entry.pk: self._named(entry) for entry in entries}
        rows = MoneyLine.objects.filter(organ=organ, kind=MoneyKind.COLLECTED, channel__in=THROUGH_BANKS)
        around = entries[0].on - AROUND, entries[-1].on + AROUND
        self.lines = list(rows.filter(on__range=around).select_related("case").order_by("on", "pk"))
        self.told: set[int] = set()
        wanted = {*self.named.values(), *(line.case_id for line in self.lines)} - {None}
        payers = {entry.payer for entry in entries if entry.payer and self.named[entry.pk] is None}
        cases = FineCase.objects.filter(organ=organ).filter(Q(pk__in=wanted) | Q(party_name__in=payers))
        self.situations = situations_of(cases)
        self.cases: dict[int, FineCase] = {key: case.record for key, case in self.situations.items()}

    def matches(self) -> Iterator[Match]:
        """Those that name a decision first: what they account for is nobody else's."""
        named = [(entry, self.cases.get(self.named[entry.pk] or 0)) for entry in self.entries]
        yield from (self._by_case(entry, case) for entry, case in named if case is not None)
        yield from (self._by_amount(entry) for entry, case in named if case is None)

    def unheard(self) -> list[MoneyLine]:
        """Payments entered in cases, of the days of the statements, that no statement has."""
        first, last = self.entries[0].on, self.entries[-1].on
        return [line for line in self.lines if first <= line.on <= last and line.pk not in self.told]

    def _named(self, entry: BankEntry) -> int | None:
        """The case whose number the notice is, or stands in the memo."""
        if (case := self.by_number.get(plain(entry.notice))) is not None:
            return case
        words = plain(f"{entry.notice} {entry.memo}")
        for found in NUMBER.finditer(words):
            for start in range(max(0, found.end() - LONGEST), found.start() + 1):
                if (case := self.by_number.get(words[start : found.end()])) is not None:
                    return case
        return None

    def _by_case(self, entry: BankEntry, case: FineCase) -> Match:
        same = [line for line in self._open(entry) if line.case_id == case.pk]
        if same:
            line = min(same, key=lambda one: abs(one.on - entry.on))
            self.told.add(line.pk)
            if line.on == entry.on:
                return Match(entry, State.RECORDED, case)
            return Match(entry, State.DAY, case, f"登记的缴款日期是{line.on}，流水是{entry.on}，请核对加处罚款")
        return self._to_enter(entry, case)

    def _by_amount(self, entry: BankEntry) -> Match:
        near = [line for line in self._open(entry) if abs(line.on - entry.on) <= self.days]
        fitting = [line for line in near if entry.payer in ("", self._party(line))]
        if len(fitting) == 1:
            (line,) = fitting
            self.told.add(line.pk)
            text = f"流水没有写文号，按金额和日期对应（登记于{line.on}）"
            return Match(entry, State.RECORDED, self.cases.get(line.case_id or 0), text)
        if near:
            return Match(
                entry, State.LIKELY, None, f"有{len(near)}笔登记的缴款金额相同，缴款人对不上或者不止一人，请按收据核对"
            )
        for case in self.cases.values():
            if entry.payer and case.party_name == entry.payer and not case.closed_on:
                return Match(
                    entry, State.LIKELY, case, f"流水没有写文号，缴款人相同；{self._to_enter(entry, case).text}"
                )
        return Match(entry, State.NONE)

    def _party(self, line: MoneyLine) -> str:
        case = self.cases.get(line.case_id or 0)
        return case.party_name if case is not None else ""

    def _open(self, entry: BankEntry) -> list[MoneyLine]:
        return [line for line in self.lines if line.amount == entry.amount and line.pk not in self.told]

    def _to_enter(self, entry: BankEntry, case: FineCase) -> Match:
        """What is to be entered in a case that does not have the payment yet."""
        situation = self.situations[case.pk]
        owed = account(situation, entry.on).left + owed_confiscated(situation)
        if entry.amount == owed:
            return Match(entry, State.SETTLES, case, f"与{entry.on}应缴的{owed:,.2f}元相符")
        if entry.amount < owed:
            return Match(entry, State.PART, case, f"{entry.on}应缴{owed:,.2f}元，还差{owed - entry.amount:,.2f}元")
        more = entry.amount - max(owed, Decimal(0))
        return Match(entry, State.OVER, case, f"{entry.on}应缴{owed:,.2f}元，多{more:,.2f}元，请核对；多缴的应当退还")


def plain(text: str) -> str:
    """A number as it is compared: 洪市监罚〔2026〕15号 and 洪市监罚(2026)15号 are one."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())
