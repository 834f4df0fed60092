"""Walking the pages by the links that are offered, one page of each kind."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import resolve

ELSEWHERE = ("admin", "account_logout", "serve")
"""Addresses of others: of the administration, of signing out, of static files."""


class Links(HTMLParser):
    """The addresses that a page offers: links, forms that only ask, parts that htmx fetches when told to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        asks = tag == "form" and (told.get("method") or "get").lower() == "get"
        self.found += [word for word in (told.get("href") if tag == "a" else None, asks and told.get("action")) if word]


def kind_of(address: str) -> str:
    """Pages of one kind are visited once: the page of a case, the list of a register, the form of an entry."""
    return resolve(urlsplit(address).path).view_name or address


def wrong(client: Client) -> Iterator[str]:
    """Whatever is offered, from the first page on, that does not answer with a whole page or a file."""
    seen, waiting = set[str](), deque([("/", "")])
    while waiting:
        address, offered_on = waiting.popleft()
        kind = kind_of(address)
        if kind in seen or kind.startswith(ELSEWHERE):
            continue
        seen.add(kind)
        answer = client.get(address, follow=True)
        if answer.status_code != 200:
            yield f"{offered_on} offers {address}: {answer.status_code}"
        elif answer["Content-Type"].startswith("text/html") and not answer.streaming:
            page, here = answer.content.decode(), answer.request["PATH_INFO"]
            if "<html" not in page:
                yield f"{offered_on} offers {address}: a part of a page"
            links = (urljoin(here, link) for link in Links(page).found if not urlsplit(link).scheme)
            waiting.extend((link.partition("#")[0], here) for link in links if not link.startswith("/static/"))
