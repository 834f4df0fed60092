"""The heading and foot of an official letter (公文): number, title, recipient, list of annexes, signature, date.

Only these zones are judged by the rules of form (GB/T 9704—2012); the text between them is left to others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from yifa.check.parts import Line, Part

NUMBER: Final = re.compile(
    r"[\u4e00-\u9fff]{1,14}[ \t\u3000]{0,9}[〔［\[【（(〈<][ \t]{0,9}(?:19"
    r"|20)?\d{2}[ \t]{0,9}[〕］\]】）)〉>][ \t]{0,9}第?[ \t]{0,9}\d{1,6}[ \t]{0,9}号"
)
"""A document number (发文字号), its brackets and number well written or not."""
_NUMBERS: Final = re.compile(rf"[ \t\u3000]*(?:{NUMBER.pattern}[ \t\u3000、，,]{{0,9}}){{1,20}}(?:签发人[：:][^\n]*)?$")
_ABOVE: Final = re.compile(
    r"[ \t\u3000]*(?:\d{6}|[^。；：，\n]{2,40}文件|(?:绝密|机密|秘密|特急|加急|特提|平急)[^。\n]{0,12}"
    r"|签发人[：:][^\n]{0,80})[ \t\u3000]*$"
)
KINDS: Final = (
    "决议",
    "决定",
    "命令",
    "公报",
    "公告",
    "通告",
    "意见",
    "通知",
    "通报",
    "报告",
    "请示",
    "批复",
    "议案",
    "函",
    "纪要",
    "令",
)
"""The fifteen kinds of official letter (文种); a 命令 may be called 令."""
_LEGAL: Final = "办法|规定|解释|细则|条例|规则|章程|规程|制度|规范|标准|准则|守则|法|规章"
_PLANS: Final = (
    "实施方案|工作方案|行动方案|方案|规划|工作计划|计划|工作总结|总结|工作要点"
    "|要点|工作安排|安排|汇报|申请书?|建议书|报告书|承诺书|说明|措施|预案|倡议书"
    "|须知|启事"
    "|指示|布告|请示报告|建议|清单|目录|名单|指南|指引|合同|协议|协议书"
)
GENRE: Final = re.compile(rf"(?:{'|'.join(KINDS)}|{_PLANS}|{_LEGAL})(?:[（(][^（）()\n]{{1,14}}[）)])*$")
ORGAN: Final = (
    r"(?:人民政府|政府|街道办事处|办事处|委员会|办公室|[局厅委办院部署]|管委会|指挥部|领导小组|中心"
    r"|总队|支队|大队|联合会|总工会|工会|公司)"
)
_ADDRESSEE: Final = re.compile(
    r"(?:(?:各|县|区|市|镇|乡|省|州|某|有关|相关|市级|本|全|直属)[^。；：？！]{0,24}"
    r"|[^。；：？！]{2,24})(?:人民政府|政府|办事处|部门|单位|机构|委员会|公司|企业|学校|中小学|幼儿园"
    r"|法院|检察院|组织|团体|社区|村"
    r"|[局委办院中心站所厅处部署科队园馆会])(?:[（(][^（）()]{1,20}[）)])?"
)
_NOT_ADDRESSEE: Final = re.compile(
    r"的|应当|负责|请|按照|根据|为了|予以|落实|现|以|关于|不得|可以|本|第[一二三四五六七八九十]+[条章]"
)
_DATE: Final = re.compile(
    r"[ \t\u3000]*(?P<organ>[^。；：，、\d（(二\n]{0,40}?)[ \t\u3000]{0,40}"
    r"(?P<day>\d{4}[ ]?年[ ]?\d{1,2}[ ]?月[ ]?\d{1,2}[ ]?日"
    r"|[一二][〇○零Oo0一二三四五六七八九]{3}年[一二三四五六七八九十〇○零]{1,3}月[一二三四五六七八九十〇○零]{1,4}日)"
    r"[ \t\u3000]*$"
)
_SIGNED: Final = re.compile(r"[ \t\u3000]*(?:[^。；：，、\s]{2,40}[ \t\u3000]*){1,4}$")
_LISTED: Final = re.compile(r"[ \t\u3000]*附件[ \t]*[：:][ \t\u3000]*\S")
_LISTED_MORE: Final = re.compile(
    r"[ \t\u3000]*(?:\d{1,2}[ \t]*[.．、,，）)]|[一二三四五六七八九十]、|[（(]?[一二三四五六七八九十\d]+[）)])"
)
_PROSE: Final = re.compile(
    r"^(?:根据|按照|依照|依据|为了?|现|请|经|鉴于|望|以上|特此|第[一二三四五六七八九十\d]+[条章节、，]"
    r"|[一二三四五六七八九十]+[、.．，]|[（(]|\d|附件|《|[①-⑳])"
    r"|^(?!.{0,40}关于).*(?:应当|不得|执行|遵守|适用|本办法|认真)"
)
_TRAIL: Final = "。，；：、！,;:.!"
_TITLE_LINES: Final = 4
_TITLE_MAX: Final = 110


@dataclass(frozen=True, slots=True)
class Title:
    """The title, its lines joined; `end` includes a mark behind it."""

    start: int
    end: int
    text: str

    @property
    def bare(self) -> str:
        """Without blanks and closing marks, which it should not have."""
        return "".join(self.text.split()).rstrip(_TRAIL)

    @property
    def genre(self) -> str:
        """What kind of document it says it is: 通知; "" where it does not say."""
        found = GENRE.search(self.bare)
        return re.sub(r"[（(].*$", "", found[0]) if found else ""


@dataclass(frozen=True)
class Letter:
    """The parts of an official letter; what is not there is None or empty.

    `complete` means it has a title, an addressee or number, and a date: what is missing then is missing.
    """

    numbers: tuple[tuple[int, int], ...]
    title: Title | None
    recipient: Line | None
    listed: tuple[Line, ...]
    signatures: tuple[Line, ...]
    date: tuple[int, int] | None
    body: tuple[int, int]

    @property
    def complete(self) -> bool:
        """Whether nothing of its frame has been cut off."""
        return bool(self.title and self.date and (self.recipient or self.numbers))

    @property
    def issuers(self) -> tuple[str, ...]:
        """Who sends it: the organ before 关于 in the title, and those that sign."""
        found = [line.text.strip() for line in self.signatures]
        if self.title and (before := re.match(r"([^《]{2,40}?)关于", self.title.bare)):
            found.insert(0, before[1])
        return tuple(found)


def read_letter(text: str, part: Part | None) -> Letter:
    """Read the frame of the first document of a draft."""
    lines = part.lines if part else ()
    at = 0
    numbers: list[tuple[int, int]] = []
    while (
        at < len(lines)
        and at < _TITLE_LINES * 2
        and (_ABOVE.match(lines[at].text) or _NUMBERS.match(lines[at].text) or _masthead(lines, at))
    ):
        if _NUMBERS.match(lines[at].text):
            numbers += [
                (lines[at].start + n.start(), lines[at].start + n.end()) for n in NUMBER.finditer(lines[at].text)
            ]
        at += 1
    title, at = _title(lines, at)
    while title and at < len(lines) and _NUMBERS.match(lines[at].text):
        numbers += [(lines[at].start + n.start(), lines[at].start + n.end()) for n in NUMBER.finditer(lines[at].text)]
        at += 1
    recipient = lines[at] if at < len(lines) and _addressed(lines, at, bool(title)) else None
    start = at + bool(recipient)
    date_at = (
        next((i for i in range(start, len(lines)) if _DATE.match(lines[i].text)), -1) if title else _lone_date(lines)
    )
    listed = _listed(lines[start:])
    foot = date_at if date_at >= 0 else len(lines)
    date, signatures = _foot(lines, date_at, start)
    end = min([lines[foot].start if foot < len(lines) else len(text), *(line.start for line in listed[:1])])
    return Letter(
        tuple(numbers),
        title,
        recipient,
        listed,
        signatures,
        date,
        (lines[start].start if start < len(lines) else len(text), end),
    )


def _masthead(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is only the name of an organ with a document number below it."""
    return at + 1 < len(lines) and bool(
        re.search(ORGAN + r"[ \t\u3000]*$", lines[at].text) and _NUMBERS.match(lines[at + 1].text)
    )


def _title(lines: Sequence[Line], at: int) -> tuple[Title | None, int]:
    """The title in up to four lines, and the index behind it."""
    if at >= len(lines) or _PROSE.search(lines[at].text.strip().lstrip("# ")):
        return None, at
    first = lines[at].start + len(lines[at].text) - len(lines[at].text.lstrip(" \t\u3000#"))
    for last in range(at, min(at + _TITLE_LINES, len(lines))):
        if last > at and (
            _PROSE.search(lines[last].text.strip())
            or (_addressed(lines, last, True) and lines[last].text.rstrip()[-1] in "：:")
        ):
            break
        joined = "".join(line.text.strip().lstrip("# ") for line in lines[at : last + 1])
        if len(joined) > _TITLE_MAX or re.search(r"[。；](?=.)", joined):
            break
        if GENRE.search(joined.rstrip(_TRAIL)) and _titled(joined, lines, last):
            return Title(first, lines[last].end, joined), last + 1
    line = lines[at].text.strip()
    if _headed(line) and line[-1:] not in "。；：:，" and len(line) <= _TITLE_MAX // 2:
        return Title(first, lines[at].end, line), at + 1
    return None, at


def _titled(joined: str, lines: Sequence[Line], last: int) -> bool:
    """Whether words that end like a title are one: they say so, or a text follows that has one."""
    if joined[-1] not in _TRAIL:
        return True
    after = lines[last + 1].text if last + 1 < len(lines) else ""
    if joined[-1] in "：:":
        return _headed(joined) and last + 1 < len(lines) and _addressed(lines, last + 1, True)
    return _headed(joined) or bool(re.match(r"[ \t\u3000]*第一[章条]|[ \t\u3000]*目[ \u3000]*录", after))


def _headed(line: str) -> bool:
    """Whether a line begins as titles of letters do: 关于…, 某县人民政府关于…."""
    return bool(re.match(rf"(?:[^，。；：]{{1,30}}{ORGAN}(?:[ \u3000、][^，。；：]{{1,30}}{ORGAN})*)?关于", line))


def _addressed(lines: Sequence[Line], at: int, below_title: bool) -> bool:
    """Whether a line names those to whom the letter goes."""
    line = lines[at].text.strip()
    bare = line.rstrip("：:，,。；;、 ")
    if len(line) > 200 or _NOT_ADDRESSEE.search(bare) or GENRE.search(bare) or _DATE.match(line):
        return False
    pieces = [piece for piece in re.split(r"[，、,；;]|和(?=[各县区市镇乡])", bare) if piece]
    if not pieces or not all(_ADDRESSEE.fullmatch(piece.strip()) for piece in pieces):
        return False
    if below_title:
        return line[-1] in "：:" or (len(lines) > at + 1 and (line.startswith("各") or len(pieces) > 1))
    if line[-1] in "：:":
        return line.startswith("各") or len(pieces) > 1
    return line.startswith("各") and len(pieces) > 1


def _lone_date(lines: Sequence[Line]) -> int:
    return next((i for i, line in enumerate(lines) if _DATE.match(line.text)), -1)


def _foot(lines: Sequence[Line], at: int, start: int) -> tuple[tuple[int, int] | None, tuple[Line, ...]]:
    """The date and the lines of the signature above it, or the organ on its line."""
    if at < 0:
        return None, ()
    found = _DATE.match(lines[at].text)
    assert found
    date = lines[at].start + found.start("day"), lines[at].start + found.end("day")
    signatures = []
    if organ := found["organ"].strip():
        signatures.append(Line(lines[at].start + found.start("organ"), lines[at].start + found.end("organ"), organ))
    for line in reversed(lines[max(start, at - 3) : at]):
        if not (
            _SIGNED.match(line.text) and re.search(rf"(?:{ORGAN}|[科股室处组队])[ \t\u3000]*$", line.text)
        ) or _LISTED_MORE.match(line.text):
            break
        signatures.insert(0, line)
    return date, tuple(signatures)


def _listed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The list of annexes (附件说明): from 附件： on, with the numbered lines below it."""
    for at, line in enumerate(lines):
        if _LISTED.match(line.text):
            more = 1
            while at + more < len(lines) and _LISTED_MORE.match(lines[at + more].text):
                more += 1
            return tuple(lines[at : at + more])
    return ()
