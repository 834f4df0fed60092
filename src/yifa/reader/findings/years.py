"""Years that are neither the year of the report nor explained by their context."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.reader.findings.case import Case
from yifa.reader.model import Finding, Mismatch

_YEAR = re.compile(r"(20\d{2})\s*年")
_EXPLAINED = re.compile(
    r"以来|起|至|到|-|同比|相比|较|比|上年|去年|增长|下降|上升|年初|第三方|印发|修订|修正|发布|出台|施行|实施|召开|版|年度|启动|首|曾|荣获|获评"
)
_OWN_YEAR = re.compile(r"(20\d{2})年(?:度|,)?(?=我|本|全[省市县区镇乡局]|[^\d,。]{0,12}(?:虽然|取得|还|仍|存在))")
_STILL = re.compile(r"不足|短板|问题|差距|薄弱|困难")
_COMPARED = re.compile(r"以来|起|较|比|至|到|督察|巡视|印发|出台")
_OPENS = re.compile(r"(20\d{2})\s*年(?:度|以来|全年|里)?\s*,")


def _finding(case: Case, span: tuple[int, int], why: str) -> Finding:
    return Finding(
        Mismatch.YEAR,
        "medium",
        (span,),
        case.document.text[span[0] : span[1]],
        f"报告年度{case.facts.report_year}",
        why,
    )


def headings(case: Case) -> Iterator[Finding]:
    """A heading over the year's work with another year, or a plan for a year that is not the next."""
    year = case.facts.report_year
    if year is None:
        return
    for section in case.sections:
        match = _YEAR.search(section.title)
        if not match or "-" in section.title or re.search(r"20\d{2}\D{1,4}20\d{2}|《|以来", section.title):
            continue
        stated = int(match.group(1))
        expected = year + 1 if section.type == "plan" else year
        if section.type == "plan" and stated == year and not re.search(r"打算|计划|安排|思路|展望|下", section.title):
            continue
        if stated != expected:
            span = (section.start + match.start(), section.start + match.end())
            yield _finding(case, span, f"标题中的{stated}年与报告年度{year}年对不上，应为{expected}年，请核对")


def opening(case: Case) -> Iterator[Finding]:
    """A sentence that opens with 2022年，and states figures, in a report on 2023, without comparing the years."""
    year = case.facts.report_year
    if year is None:
        return
    flat = case.document.flat
    starts = [f.start for f in case.figures]
    body = case.document.headings[0].start if case.document.headings else 0
    for sentence in case.document.sentences:
        match = _OPENS.match(flat, sentence.start)
        if not match or int(match.group(1)) == year:
            continue
        words = flat[match.end() : sentence.end]
        heading = case.document.heading_at(sentence.start)
        kind = case.sections[heading].type if heading is not None else None
        if kind in ("plan", "problems") or _EXPLAINED.search(words) or _EXPLAINED.search(match.group()):
            continue
        counts = any(sentence.start <= s < sentence.end for s in starts)
        first = sentence.start < body and re.search(r"坚持|深入|认真|贯彻|全面|紧紧围绕", words)
        if counts or first:
            span = (match.start(), match.start() + match.group().index("年") + 1)
            yield _finding(case, span, f"这里写的是{match.group(1)}年，报告年度是{year}年，文中没有说明是对比，请核对")


def shortcomings(case: Case) -> Iterator[Finding]:
    """2024年我县…取得一定成绩，但还存在不足, below the heading of the problems of a report on 2025."""
    year = case.facts.report_year
    flat = case.document.flat
    for section in case.sections if year is not None else ():
        match = _OWN_YEAR.match(flat, _first_word(flat, section.end))
        if section.type != "problems" or not match or match.end() > section.body_end:
            continue
        words = flat[match.end() : flat.find("。", match.end())]
        if int(match.group(1)) != year and _STILL.search(words) and not _COMPARED.search(match.group() + words[:12]):
            why = f"总结本年不足却写{match.group(1)}年，报告年度是{year}年，请核对"
            yield _finding(case, (match.start(), match.start() + 5), why)


def _first_word(flat: str, start: int) -> int:
    while start < len(flat) and flat[start].isspace():
        start += 1
    return start


def publication(case: Case) -> Iterator[Finding]:
    """A report that was published before its year began."""
    published, year = case.facts.publication_date, case.facts.report_year
    if published and year and published.year < year:
        match = re.search(rf"{published.year}\s*(?:年|[-/.])", case.document.flat)
        if match:
            yield _finding(case, match.span(), f"公开日期{published:%Y-%m-%d}早于报告年度{year}年，请核对")
