"""What a number belongs to: its total, its procedure, the step it counts, and the words it may borrow."""

from __future__ import annotations

import pytest

from yifa.reader import read_text
from yifa.reader.model import Reading

_HEAD = "某县2025年法治政府建设情况报告\n一、主要工作\n"


def _read(text: str, area: str = "规范行政执法") -> Reading:
    return read_text(f"{_HEAD}（一）{area}\n{text}\n", "某县.txt")


def _codes(text: str, area: str = "规范行政执法") -> dict[str, str | None]:
    return {f.text: f.indicator for f in _read(text, area).figures}


def _totals(text: str) -> dict[str, str]:
    figures = _read(text).figures
    by_id = {f.id: f.text for f in figures}
    return {f.text: by_id[f.of_which] for f in figures if f.of_which}


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        (
            "办理行政处罚案件320件，移送司法机关6件，其中普通程序280件、简易程序40件。",
            {"280件": "320件", "40件": "320件"},
        ),
        ("共有人民调解员300名，新聘20名，其中专职调解员80名。", {"80名": "300名"}),
        ("收到复议申请85件，审结78件，其中维持60件、撤销18件。", {"60件": "78件", "18件": "78件"}),
        (
            "全年办结案件310件，罚款9万元。与上年的280件相比有所上升。按领域分，市容类200件、规划类110件。",
            {"200件": "310件", "110件": "310件"},
        ),
        (
            "全年收到申请400件，不予受理30件。从申请事项看，行政处罚类200件，占50%；信息公开类60件，占15%。",
            {"200件": "400件", "60件": "400件"},
        ),
    ],
)
def test_parts_belong_to_the_total_they_fit(text: str, totals: dict[str, str]) -> None:
    assert _totals(text) == totals


def test_a_list_ends_where_it_has_made_up_its_total() -> None:
    totals = _totals("受理纠纷682件，其中邻里纠纷482件、物业纠纷200件；调解成功667件，化解疑难纠纷9件。")
    assert totals == {"482件": "682件", "200件": "682件"}


def test_what_is_left_over_is_no_part_of_a_division() -> None:
    assert not _totals("发现隐患506处，整改498处，余下8处列入台账。")


@pytest.mark.parametrize(
    "text",
    [
        "县仲裁院受理仲裁案件614件，审结598件，结案率97.4%。",
        "作出工伤认定决定281件，劳动能力鉴定结论196份。",
        "办理劳动仲裁案件120件，维持30件。",
    ],
)
def test_steps_of_another_procedure_are_not_those_of_reconsideration(text: str) -> None:
    codes = _codes(text, "依法化解矛盾纠纷")
    assert not [c for c in codes.values() if c and c.startswith(("reconsideration", "litigation"))]


def test_reconsideration_and_litigation_are_told_apart_in_one_sentence() -> None:
    codes = _codes("办理行政复议案件12件、行政诉讼案件7件，负责人出庭应诉5次。", "依法化解矛盾纠纷")
    assert codes == {
        "12件": "reconsideration.received", "7件": "litigation.first_instance", "5次": "litigation.head_appearances",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("学法考试应考4105人，实考4064人。", "4105人"),
        ("行政诉讼应出庭案件48件，实际出庭47件。", "48件"),
        ("办结案件61件（含上年结转6件）。", "6件"),
        ("全年立案57件，办结51件。", "57件"),
        ("审结行政复议案件71件，尚未审结7件。", "7件"),
        ("县市场监管局立案260件，办结241件。", "260件"),
        ("人均办理行政处罚案件14.6件。", "14.6件"),
        ("开展联合检查742次，减少检查1600余次。", "1600余次"),
        ("提出审查意见41条，采纳38条。", "38条"),
        ("新聘执法人员21名，另有协管员186名。", "186名"),
        ("解决企业用工问题74个，发放补贴资金386万元，惠及企业529户。", "529户"),
    ],
)
def test_a_step_or_a_thing_without_an_indicator_borrows_none(text: str, number: str) -> None:
    assert _codes(text)[number] is None


@pytest.mark.parametrize(
    ("text", "number", "code"),
    [
        ("全县行政执法人员持证率由92%提升至95.4%。", "95.4%", "enforcement.certified_rate"),
        ("收到行政复议申请90件，上年为72件。", "72件", "reconsideration.received"),
        ("实有经营主体5.8万户，其中企业1.7万户、个体工商户4.1万户。", "1.7万户", "business.entities"),
        ("法治专题讲座走进党校，办了6期。", "6期", "leadership.lectures"),
    ],
)
def test_a_number_without_words_of_its_own_leans_on_the_clause_before(text: str, number: str, code: str) -> None:
    assert _codes(text)[number] == code


def test_all_heads_appearing_is_no_average() -> None:
    assert _codes("开庭12件，行政机关负责人均出庭应诉12次。")["12次"] == "litigation.head_appearances"


def test_bodies_are_no_people() -> None:
    codes = _codes("1个街道调委会和11个社区调委会共有人民调解员60名。", "依法化解矛盾纠纷")
    assert (codes["11个"], codes["60名"]) == (None, "mediation.mediators")


def test_a_topic_ends_with_its_sentence() -> None:
    codes = _codes("评查执法案卷60卷，合格率98.3%。抽检农产品120批次，合格率99.1%。")
    assert codes["98.3%"] == "enforcement.file_pass_rate"
    assert codes["99.1%"] is None


@pytest.mark.parametrize(
    "text",
    [
        "举办质量安全培训8场，培训从业人员3600人。",
        "发布预警信息36条，转移避险群众1200人。",
        "处理教育投诉126件，化解教师申诉2件。",
        "办理出入境证件2.1万本，为群众减免费用36万元。",
        "社会组织抽查24家，取缔1家。",
        "检查定点医药机构316家，暂停协议6家。",
        "提出审计建议66条，移送线索9条。",
    ],
)
def test_the_business_of_a_department_is_not_forced_into_the_catalogue(text: str) -> None:
    assert not [c for c in _codes(text).values() if c]


def test_a_fine_after_both_procedures_is_the_fine_of_both() -> None:
    both = _codes("适用简易程序420件、普通程序60件，罚没金额92.6万元。")
    each = _codes("简易程序420件、罚款12.6万元，普通程序60件、罚款80万元。")
    assert both["92.6万元"] == "enforcement.fine_amount"
    assert (each["12.6万元"], each["80万元"]) == ("enforcement.fine_simple", "enforcement.fine_ordinary")


def test_what_is_not_punished_is_not_counted_as_punished() -> None:
    table = "单位|行政处罚（件）|不予处罚（件）\n综合执法局|320|56\n市场监管局|210|33"
    assert _codes(table) == {
        "320": "enforcement.penalties", "56": None, "210": "enforcement.penalties", "33": None,
    }  # fmt: skip


def test_in_a_table_the_name_of_a_body_does_not_outweigh_the_column() -> None:
    table = "单位|普法活动（场）|调解纠纷（件）\n行政执法局|12|30\n人民调解中心|9|45"
    assert list(_codes(table).values()) == ["publicity.events", "mediation.cases"] * 2


def test_both_ends_of_a_ratio_that_changed_are_read() -> None:
    figures = _read("复议诉讼比由1.2:1上升到1.6:1。", "依法化解矛盾纠纷").figures
    assert [(f.text, f.value, f.indicator) for f in figures] == [
        ("1.2:1", 1.2, "reconsideration.ratio"), ("1.6:1", 1.6, "reconsideration.ratio"),
    ]  # fmt: skip
    assert figures[1].from_value == 1.2
