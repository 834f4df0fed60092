"""Metadata as the document model has them: a title, number, addressee, annexes and date that the text has not."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from yifa.check.files import Checked, Task, check_file
from yifa.check.framed import framed
from yifa.check.meta import Meta

BODY = "第一条 为了规范管理，制定本办法。\n第二条 申请表见附件3。\n"
BODY += "第三条 本办法自2025年1月1日起施行，有效期2年，由县局解释。"


def checked(folder: Path, text: str, header: dict[str, Any], **metadata: Any) -> Checked:
    """A text beside which the metadata stand."""
    path = folder / "草案.txt"
    path.write_text(text, encoding="utf-8")
    told = {"kind": "normative", "header": header, "metadata": metadata}
    (folder / "草案.meta.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return check_file(path, Task(date(2026, 11, 22)))


def found(folder: Path, text: str, header: dict[str, Any], **metadata: Any) -> dict[str, str]:
    """Rule and quote; every quote stands in the file where its offsets say."""
    result = checked(folder, text, header, **metadata)
    assert not result.error
    assert not result.defects
    assert all(text[one.start : one.end] == one.quote for one in result.findings)
    assert [one.start for one in result.findings] == sorted(one.start for one in result.findings)
    return {one.rule_id: one.quote for one in result.findings}


def test_a_text_that_calls_itself_otherwise_than_its_title_in_the_metadata(tmp_path: Path) -> None:
    assert found(tmp_path, BODY, {"title": "某县招牌管理规定"})["STRU-005"] == "本办法"
    assert "STRU-005" not in found(tmp_path, BODY, {"title": "某县招牌管理办法"})


def test_annexes_and_the_date_of_the_metadata_are_those_of_the_document(tmp_path: Path) -> None:
    header = {"title": "某县招牌管理办法", "attachments": ["申请表", "承诺书"], "date": "2025-06-10"}
    result = found(tmp_path, BODY, header, impact=["market_entity"])
    assert result["STRU-007"] == "附件3"
    assert result["PROC-005"] == "自2025年1月1日起施行"


def test_a_fault_in_the_frame_is_told_at_the_first_line_and_never_corrected_there(tmp_path: Path) -> None:
    header = {"title": "某县招牌管理办法", "doc_number": "某政发[2024]1号"}
    (one,) = [each for each in checked(tmp_path, BODY, header).findings if each.rule_id == "CITE-007"]
    assert (one.start, one.path, one.replacement) == (0, "发文字号", None)
    assert "某政发[2024]1号" in one.message


def test_what_the_text_has_itself_is_not_put_around_it_again() -> None:
    text = "某政发〔2025〕1号\n某县招牌管理办法\n第一条 甲。\n附件：1.申请表\n某县人民政府\n2025年6月10日\n"
    told = {"doc_number": "某政发〔2025〕1号", "date": "2025-06-10", "attachments": ["申请表"], "to": "各镇"}
    frame = framed(text, len(text), Meta(title="某县招牌管理办法", facts=told))
    assert frame.text == text
    assert framed(text, len(text), Meta()).text == text


@pytest.mark.parametrize("ending", ["", "\n"])
def test_places_behind_the_frame_are_those_of_the_file(tmp_path: Path, ending: str) -> None:
    text = f"{BODY}{ending}\n附件1\n申请表 依照《中华人民共和国合同法》第十条。\n"
    result = found(tmp_path, text, {"title": "某县招牌管理办法", "date": "2025-06-10"})
    assert result["CITE-001"].startswith("《中华人民共和国合同法》")


def test_two_drafts_of_one_name_may_each_have_metadata_of_their_own(tmp_path: Path) -> None:
    assert "STRU-005" in found(tmp_path, BODY, {"title": "某县招牌管理规定"})
    (tmp_path / "草案.txt.meta.json").write_text('{"title": "某县招牌管理办法"}', encoding="utf-8")
    result = check_file(tmp_path / "草案.txt", Task(date(2026, 11, 22)))
    assert "STRU-005" not in {one.rule_id for one in result.findings}
