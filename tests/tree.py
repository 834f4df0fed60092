"""The files of the tree, as whole-tree tests see them."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "yifa"


@cache
def files() -> tuple[Path, ...]:
    """What belongs to the repository: tracked, or new and not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout.decode()
    paths = (ROOT / name for name in listed.split("\0") if name)
    return tuple(sorted(path for path in paths if path.is_file()))


def having(*suffixes: str) -> list[Path]:
    """Those with one of these suffixes."""
    return [path for path in files() if path.suffix in suffixes]


def name_of(path: Path) -> str:
    """The path from the root of the tree, for messages."""
    return path.relative_to(ROOT).as_posix()
