"""The provisions that referrals rest on."""

from __future__ import annotations

from yifa.law import act

REFERRAL = act("行政执法机关移送涉嫌犯罪案件的规定")
PENALTY = act("行政处罚法")
COERCION = act("行政强制法")
INFORMATION = act("政府信息公开条例")

MUST = REFERRAL[3, 1].says("必须依照本规定")
TEAM = REFERRAL[5, 1].says("专案组")
CHIEF = REFERRAL[5, 1].says("主持工作的负责人")
DECIDE = REFERRAL[5, 2].says("接到报告之日起")
SEND = REFERRAL[5, 2].says("同级公安机关移送")
REASONS = REFERRAL[5, 2].says("理由记录在案")
PAPERS = REFERRAL[6].says("应当附有下列材料")
RECEIPT = REFERRAL[7].says("回执上签字")
PASS_ON = REFERRAL[7].says("转送有管辖权的机关")
REVIEW = REFERRAL[8].says("进行审查")
FILED = REFERRAL[8].says("决定立案")
NOT_FILED = REFERRAL[8].says("不予立案")
RECONSIDER = REFERRAL[9, 1].says("公安机关复议")
REDECIDE = REFERRAL[9, 2].says("立案或者不予立案")
SUPERVISE = REFERRAL[9, 2].says("立案监督")
HANDLE = REFERRAL[10].says("依法作出处理")
NO_SUBSTITUTE = REFERRAL[11, 1].says("不得以行政处罚代替")
HAND_OVER = REFERRAL[12].says("移交公安机关")
BACK = PENALTY[27, 1].says("移送有关行政机关")
POLICE_BACK = REFERRAL[13].says("移送同级行政执法机关")
WITH_GOODS = COERCION[21].says("书面告知当事人")
OFFSET = PENALTY[35, 2].says("折抵相应罚金")
