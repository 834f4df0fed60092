"""The acts that normative documents rest on (依据的法律文件).

Notices of the State Council's office have no articles in the books, so each is named as a whole.
"""

from __future__ import annotations

from yifa.law import act

ORGANIC = act("地方各级人民代表大会和地方各级人民政府组织法")
BUSINESS = act("优化营商环境条例")
COMPETITION = act("公平竞争审查条例")
SUPERVISION = act("各级人民代表大会常务委员会监督法")
RECONSIDERATION = act("行政复议法")
LITIGATION = act("行政诉讼法")
INTERPRETATION = act("最高人民法院关于适用《中华人民共和国行政诉讼法》的解释")
RULES = act("规章制定程序条例")
FILING = act("法规规章备案审查条例")
OFFICIAL_PAPERS = act("党政机关公文处理工作条例")
DISCLOSURE = act("政府信息公开条例")
LEGISLATION = act("立法法")

NOTICE_37 = act("国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知").whole
"""国办发〔2018〕37号."""

NOTICE_115 = act("国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见").whole
"""国办发〔2018〕115号."""

DECISION_17 = act("国务院关于加强市县政府依法行政的决定").whole
"""国发〔2008〕17号."""

MODEL = act("市县法治政府建设示范指标体系（2021年版）").whole
"""示范指标第24、27项."""

STEPS_75 = ORGANIC[75]
"""What the law itself orders: for governments of counties and above only, not for departments or townships."""

WORKING_DAYS = RECONSIDERATION[88, 2].says("工作日")
"""Three, five, seven and ten days of the reconsideration act are working days."""
