"""The year of a document number is not four digits in 〔〕 (CITE-007)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.citing import matches
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import Rule

_NUMBER = re.compile(
    r"(?:(?<=[发办函字规令文政通告复知批综税财建教卫农社资监环民水林交商审司急价委党组纪])|(?<=[（(][一-龥]{2})|(?<=[（(][一-龥]{3})|(?<=[（(][一-龥]{4})"
    r"|(?<=[一-龥]{3})(?<![号第年票证])(?=[\[【［]))"
    r"((?:[（(\[【〈<［﹝〖｛{]\s{0,4}(?:19|20)\d{2}\s{0,4}[）)\]】〉>］﹞〗｝}]|〔\d{2}〕"
    r"|[（(\[【［]\d{2}[）)\]】］])\s{0,4}第?\s{0,4}\d{1,6}\s{0,4}号)"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return matches(draft, _NUMBER)


def _fix(quote: str) -> str | None:
    year, *number = re.findall(r"\d+", quote)
    return f"〔{year}〕{int(number[0])}号" if len(year) == 4 and number else None


RULE = Rule(
    id="CITE-007",
    group=Group.CITATION,
    severity=Severity.ERROR,
    summary="发文字号的年份应当是四位数字，用六角括号〔〕括起",
    basis=("GB/T 9704—2012 7.2.5",),
    suggestion="改成〔四位年份〕几号的写法",
    look=_look,
    fires=("《某办法》（某财行（2023）7号）停止执行。", "按照国办发[2018]37号文件执行。", "详见某政发〔18〕3号文件。"),
    silent=("按照国办发〔2018〕37号文件执行。", "按照图纸编号（2022）9号施工。", "（2023）某02民初15号判决已经生效。"),
    fix=_fix,
)
