"""The other side must take bills instead of money (CONT-025)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.bargain import NO_CASH, PAYS
from yifa.check.contract import meant
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.parties import Side
from yifa.check.rule import Rule
from yifa.check.words import HERE
from yifa.law import act

_BILLS = (
    r"(?:商业(?:承兑)?汇票|银行承兑汇票|承兑汇票|应收账款电子凭证|电子债权凭证|供应链金融凭证|以物抵[债款]"
    r"|房产抵[债款]|消费券|非现金支付方式|云信|商票)"
)
_FORCED = re.compile(
    rf"(?:无条件|必须|应当)接受[^，。；]{{0,12}}{_BILLS}|(?:必须|应当|只能?|须|仅|一律|全部|均"
    rf"|不得拒[绝收])[^，。；]{{0,20}}{_BILLS}|{_BILLS}[^。；]{{0,26}}?(?:不得拒[绝收]|应当接受|必须接受|应予接受"
    rf"|应接受|须接受|无条件接受|不得(?:提出)?异议|不得要求(?:现金|转账))|(?:全部|一律|均|只)(?:以|采用|使用"
    rf"|用)[^，。；]{{0,8}}{_BILLS}|(?:以|采用)[^，。；]{{0,6}}(?:商业承兑汇票|商业汇票|应收账款电子凭证"
    rf"|电子债权凭证)(?:方式|形式)?(?:支付|付款|结算)(?:全部|合同|工程|货)?(?:价款|款)?"
)
_FREE = re.compile(
    r"不得强[制迫]|不强[制迫]|协商一致|自愿|可以(?!采用商业)|任选|经(?:乙方|供应商|承包人)(?:书面)?同意|同意后"
    r"|也可|不得(?:以|采用|使用)|禁止|不采用|不接受"
)


_NOT_MONEY = (
    frame(
        rf"(?:用|拿|以){HERE}{{0,14}}(?:门面|商铺|房|车位|地|货|产品|粮食|酒){HERE}{{0,4}}(?:顶|抵|折)",
        within=(r"款|账|价|费|钱", r"不(?:许|得|能|准)|必须|只|全部|应当"),
        unless=r"自愿|协商|经乙方",
    ),
    frame(
        (
            rf"(?:商业(?:承兑)?汇票|承兑汇票|商票|应收账款{HERE}{{0,4}}凭证|电子凭证|债权凭证"
            rf"|供应链{HERE}{{0,8}}凭证|住宅|住房|房产|商铺|房屋|实物|车位|土地|产品|消费券|购物卡"
            rf"|物资){HERE}{{0,6}}(?:抵付|抵|冲抵|抵顶|付款|支付|结算|充抵|折价|折抵)|(?:用|以|拿|使用"
            rf"|采用){HERE}{{0,10}}(?:汇票|商票|凭证|住宅|房产|商铺|车位|实物)"
        ),
        within=(
            r"款|价|费|付",
            (
                rf"不(?:得|能|准|许|可){HERE}{{0,8}}(?:拒|说不|异议|要求|挑|提|不收)|一律|必须|应当(?:接受|收下)|只"
                rf"|全部|不要求|同意不|无条件|均"
            ),
        ),
        unless=(
            r"不得强|协商一致|自愿|可以选|任选|经(?:乙方|供应商|承包人)(?:书面)?同意|甲方不得|禁止|不使用"
            r"|不采用(?:商业|承兑|汇票|票据|非现金)|补偿|征收|安置"
        ),
    ),
)


_PAID_IN_KIND = (
    frame(
        rf"(?:以|用|采用|使用|通过|按|采取|开具|出具|交付){HERE}{{0,18}}?{NO_CASH}"
        rf"|{NO_CASH}[^，。；]{{0,10}}(?:支付|付款|结算|抵付|抵顶|冲抵|抵偿|兑付|抵扣|折抵|方式)|(?:方式"
        rf"|形式){HERE}{{0,4}}(?:为|是|限于|仅限|只能){HERE}{{0,8}}{NO_CASH}",
        within=(rf"{PAYS}|兑付|抵付|抵顶|冲抵|抵偿|折抵|支付方式|付款方式|结算方式", r"款|价|费|结算|付款"),
        unless=(
            r"不得强|协商一致|自愿|可以选|任选|经(?:乙方|供应商|承包人)(?:书面)?同意|甲方不得|禁止|不使用"
            r"|不采用(?:商业|承兑|汇票|票据|非现金)|补偿|征收|安置|担保|保证金|抵押|质押|投资|出资|乙方(?:以|用"
            r"|应当?(?:以|用))|股权转让|产品质量|不以|或者(?:现金|银行转账)|验收|折旧|保函|租赁|交付使用|支付凭证"
            r"|交付产品|产品(?!抵|冲|折|支付|付款)"
        ),
    ),
)
"""The price, and what is given for it instead of money."""
_NO_SAY = frame(
    r"(?:不得|无权|放弃|不能|不再)[^，。；]{0,10}(?:异议|拒[绝收]|要求[^，。；]{0,6}(?:现|转账|货币|其他))",
    within=(NO_CASH, PAYS),
    unless=r"甲方不得|保证金|产品质量|担保",
)
"""The other side may not refuse it."""


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (Hit(s.start, s.end, confidence=0.75) for s in meant(draft, _NOT_MONEY)),
        (Hit(s.start, s.end) for s in meant(draft, _PAID_IN_KIND, Side.GOVERNMENT, Side.UNKNOWN, Side.BOTH)),
        (Hit(s.start, s.end) for s in meant(draft, (_NO_SAY,), Side.PRIVATE, refusals=True)),
    )


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
