"""Reading the files of a draw (读取抽取材料); whatever is wrong is told by file and line."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from yifa.draw.errors import DrawError
from yifa.draw.model import Candidate, Officer, Plan
from yifa.errors import os_reason

OBJECTS, OFFICERS, PLAN = "objects.csv", "officers.csv", "plan.toml"
LARGEST: Final = 10**9
"""A weight or factor beyond it is a slip of the keyboard."""
LOTS, NAMES, TAGS = "lots.csv", "names.csv", "withheld.txt"


def text(folder: Path, name: str) -> str:
    """A file of a folder; raises `DrawError` where it is missing or no UTF-8."""
    try:
        return (folder / name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise DrawError(f"“{folder.name}”里没有 {name}。请把它放进这个文件夹。") from None
    except UnicodeDecodeError as error:
        raise DrawError(f"读不了 {name}：第{error.start + 1}个字节起不是UTF-8编码。请另存为 UTF-8 编码。") from None
    except OSError as error:
        raise DrawError(f"读不了 {name}：{os_reason(error)}。请核对文件和权限。") from None


def json_of(folder: Path, name: str) -> dict[str, Any]:
    """A published JSON file; raises `DrawError` where it is missing or was spoilt."""
    try:
        found = json.loads(text(folder, name))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise DrawError(f"{name} 不完整，或者不是 JSON。请从公布处重新取得。")
    return found


def _rows(folder: Path, name: str, needed: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a table, each with the words that name it in a message."""
    try:
        yield from _cells(name, csv.DictReader(text(folder, name).splitlines()), needed)
    except csv.Error:
        raise DrawError(f"{name} 不是逗号分隔的表格。请用表格软件另存为 UTF-8 编码的 CSV。") from None


def _cells(name: str, reader: csv.DictReader[str], needed: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    missing = [column for column in needed if column not in (reader.fieldnames or ())]
    if missing:
        raise DrawError(f"{name} 缺少栏目：{'、'.join(missing)}。请在第一行补上。")
    for row in reader:
        where = f"{name} 第{reader.line_num}行"
        cells = {key: (value or "").strip() for key, value in row.items() if key is not None}
        blank = [column for column in needed if not cells[column]]
        if blank:
            raise DrawError(f"{where}没有填写{'、'.join(blank)}。请补上。")
        yield where, cells


def _day(where: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DrawError(f"{where}的“{text}”不是日期。请写成 2026-12-31。") from None


def _number(where: str, text: str) -> Decimal:
    try:
        found = Decimal(text)
    except InvalidOperation:
        found = Decimal("nan")
    if not found.is_finite() or abs(found) > LARGEST:
        raise DrawError(f"{where}的“{text[:40]}”不是可用的数字。请改正。")
    return found


def read_plan(folder: Path) -> Plan:
    """The plan; raises `DrawError` naming what is missing or wrong."""
    try:
        data = tomllib.loads(text(folder, PLAN))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f"第{line[1]}行" if line else "末尾"
        raise DrawError(f"{PLAN} {where}写法有误。请核对引号、等号和方括号。") from None
    for name, kind in (("title", str), ("on", date), ("public_source", str), ("quotas", dict)):
        value = data.get(name)
        if type(value) is not kind or (isinstance(value, str) and not value.strip()):
            raise DrawError(f"{PLAN} 没有写明 {name}，或者写法不对。请参照说明补上。")
    grades = data.get("weights", {})
    if not isinstance(grades, dict) or not all(isinstance(factors, dict) for factors in grades.values()):
        raise DrawError(f'{PLAN} 的 weights 应当按栏目写，如 [weights."风险等级"] 下面写 A = 1。请改正。')
    quotas, team = data["quotas"], data.get("team", 2)
    if any(type(quota) is not int for quota in (*quotas.values(), team)):
        raise DrawError(f"{PLAN} 的 quotas 和 team 应当是整数。请改正。")
    weights = {
        column: {str(grade): _number(f"{PLAN} 的 weights", str(factor)) for grade, factor in factors.items()}
        for column, factors in grades.items()
    }
    return Plan(data["title"], data["on"], data["public_source"], dict(quotas), team, weights)


def read_objects(folder: Path, plan: Plan) -> list[Candidate]:
    """The pool of objects, weighted by the grades that the plan gives factors for."""
    found = []
    for where, row in _rows(folder, OBJECTS, ("编号", "名称")):
        weight = _number(where, row.get("权重") or "1")
        for column, factors in plan.weights.items():
            grade = row.get(column, "")
            if grade not in factors:
                raise DrawError(f"{where}的{column}是“{grade}”，方案没有这一级的系数。请核对等级或者补上系数。")
            weight *= factors[grade]
        found.append(Candidate(row["编号"], row["名称"], row.get("分层", ""), weight, row.get("领域", "")))
    return found


def read_lots(folder: Path) -> list[Candidate]:
    """The published pool: lot numbers without names."""
    return [
        Candidate(row["签号"], "", row.get("分层", ""), _number(where, row["权重"]), row.get("领域", ""))
        for where, row in _rows(folder, LOTS, ("签号", "权重"))
    ]


def read_names(folder: Path) -> dict[str, str]:
    """Who is in the pool, by code."""
    return {row["编号"]: row["名称"] for _, row in _rows(folder, NAMES, ("编号", "名称"))}


def read_officers(folder: Path) -> list[Officer]:
    """The pool of officers, full or as published."""
    found = []
    for where, row in _rows(folder, OFFICERS, ("证号", "姓名", "有效期至")):
        load = row.get("已查次数") or "0"
        if not (load.isascii() and load.isdigit()):
            raise DrawError(f"{where}的已查次数“{load}”不是整数。请改正。")
        found.append(
            Officer(
                row["证号"], row["姓名"], _words(row.get("领域", "")), _day(where, row["有效期至"]),
                row.get("状态", "") not in ("", "有效"), _words(row.get("回避", "")), int(load),
            )
        )  # fmt: skip
    return found


def _words(cell: str) -> frozenset[str]:
    return frozenset(word.strip() for word in cell.replace("，", "、").replace(";", "、").split("、") if word.strip())
