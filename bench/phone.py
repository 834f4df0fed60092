"""How long an officer needs for an on-the-spot penalty on a phone (现场处罚计时).

    python -m bench.phone            about four minutes, --quick: a hand twenty times as fast, to see that it runs

A mid-range phone is emulated (390×844, touch, processor slowed down four times) behind a line of 400 kbit/s with 400 ms
there and back. The hand is as slow as a hand: every tap, digit and character takes its time, really waited for, so that
what the machine does meanwhile is not counted twice. Talking with the party is not in it; it takes as long anyway.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.slow_line import slow_line

SERVER, LINE = 8793, 8794
ADDRESS = f"http://127.0.0.1:{LINE}"
SLOWER = 4
"""How many times the processor is slowed down."""
PACE = 0.05 if "--quick" in sys.argv else 1.0
TAP, DIGIT, CHARACTER = 1.2 * PACE, 0.4 * PACE, 1.3 * PACE
"""Seconds: find and tap a control; one digit or letter; one Chinese character by pinyin (about 46 a minute)."""
PICTURE = 4.0 * PACE
"""Seconds in the camera for one photograph."""
TARGET = 120

PREPARE = """
from yifa.cli._django import setup
setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.test import Client
from yifa.desk.tests.phone import Street
from yifa.office import scope
with scope.everything("计时"):
    street = Street()
client = Client()
client.force_login(street.handler.user, "yifa.office.backend.OfficeBackend")
print(client.cookies["sessionid"].value)
"""
NAME, NUMBER = "丁小满", "11010519491231002X"
DEED = "在人行道上摆放货架经营"


@dataclass
class Hand:
    """A hand on the phone, with what it did."""

    page: Any
    taps: int = 0
    fields: int = 0
    typed: int = 0
    began: float = field(default_factory=time.monotonic)

    def tap(self, target: Any, *, times: int = 1) -> None:
        """Find a control and tap it; a list takes a second tap for its line."""
        self._wait(TAP * times)
        self.taps += times
        target.scroll_into_view_if_needed()
        target.click()

    def write(self, name: str, text: str) -> None:
        """Tap into a field and type."""
        control = self.page.locator(f"[name={name}]")
        self.tap(control)
        self.fields += 1
        control.fill("")
        for letter in text:
            self._wait(DIGIT if letter.isascii() else CHARACTER)
            self.page.keyboard.insert_text(letter)
            self.typed += 1

    def _wait(self, seconds: float) -> None:
        time.sleep(seconds)

    @property
    def seconds(self) -> float:
        """Since it began."""
        return time.monotonic() - self.began


@dataclass(frozen=True)
class Told:
    """What it took; `number` when the number of the decision is on the screen, `all` when the photographs are there."""

    taps: int
    fields: int
    typed: int
    number: float
    all: float


def main() -> None:
    """Measure and print the table; 1 where the form of the street takes longer than two minutes."""
    with tempfile.TemporaryDirectory(prefix="yifa-bench-phone-") as home, _served(home) as cookie:
        told, (first, again) = measured(cookie, Path(home))
    print(f"opening the form: {first:.1f} s the first time over the slow line, {again:.1f} s afterwards")
    print(f"{told.taps} taps, {told.fields} fields, {told.typed} characters typed")
    print(f"number of the decision after {told.number:.0f} s, both photographs filed after {told.all:.0f} s")
    if told.number > TARGET:
        raise SystemExit(f"目标未达到：现场表单用了{told.number:.0f}秒，超过{TARGET}秒。")


def measured(cookie: str, home: Path) -> tuple[Told, tuple[float, float]]:
    """The form of the street, and how long its page takes to open the first time and afterwards."""
    from playwright.sync_api import sync_playwright

    from tests.fixtures import CHROMIUM, CHROMIUM_FLAGS

    path = next(found for name in CHROMIUM if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True,
                                      locale="zh-CN")  # fmt: skip
        context.set_default_timeout(120_000 if PACE == 1 else 30_000)
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": ADDRESS}])
        page = context.new_page()
        page.on("pageerror", lambda error: print(f"script error: {error}", file=sys.stderr))
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        photo = _photo(page, home)
        first = _opened(page)
        page.wait_for_function("() => navigator.serviceWorker.controller !== null")
        page.wait_for_timeout(8000)  # the other pages are fetched beforehand
        again = _opened(page)
        told = _street(page, photo)
        browser.close()
    return told, (first, again)


def _opened(page: Any) -> float:
    begin = time.monotonic()
    page.goto(f"{ADDRESS}/field/spot/")
    page.wait_for_selector("form[data-queue][data-ready=yes]")
    return time.monotonic() - begin


def _photo(page: Any, home: Path) -> Path:
    """A photograph of twelve megapixels with much in it, as a phone takes it."""
    import base64

    drawn = page.evaluate(
        "() => { const c = document.createElement('canvas'); c.width = 4000; c.height = 3000;"
        " const x = c.getContext('2d');"
        " for (let n = 0; n < 9000; n += 1) { x.fillStyle = `hsl(${n * 47} 60% ${30 + n % 40}%)`;"
        " x.fillRect((n * 97) % 4000, (n * 61) % 3000, 60 + n % 90, 40 + n % 50); }"
        " return c.toDataURL('image/jpeg', 0.93).split(',')[1]; }"
    )
    path = home / "现场.jpg"
    path.write_bytes(base64.b64decode(drawn))
    print(f"photograph: {path.stat().st_size / 1e6:.1f} MB", file=sys.stderr)
    return path


def _street(page: Any, photo: Path) -> Told:
    """A fine for a stall on the pavement, with identity number and two photographs."""
    hand = Hand(page)
    hand.tap(page.get_by_role("button", name=DEED))
    hand.tap(page.get_by_role("button", name="自然人"))
    hand.write("f_party_id_no", NUMBER)
    hand.write("f_party_name", NAME)
    hand.tap(page.get_by_role("button", name="100元"))
    for _ in range(2):
        hand.taps += 2
        time.sleep(TAP + PICTURE)
        page.locator("[data-photo-input]").first.set_input_files(str(photo))
    page.wait_for_function("() => document.querySelectorAll('[data-photo-list] li').length === 2")
    for tick in page.locator("[data-confirm-tick]").all():
        hand.tap(tick)
    hand.tap(page.locator("[data-send]"))
    page.wait_for_selector("[data-outcome]:not([hidden])")
    told = hand.seconds
    page.wait_for_selector(".fd-item[data-state=sent]")
    return Told(hand.taps, hand.fields, hand.typed, told, hand.seconds)


@contextmanager
def _served(home: str) -> Iterator[str]:
    """Two processes behind the slow line, with the files as they are served in an office."""
    environment = {**os.environ, "YIFA_HOME": home, "YIFA_URL": ADDRESS}
    environment.pop("DATABASE_URL", None)
    made = subprocess.run([sys.executable, "-c", PREPARE], env=environment, check=True, stdout=subprocess.PIPE)
    cookie = made.stdout.decode().split()[-1]
    subprocess.run([sys.executable, "-m", "django", "collectstatic", "--noinput", "-v0"], check=True,
                   env={**environment, "DJANGO_SETTINGS_MODULE": "yifa.settings"})  # fmt: skip
    command = [sys.executable, "-m", "gunicorn", "yifa.wsgi:application", "--bind", f"127.0.0.1:{SERVER}",
               "--workers", "2", "--threads", "4", "--log-level", "warning"]  # fmt: skip
    server = subprocess.Popen(command, env=environment)
    try:
        _wait()
        with slow_line(LINE, SERVER):
            yield cookie
    finally:
        server.terminate()
        server.wait(20)


def _wait() -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{SERVER}/account/login/", timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"the server on port {SERVER} did not answer")


if __name__ == "__main__":
    main()
