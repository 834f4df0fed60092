"""An inspection from the plan to the published result, and what is refused on the way."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yifa.areas.enforcement.inspection.procedure import DrawBatch, Inspection
from yifa.areas.enforcement.inspection.tests.conftest import LATE, OBJECT, County, code, fresh
from yifa.areas.enforcement.inspection_plan.procedure import InspectionPlan
from yifa.kernel.engine import Entry, new_case
from yifa.kernel.faults import faults
from yifa.kernel.models import Clock, Paper
from yifa.kernel.publish import publish
from yifa.kernel.rules import Refused
from yifa.papers import store
from yifa.text.docx import docx_to_text

pytestmark = pytest.mark.data


def text_of(case: Any, title: str) -> str:
    """What the instrument issued last says, as plain text."""
    paper = Paper.objects.filter(case=case, title=title).order_by("-pk")[0]
    return docx_to_text(store.read(paper.digest), paper.name)


@pytest.mark.parametrize("version", [Inspection, DrawBatch, InspectionPlan])
def test_the_declarations_have_no_faults(version: type[Any]) -> None:
    assert faults(version) == []


def test_an_inspection_goes_from_scheme_to_published_result(county: County) -> None:
    case = county.closed()
    assert (case.stage, case.outcome, case.object_name) == ("closed", "no_issue", "洪河县第1食品厂")
    assert case.number == "洪市监检字〔2026〕1号"
    assert (case.freq_cap, case.freq_used, case.freq_verdict) == (2, 0, "within")
    assert case.code_text in text_of(case, "行政检查通知书")
    clock = Clock.objects.get(case=case, limit="public_in_time")
    assert clock.due == date(2026, 3, 30)
    publication = Inspection.publication("result_public")
    copy = publish(case, publication, date(2026, 3, 10), Entry(county.clerk, LATE))
    assert ["被检查对象", "洪河县第1食品厂", ""] in copy.content
    clock.refresh_from_db()
    assert clock.state == "kept"


def test_an_individual_business_is_not_named_in_the_public_copy(county: County) -> None:
    county.listed(county.market, 9, "食品", kind="92")
    case = county.entered(object_code=code(9, "92"))
    county.take(case, "note", "2026-03-02", {"record_text": "查看了记录。", "av_index": "无"})
    told = {"findings": f"{case.object_name}一本台账不全。", "correction": f"{case.object_name}补齐台账"}
    county.take(case, "conclude", "2026-03-02", told | {"result": "corrected_on_spot"})
    with pytest.raises(Refused, match="尚未“告知检查结果”"):
        publish(fresh(case), Inspection.publication("result_public"), date(2026, 3, 3), Entry(county.clerk, LATE))
    county.take(case, "tell", "2026-03-02")
    lines = publish(fresh(case), Inspection.publication("result_public"), date(2026, 3, 3), Entry(county.clerk, LATE))
    assert "第9食品厂" not in str(lines.content)
    assert "某个体工商户" in str(lines.content)


def test_what_is_not_published_is_not_inspected(county: County) -> None:
    with pytest.raises(Refused, match="JC-009不在本机关已公布的检查事项清单内"):
        county.proposed(items=[{"item_code": "JC-009"}])


def test_a_wrong_credit_code_is_refused(county: County) -> None:
    wrong = OBJECT[:-1] + ("A" if OBJECT[-1] != "A" else "B")
    with pytest.raises(Refused, match="不是有效的统一社会信用代码"):
        county.proposed(object_code=wrong, object_name="某厂", object_kind="enterprise")


def test_two_officers_with_valid_certificates_go(county: County) -> None:
    one = county.proposed(officers=[{"cert_no": "1309990001"}])
    with pytest.raises(Refused, match="不少于2名"):
        county.take(one, "approve", "2026-03-02")
    foreign = county.proposed(officers=[{"cert_no": "1309990001"}, {"cert_no": "1309990011"}])
    with pytest.raises(Refused, match="不含“食品”领域"):
        county.take(foreign, "approve", "2026-03-02")


def test_a_daily_inspection_is_in_a_public_plan(county: County) -> None:
    with pytest.raises(Refused, match="应当列入年度检查计划"):
        county.proposed(plan_number="")
    with pytest.raises(Refused, match="是2026年度的"):
        county.proposed(on="2026-12-30", planned_on="2027-01-04")


def test_a_random_item_comes_out_of_a_draw_unless_key_supervision_says_otherwise(county: County) -> None:
    with pytest.raises(Refused, match="应当随机抽取"):
        county.proposed(items=[{"item_code": "JC-002"}])


def test_a_triggered_visit_needs_source_reason_and_clue(county: County) -> None:
    bare = {"kind": "case", "plan_number": ""}
    with pytest.raises(Refused, match="没有填写个案检查的来源"):
        county.proposed(**bare)
    with pytest.raises(Refused, match="应当填写线索编号"):
        county.proposed(**bare, trigger="complaint", trigger_why="反映过期")
    case = county.proposed(**bare, trigger="complaint", trigger_why="反映过期", trigger_ref="12345-0001")
    assert case.stage == "proposed"


def test_nobody_enters_without_notice_or_code(county: County) -> None:
    case = county.approved()
    with pytest.raises(Refused) as refused:
        county.take(case, "enter", "2026-03-02")
    said = str(refused.value)
    assert "没有制发检查通知书" in said
    assert f"企业还没有凭检查码{case.code_text}登记到达" in said
    county.take(case, "notify", "2026-03-02")
    county.take(case, "enter", "2026-03-02", overrides={5: "企业负责人没有手机，已在通知书上签收"})
    assert fresh(case).stage == "visiting"


def test_an_expired_certificate_stops_the_officers_at_the_door(county: County) -> None:
    from yifa.areas.enforcement.authority.models import Officer

    case = county.approved()
    county.take(case, "notify", "2026-03-02")
    county.arrive(case, "2026-03-02")
    Officer._base_manager.filter(cert_no="1309990002").update(valid_to=date(2026, 3, 1))
    with pytest.raises(Refused, match="证件已于2026-03-01到期"):
        county.take(case, "enter", "2026-03-02")


def test_an_urgent_visit_is_approved_within_hours(county: County) -> None:
    case = new_case("inspection", county.market, date(2026, 3, 6))
    county.take(case, "start_urgent", "2026-03-06", {
        "items": [{"item_code": "JC-001"}], "object_code": OBJECT, "trigger": "emergency",
        "trigger_why": "群众反映食物中毒", "urgent_why": "可能继续发生", "matter": "食品",
        "officers": [{"cert_no": "1309990001"}, {"cert_no": "1309990002"}],
    }, at="16:20")  # fmt: skip
    clock = Clock.objects.get(case=case, limit="approved_in_time")
    assert clock.due == date(2026, 3, 7)
    county.take(case, "notify", "2026-03-06")
    county.take(case, "note", "2026-03-06", {"record_text": "封存样品。", "av_index": "YX-2"})
    county.take(case, "conclude", "2026-03-06", {"findings": "没有发现问题。", "result": "no_issue"})
    with pytest.raises(Refused, match="还没有补办批准"):
        county.take(case, "tell", "2026-03-06")
    code_before = fresh(case).entry_code
    county.take(case, "approve_later", "2026-03-07", {"scheme": "现场检查、抽样。"}, at="10:00")
    assert fresh(case).entry_code == code_before != ""
    clock.refresh_from_db()
    assert clock.state == "kept"
    assert county.take(case, "tell", "2026-03-07")


def test_an_order_is_looked_at_again_before_the_case_is_closed(county: County) -> None:
    case = county.done(result="rectification_ordered")
    with pytest.raises(Refused, match="应当先责令改正并复查"):
        county.take(case, "close", "2026-03-03")
    county.take(case, "order", "2026-03-03", {"correction": "补齐记录", "correct_by": "2026-03-20"})
    county.take(case, "reinspect", "2026-03-19", way="document", verdict="partly", how="仍缺一项")
    with pytest.raises(Refused, match="没有确认改正"):
        county.take(case, "confirm", "2026-03-19")
    county.take(case, "reinspect", "2026-03-20", way="document", verdict="done", how="已补齐")
    county.take(case, "confirm", "2026-03-20")
    record = fresh(case)
    assert (record.outcome, record.reinspected, record.corrected_on) == ("rectification_ordered", 2, date(2026, 3, 20))


def test_a_visit_that_is_no_enforcement_is_logged_and_counts_for_nothing(county: County) -> None:
    case = new_case("inspection", county.market, date(2026, 3, 2))
    county.take(case, "log", "2026-03-02", {
        "service": "guidance", "object_code": OBJECT, "findings": "宣传新标准。",
        "officers": [{"cert_no": "1309990001"}],
    })  # fmt: skip
    record = fresh(case)
    assert (record.kind, record.freq_verdict, record.stage) == ("service", "not_counted", "logged")
    assert county.approved().freq_used == 0


def test_what_was_found_opens_a_penalty_case_that_the_enterprise_can_follow(county: County) -> None:
    from yifa.areas.enforcement.inspection.entrance import seen
    from yifa.areas.enforcement.inspection.models import InspectionCase
    from yifa.kernel.linking import linked_case

    case = county.done(result="case_filed")
    with pytest.raises(Refused, match="还没有移交立案"):
        county.take(case, "close", "2026-03-03")
    item = {"penalty_item": "130999-CF-001", "penalty_item_name": "未按规定查验的处罚"}
    county.take(case, "file_case", "2026-03-03", item)
    county.take(case, "close", "2026-03-03")
    opened = linked_case(fresh(case), "penalty")
    assert opened is not None
    record = opened.record
    assert (record.party_name, record.party_id_no, record.clue_number) == ("洪河县第1食品厂", OBJECT, case.number)
    assert (record.clue_source, record.discovered_date) == ("inspection", date(2026, 3, 2))
    later = seen(InspectionCase._base_manager.get(pk=case.pk), LATE).later
    assert [label for label, _, _ in later] == [opened.declaration.label]


def test_an_officer_who_must_keep_away_is_replaced(county: County) -> None:
    from yifa.areas.enforcement.authority.models import Officer

    Officer._base_manager.filter(cert_no="1309990002").update(recused=[OBJECT])
    case = county.proposed()
    with pytest.raises(Refused, match="执法员2（1309990002）与检查对象有利害关系"):
        county.take(case, "approve", "2026-03-02")
    county.take(case, "revise", "2026-03-02", {"officers": [{"cert_no": "1309990001"}, {"cert_no": "1309990003"}]})
    county.take(case, "approve", "2026-03-02")
    assert fresh(case).officers[1]["name"] == "执法员3"


def test_nobody_enters_before_the_approved_day_or_after_the_plan(county: County) -> None:
    early = county.approved(planned_on=date(2026, 3, 9))
    county.take(early, "notify", "2026-03-02")
    with pytest.raises(Refused, match="检查日期为2026-03-09，2026-03-02还没有到"):
        county.take(early, "enter", "2026-03-02", overrides={5: "企业负责人没有手机"})
    plan = county.planned(county.market, kind="special", since="2026-03-01", until="2026-03-31", reason="投诉集中")
    late = county.approved(kind="special", plan_number=plan.number)
    county.take(late, "notify", "2026-04-07")
    county.arrive(late, "2026-04-07")
    with pytest.raises(Refused, match="检查时间为2026-03-01至2026-03-31，2026-04-07不在其内"):
        county.take(late, "enter", "2026-04-07")


def test_what_was_given_up_since_it_was_proposed_is_not_approved(county: County) -> None:
    from yifa.areas.enforcement.inspected.models import InspectionItem

    case = county.proposed()
    county.take(county.plan, "abandon", "2026-03-03", why="机构改革")
    with pytest.raises(Refused, match="没有经批准，或者已经不再实施"):
        county.take(case, "approve", "2026-03-04")
    InspectionItem._base_manager.filter(item_code="JC-001").update(ended_on=date(2026, 3, 4))
    with pytest.raises(Refused, match="JC-001不在本机关已公布的检查事项清单内"):
        county.take(case, "approve", "2026-03-04")


def test_whoever_enters_for_a_second_look_is_registered_again(county: County) -> None:
    case = county.done(result="rectification_ordered")
    county.take(case, "order", "2026-03-03", {"correction": "补齐记录", "correct_by": "2026-03-20"})
    told = {"way": "onsite", "verdict": "done", "how": "已补齐"}
    with pytest.raises(Refused, match="企业在2026-03-02登记到达，2026-03-20没有登记"):
        county.take(case, "reinspect", "2026-03-20", **told)
    county.arrive(case, "2026-03-20")
    county.take(case, "reinspect", "2026-03-20", **told)
    assert fresh(case).reinspected == 1


def test_whoever_comes_along_from_another_organ_is_shown_and_has_a_certificate_of_it(county: County) -> None:
    from yifa.areas.enforcement.inspection.entrance import seen
    from yifa.areas.enforcement.inspection.models import InspectionCase

    joint = {"organ": "县应急局", "kind": "joint", "officers": "1309990011、1309990002"}
    case = county.proposed(joint_with=[joint])
    with pytest.raises(Refused, match="县应急局没有证号为1309990002的执法人员"):
        county.take(case, "approve", "2026-03-02")
    county.take(case, "revise", "2026-03-02", {"joint_with": [joint | {"officers": "1309990011"}]})
    county.take(case, "approve", "2026-03-02")
    shown = seen(InspectionCase._base_manager.get(pk=case.pk), LATE)
    assert shown.officers[-1] == ("执法员11（县应急局）", "1309990011")
    county.take(case, "notify", "2026-03-02")
    assert "县应急局执法证号1309990011" in text_of(case, "行政检查通知书")


def test_the_notice_names_the_law_and_tells_where_to_rate(county: County) -> None:
    text = text_of(county.entered(), "行政检查通知书")
    assert "《食品安全法》第一百一十条" in text
    assert "申请回避" in text
    assert "凭评价码评价，本机关看不到评价" in text


def test_a_suspected_crime_is_handed_on_and_is_not_told_on_the_public_page(county: County) -> None:
    from yifa.areas.enforcement.inspection.entrance import seen
    from yifa.areas.enforcement.inspection.models import InspectionCase
    from yifa.kernel.linking import linked_case

    case = county.done(result="criminal_referral")
    with pytest.raises(Refused, match="还没有移送涉嫌犯罪线索"):
        county.take(case, "close", "2026-03-03")
    told = {"violation": "涉嫌生产不符合安全标准的食品", "suspected_crime": "生产、销售不符合安全标准的食品罪"}
    county.take(case, "refer_crime", "2026-03-03", told)
    county.take(case, "close", "2026-03-03")
    opened = linked_case(fresh(case), "criminal_referral")
    assert opened is not None
    assert opened.record.party_id_no == OBJECT
    assert seen(InspectionCase._base_manager.get(pk=case.pk), LATE).later == ()


def test_only_a_plan_ordered_from_above_is_free_of_the_cap(county: County) -> None:
    own = county.planned(county.market, kind="special", since="2026-03-01", until="2026-03-31", reason="投诉集中")
    above = county.planned(
        county.market, kind="special", since="2026-03-01", until="2026-03-31", reason="统一部署", superior=True
    )
    special = {"kind": "special", "superior": True}
    with pytest.raises(Refused, match="不是上级部署的专项检查"):
        county.proposed(**special, plan_number=own.number)
    assert county.proposed(**special, plan_number=above.number).stage == "proposed"


def test_a_scheme_cannot_be_moved_to_an_unpublished_item(county: County) -> None:
    case = county.proposed()
    with pytest.raises(Refused, match="JC-009不在本机关已公布的检查事项清单内"):
        county.take(case, "revise", "2026-03-02", {"items": [{"item_code": "JC-009"}]})


def test_the_notice_of_an_urgent_visit_does_not_say_that_it_was_approved(county: County) -> None:
    case = new_case("inspection", county.market, date(2026, 3, 6))
    county.take(case, "start_urgent", "2026-03-06", {
        "items": [{"item_code": "JC-001"}], "object_code": OBJECT, "trigger": "complaint", "trigger_ref": "12345-0001",
        "trigger_why": "群众反映食物中毒", "urgent_why": "可能继续发生", "matter": "食品",
        "officers": [{"cert_no": "1309990001"}, {"cert_no": "1309990002"}],
    }, at="16:20")  # fmt: skip
    county.take(case, "notify", "2026-03-06")
    paper = Paper.objects.get(case=case, title="行政检查通知书")
    text = docx_to_text(store.read(paper.digest), paper.name)
    assert "因情况紧急" in text
    assert "经本机关负责人批准" not in text
    assert "投诉" not in text
