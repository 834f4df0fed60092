"""The acts that government contracts rest on (依据的法律文件)."""

from __future__ import annotations

from datetime import date

from yifa.law import Basis, act

CIVIL = act("民法典")
PAYMENT_2020 = act("保障中小企业款项支付条例", on=date(2020, 9, 1))
"""The payment regulation of 2020, until 2025-05-31."""

SINCE_2025 = date(2025, 6, 1)
"""From this day on the payment regulation as revised in 2025 is in force."""

PAYMENT = act("保障中小企业款项支付条例", on=SINCE_2025)
ENVIRONMENT = act("优化营商环境条例")
PROCUREMENT = act("政府采购法")
PROCUREMENT_RULES = act("政府采购法实施条例")
TENDERS = act("招标投标法")
TENDER_RULES = act("招标投标法实施条例")
AGREEMENTS = act("最高人民法院关于审理行政协议案件若干问题的规定")
BUDGET = act("预算法")
INVESTMENT = act("政府投资条例")
COMPETITION = act("公平竞争审查条例")
DECISIONS = act("重大行政决策程序暂行条例")
LITIGATION = act("行政诉讼法")
COERCION = act("行政强制法")
DISCLOSURE = act("政府信息公开条例")

COUNSEL = Basis(act("关于推行法律顾问制度和公职律师公司律师制度的意见"))
"""Major contracts of Party and government organs are drafted and checked with counsel (中办发〔2016〕30号)."""

LOCAL = Basis(act("浙江省人民政府办公厅关于规范行政机关合同管理工作的意见"))
"""Review before signing, filing, archives: ordered by the provinces; this one's opinion stands for the local rule."""
