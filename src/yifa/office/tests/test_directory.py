"""Places, organs and delegations refuse what cannot be, in Chinese."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.fixtures import Cast
from yifa.office.models import Delegation, Organ, Place, Post
from yifa.office.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.data]


def test_the_level_of_a_place_is_the_one_its_code_says() -> None:
    with pytest.raises(ValidationError, match="是县级的代码"):
        Place(code="419001", name="洪河县", level="city").full_clean()


def test_the_parent_of_a_place_is_above_it(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="不高于本级"):
        Place(code="419002", name="平川县", level="county", parent=cast.county).full_clean()


def test_an_organ_is_not_above_itself(cast: Cast) -> None:
    cast.government.parent = cast.justice
    with pytest.raises(ValidationError, match="不能是自己的上级"):
        cast.government.full_clean()


def test_an_organ_without_a_credit_code_is_possible_more_than_once(cast: Cast) -> None:
    assert Organ.objects.filter(credit_code__isnull=True).count() == 3


def test_a_post_does_not_end_before_it_begins(cast: Cast) -> None:
    post = Post(
        person=cast.handler,
        organ=cast.justice,
        role=Role.HANDLER,
        since=date(2026, 3, 2),
        until=date(2026, 3, 1),
    )
    with pytest.raises(ValidationError, match="免职日期早于任职日期"):
        post.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        post.save()


def test_nobody_deputises_for_himself(cast: Cast) -> None:
    day = date(2026, 11, 1)
    delegation = Delegation(post=cast.head.posts.get(), person=cast.head, since=day, until=day, reason="出差")
    with pytest.raises(ValidationError, match="不能是本人"):
        delegation.full_clean()
