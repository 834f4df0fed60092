"""What a person holds on a day: posts of their own and those they stand in for (任职与代理)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from yifa.office.models import Delegation, Organ, Person, Place, Post, Reach
from yifa.office.roles import REACHING, Role
from yifa.office.worded import MARK, MARK_DAY, Worded, made


def posts_of(person: Person, on: date) -> list[Post]:
    """The posts in which a person may act on a day, delegated ones included, each once."""
    own = len(Post._meta.concrete_fields)
    posts = []
    for row in _HELD.rows(person=person.pk, day=on.isoformat()):
        post = made(Post, row[:own])
        post.organ = made(Organ, row[own:])
        posts.append(post)
    return posts


def _held(person: int, day: date) -> QuerySet[Post]:
    stood_in_for = Delegation.objects.on(day).filter(person=person).values("post")
    held = Post.objects.on(day).filter(Q(person=person) | Q(pk__in=stood_in_for))
    return held.select_related("organ").order_by("pk")


_HELD = Worded(_held, person=MARK, day=MARK_DAY)


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
