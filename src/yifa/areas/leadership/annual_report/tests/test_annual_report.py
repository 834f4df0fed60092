"""The yearly report as a procedure: one a year, recipients by kind of organ, places' own days, and its figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from yifa.areas.leadership.annual_report.procedure import AnnualReporting as A
from yifa.kernel import approval
from yifa.kernel.engine import Authority, Entry, new_case, perform
from yifa.kernel.faults import faults
from yifa.kernel.figure import Window
from yifa.kernel.models import Case, Clock
from yifa.kernel.publish import publish
from yifa.kernel.rules import Attempt, Override, Refused
from yifa.office import scope
from yifa.office.models import Organ, OrganKind, Person, Place, Post
from yifa.office.roles import Role

pytestmark = pytest.mark.data
LATE = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
FULL = [
    {"part": part, "length": "300", "fault": ""}
    for part in ("achievements", "shortcomings", "first_responsible", "plan", "other")
]
REVIEW = {"secrecy_finding": "clear", "reviewed_by": "办公室", "privacy_note": "没有个人信息"}
MEDIA = {"media": [{"medium": "县政府网站", "address": ""}]}


class County:
    """Organs of each kind and one clerk for all of them."""

    def __init__(self) -> None:
        self.place = Place.objects.create(code="130999", name="洪河县", level="county")
        self.clerk, self.head = Person.objects.create(name="许佳"), Person.objects.create(name="韩正东")
        self.government = self.organ("洪河县人民政府", OrganKind.GOVERNMENT)
        self.city = self.organ("洪河县城市管理局", OrganKind.DEPARTMENT)
        self.town = self.organ("洪河县柳林镇人民政府", OrganKind.TOWNSHIP)
        self.street = self.organ("洪河县城东街道办事处", OrganKind.SUBDISTRICT)
        self.park = self.organ("洪河县开发区管委会", OrganKind.DISPATCHED)
        self.organs = [self.government, self.city, self.town, self.street, self.park]

    def organ(self, name: str, kind: str) -> Organ:
        organ = Organ.objects.create(place=self.place, name=name, short_name=name[3:], kind=kind)
        for role in (Role.HANDLER, Role.PUBLISHER):
            Post.objects.create(person=self.clerk, organ=organ, role=role, since=date(2020, 1, 1))
        Post.objects.create(person=self.head, organ=organ, role=Role.ORGAN_HEAD, since=date(2020, 1, 1))
        return organ

    def take(self, case: Case, code: str, on: str, fields: Any = None, **data: Any) -> Any:
        step = A.step(code)
        confirmed = [name for name, _ in step.condition_codes]
        attempt = Attempt(step, date.fromisoformat(on), data, confirmed)
        authority = Authority.ECHO if code == "freeze" else Authority.PERSON
        entry = Entry(self.clerk, LATE, authority)
        if step.approved_by:
            approval.sign(approval.propose(case, attempt, entry, fields or {}), Entry(self.head, LATE), opinion="同意")
        else:
            perform(case, attempt, entry, fields or {})
        return Case._base_manager.get(pk=case.pk).record

    def begun(self, organ: Organ, year: int = 2025, on: str = "2026-01-05") -> Any:
        return self.take(new_case("annual_report", organ, date.fromisoformat(on)), "begin", on, {"year": year})

    def agreed(self, organ: Organ) -> Any:
        """Begun, frozen, checked and agreed on by 2026-02-10."""
        case = self.begun(organ)
        case = self.take(case, "freeze", "2026-01-20", {"report_title": "报告", "text": "正文", "contents": FULL})
        case = self.take(case, "check", "2026-01-21")
        return self.take(case, "agree", "2026-02-10", {"meeting": "党组会议"})

    def sent(self, case: Any, on: str) -> Any:
        rows = [{"to": row["to"], "kind": row["kind"], "on": on, "receipt": ""} for row in case.recipients]
        return self.take(case, "submit", on, {"sent": rows})

    def published(self, organ: Organ, on: str) -> Any:
        case = self.take(self.agreed(organ), "review", "2026-02-11", REVIEW)
        return self.take(case, "publish", on, MEDIA)


@pytest.fixture
def county(db: None) -> Iterator[County]:
    with scope.everything("年度报告测试"):
        yield County()


def test_the_declaration_has_no_fault() -> None:
    assert faults(A) == []


def test_an_organ_reports_once_on_a_year(county: County) -> None:
    county.begun(county.city)
    county.begun(county.city, 2024)
    with pytest.raises(Refused, match="2025年度的报告已经启动"):
        county.begun(county.city)


@pytest.mark.parametrize(
    ("organ", "reported", "copied", "publishing"),
    [
        ("government", ["同级党委", "同级人大常委会", "上一级党委和政府"], ["上一级督察单位"], "duty"),
        ("city", ["本级党委和政府", "上一级政府有关部门"], ["本级督察单位"], "duty"),
        ("town", ["上一级党委和政府"], ["上一级督察单位"], "duty"),
        ("street", ["上一级党委和政府"], ["上一级督察单位"], "reference"),
    ],
)
def test_each_kind_of_organ_has_its_recipients(
    county: County, organ: str, reported: list[str], copied: list[str], publishing: str
) -> None:
    case = county.begun(getattr(county, organ))
    told = {kind: [row["to"] for row in case.recipients if row["kind"] == kind] for kind in ("report", "copy")}
    assert (told, case.publishing) == ({"report": reported, "copy": copied}, publishing)


def test_what_is_no_level_of_government_reports_only_where_its_place_says_so(county: County) -> None:
    with pytest.raises(Refused, match="不单独报告"):
        county.begun(county.park)
    step = A.begin
    attempt = Attempt(step, date(2026, 1, 5), {}, (), {"begin.1": Override("市里要求开发区报告", "本地规定")})
    case = new_case("annual_report", county.park, date(2026, 1, 5))
    perform(case, attempt, Entry(county.clerk, LATE), {"year": 2025})
    assert Case._base_manager.filter(pk=case.pk).exists()


def test_a_place_asks_for_earlier_days_and_lets_its_subdistricts_be_silent(
    county: County, tmp_path: Path, settings: Any
) -> None:
    settings.HOME = tmp_path
    own = tmp_path / "places" / "130999" / "annual_report.toml"
    own.parent.mkdir(parents=True)
    own.write_text(
        '[submit_before]\nvalue = "02-10"\nsource = "市规定"\n'
        '[subdistricts_publish]\nvalue = false\nsource = "市规定"\n',
        encoding="utf-8",
    )
    case = county.begun(county.street)
    assert (case.submit_by, case.publishing) == (date(2026, 2, 9), "none")
    assert list(Clock.objects.filter(case=case).values_list("limit", flat=True)) == ["submit_in_time"]


def test_nobody_types_what_is_compiled(county: County) -> None:
    case = county.begun(county.city)
    attempt = Attempt(A.freeze, date(2026, 1, 20))
    with pytest.raises(Refused, match="由系统办理"):
        perform(case, attempt, Entry(county.clerk, LATE), {"report_title": "x", "text": "x", "contents": FULL})


def test_the_public_copy_hides_numbers_of_people_in_the_text(county: County) -> None:
    case = county.begun(county.city)
    text = "全年作出处罚决定1,286件，罚款3,450,000元。联系人电话13812345678。"
    case = county.take(case, "freeze", "2026-01-20", {"report_title": "报告", "text": text, "contents": FULL})
    case = county.take(case, "check", "2026-01-21")
    case = county.take(case, "agree", "2026-02-10", {"meeting": "党组会议"})
    case = county.take(case, "review", "2026-02-11", REVIEW)
    with pytest.raises(Refused, match="尚未“向社会公开”"):
        publish(case, A.public_copy, date(2026, 3, 2), Entry(county.clerk, LATE))
    case = county.take(case, "publish", "2026-03-02", MEDIA)
    shown = publish(case, A.public_copy, date(2026, 3, 2), Entry(county.clerk, LATE))
    told = {line[0]: line[1] for line in shown.content}
    assert "1,286件，罚款3,450,000元" in told["报告正文"]
    assert "13812345678" not in told["报告正文"]
    assert told["公开的载体"] == "县政府网站"


def test_the_rates_open_onto_the_reports_of_numerator_and_denominator(county: County) -> None:
    in_time = county.sent(county.published(county.government, "2026-03-31"), "2026-04-02")
    late = county.published(county.city, "2026-04-01")
    county.begun(county.town)
    by_reference = county.published(county.street, "2026-03-02")
    window = Window.year(2026, [organ.pk for organ in county.organs])
    with_whom = {row.pk for row in A.arr_publish_rate.rows(window)}
    among = {row.organ_id for row in A.arr_publish_rate.denominator_rows(window)}
    assert with_whom == {in_time.pk}
    assert among == {county.government.pk, county.city.pk, county.town.pk}
    assert str(A.arr_publish_rate.value(window).value) == "33.33"
    assert {row.pk for row in A.arr_content_ok.rows(window)} == {in_time.pk, late.pk, by_reference.pk}
    assert str(A.arr_content_rate.value(window).value) == "75.00"
    assert A.arr_submit_rate.value(window).value == 0
    assert A.arr_publish_rate.value(Window.year(2025, window.organs)).value is None


def test_what_is_withheld_for_secrecy_is_no_report_that_had_to_be_published(county: County) -> None:
    secret = REVIEW | {"secrecy_finding": "secret"}
    case = county.take(county.agreed(county.city), "review", "2026-02-11", secret)
    case = county.take(case, "withhold", "2026-02-12", why="涉及国家秘密")
    assert case.stage == "withheld"
    assert not A.arr_due.rows(Window.year(2026, [county.city.pk])).exists()
