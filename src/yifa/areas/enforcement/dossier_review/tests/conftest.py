"""The county of supervision, and a round of reviewing paper dossiers there."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.dossier_review.sampling import digest_of_secret
from yifa.areas.enforcement.dossier_review.sheet import sheet_for
from yifa.areas.enforcement.supervision.tests.conftest import County, county, fresh
from yifa.kernel.engine import new_case
from yifa.kernel.models import Case

__all__ = ["SECRET", "County", "begun", "county", "drawn", "frame", "fresh", "scores"]

SECRET = "3f" * 32


def frame(county: County, each: int = 6) -> list[dict[str, str]]:
    """Paper dossiers of two bodies and two kinds."""
    return [
        {"code": f"{organ.mark}{kind}{n}号", "organ": organ.name, "kind": kind}
        for organ in (county.city, county.market) for kind in ("penalty", "inspection") for n in range(1, each + 1)
    ]  # fmt: skip


def scores(kind: str, **down: str) -> list[dict[str, str]]:
    """A sheet with full points, marked down where said: `P01="5"`."""
    return [
        row | ({"points": down[row["item"]], "note": "不规范"} if row["item"] in down else {})
        for row in sheet_for(kind).blank()
    ]


def begun(county: County) -> Any:
    """A round whose list was frozen on 2026-07-08."""
    case = new_case("dossier_review", county.bureau, date(2026, 7, 6))
    plan = {
        "title_text": "2026年上半年案卷评查", "period_from": "2026-02-01", "period_to": "2026-06-30",
        "bodies": [{"organ": county.city.name}, {"organ": county.market.name}], "per_stratum": 2, "rectify_days": 30,
        "plan_text": "一卷一表", "public_source": "双色球第2026078期红球号码",
    }  # fmt: skip
    county.take(case, "plan", "2026-07-06", plan)
    county.take(fresh(case), "approve", "2026-07-07")
    told = {"secret_digest": digest_of_secret(SECRET), "frame": frame(county)}
    county.take(fresh(case), "freeze", "2026-07-08", told)
    return fresh(case)


def drawn(county: County) -> tuple[Any, list[Case]]:
    """A round that was drawn on 2026-07-10, and its dossiers."""
    case = begun(county)
    county.take(case, "draw", "2026-07-10", {"secret": SECRET, "public_value": "080912172833"})
    return fresh(case), list(Case.objects.filter(procedure="dossier_score").order_by("pk"))
