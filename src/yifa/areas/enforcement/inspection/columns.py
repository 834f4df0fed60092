"""The rows kept in an inspection and in a draw."""

from __future__ import annotations

from yifa.areas.enforcement.inspection import choices as c
from yifa.kernel.fields import RowColumn

ITEMS = (
    RowColumn("item_code", "检查事项编码", required=True, help="本机关已公布的检查事项清单中的编码。"),
    RowColumn("item_name", "检查事项", help="由系统按清单填写。"),
)
JOINT = (
    RowColumn("organ", "机关", required=True),
    RowColumn("items", "检查事项"),
    RowColumn("kind", "方式", choices=(("joint", "联合检查"), ("merged", "合并检查（委托本机关一并检查）"))),
    RowColumn("officers", "对方人员执法证号", help="联合检查一同前来的人员，用顿号隔开；企业凭检查码查看。"),
)
QUOTAS = (
    RowColumn("stratum", "层", help="与分层办法一致，例如 C、企业、柳林镇；不分层的留空。"),
    RowColumn("number", "抽几个", required=True),
)
WEIGHTS = (
    RowColumn("column", "栏目", required=True, choices=(("风险等级", "风险等级"), ("信用等级", "信用等级"))),
    RowColumn("grade", "等级", required=True),
    RowColumn("factor", "系数", required=True, help="例如 3；系数大的先抽中的可能大。"),
)
DRAWN = (
    RowColumn("code", "检查对象编号", required=True),
    RowColumn("name", "检查对象"),
    RowColumn("stratum", "层"),
    RowColumn("officers", "检查人员证件编号"),
)
STRATA = tuple(c.Strata.choices)
