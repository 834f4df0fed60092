"""Findings per 10,000 characters by rule on a folder of sound texts: `python -m yifa.check.noise [FOLDER]`.

Laws and regulations set what a county may not and are written by people who know how, so what a rule says of them shows
mostly where it mistakes words or procedure. The folder is the argument or `$YIFA_LAWS_DIR`.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from yifa.check.files import Checked, Job, Task, documents
from yifa.check.model import DraftKind, Severity
from yifa.check.running import check_files

DAY = date(2026, 11, 22)
PER = 10_000


@dataclass
class Noise:
    """Findings counted by rule."""

    files: int = 0
    unread: int = 0
    characters: int = 0
    found: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    defects: Counter[str] = field(default_factory=Counter)

    def take(self, one: Checked) -> None:
        """Count one file."""
        self.files += not one.error
        self.unread += bool(one.error)
        self.characters += one.length
        self.found.update(finding.rule_id for finding in one.findings)
        self.errors.update(finding.rule_id for finding in one.findings if finding.severity is Severity.ERROR)
        self.defects.update(f"{defect.rule_id} {defect.cause}" for defect in one.defects)

    def lines(self) -> Iterable[str]:
        """A table, the noisiest rule first; what a rule says as an error counts most."""
        yield f"{self.files}份，{self.characters:,}字，读不了{self.unread}份。每万字的意见数（其中错误级）："
        for rule_id, count in self.found.most_common():
            errors = self.errors[rule_id] * PER / max(self.characters, 1)
            yield f"  {rule_id}  {count * PER / max(self.characters, 1):7.2f}（{errors:.2f}）"
        yield from (f"  缺陷 {count}份：{cause}" for cause, count in self.defects.most_common())


def measure(folder: Path) -> Noise:
    """Check every document of a folder as if it were a county's."""
    noise = Noise()
    for one in check_files([Job(path) for path in documents(folder)], Task(DAY, DAY, DraftKind.NORMATIVE)):
        noise.take(one)
    return noise


def main() -> None:
    """Print the table."""
    folder = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("YIFA_LAWS_DIR", "")
    if not Path(folder).is_dir() or not folder:
        sys.exit("请给出文件夹：python -m yifa.check.noise 文件夹，或者设置 YIFA_LAWS_DIR。")
    print(*measure(Path(folder)).lines(), sep="\n")


if __name__ == "__main__":
    main()
