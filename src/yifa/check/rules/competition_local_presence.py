"""Traders from elsewhere must invest or set up here (COMP-008)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Mode, Party, Spot
from yifa.check.draft import Draft
from yifa.check.frames import find, first_said, frame
from yifa.check.market import hit, judged
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import FOREIGN, GATE, HERE, LACK, LOCAL, TRADERS
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
_PLACE = (
    r"(?:公司|分支|办公(?:点|地点|场所|室)|门店|网点|基地|工厂|厂房|仓库?|场地"
    r"|产值|税收|税款|税|统计关系|固定资产|投资|社保|社会保险|账户|经营场所|机构"
    r"|总部)"
)
_FOUNDED = (
    frame(
        (
            rf"(?:在|于)(?:{LOCAL}|县城|[县镇区]内){HERE}{{0,6}}(?:设立?|建立?|开设|组建"
            rf"|成立|注册){HERE}{{0,10}}(?:营业部|办事处|项目部|代表处|服务部|分部|分店"
            rf"|服务站|子公司|分公司|机构|公司)"
        ),
        within=(rf"{FOREIGN}|中标|承接|承保|承揽|投标|供应商|服务商", r"须|必须|应(?!用|急|对)|方可|才|否则"),
        unless=r"无需|不要求|可以|不得要求|鼓励|不需要|直接",
    ),
    frame(
        rf"不(?:在)?{HERE}{{0,6}}(?:租|建|设|开|买|办){HERE}{{0,6}}(?:仓|公司|门店|网点|办公|点|场地)",
        within=(rf"{FOREIGN}|平台|快递|公司|企业", r"就别|别想|就不|不得|不能|不准|不给|不让"),
        unless=r"不得要求|不必|不用|自主",
    ),
    frame(
        (
            rf"(?:注册个?公司|办(?:个|家)?公司|租下?{HERE}{{0,2}}办公"
            rf"|开到{HERE}{{0,6}}银?行|开户|设立?(?:子|分)公司|(?:没有|有|建"
            rf"|设){HERE}{{0,4}}仓库|把税(?:交|缴|留))"
        ),
        within=(rf"{FOREIGN}|平台|中标", r"先来|先|须|要|必须|一个月内|不能接|不得|才|方|并租|想干|想接"),
        unless=r"不用|不必|无需|不得要求|不要求|自主|鼓励|不属实|反映|核查",
    ),
    frame(
        (
            rf"(?:设(?!备|计|施)|办(?!理|法|事)|建(?!设|议|筑)|落(?!实)|留|缴|交|买|租|购"
            rf"|注册|成立|有|登记){HERE}{{0,14}}{_PLACE}|(?:把"
            rf"|将){HERE}{{0,12}}{_PLACE}{HERE}{{0,8}}(?:办|设|建|落|注册|留|迁|放)"
            rf"|{_PLACE}{HERE}{{0,6}}(?:留|落|缴|交|设|放)在"
        ),
        within=(
            rf"{LOCAL}|县城|在[县镇区]|[县镇乡区](?:里|内|上)",
            (
                rf"{FOREIGN}{HERE}{{0,6}}(?:企业|公司|商|队|平台|机构|单位)|中标|承接|承揽|承包"
                rf"|想(?:拿|接|做|参)|报价|投标|平台|入围|参与|项目|业务|经营许可"
                rf"|进入我?本?[县镇]|配送|施工|供应商|服务商|运营商"
            ),
            (
                rf"{GATE}|前提|条件|须|必须|应(?!用|急|对)|得先|要(?!求)"
                rf"|{LACK}{HERE}{{0,24}}的，?{HERE}{{0,10}}(?:不|退|禁|取消)|否则"
            ),
        ),
        unless=(
            r"无需|不要求|自主|自愿|不作为|鼓励|可以在|不得要求|公开栏|窗口|联络员|户口"
            r"|村民|农民工工资|拖欠|欠薪|奖励|补贴|补助|扶持|评分|加分|得分|优先"
        ),
    ),
)
"""A trader from elsewhere must set up here, in other words."""
_OFFICE = re.compile(r"公开栏|窗口|便民|联络员|医疗|户籍[^，。；]{0,4}迁|户口|举报箱|村民")


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, _set_up(draft), _founded(draft))


def _founded(draft: Draft) -> Iterator[Hit]:
    for spot in find(draft, _FOUNDED):
        one = spot.statement
        if one.defining or one.reporting or spot.denied or spot.taken_back or _of_authority(spot):
            continue
        if (spot.required or spot.mode is Mode.MUST) and _HERE.search(spot.clause.text):
            yield hit(spot, 0.7)


def _set_up(draft: Draft) -> Iterator[Hit]:
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
