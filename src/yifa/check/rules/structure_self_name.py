"""A document whose title says 规定 calls itself 本办法 (STRU-005)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.parts import Part
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.structure import defined_names, genre_of, self_names
from yifa.law import act


def _look(draft: Draft) -> Iterator[Hit]:
    """The first place of each wrong name; a letter that has nothing appended may speak of what it will issue."""
    for number, part in enumerate(draft.parts):
        genre = genre_of(part)
        if not genre or part.amending:
            continue
        cover = number == 0 and genre in ("通知", "通告", "公告", "决定", "意见")
        defined = {one.name for one in defined_names(draft, part)}
        said: set[str] = set()
        for start, end, used in self_names(draft, part):
            if used == genre or used in said or used in part.title or any(used in name for name in defined):
                continue
            if cover and _issues(draft, part, used):
                continue
            said.add(used)
            yield Hit(start, end, f"标题是“{genre}”，正文自称“本{used}”。", confidence=0.9)


def _issues(draft: Draft, part: Part, used: str) -> bool:
    """Whether a letter speaks of a document of this genre that it issues."""
    return f"{used}》" in draft.text[part.start : part.end] or any(
        genre_of(other) == used for other in draft.parts if other is not part
    )


RULE = Rule(
    id="STRU-005",
    group=Group.STRUCTURE,
    severity=Severity.ERROR,
    summary="正文的自称与标题不一致",
    basis=(act("党政机关公文处理工作条例")[19],),
    suggestion="全文统一用标题的文种自称",
    look=_look,
    fires=(
        "某县渔港管理规定\n第一条 制定本规定。\n第二条 本办法所称渔港，是指人工港。",
        "某县渔港管理办法（试行）\n第一条 制定本办法。\n第二条 本规定自2027年1月1日起施行。",
        "某县渔港实施细则\n第一条 制定本细则。\n第二条 本办法适用于渔港。",
        "某县人民政府关于渔港管理的意见\n各镇人民政府：\n一、管理\n本办法自印发之日起施行。",
        "某镇议事规则\n第一条 制定本规则。\n第二条 本规定由镇政府解释。",
    ),
    silent=(
        "某县渔港管理办法\n第一条 制定本办法。\n第二条 本办法所称渔港，是指人工港。",
        "某县渔港实施办法\n第一条 制定本办法。\n第二条 本实施办法自2027年1月1日起施行。",
        "某县渔港管理办法\n第一条 制定本办法。\n第二条 依照《渔港规定》（以下简称本规定）执行，本规定没有的除外。",
        "某县人民政府关于印发《某县渔港办法》的通知\n各镇人民政府：\n本办法由县农业农村局负责解释。",
        "某县渔港管理办法\n第一条 制定本办法。\n第二条 港口基本规定由县里制定。",
        "某县人民政府关于修改《某县渔港规定》的决定\n一、将“本规定”改为“本办法”。\n二、本决定自2027年1月1日起施行。",
    ),
    kinds=PROVISIONS,
)
