"""The wording of each indicator, and the search for the one that a figure states.

`data/indicators/phrases/*.txt` holds for every code some lines. A line is a list of slots that must all be met; a
slot is a set of alternative words. The first slot must stand near the number, the others may stand further away: the
rest of the sentence, the sentence before, the headings; `^` before a slot means that it too must stand near. `-word`
must not stand near, `=word` neither near nor in the
words that lead up to the number or the headings above it, `>=group` restricts the unit. When the section treats the
area of the indicator, one slot may stay unmet unless it is marked `!`.

Lines under `[-]` word what reports count although no indicator stands for it (被采纳…条, 平均年龄…岁). They compete
like the others; when one wins, the number has no indicator.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import ahocorasick_rs

from yifa.reader.catalogue import Indicator, catalogue
from yifa.reader.procedures import foreign
from yifa.reader.units import POINTS
from yifa.text import flatten

NEAR_FLOOR = 0.5
NOTHING = "-"
THRESHOLD = 1.15
_GROUPS = {
    "人次": "人次 人 名 位 员 户次",
    "人": "人 名 位 员 人次 个 家 户",
    "金额": "万元",
    "面积": "平方米 亩 公顷 平方公里",
    "处": "处 个 起 宗 栋 件 户 座 幢",
    "类": "类 个 项 种",
    "件": "件 起 宗 例 件次 个 份 桩",
    "材料": "个/件 份/件 件 份 个",
    "名次": "名 位",
    "条": "条 份 件 个 项",
    "时间": "个工作日 天 日 小时 分钟 个月",
    "次": "次 场 场次 期 轮 批 个 堂 项 课 批次 期次",
    "分": "分 %",
    "个": "个 家 村 社区",
    "份": "份 件 篇 次 部 册 个",
    "篇": "篇 条 次 个 件 份 则",
    "卷": "卷 宗 本 份 册 件",
    "册": "册 本",
    "案": "件 起 宗 例 件次 个 份 人次 人",
    "许可": "件 个 项 份 宗 笔 起",
    "文件": "件 份 个 项 条",
    "事项": "项 类 条 大项 子项",
    "家": "家 户 个",
    "率": "%",
    "项": "项 个 类 大项 子项",
    "家次": "家次 户次 点次",
    "检查": "次 场 场次 期 轮 批 批次 轮次 家次 户次 点次 件 起 人次",
}
UNIT_GROUPS = {name: frozenset(units.split()) for name, units in _GROUPS.items()}


_ACROSS = {
    "调解": "协", "一审": "统", "立法": "建设成确树创独", "议案": "复协会决", "合同": "联结配整综集", "公安": "办",
    "学法": "大中小科同医数", "法规": "执司立守", "满意率": "不", "满意度": "不", "合格率": "不", "述法": "阐叙陈",
    "复议": "回", "人均": "责", "公开": "办", "法治": "司",
}  # fmt: skip
"""Words that also arise where two others meet, with the characters before them that show it (协|调解|决)."""

_NEGATIONS = ("不予", "免予", "免于", "未予", "未经", "从未", "没有", "无需", "不再")
"""Before a word, two characters that take it back; words that have them inside are not touched."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of wording: indices of words per slot, words that must not be near, allowed units (None: any)."""

    code: str
    slots: tuple[frozenset[int], ...]
    strict: frozenset[int]
    close: frozenset[int]
    unwanted: frozenset[int]
    forbidden: frozenset[int]
    units: frozenset[str] | None


@dataclass(frozen=True)
class Phrasebook:
    """All wordings, indexed by the words of their first slot."""

    words: tuple[str, ...]
    lines: tuple[Line, ...]
    by_word: Mapping[int, tuple[int, ...]]
    automaton: ahocorasick_rs.AhoCorasick

    def hits(self, flat: str) -> list[tuple[int, int, int]]:
        """Every occurrence of every word as (start, end, word), in the order of the text."""
        found = self.automaton.find_matches_as_indexes(flat, overlapping=True)
        return sorted((start, end, word) for word, start, end in found if not self._broken(flat, start, word))

    def _broken(self, flat: str, start: int, word: int) -> bool:
        """协调解决 is no 调解, 统一审核 no 一审: the characters belong to two other words; 不予处罚 is no 处罚."""
        before = _ACROSS.get(self.words[word])
        if before is not None and start > 0 and flat[start - 1] in before:
            return True
        return flat.startswith(_NEGATIONS, max(0, start - 2), start) if start > 1 else False


@cache
def phrasebook() -> Phrasebook:
    """Read all phrase files once."""
    numbers: dict[str, int] = {}
    lines: list[Line] = []
    folder = resources.files("yifa.data.indicators") / "phrases"
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".txt"):
            lines.extend(_lines(entry.read_text("utf-8"), numbers))
    by_word: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        for word in line.slots[0]:
            by_word.setdefault(word, []).append(index)
    words = tuple(numbers)
    return Phrasebook(words, tuple(lines), {w: tuple(i) for w, i in by_word.items()}, ahocorasick_rs.AhoCorasick(words))


def _lines(source: str, numbers: dict[str, int]) -> Iterable[Line]:
    code = ""
    for raw in source.splitlines():
        row = raw.strip()
        if not row or row.startswith("#"):
            continue
        if row.startswith("["):
            code = row.strip("[]")
            continue
        slots: list[frozenset[int]] = []
        strict: set[int] = set()
        close: set[int] = set()
        unwanted: set[int] = set()
        forbidden: set[int] = set()
        units: frozenset[str] | None = None
        for part in row.split():
            if part.startswith(">="):
                units = UNIT_GROUPS[part[2:]]
            elif part.startswith("="):
                forbidden.update(_numbered(part[1:], numbers))
            elif part.startswith("-"):
                unwanted.update(_numbered(part[1:], numbers))
            else:
                if part[0] in "!^":
                    strict.add(len(slots))
                if part[0] == "^":
                    close.add(len(slots))
                slots.append(frozenset(_numbered(part.lstrip("!^"), numbers)))
        yield Line(
            code, tuple(slots), frozenset(strict), frozenset(close), frozenset(unwanted), frozenset(forbidden), units
        )


def _numbered(alternatives: str, numbers: dict[str, int]) -> list[int]:
    return [numbers.setdefault(flatten(word), len(numbers)) for word in alternatives.split("|") if word]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around one number: near it (weight 0.5 to 1), further away (below), and those that lead up to it.

    `bodies`: administrative bodies are counted (13个市); `growth`: the number says how much something grew or fell;
    `procedure`: the one that the text speaks of here (复议, 诉讼…).
    """

    near: Mapping[int, float]
    far: Mapping[int, float]
    lead: frozenset[int]
    unit: str | None
    area: str | None
    bodies: bool = False
    growth: bool = False
    procedure: str | None = None


def best_code(around: Surroundings, book: Phrasebook) -> tuple[str | None, float]:
    """The indicator that fits the surroundings best, with its score; None when nothing fits well enough.

    NOTHING when the words say that something else is counted.
    """
    scores: dict[str, float] = {}
    known = catalogue()
    candidates = {i for word in around.near for i in book.by_word.get(word, ())}
    for index in candidates:
        line = book.lines[index]
        if line.units is not None and around.unit not in line.units:
            continue
        indicator = known.get(line.code)
        if indicator is not None and not _suits(indicator, around):
            continue
        factor = fits(indicator, around.unit) if indicator else 1.12
        if not factor or not line.unwanted.isdisjoint(around.near):
            continue
        if line.forbidden and not (line.forbidden.isdisjoint(around.near) and line.forbidden.isdisjoint(around.lead)):
            continue
        at_home = indicator is None or indicator.section_type == around.area
        score = _score(line, around, book, at_home and indicator is not None) * factor
        if score and at_home:
            score += 0.5
        if score > scores.get(line.code, 0.0):
            scores[line.code] = score
    if not scores:
        return None, 0.0
    code = max(scores, key=lambda c: (scores[c], c))
    return (code, scores[code]) if scores[code] >= THRESHOLD else (None, scores[code])


_TELLING = 1.5


def _score(line: Line, around: Surroundings, book: Phrasebook, lenient: bool) -> float:
    """How well a line is met. When the section treats the same area, one further slot may stay unmet."""
    total, unmet = 0.0, 0
    for position, slot in enumerate(line.slots):
        best = 0.0
        for word in slot:
            weight = around.near.get(word, 0.0)
            if position and not weight and position not in line.close:
                weight = around.far.get(word, 0.0)
            if weight:
                best = max(best, weight * (0.7 + 0.3 * min(len(book.words[word]), 7)))
        if not best:
            unmet += 1
            if not position or not lenient or unmet > 1 or position in line.strict or total < _TELLING:
                return 0.0
        total += best if position == 0 else best * 0.8
    return total * (0.65 if unmet else 1.0)


_CHANGES = ("_yoy", "_growth", "_gain", "_cut_rate")
_BY_BODIES = "leadership.debrief"
_NEVER_BODIES = frozenset("件 次 场 条 份 部 篇 幅".split())


def _suits(indicator: Indicator, around: Surroundings) -> bool:
    """Towns are no cases or meetings; 增长12% is no rate of its own; 仲裁案件 are no 复议案件."""
    never = indicator.unit in _NEVER_BODIES or (indicator.unit == "人" and not indicator.code.startswith(_BY_BODIES))
    if (around.bodies and never) or foreign(indicator.code, around.procedure):
        return False
    return not around.growth or indicator.unit != "%" or indicator.code.endswith(_CHANGES)


_KINDS = (
    ("rate", frozenset({"%", "‰", "倍", "个百分点"})),
    ("money", frozenset({"万元", "美元"})),
    ("area", frozenset("平方米 亩 公顷".split())),
    (
        "goods",
        frozenset("公里 千米 平方公里 平方千米 立方米 公斤 吨 千瓦时 台 套 辆 床 路 岁 头 株 颗 尾 羽 台次 笔".split()),
    ),
    ("time", frozenset("个工作日 天 日 小时 分钟 个月 年 周".split())),
    ("people", frozenset("人 名 位 员 人次".split())),
    ("events", frozenset("次 场 场次 期 轮 批 批次 轮次 期次 堂 课 节 班 班次 户次 家次 点次".split())),
    ("score", frozenset({"分"})),
)
_CASES = frozenset("件 起 宗 例 件次".split())
_BODIES = frozenset("个 家 户 所 座".split())
_SHEETS = frozenset("份 条 篇 项 幅 部".split())
_SOFT = {("people", "things"): 0.75, ("events", "things"): 0.5, ("people", "events"): 0.4}


@cache
def unit_kind(unit: str | None) -> str:
    """The broad kind of a unit: rate, money, area, time, people, events, score, none or things."""
    if unit is None or unit == "无":
        return "none"
    return next((name for name, units in _KINDS if unit in units), "things")


@cache
def _fit(expected: str, found: str) -> float:
    if expected == found:
        return 1.0
    if found == "none":
        return 0.6 if expected in ("people", "events", "things") else 0.0
    return _SOFT.get((expected, found)) or _SOFT.get((found, expected)) or 0.0


def fits(indicator: Indicator, unit: str | None) -> float:
    """How well the unit of a figure suits an indicator: 1 for its own kind, less for a related one, 0 for none."""
    if indicator.code == "leadership.assessment_weight":
        return 1.0 if unit in ("分", "%") else 0.0
    if unit == indicator.unit:
        return 1.12
    return _misfit(indicator.unit, unit)


_PEOPLE = frozenset({"人", "人次"})
_MEETINGS = frozenset({"次", "场"})
_STRANGE = (
    (_CASES, _BODIES, 0.4),
    (_BODIES - {"个"}, _CASES, 0.4),
    (_CASES, _PEOPLE, 0.3),
    (_MEETINGS, _BODIES, 0.3),
    (_PEOPLE, _CASES, 0.3),
    (_PEOPLE, _SHEETS, 0.4),
    (_PEOPLE, _MEETINGS, 0.25),
    (_MEETINGS, _PEOPLE, 0.25),
    (_SHEETS, _PEOPLE, 0.3),
    (_BODIES - {"个"}, _SHEETS, 0.4),
    (_SHEETS, _CASES - {"件"}, 0.4),
)
"""What the indicator counts, what the figure counts, and how far the one may stand for the other."""


@cache
def _misfit(expected: str, unit: str | None) -> float:
    """The factor for a unit that is not the indicator's own; bodies counted are neither cases nor events."""
    if unit == POINTS:
        return 0.0
    if {expected, unit} == _PEOPLE:
        return 0.7 if unit == "人次" else 0.9
    strange = next((factor for wanted, found, factor in _STRANGE if expected in wanted and unit in found), None)
    return _fit(unit_kind(expected), unit_kind(unit)) if strange is None else strange
