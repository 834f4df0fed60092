"""A document says 依据 rather than 根据 for the act it is made under (CITE-013)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule

_WORD = "依据"
_TEXT = "(?:办法|规定|细则|意见|通知|规则|方案|制度|规程|措施|标准|预案|规范|指引|守则|计划|目录|清单|通告)"
_UNDER = re.compile(
    r"(?:^|(?<=[，。；\s　条])|(?<=[，。；\s　条][现并特]))依据"
    rf"(?=(?:[^。；]{{2,160}}?(?:制[定订]|出台|拟[定订])(?:出?本|如下|以下)[一-龥]{{0,18}}?{_TEXT}"
    rf"|《[^。；]{{2,160}}?现就[^。；]{{2,60}}?(?:通知|通告|公告|规定|意见)如下))"
)
_ITSELF = re.compile(
    rf"(?<=本){_TEXT}(?:系|是)?依据(?=(?:《|有关法律|国家|法律)[^。；]{{2,160}}?制[定订](?:而成)?(?:[，。；]|$))"
)
"""本办法依据《…》制定."""


def _look(draft: Draft) -> Iterator[Hit]:
    for words in (_UNDER, _ITSELF):
        for one in draft.holding(words):
            for spot in one.find(words):
                yield Hit(spot.end - len(_WORD), spot.end, confidence=0.95)


RULE = Rule(
    id="CITE-013",
    group=Group.CITATION,
    severity=Severity.WARNING,
    summary="写制定依据用“根据”，不用“依据”",
    basis=("《立法技术规范（试行）（二）》“依照、按照、参照、根据”",),
    suggestion="把“依据”改成“根据”",
    look=_look,
    fires=(
        "依据《行政许可法》，制定本办法。",
        "本办法依据《行政许可法》制定。",
        "依据《城市供水条例》，制定本县城乡二次供水设施管理规定。",
        "第一条 为了规范管理，依据《信访工作条例》，结合本县实际，制定本办法。",
    ),
    silent=("根据《行政许可法》，制定本办法。", "依据检查结果，制定整改措施。", "本预案依据风险评估结果制定。"),
    kinds=PROVISIONS,
    fix=lambda quote: "根据",
)
