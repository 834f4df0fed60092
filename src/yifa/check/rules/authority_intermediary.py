"""An intermediary service is forced or designated (AUTH-018)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Mode, Party
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, set_acts
from yifa.law import act

_ACTS = re.compile(
    r"(?:委托|聘请|选用|选择)[^，。；]{0,16}?(?:中介|评估|检测|鉴定|咨询|测绘|评价|服务中心|代理)[^，。；]{0,4}?(?:机构|公司|单位|中心|所|进行)"
    r"|(?:委托|聘请|选用)[^，。；]{0,12}?服务中心|从[^，。；]{2,24}(?:公司|机构|名单|名录|单位)[^，。；]{0,3}中(?:选定|选择|选取|择|确定)"
)
_UNLESS = re.compile(r"自主|自行|资质|资格|符合条件")


def _look(draft: Draft) -> Iterator[Hit]:
    for spot in set_acts(draft, _ACTS, unless=_UNLESS):
        if spot.mode is Mode.MUST and spot.party is Party.PRIVATE:
            yield hit(draft, spot)


RULE = Rule(
    id="AUTH-018",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="指定中介机构或者强制接受中介服务",
    basis=(act("优化营商环境条例")[43],),
    suggestion="改为可以自主选择",
    look=_look,
    fires=("申请人应当委托区建设咨询机构出具评估报告。", "企业必须从名单内的检测公司中选择一家。"),
    silent=(
        "申请人可以自主选择中介机构，也可以自行编制。",
        "建设单位应当委托具备相应资质的检测机构检测。",
        "不得要求申请人委托指定的评估机构。",
    ),
    kinds=PROVISIONS,
)
