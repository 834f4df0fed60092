"""Settings of the tests: the real ones, in a home of their own, on the database they are told.

YIFA_TEST_DATABASE names it: `sqlite` is the default; `postgres` takes the server of
YIFA_TEST_PG_DSN or starts a cluster. Worker processes of pytest-xdist inherit the environment, so
a run starts one cluster and makes one home.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

from tests import postgres

if "YIFA_TEST_HOME" not in os.environ:
    os.environ["YIFA_TEST_HOME"] = tempfile.mkdtemp(prefix="yifa-test-")
    atexit.register(shutil.rmtree, os.environ["YIFA_TEST_HOME"], ignore_errors=True)
os.environ["YIFA_HOME"] = os.environ["YIFA_TEST_HOME"]
os.environ.pop("YIFA_URL", None)

DATABASE = os.environ.get("YIFA_TEST_DATABASE", "sqlite")
if DATABASE == "postgres":
    os.environ["DATABASE_URL"] = postgres.dsn()
else:
    os.environ.pop("DATABASE_URL", None)

from yifa.settings import *  # noqa: E402, F403

# Only for speed: tests make hundreds of accounts.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True  # looks a file up when asked, instead of reading every folder first
if DATABASE == "sqlite":
    # A file, because threads of the live server and of concurrency tests must share it.
    DATABASES["default"]["TEST"] = {"NAME": os.path.join(os.environ["YIFA_HOME"], "test.sqlite3")}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"  # noqa: F405

# Browser tests sign in more often a minute than a person does.
ACCOUNT_RATE_LIMITS = False
