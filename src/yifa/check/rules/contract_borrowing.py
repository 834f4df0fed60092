"""The government borrows by contract (CONT-003)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.contract import acts, meant
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.parties import Side
from yifa.check.rule import Rule
from yifa.check.words import HERE
from yifa.law import act

_ACTS = re.compile(
    r"售后回租|(?:出售|转让)[^。；]{0,20}(?:租回|回租)|付息|还本|(?:取得|申请|获取)[^，。；]{0,6}(?:贷款|借款"
    r"|融资)|(?:连同|加计|并)[^，。；]{0,14}利息[^，。；]{0,6}(?:归还|偿还|返还)|(?<![筹募])集资(?!金)|(?<!投)借资"
    r"|向(?!社会资本方提供)[^，。；]{1,16}(?:借款|借入|融资|举债|贷款)(?!合同约定)|还本付息|(?:偿还|归还|支付|返还"
    r"|清偿)[^，。；]{0,12}(?:本息|融资本金|借款本金|本金[和及、与]利息|贷款|融资款)|(?:借款|融资"
    r"|举债)[^，。；]{0,16}(?:用于|建设)"
)
_AS_DEBT = re.compile(
    r"支付[^，。；]{0,24}(?:本金[^，。；]{0,10}(?:息|收益|回报|利率)|年息|年利率|(?:融资|投资)?利息|固定(?:对价"
    r"|溢价|股息|利息)|资金占用费|资金成本|融资成本)|(?:按|以)[^，。；]{0,14}(?:年息|年利率|年化利率"
    r"|年化)[^，。；]{0,14}(?:支付|归还|偿还|返还)"
)
"""Capital and interest under another name (名股实债)."""
_LATE = re.compile(r"逾期|迟延|延迟|未按(?:期|时|约)|拖欠")
_LENT = re.compile(
    r"(?:向|给|借给|出借给|提供给)(?:甲方|县政府|区政府|镇政府|政府|采购人|发包人)[^，。；]{0,10}(?:借款|出借|垫借"
    r"|融资)|(?:借款|出借资金|提供借款|提供融资)[^，。；]{0,10}(?:给|予)(?:甲方|政府)"
)
_BONDS = re.compile(r"地方政府债券|专项债券|政府债券|国债")


_BORROWS = (
    frame(
        r"(?:筹措|筹集|融入|拆借|等额偿付|分年偿付|分期偿付)",
        within=(r"占用成本|资金成本|利率|利息|年化|息", r"偿|还|付"),
        unless=r"逾期|违约|债券|乙方自行|乙方负责",
    ),
    frame(
        r"(?:借给|借出|借来|先由乙方借|分摊本金|融资成本|资金成本|按年利|月利|利息)",
        within=(r"年利|利一分|[一二三四五六七八九]分(?:利|算)|融资成本|利率|利息|本金|成本", r"还清|还|分摊|付|归还"),
        unless=r"逾期|违约|债券|乙方自行|银行向乙方",
    ),
    frame(
        (
            rf"(?:借(?:用|款|入|到|给|来|支)?(?!鉴|助|据|阅|道)|融资|集资|周转|出钱{HERE}{{0,4}}(?:盖|建|修)"
            rf"|卖给[^。；]{{0,16}}(?:租回|回租)|售后回租|带息|付息|(?:本钱|本金|利钱|利息){HERE}{{0,10}}(?:还|付"
            rf"|给|归|返)|(?:还|付|归还|返还|支付){HERE}{{0,12}}(?:本钱|本金|利钱|利息|本息))"
        ),
        within=(
            (
                rf"利息|年息|月息|利率|利钱|息{HERE}{{0,4}}个点|[0-9一二三四五六七八九十]厘|本息|本金|本钱|成本费"
                rf"|年化|资金占用"
            ),
            r"还|付|归|返|偿|租",
        ),
        unless=r"逾期|违约|债券|乙方自行(?:还|偿)|滞纳|不承担|延期付款利息|质保",
    ),
)


_BACK = (
    frame(
        rf"(?:归还|返还|偿还|偿付|清偿|还本|付息|计息|结息|退还|还清|支付(?={HERE}{{0,10}}(?:利息|占用费|租息"
        rf"|本息)))",
        within=(
            rf"(?:周转|投入|垫|借|取得|提供|出借|筹|融入|拆借|建设)(?:的)?{HERE}{{0,6}}(?:资金|款|本金)|融资租赁"
            rf"|资金占用费|建设资金|投资款|年利率|年息|年化|利率|连本带息|租息",
            r"利息|本息|年化|利率|财政|占用费|分[0-9一二三四五六七八九十]+[年期]|租金|到期|连本带息|租息|逐年|年息",
        ),
        unless=(
            r"逾期|违约|债券|连带|担保|保证责任|代[其为]|统筹|无力|之责|先期投入|垫|保证金|预付款|多付|误付"
            r"|乙方(?:自行|负责|应当?)(?:归还|偿还|还)|违约金|银行向乙方|发票|滞纳|迟延|延期付款|未按|征收"
            r"|土地储备"
        ),
    ),
    frame(
        rf"(?:举借|举债|借入|借支|融入|拆借|筹借|挪借|借取){HERE}{{0,16}}",
        within=(r"资金|款|元",),
        unless=r"债券|乙方(?:自行|为|向银行)|不得|设备|借用|借阅",
    ),
)
"""Money goes to the government and comes back with interest."""
_LENDS = (
    frame(
        rf"(?:出借|借给|借予|提供(?:借款|融资|周转资金|资金支持)|垫借|拆借){HERE}{{0,24}}",
        within=(r"甲方|政府|采购人|发包人|财政|管委会", r"资金|款|元", r"息|利率|归还|返还|偿还|到期|还本"),
        unless=r"逾期|违约|债券|甲方不得|银行向乙方|乙方向银行",
    ),
)
"""The other side lends to the government."""


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (
            Hit(s.start, s.end, "政府一方借用资金并还本付息，属于变相举债。", confidence=0.7)
            for s in meant(draft, _BORROWS, Side.GOVERNMENT, Side.BOTH)
        ),
        (
            Hit(s.start, s.end, "政府一方借用资金并还本付息，属于变相举债。")
            for s in meant(draft, _BACK, Side.GOVERNMENT, Side.BOTH)
        ),
        (Hit(s.start, s.end, "由相对方借款给政府，属于违规举债。") for s in meant(draft, _LENDS, Side.PRIVATE)),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    told: set[int] = set()
    for spot in acts(draft, _ACTS, Side.GOVERNMENT):
        if not _BONDS.search(spot.statement.text):
            told.add(spot.statement.start)
            yield Hit(spot.start, spot.end)
    for spot in acts(draft, _AS_DEBT, Side.GOVERNMENT):
        if not _LATE.search(spot.statement.text) and spot.statement.start not in told:
            yield Hit(spot.start, spot.end, "以支付本金和利息、固定对价的方式变相举债。", confidence=0.8)
    for spot in acts(draft, _LENT, Side.PRIVATE):
        yield Hit(spot.start, spot.end, "由相对方借款给政府，属于违规举债。")


RULE = Rule(
    id="CONT-003",
    group=Group.CONTRACT,
    severity=Severity.ERROR,
    summary="通过合同举借政府债务",
    basis=(act("预算法")[35, 3], act("政府投资条例")[5, 2]),
    suggestion="删除；确需举债的，由省级政府发行地方政府债券",
    look=_look,
    fires=(
        "甲方分五年向乙方还本付息。",
        "甲方向乙方借款五百万元，用于修建校舍。",
        "由县政府逐年偿还乙方的融资本息。",
        "乙方向甲方提供借款一千万元，年息百分之五。",
        "镇人民政府负责归还项目贷款。",
    ),
    silent=(
        "项目资金由省级发行地方政府债券安排。",
        "乙方向银行融资，自行还本付息。",
        "甲方不承担还本付息责任。",
        "乙方的贷款由乙方负责偿还本息。",
        "甲方逾期付款的，按日支付利息。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
