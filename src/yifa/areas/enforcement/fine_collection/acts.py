"""The provisions that collecting a fine rests on."""

from __future__ import annotations

from yifa.law import act

PENALTY = act("行政处罚法")
COERCION = act("行政强制法")
FEES = act("罚款决定与罚款收缴分离实施办法")

FIFTEEN = PENALTY[67, 3].says("十五日内")
HARDSHIP = PENALTY[66, 2].says("确有经济困难")
THREE_PER_CENT = PENALTY[72, 1].item(1).says("百分之三")
CAPPED = COERCION[45, 2].says("不得超出")
TOLD = COERCION[45, 1].says("应当告知当事人")
STATED = FEES[7, 1].says("是否加处罚款")
STANDS_STILL = PENALTY[73, 3].says("不予计算")
AFTER_PLAN = PENALTY[72, 2].says("期限结束之日")
OVER_THIRTY = COERCION[46, 1].says("超过三十日")
AUCTION = COERCION[46, 3].says("拍卖抵缴")
AGREEMENT = COERCION[42, 1].says("减免加处的罚款")
RECEIPT = FEES[8, 1].says("罚款收据")
TREASURY = PENALTY[67, 3].says("直接上缴国库")
URGE = COERCION[54].says("催告当事人")
ENDS = COERCION[40]
NO_MORE = COERCION[39, 2].says("不再执行")
GIVEN_BACK = COERCION[41].says("退还财物")
ON_SPOT = PENALTY[67, 2].says("当场收缴的罚款")
HANDED = PENALTY[71].says("二日内")
WORKING = PENALTY[85].says("工作日")
