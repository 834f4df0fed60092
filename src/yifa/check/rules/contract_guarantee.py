"""The government guarantees somebody's debt (CONT-001)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.bargain import DEBT
from yifa.check.contract import acts, meant
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.parties import Side
from yifa.check.rule import Rule
from yifa.check.words import HERE
from yifa.law import act

_ACTS = re.compile(
    r"(?:提供|承担|出具|设定|办理|签订|签署|负|给予)[^，。；]{0,26}?(?:保函|担保函|(?:还款|偿债|融资|信用)保证"
    r"|连带(?:责任)?保证|保证(?:担保|责任)|连带(?:清偿|偿还|还款|付款|赔偿)?(?:责任|义务)|担保|抵押|质押)(?!金"
    r"|物权登记)|(?:作为|以|为)[^，。；]{0,24}(?:担保人|保证人|共同(?:借款|还款|债务)人)|债务加入"
    r"|加入[^，。；]{0,8}债务|共同(?:承担)?[^，。；]{0,4}(?:还款|偿还|偿债)(?:责任|义务)|增信"
    r"|将[^，。；]{2,30}(?:质押|抵押)(?:给|于)|(?:提供|给予)(?:融资|贷款|信用)?保证(?=[，。；]|$)"
    r"|为[^，。；]{1,20}(?:担保|作保)(?=[，。；]|$)|(?:以|用|把|将)[^，。；]{2,30}(?:提供|作为|进行|作|设定|设立"
    r"|办理)[^，。；]{0,14}(?:抵押|质押|担保)"
)
_DEBT = re.compile(
    r"贷款|借款|融资|债务|债券|还款|偿还|清偿|银行|金融机构|债权人|本息|担保人|保证人|连带|抵押|质押|担保"
)
_EXCEPT = re.compile(r"支付担保|付款担保|国务院批准|转贷|担保(?:公司|机构)|违约责任担保|要求[^，。；]{0,10}提供")


_STANDS_IN = (
    frame(
        (
            rf"(?:押(?:上|给|在|出|进)|一起背|同担|共担|偿付之责|还款之责|一块(?:还|背|扛)|跟{HERE}{{0,6}}(?:还|背"
            rf"|扛)|拿{HERE}{{0,14}}(?:押|作保)|(?:收费权|土地|储备地|股权|资产|门面|办公楼){HERE}{{0,6}}(?:押"
            rf"|作抵))"
        ),
        within=(r"银行|债券|贷款|借|信托|要钱|兑|融资|还",),
        unless=r"乙方(?:以|用)|股东|自有|取得贷款用于|为抵押取得",
    ),
    frame(
        (
            rf"(?:担保|保证(?!金)|作保|连带|共同{HERE}{{0,6}}(?:负责|承担|偿还|还款|清偿)|抵押|质押|作押|押给|押在"
            rf"|背书|增信|书面(?:保证|承诺)|签字{HERE}{{0,12}}(?:负责|承担)|(?:借据|贷款合同|借款合同"
            rf"|保证书){HERE}{{0,4}}(?:上)?签(?:字|章|名)|承担{HERE}{{0,6}}(?:付款|还款|偿还|清偿|代偿)(?:义务"
            rf"|责任)|兜着|托底)"
        ),
        within=(
            (
                r"贷款|借款|融资|债务|债券|欠款|还款|偿还|清偿|银行|农商行|信用社|金融机构|债权人|本息|本金|授信"
                r"|信贷|借据|还贷|付息|兑付|按揭"
            ),
        ),
        unless=(
            r"[持诺慰顾援]函|的函|仅在|没有任何|取得贷款用于|履约担保|支付担保|付款担保|国务院|转贷|担保公司"
            r"|要求乙方|由其股东|自有(?:房产|资产|设备)|反担保"
        ),
    ),
)


_CALLED_ON = frame(
    rf"(?:要求|请求|向|由|通知)(?:甲方|政府|采购人|发包人){HERE}{{0,12}}(?:清偿|偿还|偿付|代偿|履行|承担|还款|追偿"
    rf"|追索|主张)",
    within=(r"债权人|银行|金融机构|贷款人|出借人|信用社", DEBT),
    unless=r"无权|不得|租金|服务费",
)
"""A creditor may turn to the government."""
_ANSWERS = (
    frame(
        rf"(?:承担|负有|负|履行){HERE}{{0,14}}(?:责任|义务|之责)|(?:签署|签订|出具|加盖|签章|盖章"
        rf"|签字){HERE}{{0,12}}(?:担保|保证|抵押|质押|还款)",
        near=(r"清偿|偿还|还款|代偿|偿付|担保|保证|连带|付息|兑付|回购",),
        within=(r"贷款|借款|融资|债务|债券|授信|信贷|银行|金融机构|本息|债权人", r"乙方|项目公司|企业|公司|平台|投资"),
        unless=r"违约责任|质量|保修|履约担保|支付担保|不承担|甲方自身|工资|与(?:甲方|政府)无关",
    ),
    frame(
        rf"(?:设定|设立|提供|办理|作为|作|给予|设置|安排|落实){HERE}{{0,10}}(?:抵押|质押|担保|保证|增信|质物|押品)"
        rf"|(?:抵押|质押|出质)(?:给|予|于|至)",
        within=(DEBT,),
        unless=(
            r"履约担保|支付担保|付款担保|反担保|乙方(?:以|用|的股东)|股东|自有|质量|保函|取得贷款用于|国务院|要求乙方"
        ),
    ),
)
"""The government is answerable for somebody's debt: the parts of that meaning, whatever the order."""


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (Hit(s.start, s.end, confidence=0.75) for s in meant(draft, _STANDS_IN, Side.GOVERNMENT)),
        (
            Hit(s.start, s.end)
            for s in meant(draft, _ANSWERS, Side.GOVERNMENT, Side.UNKNOWN)
            if "不" not in s.text_before[-6:]
        ),
        (Hit(s.start, s.end) for s in meant(draft, (_CALLED_ON,))),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    for spot in acts(draft, _ACTS, Side.GOVERNMENT):
        if _DEBT.search(spot.statement.text) and not _EXCEPT.search(spot.clause.text):
            yield Hit(spot.start, spot.end)


RULE = Rule(
    id="CONT-001",
    group=Group.CONTRACT,
    severity=Severity.ERROR,
    summary="行政机关为他人债务提供担保",
    basis=(
        act("民法典")[683, 1],
        act("最高人民法院关于适用《中华人民共和国民法典》有关担保制度的解释")[5, 1],
        act("预算法")[35, 4],
    ),
    suggestion="删除担保条款",
    look=_look,
    fires=(
        "甲方（某镇人民政府）为乙方贷款提供连带责任保证。",
        "县财政局对项目公司的融资承担连带清偿责任。",
        "由甲方作为保证人，在贷款合同上签字。",
        "甲方以县属国有土地使用权为乙方借款提供抵押。",
        "甲方：某建设有限公司\n乙方：某镇人民政府\n第一条 乙方为甲方向银行的借款提供担保。",
    ),
    silent=(
        "甲方不得为任何单位债务提供担保。",
        "乙方应当向甲方提供履约担保。",
        "乙方的股东为乙方债务提供连带责任保证。",
        "甲方：某建设有限公司\n乙方：某镇人民政府\n第一条 甲方以设备为自己的借款提供抵押。",
        "甲方有权要求乙方提供担保。",
        "甲方保证所提供的资料真实。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
