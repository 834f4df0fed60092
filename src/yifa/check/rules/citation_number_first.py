"""A document is cited by its number before its title (CITE-009)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.citing import matches
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import Rule

_NUMBER = re.compile(r"[一-龥]{1,6}〔\d{4}〕\d{1,6}号(?:文件?)?《")


def _look(draft: Draft) -> Iterator[Hit]:
    return matches(draft, _NUMBER)


RULE = Rule(
    id="CITE-009",
    group=Group.CITATION,
    severity=Severity.INFO,
    summary="引用公文应当先引标题、后引发文字号",
    basis=("公文写作惯例",),
    suggestion="改成《标题》（发文字号）",
    look=_look,
    fires=("根据国办发〔2018〕37号《关于加强某项工作的通知》，制定本办法。",),
    silent=("根据《关于加强某项工作的通知》（国办发〔2018〕37号），制定本办法。",),
)
