from __future__ import annotations

from lxml import html

from yifa.papers.document import OfficialDocument, Paragraph, Run, Table
from yifa.papers.tests.samples import everything
from yifa.papers.webpage import to_html


def test_headings_tables_and_pictures_say_what_they_are() -> None:
    page = html.fromstring(to_html(everything()))
    assert page.get("lang") == "zh-Hans"
    assert page.xpath("count(//h1)") == 1
    assert page.xpath("//h2/text()") == ["一、总体要求"]
    assert page.xpath("//table/caption/text()") == ["任务分工"]
    assert page.xpath("//th[@scope='col']/text()") == ["序号", "事项", "金额"]
    assert page.xpath("//img/@alt") == ["趋势图"]
    assert page.xpath("//section[@class='attachments']//li/text()") == ["申请书格式", "证据清单"]
    assert page.xpath("//time/@datetime") == ["2025-03-05"]


def test_everything_is_escaped() -> None:
    evil = '<script>alert("x")</script>&'
    document = OfficialDocument(
        evil,
        number=evil,
        recipient=evil,
        copies_to=evil,
        annotation=evil,
        signatory=(evil,),
        attachments=(evil,),
        blocks=(
            Paragraph((Run(evil, bold=True),)),
            Table(rows=((evil,),), header=(evil,), caption=evil),
        ),
    )
    text = to_html(document)
    assert "<script" not in text
    assert html.fromstring(text).xpath("//p/strong/text()") == [evil]


def test_a_figure_links_to_its_records_and_a_script_address_does_not() -> None:
    document = OfficialDocument(
        "题",
        blocks=(Paragraph((Run("12件", link="/figures/1/"), Run("恶意", link="javascript:alert(1)"))),),
    )
    assert html.fromstring(to_html(document)).xpath("//a/@href") == ["/figures/1/"]


def test_the_article_alone_can_be_set_into_another_page() -> None:
    fragment = to_html(everything(), standalone=False)
    assert fragment.startswith('<article class="official"')
    assert "<html" not in fragment
    assert "<style" not in fragment
