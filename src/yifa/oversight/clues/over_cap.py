"""A body entered an enterprise more often in a year than its cap allows (over_cap)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from yifa.areas.enforcement.bases import VISITS
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import CHUNK


def _find(look: Look) -> Iterator[Found]:
    own = Q(kind="daily") | Q(kind="special", superior=False)
    rows = look.cases("inspection").filter(
        own, mode="onsite", freq_exempt=False, freq_cap__isnull=False, visited_on__isnull=False
    )
    rows = rows.exclude(object_code="").order_by("organ_id", "object_code", "visited_on", "pk")
    used: Counter[tuple[int, str, int]] = Counter()
    fields = ("pk", "organ_id", "object_code", "visited_on", "freq_cap")
    for pk, organ, code, on, cap in rows.values_list(*fields).iterator(chunk_size=CHUNK):
        key = (organ, code, _year(on))
        used[key] += 1
        if used[key] > cap:
            text = f"{on}入企，是本机关{on.year}年对该对象的第{used[key]}次，公布的上限是{cap}次。"
            yield Found(f"case:{pk}", organ, text, on, pk)


def _year(day: date) -> int:
    return day.year


CLUE = Clue(
    code="over_cap", label="超过年度检查频次上限", basis=(VISITS,),
    looks_at="入企检查：对象、检查日期、频次上限、豁免（个案检查和上级部署的专项不计）", severity=Severity.GRAVE,
    find=_find, reads=("inspection",), act_kind="inspection",
)  # fmt: skip
