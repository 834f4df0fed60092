"""Every rule fires on its own examples and is silent on the others."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.check import Draft, DraftKind, Rule, all_rules, check
from yifa.check.place import Place
from yifa.check.rule import Example

DAY = date(2026, 11, 22)
FIRES = [pytest.param(rule, text, id=f"{rule.id} {str(text)[:30]}") for rule in all_rules() for text in rule.fires]
SILENT = [pytest.param(rule, text, id=f"{rule.id} {str(text)[:30]}") for rule in all_rules() for text in rule.silent]


def found_by(rule: Rule, example: str | Example) -> list[str]:
    """The quotes the rule finds in a draft of the first kind it looks at."""
    kind = DraftKind.NORMATIVE if DraftKind.NORMATIVE in rule.kinds else rule.kinds[0]
    shown = Example(example, {}) if isinstance(example, str) else example
    draft = Draft.read(shown.text, DAY, kind, None, shown.facts, layout=shown.layout)
    return [one.quote for one in check(draft, Place(rules=(rule,)))]


@pytest.mark.parametrize(("rule", "text"), FIRES)
def test_a_rule_fires_where_it_must(rule: Rule, text: str | Example) -> None:
    assert found_by(rule, text)


@pytest.mark.parametrize(("rule", "text"), SILENT)
def test_a_rule_is_silent_where_it_must_be(rule: Rule, text: str | Example) -> None:
    assert found_by(rule, text) == []


def test_every_rule_says_what_why_and_what_to_do() -> None:
    for rule in all_rules():
        assert all((rule.fires, rule.silent, rule.basis, rule.summary, rule.suggestion)), rule.id
        assert not rule.summary.endswith("。"), rule.id


def test_no_two_rules_share_an_id() -> None:
    ids = [rule.id for rule in all_rules()]
    assert len(ids) == len(set(ids))
