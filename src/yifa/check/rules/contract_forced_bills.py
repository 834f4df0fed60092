"""The other side must take bills instead of money (CONT-025)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.contract import meant
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.check.words import HERE
from yifa.law import act

_BILLS = (
    r"(?:商业(?:承兑)?汇票|银行承兑汇票|承兑汇票|应收账款电子凭证|电子债权凭证|供应链金融凭证"
    r"|以物抵[债款]|房产抵[债款]|消费券|非现金支付方式|云信|商票)"
)
_FORCED = re.compile(
    rf"(?:无条件|必须|应当)接受[^，。；]{{0,12}}{_BILLS}"
    rf"|(?:必须|应当|只能?|须|仅|一律|全部|均|不得拒[绝收])[^，。；]{{0,20}}{_BILLS}"
    rf"|{_BILLS}[^。；]{{0,26}}?(?:不得拒[绝收]|应当接受|必须接受|应予接受|应接受|须接受|无条件接受"
    rf"|不得(?:提出)?异议|不得要求(?:现金|转账))"
    rf"|(?:全部|一律|均|只)(?:以|采用|使用|用)[^，。；]{{0,8}}{_BILLS}"
    rf"|(?:以|采用)[^，。；]{{0,6}}(?:商业承兑汇票|商业汇票|应收账款电子凭证|电子债权凭证)(?:方式"
    rf"|形式)?(?:支付|付款|结算)(?:全部|合同|工程|货)?(?:价款|款)?"
)
_FREE = re.compile(
    r"不得强[制迫]|不强[制迫]|协商一致|自愿|可以(?!采用商业)|任选"
    r"|经(?:乙方|供应商|承包人)(?:书面)?同意|同意后|也可|不得(?:以|采用|使用)|禁止|不采用|不接受"
)


_NOT_MONEY = (
    frame(
        rf"(?:用|拿|以){HERE}{{0,14}}(?:门面|商铺|房|车位|地|货|产品|粮食|酒){HERE}{{0,4}}(?:顶|抵|折)",
        within=(r"款|账|价|费|钱", r"不(?:许|得|能|准)|必须|只|全部|应当"),
        unless=r"自愿|协商|经乙方",
    ),
    frame(
        (
            rf"(?:商业(?:承兑)?汇票|承兑汇票|商票|应收账款{HERE}{{0,4}}凭证|电子凭证"
            rf"|债权凭证|供应链{HERE}{{0,8}}凭证|住宅|住房|房产|商铺|房屋|实物|车位|土地"
            rf"|产品|消费券|购物卡|物资){HERE}{{0,6}}(?:抵付|抵|冲抵|抵顶|付款|支付|结算"
            rf"|充抵|折价|折抵)|(?:用|以|拿|使用|采用){HERE}{{0,10}}(?:汇票|商票|凭证|住宅"
            rf"|房产|商铺|车位|实物)"
        ),
        within=(
            r"款|价|费|付",
            (
                rf"不(?:得|能|准|许|可){HERE}{{0,8}}(?:拒|说不|异议|要求|挑|提|不收)|一律|必须"
                rf"|应当(?:接受|收下)|只|全部|不要求|同意不|无条件|均"
            ),
        ),
        unless=(
            r"不得强|协商一致|自愿|可以选|任选|经(?:乙方|供应商|承包人)(?:书面)?同意"
            r"|甲方不得|禁止|不使用|不采用|补偿|征收|安置"
        ),
    ),
)


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, _said(draft), (Hit(s.start, s.end, confidence=0.75) for s in meant(draft, _NOT_MONEY)))


def _said(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        for spot in one.find(_FORCED):
            if not one.has(_FREE):
                yield Hit(spot.start, spot.end, confidence=0.85)
                break


RULE = Rule(
    id="CONT-025",
    group=Group.CONTRACT,
    severity=Severity.WARNING,
    summary="强制接受商业汇票等非现金支付方式",
    basis=(act("保障中小企业款项支付条例")[11],),
    suggestion="改为银行转账；用汇票的须经对方同意",
    look=_look,
    fires=(
        "乙方必须接受商业汇票支付。",
        "甲方以商业承兑汇票支付货款，乙方不得拒收。",
        "工程款全部采用应收账款电子凭证支付。",
        "货款一律以承兑汇票结算。",
        "甲方采用商业汇票方式支付合同价款。",
    ),
    silent=(
        "双方协商一致可以采用银行转账。",
        "甲方不得强制乙方接受商业汇票。",
        "经乙方同意，甲方可以以商业汇票支付。",
        "甲方以银行转账方式支付货款。",
        "乙方自愿接受应收账款电子凭证的，另行签订协议。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
