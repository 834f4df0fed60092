"""The acts that on-the-spot penalties rest on (依据的法律文件)."""

from __future__ import annotations

from yifa.areas.enforcement.bases import PENALTY
from yifa.law import act

ORDER = act("治安管理处罚法")
ROADS = act("道路交通安全法")
REMEDY = act("行政复议法")
LITIGATION = act("行政诉讼法")

SPOT = PENALTY[51].says("当场作出")
SHOWN = PENALTY[52, 1].says("出示执法证件")
TOLD = PENALTY[44].says("陈述、申辩")
HEARD = PENALTY[45, 1].says("充分听取")
DELIVERED = PENALTY[52, 1].says("当场交付")
FILED = PENALTY[52, 3].says("备案")
SMALL = PENALTY[68].item(1).says("一百元以下")
HARD = PENALTY[68].item(2).says("难以执行")
REMOTE = PENALTY[69].says("经当事人提出")
RECEIPT = PENALTY[70].says("专用票据")
HANDED = PENALTY[71].says("二日内")
PAID = PENALTY[67, 3].says("十五日内")
RECONSIDERATION_FIRST = REMEDY[23, 1].item(1).says("当场作出")
TELL_FIRST = REMEDY[23, 2].says("应当告知")
WHOLE_FILE = PENALTY[47].says("全过程记录")
