"""The section tree of a report and the area each section treats (标题类型)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import resources

from yifa.reader.model import Section
from yifa.text import Document, Heading

_PROBLEMS = re.compile(r"问题|不足|短板|困难|薄弱|差距")
_PLAN = re.compile(r"下一?步|打算|安排|计划|思路|展望|下一年|今后|工作重点|努力方向|明年")
_GENERIC = re.compile(
    r"举措|成效|工作情况|开展情况|主要做法|工作成效|主要工作|总体情况|基本情况|工作总结|进展|落实情况|推进情况|完成情况|建设情况|工作措施|"
    r"工作开展|特色|亮点|回顾"
)
_NEW_YEAR = re.compile(r"(20\d{2})年")


@cache
def title_words() -> Mapping[str, tuple[str, ...]]:
    """The words that tell the area of a heading, by area."""
    source = (resources.files("yifa.data.indicators") / "section_words.txt").read_text("utf-8")
    rows = (line.partition(":") for line in source.splitlines() if line and not line.startswith("#"))
    return {area: tuple(words.split()) for area, _, words in rows}


def type_of_words(text: str) -> Counter[str]:
    """How strongly each area is named in a text: the number of characters of its words, weak words counting one."""
    found: Counter[str] = Counter()
    weak = title_words()["weak"]
    for area, words in title_words().items():
        if area == "weak":
            continue
        score = sum((1 if w in weak else len(w)) * text.count(w) for w in words)
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


def _type(
    document: Document, heading: Heading, children: list[Heading], around: tuple[str | None, str, int | None]
) -> str:
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
    weak = not words or max(words.values()) < 4 or len(children) > 1
    if heading.level == 1 and generic and weak and (children or not words):
        return _container(heading, children, words)
    if words and max(words.values()) > 1:
        return _first(words, heading.title)
    return _by_content(document, heading, children, parent)


def _special(heading: Heading, year: int | None) -> str | None:
    if heading.level > 2:
        return None
    new_year = _NEW_YEAR.search(heading.title)
    plan, problems = _PLAN.search(heading.title), _PROBLEMS.search(heading.title)
    if plan and problems and problems.start() < plan.start():
        return "problems"
    if plan or (new_year and year and int(new_year.group(1)) > year):
        return "plan"
    if problems and not re.search(r"解决|问题整治|整改|化解|治理", heading.title):
        return "problems"
    return None


def _container(heading: Heading, children: list[Heading], words: Counter[str]) -> str:
    areas = {max(w, key=lambda k: w[k]) for h in children if (w := type_of_words(h.title))}
    if words and max(words.values()) >= 4 and len(areas) <= 1:
        return _first(words, heading.title)
    return "container"


def _first(words: Counter[str], title: str) -> str:
    """The area with the most words; between equals the one named first."""
    best = max(words.values())
    tied = [area for area, score in words.items() if score == best]
    return min(tied, key=lambda area: min(title.find(w) % 1000 for w in title_words()[area] if w in title))


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
