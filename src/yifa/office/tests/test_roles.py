"""Who holds which role where, on which day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fixtures import TODAY, Cast, employ
from yifa.office.models import Delegation, Organ, Place, Reach
from yifa.office.posts import holds, posts_of, reached, roles_of
from yifa.office.roles import DEFINITIONS, RECORDED_FOR, Role, recorders

pytestmark = pytest.mark.django_db


def test_a_role_is_held_at_the_own_organ_only(cast: Cast) -> None:
    assert roles_of(cast.handler, cast.government, TODAY) == {Role.HANDLER}
    assert roles_of(cast.handler, cast.justice, TODAY) == set()


def test_a_post_counts_from_its_first_to_its_last_day(cast: Cast) -> None:
    person = employ("reviewer", "吴静", cast.justice, Role.REVIEWER, since=date(2026, 3, 1), until=date(2026, 6, 30))
    held = [
        holds(person, Role.REVIEWER, cast.justice, day)
        for day in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 6, 30), date(2026, 7, 1))
    ]
    assert held == [False, True, True, False]


def test_a_delegate_holds_the_role_for_the_period_only(cast: Cast) -> None:
    post = cast.head.posts.get()
    Delegation.objects.create(
        post=post,
        person=cast.handler,
        since=date(2026, 11, 18),
        until=date(2026, 11, 20),
        reason="外出培训",
    )
    assert roles_of(cast.handler, cast.government, date(2026, 11, 20)) == {
        Role.HANDLER,
        Role.ORGAN_HEAD,
    }
    assert roles_of(cast.handler, cast.government, date(2026, 11, 21)) == {Role.HANDLER}


def test_a_delegation_ends_with_the_post_it_stands_in_for(cast: Cast) -> None:
    post = cast.head.posts.get()
    post.until = date(2026, 11, 19)
    post.save()
    Delegation.objects.create(post=post, person=cast.handler, since=date(2026, 11, 1), until=TODAY, reason="出差")
    assert not holds(cast.handler, Role.ORGAN_HEAD, cast.government, TODAY)


def test_to_see_subordinates_is_not_to_decide_for_them(cast: Cast) -> None:
    mayor = employ("mayor", "冯县长", cast.government, Role.ORGAN_HEAD, reach=Reach.SUBORDINATES)
    assert holds(mayor, Role.ORGAN_HEAD, cast.government, TODAY)
    assert not holds(mayor, Role.ORGAN_HEAD, cast.management, TODAY)
    assert cast.management.pk in reached(posts_of(mayor, TODAY))


def test_supervision_is_held_wherever_the_post_reaches(cast: Cast) -> None:
    supervisor = employ("supervisor", "钱监督", cast.justice, Role.SUPERVISOR, reach=Reach.PLACE)
    assert holds(supervisor, Role.SUPERVISOR, cast.management, TODAY)


def test_reach_over_a_place_includes_the_townships_below_it(cast: Cast) -> None:
    town = Place.objects.create(code="419001102", name="青石镇", level="township", parent=cast.county)
    organ = Organ.objects.create(place=town, name="洪河县青石镇人民政府", short_name="青石镇", kind="township")
    other = Place.objects.create(code="419002", name="平川县", level="county")
    outside = Organ.objects.create(place=other, name="平川县人民政府", short_name="平川县政府", kind="government")
    person = employ("publisher", "陈档", cast.justice, Role.PUBLISHER, reach=Reach.PLACE)
    seen = reached(posts_of(person, TODAY))
    assert organ.pk in seen
    assert outside.pk not in seen


def test_every_role_has_a_definition() -> None:
    assert set(DEFINITIONS) == set(Role)
    assert all(role.definition.endswith("。") for role in Role)


def test_acts_of_outsiders_are_recorded_by_the_handler() -> None:
    assert recorders(Role.APPLICANT) == {Role.APPLICANT, Role.HANDLER}
    assert recorders(Role.REVIEWER) == {Role.REVIEWER}
    assert set(RECORDED_FOR.values()) == {Role.HANDLER}


def test_the_posts_of_two_people_are_asked_in_the_same_words_and_answered_apart(cast: Cast) -> None:
    """The query is worded once a process; only its values change."""
    mine, theirs = (posts_of(person, TODAY) for person in (cast.handler, cast.head))
    assert {post.person_id for post in mine} == {cast.handler.pk}
    assert {post.person_id for post in theirs} == {cast.head.pk}
    assert mine[0].organ.name
    assert mine[0].since <= TODAY
    assert not posts_of(cast.handler, date(1990, 1, 1))
