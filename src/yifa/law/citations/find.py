"""Find every citation (引用) in a text, with exact offsets; nothing is looked up about it yet."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from yifa.law.citations.model import Mention, Named, Place
from yifa.law.citations.names import Name, bare, bracketed, looks_like_act, numbers, stands_alone
from yifa.law.citations.own import OwnArticles, own_articles
from yifa.law.citations.places import PLACE_START, Placed, parse_places
from yifa.law.index import Index, default_index
from yifa.law.numerals import NUMERAL

_NOTE: Final = re.compile(
    r"[^\S\n]?[（(〔\[](?!第)(?P<note>[^（）()\n]{1,60}(?:[（(][^（）()\n]{0,20}[）)][^（）()\n]{0,20})?)[）)〕\]]"
)
_LINK: Final = re.compile(
    rf"[^\S\n]?(?:中的|中|的|之|里)?[^\S\n]?(?:总则|分则)?(?:第\s?{NUMERAL}\s?(?:分?编|章|节))*[^\S\n]?(?=第)"
)
"""What may stand between a name and its article, also 第二编第六章; a 第四条 on the next line is not its."""
_YEAR: Final = re.compile(r"^\s?(\d{4})\s?(?:年\s?(?:修[订正改]|版|[施公]|文本|\d{1,2}月|$)|修[订正]|版|$)")
_DEFINED: Final = re.compile(
    r"(?:以下)?(?:统称|简称|下称)(?:为|：|:)?\s?[“\"「《]?(?P<short>[^”\"」》（）()，。]{1,30})"
)
_KINDS: Final = "法典|法|条例|办法|规定|细则|规则|解释|决定|意见|章程|通知|规程|准则|指引|规范|纲要"
_SELF: Final = re.compile(rf"(?P<which>本|该|此|同|上述|前述)(?P<kind>{_KINDS})(?:的|中的|中)?\s?(?=第)")
_RELATIVE: Final = re.compile(
    r"(?<![以目当提此事日年之空])(?:(?P<before>前|上)(?P<count>[一两二三四五六])?(?P<level>条(?![件例纹])|款(?!项)|项(?![目工]))"
    r"|本(?P<this>条|款)(?=第))"
)
_ORPHAN_AFTER: Final = re.compile(r"\s?(?:的?规定|所列|所称|所规定|规定|情形|中|以外|之一|的罪|、|和|至)")
_ORPHAN_BEFORE: Final = re.compile(
    r"(?:依照|按照|根据|违反|适用|符合|依据|参照|有|除|犯|以及|执行|见)(?:[^。；\n]{0,4})$"
)
_UNKNOWN_BEFORE: Final = re.compile(r"(?:法|法典|条例|办法|细则|解释|规则|附件|决定)\s?$")
"""What ends a name that is not in the index, so that the place is not one of the text itself."""
_FORMER: Final = re.compile(r"(?:(?:修正|修订|修改)(?:之|以)?前的?|[原旧])$")
_SENTENCE_END: Final = re.compile(r"[。；;\n！？]")
_GENERIC_LENGTH: Final = 2
_COUNTS: Final = {"": 1, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}


def find(text: str, index: Index | None = None, own_title: str = "") -> list[Mention]:
    """All citations in the order of the text.

    Args:
        text: any text; offsets are characters of it.
        index: the acts to look for, by default those of the package.
        own_title: title of the act that the text is, for 本法 and 第五条 without an act.
    """
    search = _Search(text, index or default_index(), own_title, own_articles(text))
    search.run()
    return sorted(search.mentions, key=lambda m: (m.start, m.end))


@dataclass
class _Search:
    text: str
    index: Index
    own_title: str
    own: OwnArticles
    mentions: list[Mention] = field(default_factory=list)
    defined: dict[str, tuple[str, ...]] = field(default_factory=dict)
    defined_at: dict[str, int] = field(default_factory=dict)
    taken: bytearray = field(default_factory=bytearray)

    def run(self) -> None:
        """Find them all; what is taken by an earlier step is left alone by a later one."""
        self.taken = bytearray(len(self.text))
        for name in bracketed(self.text, self.index, self.defined):
            if self._is_taken(name.start, name.end):
                continue  # 《条例》 inside （以下简称《条例》）
            self._take(name.start, name.end)
            self._named(name)
        for name in bare(self.text, self.index):
            if not self._is_taken(name.start, name.end):
                self._take(name.start, name.end)
                self._named(name)
        for name in self._defined_names():
            self._take(name.start, name.end)
            self._named(name)
        self._by_number()
        self.mentions.sort(key=lambda m: m.start)
        known = list(self.mentions)
        self._self_references(known)
        self._relative_references()
        self._orphans(sorted(self.mentions, key=lambda m: m.start))

    def _take(self, start: int, end: int) -> None:
        self.taken[start:end] = b"\x01" * (end - start)

    def _is_taken(self, start: int, end: int) -> bool:
        return any(self.taken[start:end])

    def _named(self, name: Name) -> None:
        """Record a name with its notes and the places that follow."""
        at, number, year = self._notes(name)
        link = _LINK.match(self.text, at)
        placed: list[Placed] = []
        if link:
            placed, end = parse_places(self.text, link.end())
            self._take(name.end, end)
        unknown = name.named is Named.BRACKETS and not name.titles and not number
        if unknown and not looks_like_act(name.text):
            return
        base = Mention(
            name.start,
            name.end,
            name.text,
            name.named,
            name.text,
            name.titles,
            number=number,
            year=year or name.year,
            former=bool(_FORMER.search(self.text, max(0, name.start - 5), name.start)),
        )
        if placed:
            self._record(base, placed)
        else:
            end = at if number else name.end
            self.mentions.append(replace(base, end=end, text=self.text[name.start : end]))

    def _notes(self, name: Name) -> tuple[int, str, int | None]:
        """Read （以下简称…）, （国办发〔2018〕37号） and （2017年修正） after a name."""
        at, number, year = name.end, "", None
        while found := _NOTE.match(self.text, at):
            note = found["note"]
            short = _DEFINED.search(note)
            in_note = next(iter(numbers(note)), None)
            dated = _YEAR.match(note)
            if short and (name.titles or looks_like_act(name.text)):
                self.defined.setdefault(short["short"].strip(), name.titles)
                self.defined_at.setdefault(short["short"].strip(), found.end())
            if in_note:
                number = in_note.plain
            if dated:
                year = int(dated[1])
            if not (short or in_note or dated):
                break
            self._take(found.start(), found.end())
            at = found.end()
        return at, number, year

    def _record(self, base: Mention, placed: list[Placed]) -> None:
        """One mention for each place; the first begins at the name."""
        for one in placed:
            start = base.start if one.start == placed[0].start else one.start
            self.mentions.append(
                replace(
                    base,
                    start=start,
                    end=one.end,
                    text=self.text[start : one.end],
                    place=one.place,
                    through=one.through,
                )
            )
        self._take(base.start, placed[-1].end)

    def _defined_names(self) -> Iterator[Name]:
        """Short names that the text itself defined, wherever they stand after that."""
        words = sorted((w for w in self.defined if len(w) > 1), key=len, reverse=True)
        if not words:
            return
        for found in re.finditer("|".join(map(re.escape, words)), self.text):
            word, start, end = found[0], found.start(), found.end()
            if start < self.defined_at[word] or self._is_taken(start, end):
                continue
            if self.text[start - 1 : start] in ("本", "该", "此"):
                continue
            if not stands_alone(self.text, start, end):
                continue
            if len(word) <= _GENERIC_LENGTH and not PLACE_START.match(self.text, end):
                continue
            yield Name(start, end, word, Named.DEFINED, self.defined[word])

    def _by_number(self) -> None:
        for number in numbers(self.text):
            if self._is_taken(number.start, number.end):
                continue
            titles = self.index.numbers.get(number.plain, ())
            self._take(number.start, number.end)
            self._named(Name(number.start, number.end, number.plain, Named.NUMBER, titles))

    def _self_references(self, known: list[Mention]) -> None:
        """本法第五条; 该条例第五条 goes to the last act named whose title ends so."""
        for found in _SELF.finditer(self.text):
            if self._is_taken(found.start(), found.end()):
                continue
            placed, end = parse_places(self.text, found.end())
            if not placed:
                continue
            titles: tuple[str, ...]
            if found["which"] == "本":
                titles = (self.own_title,) if self.own_title else ()
                base = self._base(found.start(), end, Named.SELF, titles)
            else:
                earlier = [m for m in known if m.end <= found.start() and m.titles]
                fits = [m for m in earlier if m.titles[0].endswith(found["kind"])]
                titles = fits[-1].titles if fits else ()
                base = self._base(found.start(), end, Named.SAME if fits else Named.NONE, titles)
            self._record(replace(base, name=found[0].strip()), placed)

    def _base(self, start: int, end: int, named: Named, titles: tuple[str, ...]) -> Mention:
        return Mention(start, end, self.text[start:end], named, titles=titles)

    def _relative_references(self) -> None:
        """前款, 前两款, 前条, 本条第二款: counted from where they stand among the text's own articles."""
        titles = (self.own_title,) if self.own_title else ()
        for found in _RELATIVE.finditer(self.text):
            if self._is_taken(max(0, found.start() - 1), found.end()):
                continue  # also 前三款 right behind an article, which is counted from its end
            here = self.own.place_at(self.text, found.start()) if self.own else Place()
            first, last = _relative(found, here, self.own)
            placed, end = parse_places(self.text, found.end(), last)
            end = end if placed else found.end()
            named = Named.SELF if first.article else Named.NONE
            base = replace(self._base(found.start(), end, named, titles), name=found[0])
            self._take(found.start(), end)
            if placed:
                self._record(base, placed)
            elif not found["this"]:
                through = None if first == last else last
                self.mentions.append(replace(base, place=first, through=through))

    def _orphans(self, known: list[Mention]) -> None:
        """第五条 without an act: of the text itself, else of the only act named in its sentence."""
        starts = [m.start for m in known]
        for found in PLACE_START.finditer(self.text):
            start = found.start()
            if self._is_taken(start, found.end()) or self.own.heads(start):
                continue
            before = known[bisect_left(starts, start) - 1] if bisect_left(starts, start) else None
            near = before and (self._same_sentence(before, start) or self._points_back(start))
            same = before if near else None
            article = found[0].endswith("条")
            if not article and not ((same and same.place) or self.own):
                continue
            if not article and not (same and same.place) and "项" in found[0]:
                continue  # 第三项 of a list nearby: which one cannot be told
            context = self._context(same, start)
            placed, end = parse_places(self.text, start, context)
            if not placed or not self._is_reference(start, end):
                continue
            named, titles = self._owner(same, placed[0])
            if _UNKNOWN_BEFORE.search(self.text, max(0, start - 4), start):
                named, titles = Named.NONE, ()
            self._record(self._base(start, end, named, titles), placed)

    def _context(self, same: Mention | None, start: int) -> Place:
        if same and same.place:
            return same.through or same.place
        return self.own.place_at(self.text, start) if self.own else Place()

    def _owner(self, same: Mention | None, placed: Placed) -> tuple[Named, tuple[str, ...]]:
        """The act named in the sentence, unless the text has such an article of its own."""
        whole = "条" in self.text[placed.start : placed.end]
        if same and (not whole or placed.place.article not in self.own.keys):
            return (Named.SAME if same.named is not Named.SELF else Named.SELF), same.titles
        if self.own:
            return Named.SELF, (self.own_title,) if self.own_title else ()
        return Named.NONE, ()

    def _same_sentence(self, before: Mention, start: int) -> bool:
        return before.end <= start and not _SENTENCE_END.search(self.text, before.end, start)

    def _points_back(self, start: int) -> bool:
        return self.text[max(0, start - 2) : start] in ("该条", "同条")

    def _is_reference(self, start: int, end: int) -> bool:
        after = _ORPHAN_AFTER.match(self.text, end) or self._points_back(start)
        return bool(after or _ORPHAN_BEFORE.search(self.text, max(0, start - 12), start))


def _relative(found: re.Match[str], here: Place, own: OwnArticles) -> tuple[Place, Place]:
    """First and last place that 前两款 and the like stand for; empty where the text has no articles."""
    if not here.article:
        return Place(), Place()
    if found["this"]:
        place = Place(here.article, here.paragraph if found["this"] == "款" else None)
        return place, place
    count = _COUNTS[found["count"] or ""]
    if found["level"] == "条":
        at = own.keys.index(here.article)
        first = own.keys[at - count] if at >= count else (0, 0)
        last = own.keys[at - 1] if at >= 1 else (0, 0)
        return Place(first), Place(last)
    if found["level"] == "款":
        paragraph = here.paragraph or 1
        return Place(here.article, max(paragraph - count, 0)), Place(here.article, paragraph - 1)
    return Place(here.article, here.paragraph), Place(here.article, here.paragraph)
