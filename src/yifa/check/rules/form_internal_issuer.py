"""A letter goes out in the name of a section inside an authority (FORM-012)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Example, Rule
from yifa.law import act

_INSIDE = re.compile(
    r"(?:局|委员会|委|部|办公室|厅|人民政府|政府|办事处)(?:机关)?[^\s，、局会]{1,10}(?:科|股|处室|(?<![管事代服办])处)$"
)


def _look(draft: Draft) -> Iterator[Hit]:
    """The organ of the title, the signature or the metadata; 办公室 may send letters."""
    title = draft.letter.title
    given = draft.facts.get("issuer")
    if isinstance(given, str) and _INSIDE.search(given.strip()):
        yield Hit(title.start, title.end) if title else Hit(0, min(1, len(draft.text)))
        return
    if title and (organ := re.match(r"([^《]{2,40}?)关于", title.bare)) and _INSIDE.search(organ[1]):
        yield Hit(title.start, title.end)
        return
    for line in draft.letter.signatures:
        if _INSIDE.search(line.text.strip()):
            yield Hit(line.start, line.end)


RULE = Rule(
    id="FORM-012",
    group=Group.FORM,
    severity=Severity.WARNING,
    summary="部门内设机构（办公室除外）不得对外正式行文",
    basis=(act("党政机关公文处理工作条例")[17],),
    suggestion="改以部门名义行文",
    look=_look,
    fires=(
        "某县教育局基础教育股关于上报材料的通知\n各学校：\n请上报。",
        "某县财政局关于决算的通知\n各单位：\n请上报。\n某县财政局预算股\n2026年5月1日",
        Example("关于决算的通知\n各单位：\n请上报。", {"issuer": "某县教育局基础教育股"}),
        "某县民政局救助科关于核对名册的函\n各镇人民政府：\n请核对。",
        "某县住房和城乡建设局房产科关于备案的通知\n各企业：\n请办理。",
    ),
    silent=(
        "某县教育局关于上报材料的通知\n各学校：\n请上报。",
        "某县人民政府办公室关于防汛的通知\n各镇人民政府：\n请执行。",
        "某街道办事处关于防汛的通知\n各社区：\n请执行。",
        "某县公路管理处关于养护的通知\n各公路站：\n请执行。",
        Example("关于决算的通知\n各单位：\n请上报。", {"issuer": "某县教育局"}),
    ),
    kinds=PROVISIONS,
)
