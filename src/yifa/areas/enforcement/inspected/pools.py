"""The pools of a draw out of the registers (双随机“两库”): objects.csv and officers.csv as `yifa draw` reads them.

They stay with the body: grades and recusals are committed to and not published (`yifa.draw.sealed`). Names are, so
that those of individual businesses are masked; the code tells the object apart.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from django.db.models import Q

from yifa.areas.enforcement.authority.models import CertificateStatus, Officer
from yifa.areas.enforcement.inspected.models import InspectionObject, ObjectKind
from yifa.errors import YifaError
from yifa.office.models import Organ

OBJECTS, OFFICERS = "objects.csv", "officers.csv"
HIDDEN = "某个体工商户"
STRATA: dict[str, tuple[str, Callable[[InspectionObject], str]]] = {
    "none": ("不分层", lambda _: ""),
    "risk": ("按风险等级", lambda one: str(one.risk)),
    "kind": ("按对象类型", lambda one: ObjectKind(one.kind).label),
    "township": ("按乡镇街道", lambda one: str(one.township)),
}
"""By what the objects can be put in strata: code, name, and the stratum of an object."""


def object_rows(
    organ: Organ, matter: str, on: date, stratum: str = "risk", *, without: Collection[str] = ()
) -> list[dict[str, str]]:
    """The objects of an organ in one field on a day, in the order of their codes.

    Args:
        without: codes of objects that take no part, for instance those whose yearly cap is reached.
    """
    named = STRATA[stratum][1]
    rows = InspectionObject._base_manager.filter(withdrawn=False, organ=organ, listed_on__lte=on)
    current = rows.filter(Q(ended_on=None) | Q(ended_on__gt=on)).order_by("code")
    return [
        {
            "编号": one.code, "名称": _shown(one), "分层": named(one), "风险等级": one.risk, "信用等级": one.credit,
            "领域": matter,
        }
        for one in current.iterator(2000)
        if matter in one.matters and one.code not in without
    ]  # fmt: skip


def _shown(one: InspectionObject) -> str:
    return HIDDEN if one.kind == ObjectKind.INDIVIDUAL else one.name


def officer_rows(organ: Organ, matter: str, on: date, visits: Mapping[str, int]) -> list[dict[str, str]]:
    """The officers of an organ whose certificates cover a field, whether they hold on the day or not.

    Args:
        visits: how many visits each has made this year, by the number of the certificate.
    """
    gone = (CertificateStatus.REVOKED, CertificateStatus.LEFT)
    rows = Officer._base_manager.filter(withdrawn=False, organ=organ, issued_on__lte=on).exclude(
        status__in=gone, status_on__lte=on
    )
    return [
        {
            "证号": one.cert_no, "姓名": one.name, "领域": "、".join(one.matters), "有效期至": one.valid_to.isoformat(),
            "状态": "" if _not_suspended(one, on) else "暂扣", "回避": "、".join(one.recused),
            "已查次数": str(visits.get(one.cert_no, 0)),
        }
        for one in rows.order_by("cert_no")
        if not one.matters or matter in one.matters
    ]  # fmt: skip


def _not_suspended(one: Officer, on: date) -> bool:
    return one.valid_on(min(max(on, one.issued_on), one.valid_to))


def write_pools(
    organ: Organ,
    folder: Path,
    matter: str,
    on: date,
    *,
    stratum: str = "risk",
    visits: Mapping[str, int] | None = None,
    without: Collection[str] = (),
) -> tuple[int, int]:
    """Write both files into a folder; how many objects and officers.

    Raises:
        YifaError: there is no object or no officer, or the folder already holds a pool: that may be committed to.
    """
    taken = [name for name in (OBJECTS, OFFICERS) if (folder / name).exists()]
    if taken:
        raise YifaError(f"“{folder.name}”里已经有{'、'.join(taken)}。名录可能已经承诺公布，不能覆盖；请另建文件夹。")
    objects, officers = (
        object_rows(organ, matter, on, stratum, without=without),
        officer_rows(organ, matter, on, visits or {}),
    )
    for rows, what in ((objects, "检查对象"), (officers, "执法人员")):
        if not rows:
            raise YifaError(f"不能生成名录：{organ}在{on}没有“{matter}”领域的{what}。请先登记台账，或者核对领域名称。")
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / OBJECTS, objects)
    _write(folder / OFFICERS, officers)
    return len(objects), len(officers)


def _write(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    names: Iterable[str] = rows[0].keys()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(names), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
