"""The provisions that the registers of enforcement rest on, and what is wrong with a basis somebody wrote down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from yifa.kernel.registers import Problem
from yifa.law import Basis, act
from yifa.law.citations import citations

SUPERVISION = act("行政执法监督条例")
PENALTY = act("行政处罚法")
COERCION = act("行政强制法")
LICENCE = act("行政许可法")
ENVIRONMENT = act("优化营商环境条例")

CONFIRMED = SUPERVISION[17, 1]
CERTIFIED = SUPERVISION[17, 2]
TWO_OFFICERS = PENALTY[42, 1].says("不得少于两人")
QUALIFIED = PENALTY[42, 1].says("行政执法资格")
OUT_OF_RANGE = PENALTY[76, 1].item(2)
CODED = ENVIRONMENT[19, 1].says("统一社会信用代码")
PUBLICITY = Basis(act("118号文"))
VISITS = Basis(act("54号文"))
RANGES = Basis(act("27号文"))
LENIENCY = Basis(act("26号文"))


def basis_doubts(field: str, label: str, lines: Sequence[str], on: date) -> Iterator[Problem]:
    """What of the provisions written down does not exist, is repealed, or cannot be told, as of a day."""
    for line in lines:
        found = citations(str(line), on)
        if not found:
            yield Problem(field, label, f"“{line}”没有认出法律文件", "写明书名号和条款；地方文件请人工核对")
        for cited in found:
            if cited.finding.is_fault:
                yield Problem(field, label, cited.sentence.rstrip("。"), "请核对；地方文件请人工核对")
