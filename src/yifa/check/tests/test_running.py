"""Thousands of files: in order, on all cores, and nothing that one file does ends the run of the others."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from yifa.check import Draft, Hit, check
from yifa.check.files import Job, Task, check_file, jobs
from yifa.check.model import Defect, Group, Severity
from yifa.check.place import Place
from yifa.check.rule import Rule
from yifa.check.running import check_files
from yifa.errors import YifaError
from yifa.text.tests.wordfiles import p, word

TASK = Task(date(2026, 11, 22))
FAULTY = "某县招牌管理办法\n第一条 根据《中华人民共和国合同法》，制定本办法。\n"


def drafts(folder: Path, count: int) -> list[Job]:
    made = [folder / f"{number:02}.txt" for number in range(count)]
    for path in made:
        path.write_text(FAULTY, encoding="utf-8")
    return [Job(path) for path in made]


def rule_that(look: object) -> Rule:
    return Rule(
        id="TEST-001", group=Group.PLACE, severity=Severity.INFO, summary="试", basis=("试",), suggestion="试",
        look=look, fires=(), silent=(),  # type: ignore[arg-type]
    )  # fmt: skip


def fails(draft: Draft) -> Iterable[Hit]:
    raise KeyError(draft.title)


def test_many_files_come_back_in_their_order_with_the_broken_ones_among_them(tmp_path: Path) -> None:
    todo = drafts(tmp_path, 30)
    for at, content in ((3, b"PK\x03\x04 cut off"), (11, bytes(range(256)) * 9), (17, word("</w:body>"))):
        todo[at].path.write_bytes(content)
    found = list(check_files(todo, TASK, workers=2))
    assert [one.path for one in found] == [job.path for job in todo]
    assert [at for at, one in enumerate(found) if one.error] == [3, 11, 17]
    assert all(one.findings[0].rule_id == "CITE-001" for one in found if not one.error)


def test_a_rule_that_fails_is_told_and_the_others_go_on() -> None:
    told: list[Defect] = []
    place = Place(rules=(*Place().rules, rule_that(fails)))
    findings = check(Draft.read(FAULTY, TASK.today), place, on_defect=told.append)
    assert "CITE-001" in [one.rule_id for one in findings]
    assert told[0].rule_id == "TEST-001"
    assert told[0].cause.startswith("KeyError: '某县招牌管理办法'（test_running.py 第")
    with pytest.raises(KeyError):
        check(Draft.read(FAULTY, TASK.today), place)


def test_any_fault_of_the_program_becomes_a_defect_of_that_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (job,) = drafts(tmp_path, 1)
    monkeypatch.setattr("yifa.check.files.read_meta", lambda path: 1 / 0)
    found = check_file(job.path, TASK)
    assert not found.complete
    assert found.defects[0].cause.startswith("ZeroDivisionError")


def test_a_text_beyond_all_measure_is_refused_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (job,) = drafts(tmp_path, 1)
    monkeypatch.setattr("yifa.check.files.MAX_CHARACTERS", 10)
    assert "超过10字的上限。请拆分后再查。" in check_file(job.path, TASK).error


@pytest.mark.parametrize("ending", ["exit", "hang"])
def test_a_file_that_ends_or_holds_its_process_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    """As a library written in C might do with a malformed file; processes are forked, so they see the same function."""
    todo = drafts(tmp_path, 12)
    todo[5].path.write_text("致命", encoding="utf-8")

    def read(path: Path) -> object:
        from yifa.text import read_source

        if path == todo[5].path:
            os._exit(11) if ending == "exit" else time.sleep(60)
        return read_source(path)

    monkeypatch.setattr("yifa.check.files.read_source", read)
    started = time.monotonic()
    found = list(check_files(todo, TASK, workers=2, seconds=2 if ending == "hang" else 60))
    assert time.monotonic() - started < 30
    assert [one.path for one in found] == [job.path for job in todo]
    assert [at for at, one in enumerate(found) if one.error] == [5]
    assert ("异常退出" if ending == "exit" else "超过2秒") in found[5].error


INTERRUPTIBLE = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from yifa.cli import main; main()"
)
"""A test run started in the background ignores the signal, and its children inherit that."""


def test_ctrl_c_ends_a_run_at_once_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    text = FAULTY + "第二条 企业应当遵守本办法的规定，不得违反。\n" * 3000
    for number in range(200):
        (tmp_path / f"{number:03}.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "out.jsonl"
    run = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, "check", str(tmp_path), "--jsonl", str(out)],
        stderr=subprocess.PIPE, start_new_session=True, env={**os.environ, "YIFA_HOME": str(tmp_path)},
    )  # fmt: skip
    while not (out.with_name(out.name + ".part")).exists():
        time.sleep(0.05)
    time.sleep(0.5)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to the command and all its processes
    _, told = run.communicate(timeout=20)
    assert run.returncode == 130
    assert "已中断：检查了" in told.decode()
    assert "Traceback" not in told.decode()
    assert not list(tmp_path.glob("out.jsonl*"))
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)


def test_each_file_gets_its_own_place_below_the_folder_that_is_wanted(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    (folder / "a").mkdir(parents=True)
    for name in ("x.docx", "x.txt", "a/x.docx", "~$x.docx"):
        (folder / name).write_text("甲", encoding="utf-8")
    found = {job.path.relative_to(folder).as_posix(): job.docx for job in jobs([folder], out)}
    assert found == {"x.docx": out / "x.docx", "x.txt": out / "x.txt.docx", "a/x.docx": out / "a/x.docx"}
    twice = [job.docx for job in jobs([folder / "x.docx", folder / "a" / "x.docx"], out)]
    assert len(set(twice)) == 2
    assert [job.docx for job in jobs([folder / "x.docx"], tmp_path / "y.docx")] == [tmp_path / "y.docx"]


def test_the_original_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(word(p("甲")))
    for out in (path, tmp_path):
        with pytest.raises(YifaError, match="会覆盖要检查的原文件"):
            jobs([path], out)
