"""Payment waits for money from somebody else (CONT-014)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.bargain import ARRIVES, FUNDS_OF_OTHERS, PAYS
from yifa.check.clause import Statement
from yifa.check.contract import meant
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.parties import Side, read_parties
from yifa.check.rule import Rule
from yifa.check.words import HERE
from yifa.law import act

_SOURCE = (
    r"(?:上级|省级?|市级?|中央|国家|财政|第三方|业主|建设单位|总包(?:单位|方)?|发包(?:人|方)|最终用户|县财政|补助"
    r"|专项|债券|拨款|转移支付|奖补|上游|主管部门|总承包|客户|建设方|业主方|土地出让|贷款|融资|债券)"
)
_MONEY = r"(?:资金|拨款|款项?|付款|补助|补贴|工程款|货款|专款|指标|经费|收入|收益)"
_WAITS = re.compile(
    rf"(?:待|等|等待|收到|在|自|以|视|按照?|根据|依据|取得|获得"
    rf"|俟)?[^，。；]{{0,6}}{_SOURCE}[^，。；]{{0,12}}{_MONEY}[^，。；]{{0,4}}(?:(?:到位|到账|到帐|下达|拨付|拨入"
    rf"|拨到|支付|到达|落实)[^，。；]{{0,4}}(?:后|时|之日|为|情况|进度|比例|的(?=，))|后|为(?:前提|条件)|情况|进度"
    rf"|比例)|(?:付款|支付|拨付)[^。；]{{0,12}}(?:与|同|按照?|参照|根据|随){_SOURCE}[^。；]{{0,16}}(?:付款|拨款"
    rf"|拨付|支付|到账|到位)[^。；]{{0,10}}(?:一致|同步|进度|比例|节点|为准)|{_SOURCE}[^，。；]{{0,4}}(?:未|没有"
    rf"|延迟|拖欠|不)[^，。；]{{0,12}}(?:付款|支付|拨款|拨付|到位|下达)[^。；]{{0,24}}(?:推迟|顺延|延期|暂停|暂缓"
    rf"|延后|不予|拒绝|暂不|不负|可以不|不支付|不付款|有权不|免除|不承担|不构成)|{_SOURCE}[^，。；]{{0,12}}(?:到位"
    rf"|下拨|拨付|到账|下达)(?:之)?前[^。；]{{0,12}}(?:不|暂缓|暂停)|(?:待|等|俟"
    rf"|视)[^，。；]{{0,6}}资金[^，。；]{{0,4}}(?:到位|落实|到账)[^，。；]{{0,4}}(?:后|情况|时)"
    rf"|收到{_SOURCE}[^，。；]{{0,8}}(?:支付|拨付|划拨)?的?{_MONEY}[^，。；]{{0,4}}(?:之?后|之日|为前提|为条件)"
)
_PAY = re.compile(r"支付|付款|付给|拨付|付清|结算|结清|顺延|暂缓|延期|暂停")
_ITSELF = re.compile(r"^[^，。；]{0,8}(?:发包[人方]|建设单位|业主)")
_ANOTHER = re.compile(r"甲方|总包|总承包|分包|承包单位向|乙方")
"""The owner is a third only where another pays."""
_STATED = re.compile(r"不得|不以|无论|不论|不因|不受|禁止|不影响|(?:已|均已|已经)[^，。；]{0,6}(?:到位|落实)|不作为")
_WORKERS = re.compile(r"农民工|工人工资|员工工资|职工工资")


_WAITS_FOR = (
    frame(
        r"(?:付|结给|结|给|打给|拨给|支付)",
        within=(
            (
                rf"(?:省|市|上(?:面|级|头)|县里|财政|总包|业主|建设方|中央|甲方的客户|大业主){HERE}{{0,8}}(?:钱|款"
                rf"|资金|回款|拨款|补助)|回款"
            ),
            rf"什么时候{HERE}{{0,6}}(?:下来|到){HERE}{{0,6}}什么时候|没(?:下来|到|拨)|下来|回款了?|才|到了再",
        ),
        unless=r"也应当|不影响|不得以|无论|农民工|乙方收到",
    ),
    frame(
        r"(?:付|支付|拨付|转付|结算|打给|打款|给付)(?!方式|宝|给?甲方)",
        within=(
            (
                rf"(?:上级|省(?:级|里)?|市(?:级|里)?|中央|县(?:里|级|财政)|财政|业主|建设单位|总包|发包人|补助|专项"
                rf"|专款|拨款|转移支付|债券|贷款|土地出让|融资|总承包|最终用户){HERE}{{0,14}}(?:款|资金|补助|钱"
                rf"|拨款|贷款|收入|债券)|把钱|专款|补助"
            ),
            (
                rf"(?:到(?:账|位|了|达|县)?|下来|下达|拨下|拨付|打给|来了|收到|批下){HERE}{{0,12}}(?:后|再|才|时"
                rf"|为前提|为条件|之日|，)|(?:没|未|不){HERE}{{0,6}}(?:到|下|来|拨)|取决于|看{HERE}{{0,14}}(?:到"
                rf"|下)|为前提|为条件|之后|相应(?:往后推|顺延|推迟)|来源于"
            ),
        ),
        unless=(
            r"不得以|不论|无论|不因|不影响|不以|不作为|已(?:经)?(?:到位|落实|列入)|农民工|乙方收到|向甲方(?:支付"
            r"|缴)|预付款保函"
        ),
    ),
)
_THEN = re.compile(r"再|才|后|前提|条件|取决|可以不|不(?:付|视为|支付|承担|算)|顺延|推|暂")


_HANGS = frame(
    PAYS + r"|付款|暂缓|顺延|延迟|延期|逾期|追究|主张",
    within=(
        rf"{FUNDS_OF_OTHERS}[^。；]{{0,16}}?{ARRIVES}|{ARRIVES}[^，。；]{{0,10}}?{FUNDS_OF_OTHERS}|(?:因"
        rf"|由于){FUNDS_OF_OTHERS}[^，。；]{{0,10}}(?:原因|迟延|延迟|滞后|未)",
        (
            rf"{ARRIVES}[^，。；]{{0,10}}(?:之?后|时|为(?:前提|条件|准|限|依据)|之日|的(?=，)|前)|(?:前提|条件|取决"
            rf"|视|同步|按比例|待|等|俟|以){HERE}{{0,12}}{FUNDS_OF_OTHERS}|[未没不][^，。；]{{0,8}}{ARRIVES}"
            rf"|{FUNDS_OF_OTHERS}[^，。；]{{0,8}}(?:后|原因)|随{HERE}{{0,8}}{FUNDS_OF_OTHERS}"
        ),
        r"支付|付款|付清|结清|拨付|款项|价款|工程款|货款|尾款|费用|逾期",
    ),
    unless=(
        r"不得以|不论|无论|不因|不受|支付申请|不影响|不以|不作为|融资租赁|租息|本金|带资|垫[资付]|进度款|筹集"
        r"|已(?:经)?(?:到位|落实|列入|纳入)|(?:列入|纳入)[^，。；]{0,8}预算|农民工|工资|乙方收到|向甲方|预付款保函"
        r"|贷款利率|报价利率|乙方(?:向|应当?|须)[^，。；]{0,6}(?:支付|缴)|国库集中支付(?:审核|审批)|收到(?:乙方"
        r"|发票|供应商|货物)|质量保证金|担保|偿还|还本|本息|贷款银行|融资(?:主体|方)|乙方(?:自行)?融资|补足|资本金"
        r"|补贴资金的"
    ),
)
"""What is owed waits for money that comes from elsewhere."""


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (
            Hit(s.start, s.end, confidence=0.7)
            for s in meant(draft, _WAITS_FOR, refusals=True)
            if _THEN.search(s.statement.text) and not _WORKERS.search(s.statement.text)
        ),
        (Hit(s.start, s.end) for s in meant(draft, (_HANGS,), refusals=True) if not _WORKERS.search(s.statement.text)),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        if one.has(_STATED) or one.has(_WORKERS):
            continue
        found = _WAITS.search(one.text)
        if found and _ITSELF.search(found[0]) and not one.has(_ANOTHER):
            continue
        if found and one.has(_PAY) and _owed(draft, one, found):
            yield Hit(one.start + found.start(), one.start + found.end(), confidence=0.8)


def _owed(draft: Draft, one: Statement, found: re.Match[str]) -> bool:
    """Whether what waits is payment to the other side, not by it to the government; a name of the payer is no third."""
    later = one.text[found.end() :]
    parties = draft.parties or read_parties(draft.text)
    subject = [
        side for start, _, side in parties.mentions(later) if not later[:start].endswith(("向", "给", "与", "对"))
    ]
    paid_to = re.search(r"(?:向|给|与)(?:甲方|采购人|发包人)", later)
    return not paid_to and not (
        subject
        and subject[0] is Side.PRIVATE
        and re.match(r"[，]?(?:乙方|供应商|承包人)(?:应|须|将)?[^，。；]{0,6}(?:开具|提供|提交|支付|缴)", later)
    )


RULE = Rule(
    id="CONT-014",
    group=Group.CONTRACT,
    severity=Severity.WARNING,
    summary="以上级拨款、第三方付款为付款条件",
    basis=(act("保障中小企业款项支付条例")[7, 1], act("保障中小企业款项支付条例")[9]),
    suggestion="写确定的付款期限",
    look=_look,
    fires=(
        "待上级资金拨款到位后支付乙方。",
        "甲方收到业主工程款后十日内向分包人付款。",
        "价款以财政资金到账为条件支付。",
        "按照上级补助资金到位进度向乙方付款。",
        "省级专项资金下达后，甲方支付剩余款项。",
    ),
    silent=(
        "验收合格之日起30日内支付乙方。",
        "甲方收到乙方发票后三十日内付款。",
        "甲方不得以上级资金未到位为由迟延支付。",
        "本项目财政资金已经到位，甲方按期支付。",
        "乙方收到甲方款项后，应当及时支付农民工工资。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
