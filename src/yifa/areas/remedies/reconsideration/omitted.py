"""Articles that the declaration does not express, each with the reason (未表达条款)."""

from __future__ import annotations

from yifa.areas.remedies.reconsideration.acts import R26, L
from yifa.kernel.declare import Omitted

_GENERAL = "总则条款，没有可以由环节或者期限表达的内容"
_MATTERS = "由申请人和承办人判断，在受理的逐项确认和选项中体现"

OMITTED: tuple[Omitted, ...] = (
    Omitted(L[1], _GENERAL),
    Omitted(L[2], "行政行为和复议的定义"),
    Omitted(L[3], _GENERAL),
    Omitted(L[4], "机构设置；复议机关、复议机构在系统中由机关和岗位表达"),
    Omitted(L[6], "人员资格，属于人员管理"),
    Omitted(L[7], "人员、场所和经费保障"),
    Omitted(L[8], "信息化建设"),
    Omitted(L[9], "表彰和奖励"),
    Omitted(L[11], f"复议范围十五项：{_MATTERS}（行政行为类型）"),
    Omitted(L[14], f"申请人资格和承受：{_MATTERS}"),
    Omitted(L[18], "法律援助由法律援助机构办理；本案只登记是否获得援助"),
    Omitted(L[24], "管辖：在“被申请人与本机关的关系”选项中登记，受理时核对"),
    Omitted(L[25], "国务院部门管辖的案件，不在地方人民政府办理"),
    Omitted(L[26], "省级政府、国务院部门原级复议后的裁决，不在县级人民政府办理"),
    Omitted(L[27], "垂直领导机关、税务、国家安全机关：由“被申请人与本机关的关系”核对为不属于本机关管辖"),
    Omitted(L[28], "对司法行政部门的行为申请人可以选择管辖：在“被申请人与本机关的关系”选项中登记"),
    Omitted(L[29], "复议与诉讼的排斥：受理条件第七项逐项确认"),
    Omitted(L[37], "审理依据，属于实体判断"),
    Omitted(L[81], "工作人员责任，由有权机关追究"),
    Omitted(L[84], "对阻挠调查取证的处理，由有权机关办理"),
    Omitted(L[89], "外国人、外国组织同样适用"),
)

_WHO = "申请人、被申请人的确定，由承办人在受理时逐项确认"
_MERITS = "实体判断的标准，由承办人在决定理由中写明"
_ORGAN = "机构的职责和保障"

OMITTED_2026: tuple[Omitted, ...] = (
    Omitted(R26[1], _GENERAL),
    Omitted(R26[2], _GENERAL),
    Omitted(R26[3], _ORGAN),
    Omitted(R26[4], _ORGAN),
    Omitted(R26[5], "人员资格，属于人员管理"),
    Omitted(R26[7], _ORGAN),
    Omitted(R26[8], "统一的信息化平台由国务院行政复议机构建设"),
    Omitted(R26[9], "复议法第十一条第十五项的细化，在“行政行为类型”的其他行政行为中登记"),
    Omitted(R26[10], "行政协议的种类，在“行政行为类型”中登记"),
    Omitted(R26[11], _WHO),
    Omitted(R26[12], _WHO),
    Omitted(R26[13], _WHO),
    Omitted(R26[14], _WHO),
    Omitted(R26[15], _WHO),
    Omitted(R26[16], _WHO),
    Omitted(R26[19], "法律援助由法律援助机构办理；本案只登记是否获得援助"),
    Omitted(R26[21], _WHO),
    Omitted(R26[22], _WHO),
    Omitted(R26[23], "起算日由“知道途径”和各日期推算，第一款第二项的拒绝签收自2026年7月1日起按拒签日"),
    Omitted(R26[25], "作出行政行为的机关的告知义务，在“已告知复议权利、机关和期限”中登记"),
    Omitted(R26[31], "政府信息公开的复议前置，在“复议前置”选项中登记"),
    Omitted(R26[32], "国务院部门和垂直领导机关共同作出的行为，不由县级人民政府管辖"),
    Omitted(R26[33], "授权内设机构的管辖，在“被申请人与本机关的关系”选项中登记"),
    Omitted(R26[34], "必须受理的原则，由受理条件逐项表达"),
    Omitted(R26[35], "利害关系的五种情形，由受理条件第二项逐项确认"),
    Omitted(R26[42], "原级复议，不在县级人民政府办理"),
    Omitted(R26[47], "证据是否采纳，属于实体判断；作出决定时逐项确认证据经审查属实"),
    Omitted(R26[54], _MERITS),
    Omitted(R26[55], _MERITS),
    Omitted(R26[56], _MERITS),
    Omitted(R26[57], _MERITS),
    Omitted(R26[59], _MERITS),
    Omitted(R26[60], _MERITS),
    Omitted(R26[66], _ORGAN),
    Omitted(R26[67], "对下级人民政府复议工作的检查，由监督检查程序表达"),
    Omitted(R26[68], _ORGAN),
    Omitted(R26[70], "业务培训"),
    Omitted(R26[72], "对侵害复议人员行为的处理，由有权机关办理"),
    Omitted(R26[73], "与监察监督的协同；线索移送依复议法第八十六条表达"),
    Omitted(R26[74], "商标、专利的复审，不适用本程序"),
    Omitted(R26[75], "海警机构的管辖，不在县级人民政府办理"),
    Omitted(R26[76], "指导性案例，属于实体判断的参照"),
)
