"""Run the measurements."""

from __future__ import annotations

import importlib
import os
import platform
import sys
import tempfile

from bench.measure import table

NAMES = tuple("clock chain lists served figures imports search texts check draws merging clues".split())


def main() -> None:
    """Run those that were named, or all, and print one table."""
    quick = "--quick" in sys.argv
    names = [name for name in sys.argv[1:] if not name.startswith("-")] or list(NAMES)
    with tempfile.TemporaryDirectory(prefix="yifa-bench-") as home:
        os.environ["YIFA_HOME"] = home
        os.environ.pop("DATABASE_URL", None)
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores{', quick' if quick else ''}\n")
        results = []
        for name in names:
            print(f"… {name}", file=sys.stderr, flush=True)
            results += importlib.import_module(f"bench.{name}").run(quick)
        print(table(results))


if __name__ == "__main__":
    main()
