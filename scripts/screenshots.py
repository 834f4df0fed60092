"""Take the pictures of the documentation from a running demonstration.

make demo                                  (in another terminal)
.venv/bin/python scripts/screenshots.py    writes docs/images/*.png
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ADDRESS = os.environ.get("YIFA_ADDRESS", "http://127.0.0.1:8000")
HOME = Path(os.environ.get("YIFA_HOME", "var"))
FOLDER = Path(__file__).resolve().parent.parent / "docs" / "images"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def password() -> str:
    """The password of the demonstration, from the file that `yifa demo` wrote."""
    lines = (HOME / "demo_logins.txt").read_text(encoding="utf-8").splitlines()
    return next(line.split()[-1] for line in reversed(lines) if line.startswith("密码"))


def signed_in(page: Page, login: str) -> None:
    """Sign in as one of the demonstration's people."""
    page.goto(f"{ADDRESS}/account/login/")
    page.fill("input[name=login]", login)
    page.fill("input[name=password]", password())
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/login/" not in address)


def main() -> None:
    """My work, a case under trial, the limits, the report, the review desk, supervision; and the case on a phone."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("没有找到 Chromium，请先安装：apt-get install chromium")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1366, "height": 768}, locale="zh-CN")
        signed_in(page, "zhou")
        page.goto(ADDRESS)
        page.reload()
        page.screenshot(path=FOLDER / "work.png")
        page.goto(f"{ADDRESS}/cases/?procedure=reconsideration&stage=trial")
        page.click("tbody a")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / "case.png")
        page.set_viewport_size({"width": 390, "height": 844})
        page.screenshot(path=FOLDER / "case-phone.png")
        page.set_viewport_size({"width": 1366, "height": 768})
        for name, address in (("limits", "/limits/"), ("report", "/reports/1/")):
            page.goto(f"{ADDRESS}{address}")
            page.wait_for_load_state("networkidle")
            page.screenshot(path=FOLDER / f"{name}.png")
        page.context.clear_cookies()
        signed_in(page, "luo")
        page.goto(f"{ADDRESS}/cases/?procedure=legality_review&stage=reviewing")
        page.click("tbody a")
        page.click("text=审查台")
        page.wait_for_load_state("networkidle")
        for key in "aaa":  # on the page only: nothing is saved
            page.keyboard.press(key)
            page.wait_for_timeout(300)
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=FOLDER / "review.png")
        page.context.clear_cookies()
        signed_in(page, "lu")
        page.goto(f"{ADDRESS}/oversight/")
        if page.get_by_text("还没有运行过").count():
            page.click("text=运行全部模型")
            page.wait_for_load_state("networkidle")
            page.goto(f"{ADDRESS}/oversight/")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / "oversight.png")
        browser.close()


if __name__ == "__main__":
    main()
