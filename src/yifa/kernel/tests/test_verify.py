"""What was altered behind the engine's back is named: record, clocks, files, public copies, whole chains."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.flush import unprotected
from yifa.kernel import anchors, chain, correction, publish
from yifa.kernel.declare import Publication
from yifa.kernel.engine import Entry
from yifa.kernel.materials import attach
from yifa.kernel.models import Case, Clock, Event, Paper, Published
from yifa.kernel.tests.conftest import Bureau, at
from yifa.kernel.tests.toy import Toy
from yifa.kernel.verify import verify_everything
from yifa.papers import store
from yifa.papers.uploads import Upload

pytestmark = pytest.mark.data


def findings() -> list[str]:
    return [str(found) for found in verify_everything()]


def test_nothing_is_found_where_nothing_was_altered(bureau: Bureau) -> None:
    case = bureau.take(None, Toy.receive, "2026-06-29").case
    bureau.take(case, Toy.accept, "2026-07-01", confirmed=["accept.1"])
    correction.void(case, Event.objects.get(step="accept"), "误登", Entry(bureau.head, at("2026-07-02")))
    correction.assign(case, bureau.second, "调离", Entry(bureau.head, at("2026-07-02")))
    bureau.take(case, Toy.accept, "2026-07-02", confirmed=["accept.1"], by=bureau.second)
    bureau.take(case, Toy.decide, "2026-08-03")
    assert findings() == []


def test_columns_changed_outside_are_named_with_both_values(bureau: Bureau) -> None:
    case = bureau.accepted()
    Case.objects.filter(pk=case.pk).update(stage="closed", closed_on=date(2025, 3, 13), number="洪试〔2025〕9号")
    Case.objects.filter(pk=case.pk).update(handler=bureau.second)
    found = "；".join(findings())
    assert "“阶段”在系统之外被改动：登记为“trial”，现为“closed”" in found
    assert "“办结日期”在系统之外被改动：登记为“空”，现为“2025-03-13”" in found
    assert "“案号”在系统之外被改动：登记为“洪试〔2025〕1号”，现为“洪试〔2025〕9号”" in found
    assert f"“承办人”在系统之外被改动：登记为“{bureau.handler.pk}”" in found


def test_a_changed_missing_or_invented_clock_is_named(bureau: Bureau) -> None:
    bureau.accepted()
    Clock.objects.filter(limit="conclude").update(due=date(2025, 6, 30))
    assert ["“判定日”与重算不符：登记为2025-06-30，重算为2025-05-12" in found for found in findings()] == [True]
    Clock.objects.filter(limit="conclude").update(limit="invented")
    found = "；".join(findings())
    assert "期限“审理”（第1次）没有登记，重算应有" in found
    assert "期限“invented”（第1次）多出，重算没有" in found


def test_a_changed_or_deleted_file_is_named_with_its_document(bureau: Bureau) -> None:
    case = bureau.accepted()
    upload = Upload(name="证据.pdf", kind="pdf", content=b"%PDF-1.7 first")
    paper = attach(case, upload, "证据目录", date(2025, 3, 13), Entry(bureau.handler, at("2025-03-13")))
    assert findings() == []
    path = store.path_of(paper.digest)
    path.write_bytes(b"%PDF-1.7 other")
    assert "“证据目录”：文件已被改动或者损坏" in findings()[0]
    path.unlink()
    assert "“证据目录”：文件缺失" in findings()[0]
    store.keep(b"%PDF-1.7 first")
    Paper.objects.filter(pk=paper.pk).update(digest=store.keep(b"%PDF-1.7 other"))
    assert "“证据目录”的文件摘要与事件不符" in findings()[0]
    Paper.objects.all().delete()
    assert "第3号事件：制作或者收到的文书、材料缺失" in findings()[0]


def test_a_changed_inserted_or_reinstated_public_copy_is_named(bureau: Bureau, public: Publication) -> None:
    case = bureau.accepted()
    bureau.take(case, Toy.decide, "2025-04-10", by=bureau.second)
    entry = Entry(bureau.handler, at("2025-04-11"))
    copy = publish.publish(case, public, date(2025, 4, 11), entry)
    publish.withdraw(copy, "有误", date(2025, 4, 11), entry)
    publish.publish(case, public, date(2025, 4, 11), entry)
    assert findings() == []
    Published.objects.filter(pk=copy.pk).update(withdrawn_on=None, withdrawn_why="")
    assert "公开副本的撤回状态被改动" in "；".join(findings())
    Published.objects.filter(pk=copy.pk).update(withdrawn_on=date(2025, 4, 11), content=[["案号", "别的", ""]])
    assert "公开的“决定公开”内容被改动" in "；".join(findings())
    Published.objects.all().delete()
    assert "公开副本缺失" in "；".join(findings())


def rewrite(case: Case) -> None:
    """The intruder alters an event and recomputes the whole chain after it."""
    unprotected("kernel_event")
    previous = ""
    for event in Event.objects.filter(case=case).order_by("seq"):
        event.on = event.on if event.seq > 1 else date(2025, 3, 7)
        event.previous = previous
        event.digest = previous = chain.event_digest(event)
        event.save()
    Case.objects.filter(pk=case.pk).update(head=previous)


def test_a_chain_rewritten_as_a_whole_is_named_by_the_anchor(bureau: Bureau, tmp_path: Path) -> None:
    path = tmp_path / "anchors.txt"
    case = bureau.accepted()
    anchors.anchor(path, date(2025, 3, 12))
    anchors.anchor(path, date(2025, 3, 12))
    bureau.take(case, Toy.decide, "2025-04-10", by=bureau.second)
    line = anchors.anchor(path, date(2025, 4, 10))
    assert line.startswith("2025-04-10 1 3 sm3:")
    assert list(anchors.verify(path)) == []
    rewrite(case)
    assert list(chain.verify([Case.objects.get()])) == []
    assert list(anchors.verify(path)) == [f"案件{case.pk}：第2号及以前的事件与锚点不符（整条链被改写）"]


def test_a_chain_cut_short_or_a_case_deleted_is_named_by_the_anchor(bureau: Bureau, tmp_path: Path) -> None:
    path = tmp_path / "anchors.txt"
    case = bureau.accepted()
    anchors.anchor(path, date(2025, 3, 12))
    unprotected("kernel_event")
    Event.objects.filter(case=case, seq=2).delete()
    first = Event.objects.get(case=case)
    Case.objects.filter(pk=case.pk).update(length=1, head=first.digest)
    assert list(anchors.verify(path)) == [f"案件{case.pk}：锚点见过的第2号事件已不存在"]


def test_an_altered_anchor_file_is_named_and_a_line_cut_off_by_a_crash_is_mended(
    bureau: Bureau, tmp_path: Path
) -> None:
    path = tmp_path / "anchors.txt"
    bureau.accepted()
    anchors.anchor(path, date(2025, 3, 12))
    whole = path.read_bytes()
    path.write_bytes(whole + b"2025-03-13 1 2 sm")
    anchors.anchor(path, date(2025, 3, 13))
    assert path.read_text("utf-8").count("\n") == 2
    assert list(anchors.verify(path)) == []
    path.write_text(path.read_text("utf-8").replace("2025-03-13 1 2", "2025-03-13 1 3"), "utf-8")
    assert "锚点文件2025-03-13的一行与当日链头不符" in next(anchors.verify(path))
    anchors.beside(path).write_text("garbage\n", "utf-8")
    assert "不能读取" in next(anchors.verify(path))
