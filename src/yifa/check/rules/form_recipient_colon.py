"""The recipient (主送机关) does not end with a full-width colon (FORM-005)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule


def _look(draft: Draft) -> Iterator[Hit]:
    line = draft.letter.recipient
    if line and not line.text.rstrip().endswith("："):
        yield Hit(line.start + len(line.text) - len(line.text.lstrip()), line.start + len(line.text.rstrip()))


RULE = Rule(
    id="FORM-005",
    group=Group.FORM,
    severity=Severity.INFO,
    summary="主送机关末尾没有用全角冒号",
    basis=("GB/T 9704—2012 7.3.2",),
    suggestion="末尾改为“：”",
    look=_look,
    fires=(
        "各镇人民政府，各街道办事处，区政府各部门:",
        "某县司法局关于培训的通知\n各司法所:\n请派员参加。",
        "县水利局、县林业局、县气象局:",
        "某县人民政府关于防汛的通知\n各镇人民政府，县级各部门，\n请做好防汛工作。",
        "某县人民政府关于防汛的通知\n各镇人民政府、各街道办事处\n请做好防汛工作。",
        "某县人民政府关于防汛的通知\n各镇人民政府、各街道办事处。\n请做好防汛工作。",
    ),
    silent=(
        "各镇人民政府，各街道办事处，区政府各部门：",
        "某县司法局关于培训的通知\n各司法所：\n请派员参加。",
        "各镇人民政府、各街道办事处应当做好防汛工作。",
        "某县养犬管理办法\n第一条 本办法适用于各镇。",
        "第三条 由下列单位负责:\n（一）县公安局；\n（二）各镇人民政府。",
    ),
    kinds=PROVISIONS,
    fix=lambda quote: quote.rstrip("：:，,、。；; ") + "：",
)
