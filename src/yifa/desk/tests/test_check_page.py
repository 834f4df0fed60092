"""检查文件: the page, its twins and its refusals."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.fixtures import Cast
from yifa.cli.check import command
from yifa.desk.pages import check_page
from yifa.office.models import Person
from yifa.papers import store
from yifa.text.plainword import plain_docx

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]

DRAFT = "某县招牌管理办法\n第一条 未经街道办事处批准，商户不得在门前摆放桌椅。\n第二条 依照《行政处罚法》第90条处罚。\n"


def word(text: str = DRAFT, name: str = "招牌办法.docx") -> SimpleUploadedFile:
    """A draft as a Word file."""
    return SimpleUploadedFile(name, plain_docx(text))


def test_the_page_says_that_nothing_is_kept(cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.handler).get("/check/").content.decode()
    assert "不保存" in page
    assert "越权设定" in page


def test_a_draft_is_shown_with_its_findings_beside_it(cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.handler).post("/check/", {"text": DRAFT}).content.decode()
    assert 'href="#f1"' in page
    assert 'id="f1"' in page
    assert "自行设定行政许可" in page
    assert "《行政许可法》第十七条" in page


def test_the_text_of_a_draft_is_no_markup(cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.handler).post("/check/", {"text": "<script>alert(1)</script>未经批准，商户不得营业。"})
    assert "<script>alert" not in page.content.decode()


def test_htmx_gets_the_result_alone(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.handler).post("/check/", {"file": word()}, headers={"HX-Request": "true"})
    assert answer.content.decode().lstrip().startswith("<section")


def test_the_findings_of_the_twin_are_those_of_the_command(cast: Cast, signed_in: SignIn, tmp_path: Path) -> None:
    file = tmp_path / "招牌办法.docx"
    file.write_bytes(plain_docx(DRAFT))
    told = json.loads(CliRunner().invoke(command, [str(file), "--json", "--at", "2026-11-22"]).stdout)
    data = signed_in(cast.handler).post("/check/?format=json", {"file": word(), "at": "2026-11-22"}).json()
    assert data["findings"] == [{**one, "file": "招牌办法.docx"} for one in told]
    assert data["counts"]["error"] == sum(one["severity"] == "error" for one in told)
    assert (data["kind"], data["title"]) == ("normative", "某县招牌管理办法")


def test_what_the_page_sends_back_for_a_download_gives_the_same_findings(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.handler)
    first = client.post("/check/?format=json", {"file": SimpleUploadedFile("招牌.txt", DRAFT.encode())}).json()
    sent = {"text": DRAFT.replace("\n", "\r\n"), "name": "招牌.txt", "body": str(len(DRAFT))}
    again = client.post("/check/?format=json", sent).json()
    assert [one["digest"] for one in again["findings"]] == [one["digest"] for one in first["findings"]]


def test_sarif(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.handler).post("/check/?format=sarif", {"text": DRAFT})
    assert answer.json()["version"] == "2.1.0"
    assert "attachment" in answer["Content-Disposition"]


def test_the_same_word_file_comes_back_with_comments(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.handler).post("/check/?format=docx", {"file": word()})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as package:
        assert "AUTH-001" in package.read("word/comments.xml").decode()


def test_pasted_text_becomes_a_word_file_with_comments(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.handler).post("/check/?format=docx", {"text": DRAFT})
    assert zipfile.is_zipfile(io.BytesIO(answer.content))


def test_the_kind_and_the_day_decide(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.handler)
    text = "某县办法\n第一条 根据《中华人民共和国合同法》，制定本办法。\n"
    rules = [
        {one["rule_id"] for one in client.post("/check/?format=json", {"text": text, "at": day}).json()["findings"]}
        for day in ("2020-06-01", "2026-11-22")
    ]
    assert "CITE-001" not in rules[0]
    assert "CITE-001" in rules[1]
    assert client.post("/check/?format=json", {"text": text, "kind": "contract"}).json()["kind"] == "contract"


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "没有可以检查的内容"),
        ({"text": " \n "}, "没有可以检查的内容"),
        ({"text": DRAFT, "kind": "poem"}, "没有“poem”这种文件"),
        ({"text": DRAFT, "at": "2026-02-30"}, "不是有效的日期"),
        ({"text": f"{DRAFT}{'9' * 600}"}, "第4行有一长串数字"),
        ({"text": DRAFT, "days": "十天"}, "不是整数"),
        ({"text": DRAFT, "facts": "[1]"}, "应当是一个 JSON 对象"),
        ({"text": f"{DRAFT}{' ' * 1200}。"}, "不像公文"),
    ],
)
def test_what_cannot_be_checked_is_refused_in_chinese(
    cast: Cast, signed_in: SignIn, sent: dict[str, str], words: str
) -> None:
    client = signed_in(cast.handler)
    for address in ("/check/", "/check/?format=json"):
        answer = client.post(address, sent)
        assert answer.status_code == 422
        assert words in answer.content.decode()
    if sent.get("text", "").strip():
        assert "第一条 未经街道办事处批准" in client.post("/check/", sent).content.decode()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("空.docx", b"", "是空的"),
        ("假.docx", b"not a package", "不是有效的 docx 文档"),
        ("扫描.pdf", b"%PDF-1.4\n%%EOF", "PDF"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_name(
    cast: Cast, signed_in: SignIn, name: str, content: bytes, words: str
) -> None:
    answer = signed_in(cast.handler).post("/check/", {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_a_text_that_is_too_long_is_refused_before_it_is_checked(
    cast: Cast, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_page, "MOST_CHARACTERS", 10)
    answer = signed_in(cast.handler).post("/check/", {"text": DRAFT})
    assert answer.status_code == 422
    assert "一次最多检查10字" in answer.content.decode()


def test_nothing_of_a_draft_is_kept(
    cast: Cast, signed_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client, draft = signed_in(cast.handler), word()
    content = draft.read()
    draft.seek(0)
    with django_assert_max_num_queries(8) as queries:
        client.post("/check/", {"file": draft})
    assert not [one for one in queries.captured_queries if not one["sql"].startswith(("SELECT", "SAVEPOINT"))]
    assert not store.path_of(store.digest_of(content)).exists()


def test_a_place_has_its_own_rules(cast: Cast, signed_in: SignIn, tmp_path: Path, settings: object) -> None:
    folder = tmp_path / "places" / cast.county.code
    folder.mkdir(parents=True)
    (folder / "check.yaml").write_text(
        "source: 本县要求\ndate: 2026-11-22\nrules: {AUTH-001: {enabled: false}}\n", encoding="utf-8"
    )
    settings.HOME = tmp_path  # type: ignore[attr-defined]
    page = signed_in(cast.handler).post("/check/", {"text": DRAFT}).content.decode()
    assert "用了洪河县的本地规则" in page
    assert "AUTH-001" not in page


def test_what_the_text_cannot_tell_is_asked_for_and_sent_on(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.handler)

    def rules(**more: str) -> set[str]:
        answer = client.post("/check/?format=json", {"text": DRAFT, **more}).json()
        return {one["rule_id"] for one in answer["findings"]}

    sent = {"impact": "yes", "days": "10", "legal_review": "none", "meeting": "done"}
    assert {"PROC-007", "PROC-008"} <= rules(**sent)
    assert "PROC-009" not in rules(**sent)
    assert "PROC-008" not in rules()
    facts = {"impact": ["market_entity"], "solicit": {"days": 10}, "legal_review": None}
    assert {"PROC-007", "PROC-008"} <= rules(facts=json.dumps(facts))
    assert (
        '<option value="none" selected>还没有审查' in client.post("/check/", {"text": DRAFT, **sent}).content.decode()
    )


def test_the_public_is_sent_to_sign_in(client: Client, db: None) -> None:
    assert client.post("/check/", {"text": DRAFT})["Location"].startswith("/account/login/")


def test_a_program_can_ask_what_the_address_takes(cast: Cast, signed_in: SignIn) -> None:
    offer = signed_in(cast.handler).get("/check/?format=json").json()
    assert offer["kinds"]["contract"] == "合同"
    assert offer["most_characters"] == check_page.MOST_CHARACTERS


def test_an_article_shows_the_versions_of_its_act(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.handler)
    page = client.get("/laws/article/?act=行政处罚法&article=第十六条").content.decode()
    assert "《中华人民共和国行政处罚法》第十六条" in page
    old = client.get("/laws/article/?act=行政处罚法&article=16&on=2020-01-01&format=json").json()
    assert old["version"] is None or old["version"].startswith("2017")
    assert client.get("/laws/article/?act=没有的法").status_code == 422
    assert client.get("/laws/article/?act=行政处罚法&on=x").status_code == 422
