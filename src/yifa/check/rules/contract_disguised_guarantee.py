"""The government promises to make good another's debt by other words (CONT-002)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.bargain import DEBT, MAKES_UP, REPAYS, SHORT
from yifa.check.contract import NOT_PRIVATE, acts, meant
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.parties import Side
from yifa.check.rule import Rule
from yifa.check.words import HERE
from yifa.law import act

_ACTS = re.compile(
    r"(?:出具|提供|签署|发出|给予)[^，。；]{0,14}?(?:安慰函|宽慰函|支持函|(?:还款|融资|担保|增信|偿债|兜底"
    r"|差额补足|回购)[^，。；]{0,4}承诺(?:函|书)|差额补足函|流动性支持)|差额(?:补足|补偿|支付)(?!函)"
    r"|补足[^，。；]{0,10}(?:差额|本息|缺口)|(?:负责|承担|作出|予以|给予|由[^，。；]{1,10})?兜底(?:承诺|责任|偿还"
    r"|保障|支付)?|代为(?:偿还|清偿|还款|还本付息)(?!义务|责任)|代偿(?![率物方意])|(?:承担"
    r"|负)[^，。；]{0,4}最终[^，。；]{0,4}(?:还款|偿还|偿付)责任|提供流动性支持"
)
_CANNOT = re.compile(
    r"(?:(?:还贷|还款|偿债|付息|还本|兑付)[^，。；]{0,6}(?:不足|困难|缺口)|(?:不足|不够|不能)[^，。；]{0,4}(?:偿付"
    r"|还本|付息|还贷)|亏损|缺口|资金链[^，。；]{0,8}(?:断裂|问题|紧张)|(?:资金|经营|偿债|周转)困难|资不抵债"
    r"|(?:无力|不能|无法|未能|未)(?:按[期时])?(?:清偿|偿还|归还|还款|还本|兑付|支付本息|足额(?:偿还|还本))|(?:到期"
    r"|逾期)(?:未|不能|无力)[还偿归清兑]?)"
)
_FILLS = re.compile(
    r"补(?:多少|上|给)|(?:给予|提供)[^，。；]{0,8}(?:资金支持|资金援助|注资|增资)|补足|补齐|弥补|填补|垫付|垫还"
    r"|代[其为替](?:[^，。；]{0,6}(?:偿|清偿|支付|归还|兑付))|代还|代付|代为(?:支付|兑付|付款|承担)|归还|偿还|清偿"
    r"|兑付|筹[措集][^，。；]{0,6}(?:归还|偿还|资金)|安排[^，。；]{0,8}资金|解决|买单|兜底|承担(?:还款|偿还|清偿"
    r"|亏损)"
)
_SEES_TO = re.compile(
    r"(?:确保|保证|保障|承诺)[^，。；]{0,20}(?:贷款|借款|融资|债务|债券|本息)[^，。；]{0,10}(?:归还|偿还|清偿|还款"
    r"|兑付|还清)|(?:承诺|保证|负责|同意)[^，。；]{0,16}(?:投资|经营)(?:损失|亏损)[^，。；]{0,10}(?:补偿|弥补|补足"
    r"|承担|赔偿)"
)
_FINANCE = re.compile(r"贷款|借款|融资|债务|本息|还款|偿(?!失)|银行|金融|资金|缺口|函")
_OWED = re.compile(r"贷款|借款|融资|债务|债券|本息|还本|付息|偿债|银行")
_OTHER = re.compile(r"兜底(?:条款|性条款|工程|服务)|代偿[^，。；]{0,4}(?:机构|公司)")


_MAKES_GOOD = (
    frame(
        (
            rf"(?:缺多少|差多少|短多少|不够的?|缺口|差的){HERE}{{0,10}}(?:垫|补|添|出|贴|填|付)|(?:函"
            rf"|信){HERE}{{0,6}}，?{HERE}{{0,6}}(?:表示|承诺|说明|保证){HERE}{{0,14}}(?:还|偿|有钱)"
        ),
        within=(r"按揭|贷|信托|银行|借|债|还|本息|融资", r"甲方|镇|县|政府|财政"),
        unless=r"保函|代偿|乙方(?:自行|补)|母公司|与(?:甲方|镇里|政府)无关|担保|工资",
    ),
    frame(
        (
            rf"(?:补(?:上|足|齐|缺|给|贴)|垫(?:付|还|上|支)|拨款|拨给|注资|资金注入|注入|支援|接续|接济|筹(?:措|集)"
            rf"|想办法|协调(?:财政|资金)|安排资金|代(?:为)?(?:还|偿|付|缴)|归还|偿还|清偿|兜底|买单|填(?:上|补)"
            rf"|弥补|统筹资金|平衡资金|解决(?!争议|纠纷)|督促{HERE}{{0,8}}(?:还|偿)|支持{HERE}{{0,8}}(?:还|偿))"
        ),
        within=(
            (
                r"贷款|借款|融资|债务|债券|欠款|还款|偿还|清偿|银行|农商行|信用社|金融机构|债权人|本息|本金|授信"
                r"|信贷|借据|还贷|付息|兑付|按揭"
            ),
            (
                r"不(?:够|足|能|了)|缺口|困难|紧张|无力|未(?:能|按)|违约|逾期|断|出现|如果|万一|还不|付息时|到期"
                r"|函|承诺|存续期"
            ),
        ),
        unless=r"连带|担保|共同还款|保证人|共同借款|股权|甲方(?:的)?(?:原因|违约)|质保|缺陷|采购|货物",
    ),
    frame(
        r"(?:出具|写|给|发|签|盖章|提供|已向|送)[^，。；]{0,24}函",
        within=(r"银行|农商行|信用社|贷款|金融机构|还款|还贷|债权人|融资|债券",),
        unless=r"保函|询证函|乙方(?:应|须|向)|催款函|律师函",
    ),
    frame(
        rf"(?:收购|收下|买下|接手){HERE}{{0,8}}(?:全部|所有|剩余)|(?:全部|剩余){HERE}{{0,6}}(?:收购|收下|买下)",
        within=(r"不能|不履约|无力|违约|卖不|滞销",),
        unless=r"订单农业保险",
    ),
)


_STEPS_IN = (
    frame(
        r"(?:清偿|偿还|归还|兑付|偿付|还清)",
        near=(r"(?:由|以)[^，。；]{0,8}(?:财政|甲方|政府)",),
        within=(r"所欠|(?:乙方|项目公司|企业)的?(?:到期)?(?:债务|贷款|债券|融资|借款)", DEBT),
        unless=r"建设|代甲方|担保|连带|先行",
    ),
    frame(
        MAKES_UP,
        within=(DEBT, rf"{SHORT}|{REPAYS}|函|承诺", rf"{REPAYS}|贷款|借款|融资|债务|债券|偿债|本息"),
        unless=(
            r"报价利率|债权人有权|要求(?:甲方|政府|采购人)|连带|担保|保证人|保证责任|之责|共同(?:还款|借款)"
            r"|履约保证金|质保|缺陷|乙方(?:自行|负责|应当?)?(?:补足|筹|解决|承担|偿还)|股东(?:补|承)|保险|农民工"
            r"|工资|(?:清偿|偿还|还款|偿付|代偿)(?:责任|义务)|代甲方|返还乙方|计息|(?:甲方|政府)(?:原因|违约|逾期)"
            r"|贴息|转移支付资金|征收补偿|与(?:甲方|政府)无关|股权|投资本金"
        ),
    ),
    frame(
        rf"(?:承担|负责|确保|保证|保障|安排|纳入|列入){HERE}{{0,14}}(?:本金安全|(?:本金|本息|债权"
        rf"|投资)[^，。；]{{0,8}}不受损|按[期时]兑付|按[期时]偿付|按[期时]还|最终责任|最终偿|如期偿|偿债资金|还款来源"
        rf"|刚性兑付)",
        within=(DEBT + r"|投资人|资金",),
        unless=r"乙方(?:自行|负责|应当?|承诺|保证)|担保|违约责任|连带|政府债券|专项债券",
    ),
    frame(
        rf"(?:设立|建立|安排|预留|设置){HERE}{{0,8}}(?:偿债|还款|风险补偿|兑付|增信)(?:准备|备付|保障)?(?:金|资金"
        rf"|基金)",
        unless=r"乙方(?:设|建|应)|债券|政府债务",
    ),
)
"""Money of the government steps in for a debt that is not its own."""


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (
            Hit(s.start, s.end, "乙方的亏损或者债务由政府一方设法补足、偿还，属于变相担保。", confidence=0.7)
            for s in meant(draft, _MAKES_GOOD, Side.GOVERNMENT)
        ),
        (Hit(s.start, s.end) for s in meant(draft, _STEPS_IN, Side.GOVERNMENT)),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    for spot in acts(draft, _ACTS, *NOT_PRIVATE):
        words = draft.text[spot.start : spot.end + 4]
        if _FINANCE.search(spot.statement.text) and not _OTHER.search(words):
            yield Hit(spot.start, spot.end)
    for spot in acts(draft, _SEES_TO, Side.GOVERNMENT):
        if not _ACTS.search(spot.statement.text):
            yield Hit(spot.start, spot.end, "政府一方保证他人的债务得到偿还，属于变相担保。", confidence=0.75)
    for spot in acts(draft, _FILLS, Side.GOVERNMENT):
        cannot = _CANNOT.search(spot.statement.text[: spot.start - spot.statement.start])
        if (
            cannot
            and not re.search(r"担保|连带|保证人|保证责任|要求(?:甲方|政府|采购人)", spot.statement.text)
            and (_OWED.search(spot.statement.text) or cannot[0] != "亏损" or "项目" not in spot.statement.text)
            and not _ACTS.search(spot.statement.text)
            and not re.search(r"(?:甲方|政府)(?:原因|违约)", spot.statement.text)
        ):
            yield Hit(spot.start, spot.end, "乙方的亏损或者债务由政府一方补足、偿还，属于变相担保。", confidence=0.8)


RULE = Rule(
    id="CONT-002",
    group=Group.CONTRACT,
    severity=Severity.ERROR,
    summary="以差额补足、安慰函、代偿等方式变相担保",
    basis=(
        act("预算法")[35, 4],
        act("最高人民法院关于适用《中华人民共和国民法典》有关担保制度的解释")[36],
        act("最高人民法院关于适用《中华人民共和国民法典》有关担保制度的解释")[5, 1],
    ),
    suggestion="删除，债务由债务人自行承担",
    look=_look,
    fires=(
        "乙方不能还款的，由甲方差额补足。",
        "甲方向贷款银行出具还款承诺函。",
        "项目公司不能偿还的债务，由县政府兜底。",
        "乙方逾期未还本息的，甲方代为偿还。",
        "甲方为项目公司提供流动性支持，确保资金不断链。",
    ),
    silent=(
        "甲方不得作出兜底承诺。",
        "贷款本息不足部分由乙方差额补足。",
        "甲方不出具任何形式的安慰函。",
        "担保公司代偿后，有权向乙方追偿。",
        "乙方逾期还款的，由其母公司代为清偿，与甲方无关。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
