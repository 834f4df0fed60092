"""Property is taken or requisitioned (AUTH-015)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Mode
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, set_acts
from yifa.law import act

_THINGS = r"(?:土地|房屋|设备|物资|林地|宅基地|院墙|厂房|耕地|承包地|车辆(?!购置税))"
_ACTS = re.compile(
    rf"(?:(?<![被拟])(?<!申请)征收(?!部门|人|机构)|征用|征调|无偿(?:收回|使用|占用))[^，。；]{{0,14}}?{_THINGS}(?!的|所在|现状|补偿|时|工作)|{_THINGS}[^，。；]{{0,14}}?(?:无偿收回|无偿征收|予以征用)"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for spot in set_acts(draft, _ACTS):
        if spot.mode is not Mode.NONE or "由" in spot.clause.text:
            yield hit(draft, spot)


RULE = Rule(
    id="AUTH-015",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="自行设定征收、征用",
    basis=(act("立法法")[11].item(7),),
    suggestion="删除，或者写明法律依据和补偿",
    look=_look,
    fires=("因工作需要，镇政府可以征用农户房屋。", "闲置宅基地由村镇无偿收回。"),
    silent=(
        "征收房屋的，依照《国有土地上房屋征收与补偿条例》办理。",
        "征收土地的，应当及时足额支付补偿费用。",
        "不得违法征用农民土地。",
    ),
    kinds=PROVISIONS,
)
