"""A referral in the database: the walk to the police and back with its papers, hours, figures, clearance."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.authority.register import Officers
from yifa.areas.enforcement.criminal_referral.choices import DOCUMENTS
from yifa.areas.enforcement.criminal_referral.clearance import bars_fine
from yifa.areas.enforcement.criminal_referral.procedure import CriminalReferral
from yifa.areas.enforcement.hearing.tests.office import COMPANY, LATE, OFFICERS, Bureau, fresh, papers_of
from yifa.kernel.figure import Window
from yifa.kernel.models import Clock, Paper
from yifa.kernel.registers import entries
from yifa.kernel.rules import Refused
from yifa.papers import store
from yifa.text.docx import docx_to_text

CHIEF = {"chief": "李正", "chief_role": "chief"}
ALL = [{"item": item, "state": "present"} for item, _ in DOCUMENTS]


@pytest.fixture
def officers(bureau: Bureau) -> None:
    """Both officers hold a certificate."""
    for row in OFFICERS:
        values = {
            "cert_no": row["cert_no"], "name": row["name"], "body": bureau.organ.name, "staffing": "公务员、参公人员",
            "cert_kind": "行政执法证", "exam_on": "2020-01-06", "issued_on": "2022-01-04", "valid_to": "2026-12-31",
            "status": "有效",
        }  # fmt: skip
        entries.add(Officers, bureau.organ, values, by=None, at=LATE)


def reported(bureau: Bureau) -> Any:
    """A case whose report reached the chief on 12 March 2025."""
    fields = {
        "client_title": "生产不合格电线", "suspected_crime": "生产、销售伪劣产品罪", "officers": OFFICERS,
        "facts": "货值二十万元，经检验不合格。", **COMPANY,
    }  # fmt: skip
    case = bureau.opened("criminal_referral", "open", "2025-03-10", fields)
    bureau.take(case, "report", "2025-03-12")
    return fresh(case)


def accepted(bureau: Bureau) -> Any:
    """A case that the police accepted on 14 March 2025."""
    case = reported(bureau)
    bureau.take(case, "approve", "2025-03-13", CHIEF, by=bureau.head, at="16:20")
    bureau.take(case, "transfer", "2025-03-14", {"police": "洪河县公安局", "documents": ALL}, at="16:20")
    bureau.take(case, "receipt", "2025-03-14", {"receipt_no": "洪公受〔2025〕7号"}, at="17:00")
    return fresh(case)


@pytest.mark.usefixtures("officers")
def test_filed_handed_over_and_judged(bureau: Bureau) -> None:
    case = accepted(bureau)
    bureau.take(case, "file", "2025-03-17", {"filed_no": "洪公立〔2025〕30号"})
    goods = {"goods": [{"name": "电线", "number": "120卷", "from_coercion": "seized"}]}
    bureau.take(case, "hand_over", "2025-03-18", goods)
    bureau.take(case, "tell_party", "2025-03-18")
    bureau.take(case, "judge", "2025-11-03", {"source_document": "（2025）冀刑初8号", "criminal_fine": "50000"})
    assert papers_of(case) == [
        "移送涉嫌犯罪案件的报告", "涉嫌犯罪案件移送书", "涉案物品和材料移交清单", "财物移送告知书"
    ]  # fmt: skip
    assert (fresh(case).stage, fresh(case).outcome) == ("sentenced", "judged")
    states = dict(Clock._base_manager.filter(case=case).values_list("limit", "state"))
    assert states["decide_in_time"] == states["transfer_in_time"] == states["hand_over_in_time"] == "kept"


@pytest.mark.usefixtures("officers")
def test_refused_reconsidered_supervised_and_handled(bureau: Bureau) -> None:
    case = accepted(bureau)
    refusal = {"not_filed_why": "未达到追诉标准。", "not_filed_no": "洪公不立〔2025〕1号"}
    bureau.take(case, "not_file", "2025-03-17", refusal)
    assert bars_fine(fresh(case).stage)
    bureau.take(case, "reconsider", "2025-03-19", why="货值已达标准。")
    bureau.take(case, "uphold", "2025-03-21")
    bureau.take(case, "supervise", "2025-03-24", to="洪河县人民检察院", why="货值已达标准。")
    bureau.take(case, "supervision_ends", "2025-04-30", answer="不立案理由成立。")
    bureau.take(case, "handle", "2025-05-06")
    assert papers_of(case)[-2:] == ["提请复议书", "立案监督建议书"]
    assert bars_fine(fresh(case).stage) is None


@pytest.mark.usefixtures("officers")
def test_the_minute_decides_on_twenty_four_hours(bureau: Bureau) -> None:
    case = reported(bureau)
    bureau.take(case, "approve", "2025-03-13", CHIEF, by=bureau.head, at="16:20")
    bureau.take(case, "transfer", "2025-03-14", {"police": "洪河县公安局", "documents": ALL}, at="16:21")
    assert Clock._base_manager.get(case=case, limit="transfer_in_time").state == "late"


@pytest.mark.usefixtures("officers")
def test_an_expired_certificate_is_refused(bureau: Bureau) -> None:
    Officer._base_manager.filter(cert_no=OFFICERS[0]["cert_no"]).update(valid_to=date(2025, 1, 1))
    with pytest.raises(Refused, match="到期"):
        reported(bureau)


def test_one_officer_is_no_team(bureau: Bureau) -> None:
    fields = {"client_title": "案", "suspected_crime": "罪", "officers": OFFICERS[:1]}
    with pytest.raises(Refused, match="移送规定5①"):
        bureau.opened("criminal_referral", "open", "2025-03-10", fields)


def test_a_case_from_the_prosecutor_is_answered(bureau: Bureau) -> None:
    fields = {
        "client_title": "某某不起诉案", "source": "not_prosecuted", "source_organ": "洪河县人民检察院",
        "source_document": "洪检意〔2025〕3号", "reply_by": "2025-11-30",
    }  # fmt: skip
    case = bureau.opened("criminal_referral", "receive_back", "2025-09-01", fields)
    bureau.take(case, "reply_back", "2025-11-20", {"handled": "罚款二万元。"})
    assert papers_of(case) == ["行政处理情况复函"]
    assert Clock._base_manager.get(case=case, limit="reply_in_time").state == "kept"


@pytest.mark.parametrize(
    ("stage", "barred"),
    [("verifying", True), ("approved", True), ("filed", True), ("refused", True), ("not_approved", False),
     ("administrative", False), ("sent_back", False), ("sentenced", False)],
)  # fmt: skip
def test_no_penalty_instead_of_a_referral(stage: str, barred: bool) -> None:
    assert bool(bars_fine(stage)) is barred
    assert CriminalReferral.stage(stage)


@pytest.mark.usefixtures("officers")
def test_figures_tell_referrals_filings_and_punctuality(bureau: Bureau) -> None:
    case = accepted(bureau)
    bureau.take(case, "file", "2025-03-17", {"filed_no": "洪公立〔2025〕30号"})
    reported(bureau)
    window = Window.year(2025, [bureau.organ.pk])
    values = {figure.code: figure.value(window).value for figure in CriminalReferral.figures()}
    assert (values["referrals_opened"], values["referrals"], values["referrals_filed"]) == (2, 1, 1)
    assert values["decisions_in_time_rate"] == values["transfers_in_time_rate"] == Decimal(100)


@pytest.mark.usefixtures("officers")
def test_the_prosecutor_is_told_what_the_police_did_not_do(bureau: Bureau) -> None:
    case = accepted(bureau)
    bureau.take(case, "supervise", "2025-03-24", to="洪河县人民检察院", why="逾期未答复。")
    paper = Paper._base_manager.filter(case_id=case.pk).order_by("-pk")[0]
    assert "逾期没有作出是否立案的决定" in docx_to_text(store.read(paper.digest), paper.name)


@pytest.mark.usefixtures("officers")
def test_a_case_that_the_police_did_not_file_is_no_case_from_the_criminal_side(bureau: Bureau) -> None:
    case = accepted(bureau)
    bureau.take(case, "not_file", "2025-03-17", {"not_filed_why": "未达到追诉标准。"})
    bureau.take(case, "handle", "2025-03-18")
    bureau.take(case, "reply_back", "2025-04-18", {"source_organ": "洪河县公安局", "handled": "罚款二万元。"})
    assert CriminalReferral.reverse_answered.value(Window.year(2025, [bureau.organ.pk])).value == 0
