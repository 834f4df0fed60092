"""The letter is of none of the fifteen kinds (FORM-003)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.letter import ORGAN
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act

_PLAN = re.compile(
    r"方案|规划|计划|总结|要点|安排|汇报|申请书?|建议书|报告书|承诺书|说明|措施|预案|倡议书|须知|启事"
    r"|指示|布告|建议|清单|目录|名单"
)
_OWN = re.compile(rf"^[^《》关]{{1,30}}{ORGAN}(?:关于[^《》]{{2,60}}的)?[^《》的关]{{0,6}}$")


def _look(draft: Draft) -> Iterator[Hit]:
    """Only where the title is that of a letter: with its organ, or above an addressee or below a number."""
    title = draft.letter.title
    if title is None or "请示报告" in title.genre or not (plan := _PLAN.search(title.genre)):
        return
    subject = title.bare[: -len(title.genre)] if title.bare.endswith(title.genre) else title.bare
    sent = draft.letter.numbers or draft.letter.recipient
    if _OWN.match(subject) or ("关于" in title.bare and sent):
        yield Hit(title.start, title.end, f"“{plan[0]}”不是法定的公文文种。", confidence=0.85)


RULE = Rule(
    id="FORM-003",
    group=Group.FORM,
    severity=Severity.WARNING,
    summary="文种不在法定的十五种之内",
    basis=(act("党政机关公文处理工作条例")[8],),
    suggestion="用决议、决定、命令、公报、公告、通告、意见、通知、通报、报告、请示、批复、议案、函、纪要，"
    "方案等用通知印发",
    look=_look,
    fires=(
        "某县人民政府方案",
        "某县人民政府关于开展河道清淤的实施方案",
        "某县水利局关于追加防汛经费的申请\n县人民政府：\n请予批准。",
        "某县司法局工作安排",
        "关于推进垃圾分类的工作方案\n各镇人民政府：\n为推进垃圾分类，制定本方案。",
    ),
    silent=(
        "某县人民政府关于印发河道清淤方案的通知",
        "某县河道清淤实施方案\n一、目标",
        "某县人民政府关于河道清淤的意见\n各镇人民政府：\n现提出意见。",
        "某县养犬管理办法\n第一条 制定本办法。",
        "某县人民政府关于某村规划的批复\n某镇人民政府：\n现批复如下。",
    ),
    kinds=PROVISIONS,
)
