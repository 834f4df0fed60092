"""The title of a letter lacks its subject or its kind (FORM-002)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.letter import GENRE, ORGAN
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law import act

_NO_SUBJECT = re.compile(rf"[^《》]{{1,30}}{ORGAN}(?:通知|意见|请示|报告|批复|函|通报|决定|决议|议案|纪要)")
_ALONE = re.compile(r"通知|请示|报告|批复|通报")


def _look(draft: Draft) -> Iterator[Hit]:
    title = draft.letter.title
    if title is None:
        return
    if _NO_SUBJECT.fullmatch(title.bare) or (_ALONE.fullmatch(title.bare) and draft.letter.recipient):
        yield Hit(title.start, title.end, "标题没有写事由，看不出是什么事的文件。")
    elif "关于" in title.bare and not GENRE.search(title.bare):
        yield Hit(title.start, title.end, "标题没有写文种，看不出是通知、意见还是别的文件。", confidence=0.85)


RULE = Rule(
    id="FORM-002",
    group=Group.FORM,
    severity=Severity.WARNING,
    summary="标题缺少事由或者文种",
    basis=(act("党政机关公文处理工作条例")[9].item(7),),
    suggestion="标题写全发文机关名称、事由和文种",
    look=_look,
    fires=(
        "某县人民政府关于加强绿化",
        "某县民政局通知\n各镇人民政府：\n请报送名册。",
        "关于做好清明祭扫服务保障的\n各镇人民政府：\n现就有关事项通知如下。",
        "某县财政局请示\n县人民政府：\n申请追加经费。",
        "某县教育局关于印发《寒假工作安排》\n各学校：\n请执行。",
    ),
    silent=(
        "某县人民政府关于加强绿化工作的通知",
        "某县人民政府公告\n现公告如下。",
        "某县人民政府令\n现予公布。",
        "关于适用范围，按照有关规定执行。",
        "某县人民政府关于印发《某县绿化管理办法》的通知\n各镇人民政府：\n请执行。",
        "某县政府工作报告",
    ),
    kinds=(DraftKind.NORMATIVE, DraftKind.DECISION, DraftKind.REPORT),
)
