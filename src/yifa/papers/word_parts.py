"""The parts of a .docx package that do not depend on what the document says: styles, settings, fonts, footers.

There is no theme part and no theme attribute anywhere: in Word a theme's fonts win over fonts named in styles, which is
how 仿宋 silently becomes 等线. Every style and every run names the same font for East Asian and Latin text.
"""

from __future__ import annotations

from typing import Final

from yifa.papers import layout

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DRAWING_NAMESPACES: Final = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PITCH: Final = round(layout.LINE_PITCH * 20)
EXACT: Final = f'<w:spacing w:before="0" w:after="0" w:line="{PITCH}" w:lineRule="exact"/>'
NO_AUTOMATIC_SPACE: Final = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
FIRST_LINE: Final = f'<w:ind w:firstLineChars="200" w:firstLine="{round(layout.BODY_SIZE * 40)}"/>'

_PER_CHARACTER: Final = layout.TEXT_WIDTH * layout.POINTS_PER_MM / layout.CHARACTERS
CHARACTER_SPACE: Final = int((_PER_CHARACTER - layout.BODY_SIZE) * 4096) - 1
"""What the document grid adds to a character, in 1/4096 points: rounded so that the 28th character still fits."""

_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def fonts(name: str) -> str:
    """One font for every kind of character; the hint keeps “” and — full-width."""
    named = "".join(f' w:{way}="{name}"' for way in ("ascii", "eastAsia", "hAnsi", "cs"))
    return f'<w:rFonts w:hint="eastAsia"{named}/>'


def look(font: str, size: float, *, bold: bool = False, color: str = "") -> str:
    """The run properties of a font, a size in points, and perhaps bold or a colour."""
    half_points = round(size * 2)
    weight = "<w:b/><w:bCs/>" if bold else ""
    tint = f'<w:color w:val="{color}"/>' if color else ""
    height = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    return f"<w:rPr>{fonts(font)}{weight}{tint}{height}</w:rPr>"


def _style(key: str, name: str, paragraph: str, run: str) -> str:
    default = ' w:default="1"' if key == "Normal" else ""
    based = "" if key == "Normal" else '<w:basedOn w:val="Normal"/>'
    following = '<w:next w:val="Normal"/>' if key.startswith(("Heading", "Title")) else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{key}">'
        f'<w:name w:val="{name}"/>{based}{following}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr>{run}</w:style>"
    )


def _styles() -> str:
    body = look(layout.FONT_BODY, layout.BODY_SIZE)
    headings = "".join(
        _style(
            f"Heading{level}",
            f"heading {level}",
            f'<w:keepNext/>{FIRST_LINE}<w:outlineLvl w:val="{level - 1}"/>',
            look(font, layout.BODY_SIZE, bold=level in layout.BOLD_LEVELS),
        )
        for level, font in layout.HEADING_FONTS.items()
    )
    title = look(layout.FONT_TITLE, layout.TITLE_SIZE)
    table = look(layout.FONT_BODY, layout.TABLE_SIZE)
    # Where the pitch is exact a picture is cut to one line, so tables and pictures take their own
    # height.
    free = '<w:snapToGrid w:val="0"/><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>'
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault>"
        + body.replace("</w:rPr>", '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>')
        + "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        + _style(
            "Normal",
            "Normal",
            f'<w:widowControl w:val="0"/>{NO_AUTOMATIC_SPACE}{EXACT}<w:jc w:val="both"/>',
            body,
        )
        + _style("Title", "Title", '<w:keepNext/><w:jc w:val="center"/>', title)
        + headings
        + _style("Free", "表格与图片", free, table)
        + "</w:styles>"
    )


def _footer(side: str) -> str:
    run = look(layout.FONT_PAGE_NUMBER, layout.PAGE_NUMBER_SIZE)
    away = round(layout.PAGE_NUMBER_SIZE * 20)
    return (
        f'{DECLARATION}<w:ftr {NAMESPACES}><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:{side}Chars="100" w:{side}="{away}"/><w:jc w:val="{side}"/></w:pPr>'
        f'<w:r>{run}<w:t xml:space="preserve">— </w:t></w:r>'
        f'<w:fldSimple w:instr=" PAGE "><w:r>{run}<w:t>1</w:t></w:r></w:fldSimple>'
        f'<w:r>{run}<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )


def _font_table() -> str:
    other_names = {
        layout.FONT_TITLE: "FZXiaoBiaoSong-B05S,小标宋,宋体",
        layout.FONT_BODY: "仿宋,FangSong,华文仿宋",
        layout.FONT_LEVEL_2: "楷体,KaiTi,华文楷体",
        layout.FONT_LEVEL_1: "SimHei",
        layout.FONT_PAGE_NUMBER: "SimSun",
    }
    return (
        f"{DECLARATION}<w:fonts {NAMESPACES}>"
        + "".join(
            f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
            for name, others in other_names.items()
        )
        + "</w:fonts>"
    )


def _settings() -> str:
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        "<w:balanceSingleByteDoubleByteWidth/><w:adjustLineHeightInTable/><w:useFELayout/>"
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _content_types() -> str:
    parts = (
        ("document", "document.main"),
        ("styles", "styles"),
        ("settings", "settings"),
        ("fontTable", "fontTable"),
        ("footer1", "footer"),
        ("footer2", "footer"),
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>' for name, kind in parts
    )
    package = "application/vnd.openxmlformats-package"
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{package}.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" '
        f'ContentType="{package}.core-properties+xml"/></Types>'
    )


def relationships(entries: list[tuple[str, str]]) -> str:
    """A relationships part: one (kind, target) each, numbered rId1, rId2 …"""
    lines = []
    for number, (kind, target) in enumerate(entries, 1):
        full = kind if "/" in kind else f"{_RELATIONS}/{kind}"
        lines.append(f'<Relationship Id="rId{number}" Type="{full}" Target="{target}"/>')
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{DECLARATION}<Relationships xmlns="{package}">{"".join(lines)}</Relationships>'


DOCUMENT_RELATIONS: Final = [
    ("styles", "styles.xml"),
    ("settings", "settings.xml"),
    ("fontTable", "fontTable.xml"),
    ("footer", "footer1.xml"),
    ("footer", "footer2.xml"),
]
"""rId4 is the footer of odd pages and rId5 that of even pages."""

SECTION: Final = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
    '<w:footerReference w:type="even" r:id="rId5"/>'
    f'<w:pgSz w:w="{layout.twips(layout.PAGE_WIDTH)}" w:h="{layout.twips(layout.PAGE_HEIGHT)}"/>'
    f'<w:pgMar w:top="{layout.twips(layout.TOP)}" w:right="{layout.twips(layout.RIGHT)}" '
    f'w:bottom="{layout.twips(layout.BOTTOM)}" w:left="{layout.twips(layout.LEFT)}" w:header="851" '
    f'w:footer="{layout.twips(layout.FOOTER)}" w:gutter="0"/>'
    f'<w:docGrid w:type="linesAndChars" w:linePitch="{PITCH}" w:charSpace="{CHARACTER_SPACE}"/>'
    "</w:sectPr>"
)

FIXED_PARTS: Final[tuple[tuple[str, bytes], ...]] = tuple(
    (name, text.encode())
    for name, text in (
        ("[Content_Types].xml", _content_types()),
        (
            "_rels/.rels",
            relationships(
                [
                    ("officeDocument", "word/document.xml"),
                    (
                        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                        "docProps/core.xml",
                    ),
                ]
            ),
        ),
        ("word/styles.xml", _styles()),
        ("word/settings.xml", _settings()),
        ("word/fontTable.xml", _font_table()),
        ("word/footer1.xml", _footer("right")),
        ("word/footer2.xml", _footer("left")),
    )
)
"""Written first and in this order: readers of the format look for [Content_Types].xml at the start."""
