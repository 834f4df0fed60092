"""Holiday notice files: what is read, and every mistake named with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yifa.clock import BadNotice, Calendar, CalendarMissing, parse_notice, read_notice

GOOD = """
年份: 2027
文号:
成文日期: 2026-11-20
来源: 测试用假设的安排，不是真实通知
放假:
  元旦: 2027-01-01 至 2027-01-03
  春节: 2027-02-05~2027-02-11
  国庆节、中秋节: 2027-10-01 至 2027-10-07
上班:
  春节: 2027-01-31、2027-02-13
"""


def test_a_notice_is_read_with_its_spans_and_make_up_workdays() -> None:
    notice = parse_notice(GOOD)
    assert (notice.year, notice.number, notice.issued_on) == (2027, None, date(2026, 11, 20))
    assert notice.published
    assert list(notice.spans())[1] == ("春节", date(2027, 2, 5), date(2027, 2, 11))
    assert notice.work == {date(2027, 1, 31): "春节", date(2027, 2, 13): "春节"}


FAULTS = [
    ("年份: 2027", "年份: 27", "第2行：“年份”应当写四位数字"),
    ("元旦: 2027-01-01 至 2027-01-03", "元旦: 2026-01-01", "第7行：2026-01-01不在2027年"),
    ("2027-01-31、2027-02-13", "2027-02-12", "第11行：2027-02-12是周五，本来就上班"),
    ("2027-01-31、2027-02-13", "2027-02-06", "第11行：2027-02-06同时写在“放假”和“上班”里"),
    ("2027-01-31、2027-02-13", "2027-01-31、2027-01-31", "第11行：2027-01-31在“上班”里写了两次"),
    ("2027-02-05~2027-02-11", "2027-02-05~2027-02-30", "第8行：“2027-02-05至2027-02-30”不是真实"),
    ("2027-02-05~2027-02-11", "2027-02-11~2027-02-05", "第8行：“2027-02-11至2027-02-05”有误"),
    ("2027-02-05~2027-02-11", "2027-02-05~2027-04-11", "第8行：“2027-02-05至2027-04-11”有误"),
    ("2027-02-05~2027-02-11", "除夕", "第8行：“除夕”不是真实的日期"),
    ("2027-02-05~2027-02-11", "", "第8行：没有写日期"),
    ("放假:", "放 假:", "第6行：不认识的项目“放 假”"),
    ("来源:", "状态: 大概\n来源:", "第5行：“状态”只能写“已公布”或“暂定”"),
    ("成文日期: 2026-11-20", "成文日期: 2026-11-31", "第4行：“成文日期”2026-11-31不是真实的日期"),
    ("来源: 测试用假设的安排，不是真实通知", "来源:", "第5行：缺少“来源”"),
    ("上班:", "年份: 2027\n上班:", "第10行：项目“年份”写了两次"),
    ("  春节: 2027-02-05", " 春节: [2027", "写法有误"),
]


@pytest.mark.parametrize(("part", "instead", "message"), FAULTS)
def test_a_mistake_is_named_with_its_line(part: str, instead: str, message: str) -> None:
    assert part in GOOD
    with pytest.raises(BadNotice, match=message):
        parse_notice(GOOD.replace(part, instead, 1))


def test_all_mistakes_are_reported_at_once() -> None:
    broken = GOOD.replace("2027-01-31", "2027-02-01").replace("2027-10-07", "2028-10-07")
    with pytest.raises(BadNotice) as caught:
        parse_notice(broken, "2027.yaml")
    assert len(caught.value.faults) == 2
    assert "2027.yaml" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["", "只是一句话", "- 一\n- 二", "a: &x [*x]\n", "\x00", "年份: !!python/x 1", "{}", "[1]: 2", "{[1]: {a: b}}"],
)
def test_what_is_not_a_notice_is_refused_in_chinese(text: str) -> None:
    with pytest.raises(BadNotice, match="没有采用"):
        parse_notice(text)


def test_a_file_in_another_encoding_or_far_too_large_or_missing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "2027.yaml"
    with pytest.raises(BadNotice, match="读不了"):
        read_notice(path)
    path.write_bytes(GOOD.encode("gb18030"))
    with pytest.raises(BadNotice, match="不是UTF-8"):
        read_notice(path)
    path.write_bytes(b"#" * 200_000)
    with pytest.raises(BadNotice, match="没有选错文件"):
        read_notice(path)
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert read_notice(path).year == 2027


def test_the_packaged_notices_cover_2004_to_2026_each_with_its_source(calendar: Calendar) -> None:
    assert list(calendar.notices) == list(range(2004, 2027))
    assert all(notice.source and notice.published for notice in calendar.notices.values())
    numbered = {year for year, notice in calendar.notices.items() if notice.number}
    assert numbered == set(range(2006, 2027))


def test_a_notice_in_an_extra_directory_makes_the_year_known(calendar: Calendar, tmp_path: Path) -> None:
    (tmp_path / "2027.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "notes.txt").write_text("不是安排", "utf-8")
    with pytest.raises(CalendarMissing):
        calendar.is_workday(date(2027, 2, 13))
    entered = Calendar.load([tmp_path])
    assert entered.is_workday(date(2027, 2, 13))
    assert not entered.is_workday(date(2027, 2, 9))
    assert calendar.with_notice(parse_notice(GOOD)).is_workday(date(2027, 1, 31))


def test_the_next_notice_may_rearrange_the_end_of_december(calendar: Calendar) -> None:
    """29 December 2018 was a working Saturday, 31 December a holiday, by the notice for 2019."""
    assert calendar.is_workday(date(2018, 12, 29))
    assert not calendar.is_workday(date(2018, 12, 31))
    early = GOOD.replace("2027-01-01 至", "2026-12-31 至").replace("2027-01-31", "2026-12-27")
    assert not calendar.with_notice(parse_notice(early)).is_workday(date(2026, 12, 31))
    assert calendar.with_notice(parse_notice(early)).is_workday(date(2026, 12, 27))


def test_a_provisional_arrangement_stays_provisional(calendar: Calendar) -> None:
    draft = calendar.with_notice(parse_notice(GOOD + "状态: 暂定\n"))
    with pytest.raises(CalendarMissing):
        draft.is_workday(date(2027, 2, 13))
    assert draft.is_workday(date(2027, 2, 13), allow_provisional=True)


def test_a_gap_between_notices_is_never_filled_by_guessing(calendar: Calendar) -> None:
    late = [calendar.notices[year] for year in (2010, 2012)]
    gap = Calendar(late)
    assert gap.is_workday(date(2012, 12, 28))
    with pytest.raises(CalendarMissing, match="2011年"):
        gap.is_workday(date(2011, 5, 4), allow_provisional=True)
    with pytest.raises(CalendarMissing, match="2011年"):
        gap.add_working_days(date(2010, 12, 28), 30, allow_provisional=True)


def test_a_notice_entered_here_replaces_the_packaged_one_of_its_year(tmp_path: Path) -> None:
    """As in the winter of 2020, when the holiday was prolonged after it had begun."""
    (tmp_path / "2026.yaml").write_text(
        "年份: 2026\n来源: 测试用假设\n放假:\n  临时: 2026-03-03 至 2026-03-05\n", "utf-8"
    )
    calendar = Calendar.load([tmp_path])
    assert not calendar.is_workday(date(2026, 3, 4))
    assert calendar.is_workday(date(2026, 10, 1))
    assert calendar.notices.keys() == Calendar.load().notices.keys()
