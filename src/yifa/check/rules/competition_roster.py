"""Only those on a roster may take part (COMP-005)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Mode
from yifa.check.draft import Draft
from yifa.check.market import hit, judged
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import NUMBER, REFUSED
from yifa.law import act

_ROSTER = re.compile(
    r"(?:推荐|备选|合格|入围|定点|诚信|优质)[^，。；]{0,8}名[单录]|名录库|优选池|企业池|(?:进入?|入选"
    r"|列入)[^，。；“]{0,8}“□+”(?=的)|入围的?[^，。；]{0,6}(?:企业|单位|机构)|(?:机构|单位|企业|供应商"
    r"|承包商|合格)[^，。；]{0,3}(?:名录|目录)|[入在]库(?:单位|企业|机构|供应商)|备选库|备选名[单录]"
    r"|资格库|预选库|供应商库|企业库|机构库|承包商库|储备名单|入围名单|白名单|中介(?:服务)?超市|(?:单位"
    r"|机构|企业|供应商|队伍|服务商|合格方|诚信)(?:备选|推荐|合格)?名[单录](?!公示)"
    r"|(?<![数题知信文书水仓车冰金入国智专人])(?<!专家)(?<!物资)(?<!储备)库(?![房存区存管内容藏])"
)
_CHOOSE = re.compile(
    rf"从这?[^，。；]{{0,3}}{NUMBER}家中?选|(?:从|在)[^，。；]{{0,24}}(?:库|名[单录]|目录"
    r"|超市|池|入围[^，。；]{0,10}(?:企业|单位|机构))[^，。；]{0,4}(?:中|内|里)?[^，。；]{0,6}(?:产生|摇号"
    r"|轮候|轮流|抽取|抽选|选取|选聘|选择|选定|确定|遴选|摇号)"
)
_LEFT_OUT = re.compile(r"名[单录]之?外|库外|未入[库选围]")
_REFUSED = re.compile(REFUSED)
_KEEPS_LIST = re.compile(r"应当?(?:建立|编制|公布|制定|更新)")
_TRADE = re.compile(
    r"饭店|酒店|师傅|企业|供应商|单位|机构|经营者|项目|采购|工程|承接|中介|商户"
    r"|施工|服务商|公司|事务所|业务|委托|供货商|商户|酒店|队伍|律所"
)
_OTHER = re.compile(r"出库|入库登记|专家|人才|失信|黑名单|物资|数据库|信息库|题库|水库|国库|执法人员|随机抽查|检查对象")
_OUTSIDE = re.compile(
    r"没进|[已未](?:经)?入|取得|获得|名[单录]之?外|库外|目录外|(?:未|没有?|不)(?:进入?|列入|入|纳入|入选"
    r"|入驻|在)[^，。；]{0,12}[库名超]|入选|入驻|[入在]库|列入|进入|纳入"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft, _TRADE):
        if one.has(_OTHER) or not one.has(_TRADE):
            continue
        left_out = next((s for s in one.find(_LEFT_OUT) if not s.denied and _REFUSED.search(s.text_after)), None)
        if left_out and not left_out.taken_back:
            yield hit(left_out, 0.75)
            continue
        for spot in one.find(_ROSTER):
            gate = one.has(_OUTSIDE) and spot.required and not one.has(_KEEPS_LIST)
            chosen = one.has(_CHOOSE) and not spot.denied and spot.mode is not Mode.MAY
            if (gate or chosen) and not spot.taken_back:
                yield hit(spot, 0.75)
                break


RULE = Rule(
    id="COMP-005",
    group=Group.COMPETITION,
    severity=Severity.WARNING,
    summary="以名录库、备选库、资格库作为准入条件",
    basis=(
        act("公平竞争审查条例")[8].item(4),
        act("公平竞争审查条例")[8].item(5),
    ),
    suggestion="取消名录库，或者常态开放、入库与否同等对待",
    look=_look,
    fires=(
        "进入区级备选库的企业方可参与政府项目。",
        "未列入镇诚信施工单位名录的企业，不得承接村级工程。",
        "造价咨询单位应当从县财政局供应商库中选择。",
        "评估业务由白名单内的机构承担，其他机构须入选白名单后方可参与。",
        "没有入驻中介超市的机构，一律不予委托采购项目。",
    ),
    silent=(
        "名录库仅供查询，未入库不影响参与。",
        "不得以备选库限制经营者参与政府采购。",
        "评审专家从专家库中随机抽取。",
        "取消施工单位预选库，不再要求企业入库。",
        "应急物资储备库由专人管理。",
        "各单位可以自主选择机构，也可以从名录库中选取。",
    ),
    kinds=PROVISIONS,
)
