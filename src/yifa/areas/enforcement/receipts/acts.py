"""The provisions that receipts and reconciliation rest on."""

from __future__ import annotations

from yifa.law import act

PENALTY = act("行政处罚法")
FEES = act("罚款决定与罚款收缴分离实施办法")

SEPARATE = PENALTY[67, 1].says("机构分离")
OFFICIAL = PENALTY[70].says("专用票据")
MAY_REFUSE = PENALTY[70].says("有权拒绝缴纳罚款")
HANDED = PENALTY[71].says("二日内")
TREASURY = PENALTY[74, 2].says("全部上缴国库")
BANK_RECEIPT = FEES[8, 1].says("罚款收据")
AGREED = FEES[12].says("对账")
