"""Reading a report: from a document to facts, sections, figures and findings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from yifa.errors import YifaError
from yifa.reader.context import Context, Place, Zone
from yifa.reader.excluded import body_span, not_figures
from yifa.reader.facts import find_title, read_facts
from yifa.reader.findings import find_inconsistencies
from yifa.reader.grids import walled
from yifa.reader.model import Facts, Figure, Kind, Reading, Section
from yifa.reader.phrases import NOTHING, Surroundings, best_code, phrasebook
from yifa.reader.prepared import prepared
from yifa.reader.quantities import Mask, Quantity, quantities
from yifa.reader.relations import relate
from yifa.reader.sections import sections
from yifa.reader.stages import uncounted_step
from yifa.reader.tables import Grid
from yifa.reader.units import family
from yifa.text import Document, flatten, parse, read_document

MAX_CHARS = 400_000
_LABEL_TRIM = re.compile(r"^[\s、,和及的了共计约近超达为有是:”“]+|[\s、,:的了共计约近超达到为有是各已]+$")
_OUTCOME = re.compile(
    r"[、,]?(?:已|均|全部|依法|按期|及时|实际)*(?:办结|结案|办复|审结|核查|处理|处置|化解|整改|完成|答复)(?:到位|完毕|完成|了)?"
)
_BESIDE = 12
_COUNTED = (Kind.COUNT, Kind.AMOUNT, Kind.MEASURE)
_BODY = re.compile(r"(?:[局委办镇乡所队院厅站市县区村科]|街道|单位|中心|大队|合\s*计|总\s*计|小\s*计)$")
_PRIOR = re.compile(r"(20\d{2})年(?!度?(?:以来|来))|((?:上年|去年|上一年)度?(?!度?结转|度?遗留)|(?<=[较比于(])同期)")


def read_file(path: Path | str) -> Reading:
    """Read a txt, html or docx file. Raises a subclass of YifaError when the file cannot be read as text."""
    return read_parsed(read_document(Path(path)))


def read_text(text: str, name: str) -> Reading:
    """Read a report that is already plain text; offsets refer to `text`."""
    return read_parsed(parse(text, name))


class TooLong(YifaError):
    """The text is far longer than any annual report."""

    def __init__(self, name: str, length: int) -> None:
        super().__init__(
            f"无法阅读“{name}”：文字有{length // 10000}万字，超过{MAX_CHARS // 10000}万字的上限，不像一份年度报告。"
            "请只保留报告正文，或拆分后再试。"
        )


def read_parsed(document: Document) -> Reading:
    """Read a document whose structure is known. Raises TooLong above 400,000 characters."""
    if len(document.text) > MAX_CHARS:
        raise TooLong(document.name, len(document.text))
    document = prepared(document)
    title = find_title(document)
    facts = read_facts(document, title)
    tree = sections(document, facts.title, facts.report_year)
    masked = not_figures(document)
    grid = Grid(document)
    body = body_span(document, title.end if title else 0)
    numbers = quantities(walled(document), Mask(masked), body)
    bare = (q for q in grid.bare_numbers(numbers) if body[0] <= q.start < body[1])
    numbers = sorted([*numbers, *bare], key=lambda q: q.start)
    namer = _Namer(document, numbers, tree, grid, facts)
    found = relate(document, namer.figures(), grid)
    return Reading(
        name=document.name,
        text=document.text,
        facts=facts,
        sections=tree,
        figures=found,
        not_figures=tuple(masked),
        findings=find_inconsistencies(document, facts, tree, found),
    )


class _Namer:
    """Gives each number of a document its indicator, label, period and section."""

    def __init__(
        self, document: Document, numbers: list[Quantity], tree: tuple[Section, ...], grid: Grid, facts: Facts
    ) -> None:
        self.document = document
        self.numbers = numbers
        self.tree = tree
        self.grid = grid
        self.facts = facts
        self.book = phrasebook()
        self.context = Context(document, numbers, self.book, facts.title or "")
        self.places: list[Place] = []
        self._made: list[Figure] = []
        self._above: dict[int | None, dict[int, float]] = {}

    def figures(self) -> list[Figure]:
        """All figures, not yet related to one another."""
        for index, number in enumerate(self.numbers):
            self._made.append(self._figure(index, number))
        return self._made

    def _uncounted(self, index: int, place: Place) -> bool:
        """每1名; or 办结23起 right after a number of the same kind that itself has no indicator."""
        flat, number = self.document.flat, self.numbers[index]
        if flat[number.start - 1 : number.start] == "每":
            return True
        if not index or not _OUTCOME.fullmatch(flat, *place.head):
            return False
        before = self._made[index - 1]
        if self._step(self.numbers[index - 1]):
            return False
        beside = self.places[index - 1].sentence == place.sentence and number.start - before.end <= _BESIDE
        return beside and before.indicator is None and family(before.unit) == family(number.unit)

    def _step(self, number: Quantity) -> bool:
        single = number.kind in _COUNTED and "/" not in (number.unit or "")
        return single and uncounted_step(self.document.flat, number.start)

    def _figure(self, index: int, number: Quantity) -> Figure:
        heading = self.document.heading_at(number.start)
        section = self.tree[heading] if heading is not None else None
        around, place = self.context.surroundings(index, self._headings(heading), section.type if section else None)
        self.places.append(place)
        named = (best_code(words, self.book)[0] for words in self._words_to_try(index, around, place))
        code = next((name for name in named if name), None)
        if code == NOTHING or (number.kind is Kind.DURATION and number.unit == "年") or self._uncounted(index, place):
            code = None
        if self._step(number):
            code = None
        return Figure(
            id=f"f{index + 1:03d}",
            start=number.start,
            end=number.end,
            text=self.document.text[number.start : number.end],
            value=number.value,
            value_max=number.value_max,
            unit=number.unit,
            raw_value=number.raw_value,
            raw_unit=number.raw_unit,
            qualifiers=number.qualifiers,
            kind=number.kind,
            indicator=code,
            label=self._label(place, number),
            period=self._period(number, place),
            section=section.id if section else None,
            section_type=section.type if section else None,
        )

    def _words_to_try(self, index: int, around: Surroundings, place: Place) -> Iterator[Surroundings]:
        """The words that may name a number, the first that name something deciding.

        In a table whose rows are bodies the column header alone, then with the label of the row. In running text the
        number's own clause, then, when it only leans on what was said, the clauses before.
        """
        spot = self.grid.spot(self.numbers[index].start)
        if spot is None or not self.grid.is_value(spot):
            yield around
            if self.context.leans(place):
                yield self.context.widened(around, place)
            return
        above, beside = self.grid.above(spot), self.grid.beside(spot)
        around = replace(around, procedure=self.context.procedures.within((*above, *beside)) or around.procedure)
        header = tuple(Zone(*span, 1.0) for span in above)
        if any(_BODY.search(self.document.flat[a:b]) for a, b in beside):
            yield replace(around, near=self.context.words(header))
        yield replace(around, near=self.context.words((*header, *(Zone(*span, 1.0) for span in beside))))

    def _headings(self, heading: int | None) -> dict[int, float]:
        """The words of the headings above, inner ones weighing more."""
        if heading not in self._above:
            words: dict[int, float] = {}
            for depth, index in enumerate(self.document.heading_path(heading)):
                weight = (0.34, 0.28, 0.22, 0.2)[min(depth, 3)]
                for word, share in self._words_of(self.document.headings[index].title, weight).items():
                    words[word] = max(words.get(word, 0.0), share)
            self._above[heading] = words
        return self._above[heading]

    def _words_of(self, text: str, weight: float) -> dict[int, float]:
        return {word: weight for _, _, word in self.book.hits(flatten(text))}

    def _label(self, place: Place, number: Quantity) -> str:
        """What is counted, in the report's words: the words before the number, and those right after."""
        text = self.document.text
        spot = self.grid.spot(number.start)
        if spot is not None and self.grid.is_value(spot):
            return " ".join(text[a:b] for a, b in self.grid.headers(spot))
        before = _LABEL_TRIM.sub("", text[place.head[0] : place.head[1]])[-30:]
        after = _LABEL_TRIM.sub("", text[place.tail[0] : place.tail[1]])[:20]
        return (before + ("…" if before and after else "") + after) or "（未写明）"

    def _period(self, number: Quantity, place: Place) -> int | None:
        """The year a figure speaks of: one that opens its sentence, or that stands just before it, or the report's."""
        year = self.facts.report_year
        sentence = self.document.sentences[place.sentence]
        years = list(_PRIOR.finditer(self.document.flat, sentence.start, number.start))
        if not years or year is None or number.kind is Kind.CHANGE:
            return year
        last = years[-1]
        stated = int(last.group(1)) if last.group(1) else year - 1
        between = self.document.flat[last.end() : number.start]
        opens = bool(last.group(1)) and last.start() - sentence.start <= 2
        close = "," not in between and not any(c.isdigit() for c in between)
        return stated if opens or close else year
