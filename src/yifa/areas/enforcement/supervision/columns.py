"""The rows kept in a supervision case."""

from __future__ import annotations

from yifa.areas.enforcement.supervision import choices as c
from yifa.kernel.fields import RowColumn
from yifa.office.personal import Mask

STAFF = (
    RowColumn("name", "姓名", required=True, mask=Mask.NAME),
    RowColumn("cert_no", "执法证件编号"),
    RowColumn("measure", "建议的处理", required=True, choices=tuple(c.StaffMeasure.choices)),
    RowColumn("reason", "事实和理由", required=True, help="写明主客观原因、后果、纠正情况。"),
    RowColumn("result", "有权机关处理结果", help="收到结果后填写；没有收到的留空。"),
)
