"""A coercive measure is set (AUTH-005)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import unauthorised
from yifa.law import act

_ACTS = re.compile(
    r"查封(?!、|的|场所|物品|决定|等|清单|期限)|(?<!可供)扣押(?!的|决定|等|物|财物|清单|期限|金)|扣留(?!的|决定)|暂扣(?![^，。；]{0,8}[证照]|的)"
    r"|冻结[^，。；]{0,14}?(?:账户|存款|财产)|贴(?:上)?封条|强行带离"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return unauthorised(draft, _ACTS)


RULE = Rule(
    id="AUTH-005",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="自行设定行政强制措施（查封、扣押、冻结等）",
    basis=(act("行政强制法")[10, 4],),
    suggestion="删除；法律、法规有规定的，写明依照哪一条",
    look=_look,
    fires=("对占道经营物品，镇人民政府可以先行扣押。", "执法人员应当对违规场所予以查封。"),
    silent=(
        "需要查封、扣押的，由有权机关依照《中华人民共和国行政强制法》实施。",
        "查封、扣押的财物应当妥善保管。",
        "严禁违法查封、扣押企业财产。",
    ),
    kinds=PROVISIONS,
)
