"""The files of a draw (双随机抽取的文件): pools out of the registers, commitment, result, all as `yifa draw` has them.

Every file is kept under its digest; the case holds the digests of what is published, so that its chain covers the
files. The full pools, with grades and recusals, are kept too, under digests that stand beside the secret. The same code
as on the command line commits and draws, in a folder of its own, so that an outsider's `yifa draw check` sees the same.
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from yifa.areas.enforcement.inspected.pools import object_rows, officer_rows, write_pools
from yifa.areas.enforcement.inspection import frequency, own
from yifa.areas.enforcement.inspection.choices import Way
from yifa.areas.enforcement.inspection.defaults import DEFAULTS
from yifa.areas.enforcement.inspection.models import DrawCase, DrawSecret
from yifa.areas.enforcement.inspection_plan.conditions import listed_items
from yifa.draw import files, reading
from yifa.errors import YifaError
from yifa.kernel.codes import random_bytes
from yifa.papers import store

PUBLISHED = {
    reading.LOTS: "lots_file",
    reading.NAMES: "names_file",
    reading.OFFICERS: "officers_file",
    reading.TAGS: "withheld_file",
    reading.PLAN: "plan_file",
    files.COMMITMENT: "commitment_file",
    files.RESULT: "result_file",
}
"""The published files and the fields that hold their digests, in the order in which they become public."""
BEFORE = tuple(list(PUBLISHED.values())[:-1])
"""The fields of the files that are published before the draw."""
FULL = {reading.OBJECTS: "objects_file", reading.OFFICERS: "officers_file"}
"""The full pools and the fields of the secret that hold their digests."""


def plan_text(record: DrawCase) -> str:
    """plan.toml as `yifa draw` reads it."""
    lines = [
        f"title = {_quoted(record.batch_title)}",
        f"on = {record.draw_on}",
        f"public_source = {_quoted(record.public_source)}",
        f"team = {record.team}",
        "[quotas]",
        *(f"{_quoted(str(row.get('stratum') or ''))} = {int(row['number'])}" for row in record.quotas),
    ]
    for column in dict.fromkeys(str(row["column"]) for row in record.weights):
        lines.append(f"[weights.{_quoted(column)}]")
        lines += [
            f"{_quoted(str(row['grade']))} = {row['factor']}" for row in record.weights if row["column"] == column
        ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML string; JSON writes the same."""
    return json.dumps(text, ensure_ascii=False)


def committed(record: DrawCase, on: date) -> dict[str, Any]:
    """Make pools, plan and commitment, keep them, and keep the secret where nobody's scope reaches.

    Returns:
        The fields of the case.

    Raises:
        YifaError: nobody to draw from, a quota that does not fit, an object without enough officers.
    """
    assert record.draw_on is not None
    year = record.draw_on.year
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "pools"
        visits = own.visits_this_year(record.organ_id, year)
        stratum = str(record.strata or "none")
        counts = write_pools(
            record.organ, folder, record.matter, record.draw_on, stratum=stratum, visits=visits, without=full(record)
        )
        (folder / reading.PLAN).write_text(plan_text(record), encoding="utf-8")
        secret, key = random_bytes(32).hex(), random_bytes(32).hex()
        made = files.published_first(folder, secret, key, replaces=_replaced(record), reason=record.again_why)
        pools = {field: store.keep((folder / name).read_bytes()) for name, field in FULL.items()}
    DrawSecret._base_manager.update_or_create(case=record, defaults={"secret": secret, "key": key, **pools})
    commitment = files.commitment_digest(json.loads(made[files.COMMITMENT]))
    kept = {PUBLISHED[name]: store.keep(content) for name, content in made.items()}
    going = made[reading.OFFICERS].count(b"\n") - 1
    return {**kept, "commitment": commitment, "objects_count": counts[0], "officers_count": going}


def full(record: DrawCase) -> set[str]:
    """The objects that take no part because the cap of the year of the visits is reached (已达年度频次上限)."""
    day = record.visit_on or record.draw_on
    if record.mode != Way.ONSITE or day is None:
        return set()
    cap, _ = frequency.cap_of(listed_items(record.organ_id, record.draw_on or day, record.item_codes).values())
    counts = bool(DEFAULTS.at(record.organ.place.code)["case_counts_to_cap"].value)
    return set() if cap is None else frequency.full(record.organ_id, day.year, cap, case_counts=counts)


def _replaced(record: DrawCase) -> str:
    """The digest of the commitment that this batch takes the place of; its number where that one had none."""
    if not record.replaces:
        return ""
    before = DrawCase._base_manager.filter(organ_id=record.organ_id, number=record.replaces).first()
    return before.commitment or record.replaces if before is not None else str(record.replaces)


def drawn(record: DrawCase) -> dict[str, Any]:
    """Draw, and keep the result.

    Raises:
        YifaError: a kept file was changed, or the secret is missing.
    """
    secret = _secret(record)
    with _unpacked(record, secret) as (folder, public):
        result = files.run(folder, public, secret.secret, secret.key, record.public_value)
    kept = store.keep(files.written(result))
    rows = [
        {
            "code": line["code"], "name": line["name"], "stratum": line["stratum"],
            "officers": "、".join(officer["code"] for officer in line["team"]),
        }
        for line in result["drawn"]
    ]  # fmt: skip
    return {"result_file": kept, "drawn": rows}


def _secret(record: DrawCase) -> DrawSecret:
    found: DrawSecret | None = DrawSecret._base_manager.filter(case_id=record.pk).first()
    if found is None:
        raise YifaError("不能抽取：没有这一批次的密值。请核对数据库备份；不能恢复的，作废本批次，另行承诺并说明理由。")
    return found


@contextmanager
def _unpacked(record: DrawCase, secret: DrawSecret) -> Iterator[tuple[Path, Path]]:
    """The full pools and the published files of a batch, each in a folder, until they are no longer needed."""
    with tempfile.TemporaryDirectory() as name:
        folder, public = Path(name) / "pools", Path(name) / "public"
        for each in (folder, public):
            each.mkdir()
        for file, content in published(record):
            (public / file).write_bytes(content)
        for file, field in FULL.items():
            (folder / file).write_bytes(store.read(getattr(secret, field)))
        (folder / reading.PLAN).write_bytes(store.read(record.plan_file))
        yield folder, public


def verified(record: DrawCase) -> list[str]:
    """What speaks against a batch when all of it is computed again, full pools included; empty where nothing does.

    Raises:
        YifaError: a kept file was changed, or the secret is missing.
    """
    secret = _secret(record)
    with _unpacked(record, secret) as (folder, public):
        found = files.check(public) if record.result_file else []
        return found + files.check_sealed(folder, public, secret.key)


def told_by(record: DrawCase, today: date) -> bool:
    """Whether the result is public on a day: from the first day of the visits on, so that nobody is forewarned.

    What was drawn is fixed by the commitment and the public value in any case; a batch given up tells it at once.
    """
    return record.visit_on is None or today >= record.visit_on or record.stage == "void"


def published(record: DrawCase, today: date | None = None) -> Iterator[tuple[str, bytes]]:
    """The files of a batch that are public on a day: the commitment's when committed, the result when it is told.

    Args:
        today: None for all that there are.
    """
    for name, field in PUBLISHED.items():
        digest = getattr(record, field)
        if digest and (name != files.RESULT or today is None or told_by(record, today)):
            yield name, store.read(digest)


def bundle(record: DrawCase, today: date | None = None) -> bytes:
    """All files that are public on a day as one zip, the same bytes every time."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in published(record, today):
            archive.writestr(zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0)), content)
    return held.getvalue()


def changed_since(record: DrawCase, *, in_full: bool = False) -> str:
    """What the registers say today that the committed pools do not (承诺以后名录的变动); blank where nothing.

    Args:
        in_full: also name those whose grade, certificate or recusals changed. It is for those who draw; the public
            is told how many.
    """
    assert record.draw_on is not None
    secret, stratum = _secret(record), str(record.strata or "none")
    visits = own.visits_this_year(record.organ_id, record.draw_on.year)
    objects = object_rows(record.organ, record.matter, record.draw_on, stratum, without=full(record))
    now = (
        ("对象", secret.objects_file, objects, "编号"),
        ("人员", secret.officers_file, officer_rows(record.organ, record.matter, record.draw_on, visits), "证号"),
    )
    told = [_difference(what, digest, rows, key, in_full) for what, digest, rows, key in now]
    return "；".join(text for text in told if text)


def _difference(what: str, digest: str, rows: list[dict[str, str]], key: str, in_full: bool) -> str:
    before = {row[key]: row for row in csv.DictReader(io.StringIO(store.read(digest).decode("utf-8-sig")))}
    after = {row[key]: row for row in rows}
    came, went = sorted(after.keys() - before.keys()), sorted(before.keys() - after.keys())
    other = sorted(code for code in before.keys() & after.keys() if _differs(before[code], after[code]))
    parts = [
        f"{word}{len(codes)}个" + (f"（{'、'.join(codes[:5])}{'等' if len(codes) > 5 else ''}）" if named else "")
        for word, codes, named in (("新增", came, True), ("移出", went, True), ("信息变动", other, in_full))
        if codes
    ]
    return f"{what}{'，'.join(parts)}" if parts else ""


def _differs(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """Whether anything but the running number of visits is different."""
    return any(before.get(name) != value for name, value in after.items() if name != "已查次数")
