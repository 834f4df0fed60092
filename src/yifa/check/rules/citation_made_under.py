"""A document says 依据 rather than 根据 for the act it is made under (CITE-013)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule

_UNDER = re.compile(
    r"(?:^|(?<=[，。；\s　条]))(依据)(?=[^。；]{2,160}?制[定订]"
    r"本(?:办法|规定|细则|意见|通知|规则|方案|制度|规程))"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        for spot in one.find(_UNDER):
            yield Hit(spot.start, spot.end, confidence=0.95)


RULE = Rule(
    id="CITE-013",
    group=Group.CITATION,
    severity=Severity.WARNING,
    summary="写制定依据用“根据”，不用“依据”",
    basis=("《立法技术规范（试行）（二）》“依照、按照、参照、根据”",),
    suggestion="把“依据”改成“根据”",
    look=_look,
    fires=("依据《行政许可法》，制定本办法。", "第一条 为了规范管理，依据《信访工作条例》，结合本县实际，制定本办法。"),
    silent=("根据《行政许可法》，制定本办法。", "依据检查结果，制定整改措施。"),
    kinds=PROVISIONS,
    fix=lambda quote: "根据",
)
