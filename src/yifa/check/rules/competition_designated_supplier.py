"""Goods or services of a certain trader must be bought or used (COMP-003)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Mode
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.market import hit, judged, meant, names_trader, open_to_all
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import ELSE_REFUSED, HERE, INSTITUTE, NUMBER, ONLY
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
_BOUGHT_AT = (
    frame(
        r"(?:办理|使用|购买|采购|选用|安装|采用|配备|确定|选择)",
        within=(
            (
                rf"(?:[一-龥]{{2,4}}(?:(?<![志示称号告招车门标路站带])牌(?![照匾号子坊])|石油|加油卡|平台卡))"
                rf"|(?:推荐|指定|认可|选定)的{HERE}{{0,4}}{NUMBER}个?(?:品牌|厂家|型号|产品"
                rf"|供应商)|(?:推荐|指定|认可)的{HERE}{{0,4}}品牌"
            ),
            r"必须|应当|统一|一律|只能|须|从{HERE}{0,20}中".replace("{HERE}", "[^，。；]"),
            r"单位|学校|机关|住宅|小区|企业|车|项目|村|用户|电梯|设备",
        ),
        unless=r"政务服务平台|监管平台|自主|任选|招标|不得|国家|省统一|监管系统|信息系统|管理系统|财政",
    ),
    frame(
        r"(?:拿货|进货|采购|购买|购置|买|换|用|配送|供|生产|印|修|订|接入|投保|安排在|安排|订餐|交给)",
        within=(
            (
                rf"{INSTITUTE}|[一-龥]{{2,6}}(?:(?<![志示称号告招车门标路站带])牌(?![照匾号子坊])"
                rf"|制衣厂|商城|门市部|大厦)"
                rf"|[县镇](?:宾馆|酒店|招待所|食堂)|平台"
            ),
            (
                rf"(?:外面|别处|别家|其他|别的){HERE}{{0,14}}不|才给|不给{HERE}{{0,4}}(?:验收"
                rf"|办|结|报)|不(?:结账|报销|验收|认)|不过(?:，|。|$)|只用|一律|改由|统一"
                rf"|不再(?:自行)?(?:招标|采购|续签)|到期不再"
            ),
            r"学校|单位|机关|村|食堂|小区|出租车|会议|工程|公车|校服|水泥|米面|饮水机|充电桩|计价器|设备|材料|各",
        ),
        unless=(
            r"特许|经营权|政府采购|招标确定|公开招标|自主|自由|任选|不得指定|检疫|疫苗"
            r"|医院|银行|开户|竞争|自行选|符合国家标准"
        ),
    ),
    frame(
        (
            rf"(?:{_BUY.pattern}|订|购(?!房)|买|投保|印|修|做|住|吃|体检|培训|检|进货|拿货"
            rf"|订餐|认准|装|用(?!途|地|工|电|水|于|户))"
        ),
        near=(
            (
                rf"(?:到|从|在|由|向|找|限|用|给|认准|投|选){HERE}{{0,6}}{INSTITUTE}"
                rf"|(?:本(?:通知|办法|方案|文件)|附件|所附|附表|下列|以下|上述"
                rf"|本次选定的){HERE}{{0,8}}{NUMBER}(?:家|个|种)"
                rf"|[一-龥]{{2,6}}(?:(?<![志示称号告招车门标路站带])牌(?![照匾号子坊])|支公司"
                rf"|大楼|商城|门市部|供销社|合作银行"
                rf"|农商行)"
            ),
        ),
        within=(
            (
                rf"{ONLY}|{ELSE_REFUSED}|须|应(?!用|急|对)|限|认准|指定|定点|都(?:到|从|在|由)"
                rf"|不(?:予|准|得){HERE}{{0,4}}(?:报销|验收|办理|支付|使用|外购|自购)"
            ),
            (
                r"桌椅|家具|活动室|物资|用具|耗材|卫生室|农户|学校|单位|机关|企业|业主|村|商户"
                r"|学生|家长|公车|项目|工地|部门|职工"
                r"|居民|用户|设备|保险|校服|教材|药|肥料|种子|农机|车辆|材料|混凝土|商品|服务"
                r"|会议|接待|网络|软件|系统|工程|食堂|所用|产品|用品"
            ),
        ),
        unless=(
            r"检疫|疫苗|公安|派出所|招标|自主|自愿|自行|独家|包揽|插手|派单|轮流|任选"
            r"|自行选择|竞争|定点医|医保|户籍|婚姻|登记机关|举报|投诉|服务中心(?:窗口"
            r"|办理)|行政服务|政务|就读|入学|就医|存款|开户|缴纳|申报|申请|领取|报名|考试"
        ),
    ),
)
"""Goods must come from a certain trader, in other words."""
_ELSE = re.compile(r"其[他它][^，。；]{0,8}不予|他家|归口")
_OBJECT_OF_RULE = re.compile(
    r"国家|定点医|医疗(?:机构|保障)|疫苗|征兵|认证|施工|指定(?:的)?(?:医疗|场所|地点|区域|时间|位置|机构)"
    r"|定点(?:医疗|医院|救治|药店|投放)|资金|账户|存放|代发|隔离"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, _limited(draft), _bought_at(draft))


def _bought_at(draft: Draft) -> Iterator[Hit]:
    for spot in meant(draft, _BOUGHT_AT):
        if spot.mode is not Mode.MAY and not open_to_all(spot.statement):
            yield hit(spot, 0.7)


def _limited(draft: Draft) -> Iterator[Hit]:
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
