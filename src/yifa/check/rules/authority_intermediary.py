"""An intermediary service is forced or designated (AUTH-018)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.clause import Mode
from yifa.check.draft import Draft
from yifa.check.frames import once
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import demanded_of_private, hit, set_acts
from yifa.law import act

_WORK = (
    r"(?:中介|评估|检测|检验|鉴定|咨询|测绘|评价|代理|编制|编写|监测|造价|审计|设计|监理|技术服务|测试|测评|翻译|公证)"
)
_ACTS = re.compile(
    r"(?:(?<![受被])委托(?!的|部门)|聘请|选用|选择|交由|找"
    rf"|到)[^，。；]{{0,20}}?{_WORK}[^，。；]{{0,4}}?(?:机构|公司|单位|中心|所|院|进行|办理|测试)"
    r"|(?:委托|聘请|选用)[^，。；]{0,12}?服务中心|(?:从|在)[^，。；]{2,24}(?:公司|机构|名[单录]|单位"
    r"|库)[^，。；]{0,3}[中内](?:选定|选择|选取|择|确定)"
    rf"|{_WORK}(?![^。；]{{0,10}}人员)[^。；]{{0,10}}?(?:只能|必须|统一|应当|须|一律)[^，。；]{{0,6}}(?:找"
    rf"|由|交给|交由|委托|到|请)[^，。；]{{2,16}}(?:中心|公司|机构|院|站)"
    rf"|统一(?:交给|交由|委托)[^，。；]{{0,16}}(?:公司|机构|中心|院)[^，。；]{{0,4}}(?:编|做|写|检|评)"
    r"|(?:指定|推荐)的[^，。；]{0,8}中介"
    rf"|只认可?[^，。；]{{0,20}}(?:机构|公司|单位|中心|院|所|站)|{_WORK}[^。；]{{0,16}}(?:须|应当?"
    rf"|必须)(?:与|同)[^，。；]{{2,20}}(?:站|公司|中心|机构)[^，。；]{{0,6}}签"
    rf"|(?:运维|监测|检测|评估)[^。；]{{0,12}}(?:须|应当?|必须)(?:与|同)[^，。；]{{2,20}}(?:站|公司|中心"
    rf"|机构)[^，。；]{{0,6}}签|由[^，。；]{{2,8}}(?:出面|统一)?(?:请|找"
    rf"|联系)[^，。；]{{0,8}}{_WORK}(?:公司|机构|单位|中心)"
    rf"|(?:交|找|由|委托)[^，。；]{{2,18}}(?:公司|机构|中心|服务[部站]|院"
    rf"|所)[^，。；]{{0,6}}{_WORK}，[^。；]{{0,4}}其[他它][^，。；]{{0,10}}不(?:收|予|认)"
    r"|由[^，。；]{2,14}(?:院|公司|中心|所)代(?:拟|编|做)"
    rf"|由[^，。；]{{1,14}}(?:指定|推荐|确定|选定|认可|合作|下属)的[^，。；]{{0,10}}(?:机构|公司|单位|中心"
    rf"|事务所|院)[^，。；]{{0,8}}(?:{_WORK}|出具)|由[^，。；]{{1,10}}(?:统一)?(?:选定|指定"
    rf"|确定)[^，。；]{{0,6}}{_WORK}(?:公司|机构|单位)"
)
_UNLESS = re.compile(r"自主|自行(?![^，。；]{0,6}不)|资质|资格|符合条件|政府采购|招标")
_ONLY = re.compile(r"代拟|代编|代做|其[他它]|只认|须与|应当与|必须与|只能|统一|一律")
_DESIGNATED = re.compile(r"合作的|选定|出面|请|指定|推荐|确定的|选定的")
_AT_PRIVATE_COST = re.compile(
    r"费用由|(?:支付|承担)费用|费由(?:企业|建设单位|申请人|业主|当事人|经营者)|(?:企业|建设单位|申请人"
    r"|业主|当事人|经营者)(?:承担|负担)"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return once(_designated(draft), draft)


def _designated(draft: Draft) -> Iterator[Hit]:
    for spot in set_acts(draft, _ACTS, needs=Authority.LOCAL, unless=_UNLESS):
        imposed = _DESIGNATED.search(spot.text) and _AT_PRIVATE_COST.search(spot.text_after)
        if (
            imposed
            or (_DESIGNATED.search(spot.text) and spot.mode is Mode.MUST)
            or _ONLY.search(spot.text)
            or demanded_of_private(spot)
        ):
            yield hit(draft, spot, Authority.LOCAL)


RULE = Rule(
    id="AUTH-018",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="指定中介机构或者强制接受中介服务",
    basis=(act("优化营商环境条例")[43],),
    suggestion="改为可以自主选择",
    look=_look,
    fires=("申请人应当委托区建设咨询机构出具评估报告。", "企业必须从名单内的检测公司中选择一家。"),
    silent=(
        "申请人可以自主选择中介机构，也可以自行编制。",
        "建设单位应当委托具备相应资质的检测机构检测。",
        "不得要求申请人委托指定的评估机构。",
    ),
    kinds=PROVISIONS,
)
