"""A threshold that has nothing to do with the task keeps traders out (COMP-004)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.market import hit, judged
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import NUMBER, TRADERS
from yifa.law import act

_THRESHOLD = re.compile(
    r"注册资[本金]|(?:成立|存续|(?<!自主)经营|从业|运营)(?:时间|年限"
    rf"|年数)?(?=[^，。；期]{{0,5}}{NUMBER}(?:个)?年)|(?:纳税|缴税|税收)(?!凭证|人|信用"
    r"|证明|优惠)(?:总?额)?|营业(?:收入|额)|销售额|产值|净资产|总资产|固定资产"
    r"|员工(?:总数|人数|数量)?|从业人员|社保(?:缴纳)?人数|(?:经营|营业|建筑|厂房)面积|(?:在)?(?:本"
    r"|我)[省市县区镇][^，。；]{0,14}(?:业绩|经历|经验)|(?:获得?|取得)过?(?:本"
    r"|我)[省市县区镇][^，。；]{0,8}(?:荣誉|称号|奖)|(?:同类|类似|本地|项目)?业绩|连锁门店|门店数量?"
    r"|(?:具有|拥有|配备|达到|自有|(?<=必须)有"
    rf"|(?<=须)有)[^，。；]{{0,8}}(?={NUMBER}(?:台|辆|名|人|套"
    rf"|艘|平方米)以上)|(?:没有|不足|不满|缺少)(?={NUMBER}(?:台|辆|名|人|套|艘"
    r"|平方米))|自有[^，。；]{0,4}(?:房产|车辆|设备|用房|资金|场地|厂房)|资金证明|资产(?:总额)?"
    r"|(?:市场)?(?:占有率|份额)|规模(?!以上企业)"
)
_AMOUNT = re.compile(
    rf"{NUMBER}(?:多|余)?(?:万|亿)?(?:元|名|人|家|年|平方米|㎡|%"
    r"|辆)|以上|规模以上"
)
_HERE_BEFORE = re.compile(r"本|我")
_ACCESS = re.compile(
    r"参与|参加|承接|承担|承包|申报|申请|投标|竞标|报名|准入|入驻|进入|进驻|经营|中标|供货|承建|资格|从事"
    r"|入围|比选|销售|开店|开办|举办|设立|开展|运营|招标|采购"
)
_TRADER = re.compile(TRADERS + r"|承包|机构|单位|举办者|经营者|开店")
_OTHER = re.compile(
    r"(?:给予|享受|发放|申领|申请|兑现|获得)[^，。；]{0,12}(?:奖励|补贴|补助|奖补)|统计|报表|报送|安全"
    r"|消防|环保|审计|缴足|学校|医院|培育"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft, _THRESHOLD, _ACCESS, _TRADER):
        if not (one.has(_ACCESS) and one.has(_TRADER)) or one.has(_OTHER):
            continue
        for spot in one.find(_THRESHOLD):
            near = spot.text_after[:22] + spot.text_before[-12:]
            if (_AMOUNT.search(near) or _HERE_BEFORE.search(spot.text)) and spot.required:
                yield hit(spot, 0.75)
                break


RULE = Rule(
    id="COMP-004",
    group=Group.COMPETITION,
    severity=Severity.WARNING,
    summary="以注册资本、成立年限、规模、业绩、纳税额等作为不合理的准入条件",
    basis=(act("公平竞争审查条例")[8].item(4),),
    suggestion="删除与履约能力无关的门槛；确有必要的，写明与项目的关系",
    look=_look,
    fires=(
        "注册资本不低于1000万元的方可承接社区养老项目。",
        "承接绿化养护的企业应当成立三年以上。",
        "年营业额未达到一千万元的商户，不得进入特色街区经营。",
        "供应商须在本县有两项以上同类业绩，方可报名。",
        "企业净资产达到五百万元作为申请运营驿站的条件。",
    ),
    silent=(
        "具备履约能力的经营者均可参加。",
        "不得将注册资本作为投标人的资格条件。",
        "公司注册资本应当在五年内缴足。",
        "取消承接单位员工人数不少于50人的要求。",
        "投标人的规模不作为评审因素。",
        "经营面积一百平方米以上的企业应当配备灭火器。",
    ),
    kinds=PROVISIONS,
)
