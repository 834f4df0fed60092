"""Look a mention up: which act and version it names on a day, and whether the place exists there."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from yifa.law.acts import Act, Version
from yifa.law.citations.find import find
from yifa.law.citations.model import Citation, Finding, Mention, Named, Place
from yifa.law.citations.own import own_structure
from yifa.law.index import Index, default_index
from yifa.law.kinds import Kind, Status
from yifa.law.structure import Structure

_MISSING: Final = {
    "条": Finding.ARTICLE_MISSING,
    "款": Finding.PARAGRAPH_MISSING,
    "项": Finding.ITEM_MISSING,
}
_REPEALS: Final = re.compile(r"[^。；\n]*废止")
_AMENDING: Final = re.compile(r"关于(?:修改|废止|修订|批准).*决定$")
_LOCAL: Final = re.compile(
    r"(?!城市|上市|集市|社区|地区|辖区|景区|园区)[一-龥]{2,6}?(?:省|市|自治区|自治州|自治县|县|区)"
)
_LOCAL_HINT: Final = "看名称是地方文件，索引不登记地方文件，请另行核对。"
_LOCAL_IMPORTED: Final = "看名称是地方文件，导入的法律库里也没有，请另行核对。"
_PARTLY_KNOWN: Final = (Kind.INTERPRETATION, Kind.RULE, Kind.PARTY_RULE, Kind.LOCAL, Kind.DOCUMENT)
"""Kinds whose earlier versions the index may lack."""
_CENTRAL: Final = ("国", "中", "法", "高检", "司", "厅字", "财", "公", "发改", "建", "人社", "民发", "教")


def citations(text: str, at: date, index: Index | None = None, own_title: str = "") -> list[Citation]:
    """Every citation of the text, each looked up as of the day `at`."""
    known = index or default_index()
    own = own_structure(text)
    found = (resolve(mention, at, known, own) for mention in find(text, known, own_title))
    return [_unless_repealing(text, one) for one in found]


def _unless_repealing(text: str, citation: Citation) -> Citation:
    """A repealed act, or an earlier one of the same title, may be named by the clause that repeals it."""
    past = (Finding.REPEALED, Finding.SUPERSEDED, Finding.NUMBER_MISMATCH)
    if citation.finding in past and _REPEALS.match(text, citation.end):
        return replace(citation, finding=Finding.OK, sentence=f"{citation.act}由这一条文废止。")
    return citation


def resolve(mention: Mention, at: date, index: Index | None = None, own: Structure | None = None) -> Citation:
    """Look one mention up as of the day `at`; `own` is what the text itself consists of."""
    known = index or default_index()
    if mention.named is Named.NONE:
        return _no_act(mention)
    if mention.named is Named.SELF:
        return _within(mention, own)
    titles = mention.titles or known.numbers.get(mention.number or mention.name, ())
    if not titles:
        return _unknown(mention, known)
    if len(titles) > 1:
        listed = "、".join(f"《{title}》" for title in titles)
        return Citation(mention, Finding.AMBIGUOUS, f"“{mention.name}”可以指{listed}，请写全称。")
    act = known.acts[titles[0]]
    other = _other_number(mention, act, known)
    if other:
        return Citation(mention, Finding.NUMBER_MISMATCH, other, act)
    return _dated(mention, act, at)


def _other_number(mention: Mention, act: Act, index: Index) -> str | None:
    """What is wrong with the number written beside the title, or None."""
    by_number = index.numbers.get(mention.number, ())
    own = [v.number for v in act.versions if "〔" in v.number]
    if by_number and act.title not in by_number:
        others = "、".join(f"《{title}》" for title in by_number)
        return f"{mention.number}是{others}的文号，不是{act}的文号，请核对。"
    if "〔" in mention.number and own and mention.number not in own:
        return f"{act}登记的文号是{'、'.join(own)}，不是{mention.number}，请核对。"
    return None


def _no_act(mention: Mention) -> Citation:
    if mention.place is None or not mention.place.article:
        sentence = f"“{mention.text}”指哪一条不明：正文没有编条号，前面也没有写明条文。"
    else:
        sentence = f"“{mention.text}”没有写明是哪个法律文件的条文，或者名称不在索引中，请写明全称。"
    return Citation(mention, Finding.NO_ACT, sentence)


def _within(mention: Mention, own: Structure | None) -> Citation:
    if mention.place is None or not mention.place.article:
        return Citation(mention, Finding.NO_ACT, f"“{mention.text}”指向不明：它前面没有可以指的条款。")
    if not own or not own.articles:
        return Citation(mention, Finding.UNCHECKED, f"“{mention.text}”指本文件，正文没有编条号，未能核对。")
    missing = _missing(own, mention)
    if missing:
        return Citation(mention, _MISSING[missing], f"本文件没有{_named_place(mention, missing)}，请核对。")
    return Citation(mention, Finding.OK, f"本文件{_range(mention)}存在。")


def _unknown(mention: Mention, index: Index) -> Citation:
    if mention.named is Named.NUMBER and not mention.name.startswith(_CENTRAL):
        sentence = f"{mention.name}不是索引登记的中央文件，未能核对。"
        return Citation(mention, Finding.UNCHECKED, sentence)
    if _AMENDING.search(mention.name):
        sentence = f"《{mention.name}》是修改、废止决定，索引不单独登记，未能核对。"
        return Citation(mention, Finding.UNCHECKED, sentence)
    near = index.near(mention.name) if mention.named is Named.BRACKETS else []
    place = _LOCAL.match(mention.name)
    if place:  # another place's regulation is never what is meant
        near = [title for title in near if title.startswith(place[0])]
    hint = f"是不是《{near[0]}》？" if near else ""
    remedy = (_LOCAL_IMPORTED if index.has_local else _LOCAL_HINT) if place else "请核对名称。"
    return Citation(mention, Finding.UNKNOWN_ACT, f"索引中没有“{mention.name}”，不能核对。{hint}{remedy}")


def _dated(mention: Mention, act: Act, at: date) -> Citation:
    off = _off_the_day(mention, act, at)
    if off:
        return off
    current = act.version_on(at)
    if mention.former or current is None:
        why = "写明是修改以前的版本" if mention.former else f"在{at}是否有效没有登记"
        return Citation(mention, Finding.UNCHECKED, f"{act}{why}，请人工核对。", act, current)
    if mention.year is None:
        return _numbered_before(mention, act, current, at) or _placed(mention, act, current)
    meant = [v for v in act.versions if v.promulgated and v.promulgated.year == mention.year]
    if current in meant:
        return _placed(mention, act, current)
    sentence = f"{act}没有{mention.year}年公布的版本"
    if meant:
        sentence = f"写明的是{mention.year}年版本（{meant[-1].label}）"
    sentence += f"，{at}有效的是{current.label}的版本，请核对。"
    return Citation(mention, Finding.SUPERSEDED, sentence, act, meant[-1] if meant else None)


def _numbered_before(mention: Mention, act: Act, current: Version, at: date) -> Citation | None:
    """That the document number is the one of an older text with another count of articles (整体修订以前的文号).

    An amendment of some articles leaves the number in use, so the same or an unknown count says nothing.
    """
    meant = next((v for v in act.versions if v.number and v.number == mention.number), None)
    if meant is None or meant == current or not meant.articles or meant.articles == current.articles:
        return None
    sentence = f"{mention.number}是{act}{meant.label}的版本的文号，{at}有效的是{current.label}的版本，请核对。"
    return Citation(mention, Finding.SUPERSEDED, sentence, act, meant)


def _off_the_day(mention: Mention, act: Act, at: date) -> Citation | None:
    """What is to be said when the act is not in force that day, or that cannot be told."""
    status, first = act.status_on(at), act.versions[0]
    if status is Status.REPEALED:
        return Citation(mention, Finding.REPEALED, _repealed(act), act, act.latest)
    if status is Status.UNKNOWN:
        sentence = f"{act}在{at}是否有效没有登记（{act.latest.label}），请人工核对。"
        return Citation(mention, Finding.UNCHECKED, sentence, act)
    if status is Status.IN_FORCE:
        return None
    if act.kind in _PARTLY_KNOWN and first.promulgated and at < first.promulgated:
        sentence = f"{act}在索引中最早的版本是{first.label}，{at}的版本未能核对。"
        return Citation(mention, Finding.UNCHECKED, sentence, act)
    sentence = f"{act}到{at}尚未施行（{first.label}）。"
    return Citation(mention, Finding.NOT_YET_IN_FORCE, sentence, act, first)


def _repealed(act: Act) -> str:
    last = act.latest
    when = f"自{last.repealed}起废止" if last.repealed else f"最迟{last.expired_by}已经失效"
    instead = "、".join(f"《{title}》" for title in act.superseded_by)
    return f"{act}{when}" + (f"，由{instead}取代，请改引现行规定。" if instead else "，请改引现行规定。")


def _placed(mention: Mention, act: Act, version: Version) -> Citation:
    where = f"{act}（{version.label}）"
    if mention.place is None or mention.place.article is None:
        return Citation(mention, Finding.OK, f"{where}有效。", act, version)
    structure = act.structure_at(version) if version.articles else None
    if structure is None:
        if not version.articles or mention.place.article[0] <= version.articles:
            why = "没有“第几条”的编号" if version.articles == 0 else "的条款没有登记"
            sentence = f"{where}{why}，{_range(mention)}未能核对。"
            return Citation(mention, Finding.UNCHECKED, sentence, act, version)
        sentence = f"{where}共{version.articles}条，没有{_range(mention)}。"
        return Citation(mention, Finding.ARTICLE_MISSING, sentence, act, version)
    missing = _missing(structure, mention)
    if missing is None:
        return Citation(mention, Finding.OK, f"{where}{_range(mention)}存在。", act, version)
    sentence = f"{where}没有{_named_place(mention, missing)}"
    sentence += _elsewhere(mention, act, version) or _extent(structure, mention, missing) + "。"
    return Citation(mention, _MISSING[missing], sentence, act, version)


def _extent(structure: Structure, mention: Mention, missing: str) -> str:
    """How far the act or article goes, to show what is wrong."""
    place = mention.place
    if missing == "条" or place is None or place.article is None:
        return f"，共{structure.articles[-1].key[0]}条"
    shape = structure.article(place.article)
    if shape is None:
        return ""
    if missing == "款":
        return f"，该条共{shape.paragraphs}款"
    counts = shape.items if not place.paragraph else (shape.items[place.paragraph - 1],)
    return f"，{'该款' if place.paragraph else '该条'}共{max(counts)}项"


def _elsewhere(mention: Mention, act: Act, version: Version) -> str:
    """That another version has the place: a number kept from an older text, or taken from one not yet in force."""
    for other in reversed(act.versions):
        structure = act.structure_at(other) if other != version else None
        if structure and _missing(structure, mention) is None:
            later = (other.effective or other.promulgated or date.min) > (version.effective or date.min)
            slip = "用了当时还没有施行的新条号" if later else "沿用了旧条号"
            return f"；{other.label}的版本有，请核对是不是{slip}。"
    return ""


def _missing(structure: Structure, mention: Mention) -> str | None:
    for place in (mention.place, mention.through):
        if place is None:
            continue
        if place.article is None:
            return "条"
        missing = structure.missing(place.article, place.paragraph, place.item)
        if missing:
            return missing
    return None


def _range(mention: Mention) -> str:
    return f"{mention.place}" + (f"至{mention.through}" if mention.through else "")


def _named_place(mention: Mention, missing: str) -> str:
    """The place as far down as the level that is missing."""
    place = mention.place or Place()
    if mention.through:
        return _range(mention)
    if place.paragraph == 0:
        return f"{Place(place.article)}第一款之前的款"
    if missing == "条":
        return str(Place(place.article))
    return str(Place(place.article, place.paragraph) if missing == "款" else place)
