"""Goods or services of a certain trader must be bought or used (COMP-003)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Mode
from yifa.check.draft import Draft
from yifa.check.market import hit, judged, names_trader, open_to_all
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act

_BUY = re.compile(
    r"找(?=[省市县区镇])|[订定]做|采购|购买|购置|购车|选购|订购|使用(?!人|权|者"
    r"|功能|单位)|选用(?!的)|采用|消费(?!者|权)|维修|保养"
    r"|加油|印刷|投保|住宿|用餐|就餐|检测|体检|配送|安装|通过(?=[^，。；]{0,12}(?:公司|平台|企业))|委托"
    r"|选择|供给|签约|签订|进货|购进|供货|安排在|供应|印|用(?=[省市县区镇乡村])|办理(?=[。，；]|$)|下单"
    r"|洗涤|租赁|租用|承保|刷卡|领购|领用|定制|食用|选配|购(?=[^，。；]{0,4}的)"
)
_BOUND = re.compile(
    r"其[他它][^，。；]{0,8}不予|归口|集中|他家|一律|统一|都得|一家|只准|全部|均由|只许|只给|均须|都要"
    r"|只能|只准|仅限|仅可|定点|指定|限定|必须|务必|应当|须|凡|不得[^，。；]{0,6}(?:其他|另行|自行|外购)"
    r"|要[到从向]"
)
_FROM = re.compile(
    r"集中到[^，。；]{2,14}(?:公司|企业|银行|机构)|(?:到|向|从|在|由|委托给?)[省市县区镇乡](?!级|内|外|域"
    r"|以上)[^，。；、的应须]{1,10}(?:院|社|站|中心|厂|宾馆|酒店|饭店|招待所|门店"
    r"|商城|超市|商店|所)[^。；]{0,16}(?:采购|购买"
    r"|购置|订购|选购|领购|订制|购|维修|印刷|制作|配送|消费|就餐|住宿|接待)"
    r"|(?:到|由|向|从|在|用|找|给)[省市县区镇乡村](?!级|内|外|域|以上|民"
    r"|里)[^，。；、的应须]{0,10}?(?:公司|厂|店|社|院)(?:的|印|做|供应|一家|办|承做|购|买"
    r"|[^，。；]{0,3}(?:生产|加工))"
    r"|委托给?[省市县区镇乡](?!级|内|外|域|以上)[^，。；、的应须]{1,10}(?:院|社|站|中心|所"
    r"|厂)[^。；]{0,16}其[他它][^，。；]{0,10}不予"
    r"|[到由在与][省市县区镇乡](?!级|内|外|域|以上)[^，。；、的应须]{1,12}(?:医院|公司|院|社|站|中心|所|厂"
    r"|店)[^。；]{0,16}其[他它][^，。；]{0,10}(?:无效|不予|不认|不得)"
)
_ELSE = re.compile(r"其[他它][^，。；]{0,8}不予|他家|归口")
_OBJECT_OF_RULE = re.compile(
    r"国家|定点医|医疗(?:机构|保障)|疫苗|征兵|认证|施工|指定(?:的)?(?:医疗|场所|地点|区域|时间|位置|机构)"
    r"|定点(?:医疗|医院|救治|药店|投放)|资金|账户|存放|代发|隔离"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft, _BUY, _BOUND):
        if open_to_all(one) or one.has(_OBJECT_OF_RULE) or not one.has(_BOUND):
            continue
        if not names_trader(one) and not one.has(_FROM):
            continue
        for spot in one.find(_BUY):
            bound = (
                spot.mode is Mode.MUST or _BOUND.search(spot.text_before + spot.text) or _ELSE.search(spot.text_after)
            )
            if bound and not (spot.denied or spot.taken_back or spot.conditional):
                yield hit(spot)
                break


RULE = Rule(
    id="COMP-003",
    group=Group.COMPETITION,
    severity=Severity.ERROR,
    summary="限定经营、购买或者使用特定经营者的商品、服务",
    basis=(
        act("公平竞争审查条例")[8].item(3),
        act("反垄断法")[39],
    ),
    suggestion="删除特定经营者，改为写明技术标准、质量要求，由购买人自主选择",
    look=_look,
    fires=(
        "各学校应当统一采购乙科技有限公司的监控设备。",
        "全镇农机手一律到县农机集团加油。",
        "享受补贴的农户须从县种子公司购买稻种。",
        "婚庆活动只能使用指定单位的礼炮。",
        "机关食堂应当选用某山牌食用油。",
    ),
    silent=(
        "各学校依法采购监控设备，不得指定品牌。",
        "禁止限定企业购买特定公司的产品。",
        "县城投公司应当按月报送财务报表。",
        "采购人应当通过公开招标选择监控设备的供应商。",
        "居民可以自主选择购买任何公司的产品。",
        "取消到定点企业维修的做法。",
    ),
    kinds=PROVISIONS,
)
