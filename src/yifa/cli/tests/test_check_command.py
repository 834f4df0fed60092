"""`yifa check`: exit codes, output and a folder in which some files cannot be read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner, Result

from yifa.check import Place, all_rules
from yifa.check.files import _place
from yifa.cli.check import command
from yifa.errors import YifaError
from yifa.text.tests.wordfiles import p, word

FAULTY = "某县招牌管理办法\n第一条 根据《中华人民共和国合同法》，制定本办法。\n第二条 依照《行政处罚法》第16条处理。\n"
SOUND = "某县招牌管理办法\n第一条 根据《中华人民共和国行政处罚法》，制定本办法。\n"


def run(*args: object) -> Result:
    return CliRunner().invoke(command, [str(arg) for arg in args])


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Without a library of laws; a test that wants one imports it here."""
    place = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("YIFA_HOME", str(place))
    return place


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "草案.txt"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def test_a_sound_draft_ends_with_0_and_a_faulty_one_with_1(draft: Path, tmp_path: Path) -> None:
    sound = tmp_path / "好.txt"
    sound.write_text(SOUND, encoding="utf-8")
    assert run(sound, "--fail-on", "info").exit_code == 0
    assert run(draft).exit_code == 1
    assert run(draft, "--fail-on", "never").exit_code == 0


def test_the_screen_shows_place_quote_basis_and_suggestion(draft: Path) -> None:
    output = run(draft, "--at", "2026-11-22").output
    assert "错误1处，参考1处" in output
    assert "【错误】第一条第一款：“《中华人民共和国合同法》”（CITE-001）" in output
    assert "依据：" in output
    assert "建议：" in output


def test_the_law_in_force_on_the_day_decides(draft: Path) -> None:
    assert run(draft, "--at", "2020-06-01").exit_code == 0


def test_json_lines_count_unicode_characters_and_name_every_field(draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    run(draft, "--jsonl", out)
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["rule_id"] for row in rows] == ["CITE-001", "CITE-010"]
    for row in rows:
        assert FAULTY[row["start"] : row["end"]] == row["quote"]
        assert {"file", "severity", "path", "basis", "suggestion", "confidence"} <= set(row)


def test_sarif_has_rules_results_and_what_could_not_be_read(draft: Path, tmp_path: Path) -> None:
    out, broken = tmp_path / "o.sarif", tmp_path / "坏.docx"
    broken.write_bytes(b"no zip")
    assert run(draft, broken, "--sarif", out).exit_code == 2
    run_ = json.loads(out.read_text(encoding="utf-8"))["runs"][0]
    known = {rule["id"] for rule in run_["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run_["results"]} <= known
    assert run_["columnKind"] == "unicodeCodePoints"
    assert "坏.docx" in run_["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_escapes_addresses_and_describes_the_rules_of_a_place(tmp_path: Path) -> None:
    path, place, out = tmp_path / "送审 稿.txt", tmp_path / "p.yaml", tmp_path / "o.sarif"
    path.write_text("第一条 各部门开展村级考核。\n", encoding="utf-8")
    place.write_text(
        "source: 某县\ndate: 2026-11-22\nadd:\n- {id: LOCAL-001, severity: 提醒, words: 村级考核,"
        " summary: 不得新设村级考核, basis: 某县减负清单, suggestion: 删除}\n",
        encoding="utf-8",
    )
    run(path, "--place", place, "--sarif", out)
    (run_,) = json.loads(out.read_text(encoding="utf-8"))["runs"]
    (result,) = run_["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert " " not in uri
    assert Path(unquote(urlsplit(uri).path)) == path
    assert run_["tool"]["driver"]["rules"][-1]["id"] == result["ruleId"] == "LOCAL-001"


def test_a_folder_goes_on_after_files_that_cannot_be_read(draft: Path, tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text(SOUND, encoding="utf-8")
    (tmp_path / "扫描.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 cut off")
    result = run(tmp_path)
    assert result.exit_code == 2
    assert "已检查 9 份，读不了 2 份。" in result.output
    assert "扫描.pdf" in result.output
    assert "CITE-001" in result.output


def test_a_waiver_beside_the_draft_lets_it_pass(draft: Path, tmp_path: Path) -> None:
    (row, _) = json.loads(run(draft, "--json").output)
    waiver = {"digest": row["digest"], "reason": "引用历史文件", "by": "李四", "on": "2026-11-22"}
    (tmp_path / "草案.waivers.json").write_text(json.dumps([waiver]), encoding="utf-8")
    result = run(draft)
    assert result.exit_code == 0
    assert "豁免理由：引用历史文件" in result.output


def test_an_empty_folder_and_a_faulty_place_file_are_refused(draft: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert isinstance(run(empty).exception, YifaError)
    place = tmp_path / "p.yaml"
    place.write_text("rules: {}", encoding="utf-8")
    assert "source" in str(run(draft, "--place", place).exception)


def test_a_folder_comes_back_as_a_folder_of_word_files(draft: Path, tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    (folder / "b").mkdir(parents=True)
    draft.rename(folder / "b" / "草案.txt")
    (folder / "坏.docx").write_bytes(b"no zip")
    result = run(folder, "--docx", out)
    assert result.exit_code == 2
    assert [path.relative_to(out).as_posix() for path in out.rglob("*.docx")] == ["b/草案.txt.docx"]
    assert "带批注的文档：" in result.output


def test_corrections_and_quotations_say_what_they_need(draft: Path) -> None:
    assert "同 --docx 一起用" in str(run(draft, "--fix").exception)
    assert "yifa law import" in str(run(draft, "--quote").exception)


def test_json_lines_offer_the_certain_correction(draft: Path) -> None:
    rows = json.loads(run(draft, "--json").output)
    assert [(row["rule_id"], row["replacement"], row["cited"]) for row in rows] == [
        ("CITE-001", None, []), ("CITE-010", "第十六条", []),
    ]  # fmt: skip


def test_a_rule_that_fails_is_told_on_stderr_and_the_exit_code_is_2(
    draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = [replace(one, look=lambda draft: 1 / 0) if one.id == "CITE-001" else one for one in all_rules()]
    monkeypatch.setattr("yifa.check.files.Place", lambda: Place(tuple(broken)))
    _place.cache_clear()
    result = run(draft, "--fail-on", "never")
    _place.cache_clear()
    assert result.exit_code == 2
    assert "规则CITE-001没有运行，其余规则照常：ZeroDivisionError" in result.stderr
    assert "CITE-010" in result.stdout


def test_what_was_not_read_is_said(tmp_path: Path) -> None:
    path = tmp_path / "修订.docx"
    path.write_bytes(word(p("第一条 ", '<w:del w:id="1"><w:r><w:delText>必须</w:delText></w:r></w:del>', "甲。")))
    assert "说明：文中有没有接受的修订" in run(path).output


BESIDE = [
    ("草案.meta.json", b'{"kind": ', "无法读取元数据文件“草案.meta.json”：第1行第10个字处写法有误"),
    ("草案.meta.json", '{"题": 1}'.encode("gbk"), "无法读取元数据文件“草案.meta.json”：第3个字节起不是UTF-8编码"),
    ("草案.meta.json", b"[" * 100_000, "无法读取元数据文件“草案.meta.json”："),
    ("草案.waivers.json", b'[{"a": 1},\n x]', "无法读取豁免文件“草案.waivers.json”：第2行第2个字处写法有误"),
    ("本地.yaml", b"source: a\ndate: [1", "无法读取本地规则文件“本地.yaml”：第2行写法有误"),
    ("本地.yaml", b"\xff\xfe", "无法读取本地规则文件“本地.yaml”：第1个字节起不是UTF-8编码"),
]


@pytest.mark.parametrize(("name", "content", "told"), BESIDE, ids=[f"{row[0]} {row[1][:12]!r}" for row in BESIDE])
def test_what_stands_beside_a_draft_and_cannot_be_read_is_told_by_line_or_byte(
    draft: Path, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(content)
    done = run(draft, *(["--place", tmp_path / name] if name.endswith("yaml") else []))
    said = str(done.exception) + done.output
    assert told in said
    assert "codec" not in said
    assert "Expecting" not in said


def test_a_place_file_that_is_not_there_and_a_result_that_cannot_be_written_are_told(
    draft: Path, tmp_path: Path
) -> None:
    assert "本地规则文件“无.yaml”：文件不存在" in str(run(draft, "--place", tmp_path / "无.yaml").exception)
    told = str(run(draft, "--jsonl", tmp_path / "没有" / "a.jsonl").exception)
    assert "所在的文件夹不存在" in told
