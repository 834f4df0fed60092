"""审查意见库: the opinions that an organ keeps for use again."""

from __future__ import annotations

from collections.abc import Iterable

from yifa.areas.rulemaking.legality_review.acts import D
from yifa.areas.rulemaking.opinion_library.clauses import OTHER, clauses, kind_of
from yifa.areas.rulemaking.opinion_library.models import OpinionBlock
from yifa.kernel.registers import Column, EntryCount, Problem, Register


class OpinionLibrary(Register[OpinionBlock]):
    """审查意见库."""

    key, label = "opinion_library", "审查意见库"
    basis = D[28]
    note = "反复用到的审查意见一条登记一条，审查台的“常用意见”里可以直接写入意见书；在审查台上也可以收入。"
    model = OpinionBlock
    columns = (
        Column(OpinionBlock.number, width=18, example="意库〔2025〕7号"),
        Column(OpinionBlock.target_type, width=16, example="政府合同"),
        Column(OpinionBlock.clause, width=16, example="违约责任"),
        Column(
            OpinionBlock.text, D[28], width=60, example="没有约定对方逾期交付的违约责任，建议补充违约金的计算方法。"
        ),
        Column(OpinionBlock.basis, width=30, example="《民法典》第五百八十五条"),
        Column(OpinionBlock.severity, width=10, example="建议修改"),
        Column(OpinionBlock.category, width=10, listed=False, example="法律风险"),
        Column(OpinionBlock.when_used, width=36, listed=False, example="采购、工程、服务合同"),
        Column(OpinionBlock.entered_on, example="2025-05-20"),
    )
    unique = (OpinionBlock.number,)
    dated = OpinionBlock.entered_on
    sorted_by = OpinionBlock.target_type
    searched = (OpinionBlock.number, OpinionBlock.text, OpinionBlock.basis)

    ol_blocks = EntryCount("收入意见库的审查意见", unit="条", definition="期内（按收入日期）收入审查意见库的条数。")

    @classmethod
    def check(cls, entry: OpinionBlock, today: object) -> Iterable[Problem]:
        """The topic is one of this kind of matter."""
        known = {one.key for one in clauses(kind_of(entry.target_type))} | {OTHER}
        if entry.clause not in known:
            yield Problem("clause", "条款事项", f"“{entry.get_clause_display()}”不用于这类事项", "请改选")
