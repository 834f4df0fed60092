"""Documents and files that the tests of this module share."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from datetime import date

from yifa.papers.document import Heading, OfficialDocument, Paragraph, Picture, Table

SENTENCE = (
    "申请人不服被申请人作出的行政处罚决定，于2025年3月4日向本机关申请行政复议。经审查，该申请符合法定条件，"
    "本机关依法予以受理。"
)


def png(width: int = 40, height: int = 20) -> bytes:
    """A plain picture."""
    rows = b"".join(b"\0" + bytes((200, 80, 40)) * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


def notice() -> OfficialDocument:
    """A notice of one page, as an organ sends hundreds of a year."""
    return OfficialDocument(
        title="洪河县人民政府\n行政复议受理通知书",
        number="洪复受字〔2025〕12号",
        recipient="张三",
        blocks=(Paragraph(SENTENCE), Paragraph("如不服，可以依法提起行政诉讼。", note=True)),
        signatory=("洪河县人民政府",),
        issued_on=date(2025, 3, 5),
    )


def everything() -> OfficialDocument:
    """A document with every kind of part."""
    return OfficialDocument(
        title="洪河县人民政府关于印发《洪河县行政规范性文件管理办法》的通知",
        letterhead="洪河县人民政府文件",
        number="洪政规〔2025〕3号",
        recipient="各镇人民政府，县政府各部门",
        blocks=(
            Heading(1, "一、总体要求"),
            Heading(2, "（一）基本原则。", SENTENCE),
            Heading(3, "1. 适用范围"),
            Heading(4, "（1）主体"),
            Paragraph(SENTENCE),
            Table(
                caption="任务分工",
                header=("序号", "事项", "金额"),
                rows=(("1", "清理文件", "1,234.00"), ("2", "备案审查", "5.00")),
                widths=(1, 4, 2),
                align=("center", "left", "right"),
            ),
            Picture(png(), "趋势图", 60, "图1 趋势"),
            Paragraph("特此通知。"),
        ),
        attachments=("申请书格式", "证据清单"),
        signatory=("洪河县人民政府",),
        issued_on=date(2025, 3, 5),
        annotation="此件公开发布",
        copies_to="县人大常委会办公室，县政协办公室",
    )


def package(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file with these entries."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()
