from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from yifa.papers.document import Heading, OfficialDocument, PageBreak, Paragraph, Table
from yifa.papers.instrument import Instrument
from yifa.papers.render import MissingValue, TemplateError, check, render

DAY = date(2025, 3, 4)


@dataclass
class Party:
    name: str
    agent: str | None = None


def made(folder: Path, template: str, **context: Any) -> OfficialDocument:
    instrument = Instrument("行政复议受理通知书", "受", folder / "受理通知书.txt")
    instrument.template.write_text(template, encoding="utf-8")
    return render(
        instrument,
        context,
        number="洪复受字〔2025〕12号",
        organ_name="洪河县人民政府",
        issued_on=DAY,
    )


def paragraphs(document: OfficialDocument) -> list[str]:
    return [str(block.text) for block in document.blocks if isinstance(block, Paragraph)]


def test_an_instrument_carries_title_number_organ_and_date_without_being_told(
    tmp_path: Path,
) -> None:
    document = made(tmp_path, "本机关已受理。")
    assert document.title == "洪河县人民政府\n行政复议受理通知书"
    assert document.number == "洪复受字〔2025〕12号"
    assert document.signatory == ("洪河县人民政府",)
    assert document.issued_on == DAY


def test_every_mark_of_the_template_becomes_its_part(tmp_path: Path) -> None:
    document = made(
        tmp_path,
        "# 洪河县人民政府\n# 行政复议决定书\n\n主送：张三\n一、经过\n（一）申请\n1. "
        "时间\n（1）细目\n正文。\n"
        "| 序号 | 名称 |\n|---|---|\n| 1 | 证据 |\n---\n> "
        "如不服本决定，可以起诉。\n附件：清单\n附件：格式\n"
        "附注：此件公开发布\n抄送：县财政局。\n",
    )
    assert document.title == "洪河县人民政府\n行政复议决定书"
    assert document.recipient == "张三"
    assert document.blocks == (
        Heading(1, "一、经过"),
        Heading(2, "（一）申请"),
        Heading(3, "1. 时间"),
        Heading(4, "（1）细目"),
        Paragraph("正文。"),
        Table(rows=(("1", "证据"),), header=("序号", "名称")),
        PageBreak(),
        Paragraph("如不服本决定，可以起诉。", note=True),
    )
    assert document.attachments == ("清单", "格式")
    assert document.annotation == "此件公开发布"
    assert document.copies_to == "县财政局"


def test_a_numbered_sentence_is_a_paragraph_and_not_a_heading(tmp_path: Path) -> None:
    document = made(tmp_path, "一、撤销被申请人作出的行政处罚决定；\n二、责令重新作出。")
    assert paragraphs(document) == ["一、撤销被申请人作出的行政处罚决定；", "二、责令重新作出。"]


def test_a_missing_value_names_placeholder_instrument_and_template(tmp_path: Path) -> None:
    with pytest.raises(MissingValue) as error:
        made(tmp_path, "{{ applicant }}于{{ filed_on|cn_date }}申请。")
    assert error.value.placeholders == ("applicant", "filed_on")
    assert "《行政复议受理通知书》" in str(error.value)
    assert "“applicant”、“filed_on”" in str(error.value)
    assert "受理通知书.txt" in str(error.value)


@pytest.mark.parametrize(
    "template",
    [
        "{{ party.nickname }}。",
        "{{ party.agent }}。",
        "{{ empty }}。",
        "{{ blank }}。",
        "{{ absent|default:'无' }}。",
        "{% if absent %}有{% endif %}完。",
        "{% if absent == 1 %}有{% endif %}完。",
        "{% if party.nickname %}有{% endif %}完。",
        "{% for one in absent %}{{ one }}{% endfor %}完。",
        "{% for one in parties %}{{ one.nickname }}{% endfor %}完。",
        "{% with x=party.nickname %}完{% endwith %}。",
    ],
)
def test_nothing_is_left_open_in_an_instrument(tmp_path: Path, template: str) -> None:
    with pytest.raises(MissingValue):
        made(tmp_path, template, party=Party("张三"), parties=[Party("李四")], empty="", blank="  ")


def test_what_may_be_absent_is_asked_for_by_a_condition(tmp_path: Path) -> None:
    template = "{% if party.agent %}委托代理人{{ party.agent }}。{% else %}本人办理。{% endif %}"
    assert paragraphs(made(tmp_path, template, party=Party("张三"))) == ["本人办理。"]
    document = made(tmp_path, template, party=Party("张三", "王五"))
    assert paragraphs(document) == ["委托代理人王五。"]
    kept = made(tmp_path, "代理人：{{ party.agent|default:'无' }}。", party=Party("张三"))
    assert paragraphs(kept) == ["代理人：无。"]


def test_zero_is_a_value(tmp_path: Path) -> None:
    assert paragraphs(made(tmp_path, "共{{ count }}件，{{ fine|money }}。", count=0, fine=0)) == ["共0件，0元。"]


@pytest.mark.parametrize(
    "typed",
    ["# 假标题", "主送：李四", "附件：假附件", "> 假告知", "---", "| 甲 | 乙 |", "一、假标题"],
)
def test_what_a_person_typed_is_never_a_mark_of_the_template(tmp_path: Path, typed: str) -> None:
    document = made(tmp_path, "{{ claim }}", claim=typed)
    assert document.blocks == (Paragraph(typed),)
    assert document.title == "洪河县人民政府\n行政复议受理通知书"
    assert document.recipient == ""


def test_line_breaks_in_a_value_make_paragraphs_and_bars_stay_in_their_cell(tmp_path: Path) -> None:
    document = made(
        tmp_path,
        "{{ claim }}\n| 名称 | 数量 |\n|---|---|\n| {{ item }} | 1 |",
        claim="第一段。\r\n\r\n# 第二段。",
        item="甲|乙",
    )
    assert paragraphs(document) == ["第一段。", "# 第二段。"]
    table = document.blocks[-1]
    assert isinstance(table, Table)
    assert table.rows == (("甲|乙", "1"),)


def test_values_are_not_escaped_for_html(tmp_path: Path) -> None:
    assert paragraphs(made(tmp_path, "{{ name }}。", name='甲<乙>&"丙"')) == ['甲<乙>&"丙"。']


def test_lists_count_themselves(tmp_path: Path) -> None:
    document = made(tmp_path, "{{ claims|numbered:'（一）' }}", claims=["撤销；", "赔偿。"])
    assert paragraphs(document) == ["（一）撤销；", "（二）赔偿。"]


def test_filters_write_official_chinese(tmp_path: Path) -> None:
    template = (
        "{{ on|cn_date }}，{{ on|cn_number }}，罚款{{ fine|money }}（{{ fine|money_capital }}），"
        "{{ people|names }}，{{ people|names:2 }}，{{ days|cn_number }}日。"
    )
    document = made(tmp_path, template, on=DAY, fine=Decimal("1234.5"), people=["甲", "乙", "丙"], days=60)
    assert paragraphs(document) == [
        "2025年3月4日，二〇二五年三月四日，罚款1,234.50元（人民币壹仟贰佰叁拾肆元伍角整），甲、乙、丙，甲、乙等3人，六十日。"
    ]


def test_values_without_a_filter_are_written_in_words(tmp_path: Path) -> None:
    document = made(
        tmp_path,
        "{{ on }}，{{ yes }}，{{ no }}，{{ people }}，{{ heard_at }}。",
        on=DAY,
        yes=True,
        no=False,
        people=["甲", "乙"],
        heard_at=datetime(2025, 3, 4, 1, 5, tzinfo=UTC),
    )
    assert paragraphs(document) == ["2025年3月4日，是，否，甲、乙，2025年3月4日9时05分。"]


def test_rows_of_a_case_are_written_by_their_names(tmp_path: Path) -> None:
    rows = [{"name": "张三", "phone": "x"}, {"name": "李四", "phone": "y"}]
    template = "{{ rows }}，{{ rows|names }}，{{ rows.0 }}，{{ row }}。"
    document = made(tmp_path, template, rows=rows, row={"title": "证据", "pages": 3})
    assert paragraphs(document) == ["张三、李四，张三、李四，张三，证据，3。"]


def test_a_template_that_is_missing_or_badly_written_is_named_with_its_line(tmp_path: Path) -> None:
    gone = Instrument("通知书", "", tmp_path / "没有.txt")
    with pytest.raises(TemplateError, match=r"找不到文书模板 .*没有\.txt"):
        check(gone)
    with pytest.raises(TemplateError, match=r"受理通知书\.txt第2行写法有误"):
        made(tmp_path, "正文\n{% if x %}\n没有结尾")
    with pytest.raises(TemplateError, match="写法有误"):
        made(tmp_path, "{{ x|no_such_filter }}", x=1)


def test_a_changed_template_is_read_again(tmp_path: Path) -> None:
    assert paragraphs(made(tmp_path, "旧。")) == ["旧。"]
    (tmp_path / "受理通知书.txt").write_text("新。", encoding="utf-8")
    os.utime(tmp_path / "受理通知书.txt", (1, 1))
    instrument = Instrument("通知书", "", tmp_path / "受理通知书.txt")
    document = render(instrument, {}, number="1", organ_name="县政府", issued_on=DAY)
    assert paragraphs(document) == ["新。"]
