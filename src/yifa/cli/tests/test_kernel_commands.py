"""`yifa tick`, `verify`, `limits` and `procedures`: what they print, how they end, and that twice does no harm."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.utils import timezone

from yifa.cli import main_group
from yifa.kernel import lock
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.models import Case, Clock, Event
from yifa.kernel.rules import Attempt
from yifa.kernel.tests.conftest import Bureau
from yifa.kernel.tests.toy import Toy, toys
from yifa.office import scope


def yifa(*arguments: str) -> Result:
    return CliRunner().invoke(main_group, list(arguments))


@pytest.fixture
def bureau(db: None) -> Iterator[Bureau]:
    with toys(), scope.everything("命令测试"):
        yield Bureau()


def received(bureau: Bureau, days_ago: int) -> Case:
    """A case received some days before today, entered on its day."""
    on = timezone.localdate() - timedelta(days_ago)
    moment = datetime.combine(on, datetime.min.time(), timezone.get_current_timezone()) + timedelta(hours=10)
    case = new_case("toy", bureau.organ, on)
    return Case.objects.get(pk=perform(case, Attempt(Toy.receive, on), Entry(bureau.handler, moment)).case_id)


@pytest.mark.data
def test_tick_enters_what_lapsed_writes_the_anchor_and_may_be_run_again(bureau: Bureau, tmp_path: Path) -> None:
    received(bureau, 60)
    path = tmp_path / "anchors.txt"
    first = yifa("tick", "--anchor", str(path))
    assert first.exit_code == 0, first.output
    assert "视为受理 已入案" in first.output
    second = yifa("tick", "--anchor", str(path))
    assert "视为受理" not in second.output
    assert Event.objects.filter(step="deemed").count() == 1
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) == 2
    assert lines[0] == lines[1]
    checked = yifa("verify", "--anchor", str(path))
    assert checked.exit_code == 0, checked.output
    assert "2次锚点，发现0处问题" in checked.output


@pytest.mark.data
def test_tick_reports_a_case_that_it_cannot_move_and_goes_on_with_the_rest(
    bureau: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    received(bureau, 60)
    moved = received(bureau, 61)
    monkeypatch.setattr(Toy.deemed, "when", lambda situation: situation.record.pk == moved.pk)
    run = yifa("tick", "--anchor", str(tmp_path / "anchors.txt"))
    assert run.exit_code == 1
    assert "本案不适用“视为受理”" in run.output
    assert run.output.count("已入案") == 1


@pytest.mark.data
def test_verify_names_what_was_altered_and_ends_with_1(bureau: Bureau, tmp_path: Path) -> None:
    received(bureau, 3)
    Case.objects.update(stage="closed")
    Clock.objects.update(due=date(2020, 1, 1))
    run = yifa("verify")
    assert run.exit_code == 1
    assert "“阶段”在系统之外被改动：登记为“review”，现为“closed”" in run.output
    assert "期限“受理审查”（第1次）的“判定日”与重算不符" in run.output
    assert yifa("verify", "--anchor", str(tmp_path / "none.txt")).exit_code == 2


@pytest.mark.data
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "里面?没有锚点"),
        (b"\n", "里面?没有锚点"),
        ("锚点".encode("gbk"), "不是UTF-8编码"),
        (b"\x1b[2J\xff", "不是UTF-8编码"),
    ],
)
def test_verify_refuses_an_anchor_file_that_proves_nothing(
    bureau: Bureau, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "锚点.txt"
    path.write_bytes(content)
    run = yifa("verify", "--anchor", str(path))
    assert re.search(said, str(run.exception))
    assert run.output == ""


def test_a_template_never_takes_the_place_of_one_that_is_being_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    assert yifa("register", "template", "law_publicity", "--out", str(path)).exit_code == 0
    path.write_bytes(b"filled in")
    assert "已经有" in str(yifa("register", "template", "law_publicity", "--out", str(path)).exception)
    assert path.read_bytes() == b"filled in"


def test_limits_lists_every_declared_limit_with_its_article() -> None:
    rows = json.loads(yifa("limits", "--json").output)
    assert len(rows) == sum(len(version.limits()) for version in PROCEDURES.all())
    assert {"procedure", "version", "code", "label", "basis", "period", "unit", "starts", "ends", "roll"} <= set(
        rows[0]
    )
    assert all(row["basis"].startswith("《") for row in rows)
    only = json.loads(yifa("limits", "--json", "--procedure", "reconsideration").output)
    assert {row["procedure"] for row in only} == {"reconsideration"}
    assert "受理审查" in yifa("limits").output
    conclude = next(row for row in only if row["code"] == "conclude")
    assert "中止（其他情形）" in conclude["stops_by"]
    assert "恢复审理" in conclude["resumes_by"]


def test_a_limit_that_differs_by_place_is_listed_with_its_usual_length() -> None:
    rows = {f"{row['procedure']}.{row['code']}": row for row in json.loads(yifa("limits", "--json").output)}
    filing = rows["normative_document.file_superior_in_time"]
    assert (filing["amount"], filing["unit"], filing["varies"]) == (15, "日", True)
    agreed, valid = rows["contract_obligation.keep_date"], rows["normative_document.validity"]
    assert (agreed["amount"], agreed["period"]) == (None, "因案而定")
    assert (valid["ends_on"], valid["period"]) == ("有效期最后一日", "至有效期最后一日")
    assert rows["reconsideration.examine"]["varies"] is False


def test_a_limit_may_be_named_by_its_code_in_the_reference() -> None:
    assert "2025-05-06" in yifa("due", "--limit", "T-ND-4", "--event", "公布=2025-04-18").output
    several = yifa("due", "--limit", "REC-T13", "--event", "受理=2025-03-17")
    assert "有几个期限的代码都是“REC-T13”" in str(several.exception) + several.output


def test_limits_of_an_unknown_procedure_names_those_there_are() -> None:
    run = yifa("limits", "--procedure", "nothing")
    assert "没有名为“nothing”的程序" in str(run.exception)


def test_procedures_list_lock_and_docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "reconsideration 行政复议 自2024-01-01起" in yifa("procedures", "list").output
    monkeypatch.setattr(lock, "LOCK", tmp_path / "procedures.lock")
    assert yifa("procedures", "lock").exit_code == 0
    assert yifa("procedures", "lock", "--check").exit_code == 0
    text = lock.LOCK.read_text("utf-8")
    before, head, after = text.partition("[reconsideration 2024-01-01]")
    lock.LOCK.write_text(before + head + after.replace("5个工作日", "6个工作日", 1), "utf-8")
    changed = yifa("procedures", "lock", "--check")
    assert changed.exit_code == 1
    assert "[reconsideration 2024-01-01]" in changed.output
    pages = str(tmp_path / "pages")
    assert yifa("procedures", "docs", "--to", pages).exit_code == 0
    assert yifa("procedures", "docs", "--check", "--to", pages).exit_code == 0
    page = tmp_path / "pages" / "reconsideration-2024-01-01.md"
    page.write_text(page.read_text("utf-8") + "x", "utf-8")
    assert yifa("procedures", "docs", "--check", "--to", pages).exit_code == 1


def test_entering_a_notice_moves_the_limits_of_a_case_just_received(
    bureau: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A case with one event, open limits and limits that ended: `verify` finds nothing afterwards."""
    on = date(2026, 3, 2)
    moment = datetime(2026, 3, 2, 10, tzinfo=timezone.get_current_timezone())
    case = new_case("toy", bureau.organ, on)
    perform(case, Attempt(Toy.receive, on), Entry(bureau.handler, moment))
    notice = tmp_path / "2026.yaml"
    notice.write_text(NOTICE, "utf-8")
    monkeypatch.setenv("YIFA_HOME", str(tmp_path))
    entered = yifa("calendar", "enter", "--replace", str(notice))
    assert entered.exit_code == 0, entered.output
    assert "有1项案件期限变动" in entered.output
    assert "受理审查：2026-03-09 → 2026-03-12" in entered.output
    assert "台账期限没有变动" in entered.output


NOTICE = """年份: 2026
标题: 测试用假设
来源: 测试用假设
放假:
  元旦: 2026-01-01 至 2026-01-03
  临时: 2026-03-03 至 2026-03-05
"""
