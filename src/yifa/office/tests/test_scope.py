"""No row bound to an organ is reachable without a scope, and none beyond it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from threading import Thread

import pytest
from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from tests.fixtures import TODAY, Cast, employ
from yifa.office import scope
from yifa.office.middleware import ScopeMiddleware
from yifa.office.models import Post, Reach
from yifa.office.roles import Role
from yifa.office.scope import ScopedManager, UnscopedQuery

pytestmark = [pytest.mark.django_db, pytest.mark.data]


class Desk(Post):
    """A model bound to an organ: posts again, this time scoped."""

    objects = ScopedManager()

    class Meta:
        proxy = True
        app_label = "office_tests"

    @classmethod
    def scope_filter(cls, scope: scope.Scope) -> Q:
        return Q(organ_id__in=scope.organs)


def organs_seen() -> set[str]:
    return set(Desk.objects.values_list("organ__short_name", flat=True))


@pytest.mark.parametrize(
    "query",
    [
        lambda: Desk.objects.all()[:1],
        lambda: Desk.objects.order_by("pk").count(),
        lambda: Desk.objects.filter(role="handler").exists(),
        lambda: Desk.objects.get(pk=1),
        lambda: Desk.objects.update(title=""),
        lambda: Desk.objects.all().delete(),
        lambda: Desk.objects.bulk_update([], ["title"]),
        lambda: Desk.objects.aggregate(models.Count("pk")),
        lambda: Desk.objects.raw("SELECT * FROM office_post"),
        lambda: Desk.objects.create(title="x"),
        lambda: Desk.objects.bulk_create([]),
        lambda: Desk._default_manager.using("default"),
        lambda: scope.ScopedQuerySet(Desk),
    ],
)
def test_without_a_scope_no_query_can_even_be_built(query: Callable[[], object]) -> None:
    with pytest.raises(UnscopedQuery, match="没有指明以谁的身份查看"):
        query()


def test_the_handler_sees_the_organ_the_post_is_in(cast: Cast) -> None:
    with scope.of(cast.handler, on=TODAY):
        assert organs_seen() == {"县政府"}


def test_the_outsider_sees_none_of_it(cast: Cast) -> None:
    with scope.of(cast.outsider, on=TODAY):
        assert organs_seen() == {"城管局"}


def test_a_post_that_has_ended_opens_nothing(cast: Cast) -> None:
    with scope.of(cast.handler, on=date(2023, 12, 31)):
        assert organs_seen() == set()


def test_reach_widens_what_is_seen(cast: Cast) -> None:
    supervisor = employ("supervisor", "钱监督", cast.justice, Role.SUPERVISOR, reach=Reach.PLACE)
    with scope.of(supervisor, on=TODAY):
        assert organs_seen() == {"县政府", "县司法局", "城管局"}


def test_the_organ_switch_narrows_to_one_organ(cast: Cast) -> None:
    Post.objects.create(person=cast.handler, organ=cast.justice, role=Role.PUBLISHER, since=date(2024, 1, 1))
    with scope.of(cast.handler, on=TODAY):
        assert organs_seen() == {"县政府", "县司法局"}
    with scope.of(cast.handler, on=TODAY, organ=cast.justice):
        assert organs_seen() == {"县司法局"}
    with scope.of(cast.handler, on=TODAY, organ=cast.management):
        assert organs_seen() == set()


def test_system_administration_opens_no_records(cast: Cast) -> None:
    administrator = employ("administrator", "管理员", cast.government, Role.ADMINISTRATOR, reach=Reach.PLACE)
    with scope.of(administrator, on=TODAY):
        assert organs_seen() == set()


def test_updates_and_deletions_stop_at_the_border(cast: Cast) -> None:
    with scope.of(cast.outsider, on=TODAY):
        assert Desk.objects.update(title="改") == 1
        assert Desk.objects.filter(organ=cast.government).delete()[0] == 0
    assert set(Post.objects.filter(title="改").values_list("organ__short_name", flat=True)) == {"城管局"}
    assert Post.objects.filter(organ=cast.government).count() == 2


def test_a_row_beyond_the_border_does_not_exist(cast: Cast) -> None:
    beyond = Post.objects.get(person=cast.handler).pk
    with scope.of(cast.outsider, on=TODAY), pytest.raises(Desk.DoesNotExist):
        Desk.objects.get(pk=beyond)


def test_everything_needs_a_reason(cast: Cast) -> None:
    with scope.everything("夜间期限检查"):
        assert organs_seen() == {"县政府", "城管局"}
    with pytest.raises(ValueError, match="reason"):
        scope.everything(" ")


def test_hand_written_sql_needs_a_scope_over_everything(cast: Cast) -> None:
    with scope.of(cast.handler, on=TODAY), pytest.raises(UnscopedQuery):
        Desk.objects.raw("SELECT * FROM office_post")
    with scope.everything("测试"):
        assert len(list(Desk.objects.raw("SELECT * FROM office_post"))) == 3


def test_scopes_nest_and_come_back_even_after_an_error(cast: Cast) -> None:
    with scope.of(cast.handler, on=TODAY) as outer:
        with pytest.raises(RuntimeError), scope.everything("测试"):
            raise RuntimeError
        assert scope.current() is outer
    assert scope.current() is None


def test_a_queryset_keeps_the_scope_it_was_built_in(cast: Cast) -> None:
    with scope.of(cast.outsider, on=TODAY):
        rows = Desk.objects.all()
    with scope.everything("测试"):
        assert {row.organ.short_name for row in rows.order_by("pk")} == {"城管局"}


def test_a_new_thread_starts_without_a_scope(cast: Cast) -> None:
    seen: list[object] = []
    with scope.everything("测试"):
        thread = Thread(target=lambda: seen.append(scope.current()))
        thread.start()
        thread.join()
    assert seen == [None]


def test_two_tasks_do_not_see_each_other(cast: Cast) -> None:
    async def look(person: object) -> object:
        with scope.of(person, on=TODAY) as mine:  # type: ignore[arg-type]
            await asyncio.sleep(0)
            return scope.current() is mine

    async def both() -> list[object]:
        return list(await asyncio.gather(look(cast.handler), look(cast.outsider)))

    assert asyncio.run(both()) == [True, True]


def test_the_middleware_opens_the_scope_for_what_is_streamed_later(cast: Cast, rf: RequestFactory) -> None:
    request = rf.get("/")
    assert cast.handler.user is not None
    request.user = cast.handler.user
    request.session = {}  # type: ignore[assignment]

    def stream(request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(name for name in sorted(organs_seen()))

    def late(request: HttpRequest) -> StreamingHttpResponse:
        def lines() -> object:
            yield from sorted(organs_seen())

        return StreamingHttpResponse(lines())  # type: ignore[arg-type]

    for view in (stream, late):
        response = ScopeMiddleware(view)(request)
        assert scope.current() is None
        assert b"".join(response).decode() == "县政府"


def test_the_public_has_no_scope(rf: RequestFactory) -> None:
    from django.contrib.auth.models import AnonymousUser

    request = rf.get("/")
    request.user = AnonymousUser()

    def view(request: HttpRequest) -> HttpResponse:
        assert scope.current() is None
        return HttpResponse()

    ScopeMiddleware(view)(request)
