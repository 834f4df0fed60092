"""Property is taken or requisitioned (AUTH-015)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.clause import Mode
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame, once
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, meant, set_acts
from yifa.check.words import HERE, PROPERTY
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
_TAKES = (
    frame(
        (
            rf"(?:从|在){HERE}{{0,12}}(?:自留山|承包地|山上|田里|地里|院里|菜地|林地|果园"
            rf"|谁家){HERE}{{0,6}}(?:取|挖|砍|采|拉)"
        ),
        within=(r"不计价|不给钱|不付|无偿|白|不另|就近", r"农户|村民|户|谁家|群众"),
        unless=r"自愿|补偿|许可证",
    ),
    frame(rf"谁家{HERE}{{0,2}}让|(?:占|用|圈)(?:到|着)?谁家", within=(PROPERTY,), unless=r"补偿"),
    frame(
        r"(?:调(?!解|整|研|查|节|处|度|换|动)|调用|开走|拿来|拿去|占了|让出|划出|征来|借来|拉走|先用|先拿)",
        within=(
            PROPERTY,
            r"用完再说|见到就|不另给钱|不给钱|不付|油钱|屋主|直接|再说|谁家|白用|不用商量|先拿|村民|农户|个人",
        ),
        unless=r"自愿|租|依法|协商|补偿标准|机关|单位公车|捐|罚|代管|检查站",
    ),
    frame(
        (
            r"(?:收(?:回|走|归|储|为集体)|拿(?:走|去|来|出)|让出|交出|腾出|占用|占去"
            r"|(?:直接|径行|无条件|优先|临时|先行)?(?:调用|动用|征用|借用|使用|取用|开走)"
            r"|划归|归集体|充公)(?!的|权)"
        ),
        within=(
            PROPERTY,
            r"村民|农户|户|承包|业主|个人|企业|沿线|群众|居民|没人住|撂荒|闲置|空闲|谁",
            (
                r"无偿|不(?:付|给|另|得主张|予补|再补|支付|补)|直接|径行|无条件|统一|一律|事后"
                r"|先用|再议|另行|优先|由(?:集体|村|镇|乡|街道)|可以?"
            ),
        ),
        unless=r"流转合同|自愿|租赁|协商一致|依法|国有土地|到期|承包期满|出借|罚|归还承包|房东|中标|物业",
    ),
)
"""Property is taken or used, in other words."""
_LEVY = re.compile(
    r"[^，。；]{0,8}的(?:补偿|标准|程序|决定|范围|公告)|^[^，。；]{0,6}(?:税|费)|征收(?:标准|率)|补偿费用?应当|足额支付"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, once(_taken(draft), draft), _takes(draft))


def _takes(draft: Draft) -> Iterator[Hit]:
    for spot in meant(draft, _TAKES, needs=Authority.REGULATION):
        if not _LEVY.match(spot.text_after):
            yield hit(draft, spot, Authority.REGULATION, 0.7)


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
