"""Places, organs and people of the demonstration county."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password

from yifa.office.codes import CREDIT_ALPHABET, credit_check_character
from yifa.office.models import Organ, OrganKind, Person, Place, Post
from yifa.office.roles import Role
from yifa.papers.models import OrganMark

SOURCE = Path(__file__).resolve().parent.parent / "data" / "demo" / "place.yaml"
SINCE = date(2023, 1, 1)
"""Since when everybody holds their post."""


@dataclass
class County:
    """The county in use: its organs and people by short name and login."""

    place: Place
    government: Organ
    bureau: Organ
    departments: list[Organ] = field(default_factory=list)
    weights: list[int] = field(default_factory=list)
    townships: list[Organ] = field(default_factory=list)
    people: dict[str, Person] = field(default_factory=dict)
    clerks: dict[int, Person] = field(default_factory=dict)
    checkers: dict[int, Person] = field(default_factory=dict)
    heads: dict[int, Person] = field(default_factory=dict)

    @property
    def organs(self) -> list[Organ]:
        """Every organ of the county."""
        return [self.government, self.bureau, *self.departments, *self.townships]


@cache
def source() -> dict[str, Any]:
    """The invented county as its file tells it."""
    data: dict[str, Any] = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return data


def build(random: Random, password: str) -> County:
    """Enter the county; every login gets the same password."""
    data = source()
    place = Place.objects.create(code=data["county"]["code"], name=data["county"]["name"], level="county")
    government = _organ(place, data["government"], OrganKind.GOVERNMENT, random)
    bureau = _organ(place, data["bureau"], OrganKind.JUSTICE, random, government)
    county = County(place, government, bureau)
    for entry in data["departments"]:
        county.departments.append(_organ(place, entry, OrganKind.DEPARTMENT, random, government))
        county.weights.append(entry["weight"])
    for entry in data["townships"]:
        county.townships.append(_township(place, entry, government, random))
    hashed = make_password(password)  # slow on purpose, so once for all
    for entry in data["people"]:
        _person(county, entry, hashed)
    _staff(county, hashed)
    return county


def _organ(place: Place, entry: dict[str, Any], kind: str, random: Random, parent: Organ | None = None) -> Organ:
    organ = Organ.objects.create(
        place=place, name=entry["name"], short_name=entry["short"], kind=kind, mark=entry["mark"],
        parent=parent, credit_code=_credit_code(place, random),
    )  # fmt: skip
    for work, mark in entry.get("marks", {}).items():
        OrganMark.objects.create(organ=organ, work=work, mark=mark)
    return organ


def _township(county: Place, entry: dict[str, Any], government: Organ, random: Random) -> Organ:
    place = Place.objects.create(code=entry["code"], name=entry["name"], level="township", parent=county)
    name = f"{county.name}{entry['name']}人民政府"
    data = {"name": name, "short": entry["name"], "mark": f"洪{entry['name'][0]}"}
    return _organ(place, data, OrganKind.TOWNSHIP, random, government)


def _credit_code(place: Place, random: Random) -> str:
    """A code of the form of an organ's (机关 11), with a right check character."""
    body = f"11{place.code[:6]}" + "".join(random.choices(CREDIT_ALPHABET[:10], k=9))
    return body + credit_check_character(body)


def _person(county: County, entry: dict[str, Any], hashed: str) -> Person:
    user_model: Any = get_user_model()
    administrator = entry["role"] == Role.ADMINISTRATOR
    user = user_model.objects.create(
        username=entry["login"], password=hashed, is_staff=administrator, is_superuser=administrator
    )
    person = Person.objects.create(user=user, name=entry["name"])
    county.people[entry["login"]] = person
    _post(county, person, entry)
    return person


def _post(county: County, person: Person, entry: dict[str, Any]) -> None:
    organ, role = next(o for o in county.organs if o.short_name == entry["organ"]), entry["role"]
    reach = entry.get("reach", "own")
    Post.objects.create(person=person, organ=organ, role=role, title=entry["title"], since=SINCE, reach=reach)
    firsts = {Role.HANDLER: county.clerks, Role.REVIEWER: county.checkers, Role.ORGAN_HEAD: county.heads}
    firsts.get(Role(role), {}).setdefault(organ.pk, person)


def _staff(county: County, hashed: str) -> None:
    """Every organ has a clerk who answers for it, a second person who checks, and a head; nobody's post is doubled."""
    for entry in source()["also"]:
        for role in entry["roles"]:
            _post(county, county.people[entry["login"]], entry | {"role": role})
    for kind, people in (("clerk", county.clerks), ("checker", county.checkers), ("head", county.heads)):
        for number, organ in enumerate(county.organs, 1):
            _staffed(county, organ, source()["staff"][kind], people, (number, hashed))


def _staffed(
    county: County, organ: Organ, staff: dict[str, Any], people: dict[int, Person], login: tuple[int, str]
) -> None:
    number, hashed = login
    held = set(Post.objects.filter(organ=organ).values_list("role", flat=True))
    roles = [role for role in staff["roles"] if role not in held]
    if organ.pk not in people:
        name = f"{organ.short_name}{staff['name']}"
        entry = {
            "login": f"{staff['login']}{number:02}",
            "name": name,
            "organ": organ.short_name,
            "title": staff["title"],
        }
        people[organ.pk] = _person(county, entry | {"role": roles.pop(0)}, hashed)
    for role in roles:
        _post(county, people[organ.pk], {"organ": organ.short_name, "role": role, "title": staff["title"]})
