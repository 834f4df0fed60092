"""The list of those who take part in a hearing is public by name (决策条例16③); everything else of them is not."""

from __future__ import annotations

import pytest

from yifa.areas.rulemaking.major_decision.models import DecisionCase
from yifa.areas.rulemaking.major_decision.procedure import MajorDecision
from yifa.areas.rulemaking.major_decision.tests.conftest import County, fresh
from yifa.areas.rulemaking.review_suggestion.models import ReviewSuggestionCase
from yifa.kernel.declare import DeclarationError, Shown
from yifa.kernel.models import Paper
from yifa.kernel.publish import copy_of
from yifa.papers import store

pytestmark = pytest.mark.data
LIST = MajorDecision.publication("participants_announced")
PEOPLE = [
    {"name": "王五六", "kind": "居民代表，电话13812345678", "unit": "柳湾社区3号楼2单元"},
    {"name": "赵一二", "kind": "人大代表"},
]


def announced(county: County) -> object:
    case = county.drafted()
    told = {"hearing_on": "2025-04-16", "hearing_place": "县政府一楼会议室"}
    county.take(case, "announce_hearing", "2025-03-10", told)
    county.take(case, "publish_participants", "2025-03-24", {"hearing_people": PEOPLE})
    return fresh(case)


def test_the_public_list_names_them_as_the_announcement_does(county: County) -> None:
    case = announced(county)
    lines = [line.text for line in copy_of(case, LIST)]
    assert "赵一二，人大代表" in lines
    assert any(line.startswith("王五六，居民代表") for line in lines)
    paper = Paper._base_manager.get(case_id=case.pk, title__contains="参加人名单")  # type: ignore[attr-defined]
    assert store.read(paper.digest)


def test_units_and_telephones_of_participants_are_not_in_the_list(county: County) -> None:
    text = "".join(line.text for line in copy_of(announced(county), LIST))
    assert "柳湾社区" not in text
    assert "13812345678" not in text


def test_no_other_copy_names_them(county: County) -> None:
    case = announced(county)
    case.draft = "王五六所在小区的停车泊位另行规定。"  # type: ignore[attr-defined]
    for publication in MajorDecision.publications():
        if publication is not LIST:
            assert "王五六" not in "".join(line.text for line in copy_of(case, publication))


def test_an_expert_of_the_same_case_stays_hidden_in_the_list(county: County) -> None:
    case = announced(county)
    case.experts = [{"name": "钱教授", "unit": "某大学"}]  # type: ignore[attr-defined]
    case.matter = "钱教授和王五六提出的停车措施"  # type: ignore[attr-defined]
    (matter,) = [line.text for line in copy_of(case, LIST) if line.label == "事项名称"]
    assert matter == "钱某和王五六提出的停车措施"


def test_a_number_or_a_telephone_is_never_opened() -> None:
    with pytest.raises(DeclarationError, match="只能公开姓名栏目，“contact”"):
        Shown(ReviewSuggestionCase.suggesters, open=("name", "contact"))
    with pytest.raises(DeclarationError, match="不存在：age"):
        Shown(DecisionCase.hearing_people, columns=("age",))
