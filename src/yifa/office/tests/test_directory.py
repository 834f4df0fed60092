"""The directory of an installation is entered whole or not at all, and may be entered again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest

from yifa.office.directory import POSTS, DirectoryRefused, Entered, Row, enter
from yifa.office.models import Organ, Person, Place, Post
from yifa.office.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.data]

TODAY = date(2026, 7, 1)
PLACES = [{"代码": "130999", "名称": "洪河县"}, {"代码": 130999001.0, "名称": "城关镇", "上级代码": "130999"}]
ORGANS: list[dict[str, Any]] = [
    {"名称": "洪河县人民政府", "简称": "县政府", "类别": "政府", "行政区划代码": "130999", "机关代字": "洪政"},
    {"名称": "洪河县司法局", "简称": "县司法局", "类别": "司法局", "行政区划代码": "130999", "上级机关": "县政府"},
]
PEOPLE: list[dict[str, Any]] = [
    {"登录名": "zhou", "姓名": "周明", "机关": "县司法局", "岗位": "承办人", "任职日期": date(2026, 1, 4)},
    {"登录名": "zhou", "姓名": "周明", "机关": "县司法局", "岗位": "审核人", "任职日期": "2026-03-01"},
    {"登录名": "root", "姓名": "管理员", "机关": "县司法局", "岗位": "系统管理员", "任职日期": "2026-01-04"},
    {"姓名": "顾问甲", "机关": "县司法局", "岗位": "法律顾问、公职律师", "任职日期": "2026-01-04"},
]  # fmt: skip


def numbered(rows: Sequence[dict[str, Any]]) -> list[Row]:
    return list(enumerate(rows, 3))


def passwords() -> Iterator[str]:
    yield from (f"first-{number}-word" for number in range(100))


def entered(people: Sequence[dict[str, Any]] = PEOPLE, **more: Any) -> Entered:
    tables = {"行政区划": numbered(PLACES), "机关": numbered(ORGANS), "人员": numbered(people)}
    return enter(tables, TODAY, passwords().__next__, lambda entered: None, **more)


def faults(people: Sequence[dict[str, Any]]) -> list[str]:
    with pytest.raises(DirectoryRefused) as refused:
        entered(people)
    return [str(fault) for fault in refused.value.faults]


def test_a_county_is_entered_with_its_posts_and_accounts() -> None:
    found = entered()
    assert found.new == {"行政区划": 2, "机关": 2, "人员": 3, "岗位": 4}
    assert [login for _, login, _ in found.accounts] == ["zhou", "root"]
    zhou = Person.objects.get(user__username="zhou")
    assert [post.role for post in zhou.posts.order_by("since")] == [Role.HANDLER, Role.REVIEWER]
    assert zhou.user is not None
    assert zhou.user.check_password("first-0-word")
    assert Organ.objects.get(short_name="县司法局").parent == Organ.objects.get(short_name="县政府")
    assert Place.objects.get(code="130999001").level == "township"


def test_only_who_keeps_the_system_may_open_its_administration() -> None:
    entered()
    assert [person.user.is_superuser for person in Person.objects.exclude(user=None).order_by("user__username")] == [
        True, False
    ]  # fmt: skip


def test_who_no_longer_keeps_the_system_may_no_longer_open_its_administration() -> None:
    entered()
    assert entered([PEOPLE[2] | {"免职日期": "2026-07-01"}]).administrators == 1
    assert entered([PEOPLE[2] | {"免职日期": "2026-06-30"}]).administrators == 0


def test_entering_again_changes_what_is_said_differently_and_nothing_else() -> None:
    entered()
    ended = [PEOPLE[0] | {"免职日期": "2026-06-30", "职务名称": "科员"}, *PEOPLE[1:]]
    again = entered(ended)
    assert again.new == {}
    assert again.changed == {"岗位": 1}
    assert again.accounts == []
    assert Post.objects.get(role=Role.HANDLER).until == date(2026, 6, 30)


def test_a_trial_writes_nothing() -> None:
    assert entered(dry_run=True).new["机关"] == 2
    assert not Organ.objects.exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"机关": "县水利局"}, "“人员”第3行“机关”：没有“县水利局”，请先在“机关”表中写明，上级写在下级前面"),
        ({"岗位": "打字员"}, "“人员”第3行“岗位”：没有“打字员”，可选的有：承办人、"),
        ({"岗位": "申请人"}, "“人员”第3行“岗位”：没有“申请人”，可选的有：承办人、"),
        ({"任职日期": "今年"}, "“人员”第3行“任职日期”：“今年”不是日期，请写成 2026-01-01"),
        ({"姓名": " "}, "“人员”第3行“姓名”：没有填写"),
        ({"免职日期": "2025-01-01"}, "“人员”第3行：免职日期早于任职日期，请更正其中一个"),
        ({"登录名": "周 明"}, "“人员”第3行“登录名”："),
    ],
)
def test_a_fault_names_sheet_row_and_column_and_nothing_is_written(changed: dict[str, Any], said: str) -> None:
    (found,) = faults([PEOPLE[0] | changed, PEOPLE[2]])
    assert found.startswith(said)
    assert not Place.objects.exists()
    assert not Person.objects.exists()


def test_every_fault_is_told_at_once() -> None:
    assert len(faults([PEOPLE[0] | {"岗位": "打字员"}, PEOPLE[1] | {"机关": "县水利局"}])) == 2


def test_a_login_belongs_to_one_person() -> None:
    (found,) = faults([PEOPLE[0], PEOPLE[1] | {"姓名": "郑强"}])
    assert "“zhou”已经是“周明”的登录名" in found


def test_outsiders_hold_no_post() -> None:
    assert not {Role.APPLICANT, Role.COURT, Role.SYSTEM, Role.CITIZEN} & set(POSTS)
    assert {Role.HANDLER, Role.COUNSEL, Role.ADMINISTRATOR} <= set(POSTS)
