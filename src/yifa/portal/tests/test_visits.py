"""The page of a visit: what an enterprise sees and enters by its code, and what nobody sees."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from yifa.areas.enforcement.inspection import entrance
from yifa.areas.enforcement.inspection.choices import Way
from yifa.areas.enforcement.inspection.models import Arrival, InspectionCase, Rating, RatingCode
from yifa.areas.enforcement.inspection.tests.conftest import OBJECT, County, fresh
from yifa.areas.enforcement.inspection.tests.conftest import code as code_of
from yifa.kernel.codes import ALPHABET, LENGTH, drawn_from, grouped, new_code, read_code
from yifa.kernel.engine import new_case
from yifa.kernel.models import Paper
from yifa.office import scope
from yifa.office.roles import Role
from yifa.papers import store
from yifa.text.docx import docx_to_text

pytestmark = pytest.mark.data


def page(client: Client, typed: str, **more: Any) -> str:
    """The page of a code as text."""
    return client.get(f"/open/visit/{typed}/", **more).content.decode()


def test_a_code_comes_from_the_given_source_and_is_read_as_people_type_it() -> None:
    code = new_code(lambda number: bytes(range(number)))
    assert (len(code), set(code) <= set(ALPHABET)) == (LENGTH, True)
    assert read_code(grouped(code).lower().replace("0", "o")) == code
    with drawn_from(lambda number: b"\x00" * number):
        from yifa.kernel.codes import fresh_code

        assert fresh_code() == "0" * LENGTH
    assert len({new_code(__import__("secrets").token_bytes) for _ in range(200)}) == 200


def test_the_enterprise_sees_who_comes_why_and_for_what(county: County, client: Client) -> None:
    case = county.approved()
    county.take(case, "notify", "2026-03-02")
    shown = page(client, case.code_text)
    for word in (
        "洪河县市场监督管理局", "日常检查", "洪河县第1食品厂", "执法员1", "1309990001", "食品监督检查",
        "《食品安全法》第一百一十条", case.plan_number, "洪市监检通字〔2026〕1号", "检查纪律",
    ):  # fmt: skip
        assert word in shown
    assert "柳林镇工业路" not in shown
    assert case.scheme not in shown


def test_who_reported_and_what_was_reported_stays_unseen(county: County, client: Client) -> None:
    case = county.approved(
        kind="case", plan_number="", trigger="complaint", trigger_why="李某反映过期", trigger_ref="12345-0001"
    )
    shown = page(client, case.entry_code)
    assert "投诉举报" in shown
    assert "李某" not in shown
    assert "12345-0001" not in shown


@pytest.mark.parametrize(
    ("typed", "said"), [("ABCD", "检查码应为16位，现在是4位"), ("A" * 16, "没有找到这个检查码"), ("", "谁来检查")]
)
def test_a_code_that_leads_nowhere_says_so_plainly(db: None, client: Client, typed: str, said: str) -> None:
    answer = client.get("/open/visit/", {"code": typed}, follow=True)
    assert said in answer.content.decode()
    assert answer.status_code == (404 if typed else 200)


def test_an_old_code_has_expired_and_one_under_revision_cannot_be_used(county: County, client: Client) -> None:
    case = county.closed()
    row = InspectionCase._base_manager.get(pk=case.pk)
    last = row.closed_on + timedelta(365)
    assert entrance.visit_of(row.entry_code, last) == row
    with pytest.raises(entrance.EntranceError, match="已经过期"):
        entrance.visit_of(row.entry_code, last + timedelta(1))
    again = county.approved(on="2026-06-01")
    county.take(again, "reopen", "2026-06-01", why="改期")
    assert "还没有重新批准" in page(client, again.entry_code)


def test_the_page_says_that_a_visit_was_called_off(county: County, client: Client) -> None:
    case = county.approved()
    county.take(case, "abort", "2026-03-02", why="企业停业")
    assert "这次检查已经终止" in page(client, case.entry_code)


def test_the_enterprise_registers_the_arrival_once(county: County, client: Client) -> None:
    day = timezone.localdate()
    case = county.approved(planned_on=date(2026, 3, 2))
    assert "登记检查人员到达" in page(client, case.entry_code)
    assert client.post(f"/open/visit/{case.entry_code}/arrive/").status_code == 302
    first = Arrival._base_manager.get(case_id=case.pk)
    client.post(f"/open/visit/{case.entry_code}/arrive/")
    assert Arrival._base_manager.get(case_id=case.pk).at == first.at
    assert timezone.localdate(first.at) == day
    assert "已登记检查人员到达" in page(client, case.entry_code)
    with pytest.raises(DatabaseError), transaction.atomic():
        Arrival._base_manager.filter(pk=first.pk).update(at=timezone.now())


def test_nobody_arrives_before_the_approved_day(county: County) -> None:
    case = InspectionCase._base_manager.get(pk=county.approved().pk)
    with pytest.raises(entrance.EntranceError, match="批准的检查日期是2026-03-02"):
        County.arrive(case, "2026-03-01")


def test_the_result_and_what_came_of_it_are_seen_once_told(county: County, client: Client) -> None:
    case = county.entered()
    county.take(case, "note", "2026-03-02", {"record_text": "查看了记录。", "av_index": "无"})
    told = {"findings": "一本台账不全，电话13900000000。", "result": "corrected_on_spot"}
    county.take(case, "conclude", "2026-03-02", told)
    assert "当场改正" not in page(client, case.entry_code)
    county.take(case, "tell", "2026-03-02")
    shown = page(client, case.entry_code)
    assert "当场改正" in shown
    assert "13900000000" not in shown


PHONE = "A" * 32
"""The word that the enterprise's telephone holds."""
NEXT_DAY = timezone.make_aware(timezone.datetime(2026, 3, 3, 10))


def over(county: County, **more: Any) -> tuple[InspectionCase, str]:
    """A visit that is over, and the rating code that the telephone shows which registered the arrival."""
    case = county.approved(**more)
    row = InspectionCase._base_manager.get(pk=case.pk)
    entrance.register_arrival(row, timezone.make_aware(timezone.datetime(2026, 3, 2, 9)), PHONE)
    county.take(case, "notify", "2026-03-02")
    county.take(case, "enter", "2026-03-02")
    county.take(case, "note", "2026-03-02", {"record_text": "查看了记录。", "av_index": "无"})
    county.take(case, "conclude", "2026-03-02", {"findings": "记录完整。", "result": "no_issue"})
    row.refresh_from_db()
    return row, entrance.seen(row, NEXT_DAY, PHONE).rating_code


class TestRating:
    """The rating is given by the enterprise and seen by the supervisor alone."""

    def test_it_is_given_once_and_never_changed(self, county: County) -> None:
        case, code = over(county)
        with pytest.raises(entrance.EntranceError, match="没有选择总体评价"):
            entrance.rate(case, code, {}, NEXT_DAY)
        answers = {"stars": "2", "showed": "yes", "disturbed": "yes", "note": "来了半天"}
        given = entrance.rate(case, code, answers, NEXT_DAY)
        assert (given.stars, given.showed, given.told, given.disturbed) == (2, True, None, True)
        with pytest.raises(entrance.EntranceError, match="已经评价过"):
            entrance.rate(case, code, {"stars": "5"}, NEXT_DAY)
        with pytest.raises(DatabaseError), transaction.atomic():
            Rating._base_manager.filter(pk=given.pk).update(stars=5)

    def test_whoever_came_knows_the_entry_code_and_cannot_rate_by_it(self, county: County) -> None:
        case, code = over(county)
        for tried in ("", case.entry_code, case.entry_code[:8], "AAAA-AAAA"):
            with pytest.raises(entrance.EntranceError, match="评价码不对"):
                entrance.rate(case, tried, {"stars": "5"}, NEXT_DAY)
        kept = RatingCode._base_manager.get(case=case)
        assert read_code(code) not in f"{kept.digest} {kept.device}"
        assert read_code(code) not in str([event.data for event in case.events.all()])
        papers = "".join(
            docx_to_text(store.read(paper.digest), paper.name) for paper in Paper._base_manager.filter(case=case)
        )
        assert code not in papers

    def test_only_the_telephone_that_registered_the_arrival_shows_the_code(self, county: County) -> None:
        case, code = over(county)
        assert len(code) == 9
        assert entrance.seen(case, NEXT_DAY, PHONE).rating_code == code
        for other in ("", "B" * 32):
            assert entrance.seen(case, NEXT_DAY, other).rating_code == ""
        second, other_code = over(county, object_code=code_of(2))
        with pytest.raises(entrance.EntranceError, match="评价码不对"):
            entrance.rate(second, code, {"stars": "5"}, NEXT_DAY)
        assert entrance.rate(second, other_code, {"stars": "5"}, NEXT_DAY).stars == 5

    def test_one_telephone_at_several_enterprises_is_noticed(self, county: County) -> None:
        case, _ = over(county)
        assert entrance.other_enterprises(case) == 0
        for number in (2, 3):
            over(county, object_code=code_of(number))
        assert entrance.other_enterprises(case) == 2

    def test_the_supervisor_gives_a_code_where_nobody_registered_the_arrival(self, county: County) -> None:
        supervisor = county.person("陆督察", county.bureau, Role.SUPERVISOR, reach="place")
        case = InspectionCase._base_manager.get(pk=county.closed().pk)
        code = entrance.give_rating_code(case, supervisor, NEXT_DAY)
        assert entrance.rate(case, code.lower(), {"stars": "3"}, NEXT_DAY).stars == 3
        with pytest.raises(entrance.EntranceError, match="不再发放"):
            entrance.give_rating_code(case, supervisor, NEXT_DAY)

    def test_not_before_the_visit_is_over_and_not_too_long_after(self, county: County) -> None:
        case = InspectionCase._base_manager.get(pk=county.entered().pk)
        at = timezone.make_aware(timezone.datetime(2026, 3, 2, 10))
        with pytest.raises(entrance.EntranceError, match="还没有结束"):
            entrance.rate(case, "", {"stars": "5"}, at)
        done, code = over(county, object_code=code_of(2))
        with pytest.raises(entrance.EntranceError, match="超过评价的期限"):
            entrance.rate(done, code, {"stars": "5"}, timezone.make_aware(timezone.datetime(2026, 6, 2, 10)))

    def test_the_visited_body_never_sees_it_and_the_supervisor_does(self, county: County) -> None:
        case, code = over(county)
        entrance.rate(case, code, {"stars": "1"}, NEXT_DAY)
        supervisor = county.person("陆督察", county.bureau, Role.SUPERVISOR, reach="place")
        inside = county.person("监察员", county.market, Role.SUPERVISOR, Role.HANDLER)
        both = county.person("兼职", county.market, Role.HANDLER)
        from yifa.office.models import Post

        Post.objects.create(
            person=both, organ=county.bureau, role=Role.SUPERVISOR, since=date(2020, 1, 1), reach="place"
        )
        day = date(2026, 3, 4)
        for person, number in ((supervisor, 1), (county.clerk, 0), (county.head, 0), (inside, 0), (both, 0)):
            with scope.of(person, on=day):
                assert Rating.objects.count() == number, person.name
                assert RatingCode.objects.count() == number, person.name

    def test_the_public_page_does_not_even_say_that_there_is_one(self, county: County, client: Client) -> None:
        case, code = over(county)
        before = page(client, case.entry_code)
        entrance.rate(case, code, {"stars": "1", "note": "态度不好"}, NEXT_DAY)
        assert words(page(client, case.entry_code)) == words(before)
        client.cookies["yifa_device"] = PHONE
        assert "已经评价" in page(client, case.entry_code)

    def test_on_the_page_the_telephone_registers_and_rates(self, county: County, client: Client) -> None:
        case = county.approved()
        assert "登记检查人员到达" in page(client, case.entry_code)
        assert client.cookies["yifa_device"]["httponly"]
        client.post(f"/open/visit/{case.entry_code}/arrive/")
        arrived = timezone.localdate()
        assert "评价码" in page(client, case.entry_code)
        for step, fields in (
            ("notify", {}), ("enter", {}), ("note", {"record_text": "查看了记录。", "av_index": "无"}),
            ("conclude", {"findings": "记录完整。", "result": "no_issue"}),
        ):  # fmt: skip
            county.take(case, step, arrived, fields)
        sent = client.post(f"/open/visit/{case.entry_code}/rate/", {"stars": "4", "told": "no"})
        assert "检查机关看不到" in sent.content.decode()
        rating = Rating._base_manager.get(case_id=case.pk)
        assert (rating.stars, rating.told) == (4, False)
        again = client.post(f"/open/visit/{case.entry_code}/rate/", {"stars": "5"})
        assert (again.status_code, "已经评价过" in again.content.decode()) == (422, True)

    def test_a_telephone_with_a_staff_account_neither_registers_nor_rates(self, county: County, client: Client) -> None:
        case, code = over(county)
        client.force_login(User.objects.create_user("officer"), backend="yifa.office.backend.OfficeBackend")
        for path in ("arrive", "rate"):
            answer = client.post(f"/open/visit/{case.entry_code}/{path}/", {"stars": "5", "rating_code": code})
            assert (answer.status_code, "登录着工作人员账号" in answer.content.decode()) == (403, True)
        assert not Rating._base_manager.exists()


def words(shown: str) -> str:
    """A page without the token that differs each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", shown)


def test_a_visit_that_is_no_enforcement_has_a_page_too(county: County, client: Client) -> None:
    case = new_case("inspection", county.market, date(2026, 3, 2))
    county.take(case, "log", "2026-03-02", {
        "service": "guidance", "object_code": OBJECT, "findings": "宣传新标准。",
        "officers": [{"cert_no": "1309990001"}],
    })  # fmt: skip
    shown = page(client, fresh(case).entry_code)
    assert "走访，不是检查" in shown
    assert "登记检查人员到达" not in shown


def test_a_check_without_a_visit_offers_no_arrival(county: County, client: Client) -> None:
    case = county.approved(mode=Way.DOCUMENT)
    assert "登记检查人员到达" not in page(client, case.entry_code)


def test_the_square_to_scan_leads_to_the_page(county: County, client: Client) -> None:
    case = county.approved()
    answer = client.get(f"/open/visit/{case.entry_code}/qr.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert client.get("/open/visit/AAAAAAAAAAAAAAAA/qr.svg").status_code == 404
