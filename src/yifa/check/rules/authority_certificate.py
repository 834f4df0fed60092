"""A certificate is demanded (AUTH-009)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Mode
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import concerns_only_public, hit, meant, set_acts
from yifa.check.words import HERE
from yifa.law import act

_ACTS = re.compile(
    r"(?<!未)(?:提供|提交|出具|开具|附上|开|打|办(?!事|公|理)|取得|携带|持|凭(?!证)|打印|递交|上报"
    r"|附)[^，。；]{0,24}?(?<!身份)(?<!虚假)(?<!造)(?<!合格)(?<!健康)(?<!质量)(?<!检疫)"
    r"(?:证明|公证书|关系[^，。；]{0,4}(?:见证)?材料|(?<=无)[^，。；]{2,14}的(?:凭证|说明))(?!作用|力|效力|事项|责任"
    r"|标准|[^，。；]{0,4}(?:符合|其))"
)
_SHOWN = (
    frame(
        r"(?:联名|联合|签名)?(?:作证|担保|见证|证明)(?:本人|其|他|自己)?",
        within=(r"申请|申领|报名|办理|领取|岗位", r"党员|邻居|村民|干部|亲属|同事|代表|两名|三名|名"),
        unless=r"承诺|担保(?:人|公司|贷款)|不需要|贷款|融资",
    ),
    frame(
        rf"(?:出具|开具?|写|打|提供|提交){HERE}{{0,22}}(?:书面材料|书面说明|情况说明|条子|字据|证言|鉴定意见)",
        within=(
            r"派出所|村|居委|社区|邻居|街道|单位|组长|支书|学校",
            r"申请|办理|领取|报名|补贴|补助|服务|登记",
            r"无|没|犯罪|困难|属实|居住|收入|品行|违法",
        ),
        unless=r"不需要|无需|核实|不再",
    ),
    frame(
        rf"(?:拿|开|打|取|办|交|带|要){HERE}{{0,14}}(?:证明|单子|见证|联名信|情况说明)",
        within=(
            r"派出所|村|居委|社区|单位|邻居|街道|镇|物业|学校|医院|两委|支书",
            r"领取|申请|办理|报名|上学|入学|登记|津贴|补贴|补助|救助|低保|租房|贷款|参军",
        ),
        unless=r"不(?:再)?要|无需|不用|收费单|检测单|为[^，。；]{1,8}(?:开|打)|免费",
    ),
    frame(
        r"(?:出面|负责|帮忙|替)?(?:证明|作证)(?:其|本人|他|确)",
        within=(r"村|居委|社区|单位|邻居|街道|两委", r"领取|申请|办理|报名|津贴|补贴|补助|救助|低保|创业|租"),
        unless=r"承诺|核实",
    ),
    frame(
        r"(?:证明材料|证明|公证书)(?:[一两二三四五六七八九十1-9各]*(?:份|张|件)|各)",
        within=(r"交|附|开|出具|带|备|包括|提供|递|持|凭|含|有",),
    ),
    frame(
        rf"(?:由|须|应当?|要|让|请|每{HERE}{{1,4}}){HERE}{{0,6}}(?:村|居|社区|单位"
        rf"|派出所|街道|镇|乡|物业|学校|邻居|房东){HERE}{{0,10}}(?:证明|见证|作证"
        rf"|担保)其?(?=[^。；]{{0,10}}(?:健在|居住|无|未|收入|困难|就业|品行|属实|在世"
        rf"|身份|住|婚|$))"
    ),
    frame(
        rf"(?:材料|资料|要件){HERE}{{0,6}}(?:包括|为|：){HERE}{{0,60}}证明",
        within=(r"申请|办理|备案|变更|登记|报名|申报",),
        unless="身份证明|公证",
    ),
)
"""A certificate in other words."""
_UNLESS = re.compile(r"承诺|核验")
_SERVES = re.compile(
    r"为[^，。；]{1,10}(?:打印|出具|开具|提供)|免费|向[^，。；]{0,16}(?:当事人|所有人|用户|消费者|业主|职工|学生"
    r"|购买[人者]|劳动者|客户)(?:出具|开具|提供)"
)
_OFFICIAL = re.compile(r"有关(?:单位|部门)|相关(?:单位|部门)|人大")


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, _demanded(draft), _shown(draft))


def _shown(draft: Draft) -> Iterator[Hit]:
    for spot in meant(draft, _SHOWN, unless=_UNLESS):
        if spot.mode is not Mode.MAY and not _SERVES.search(spot.clause.text) and not concerns_only_public(spot):
            yield hit(draft, spot, confidence=0.7)


def _demanded(draft: Draft) -> Iterator[Hit]:
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
