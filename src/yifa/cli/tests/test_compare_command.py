"""`yifa compare` from outside."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from yifa.cli.compare import command
from yifa.text.errors import UnreadableFile

OLD = "第一条 县民政局负责管理。\n第二条 应当备案。\n"
NEW = "第一条 县民政局负责管理。\n第二条 可以备案。\n第三条 本办法自公布之日起施行。\n"


def run(tmp_path: Path, *options: str) -> str:
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    result = CliRunner().invoke(command, [str(tmp_path / "old.txt"), str(tmp_path / "new.txt"), *options])
    assert result.exit_code == 0, result.output
    return result.output


def test_it_says_what_changed_article_by_article(tmp_path: Path) -> None:
    told = run(tmp_path)
    assert "修改1条，新增1条。" in told
    assert "第二条（修改）\n  [删：应当][增：可以]备案。" in told


def test_json_carries_the_pieces(tmp_path: Path) -> None:
    told = json.loads(run(tmp_path, "--json"))
    assert told["substantive"]
    assert [article["kind"] for article in told["articles"]] == ["same", "changed", "added"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert isinstance(result.exception, UnreadableFile)
