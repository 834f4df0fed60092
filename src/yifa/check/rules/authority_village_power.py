"""A village or residents' committee is given penalties, approvals or enforcement (AUTH-013)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, set_acts
from yifa.law import act

_BODY = (
    r"(?:村民委员会|居民委员会|村（居）民委员会|治保会|联防队|村民小组|居民小组"
    r"|村组协管员|各村[一-龥]{0,4}协管员|村委会?|居委会?|社区(?!民警|矫正"
    r"|警务|卫生|医院|服务))"
)
_POWER = (
    r"(?:审批|处罚|罚款|执法(?!部门|局|队|机关|人员)|收费|查处|行政许可|强制|执法权|核准|发证|罚单"
    r"|开[^，。；]{0,2}单|收款|许可)"
)
_GIVEN = r"(?:由|交由|交给|委托|委派|授权|赋予|下放给?|交|放给)"
_ACTS = re.compile(
    rf"{_BODY}(?![^，。；]{{0,4}}[民工]警)[^。；]{{0,50}}?(?:可以?|有权|行使"
    rf"|实施)[^，。；]{{0,14}}?{_POWER}|{_GIVEN}[^，。；]{{0,10}}?{_BODY}[^。；]{{0,24}}?{_POWER}"
    rf"|{_POWER}[^。；]{{0,12}}?{_GIVEN}[^，。；]{{0,6}}?{_BODY}"
    rf"|{_BODY}[^，。；]{{0,6}}(?:[^，。；]{{0,24}}可以?|有权|负责)[^，。；]{{0,10}}{_POWER}"
)
_UNLESS = re.compile(r"协助|配合|劝阻|报告|宣传|上报|发现后")


def _look(draft: Draft) -> Iterator[Hit]:
    found = {spot.statement.start: spot for spot in reversed([*set_acts(draft, _ACTS, unless=_UNLESS)])}
    return (hit(draft, spot) for spot in found.values() if not re.search("不得|不能|无权|依法", spot.text))


RULE = Rule(
    id="AUTH-013",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="把处罚、审批、执法、收费交给村（居）民委员会",
    basis=(act("行政处罚法")[17], act("地方各级人民代表大会和地方各级人民政府组织法")[87]),
    suggestion="改为协助，并写明协助的事项",
    look=_look,
    fires=("由村民委员会对违建行为作出处罚。", "宅基地翻建委托村委会审批。"),
    silent=(
        "村民委员会协助镇人民政府开展宣传。",
        "由村民委员会协助做好处罚决定的送达工作。",
        "不得由居民委员会代行处罚职责。",
    ),
    kinds=PROVISIONS,
)
