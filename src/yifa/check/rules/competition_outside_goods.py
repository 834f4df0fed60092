"""Goods from elsewhere are kept out (COMP-006)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Spot
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.market import even, hit, judged, meant
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import FOREIGN, GOODS, HERE, LOCAL, REFUSED, TRADERS
from yifa.law import act

_OUTSIDE = re.compile(
    rf"{FOREIGN}[^，。；]{{0,12}}?(?:{GOODS}|{TRADERS}|平台)"
    rf"|{FOREIGN}(?:的)?[^，。；]{{1,8}}?[品奶肉菜果货料车酒米油鱼苗药]|{FOREIGN}(?:所?产|生产|加工|出产"
    rf"|制造|出品|运来|来)(?:的)?[^，。；]{{1,8}}|{FOREIGN}一[概律]"
    rf"|{FOREIGN}[^，。；的]{{1,8}}(?=(?:一律)?{REFUSED})"
)
_LOCAL_ONLY = re.compile(
    r"(?:只|仅|一律|全部|应当?|必须|须|统一)(?:许|能|准|可|得|限)?(?:卖|用|使用|采购|销售|购买|经营"
    rf"|选用)[^，。；]{{0,6}}{LOCAL}[^，。；]{{0,8}}(?:{GOODS}|产的?|生产|厂)|(?:应当?|须|必须|要"
    rf"|一律)(?:取自|购自|来自|采自|产自){LOCAL}"
)
_KEEPS_OUT = re.compile(
    r"限制|暂停|停止|不接[纳受收]|不得(?:超过|多于|高于)|严?格?控制|禁止|劝返|劝离|阻止|拦截|排斥|拒绝"
    r"|抵制|严控|设卡|清退|不(?:让|许)进|不予(?:准入|采购|使用)|报[^，。；]{1,10}(?:同意|批准|审批)"
)
_LETS_IN = re.compile(
    r"使用|采购|进入|销售|购买|流入|输入|调入|购入|上市|入场|进场|准入|选用|上架|开通|投放|作业|承揽|单独"
    r"|运入|上(?=[^一-龥]|外|县|省|市)|卖|摆|用(?![于户途])"
)
_DOES_WITHOUT = re.compile(r"(?:原则上|一律|尽量|暂|均|概)?不(?:再|予)?(?:使用|采用|收|采购|销售|选用|购买|准入|开通)")
_THINGS = rf"(?:{GOODS}|{TRADERS}|[一-龥]{{0,4}}[品奶肉菜果货料酒米油鱼苗药管猪羊牛鸡鸭蛋水砖砂煤材瓷])"
_SHUT_OUT = (
    frame(
        rf"{FOREIGN}{HERE}{{0,12}}",
        near=(
            r"(?:须|要|得|应(?!用|急)|必须|先)?(?:经|报|由){HERE}{1,12}(?:点头|同意|批准|许可|审批|核准|放行)".replace(
                "{HERE}", "[^，。；]"
            ),
        ),
        within=(r"进|销|卖|上架|入|采购|使用|流通",),
        unless=r"检疫|海关|国家|法律|不得|无需|取消",
    ),
    frame(
        (
            rf"(?:得是|得用|必须是|须是|只能是|只要|只收"
            rf"|只认){HERE}{{0,4}}{LOCAL}{HERE}{{0,4}}(?:做|产|出|种|养|造|生产|加工)?的"
        ),
        within=(rf"{FOREIGN}|别处|不让|不收|不要|外面",),
        unless=r"户籍|户口|居民|人员|学生|车牌",
    ),
    frame(
        rf"{FOREIGN}{HERE}{{0,6}}(?:收购商|贩子|商|队)",
        within=(r"不(?:允许|准|许|让|得)|暂停|禁止", r"入市|进场|收粮|收购|设点|上门"),
        unless=r"检疫|疫|投标|不得(?:限制|拒|阻)",
    ),
    frame(
        rf"{FOREIGN}{HERE}{{0,6}}(?:拉来|运来|来|送|调|进|产|的){HERE}{{0,10}}|从外面(?:调|买|进|拉)",
        within=(
            r"不给摊位|不给上|先等|没卖完|卖完|不得从外|不让|不收|不许|不准|不得|让路|靠后",
            r"卖|苗|肉|水|货|菜|摊|超市|上架|调|市场|工程|酒|砖|砂|材",
        ),
        unless=r"不用注册|检疫|疫|不得(?:限制|拒|阻|要求|以)|收费|投标|评标|应当给|公司、",
    ),
    frame(
        rf"{FOREIGN}{HERE}{{0,10}}?{_THINGS}",
        within=(
            (
                r"不(?:放(?!心)|准|许|让|得|予|能|用(?!于|户)|买|进(?!行)|收|采(?:购|用)|接"
                r"|允许|引|上架|卖|批|安排|要)|劝返|拦|挡|退回|谢绝|禁|限(?!额|价)|少用|免进"
                r"|慎用|停收|堵"
            ),
            r"进|用|买|卖|采购|销|摆|设摊|上架|屠宰|入|收购|运|调|供|投放|接|市场|工地|商场|超市|摊",
        ),
        unless=(
            rf"禁止进口|限制进口|国务院|国家|歧视|排斥|不(?:得|准|许|允许"
            rf"|能){HERE}{{0,14}}(?:限制|阻|拒绝|设置|禁止|排斥"
            rf"|区别|以|要求|干预|歧视|收取|加收|强制)|国家|检疫|疫|有毒|危险|海关|过境"
            rf"|限行|停放|评分|评标|投标|收费|补贴|通行费|发票|无关|许可证|流浪|人员|户口"
        ),
    ),
    frame(
        (
            rf"(?:就地|本地|属地|县内|镇内|在本[县镇乡市区])(?:采购|取材|供应|购买|消化"
            rf"|配套|选用|采用|供货)|(?:只|仅|一律|优先(?=[^。；]{{0,20}}[县外]外)|尽量"
            rf"|原则上|必须|应当?|须|均)(?:卖|用|使用|采购|购买|选购|采用"
            rf"|进){HERE}{{0,4}}{LOCAL}"
        ),
        within=(
            (
                rf"{FOREIGN}{HERE}{{0,12}}(?:不|禁|限|劝|少)|不(?:得|准|许|再"
                rf"|予)?{HERE}{{0,10}}{FOREIGN}|一律|必须|只|应当|须|实行|原则上"
            ),
            rf"{_THINGS}",
        ),
        unless=r"招标文件|评分|就业|居民|人才|消费券|补贴|鼓励|倡导|水资源|应急|储备|农村劳动力|食材优先",
    ),
    frame(
        r"(?:为保护|保护|照顾|扶持)(?:本地|本土|当地|本[县镇乡])",
        within=(rf"{FOREIGN}", r"不|禁|限|劝"),
        unless=r"不得以|名义|为由|文物|历史|品种",
    ),
)
"""What comes from elsewhere is shut out, in other words."""
_REFUSES = re.compile(
    r"不(?:放(?!心)|准|许|让|得(?!要求|拒|以|对)|予(?!互认)|能|用(?!于|户)|买"
    r"|进(?!行)|收|采(?:购|用)|接|允许|引|上架|卖|批|安排)|劝返|拦|挡|退回|谢绝|禁"
    r"|限(?!额|价)|少用|免进|慎用|停收|堵"
)
_LOCAL_PART = re.compile(LOCAL + r"|就地|属地|保护|照顾|扶持")
_GROUNDS = re.compile(
    r"海关|国务院|登记证|报关|专利|未取得|投标|疫情|检疫|国家(?:明令)?禁止|危险|有毒|过境"
    r"|故障|通行证|限行|停放|停车"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _kept_out(draft),
        (hit(spot, 0.7) for spot in meant(draft, _SHUT_OUT, whose=True, bans=True) if _of_them(spot)),
    )


def _of_them(spot: Spot) -> bool:
    """Whether it is what comes from elsewhere that is refused: before it in its clause, or behind it before 本地."""
    later = re.split(LOCAL, spot.text_after)[0] if not spot.text_after.startswith("产") else spot.text_after
    return bool(
        _REFUSES.search(spot.text_before + spot.text) or _REFUSES.search(later) or _LOCAL_PART.search(spot.text)
    )


def _kept_out(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft):
        if not (one.has(_LOCAL_ONLY) or one.has(_OUTSIDE)) or even(one) or one.has(_GROUNDS):
            continue
        local = next((spot for spot in one.find(_LOCAL_ONLY) if not spot.denied and not spot.taken_back), None)
        if local:
            yield hit(local)
            continue
        for goods in one.find(_OUTSIDE):
            kept = any(_keeps(spot) for spot in one.find(_KEEPS_OUT))
            refused = any(spot.forbidden for spot in one.find(_LETS_IN))
            refused = refused or any(not spot.denied for spot in one.find(_DOES_WITHOUT))
            if kept or refused:
                yield hit(goods)
                break


def _keeps(spot: Spot) -> bool:
    """Whether something is kept out, rather than the keeping out forbidden (禁止阻挠外地产品进入)."""
    rest = re.split("[，。；]", spot.text_after)[0]
    if spot.text == "禁止" and re.search("阻挠|干预|阻碍|限制|排斥|歧视|强制|要求", rest):
        return False
    return not (spot.denied or spot.taken_back or spot.conditional)


RULE = Rule(
    id="COMP-006",
    group=Group.COMPETITION,
    severity=Severity.ERROR,
    summary="限制外地或者进口商品、要素进入本地市场",
    basis=(
        act("公平竞争审查条例")[9].item(1),
        act("反垄断法")[41],
    ),
    suggestion="删除；对质量、安全有要求的，对本地和外地商品适用同一标准",
    look=_look,
    fires=(
        "禁止使用区外混凝土产品，限制外地建材进入。",
        "本县工地不得采购外省钢材以外的外地水泥产品。",
        "对外县货运车辆运来的蔬菜一律劝返。",
        "严控外地白酒产品流入本镇市场。",
        "学校食堂不得使用县外企业配送的食品。",
    ),
    silent=(
        "不得限制外地经营者参与竞争。",
        "不得禁止外地商品进入本地市场。",
        "外地农产品与本地农产品适用同一标准。",
        "禁止国家禁止进口的固体废物货物进入。",
        "任何单位不得以任何理由限制外地建材进入。",
        "发生动物疫情时，依照《动物防疫法》禁止外地疫区的禽类产品进入。",
    ),
    kinds=PROVISIONS,
)
