"""The register of agreements with collecting banks (代收罚款协议台账): what they must say, and that they are filed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q

from yifa.areas.enforcement.receipts.acts import AGREEMENT, FILED
from yifa.areas.enforcement.receipts.agreement import CollectionAgreement
from yifa.clock import Due, days, due
from yifa.clock.periods import local_day
from yifa.kernel.registers import Column, EntryCount, Expiry, Problem, Register, Warned
from yifa.kernel.registers.declare import reminders
from yifa.kernel.workdays import current_calendar

FIFTEEN = days(15, FILED)
FILINGS = (("filed_above_on", "上一级行政机关"), ("filed_finance_on", "同级财政部门"))


def filing_due(signed_on: date) -> Due:
    """FIN-T05: fifteen natural days from the signing, rolled over a rest day."""
    return due(signed_on, FIFTEEN, calendar=current_calendar(), allow_provisional=True, start_label="签订协议")


class CollectionAgreements(Register[CollectionAgreement]):
    """代收罚款协议台账."""

    key, label = "collection_agreement", "代收罚款协议台账"
    basis = AGREEMENT
    note = "与每个代收机构签订的协议登记一条。自签订之日起十五日内报上一级行政机关和同级财政部门备案。"
    model = CollectionAgreement
    columns = (
        Column(CollectionAgreement.number, width=20, example="洪市监代收〔2026〕1号"),
        Column(CollectionAgreement.bank, AGREEMENT.item(1), width=24, example="洪河县农村商业银行"),
        Column(CollectionAgreement.outlets, AGREEMENT.item(2), width=24, listed=False, example="城关支行"),
        Column(CollectionAgreement.budget, AGREEMENT.item(3), width=24, listed=False, example="其他一般罚没收入，县级"),
        Column(CollectionAgreement.telling, AGREEMENT.item(4), width=24, listed=False, example="每日17时前交明细表"),
        Column(CollectionAgreement.signed_on, example="2026-01-08"),
        Column(CollectionAgreement.until, example="2028-12-31"),
        Column(CollectionAgreement.filed_above_on, FILED, example="2026-01-15"),
        Column(CollectionAgreement.filed_finance_on, FILED, example="2026-01-15"),
        Column(CollectionAgreement.due_on),
        Column(CollectionAgreement.provisional, listed=False),
    )
    unique = (CollectionAgreement.number,)
    dated = CollectionAgreement.signed_on
    searched = (CollectionAgreement.number, CollectionAgreement.bank)
    unsettled = Q(provisional=True)

    file_in_time = Expiry(
        "备案期限", CollectionAgreement.due_on, days(5), FILED, advice="请报上一级行政机关和同级财政部门备案。",
        done=Q(filed_above_on__isnull=False, filed_finance_on__isnull=False),
    )  # fmt: skip
    ends = Expiry(
        "协议期限届满", CollectionAgreement.until, days(30), AGREEMENT, advice="需要继续代收的，请重新签订并备案。"
    )
    collection_agreements = EntryCount(
        "代收罚款协议", unit="件", basis=AGREEMENT, definition="期内（按签订日期）签订的代收罚款协议件数。"
    )

    @classmethod
    def derive(cls, entry: CollectionAgreement) -> None:
        """By when it must be filed."""
        found = filing_due(entry.signed_on)
        entry.due_on = local_day(found.judged) if found.judged is not None else None
        entry.provisional = found.provisional

    @classmethod
    def explain(cls, entry: CollectionAgreement) -> str:
        """How the last day for filing was computed."""
        return filing_due(entry.signed_on).explain()

    @classmethod
    def check(cls, entry: CollectionAgreement, today: date) -> Iterable[Problem]:
        """Filed after it was signed; not over before it began."""
        for name, whom in FILINGS:
            on = getattr(entry, name)
            if on is not None and not entry.signed_on <= on <= today:
                yield Problem(name, f"报{whom}备案日期", f"{on}早于签订日期{entry.signed_on}或者晚于今天", "请核对日期")
        if entry.until is not None and entry.until < entry.signed_on:
            yield Problem("until", "协议期限至", f"{entry.until}早于签订日期{entry.signed_on}", "请核对日期")

    @classmethod
    def doubts(cls, entry: CollectionAgreement) -> Iterable[Problem]:
        """Filed late."""
        last = local_day(judged) if (judged := filing_due(entry.signed_on).judged) is not None else date.max
        for name, whom in FILINGS:
            on = getattr(entry, name)
            if on is not None and on > last:
                yield Problem(name, f"报{whom}备案日期", f"{on}晚于备案期限{last}", "逾期备案的写明情况", FILED)

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """What runs out, and what was not filed in time."""
        within = list(organs)
        yield from reminders(cls, today, within)
        rows = CollectionAgreement.objects.filter(withdrawn=False, organ_id__in=within, due_on__lt=today)
        for entry in rows.filter(Q(filed_above_on=None) | Q(filed_finance_on=None)).order_by("due_on", "pk"):
            lacking = "、".join(whom for name, whom in FILINGS if getattr(entry, name) is None)
            text = f"“{entry.bank}”的代收罚款协议（{entry.number}）应当在{entry.due_on}以前备案，还没有报{lacking}。"
            yield Warned("agreement_unfiled", text, entry.organ_id, entry.pk, entry.due_on, FILED)
