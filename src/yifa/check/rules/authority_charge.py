"""A fee, fund, deposit or levy is set (AUTH-008)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import concerns_only_public, hit, set_acts
from yifa.check.words import DEPOSIT, DUTY, FEE, NUMBER, PAY
from yifa.law import act

_MONEY = rf"(?:{DEPOSIT}|{FEE})"

_ACTS = re.compile(
    rf"(?<![已欠未免应])(?<!足额){PAY}(?!的|国库)[^，。；]{{0,18}}?(?<!保险)(?<!公积){_MONEY}"
    rf"|{_MONEY}[^，。；]{{0,24}}(?:收取|缴纳|征收)"
)
_UNLESS = re.compile(
    r"按照?(?:有关|相关|国家)?规定(?=[^，。；]{0,10}(?:缴|交|收))|约定|章程|合同(?!额|价)|目录清单"
    r"|保险基金|招标|投标|竞买|拍卖|中标通知|诉讼|仲裁|工会|党费|住宅专项维修|物业服务费|租赁|公租房|租金"
)
_OCCASION = re.compile(
    rf"^[^，。；]{{0,4}}{DUTY}?(?:按期|及时|自|于|应当|予以|全额|如数)?(?:退还|返还|退回)|已(?:收取|缴纳)"
)


_ANY_MONEY = re.compile(
    rf"(?<![已欠未免])(?<!足额){PAY}(?!的|国库)[^，。；]{{0,22}}?[\u4e00-\u9fa5]{{2,8}}(?:费|金|款)(?![额用项])"
)
_DUE_ANYWAY = re.compile(
    r"税|保险|医保|公积金|水费|电费|气费|热费|罚款|租金|房款|货款|工程款|价款|利息|学费|会费|党费|诉讼"
    r"|仲裁|出让金|维修资金|违约金|滞纳金|赔偿|补偿|资本金|股金|奖金|补[贴助]|资金|现金|本金|薪|工资|贷款"
    r"|借款|欠款|存款|善款|捐款|余款|供暖|采暖|话费|运费|物业费|罚没|非税|社会抚养"
)
_AMOUNT = re.compile(rf"{NUMBER}元|百分之|%|按[^，。；]{{1,12}}(?:收取|缴纳|交纳|上交)")


def _look(draft: Draft) -> Iterator[Hit]:
    for spot in set_acts(draft, _ACTS, needs=Authority.REGULATION, unless=_UNLESS):
        returned = _OCCASION.search(spot.text_after) or spot.text_after.startswith("的") or "的" in spot.text[:4]
        if not concerns_only_public(spot) and not returned:
            yield hit(draft, spot, Authority.REGULATION)
    for spot in set_acts(draft, _ANY_MONEY, needs=Authority.REGULATION, unless=_UNLESS):
        known = _ACTS.search(spot.statement.text) or _DUE_ANYWAY.search(spot.text) or spot.text_after.startswith("的")
        if not known and _AMOUNT.search(spot.statement.text) and not concerns_only_public(spot):
            yield hit(draft, spot, Authority.REGULATION, 0.7)


RULE = Rule(
    id="AUTH-008",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="自行设定收费、基金、保证金、押金",
    basis=(act("优化营商环境条例")[25], act("保障中小企业款项支付条例")[13, 1]),
    suggestion="删除；保留的写明法律、行政法规或者国务院批准的依据和目录清单序号",
    look=_look,
    fires=("施工单位应当缴纳文明施工保证金2万元。", "对进场经营的商户收取卫生费。"),
    silent=(
        "施工单位按照法律、行政法规规定缴纳农民工工资保证金。",
        "不得向企业收取保证金。",
        "业主按照物业服务合同的约定交纳物业服务费。",
        "收取的押金应当自退场之日起五日内退还。",
    ),
    kinds=PROVISIONS,
)
