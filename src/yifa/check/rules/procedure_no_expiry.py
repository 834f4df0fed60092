"""A normative document has no period of validity (PROC-002)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.timing import is_whole, starts

_EXPIRY = re.compile(r"有效期|失效|有效至|(?:施行|执行|实施)至|[年月日]止")


def _look(draft: Draft) -> Iterator[Hit]:
    if is_whole(draft) and not _EXPIRY.search(draft.masked):
        yield from (Hit(found.start(), found.end()) for found in list(starts(draft))[-1:])


RULE = Rule(
    id="PROC-002",
    group=Group.PROCEDURE,
    severity=Severity.WARNING,
    summary="没有写有效期",
    basis=("地方规范性文件管理规定（有效期一般不超过五年）",),
    suggestion="写明有效期，一般不超过五年",
    look=_look,
    fires=(
        "某县河道管理办法\n第一条 制定本办法。\n第二条 河道应当疏浚。\n第三条 本办法自2027年5月1日起施行。",
        "某县河道管理办法\n第一条 制定本办法。\n第二条 禁止采砂。\n第三条 自2027年5月1日起施行，旧办法同时废止。",
    ),
    silent=(
        "某县河道管理办法\n第一条 制定本办法。\n第二条 河道应当疏浚。\n第三条 本办法自2027年5月1日起施行，有效期五年。",
    ),
    kinds=PROVISIONS,
)
