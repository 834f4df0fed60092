"""Papers on the desk: what comes in, what goes out, and who may have it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from yifa.desk.tests.conftest import Office
from yifa.kernel.models import Paper
from yifa.office import scope
from yifa.office.models import Person

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]


def _attach(client: Client, case: int, name: str, content: bytes, **more: str) -> str:
    file = SimpleUploadedFile(name, content)
    answer = client.post(f"/cases/{case}/materials/", {"file": file, **more}, follow=True)
    return answer.content.decode()


def test_a_document_that_came_in_is_filed_shown_and_downloaded(office: Office, signed_in: SignIn) -> None:
    case, client = office.received(), signed_in(office.handler)
    said = _attach(
        client, case.pk, "证据.txt", "处罚决定书复印件".encode(), title="证据目录", on=office.today.isoformat()
    )
    assert "材料已登记入卷" in said
    assert "证据目录" in said
    with scope.everything("测试"):
        paper = Paper.objects.get(case_id=case.pk)
    assert "处罚决定书复印件" in client.get(f"/papers/{paper.pk}/preview/").content.decode()
    assert client.get(f"/papers/{paper.pk}/").content == "处罚决定书复印件".encode()
    other = signed_in(office.cast.outsider)
    assert other.get(f"/papers/{paper.pk}/").status_code == 404
    assert other.get(f"/papers/{paper.pk}/preview/").status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [("病毒.exe", b"MZ", "不是允许的文件类型"), ("假.pdf", b"hello", "与扩展名不符"), ("空.txt", b"x", "材料已登记")],
)
def test_what_may_be_filed_is_checked(office: Office, signed_in: SignIn, name: str, content: bytes, words: str) -> None:
    case = office.received()
    assert words in _attach(signed_in(office.handler), case.pk, name, content, title="材料")


def test_the_dossier_is_one_pdf(office: Office, signed_in: SignIn) -> None:
    case, client = office.received(), signed_in(office.handler)
    _attach(client, case.pk, "证据.txt", "证据".encode(), title="证据目录")
    answer = client.get(f"/cases/{case.pk}/dossier.pdf")
    assert answer.content.startswith(b"%PDF-")
    assert signed_in(office.cast.outsider).get(f"/cases/{case.pk}/dossier.pdf").status_code == 404


def test_amending_needs_a_reason(office: Office, signed_in: SignIn) -> None:
    case = office.received()
    answer = signed_in(office.handler).post(f"/cases/{case.pk}/amend/", {"seen": case.length})
    assert answer.status_code == 422
    assert "未写明理由" in answer.content.decode()
