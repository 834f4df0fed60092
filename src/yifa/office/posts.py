"""What a person holds on a day: posts of their own and those they stand in for (任职与代理)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any, TypeVar

from django.db import connection, models
from django.db.models import Q, QuerySet

from yifa.office.models import Delegation, Organ, Person, Place, Post, Reach
from yifa.office.roles import REACHING, Role

_M = TypeVar("_M", bound=models.Model)


def posts_of(person: Person, on: date) -> list[Post]:
    """The posts in which a person may act on a day, delegated ones included, each once."""
    statement, slots = _statement()
    given: dict[str, Any] = {"person": person.pk, "day": on.isoformat()}
    with connection.cursor() as cursor:
        cursor.execute(statement, [given[slot] for slot in slots])
        rows = cursor.fetchall()
    return [_post(row) for row in rows]


def _held(person: int, on: date) -> QuerySet[Post]:
    stood_in_for = Delegation.objects.on(on).filter(person=person).values("post")
    held = Post.objects.on(on).filter(Q(person=person) | Q(pk__in=stood_in_for))
    return held.select_related("organ").order_by("pk")


@cache
def _statement() -> tuple[str, tuple[str, ...]]:
    """The query in words with what each of its values is: every page asks it, and wording it costs more than asking."""
    person, day = 987_654_321, date(1803, 3, 3)
    statement, values = _held(person, day).query.sql_with_params()
    return statement, tuple("person" if value == person else "day" for value in values)


def _post(row: Sequence[Any]) -> Post:
    own = len(Post._meta.concrete_fields)
    post = _made(Post, row[:own])
    post.organ = _made(Organ, row[own:])
    return post


def _made(model: type[_M], row: Sequence[Any]) -> _M:
    """A row of the database as an instance; SQLite gives days as text."""
    fields = model._meta.concrete_fields
    values = [field.to_python(value) for field, value in zip(fields, row, strict=True)]
    return model.from_db(connection.alias, [field.attname for field in fields], values)


def roles_of(person: Person, organ: Organ, on: date) -> set[Role]:
    """The roles a person holds at an organ on a day.

    A role binds to the post's own organ, however far the post may see; only supervision and
    administration (`REACHING`) are held at every organ the post reaches.
    """
    roles: set[Role] = set()
    for post in posts_of(person, on):
        role = Role(post.role)
        if post.organ_id == organ.pk or (role in REACHING and organ.pk in reached([post])):
            roles.add(role)
    return roles


def holds(person: Person, role: Role, organ: Organ, on: date) -> bool:
    """Whether a person holds a role at an organ on a day."""
    return role in roles_of(person, organ, on)


def reached(posts: Iterable[Post]) -> frozenset[int]:
    """The ids of all organs that these posts let their holder see."""
    own: set[int] = set()
    above: set[int] = set()
    places: set[int] = set()
    for post in posts:
        own.add(post.organ_id)
        if post.reach == Reach.SUBORDINATES:
            above.add(post.organ_id)
        elif post.reach == Reach.PLACE:
            places.add(post.organ.place_id)
    seen = own | _with_all_below(Organ, above)
    if within := _with_all_below(Place, places):
        seen |= set(Organ.objects.filter(place__in=within).values_list("pk", flat=True))
    return frozenset(seen)


def _with_all_below(model: type[Organ] | type[Place], roots: set[int]) -> set[int]:
    """The ids and those of everything below them, one query a level."""
    found, level = set(roots), set(roots)
    while level:
        below = model._default_manager.filter(parent__in=level).values_list("pk", flat=True)
        level = set(below) - found
        found |= level
    return found
