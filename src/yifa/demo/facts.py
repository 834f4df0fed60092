"""Who complains of what (案情): people and acts of the demonstration county, all invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from yifa.demo.place import County
from yifa.office.models import Organ

SOURCE = Path(__file__).resolve().parent.parent / "data" / "demo" / "acts.yaml"
AREA = "130999"
"""The first six digits of everybody's identity number: a division code assigned to no place."""


@cache
def catalogue() -> dict[str, Any]:
    """The invented acts and names."""
    data: dict[str, Any] = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return data


@dataclass
class Facts:
    """The facts of one case before it is told."""

    respondent: Organ | None = None
    act: dict[str, Any] = field(default_factory=dict)
    applicants: list[dict[str, Any]] = field(default_factory=list)
    title: str = ""

    @property
    def kind(self) -> str:
        """The kind of the act."""
        return str(self.act["kind"])

    def application(self, received: date, random: Random) -> dict[str, Any]:
        """The fields that an application in order brings."""
        known = received - timedelta(random.randint(12, 45))
        fields: dict[str, Any] = {
            "applicants": self.applicants, "applicant_count": len(self.applicants),
            "channel": random.choice(("in_person", "in_person", "post", "internet")),
            "respondent": self.respondent, "respondent_kind": self.relation, "act_kind": self.kind,
            "act_domain": self.act["domain"], "act_title": self.title, "claims": self.act["claims"],
            "reasons": self.act["reasons"], "mandatory_first": self.mandatory_first,
            "real_estate": bool(self.act.get("real_estate")),
        }  # fmt: skip
        if self.kind == "omission":
            return fields | {"omission": True, "requested_on": received - timedelta(random.randint(75, 110))}
        return fields | {
            "act_made_on": known - timedelta(random.randint(0, 4)), "known_by": "direct", "known_on": known,
            "known_evidence": "送达回证", "remedy_told": True,
        }  # fmt: skip

    @property
    def relation(self) -> str:
        """What the respondent is to the county government."""
        assert self.respondent is not None
        return "lower" if self.respondent.kind == "township" else "department"

    @property
    def mandatory_first(self) -> str:
        """Whether reconsideration must come before litigation."""
        if self.act.get("on_spot"):
            return "on_spot"
        return self.kind if self.kind in ("omission", "disclosure", "resource") else "no"


def draw(county: County, random: Random, year: int, wanted: Callable[[dict[str, Any]], bool] | None = None) -> Facts:
    """Facts by the weights of the departments; `wanted` says which acts fit the story."""
    organs = [*county.departments, *county.townships]
    weights = [*county.weights, *(2 for _ in county.townships)]
    choices = [
        (organ, act, weight)
        for organ, weight in zip(organs, weights, strict=True)
        for act in catalogue()["acts"].get(organ.short_name) or catalogue()["acts"]["乡镇"]
        if wanted is None or wanted(act)
    ]
    organ, act, _ = random.choices(choices, [weight for *_, weight in choices])[0]
    title = act["title"].format(y=year, n=random.randint(1, 400), t=organ.short_name[0])
    return Facts(organ, act, applicants(random, act), title)


def applicants(random: Random, act: dict[str, Any], number: int = 0) -> list[dict[str, Any]]:
    """One applicant, seldom more; sometimes a company."""
    if not number and act["domain"] in ("market", "environment", "transport", "finance") and random.random() < 0.35:
        name = random.choice(catalogue()["companies"])
        return [{"name": name, "kind": "legal_person", "representative": person(random)["name"]}]
    return [person(random) for _ in range(number or random.choice((1, 1, 1, 1, 1, 1, 2)))]


def person(random: Random) -> dict[str, Any]:
    """An invented citizen; the identity number has a right check character and a division code of no place."""
    source = catalogue()
    female = random.random() < 0.45
    born = date(1950, 1, 1) + timedelta(random.randrange(19000))
    order = random.randrange(1, 500) * 2 - female
    body = f"{AREA}{born:%Y%m%d}{order:03}"
    village = random.choice(source["villages"])
    return {
        "name": random.choice(source["surnames"]) + random.choice(source["given"]), "kind": "citizen",
        "gender": "female" if female else "male", "id_number": body + _check_character(body),
        "address": f"洪河县{village}{random.randint(1, 180)}号", "contact": f"0399-5{random.randrange(10**6):06}",
    }  # fmt: skip


def _check_character(body: str) -> str:
    """The check character of an identity number (GB 11643)."""
    total = sum(int(digit) * (1 << (17 - place)) for place, digit in enumerate(body))
    return "10X98765432"[total % 11]
