"""The registers of receipts and of old fines (罚没票据台账、案件以外的票据、历史罚没台账)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Max, OuterRef, Q, Subquery

from yifa.areas.enforcement.common.money import Channel
from yifa.areas.enforcement.figures import InForce
from yifa.areas.enforcement.receipts.acts import AGREED, OFFICIAL, PENALTY, TREASURY
from yifa.areas.enforcement.receipts.agreement_register import CollectionAgreements
from yifa.areas.enforcement.receipts.bank_register import BankEntries
from yifa.areas.enforcement.receipts.gaps import LONGEST, states
from yifa.areas.enforcement.receipts.models import (
    Fate,
    LooseReceipt,
    MoneyKind,
    MoneyLine,
    PastFine,
    ReceiptBook,
    ReceiptKind,
    ReceiptUse,
)
from yifa.areas.enforcement.receipts.numbers import Number, Unreadable, one, read, run
from yifa.areas.enforcement.receipts.using import places, said_of, standing
from yifa.kernel.registers import Column, EntryCount, Problem, Register, Warned
from yifa.kernel.registers.figures import EntrySum

__all__ = ["BankEntries", "CollectionAgreements", "LooseReceipts", "PastFines", "ReceiptBooks"]

SHOWN = 5
"""So many stretches or numbers a warning names."""


class ReceiptBooks(Register[ReceiptBook]):
    """罚没票据台账."""

    key, label = "receipt_book", "罚没票据台账"
    basis = OFFICIAL
    note = "从财政部门每领一本（一段）号码登记一条，写明发给谁。用在哪个案件由系统从案件中读取，不重复登记。"
    model = ReceiptBook
    columns = (
        Column(ReceiptBook.number, width=20, example="洪财票领〔2026〕12号"),
        Column(ReceiptBook.kind, OFFICIAL, width=18, example="当场处罚罚款收据"),
        Column(ReceiptBook.maker, OFFICIAL, width=16, example="省级财政部门"),
        Column(ReceiptBook.code, width=14, listed=False, example="13010126"),
        Column(ReceiptBook.prefix, width=10, example="冀财罚"),
        Column(ReceiptBook.first, width=12, example="000101"),
        Column(ReceiptBook.last, width=12, example="000150"),
        Column(ReceiptBook.face, width=10, unit="元", listed=False),
        Column(ReceiptBook.received_on, example="2026-01-08"),
        Column(ReceiptBook.unit, width=18, example="城关执法中队"),
        Column(ReceiptBook.holder, width=12, example="陈立"),
        Column(ReceiptBook.checked_on),
        Column(ReceiptBook.note, width=24, listed=False),
        Column(ReceiptBook.first_serial, listed=False),
        Column(ReceiptBook.last_serial, listed=False),
    )
    unique = (ReceiptBook.number,)
    dated = ReceiptBook.received_on
    sorted_by = ReceiptBook.kind
    searched = (ReceiptBook.number, ReceiptBook.prefix, ReceiptBook.first, ReceiptBook.unit)

    receipt_books = EntryCount(
        "领用的罚没票据", unit="本", basis=OFFICIAL, definition="期内（按领用日期）从财政部门领用的本数（号段数）。"
    )
    receipt_books_open = InForce(
        "在用的罚没票据", unit="本", ended=ReceiptBook.checked_on, definition="期末没有核销的本数（号段数）。"
    )

    @classmethod
    def derive(cls, entry: ReceiptBook) -> None:
        """The ends as numbers, by which a number is looked up."""
        entry.first_serial, entry.last_serial = int(entry.first), int(entry.last)

    @classmethod
    def check(cls, entry: ReceiptBook, today: date) -> Iterable[Problem]:
        """A range of digits, given to nobody else; a face where the receipts have one; dates in order."""
        wrong = list(_range_problems(entry))
        yield from wrong or _overlaps(entry)
        if (entry.kind == ReceiptKind.FIXED) != (entry.face is not None):
            why = "定额票据没有填写" if entry.face is None else "不是定额票据，却填写了面额"
            yield Problem("face", "面额", why, "定额票据填写每张的金额，其他票据留空")
        if entry.checked_on is not None and not entry.received_on <= entry.checked_on <= today:
            yield Problem("checked_on", "核销日期", f"{entry.checked_on}早于领用日期或者晚于今天", "请核对日期")
        if entry.pk is not None and not wrong:
            yield from _left_outside(entry)

    @classmethod
    def explain(cls, entry: ReceiptBook) -> str:
        """What became of its numbers."""
        state = next(states([entry], date.max))
        return f"共{entry.size}个号码：使用{state.used}，作废{state.voided}，遗失{state.lost}，缴回{state.returned}。"

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """Missing numbers, numbers accounted for twice, numbers in no book."""
        within = list(organs)
        for state in states(_suspicious(within, today), today):
            book = state.book
            if state.missing:
                named = "、".join(each.text(book) for each in state.missing[:SHOWN])
                text = (
                    f"“{book}”缺号{state.missing_count}个：{named}{'等' if len(state.missing) > SHOWN else ''}。"
                    "请查明去向；作废、遗失、缴回的登记到案件以外的票据。"
                )
                yield Warned("receipt_missing", text, book.organ_id, book.pk, book.received_on, TREASURY)
            if state.again:
                yield Warned("receipt_twice", _twice(state.again), book.organ_id, book.pk, state.again[0].on, OFFICIAL)
        yield from _without_book(within)
        yield from _banks(within)

    @classmethod
    def title_of(cls, entry: ReceiptBook) -> str:
        """Its range and its number."""
        return f"{entry.range_text}（{entry.number}）"


def _suspicious(organs: list[int], today: date) -> Iterator[ReceiptBook]:
    """The books in which numbers may be missing or stand twice, told from counts alone: most books are in order."""
    books = ReceiptBook.objects.filter(withdrawn=False, organ_id__in=organs).annotate(
        told=Subquery(_counted(Count("pk", filter=Q(again=False)))), top=Subquery(_counted(Max("serial"))),
        twice=Subquery(_counted(Count("pk", filter=Q(again=True)))),
    )  # fmt: skip
    skipped = Q(told__lt=F("top") - F("first_serial") + 1)
    over = Q(checked_on__lte=today) & (Q(told=None) | Q(told__lt=F("last_serial") - F("first_serial") + 1))
    yield from (
        books.filter(skipped | over | Q(twice__gt=0)).select_related("organ__place").order_by("received_on", "pk")
    )


def _counted(total: Any) -> Any:
    own = ReceiptUse._base_manager.filter(book=OuterRef("pk")).order_by().values("book")
    return own.annotate(found=total).values("found")


def _range_problems(entry: ReceiptBook) -> Iterator[Problem]:
    for name, label, digits in (("first", "起号", entry.first), ("last", "止号", entry.last)):
        if not (digits.isascii() and digits.isdigit() and len(digits) < 19):
            yield Problem(name, label, "应当是数字，最多18位", "字轨写在字轨一栏，前面的0照写")
            return
    size = int(entry.last) - int(entry.first) + 1
    if len(entry.first) != len(entry.last):
        yield Problem("last", "止号", f"与起号位数不同（{len(entry.first)}位、{len(entry.last)}位）", "前面的0照写")
    elif size < 1:
        yield Problem("last", "止号", "小于起号", "请核对号码")
    elif size > LONGEST:
        yield Problem("last", "止号", f"共{size}个号码，超过{LONGEST}个", "请按领用单分段登记")


def _overlaps(entry: ReceiptBook) -> Iterator[Problem]:
    """The finance department gives a number to one organ only."""
    rows = ReceiptBook._base_manager.filter(
        withdrawn=False, first_serial__lte=int(entry.last), last_serial__gte=int(entry.first)
    )
    for other in rows.exclude(pk=entry.pk).select_related("organ").order_by("pk"):
        if (str(one(other.prefix)), other.code, len(other.first)) == (
            str(one(entry.prefix)), entry.code, len(entry.first)
        ):  # fmt: skip
            why = f"与{other.organ.short_name}的{other}（{other.number}）重叠"
            yield Problem("first", "起号", why, "一个号码只发给一个机关，请核对起止号", OFFICIAL)


def _left_outside(entry: ReceiptBook) -> Iterator[Problem]:
    rows = ReceiptUse._base_manager.filter(book=entry, again=False).exclude(
        serial__range=(int(entry.first), int(entry.last))
    )
    use = rows.order_by("serial").first()
    if use is not None:
        yield Problem("first", "起号", f"改后不含已经使用的{use.text}（{use.on}）", "请核对起止号")


def _twice(again: list[ReceiptUse]) -> str:
    named = "；".join(f"{use.text}（{use.on}{_where(use)}）" for use in again[:SHOWN])
    return f"{len(again)}张票据的号码重复使用：{named}。一张票据只能用一次，请调阅存根核对。"


def _where(use: ReceiptUse) -> str:
    return f"，{use.case.number or use.case.title}" if use.case is not None else ""


def _without_book(organs: list[int]) -> Iterator[Warned]:
    """What officers collected with receipts that lie in no book, or that stand twice there."""
    have = set(ReceiptBook.objects.filter(withdrawn=False, organ_id__in=organs).values_list("organ_id", flat=True))
    rows = ReceiptUse._base_manager.filter(own=True, book=None, organ_id__in=organs).select_related("case")
    by_organ: dict[int, list[ReceiptUse]] = {}
    for use in rows.order_by("organ_id", "-on", "-pk").iterator(500):
        by_organ.setdefault(use.organ_id, []).append(use)
    for organ, uses in by_organ.items():
        again = [use for use in uses if use.again]
        if again:
            yield Warned("receipt_twice", _twice(again), organ, None, again[0].on, OFFICIAL)
        if organ in have:
            named = "、".join(use.text for use in uses[:SHOWN])
            text = f"{len(uses)}张票据不在领用的号段内：{named}。不是财政部门统一制发的票据，当事人有权拒绝缴纳。"
            yield Warned("receipt_unknown", text, organ, None, uses[0].on, OFFICIAL)


def _banks(organs: list[int]) -> Iterator[Warned]:
    """Receipts of banks that stand in several payments, one warning a body."""
    rows = ReceiptUse._base_manager.filter(own=False, organ_id__in=organs)
    grouped = rows.order_by().values("organ_id", "text").annotate(lines=Count("pk")).filter(lines__gt=1)
    by_organ: dict[int, list[str]] = {}
    for organ, text, lines in grouped.order_by("organ_id", "text").values_list("organ_id", "text", "lines"):
        by_organ.setdefault(organ, []).append(f"{text}（{lines}次）")
    for organ, listed in by_organ.items():
        named = "、".join(listed[:SHOWN])
        text = f"{len(listed)}张代收机构收据登记了几次：{named}。合并缴纳的应当在案件中说明，其他的请核对。"
        yield Warned("bank_receipt_twice", text, organ)


class LooseReceipts(Register[LooseReceipt]):
    """案件以外的票据."""

    key, label = "loose_receipt", "案件以外的票据"
    basis = OFFICIAL
    note = "作废、遗失、缴回的号码，以及系统启用以前使用的号码。案件中使用的号码由系统读取，不在这里登记。"
    model = LooseReceipt
    columns = (
        Column(LooseReceipt.number, width=18, example="冀财罚000108"),
        Column(LooseReceipt.last, width=18, listed=False),
        Column(LooseReceipt.fate, width=12, example="作废"),
        Column(LooseReceipt.on, example="2026-03-12"),
        Column(LooseReceipt.reason, width=30, example="填写错误"),
        Column(LooseReceipt.complete, width=10, example="是"),
        Column(LooseReceipt.case_number, width=20, listed=False),
        Column(LooseReceipt.payer, width=14, listed=False),
        Column(LooseReceipt.money, width=12, unit="元", listed=False),
        Column(LooseReceipt.reported_on, listed=False),
    )
    unique = (LooseReceipt.number,)
    dated = LooseReceipt.on
    sorted_by = LooseReceipt.fate
    searched = (LooseReceipt.number, LooseReceipt.reason, LooseReceipt.case_number)

    @classmethod
    def check(cls, entry: LooseReceipt, today: date) -> Iterable[Problem]:
        """Readable numbers that nothing else accounts for; what each fate asks for."""
        try:
            numbers = numbers_of(entry)
        except Unreadable as why:
            yield Problem("number", "票据号码", str(why), "只有一张的，止号留空")
            return
        yield from _taken(entry, numbers)
        if entry.fate in (Fate.VOIDED, Fate.LOST) and not entry.reason:
            yield Problem("reason", "原因", "没有填写", "作废、遗失的必须写明原因")
        if entry.fate == Fate.USED and entry.money is None:
            yield Problem("money", "金额", "没有填写", "使用的写明金额")
        if entry.reported_on is not None and not entry.on <= entry.reported_on <= today:
            yield Problem("reported_on", "报告财政部门日期", f"{entry.reported_on}早于遗失或者晚于今天", "请核对日期")

    @classmethod
    def doubts(cls, entry: LooseReceipt) -> Iterable[Problem]:
        """A cancelled receipt without its copies; a lost one that nobody was told of; numbers of no book."""
        if entry.fate == Fate.VOIDED and not entry.complete:
            yield Problem("complete", "各联齐全", "没有确认", "作废的票据各联应当齐全，一并保存")
        if entry.fate == Fate.LOST and entry.reported_on is None:
            yield Problem("reported_on", "报告财政部门日期", "没有填写", "遗失的应当及时报告财政部门、声明作废")
        if not places(entry.organ_id, one(entry.number)):
            yield Problem("number", "票据号码", f"{entry.number}不在本机关领用的号段内", "请核对号码")


def numbers_of(entry: LooseReceipt) -> list[Number]:
    """The numbers an entry is about.

    Raises:
        Unreadable: its ends do not fit together.
    """
    if not entry.last:
        found = read(entry.number)
        if len(found) > 1:
            raise Unreadable(f"“{entry.number}”是几个号码，连续的写起号和止号，不连续的分行登记")
        return found
    return run(one(entry.number), one(entry.last))


def _taken(entry: LooseReceipt, numbers: list[Number]) -> Iterator[Problem]:
    for number in numbers:
        held = places(entry.organ_id, number)
        other = standing(entry.organ_id, held[0] if len(held) == 1 else None, str(number))
        if other is not None and not (other.register == LooseReceipts.key and other.entry == entry.pk):
            yield Problem("number", "票据号码", said_of(other), "请核对号码；登记有误的先更正原来的登记", OFFICIAL)
            return


class PastFines(Register[PastFine]):
    """历史罚没台账."""

    key, label = "past_fine", "历史罚没台账"
    basis = TREASURY
    note = "系统启用以前或者在其他系统办理的罚没决定，从原有表格导入，供对账使用。本系统有案件的不得登记。"
    model = PastFine
    columns = (
        Column(PastFine.number, width=24, example="洪市监罚〔2024〕15号"),
        Column(PastFine.party, width=20, example="洪河县某食品店"),
        Column(PastFine.decided_on, example="2024-06-05"),
        Column(PastFine.fine, PENALTY[9].item(2), width=12, unit="元", example="5000"),
        Column(PastFine.confiscated, PENALTY[9].item(2), width=12, unit="元", example="0"),
        Column(PastFine.collected, width=12, unit="元", example="5000"),
        Column(PastFine.surcharge, width=12, unit="元", listed=False, example="0"),
        Column(PastFine.collected_on, example="2024-06-18"),
        Column(PastFine.channel, width=10, listed=False, example="代收机构"),
        Column(PastFine.receipt_no, width=18, listed=False, example="0012345"),
        Column(PastFine.remitted, TREASURY, width=12, unit="元", example="5000"),
        Column(PastFine.remitted_on, TREASURY, example="2024-06-19"),
        Column(PastFine.voucher, width=16, listed=False, example="RK0618"),
    )
    unique = (PastFine.number,)
    dated = PastFine.decided_on
    searched = (PastFine.number, PastFine.party)

    past_fines = EntryCount("历史罚没决定", unit="件", definition="期内（按决定日期）登记在历史罚没台账的决定。")
    past_fines_collected = EntrySum(
        "历史罚没实缴", unit="元", of=PastFine.collected, over=EntryCount("", on=PastFine.collected_on),
        definition="期内（按缴款日期）登记在历史罚没台账的实缴金额，含加处罚款。",
    )  # fmt: skip

    @classmethod
    def check(cls, entry: PastFine, today: date) -> Iterable[Problem]:
        """No case of the system has the decision; amounts and dates go together."""
        yield from _case_of(entry)
        if entry.fine + entry.confiscated <= 0:
            yield Problem("fine", "罚款", "罚款和没收款都是0", "只登记有罚没款的决定")
        for name, label, money, day, day_label in (
            ("collected_on", "缴款日期", entry.collected, entry.collected_on, "实缴金额"),
            ("remitted_on", "入库日期", entry.remitted, entry.remitted_on, "入库金额"),
        ):
            if (money > 0) != (day is not None):
                why = f"没有填写，{day_label}却是{money}元" if day is None else f"填写了，{day_label}却是0"
                yield Problem(name, label, why, "请一并填写或者一并留空")
            elif day is not None and not entry.decided_on <= day <= today:
                yield Problem(name, label, f"{day}早于决定日期{entry.decided_on}或者晚于今天", "请核对日期")
        if entry.surcharge > min(entry.collected, entry.fine):
            yield Problem("surcharge", "其中加处罚款", f"{entry.surcharge}元超过实缴金额或者罚款", "加处罚款不超出罚款",
                          PENALTY[72, 1].item(1).says("不得超出"))  # fmt: skip
        if entry.remitted > entry.collected:
            yield Problem(
                "remitted", "入库金额", f"{entry.remitted}元超过实缴的{entry.collected}元", "请核对金额", AGREED
            )

    @classmethod
    def doubts(cls, entry: PastFine) -> Iterable[Problem]:
        """More than was owed; receipts used before; money that never reached the treasury."""
        owed = entry.fine + entry.confiscated + entry.surcharge
        if entry.collected > owed:
            yield Problem("collected", "实缴金额", f"{entry.collected}元超过应缴的{owed}元", "多缴的应当退还")
        if entry.collected > entry.remitted:
            left = entry.collected - entry.remitted
            yield Problem("remitted", "入库金额", f"还有{left}元没有入库", "罚没款必须全部上缴国库", TREASURY)
        if entry.channel == Channel.ON_SPOT and not entry.receipt_no:
            yield Problem("receipt_no", "票据号码", "没有填写", "当场收缴必须出具专用票据", OFFICIAL)
        for number in _read(entry.receipt_no) if entry.channel == Channel.ON_SPOT else []:
            held = places(entry.organ_id, number)
            other = standing(entry.organ_id, held[0] if len(held) == 1 else None, str(number))
            if other is not None and not (other.register == cls.key and other.entry == entry.pk):
                yield Problem("receipt_no", "票据号码", said_of(other), "一张票据只能用一次，请调阅存根核对", OFFICIAL)


def _read(text: str) -> list[Number]:
    try:
        return read(text)
    except Unreadable:
        return [one(text)]


def _case_of(entry: PastFine) -> Iterator[Problem]:
    """A decision of which there is a case here would count twice."""
    rows = MoneyLine._base_manager.filter(organ_id=entry.organ_id, kind=MoneyKind.DECIDED, case__isnull=False)
    if rows.filter(paper=entry.number, amount__gt=Decimal(0)).exists():
        yield Problem("number", "处罚决定书文号", "本系统有这一决定的案件", "缴款、入库在案件中登记，不重复登记")
