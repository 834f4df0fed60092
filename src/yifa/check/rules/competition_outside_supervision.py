"""Traders from elsewhere meet stricter standards or inspections (COMP-011)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.market import contrasts, even, hit, judged
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import DUTY, FOREIGN, GOODS, TRADERS
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
_MONEY = re.compile(r"[0-9一二三四五六七八九十百]元|补贴|补助|收费|倍计|摊位费|展位费")
_BIDDING = re.compile(r"投标|评标|供应商|采购")
_SUPERVISION = re.compile(r"检|查|评估|试|审定|认可|备案|登记|认定|资质|验|监管|核|担保|信用|许可|证")


def _look(draft: Draft) -> Iterator[Hit]:
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
