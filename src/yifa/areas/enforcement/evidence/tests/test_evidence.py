"""Evidence over all cases: drawn from the rows of the cases, checked, kept and given back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from yifa.areas.enforcement.evidence.models import EvidenceLine, PastEvidence
from yifa.areas.enforcement.evidence.register import PastEvidences
from yifa.areas.enforcement.evidence.rows import is_digest
from yifa.areas.enforcement.penalty.tests.conftest import EVIDENCE, LATE, County, fresh
from yifa.kernel import correction
from yifa.kernel.engine import Entry
from yifa.kernel.models import Event
from yifa.kernel.registers import entries, importing
from yifa.kernel.registers.models import ImportBatch
from yifa.kernel.replay import situation_of
from yifa.kernel.rules import Refused

SM3 = "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b"
PHONE = {
    "name": "手机1部", "kind": "physical", "obtained_on": "2026-03-05", "verified": "yes",
    "source": "洪河县某食品有限公司", "collector": "陈立、林晓",
    "place": "洪河县城关镇一号", "form": "original", "custody": "物证室2号柜",
}  # fmt: skip
CHAT = {
    "name": "进货聊天记录", "kind": "electronic", "obtained_on": "2026-03-05", "verified": "yes",
    "digest": f"SM3：{SM3}",
}  # fmt: skip


def looked(county: County, case: Any, *rows: dict[str, str], on: str = "2026-03-05") -> Any:
    """The investigation with these rows of evidence."""
    return county.take(case, "investigate", on, {"evidence": [*EVIDENCE, *rows]}, way="inspection", found="如上")


def test_a_row_of_a_case_is_a_line_of_the_list_and_nothing_is_entered_twice(county: County) -> None:
    case = looked(county, county.filed(), PHONE, CHAT)
    lines = list(EvidenceLine.objects.order_by("position"))
    assert [(line.case_id, line.name, line.kind) for line in lines] == [
        (case.pk, "现场笔录", "record"), (case.pk, "手机1部", "physical"), (case.pk, "进货聊天记录", "electronic"),
    ]  # fmt: skip
    assert [(line.on, line.dated, line.held) for line in lines] == [
        (date(2026, 2, 26), False, False), (date(2026, 3, 5), True, True), (date(2026, 3, 5), True, False),
    ]  # fmt: skip
    assert (lines[1].custody, lines[1].place, lines[1].collector) == ("物证室2号柜", "洪河县城关镇一号", "陈立、林晓")
    correction.amend(case, {"evidence": [*EVIDENCE, PHONE]}, "误录", Entry(county.handler, LATE))
    assert EvidenceLine.objects.count() == 2


def test_a_voided_step_takes_its_evidence_with_it(county: County) -> None:
    case = looked(county, county.filed(), PHONE)
    event = Event._base_manager.get(case=case, step="investigate")
    correction.void(fresh(case), event, "录错案件", Entry(county.second, LATE))
    assert not EvidenceLine.objects.exists()


def test_what_was_preserved_is_held_until_it_is_decided_on(county: County) -> None:
    case = county.filed()
    county.take(case, "preserve", "2026-03-05", {"preserved_items": "同批次食品12袋"}, place="当事人库房")
    line = EvidenceLine.objects.get()
    assert (line.name, line.custody, line.on, line.preserved, line.held) == (
        "同批次食品12袋", "当事人库房", date(2026, 3, 5), True, True,
    )  # fmt: skip
    county.take(case, "dispose_preserved", "2026-03-12", {"preservation_outcome": "抽样后返还"})
    line = EvidenceLine.objects.get()
    assert (line.held, line.disposal, line.disposed_on, line.note) == (
        False, "released", date(2026, 3, 12), "抽样后返还",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"obtained_on": "3月5日"}, "取得日期“3月5日”不是日期"),
        ({"obtained_on": "2026-03-06"}, "取得日期2026-03-06晚于办理日期2026-03-05"),
        ({"digest": "已计算"}, "校验值应当是十六进制数字"),
        ({"disposal": "returned"}, "去向和处理日期应当一并填写"),
        ({"disposed_on": "2026-03-05"}, "没有填写去向"),
        ({"disposal": "returned", "disposed_on": "2026-03-05"}, "返还的没有填写接收人"),
        ({"obtained_on": "2026-03-04", "disposal": "destroyed", "disposed_on": "2026-03-03"}, "早于取得日期"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_number_and_article(
    county: County, row: dict[str, str], why: str
) -> None:
    with pytest.raises(Refused, match=f"证据第2行“手机”.*{why}.*行政处罚法47"):
        looked(county, county.filed(), {"name": "手机", "kind": "physical"} | row)


def test_custody_is_entered_after_the_decision_without_touching_the_facts(county: County) -> None:
    case = looked(county, county.filed(), PHONE)
    moved = PHONE | {"custody": "档案室", "collector": "陈立、林晓、何勇"}
    county.take(case, "keep_evidence", "2026-03-10", {"evidence": [*EVIDENCE, moved]})
    assert EvidenceLine.objects.get(kind="physical").custody == "档案室"
    with pytest.raises(Refused, match=r"手机1部的内容有改动.*行政处罚法46②"):
        county.take(case, "keep_evidence", "2026-03-11", {"evidence": [*EVIDENCE, moved | {"source": "路人"}]})
    with pytest.raises(Refused, match="原有2项证据，现为1项"):
        county.take(case, "keep_evidence", "2026-03-11", {"evidence": EVIDENCE})
    back = moved | {"disposal": "returned", "disposed_on": "2026-03-12", "receiver": "周某"}
    county.take(case, "keep_evidence", "2026-03-12", {"evidence": [*EVIDENCE, back]})
    line = EvidenceLine.objects.get(kind="physical")
    assert (line.held, line.disposal, line.receiver) == (False, "returned", "周某")


def test_a_case_is_closed_when_everything_kept_has_gone_somewhere(county: County) -> None:
    case = county.filed()
    county.take(case, "order_correction", "2026-03-03", {"corrective_order": "建立进货查验记录制度"})
    looked(county, case, PHONE)
    step = fresh(case).declaration.step("close")
    texts = [condition.text for condition in step.conditions]
    test = step.conditions[texts.index("保管的证据、物品都有去向")].test
    assert test is not None
    assert test(situation_of(fresh(case))) == "仍由本机关保管：手机1部，请先登记去向"


def test_old_evidence_comes_in_whole_or_not_at_all(county: County, sheet: Callable[..., Path]) -> None:
    good = {
        "证据编号": "2023-15-01", "案号": "洪市监罚〔2023〕15号", "证据": "扣押清单", "种类": "书证",
        "取得日期": date(2023, 6, 5), "保管地点": "档案室", "先行登记保存": "否",
    }  # fmt: skip
    bad = good | {"证据编号": "2023-15-02", "种类": "照片", "先行登记保存": "是"}
    report = importing.import_file(PastEvidences, county.market, sheet([good, bad]), by=county.handler, at=LATE)
    assert not report.clean
    assert [(fault.row, fault.column) for fault in report.faults] == [(3, "种类")]
    assert not PastEvidence.objects.exists()
    assert not EvidenceLine.objects.exists()
    mended = bad | {"种类": "物证"}
    importing.import_file(PastEvidences, county.market, sheet([good, mended]), by=county.handler, at=LATE)
    assert EvidenceLine.objects.filter(register="past_evidence", held=True).count() == 2
    (warned,) = PastEvidences.warnings(date(2026, 3, 1), [county.market.pk])
    assert "没有处理决定" in warned.text
    entries.withdraw_batch(PastEvidences, ImportBatch.objects.get(), "重新整理", by=county.handler, at=LATE)
    assert not EvidenceLine.objects.exists()


@pytest.mark.parametrize(
    ("text", "right"),
    [(SM3, True), (f"SM3：{SM3}", True), (f"SHA-256:{SM3.upper()}", True), ("d41d8cd98f00b204e9800998ecf8427e", True),
     (SM3[:-1], False), ("已封存", False), ("", False)],
)  # fmt: skip
def test_a_digest_is_told_from_words(text: str, right: bool) -> None:
    assert is_digest(text) is right
