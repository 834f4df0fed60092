"""The page of the Word document is not that of official letters (FORM-015)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Example, Rule
from yifa.text import Layout

_LENGTHS = (
    ("page_width", "纸张宽", 210),
    ("page_height", "纸张高", 297),
    ("top", "上边距", 37),
    ("left", "左边距", 28),
    ("right", "右边距", 26),
    ("bottom", "下边距", 35),
)
_TOLERANCE = 1.05
"""One millimetre, and what is lost by rounding to twentieths of a point."""
_COUNTS = (("lines_per_page", "每页行数", 22), ("characters_per_line", "每行字数", 28))
_BODY_SIZE = 16.0
_GOOD = Layout(210, 297, 37, 35, 28, 26, 22, 28, "仿宋_GB2312", 16.0)


def _look(draft: Draft) -> Iterator[Hit]:
    faults = list(_faults(draft.layout)) if draft.layout else []
    if faults:
        title = draft.letter.title
        span = (title.start, title.end) if title else (0, min(1, len(draft.text)))
        yield Hit(*span, f"版面与公文格式不符：{'；'.join(faults)}。", confidence=0.9)


def _faults(layout: Layout) -> Iterator[str]:
    """What differs from the standard; what the file does not say is not judged."""
    for name, label, wanted in _LENGTHS:
        length = getattr(layout, name)
        if length is not None and abs(length - wanted) > _TOLERANCE:
            yield f"{label}{length:.1f}毫米，应当是{wanted}毫米"
    for name, label, count in _COUNTS:
        found = getattr(layout, name)
        if found is not None and found != count:
            yield f"{label}{found}，应当是{count}"
    if layout.body_font and "仿宋" not in layout.body_font and "FangSong" not in layout.body_font:
        yield f"正文用{layout.body_font}，应当用仿宋"
    if layout.body_size is not None and layout.body_size != _BODY_SIZE:
        yield f"正文字号{layout.body_size:g}磅，应当是3号（16磅）"


def _example(**other: float | str) -> Example:
    return Example("某县人民政府关于防汛的通知\n各镇人民政府：\n请做好防汛工作。", {}, Layout(**other))  # type: ignore[arg-type]


RULE = Rule(
    id="FORM-015",
    group=Group.FORM,
    severity=Severity.INFO,
    summary="版面与公文格式不符",
    basis=("GB/T 9704—2012",),
    suggestion="套用公文模板：A4，上37毫米、左28毫米，每页22行、每行28字，正文3号仿宋",
    look=_look,
    fires=(
        _example(top=25.4),
        _example(page_width=215.9, page_height=279.4),
        _example(body_font="宋体"),
        _example(body_size=12.0),
        _example(lines_per_page=30),
    ),
    silent=(
        Example("某县人民政府关于防汛的通知\n各镇人民政府：\n请做好防汛工作。", {}, _GOOD),
        _example(top=36.2, left=28.9),
        _example(body_font="仿宋", body_size=16.0),
        _example(page_width=210.0, page_height=297.0),
        "某县人民政府关于防汛的通知\n各镇人民政府：\n请做好防汛工作。",
    ),
    kinds=(DraftKind.NORMATIVE, DraftKind.DECISION, DraftKind.REPORT),
)
