"""A body entered an enterprise more often in a year than its cap allows (over_cap)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from yifa.areas.enforcement.bases import VISITS
from yifa.areas.enforcement.inspection.choices import Kind
from yifa.areas.enforcement.inspection.defaults import DEFAULTS
from yifa.areas.enforcement.inspection.frequency import occupying
from yifa.office.models import Organ
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import CHUNK


def _find(look: Look) -> Iterator[Found]:
    places = dict(Organ.objects.values_list("pk", "place__code"))
    counts = {code: DEFAULTS.at(code).flag("case_counts_to_cap") for code in set(places.values())}
    rows = look.cases("inspection").filter(occupying(case_counts=True), visited_on__lte=look.on)
    rows = rows.exclude(object_code="").order_by("organ_id", "object_code", "visited_on", "pk")
    used: Counter[tuple[int, str, int]] = Counter()
    fields = ("pk", "organ_id", "object_code", "visited_on", "freq_cap", "kind")
    for pk, organ, code, on, cap, kind in rows.values_list(*fields).iterator(chunk_size=CHUNK):
        if kind == Kind.CASE and not counts[places[organ]]:
            continue
        key = (organ, code, on.year)
        used[key] += 1
        if cap is not None and used[key] > cap:
            text = f"{on}入企，是本机关{on.year}年对该对象的第{used[key]}次，公布的上限是{cap}次。"
            yield Found(f"case:{pk}", organ, text, on, pk)


CLUE = Clue(
    code="over_cap", label="超过年度检查频次上限", basis=(VISITS,),
    looks_at="入企检查：对象、检查日期、频次上限、豁免（上级部署的专项不计；个案检查按本地口径）",
    severity=Severity.GRAVE, find=_find, reads=("inspection",), act_kind="inspection", version=2,
)  # fmt: skip
