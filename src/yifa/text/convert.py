"""Old .doc, .wps and .rtf files become .docx where LibreOffice is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from yifa.text.errors import BrokenFile

SECONDS: Final = 180
_PROGRAMS: Final = ("soffice", "libreoffice")
_FILTER: Final = "MS Word 2007 XML"


def converter() -> str | None:
    """The path of LibreOffice on this machine, or None."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def to_docx(data: bytes, name: str) -> bytes:
    """The document as .docx. Raises BrokenFile when there is no LibreOffice or it cannot read the file."""
    program = converter()
    if program is None:
        raise BrokenFile(
            name,
            "这是旧版 doc（或者 wps、rtf）文档，本机没有转换程序",
            "请用 WPS 或者 Word 另存为 docx 后再试，或者请管理员安装 LibreOffice（libreoffice-writer）。",
        )
    with tempfile.TemporaryDirectory(prefix="yifa-convert-") as folder:
        # LibreOffice tells the kind by the content; under the name .wps LibreOffice would look for Microsoft Works.
        source, made = Path(folder) / "in.doc", Path(folder) / "in.docx"
        source.write_bytes(data)
        _run([program, f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--headless", "--norestore",
              "--convert-to", f"docx:{_FILTER}", "--outdir", folder, str(source)], name)  # fmt: skip
        if not made.is_file():
            raise BrokenFile(name, "旧版文档转换不成", "请用 WPS 或者 Word 打开核对，另存为 docx 后再试。")
        return made.read_bytes()


def _run(command: list[str], name: str) -> None:
    """Run to the end or the limit; LibreOffice starts children, so the whole group is ended."""
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise BrokenFile(name, f"旧版文档转换超过{SECONDS}秒", "请用 WPS 或者 Word 另存为 docx 后再试。") from None
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
