"""One party was fined twice for an act of one day and kind, by one body or by two (fined_twice)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from django.db.models import Count

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import yuan


def _find(look: Look) -> Iterator[Found]:
    fined = look.penalties().filter(fine_amount__gt=0, violation_date__isnull=False)
    fined = fined.exclude(party_id_no="").exclude(benchmark="").exclude(changed_by="revoked")
    key = ("party_id_no", "violation_date", "benchmark")
    twice = fined.values(*key).annotate(n=Count("pk")).filter(n__gt=1).order_by(*key)
    wanted = {tuple(group[name] for name in key) for group in twice}
    if not wanted:
        return
    numbers = {party for party, _, _ in wanted}
    rows = fined.filter(party_id_no__in=numbers).order_by(*key, "decision_date", "pk")
    fields = ("pk", "organ_id", "organ__short_name", "decision_date", "fine_amount", *key)
    for same, group in groupby(rows.values(*fields).iterator(), key=lambda row: tuple(row[name] for name in key)):
        if same in wanted:
            first, *others = group
            for row in others:
                text = (
                    f"同一当事人{row['violation_date']}的同一违法行为（{row['benchmark']}），"
                    f"{first['organ__short_name']}{first['decision_date']}已罚款{yuan(first['fine_amount'])}，"
                    f"{row['decision_date']}又罚款{yuan(row['fine_amount'])}。"
                )
                yield Found(f"case:{row['pk']}", row["organ_id"], text, row["decision_date"], row["pk"])


CLUE = Clue(
    code="fined_twice", label="一事再罚", basis=(PENALTY[29],),
    looks_at="处罚决定：当事人证件号码、违法行为编码和发生日、罚款", severity=Severity.GRAVE, find=_find,
    reads=("penalty",), problem="decision",
)  # fmt: skip
