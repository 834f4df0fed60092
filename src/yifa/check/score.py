"""Precision and recall on labelled sentences, by group: `python -m yifa.check.score`.

A line of `tests/labelled/GROUP.txt` is `RULE-ID|sentence`, or `-|sentence` for one that only looks like a fault. Only
findings of the file's group count; the group is GROUP also in GROUP-more.txt and independent-GROUP.txt. A finding is
right when the line names its rule; a second finding of the same rule in a line counts once. \\n in a sentence is a new
line, \\t a tab; metadata follow as @{…}.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from yifa.check.draft import Draft
from yifa.check.engine import check
from yifa.check.model import DraftKind, Group, Severity

FOLDER = Path(__file__).parent / "tests" / "labelled"
DAY = date(2026, 11, 22)


@dataclass
class Score:
    """What was found in the sentences of one group."""

    group: str
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    wrong_errors: int = 0
    right_errors: int = 0
    alike: int = 0
    alarmed: int = 0

    @property
    def recall(self) -> float:
        """Share of the labelled faults that were found."""
        faults = self.right + len(self.missed)
        return self.right / faults if faults else 1.0

    @property
    def precision(self) -> float:
        """Share of the findings that are labelled faults."""
        found = self.right + len(self.wrong)
        return self.right / found if found else 1.0

    def take(self, label: str, sentence: str) -> None:
        """Count one labelled sentence."""
        wanted = set() if label == "-" else set(label.split("+"))
        text, brace, facts = sentence.replace("\\n", "\n").replace("\\t", "\t").partition("@{")
        title = None if "\n" in text else ""
        kind = DraftKind.CONTRACT if self.group == Group.CONTRACT else DraftKind.NORMATIVE
        draft = Draft.read(text, DAY, kind, title, json.loads(brace[1:] + facts) if brace else None)
        findings = [f for f in check(draft) if f.group == self.group]
        errors = {f.rule_id for f in findings if f.severity is Severity.ERROR}
        found = {f.rule_id for f in findings}
        self.right += len(wanted & found)
        self.right_errors += len(wanted & errors)
        self.wrong_errors += len(errors - wanted)
        self.missed += [f"{rule_id}|{sentence}" for rule_id in sorted(wanted - found)]
        self.wrong += [f"{rule_id}|{sentence}" for rule_id in sorted(found - wanted)]
        if not wanted:
            self.alike += 1
            self.alarmed += bool(found)


def score(path: Path) -> Score:
    """Check every sentence of one file of labels."""
    result = Score(path.stem.removeprefix("independent-").split("-", 1)[0])
    for line in path.read_text(encoding="utf-8").splitlines():
        label, separator, sentence = line.partition("|")
        if separator and not line.startswith("#"):
            result.take(label, sentence)
    return result


def main() -> None:
    """Print the figures; with -v also what was missed and what was wrong."""
    for path in sorted(FOLDER.glob("*.txt")):
        one = score(path)
        errors = one.right_errors + one.wrong_errors
        print(
            f"{path.stem}：查全 {one.recall:.0%}（{one.right}/{one.right + len(one.missed)}），"
            f"查准 {one.precision:.0%}（{one.right}/{one.right + len(one.wrong)}），"
            f"其中错误级查准 {one.right_errors / errors if errors else 1:.0%}（{one.right_errors}/{errors}）；"
            f"貌似有错的 {one.alike} 句误报 {one.alarmed} 句"
        )
        if "-v" in sys.argv:
            print(*(f"  漏 {line}" for line in one.missed), *(f"  误 {line}" for line in one.wrong), sep="\n")


if __name__ == "__main__":
    main()
