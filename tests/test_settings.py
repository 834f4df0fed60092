"""What an installation is by default, and what its environment changes."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SHOW = """
import json, sys
from yifa import settings as s
names = sys.argv[1:]
print(json.dumps({name: getattr(s, name) for name in names}, default=str))
"""


def settings_with(home: Path, *names: str, **environment: str) -> dict[str, Any]:
    """The named settings as a fresh process with this environment has them."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("YIFA_", "DATABASE_", "DJANGO_"))}
    shown = subprocess.run(
        [sys.executable, "-c", SHOW, *names],
        env={**kept, "YIFA_HOME": str(home), **environment},
        check=True,
        capture_output=True,
        text=True,
    )
    result: dict[str, Any] = json.loads(shown.stdout)
    return result


def test_the_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    first = settings_with(tmp_path, "SECRET_KEY")["SECRET_KEY"]
    assert len(first) > 60
    assert settings_with(tmp_path, "SECRET_KEY")["SECRET_KEY"] == first
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_the_defaults_are_safe(tmp_path: Path) -> None:
    shown = settings_with(tmp_path, "DEBUG", "ALLOWED_HOSTS", "SESSION_COOKIE_HTTPONLY", "LANGUAGE_CODE")
    assert shown == {
        "DEBUG": False,
        "ALLOWED_HOSTS": ["127.0.0.1", "[::1]", "localhost"],
        "SESSION_COOKIE_HTTPONLY": True,
        "LANGUAGE_CODE": "zh-hans",
    }


@pytest.mark.parametrize(
    ("address", "secure", "redirect"),
    [
        ("http://127.0.0.1:8000", False, False),
        ("http://localhost:9000", False, False),
        ("https://yifa.example", True, True),
        ("http://10.0.0.8", True, False),
    ],
)
def test_cookies_travel_unencrypted_only_within_the_machine(
    tmp_path: Path, address: str, secure: bool, redirect: bool
) -> None:
    shown = settings_with(
        tmp_path,
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "SECURE_SSL_REDIRECT",
        YIFA_URL=address,
    )
    assert list(shown.values()) == [secure, secure, redirect]


def test_sqlite_lies_in_the_home_whatever_its_name(tmp_path: Path) -> None:
    home = tmp_path / "依法 100%?#"
    database = settings_with(home, "DATABASES")["DATABASES"]["default"]
    assert database["NAME"] == str(home / "yifa.sqlite3")
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_postgresql_is_named_by_its_address(tmp_path: Path) -> None:
    database = settings_with(tmp_path, "DATABASES", DATABASE_URL="postgres://u:p%40ss@%2Frun%2Fpostgresql/yifa")[
        "DATABASES"
    ]["default"]
    assert (database["HOST"], database["PASSWORD"], database["NAME"]) == (
        "/run/postgresql",
        "p@ss",
        "yifa",
    )
