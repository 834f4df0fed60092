"""A licence is set: approval is needed before something may be done (AUTH-001)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Authority
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import concerns_only_public, hit
from yifa.law import act

_ACTS = re.compile(
    r"(?:未|没有|应当|应先|须|需|必须|事先|先行|经|报)[^。；]{0,40}?(?:批准|审批|(?<!行政)许可(?!实施|机关|事项)|核准|同意|批复|获批|准许)"
    r"[^。；]{0,24}?(?:方可|方能|方准|才能|才可|才准|后可以?|不得|不准|不允许|禁止)"
)
_OWN_CONSENT = re.compile(r"(?:当事人|本人|业主|权利人|监护人|村民|所有权人|家长|住户)[^，。；]{0,14}(?:同意|许可)")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        if one.authority is not Authority.NONE or one.defining or one.reporting:
            continue
        for spot in one.find(_ACTS):
            if not spot.denied and not _OWN_CONSENT.search(spot.text) and not concerns_only_public(spot):
                yield hit(draft, spot)


RULE = Rule(
    id="AUTH-001",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="自行设定行政许可：未经批准、同意不得从事某项活动",
    basis=(act("行政许可法")[17],),
    suggestion="删除；确属法律、法规设定的许可，写明依照哪部法律第几条，并列入许可事项清单",
    look=_look,
    fires=("从事农家乐经营的，应当经镇人民政府审核同意后方可营业。", "未经街道办事处批准，商户不得在门前摆放桌椅。"),
    silent=(
        "从事餐饮服务的，应当依照《中华人民共和国食品安全法》取得许可后方可经营。",
        "未经局长办公会同意，各科室不得自行采购。",
        "不得要求企业经其同意后方可开业。",
        "未经业主同意，物业服务企业不得调取录像。",
    ),
    kinds=PROVISIONS,
)
