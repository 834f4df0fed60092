"""Serving the demonstration on this machine with gunicorn, until Ctrl-C."""

from __future__ import annotations

import os
import socket
import sys

from yifa.errors import YifaError


class PortTaken(YifaError):
    """Something else listens on the port."""


def serve(port: int) -> None:
    """Replace this process with gunicorn on the loopback address.

    Raises:
        PortTaken: the port is in use.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise PortTaken(f"端口{port}已被占用，请用 --port 换一个端口再运行；已建立的演示数据会沿用。") from None
    address = f"http://127.0.0.1:{port}"
    print(f"请在浏览器打开 {address} ，按 Ctrl-C 停止。", flush=True)
    command = [
        sys.executable, "-m", "gunicorn", "yifa.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "1",
        "--threads", "4", "--log-level", "warning",
    ]  # fmt: skip
    os.execve(sys.executable, command, {**os.environ, "YIFA_URL": address, "DJANGO_SETTINGS_MODULE": "yifa.settings"})
