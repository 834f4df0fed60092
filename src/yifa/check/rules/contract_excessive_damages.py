"""Damages for breach are excessive, or only one side is liable (CONT-011)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.contract import PERCENT, is_whole, meant, share
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.parties import Side
from yifa.check.rule import Rule
from yifa.check.words import HERE
from yifa.law import act

_DAILY = re.compile(
    r"每(?:逾期|延[误迟]|迟延|拖延|超期|推迟|滞后|延期|晚|迟)[^，。；]{0,6}?(?:[一1]|1个|一个)?[日天]|按日"
    r"|每[日天](?![^，。；]{0,6}(?:工作|巡查|清运))|每[一1][日天]|逾期[一1][日天]|日(?=[千百万\d])"
)
_DAMAGES = re.compile(r"违约金|滞纳金|罚金|罚款|赔偿(?!损失的)|违约")
_PRICE = re.compile(r"(?:合同|协议)(?:总)?(?:价款?|金额|价格)|总(?:价款?|金额|额|投资)|服务费总额|中标(?:价|金额)")
_CAP = re.compile(r"(?:不超过|最高|累计|上限|以[^，。；]{0,12}为限|不高于|不得超过|总额不)[^，。；]{0,20}$")
_OTHER = re.compile(r"预付款|质保金|保证金|保证金额|进度款|税率|利率|占比|超过[^，。；]{0,10}$|达到[^，。；]{0,10}$")
_TIMES = re.compile(
    r"(?:价款?|总额|金额|费用|款项|投资额?)(?:的)?[^，。；]{0,4}?(?:[一二两三四五六七八九十]+|\d+(?:\.\d+)?|数)倍"
)
_DAILY_LIMIT = 0.005
_WHOLE_LIMIT = 0.3
_LIABLE = re.compile(r"违约|赔偿|滞纳金|逾期(?:付款|支付)|迟延(?:付款|支付)|利息|补偿|承担[^，。；]{0,8}责任")


_DAILY_SHARE = (
    frame(
        r"(?:扣(?:减|除|罚|掉)?|罚(?:没|款)?|违约金|赔(?:付|偿)?|支付)",
        within=(
            (
                rf"(?:每?(?:晚|迟|拖|延|逾|误|超){HERE}{{0,4}}[一1]?个?(?:天|日)|每(?:天|日)|按(?:天|日)|(?:延期"
                rf"|逾期|晚交|迟交|拖延|延误|晚|迟){HERE}{{0,4}}[一1](?:天|日))"
            ),
            r"合同|价款|总价|货款|款|总额|价",
        ),
        unless=r"万分之|千分之[一二三四]|‰|0\.0|履约保证金|租金",
    ),
)
_ONE_SIDED = (
    frame(
        rf"(?:拖|晚|迟|逾期|延期|延误){HERE}{{0,8}}(?:不(?:算|计|罚|承担|付)|免|没关系)",
        near=(r"甲方|采购人|政府",),
        unless=r"不可抗力|乙方不",
    ),
    frame(
        (
            rf"不(?:承担|计|付|支付|视为|构成|负){HERE}{{0,8}}(?:违约|责任|利息)|(?:予以|应予|表示)谅解|不(?:予"
            rf"|作)追究|免责"
        ),
        near=(r"甲方|采购人|发包人|政府|谅解|不",),
        within=(rf"甲方{HERE}{{0,6}}(?:延期|逾期|迟延|延迟|拖延|未按|晚)",),
        unless=r"不可抗力|拨款|财政|到位|补助|下达|上级|建设单位|人员|内部|流程|审批|换届|领导|负责人",
    ),
)


_FREED = (
    frame(
        rf"不(?:承担|负|支付|计|计算|构成|视为|属于|产生|承受){HERE}{{0,8}}(?:违约|责任|利息|赔偿|义务)"
        rf"|不因{HERE}{{0,12}}承担|免(?:除|予|于){HERE}{{0,8}}(?:违约|责任|赔偿|追究)|(?:不得|无权|放弃|不再"
        rf"|不予){HERE}{{0,12}}(?:主张|要求|追究|索赔|请求){HERE}{{0,14}}|免责",
        within=(
            r"(?:甲方|采购人|发包人|政府)[^，。；]{0,10}(?:违约|违反|逾期|延期|迟延|延迟|拖延|未按|不履行|拖欠"
            r"|过错|原因(?!外))|是否违约|(?:任何|一切|概)[^，。；]{0,4}(?:违约|赔偿|法律)?责任",
            r"甲方|采购人|发包人|政府",
            r"违约|逾期|延期|迟延|延迟|拖延|拖欠|违反|责任",
        ),
        unless=(
            r"不可抗力|因乙方|乙方(?:原因|的原因|过错|违约导致|未按)|(?:拨款|财政|资金|到位|审计|第三方|补助|下达"
            r"|上级|建设单位|债务|融资|贷款|兜底|变动|更换)|乙方不(?:承担|负)|乙方免|质量|工伤|安全|知识产权|人身"
            r"|第三人|换届|机构|领导|流程|审批|甲方不承担[^，。；]{0,10}(?:担保|还款|连带|偿还)|劳动关系|保险|内部"
        ),
    ),
    frame(
        rf"没收{HERE}{{0,8}}(?:已付|已支付|全部|已交){HERE}{{0,6}}(?:款|价款|费用)",
        unless=r"保证金|定金|非法|违法",
    ),
)
"""A breach of the government has no consequence, or one of the other side every."""


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        _shared(draft),
        (
            Hit(s.start, s.end, "违约责任只约束相对方。", confidence=0.7)
            for s in meant(draft, _ONE_SIDED, refusals=True)
        ),
        (Hit(s.start, s.end, "违约责任只约束相对方。") for s in meant(draft, _FREED, refusals=True)),
    )


def _shared(draft: Draft) -> Iterator[Hit]:
    """A share of the price for every day, whatever the verb."""
    for spot in meant(draft, _DAILY_SHARE):
        for found in PERCENT.finditer(spot.statement.text):
            if share(found) >= _DAILY_LIMIT and not _CAP.search(spot.statement.text[: found.start()]):
                start = spot.statement.start
                yield Hit(start + found.start(), start + found.end(), "违约金按日计算的比例过高。", confidence=0.75)


def _said(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        if not one.has(_DAMAGES):
            continue
        for found in PERCENT.finditer(one.text):
            before = one.text[: found.start()]
            if _CAP.search(before) or _OTHER.search(before[-16:]):
                continue
            daily = bool(_DAILY.search(before[-40:]))
            if daily and share(found) >= _DAILY_LIMIT:
                yield Hit(one.start + found.start(), one.start + found.end(), "违约金按日计算的比例过高。")
            elif not daily and share(found) > _WHOLE_LIMIT and _PRICE.search(before[-20:]):
                yield Hit(one.start + found.start(), one.start + found.end(), "违约金占合同价款的比例过高。")
        for found in _TIMES.finditer(one.text):
            if (
                not _CAP.search(one.text[: found.start()])
                and re.search("违约|赔偿", one.text)
                and "定金" not in one.text
            ):
                yield Hit(one.start + found.start(), one.start + found.end(), "违约金是价款的几倍，过高。")
    yield from _one_sided(draft)


def _one_sided(draft: Draft) -> Iterator[Hit]:
    """Where a whole contract makes only the other side liable."""
    if not is_whole(draft):
        return
    liable = [(one, _liable(draft, one.text)) for one in draft.statements if one.has(_LIABLE)]
    sides = {side for _, side in liable}
    if Side.PRIVATE in sides and len(sides) == 1:
        first = liable[0][0]
        yield Hit(first.start, first.end, "违约责任只约束相对方，没有约束政府一方。", confidence=0.75)


def _liable(draft: Draft, text: str) -> Side:
    """Whose breach a sentence speaks of: the first party in it."""
    return next((side for _, _, side in draft.parties.mentions(text)), Side.BOTH)


_HEAD = "某县保洁合同\n甲方：某县人民政府\n乙方：某保洁有限公司\n第一条 内容。\n第二条 期限。\n第三条 价款。\n"
RULE = Rule(
    id="CONT-011",
    group=Group.CONTRACT,
    severity=Severity.WARNING,
    summary="违约金过高，或者只约束一方",
    basis=(act("民法典")[585, 2],),
    suggestion="违约金与损失相当，双方对等",
    look=_look,
    fires=(
        "每逾期一日按合同价款的1%支付违约金。",
        "乙方延误工期的，每延误一天支付合同总价千分之八的违约金。",
        "一方违约的，应当支付合同总价百分之五十的违约金。",
        "乙方逾期供货的，按日承担合同金额5‰的违约金。",
        _HEAD + "第四条 乙方违约的，支付违约金二万元。\n第五条 争议向人民法院起诉。",
    ),
    silent=(
        "每逾期一日按合同价款的万分之五支付违约金。",
        "违约金累计不超过合同总价的百分之三十五。",
        "合同价款的百分之四十作为预付款。",
        _HEAD + "第四条 乙方违约的，支付违约金二万元。\n第五条 甲方逾期付款的，支付违约金。",
        "一方违约的，支付合同总价百分之五的违约金。",
        "每逾期一日按未付款项的0.05%支付违约金。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
