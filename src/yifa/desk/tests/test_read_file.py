"""从文件读入: a form takes the text of a draft from the file it is written in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.fixtures import Cast
from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase
from yifa.desk.form_fields import from_model
from yifa.office.models import Person
from yifa.text.plainword import plain_docx

pytestmark = [pytest.mark.django_db]
SignIn = Callable[[Person], Client]


def sent(client: Client, name: str, data: bytes) -> tuple[int, dict[str, str]]:
    """Status and answer."""
    answer = client.post("/read-file/", {"file": SimpleUploadedFile(name, data)})
    return answer.status_code, answer.json()


def test_the_text_of_a_word_file_comes_back_with_what_should_be_known_of_it(cast: Cast, signed_in: SignIn) -> None:
    status, got = sent(signed_in(cast.handler), "草案.docx", plain_docx("某县办法\n第一条 甲。"))
    assert (status, got["text"]) == (200, "某县办法\n第一条 甲。\n")
    assert "已读入“草案.docx”" in got["told"]


def test_a_file_that_cannot_be_read_is_refused_with_its_reason(cast: Cast, signed_in: SignIn) -> None:
    status, got = sent(signed_in(cast.handler), "草案.docx", b"no word file")
    assert status == 422
    assert "不是有效的 docx 文档" in got["error"]
    assert sent(signed_in(cast.handler), "空.txt", b" ")[0] == 422


def test_nobody_reads_files_without_signing_in(client: Client) -> None:
    answer = client.post("/read-file/", {"file": SimpleUploadedFile("草案.txt", b"x")})
    assert answer.status_code in (302, 401, 403)


def test_the_text_of_a_draft_can_be_taken_from_a_file_and_other_texts_cannot() -> None:
    fields = {one.name: one for one in NormativeDocumentCase._meta.get_fields() if hasattr(one, "formfield")}
    assert "data-read-into" in from_model(fields["text"]).widget.render("text", "", {"id": "f_text"})
    assert "data-read-into" not in from_model(fields["drafting_note"]).widget.render("drafting_note", "", {})
