"""Old .doc and .wps files: converted where LibreOffice is there, else refused with what to do."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from yifa.text import BrokenFile, read_source, source_of
from yifa.text.plainword import plain_docx

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def test_without_a_converter_an_old_document_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(BrokenFile, match=r"“旧\.wps”：这是旧版 doc（或者 wps、rtf）文档，本机没有转换程序。请用"):
        source_of(OLD + b"\x00" * 600, "旧.wps")


def test_a_converter_that_makes_nothing_ends_in_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 0\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(BrokenFile, match="转换不成"):
        source_of(OLD + b"\x00" * 600, "旧.doc")


def test_a_converter_is_given_a_copy_and_its_result_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(plain_docx("第一条 甲。"))
    program = tmp_path / "soffice"
    program.write_text(f'#!/bin/sh\nwhile [ "$1" != "--outdir" ]; do shift; done\ncp "{made}" "$2/in.docx"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    found = source_of(OLD + b"\x00" * 600, "旧.doc")
    assert found.text == "第一条 甲。\n"
    assert found.word == made.read_bytes()
    assert "先转换成 docx" in found.notes[0]


@pytest.mark.parametrize("name", ["草案.rtf", "草案.doc", "草案.txt"])
def test_rich_text_is_never_read_as_the_letters_it_is_coded_in(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(BrokenFile, match="本机没有转换程序"):
        source_of(rb"{\rtf1\ansi \u31532?\u19968?\u26465? CJK}", name)


def test_a_web_page_under_the_name_of_an_old_document_is_read_as_what_it_is() -> None:
    page = "<html><meta charset=gbk><body><p>第一条 甲。</p></body></html>".encode("gbk")
    assert source_of(page, "草案.doc").text == "第一条 甲。\n"


def test_a_locked_document_is_told_before_conversion() -> None:
    with pytest.raises(BrokenFile, match="已加密"):
        source_of(OLD + "EncryptedPackage".encode("utf-16-le"), "密.docx")


def test_libreoffice_reads_a_real_old_document(tmp_path: Path) -> None:
    """Made by LibreOffice itself out of a .docx; where it is not installed, the refusal is what users get."""
    program = shutil.which("soffice")
    source = tmp_path / "in.docx"
    source.write_bytes(plain_docx("第一条 甲。\n第二条 乙。"))
    if program is None:
        with pytest.raises(BrokenFile, match="LibreOffice"):
            source_of(OLD + b"\x00" * 600, "旧.doc")
        return
    profile = (tmp_path / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "doc:MS Word 97"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(source)], check=True, capture_output=True, timeout=120)
    old = (tmp_path / "in.doc").rename(tmp_path / "草案.wps")
    assert read_source(old).text == "第一条 甲。\n第二条 乙。\n"
