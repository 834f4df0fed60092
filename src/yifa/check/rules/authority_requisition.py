"""Property is taken or requisitioned (AUTH-015)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.clause import Mode
from yifa.check.draft import Draft
from yifa.check.frames import once
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, set_acts
from yifa.law import act

_THINGS = re.compile(
    r"土地|房屋|设备|物资|林地|山林|宅基地|院[墙落]|厂房|耕地|承包地|车辆(?!购置税)|农房|民房|住宅|机械"
    r"|农机|鱼塘|果园|仓库|场地|房产|菜地|农用车|老宅|空地|地块|使用权|自留地|收割机|农具|住?宅|[村农祖]屋"
    r"|客房|[客货农]车|[占谁]?[^，。；]的地"
)
_TAKE = re.compile(
    r"(?<![被拟])(?<!申请)征收(?!部门|人|机构|的|决定|补偿|标准|工作|程序|范围|方案)|征用(?!的|补偿|物资"
    r"|决定)|征调|无偿(?:收回|使用|占用)|(?:统一|一律|强制|直接|无条件)[^，。；]{0,4}(?:收回|收归|征收"
    r"|调配|调用)|(?:调用|动用|借用)(?=[^，。；]{0,6}(?:村民|农户|企业|个人|群众|业主|居民|商户))"
    r"|(?:无条件|无偿|一律)[^，。；]{0,4}(?:让出|交出|腾退|腾出|收回|收储)|统一(?:收储|收归|回收)|(?:先行"
    r"|临时|直接)(?:占用|使用)(?=[^，。；]{0,4}(?:农户|村民|企业|群众|居民))|收归(?:镇|村|集体|国有)"
)
_LEVY = re.compile(
    r"[^，。；]{0,8}的(?:补偿|标准|程序|决定|范围|公告)|^[^，。；]{0,6}(?:税|费)|征收(?:标准|率)|补偿费用?应当|足额支付"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return once(_taken(draft), draft)


def _taken(draft: Draft) -> Iterator[Hit]:
    for spot in set_acts(draft, _TAKE, needs=Authority.REGULATION):
        one = spot.statement
        if not one.has(_THINGS) or _LEVY.match(spot.text_after):
            continue
        if spot.mode in (Mode.MAY, Mode.MUST) or re.search(r"由|一律|统一|应", spot.clause.text):
            yield hit(draft, spot, Authority.REGULATION)


RULE = Rule(
    id="AUTH-015",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="自行设定征收、征用",
    basis=(act("立法法")[11].item(7),),
    suggestion="删除，或者写明法律依据和补偿",
    look=_look,
    fires=("因工作需要，镇政府可以征用农户房屋。", "闲置宅基地由村镇无偿收回。"),
    silent=(
        "征收房屋的，依照《国有土地上房屋征收与补偿条例》办理。",
        "征收土地的，应当及时足额支付补偿费用。",
        "不得违法征用农民土地。",
    ),
    kinds=PROVISIONS,
)
