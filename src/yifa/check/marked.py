"""The draft as a Word file with a comment (批注) at each finding, on request with certain corrections as revisions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from yifa.check.model import Finding
from yifa.check.quoting import Quoted
from yifa.text import Source
from yifa.text.annotate import Remark, annotate
from yifa.text.plainword import plain_docx

AUTHOR: Final = "依法检查"


def marked(
    source: Source,
    findings: Sequence[Finding],
    cited: Sequence[Sequence[Quoted]],
    name: str,
    on: date,
    *,
    fix: bool = False,
) -> bytes:
    """The document with comments; one that was no Word file becomes a plain one with the same text.

    Findings that were waived get no comment. With `fix`, findings that carry a replacement are corrected as tracked
    changes, so that the drafter can accept or refuse each.
    """
    remarks = [_remark(one, quotations, fix) for one, quotations in zip(findings, cited, strict=True) if not one.waived]
    return annotate(source.word or plain_docx(source.text), name, remarks, AUTHOR, on)


def _remark(one: Finding, quotations: Sequence[Quoted], fix: bool) -> Remark:
    lines = [f"【{one.severity.label}】{one.rule_id} {one.message}"]
    if one.basis:
        lines.append(f"依据：{'；'.join(one.basis)}。")
    lines.append(f"建议：{one.suggestion}。")
    lines += [f"{quotation.place}：{quotation.text}" for quotation in quotations]
    replacement = one.replacement if fix else None
    done = f"已用修订改为“{replacement}”，请核对后接受或者拒绝。" if replacement is not None else ""
    return Remark(one.start, one.end, tuple(lines), replacement, done)
