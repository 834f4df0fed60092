"""Anybody asks for the review of a document: taken once, answered to whoever holds the code and to nobody else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from tests.racing import at_once
from yifa.areas.rulemaking.normative_document.tests.conftest import LATE, County, fresh
from yifa.areas.rulemaking.review_suggestion import handing
from yifa.areas.rulemaking.review_suggestion.models import ReviewSuggestionCase
from yifa.areas.rulemaking.review_suggestion.procedure import ReviewSuggestion
from yifa.desk.agenda import Agenda
from yifa.desk.casework import may_record
from yifa.kernel.engine import Authority, Entry, perform
from yifa.kernel.models import Case, Clock, Paper
from yifa.kernel.publish import publish
from yifa.kernel.rules import Attempt
from yifa.kernel.verify import verify_everything
from yifa.office import scope
from yifa.office.models import Organ
from yifa.office.roles import Role
from yifa.portal import handed
from yifa.portal.models import HandedIn

pytestmark = [pytest.mark.django_db, pytest.mark.data]
NAME = "柳林镇集贸市场秩序管理规定"
TODAY = timezone.localdate()


@pytest.fixture
def county(db: None) -> Iterator[County]:
    with scope.everything("审查建议页面测试"):
        yield County()


@pytest.fixture
def document(county: County) -> Any:
    """A document of the township that is out, with its public copy."""
    return laid_open(county, county.published(county.town, name=NAME))


def laid_open(county: County, case: Any) -> Any:
    by = county.people[case.organ_id]
    publish(case, case.declaration.publication("document_text"), date(2025, 4, 18), Entry(by, LATE))
    return fresh(case)


TOLD = {
    "kind": "citizen", "name": "王小虎", "contact": "13800001234", "clauses": "第二条",
    "against": "行政许可法第十六条", "reasons": "第二条要求登记，没有上位法依据。",
}  # fmt: skip


def word_of(text: str) -> str:
    found = re.search(r'name="word" value="([^"]{32})"', text)
    assert found is not None
    return found[1]


def code_in(text: str) -> str:
    found = re.search(r'class="code big">([0-9A-Z-]{19})<', text)
    assert found is not None
    return found[1]


def send(client: Client, address: str, **more: Any) -> Any:
    """Open the form and send it filled in."""
    return client.post(address, {"word": word_of(client.get(address).content.decode()), **TOLD, **more})


def only() -> Any:
    return ReviewSuggestionCase.objects.get()


def test_the_list_of_documents_in_force_leads_to_the_form(client: Client, county: County, document: Any) -> None:
    draft = county.proposed(county.civil, name="洪河县养老补贴办法")
    text = client.get("/open/documents/").content.decode()
    assert NAME in text
    assert draft.name not in text
    page = client.get(f"/open/documents/{document.pk}/").content.decode()
    assert "<p>第一条 为了规范犬类管理" in page
    assert f"/open/documents/{document.pk}/suggest/" in page
    assert client.get(f"/open/documents/{draft.pk}/").status_code == 404
    assert client.get(f"/open/documents/{draft.pk}/suggest/").status_code == 404
    form = client.get(f"/open/documents/{document.pk}/suggest/").content.decode()
    assert "60日" in form
    assert "洪河县人民政府研究文件是否合法" in form


def test_a_document_that_ended_is_no_longer_in_the_list_of_those_in_force(client: Client, county: County) -> None:
    ended = laid_open(county, county.published(county.town, name=NAME, valid_until=TODAY - timedelta(1)))
    assert NAME not in client.get("/open/documents/").content.decode()
    assert NAME in client.get("/open/documents/?force=ended").content.decode()
    assert "不得作为行政管理的依据" in client.get(f"/open/documents/{ended.pk}/").content.decode()


def test_a_day_that_waits_for_a_holiday_notice_is_told_as_provisional(
    client: Client, county: County, document: Any
) -> None:
    code = code_in(send(client, f"/open/documents/{document.pk}/suggest/").content.decode())
    clocks = Clock._base_manager.filter(case_id=only().pk, limit="answer_in_time")
    for provisional in (True, False):
        clocks.update(provisional=provisional)
        page = client.post("/open/answers/", {"code": code}).content.decode()
        assert ("答复（暂定）。" in page) is provisional
        assert ("放假安排尚未公布" in page) is provisional


def test_it_opens_a_case_in_the_inbox_of_the_filing_organ(client: Client, county: County, document: Any) -> None:
    answer = send(client, f"/open/documents/{document.pk}/suggest/")
    assert answer.status_code == 200
    case = only()
    assert (case.organ, case.stage, case.online, case.handler, case.number) == (
        county.government, "inbox", True, None, "",
    )  # fmt: skip
    assert (case.document.pk, case.issuer, case.received_on) == (document.pk, county.town, TODAY)
    assert case.suggesters == [{"name": "王小虎", "kind": "citizen", "contact": "13800001234"}]
    clock = Clock.objects.get(case_id=case.pk, limit="answer_in_time")
    assert (clock.since, clock.strict) == (TODAY, TODAY + timedelta(60))
    due = clock.due
    assert f"最迟{due.year}年{due.month}月{due.day}日答复" in answer.content.decode()
    assert list(verify_everything()) == []


def test_the_clerks_of_that_organ_see_it_in_their_work(client: Client, county: County, document: Any) -> None:
    send(client, f"/open/documents/{document.pk}/suggest/")
    case = only()
    seen = {}
    for organ in (county.government, county.market):
        person = county.people[organ.pk]
        with scope.of(person, on=TODAY):
            sections = Agenda(person, TODAY, everyone=False).sections()
            seen[organ.pk] = [line for section in sections for line in section.lines if line.case.pk == case.pk]
    assert {line.what for line in seen[county.government.pk]} == {"网上收到", "接收网上提交的建议"}
    assert seen[county.market.pk] == []


def test_the_state_and_the_answer_are_read_with_the_code(client: Client, county: County, document: Any) -> None:
    code = code_in(send(client, f"/open/documents/{document.pk}/suggest/").content.decode())
    case, today = only(), TODAY.isoformat()
    assert "已经收到，等待接收" in ask(client, code)
    take(county, case, "take_in")
    take(county, case, "ask_more", what="请写明第二条的哪一项")
    assert "请写明第二条的哪一项" in ask(client, code.lower().replace("-", " "))
    more = {"code": code, "more": "第二条第一项"}
    assert "已经接收" in client.post("/open/suggest/add/", more).content.decode()
    client.post("/open/suggest/add/", more)
    assert fresh(case).reasons == f"{TOLD['reasons']}\n\n{today}补充：第二条第一项"
    take(county, case, "accept")
    take(county, case, "answer", {"result": "correct", "reply": "王小虎：第二条没有依据，已要求纠正。"})
    told = ask(client, code)
    assert "王小虎：第二条没有依据" in told
    assert "存在问题，由制定机关纠正" in told


def take(county: County, case: Any, step: str, fields: Any = None, **data: Any) -> None:
    found = fresh(case).declaration.step(step)
    codes = [code for code, _ in found.condition_codes]
    entry = Entry(county.people[case.organ_id], timezone.now(), Authority.PERSON)
    perform(case, Attempt(found, TODAY, data, codes), entry, fields)


def ask(client: Client, code: str) -> str:
    return client.post("/open/answers/", {"code": code}).content.decode()


def test_what_is_set_aside_says_why(client: Client, county: County, document: Any) -> None:
    code = code_in(send(client, f"/open/documents/{document.pk}/suggest/").content.decode())
    take(county, only(), "decline", why="与您六月提出的建议相同。")
    assert "与您六月提出的建议相同" in ask(client, code)
    assert not Clock.objects.filter(case_id=only().pk, state="running").exists()


class TestExactlyOnce:
    """A form whose answer was lost is sent again."""

    def test_the_same_form_twice_is_one_case_and_one_code(self, client: Client, document: Any) -> None:
        address = f"/open/documents/{document.pk}/suggest/"
        told = {"word": word_of(client.get(address).content.decode()), **TOLD}
        first, again = (client.post(address, told).content.decode() for _ in range(2))
        assert code_in(first) == code_in(again)
        assert "没有重复提交" in again
        assert ReviewSuggestionCase.objects.count() == 1

    def test_what_was_changed_meanwhile_does_not_count_and_this_is_said(self, client: Client, document: Any) -> None:
        address = f"/open/documents/{document.pk}/suggest/"
        told = {"word": word_of(client.get(address).content.decode()), **TOLD}
        client.post(address, told)
        again = client.post(address, {**told, "reasons": "另一个理由"}).content.decode()
        assert "改动的内容没有计入" in again
        assert "另一个理由" not in again
        assert only().reasons == TOLD["reasons"]

    def test_a_refused_form_is_sent_mended_with_the_same_word(self, client: Client, document: Any) -> None:
        address = f"/open/documents/{document.pk}/suggest/"
        told = {"word": word_of(client.get(address).content.decode()), **TOLD}
        refused = client.post(address, {**told, "reasons": " ", "kind": ""})
        assert refused.status_code == 422
        text = refused.content.decode()
        assert "请写明为什么认为文件不合法" in text
        assert "王小虎" in text
        assert word_of(text) == told["word"]
        assert not HandedIn.objects.exists()
        assert client.post(address, told).status_code == 200

    def test_the_page_shown_again_on_going_back_is_the_one_that_was_filled_in(
        self, client: Client, document: Any
    ) -> None:
        assert "no-store" not in client.get(f"/open/documents/{document.pk}/suggest/")["Cache-Control"]
        assert "no-store" in client.get(f"/open/documents/{document.pk}/")["Cache-Control"]


class TestAbuse:
    """The page is open to everybody, so it gives away nothing and takes no floods."""

    def test_nobody_without_the_code_learns_anything(self, client: Client, document: Any) -> None:
        code = code_in(send(client, f"/open/documents/{document.pk}/suggest/").content.decode())
        wrong = ("0" if code[0] != "0" else "1") + code[1:]
        for typed in (wrong, code[:-1], "王小虎", "1", "x" * 200):
            answer = client.post("/open/answers/", {"code": typed})
            assert (answer.status_code, "没有这个查询码" in answer.content.decode()) == (404, True)
        assert "没有找到" in client.post("/open/suggest/add/", {"code": wrong, "more": "x"}).content.decode()
        assert "王小虎" not in client.get("/open/").content.decode() + client.get("/open/documents/").content.decode()
        row = HandedIn.objects.get()
        stored = "".join(str(value) for value in vars(row).values())
        assert code not in stored
        assert code.replace("-", "") not in stored
        assert "127.0.0.1" not in stored

    def test_it_is_not_taken_without_the_token_of_the_page(self, document: Any) -> None:
        strict = Client(enforce_csrf_checks=True)
        address = f"/open/documents/{document.pk}/suggest/"
        assert strict.post(address, {"word": "a" * 32, **TOLD}).status_code == 403
        assert not Case.objects.filter(procedure="review_suggestion").exists()

    def test_a_program_that_fills_in_every_line_is_refused(self, client: Client, document: Any) -> None:
        answer = send(client, f"/open/documents/{document.pk}/suggest/", homepage="https://example.com")
        assert (answer.status_code, "应当留空" in answer.content.decode()) == (422, True)

    def test_a_flood_from_one_address_is_stopped_and_others_still_get_through(
        self, client: Client, document: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(handed, "MOST_AN_HOUR", 2)
        address = f"/open/documents/{document.pk}/suggest/"
        answers = [send(client, address, reasons=f"理由{n}") for n in range(3)]
        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert "理由2" in answers[2].content.decode()
        assert send(Client(REMOTE_ADDR="203.0.113.9"), address).status_code == 200
        assert ReviewSuggestionCase.objects.count() == 3

    def test_addresses_are_forgotten_after_a_day(self, client: Client, document: Any) -> None:
        address = f"/open/documents/{document.pk}/suggest/"
        send(client, address)
        HandedIn.objects.update(at=timezone.now() - timedelta(days=2))
        send(client, address, reasons="又一件")
        assert sorted(bool(source) for source in HandedIn.objects.values_list("source", flat=True)) == [False, True]

    @pytest.mark.parametrize(("line", "text"), [
        ("reasons", "长" * 5001), ("name", "长" * 61), ("against", "长" * 301), ("kind", "president"),
    ])  # fmt: skip
    def test_what_is_too_long_or_unknown_is_refused_in_its_line(
        self, client: Client, document: Any, line: str, text: str
    ) -> None:
        answer = send(client, f"/open/documents/{document.pk}/suggest/", **{line: text})
        assert (answer.status_code, f'id="{line}-fault"' in answer.content.decode()) == (422, True)

    def test_markup_is_shown_as_it_was_typed(self, client: Client, document: Any) -> None:
        text = send(client, f"/open/documents/{document.pk}/suggest/", reasons="<script>alert(1)</script>")
        assert "<script>alert(1)</script>" not in text.content.decode()


def test_a_file_that_comes_along_is_checked_and_filed(client: Client, county: County, document: Any) -> None:
    address = f"/open/documents/{document.pk}/suggest/"
    bad = SimpleUploadedFile("材料.docx", b"MZ not a document")
    refused = send(client, address, file=bad)
    assert (refused.status_code, "内容不是docx文件" in refused.content.decode()) == (422, True)
    send(client, address, file=SimpleUploadedFile("材料.txt", "第二条的依据".encode()))
    paper = Paper.objects.get(case_id=only().pk)
    assert (paper.title, paper.name, paper.issued) == ("审查建议附件", "材料.txt", False)
    assert list(verify_everything()) == []


def test_a_large_file_is_refused(client: Client, document: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yifa.portal.sent.MAX_FILE", 1024)
    large = SimpleUploadedFile("大.txt", b"x" * 2048)
    assert send(client, f"/open/documents/{document.pk}/suggest/", file=large).status_code == 422


@pytest.mark.parametrize("named", [NAME, f"《{NAME}》", "number"])
def test_a_document_that_the_sender_names_is_found_by_its_name_or_number(
    client: Client, county: County, document: Any, named: str
) -> None:
    words = document.document_number if named == "number" else named
    send(client, "/open/suggest/", document_name=words)
    assert (only().document.pk, only().organ) == (document.pk, county.government)


def test_a_document_that_is_not_in_the_books_is_kept_as_named(client: Client, county: County, document: Any) -> None:
    text = send(client, "/open/suggest/", document_name="某局关于某事的通知").content.decode()
    assert (only().document, only().document_name) == (None, "某局关于某事的通知")
    assert "对《某局关于某事的通知》的审查建议" in text
    assert "请写明建议审查哪一件文件" in send(client, "/open/suggest/").content.decode()


def test_the_number_of_queries_does_not_grow_with_the_documents(
    client: Client, county: County, document: Any, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    for number in range(3):
        laid_open(county, county.published(county.civil, name=f"洪河县第{number}号办法"))
    with django_assert_max_num_queries(6):
        assert "共4件" in client.get("/open/documents/").content.decode()
    with django_assert_max_num_queries(8):
        client.get(f"/open/documents/{document.pk}/")
    code = code_in(send(client, f"/open/documents/{document.pk}/suggest/").content.decode())
    with django_assert_max_num_queries(8):
        ask(client, code)


def test_an_answer_that_is_overdue_is_called_so(client: Client, county: County, document: Any) -> None:
    code = code_in(send(client, f"/open/documents/{document.pk}/suggest/").content.decode())
    Clock.objects.filter(case_id=only().pk, limit="answer_in_time").update(due=TODAY - timedelta(1))
    assert "已经超过期限" in ask(client, code)


@pytest.mark.django_db(transaction=True)
def test_the_same_form_from_two_connections_at_once_is_taken_once(county: County) -> None:
    laid_open(county, county.published(county.town, name=NAME))
    told = handing.Suggestion("王小虎", "citizen", "没有依据。", document_name=NAME)
    word, codes = handed.new_word(), list[str]()

    def take_it() -> None:
        now = timezone.now()
        organ = Organ.objects.get(pk=county.government.pk)
        receipt = handed.take_once(word, "x", "", now, lambda: (handing.hand_in(told, organ, now).pk, None))
        codes.append(receipt.code)

    assert at_once(take_it, take_it, take_it) == []
    assert len(codes) == 3
    assert len(set(codes)) == 1
    assert (HandedIn.objects.count(), ReviewSuggestionCase.objects.count()) == (1, 1)


def test_no_clerk_takes_the_step_of_the_public(county: County) -> None:
    assert not may_record(ReviewSuggestion.hand_in, set(Role) - {Role.SYSTEM})
