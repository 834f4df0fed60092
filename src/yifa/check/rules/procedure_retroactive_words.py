"""What was done before is judged by the new document (PROC-006)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.frames import find, first_said, frame
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import HERE
from yifa.law import act

_OWN = "本(?:办法|规定|通知|意见|细则|规则|方案|措施|决定|通告|公告|规程|标准)"
_OWN_ = "(?:本|新)(?:办法|规定|通知|意见|细则|规则|方案|措施|决定|通告|公告|规程|标准)"
_STARTS = "(?:施行|实施|发布|印发|公布|颁布|生效|出台|执行)"
_BEFORE = f"{_STARTS}(?:之日)?(?:之前|以前|前)"
_PAST = (
    "(?:此前|以前年度|[0-9]{4}年(?:[0-9]{1,2}月)?(?:以来|以后|起))[^。；]{0,20}?"
    "(?:发放|取得|享受|领取|签订|同类|建成|设置|备案|发生)"
)
_BACK = re.compile(
    rf"(?<![当须应]在)(?<![当须应]于){_OWN}{_BEFORE}[^。；]{{0,40}}?(?:(?<!不)适用|按照?|参照|依照){_OWN}"
    rf"|{_OWN}对[^，。；]{{0,4}}?{_BEFORE}[^。；]{{0,24}}?(?:(?<!无)有效|(?<!不)适用|追溯|溯及|约束力)|(?:溯及"
    rf"|追溯)(?:适用|执行|至)|(?<!不具)(?<!没)(?<!不)有(?:溯及力|追溯力|追溯效力)"
    rf"|{_PAST}[^。；]{{0,30}}?(?:按照?{_OWN}|(?:高|多|超)[^。；]{{0,6}}{_OWN}[^。；]{{0,20}}?(?:退还|退回|追回"
    rf"|补缴))"
)
_LOOKS_BACK = (
    frame(
        r"(?:重新算|重算|重核|倒着核|倒查|重签|作废|多领的退|退差|倒算|倒扣|补交差额|按新)",
        within=(
            r"前[一二两三几]年|早先|以前|之前|过去|已经(?:批|发|签|领|办)|去年|前年|老(?:户|合同|项目)",
            r"新办法|本(?:规定|办法|细则|通知)|新规定|口径|新标准",
        ),
        unless=r"仍按|不适用|原(?:规定|办法)|有利|不溯|继续有效",
    ),
    frame(
        (
            rf"(?:按照?|照|依照|适用|套用|参照|管用|倒查|追究|约束|对照|算|执行|处理|收回|追缴|补缴|退回"
            rf"|纳入){HERE}{{0,12}}(?:{_OWN_}|新标准|新规)|{_OWN_}{HERE}{{0,16}}(?:管用|有效|适用|约束|追究|溯及"
            rf"|倒查)|(?:按|照)新(?:标准|规定|办法){HERE}{{0,6}}(?:倒查|处理|执行|退|补|算)"
        ),
        within=(
            (
                rf"{_OWN_}?(?:施行|实施|发布|印发|公布|生效|出台|下发|执行)(?:之日)?(?:之前|以前|前)|(?:此前|过去"
                rf"|以往|去年|前年|往年|早先|先前|历年|从前|之前)(?!的规定|的办法)|(?:19"
                rf"|20)[0-9]{{2}}年{HERE}{{0,6}}(?:以来|以后|起|之前|以前)(?!施行|执行|实施)|已(?:经)?(?:发|建|办"
                rf"|签|取得|领|盖|评)"
            ),
            r"盖|建|发|签|办|取得|领|评|行为|事项|合同|建筑|摊点|棚|舍|补贴|企业|项目|房|店|证|同类|农家乐|户",
        ),
        unless=(
            r"原(?:规定|办法|标准|文件)|有利|从轻|从旧|不(?:再|予)?追溯|不溯及|不适用|当时的规定|不一致|起施行"
            r"|个月内(?:补办|整改|完成)|继续有效|过渡"
        ),
    ),
)
"""What was done before is judged anew, in other words."""
_EARLIER = frame(
    (
        rf"(?:按照?|依照?|依据|适用|比照|对照|参照|套用|根据|执行|符合){HERE}{{0,12}}{_OWN}|计入{HERE}{{0,8}}{_OWN}"
        rf"|{_OWN}{HERE}{{0,8}}(?:适用|有效|执行)|取消|退回|退还|返还|追回|追缴|补缴|补交|拆除|清理|清退|收回|补办"
        rf"|注销|撤销|失效|废止|关闭|退出|多退少补|清算|约束力|追究|重新(?:审查|审批|申请|申报|办理|核定|认定|计算"
        rf"|签订)|比照|对照|参照|计入"
    ),
    within=(
        rf"{_OWN}[^，。；]{{0,2}}(?:{_STARTS}(?:之日)?(?:之?前|以前)|{_STARTS}[^，。；]{{0,4}}前)|(?:施行|实施|公布"
        rf"|发布|印发|出台|生效)(?:之日)?之?前(?:已|发生|取得|形成|签订|审批|办理|建成|受理|发放|领取)|原(?:政策"
        rf"|标准|办法)[^，。；]{{0,6}}之日起|既往(?![伤病史])|历史遗留|(?:此前|以前|以往|历年|往年)(?:的?同类|已"
        rf"|发生|形成|取得|享受|领取|签订|建成|设置)|(?:19"
        rf"|20)[0-9]{{2}}年(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?(?:以来|以后|起)[^，。；]{{0,10}}(?:签订|取得|建成"
        rf"|发生|领取|享受|设置|形成)",
        _OWN,
    ),
    unless=(
        r"(?:按照?|依照|适用|执行)原(?:规定|办法|标准|文件|政策)|有利|从轻|从旧|溯及既往|不具|不受影响|不适用"
        r"|不(?:再|予)?追溯|当时的|受理时|不一致|继续(?:有效|履行|执行)|仍然?有效|期满后|届满后|到期后|过渡"
        r"|个?月内|有关规定|的规定(?:同时|，|与)|的文件|规范性文件|《|在本办法施行前|以本[^，。；]{1,4}为准"
        r"|(?:应当?|须|必须)(?:于|在)本[^，。；]{2,6}(?:之日)?前|累计|共(?:办理|受理)|全县共"
        r"|起施行(?!，[^。；]*前)|同时废止"
    ),
)
"""The deeds of an earlier time and what this text makes of them, whatever the order."""
_GOOD = re.compile(
    r"有利|从轻|不溯及|不一致|不同规定|(?:施行|实施|公布|发布|印发)之日起|[0-9一二三四五六七八九十]个?月内|不(?:再"
    r"|具|予)?[^，。；]{0,2}追溯|继续有效|期满后|届满后|(?:应当?|须|必须)(?:于|在)本[^，。；]{2,6}(?:之日)?前"
)


def _look(draft: Draft) -> Iterator[Hit]:
    again = (
        spot
        for spot in find(draft, _LOOKS_BACK)
        if not (spot.denied or spot.taken_back or spot.statement.reporting or spot.statement.has(_GOOD))
    )
    earlier = (spot for spot in find(draft, (_EARLIER,)) if not spot.statement.reporting)
    return first_said(
        draft,
        _said(draft),
        (Hit(spot.start, spot.end, confidence=0.7) for spot in again),
        (Hit(spot.start, spot.end) for spot in earlier),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        if not one.has(_GOOD) and not one.reporting:
            yield from (Hit(spot.start, spot.end) for spot in one.find(_BACK) if not spot.denied)


RULE = Rule(
    id="PROC-006",
    group=Group.PROCEDURE,
    severity=Severity.WARNING,
    summary="规定溯及既往",
    basis=(act("立法法")[104],),
    suggestion="删除，或者限于更有利于当事人的情形",
    look=_look,
    fires=(
        "本办法施行前已建成的房屋按照本办法处理。",
        "本规定生效之前签订的租赁合同，其租金一并改按本规定计收。",
        "本办法对印发之日以前发生的款项具有追溯效力。",
        "此前已经发放的补助，高于本办法标准的，由领取人退还差额。",
    ),
    silent=(
        "本规定施行前已经办结的，不适用本规定。",
        "本办法施行前已受理的，按照原规定办理。",
        "本办法施行前的行为，适用本办法对当事人更有利的，适用本办法。",
    ),
    kinds=PROVISIONS,
)
