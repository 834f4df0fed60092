"""A coercive measure is set (AUTH-005)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import unauthorised
from yifa.law import act

_ACTS = re.compile(
    r"(?<!被)查[封扣](?!的)|(?<!可供)(?<!被)(?<!被查封、)扣(?:押"
    r"|留(?![^，。；]{0,6}(?:职务|驾驶|营运|许可)证)|下|走|置|住)"
    r"|暂扣(?![^，。；]{0,8}[证照])|锁扣"
    r"|锁[住闭](?=[^。；]{0,4}(?:车|轮|门|设备|机))|拖[回走离移](?=[^。；]{0,16}(?:扣|停车场|保管|处理"
    r"|指定))|(?:予以|先行|可以?|一律)(?:上锁|封停|封门)|封存|冻结[^，。；]{0,14}?(?:账户|存款|财产|资金)"
    r"|贴(?:上)?封?条|扣存|拉[回走](?=[^，。；]{0,8}(?:仓库|队|扣))|(?:商铺|店|仓库|厂"
    r"|摊)[^，。；]{0,6}封门|(?:钥匙|车|设备|机具|物品)[^，。；]{0,6}(?:代管|代为保管)|强行带离"
    r"|(?:收缴|暂存(?!场所|点|间|设施)|收走|拖[移离走]|没入)(?=[^。；]{0,24}(?:保管|处理|发还|返还|领回"
    r"|取回|暂存|指定地点|清场|缴清)|[，、]?暂存)"
)
_OTHERS = re.compile(r"档案|账[册簿]|样品|试卷|选票|印章|病死|疫|危险化学品|爆炸|枪支|毒品|假币")


def _look(draft: Draft) -> Iterator[Hit]:
    return unauthorised(draft, _ACTS, needs=Authority.LOCAL, unless=_OTHERS)


RULE = Rule(
    id="AUTH-005",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="自行设定行政强制措施（查封、扣押、冻结等）",
    basis=(act("行政强制法")[10, 4],),
    suggestion="删除；法律、法规有规定的，写明依照哪一条",
    look=_look,
    fires=("对占道经营物品，镇人民政府可以先行扣押。", "执法人员应当对违规场所予以查封。"),
    silent=(
        "需要查封、扣押的，由有权机关依照《中华人民共和国行政强制法》实施。",
        "查封、扣押的财物应当妥善保管。",
        "严禁违法查封、扣押企业财产。",
    ),
    kinds=PROVISIONS,
)
