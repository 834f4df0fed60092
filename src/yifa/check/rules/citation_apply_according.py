"""A law is applied with 按照 rather than 依照 (CITE-014)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.citing import matches
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule

_APPLY = re.compile(
    r"(按照)(?=《[^《》\n]{2,40}(?:法|法典|条例|办法)》"
    r"(?:[、和及]?第[^，。；\n]{1,12}[条款项])*(?:等?的?(?:有关|相关)?规定)?(?:，)?(?:由[^，。；《》\n]{2,16}?)?"
    r"(?:予以|给予|进行|实施|依法|从[重轻])?[^，。；《》\n]{0,4}?(?:处罚|查处|追究|罚款|没收|处理(?!程序|办法)|处分|责令|吊销"
    r"|处以|处[0-9一二三四五六七八九十]|拘留|论处|惩处|作出[^，。；]{0,6}处[罚理分]))"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return matches(draft, _APPLY)


RULE = Rule(
    id="CITE-014",
    group=Group.CITATION,
    severity=Severity.INFO,
    summary="适用法律、法规作出处理用“依照”，不用“按照”",
    basis=("《立法技术规范（试行）（一）》“依照、按照、参照”",),
    suggestion="把“按照”改成“依照”",
    look=_look,
    fires=("由公安机关按照《治安管理处罚法》处罚。", "由主管部门按照《土地管理法》第七十五条的规定给予处罚。"),
    silent=(
        "按照《行政处罚法》的规定告知后，再作出决定。",
        "由公安机关依照《治安管理处罚法》处罚。",
        "按照《党政机关公文处理工作条例》办理公文。",
    ),
    kinds=PROVISIONS,
)
