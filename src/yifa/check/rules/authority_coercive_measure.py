"""A coercive measure is set (AUTH-005)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.clause import Mode, Party
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, meant, unauthorised
from yifa.check.words import HERE, SEIZE
from yifa.law import act

_ACTS = re.compile(
    r"(?<!被)查[封扣](?!的)|(?<!可供)(?<!被)(?<!被查封、)扣(?:押"
    r"|留(?![^，。；]{0,6}(?:职务|驾驶|营运|许可)证)|下|走|置|住)"
    r"|暂扣(?![^，。；]{0,8}[证照])|锁扣"
    r"|锁[住闭](?=[^。；]{0,4}(?:车|轮|门|设备|机))|拖[回走离移](?=[^。；]{0,16}(?:扣|停车场|保管|处理"
    r"|指定))|(?:予以|先行|可以?|一律)(?:上锁|封停|封门)|封存|冻结[^，。；]{0,14}?(?:账户|存款|财产|资金)"
    r"|贴(?:上)?封?条|扣存|拉[回走](?=[^，。；]{0,8}(?:仓库|队|扣))|(?:商铺|店|仓库|厂"
    r"|摊)[^，。；]{0,6}封门|(?:钥匙|车|设备|机具|物品)[^，。；]{0,6}(?:代管|代为保管)|强行带离"
    r"|(?:收缴|暂存(?!场所|点|间|设施)|收走|拖[移离走]|没入)(?=[^。；]{0,24}(?:保管|处理|发还|返还|领回"
    r"|取回|暂存|指定地点|清场|缴清)|[，、]?暂存)"
)
_TAKEN = (
    frame(
        rf"(?:截(?:下|住|留)|拦(?:下|截)|卸下){HERE}{{0,8}}",
        within=(r"存到|保管|处理|放到|林场|仓库|院里|再说|交清", r"木材|车|货|船|物|砂|肉|苗|煤"),
        unless=r"雨水|污水|洪水|快递|报告|检疫",
    ),
    frame(
        r"(?:滞留|扣滞|留置|拦(?:下|住)|卡住)",
        near=(r"车|船|货|机械|设备",),
        within=(r"拒|不|未|违|至|直到|缴清|清理",),
        unless=r"旅客|乘客|航班|快递|交通事故",
    ),
    frame(
        (
            rf"(?:拿走|拉(?:到|回|走)|带回|带(?:到|走)|搬(?:到|回|走)|抬走|收(?:到|回|走"
            rf"|进)|押(?:在|到|下)|放到|转运(?:至|到)|代为(?:饲养|保管|看管)|代管"
            rf"|交{HERE}{{0,10}}保管|上锁|加锁|锁(?:了|上|起)|贴封条?|封(?:了|上|起))"
        ),
        within=(
            (
                r"秤|筐|推车|遮阳伞|钥匙|车|货|畜禽|猪|羊|牛|鸡|物品|设备|机器|工具|门|店|手推"
                r"|摊|音响|桌椅|砂|船|网|证件|家具|广告牌"
            ),
            (
                rf"再(?:领|给|还|放|取|说)|领(?:走|回)|取回|后(?:领|还|发还|退)|才(?:还|给|退)"
                rf"|等{HERE}{{0,8}}(?:来看|处理)|直至|待|保管|代管"
            ),
        ),
        unless=(
            r"返乡|打工|在家|遗失|捡|拾|失主|自愿|托管|寄存|赃|病死|消防器材|学生|会议"
            r"|考试|快递|档案|出借|借用|租赁"
        ),
    ),
    frame(
        (
            rf"(?:账户|一卡通|存款|房产|房子|款项|资金|钱){HERE}{{0,14}}(?:只进不出|不(?:许"
            rf"|准|得|给|予)(?:先)?(?:动|过户|转|支取|交易|提)|冻|锁|停(?:用|付)|暂不给过户"
            rf"|先不许动|不能动|限制)"
        ),
        within=(r"欠|未|没|拖|不|拒|违|涉",),
        unless=r"法院|银行依法|专款专用|监管账户|专户",
    ),
    frame(
        (
            rf"(?:{SEIZE}|扣(?=在|到|于|回)|收存|收走|拿走|拖(?:走|离|移|回|到)|运(?:走|离)"
            rf"|带走|暂存|代管|保管(?=[^。；]{{0,20}}(?:领|退|还))|扣车|扣货|扣证|锁(?:上"
            rf"|住|死|闭|车)|封(?:门|店|仓|存|住|停|条|签)|贴上?封|上锁|加锁|冻结)"
        ),
        within=(
            (
                r"车|船|器具|工具|货|物品|设备|机具|店|门(?!户)|仓|秤|衡器|摊|砂|料|账户|存款"
                r"|家具|手机|证件|商品|场所|音箱|配电"
            ),
            r"无|未|违|乱|占|超|拒|不|欠|逾|非法|私|可疑|涉嫌",
        ),
        unless=(
            r"病死|疫|危险化学品|爆炸|枪|毒品|假币|样品|档案|遗失|失物|拾|监护|快递|寄存"
            r"|自愿|合同|赃|走失|隔离|陪护|充值|[水电气]卡|房门|上访"
        ),
    ),
    frame(
        rf"(?:扣|锁|拖|封|收){HERE}{{0,3}}(?=车|船|店|门|秤|机器|摊)",
        near=(r"可以?|先|予以|当场|一律|应|由|就地|直接",),
        within=(r"待|直至|直到|再(?:放|还|发)|保管|存放|领|处理|解封|放行",),
    ),
)
"""Something is taken from its holder, in other words."""
_OTHERS = re.compile(r"档案|账[册簿]|样品|试卷|选票|印章|病死|疫|危险化学品|爆炸|枪支|毒品|假币")


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, unauthorised(draft, _ACTS, needs=Authority.LOCAL, unless=_OTHERS), _taken(draft))


def _taken(draft: Draft) -> Iterator[Hit]:
    for spot in meant(draft, _TAKEN, needs=Authority.LOCAL):
        if spot.party is not Party.PRIVATE or spot.mode is not Mode.MUST:
            yield hit(draft, spot, Authority.LOCAL, 0.7)


RULE = Rule(
    id="AUTH-005",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="自行设定行政强制措施（查封、扣押、冻结等）",
    basis=(act("行政强制法")[10, 4],),
    suggestion="删除；法律、法规有规定的，写明依照哪一条",
    look=_look,
    fires=("对占道经营物品，镇人民政府可以先行扣押。", "执法人员应当对违规场所予以查封。"),
    silent=(
        "需要查封、扣押的，由有权机关依照《中华人民共和国行政强制法》实施。",
        "查封、扣押的财物应当妥善保管。",
        "严禁违法查封、扣押企业财产。",
    ),
    kinds=PROVISIONS,
)
