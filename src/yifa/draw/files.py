"""A draw by its files (抽取材料): the full pools stay with the body, what is published binds it and can be re-run.

The body's folder holds objects.csv, officers.csv and plan.toml, as full as they are. `published_first` makes of them
what goes out before the draw: lots.csv, names.csv, officers.csv without recusals, withheld.txt, plan.toml and
commitment.json. `run` gives result.json. `check` computes it again from the published files alone; `check_sealed`
also from the full pools, for whoever supervises the body.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from yifa.draw import sealed
from yifa.draw.assign import Pair, assigned, unstaffed
from yifa.draw.errors import DrawError
from yifa.draw.model import Drawn, Officer, Plan
from yifa.draw.reading import (
    LOTS,
    NAMES,
    OBJECTS,
    OFFICERS,
    PLAN,
    TAGS,
    json_of,
    read_lots,
    read_names,
    read_objects,
    read_officers,
    read_plan,
    text,
)  # fmt: skip
from yifa.draw.sample import drawn, sm3

COMMITMENT, RESULT = "commitment.json", "result.json"
PUBLISHED_FIRST = (LOTS, NAMES, OFFICERS, TAGS, PLAN)


def _digest(content: bytes) -> str:
    return sm3(content.hex()).hex()


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return held.getvalue().encode()


class Pools:
    """The full pools of a body under its key, as they are published and as they are drawn from.

    Raises:
        DrawError: a file is missing or wrong.
    """

    def __init__(self, folder: Path, key: str) -> None:
        self.folder, self.key, self.plan = folder, key, read_plan(folder)
        self.objects, self.officers = read_objects(folder, self.plan), read_officers(folder)
        self.lots = {one.code: sealed.lot_of(sealed.opening_of(key, one.code), one.code) for one in self.objects}
        self.by_lot = {self.lots[one.code]: one for one in self.objects}
        pairs = sealed.withheld(key, self.objects, self.officers, self.plan.on, self.plan.team)
        self.withheld: set[Pair] = {(officer, self.lots[code]) for officer, code in pairs}

    @property
    def seal(self) -> str:
        """The digest of the full pools under the key: they cannot be exchanged afterwards."""
        return sm3(self.key, *((self.folder / name).read_bytes().hex() for name in (OBJECTS, OFFICERS))).hex()

    @property
    def going(self) -> list[Officer]:
        """The officers whose certificates hold on the day; nobody else takes part or is named."""
        return [one for one in self.officers if one.holds_on(self.plan.on)]

    def published(self) -> dict[str, bytes]:
        """The files that go out before the draw, without the commitment; the same every time."""
        real = sealed.recused(self.objects, self.going)
        lots = sorted((self.lots[one.code], one) for one in self.objects)
        tags = sealed.tags(self.key, self.withheld, sealed.number_of_tags(real))
        return {
            LOTS: _table(
                ("签号", "分层", "权重", "领域"),
                ((lot, one.stratum, f"{one.weight.normalize():f}", one.matter) for lot, one in lots),
            ),
            NAMES: _table(("编号", "名称"), sorted((one.code, one.name) for one in self.objects)),
            OFFICERS: _table(("证号", "姓名", "领域", "有效期至", "已查次数"), map(_row, self.going)),
            TAGS: "".join(f"{tag}\n" for tag in tags).encode(),
            PLAN: (self.folder / PLAN).read_bytes(),
        }

    def rehearse(self) -> None:
        """Draw once with a seed that nobody will use, so that the draw cannot fail on what could be seen before."""
        real = sealed.recused(self.objects, self.officers)
        lacking = unstaffed(self.objects, self.officers, self.plan.on, self.plan.team, real)
        if lacking:
            names = "、".join(each.name for each in lacking[:5])
            what = f"{len(lacking)}个对象合格的检查人员不足{self.plan.team}名（{names}等）"
            raise DrawError(f"不能抽取：{what}。请补充人员，或者把这些对象移出名录。")
        found = drawn("rehearsal", self.objects, self.plan.quotas)
        assigned("rehearsal", found, self.officers, self.plan.on, self.plan.team, withheld=real)


def _row(officer: Officer) -> tuple[str, ...]:
    until = officer.valid_to.isoformat() if officer.valid_to else ""
    return officer.code, officer.name, "、".join(sorted(officer.matters)), until, str(officer.load)


def published_first(folder: Path, secret: str, key: str, *, replaces: str = "", reason: str = "") -> dict[str, bytes]:
    """What is published before the draw, the commitment included; whatever would spoil the draw later is refused now.

    Args:
        secret: hexadecimal, at least 32 bytes, known to nobody yet; told with the result.
        key: the same; seals the pools and is never told.
        replaces: the digest of an earlier commitment that this draw takes the place of; then a reason is needed.

    Raises:
        DrawError: a file is wrong, a quota does not fit, or an object lacks officers.
    """
    if replaces and not reason.strip():
        raise DrawError("重新抽取应当写明理由，理由随承诺一并公布。")
    pools = Pools(folder, key)
    pools.rehearse()
    files = pools.published()
    made: dict[str, Any] = {
        "files": {name: _digest(content) for name, content in files.items()},
        "secret_sm3": sm3(secret).hex(), "pools_sm3": pools.seal,
    } | ({"replaces": replaces, "reason": reason} if replaces else {})  # fmt: skip
    return files | {COMMITMENT: written(made)}


def written(data: Mapping[str, Any]) -> bytes:
    """A published JSON file."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def commitment_digest(commitment: Mapping[str, Any]) -> str:
    """The digest by which a commitment is named."""
    return sm3(json.dumps(commitment, ensure_ascii=False, sort_keys=True)).hex()


def value_of(public: str) -> str:
    """What of a public value goes into the seed: its digits and letters without noughts.

    How it is written (03 07、3,7) would else be a choice of whoever draws.
    """
    plain = unicodedata.normalize("NFKC", public).upper()
    return "".join(char for char in plain if char.isalnum() and char != "0")


def _seed(folder: Path, secret: str, public: str) -> tuple[str, str]:
    """The digest of the commitment and the seed; the published files are those committed to."""
    commitment = json_of(folder, COMMITMENT)
    if not {"secret_sm3", "pools_sm3", "files"} <= commitment.keys() or not isinstance(commitment["files"], dict):
        raise _incomplete()
    if not value_of(public):
        raise DrawError("不能抽取：没有给出公开数值。请填写方案写明的公开来源公布的数值。")
    if sm3(secret).hex() != commitment["secret_sm3"]:
        raise DrawError("不能抽取：密值与承诺不符。请使用承诺时生成的密值。")
    changed = [name for name in PUBLISHED_FIRST if commitment["files"].get(name) != _digest(_bytes(folder, name))]
    if changed:
        raise DrawError(f"不能抽取：{'、'.join(changed)}在承诺以后被改动。请恢复原文件，或者另行承诺并说明理由。")
    named = commitment_digest(commitment)
    return named, sm3(named, secret, value_of(public)).hex()


def _incomplete() -> DrawError:
    return DrawError(f"{RESULT} 或者 {COMMITMENT} 不完整，或者被改动过。请从公布处重新取得。")


def _bytes(folder: Path, name: str) -> bytes:
    text(folder, name)
    return (folder / name).read_bytes()


def run(folder: Path, public_folder: Path, secret: str, key: str, public: str) -> dict[str, Any]:
    """The result to publish: seed, secret, public value, who goes where, and the openings of what was drawn.

    Raises:
        DrawError: the files, the pools or the secret are not those committed to, or no public value was given.
    """
    named, seed = _seed(public_folder, secret, public)
    pools = Pools(folder, key)
    if pools.seal != json_of(public_folder, COMMITMENT)["pools_sm3"]:
        raise DrawError("不能抽取：本机关的名录或者封存密钥与承诺不符。请恢复承诺时的文件，或者另行承诺并说明理由。")
    sent = _drawn(seed, public_folder, pools.plan, pools.withheld)
    return _told(pools.plan, named, seed, secret, public) | {"drawn": [_line(one, pools) for one in sent]}


def _drawn(seed: str, folder: Path, plan: Plan, withheld: set[Pair]) -> list[Drawn]:
    found = drawn(seed, read_lots(folder), plan.quotas)
    return assigned(seed, found, read_officers(folder), plan.on, plan.team, withheld=withheld)


def _told(plan: Plan, named: str, seed: str, secret: str, public: str) -> dict[str, Any]:
    return {
        "title": plan.title, "on": plan.on.isoformat(), "commitment_sm3": named, "public_source": plan.public_source,
        "public": public.strip(), "secret": secret, "seed": seed,
    }  # fmt: skip


def _line(one: Drawn, pools: Pools) -> dict[str, Any]:
    whom = pools.by_lot[one.candidate.code]
    return _computed(one) | {
        "code": whom.code, "name": whom.name, "opening": sealed.opening_of(pools.key, whom.code),
        "passed": [
            {"code": officer.code, "opening": sealed.opening_of_pair(pools.key, (officer.code, one.candidate.code))}
            for officer in one.passed
        ],
    }  # fmt: skip


def _computed(one: Drawn) -> dict[str, Any]:
    """What of a line everybody can compute again."""
    return {
        "place": one.place, "lot": one.candidate.code, "stratum": one.candidate.stratum,
        "weight": str(one.candidate.weight), "key": f"{one.key:.12E}",
        "team": [{"code": officer.code, "name": officer.name} for officer in one.team],
    }  # fmt: skip


def check(folder: Path) -> list[str]:
    """Every difference between a published result and one computed again from what is published; empty where none."""
    try:
        result = json_of(folder, RESULT)
        named, seed = _seed(folder, result["secret"], result["public"])
        plan, lines = read_plan(folder), result["drawn"]
        right = _told(plan, named, seed, result["secret"], result["public"])
        found = [
            f"{name}：公布的是“{result.get(name)}”，重算是“{value}”"
            for name, value in right.items() if result.get(name) != value
        ] + _ill_opened(folder, lines)  # fmt: skip
        withheld = {(str(each["code"]), str(line["lot"])) for line in lines for each in line["passed"]}
        return found + _other(lines, _drawn(seed, folder, plan, withheld))
    except (KeyError, TypeError, AttributeError):
        raise _incomplete() from None


def _ill_opened(folder: Path, lines: Sequence[Mapping[str, Any]]) -> list[str]:
    """Lots that are not those of the objects named, and officers passed over without a tag that was committed to."""
    names, tags, found = read_names(folder), set(text(folder, TAGS).split()), []
    if len(names) != len(read_lots(folder)):
        found.append(f"{NAMES} 有{len(names)}个对象，{LOTS} 有{len(read_lots(folder))}个签，数量不同")
    for line in lines:
        lot, code, where = str(line["lot"]), str(line["code"]), f"第{line['place']}个"
        if sealed.lot_of(str(line["opening"]), code) != lot:
            found.append(f"{where}：{line['name']}（{code}）不是签号{lot}的对象")
        if names.get(code) != line["name"]:
            found.append(f"{where}：{NAMES} 里没有{line['name']}（{code}）")
        for each in line["passed"]:
            pair = (str(each["code"]), lot)
            if sealed.tag_of(str(each["opening"]), pair) not in tags:
                found.append(f"{where}：没有派{each['code']}，但承诺里没有这一不派的组合")
    return found


def _other(lines: Sequence[Mapping[str, Any]], right: Sequence[Drawn]) -> list[str]:
    found = []
    for line, one in zip(lines, right, strict=False):
        again = _computed(one)
        if {name: line.get(name) for name in again} == again:
            continue
        told = f"{line.get('name')}（签号{line.get('lot')}，{_team(line)}）"
        found.append(f"第{one.place}个：公布的是{told}，重算是签号{again['lot']}（{_team(again)}）")
    if len(lines) != len(right):
        found.append(f"公布了{len(lines)}个对象，重算是{len(right)}个")
    return found


def _team(line: Mapping[str, Any]) -> str:
    return "、".join(str(officer.get("name")) for officer in line.get("team", []))


def check_sealed(folder: Path, public_folder: Path, key: str) -> list[str]:
    """For whoever supervises the body: whether what was published is what the full pools and the key give."""
    pools, commitment = Pools(folder, key), json_of(public_folder, COMMITMENT)
    found = [] if pools.seal == commitment["pools_sm3"] else ["全部名录或者封存密钥与承诺不符"]
    made = pools.published()
    found += [f"{name} 不是由全部名录得出的" for name in made if made[name] != _bytes(public_folder, name)]
    if found or not (public_folder / RESULT).exists():
        return found
    result = json_of(public_folder, RESULT)
    again = run(folder, public_folder, result["secret"], key, result["public"])
    return [] if again == result else ["结果与用全部名录重算的不同"]
