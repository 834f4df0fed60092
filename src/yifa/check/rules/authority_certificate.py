"""A certificate is demanded (AUTH-009)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Mode
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import concerns_only_public, hit, set_acts
from yifa.law import act

_ACTS = re.compile(
    r"(?<!未)(?:提供|提交|出具|开具|附上|开|打|办(?!事|公|理)|取得|携带|持|凭(?!证)|打印|递交|上报"
    r"|附)[^，。；]{0,24}?(?<!身份)(?<!虚假)(?<!造)(?<!合格)(?<!健康)(?<!质量)(?<!检疫)"
    r"(?:证明|公证书|关系[^，。；]{0,4}(?:见证)?材料|(?<=无)[^，。；]{2,14}的(?:凭证|说明))(?!作用|力|效力|事项|责任"
    r"|标准|[^，。；]{0,4}(?:符合|其))"
)
_UNLESS = re.compile(r"承诺|核验")
_SERVES = re.compile(
    r"为[^，。；]{1,10}(?:打印|出具|开具|提供)|免费|向[^，。；]{0,16}(?:当事人|所有人|用户|消费者|业主|职工|学生"
    r"|购买[人者]|劳动者|客户)(?:出具|开具|提供)"
)
_OFFICIAL = re.compile(r"有关(?:单位|部门)|相关(?:单位|部门)|人大")


def _look(draft: Draft) -> Iterator[Hit]:
    for spot in set_acts(draft, _ACTS, unless=_UNLESS):
        if (
            spot.mode is not Mode.MAY
            and not concerns_only_public(spot)
            and not _SERVES.search(spot.clause.text)
            and not _OFFICIAL.search(spot.clause.subject)
        ):
            yield hit(draft, spot)


RULE = Rule(
    id="AUTH-009",
    group=Group.AUTHORITY,
    severity=Severity.WARNING,
    summary="自行设定证明事项",
    basis=(act("优化营商环境条例")[44],),
    suggestion="删除，或者改为告知承诺、部门核验",
    look=_look,
    fires=("申请人应当提交村民委员会开具的无违建证明。", "领取补贴的农户须提供经济状况证明。"),
    silent=(
        "申请人可以采用书面告知承诺方式替代有关证明。",
        "申请人应当出示身份证明。",
        "不得要求企业提供无犯罪记录证明。",
        "公安机关应当依法为申请人出具证明。",
    ),
    kinds=PROVISIONS,
)
