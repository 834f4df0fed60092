"""Several people at one moment: each act in a thread and on a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

from django.db import connection

from yifa.errors import YifaError
from yifa.office import scope

PATIENCE = 60.0
"""Seconds; a lock that is never let go fails the test instead of stopping it."""


def at_once(*acts: Callable[[], object]) -> list[YifaError]:
    """Run the acts at the same moment; returns what was refused. The test must be `django_db(transaction=True)`."""
    start, refused = Barrier(len(acts), timeout=PATIENCE), list[YifaError]()

    def run(act: Callable[[], object]) -> None:
        with scope.everything("并发测试"):
            start.wait()
            try:
                act()
            except YifaError as error:
                refused.append(error)
            finally:
                connection.close()

    threads = [Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert not any(thread.is_alive() for thread in threads), "an act waits for a lock that is never let go"
    return refused
