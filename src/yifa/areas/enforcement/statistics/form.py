"""The published form (公布的表式): tables with their columns, each of which is a figure; nothing in it is typed in.

The tables follow the forms that governments publish: penalties by the heaviest kind, licences, coercion, inspection,
and a table of other facts. A body that has a power and used it never has 0; one without the power says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

RULES = "2026-2"
"""The version of the counting rules (统计口径版本)."""

TOTAL = "合计"
NO_POWER = "无此项职权"
MANY = Decimal(10000)

Line = Mapping[str, str]


@dataclass(frozen=True)
class Form:
    """One table of the form.

    Attributes:
        power: the word in a body's powers that means that it has this kind of power; blank where everybody has.
        columns: the codes of the figures, in order.
        sums: the column that must equal the sum of others, with these.
    """

    key: str
    title: str
    power: str
    columns: tuple[str, ...]
    sums: tuple[tuple[str, tuple[str, ...]], ...] = ()


KINDS = (
    "st_warning", "st_fine", "st_confiscation", "st_suspended", "st_revoked", "st_restricted", "st_stopped",
    "st_detention", "st_other_penalty",
)  # fmt: skip
MEASURES = ("st_sealing", "st_seizure", "st_freezing", "st_other_measure")
EXECUTIONS = ("st_transfer", "st_auction", "st_restoration", "st_substitution", "st_other_execution")

FORMS = (
    Form("penalty", "行政处罚实施情况", "处罚", (*KINDS, "st_penalties", "st_money"), (("st_penalties", KINDS),)),
    Form("licence", "行政许可实施情况", "许可",
         ("st_applied", "st_accepted", "st_granted", "st_denied", "st_licence_revoked")),
    Form("coercion", "行政强制实施情况", "强制",
         (*MEASURES, "st_measures", *EXECUTIONS, "st_executions", "st_court"),
         (("st_measures", MEASURES), ("st_executions", EXECUTIONS))),
    Form("inspection", "行政检查实施情况", "检查",
         ("st_inspections", "st_inspections_enterprise", "st_entered", "st_joint", "st_off_site", "st_random",
          "st_found")),
    Form("other", "其他情况", "",
         ("st_filed", "st_ordinary", "st_simple", "st_spared", "st_heard", "st_reviewed", "st_criminal",
          "st_complaints", "st_supervised")),
)  # fmt: skip


@dataclass(frozen=True)
class Table:
    """A table of the form, filled in: headings, and a row for each body and the total."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def shown(value: Decimal | None, unit: str) -> str:
    """A number as it is printed: money in ten thousands of yuan with two decimals, the rest as it is."""
    if value is None:
        return ""
    if unit == "元":
        return str((value / MANY).quantize(Decimal("0.01"), ROUND_HALF_UP))
    return f"{value.normalize():f}"


def heading(line: Line) -> str:
    """The label of a column with its unit, as printed."""
    unit = "万元" if line["unit"] == "元" else line["unit"]
    return f"{line['label']}（{unit}）"


def tables_of(lines: Sequence[Line]) -> list[Table]:
    """The form filled in from its computed lines, bodies in their order, the total last."""
    return [found for form in FORMS if (found := _table(form, [one for one in lines if one["table"] == form.key]))]


def text_of(lines: Sequence[Line]) -> str:
    """The form as plain text, a line for each body of each table: for the public copy."""
    told = []
    for table in tables_of(lines):
        told.append(f"【{table.title}】")
        for name, *cells in table.rows:
            pairs = zip(table.columns[1:], cells, strict=True)
            told.append(f"{name}：{'，'.join(f'{column}{cell}' for column, cell in pairs)}。")
    return "\n".join(told)


def _table(form: Form, lines: Sequence[Line]) -> Table | None:
    if not lines:
        return None
    organs = list(dict.fromkeys(one["organ"] for one in lines))
    cells = {(one["organ"], one["figure"]): one for one in lines}
    codes = [code for code in form.columns if any(code == one["figure"] for one in lines)]
    first = {code: next(one for one in lines if one["figure"] == code) for code in codes}
    rows = tuple((organ, *(_cell(cells.get((organ, code))) for code in codes)) for organ in organs)
    return Table(form.title, ("机关", *(heading(first[code]) for code in codes)), rows)


def _cell(line: Line | None) -> str:
    if line is None:
        return ""
    if line.get("note"):
        return str(line["note"])
    return shown(Decimal(line["value"]), line["unit"])


def faults_in(lines: Sequence[Line]) -> list[str]:
    """Where columns do not add up: of a body to its total column, of bodies to the total row."""
    values = {(one["organ"], one["figure"]): Decimal(one["value"] or 0) for one in lines}
    organs = list(dict.fromkeys(one["organ"] for one in lines))
    return [*_columns(values, organs), *_rows(lines, values, organs)]


def _columns(values: Mapping[tuple[str, str], Decimal], organs: Iterable[str]) -> Iterable[str]:
    for form in FORMS:
        for whole, parts in form.sums:
            for organ in organs:
                told = values.get((organ, whole))
                added = sum((values.get((organ, part), Decimal(0)) for part in parts), Decimal(0))
                if told is not None and told != added:
                    yield f"“{organ}”的{form.title}：分项相加{added}，合计{told}"


def _rows(lines: Sequence[Line], values: Mapping[tuple[str, str], Decimal], organs: Sequence[str]) -> Iterable[str]:
    if TOTAL not in organs:
        return
    for one in lines:
        if one["organ"] == TOTAL:
            bodies = [organ for organ in organs if organ != TOTAL]
            added = sum((values.get((organ, one["figure"]), Decimal(0)) for organ in bodies), Decimal(0))
            if added != Decimal(one["value"] or 0):
                yield f"“{one['label']}”：各机关相加{added}，合计{one['value']}"
