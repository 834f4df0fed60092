"""The government buys back shares or promises a return (CONT-004)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.bargain import DEBT
from yifa.check.clause import Spot
from yifa.check.contract import NOT_PRIVATE, acts, at_end, meant, refused
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.parties import Side
from yifa.check.rule import Rule
from yifa.check.words import HERE, NUMBER
from yifa.law import act

_ACTS = re.compile(
    r"(?:回购|购回|收购|收回|赎回|受让(?![方人]))[^，。；]{0,20}(?:本金|股权|股份|投资款?|出资|份额)|(?:本金|股权"
    r"|股份|投资款?|出资|份额)[^，。；]{0,16}(?:回购|购回)|(?:股权|股份"
    r"|出资)(?:投资)?[^，。；]{0,24}本金[^，。；]{0,20}(?:收购|受让|返还|退还)|(?:支付|给予)[^，。；]{0,20}(?:投资"
    r"|出资|本金)[^，。；]{0,20}(?:回报|收益|分红|利润)|保本(?!溢)|旱涝保收|(?:保证|确保|承诺)[^。；]{0,20}(?:收回"
    r"|回收)[^，。；]{0,6}(?:投资|本金|成本)|(?:保证|确保|承诺)[^，。；]{0,20}(?:获得|取得"
    r"|享有)[^，。；]{0,10}(?:利润|回报|收益)|固定(?:投资)?(?:回报|收益|分红|股息|利润)|(?:退还|返还"
    r"|偿还)[^，。；]{0,10}(?:投资|出资)本金|保底(?:收益|回报|分红|利润|水量|气量|用量|垃圾量|处理量|客流|付费)"
    r"|最低(?:投资)?(?:收益|回报|需求|客流|使用量|采购量|消费|处理量|运量|补偿)[^，。；]{0,14}(?:补足|补偿|补偿款"
    r"|补助|承诺|保证|差额|支付|付费)|(?:保证|承诺|确保)[^，。；]{0,20}(?:收益率?|回报率?"
    r"|利润)[^，。；]{0,10}(?:不低于|不少于|达到|为)"
)
_SHORT = re.compile(
    r"(?:无论|不论|不管)[^，。；]{0,10}(?:使用|人数|人次|客流|盈利|盈亏|产量|流量|经营|收入|用量"
    r"|水量)[^，。；]{0,10}[^。；]{0,30}(?:支付|付费|补足|补贴)|(?:流量|客流|人次|用量|用水量|水量|气量|处理量"
    r"|垃圾量|运量|收入|营收|营业额|收益率?|回报率?|利润率?|游客|旅客|学员|床位|车次|产量|销量|订单|票房|入住率"
    r"|上座率|利用率|需求量?|销售额)[^。；]{0,14}?(?:达不到|不到|不达|不足|低于|少于|未达到?"
    r"|没有达到)[^。；]{0,40}?(?:补偿|补足|补贴|补助|付费|支付|买单|差额)|(?:量|人次|客流|收入"
    r"|营收)[^。；]{0,16}(?:不低于|不少于)[^。；]{0,24}(?:不足|差额|低于|未达到?)[^。；]{0,24}(?:结算|支付|付费|补"
    r"|计付|计费)"
)
"""The government pays for use that did not come about."""
_OF_DEBT = re.compile(r"贷款|本息|债务|付息|还本|偿债|融资|借款")
_PRIVATE_AFTER = re.compile(r"^(?:的权利|请求权)")


_GOVERNMENT = re.compile(r"甲方|政府|县|镇|财政|管委会|采购人")
_OTHER_SIDE = re.compile(r"乙方|供应商|项目公司|社会资本")
_BY_OTHER = re.compile(
    r"(?:乙方|供应商|项目公司|其)(?:应当?|须|必须|负责|自行|承诺|保证|不)[^，。；]{0,14}$|由(?:乙方|供应商|项目公司)"
)
_PROMISED = (
    frame(
        rf"(?:添上|补上|垫上|给钱|照给|贴上|也照{HERE}{{0,10}}(?:给|付|算)|差的由|差额由|少的由)",
        within=(
            r"赚不到|挣不到|不够|不足|达不到|不到|没到|少于",
            r"投资额|水量|吨|客流|人次|收入|收益|处理|用量|门票|学员",
        ),
        unless=r"付款比例|进度款|对价|年息|贷款|债|利息|保证金|乙方补",
    ),
    frame(
        rf"(?:接回来|拿回来|收回来|买回来|退回){HERE}{{0,10}}|按(?:当初|原来|原)(?:的)?价(?:钱|格)?",
        within=(r"股|份额|出资|投资款", r"满|年|到期|甲方"),
        unless=r"付款比例|进度款|对价|年息|股东自行|违约",
    ),
    frame(
        r"(?:回报|分红|收益(?!权)|利润|股息|红利|溢价)",
        near=(rf"{NUMBER}|固定|保证|不低于|保底|稳定",),
        within=(r"甲方|政府|县|镇|财政|管委会", r"给|付|保证|承诺|补|不低于|无论|不管|不论|兑付|享有"),
        unless=(
            r"付款比例|进度款|对价|年息|本金|对价|付款比例|进度款|利息|乙方(?:应|须|向甲方|每年向)|按股|实际利润"
            r"|可分配利润|不承诺|不保证|自负盈亏"
        ),
    ),
    frame(
        (
            rf"(?:补(?:给|足|齐|上|偿|贴|差)|照付|给足|付足|按{HERE}{{0,14}}(?:结算|计算|计费|计付|付费|支付)"
            rf"|支付差额|买单|贴钱|凑足|计付|补)"
        ),
        within=(
            r"(?:不(?:到|足|够|满|及|达)|低于|少于|达不到|没(?:有)?达到|未达|少(?:一个|的部分|了)|不足部分)",
            r"量|客流|人次|收入|营收|收益|吨|游客|水|气|车次|票|入住|利润|床位|学员|产值|销售|订单",
        ),
        unless=(
            r"按照?实际|据实|还本|付息|偿债|付款比例|进度款|对价|年息|贷款|本息|债务|利息|欠款|保证金|注册资本"
            r"|违约金|乙方(?:应|须|补足|补齐)|工期|学时|人员配备|资本金|质量"
        ),
    ),
    frame(
        r"(?:买回|购回|回购|收回|赎回|接过|收购|受让)",
        within=(r"股份|股权|出资|份额|投资|本金", r"原价|原值|本金|溢价|按|满|年|起"),
        unless=r"付款比例|进度款|对价|年息|股东自行|乙方应|违约|质量",
    ),
)


def _of_government(spot: Spot) -> bool:
    """Whether the government pays: it is named before, or nobody is; what the other side does is not meant."""
    before = spot.statement.text[: spot.start - spot.statement.start]
    named = _GOVERNMENT.search(before) or not _OTHER_SIDE.search(before)
    return bool(named) and not _BY_OTHER.search(spot.text_before)


_SECURED = (
    frame(
        r"(?:收购|回购|受让(?!方|人)|赎回|购回|买回|收回|退还|返还)",
        within=(
            r"股权|股份|出资|份额|投资款|投资本金|投入本金|出资额|投资额",
            r"原价|原值|本金|溢价|年息|年化|加(?:计)?(?:年|利)|固定|约定价|期满|届满|到期"
            r"|第[一二三四五六七八九十0-9]+年|分年度|逐年|满[一二三四五六七八九十0-9]+年",
        ),
        unless=(
            r"对价|股东(?:自行|之间|有权)|违约|质量|乙方(?:应当?|须|负责|承诺)[^，。；]{0,6}回购|国有股|不得"
            r"|不承诺|土地"
        ),
    ),
    frame(
        r"(?:收益率|回报率|净?收益(?!权)|投资回报|分红|利润|红利|股息)",
        near=(rf"固定|锁定|无关|不挂钩|相当于|保证|确保|保底|不低于|稳定在|不受|达到|为(?:年|百|{NUMBER}%)",),
        within=(rf"{NUMBER}%|百分之|固定|{NUMBER}元|不受|无关",),
        unless=(
            r"债券|债权|预期|测算|不承诺|不保证|超过|上限|为限|自负盈亏|向甲方|利率|税|考核|实际(?:利润|收益)"
            r"|可分配|乙方(?:承诺|保证)[^，。；]{0,12}(?:产值|税|投资)"
        ),
    ),
    frame(
        rf"(?:承担|弥补|补偿|负担|补贴|兜底){HERE}{{0,10}}|由{HERE}{{2,10}}(?:承担|弥补|补偿|负担|补贴|兜底)",
        within=(r"亏损|经营风险|市场风险|需求风险|运营损失|经营损失|收入不足",),
        unless=r"乙方(?:自行|承担|负责|自负)|不承担|双方按|比例|不向|由乙方|各自|自然灾害|不可抗力|公益|政策性亏损",
    ),
)
"""What the other side has put in comes back, or brings so much, whatever happens."""
_LESS = re.compile(
    rf"(?:不足|低于|少于|不到|未(?:能)?达到?|达不到|没有达到|未满)(?:设计|约定|预测|保底"
    rf"|基准)?(?:{HERE}{{0,8}}?的?)?(?P<least>{NUMBER}(?:%)?|百分之{NUMBER})"
)
_AS_MUCH = r"按照?{gap}{least}"
_ACTUAL = re.compile(r"按照?实际|据实")


def _guaranteed(draft: Draft) -> Iterator[Hit]:
    """Less than so much is paid for as so much: 不足二万吨的，按二万吨计付."""
    for one in draft.statements:
        for less in one.find(_LESS):
            least = _LESS.search(less.text)
            assert least
            behind = one.text[less.end - one.start :]
            same = re.search(_AS_MUCH.format(gap="[^，。；]{0,14}?", least=re.escape(least["least"])), behind)
            if same and not _ACTUAL.search(behind) and re.search(r"付|算|费|补|款", behind[same.start() :]):
                yield Hit(less.start, less.end + same.end(), "实际使用量不足的，仍按约定的数量付费，属于保底。")


_FALLS_SHORT = (
    frame(
        r"(?:补足|补齐|补偿|补贴|补助|弥补|支付(?:差额|不足)|照付不议|照付|差额(?:部分)?由|计付|计费|付费)",
        within=(
            r"(?:量|客流|人次|收入|营收|收益|票|面积|入住|利润|床位|学员|产值|销售|订单|车次|率|吨|户数|规模|流水"
            r"|营业额|使用|需求)",
            r"(?:不足|低于|少于|不到|未达|达不到|未能达|没有达|未完成|未实现|下降|缺口|差额|照付不议|最低)",
        ),
        unless=DEBT
        + r"|乙方(?:应当?|须|补足|补齐|负责|承担)|违约金|工期|保证金|注册资本|质量|人员配备|考核|实际(?:数量|用量)",
    ),
)
"""What use or income lacks is made good."""


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (
            Hit(s.start, s.end, "政府一方保证投资收益或者补足使用量、收入，属于保底。", confidence=0.7)
            for s in meant(draft, _PROMISED, Side.GOVERNMENT, Side.UNKNOWN, Side.PRIVATE)
            if _of_government(s) and not s.statement.text.startswith("乙方保证")
        ),
        (
            Hit(s.start, s.end, "政府一方保证投资收益或者收回投资，属于保底。")
            for s in meant(draft, _SECURED)
            if _of_government(s)
            or (re.search("固定|锁定|保底|无关|不挂钩", s.statement.text) and "甲方" not in s.statement.text)
        ),
        (
            Hit(s.start, s.end, "使用量、收入不足的由政府一方补足，属于保底。")
            for s in meant(draft, _FALLS_SHORT, Side.GOVERNMENT, Side.UNKNOWN)
            if _of_government(s)
        ),
        _guaranteed(draft),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    for spot in acts(draft, _ACTS, *NOT_PRIVATE):
        if "集资" not in spot.statement.text and not _PRIVATE_AFTER.match(draft.text[spot.end : spot.end + 5]):
            yield Hit(spot.start, spot.end)
    for one in draft.statements:
        for spot in one.find(_SHORT):
            paying = at_end(spot)
            if _OF_DEBT.search(one.text) or "集资" in one.text or re.search(r"按照?实际", one.text):
                continue
            if draft.parties.actor(paying) is Side.GOVERNMENT and not refused(paying) and not one.has(_ACTS):
                yield Hit(spot.start, spot.end, "实际使用量、收入不足的由政府一方补偿，属于保底。", confidence=0.8)


RULE = Rule(
    id="CONT-004",
    group=Group.CONTRACT,
    severity=Severity.ERROR,
    summary="约定回购本金、固定回报或者保底收益",
    basis=(act("预算法")[35, 3], act("预算法")[35, 4]),
    suggestion="删除，由相对方承担投资和经营风险",
    look=_look,
    fires=(
        "甲方承诺五年后回购社会资本方股权。",
        "甲方按照年化百分之七向乙方支付固定回报。",
        "甲方保证乙方的投资收益率不低于百分之六。",
        "实际客流低于约定的，由甲方按照最低客流补足差额。",
        "合作期满，县政府以原价购回乙方的出资份额。",
    ),
    silent=(
        "不得约定固定回报或者保底收益。",
        "乙方不得要求甲方承诺固定回报。",
        "设备质量不合格的，乙方应当原价回购。",
        "乙方承诺年均投资额不低于三千万元。",
        "项目公司的股权由其股东回购。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
