"""Local bidders are preferred, or others burdened, in procurement and bidding (COMP-009)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.market import even, hit, judged
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import FOREIGN, GOODS, LOCAL, NUMBER, TRADERS
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
_PEOPLE = re.compile(r"就业(?!的?贡献)|录用|招聘|公益性岗位|户籍|子女|居民|农民工|务工|学生|群众")
_NOT_HERE = re.compile(r"补贴|消费券|展销|推介|宣传|信贷|贷款")


def _look(draft: Draft) -> Iterator[Hit]:
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
