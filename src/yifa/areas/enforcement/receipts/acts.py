"""The provisions that receipts and reconciliation rest on."""

from __future__ import annotations

from yifa.law import act

PENALTY = act("行政处罚法")
FEES = act("罚款决定与罚款收缴分离实施办法")

OFFICIAL = PENALTY[70].says("专用票据")
TREASURY = PENALTY[74, 2].says("全部上缴国库")
BANK_RECEIPT = FEES[8, 1].says("罚款收据")
BANK_TELLS = FEES[10].says("书面告知")
AGREED = FEES[12].says("对账")
AGREEMENT = FEES[6, 2]
FILED = FEES[6, 3].says("15日内")
