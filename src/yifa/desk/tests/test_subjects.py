"""Long lists under their subjects: openings of cases, figures, registers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from tests.fixtures import Cast
from yifa.desk.subjects import _OF, SUBJECTS, by_subject, subject_of
from yifa.desk.tests.conftest import Office
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.registers import REGISTERS
from yifa.office.models import Person

SignIn = Callable[[Person], Client]
Enter = Callable[[Person], Page]


def declared() -> Iterator[type]:
    yield from (PROCEDURES.latest(key) for key in PROCEDURES.versions)
    yield from REGISTERS.all()


def test_everything_that_is_declared_has_a_subject_of_its_area() -> None:
    areas = {each.__module__.removeprefix("yifa.areas.").split(".")[0] for each in declared()}
    assert areas <= _OF.keys()
    assert {subject_of(each) for each in declared()} == set(SUBJECTS)


def test_the_packages_of_the_table_exist() -> None:
    packages = {".".join(each.__module__.removeprefix("yifa.areas.").split(".")[:2]) for each in declared()}
    assert {name for name in _OF if "." in name} <= packages


def test_subjects_stand_in_the_order_of_the_office_and_empty_ones_are_left_out() -> None:
    found = [PROCEDURES.latest(key) for key in ("penalty", "reconsideration", "summary_penalty")]
    assert [(subject, [each.key for each in shown]) for subject, shown in by_subject(found, lambda each: each)] == [
        ("行政复议", ["reconsideration"]),
        ("处罚与强制", ["penalty", "summary_penalty"]),
    ]


@pytest.mark.django_db
def test_what_a_person_handles_stands_first_among_the_openings(office: Office, signed_in: SignIn) -> None:
    client = signed_in(office.handler)
    assert "您常办的" not in client.get("/cases/new/").content.decode()
    office.received()
    page = client.get("/cases/new/").content.decode()
    usual = page[page.index("您常办的") : page.index("data-find-group")]
    assert f"/cases/new/toy/{office.organ.pk}/receive/" in usual
    assert "/cases/new/reconsideration/" not in usual


@pytest.mark.django_db
def test_a_subject_of_figures_opens_its_first_owner_and_offers_the_others(cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.handler).get("/figures/?owner=penalty").content.decode()
    assert 'aria-current="true">处罚与强制' in page
    assert 'aria-current="page">行政处罚（普通程序）' in page
    assert "owner=reconsideration" in page
    assert "owner=summary_penalty" in page
    assert "owner=reconsideration_reply" not in page


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_word_narrows_the_openings_and_enter_goes_to_the_first(cast: Cast, enter: Enter) -> None:
    page = enter(cast.handler)
    page.goto("/cases/new/")
    box = page.get_by_role("searchbox", name="找程序")
    box.fill("简易程序")
    expect(page.locator("[data-find-line]:visible")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("[data-find-line]:visible a").first).to_be_focused()
    box.fill("没有这样的词")
    expect(page.get_by_text("没有这样的程序")).to_be_visible()
    box.fill("")
    assert page.locator("[data-find-line]:visible").count() > 30


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_subject_finds_its_registers(cast: Cast, enter: Enter) -> None:
    page = enter(cast.handler)
    page.goto("/registers/")
    page.get_by_role("searchbox", name="找台账").fill("政府合同")
    expect(page.get_by_role("link", name="合同范本库")).to_be_visible()
    expect(page.get_by_role("link", name="学法台账")).to_be_hidden()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_open_tab_stands_in_view_on_a_phone(cast: Cast, enter: Enter) -> None:
    page = enter(cast.handler)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/figures/?owner=supervision_case")
    for current in page.locator(".yf-tabs [aria-current], .pg-owners [aria-current]").all():
        box = current.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
