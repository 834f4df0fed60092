"""Local bidders are preferred, or others burdened, in procurement and bidding (COMP-009)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.market import even, hit, judged, meant
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import FOREIGN, GOODS, HERE, LOCAL, NUMBER, TRADERS
from yifa.law import act

_LOCALS = re.compile(
    rf"{LOCAL}[^，。；]{{0,12}}?(?:{TRADERS}|{GOODS}|业绩|注册地|队伍|单位|产品|品牌|荣誉|奖项|奖)"
    rf"|(?:注册地|住所地|所在地|总部)[^，。；]{{0,4}}(?:在|为|位于){LOCAL}"
    rf"|(?:获得?|取得)[^，。；]{{0,4}}{LOCAL}[^，。；]{{0,14}}?(?:荣誉|奖|称号|表彰)"
    rf"|在(?:县城|城区|{LOCAL})[^，。；]{{0,6}}(?:设有|拥有|开设|设立)[^，。；]{{0,10}}的"
    rf"|对{LOCAL}[^，。；]{{0,8}}贡献|在{LOCAL}的?(?:缴纳?|纳税)|在{LOCAL}[^，。；]{{0,10}}(?:承揽|承担|拿过|完成|做过"
    rf"|中标)[^，。；]{{0,16}}(?:单位|企业|的)"
    r"|(?:获得?|取得)(?:过)?[市县区镇](?!级以上)[^，。；]{0,8}(?:奖|荣誉|称号)(?=[^。；]{0,14}(?:其他|外))"
)
_PREFERRED = re.compile(
    rf"优先|加[0-9一二三四五六七八九十.]*分|加分|倾斜|入围|优惠|[得计]{NUMBER}分|(?:仅"
    r"|只)(?:邀请|限|接受|面向|向|从|能)|原则上(?:由|从|选择)|同等条件下|满分|靠前"
    r"|作为[^，。；]{0,4}(?:评审|评分|加分)因素"
    r"|至少[^，。；]{0,4}[家名]|直接通过|首选|照顾|推荐[^，。；]{0,4}为|价格扣除|[上下]浮|先(?:紧着|考虑|用|让"
    r"|选|由)|紧着|直接(?:确定|入围)|视为"
)
_CONTEXT = re.compile(
    r"采购|招标|投标|竞标|评标|评审|评分|比选|磋商|询价|报价|承建|承接|发包|供应商|工程|项目|入围|中标|选用"
    r"|使用|承包|竞买|施工|维修"
)
_STANDARDS = re.compile(r"标准|鼓励|规定|规划|政策")
_BURDEN = re.compile(
    rf"{FOREIGN}[^，。；]{{0,10}}?(?:{TRADERS}|单位|业绩|荣誉|奖)[^，。；]{{0,8}}(?:不得(?:参加|参与|投标)"
    rf"|来?投标[^。；]{{0,4}}先|不计分|中标[^。；]{{0,10}}(?:另行|说明理由|重新论证)|不予认可|(?:须|应当?"
    rf"|需|还)[^，。；]{{0,12}}担保)"
)
_HOME = (
    rf"(?:{LOCAL}(?!级|人大|政府|公共|财政|标准|规定){HERE}{{0,10}}?(?:{TRADERS}"
    rf"|{GOODS}|设计院|队|单位|投标|供货|所|户)|(?:总部|注册(?:地|在)?|纳税|缴税"
    rf"|业绩|社保){HERE}{{0,6}}(?:在)?{LOCAL}|在{LOCAL}{HERE}{{0,6}}(?:纳税|缴税"
    rf"|注册|业绩|社保|获奖))"
)
_FAVOURED = (
    frame(
        rf"(?:{LOCAL}|县域|县内){HERE}{{0,6}}(?:企业|公司|供应商|单位|投标人|队伍)",
        within=(
            r"中标候选人|投标|得分|评标|采购|比选|成交|竞标",
            rf"推荐{HERE}{{0,10}}为|可以不交|不交{HERE}{{0,4}}保证金|免交|同等(?:得分|条件|报价)|优先|靠前|第一",
        ),
        unless=r"不得|外地{HERE}{0,6}同样|抽签|一律|无关|也可以不交|均可".replace("{HERE}", "[^，。；]"),
    ),
    frame(
        rf"(?:先紧着|先尽着|先给|先让|先用|照顾|优先给|留给){HERE}{{0,4}}(?:{LOCAL}|自己[县镇村]|自家)",
        within=(r"活|工程|项目|修路|施工|采购|订单|业务",),
        unless=r"就业|招工|残疾|困难|脱贫|补贴",
    ),
    frame(
        rf"(?:纳税关系|税务登记|社保关系|注册地|住所){HERE}{{0,6}}(?:隶属|属于|在|归){LOCAL}",
        within=(r"分|优先|加|另计|得",),
        unless=r"不得|无关|不考虑",
    ),
    frame(
        rf"{LOCAL}{HERE}{{0,8}}|户口在{HERE}{{0,4}}",
        within=(
            r"活(?=给|由|先)|合同给|工程|投标|保证金|报价|价钱|价格一样|报价一样|加{0,1}[^，。；]{0,3}分|施工队|评分",
            r"给本|给户口|给县|给镇|免交|照交|加半分|加分|归本|让本|同样的|一样的",
        ),
        unless=r"名录|名单|库|不得|不分|一样交|补贴|就业|户籍制度|取消|纠正|整改|曾|同等对待",
    ),
    frame(
        _HOME,
        within=(
            (
                r"采购|招标|投标|竞标|评标|评审|评分|比选|磋商|询价|报价|承建|承接|发包|工程"
                r"|入围|中标|成交|参选|竞买|抽签|摇号|技术分|商务分|派单|推荐供应商"
            ),
            (
                rf"优先|加{HERE}{{0,4}}分|多{HERE}{{0,6}}分|计分|得分|满分|倾斜|直接(?:进入"
                rf"|入围|通过|成交|授予)|成交给|中标给|让给|归(?:本|县)|列(?:为"
                rf"|入){HERE}{{0,6}}(?:评分|评审|加分)|评分(?:项|因素)|起步|先(?:问|由|找|给|让"
                rf"|紧|考虑|安排|从)|留给|不少于{HERE}{{0,6}}(?:家|%|百分之|名额)|至少|价格扣除"
                rf"|视同|免(?:交|缴|收){HERE}{{0,6}}保证金|因素|只(?:问|邀|找|发|在)|高看|首选"
                rf"|内部消化|保底"
            ),
        ),
        unless=(
            r"不得|不(?:予|再|应)?(?:作为|列为|设置)|无关|取消|纠正|删除|同等对待|就业"
            r"|招聘|居民|贫困|残疾|监狱|中小企业预留|补贴|消费券|外地(?:企业"
            r"|机构)?(?:来)?(?:投资|设)"
        ),
    ),
)
"""Local bidders come first, in other words."""
_PEOPLE = re.compile(r"就业(?!的?贡献)|录用|招聘|公益性岗位|户籍|子女|居民|农民工|务工|学生|群众")
_NOT_HERE = re.compile(r"补贴|消费券|展销|推介|宣传|信贷|贷款")


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, _preferred(draft), (hit(spot, 0.7) for spot in meant(draft, _FAVOURED, whose=True)))


def _preferred(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft, _CONTEXT):
        if even(one) or not one.has(_CONTEXT) or one.has(_PEOPLE) or one.has(_NOT_HERE):
            continue
        spots = [*one.find(_BURDEN)]
        if any(not spot.denied and not spot.taken_back for spot in one.find(_PREFERRED)):
            spots += (spot for spot in one.find(_LOCALS) if not _STANDARDS.search(spot.text))
        found = next(
            (spot for spot in sorted(spots, key=lambda s: s.start) if _stands(spot.denied, spot.taken_back)), None
        )
        if found:
            yield hit(found)


def _stands(denied: bool, taken_back: bool) -> bool:
    return not denied and not taken_back


RULE = Rule(
    id="COMP-009",
    group=Group.COMPETITION,
    severity=Severity.ERROR,
    summary="在政府采购、招标投标中给本地经营者加分、优先，或者排斥外地经营者",
    basis=(
        act("公平竞争审查条例")[9].item(3),
        act("招标投标法实施条例")[32, 2],
        act("政府采购法")[5],
    ),
    suggestion="删除与投标人所在地、本地业绩、本地奖项有关的因素",
    look=_look,
    fires=(
        "评标时本地企业加5分。",
        "镇村小型工程优先选用本镇施工队伍。",
        "供应商注册地在本区的，评审得3分。",
        "获得本市优质工程奖的投标人加2分。",
        "外地投标人须提供本县企业的担保。",
    ),
    silent=(
        "评标因素与投标人所在地无关。",
        "不得对本地企业加分。",
        "纠正优先采购本地产品的做法。",
        "本地企业与外地企业平等参与招标投标。",
        "同等条件下优先聘用本村村民参加公益性岗位。",
        "评审专家应当优先从省级专家库抽取。",
    ),
    kinds=PROVISIONS,
)
