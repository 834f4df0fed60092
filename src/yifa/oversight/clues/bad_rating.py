"""An enterprise says that officers showed no certificate or asked for money or services (bad_rating)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from yifa.areas.enforcement.bases import VISITS
from yifa.areas.enforcement.inspection.models import Rating
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import CHUNK


def _find(look: Look) -> Iterator[Found]:
    bad = Q(charged=True) | Q(showed=False) | Q(stars=1)
    rows = Rating._base_manager.filter(bad)
    if look.organs is not None:
        rows = rows.filter(case__organ_id__in=look.organs)
    fields = ("case_id", "case__organ_id", "case__visited_on", "stars", "charged", "showed")
    for case, organ, on, stars, charged, showed in rows.values_list(*fields).iterator(chunk_size=CHUNK):
        said = [f"总体评价{stars}分（满分5分）"]
        said += ["反映收费、指定服务或者其他要求"] if charged else []
        said += ["反映没有出示执法证件"] if showed is False else []
        yield Found(f"case:{case}", organ, f"企业对检查的评价：{'，'.join(said)}。", on, case)


CLUE = Clue(
    code="bad_rating", label="企业反映不当行为", basis=(VISITS,),
    looks_at="企业扫码评价（被检查机关看不到）", severity=Severity.PLAIN, find=_find, reads=("inspection",),
    act_kind="inspection", problem="manner", confidential=True,
)  # fmt: skip
