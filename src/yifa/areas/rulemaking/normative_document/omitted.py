"""Articles that the declaration does not express, each with the reason (未表达条款)."""

from __future__ import annotations

from yifa.areas.rulemaking.normative_document.acts import (
    BUSINESS,
    COMPETITION,
    FILING,
    LEGISLATION,
    LITIGATION,
    RECONSIDERATION,
    SUPERVISION,
)
from yifa.kernel.declare import Omitted

OMITTED: tuple[Omitted, ...] = (
    Omitted(BUSINESS[61, 1], "及时立改废的总要求，由清理程序体现"),
    Omitted(BUSINESS[63, 3], "对地方性法规、规章的审查建议向国务院提出，不在县级办理"),
    Omitted(BUSINESS[65, 2], "出台节奏和政策效果评估，属于工作要求"),
    Omitted(COMPETITION[8], "审查标准由公平竞争审查程序表达"),
    Omitted(COMPETITION[12], "例外规定由公平竞争审查程序表达"),
    Omitted(FILING[4], "法规、规章公布之日起30日报备，不适用于县级规范性文件"),
    Omitted(FILING[12], "对规章以下文件的审查建议由审查建议程序表达"),
    Omitted(LEGISLATION[93, 1], "县级人民政府没有规章制定权，“县政府令”不是规章；名称检查中体现"),
    Omitted(LITIGATION[53], "当事人一并请求审查，由法院办理；本机关只处理司法建议"),
    Omitted(RECONSIDERATION[56], "复议机关自行处理和转送的期限，由行政复议程序表达"),
    Omitted(RECONSIDERATION[57], "复议机关自行处理和转送的期限，由行政复议程序表达"),
    Omitted(SUPERVISION[45], "人大常委会每年听取和审议备案审查工作情况报告（T-ND-12），不由行政机关办理"),
)
