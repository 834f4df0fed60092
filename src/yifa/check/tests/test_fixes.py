"""A correction that a rule calls certain takes its own finding away and brings no other."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.check import Draft, Finding, all_rules, check
from yifa.check.rule import Rule

DAY = date(2026, 11, 22)
FIXING = [rule for rule in all_rules() if rule.fix]


def findings(text: str, rule: Rule) -> list[Finding]:
    return check(Draft.read(text, DAY, kind=rule.kinds[0], title=""))


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule in FIXING for text in rule.fires if isinstance(text, str)]
)
def test_a_corrected_example_has_no_such_finding_any_more_and_no_new_one(rule: Rule, text: str) -> None:
    before = findings(text, rule)
    own = [one for one in before if one.rule_id == rule.id]
    assert own
    for one in own:
        if one.replacement is None:
            continue  # 〔18〕: the century is for a person to say
        fixed = text[: one.start] + one.replacement + text[one.end :]
        after = [found.rule_id for found in findings(fixed, rule)]
        assert after.count(rule.id) == len(own) - 1
        assert set(after) <= {found.rule_id for found in before}


@pytest.mark.parametrize(
    ("quote", "rule_id", "fixed"),
    [
        ("[2018]37号", "CITE-007", "〔2018〕37号"),
        ("（2018）第07号", "CITE-007", "〔2018〕7号"),
        ("〔18〕3号", "CITE-007", None),
        ("〔2024〕第01号", "CITE-008", "〔2024〕1号"),
        ("第16条", "CITE-010", "第十六条"),
        ("第33条第1款", "CITE-010", "第三十三条第一款"),
        ("第0条", "CITE-010", None),
        ("第 １０ 款", "CITE-010", "第十款"),
        ("2024.5.1", "WORD-014", "2024年5月1日"),
        ("2024-02-30", "WORD-014", None),
        ("做出行政处罚决定", "WORD-005", "作出行政处罚决定"),
        ("二〇二六年三月五日", "FORM-006", "2026年3月5日"),
        ("2024年03月05日", "FORM-006", "2024年3月5日"),
        ("二O二六年三月五日", "FORM-006", None),
        ("2024年02月30日", "FORM-006", None),
        ("（一）、", "FORM-009", "（一）"),
        ("一.", "FORM-009", "一、"),
        ("第二、", "FORM-009", "第二，"),
        ("①、", "FORM-009", "①"),
        ("各司法所，", "FORM-005", "各司法所："),
        ("有下列情形之一", "STRU-004", "有下列情形之一的"),
        ("中华人民共和国行政许可法", "CITE-006", "《中华人民共和国行政许可法》"),
    ],
)
def test_corrections_are_made_only_where_they_are_certain(quote: str, rule_id: str, fixed: str | None) -> None:
    rule = next(one for one in all_rules() if one.id == rule_id)
    assert rule.fix is not None
    assert rule.fix(quote) == fixed


def test_a_duty_is_never_reworded() -> None:
    assert not {"WORD-001", "PROC-013"} & {rule.id for rule in FIXING}
