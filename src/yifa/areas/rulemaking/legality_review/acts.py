"""The acts that legality review rests on, by the names used in its declaration."""

from __future__ import annotations

from yifa.law import Basis, act

D = act("重大行政决策程序暂行条例")
ORGANIC = act("地方各级人民代表大会和地方各级人民政府组织法")
BUSINESS = act("优化营商环境条例")
DOCUMENTS = Basis(act("国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见"))
"""国办发〔2018〕115号: its articles are not in the books, so it is named as a whole."""

COUNSEL = Basis(act("关于推行法律顾问制度和公职律师公司律师制度的意见"))
VILLAGES = act("村民委员会组织法")
