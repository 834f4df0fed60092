"""Holiday notices (放假安排): one YAML file a year, read line by line so that every mistake is
named with its line.

    年份: 2025
    标题: 国务院办公厅关于2025年部分节假日安排的通知
    文号: 国办发明电〔2024〕…号        # left blank where nobody has verified it
    成文日期: 2024-11-12               # likewise
    来源: …
    状态: 已公布                       # or 暂定: known to us but not official
    放假:
      春节: 2025-01-28 至 2025-02-04
    上班:
      春节: 2025-01-26、2025-02-08

A notice may reach into the last days of December before its year (2018-12-29 was a working day by
the notice for 2019).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import yaml

from yifa.clock.errors import BadNotice
from yifa.clock.statutory import statutory_holidays, statutory_years
from yifa.errors import os_reason

PUBLISHED, PROVISIONAL = "已公布", "暂定"
KEYS = ("年份", "标题", "文号", "成文日期", "来源", "状态", "说明", "放假", "上班")
LATEST_YEAR = 2100
LARGEST_FILE = 100_000  # bytes; a year's arrangement takes about one thousand
LONGEST_HOLIDAY = 15
DECEMBER = 12
REACH_BACK = 20  # from this day of December on, a notice for the next year may arrange days
SATURDAY = 5

_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SEPARATOR = re.compile(r"[、，,；;\s]+")
_RANGE = re.compile(r"\s*(?:至|到|~|～|—+)\s*")


@dataclass(frozen=True, slots=True)
class Notice:
    """The arrangement of one year: which days are off and on which weekend days people work, by
    holiday name."""

    year: int
    off: Mapping[date, str]
    work: Mapping[date, str]
    published: bool = True
    title: str = ""
    number: str | None = None
    issued_on: date | None = None
    source: str = ""
    remarks: str = ""

    def spans(self) -> Iterator[tuple[str, date, date]]:
        """Each holiday as (name, first day, last day), in order of date."""
        first = last = None
        for day in sorted(self.off):
            if first and last and self.off[day] == self.off[first] and day == last + timedelta(days=1):
                last = day
                continue
            if first and last:
                yield self.off[first], first, last
            first = last = day
        if first and last:
            yield self.off[first], first, last


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a section: where it stands, and the holiday it is about."""

    node: yaml.Node
    section: str
    holiday: str


@dataclass
class _Reading:
    """A file while it is read: what was found, and the faults so far."""

    year: int = 0
    scalars: dict[str, str] = field(default_factory=dict)
    off: dict[date, str] = field(default_factory=dict)
    work: dict[date, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def fault(self, node: yaml.Node, text: str) -> None:
        self.faults.append(f"第{node.start_mark.line + 1}行：{text}")


def read_notice(path: Path) -> Notice:
    """The notice in a file.

    Raises:
        BadNotice: the file cannot be read, or says something impossible; every mistake is listed
            with its line.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise BadNotice(
                path.name,
                [f"文件有{size}字节，放假安排不会超过{LARGEST_FILE}字节，请确认没有选错文件"],
            )
        return parse_notice(path.read_bytes().decode("utf-8-sig"), path.name)
    except OSError as error:
        raise BadNotice(path.name, [f"文件读不了：{os_reason(error)}"]) from None
    except UnicodeDecodeError:
        raise BadNotice(path.name, ["文件不是UTF-8编码的文本，请另存为UTF-8后再试"]) from None


def parse_notice(text: str, name: str = "（文本）") -> Notice:
    """The notice written in `text`; `name` is only for messages. Raises `BadNotice` with every
    mistake."""
    try:
        root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadNotice(name, [f"第{line}行：写法有误，请对照手册中的样例检查缩进、冒号和引号"]) from None
    except (yaml.YAMLError, RecursionError):
        raise BadNotice(name, ["文件含有不能识别的字符或结构，请对照手册中的样例重新填写"]) from None
    if not isinstance(root, yaml.MappingNode):
        raise BadNotice(name, ["第1行：应当是“项目: 内容”的写法，请对照手册中的样例填写"])
    reading = _Reading()
    _read_keys(root, reading)
    if reading.faults:
        raise BadNotice(name, reading.faults)
    return _notice(reading)


def _read_keys(root: yaml.MappingNode, reading: _Reading) -> None:
    entries = {key.value: (key, value) for key, value in root.value if isinstance(key, yaml.ScalarNode)}
    seen: set[str] = set()
    for key, value in root.value:
        if key.value not in KEYS:
            reading.fault(key, f"不认识的项目“{key.value}”，可用的有：{'、'.join(KEYS)}")
        elif key.value in seen:
            reading.fault(key, f"项目“{key.value}”写了两次，请合并")
        elif isinstance(value, yaml.ScalarNode):
            reading.scalars[key.value] = value.value.strip()
        seen.add(str(key.value))
    _read_year(root, entries.get("年份"), reading)
    _read_scalars(root, entries, reading)
    for section in ("放假", "上班"):
        if section in entries:
            _read_section(entries[section][1], section, reading)
    if "放假" not in entries:
        reading.fault(root, "缺少“放假”，请列明每个节日放假的日期")


def _read_year(root: yaml.Node, entry: tuple[yaml.Node, yaml.Node] | None, reading: _Reading) -> None:
    text = reading.scalars.get("年份", "")
    if re.fullmatch(r"\d{4}", text) and 1949 <= int(text) <= LATEST_YEAR:
        reading.year = int(text)
    else:
        reading.fault(entry[0] if entry else root, f"“年份”应当写四位数字，如 2027，现为“{text}”")


def _read_scalars(root: yaml.Node, entries: Mapping[str, tuple[yaml.Node, yaml.Node]], reading: _Reading) -> None:
    status = reading.scalars.get("状态", PUBLISHED)
    if status not in (PUBLISHED, PROVISIONAL):
        reading.fault(entries["状态"][1], f"“状态”只能写“{PUBLISHED}”或“{PROVISIONAL}”，现为“{status}”")
    issued_on = reading.scalars.get("成文日期", "")
    if issued_on and not _day(issued_on):
        reading.fault(
            entries["成文日期"][1],
            f"“成文日期”{issued_on}不是真实的日期，应当写成 2026-11-04 的样子",
        )
    if not reading.scalars.get("来源"):
        nearest = entries.get("来源") or entries.get("年份") or (root, root)
        reading.fault(nearest[0], "缺少“来源”，请写明这份安排出自哪里")


def _read_section(node: yaml.Node, section: str, reading: _Reading) -> None:
    if not isinstance(node, yaml.MappingNode):
        if not (isinstance(node, yaml.ScalarNode) and not node.value.strip() and section == "上班"):
            reading.fault(node, f"“{section}”下面应当逐行写“节日: 日期”")
        return
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            reading.fault(key, f"“{section}”下面应当写“节日: 日期”，日期之间用顿号，连续几天用“至”")
            continue
        line = _Line(value, section, key.value)
        for day in _days(value, reading):
            _read_day(line, day, reading)


def _read_day(line: _Line, day: date, reading: _Reading) -> None:
    off = line.section == "放假"
    target, other = (reading.off, reading.work) if off else (reading.work, reading.off)
    reached_back = day.year == reading.year - 1 and day.month == DECEMBER and day.day >= REACH_BACK
    if reading.year and day.year != reading.year and not reached_back:
        text = f"{day}不在{reading.year}年（上年12月下旬除外），请核对年份"
    elif not off and day.weekday() < SATURDAY:
        text = f"{day}是{_weekday(day)}，本来就上班；调休上班应当是周六或者周日，请核对"
    elif day in other:
        text = f"{day}同时写在“放假”和“上班”里（{other[day]}、{line.holiday}），请删去一处"
    elif day in target:
        text = f"{day}在“{line.section}”里写了两次（{target[day]}、{line.holiday}），请删去一处"
    else:
        target[day] = line.holiday
        return
    reading.fault(line.node, text)


def _days(node: yaml.ScalarNode, reading: _Reading) -> Iterator[date]:
    text = _RANGE.sub("至", node.value.strip())
    if not text:
        reading.fault(node, "没有写日期；没有这一节日的，请删去这一行")
    for part in filter(None, _SEPARATOR.split(text)):
        ends = [_day(end) for end in part.split("至")]
        if not all(ends) or len(ends) > 2:
            reading.fault(node, f"“{part}”不是真实的日期，应当写成 2027-02-05 或者 2027-02-05 至 2027-02-11")
            continue
        first, last = ends[0], ends[-1]
        assert first
        assert last
        length = (last - first).days + 1
        if not 1 <= length <= LONGEST_HOLIDAY:
            reading.fault(node, f"“{part}”有误：截止日应当不早于开始日，并且不超过{LONGEST_HOLIDAY}天")
            continue
        yield from (first + timedelta(days=offset) for offset in range(length))


def _day(text: str) -> date | None:
    found = _DATE.fullmatch(text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _weekday(day: date) -> str:
    return f"周{'一二三四五六日'[day.weekday()]}"


def _notice(reading: _Reading) -> Notice:
    values = reading.scalars
    return Notice(
        year=reading.year,
        off=reading.off,
        work=reading.work,
        published=values.get("状态", PUBLISHED) == PUBLISHED,
        title=values.get("标题", ""),
        number=values.get("文号") or None,
        issued_on=_day(values.get("成文日期", "")),
        source=values["来源"],
        remarks=values.get("说明", ""),
    )


def doubts(notice: Notice) -> list[str]:
    """What looks wrong in a notice though it is possible: a statutory holiday on which it gives no
    day off."""
    if notice.year not in statutory_years():
        return []
    return [
        f"{day}（{_weekday(day)}）是法定节日（{name}），但不在“放假”之列，请对照通知核对"
        for day, name in statutory_holidays(notice.year).items()
        if day not in notice.off
    ]
