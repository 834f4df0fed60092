"""The builder is to advance the money (CONT-005)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.contract import acts, meant
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.check.words import HERE
from yifa.law import act

_ACTS = re.compile(
    r"垫[资支](?!料)|(?:自有资金|自有款项)[^，。；]{0,10}(?:施工|建设|完成)[^。；]{0,40}(?:竣工|验收"
    r"|完工)[^。；]{0,16}(?:支付|付款|付清|结算)|带资(?![格料质])|(?:先行|全额|自行"
    r"|负责)?垫付[^，。；]{0,8}(?:工程|建设|项目|施工|材料|前期)(?:款|资金|费用|费|价款)?|(?:工程|建设|项目"
    r"|施工)(?:款|资金|费用|价款)[^，。；]{0,12}垫付"
)


_BUILDER = r"(?:施工单位|施工方|施工企业|承包人|承包方|承包单位|总包单位|中标单位|中标人|乙方)"
_OWN_MONEY = re.compile(
    rf"(?:资金|费用|工程款|款项)[^，。；]{{0,8}}由{_BUILDER}[^，。；]{{0,6}}(?:投入|筹[措集]|承担|解决"
    rf"|自筹)[^。；]{{0,20}}(?:验收|竣工|完工|建成|交付)[^。；]{{0,16}}(?:支付|付清|结算|结清|偿付|返还)"
    rf"|{_BUILDER}[^，。；]{{0,6}}(?:先行|先期|提前|预先)(?:支付|承担|投入)[^，。；]{{0,14}}(?:款|费用?|资金"
    rf"|工资)[^。；]{{0,14}}(?:验收|竣工|完工|建成|交付)[^。；]{{0,16}}(?:支付|付清|结算|结清|偿付|返还)|(?:资金"
    rf"|费用|工程款|款项|成本)[^，。；]{{0,8}}由{_BUILDER}[^，。；]{{0,6}}(?:先行|先期|提前)[^，。；]{{0,4}}(?:投入"
    rf"|筹[措集]|承担|解决|支付)|(?:自行|自己|负责)?(?:筹[措集]|自筹)[^，。；]{{0,6}}(?:资金|款项"
    rf"|经费)[^，。；]{{0,14}}(?:完成|施工|建设|实施)[^。；]{{0,40}}(?:偿付|支付|付清|结清|返还|拨付|付款)|(?:不设"
    rf"|不支付|不予支付|没有|不付)[^，。；]{{0,4}}(?:工程)?预付款[^，。；]{{0,4}}进度款"
)


_ADVANCED = (
    frame(
        rf"(?:自己掏钱|自掏腰包|先垫着|垫着|先贴|先拿钱|掏钱{HERE}{{0,4}}(?:干|做|建))",
        within=(r"干活|施工|工程|材料|工人|完工|建|承包",),
        unless=r"无需|不用|不得|不要",
    ),
    frame(
        (
            rf"(?:先(?:行)?(?:出|垫|投入|施工|干|付|备|期投入)|自(?:备|筹|有|带)(?:流动)?资金|自有款|垫(?:付|资|支"
            rf"|款)|自理|(?:自己|自行)(?:出钱|掏钱|筹|解决|承担|垫)|备足{HERE}{{0,6}}资金|带资|干完|不(?:申请|支付"
            rf"|付|拨|预付){HERE}{{0,8}}(?:预付款|进度款|工程款|任何款项|款))"
        ),
        within=(
            r"工程|施工|主体|桥|路|竣工|完工|封顶|通车|交工|钢筋|人工|材料|修建|建成|正负零",
            r"后|再|才|前|之后|一并|竣工|完工|验收|期间|封顶|任何",
        ),
        unless=(
            r"投资协议|固定资产投资|无需|不得|无须|不需要|农民工工资(?:由|先行)|抢险|医疗费|按月支付|按进度(?:支付"
            r"|拨付)|质量问题|返工|违约"
        ),
    ),
)


_OWN_FUNDS = (
    r"(?:自有资金|自有款项|自筹(?:资金)?|自带资金|承担[^，。；]{0,10}(?:建设|工程)资金[^，。；]{0,10}能力"
    r"|自备资金|带资|出资|融资|筹[措集]|先[行予](?:负担|投入|承担|支付|筹|出|解决)|先期(?:负担|投入|承担|支付)"
    r"|自行(?:解决|筹|负担|承担|融通|落实|安排)|全额(?:投入|承担|筹)|预先(?:投入|承担)|垫)"
)
_FIRST_BUILT = (
    frame(
        _OWN_FUNDS,
        within=(
            r"施工|工程|路面|建设|主体|竣工|完工|交工|修建|改造|土建|路基|桥梁",
            r"承包|施工(?:单位|方|企业)|中标(?:人|单位)|总包|EPC|发包人|乙方(?=[^。；]{0,30}(?:施工|建设))",
            (
                rf"(?:竣工|完工|交工|验收|通车|封顶|建成|交付){HERE}{{0,14}}(?:后|起|满|合格)|返还|归还|能力"
                rf"|分(?:[0-9一二三四五六七八九十]+)?年|逐年|次年|第二年|资金{HERE}{{0,4}}由(?:承包|施工|中标|乙方)"
                rf"|费用{HERE}{{0,6}}由(?:承包|施工|中标|乙方)"
            ),
        ),
        unless=(
            r"占用成本|利息|年化|通过乙方|资本金|社会资本方?|特许|投资协议|固定资产投资|无需|不得|无须|不需"
            r"|农民工工资|抢险|医疗|按月支付|按进度|质量问题|返工|违约|投标费用|保险费|水电|临时设施|整改|缺陷"
            r"|专款专用|检测费"
        ),
    ),
    frame(
        rf"(?:工程款|进度款|预付款){HERE}{{0,6}}(?:不予|不)(?:支付|拨付)|不承担{HERE}{{0,6}}付款(?:义务|责任)"
        rf"|不(?:予|再|设|安排|支付|拨付|付){HERE}{{0,10}}(?:工程款|进度款|预付款|任何款项|价款|费用|资金)",
        within=(r"(?:建设|施工|工程)期|(?:竣工|完工|交工|验收|封顶|主体完成|通车)(?:合格)?之?前|期间|进度款",),
        unless=r"质量|违约|整改|未按|不合格|不得|返工|额外|另行|增加",
    ),
    frame(
        rf"先(?:行)?(?:施工|建设|建成|完工|干){HERE}{{0,6}}后{HERE}{{0,4}}(?:付|结算|支付)",
        unless=r"不得|禁止",
    ),
)
"""Whose money is used first for public works, and when it comes back."""


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (
            Hit(s.start, s.end, "由施工单位先投入资金、完工后再付款，属于变相垫资。", confidence=0.7)
            for s in meant(draft, _ADVANCED, refusals=True)
            if not re.search("不得|禁止|严禁|无需", s.text_before)
        ),
        (
            Hit(s.start, s.end, "由施工单位先投入资金、完工后再付款，属于变相垫资。")
            for s in meant(draft, _FIRST_BUILT, refusals=True)
            if not re.search("不得|禁止|严禁|无需", s.text_before)
        ),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    for spot in acts(draft, _ACTS):
        yield Hit(spot.start, spot.end)
    for one in draft.statements:
        for spot in one.find(_OWN_MONEY):
            if not re.search(r"不得|禁止|无需|不需|严禁", one.text[: spot.start - one.start]) and not _ACTS.search(
                one.text
            ):
                yield Hit(spot.start, spot.end, "由施工单位先投入资金、完工后再付款，属于变相垫资。", confidence=0.75)


RULE = Rule(
    id="CONT-005",
    group=Group.CONTRACT,
    severity=Severity.ERROR,
    summary="由施工单位垫资建设",
    basis=(act("政府投资条例")[22, 2], act("保障中小企业款项支付条例")[8, 2]),
    suggestion="删除，落实项目资金后再实施",
    look=_look,
    fires=(
        "乙方垫资建设，竣工后三年付清。",
        "本工程采用施工单位带资承包方式。",
        "承包人应当先行垫付全部工程款。",
        "前期建设资金由乙方垫付，主体完工后支付。",
        "乙方须全额垫资施工至竣工验收。",
    ),
    silent=(
        "政府投资项目不得由施工单位垫资建设，乙方无需垫资。",
        "甲方不得要求乙方垫资。",
        "抢险发生的医疗费由乙方先行垫付。",
        "本项目资金已落实，严禁带资施工。",
        "乙方无需为本工程垫付任何建设资金。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
