"""Word files made by hand, and what every Word file must keep to (ECMA-376) to open without repair."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOTS = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments",
          "numbering": "numbering", "styles": "styles"}  # fmt: skip


def word(body: str, **parts: str) -> bytes:
    """A .docx of the XML of its body and, by kind (header, footnotes, comments, …), of its other parts."""
    kinds = ["document.main", *parts]
    overrides = "".join(
        f'<Override PartName="/word/{kind.split(".")[0]}.xml" ContentType="{_KIND}.{kind}+xml"/>' for kind in kinds
    )
    relations = "".join(f'<Relationship Id="rId{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    head = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
    content = {
        "[Content_Types].xml": f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="bin" ContentType="application/octet-stream"/>{overrides}</Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{head}<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{relations}</Relationships>',
        "word/media/seal.bin": "印" * 100,
    }
    for kind, xml in parts.items():
        content[f"word/{kind}.xml"] = f"{head}<w:{_ROOTS[kind]} {_NAMES}>{xml}</w:{_ROOTS[kind]}>"
    return package({name: text.encode() for name, text in content.items()})


def package(parts: dict[str, bytes]) -> bytes:
    """A zip of parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; plain text becomes one."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(map(_run, runs))}</w:p>"


def numbered(text: str, number: int, level: int = 0) -> str:
    """A paragraph of an automatic list."""
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def _run(text: str) -> str:
    return text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def levels(*formats: tuple[str, str], abstract: int = 0, start: int = 1, suffix: str = "tab") -> str:
    """A list definition of numbering.xml: number format and text of each level."""
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:suff w:val="{suffix}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(formats)
    )
    return f'<w:abstractNum w:abstractNumId="{abstract}">{inner}</w:abstractNum>'


def number(number: int, abstract: int = 0, extra: str = "") -> str:
    """A list of numbering.xml."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{extra}</w:num>'


def parts_of(data: bytes) -> dict[str, bytes]:
    """Every part of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names))
        return {name: archive.read(name) for name in names}


_COMMENT_MARKS = ("commentRangeStart", "commentRangeEnd")
_MAY_HOLD_RANGES = ("p", "hyperlink", "ins", "del", "moveTo", "sdtContent", "smartTag", "fldSimple", "body", "tc")


def faults_of(data: bytes) -> list[str]:
    """What Word would want to repair; empty for a sound file."""
    parts = parts_of(data)
    root = etree.fromstring(parts["word/document.xml"])
    told = [*_orders(root), *_revisions(root)]
    comments = etree.fromstring(parts["word/comments.xml"]) if "word/comments.xml" in parts else None
    return told + list(_comments(root, comments, parts))


def _local(node: etree._Element) -> str:
    return str(etree.QName(node).localname)


def _orders(root: etree._Element) -> Iterator[str]:
    for name, first in (("p", "pPr"), ("r", "rPr")):
        for node in root.iter(W + name):
            at = [index for index, child in enumerate(node) if child.tag == W + first]
            if at not in ([], [0]):
                yield f"{first} is not first in {name}"
    for mark in root.iter(*(W + name for name in _COMMENT_MARKS)):
        parent = mark.getparent()
        if parent is None or _local(parent) not in _MAY_HOLD_RANGES:
            yield "a comment range stands where none may"
        if next(mark.iterancestors(W + "txbxContent"), None) is not None:
            yield "a comment stands in a text box"
    for mark in root.iter(W + "commentReference"):
        if mark.getparent() is None or mark.getparent().tag != W + "r":
            yield "a comment reference stands outside of a run"


def _revisions(root: etree._Element) -> Iterator[str]:
    for gone in root.iter(W + "del"):
        if next(gone.iter(W + "t"), None) is not None:
            yield "w:t in w:del"
    for made in root.iter(W + "ins"):
        if next(made.iterancestors(W + "ins", W + "del"), None) is not None:
            yield "a nested insertion"
        if next(made.iter(W + "delText"), None) is not None and next(made.iter(W + "del"), None) is None:
            yield "w:delText in w:ins"
    ids = Counter(node.get(W + "id") for node in root.iter(W + "ins", W + "del"))
    if ids and max(ids.values()) > 1:
        yield "two revisions with one id"
    for node in root.iter(W + "ins", W + "del"):
        if not node.get(W + "author") or not node.get(W + "date"):
            yield "a revision without author or date"


def _comments(root: etree._Element, comments: etree._Element | None, parts: dict[str, bytes]) -> Iterator[str]:
    made = [node.get(W + "id") for node in comments] if comments is not None else []
    if len(made) != len(set(made)):
        yield "two comments with one id"
    order = [(node, _local(node)) for node in root.iter() if isinstance(node.tag, str)]
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found = [node.get(W + "id") for node, local in order if local == name]
        if Counter(found) != Counter(made):
            yield f"{name} does not agree with the comments: {found} {made}"
    places = {(local, node.get(W + "id")): at for at, (node, local) in enumerate(order)}
    for one in made:
        if not places.get(("commentRangeStart", one), 0) < places.get(("commentRangeEnd", one), 0):
            yield "a range ends before it begins"
    if made and b"comments.xml" not in parts["[Content_Types].xml"]:
        yield "the comments have no content type"
    if made and b"/comments" not in parts["word/_rels/document.xml.rels"]:
        yield "the comments are not related"
