"""A penalty case from the clue to the archive, with its instruments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from yifa.areas.enforcement.penalty.tests.conftest import EVIDENCE, FACTS, FINE, HANDED, ITEM, PARTY, County
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.models import Case, Paper
from yifa.kernel.rules import Refused
from yifa.papers import store
from yifa.text.docx import docx_to_text

pytestmark = pytest.mark.data


def test_a_fine_goes_its_way_to_the_archive(county: County) -> None:
    case = county.decided()
    assert (case.stage, case.decision_date, case.heaviest_kind) == ("decided", date(2026, 4, 10), "fine")
    county.take(case, "serve", "2026-04-13", HANDED)
    county.take(case, "paid", "2026-04-20")
    county.take(case, "close", "2026-04-22")
    case = county.take(case, "archive", "2026-04-24", {"archive_no": "2026-CF-0001"})
    assert case.stage == "archived"
    assert case.served_date == date(2026, 4, 13)
    titles = [paper.title for paper in Paper._base_manager.filter(case_id=case.pk).order_by("pk")]
    assert titles == [
        "案件线索登记表", "行政处罚案件立案审批表", "责令改正通知书", "调查（检查、询问）笔录", "案件调查终结报告",
        "行政处罚事先告知书", "送达回证", "行政处罚决定书", "送达回证", "结案审批表",
    ]  # fmt: skip
    assert case.number.startswith("洪市监罚立字〔2026〕")
    assert case.decision_number.startswith("洪市监罚字〔2026〕")


def test_the_form_proposes_tier_and_range_with_reasons(county: County) -> None:
    case = county.concluded()
    assert (case.edition, case.tier, case.proposed_grade) == (1, 2, "ordinary")
    assert (case.proposed_low, case.proposed_high) == (Decimal(16000), Decimal(36000))
    assert "没有从轻、减轻、从重情节" in case.proposal_text
    assert case.prior_penalties == "没有查到"


def text_of(case: Case, title: str) -> str:
    """What the instrument issued last says, as plain text."""
    paper = Paper.objects.filter(case=case, title=title).order_by("-pk")[0]
    return docx_to_text(store.read(paper.digest), paper.name)


def test_the_decision_says_what_the_act_asks_for(county: County) -> None:
    text = text_of(county.decided(), "行政处罚决定书")
    for said in (
        "洪河县某食品有限公司", "91130999MA0ABCDE1", "洪河县城关镇一号", "拒不改正", "现场笔录", "适用第1版第2阶次",
        "《食品安全法》第一百二十六条", "罚款人民币20000元", "十五日内", "百分之三", "洪市监罚字〔2026〕1号",
        "六十日内向洪河县人民政府申请行政复议", "六个月内向有管辖权的人民法院提起行政诉讼",
    ):  # fmt: skip
        assert said in text, said


def test_the_notice_tells_of_the_hearing_only_where_there_is_a_right_to_one(county: County) -> None:
    plain = text_of(county.told(), "行政处罚事先告知书")
    assert "五个工作日内向本机关陈述、申辩" in plain.replace("5个", "五个")
    assert "听证" not in plain


def test_the_notice_tells_of_every_act(county: County) -> None:
    other = {
        "act": "未公示食品经营许可证",
        "violated": "《食品安全法》第三十五条",
        "basis": "某办法第九条",
        "fine": "1000",
    }
    text = text_of(county.told(other_acts=[other], fine_amount="21000"), "行政处罚事先告知书")
    assert "未公示食品经营许可证" in text
    assert "某办法第九条" in text


def test_no_instrument_names_the_informant(county: County) -> None:
    clue = county.clue(clue_source="complaint", informant="举报人王某某")
    case = county.take(clue, "file_case", "2026-03-02", PARTY | ITEM | FACTS)
    for paper in Paper.objects.filter(case=case):
        assert "王某某" not in docx_to_text(store.read(paper.digest), paper.name)


def test_a_case_is_filed_though_the_party_is_not_known_yet_and_nobody_unknown_is_punished(county: County) -> None:
    unknown = {"party_type": "legal_person", "party_name": "身份待查"}
    case = county.take(county.clue(), "file_case", "2026-03-02", ITEM | FACTS | unknown)
    county.take(case, "order_correction", "2026-03-03", {"corrective_order": "建立进货查验记录制度"})
    county.take(case, "investigate", "2026-03-05", {"evidence": EVIDENCE}, way="inspection", found="没有查验记录")
    county.take(case, "propose_tier", "2026-03-20", {"benchmark": "SP-126"})
    with pytest.raises(Refused, match=r"没有填写当事人的证件类型、证件号码、住址、住所.*行政处罚法40"):
        county.take(case, "conclude", "2026-03-20", FINE)
    county.take(case, "investigate", "2026-03-19", PARTY, way="inquiry", found="查明当事人")
    assert county.take(case, "conclude", "2026-03-20", FINE).stage == "examining"


def test_an_act_fined_on_the_spot_is_not_fined_again(county: County) -> None:
    model = PROCEDURES.latest("summary_penalty").model
    version = PROCEDURES.latest("summary_penalty").since
    model._base_manager.create(
        procedure="summary_penalty", version=version, organ=county.city, number="洪城当罚〔2026〕7号", stage="closed",
        opened_on=date(2026, 2, 10), decision_date=date(2026, 2, 10), fine_amount=200, **ITEM,
        party_type="legal_person", party_name=PARTY["party_name"], party_id_no=PARTY["party_id_no"],
    )  # fmt: skip
    with pytest.raises(Refused, match=r"已于2026-02-10对同一违法行为罚款（当场处罚，洪城当罚〔2026〕7号）.*法29"):
        county.concluded()


def test_what_was_not_filed_is_archived_too(county: County) -> None:
    case = county.take(county.clue(), "refuse_filing", "2026-03-02", why="没有违法事实")
    case = county.take(case, "archive_early", "2026-03-05", {"archive_no": "2026-BL-0003"})
    assert (case.stage, case.archive_no) == ("not_filed", "2026-BL-0003")
