"""Taxes are reduced, refunded or given back as rewards (AUTH-011)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, meant, set_acts
from yifa.check.words import FORGIVE, HERE, TAX
from yifa.law import act

_GIVE = rf"(?:{FORGIVE}|奖励|奖给|等额|贴补|全额补|补贴给|先征后|给付|兑付|缴多少、?奖多少)"
_SPARE = r"(?:免缴|免征|免交|减征|返还|退还|不征|减半(?:征收|缴纳)|先征后[返退])"
_ACTS = re.compile(rf"{TAX}[^。；]{{0,70}}?{_GIVE}|{_SPARE}{HERE}{{0,10}}{TAX}")
_SPARED = (
    frame(
        r"(?:补回|补(?!税|缴|交)|掏|出|兜|包|负担|拨还|退|返|给回|奖)",
        within=(
            r"所得税|增值税|契税|房产税|车船税|土地使用税|印花税|耕地占用税|个税|税款|留成",
            r"镇里|县里|园区|财政|街道|管委会|村里|留下的那|名义",
            r"企业|老板|车队|户|民宿|人|公司|商",
        ),
        unless=r"依法|国家|国务院|补税|追缴|税务局|滞纳|发票|代扣|误|缴纳义务",
    ),
    frame(
        (
            rf"(?:奖(?:回|返|还|给)|返(?:还|给|补|回)|补还|退(?:还|给|回)|还给|归还|不(?:收"
            rf"|交|缴|征)(?!取|集)|少(?:收|交|缴)|[收交缴]一半|减(?:免|半|征|收)|免(?:征|收"
            rf"|缴|交)?(?!费|疫|责|除|职)|兜底|代(?:缴|交|付)|垫|承担"
            rf"|补[给足贴助还]?{HERE}{{0,4}}(?:成|%|百分之)|全额(?:补|奖|返)|拨(?:给|还|回)"
            rf"|等额|贴补|抵扣)"
        ),
        within=(
            rf"{TAX}|[一-龥]税(?!务|源|法|收征管|清单|凭证|证明|人|申报)",
            (
                r"镇|县|地方|财政|园区|留成|留存|所得部分|前[一二两三四五]年"
                r"|头[一二两三四五]年|[一二三四五六七八九]成|百分之|%|本人|企业|购房人|全额"
                r"|一律|如数|悉数"
            ),
        ),
    ),
)
"""A tax is given back or not taken, in other words."""
_UNLESS = re.compile(
    r"落实|宣传|辅导|国务院|享受国家|误[收缴]|多缴|脱钩|转移支付|(?:申请|办理)退还|多征|税收减免$|税额、"
    r"|不与"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, _forgiven(draft), _spared(draft))


def _spared(draft: Draft) -> Iterator[Hit]:
    for spot in meant(draft, _SPARED, needs=Authority.REGULATION, unless=_UNLESS):
        if not re.search("脱钩|无关|纳税人|代扣代缴|税务机关|追缴|补缴", spot.statement.text):
            yield hit(draft, spot, Authority.REGULATION, 0.7)


def _forgiven(draft: Draft) -> Iterator[Hit]:
    for spot in set_acts(draft, _ACTS, needs=Authority.REGULATION, unless=_UNLESS):
        if not re.search("不得|不予|禁止|严禁|无权", spot.text):
            yield hit(draft, spot, Authority.REGULATION)


RULE = Rule(
    id="AUTH-011",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="自定税收减免、返还或者与税收挂钩的奖励",
    basis=(act("立法法")[11].item(6), act("税收征收管理法")[3, 2], act("公平竞争审查条例")[10]),
    suggestion="删除；改为普惠、与税收脱钩的支持",
    look=_look,
    fires=("对落户企业三年内缴纳的增值税地方留成部分予以全额返还。", "企业所得税前两年免征。"),
    silent=("落实国家税收减免政策，确保应享尽享。", "不得以任何形式返还税款。"),
    kinds=PROVISIONS,
)
