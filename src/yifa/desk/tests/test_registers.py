"""The pages of registers: list, form, history, import, twins; who may see and do what."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.fixtures import Cast, employ
from yifa.areas.services.publicity.models import Activity
from yifa.areas.services.publicity.register import LawPublicity
from yifa.kernel.registers import REGISTERS, entries
from yifa.kernel.registers.models import BookEvent, ImportBatch
from yifa.office import scope
from yifa.office.models import Person
from yifa.office.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.data]
NOW = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
HOME = "/registers/law_publicity/"
SignIn = Callable[[Person], Client]
VALUES = {
    "number": "普1", "on": "2025-12-04", "theme": "宪法进校园", "kind": "schools", "place": "一中",
    "organizer": "司法局", "people": "800",
}  # fmt: skip
HEADER = "活动编号,活动日期,主题,类型,地点,主办单位,受众人次\n"


@pytest.fixture
def clerk(cast: Cast) -> Person:
    """承办人，县司法局."""
    return employ("clerk", "吴芳", cast.justice, Role.HANDLER)


@pytest.fixture
def desk(clerk: Person, signed_in: SignIn, settings: Any, tmp_path: Any) -> Client:
    """The clerk's desk."""
    settings.MEDIA_ROOT = tmp_path
    return signed_in(clerk)


def recorded(cast: Cast, number: str = "普1", **more: Any) -> Activity:
    with scope.everything("测试"):
        entry: Activity = entries.add(LawPublicity, cast.justice, {**VALUES, "number": number, **more}, by=None, at=NOW)
    return entry


def csv_file(*lines: str, name: str = "活动.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, (HEADER + "\n".join(lines)).encode("utf-8-sig"))


def test_the_first_page_lists_every_register(desk: Client) -> None:
    page = desk.get("/registers/").content.decode()
    for register in REGISTERS.all():
        assert register.label in page
    assert {each["key"] for each in desk.get("/registers/?format=json").json()} == set(REGISTERS.known)


@pytest.mark.parametrize("key", ["law_publicity", "law_study", "counsel", "counsel_service", "disclosure"])
def test_every_register_has_list_form_import_and_template(desk: Client, key: str) -> None:
    for address in ("", "new/", "import/", "template/", "?format=csv", "?format=xlsx", "?format=json"):
        assert desk.get(f"/registers/{key}/{address}").status_code == 200, address


def test_who_has_not_signed_in_is_asked_to(client: Client) -> None:
    assert client.get(HOME).status_code == 302


def test_an_unknown_register_and_an_entry_out_of_scope_are_not_there(
    desk: Client, cast: Cast, signed_in: SignIn
) -> None:
    entry = recorded(cast)
    assert desk.get("/registers/nothing/").status_code == 404
    assert desk.get(f"{HOME}{entry.pk}/").status_code == 200
    outside = signed_in(cast.outsider)
    for address in (f"{HOME}{entry.pk}/", f"{HOME}{entry.pk}/edit/"):
        assert outside.get(address).status_code == 404
    assert "普1" not in outside.get(HOME).content.decode()


def test_who_only_looks_is_offered_nothing_to_write(cast: Cast, signed_in: SignIn) -> None:
    entry = recorded(cast)
    looking = signed_in(employ("looker", "钱某", cast.justice, Role.SUPERVISOR))
    page = looking.get(HOME).content.decode()
    assert "普1" in page
    assert "/new/" not in page
    assert looking.get(f"{HOME}new/").status_code == 403
    assert "/edit/" not in looking.get(f"{HOME}{entry.pk}/").content.decode()
    assert looking.post(f"{HOME}{entry.pk}/edit/", {**VALUES, "seen": 1}).status_code == 422


def test_an_entry_is_recorded_shown_changed_and_withdrawn(desk: Client, clerk: Person) -> None:
    answer = desk.post(f"{HOME}new/", VALUES)
    entry = Activity._base_manager.get()
    assert answer["Location"] == f"{HOME}{entry.pk}/"
    assert entry.created_by == clerk
    assert desk.post(f"{HOME}{entry.pk}/edit/", {**VALUES, "people": "900", "seen": 1}).status_code == 302
    page = desk.get(f"{HOME}{entry.pk}/").content.decode()
    assert "800 → 900" in page
    desk.post(f"{HOME}{entry.pk}/withdraw/", {"reason": "重复登记", "seen": 2})
    page = desk.get(f"{HOME}{entry.pk}/").content.decode()
    assert "这条记录已撤回：重复登记" in page
    assert "普1" not in desk.get(HOME).content.decode()


def test_a_refused_form_keeps_what_was_written_and_points_to_each_field(desk: Client) -> None:
    answer = desk.post(f"{HOME}new/", {**VALUES, "on": "2025-02-30", "people": "约300人"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#f-on"' in page
    assert "“2025-02-30”这一天不存在" in page
    assert 'value="约300人"' in page
    assert not Activity._base_manager.exists()


def test_the_second_editor_sees_the_first_change_and_may_then_save(desk: Client, cast: Cast) -> None:
    entry = recorded(cast)
    desk.post(f"{HOME}{entry.pk}/edit/", {**VALUES, "people": "900", "seen": 1})
    answer = desk.post(f"{HOME}{entry.pk}/edit/", {**VALUES, "theme": "别的主题", "seen": 1})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "受众人次（人次）：800 → 900" in page
    assert 'name="seen" value="2"' in page
    assert 'value="别的主题"' in page
    assert desk.post(f"{HOME}{entry.pk}/edit/", {**VALUES, "theme": "别的主题", "seen": 2}).status_code == 302


def test_filters_narrow_the_list(desk: Client, cast: Cast) -> None:
    recorded(cast, "甲1", on="2025-12-04", kind="schools")
    recorded(cast, "乙2", on="2024-12-04", kind="villages", theme="100%普法")
    for query, seen in (("year=2024", "乙2"), ("kind=schools", "甲1"), ("q=100%25普法", "乙2"), ("q=甲", "甲1")):
        page = desk.get(f"{HOME}?{query}").content.decode()
        assert seen in page, query
        assert ("甲1" in page) + ("乙2" in page) == 1, query
    assert desk.get(f"{HOME}?year=一九&kind=<x>&organ=a&after=zz").status_code == 200


def test_pages_follow_one_another(desk: Client, cast: Cast) -> None:
    for number in range(120):
        recorded(cast, f"普{number:03}", on=date(2025, 1 + number % 12, 3))
    seen, address = [], f"{HOME}?format=json"
    while address:
        found = desk.get(address).json()
        seen += [entry["number"] for entry in found["entries"]]
        address = f"{HOME}{found['next']}&format=json" if found["next"] else ""
    assert len(seen) == len(set(seen)) == 120
    assert "下一页" in desk.get(HOME).content.decode()


def test_the_list_asks_the_same_number_of_queries_for_three_and_for_three_hundred(desk: Client, cast: Cast) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            desk.get(HOME)
        return len(captured)

    for number in range(3):
        recorded(cast, f"前{number}")
    few = queries()
    for number in range(60):
        recorded(cast, f"后{number}")
    assert queries() == few
    assert few <= 14


def test_exports_hold_what_the_filters_let_through(desk: Client, cast: Cast) -> None:
    recorded(cast, "甲1", theme="=SUM(A1)")
    recorded(cast, "乙2", on="2024-12-04")
    answer = desk.get(f"{HOME}?format=csv&year=2025")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "'=SUM(A1)" in text
    assert "乙2" not in text
    assert "attachment" in answer["Content-Disposition"]
    whole = json.loads(b"".join(desk.get(f"{HOME}?format=json&all=1").streaming_content))
    assert {entry["number"] for entry in whole["entries"]} == {"甲1", "乙2"}


def test_text_from_entries_is_never_markup(desk: Client, cast: Cast) -> None:
    entry = recorded(cast, theme="<script>alert(1)</script>")
    for address in (HOME, f"{HOME}{entry.pk}/", f"{HOME}{entry.pk}/edit/"):
        assert "<script>alert" not in desk.get(address).content.decode()


def mark_of(page: str) -> str:
    return page.split('name="mark" value="')[1].split('"', maxsplit=1)[0]


def test_a_file_is_checked_confirmed_and_imported_once(desk: Client) -> None:
    line = "普1,2025-12-04,宪法,法律进社区,广场,司法局,100"
    page = desk.post(f"{HOME}import/", {"file": csv_file(line)}).content.decode()
    assert "核对无误，可以导入" in page
    assert not Activity._base_manager.exists()
    mark = mark_of(page)
    assert desk.post(f"{HOME}import/confirm/", {"mark": mark}).status_code == 302
    assert Activity._base_manager.count() == 1
    again = desk.post(f"{HOME}import/confirm/", {"mark": mark}, follow=True).content.decode()
    assert "文件已经导入" in again
    assert desk.post(f"{HOME}import/", {"file": csv_file(line)}).status_code == 422
    assert Activity._base_manager.count() == BookEvent.objects.count() == 1


def test_faults_are_listed_on_the_page_and_as_a_spreadsheet(desk: Client) -> None:
    line = "普1,2025-13-04,宪法,法律进社区,广场,司法局,若干"
    page = desk.post(f"{HOME}import/", {"file": csv_file(line)}).content.decode()
    assert "“2025-13-04”这一天不存在" in page
    assert "import/confirm" not in page
    answer = desk.post(f"{HOME}import/faults/", {"mark": mark_of(page)})
    assert answer.content.startswith(b"PK")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [("a.pdf", b"%PDF", "不支持.pdf文件"), ("a.xlsx", b"PK\x03\x04x", "已损坏"), ("a.csv", b"", "没有选择文件|空的")],
)
def test_a_file_that_is_no_table_is_refused_and_not_kept(
    desk: Client, name: str, content: bytes, why: str, tmp_path: Any
) -> None:
    answer = desk.post(f"{HOME}import/", {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 422
    assert any(word in answer.content.decode() for word in why.split("|"))
    assert list((tmp_path / "imports").iterdir()) == []


def test_a_forged_or_foreign_mark_is_refused(desk: Client, cast: Cast, signed_in: SignIn) -> None:
    page = desk.post(f"{HOME}import/", {"file": csv_file("普1,2025-12-04,宪法,其他,广场,司法局,1")}).content.decode()
    for mark in ("", "forged", mark_of(page) + "x"):
        answer = desk.post(f"{HOME}import/confirm/", {"mark": mark}, follow=True)
        assert "核对已过期" in answer.content.decode()
    other = signed_in(employ("second", "郑某", cast.justice, Role.HANDLER))
    assert "核对已过期" in other.post(f"{HOME}import/confirm/", {"mark": mark_of(page)}, follow=True).content.decode()
    assert not Activity._base_manager.exists()


def test_an_import_is_withdrawn_as_a_whole(desk: Client) -> None:
    page = desk.post(f"{HOME}import/", {"file": csv_file("普1,2025-12-04,宪法,其他,广场,司法局,1")}).content.decode()
    desk.post(f"{HOME}import/confirm/", {"mark": mark_of(page)})
    batch = ImportBatch.objects.get()
    address = f"{HOME}import/{batch.pk}/withdraw/"
    assert "撤回必须说明理由" in desk.post(address, {"reason": ""}, follow=True).content.decode()
    assert "已撤回“活动.csv”导入的1条记录" in desk.post(address, {"reason": "导错"}, follow=True).content.decode()
    assert Activity._base_manager.get().withdrawn


def test_the_template_is_a_spreadsheet_that_takes_the_columns(desk: Client) -> None:
    import python_calamine

    body = BytesIO(desk.get(f"{HOME}template/").content)
    header = python_calamine.CalamineWorkbook.from_filelike(body).get_sheet_by_index(0).to_python()[0]
    assert [text.removeprefix("*") for text in header] == [column.label for column in LawPublicity.asked()]


def test_warnings_stand_on_the_first_page_and_lead_to_their_entry(desk: Client, cast: Cast) -> None:
    from yifa.areas.openness.disclosure.register import ProactiveDisclosure

    values = {"number": "1", "title": "办法", "summary": "概述", "formed_on": "2025-01-15", "category": "20-01"}
    with scope.everything("测试"):
        entry = entries.add(ProactiveDisclosure, cast.justice, values, by=None, at=NOW)
    page = desk.get("/registers/").content.decode()
    assert "应于2025-02-18前公开，已逾期" in page
    assert f"/registers/disclosure/{entry.pk}/" in page
    assert "20个工作日" in desk.get(f"/registers/disclosure/{entry.pk}/").content.decode()
