"""常用意见 on the desk: what is offered, put into the letter with and without scripts, taken into the library."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.fixtures import Cast, employ
from yifa.areas.rulemaking.opinion_library.models import OpinionBlock
from yifa.areas.rulemaking.opinion_library.offering import promote
from yifa.desk.tests.test_review_desk import Review
from yifa.kernel.models import Case
from yifa.office import scope
from yifa.office.models import Person
from yifa.office.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.data]
SignIn = Callable[[Person], Client]
WORDS = "处罚幅度没有上位法依据，建议删除。"


@pytest.fixture
def review(cast: Cast) -> Review:
    """A document under review, and a library with one opinion."""
    review = Review(cast)
    with scope.everything("测试"):
        told = {"text": WORDS, "basis": "《行政处罚法》第十六条", "severity": "must", "category": "authority"}
        promote(cast.justice, "normative_document", told, by=None, at=timezone.now())
    return review


def test_the_opinions_on_offer_are_a_page_and_a_part(review: Review, signed_in: SignIn) -> None:
    client, address = signed_in(review.first), reverse("review_library", args=[review.case.pk])
    page = client.get(address).content.decode()
    assert WORDS in page
    assert "写入意见书" in page
    part = client.get(address, {"near": "罚款", "clause": "penalty"}, headers={"HX-Request": "true"}).content.decode()
    assert WORDS in part
    assert "<html" not in part
    assert WORDS not in client.get(address, {"q": "没有这个词"}).content.decode()
    assert client.get(address, {"format": "json"}).json()["offers"][0]["severity"] == "must"


def test_without_scripts_an_offer_goes_into_the_letter_at_once(review: Review, signed_in: SignIn) -> None:
    address = reverse("review_take", args=[review.case.pk])
    told = {"text": WORDS, "basis": "《行政处罚法》第十六条", "severity": "must", "category": "authority"}
    page = signed_in(review.first).post(address, told, follow=True).content.decode()
    assert "已写入意见书" in page
    with scope.everything("测试"):
        (row,) = Case.objects.get(pk=review.case.pk).record.opinions
    assert (row["text"], row["severity"], row["seq"]) == (WORDS, "must", "1")


def test_an_opinion_is_taken_into_the_library_once(review: Review, signed_in: SignIn) -> None:
    client, address = signed_in(review.second), reverse("review_keep", args=[review.case.pk])
    told = {"text": "第三条“须缴纳”：收费没有依据，建议删除。", "severity": "不是程度"}
    assert client.post(address, told, headers={"X-Requested-With": "fetch"}).status_code == 204
    assert "已收入意见库" in client.post(address, told, follow=True).content.decode()
    with scope.everything("测试"):
        assert OpinionBlock.objects.count() == 2
        block = OpinionBlock.objects.latest("pk")
    assert (block.text, block.severity, block.clause) == ("收费没有依据，建议删除。", "should", "penalty")
    refused = client.post(address, {"text": "长" * 600}, headers={"X-Requested-With": "fetch"})
    assert (refused.status_code, "意见" in refused.content.decode()) == (422, True)


def test_who_only_looks_on_is_offered_nothing_to_do(review: Review, cast: Cast, signed_in: SignIn) -> None:
    watcher = employ("watcher", "严监督", cast.justice, Role.SUPERVISOR)
    client, pk = signed_in(watcher), review.case.pk
    page = client.get(reverse("review_library", args=[pk])).content.decode()
    assert WORDS in page
    assert "写入意见书</button>" not in page
    assert "收入意见库</button>" not in page
    assert client.post(reverse("review_take", args=[pk]), {"text": WORDS}).status_code == 403
    assert client.post(reverse("review_keep", args=[pk]), {"text": WORDS}).status_code == 403
    assert signed_in(cast.outsider).get(reverse("review_library", args=[pk])).status_code == 404
