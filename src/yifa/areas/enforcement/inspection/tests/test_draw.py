"""A draw in the books: committed, drawn, re-run by an outsider, never repeated in silence."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.inspected.models import InspectionObject
from yifa.areas.enforcement.inspection import drawing
from yifa.areas.enforcement.inspection.models import DrawSecret, InspectionCase
from yifa.areas.enforcement.inspection.tests.conftest import County, code, fresh
from yifa.cli.draw import command
from yifa.kernel.engine import new_case
from yifa.kernel.rules import Refused
from yifa.office import scope
from yifa.papers import store

pytestmark = pytest.mark.data


def prepared(county: County, on: str = "2026-03-02", **more: Any) -> Any:
    """A batch whose scheme is drawn up: two of eight food factories."""
    case = new_case("draw_batch", county.market, date.fromisoformat(on))
    county.take(case, "prepare", on, {
        "batch_title": "第一季度食品抽查", "plan_number": county.plan.number, "items": [{"item_code": "JC-002"}],
        "strata": "none", "quotas": [{"stratum": "", "number": "2"}], "draw_on": "2026-03-05",
        "visit_on": "2026-03-09", "public_source": "2026-03-04公开的开奖号码",
        "weights": [
            {"column": "风险等级", "grade": grade, "factor": str(n)} for n, grade in enumerate("ABCD", 1)
        ],
    } | more)  # fmt: skip
    return fresh(case)


def committed(county: County, on: str = "2026-03-02", **more: Any) -> Any:
    """A batch that was committed to."""
    case = prepared(county, on, **more)
    county.take(case, "commit", on)
    return fresh(case)


def drawn(county: County) -> Any:
    """A batch that was drawn."""
    case = committed(county)
    county.take(case, "run", "2026-03-05", {"public_value": "03 07 11 19 24 30 + 09"})
    return fresh(case)


def test_an_outsider_runs_the_published_files_again_with_one_command(county: County, tmp_path: Path) -> None:
    case = drawn(county)
    assert len(case.drawn) == 2
    with zipfile.ZipFile(io.BytesIO(drawing.bundle(case))) as archive:
        archive.extractall(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(drawing.PUBLISHED)
    result = CliRunner().invoke(command, ["check", str(tmp_path)])
    assert (result.exit_code, "核对一致" in result.output) == (0, True)
    names = tmp_path / "names.csv"
    names.write_text(names.read_text(encoding="utf-8").replace("第1食品厂", "第9食品厂"), encoding="utf-8")
    assert CliRunner().invoke(command, ["check", str(tmp_path)]).exit_code != 0


def test_before_the_draw_nothing_tells_the_secret(county: County) -> None:
    case = committed(county)
    kept = DrawSecret._base_manager.get(case=case)
    public = b"".join(content for _, content in drawing.published(case))
    for secret in (kept.secret, kept.key):
        assert secret.encode() not in public
        assert secret not in str([event.data for event in case.events.all()])
    with scope.of(county.head, on=county_day()):
        assert not DrawSecret.objects.exists()


def county_day() -> Any:
    """A day on which everybody is in post."""
    return date(2026, 3, 2)


def test_nothing_published_tells_grades_by_name_or_from_whom_an_officer_keeps_away(county: County) -> None:
    Officer._base_manager.filter(cert_no="1309990002").update(recused=[code(3), code(5)])
    case = drawn(county)
    files = {name: content.decode() for name, content in drawing.published(case)}
    assert "回避" not in "".join(files.values())
    assert "风险等级" not in files["lots.csv"] + files["names.csv"]
    assert "食品厂" not in files["lots.csv"]
    assert code(3) not in files["officers.csv"] + files["withheld.txt"]
    assert "1309990002" not in {
        number for row in case.drawn if row["code"] in (code(3), code(5)) for number in row["officers"].split("、")
    }
    assert drawing.verified(case) == []


def test_the_result_is_told_when_the_visits_begin_and_that_of_a_batch_given_up_at_once(county: County) -> None:
    case = drawn(county)
    assert "result.json" not in dict(drawing.published(case, date(2026, 3, 8)))
    assert "result.json" in dict(drawing.published(case, date(2026, 3, 9)))
    county.take(case, "annul", "2026-03-06", why="人员抽调")
    assert "result.json" in dict(drawing.published(fresh(case), date(2026, 3, 6)))


def test_whoever_supervises_notices_pools_that_were_exchanged(county: County) -> None:
    case = drawn(county)
    other = store.keep(b"\xef\xbb\xbf" + store.read(DrawSecret._base_manager.get(case=case).officers_file))
    DrawSecret._base_manager.filter(case=case).update(officers_file=other)
    assert drawing.verified(case) == ["全部名录或者封存密钥与承诺不符"]


def test_a_recusal_entered_after_the_commitment_is_told_to_those_who_draw_and_not_to_the_public(
    county: County,
) -> None:
    case = committed(county)
    Officer._base_manager.filter(cert_no="1309990002").update(recused=[code(3)])
    value = {"public_value": "03 07 11 19 24 30 + 09"}
    with pytest.raises(Refused, match="人员信息变动1个（1309990002）"):
        county.take(case, "run", "2026-03-05", value)
    county.take(case, "run", "2026-03-05", value, overrides={2: "批准检查方案时更换"})
    assert fresh(case).register_change == "人员信息变动1个"


def test_the_drawn_inspections_are_opened_and_approved_together(county: County) -> None:
    case = drawn(county)
    county.take(case, "open", "2026-03-06")
    opened = InspectionCase.objects.filter(draw_number=case.number).order_by("pk")
    assert sorted(one.object_code for one in opened) == sorted(row["code"] for row in case.drawn)
    assert {one.stage for one in opened} == {"proposed"}
    assert all(len(one.officers) == 2 and one.officers[0]["name"] for one in opened)
    county.take(fresh(case), "approve_all", "2026-03-06")
    assert {one.stage for one in opened.all()} == {"approved"}
    assert len({one.entry_code for one in opened.all()}) == 2


def test_an_object_that_was_not_drawn_is_not_of_the_batch(county: County) -> None:
    case = drawn(county)
    left = next(code(n) for n in range(1, 9) if code(n) not in {row["code"] for row in case.drawn})
    with pytest.raises(Refused, match="不是批次"):
        county.proposed(items=[{"item_code": "JC-002"}], object_code=left, draw_number=case.number)


def test_a_second_batch_says_why_and_stays_with_its_reason(county: County) -> None:
    first = drawn(county)
    with pytest.raises(Refused, match=f"已有批次{first.number}；再次抽取应当填写理由"):
        prepared(county, "2026-03-06", draw_on="2026-03-12")
    second = committed(
        county, "2026-03-06", draw_on="2026-03-12", again_why="第一批人员抽调，作废", replaces=first.number
    )
    assert second.number == "洪市监抽字〔2026〕2号"
    commitment = store.read(second.commitment_file).decode()
    assert first.commitment in commitment
    assert "第一批人员抽调，作废" in commitment


def test_a_draw_takes_place_once_and_not_on_the_day_of_the_commitment(county: County) -> None:
    case = committed(county)
    value = {"public_value": "03 07 11 19 24 30 + 09"}
    with pytest.raises(Refused, match="抽取日为2026-03-05"):
        county.take(case, "run", "2026-03-03", value)
    county.take(case, "run", "2026-03-05", value)
    with pytest.raises(Refused):
        county.take(case, "run", "2026-03-06", {"public_value": "另一个数值"})


def test_a_register_that_changed_meanwhile_is_noticed_and_the_committed_pools_hold(county: County) -> None:
    case = committed(county)
    county.listed(county.market, 20, "食品")
    InspectionObject._base_manager.filter(code=code(3)).update(withdrawn=True)
    value = {"public_value": "03 07 11 19 24 30 + 09"}
    with pytest.raises(Refused, match=r"对象新增1个.*移出1个"):
        county.take(case, "run", "2026-03-05", value)
    county.take(case, "run", "2026-03-05", value, overrides={2: "第3食品厂注销；抽中的不再检查"})
    record = fresh(case)
    assert code(20) in record.register_change
    assert code(20) not in store.read(record.names_file).decode()


def test_quotas_and_teams_that_cannot_be_met_are_told_before_the_commitment(county: County) -> None:
    with pytest.raises(Refused, match="不得少于两人"):
        prepared(county, team=1)
    with pytest.raises(Exception, match="要抽9个，名录中有8个"):
        committed(county, quotas=[{"stratum": "", "number": "9"}])


def test_the_same_files_come_out_whenever_they_are_packed(county: County) -> None:
    case = drawn(county)
    assert drawing.bundle(case) == drawing.bundle(fresh(case))


def test_an_enterprise_whose_cap_is_reached_takes_no_part(county: County) -> None:
    for on in ("2026-02-02", "2026-02-09"):
        county.closed(on=on, object_code=code(4))
    objects = store.read(committed(county, mode="onsite").names_file).decode()
    assert code(4) not in objects
    assert code(5) in objects
    by_paper = committed(county, mode="document", again_why="书面检查另抽一批")
    assert code(4) in store.read(by_paper.names_file).decode()


def test_nobody_calls_an_inspection_drawn_by_hand(county: County) -> None:
    case = drawn(county)
    left = next(code(n) for n in range(1, 9) if code(n) not in {row["code"] for row in case.drawn})
    fields = {
        "kind": "daily", "items": case.items, "object_code": left, "mode": "onsite", "planned_on": date(2026, 3, 9),
        "officers": [{"cert_no": "1309990001"}, {"cert_no": "1309990002"}], "draw_number": case.number,
        "plan_number": case.plan_number,
    }  # fmt: skip
    with pytest.raises(Refused, match=r"由系统办理.*不是批次") as refused:
        county.take(new_case("inspection", county.market, date(2026, 3, 6)), "propose_drawn", "2026-03-06", fields)
    assert refused.value.step == "随机抽取产生"
