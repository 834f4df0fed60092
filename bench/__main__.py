"""Run the measurements."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
import tempfile

from bench.measure import table

NAMES = tuple("clock chain lists served figures imports search texts check draws merging clues".split())


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure, side by side in one run.")
    parser.add_argument("names", nargs="*", metavar="name", help=f"which; all by default: {' '.join(NAMES)}")
    parser.add_argument("--quick", action="store_true", help="with less data: whether it runs, not how fast")
    asked = parser.parse_args()
    if unknown := [name for name in asked.names if name not in NAMES]:
        parser.error(f"no measurement is called {', '.join(unknown)}; there are {' '.join(NAMES)}")
    return asked


def main() -> None:
    """Run those that were named, or all, and print one table."""
    asked = _asked()
    quick, names = asked.quick, asked.names or NAMES
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
