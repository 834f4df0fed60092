from __future__ import annotations

import io
from datetime import date

import pypdfium2
import pytest

from yifa.papers.document import OfficialDocument, Paragraph
from yifa.papers.dossier import Cover, DossierError, Entry, dossier_pdf
from yifa.papers.tests.samples import everything, notice, png
from yifa.papers.typeset import to_pdf
from yifa.papers.word import to_docx

COVER = Cover(
    organ="洪河县人民政府",
    kind="行政复议",
    case_number="洪复〔2025〕12号",
    cause="不服行政处罚决定",
    parties=(("申请人", "张三"), ("被申请人", "洪河县市场监督管理局")),
    opened_on=date(2025, 3, 4),
    closed_on=date(2025, 4, 30),
    result="维持",
    remarks=(("保管期限", "30年"),),
)


def turned(content: bytes, degrees: int) -> bytes:
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            page.set_rotation(degrees)
        made = io.BytesIO()
        document.save(made)
        return made.getvalue()


def pages(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def three_pages() -> OfficialDocument:
    return OfficialDocument("答复书", blocks=(Paragraph("法" * 1500),))


def test_the_cover_names_case_parties_organ_and_dates() -> None:
    cover = "".join(pages(dossier_pdf(COVER, [Entry("通知书", notice())]))[0].split())
    for part in (
        "洪河县人民政府",
        "洪复〔2025〕12号",
        "申请人张三",
        "被申请人洪河县市场监督管理局",
        "立案日期2025年3月4日",
        "结案日期2025年4月30日",
        "处理结果维持",
        "保管期限30年",
        "1件，共1页",
    ):
        assert part in cover


def test_the_contents_list_number_date_and_running_pages_of_each_document() -> None:
    entries = [
        Entry("行政复议申请书", to_pdf(three_pages()), date(2025, 3, 4), name="a.pdf"),
        Entry("行政复议受理通知书", notice(), date(2025, 3, 5), "洪复受字〔2025〕12号"),
        Entry("现场照片", png(), name="照片.png"),
    ]
    made = pages(dossier_pdf(COVER, entries))
    contents = "".join(made[1].split())
    assert "1行政复议申请书2025年3月4日1—3" in contents
    assert "2行政复议受理通知书洪复受字〔2025〕12号2025年3月5日4" in contents
    assert contents.endswith("3现场照片5")
    assert len(made) == 2 + 5


def test_every_page_after_the_contents_carries_its_number_on_the_outer_upper_corner() -> None:
    entries = [
        Entry(f"第{n}件", turned(to_pdf(notice()), degrees), name="a.pdf")
        for n, degrees in enumerate((0, 90, 180, 270, 0))
    ]
    with pypdfium2.PdfDocument(dossier_pdf(COVER, entries)) as document:
        for number, page in enumerate(list(document)[2:], 1):
            place = stamp_as_seen(page, str(number))
            width, height = page.get_size()
            assert place[1] > height - 45
            assert place[0] > width - 60 if number % 2 else place[0] < 60


def stamp_as_seen(page: pypdfium2.PdfPage, number: str) -> tuple[float, float]:
    """Where the stamp stands on the page as a viewer shows it."""
    text = page.get_textpage()
    last = text.count_chars() - len(number)
    assert text.get_text_range(last, len(number)) == number
    left, bottom, _, _ = text.get_charbox(last)
    page_left, page_bottom, page_right, page_top = page.get_mediabox()
    match page.get_rotation():
        case 90:
            return bottom - page_bottom, page_right - left
        case 180:
            return page_right - left, page_top - bottom
        case 270:
            return page_top - bottom, left - page_left
        case _:
            return left - page_left, bottom - page_bottom


def test_a_docx_is_shown_by_its_text_and_other_files_by_a_slip_with_their_digest() -> None:
    entries = [
        Entry("通知", to_docx(everything()), name="通知.docx"),
        Entry("数据", b"PK\x03\x04", name="数据.xlsx"),
        Entry("说明", "第一行\n第二行".encode("gb18030"), name="说明.txt"),
    ]
    made = ["".join(page.split()) for page in pages(dossier_pdf(COVER, entries))]
    whole = "".join(made)
    assert "清理文件" in whole
    assert "本件以电子文件形式存卷" in whole
    assert "数据.xlsx" in whole
    assert "第一行第二行" in whole


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [("坏.pdf", b"%PDF-1.7 broken", "已损坏"), ("坏.png", png()[:60], "不是完好的图片")],
)
def test_a_damaged_file_stops_the_dossier_and_is_named(name: str, content: bytes, why: str) -> None:
    with pytest.raises(DossierError, match=f"“证据一”.*{why}"):
        dossier_pdf(COVER, [Entry("证据一", content, name=name)])


def test_a_damaged_docx_is_named() -> None:
    with pytest.raises(Exception, match="“证据二”：不是完好的docx文件"):
        dossier_pdf(COVER, [Entry("证据二", b"PK\x03\x04", name="a.docx")])


def test_an_empty_dossier_has_cover_and_contents() -> None:
    assert len(pages(dossier_pdf(COVER, []))) == 2
