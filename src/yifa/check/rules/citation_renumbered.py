"""The article number is that of an older version; the number now stands for something else (CITE-011)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law.basis import article_name
from yifa.law.citations import Finding as Verdict


@cache
def _renumbered() -> dict[tuple[str, int], tuple[tuple[int, tuple[str, ...]], ...]]:
    """New number and topic words for the title and the old number."""
    lines = (files("yifa") / "data" / "check" / "renumbered.csv").read_text(encoding="utf-8").splitlines()
    table: dict[tuple[str, int], tuple[tuple[int, tuple[str, ...]], ...]] = {}
    for row in csv.DictReader(line for line in lines if line[:1] != "#"):
        key = row["act"], int(row["old"])
        table[key] = (*table.get(key, ()), (int(row["new"]), tuple(row["words"].split())))
    return table


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.citations:
        place = one.mention.place
        if one.finding is not Verdict.OK or one.act is None or place is None or place.article is None:
            continue
        statement = draft.statement_at(one.start)
        sentence = statement.raw if statement else ""
        for new, words in _renumbered().get((one.act.title, place.article[0]), ()):
            if all(any(choice in sentence for choice in word.split("/")) for word in words):
                message = f"{one.act}修订后条号有变动：这里说的内容，旧版在{place}，现行版在{article_name((new, 0))}。"
                yield Hit(one.start, one.end, message, confidence=0.8)


RULE = Rule(
    id="CITE-011",
    group=Group.CITATION,
    severity=Severity.WARNING,
    summary="条号是修订以前的，现在这一条写的是别的内容",
    basis=("被引用法律文件修订前后的文本",),
    suggestion="按现行文本改正条号",
    look=_look,
    fires=("双方可以依照《民事诉讼法》第二百零一条申请司法确认。",),
    silent=(
        "双方可以依照《民事诉讼法》第二百零五条申请司法确认。",
        "依照《行政复议法》第七条配备行政复议人员。",
    ),
)
