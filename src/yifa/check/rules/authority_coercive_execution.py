"""Coercive execution is set, which only a law can do (AUTH-006)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, set_acts, unauthorised
from yifa.law import act

_ACTS = re.compile(
    r"强(?:制|行)(?:拆除|清除|清运|铲除|搬离|搬迁|腾退|腾空|清理|平整|执行|起迁|迁移|推平|填埋)(?!的|情况"
    r"|申请|措施|程序)|强(?:制|行)(?=[拆搬铲砍腾清](?!洁))[拆搬铲砍腾清]|强拆|代履行|加(?:处"
    r"|收)[^，。；]{0,14}(?:罚款|滞纳金)"
    r"|(?:代为|代)(?:清理|拆除|拆|清除|恢复|履行|修复"
    r"|清运)[^。；]{0,20}费用[^。；]{0,4}(?:由[^，。；]{1,10}承担|从[^，。；]{1,16}(?:抵扣|扣除|扣缴|列支"
    r"|扣))"
)
_OVERDUE = re.compile(
    r"逾期|拒不|仍不|届?满|没有动作|置之不理|不理|不按(?:要求|规定)|(?:不|未|没有"
    r"|仍不)[^，。；的]{0,4}(?:拆|清|迁|搬|恢复|腾|履行|整改)|(?:未|不)(?:自行|按期|按时)|限期内?(?:未"
    r"|没有|不)|期限内(?:未|没有|不)"
)
_HELPS_ITSELF = re.compile(
    r"(?:组织|安排|委托|雇请?|请|联合|派|由)[^。；]{0,20}?(?:拆除|清运|清除|铲除|填埋|平整|搬离|腾空|清场"
    r"|拆违|助拆|推平|铲平|扒掉|砸掉|起迁|搬走|清走|清掉|清出|拆掉)(?!方案|计划|工作)"
)
_PAYBACK = re.compile(
    r"(?:代为|代|请[^，。；]{1,6}"
    r"|雇[^，。；]{1,6})(?:把[^，。；]{1,8})?[^，。；]{2,6}，[^。；]{0,14}(?:费用?|工钱|支出"
    r"|款)[^。；]{0,8}(?:由|找|向|从)[^，。；]{0,8}(?:当事人|户主|业主|责任人|其|主人)"
)
_UNLESS = re.compile(r"人民法院|自愿|协助|验收")


def _look(draft: Draft) -> Iterator[Hit]:
    yield from unauthorised(draft, _ACTS, needs=Authority.LAW, unless=_UNLESS)
    for spot in set_acts(draft, _HELPS_ITSELF, needs=Authority.LAW, unless=_UNLESS):
        before = spot.statement.text[: spot.start - spot.statement.start]
        if _OVERDUE.search(before) and "责令" not in spot.text and not _ACTS.search(spot.statement.text):
            yield hit(draft, spot, Authority.LAW, 0.75)
    for spot in set_acts(draft, _PAYBACK, needs=Authority.LAW, unless=_UNLESS):
        before = spot.statement.text[: spot.start - spot.statement.start]
        if _OVERDUE.search(before) and not (
            _ACTS.search(before + spot.text) or _HELPS_ITSELF.search(before + spot.text)
        ):
            yield hit(draft, spot, Authority.LAW, 0.75)


RULE = Rule(
    id="AUTH-006",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="自行设定行政强制执行（强制拆除、代履行、加处等），这只能由法律设定",
    basis=(act("行政强制法")[13],),
    suggestion="改为依法申请人民法院强制执行，或者写明依照哪部法律第几条",
    look=_look,
    fires=("逾期不拆除的，由镇人民政府组织强制拆除。", "当事人拒不清理的，由街道组织代履行。"),
    silent=("逾期不履行的，依法申请人民法院强制执行。", "严禁强制搬迁。"),
    kinds=PROVISIONS,
)
