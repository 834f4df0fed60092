"""The rows kept in a review: materials, reviewers, counsel's opinions, findings, opinions.

`OPINIONS` is also what a client uses for its copy of the opinions, so that rows go to and fro unchanged.
"""

from __future__ import annotations

from yifa.areas.rulemaking.counsel.models import Adoption as CounselAdoption
from yifa.areas.rulemaking.legality_review import choices as c
from yifa.kernel.fields import RowColumn
from yifa.office.personal import Mask

MATERIALS = (
    RowColumn("item", "材料", required=True),
    RowColumn("state", "有无", choices=tuple(c.Presence.choices), help="不适用的说明原因。"),
    RowColumn("note", "说明"),
)
REVIEWERS = (
    RowColumn("name", "姓名", required=True, mask=Mask.NAME),
    RowColumn("kind", "身份", choices=tuple(c.ReviewerKind.choices)),
    RowColumn("unit", "所在单位", help="县乡共用的，写明编制所在单位。"),
    RowColumn("recused", "回避原因", help="已经回避的填写，没有回避的留空。"),
)
COUNSEL_OPINIONS = (
    RowColumn("counsel", "顾问编号", required=True, help="法律顾问聘任台账中的编号；本次服务自动记入其服务台账。"),
    RowColumn("on", "日期", required=True),
    RowColumn("view", "意见", required=True),
    RowColumn("output", "意见书文号或者档号"),
    RowColumn("adopted", "采纳情况", choices=tuple(CounselAdoption.choices)),
)
FINDINGS = (
    RowColumn("rule", "规则", required=True),
    RowColumn("severity", "程度", choices=(("error", "错误"), ("warning", "提醒"), ("info", "参考"))),
    RowColumn("path", "位置"),
    RowColumn("quote", "原文"),
    RowColumn("message", "问题"),
    RowColumn("basis", "依据"),
    RowColumn("suggestion", "建议"),
    RowColumn("digest", "标识", help="规则和句子的摘要；句子改动后另成一条。"),
    RowColumn("verdict", "处理", choices=tuple(c.Verdict.choices)),
    RowColumn("reason", "不采纳的理由"),
)
OPINIONS = (
    RowColumn("seq", "序号", required=True),
    RowColumn("category", "类别", choices=tuple(c.Category.choices)),
    RowColumn("severity", "程度", choices=tuple(c.Weight.choices)),
    RowColumn("text", "意见", required=True),
    RowColumn("basis", "依据"),
    RowColumn("adopt_status", "采纳情况", choices=tuple(c.Adoption.choices)),
    RowColumn("reason_if_not", "不采纳或者部分采纳的理由"),
    RowColumn("round", "轮次", help="第几轮审查提出的；第一轮可以不填。"),
    RowColumn("key", "标识", help="由系统填写；采纳检查意见形成的，为该检查意见的标识。"),
)
