"""What the present request or job may see (数据范围), enforced here and nowhere else.

A model whose manager is `ScopedManager` cannot be queried without a scope: building a queryset
raises `UnscopedQuery`, and inside a scope every queryset (reading, counting, updating, deleting)
is limited by the model's own `scope_filter`:

    class Case(models.Model):
        objects = ScopedManager()

        @classmethod
        def scope_filter(cls, scope: Scope) -> Q:
            return Q(organ_id__in=scope.organs)

    with scope.of(person, on=today):
        Case.objects.count()           # only what the person's posts reach
    with scope.everything("夜间期限检查"):
        Case.objects.count()           # all, and the code says why

The middleware opens the scope of whoever has signed in; the public has none. A queryset keeps the
scope it was built in. A new thread starts without one, so that nothing leaks from one to another.
Following a foreign key forward (`event.case`) is not filtered: whoever holds the row has seen it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cached_property
from typing import Any, Protocol, TypeVar, cast

from django.db import models
from django.db.models import Q
from django.db.models.sql import Query

from yifa.errors import YifaError
from yifa.office.models import Organ, Person, Post
from yifa.office.posts import posts_of, reached
from yifa.office.roles import Role

_T = TypeVar("_T")
_M = TypeVar("_M", bound=models.Model, covariant=True)


class UnscopedQuery(YifaError):
    """Rows bound to organs were asked for and nobody said on whose behalf."""

    def __init__(self, model: type[models.Model]) -> None:
        super().__init__(
            f"不能查询“{model._meta.verbose_name}”：没有指明以谁的身份查看。"
            "请先登录；后台任务请写明理由后使用全部数据范围。"
        )


class Scope:
    """What may be seen: of one person on one day, or everything for a stated reason.

    Attributes:
        person: on whose behalf; None where `all` holds.
        on: the day whose posts count.
        organ: the one organ the person has chosen to work for; None for all of them.
        reason: why everything may be seen.
    """

    def __init__(
        self,
        *,
        person: Person | None = None,
        on: date | None = None,
        organ: Organ | None = None,
        reason: str = "",
    ) -> None:
        self.person, self.on, self.organ, self.reason = person, on, organ, reason

    @property
    def all(self) -> bool:
        """Whether nothing is filtered."""
        return bool(self.reason)

    @cached_property
    def posts(self) -> list[Post]:
        """The posts the person holds that day, those stood in for included. Asked of the database once."""
        return [] if self.person is None or self.on is None else posts_of(self.person, self.on)

    @cached_property
    def organs(self) -> frozenset[int]:
        """The ids of the organs whose records may be seen. Asked of the database once.

        System administration is left out: it opens no case.
        """
        posts = [post for post in self.posts if post.role != Role.ADMINISTRATOR]
        if self.organ is not None:
            posts = [post for post in posts if post.organ_id == self.organ.pk]
        return reached(posts)

    def carry(self, parts: Iterable[_T]) -> Iterator[_T]:
        """Produce `parts` inside this scope though consumed outside, as streamed pages are."""
        iterator = iter(parts)
        while True:
            with entered(self):
                try:
                    part = next(iterator)
                except StopIteration:
                    return
            yield part


_current: ContextVar[Scope | None] = ContextVar("yifa_scope", default=None)


def current() -> Scope | None:
    """The scope now open, or None."""
    return _current.get()


@contextmanager
def entered(scope: Scope) -> Iterator[Scope]:
    """Open a scope that was made before; the one outside comes back afterwards."""
    token = _current.set(scope)
    try:
        yield scope
    finally:
        _current.reset(token)


def of(person: Person, on: date, organ: Organ | None = None) -> AbstractContextManager[Scope]:
    """What a person may see on a day, in all their posts or only those in one organ."""
    return entered(Scope(person=person, on=on, organ=organ))


def everything(reason: str) -> AbstractContextManager[Scope]:
    """No limit, for a job that belongs to no person. The reason is for whoever reads the code.

    Raises:
        ValueError: no reason given.
    """
    if not reason.strip():
        raise ValueError("a reason is required to see everything")
    return entered(Scope(reason=reason))


class _StandIns(Scope):
    """Organs that stand for others; a filter that asks for anything else cannot be worded with them."""

    def __init__(self, organs: Iterable[int]) -> None:
        super().__init__()
        self.organs = frozenset(organs)

    @cached_property
    def posts(self) -> list[Post]:
        raise LookupError("a query that is worded once knows the organs of its scope only")


def standing_in(organs: Iterable[int]) -> AbstractContextManager[Scope]:
    """The scope in which a query is put into words (`Worded`) with marks in place of the organs asked for later.

    Raises:
        LookupError: from a scope filter that asks for more than `Scope.organs`.
    """
    return entered(_StandIns(organs))


class Scoped(Protocol):
    """What a model with a `ScopedManager` must offer."""

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """Which rows the scope may see. Not asked when it may see everything."""


class ScopedQuerySet(models.QuerySet[_M]):
    """A queryset that cannot be built without a scope and never leaves it."""

    def __init__(
        self,
        model: type[_M] | None = None,
        query: Query | None = None,
        using: str | None = None,
        hints: dict[str, models.Model] | None = None,
    ) -> None:
        super().__init__(model=model, query=query, using=using, hints=hints)
        if model is None or query is not None:  # a copy of one that was limited when it was built
            return
        scope = current()
        if scope is None:
            raise UnscopedQuery(model)
        if not scope.all:
            self.query.add_q(cast(type[Scoped], model).scope_filter(scope))

    def raw(self, *args: Any, **kwargs: Any) -> models.query.RawQuerySet[Any]:
        """Hand-written SQL cannot be limited, so it needs a scope over everything."""
        scope = current()
        if scope is None or not scope.all:
            raise UnscopedQuery(self.model)
        return super().raw(*args, **kwargs)


class ScopedManager(models.Manager[_M]):
    """The manager of every model whose rows belong to an organ."""

    _queryset_class = ScopedQuerySet

    def get_queryset(self) -> ScopedQuerySet[_M]:
        """The rows of the current scope.

        Raises:
            UnscopedQuery: no scope is open.
        """
        queryset: ScopedQuerySet[_M] = self._queryset_class(self.model, using=self._db)
        return queryset
