"""A report asks for a decision, or a request asks for several things (FORM-014)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law import act

_MIXED = re.compile(r"(?:以上|上述|该|此|本)报告[^。\n]{0,10}请[^。\n]{0,6}(?:批示|批复|审批|批准)")
_CLOSES = re.compile(
    r"(?:以上|上述|该|此|本)(?:情况)?报告[^。\n]{0,12}(?:批转|转发)|(?:特此|专此|谨此)报告[，。；][^。\n]{0,16}请[^。\n]{0,14}(?:批示|批复|审批|批准|指示)"
    r"|(?:报告如下|报告)[，。；：][^。\n]{0,6}(?:恳请|请求|请)[^。\n]{0,16}(?:拨付|追加|解决|批准|批复|增加编制|安排[^。\n]{0,6}资金)"
)
"""A report that closes with a request."""
_ASKS = re.compile(
    r"(?:妥否|当否|可否|是否妥当)[，,][^。\n]{0,6}(?:批示|批复|审批|指示|批准)"
    r"|(?:恳请|请求|特申请|申请|请)(?:县|区|市|镇|上级|你|贵|给予|予以|批准|追加|拨付|解决|增加"
    r"|同意)[^。\n]{0,20}"
)
_ASKED = re.compile(
    r"批准|批示|批复|审批|追加|拨付|解决|增加|同意|(?:资金|经费|编制|政策)[^。，]{0,6}支持"
    r"|支持[^。，]{0,8}(?:资金|经费)|安排[^。，]{0,8}(?:资金|经费)"
)
_REPORTED = re.compile(r"(?:已|曾|去年|上年)[^，。]{0,12}(?:申请|请求|报请)|请(?:审阅|审议|指正|知悉|查收)")
_MATTER = re.compile(
    r"^[ \t\u3000]*(?:[一二三四五六七八九十]{1,2}、"
    r"|[（(][一二三四五六七八九十]{1,2}[）)])[^。\n]{0,4}(?:关于|请求|申请|恳请)[^。\n]{2,40}",
    re.MULTILINE,
)


def _look(draft: Draft) -> Iterator[Hit]:
    title = draft.letter.title
    for found in sorted((*_MIXED.finditer(draft.masked), *_CLOSES.finditer(draft.masked)), key=re.Match.start):
        yield Hit(found.start(), found.end(), "报告不得请求批示、批准。")
        return
    if title is None:
        return
    if title.bare.endswith("请示报告"):
        yield Hit(title.start, title.end, "“请示”和“报告”是两种公文，不能合用。")
    elif title.genre == "报告" and draft.letter.recipient:
        yield from _asking(draft)
    elif title.genre == "请示":
        matters = list(_MATTER.finditer(draft.masked, *draft.letter.body))
        if len(matters) > 1:
            yield Hit(
                matters[1].start() + len(matters[1][0]) - len(matters[1][0].lstrip()),
                matters[1].end(),
                "一份请示只写一件事。",
                confidence=0.8,
            )


def _asking(draft: Draft) -> Iterator[Hit]:
    """The first sentence of a report that asks for a decision."""
    start, end = draft.letter.body
    for found in _ASKS.finditer(draft.masked, start, end):
        line = draft.masked.rfind("。", start, found.start()) + 1
        if _ASKED.search(found[0]) and not _REPORTED.search(draft.masked, max(line, start), found.end()):
            yield Hit(found.start(), found.end(), "报告里不得夹带请示事项。", confidence=0.85)
            return


RULE = Rule(
    id="FORM-014",
    group=Group.FORM,
    severity=Severity.ERROR,
    summary="报告夹带请示事项，或者一份请示写了几件事",
    basis=(act("党政机关公文处理工作条例")[15].item(4),),
    suggestion="请求批准的另写请示，一文一事",
    look=_look,
    fires=(
        "以上报告妥否，请批示。",
        "某县水利局关于水库险情的报告\n县人民政府：\n水库大坝渗漏，请求拨付加固资金八十万元。",
        "某镇人民政府关于村道改造的请示报告",
        "某县教育局关于校舍情况的报告\n县人民政府：\n校舍老旧，恳请批准新建教学楼。\n特此报告。",
        (
            "某县体育局关于有关问题的请示\n县人民政府：\n一、关于新建体育馆的问题\n请批准。\n二、"
            "关于增加编制的问题\n请批准。"
        ),
    ),
    silent=(
        "以上请示当否，请批示。",
        "某县水利局关于水库安全情况的报告\n县人民政府：\n水库运行正常。\n特此报告。",
        "某县水利局关于加固水库的请示\n县人民政府：\n请求拨付资金八十万元。妥否，请批示。",
        "某县人民政府关于预算执行情况的报告\n县人大常委会：\n以上报告，请予审议。",
        "某县水利局关于水库加固情况的报告\n县人民政府：\n我局去年申请追加的资金已经拨付到位。",
    ),
    kinds=(DraftKind.NORMATIVE, DraftKind.DECISION, DraftKind.REPORT),
)
