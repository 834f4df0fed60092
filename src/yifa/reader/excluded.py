"""Number-like text that is no quantity (看着像数量、其实不是): dates, document numbers, slogans, ordinals and so on.

The rules are in `data/indicators/not_figures.txt`, a category and a regular expression a line. A short quotation with a
number is the name of a campaign or a model, unless it ends like a count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from yifa.reader.model import NotFigure
from yifa.text import Document

_YEAR = r"(?:19|20)\d{2}"
_CN = "零一二三四五六七八九十百千两"


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    source = (resources.files("yifa.data.indicators") / "not_figures.txt").read_text("utf-8")
    rows = (line.split("\t", 1) for line in source.splitlines() if line and not line.startswith("#"))
    return tuple((category, re.compile(pattern.replace("{year}", _YEAR))) for category, pattern in rows)


_FOOTER = re.compile(
    r"版权所有|ICP备|公网安备|网站标识码|主办单位:|承办单位:|技术支持|联系地址|联系电话|邮政编码|邮编:|网站地图|站点地图"
)
_FOOTER_START = re.compile(
    r"(?:上一篇|下一篇|关闭(?:窗口|本页|页面)?|打印(?:本页|页面)?|分享(?:到|至)?|扫一扫|相关(?:链接|阅读|稿件|文档)|责任编辑|编辑|审核|字体|字号)"
    r"(?=[\s:]|$)"
)
_UNIT_TAIL = re.compile(r"\d\s*(?:%|[余多]?[万亿]?(?:人次|件|起|场次?|名|家|万元|亿元|元|份))[”\"’]$")


def body_span(document: Document, title_end: int) -> tuple[int, int]:
    """Where the report itself lies: after its title, before the footer of the web page."""
    last_heading = document.headings[-1].start if document.headings else title_end
    end = len(document.text)
    for block in document.blocks:
        if block.start <= last_heading:
            continue
        span = (document.flat, block.start, block.end)
        if _FOOTER.search(*span) or _FOOTER_START.match(*span):
            end = block.start
            break
    return title_end, end


def not_figures(document: Document) -> list[NotFigure]:
    """All spans that hold no quantity, in order of the text; they may overlap."""
    found = list(_matches(document))
    found.sort(key=lambda span: (span.start, -span.end))
    return found


def _matches(document: Document) -> Iterator[NotFigure]:
    flat = document.flat
    for heading in document.headings:
        marker = 2 if heading.style in ("1.", "一是") else len(heading.style)
        yield NotFigure(heading.start, heading.start + marker, "section_number")
    for category, pattern in _rules():
        for match in pattern.finditer(flat):
            text = match.group()
            if text[0] in '“‘"' and (not _numeric(text) or _UNIT_TAIL.search(text)):
                continue
            yield NotFigure(match.start(), match.end(), category)


def _numeric(text: str) -> bool:
    return any(c.isdigit() or c in _CN for c in text)
