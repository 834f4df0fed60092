"""A county document is called 条例, 法 or 规章 (FORM-001)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act

_NAME = re.compile(r"(?:条例|(?<!办)法|规章)(?:[（(][^（）()]*[）)])?$")
_COUNTY = re.compile(
    r"^(?:[^《》，省市县区]{1,4}(?:省|自治区))?(?:[^《》，市县区城]{1,4}市)?[^《》，市县区镇乡]{1,5}?"
    r"(?:(?<!自治)县|(?<![小发范护城地山村街园景社特林矿库灾牧郊治能辖片战选功])区(?![块域])"
    r"|(?<![城村集市])镇|(?<![城下族返回水兴])乡(?!村)|街道|旗)"
)
_HIGHER = re.compile(
    r"^中华人民共和国|^[^《》]{0,16}自治[州县旗]"
    r"|^[^《》]{1,6}(?:省|自治[区州县旗])|^(?:国务院|全国)|方法|书法|做法|看法"
    r"|想法|用法|语法|算法|疗法|普法|司法|执法"
)
_CITY = re.compile(r"^[^《》县区镇乡]{1,6}(?:省|市(?![场容政民区县]))")
_OWN = re.compile(r"[本我](?:县|区(?!域)|镇|乡|街道)")


_ISSUED = re.compile(
    r"(?:印发|制定|出台|颁布|公布|发布|起草|施行|通过)了?《([^《》\n]{4,40})》(?!的?(?:实施|贯彻|配套|学习|有关|相关|第))"
    r"|《([^《》\n]{4,40})》(?:(?:予以|现予)?(?:印发|公布|发布)|(?:已经?|业经)[^，。；]{0,30}(?:审议通过|讨论通过|通过|同意))"
)
"""What an office says that it issues itself."""


def _issued(draft: Draft) -> Iterator[Hit]:
    """A name within the text, of what the authorities of a county issue."""
    for found in _ISSUED.finditer(draft.text, *draft.body):
        group = 1 if found[1] else 2
        title = found[group]
        line = draft.text.rfind("\n", 0, found.start()) + 1
        before = draft.text[line : found.start()]
        if _NAME.search(title) and _COUNTY.match(title) and not (_HIGHER.search(title) or _ABOVE.search(before)):
            yield Hit(found.start(group), found.end(group), confidence=0.8)


_ABOVE = re.compile(r"(?:全国|省|市|常务委员会|人大)[^，。；]{0,20}$|(?:根据|依照|依据|按照|贯彻)[^，。；]{0,20}$")


def _look(draft: Draft) -> Iterator[Hit]:
    """Titles of what is issued; one that does not say of which place is judged by whether the text says 本县."""
    for number, part in enumerate(draft.parts):
        title = (draft.letter.title.bare if number == 0 and draft.letter.title else part.title) or ""
        if not _NAME.search(title) or _HIGHER.search(title) or "》" in title[-1:]:
            continue
        if _COUNTY.match(title) or (not _CITY.match(title) and _OWN.search(draft.text, part.start, part.end)):
            at = draft.text.find(title[:6], part.start)
            start = at if at >= 0 else part.start
            line = draft.text.find("\n", start)
            yield Hit(start, line if line > 0 else len(draft.text))
    yield from _issued(draft)


RULE = Rule(
    id="FORM-001",
    group=Group.FORM,
    severity=Severity.ERROR,
    summary="县级以下的文件不得叫“条例”“法”“规章”",
    basis=(act("规章制定程序条例")[7], act("行政法规制定程序条例")[5]),
    suggestion="改为“办法”“规定”或者“细则”",
    look=_look,
    fires=(
        "某县文明养犬条例",
        "某区地下管线保护条例（草案）\n第一条 制定本条例。",
        "某镇宅基地管理法",
        "某街道出租房管理实施条例",
        "某县城市绿化条例",
        "农贸市场卫生条例\n第一条 本县范围内的农贸市场适用本条例。",
    ),
    silent=(
        "某县文明养犬管理办法",
        "某省养犬管理条例",
        "某县贯彻《养犬管理条例》实施办法",
        "某自治县养犬条例",
        "某县人民政府关于学习宣传《法治宣传教育法》的通知\n各镇人民政府：\n请认真学习。",
        "信访工作条例",
    ),
    kinds=PROVISIONS,
)
