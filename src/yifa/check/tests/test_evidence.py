"""The weights of words speak where rules are silent, doubt them where they are unsure, and never stop a draft."""

from __future__ import annotations

import re
from datetime import date

import pytest

from yifa.check import Draft, DraftKind, Severity, all_rules, check
from yifa.check.evidence import GROUPS, NO_FAULT, Weighing, features, weights
from yifa.check.model import Finding, Group, Hit
from yifa.check.place import Place

DAY = date(2026, 11, 22)
RULES = frozenset(rule.id for rule in all_rules())


def draft(text: str, kind: DraftKind = DraftKind.NORMATIVE) -> Draft:
    return Draft.read(text, DAY, kind, "")


def findings(text: str) -> list[Finding]:
    return check(draft(text))


@pytest.mark.parametrize("group", GROUPS)
def test_the_weights_are_of_rules_and_classes_that_exist(group: Group) -> None:
    learned = weights(group)
    one = draft("某企业应当按照规定办理备案。").statements[0]
    assert learned.rules[0] == NO_FAULT
    assert set(learned.rules[1:]) <= RULES
    named = {feature for feature in learned.of if re.fullmatch(r"<[A-Z_]+>|\{[A-Z]+\}|@[A-Z]+", feature)}
    assert len(named) > 30
    assert features(one) & named
    assert sum(learned.shares(features(one)).values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("rule_id", "text"),
    [
        ("AUTH-001", "露营基地的夜间活动实行审批管理，由镇文旅办受理申请并决定是否准许。"),
        ("AUTH-007", "对逾期仍未腾退的住户，由指挥部函告相关公司终止水电气供应。"),
        ("COMP-009", "评审时，注册地在本县的投标人另加三分。"),
        ("COMP-007", "受过补助的企业要搬到县外的，先退还全部补助。"),
    ],
)
def test_a_sentence_is_found_whatever_its_order(rule_id: str, text: str) -> None:
    assert rule_id in {one.rule_id for one in findings(text)}


def test_what_only_words_weigh_for_is_a_warning_at_the_weightiest_clause() -> None:
    text = "为便于管理，村民在自家院内搭建葡萄架，由村委会初核、镇规划办终核，两级核准缺一不可。"
    weighing = Weighing(draft(text), RULES)
    (rule_id, hit), *_ = weighing.overlooked(Group.AUTHORITY, {})
    assert rule_id == "AUTH-001"
    assert hit.confidence <= 0.6
    assert text[hit.start : hit.end] in ("由村委会初核、镇规划办终核", "两级核准缺一不可")
    assert all(one.severity is not Severity.ERROR for one in findings(text) if one.confidence <= 0.6)


@pytest.mark.parametrize(
    "text",
    [
        "不得要求经营者经镇政府同意后方可开业。",
        "取消村民搭建葡萄架须经镇规划办核准的规定。",
        "检查组重点检查有无违规扣押证照的行为。",
        "依照《中华人民共和国行政许可法》第十二条的规定，经核准后方可实施。",
        "本办法所称核准，是指镇规划办的核准。",
    ],
)
def test_a_lawful_context_silences_the_words(text: str) -> None:
    assert not list(Weighing(draft(text), RULES).overlooked(Group.AUTHORITY, {}))


def test_who_must_or_must_not_and_of_what_is_weighed_and_whether_it_is_denied() -> None:
    said = features(draft("外地企业不得享受补贴，村里可以收取押金，农户无需交押金。").statements[0])
    assert {"{PRIVATE not~}", "{<GIFT> not~}", "{PUBLIC may}", "{<DEPOSIT> may}", "{<DEPOSIT> says~}"} <= said


def test_a_sentence_a_rule_has_spoken_of_is_left_to_it() -> None:
    text = "未经镇政府批准，不得搭建葡萄架。"
    start = draft(text).statements[0].start
    assert not list(Weighing(draft(text), RULES).overlooked(Group.AUTHORITY, {start: {"AUTH-001"}}))


def test_a_second_fault_beyond_a_semicolon_is_not_hidden_by_the_first() -> None:
    text = "第一条 设置户外广告的，应当向镇人民政府申请并取得书面许可；申请时还应当提交社区同意书。"
    assert {"AUTH-001", "AUTH-003"} <= {found.rule_id for found in findings(text)}


def test_an_unsure_hit_is_dropped_where_the_words_weigh_for_another_rule_in_use() -> None:
    text = "违反规定的，由街道办事处处二百元以上一千元以下罚款。"
    hit = Hit(0, len(text), confidence=0.6)
    assert Weighing(draft(text), RULES).doubts(Group.AUTHORITY, "AUTH-010", hit, general=True)
    assert not Weighing(draft(text), RULES).doubts(Group.AUTHORITY, "AUTH-004", hit, general=False)
    alone = frozenset({"AUTH-010"})
    assert not Weighing(draft(text), alone).doubts(Group.AUTHORITY, "AUTH-010", hit, general=True)


def test_a_group_without_weights_is_never_doubted() -> None:
    assert not Weighing(draft("企业必须整改。"), RULES).doubts(Group.WORDING, "WORD-001", Hit(0, 7), general=False)


def test_a_rule_that_a_place_switches_off_is_not_found_by_words_either() -> None:
    text = "评审时，注册地在本县的投标人另加三分。"
    others = tuple(rule for rule in all_rules() if rule.id != "COMP-009")
    assert "COMP-009" not in {one.rule_id for one in check(draft(text), Place(rules=others))}


def test_parts_between_semicolons_are_weighed_together() -> None:
    text = "下列事项须报镇政府核准：（一）在村道旁堆放木料；（二）在晒场举办酒席；（三）在塘边搭建凉亭。"
    assert {one.rule_id for one in findings(text) if one.group == "authority"} == {"AUTH-001"}


def test_an_annexed_text_is_checked_like_the_notice_that_issues_it() -> None:
    rules = "第一条 为了规范集市，制定本办法。\n第二条 未经镇政府批准，不得摆摊。\n第三条 摊位按号使用。\n"
    assert "AUTH-001" in {one.rule_id for one in findings(f"现将集市管理办法印发给你们。\n附件\n{rules}")}


def test_an_item_of_a_list_within_its_line_takes_the_mood_of_what_opens_it() -> None:
    text = "有下列情形之一的，不得作为否决投标的理由：（一）没有缴过税；（二）投标人在本县没有设立分公司。"
    first, second = draft(text).statements
    assert first.lead is None
    assert second.lead is not None
    assert second.lead.text == "有下列情形之一的，不得作为否决投标的理由："
    assert "COMP-008" not in {one.rule_id for one in findings(text)}


def test_an_item_that_only_names_an_occasion_is_left_to_its_opening_line() -> None:
    text = "有下列情形之一的，应当书面说明：\n（一）未经镇政府批准搭建葡萄架的；\n（二）其他情形。"
    item = draft(text).statements[1]
    found = Weighing(draft(text), RULES).overlooked(Group.AUTHORITY, {})
    assert item.start not in {hit.start for _, hit in found}


@pytest.mark.parametrize(
    ("rule_id", "text"),
    [
        ("CONT-014", "啥时候上头的钱到了，啥时候给乙方结货款。"),
        ("CONT-018", "全县的广告牌一揽子都给乙方做，二十年里甲方不再给别人。"),
    ],
)
def test_the_words_of_a_contract_are_weighed_too(rule_id: str, text: str) -> None:
    found = check(draft(text, DraftKind.CONTRACT))
    assert rule_id in {one.rule_id for one in found}


def test_a_silent_context_is_outweighed_where_hardly_anything_speaks_for_no_fault() -> None:
    text = "城区公交线路交由县城投集团独家经营三十年，期内不再另行组织招标，其他企业不得进入。"
    assert "COMP-002" in {one.rule_id for one in findings(text)}


def test_what_the_metadata_say_is_not_weighed_by_the_words_of_the_sentence_it_is_shown_at() -> None:
    text = "第一条 为了规范招牌管理，制定本办法。\n第二条 招牌应当整洁。"
    exempt = Draft.read(text, DAY, facts={"fcr": {"conclusion": "restriction_exempt"}})
    assert [one.rule_id for one in check(exempt)] == ["COMP-018"]


def test_words_alone_never_say_that_a_review_is_missing_from_the_record() -> None:
    for text in ("超市安装充电桩的，每桩补助二千元。", "乡村旅游补助仅面向已在册的四十户农家乐发放。"):
        assert not {one.rule_id for one in check(Draft.read(text, DAY))} & {"COMP-018", "COMP-019"}
