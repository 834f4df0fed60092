"""The register of things that are held in cases (涉案财物台账): each with its fate, return and sale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from yifa.areas.enforcement.bases import COERCION as C
from yifa.areas.enforcement.bases import PENALTY
from yifa.areas.enforcement.coercion.choices import Fate, Holding
from yifa.areas.enforcement.coercion.defaults import DEFAULTS
from yifa.areas.enforcement.coercion.models import SeizedItem
from yifa.clock.periods import plus_months
from yifa.kernel.clocks import State
from yifa.kernel.figure import Window
from yifa.kernel.models import Case, Clock
from yifa.kernel.registers import Column, EntryCount, Problem, Register, Warned
from yifa.kernel.registers.figures import EntrySum
from yifa.kernel.workdays import current_calendar

CUSTODY = C[26, 1].says("妥善保管")
RETURN = C[28, 2].says("立即退还财物")
DISPOSED = PENALTY[74, 1].says("公开拍卖")
TREASURY = PENALTY[74, 2].says("全部上缴国库")
SOLD = (Fate.PROCEEDS, Fate.AUCTIONED)
TAKEN_BY_SOMEBODY = (Fate.RETURNED, Fate.PROCEEDS, Fate.HANDED_OVER)
PRESERVED = PENALTY[56].says("七日内及时作出")
STILL_HERE = (Fate.HELD, Fate.CONFISCATED)
"""Confiscated and neither sold nor destroyed yet: still in the organ's hands (处罚法第七十四条第一款)."""
KEPT = Q(withdrawn=False, fate=Fate.HELD)


@dataclass(eq=False)
class InCustody(EntryCount):
    """Things in the organ's hands on the last day of the window; what is confiscated stays until it is disposed of."""

    def _time(self, window: Window) -> Q:
        gone = Q(fate_on__lt=window.until) & ~Q(fate__in=STILL_HERE)
        return Q(held_on__lte=window.until) & ~gone


class SeizedProperty(Register[SeizedItem]):
    """涉案财物台账."""

    key, label = "seized_property", "涉案财物台账"
    basis = CUSTODY
    note = (
        "一件（一批）财物一条，写明所属案件、保管地点和去向。退还、变卖、销毁、移送的，改去向并写明日期、依据和接收人。"
    )
    model = SeizedItem
    columns = (
        Column(SeizedItem.number, width=20, example="洪市监财〔2025〕12号"),
        Column(SeizedItem.case, lookup=Case.number, width=20, example="洪市监强〔2025〕3号"),
        Column(SeizedItem.holding, C[9], width=12, example="扣押"),
        Column(SeizedItem.name, C[24, 2].item(3), width=24, example="某品牌白酒"),
        Column(SeizedItem.quantity, C[24, 2].item(3), width=10, example="48"),
        Column(SeizedItem.unit, width=8, example="瓶"),
        Column(SeizedItem.value, width=12, unit="元", example="9600"),
        Column(SeizedItem.owner, width=20, listed=False, example="某商行"),
        Column(SeizedItem.perishable, C[28, 2], width=10, listed=False, example="否"),
        Column(SeizedItem.held_on, example="2025-03-03"),
        Column(SeizedItem.place, CUSTODY, width=24, example="本机关涉案财物仓库3号架"),
        Column(SeizedItem.custodian, C[26, 2], width=18, listed=False, example="本机关财务装备股"),
        Column(SeizedItem.fate, C[27], width=16, example="保管中"),
        Column(SeizedItem.fate_on, C[27], example=""),
        Column(SeizedItem.fate_basis, width=24, listed=False),
        Column(SeizedItem.receiver, width=14, listed=False),
        Column(SeizedItem.proceeds, C[28, 2], width=12, unit="元", listed=False),
        Column(SeizedItem.treasury_no, TREASURY, width=18, listed=False),
    )
    unique = (SeizedItem.number,)
    dated = SeizedItem.held_on
    sorted_by = SeizedItem.fate
    searched = (SeizedItem.number, SeizedItem.name, SeizedItem.place)

    seized_items = EntryCount(
        "取得的涉案财物", unit="件", basis=CUSTODY, definition="期内（按取得日期）登记的涉案财物条数。"
    )
    seized_in_custody = InCustody(
        "保管中的涉案财物", unit="件", basis=CUSTODY,
        definition="期末尚未处理的涉案财物，含已没收待处理的；当日处理的计入。",
    )  # fmt: skip
    seized_confiscated = EntryCount(
        "没收待处理的涉案财物", unit="件", where=Q(fate=Fate.CONFISCATED), on=SeizedItem.fate_on, basis=DISPOSED,
        definition="期内没收、至今没有拍卖、销毁或者按规定处理的。",
    )  # fmt: skip
    seized_returned = EntryCount(
        "退还的涉案财物", unit="件", on=SeizedItem.fate_on, where=Q(fate__in=(Fate.RETURNED, Fate.PROCEEDS)),
        basis=RETURN, definition="期内（按处理日期）退还财物或者价款的。",
    )  # fmt: skip
    seized_lost = EntryCount(
        "损毁、灭失的涉案财物", unit="件", on=SeizedItem.fate_on, where=Q(fate=Fate.LOST), basis=CUSTODY,
        definition="期内损毁、灭失的。",
    )  # fmt: skip
    seized_proceeds = EntrySum(
        "涉案财物变卖价款", unit="元", of=SeizedItem.proceeds,
        over=EntryCount("", on=SeizedItem.fate_on, where=Q(fate__in=SOLD)), basis=TREASURY,
        definition="期内拍卖、变卖的价款合计，含退还当事人的。",
    )  # fmt: skip

    @classmethod
    def check(cls, entry: SeizedItem, today: date) -> Iterable[Problem]:
        """A fate has its day and its basis; what is given away has a receiver; a sale has a price."""
        if entry.fate == Fate.HELD and entry.fate_on is not None:
            yield Problem("fate_on", "处理日期", "去向是保管中，却填写了处理日期", "请改去向，或者清空处理日期")
        if entry.fate != Fate.HELD:
            yield from _fate_problems(entry, today)
        if entry.held_on > today:
            yield Problem("held_on", "取得日期", f"{entry.held_on}晚于今天{today}", "请核对日期")
        if entry.holding == Holding.SEIZE and entry.fate == Fate.HELD and entry.custodian.startswith("第三人"):
            yield Problem("custodian", "保管人", "扣押的财物不得委托第三人保管", "由本机关保管", C[26, 2])

    @classmethod
    def doubts(cls, entry: SeizedItem) -> Iterable[Problem]:
        """What may be right and should be looked at."""
        if entry.held_on < entry.case.opened_on:
            yield Problem("held_on", "取得日期", f"早于案件建立日期{entry.case.opened_on}", "请核对日期")
        if entry.fate == Fate.AUCTIONED and not entry.treasury_no:
            yield Problem("treasury_no", "缴库票据号", "没有填写", "价款应当全部上缴国库", TREASURY)
        if entry.fate == Fate.PROCEEDS and not entry.perishable:
            yield Problem("fate", "去向", "不是鲜活、不易保管的财物", "其他财物不得在处理前变卖，请核对", RETURN)
        percent = DEFAULTS.at(entry.organ.place.code).number("low_price_percent")
        if entry.value is not None and entry.proceeds is not None and entry.proceeds * 100 < entry.value * percent:
            why = f"价款{entry.proceeds}元不到估价{entry.value}元的{percent}%"
            yield Problem("proceeds", "变卖价款", why, "变卖价格明显低于市场价格的应当补偿", C[28, 2].says("给予补偿"))

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """Things still in custody though the measure, or the seven days after preserving them, are over."""
        rows = SeizedItem.objects.filter(KEPT, organ_id__in=list(organs), holding__in=(Holding.SEAL, Holding.SEIZE))
        over = _over(set(rows.values_list("case_id", flat=True)), today)
        for item in rows.filter(case_id__in=over).order_by("held_on", "pk").iterator(200):
            text = f"“{item}”仍在保管，所属强制措施已于{over[item.case_id]}届满或者解除。请退还、处理并登记去向。"
            yield Warned("seized_not_returned", text, item.organ_id, item.pk, over[item.case_id], RETURN)
        yield from _undecided(today, organs)
        yield from _undisposed(today, organs)


def _undecided(today: date, organs: Iterable[int]) -> Iterator[Warned]:
    """Things preserved for more than seven working days about which nothing was decided."""
    calendar = current_calendar()
    rows = SeizedItem.objects.filter(KEPT, organ_id__in=list(organs), holding=Holding.PRESERVED, held_on__lt=today)
    for item in rows.order_by("held_on", "pk").iterator(200):
        last = calendar.add_working_days(item.held_on, 7, allow_provisional=True)
        if last < today:
            text = f"“{item}”自{item.held_on}先行登记保存，最迟应于{last}作出处理决定。请登记去向，或者改持有依据。"
            yield Warned("preserved_too_long", text, item.organ_id, item.pk, last, PRESERVED)


def _undisposed(today: date, organs: Iterable[int]) -> Iterator[Warned]:
    """Things confiscated a long time ago and still neither sold nor destroyed."""
    rows = SeizedItem.objects.filter(withdrawn=False, organ_id__in=list(organs), fate=Fate.CONFISCATED)
    for item in rows.select_related("organ__place").order_by("fate_on", "pk").iterator(200):
        months = DEFAULTS.at(item.organ.place.code).number("disposal_months")
        if item.fate_on is not None and plus_months(item.fate_on, months) < today:
            text = f"“{item}”已于{item.fate_on}没收，至今没有处理。请公开拍卖或者按规定处理，款项缴库。"
            yield Warned("confiscated_undisposed", text, item.organ_id, item.pk, item.fate_on, DISPOSED)


def _fate_problems(entry: SeizedItem, today: date) -> Iterator[Problem]:
    if entry.fate_on is None:
        yield Problem("fate_on", "处理日期", "没有填写", f"去向是{entry.get_fate_display()}的，填写处理日期")
    elif entry.fate_on < entry.held_on or entry.fate_on > today:
        yield Problem("fate_on", "处理日期", f"{entry.fate_on}早于取得日期或者晚于今天", "请核对日期")
    if not entry.fate_basis and entry.fate == Fate.LOST:
        yield Problem("fate_basis", "处理依据", "没有填写", "写明损毁、灭失的原因和赔付情况", C[26, 1].says("赔偿责任"))
    elif not entry.fate_basis and entry.fate != Fate.FILED:
        yield Problem("fate_basis", "处理依据", "没有填写", "写明解除决定书、处罚决定书、移送函的文号", C[27])
    if entry.fate in TAKEN_BY_SOMEBODY and not entry.receiver:
        yield Problem("receiver", "接收人", "没有填写", "写明签收的人或者单位", RETURN)
    if entry.fate in SOLD and entry.proceeds is None:
        yield Problem("proceeds", "变卖价款", "没有填写", "写明拍卖、变卖所得", C[28, 2])


def _over(cases: set[int], today: date) -> dict[int, date]:
    """Of these cases those whose measure is over, with the day on which it was lifted or ran out."""
    clocks = Clock._base_manager.filter(case_id__in=cases, limit="seal_term").order_by("run")
    over: dict[int, date] = {}
    for pk, state, due, ended in clocks.values_list("case_id", "state", "due", "ended_on"):
        if state in (State.KEPT, State.LATE) and ended is not None:
            over[pk] = ended
        elif state == State.RUNNING and due is not None and due < today:
            over[pk] = due
    return over
