"""A village or residents' committee is given penalties, approvals or enforcement (AUTH-013)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, meant, set_acts
from yifa.check.words import HERE
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
_HANDED = (
    frame(
        r"(?:罚款权|处罚权|审批权|执法权|收费权|许可权|发证权|检查权)",
        within=(r"各村|村里|居委|社区|村委|到村|给村", r"下放|交给|授予|给|归|由|赋予"),
        unless=r"不得|没有|无权|依法|报镇",
    ),
    frame(
        r"(?:怎么罚|罚多少|罚|发放|签发|审批|许可|收费|收钱|处理|核发|发证|登记证|定)",
        within=(
            (
                r"归村|归居委|由村(?!镇|级以上)|由居委|由各居委|由各村|下放到村|下放给村"
                r"|村主任|居委会收|村民小组长|村里定|村干部|居委会发放|村里说了算"
            ),
            r"罚|证|许可|审批|收费|收钱|执照|放线",
        ),
        unless=r"举报|村规民约|租金|承包|协助|报镇|物业费|会费|自愿|奖|补助|救助",
    ),
    frame(
        rf"(?:{_POWER}|征缴|罚|停业|决定权|检查权|审核权|说了算|收取|征收|裁决|注销|停用)",
        within=(
            (
                rf"(?:由|交给?|授予|授权|委托|赋予|放给|请){HERE}{{0,4}}(?:{_BODY}|村组长)"
                rf"|(?:{_BODY}|村组长){HERE}{{0,10}}(?:可|有权|负责|行使|实施|说了算|自行|具体"
                rf"|统一)"
            ),
            r"罚|收费|执法|审批|许可|处罚|停业|停车费|管理费|卫生费|查处|核准|强制|发证|开单|征缴",
        ),
    ),
)
"""A power of the authorities in the hands of a village, in whatever order it is said."""
_ITS_OWN = re.compile(
    r"村规民约|村民会议|一事一议|承包费|租金|集体资产|集体资金|物业费|会费|自治章程|筹资筹劳|红白|罚款必须|村务"
)
_UNLESS = re.compile(r"协助|配合|劝阻|报告|宣传|上报|发现后")


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, _given(draft), _handed(draft))


def _handed(draft: Draft) -> Iterator[Hit]:
    for spot in meant(draft, _HANDED, unless=_UNLESS):
        before = spot.clause.text
        if not (_ITS_OWN.search(spot.statement.text) or re.search("不得|不能|无权|依法|报经|向村", before)):
            yield hit(draft, spot, confidence=0.7)


def _given(draft: Draft) -> Iterator[Hit]:
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
