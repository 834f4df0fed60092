"""Taxes are reduced, refunded or given back as rewards (AUTH-011)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import unauthorised
from yifa.law import act

_ACTS = re.compile(
    r"(?:增值税|所得税|税收|税款|纳税额|契税|房产税|土地使用税|个税)[^。；]{0,30}?(?:返还|减免|免征|先征后返|即征即退|奖励|奖给|返补|留成)"
)
_UNLESS = re.compile(r"落实|宣传|辅导|国务院|享受国家")


def _look(draft: Draft) -> Iterator[Hit]:
    return unauthorised(draft, _ACTS, unless=_UNLESS)


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
