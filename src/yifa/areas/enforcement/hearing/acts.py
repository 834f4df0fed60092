"""The provisions that a hearing rests on."""

from __future__ import annotations

from yifa.law import act

PENALTY = act("行政处罚法")
LICENCE = act("行政许可法")
CIVIL = act("民事诉讼法")

OF_PENALTY = PENALTY[64]
OF_LICENCE = LICENCE[48, 1]
ASK_PENALTY = PENALTY[64].item(1).says("五日内")
ASK_LICENCE = LICENCE[47, 1].says("五日内")
NOTICE_PENALTY = PENALTY[64].item(2).says("七日前")
NOTICE_LICENCE = LICENCE[48, 1].item(1).says("七日前")
OPEN_PENALTY = PENALTY[64].item(3).says("公开举行")
OPEN_LICENCE = LICENCE[48, 1].item(2).says("公开举行")
HOST_PENALTY = PENALTY[64].item(4).says("非本案调查人员")
HOST_LICENCE = LICENCE[48, 1].item(3).says("以外的人员")
AGENTS = PENALTY[64].item(5).says("一至二人")
ABSENCE = PENALTY[64].item(6).says("视为放弃")
TALK_PENALTY = PENALTY[64].item(7).says("申辩和质证")
TALK_LICENCE = LICENCE[48, 1].item(4).says("申辩和质证")
RECORD_PENALTY = PENALTY[64].item(8).says("核对无误")
RECORD_LICENCE = LICENCE[48, 1].item(5).says("确认无误")
DECIDE_PENALTY = PENALTY[65].says("根据听证笔录")
DECIDE_LICENCE = LICENCE[48, 2].says("根据听证笔录")
