"""Traders from elsewhere must invest or set up here (COMP-008)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Party, Spot
from yifa.check.draft import Draft
from yifa.check.market import hit, judged
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import FOREIGN, LOCAL, TRADERS
from yifa.law import act

_SET_UP = re.compile(
    rf"(?:设立|建(?!设|筑|议|立健)|建立|开立|开(?=[^，。；发展办]{{0,6}}(?:店|公司))|注册(?!地|资)|成立|登记"
    rf"|开设|设有|设置|组建|新设|办理|完成)[^，。；]{{0,16}}?(?:公司|机构|企业|法人|门店|场所|仓库|办事处"
    r"|服务点|实体|总部|基地|营业执照|工商登记|税务登记|法人登记|网点)"
    rf"|(?:租赁|租用|购置|购买)[^，。；]{{0,14}}(?:办公|经营|生产)?(?:场所|场地|用房|厂房)|(?:设|建|搬|迁"
    rf"|落|转)[到入在]{LOCAL}|(?:建成|建设|新建|自建)[^，。；]{{0,10}}(?:厨房|仓|厂|库|店|场|站|中心|基地)"
    rf"|(?:纳税|税收|税务)[^，。；]{{0,6}}(?:落|留|交|缴)在{LOCAL}|(?:在)?{LOCAL}[^，。；]{{0,6}}投资"
    rf"|投资额?(?:不低于|不少于|达到)|(?:在)?{LOCAL}[^，。；]{{0,4}}(?:缴?纳税|缴税|注册|落户)"
)
_HERE = re.compile(
    rf"{LOCAL}|[县镇乡]里|县城|在[^，。；在]{{1,4}}[县市](?=[开设注办建成登])|[县区市镇][^，。；]{{0,8}}(?:产业园|园区)"
)
_TRADER = re.compile(rf"{FOREIGN}|{TRADERS}|中标|经营者")
_OFFICE = re.compile(r"公开栏|窗口|便民|联络员|医疗|户籍[^，。；]{0,4}迁|户口|举报箱|村民")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft, _SET_UP, _HERE, _TRADER):
        if not (one.has(_HERE) and one.has(_TRADER)) or one.has(_OFFICE):
            continue
        for spot in one.find(_SET_UP):
            if spot.required and not _of_authority(spot) and _HERE.search(_around(spot)):
                yield hit(spot)
                break


def _of_authority(spot: Spot) -> bool:
    return spot.party in (Party.PUBLIC, Party.AUTONOMOUS)


def _around(spot: Spot) -> str:
    """Its clause up to its own end: the place must belong to the setting up."""
    return spot.statement.text[spot.clause.start - spot.statement.start : spot.end - spot.statement.start + 4]


RULE = Rule(
    id="COMP-008",
    group=Group.COMPETITION,
    severity=Severity.ERROR,
    summary="强制或者变相强制外地经营者在本地投资、设立分支机构",
    basis=(act("公平竞争审查条例")[9].item(2),),
    suggestion="删除在本地投资、注册、设立机构、纳税的要求",
    look=_look,
    fires=(
        "参与项目的企业应当在本区设立子公司。",
        "中标单位须在本县注册项目公司后方可签订合同。",
        "没有在本镇开设门店的配送企业，不得参加食堂供货。",
        "外地施工企业承揽业务的，必须在本县租赁办公场所。",
        "养护企业应当在本地纳税。",
    ),
    silent=(
        "参与项目的企业无需在本区设立分支机构。",
        "不得要求投标人在本地注册公司。",
        "企业可以在本县设立分公司。",
        "县商务局应当在本县设立电商服务机构。",
        "取消外地企业须在本县成立分公司的规定。",
        "鼓励外地企业在本县设立研发机构。",
    ),
    kinds=PROVISIONS,
)
