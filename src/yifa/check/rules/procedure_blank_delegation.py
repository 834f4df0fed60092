"""What matters is left to others to decide (PROC-015)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.frames import find, first_said, frame
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import HERE

_BLANK = re.compile(r"另行制定|自行制定|另行规定|自行规定|自行确定|另行确定")
_AT_WILL = re.compile(r"(?<=[村镇乡办局所站区际])自行(?:决定|掌握|把握|裁量)|根据(?:实际|情况)自行(?:决定|掌握|把握)")
_MEASURE = re.compile(r"标准|金额|数额|幅度|比例|范围|条件|收费|处罚|补[偿助贴]|奖励")
_LEFT_TO = (
    frame(
        r"(?:看情况(?:给|定|办)|拿主意|临时定|看着给|掂量着|临时议|随行就市定|凭经验)",
        within=(r"多少|补|罚|收|没写到|标准|费|奖|数|额", r"镇|村|队|办公室|所|局|乡|站|领导|书记|部门"),
        unless=r"不得|村民会议|企业|经营者|店",
    ),
    frame(
        (
            rf"(?:看着办|自己(?:定|说了算|决定|掌握|拿主意|拟定)|自(?:行|主)(?:定|决定|掌握|拟定|制定|确定|规定"
            rf"|把握|调整|商定)|灵活(?:掌握|把握|处理|执行|确定)|酌情(?:确定|处理|掌握)|随时(?:补充|调整|增加|明确)"
            rf"|另(?:行)?(?:订|定|拟|议|作规定)|说了算|视(?:本队|本地|情况|实际|具体){HERE}{{0,6}}(?:另|定|掌握)"
            rf"|临时(?:规定|决定|确定))"
        ),
        within=(
            (
                r"标准|金额|数额|幅度|比例|范围|条件|收费|处罚|补[偿助贴]|奖|罚|多少|怎么收|费|尺度|裁量|未尽事宜"
                r"|额度|办法|程序|期限"
            ),
            r"各?(?:镇|村|乡|县|街道|办|局|所|站|社区|部门|单位|队|领导小组|办公室|主管|市场管理)",
        ),
        unless=(
            r"村规民约|自治章程|村民会议|业主大会|内部管理|应急预案|操作规程|国务院|国家|省|法律|法规|不得|经营者"
            r"|企业自(?:主|行)|当事人|协商|双方|自主定价|市场调节|高校|学校自主"
        ),
    ),
)
"""The measure is left to others, in other words."""
_WHAT = (
    r"(?:标准|金额|数额|额度|幅度|比例|条件|收费|处罚|罚款|补[偿助贴]|奖[励补]|减免|资格|裁量|未尽事[宜项]"
    r"|其他(?:情形|条件|对象|费用|材料|事项)|未作规定|没有规定|未规定|办法|细则|处[置理]方式|范围|程序|期限|定价"
    r"|价格|系数|名额|门槛|权限)"
)
_AT_DISCRETION = frame(
    (
        rf"(?:自(?:行|主){HERE}{{0,6}}?(?:制定|规定|确定|决定|设定|出台|明确|掌握|把握|拟定|制订|研究|处理|调整"
        rf"|选择|划定|认定)|自(?:定|由裁量|由掌握)|另(?:行)?(?:制定|制订|规定|确定|明确|出台|下达|研究|定(?!向)|议"
        rf"|订)|酌(?:定|情)|灵活(?:掌握|处理|确定|调整|把握)|(?:根据|按照?|结合|视|依据|参考){HERE}{{0,12}}?(?:实际"
        rf"|情况|需要|具体|工作){HERE}{{0,8}}?(?:确定|决定|掌握|把握|制定|增[设加]|调整|设[定置]|规定|定(?!期|点|时"
        rf"|向))|(?:未尽|未作规定|没有规定)[^。；]{{0,16}}(?:视|根据|结合|酌情)[^，。；]{{0,8}}(?:处[理置]|办理)"
        rf"|其他[^，。；]{{0,6}}(?:情形|条件|材料|费用|事项)，?由[^，。；]{{2,14}}(?:认定|确定|决定)|研究(?:确定"
        rf"|决定)"
        rf"|(?:自行|自主|自由)?(?:把握|掌握)(?!情况|动态|信息|数据|底数)|(?:集体)?(?:商|议)定(?!的|书))"
    ),
    within=(
        _WHAT,
        (
            r"(?:各|由|授权|交由|委托|赋予)[^，。；]{0,24}?(?:镇|村|社区|街道|办|局|所|站|部门|单位|小组|委员会"
            r"|管委会|机构|政府|乡|队|中心|主体|管理方|指挥部|专班)|(?:镇|村委会|社区|街道办事处|局|部门|领导小组"
            r"|管理委员会|管委会|政府|单位)(?:可以?|有权|根据|结合|视|自|另|酌)"
        ),
    ),
    unless=(
        r"村规民约|自治章程|村民会议|业主大会|业主共同|内部(?:管理)?制度|应急预案|操作规程|国务院|国家|(?<!节)省"
        r"|(?:设区的市|市)人民政府|法律|法规|规章规定|不得|禁止|严禁|经营者|企业自|当事人|协商|双方|市场调节|投标"
        r"|用人单位|依照本|按照本|批准后|审[批定]后|报[^，。；]{2,16}(?:批准|审[定批核]|同意)|应急|预案|联络员"
        r"|会议[时地]|值班|主持人|学校|高校|民主|听证|公开征求"
    ),
)
"""What may be left to nobody, one to whom it is left, and words for his own will."""
_OWN_AFFAIRS = re.compile(r"村规民约|自治章程|村民会议|业主大会|内部(?:管理)?制度|应急预案|操作规程")
_OWN_CHOICE = re.compile(
    r"(?:投标人|供应商|经营者|用人单位|企业|当事人|中标人|申请人|承包人|业主|农户|公司)[^，。；]{0,8}$"
)
"""What is for a private person to decide anyway."""
_HIGHER = re.compile(r"国务院|国家|省|市(?:人民)?政府|法律|法规")


def _look(draft: Draft) -> Iterator[Hit]:
    left = (spot for spot in find(draft, _LEFT_TO) if not (spot.denied or spot.conditional or spot.taken_back))
    open_ = (
        spot
        for spot in find(draft, (_AT_DISCRETION,))
        if not (
            (spot.denied and not spot.text.startswith("其他"))
            or spot.conditional
            or spot.taken_back
            or spot.statement.reporting
        )
        and not _OWN_CHOICE.search(spot.text_before)
    )
    return first_said(
        draft,
        _said(draft),
        (Hit(spot.start, spot.end, confidence=0.7) for spot in left),
        (Hit(spot.start, spot.end) for spot in open_),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        if one.has(_HIGHER) or one.has(_OWN_AFFAIRS):
            continue
        spots = [*one.find(_BLANK), *(one.find(_AT_WILL) if one.has(_MEASURE) else ())]
        yield from (
            Hit(spot.start, spot.end)
            for spot in spots
            if not (spot.denied or spot.conditional or spot.nominal or _OWN_CHOICE.search(spot.text_before))
        )


RULE = Rule(
    id="PROC-015",
    group=Group.PROCEDURE,
    severity=Severity.INFO,
    summary="空白授权：另行制定、自行确定",
    basis=("《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）",),
    suggestion="写明由谁、就什么事项、在什么期限内制定，或者直接规定",
    look=_look,
    fires=("具体收费标准由各村自行制定。", "奖励金额由各村自行决定。"),
    silent=(
        "村规民约由村民会议自行制定。",
        "实施细则由市人民政府另行制定。",
        "不得自行制定收费标准。",
        "国务院另行规定的，从其规定。",
    ),
    kinds=PROVISIONS,
)
