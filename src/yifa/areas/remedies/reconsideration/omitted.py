"""Articles that the declaration does not express, each with the reason (未表达条款)."""

from __future__ import annotations

from yifa.areas.remedies.reconsideration.acts import L
from yifa.kernel.declare import Omitted

_GENERAL = "总则条款，没有可以由环节或者期限表达的内容"
_MATTERS = "由申请人和承办人判断，在受理的逐项确认和选项中体现"

OMITTED = (
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
    Omitted(L[23], "复议前置五类：在“复议前置”选项中登记，后果见第三十四条的起诉期限"),
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
