"""The title ends with a mark, or has marks in it that titles do without (FORM-008)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.check.zones import mask_quotations

_END = re.compile(r"[。，；：、！,;:!.]$")
_WITHIN = re.compile(r"[。，；：！？,;]")


def _look(draft: Draft) -> Iterator[Hit]:
    title = draft.letter.title
    if title is None:
        return
    words = mask_quotations(title.text)
    if _END.search(words):
        yield Hit(title.start, title.end, "标题末尾不用标点。")
    elif _WITHIN.search(words):
        yield Hit(title.start, title.end, "标题中间有多余的标点。", confidence=0.8)


RULE = Rule(
    id="FORM-008",
    group=Group.FORM,
    severity=Severity.INFO,
    summary="标题有多余的标点",
    basis=("《党政机关公文格式》（GB/T 9704—2012）及公文写作惯例",),
    suggestion="删去标题里的标点，法规、文件名称的书名号除外",
    look=_look,
    fires=(
        "关于加强管理的通知。",
        "某县民政局关于发放补助的通知；\n各镇人民政府：\n请及时发放。",
        "某县人民政府关于整治河道，改善环境的意见\n各镇人民政府：\n现提出意见。",
        "某县采砂管理办法。\n第一条 制定本办法。",
        "某县人民政府关于防火。防汛工作的通知\n各镇人民政府：\n请执行。",
    ),
    silent=(
        "关于加强管理的通知",
        "某县人民政府关于做好防火、防汛工作的通知\n各镇人民政府：\n请执行。",
        "某县人民政府关于印发《某县采砂管理办法（试行）》的通知\n各镇人民政府：\n请执行。",
        "请各镇认真执行县人民政府关于防火的通知。",
        "根据县人民政府关于防火的通知，现安排如下。",
    ),
    kinds=(DraftKind.NORMATIVE, DraftKind.DECISION, DraftKind.REPORT),
)
