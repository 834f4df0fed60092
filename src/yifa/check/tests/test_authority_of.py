"""What an act may authorise, by its kind, and what a finding says of an authority that is too low."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.check import Draft, DraftKind, Finding, check
from yifa.check.authority import Authority, authority_of

DAY = date(2026, 11, 22)


def found(text: str, prefix: str) -> list[Finding]:
    """The findings of one group in a sentence."""
    return [one for one in check(Draft.read(text, DAY, DraftKind.NORMATIVE, "")) if one.rule_id.startswith(prefix)]


@pytest.mark.parametrize(
    ("name", "authority"),
    [
        ("城乡规划法", Authority.LAW),
        ("中华人民共和国行政强制法", Authority.LAW),
        ("市场主体登记管理条例", Authority.REGULATION),
        ("罚款决定与罚款收缴分离实施办法", Authority.REGULATION),
        ("国务院关于加强某项工作的通知", Authority.REGULATION),
        ("浙江省城市市容和环境卫生管理条例", Authority.LOCAL),
        ("某市养犬管理条例", Authority.LOCAL),
        ("政府制定价格行为规则", Authority.RULE),
        ("浙江省定价目录", Authority.RULE),
        ("某县户外广告管理办法", Authority.DOCUMENT),
        ("某镇整治工作方案", Authority.DOCUMENT),
        ("某村村规民约", Authority.DOCUMENT),
    ],
)
def test_the_kind_of_an_act_decides_what_it_may_authorise(name: str, authority: Authority) -> None:
    assert authority_of(name) is authority


def test_a_document_below_the_rules_authorises_no_penalty() -> None:
    (one,) = found("乱倒垃圾的住户，依照《某县城区卫生管理办法》第八条处二百元罚款。", "AUTH")
    assert (one.rule_id, one.severity.label) == ("AUTH-004", "错误")


def test_a_local_regulation_authorises_a_penalty_but_only_a_law_coercive_execution() -> None:
    assert not found("乱倒垃圾的住户，依照《某市市容条例》第八条处二百元罚款。", "AUTH")
    (one,) = found("逾期不拆的，由城管局依照《某市市容条例》第九条强制拆除。", "AUTH")
    assert (one.rule_id, one.severity.label) == ("AUTH-006", "提醒")
    assert "地方性法规" in one.message
    assert not found("逾期不拆的，由城管局依照《城乡规划法》第六十八条强制拆除。", "AUTH")


def test_rewards_have_an_exception_and_local_protection_has_none() -> None:
    assert found("按照企业税收贡献给予奖励。", "COMP-012")
    assert not found("经国务院批准，按照企业税收贡献给予奖励。", "COMP-012")
    assert found("经国务院批准，评标时本地企业加五分。", "COMP-009")
    assert found("按照《某市优化营商环境条例》，根据企业税收贡献给予奖励。", "COMP-012")


def test_a_measure_taken_back_in_the_same_sentence_is_no_fault() -> None:
    assert not found("对外地企业重复检测的做法，立即予以纠正。", "COMP")
    assert not found("要求企业缴纳诚信保证金的规定一律取消。", "AUTH")
    assert found("要求企业缴纳诚信保证金一万元。", "AUTH")


def test_the_whole_sentence_counts_across_a_semicolon() -> None:
    text = "搬家公司应当到街道报备并领取回执；无回执的，不得进入小区作业。"
    assert [one.rule_id for one in found(text, "AUTH")] == ["AUTH-002"]
