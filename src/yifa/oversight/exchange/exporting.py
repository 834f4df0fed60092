"""双公示 out (导出): the decisions of a period in the layout, people masked, each row checked before it leaves."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from yifa.areas.enforcement.licence.choices import Kind
from yifa.areas.enforcement.licence.models import LicenceCase, LicenceChangeCase
from yifa.areas.enforcement.penalty.models import PenaltyCase
from yifa.areas.enforcement.penalty_publication.models import PublicationCase
from yifa.kernel.models import Link, Paper
from yifa.office.personal import Mask, masked, masked_name, masked_text
from yifa.oversight.exchange.checking import FOREVER, Fault, faults
from yifa.oversight.exchange.layouts import INDIVIDUAL, NATURAL, ORGANISATION, PENALTY, Layout
from yifa.oversight.models import CreditRow

Row = dict[str, str]
PARTY = {"natural": NATURAL, "individual_business": INDIVIDUAL}
ADULT = 18
TAKEN_DOWN = ("changed", "revoked", "confirmed_illegal", "confirmed_void")
"""What became of a decision that is taken down and must not go out again (处罚法 48②)."""
TITLES = {
    "penalty": "行政处罚决定书", "licence": "准予行政许可决定书", "licence_change": "准予变更（延续）行政许可决定书",
}  # fmt: skip


@dataclass(frozen=True)
class Exported:
    """The rows that are in order, and what is wrong with the others."""

    layout: Layout
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]


def export(layout: Layout, since: date, until: date, organs: Iterable[int], today: date) -> Exported:
    """The decisions of these organs of a period (both days included): our own cases, then rows that were imported.

    A row with a fault is left out; its faults name it by its place among all rows of the period.
    """
    ids = list(organs)
    rows = [*_own(layout, since, until, ids), *_imported(layout, since, until, ids)]
    good: list[Row] = []
    bad: list[Fault] = []
    for number, row in enumerate(rows, 2):
        wrong = list(faults(layout, row, number, today))
        bad += wrong
        if not wrong:
            good.append(row)
    return Exported(layout, tuple(good), tuple(bad))


def _own(layout: Layout, since: date, until: date, organs: list[int]) -> Iterator[Row]:
    """Our own decisions: penalties; licences granted, and changed or renewed."""
    within = {"organ_id__in": organs}
    if layout is PENALTY:
        rows = PenaltyCase.objects.filter(decision_date__range=(since, until), **within).filter(
            decision_type="penalty", social_impact=True
        )
        rows = rows.exclude(case_regime="public_security").exclude(changed_by__in=TAKEN_DOWN)
        yield from _rows(layout, rows.exclude(pk__in=_withheld()).order_by("decision_date", "pk"), _penalty)
        return
    decided = {"decided_on__range": (since, until), "outcome": "granted"} | within
    yield from _rows(layout, LicenceCase.objects.filter(**decided).order_by("decided_on", "pk"), _licence)
    yield from _rows(layout, LicenceChangeCase.objects.filter(**decided).order_by("decided_on", "pk"), _change)


def _rows(layout: Layout, cases: QuerySet[Any], made: Callable[[Any, str], dict[str, Any]]) -> Iterator[Row]:
    papers = Paper.objects.filter(case__in=cases.order_by().values("pk"), title__in=TITLES.values()).order_by("pk")
    numbers = dict(papers.values_list("case_id", "number"))
    for case in cases.select_related("organ").iterator(chunk_size=2_000):
        if not _juvenile(case, layout):
            yield _whole(layout, made(case, numbers.get(case.pk, "")) | _organ(layout, case) | _party(layout, case))


def _juvenile(case: Any, layout: Layout) -> bool:
    """Whether the party was under 18 when it acted: records of penalties are sealed."""
    if layout is not PENALTY:
        return False
    age = case.party_age(case.violation_date or case.decision_date)
    return age is not None and age < ADULT


def _withheld() -> QuerySet[Any]:
    """The penalties whose publication was judged not to be made (国家秘密、商业秘密、没有社会影响)."""
    kept = PublicationCase._base_manager.exclude(withheld="").values("pk")
    ties = Link._base_manager.filter(target__in=kept, target__procedure="penalty_publication")
    return ties.values("source_id")


def _whole(layout: Layout, values: Mapping[str, Any]) -> Row:
    return {field.code: str(values.get(field.code) or "").strip() for field in layout.fields}


def _party(layout: Layout, case: Any) -> dict[str, Any]:
    prefix, kind = layout.prefix, PARTY.get(case.party_type, ORGANISATION)
    if kind == NATURAL:
        return {
            f"{prefix}_XDR_MC": masked_name(case.party_name) if case.party_name else "", f"{prefix}_XDR_LB": kind,
            f"{prefix}_XDR_ZJLX": "身份证" if case.party_id_no else "",
            f"{prefix}_XDR_ZJHM": masked(case.party_id_no, Mask.ID_NUMBER),
        }  # fmt: skip
    return {
        f"{prefix}_XDR_MC": case.party_name, f"{prefix}_XDR_LB": kind, f"{prefix}_XDR_SHXYM": case.party_id_no,
        f"{prefix}_FRDB": "" if kind == INDIVIDUAL else case.party_representative,
    }  # fmt: skip


def _organ(layout: Layout, case: Any) -> dict[str, Any]:
    """Who decided, and where the data come from: the same organ."""
    name, code = case.organ.name, case.organ.credit_code
    if layout is PENALTY:
        return {"CF_CFJG": name, "CF_CFJGDM": code, "CF_SJLY": name, "CF_SJLYDM": code}
    return {"XK_XKJG": name, "XK_XKJGDM": code, "XK_LYDW": name, "XK_LYDWDM": code}


def _open(text: str, case: Any) -> str:
    """A text of the decision as it may leave: the party's name if a citizen, numbers and telephones masked."""
    if case.party_type == "natural" and case.party_name:
        text = text.replace(case.party_name, masked_name(case.party_name))
    return masked_text(text)


def _ten_thousands(*amounts: Decimal | None) -> str:
    total = sum((amount for amount in amounts if amount), Decimal(0))
    return f"{(total / 10_000).normalize():f}" if total else ""


def _penalty(case: Any, number: str) -> dict[str, Any]:
    details = [str(row.get("detail") or "") for row in case.penalty_kinds if "permit" in str(row.get("kind"))]
    return {
        "CF_WSH": number or case.number, "CF_WFXW": case.item_name or case.benchmark,
        "CF_SY": _open(case.violation, case), "CF_YJ": case.penalty_basis,
        "CF_CFLB": "；".join(_kinds(case)), "CF_NR": _open(case.penalty_text, case),
        "CF_NR_FK": _ten_thousands(case.fine_amount),
        "CF_NR_WFFF": _ten_thousands(case.confiscated_amount, case.confiscated_value),
        "CF_NR_ZKDX": "；".join(detail for detail in details if detail), "CF_JDRQ": case.decision_date.isoformat(),
    }  # fmt: skip


def _kinds(case: Any) -> list[str]:
    labels = dict(case._meta.get_field("heaviest_kind").choices)
    return [str(labels.get(code, code)) for code in case.kind_codes]


def _scope(case: Any) -> str:
    """What is permitted; of business secrets only the item, for the decision itself is public (许可法 5②, 40)."""
    return _open(case.item_name if case.confidential else case.scope or case.item_name, case)


def _licence(case: Any, number: str) -> dict[str, Any]:
    return {
        "XK_XKWS": TITLES["licence"], "XK_WSH": number or case.number, "XK_XKLB": case.get_kind_display(),
        "XK_XKZS": case.certificate, "XK_XKBH": case.licence_no, "XK_NR": _scope(case),
        "XK_JDRQ": case.decided_on.isoformat(), "XK_YXQZ": (case.valid_from or case.decided_on).isoformat(),
        "XK_YXQZI": (case.valid_to or FOREVER).isoformat(), "XK_ZT": "1" if case.standing in ("", "valid") else "2",
    }  # fmt: skip


def _change(case: Any, number: str) -> dict[str, Any]:
    """A change or a renewal is a licence of its own decision; its kind is that of the licence it is about."""
    known = LicenceCase._base_manager.filter(organ=case.organ, licence_no=case.licence_no).exclude(licence_no="")
    first = known.order_by("-pk").first()
    return {
        "XK_XKWS": TITLES["licence_change"], "XK_WSH": number or case.number,
        "XK_XKLB": first.get_kind_display() if first else Kind.GENERAL.label, "XK_XKZS": case.certificate,
        "XK_XKBH": case.licence_no, "XK_NR": _open(case.new_scope or case.scope or case.item_name, case),
        "XK_JDRQ": case.decided_on.isoformat(), "XK_YXQZ": (case.valid_from or case.decided_on).isoformat(),
        "XK_YXQZI": (case.new_valid_to or case.valid_to or FOREVER).isoformat(), "XK_ZT": "1",
    }  # fmt: skip


def _imported(layout: Layout, since: date, until: date, organs: list[int]) -> Iterator[Row]:
    rows = CreditRow.objects.filter(layout=layout.key, decided_on__range=(since, until), organ_id__in=organs)
    for values in rows.order_by("decided_on", "pk").values_list("values", flat=True):
        yield _whole(layout, values)


def as_csv(exported: Exported) -> str:
    """The rows as CSV: codes in the first line, labels in the second."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    fields = exported.layout.fields
    writer.writerow([field.code for field in fields])
    writer.writerow([field.label for field in fields])
    writer.writerows([row[field.code] for field in fields] for row in exported.rows)
    return "\ufeff" + buffer.getvalue()


def as_xlsx(exported: Exported) -> bytes:
    """The rows as a spreadsheet of text cells."""
    import xlsxwriter

    buffer = io.BytesIO()
    fields = exported.layout.fields
    with xlsxwriter.Workbook(buffer, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(exported.layout.label)
        sheet.freeze_panes(2, 0)
        for column, field in enumerate(fields):
            sheet.set_column(column, column, 18)
            sheet.write_string(0, column, field.code)
            sheet.write_string(1, column, field.label)
            for line, row in enumerate(exported.rows, 2):
                sheet.write_string(line, column, row[field.code])
    return buffer.getvalue()
