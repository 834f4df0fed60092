"""Taxes are reduced, refunded or given back as rewards (AUTH-011)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, set_acts
from yifa.check.words import FORGIVE, HERE, TAX
from yifa.law import act

_GIVE = rf"(?:{FORGIVE}|奖励|奖给|等额|贴补|全额补|补贴给|先征后|给付|兑付|缴多少、?奖多少)"
_SPARE = r"(?:免缴|免征|免交|减征|返还|退还|不征|减半(?:征收|缴纳)|先征后[返退])"
_ACTS = re.compile(rf"{TAX}[^。；]{{0,70}}?{_GIVE}|{_SPARE}{HERE}{{0,10}}{TAX}")
_UNLESS = re.compile(
    r"落实|宣传|辅导|国务院|享受国家|误[收缴]|多缴|脱钩|转移支付|(?:申请|办理)退还|多征|税收减免$|税额、"
    r"|不与"
)


def _look(draft: Draft) -> Iterator[Hit]:
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
