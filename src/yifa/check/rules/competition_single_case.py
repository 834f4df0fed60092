"""Support is settled case by case or given to a named trader (COMP-013)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.market import hit, judged, meant, names_trader, orders, permitted
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import HERE, NUMBER, SPECIAL, SUPPORT
from yifa.law import act

_SINGLE = re.compile(
    r"一事一议|一企一策|一户一策|一项目一策|特事特办|个案(?:研究|确定|处理)|(?:另行|单独|面)(?:商定|议定"
    r"|约定|协商|谈)|上不封顶|(?:专题|专门|单独)研究(?:确定|决定)"
)
_SUPPORT = re.compile(r"扶持|奖励|奖补|补贴|补助|优惠|支持(?!工作)|资助|激励|支持力度|幅度|条件|政策(?!宣传)|供地|资金")
_TRADE = re.compile(r"企业|项目|招商|投资|经营|总部|产业|公司|引进|链主|基金|人才(?=企业)")
_SETTLED = (
    frame(
        r"一个?(?:项目|企业|家|户|老板)[一1]个?(?:办法|政策|说法|价|策|条款|标准|待遇)|(?:好商量|随便谈|怎么都行)",
        within=(r"投资|招商|企业|老板|项目|政策|优惠|扶持",),
        unless=r"不得|安全|防汛|纠纷|预案",
    ),
    frame(
        rf"(?:单独拿出|专门(?:列支|拿出|给)|列支|拿出|每年(?:补|给)|补){HERE}{{0,10}}{NUMBER}(?:多|余)?万元?",
        within=(
            (
                r"[一-龥]{2,6}(?:电子|药业|农业(?:公司)?|食品|纺织|科技|酒业|实业|集团|公司|厂"
                r"|旅游|乳业|机械|化工|建材|铸造)"
            ),
            r"支持|留住|更新|还银行|搬迁|技改|给该|奖|扶持|周转|给它|给",
        ),
        unless=r"采购|合同|工程款|服务费|罚|每家|各|符合条件|招标|注册资|保证金|税|垫付|国家",
    ),
    frame(
        rf"(?:当面|私下|一起|单独|面对面){HERE}{{0,4}}(?:敲定|谈定|谈|商定|定|商量)",
        within=(r"项目|企业|老板|招商|投资", r"政策|优惠|扶持|奖|支持|补"),
        unless=r"不得|调解|纠纷",
    ),
    frame(
        (
            rf"(?:[一单逐][家个户项企事项目]+(?:来)?(?:一|单|分别)?(?:议|策|谈|定|研究"
            rf"|商定)|逐(?:个|家|项|户|一)(?:商定|研究|确定|议定|谈|审定|核定)|(?:另行|单独"
            rf"|面|专题|专门|个别|特事){HERE}{{0,4}}(?:商定|议定|约定|协商|谈|商议|议|研究"
            rf"|确定|审议|办)|(?:县长|镇长|区长|书记|主任|常务|党政|联席"
            rf"|领导){HERE}{{0,6}}(?:会议?|小组|班子|专题会|碰头会"
            rf"|批示){HERE}{{0,8}}(?:商定|议定|研究|确定|决定|拍板|敲定|批|定夺|审定|核定"
            rf"|一事|一家)|不受{HERE}{{0,14}}(?:限制|约束)|上不封顶|量身定[做制]|特事特办)"
        ),
        within=(SUPPORT, rf"企业|项目|招商|投资|产业|公司|引进|链主|{SPECIAL}|总部"),
        unless=(
            r"工程项目|信访|筹资|纠纷|救助|困难群众|征收|安全生产|科研项目|评审专家|公益"
            r"|绩效|预算(?:草案|安排)会|专项资金管理|资金使用方案|低保|验收"
        ),
    ),
    frame(
        (
            rf"(?:给|拨|补助|补贴|奖励|资助|安排|切出|划出|列支|借给|注入|支付|下达|解决"
            rf"|兑付|予以){HERE}{{0,40}}?{NUMBER}(?:多|余)?(?:万|亿)?元?"
        ),
        within=(
            (
                r"[一-龥]{2,6}(?:(?<!工)厂(?!家|商|房|区|长)|集团(?!化|军)|公司(?!法)|合作社"
                r"|酒店|商场|超市|旅行社|农场|牧场|酒业|实业|科技|药业|纺织|食品"
                r"|股份)(?=[，的给还用作技建购由扩改上因搞投在参申]|[^，。；]{0,4}(?:技改|还贷"
                r"|补|奖|扶持|用于|扩建|改造|升级|运营|亏损|参展|周转))"
            ),
            r"补|奖|扶持|资助|资金|还贷|技改|亏损|周转|支持|贴",
        ),
        unless=(
            r"采购|合同|工程款|货款|服务费|委托|罚|赔偿|各(?:企业|合作社|酒店|农场)"
            r"|符合条件|每家|每个|凡|招标|对[^，。；]{0,6}(?:的|类)(?:企业|合作社|公司)"
            r"|注册资|保证金|缴|税|获评|认定为|的(?:企业|公司|厂|合作社|农场)"
        ),
    ),
)
"""Support for one, settled for it alone, in other words."""
_GIFT = re.compile(
    r"(?:奖补|奖励|补贴|补助)[^。；]{0,12}(?:单列|兑现)|(?:专门|专项|定向)(?:补助|补贴|奖励|资助)|(?:给予"
    r"|安排|拨付|发放|予以|奖励|补助|补贴|资助)[^。；]{0,30}?(?:补助|补贴|奖励|奖补|资助|扶持资金|万元"
    r"|专项资金)"
)
_OTHER = re.compile(r"信访|筹资|筹劳|村民会议|纠纷|矛盾|救助|帮办|代办|困难群众|房屋征收")
_BOUGHT = re.compile(r"合同|服务费|工程款|货款|采购|运营费|资本金|委托")


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, _single(draft), _settled(draft))


def _settled(draft: Draft) -> Iterator[Hit]:
    for spot in meant(draft, _SETTLED, equal=False):
        if not permitted(spot.statement) and not spot.statement.has(_OTHER):
            yield hit(spot, 0.65)


def _single(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft):
        if not (one.has(_SINGLE) or one.has(_GIFT)) or permitted(one) or one.has(_OTHER):
            continue
        if one.has(_SUPPORT) and one.has(_TRADE):
            yield from (hit(spot) for spot in one.find(_SINGLE) if orders(spot))
        if names_trader(one) and not one.has(_BOUGHT) and "税" not in one.text:
            yield from (hit(spot, 0.7) for spot in one.find(_GIFT) if orders(spot))


RULE = Rule(
    id="COMP-013",
    group=Group.COMPETITION,
    severity=Severity.WARNING,
    summary="以一事一议、一企一策、点名等方式给予特定经营者奖补",
    basis=(act("公平竞争审查条例")[10].item(2),),
    suggestion="设定公开、普遍适用的条件；确需例外的，按照公平竞争审查条例第十二条办理",
    look=_look,
    fires=(
        "对重大项目一事一议给予奖励。",
        "招商项目的扶持资金采取一企一策。",
        "给予甲公司技术改造补贴二百万元。",
        "总部企业的优惠政策由县政府专题研究确定。",
        "安排县旅游集团专项资金五百万元，用于补助景区亏损。",
    ),
    silent=(
        "对重大项目提供帮办服务。",
        "不得以一事一议方式给予企业奖补。",
        "清理一企一策的优惠政策。",
        "信访积案一事一议，逐件化解。",
        "符合条件的企业均可申请技术改造补贴。",
        "村内公益事业通过一事一议筹资筹劳。",
    ),
    kinds=PROVISIONS,
)
