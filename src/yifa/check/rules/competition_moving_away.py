"""Traders are kept from moving away (COMP-007)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Mode, Spot
from yifa.check.draft import Draft
from yifa.check.market import hit, judged
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import TRADERS
from yifa.law import act

_MOVE = re.compile(
    r"迁出|外迁|迁离|迁往|迁移|迁址|迁走|搬离(?!安置)|搬迁至|撤离|搬走|转移[到至]|转[到往]|移到|搬迁(?!户"
    r"|安置)|搬[到往去]|迁[到入走去]|转移至|迁册|注册(?:地|地址)[^，。；]{0,6}(?:变更|迁|转出)"
    r"|变更[^，。；]{0,6}(?:解缴地|纳税地|税收户管|注册地|住所)"
)
_TRADER = re.compile(TRADERS + r"|投资人|规上|总部|补贴|奖补|奖励|扶持")
_GIVE_BACK = re.compile(r"退还|退回|退赔|把钱退|退(?:钱|款|补)|返还|追回|收回|补缴|退补|偿还|追缴|扣回|违约金")
_HINDER = re.compile(
    r"劝留|暂缓|不予(?!追|收回|退)|拒绝|阻止|限制|禁止|延缓|从严(?:审批|控制)|(?:须|应当?|需|先"
    r"|并?经)[^，。；]{0,12}(?:同意|批准|审批|报批)"
)
_PROMISED = re.compile(r"(?:承诺|保证|约定)[^，。；]*不(?:得|再)?$")
_AWAY = re.compile(r"户口|户籍|文物|坟|村民|居民|人口|军|树木|搬迁安置")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft, _MOVE, _TRADER):
        if not one.has(_TRADER) or one.has(_AWAY):
            continue
        for spot in one.find(_MOVE):
            if (
                spot.forbidden
                or _PROMISED.search(spot.text_before)
                or (
                    not spot.denied
                    and any(_taken(one_way) and one_way.start > spot.start for one_way in one.find(_GIVE_BACK))
                )
                or any(_bears_on(one_way, spot) for one_way in one.find(_HINDER))
            ):
                yield hit(spot)
            else:
                continue
            break


def _taken(spot: Spot) -> bool:
    """Whether money or land is taken back rather than left (不予追回)."""
    return not (
        re.search(r"不(?:予|得|再|应)[^，。；]{0,2}$", spot.text_before)
        or spot.clause.mode(spot.start) is Mode.MUST_NOT
    )


def _bears_on(hindrance: Spot, move: Spot) -> bool:
    """Whether the hindrance stands in the clause of the move or the one behind it."""
    near = (
        hindrance.start - move.start >= -1 and hindrance.start <= move.clause.end + 40
    ) or hindrance.clause == move.clause
    return near and not hindrance.denied and not hindrance.taken_back


RULE = Rule(
    id="COMP-007",
    group=Group.COMPETITION,
    severity=Severity.ERROR,
    summary="阻碍本地经营者迁出",
    basis=(
        act("公平竞争审查条例")[9].item(1),
        act("优化营商环境条例")[19, 4],
    ),
    suggestion="删除不得迁出、迁出须经同意、迁出退回奖补的内容",
    look=_look,
    fires=(
        "享受补贴的企业十年内不得迁出本区。",
        "企业五年内将注册地迁往区外的，应当退回全部补助。",
        "规模以上企业外迁的，须报镇政府批准。",
        "对拟迁移至外县的企业，市监部门暂缓办理变更登记。",
        "获得奖励的总部企业承诺八年内不迁离本县，否则追回奖励。",
    ),
    silent=(
        "企业迁移的，有关部门应当依法及时办理。",
        "任何单位不得阻碍企业迁出。",
        "不得要求迁出企业退还依法享受的补贴。",
        "取消企业迁移审批的规定。",
        "古树名木不得迁移。",
        "各部门不得以任何方式限制经营者跨区域迁移。",
    ),
    kinds=PROVISIONS,
)
