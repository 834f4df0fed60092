"""Find the names of acts in a text: in 《》, without them, by a short name defined in the text, by number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import ahocorasick_rs

from yifa.law.citations.model import Named
from yifa.law.index import PREFIX, Index
from yifa.law.numerals import NUMERAL

MAX_TITLE: Final = 150
_ENDINGS: Final = tuple(
    "法 法典 条例 规定 办法 细则 规则 解释 决定 意见 通知 纲要 规划 准则 规程 批复 公约 修正案 章程 标准 "
    "指引 方案 通告 公告 规范 制度 令 总则 通则".split()
)
_NOT_A_TITLE_AFTER: Final = "律规院官制定治庭人学理警盲纪则典医务性益槌"
"""A character after a bare 法 that makes another word of it: 行政处罚法律责任, 公司法人, 违反宪法规."""
_LONGER_AFTER: Final = re.compile(
    r"(?:实施|施行)?(?:条例|办法|细则|规定|意见)|(?:司法)?解释|修正案|草案|征求意见稿|学|研究|教程|型|委员会"
)
_MAY_PRECEDE: Final = frozenset(
    "据照按依反用和与及或的在对由是为将把向于至同从即如其因合背守行彻实习传改订犯引考准了新旧原以当"
    "、，。；：（(“\"'”）)》！？ "
)
_CITED_AFTER: Final = re.compile(r"\s?(?:（[^）]{0,40}）)?\s?(?:[总分]则)?第|的?规定|序言")
_ARTICLE_AFTER: Final = re.compile(rf"\s?第\s?{NUMERAL}\s?条")
_LONGER_BEFORE: Final = frozenset("业资省市县区州院税部")
"""What ends the first half of a longer title: 外商投资企业所得税法, 某省行政处罚条例."""
_NEEDS_PLACE: Final = 2
"""A name of this length (宪法, 刑法) counts without 《》 only where an article or 规定 follows."""
_NUMBER: Final = re.compile(
    r"[〔［\[【(（] ?(?P<year>[12１２]\d{3}) ?[〕］\]】)）]\s?第? ?(?P<no>\d{1,5}) ?号"
    r"|令（?第 ?(?P<order>\d{1,4}) ?号"
)
_DATED_TITLE: Final = re.compile(
    r"(?P<title>.+?)\s?[（(](?P<year>[12]\d{3})\s?年?(?:\d{1,2}月(?:\d{1,2}日)?)?\s?(?:修[订正改]|公布|施行|版|本|文本)?[）)]"
)
"""The year of the version inside of 《》."""
_PLACE_INSIDE: Final = re.compile(rf"(?P<title>[^第]+)(?=第\s?{NUMERAL}\s?条)")
"""《行政复议法第三十条》, with the mark closed too late."""
_MARKS: Final = ("〈〉", "<>", "“”", "「」", '""')
_WORD_BEFORE: Final = re.compile(r"[一-龥]{1,12}\s?$")
_NUMBER_START: Final = re.compile(r"(?:.*(?:根据|依据|依照|按照|落实|贯彻|执行|印发|以及|[的和与以按见]))?")
_ORDERS: Final = ("国务院", "司法部", "国家市场监督管理总局", "财政部", "公安部", "主席")


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an act in a text; `year` where its title itself ends in a year: 《行政复议法（2023修订）》."""

    start: int
    end: int
    text: str
    named: Named
    titles: tuple[str, ...]
    year: int | None = None


@dataclass(frozen=True)
class BareNames:
    """The automaton over every title and short name that may stand without 《》."""

    automaton: ahocorasick_rs.AhoCorasick
    patterns: tuple[str, ...]
    titles: tuple[tuple[str, ...], ...]


@cache
def bare_names(index: Index) -> BareNames:
    """Built once for an index (about 50 ms)."""
    found: dict[str, tuple[str, ...]] = {}
    for act in index:
        found[act.title] = (act.title,)
        found[PREFIX + act.title] = (act.title,)
    for name in index.bare | index.cited:
        found.setdefault(name, index.names[name])
    patterns = tuple(found)
    automaton = ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return BareNames(automaton, patterns, tuple(found.values()))


def bracketed(text: str, index: Index, defined: dict[str, tuple[str, ...]]) -> Iterator[Name]:
    """Names in 《》, also nested (《关于适用〈…〉的解释》); what is plainly no act (《人民日报》) is left out."""
    at = text.find("《")
    while at >= 0:
        end = _closing(text, at)
        if end is None:
            at = text.find("《", at + 1)
            continue
        inner = text[at + 1 : end - 1]
        titles, year = index.titles_of(inner) or defined.get(inner, ()), None
        if not titles and (dated := _DATED_TITLE.fullmatch(inner)):
            titles, year = index.titles_of(dated["title"]), int(dated["year"])
        placed = _PLACE_INSIDE.match(inner) if not titles else None
        if placed and (titles := index.titles_of(placed["title"])):
            end, inner = at + 1 + placed.end(), placed["title"]
        yield Name(at, end, inner, Named.BRACKETS, titles, year)
        at = text.find("《", end)


def looks_like_act(name: str) -> bool:
    """Whether an unknown name in 《》 is that of a norm, by its last word."""
    bare = re.sub(r"[（(〔\[][^（(〔\[]*[）)〕\]]$", "", name.strip())
    return bare.endswith(_ENDINGS)


def _closing(text: str, at: int) -> int | None:
    depth = 0
    for place in range(at, min(len(text), at + MAX_TITLE)):
        if text[place] == "《":
            depth += 1
        elif text[place] == "》":
            depth -= 1
            if depth == 0:
                return place + 1
    return None


def bare(text: str, index: Index) -> Iterator[Name]:
    """Names of known acts without 《》; a name inside a longer word is none."""
    names = bare_names(index)
    for number, start, end in names.automaton.find_matches_as_indexes(text):
        if f"{text[start - 1 : start]}{text[end : end + 1]}" in _MARKS and _CITED_AFTER.match(text, end + 1):
            yield Name(start - 1, end + 1, text[start:end], Named.BARE, names.titles[number])
        elif text[start:end] in index.cited and not _cited_as_a_word(text, start, end):
            continue
        elif stands_alone(text, start, end):
            yield Name(start, end, text[start:end], Named.BARE, names.titles[number])


def _cited_as_a_word(text: str, start: int, end: int) -> bool:
    """Whether a name that is part of many longer ones (处罚法) begins a word, with an article right behind it."""
    begins = start == 0 or text[start - 1] in _MAY_PRECEDE or not "一" <= text[start - 1] <= "龥"
    return begins and bool(_ARTICLE_AFTER.match(text, end))


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the name at these offsets is a word of its own: not 行政处罚法 in 行政处罚法律责任."""
    before, after = text[start - 1 : start], text[end : end + 1]
    name = text[start:end]
    if name.endswith("法") and after and after in _NOT_A_TITLE_AFTER:
        return False
    if _LONGER_AFTER.match(text, end) or not _begins_a_word(text, start, name, before):
        return False
    if len(name) <= _NEEDS_PLACE:
        return bool(_CITED_AFTER.match(text, end))
    return True


def _begins_a_word(text: str, start: int, name: str, before: str) -> bool:
    if name.startswith(PREFIX) or not before or before in _MAY_PRECEDE:
        return True
    if _CITED_AFTER.match(text, start + len(name)):
        return before not in _LONGER_BEFORE
    return not "一" <= before <= "龥"


@dataclass(frozen=True, slots=True)
class Number:
    """A document number: 国办发〔2018〕37号, 国务院令第836号."""

    start: int
    end: int
    text: str
    plain: str


def numbers(text: str) -> Iterator[Number]:
    """Document numbers, with any kind of bracket; `plain` is the standard form."""
    for found in _NUMBER.finditer(text):
        if found["order"]:
            word = next((w for w in _ORDERS if text.endswith(w, 0, found.start())), "")
            start, plain = found.start() - len(word), f"{word}令第{int(found['order'])}号"
        else:
            run = _WORD_BEFORE.search(text, max(0, found.start() - 13), found.start())
            lead = _NUMBER_START.match(run[0]) if run else None
            word = run[0][lead.end() :].strip() if run and lead else ""
            start = run.start() + (lead.end() if lead else 0) if run else 0
            plain = f"{word}〔{int(found['year'])}〕{int(found['no'])}号"
        if word:
            yield Number(start, found.end(), text[start : found.end()], plain)
