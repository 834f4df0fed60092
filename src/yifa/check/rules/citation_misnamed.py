"""An act is cited by a name that does not exist but looks like a known one (CITE-003)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache

from yifa.check.citing import judged
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law import Kind, act, default_index
from yifa.law.citations import Citation, Named
from yifa.law.citations import Finding as Verdict
from yifa.law.index import PREFIX, plain_title
from yifa.law.kinds import Status

_ENDINGS = ("实施条例", "实施办法", "实施细则", "条例", "办法", "规定", "细则", "法典", "法")
_RULES = ("办法", "规定", "细则")
"""What a county may call a document of its own."""
_FILLING = re.compile(r"管理|工作|程序|暂行|试行|若干|[与和及]")
_OF_A_PLACE = re.compile(
    r"(?:[本我全原]|[省市县区州盟旗镇乡局委办厅院]|街道)(?:人民政府|人大|人大常委会)?"
    r"(?:[^，。；《》]{0,6}(?:制定|印发|出台|发布|公布|通过|批准|起草|修订|拟订))?的?$"
)
_PLACE_NAME = re.compile(r"[一-龥]{2,6}?(?:省|自治区|自治州|自治县|[市县区州盟旗镇乡](?!场|容|政|域|务|村|民))|关于")
_CITED = re.compile(r"(?:依照|按照|根据|依据|违反|适用|符合|执行|参照|按|照|见|遵守)(?:了)?$")
_AS_LAW = re.compile(r"(?:依照|按照?|根据|依据|违反|适用|符合|遵守|国家有|国家的|见)(?:国家)?$")
_NOT_OF_STATE = re.compile(
    r"测|试验|检|光度|色谱|计算|分析|评价|办法|方法|[书兵魔语算疗笔]法$|美国|日本|[国洲]法$|滴定|拼音"
)
"""《…法》 that is a method or another country's: 《水质 总磷的测定 钼酸铵分光光度法》."""
_AN_ARTICLE = re.compile(r"》第[^，。；]{1,6}条")
_NAME = re.compile(r"《([^《》\n]{2,60})》")
_LEAST = 4
"""Characters before the last word of a name without 中华人民共和国, so that it can only mean one act."""


def _stem(title: str) -> str:
    return next((title.removesuffix(end) for end in _ENDINGS if title.endswith(end)), title)


def _bare(title: str) -> str:
    """What a title is about, without its last word and what drafters forget or add: 信访工作条例 → 信访."""
    return _FILLING.sub("", _stem(title))


@cache
def _by_subject() -> dict[str, tuple[str, ...]]:
    """The titles of laws, regulations and rules that are about the same."""
    found: dict[str, tuple[str, ...]] = {}
    for title, one in default_index().acts.items():
        if one.kind in (Kind.LAW, Kind.REGULATION, Kind.PARTY_RULE, Kind.RULE) and title.endswith(_ENDINGS):
            found[_bare(title)] = (*found.get(_bare(title), ()), title)
    return found


def _in_force(titles: Iterable[str], at: date) -> str | None:
    acts = default_index().acts
    return next((title for title in titles if acts[title].status_on(at) is Status.IN_FORCE), None)


@lru_cache(maxsize=4096)
def _meant(name: str, at: date) -> str | None:
    """The act in force meant by a wrong name: the same but for its last word (法 for 条例), or nearly so."""
    plain = plain_title(name)
    stem, national = _stem(plain), name.startswith(PREFIX)
    swapped = (stem + ending for ending in _ENDINGS if stem + ending != plain and stem + ending in default_index().acts)
    if len(stem) >= (2 if national else _LEAST) and (found := _in_force(swapped, at)):
        return found
    if plain.endswith(_RULES) and not national:
        return None  # a county's own 办法 may be about what an act is about
    if len(_bare(plain)) >= (2 if national else _LEAST) and (
        found := _in_force(_by_subject().get(_bare(plain), ()), at)
    ):
        return found
    near = default_index().near(plain) if national else []
    return near[0] if near and abs(len(near[0]) - len(plain)) <= 3 else None


def _shorter(text: str) -> frozenset[str]:
    """How the names in 《》 of a text end: what is cited as 《养犬条例》 after 《某市养犬条例》 is that."""
    names = {name for name in _NAME.findall(text) if name.endswith(_ENDINGS)}
    return frozenset(name[at:] for name in names for at in range(1, len(name)))


def _own(draft: Draft, one: Citation, shorter: frozenset[str]) -> bool:
    """Whether a name without 中华人民共和国 may be that of a local document."""
    name = one.mention.name
    if _PLACE_NAME.match(name) or _OF_A_PLACE.search(draft.text[max(0, one.start - 20) : one.start]):
        return True
    if name in shorter or name in draft.title:
        return True
    before, behind = draft.text[max(0, one.start - 3) : one.start], draft.text[one.start : one.start + len(name) + 12]
    return name.endswith(_RULES) and not (_CITED.search(before) and (_AN_ARTICLE.search(behind) or "条例" in name))


def _look(draft: Draft) -> Iterator[Hit]:
    shorter = _shorter(draft.text)
    for one in judged(draft, Verdict.UNKNOWN_ACT):
        name = one.mention.name
        if one.mention.named is not Named.BRACKETS or name == draft.title or not name.endswith(_ENDINGS):
            continue
        if not name.startswith(PREFIX) and _own(draft, one, shorter):
            continue
        meant = _meant(name, draft.at)
        if not meant and _no_such_law(draft, one):
            yield Hit(one.start, one.end, f"现行法律中没有《{name}》。", Severity.WARNING, confidence=0.8)
        if meant:
            message = f"现行法律文件中没有查到《{name}》，名称相近的是《{meant}》。"
            severity = Severity.WARNING if name.endswith(_RULES) and not name.startswith(PREFIX) else None
            yield Hit(one.start, one.end, message, severity, confidence=0.9)


def _no_such_law(draft: Draft, one: Citation) -> bool:
    """Whether a name that only a law of the state may have is applied and no law has it nor had it."""
    name, before = one.mention.name, draft.text[max(0, one.start - 6) : one.start]
    plain = plain_title(name)
    if not plain.endswith("法") or _NOT_OF_STATE.search(plain) or default_index().titles_of(plain):
        return False
    return name.startswith(PREFIX) or bool(_AS_LAW.search(before))


RULE = Rule(
    id="CITE-003",
    group=Group.CITATION,
    severity=Severity.ERROR,
    summary="法律文件名称写错，没有这个名称的法律文件",
    basis=(act("党政机关公文处理工作条例")[20],),
    suggestion="按公布的全称更正，并核对条号",
    look=_look,
    fires=(
        "依据《中华人民共和国政府信息公开法》公开。",
        "按照《公平竞争审查法》开展审查。",
        "依照《政府督查条例》第十九条问责。",
        "依照《信访工作办法》第二十二条办理。",
        "民宿的管理，依照《中华人民共和国民宿经营法》执行。",
        "工资专户的开设，见《保障农民工工资支付规定》第二十六条。",
    ),
    silent=(
        "依据《中华人民共和国政府信息公开条例》公开。",
        "按照《某市养犬管理条例》登记。",
        "依照《行政处罚法》处理。",
        "采用《水质总磷的测定钼酸铵分光光度法》检测。",
        "依照省人大常委会制定的《土地管理条例》执行。",
        "本局《政府采购内部控制办法》另行印发。",
    ),
)
