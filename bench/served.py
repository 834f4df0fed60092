"""The list page over HTTP: wrk against two gunicorn processes, signed in, on SQLite and on PostgreSQL.

The whole request is measured: session, sign-in, scope, filters, count, list, clocks, frame. Beside it stands what the
same server makes of a constant answer of the same size, which is the limit for any page behind it. wrk shares the
machine with the server, and two processes with one core each are what a small office has.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.measure import Result

PORT = 8791
CASES = 100_000
ADDRESS = f"http://127.0.0.1:{PORT}"
PREPARE = "from bench.served import prepare; prepare()"


def prepare() -> None:
    """In a process of its own: the county, its cases, and the key of a signed-in session on the last line."""
    from bench.lists import grow
    from bench.place import prepared

    county = prepared()
    from django.test import Client

    grow(county, CASES)
    client = Client()
    client.force_login(county.people["zhou"].user, "yifa.office.backend.OfficeBackend")
    print(client.cookies["sessionid"].value)


def run(quick: bool) -> list[Result]:
    """Both databases in turn; nothing where wrk is not installed."""
    if shutil.which("wrk") is None:
        print("  wrk is not installed: nothing measured over HTTP", file=sys.stderr)
        return []
    seconds = 2 if quick else 10
    results = _on("SQLite", "", seconds)
    from tests.postgres import dsn

    return results + _on("PostgreSQL", dsn(), seconds)


def _on(database: str, address: str, seconds: int) -> list[Result]:
    with tempfile.TemporaryDirectory(prefix="yifa-bench-served-") as home:
        environment = {**os.environ, "YIFA_HOME": home, "YIFA_URL": ADDRESS}
        environment.pop("DATABASE_URL", None)
        if address:
            environment["DATABASE_URL"] = address
        made = subprocess.run([sys.executable, "-c", PREPARE], env=environment, check=True, stdout=subprocess.PIPE)
        cookie = f"sessionid={made.stdout.decode().split()[-1]}"
        subprocess.run([sys.executable, "-m", "django", "collectstatic", "--noinput", "-v0"], check=True,
                       env={**environment, "DJANGO_SETTINGS_MODULE": "yifa.settings"})  # fmt: skip
        with _serving("yifa.wsgi", environment):
            body = _page(cookie)
            ours = _rate(cookie, seconds)
        constant = Path(home, "page.html")
        constant.write_bytes(body)
        with _serving("bench.constant", {**environment, "YIFA_BENCH_PAGE": str(constant)}):
            limit = _rate(cookie, seconds)
    name = f"list page over HTTP, {database}, {CASES:,} cases"
    return [Result(name, "desk page, 2 processes", ours, "the same bytes, constant", limit, "pages")]


@contextmanager
def _serving(application: str, environment: dict[str, str]) -> Iterator[None]:
    command = [sys.executable, "-m", "gunicorn", f"{application}:application", "--bind", f"127.0.0.1:{PORT}",
               "--workers", "2", "--log-level", "warning"]  # fmt: skip
    server = subprocess.Popen(command, env=environment)
    try:
        _wait()
        yield
    finally:
        server.terminate()
        server.wait(20)


def _wait() -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(ADDRESS, timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"the server on {ADDRESS} did not answer")


def _page(cookie: str) -> bytes:
    request = urllib.request.Request(f"{ADDRESS}/cases/", headers={"Cookie": cookie})
    with urllib.request.urlopen(request, timeout=30) as answer:
        body: bytes = answer.read()
    assert body.count(b"<tr data-row=") == 50, "the list page did not come"
    return body


def _rate(cookie: str, seconds: int) -> float:
    command = ["wrk", "-t1", "-c8", f"-d{seconds}s", "-H", f"Cookie: {cookie}", f"{ADDRESS}/cases/"]
    subprocess.run([*command[:3], "-d2s", *command[4:]], check=True, capture_output=True)
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in said:
        raise SystemExit(said)
    found = re.search(r"Requests/sec:\s*([\d.]+)", said)
    assert found, said
    return float(found[1])
