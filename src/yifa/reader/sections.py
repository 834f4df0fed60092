"""The section tree of a report and the area each section treats (标题类型)."""

from __future__ import annotations

import re
from collections import Counter

from yifa.reader.model import Section
from yifa.text import Document, Heading

_TITLE_WORDS: dict[str, tuple[str, ...]] = {
    "leadership": (
        "党的领导", "组织领导", "第一责任人", "习近平法治思想", "学法", "述法", "法治思维", "关键少数", "推进机制", "法治素养", "政治方向",
        "统筹推进", "党对法治", "学习教育", "组织保障", "责任落实", "依法行政能力", "法治能力", "法治意识", "法治观念", "考核", "主体责任",
        "学深悟透", "理论武装", "政治引领", "思想引领", "高位推动", "法治队伍",
    ),
    "functions": (
        "政府职能", "职能", "放管服", "营商环境", "行政审批", "政务服务", "简政放权", "市场主体", "惠企", "机构职能", "诚信", "履约",
        "高质量发展服务", "服务型政府", "经营主体", "审批", "一网通办", "市场监管", "公平竞争",
    ),
    "normative": (
        "规范性文件", "制度体系", "依法行政制度", "立法", "制度供给", "制度建设", "法规", "良法", "规章", "制度规范",
    ),
    "decision": ("决策", "法律顾问", "合法性审查", "合同", "公职律师", "法制审核", "合法性审核"),
    "enforcement": (
        "执法", "柔性", "包容审慎", "裁量", "三项制度", "违法建筑", "违建", "工地", "监管执法", "双随机", "处罚",
    ),
    "emergency": ("突发事件", "应急", "安全生产", "安全稳定", "应急管理", "防灾", "风险防控", "应对"),
    "disputes": (
        "矛盾", "纠纷", "复议", "应诉", "调解", "公共法律服务", "普法", "法治宣传", "社会治理", "法律援助", "守法", "争议", "信访",
        "法治社会", "被申请人", "法律服务", "平安建设", "枫桥", "法治文化",
    ),
    "supervision": (
        "监督", "制约", "政务公开", "督察", "督查", "权力运行", "信息公开", "人大", "政协", "审计", "公开透明", "行政权力",
    ),
    "digital": ("数字", "智慧", "信息化", "科技", "大数据", "经费", "智治"),
}  # fmt: skip
_PROBLEMS = re.compile(r"问题|不足|短板|困难|薄弱|差距")
_PLAN = re.compile(r"下一?步|打算|安排|计划|思路|展望|下一年|今后|工作重点|努力方向|明年")
_GENERIC = re.compile(
    r"举措|成效|工作情况|开展情况|主要做法|工作成效|主要工作|总体情况|基本情况|工作总结|进展|落实情况|推进情况|完成情况|建设情况|工作措施|"
    r"工作开展|特色|亮点"
)
_NEW_YEAR = re.compile(r"(20\d{2})年")


def type_of_words(text: str) -> Counter[str]:
    """How strongly each area is named in a text: the number of characters of its words."""
    found: Counter[str] = Counter()
    for area, words in _TITLE_WORDS.items():
        score = sum(len(w) * text.count(w) for w in words)
        if score:
            found[area] = score
    return found


def sections(document: Document, title: str | None, year: int | None) -> tuple[Section, ...]:
    """All headings of levels 1 to 3 as sections with their types."""
    types: list[str] = []
    below: dict[int, list[Heading]] = {}
    for heading in document.headings:
        if heading.parent is not None:
            below.setdefault(heading.parent, []).append(heading)
    for index, heading in enumerate(document.headings):
        parent = types[heading.parent] if heading.parent is not None else None
        types.append(_type(document, heading, below.get(index, []), (parent, title or "", year)))
    return tuple(
        Section(
            f"h{i + 1:02d}",
            h.level,
            None if h.parent is None else f"h{h.parent + 1:02d}",
            h.title,
            h.start,
            h.end,
            h.body_end,
            types[i],
            h.run_in,
        )
        for i, h in enumerate(document.headings)
    )


def _type(document: Document, heading: Heading, children: list[Heading], around: tuple[str | None, str, int | None]) -> str:
    parent, title, year = around
    if parent in ("problems", "plan"):
        return parent
    special = _special(heading, year)
    if special:
        return special
    if "复议" in title and "法治政府" not in title:
        return "disputes"
    words = type_of_words(heading.title)
    generic = bool(_GENERIC.search(heading.title))
    if heading.level == 1 and generic and (children or not words):
        if not words or max(words.values()) < 4 or len(children) > 1:  # noqa: PLR2004
            return _container(heading, children, words)
    if words:
        return _first(words, heading.title)
    return _by_content(document, heading, children, parent)


def _special(heading: Heading, year: int | None) -> str | None:
    if heading.level > 2:  # noqa: PLR2004
        return None
    new_year = _NEW_YEAR.search(heading.title)
    if _PLAN.search(heading.title) or (new_year and year and int(new_year.group(1)) > year):
        return "plan"
    if _PROBLEMS.search(heading.title) and not re.search(r"解决|问题整治|整改|化解|治理", heading.title):
        return "problems"
    return None


def _container(heading: Heading, children: list[Heading], words: Counter[str]) -> str:
    areas = {max(w, key=lambda k: w[k]) for h in children if (w := type_of_words(h.title))}
    if words and max(words.values()) >= 4 and len(areas) <= 1:  # noqa: PLR2004
        return _first(words, heading.title)
    return "container"


def _first(words: Counter[str], title: str) -> str:
    """The area with the most words; between equals the one named first."""
    best = max(words.values())
    tied = [area for area, score in words.items() if score == best]
    return min(tied, key=lambda area: min(title.find(w) % 1000 for w in _TITLE_WORDS[area] if w in title))


def _by_content(document: Document, heading: Heading, children: list[Heading], parent: str | None) -> str:
    """A heading that names no area is judged by the headings below it, then by its text."""
    below: Counter[str] = Counter()
    for child in children:
        words = type_of_words(child.title)
        if words:
            below[_first(words, child.title)] += 1
    if below and below.most_common(1)[0][1] > 1:
        return below.most_common(1)[0][0]
    content = type_of_words(document.text[heading.end : min(heading.body_end, heading.end + 20_000)])
    if content:
        return max(content, key=lambda area: content[area])
    return parent if parent and parent != "container" else "leadership"
