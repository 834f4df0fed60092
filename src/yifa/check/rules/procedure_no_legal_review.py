"""There is no favourable legality review (PROC-008)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Example, Rule
from yifa.check.timing import text_hash, whole_hit
from yifa.law import act


def _look(draft: Draft) -> Iterator[Hit]:
    known = [draft.facts[key] for key in ("legal_review", "legal_review_id") if key in draft.facts]
    if not known:
        return
    review = draft.facts.get("legal_review")
    if not any(known):
        yield whole_hit(draft, "没有合法性审查意见。")
    elif isinstance(review, dict) and review.get("conclusion") not in (None, "legal"):
        yield whole_hit(draft, "合法性审查的结论不是合法。")
    elif isinstance(review, dict) and review.get("text_hash") not in (None, text_hash(draft.text)):
        yield whole_hit(draft, "合法性审查以后，正文又有改动。")


RULE = Rule(
    id="PROC-008",
    group=Group.PROCEDURE,
    severity=Severity.ERROR,
    summary="没有有效的合法性审查意见",
    basis=(
        act("地方各级人民代表大会和地方各级人民政府组织法")[75],
        act("重大行政决策程序暂行条例")[25, 2],
        act("优化营商环境条例")[63, 2],
    ),
    suggestion="送合法性审查；审查后有实质改动的，再次送审",
    look=_look,
    fires=(
        Example("河道应当疏浚。", {"legal_review": None}),
        Example("河道应当疏浚。", {"legal_review": {"conclusion": "illegal"}}),
        Example("河道应当疏浚。", {"legal_review": {"conclusion": "legal", "text_hash": "0"}}),
    ),
    silent=(Example("河道应当疏浚。", {"legal_review": {"conclusion": "legal"}}), "河道应当疏浚。"),
    kinds=PROVISIONS,
)
