"""Number-like text that is no quantity (看着像数量、其实不是): dates, document numbers, slogans, ordinals and so on.

Each rule says what it takes away and what it must leave. Order matters only for the category of overlapping matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.reader.model import NotFigure
from yifa.text import Document

_YEAR = r"(?:19|20)\d{2}"
_CN = "零一二三四五六七八九十百千两"
_RULES: tuple[tuple[str, str], ...] = (
    # 《…》 whole: numbers in the name of a law or document; not nested ones.
    ("law_title_number", r"《[^《》\n]{1,120}》|<[^<>\n]{2,80}>"),
    ("document_number", rf"[\u4e00-\u9fff]{{0,12}}[〔\[(]\s*{_YEAR}\s*[〕\])]\s*(?:第\s*)?\d+\s*号"),
    ("document_number", r"第\s*\d+\s*号(?:令|公告|文|通报)?|\d+\s*号(?:令|文件?|公告|议题|线|楼|院|门)?"),
    ("date", rf"{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:日)?(?:\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?"),
    ("date", rf"{_YEAR}\s*年?\s*(?:-|至|到)\s*{_YEAR}\s*(?:年度?|学年)"),
    ("date", rf"{_YEAR}\s*年?\s*\d{{1,2}}\s*月?\s*(?:-|至|到)\s*(?:{_YEAR}\s*年)?\s*\d{{1,2}}\s*月(?:\s*\d{{1,2}}\s*日)?"),
    ("date", rf"{_YEAR}\s*年(?:\s*\d{{1,2}}\s*月(?:\s*\d{{1,2}}\s*日)?)?(?:\s*\d{{1,2}}[:时]\d{{2}})?"),
    ("date", rf"(?<!\d){_YEAR}\s*-\s*{_YEAR}(?!\d)"),
    ("date", r"(?<![\d.])\d{1,2}\s*月?\s*(?:-|至|到|、)\s*\d{1,2}\s*月(?:份|\d{1,2}日)?"),
    ("date", r"(?<![\d.])\d{1,2}\s*月(?:\s*\d{1,2}\s*(?:日)?\s*(?:-|至|、)\s*\d{1,2}\s*日|\s*\d{1,2}\s*日|份|底|初)?"),
    ("date", r"(?<![\d.])\d{1,2}·\d{1,2}(?!\d)|\d{1,2}:\d{2}(?::\d{2})?"),
    ("date", r"(?<![\d.])\d{1,2}\.\d{1,2}(?=[”\"]?(?:国家|全国|世界|国际|宪法|政务|消费|禁毒|全民|民法|知识产权|安全|防灾))"),
    ("date", rf"{_YEAR}(?=版|修订|修正|版本|[)\]])"),
    ("page_counter", r"(?:访问|浏览|点击|阅读|查看|来访|下载|人气)(?:次数|数量|人次|量|数|人数|总数|率)?\s*[:]\s*\d+\s*次?"),
    ("section_number", r"(?m)^[ ]*(?:\d{1,2}[.、](?!\d)|\(\d{1,2}\)|[①-⑳])"),
    ("section_number", r"(?<=[。;:,])\s*(?:\(\d{1,2}\)|\d{1,2}[.、](?![\d])(?=[\u4e00-\u9fff“])|[①-⑳])"),
    # Short quotations are names of campaigns and models. A quotation that ends in a unit is left to the caller.
    ("slogan", r"“[^“”\n]{1,22}”|‘[^‘’\n]{1,22}’|\"[^\"\n]{1,22}\""),
    ("slogan", r"(?:\d+|[一二三四五六七八九十]+|[NnXx])\s*(?:\+\s*(?:\d+|[NnXx]|[一二三四五六七八九十]+)\s*)+(?![\d%])"),
    ("slogan", r"(?:7\s*[×xX*]\s*)?24\s*小时|\d+\s*[×xX*]\s*\d+|\d+分钟[^,。;]{0,8}圈|\d+对\d+|\d+比\d+"),
    ("slogan", r"(?:最多|只|仅)?跑\s*[\d一]\s*[次趟]|进\s*\d\s*[扇道]门|\d\s*次(?:性)?(?:办|告知)|\d\s*件事|\d\s*张网|\d\s*枚(?:印章|公章)"),
    ("version", r"[VvⅤ]\s*\d+(?:\.\d+)*|\d+(?:\.\d+)+\s*版本?|(?<![\d.])\d\.0(?!\d)"),
    ("ordinal", r"第\s*\d+(?!\d*\s*[名位])[届次批期季个条款项号轮场]*(?:季度)?"),
    ("phone", r"(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|\d{3,4}-\d{3,4}-\d{3,4}"),
    ("identifier", r"[\u4e00-\u9fff]ICP备\s*[\d号-]+|(?<![\d.])\d{9,}(?!\s*(?:[余多]|元|[人件]))[号]?|[A-Za-z]+[-/]?\d+[A-Za-z\d/-]*|\d+[A-Za-z]+"),
    ("idiom", r"[上下每逐]\s*一\s*(?:个)?(?:年度?|月|季度|次|期|批|篇|级|位|天|步)|每\s*\d+\s*(?:个月|年|天|周|日|个季度)"),
)  # fmt: skip
_COMPILED = tuple((category, re.compile(pattern)) for category, pattern in _RULES)
_FOOTER = re.compile(
    r"版权所有|ICP备|公网安备|网站标识码|主办单位:|承办单位:|技术支持|联系地址|联系电话|邮政编码|邮编:|网站地图|站点地图|"
    r"^(?:上一篇|下一篇|关闭|打印|分享|扫一扫|相关(?:链接|阅读|稿件)|附件:|责任编辑|编辑:|审核:|字体:|字号:)"
)
_UNIT_TAIL = re.compile(r"\d\s*(?:%|[余多]?[万亿]?(?:人次|件|起|场次?|名|家|万元|亿元|元|份))[”\"’]$")


def body_span(document: Document, title_end: int) -> tuple[int, int]:
    """Where the report itself lies: after its title, before the footer of the web page."""
    last_heading = document.headings[-1].start if document.headings else title_end
    end = len(document.text)
    for block in document.blocks:
        if block.start > last_heading and _FOOTER.search(document.flat, block.start, block.end):
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
    for category, pattern in _COMPILED:
        for match in pattern.finditer(flat):
            text = match.group()
            if text[0] in "“‘\"" and (not _numeric(text) or _UNIT_TAIL.search(text)):
                continue
            yield NotFigure(match.start(), match.end(), category)


def _numeric(text: str) -> bool:
    return any(c.isdigit() or c in _CN for c in text)
