"""The words that surround a number: its own piece of the clause, the rest of the sentence, the headings above."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from yifa.reader.phrases import Phrasebook, Surroundings
from yifa.reader.procedures import SPOKEN_OF, Procedures
from yifa.reader.quantities import Quantity
from yifa.reader.units import POINTS, family
from yifa.text import Document

_CLAUSE = re.compile(r"[,;:。!?\n]")
_NOUN_GAP = re.compile(r"(?![^,]*(?:完成|办结|整改|成功|合格|采纳|通过|废止|修改|保留)$)[^、,和及与:()]{1,4}")
_WORDS_OF_COUNTING = (
    r"(?:全年|今年|本年|年内|报告期内|目前|至今|以来|截至|其中|共|共计|累计|合计|总计|总共|计|达到|达|为|有|是|约|近|超过|超|逾|已|分别|各|均|"
    r"都|了|的|余|至少|数量|总数|总量|次数|件数|人数|总体|平均|[、()“”\s年月日底\d-])"
)
_EMPTY = re.compile(rf"{_WORDS_OF_COUNTING}*+")
_LEANING = re.compile(
    r"(?:其中[^,;。、\d]{0,7}|为[^,;。、\d]{2,8}的|由?[省市县区镇乡村]级|全[省市县区镇乡]|(?:较|比)?(?:20\d{2}年|上年|去年|上一年|同期)(?:度|末|同期|底)?|"
    r"同比|环比|(?:增长|增加|上升|下降|减少|提高|提升|降低|缩短|延长|压减|压缩|精简|压降|降|增|升)[至到为了]*|[由从占对,和及]|不少于|不低于|"
    r"(?:分解|落实|列入|列出|明确|细化|安排|部署|研究|讨论|组织|开展|举办|召开|进行|完成|计划检查|先后|专门|专题|一年下来|办案|办|开|提|学|看)[了到]?|[\u4e00-\u9fff]了|"
    rf"年末|年底|任务|事项|涉及|覆盖|纳入|\d+(?:\.\d+)?%?|{_WORDS_OF_COUNTING})*+"
)
_LEANING_TAIL = re.compile(
    r"(?:[省市州盟县旗区]|乡镇|街道|单位|部门|行业|[()、和及,]|组成|村级?|增长|减少|以上|社区|不少于|方面|领域|事项|任务)*+"
)
_SEPARATELY = re.compile(r"分别|各(?:为|有|占|达|$)|依次")
_JOINED = re.compile(r"[^,;。:、\d]{1,12}(?:和|及|以及|与|、)")
_BODIES = re.compile(
    r"(?:党政机关|省直|市直|县直|区直|乡|镇|街道|行政村|村|社区|部门|单位|地区|市|县|区|州|盟|旗)(?![场民]|域)"
)
_GROWTH = re.compile(r"(?:同比|环比|增长|增加|上升|下降|减少|下滑|增幅|降幅|提高|降低|回落)[了约近超达为]*\s*$")
_CONTINUES = re.compile(r"其中|上述|以上|从[^,;。]{1,10}看|按[^,;。]{1,8}分|分[^,;。]{1,6}看")
_LIST_GAP = re.compile(r"\s*(?:[、,]|和|及|以及|与)\s*$")


_OWN_SENTENCE = 0.3
_PROCEDURE = 0.26
_VERB = 2
_BARE_VERB = 4
_LIST_MAX = 40
_NOT_OWN = ("、", "(", ")", "以上", "以下", "和", "及", "以及", "与", "左右", "余")
_MEASURE_WORDS = frozenset("个 名 位 项 家 条 部 类 所 座 支 种 户 处 篇 份 幅 套 台 辆".split())


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of text and how much its words count."""

    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: the head before it, the tail after it, its clause and its sentence."""

    near: tuple[Zone, ...]
    far: tuple[Zone, ...]
    head: tuple[int, int]
    tail: tuple[int, int]
    clause: tuple[int, int]
    sentence: int


class Context:
    """Finds the surroundings of each number of one document."""

    def __init__(self, document: Document, numbers: list[Quantity], book: Phrasebook, title: str) -> None:
        self.document = document
        self.numbers = numbers
        self._hits = book.hits(document.flat)
        self._hit_starts = [h[0] for h in self._hits]
        self._starts = [q.start for q in numbers]
        self._runs = self._joined_runs()
        self.procedures = Procedures(document, title)
        self._procedure_words = {name: {w for _, _, w in book.hits(word)} for name, word in SPOKEN_OF.items()}
        self._cuts = [m.start() for m in _CLAUSE.finditer(document.flat) if not self._inside_number(m.start())]

    def _inside_number(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self.numbers[index].end

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The clause around start…end, without the punctuation that bounds it."""
        before = bisect_left(self._cuts, start) - 1
        after = bisect_left(self._cuts, end)
        left = self._cuts[before] + 1 if before >= 0 else 0
        right = self._cuts[after] if after < len(self._cuts) else len(self.document.text)
        return left, right

    def place(self, index: int) -> Place:
        """The zones around number `index`."""
        number = self.numbers[index]
        sentence_index = self.document.sentence_at(number.start)
        sentence = self.document.sentences[sentence_index]
        left, right = self.clause(number.start, number.end)
        left, right = max(left, sentence.start), min(right, max(sentence.end, number.end))
        previous = self.numbers[index - 1].end if index else 0
        following = self.numbers[index + 1].start if index + 1 < len(self.numbers) else right
        head = self._head(index, max(left, previous), number.start, sentence.start)
        shared = following < right
        tail = (number.end, min(right, following))
        front, back = self._shares(number, tail, shared)
        item = self._listed(index, sentence.start)
        near = [*item] or [Zone(*head, front)]
        if back:
            near.append(Zone(*tail, back))
        if intro := self._introduced(left, sentence.start):
            near.append(Zone(*intro, 0.75))
        far = (*([Zone(*head, 0.5)] if item else ()), *self._far(number, sentence_index, head[0]))
        return Place(tuple(near), far, head, tail, (left, right), sentence_index)

    def _shares(self, number: Quantity, tail: tuple[int, int], shared: bool) -> tuple[float, float]:
        """How much the words before and after count. After 个, 名, 项 the thing itself follows."""
        words = self.document.flat[tail[0] : tail[1]]
        if number.unit in _MEASURE_WORDS and len(words) > 1 and not words.startswith(_NOT_OWN):
            return (0.8, 0.85) if shared else (0.7, 1.1)
        if shared and words.startswith(_NOT_OWN):
            return 1.0, 0.0
        return 1.0, 0.6 if shared else 0.9

    def _introduced(self, left: int, floor: int) -> tuple[int, int] | None:
        """The clause before a colon that introduces the list this number stands in."""
        if left <= floor or self.document.flat[left - 1] != ":":
            return None
        start, _ = self.clause(left - 1, left - 1)
        return max(start, floor), left - 1

    def _head(self, index: int, start: int, end: int, floor: int) -> tuple[int, int]:
        """The words before a number; when they say nothing (共计, 达到) the clause before is taken along."""
        text = self.document.flat
        number = self.numbers[index]
        _, right = self.clause(number.start, number.end)
        before = self.numbers[index - 1] if index else None
        if before and before.end == start and before.unit in _MEASURE_WORDS and _NOUN_GAP.fullmatch(text[start:end]):
            start, _ = self.clause(before.start, before.end)
            end = before.start
            return self._head(index - 1, max(start, floor), end, floor)
        for _ in range(2):
            tail = text[number.end : right]
            if start <= floor or not _EMPTY.fullmatch(text[start:end]) or not _EMPTY.fullmatch(tail):
                break
            left, _ = self.clause(start - 1, start - 1)
            previous = self.numbers[index - 1].end if index else 0
            start = max(left, floor, previous if previous < start else 0)
        return start, end

    def _listed(self, index: int, floor: int) -> tuple[Zone, ...]:
        """甲、乙、丙分别为1、2、3 or 甲、乙1件、2件: the item that stands at the same place as the number.

        A bare verb (制定、废止、修改规范性文件…) shares the object of the last item; what stands between 分别 and the
        first number holds for all.
        """
        run = self._run(index)
        if run is None:
            return ()
        first, last = run
        text = self.document.flat
        start = self.numbers[first].start
        left, _ = self.clause(start, start)
        left = max(left, floor, self.numbers[first - 1].end if first else 0)
        marks = list(_SEPARATELY.finditer(text, left, start))
        if not marks and not self._plain_list(first, last):
            return ()
        end = marks[-1].start() if marks else start
        items = _items(text[left:end], left, last - first + 1)
        if not items or any(begin == stop for begin, stop in items):
            return ()
        zones = [Zone(*items[index - first], 1.0)]
        if marks and marks[-1].end() < start:
            zones.append(Zone(marks[-1].end(), start, 0.7))
        if all(stop - begin <= _BARE_VERB for begin, stop in items[:-1]):
            return (*zones, Zone(min(items[-1][0] + _VERB, items[-1][1]), items[-1][1], 0.8))
        return (*zones, Zone(*self._verb(index), 0.6))

    def _plain_list(self, first: int, last: int) -> bool:
        """Numbers of one kind of unit with nothing but 、 or 和 between them."""
        text = self.document.flat
        gaps = (text[self.numbers[i].end : self.numbers[i + 1].start] for i in range(first, last))
        return len({family(self.numbers[i].unit) for i in range(first, last + 1)}) == 1 and not any(
            "," in g for g in gaps
        )

    def _verb(self, index: int) -> tuple[int, int]:
        """代理甲和乙分别为…: the verb before the first item holds for all of them."""
        run = self._run(index)
        first = self.numbers[run[0] if run else index]
        left, _ = self.clause(first.start, first.start)
        left = max(left, self.document.sentences[self.document.sentence_at(first.start)].start)
        return left, left + _VERB

    def _run(self, index: int) -> tuple[int, int] | None:
        """The numbers joined by 、 or 和 that this one belongs to, as first and last index; none of an endless list."""
        first, last = self._runs[index]
        return (first, last) if 0 < last - first < _LIST_MAX else None

    def _joined_runs(self) -> list[tuple[int, int]]:
        text = self.document.flat
        runs: list[tuple[int, int]] = []
        first = 0
        for index, number in enumerate(self.numbers):
            following = self.numbers[index + 1].start if index + 1 < len(self.numbers) else -1
            if following < 0 or not _LIST_GAP.fullmatch(text, number.end, following):
                runs.extend((first, index) for _ in range(first, index + 1))
                first = index + 1
        return runs

    def _far(self, number: Quantity, sentence_index: int, head: int) -> list[Zone]:
        """The earlier clauses of the sentence, the words after, the sentence before, each with its weight."""
        document = self.document
        sentence = document.sentences[sentence_index]
        zones: list[Zone] = []
        end, weight = head, 0.48
        while end > sentence.start and weight > 0.2:
            left, _ = self.clause(end - 1, end - 1)
            left = max(min(left, end - 1), sentence.start)
            zones.append(Zone(left, end, weight))
            end, weight = left, weight * 0.88
        if end > sentence.start:
            zones.append(Zone(sentence.start, end, weight))
        zones.append(Zone(number.end, sentence.end, 0.28))
        for back, share in ((1, 0.26), (2, 0.18)):
            if sentence_index >= back and _CONTINUES.match(document.flat, sentence.start):
                earlier = document.sentences[sentence_index - back]
                if earlier.block == sentence.block or back == 1:
                    zones.append(Zone(earlier.start, earlier.end, share if earlier.block == sentence.block else 0.15))
        return zones

    def words(self, zones: tuple[Zone, ...], number: Quantity | None = None) -> dict[int, float]:
        """The words of the phrasebook inside the zones, each with its best weight; nearer to `number` weighs more."""
        found: dict[int, float] = {}
        for zone in zones:
            position = bisect_left(self._hit_starts, zone.start)
            while position < len(self._hits):
                start, end, word = self._hits[position]
                if start >= zone.end:
                    break
                position += 1
                if end <= zone.end:
                    weight = zone.weight * (_nearness(number, start, end) if number else 1.0)
                    if weight > found.get(word, 0.0):
                        found[word] = weight
        return found

    def surroundings(self, index: int, above: dict[int, float], area: str | None) -> tuple[Surroundings, Place]:
        """Everything the phrasebook needs to name the indicator of number `index`."""
        number = self.numbers[index]
        place = self.place(index)
        near = self.words(place.near, number)
        sentence = self.document.sentences[place.sentence]
        lead = frozenset(above).union(self.words((Zone(sentence.start, number.start, 1.0),)))
        far = dict(above)
        for word, weight in self.words(place.far).items():
            far[word] = max(far.get(word, 0.0), weight)
        bodies = number.unit in ("个", "家") and bool(_BODIES.match(self.document.flat, number.end))
        growth = number.unit in ("%", "倍", POINTS) and bool(
            _GROWTH.search(self.document.flat[max(0, number.start - 8) : number.start])
        )
        own = place.tail if not self.document.flat.startswith(_NOT_OWN, place.tail[0]) else place.head
        procedure = self.procedures.within([own]) or self.procedures.at(number.start)
        for word in self._procedure_words.get(procedure or "", ()):
            far[word] = max(far.get(word, 0.0), _PROCEDURE)
        return Surroundings(near, far, lead, number.unit, area, bodies, growth, procedure), place

    def leans(self, place: Place) -> bool:
        """Whether a number has no words of its own but those that count, compare or change (上年为, 增至, 其中企业)."""
        flat = self.document.flat
        tail = flat.startswith("、", place.tail[0]) or _LEANING_TAIL.fullmatch(flat, *place.tail)
        return bool(tail and _LEANING.fullmatch(flat, *place.head))

    def widened(self, around: Surroundings, place: Place) -> Surroundings:
        """For a number whose own words name nothing: the clauses before it in the sentence count as near."""
        floor = self.document.sentences[place.sentence].start
        near = dict(around.near)
        for zone in place.far:
            if zone.weight > _OWN_SENTENCE and zone.start >= floor and zone.end <= place.head[0]:
                for word, weight in self.words((zone,)).items():
                    near[word] = max(near.get(word, 0.0), weight + 0.12)
        for word, weight in self.words((Zone(*self._shared_tail(place), 0.5),)).items():
            near[word] = max(near.get(word, 0.0), weight)
        return replace(around, near=near)

    def _shared_tail(self, place: Place) -> tuple[int, int]:
        """4个市和8家单位接受督察: what is said after the second number holds for the first as well."""
        start, end = place.tail
        if end < place.clause[1] and _JOINED.fullmatch(self.document.flat[start:end]):
            return end, place.clause[1]
        return end, end


def _nearness(number: Quantity, start: int, end: int) -> float:
    """1 beside the number, less further away; a noun right after 个 or 名 is the thing counted and weighs more."""
    if end <= number.start:
        return 1 - min(number.start - end, 30) * 0.012
    gap = min(start - number.end, 30)
    return 1.25 if not gap and number.unit in _MEASURE_WORDS else 1 - gap * 0.018


def _items(lead: str, offset: int, count: int) -> list[tuple[int, int]]:
    """Split the list that ends a clause into `count` items; an empty list when there are not so many."""
    pieces: list[tuple[int, int]] = []
    start = 0
    for match in re.finditer(r"、|(?<=[”》])(?=[“《])|以及|和|及|与", lead):
        pieces.append((offset + start, offset + match.start()))
        start = match.end()
    pieces.append((offset + start, offset + len(lead)))
    return pieces[-count:] if len(pieces) >= count else []
