"""The report on the desk: who may draft, figures that open onto records, and what the eye may not see is counted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from yifa.areas.leadership.annual_report.models import AnnualReportCase
from yifa.areas.leadership.annual_report.procedure import AnnualReporting
from yifa.areas.services.publicity.models import Activity
from yifa.desk.tests.conftest import by_cookie
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.models import Event
from yifa.kernel.rules import Attempt
from yifa.office import scope
from yifa.office.models import Organ, OrganKind, Person, Place, Post
from yifa.office.roles import Role
from yifa.report import compilation
from yifa.report.models import AnnualReport

pytestmark = pytest.mark.data
NOW = datetime(2026, 1, 20, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


class County:
    """A government, its Justice Bureau and a department, each with one activity of 2025."""

    def __init__(self, employ: Callable[..., Person]) -> None:
        place = Place.objects.create(code="130998", name="清河口县", level="county")
        self.government = self._organ(place, "清河口县人民政府", "县府", OrganKind.GOVERNMENT, None)
        self.bureau = self._organ(place, "清河口县司法局", "司法局", OrganKind.JUSTICE, self.government)
        self.department = self._organ(place, "清河口县城管局", "城管局", OrganKind.DEPARTMENT, self.government)
        self.drafter = employ("起草人", self.bureau, Role.HANDLER)
        self.other = employ("城管法制员", self.department, Role.HANDLER)
        self.watcher = employ("督察员", self.government, Role.SUPERVISOR)
        with scope.everything("准备报告"):
            for number, organ in enumerate((self.government, self.bureau, self.department), 1):
                Activity._base_manager.create(
                    organ=organ, number=f"普{number}", on=date(2025, 5, number), theme="民法典进社区",
                    kind="communities", place="广场", organizer=organ.short_name, people=100,
                    created_at=NOW, updated_at=NOW,
                )  # fmt: skip
            self.report = compilation.start(self.government, 2025)
            self.report.sections.exclude(code="achievements.publicity").update(text="")
            compilation.compile_figures(self.report, by=None, at=NOW)

    @staticmethod
    def _organ(place: Place, name: str, short: str, kind: str, parent: Organ | None) -> Organ:
        return Organ.objects.create(
            place=place, name=name, short_name=short, kind=kind, parent=parent
        )  # fmt: skip


def hired(name: str, organ: Organ, role: Role) -> Person:
    """A person with a login and one post."""
    from django.contrib.auth import get_user_model

    users: Any = get_user_model()
    person = Person.objects.create(name=name, user=users.objects.create_user(name, password="not-used-here"))
    Post.objects.create(person=person, organ=organ, role=role, since=date(2020, 1, 1))
    return person


@pytest.fixture
def county(db: None) -> County:
    return County(hired)


def entered(person: Person) -> Client:
    """A browser in which this person has signed in."""
    client = Client()
    client.force_login(person.user, "yifa.office.backend.OfficeBackend")
    return client


def figure(county: County, code: str) -> Any:
    return county.report.printed.get(code=code).figure


def test_the_bureau_drafts_the_report_of_its_government(county: County) -> None:
    page = entered(county.drafter).get(f"/reports/{county.report.pk}/")
    assert page.status_code == 200
    text = page.content.decode()
    assert "3场次" in text
    assert "重新汇编数字" in text
    assert "必备内容“存在的不足和原因”没有正文" in text


def test_a_department_does_not_see_the_report_of_the_government(county: County) -> None:
    assert entered(county.other).get(f"/reports/{county.report.pk}/").status_code == 404


def test_who_only_watches_sees_the_report_and_cannot_draft_it(county: County) -> None:
    client = entered(county.watcher)
    assert "重新汇编数字" not in client.get(f"/reports/{county.report.pk}/").content.decode()
    refused = client.post(f"/reports/{county.report.pk}/compile/")
    assert (refused.status_code, "没有这样的岗位" in refused.content.decode()) == (422, True)


def test_who_only_watches_is_not_offered_to_begin_a_report(county: County) -> None:
    client = entered(county.watcher)
    asked = {"organ": county.government.pk, "year": "2024"}
    assert "/reports/begin/" not in client.get("/reports/").content.decode()
    assert client.post("/reports/begin/", asked).status_code == 422
    assert "/reports/begin/" in entered(county.drafter).get("/reports/").content.decode()
    assert entered(county.drafter).post("/reports/begin/", asked).status_code == 302


def test_a_figure_counts_all_organs_and_lists_only_the_records_in_view(county: County) -> None:
    frozen = figure(county, "law_publicity.lp_activities")
    text = entered(county.drafter).get(f"/figures/frozen/{frozen.pk}/").content.decode()
    assert "所计记录 3条" in text
    assert "其中2条属于其他机关" in text
    assert "与冻结时一致" in text


def test_what_came_after_the_freeze_is_told_whoever_looks(county: County) -> None:
    Activity._base_manager.create(
        organ=county.department, number="普9", on=date(2025, 6, 1), theme="补录", kind="communities", place="广场",
        organizer="城管局", people=1, created_at=NOW, updated_at=NOW,
    )  # fmt: skip
    text = entered(county.drafter).get(f"/reports/{county.report.pk}/").content.decode()
    assert "“普法活动场次”冻结后增加1条、减少0条" in text


def test_two_people_who_edit_one_section_do_not_overwrite_each_other(county: County) -> None:
    client, address = entered(county.drafter), f"/reports/{county.report.pk}/sections/plan/"
    assert client.post(address, {"seen": "0", "text": "甲的安排"}).status_code == 302
    second = client.post(address, {"seen": "0", "text": "乙的安排"})
    assert (second.status_code, "刚刚被他人修改过" in second.content.decode()) == (422, True)
    with scope.everything("核对"):
        assert AnnualReport.objects.get().sections.get(code="plan").text == "甲的安排"


@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
def test_the_report_comes_as_a_file_of_each_kind(county: County, kind: str) -> None:
    answer = entered(county.drafter).get(f"/reports/{county.report.pk}/download.{kind}")
    assert answer.status_code == 200
    assert len(answer.content) > 1000


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_figure_found_by_a_word_is_put_where_the_cursor_stands(
    page: Page, client: Client, live_server: LiveServer
) -> None:
    county = County(hired)
    by_cookie(page, client, live_server.url)(county.drafter)
    page.goto(f"/reports/{county.report.pk}/sections/plan/")
    page.get_by_label("正文").fill("开展普法。")
    page.get_by_label("正文").evaluate("area => area.setSelectionRange(4, 4)")
    page.get_by_role("searchbox", name="找数字").fill("普法活动场次")
    page.get_by_role("button", name="普法活动场次").click()
    expect(page.get_by_label("正文")).to_have_value("开展普法[[law_publicity.lp_activities]]。")
    expect(page.get_by_label("正文")).to_be_focused()


def begun(county: County) -> AnnualReportCase:
    """The case of the report of the government, begun by its own clerk."""
    clerk = hired("府办文秘", county.government, Role.SECRETARY)
    attempt = Attempt(AnnualReporting.begin, date(2026, 1, 5))
    with scope.everything("启动年度报告"):
        case = new_case("annual_report", county.government, date(2026, 1, 5))
        perform(case, attempt, Entry(clerk, NOW), {"year": 2025})
        return AnnualReportCase._base_manager.get(organ=county.government)


def test_without_a_case_the_report_says_that_no_limit_runs(county: County) -> None:
    clerk = hired("府办文秘", county.government, Role.SECRETARY)
    text = entered(clerk).get(f"/reports/{county.report.pk}/").content.decode()
    assert "期限没有开始计算" in text
    assert f"/cases/new/annual_report/{county.government.pk}/begin/" in text
    assert "不晚于2026" in text


def test_the_report_shows_the_limits_of_its_case_and_compiling_tells_it(county: County) -> None:
    case = begun(county)
    client = entered(county.drafter)
    assert client.post(f"/reports/{county.report.pk}/compile/", follow=True).status_code == 200
    with scope.everything("核对"):
        case.refresh_from_db()
        assert Event.objects.get(case=case, step="freeze").actor == county.drafter
    assert "3场次" in case.text
    text = client.get(f"/reports/{county.report.pk}/").content.decode()
    assert "报送年度报告" in text
    assert "公开年度报告" in text
    assert "督察规定24" in text
    watched = entered(county.watcher).get(f"/reports/{county.report.pk}/").content.decode()
    assert f'href="/cases/{case.pk}/"' in watched


def test_a_text_changed_after_compiling_is_told_to_differ_from_the_case(county: County) -> None:
    begun(county)
    client = entered(county.drafter)
    client.post(f"/reports/{county.report.pk}/compile/")
    assert "与案件不同" not in client.get(f"/reports/{county.report.pk}/").content.decode()
    client.post(f"/reports/{county.report.pk}/sections/plan/", {"seen": "0", "text": "新的安排"})
    assert "重新汇编后才进入案件" in client.get(f"/reports/{county.report.pk}/").content.decode()


def test_the_list_names_the_organs_where_nobody_began(county: County) -> None:
    begun(county)
    text = entered(county.drafter).get("/reports/").content.decode()
    assert "年度还没有启动报告的单位" in text
    assert "<span>起草" in text, "the bureau drafts the report, its case is opened at the government"
    assert "起草</a>" in entered(county.watcher).get("/reports/").content.decode()
