"""What every test of a page measures (页面尺寸), once the page is there to be measured."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


def whole(page: Page, own: Locator) -> None:
    """Wait for the page a click leads to: something only that page has (`own`), and then the rest of it.

    A click returns before the next page has a document at all; what is counted or evaluated at once
    is then nothing, or the page before.
    """
    expect(own).to_be_visible()
    page.wait_for_load_state("load")


def overhang(page: Page) -> int:
    """By how many pixels the page is wider than its window, so that it must be pushed sideways.

    After a click, first ask for something that only the new page has, or the page before is measured.
    """
    page.wait_for_function("() => document.documentElement !== null && document.readyState === 'complete'")
    assert page.viewport_size is not None
    width: int = page.evaluate("document.documentElement.scrollWidth")
    return max(0, width - page.viewport_size["width"])
