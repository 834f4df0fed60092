"""The row of a coordinated dispute, at the supervision body."""

from __future__ import annotations

from django.db import models

from yifa.areas.enforcement.power_dispute import choices as c
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case
from yifa.office.personal import Mask, personal

BODIES = (
    RowColumn("name", "执法机关", required=True, help="写全称。"),
    RowColumn("standing", "隶属", required=True, choices=tuple(c.Standing.choices)),
    RowColumn("claim", "主张", required=True, choices=tuple(c.Claim.choices)),
    RowColumn("filed_on", "立案日期", help="已经立案的填写，如 2026-03-02；两个以上机关都有管辖权的由最先立案的管辖。"),
    RowColumn("reason", "理由和依据"),
)


class PowerDispute(Case):
    """A dispute between enforcement bodies (执法争议)."""

    kind = models.CharField("争议类型", max_length=14, choices=c.Kind, blank=True)
    question = models.TextField("争议事项", blank=True, help_text="哪一项职权、哪一类行为由谁办理；不写当事人姓名。")
    bodies = RowsField("争议各方", columns=BODIES, at_most=20)
    about = personal(
        models.CharField("所涉当事人和案件", max_length=200, blank=True, help_text="没有具体案件的留空。"),
        Mask.TEXT, "可能带有个人信息",
    )  # fmt: skip
    legal_basis = models.TextField("认定依据", blank=True, help_text="写明法律文件和条款、权责清单事项编号。")
    refusal = models.CharField("不予协调的情形", max_length=16, choices=c.Refusal, blank=True)
    refusal_reason = models.TextField("不予协调的理由", blank=True)
    begun_on = models.DateField("开始协调日", null=True, blank=True)
    met_on = models.DateField("最近一次协调日", null=True, blank=True)
    minutes = models.TextField("协调情况", blank=True)
    agreement = models.TextField("一致意见", blank=True)
    opinion = models.TextField("处理意见", blank=True, help_text="协调不成的，向本级政府提出。")
    ruling = models.TextField("本级政府的决定", blank=True)
    ruling_no = models.CharField("决定文号", max_length=80, blank=True)
    competent = models.CharField("确定由谁办理", max_length=200, blank=True, help_text="写全称；分段办理的写明分工。")
    served_on = models.DateField("送达各方日", null=True, blank=True)
    carried_out = models.TextField("落实情况", blank=True, help_text="案件移送、清单调整、协作机制等。")
    result = models.CharField("协调结果", max_length=12, choices=c.Result, blank=True)

    class Meta:
        verbose_name = "执法争议"
        verbose_name_plural = "执法争议"

    @property
    def names(self) -> str:
        """The bodies, for letters and lists."""
        return "、".join(str(row.get("name", "")) for row in self.bodies)
