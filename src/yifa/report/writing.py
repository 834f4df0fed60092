"""Writing the report as files."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path

from yifa.papers.official import to_docx, to_html, to_pdf
from yifa.report.models import AnnualReport
from yifa.report.prose import document


def write(report: AnnualReport, folder: Path, issued_on: date) -> list[Path]:
    """Write docx, pdf and html into a folder; each file is whole or absent."""
    content = document(report, issued_on)
    folder.mkdir(parents=True, exist_ok=True)
    name = report.title
    made: dict[str, bytes | str] = {"docx": to_docx(content), "pdf": to_pdf(content), "html": to_html(content)}
    return [_written(folder / f"{name}.{kind}", data) for kind, data in made.items()]


def _written(path: Path, content: bytes | str) -> Path:
    data = content.encode() if isinstance(content, str) else content
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(temporary).chmod(0o644)  # the report is for everybody; a temporary file is not
    Path(temporary).replace(path)
    return path
