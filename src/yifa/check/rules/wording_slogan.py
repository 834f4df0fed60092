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
    r"|压紧压实|凝心聚力|久久为功|奋力谱写|高位推[动进]"
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
