"""The period of validity is too long (PROC-003)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.timing import number

_YEARS = re.compile(r"有效期(?:限)?(?:为|是)?([0-9一二两三四五六七八九十]{1,3})年(?![0-9])")
_TRIAL = re.compile(r"试行|暂行")


def _look(draft: Draft, years: int = 5, trial_years: int = 2) -> Iterator[Hit]:
    most = trial_years if _TRIAL.search(draft.title) else years
    for found in _YEARS.finditer(draft.masked):
        if (number(found[1]) or 0) > most:
            yield Hit(found.start(), found.end(), f"有效期超过{most}年。")


RULE = Rule(
    id="PROC-003",
    group=Group.PROCEDURE,
    severity=Severity.WARNING,
    summary="有效期过长",
    basis=("地方规范性文件管理规定（一般不超过五年，试行、暂行的不超过二年）",),
    suggestion="缩短有效期",
    look=_look,
    fires=(
        "某县河道管理办法\n第一条 制定本办法。\n第二条 河道应当疏浚。\n第三条 本办法自2027年5月1日起施行，有效期十年。",
        "某县河道管理暂行办法\n第一条 本办法有效期3年。",
    ),
    silent=(
        "某县河道管理办法\n第一条 制定本办法。\n第二条 河道应当疏浚。\n第三条 本办法自2027年5月1日起施行，有效期五年。",
        "某县河道管理暂行办法\n第一条 本办法有效期2年。",
    ),
    kinds=PROVISIONS,
    limits={"years": 5, "trial_years": 2},
)
