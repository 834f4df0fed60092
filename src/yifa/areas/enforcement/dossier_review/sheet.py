"""The score sheets (评分表) as data, and what a scored dossier comes to."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from yifa.areas.enforcement.dossier_review.choices import FileKind, Grade
from yifa.errors import YifaError

FULL = Decimal(100)
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Item:
    """One line of a sheet: at most how many points, and the provision it looks at."""

    code: str
    group: str
    title: str
    points: Decimal
    basis: str


@dataclass(frozen=True)
class Veto:
    """A fault that fails a dossier by itself (否决项)."""

    code: str
    title: str
    basis: str


@dataclass(frozen=True)
class Sheet:
    """The sheet of one kind of dossier."""

    kind: str
    version: str
    source: str
    items: tuple[Item, ...]
    vetoes: tuple[Veto, ...]

    def item(self, code: str) -> Item | None:
        """The item of this code."""
        return next((item for item in self.items if item.code == code), None)

    def veto(self, code: str) -> str:
        """A veto as a line."""
        return next((f"否决项：{veto.title}（{veto.basis}）" for veto in self.vetoes if veto.code == code), code)

    def blank(self) -> list[dict[str, str]]:
        """Every item with full points, to be marked down."""
        return [{"item": item.code, "points": str(item.points), "note": ""} for item in self.items]


def sheet_for(kind: str, place: str = "") -> Sheet:
    """The sheet of a kind of dossier, as the place has it.

    Raises:
        YifaError: there is no sheet, or it does not add up to a hundred.
    """
    own = Path(settings.HOME) / "places" / place / "dossier_sheets.toml"
    changed = own.stat().st_mtime_ns if place and own.is_file() else 0
    sheets = _read(own if changed else Path(__file__).parent / "sheets.toml", changed)
    if kind not in sheets:
        raise YifaError(f"没有“{kind}”案卷的评分表。请在评分表文件中补上。")
    return sheets[kind]


@lru_cache(maxsize=16)
def _read(path: Path, changed: int) -> dict[str, Sheet]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise YifaError(f"不能读取评分表 {path.name}：{error}。请改正该文件。") from None
    kinds = [kind for kind in FileKind.values if kind in data]
    return {kind: _sheet(kind, data, path.name) for kind in kinds}


def _sheet(kind: str, data: Mapping[str, Any], name: str) -> Sheet:
    table = data[kind]
    items = tuple(
        Item(code, group, title, Decimal(str(points)), basis) for code, group, title, points, basis in table["items"]
    )
    vetoes = tuple(Veto(*row) for row in table.get("vetoes", []))
    total = sum((item.points for item in items), Decimal(0))
    if total != FULL:
        raise YifaError(f"评分表 {name} 的“{FileKind(kind).label}”满分合计{total}分，应当是100分。请改正。")
    return Sheet(kind, str(data.get("version", "")), str(data.get("source", "")), items, vetoes)


def points_of(row: Row) -> Decimal | None:
    """The points of a row; None where they are no number."""
    try:
        found = Decimal(str(row.get("points", "")).strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def total(rows: Sequence[Row]) -> Decimal:
    """The sum of the points."""
    return sum((points_of(row) or Decimal(0) for row in rows), Decimal(0))


def mean(first: Decimal, second: Decimal) -> Decimal:
    """The average of two totals, to one place, halves up."""
    return ((first + second) / 2).quantize(Decimal("0.1"), ROUND_HALF_UP)


def problems_in(sheet: Sheet, rows: Sequence[Row], vetoes: Sequence[str]) -> Iterator[str]:
    """What is wrong with a filled-in sheet, each as a Chinese clause."""
    seen: set[str] = set()
    for row in rows:
        code, item = str(row.get("item", "")), sheet.item(str(row.get("item", "")))
        if item is None:
            yield f"评分表没有“{code}”这一项"
            continue
        if code in seen:
            yield f"“{code}”评了两次"
        seen.add(code)
        points = points_of(row)
        if points is None or not 0 <= points <= item.points:
            yield f"“{code} {item.title}”的得分应当在0至{item.points}之间"
        elif points < item.points and not str(row.get("note", "")).strip():
            yield f"“{code} {item.title}”扣了分，没有写扣分理由"
    missing = [item.code for item in sheet.items if item.code not in seen]
    if missing:
        yield f"没有评分的项：{'、'.join(missing)}"
    known = {veto.code for veto in sheet.vetoes}
    for veto in vetoes:
        if veto not in known:
            yield f"评分表没有“{veto}”这一否决项"


def lost(sheet: Sheet, rows: Sequence[Row]) -> list[str]:
    """The problems that cost points, as lines."""
    lines = []
    for row in rows:
        item, points = sheet.item(str(row.get("item", ""))), points_of(row)
        if item is not None and points is not None and points < item.points:
            lines.append(f"{item.title}：{str(row.get('note', '')).rstrip('。')}（扣{item.points - points}分）")
    return lines


def lower(first: Sequence[Row], second: Sequence[Row]) -> list[Row]:
    """Of two filled-in sheets the row with fewer points, item by item: each problem stands once."""
    other = {row.get("item"): row for row in second}
    return [min(row, other.get(row.get("item"), row), key=lambda one: points_of(one) or Decimal(0)) for row in first]


def grade_of(points: Decimal, vetoed: bool, floors: Mapping[Grade, int]) -> Grade:
    """The grade of a dossier; a veto fails it whatever the points."""
    if vetoed:
        return Grade.FAIL
    for grade in (Grade.EXCELLENT, Grade.GOOD, Grade.PASS):
        if points >= floors[grade]:
            return grade
    return Grade.FAIL
