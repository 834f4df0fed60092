"""Traders from elsewhere meet stricter standards or inspections (COMP-011)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.market import contrasts, even, hit, judged, meant
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import DUTY, FOREIGN, GOODS, HERE, TRADERS
from yifa.law import act

_OUTSIDE = re.compile(
    rf"{FOREIGN}[^，。；]{{0,8}}?(?:{TRADERS}|{GOODS}|机构|单位|队伍|从业人员|资质|[估测验]所)"
    rf"|从?{FOREIGN}(?:运入|购入|调入|采购|进入|来)的[^，。；]{{1,10}}"
)
_STRICTER = re.compile(
    r"重新|另行(?!通知)|复核|复检|重复|再次(?:检|认|审)|(?:加大|增加|提高|加密)[^，。；]{0,8}(?:检查|抽查"
    r"|抽检|检验|频次|频率|力度|比例|次数)|重点(?:检查|抽查|监管|盯防)|全覆盖|逢[^，。；]{1,2}必查"
    r"|百分之百|不作数|仍[须应]|还须|重[出做验]|逐[批车件一]"
    rf"|{DUTY}[^，。；]{{0,16}}?(?:备案|登记|认定|验证|核准|担保|承诺|报备)"
    r"|每[月周季][^，。；]{0,6}(?:不少于|至少)?[^，。；]{0,4}(?:次|检查)|从严|再(?:做|次"
    r"|行)[^，。；]{0,4}(?:检|认|审|核)|(?=[^。；]{0,30}，本[县地市区镇][^，。；]{0,6}(?:只|仅|免|不"
    r"|无需))(?:须|应当?|要|均)|先[^，。；]{0,12}(?:验证|查验|核验|备案)|[一每][月周季][一二两三]?[查次检]"
    r"|不予(?:互认|认可|承认|采信)"
)
_WATCHED = (
    frame(
        rf"{FOREIGN}{HERE}{{0,14}}",
        within=(
            r"开箱|翻|查|检|验|看|比对|过磅|审|考",
            (
                rf"每[车批件趟次家]{HERE}{{0,2}}(?:都|必|全)|(?:本地|本县|县内|自己[县镇]"
                rf"|本[镇市区]){HERE}{{0,4}}(?:的|机构|企业"
                rf"|单位)?{HERE}{{0,3}}，?{HERE}{{0,4}}(?:不作|不用|抽|免|不需|放行|看一眼)"
            ),
        ),
        unless=r"疫|国家|海关|同样|一样|不得",
    ),
    frame(
        rf"{FOREIGN}{HERE}{{0,14}}|非本[县市区镇]注册",
        within=(
            r"检|查|验|化验|核查|面试|抽|审|单子|报告",
            (
                r"批批|回来再|再检|不算数|先到|面试|每月|按月|次次|趟趟|(?:本地|本县|县内"
                r"|当地)[^。]{0,16}(?:免|一年|季度|年度|少|不用)|准入核查|专项检查"
            ),
        ),
        unless=r"不得|同样|相同|一样|统一|疫|国家|海关|互认|补贴|不再重检",
    ),
    frame(
        rf"{FOREIGN}{HERE}{{0,10}}?(?:{TRADERS}|{GOODS}|车|机构|报告|资质|证书|队|单位|所|产品|货|人员|结论)",
        within=(
            r"检|查|验|核|试|审|认|备案|登记|承诺|担保|资质|监管|盯|证",
            (
                rf"必(?:检|查|核|验)|不(?:作数|算数|认|采信|采纳|互认|承认|作为依据)|重(?:新|做"
                rf"|来|检|测|复|审|出)|再{HERE}{{0,4}}(?:检|测|审|核|验|认|做)|另行(?!通知)"
                rf"|逐(?:车|批|件|家|次|一)|全覆盖|全检|加倍|双倍|从严|额外|(?:本地"
                rf"|本[县镇乡区市]|县内|当地){HERE}{{0,12}}(?:不用|不需|免|无需|抽检|抽查|只|仅"
                rf"|即可|不必|减)|先(?:到|经|由|向|过)|专门(?:盯|查|检)|每(?:月|周|季|天|批"
                rf"|车){HERE}{{0,6}}(?:查|检|验|次)|加(?:密|大)|提高"
            ),
        ),
        unless=r"不得|同样|一样|一并|相同|统一标准|同等|国家|海关|检疫|疫情|收费标准|投标|评标|补贴|元|户籍",
    ),
)
"""Those from elsewhere are watched more closely, in other words."""
_MONEY = re.compile(r"[0-9一二三四五六七八九十百]元|补贴|补助|收费|倍计|摊位费|展位费")
_BIDDING = re.compile(r"投标|评标|供应商|采购")
_SUPERVISION = re.compile(r"检|查|评估|试|审定|认可|备案|登记|认定|资质|验|监管|核|担保|信用|许可|证")


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, _stricter(draft), (hit(spot, 0.7) for spot in meant(draft, _WATCHED, whose=True)))


def _stricter(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft, _OUTSIDE, _SUPERVISION):
        if even(one) or not one.has(_SUPERVISION) or one.has(_MONEY) or one.has(_BIDDING):
            continue
        stricter = any(not spot.denied and not spot.taken_back for spot in one.find(_STRICTER))
        if not stricter and not contrasts(one):
            continue
        found = next((spot for spot in one.find(_OUTSIDE) if not spot.denied and not spot.taken_back), None)
        if found:
            yield hit(found)


RULE = Rule(
    id="COMP-011",
    group=Group.COMPETITION,
    severity=Severity.ERROR,
    summary="在资质标准、监管执法等方面对外地经营者设置歧视性要求",
    basis=(act("公平竞争审查条例")[9].item(5),),
    suggestion="对本地和外地的经营者实行统一的标准、程序和监管",
    look=_look,
    fires=(
        "区外企业产品须重新检验、另行检测后销售。",
        "外地物业企业进入本县的，应当到住建局备案并重新认定信用等级。",
        "对外来摊贩重点检查，每周不少于三次。",
        "县外检验机构出具的报告，由县检测中心复检。",
        "外省施工队伍从严核查资质，本县队伍免于核查。",
    ),
    silent=(
        "对各类经营者实行统一监管标准。",
        "不得对外地企业重复检测、重复认定。",
        "外地机构出具的报告予以互认。",
        "取消外地企业进入本县备案的要求。",
        "对信用等级低的企业增加抽查频次。",
        "外地企业与本地企业同样适用抽查比例。",
    ),
    kinds=PROVISIONS,
    general=True,
)
