"""Queries that are worded once, the sessions read by one, and the connection that is looked at before it is used."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.fixtures import Cast
from yifa.office import scope
from yifa.office.models import Person
from yifa.office.sessions import SessionStore
from yifa.office.worded import MARK, Worded

pytestmark = [pytest.mark.django_db, pytest.mark.data]


def test_a_worded_query_answers_each_time_for_the_values_it_is_given(cast: Cast) -> None:
    named = Worded(lambda pk: Person.objects.filter(pk=pk).values_list("name"), pk=MARK)
    asked = [cast.handler, cast.head, cast.handler, cast.head, cast.handler]
    assert [named.rows(pk=person.pk) for person in asked] == [[(person.name,)] for person in asked]


def test_a_mark_that_the_statement_does_not_hold_is_refused() -> None:
    lost = Worded(lambda pk: Person.objects.filter(pk=F("pk")), pk=MARK)
    with pytest.raises(LookupError, match=str(MARK)):
        lost.rows(pk=1)


def test_a_scope_of_stand_ins_knows_organs_and_nothing_else() -> None:
    with scope.standing_in([1, 2]) as present:
        assert present.organs == {1, 2}
        assert not present.all
        with pytest.raises(LookupError):
            present.posts  # noqa: B018


def test_a_session_is_read_with_one_query_until_it_expires(cast: Cast) -> None:
    kept = SessionStore()
    kept["organ"] = 7
    kept.save()
    with CaptureQueriesContext(connection) as asked:
        assert SessionStore(kept.session_key)["organ"] == 7
    assert len(asked) == 1
    Session.objects.filter(pk=kept.session_key).update(expire_date=timezone.now() - timedelta(seconds=1))
    late = SessionStore(kept.session_key)
    assert late.get("organ") is None
    assert late.session_key is None


def test_a_session_that_never_was_is_empty() -> None:
    unknown = SessionStore("k" * 32)
    assert unknown.get("organ") is None
    assert unknown.session_key is None


@pytest.mark.skipif(connection.vendor != "postgresql", reason="只有 PostgreSQL 有可断开的连接")
@pytest.mark.django_db(transaction=True)
def test_a_connection_whose_server_went_away_is_found_out_before_the_next_request() -> None:
    User.objects.count()
    assert connection.is_usable()
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 10000)", [connection.connection.info.backend_pid])
    other.close()
    assert not connection.is_usable()
    connection.close()
    assert User.objects.count() >= 0
