"""Coercive execution is set, which only a law can do (AUTH-006)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import unauthorised
from yifa.law import act

_ACTS = re.compile(
    r"强制(?:拆除|清除|清运|铲除|搬离|搬迁|腾退|清理|平整|执行)(?!的|情况|申请|措施|程序)|强拆|代履行|加处(?:罚款|滞纳金)"
    r"|代为(?:清理|拆除|清除|恢复|履行|修复)[^。；]{0,6}费用由[^，。；]{1,10}承担"
)
_UNLESS = re.compile(r"人民法院")


def _look(draft: Draft) -> Iterator[Hit]:
    return unauthorised(draft, _ACTS, unless=_UNLESS)


RULE = Rule(
    id="AUTH-006",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="自行设定行政强制执行（强制拆除、代履行、加处等），这只能由法律设定",
    basis=(act("行政强制法")[13],),
    suggestion="改为依法申请人民法院强制执行，或者写明依照哪部法律第几条",
    look=_look,
    fires=("逾期不拆除的，由镇人民政府组织强制拆除。", "当事人拒不清理的，由街道组织代履行。"),
    silent=("逾期不履行的，依法申请人民法院强制执行。", "严禁强制搬迁。"),
    kinds=PROVISIONS,
)
