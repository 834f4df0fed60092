"""An act that is not yet in force on the day, or a version that is not (CITE-015)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.citing import hit, judged
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law.citations import Finding as Verdict


def _look(draft: Draft) -> Iterator[Hit]:
    found = judged(draft, Verdict.NOT_YET_IN_FORCE, Verdict.SUPERSEDED)
    return (hit(one) for one in found)


RULE = Rule(
    id="CITE-015",
    group=Group.CITATION,
    severity=Severity.WARNING,
    summary="引用的不是当日有效的版本",
    basis=("被引用法律文件的施行日期",),
    suggestion="改引当日有效的版本，或者写明自施行之日起适用",
    look=_look,
    fires=("依照《中华人民共和国民事诉讼法》（2017年修正）第一百条办理。",),
    silent=("依照《中华人民共和国民事诉讼法》（2023年修正）第一百条办理。",),
)
