"""A phone in Chromium with an officer at it (手机), for every test of the pages outside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect

from tests.fixtures import PATIENCE
from yifa.areas.enforcement.summary_penalty.models import SummaryCase
from yifa.areas.enforcement.summary_penalty.tests.conftest import County
from yifa.kernel.models import Paper
from yifa.office import scope
from yifa.office.models import Person, Post
from yifa.office.roles import Role

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082"
)
"""A picture of one dot."""
SIZE = {"width": 390, "height": 844}
PAGES = 3
"""The page itself, the other list, and the forms that wait."""
KEPT_FOR = (
    "async () => { const found = []; for (const name of await caches.keys()) if (name.includes('pages')) {"
    " const cache = await caches.open(name); for (const request of await cache.keys())"
    " found.push((await cache.match(request)).headers.get('X-Yifa-Field')); } return found; }"
)


class Phone:
    """One browser; `faults` are errors of scripts."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context, self.address = context, address
        self.faults: list[str] = []
        self.page = self.new_page()

    def new_page(self) -> Page:
        """A tab."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        return page

    def sign_in(self, person: Person) -> None:
        """By the cookie; the sign-in page admits thirty a minute."""
        client = Client()
        assert person.user is not None
        client.force_login(person.user, backend="yifa.office.backend.OfficeBackend")
        value = client.cookies["sessionid"].value
        self.context.add_cookies([{"name": "sessionid", "value": value, "url": self.address}])

    def open(self, where: str = "/field/spot/") -> Page:
        """A page, once the scripts of its forms are ready."""
        self.page.goto(f"{self.address}{where}")
        for form in self.page.locator("form[data-queue]").all():
            expect(form).to_have_attribute("data-ready", "yes")
        return self.page

    def prepared(self, where: str = "/field/spot/", pages: int = PAGES) -> Page:
        """A page, with everything on the phone that it needs without a network."""
        page = self.open(where)
        self.until(lambda: len(self.kept()) >= pages)
        page.wait_for_function("() => navigator.serviceWorker.controller !== null")
        return page

    def kept(self) -> list[str]:
        """For whom pages are kept on the phone, one entry a page."""
        found: list[str] = self.page.evaluate(KEPT_FOR)
        return found

    def until(self, true: Callable[[], bool]) -> None:
        """Wait for something that is not on the page."""
        for _ in range(PATIENCE // 100):
            if true():
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("did not come true")

    def item(self, state: str) -> Any:
        """The forms of the list in a state."""
        return self.page.locator(f".fd-item[data-state={state}]")

    # --- the form of an on-the-spot penalty -----------------------------------------------------------

    def fill(self, name: str = "丁小满", photo: Path | None = None) -> None:
        """A fine of 100 yuan for a stall on the pavement."""
        page = self.page
        page.get_by_role("button", name="在人行道上摆放货架经营").click()
        page.get_by_role("button", name="自然人").click()
        page.locator("[name=f_party_name]").fill(name)
        page.get_by_role("button", name="100元").click()
        if photo is not None:
            page.locator("[data-photo-input]").last.set_input_files(str(photo))
            expect(page.locator("[data-photo-list] li")).to_have_count(1)
        for box in page.locator("[data-confirm-tick]").all():
            box.check()

    def send(self) -> None:
        """The button at the bottom."""
        self.page.get_by_role("button", name="当场处罚并制作决定书").click()


class Street(County):
    """An officer with one case behind him, and a colleague; both may sign in."""

    def __init__(self) -> None:
        super().__init__()
        self.colleague = Person.objects.create(name="何勇")
        since = self.handler.posts.get().since
        Post.objects.create(person=self.colleague, organ=self.city, role=Role.HANDLER, since=since)
        for person, name in ((self.handler, "sunli"), (self.colleague, "heyong")):
            person.user = get_user_model().objects.create_user(name, password="chengban-2026")
            person.save()
        self.imposed(penalty_kind="fine", fine_amount="50")


def cases() -> list[SummaryCase]:
    """The penalties after the first."""
    with scope.everything("测试"):
        return list(SummaryCase.objects.order_by("pk"))[1:]


def titles(case: SummaryCase) -> set[str]:
    """What lies in the dossier."""
    with scope.everything("测试"):
        return set(Paper.objects.filter(case_id=case.pk).values_list("title", flat=True))
