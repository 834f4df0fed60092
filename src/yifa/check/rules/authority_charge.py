"""A fee, fund, deposit or levy is set (AUTH-008)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.clause import Mode
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import concerns_only_public, hit, meant, set_acts
from yifa.check.words import DEPOSIT, DUTY, FEE, HERE, NUMBER, PAY
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
_SUM_DUE = (
    frame(
        (
            rf"(?:[一每]?(?:月|年|天|次|季|趟)|每{HERE}{{1,3}}){HERE}{{0,2}}(?:收|交|缴"
            rf"|要){HERE}{{0,3}}{NUMBER}(?:元|块){HERE}{{0,8}}费"
        ),
        unless=r"不得|不收|免|物业费|水费|电费|学费|会费|罚|租|补|票",
    ),
    frame(
        rf"(?:留下|丢下|上供|塞){HERE}{{0,6}}{NUMBER}(?:块|元)",
        within=(r"每|车|过|户|店|摊|趟",),
        unless=r"小费|打赏|补|奖|存款",
    ),
    frame(
        rf"(?:押(?!运|车|送|题|金)|交|出|掏|凑|摊|付|缴|收){HERE}{{0,10}}?{NUMBER}(?:多|余)?(?:元|块|百|千|万)",
        within=(
            (
                rf"每(?:户|人|家|趟|车|方|亩|头|桌|次|个|台|店|月|年)|按{HERE}{{0,4}}(?:人头|户"
                rf"|亩|产量|车次)|家家|户户|事先|先(?:押|交|付)|客商|操办者|货车|砂场|商户|村民"
            ),
            r"押|修|费|钱|金|款|再退|退|养护|建|办|管理",
        ),
        unless=(
            r"复议|诉讼|罚|补助|补贴|奖|自愿|工资|水费|电费|票|餐|价|学费|保险|医保|公积金"
            r"|租金|售|税|合同|定价|保费|违约|赔|一事一议|低于|高于|最低|收购|投资|扶持"
            r"|资助|发放|给予"
        ),
    ),
    frame(
        (
            r"(?:(?:上|缴|预|补)?交(?!通|付|易|流|由|给|叉|界|接|代|办|纳税|警|款单)"
            r"|缴(?!获)|收(?:取|缴)|代扣|扣(?:除|缴|收)|凑集?|摊(?!位|点|贩|主|铺)|分摊"
            r"|筹(?!备|划|建|码)|认捐|捐(?!赠协议)|出资|集资|负担|预存)"
        ),
        near=(rf"{HERE}{{1,8}}(?:费|金|款|钱|基金)",),
        within=(
            (
                rf"每{HERE}{{1,4}}{HERE}{{0,6}}{NUMBER}元|按{HERE}{{1,16}}(?:元|%|百分之|千分之"
                rf"|万分之|比例)|{NUMBER}(?:万)?元|千分之|百分之|万分之"
            ),
            (
                r"户|企业|商|店|农|业主|车|房东|租|施工|工地|经营|村民|居民|住户|养殖|单位"
                r"|家庭|摊|司机|货主|个人|学生|家长"
            ),
        ),
    ),
    frame(
        rf"(?:费|基金|保证金|押金|[一-龥]{{2,6}}[金款])(?:，|{HERE}{{0,10}})(?:每|按|由)",
        near=(rf"{NUMBER}元|百分之|千分之",),
        within=(r"收取|缴|交(?!通|付|易)|上交|代扣|凑|摊派|认捐",),
    ),
)
"""Money that is to be paid, whatever it is called and by whatever verb."""
_DUE_ANYWAY = re.compile(
    r"税|保险|医保|公积金|水费|电费|气费|热费|罚款|租金|房款|货款|工程款|价款|利息|学费|会费|党费|诉讼"
    r"|仲裁|出让金|维修资金|违约金|滞纳金|赔偿|补偿|资本金|股金|奖金|补[贴助]|资金|现金|本金|薪|工资|贷款"
    r"|借款|欠款|存款|善款|捐款|余款|供暖|采暖|话费|运费|物业费|罚没|非税|社会抚养"
)
_TO_PAYER = re.compile(
    r"小组|退还|撤销|罚|补助|补贴|奖|资助|救助|发放|给予|拨付|预算|承包|收购|定价|价格"
    r"|售价|门票|学费|费用由财政|免|自愿|民主|一事一议|筹资筹劳|会员|会费|利润分配"
    r"|分红|竞拍|出租|招租"
)
_AMOUNT = re.compile(rf"{NUMBER}元|百分之|%|按[^，。；]{{1,12}}(?:收取|缴纳|交纳|上交)")


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, _set(draft), _due(draft))


def _due(draft: Draft) -> Iterator[Hit]:
    for spot in meant(draft, _SUM_DUE, needs=Authority.REGULATION, unless=_UNLESS):
        if (
            spot.mode is not Mode.MAY
            and not _DUE_ANYWAY.search(spot.statement.text)
            and not _TO_PAYER.search(spot.statement.text)
        ):
            yield hit(draft, spot, Authority.REGULATION, 0.7)


def _set(draft: Draft) -> Iterator[Hit]:
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
