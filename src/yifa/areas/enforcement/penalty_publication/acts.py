"""The provisions that publishing decisions rests on."""

from __future__ import annotations

from yifa.law import Basis, act

PENALTY = act("行政处罚法")
INFORMATION = act("政府信息公开条例")
PERSONAL = act("个人信息保护法")
ORDER = act("治安管理处罚法")
CHILDREN = act("预防未成年人犯罪法")
MARKET = act("市场监督管理行政处罚信息公示规定")
SYSTEM = Basis(act("118号文"))
"""国办发〔2018〕118号: its articles are not in the books, so it is named as a whole."""
REPAIR = Basis(act("信用修复办法"))
"""信用修复管理办法 (2026-04-01 施行): its articles are not in the books, so it is named as a whole."""

PUSH = MARKET[10].says("十个工作日内")
OFF_SYSTEM = MARKET[13, 1].says("停止公示")
PUBLIC = PENALTY[48, 1].says("应当依法公开")
TAKEN_BACK = PENALTY[48, 2].says("三日内撤回")
SECRETS = PENALTY[50].says("依法予以保密")
STATE_SECRET = INFORMATION[14].says("不予公开")
OTHERS_SECRET = INFORMATION[15].says("不得公开")
REVIEW = INFORMATION[17, 1].says("公开审查机制")
TWENTY = INFORMATION[26].says("20个工作日")
SEALED_ORDER = ORDER[136]
SEALED_CHILD = CHILDREN[59, 2].says("被行政处罚")
LEAST = PERSONAL[6, 1].says("影响最小")
