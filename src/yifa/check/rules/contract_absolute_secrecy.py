"""The whole contract is kept secret without exception (CONT-021)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.bargain import DISCLOSES, OF_CONTRACT
from yifa.check.contract import meant
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.parties import Side
from yifa.check.rule import Rule
from yifa.check.words import HERE
from yifa.law import act

_SECRET = re.compile(
    r"不得以[^，。；]{0,4}信息公开为由[^，。；]{0,14}(?:提供|公开|披露)"
    r"|不得以任何(?:理由|方式|形式)[^，。；]{0,10}(?:公开|披露|公布|透露)"
    r"|(?:任何(?:情况|情形|时候|时间|条件|理由|形式|方式)下?|一律|绝对|永久|永远|无论何时"
    r"|始终)[^。；]{0,24}?(?:不得|不能|禁止|不予|不)(?:将[^，。；]{2,14}?)?(?:对外"
    r"|向[^，。；]{1,10})?(?:公开|披露|透露|泄露|公布|提供|告知|外传)"
    r"|(?:不得|不能|禁止|不予)(?:以任何[^，。；]{1,6})?(?:对外|向(?:任何)?[^，。；]{1,12})?(?:公开"
    r"|披露|透露|泄露|公布)[^。；]{0,14}(?:本合同|本协议|合同内容|协议内容|全部条款|任何条款)"
)
_ABOUT = re.compile(r"合同|协议|条款|价格|价款|内容")
_EXCEPT = re.compile(r"法律|法规|依法|信息公开|审计|监察|司法|有权机关|另有规定|除外|经[^，。；]{0,12}同意")


_NEVER = (
    frame(
        r"(?:对谁都不说|谁问都|不给看|也不给|不许说|一个字)",
        within=(r"合同|协议|价格|条款|内容|补贴",),
        unless=r"依法|除外|乙方(?:不得|应)",
    ),
    frame(
        r"(?:不(?:得|能|准|予|对外|向|给|可|让)|谁(?:都|也|来)|禁止|拒绝|保密|不说|不外|均不)",
        within=(
            (
                r"永(?:久|远)|任何(?:时候|情况|人|方式|单位|形式|理由)|谁|一切|绝对|全文|无论"
                r"|均不得|一律|所有|终身|始终|无限期"
            ),
            r"合同|协议|条款|价格|价款|信息|内容",
            r"公开|知|看|说|披露|保密|透露|外传|查|对外|告诉|公布|泄露",
        ),
        unless=(
            r"法律|法规(?:规定|另)|依法|除外|有权机关|另有规定|乙方(?:不得|应|对甲方)"
            r"|商业秘密|个人信息|国家秘密|数据"
        ),
    ),
)


_CLOSED = (
    frame(
        rf"(?:不(?:得|予|再|在|对|向|依|以|作|应|能|列入|纳入|因|将|主动)?(?:{HERE}{{0,20}}?){DISCLOSES}|不(?:属于"
        rf"|纳入|列入|在|适用){HERE}{{0,12}}(?:信息公开|公开)"
        rf"|(?:拒绝|驳回|谢绝){HERE}{{0,10}}(?:公开|提供|申请|披露)|(?:一概|一律|均)(?:予以)?{HERE}{{0,4}}拒绝"
        rf"|(?:永久|绝对|无限期|终身|严格永久){HERE}{{0,6}}保密|亦?不例外)",
        within=(
            OF_CONTRACT,
            (
                r"任何|一律|永|全部|无论|不论|绝对|始终|均|例外|一概|不予|信息公开|依申请|公开(?:申请|范围|目录)"
                r"|网|社会"
                r"|拒绝|秘密|整个|所有|公告"
            ),
        ),
        unless=(
            r"法律[、，]?[^，。；]{0,4}法规|依法(?:应当|必须|需要|须)?(?:公开|披露)|有权机关|另有规定|除外"
            r"|(?<!双方)(?<!甲)乙方(?:不得|应当?|对甲方|须|负有|保证)|(?:个人信息|国家秘密|数据|技术秘密|个人隐私)"
            r"|应当(?:依法)?(?:公开|公告|公示)|不得拒绝公开|审计|监察"
        ),
    ),
)
"""The text of the contract, words for letting it be known, and a refusal that knows no exception."""


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (
            Hit(s.start, s.end, confidence=0.7)
            for s in meant(draft, _NEVER, refusals=True)
            if draft.parties.actor(s) is not Side.PRIVATE
        ),
        (
            Hit(s.start, s.end)
            for s in meant(draft, _CLOSED, refusals=True)
            if draft.parties.actor(s) is not Side.PRIVATE
        ),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    """Silent where the article makes an exception, or where only the other side is bound."""
    for one in draft.statements:
        for spot in one.find(_SECRET):
            span = draft.outline.article(spot.start) or (one.start, one.end)
            bound = draft.parties.actor(spot)
            if (
                (_EXCEPT.search(draft.text, *span) and "信息公开为由" not in spot.text)
                or not one.has(_ABOUT)
                or bound is Side.PRIVATE
            ):
                continue
            yield Hit(spot.start, spot.end, confidence=0.8)
            break


RULE = Rule(
    id="CONT-021",
    group=Group.CONTRACT,
    severity=Severity.WARNING,
    summary="约定绝对保密，排除了信息公开",
    basis=(act("政府信息公开条例")[13], act("政府信息公开条例")[15]),
    suggestion="加“法律、法规规定应当公开的除外”",
    look=_look,
    fires=(
        "本合同内容任何情况下均不得公开。",
        "双方永久不得向第三方披露本协议条款。",
        "甲方不得对外公布本合同价格，不得公开本合同内容。",
        "合同条款一律不得披露。",
        "双方不得以任何方式向任何第三方透露本协议的内容。",
    ),
    silent=(
        "除依法应当公开的外，双方应当保密。",
        "乙方在任何情况下不得披露甲方的数据和本合同内容。",
        "第八条 双方不得公开本合同内容。\n法律、法规规定应当公开的除外。",
        "甲方应当依法公开本合同。",
        "未经对方同意，任何一方不得披露本合同内容，但经法律、法规要求的除外。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
