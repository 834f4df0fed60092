"""The provisions that legal review of enforcement decisions rests on."""

from __future__ import annotations

from yifa.law import Basis, act

PENALTY = act("行政处罚法")
BUSINESS = act("优化营商环境条例")
INFORMATION = act("政府信息公开条例")
SYSTEM = Basis(act("118号文"))
"""国办发〔2018〕118号: its articles are not in the books, so it is named as a whole."""

BEFORE_DECISION = PENALTY[58, 1].says("不得作出决定")
QUALIFICATION = PENALTY[58, 2].says("法律职业资格")
REVIEWED = PENALTY[58, 1].says("法制审核")
