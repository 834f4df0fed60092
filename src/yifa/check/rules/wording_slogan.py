"""A slogan in a provision (WORD-013)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded
from yifa.law import act

_WORDS = re.compile(
    r"高度重视|切实加强|扎实推进|狠抓落实|真抓实干|常抓不懈|抓紧抓实|提高政治站位"
    r"|统一思想|提高(?:思想)?认识|思想和?行动统一|落地见效|见行见效|钉钉子精神|勇于担当|主动作为|担当作为|层层(?:压实|传导|落实)责任|形成(?:工作)?合力"
    r"|(?:确保|务求|力求)[^，。；]{0,4}(?:取得)?(?:实效|成效|落地生根)|切实(?:增强|提高|履行|把|抓好)|抓好[^，。；]{1,8}落实|强化(?:责任)?担当"
    r"|以高度的[^，。；]{2,10}(?:责任感|使命感)|强化举措|不折不扣|齐抓共管|守土有责|群策群力|再接再厉|压紧压实|凝心聚力|久久为功|奋力谱写|高位推[动进]"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return worded(draft, _WORDS, once=True)


RULE = Rule(
    id="WORD-013",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="条文里写口号",
    basis=(act("党政机关公文处理工作条例")[19],),
    suggestion="删除，或者移到通知正文",
    look=_look,
    fires=("各单位应当高度重视，狠抓落实。",),
    silent=("各单位应当自施行之日起三十日内建立台账。",),
    kinds=PROVISIONS,
)
