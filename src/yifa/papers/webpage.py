"""An official document as HTML: headings, lists and tables that a screen reader understands, everything escaped."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from html import escape

from yifa.papers.document import (
    Block,
    Heading,
    OfficialDocument,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Table,
    Text,
    chinese_date,
    clean,
    runs,
)

STYLE = """
body { margin: 0; background: #fff; color: #000; }
.official {
  max-width: 40em; margin: 2em auto; padding: 0 1em; line-height: 1.8;
  font-family: "仿宋_GB2312", FangSong, "Noto Serif CJK SC", serif;
}
.official p { margin: .3em 0; text-indent: 2em; text-align: justify; }
.official h1, .official .letterhead {
  text-align: center; text-indent: 0; line-height: 1.5;
  font-family: "方正小标宋简体", "Noto Serif CJK SC", serif;
}
.official h1 { font-size: 1.4em; margin: 1em 0 .5em; }
.official .letterhead { color: #c00; font-size: 2em; font-weight: bold; }
.official .letterhead + .number { border-bottom: 2px solid #c00; padding-bottom: .3em; }
.official p.number, .official p.center { text-align: center; text-indent: 0; }
.official p.recipient, .official p.flush, .official p.copies { text-indent: 0; }
.official p.right { text-align: right; text-indent: 0; }
.official p.left { text-align: left; }
.official h2, .official h3, .official h4, .official h5 {
  font-size: 1em; text-indent: 2em; margin: .5em 0; break-after: avoid;
}
.official h2, .official .level-2 { font-family: "黑体", SimHei, "Noto Sans CJK SC", sans-serif; }
.official h3, .official .level-3 { font-family: "楷体_GB2312", KaiTi, "Noto Serif CJK SC", serif; }
.official h3, .official h5, .official .level-3, .official .level-5 { font-weight: normal; }
.official table { border-collapse: collapse; width: 100%; font-size: .9em; margin: .8em 0; }
.official th, .official td { border: 1px solid #666; padding: .2em .5em; }
.official caption { font-weight: bold; padding: .3em; }
.official td.left { text-align: left; }
.official td.center { text-align: center; }
.official td.right { text-align: right; }
.official figure { margin: 1em 0; text-align: center; break-inside: avoid; }
.official img { max-width: 100%; height: auto; }
.official .attachments ol { margin: 0; padding-left: 4em; }
.official .signature { margin: 2em 4em 1em 0; break-inside: avoid; }
.official .copies { border: solid #000; border-width: 1px 0; padding: .2em 1em; }
@media print { .official { margin: 0; max-width: none; } .page-break { break-after: page; } }
"""
_PIXELS_PER_MM = 96 / 25.4
_LINKS = ("/", "#", "https://", "http://")


def to_html(document: OfficialDocument, *, standalone: bool = True) -> str:
    """The document as HTML: a whole page, or only its `<article>` to be set into a page of ours."""
    article = f'<article class="official" lang="zh-Hans">\n{"".join(_parts(document))}</article>\n'
    if not standalone:
        return article
    title = _text("".join(document.title.splitlines()))
    return (
        '<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{article}</body>\n</html>\n"
    )


def _text(text: str) -> str:
    return "<br>".join(escape(line) for line in clean(text).splitlines())


def _runs(text: Text) -> str:
    return "".join(map(_run, runs(text)))


def _run(run: Run) -> str:
    shown = _text(run.text)
    if run.bold:
        shown = f"<strong>{shown}</strong>"
    if run.link.startswith(_LINKS):
        shown = f'<a href="{escape(run.link)}">{shown}</a>'
    return shown


def _parts(document: OfficialDocument) -> Iterable[str]:
    title = f"<h1>{'<br>'.join(_text(line) for line in document.title_lines)}</h1>\n"
    number = f'<p class="number">{_text(document.number)}</p>\n' if document.number else ""
    if document.letterhead:
        yield f'<p class="letterhead">{_text(document.letterhead)}</p>\n{number}{title}'
    else:
        yield title + number
    if document.recipient:
        yield f'<p class="recipient">{_text(document.recipient)}：</p>\n'
    yield from (_block(block) for block in document.blocks)
    yield from _attachments(document)
    yield from _signature(document)
    if document.annotation:
        yield f'<p class="annotation">（{_text(document.annotation)}）</p>\n'
    if document.copies_to:
        yield f'<p class="copies flush">抄送：{_text(document.copies_to)}。</p>\n'


def _block(block: Block) -> str:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            classes: list[str] = [block.align] if block.align != "justify" else []
            classes += ["flush"] if not block.indent else []
            classes += ["note"] if block.note else []
            attribute = f' class="{" ".join(classes)}"' if classes else ""
            return f"<p{attribute}>{_runs(block.text)}</p>\n"
        case Table():
            return _table(block)
        case Picture():
            return _picture(block)
        case PageBreak():
            return '<div class="page-break"></div>\n'


def _heading(heading: Heading) -> str:
    level = heading.level + 1
    text = _text(heading.text)
    if not heading.body:
        return f"<h{level}>{text}</h{level}>\n"
    return f'<p><strong class="level-{level}">{text}</strong>{_runs(heading.body)}</p>\n'


def _table(table: Table) -> str:
    parts = ["<table>\n"]
    if table.caption:
        parts.append(f"<caption>{_text(table.caption)}</caption>\n")
    if table.header:
        cells = "".join(f'<th scope="col">{_text(cell)}</th>' for cell in table.header)
        parts.append(f"<thead><tr>{cells}</tr></thead>\n")
    parts.append("<tbody>\n")
    for row in table.rows:
        cells = "".join(
            f'<td class="{table.column_align(column)}">{_runs(cell)}</td>' for column, cell in enumerate(row)
        )
        parts.append(f"<tr>{cells}</tr>\n")
    return "".join(parts) + "</tbody>\n</table>\n"


def _picture(picture: Picture) -> str:
    data = base64.b64encode(picture.png).decode("ascii")
    caption = f"<figcaption>{_text(picture.caption)}</figcaption>" if picture.caption else ""
    width = round(picture.width_mm * _PIXELS_PER_MM)
    image = f'<img alt="{escape(clean(picture.alt))}" width="{width}" src="data:image/png;base64,{data}">'
    return f"<figure>{image}{caption}</figure>\n"


def _attachments(document: OfficialDocument) -> Iterable[str]:
    if not document.attachments:
        return
    if len(document.attachments) == 1:
        yield f'<p class="attachments">附件：{_text(document.attachments[0])}</p>\n'
        return
    items = "".join(f"<li>{_text(name)}</li>" for name in document.attachments)
    yield f'<section class="attachments"><p>附件：</p><ol>{items}</ol></section>\n'


def _signature(document: OfficialDocument) -> Iterable[str]:
    if not document.signatory and not document.issued_on:
        return
    yield '<footer class="signature">'
    yield from (f'<p class="right">{_text(name)}</p>' for name in document.signatory)
    if document.issued_on:
        day = document.issued_on
        yield f'<p class="right"><time datetime="{day.isoformat()}">{chinese_date(day)}</time></p>'
    yield "</footer>\n"
