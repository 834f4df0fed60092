"""The government buys back shares or promises a return (CONT-004)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Spot
from yifa.check.contract import NOT_PRIVATE, Side, acts, at_end, meant, refused
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.check.words import HERE, NUMBER
from yifa.law import act

_ACTS = re.compile(
    r"(?:回购|购回|收购|收回|赎回|受让(?![方人]))[^，。；]{0,20}(?:本金|股权|股份|投资款?|出资|份额)"
    r"|(?:本金|股权|股份|投资款?|出资|份额)[^，。；]{0,16}(?:回购|购回)"
    r"|(?:股权|股份|出资)(?:投资)?[^，。；]{0,24}本金[^，。；]{0,20}(?:收购|受让|返还|退还)"
    r"|(?:支付|给予)[^，。；]{0,20}(?:投资|出资|本金)[^，。；]{0,20}(?:回报|收益|分红|利润)|保本(?!溢)"
    r"|旱涝保收|(?:保证|确保|承诺)[^。；]{0,20}(?:收回|回收)[^，。；]{0,6}(?:投资|本金|成本)"
    r"|(?:保证|确保|承诺)[^，。；]{0,20}(?:获得|取得|享有)[^，。；]{0,10}(?:利润|回报|收益)"
    r"|固定(?:投资)?(?:回报|收益|分红|股息|利润)|(?:退还|返还|偿还)[^，。；]{0,10}(?:投资|出资)本金"
    r"|保底(?:收益|回报|分红|利润|水量|气量|用量|垃圾量|处理量|客流|付费)"
    r"|最低(?:投资)?(?:收益|回报|需求|客流|使用量|采购量|消费|处理量|运量|补偿)[^，。；]{0,14}(?:补足"
    r"|补偿|补偿款|补助|承诺|保证|差额|支付|付费)"
    r"|(?:保证|承诺|确保)[^，。；]{0,20}(?:收益率?|回报率?|利润)[^，。；]{0,10}(?:不低于|不少于|达到"
    r"|为)"
)
_SHORT = re.compile(
    r"(?:无论|不论|不管)[^，。；]{0,10}(?:使用|人数|人次|客流|盈利|盈亏|产量|流量|经营|收入|用量"
    r"|水量)[^，。；]{0,10}[^。；]{0,30}(?:支付|付费|补足|补贴)"
    r"|(?:流量|客流|人次|用量|用水量|水量|气量|处理量|垃圾量|运量|收入|营收|营业额|收益率?|回报率?"
    r"|利润率?|游客|旅客|学员|床位|车次|产量|销量|订单|票房|入住率|上座率|利用率|需求量?"
    r"|销售额)[^。；]{0,14}?(?:达不到|不到|不达|不足|低于|少于|未达到?|没有达到)[^。；]{0,40}?(?:补偿"
    r"|补足|补贴|补助|付费|支付|买单|差额)"
    r"|(?:量|人次|客流|收入|营收)[^。；]{0,16}(?:不低于|不少于)[^。；]{0,24}(?:不足|差额|低于"
    r"|未达到?)[^。；]{0,24}(?:结算|支付|付费|补|计付|计费)"
)
"""The government pays for use that did not come about."""
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
            rf"(?:补(?:给|足|齐|上|偿|贴|差)|照付|给足|付足|按{HERE}{{0,14}}(?:结算|计算"
            rf"|计费|计付|付费|支付)|支付差额|买单|贴钱|凑足|计付|补)"
        ),
        within=(
            r"(?:不(?:到|足|够|满|及|达)|低于|少于|达不到|没(?:有)?达到|未达|少(?:一个|的部分|了)|不足部分)",
            r"量|客流|人次|收入|营收|收益|吨|游客|水|气|车次|票|入住|利润|床位|学员|产值|销售|订单",
        ),
        unless=(
            r"付款比例|进度款|对价|年息|贷款|本息|债务|利息|欠款|保证金|注册资本|违约金|乙方(?:应|须|补足|补齐)|工期"
            r"|学时|人员配备|资本金|质量"
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


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (
            Hit(s.start, s.end, "政府一方保证投资收益或者补足使用量、收入，属于保底。", confidence=0.7)
            for s in meant(draft, _PROMISED, Side.GOVERNMENT, Side.UNKNOWN, Side.PRIVATE)
            if _of_government(s) and not s.statement.text.startswith("乙方保证")
        ),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    for spot in acts(draft, _ACTS, *NOT_PRIVATE):
        if not _PRIVATE_AFTER.match(draft.text[spot.end : spot.end + 5]):
            yield Hit(spot.start, spot.end)
    for one in draft.statements:
        for spot in one.find(_SHORT):
            paying = at_end(spot)
            if re.search(r"贷款|本息|债务", spot.text):
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
