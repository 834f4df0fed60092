"""The published files of a draw (公开的抽取材料): pools, plan, commitment and result, in one folder."""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from yifa.draw.assign import assigned, unstaffed
from yifa.draw.errors import DrawError
from yifa.draw.model import Candidate, Drawn, Officer, Plan
from yifa.draw.sample import drawn, sm3

OBJECTS, OFFICERS, PLAN = "objects.csv", "officers.csv", "plan.toml"
COMMITMENT, SECRET, RESULT = "commitment.json", "secret.txt", "result.json"
PUBLISHED_FIRST = (OBJECTS, OFFICERS, PLAN)


def _text(folder: Path, name: str) -> str:
    try:
        return (folder / name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise DrawError(f"“{folder.name}”里没有 {name}。请把它放进这个文件夹。") from None
    except (OSError, UnicodeDecodeError) as error:
        raise DrawError(f"读不了 {name}：{error}。请另存为 UTF-8 编码。") from None


def _rows(folder: Path, name: str, needed: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a table, each with the words that name it in a message."""
    reader = csv.DictReader(_text(folder, name).splitlines())
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
        return Decimal(text)
    except InvalidOperation:
        raise DrawError(f"{where}的“{text}”不是数字。请改正。") from None


def read_plan(folder: Path) -> Plan:
    """The plan; raises `DrawError` naming what is missing or wrong."""
    try:
        data = tomllib.loads(_text(folder, PLAN))
    except tomllib.TOMLDecodeError as error:
        raise DrawError(f"{PLAN} 写法有误：{error}。请改正。") from None
    for name, kind in (("title", str), ("on", date), ("public_source", str), ("quotas", dict)):
        if not isinstance(data.get(name), kind):
            raise DrawError(f"{PLAN} 没有写明 {name}，或者写法不对。请参照说明补上。")
    quotas, team = data["quotas"], data.get("team", 2)
    if any(type(quota) is not int for quota in (*quotas.values(), team)):
        raise DrawError(f"{PLAN} 的 quotas 和 team 应当是整数。请改正。")
    weights = {
        column: {str(grade): _number(f"{PLAN} 的 weights", str(factor)) for grade, factor in factors.items()}
        for column, factors in data.get("weights", {}).items()
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


def read_officers(folder: Path) -> list[Officer]:
    """The pool of officers."""
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


def digests(folder: Path) -> dict[str, str]:
    """The digest of each file that is published before the draw, over its bytes."""
    found = {}
    for name in PUBLISHED_FIRST:
        _text(folder, name)
        found[name] = sm3((folder / name).read_bytes().hex()).hex()
    return found


def commit(folder: Path, secret: str, *, replaces: str = "", reason: str = "") -> dict[str, Any]:
    """The commitment to publish; whatever would spoil the draw later is refused now.

    Args:
        secret: hexadecimal, at least 32 bytes, known to nobody yet.
        replaces: the digest of an earlier commitment that this draw takes the place of; then a reason is needed.

    Raises:
        DrawError: a file is wrong, a quota does not fit, an object lacks officers, or there is a commitment already.
    """
    if (folder / COMMITMENT).exists():
        raise DrawError(
            f"“{folder.name}”已经有承诺。一次抽取只承诺一次；重新抽取请另建文件夹，并写明所取代的承诺和理由。"
        )
    if replaces and not reason.strip():
        raise DrawError("重新抽取应当写明理由，理由随承诺一并公布。")
    _rehearse(folder)
    made: dict[str, Any] = {"files": digests(folder), "secret_sm3": sm3(secret).hex()}
    return made | ({"replaces": replaces, "reason": reason} if replaces else {})


def _rehearse(folder: Path) -> None:
    """Draw once with a seed that nobody will use, so that the draw itself cannot fail on what could be seen before."""
    plan = read_plan(folder)
    objects, officers = read_objects(folder, plan), read_officers(folder)
    lacking = unstaffed(objects, officers, plan.on, plan.team)
    if lacking:
        names = "、".join(each.name for each in lacking[:5])
        what = f"{len(lacking)}个对象合格的检查人员不足{plan.team}名（{names}等）"
        raise DrawError(f"不能抽取：{what}。请补充人员，或者把这些对象移出名录。")
    assigned("rehearsal", drawn("rehearsal", objects, plan.quotas), officers, plan.on, plan.team)


def commitment_digest(commitment: Mapping[str, Any]) -> str:
    """The digest by which a commitment is named."""
    return sm3(json.dumps(commitment, ensure_ascii=False, sort_keys=True)).hex()


def run(folder: Path, secret: str, public: str) -> dict[str, Any]:
    """The result to publish: seed, secret, public value, and who goes where.

    Raises:
        DrawError: the files or the secret are not those committed to, or no public value was given.
    """
    commitment = json.loads(_text(folder, COMMITMENT))
    if not public.strip():
        raise DrawError("不能抽取：没有给出公开数值。请填写方案写明的公开来源公布的数值。")
    if sm3(secret).hex() != commitment["secret_sm3"]:
        raise DrawError("不能抽取：密值与承诺不符。请使用承诺时生成的密值。")
    changed = [name for name, digest in digests(folder).items() if commitment["files"].get(name) != digest]
    if changed:
        raise DrawError(f"不能抽取：{'、'.join(changed)}在承诺以后被改动。请恢复原文件，或者另行承诺并说明理由。")
    plan = read_plan(folder)
    named = commitment_digest(commitment)
    seed = sm3(named, secret, public.strip()).hex()
    found = drawn(seed, read_objects(folder, plan), plan.quotas)
    sent = assigned(seed, found, read_officers(folder), plan.on, plan.team)
    return {
        "title": plan.title, "on": plan.on.isoformat(), "commitment_sm3": named, "public_source": plan.public_source,
        "public": public.strip(), "secret": secret, "seed": seed, "drawn": [_line(one) for one in sent],
    }  # fmt: skip


def _line(one: Drawn) -> dict[str, Any]:
    return {
        "place": one.place, "code": one.candidate.code, "name": one.candidate.name, "stratum": one.candidate.stratum,
        "weight": str(one.candidate.weight), "key": f"{one.key:.12E}",
        "team": [{"code": officer.code, "name": officer.name} for officer in one.team],
    }  # fmt: skip


def check(folder: Path) -> list[str]:
    """Every difference between the published result and one computed again; empty where they agree."""
    try:
        result = json.loads(_text(folder, RESULT))
        again = run(folder, result["secret"], result["public"])
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise DrawError(f"{RESULT} 或者 {COMMITMENT} 不完整：{error}。请从公布处重新取得。") from None
    found = [
        f"{name}：公布的是“{result.get(name)}”，重算是“{again[name]}”"
        for name in again
        if _differs(result, again, name)
    ]
    for place, (told, right) in enumerate(zip(result.get("drawn", []), again["drawn"], strict=False), 1):
        if told != right:
            found.append(
                f"第{place}个：公布的是{told.get('name')}（{_team(told)}），重算是{right['name']}（{_team(right)}）"
            )
    if len(result.get("drawn", [])) != len(again["drawn"]):
        found.append(f"公布了{len(result.get('drawn', []))}个对象，重算是{len(again['drawn'])}个")
    return found


def _differs(result: Mapping[str, Any], again: Mapping[str, Any], name: str) -> bool:
    return name != "drawn" and result.get(name) != again[name]


def _team(line: Mapping[str, Any]) -> str:
    return "、".join(str(officer.get("name")) for officer in line.get("team", []))
