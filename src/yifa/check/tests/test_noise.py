"""The noise of the rules on a folder of texts, by rule."""

from __future__ import annotations

from pathlib import Path

from yifa.check.noise import measure


def test_findings_are_counted_by_rule_for_ten_thousand_characters(tmp_path: Path) -> None:
    text = "某县办法\n第一条 企业必须建立台帐。\n第二条 个人必须登记。\n".ljust(1000, "。")
    for name in ("甲.txt", "乙.md"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "坏.docx").write_bytes(b"no zip")
    noise = measure(tmp_path)
    assert (noise.files, noise.unread, noise.characters) == (2, 1, 2000)
    assert (noise.found["WORD-001"], noise.found["WORD-006"], noise.errors["WORD-001"]) == (4, 2, 0)
    assert "  WORD-001    20.00（0.00）" in list(noise.lines())
