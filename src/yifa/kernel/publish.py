"""The public copy of a case (公开副本): rendered from named fields only, masked in the copy and never in the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from yifa.kernel import chain, reckon
from yifa.kernel.declare import Publication, Shown, field_name
from yifa.kernel.engine import Entry, append, has_role, locked, refusing, situation_of
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.masking import WHY, Names, is_open
from yifa.kernel.models import Case, EventKind, Published, Secrecy
from yifa.kernel.rules import Reason, Refused
from yifa.office.personal import Mask, personal_fields
from yifa.office.roles import Role


@dataclass(frozen=True)
class Line:
    """One line of the public copy: its label, the text as published, and why something in it is masked."""

    label: str
    text: str
    why: str = ""


def copy_of(record: Any, publication: Publication) -> list[Line]:
    """The public copy as it would be published now."""
    names = _opened(Names.of(record), record, publication)
    return [line for shown in publication.shows for line in _lines(record, shown, names)]


def _opened(names: Names, record: Any, publication: Publication) -> Names:
    """The names with those readable that this publication opens: hidden in its text, they would be of no use."""
    rows = [(shown.open, row) for shown in publication.shows if shown.open for row in _rows(record, shown)]
    told = {str(row.get(column) or "").strip() for columns, row in rows for column in columns}
    return Names({**names.shown, **{name: name for name in told if name}})


def _rows(record: Any, shown: Shown) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = getattr(record, field_name(shown.field))
    return rows


def _lines(record: Any, shown: Shown, names: Names) -> list[Line]:
    model_field = record._meta.get_field(field_name(shown.field))
    label = str(model_field.verbose_name)
    if isinstance(model_field, RowsField):
        return [_row(label, row, model_field, shown, names) for row in _rows(record, shown)]
    text = _text(record, model_field)
    if not text:
        return []
    mark = personal_fields(type(record)).get(model_field.name)
    if shown.mask and not (mark is not None and mark.is_public(record)):
        return [Line(label, names.masked(text, Mask(shown.mask)), WHY[Mask(shown.mask)])]
    hidden = names.hide(text)
    return [Line(label, hidden, WHY[Mask.NAME] if hidden != text else "")]


def _row(label: str, row: dict[str, Any], model_field: RowsField, shown: Shown, names: Names) -> Line:
    columns = [column for column in model_field.columns if not shown.columns or column.name in shown.columns]
    cells = [(column, str(row[column.name])) for column in columns if row.get(column.name)]
    parts = [_cell(column, text, row, shown, names) for column, text in cells]
    reasons = {why for _, why in parts if why}
    return Line(label, "，".join(text for text, _ in parts), "、".join(sorted(reasons)))


def _cell(column: RowColumn, text: str, row: dict[str, Any], shown: Shown, names: Names) -> tuple[str, str]:
    """A cell as it is published, and why something in it is masked."""
    if column.name in shown.open:
        return text, ""
    if not is_open(column, row):
        return names.masked(text, Mask(column.mask)), WHY[Mask(column.mask)]
    if shown.mask != Mask.TEXT or column.choices:
        return _choice(column.choices, text), ""
    hidden = names.masked(text, Mask.TEXT)
    return hidden, WHY[Mask.TEXT] if hidden != text else ""


def _choice(choices: tuple[tuple[str, str], ...], text: str) -> str:
    return dict(choices).get(text, text)


def _text(record: Any, model_field: Any) -> str:
    value = getattr(record, model_field.name)
    if value in (None, ""):
        return ""
    if model_field.choices:
        return str(getattr(record, f"get_{model_field.name}_display")())
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return "是" if value is True else "否" if value is False else str(value)


def publish(case: Case, publication: Publication, on: date, entry: Entry) -> Published:
    """Publish the masked copy.

    Raises:
        Refused: the step that it follows has not been taken, the law withholds it, or no post for it.
    """
    with refusing(publication.label), transaction.atomic():
        record = locked(case)
        situation = situation_of(record)
        reasons = [] if entry.by and _may(entry, record) else [Reason("由档案与公开人员或者承办人办理")]
        reasons += _dated(on, situation.dates(*publication.after), entry)
        if record.secrecy != Secrecy.OPEN:
            reasons.append(Reason(f"案件密级为“{record.get_secrecy_display()}”，不得公开", publication.basis))
        if not situation.did(*publication.after):
            needed = "、".join(step.label for step in publication.after)
            reasons.append(Reason(f"尚未“{needed}”", publication.basis))
        if publication.withheld_if is not None and publication.withheld_if(situation):
            reasons.append(Reason("本案属于依法不予公开的情形", publication.basis))
        if _standing(record, publication) is not None:
            reasons.append(Reason("已经公开；如需更换，请先撤回并说明理由"))
        if reasons:
            raise Refused(publication.label, reasons)
        content = [[line.label, line.text, line.why] for line in copy_of(record, publication)]
        published = Published._base_manager.create(
            case_id=record.pk, publication=publication.code, on=on, at=entry.at, by=entry.person,
            content=content, digest=chain.digest(chain.canonical(content)),
        )  # fmt: skip
        data = {"publication": publication.code, "digest": published.digest}
        append(record, EventKind.PUBLICATION, on, entry, data=data)
        reckon.keep(record, situation_of(record))
        return published


def _dated(on: date, since: list[date], entry: Entry) -> list[Reason]:
    """What speaks against the day of publishing or of taking back."""
    reasons = []
    if on > entry.today:
        reasons.append(Reason(f"日期{on}晚于今天{entry.today}，请核对", field="on"))
    if since and on < min(since):
        reasons.append(Reason(f"日期{on}早于{min(since)}，请核对", field="on"))
    return reasons


def withdraw(published: Published, reason: str, on: date, entry: Entry) -> None:
    """Take a public copy back, with the reason (撤回公开); the copy itself is kept.

    The duty to publish is open again.

    Raises:
        Refused: no reason, taken back already, a date before it was published, or no post for it.
    """
    with refusing("撤回公开"), transaction.atomic():
        record = locked(published.case)
        row = Published._base_manager.select_for_update().get(pk=published.pk)
        reasons = [] if reason.strip() else [Reason("未写明撤回理由", field="reason")]
        if entry.by is None or not _may(entry, record):
            reasons.append(Reason("由档案与公开人员或者承办人办理"))
        if row.withdrawn_on is not None:
            reasons.append(Reason(f"已于{row.withdrawn_on}撤回，不需要再次撤回"))
        reasons += _dated(on, [row.on], entry)
        if reasons:
            raise Refused("撤回公开", reasons)
        for copy in (row, published):
            copy.withdrawn_on, copy.withdrawn_why = on, reason
        row.save(update_fields=["withdrawn_on", "withdrawn_why"])
        data = {"publication": row.publication, "digest": row.digest, "withdrawn": reason}
        append(record, EventKind.PUBLICATION, on, entry, data=data)
        reckon.keep(record, situation_of(record))


def _may(entry: Entry, record: Any) -> bool:
    return entry.by is not None and has_role(entry.by, record.organ, entry.today, Role.PUBLISHER, Role.HANDLER)


def _standing(record: Any, publication: Publication) -> Published | None:
    return Published._base_manager.filter(case_id=record.pk, publication=publication.code, withdrawn_on=None).first()
