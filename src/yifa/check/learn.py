"""Compute the weights of `evidence` from the labelled sentences: `python -m yifa.check.learn [--held] [GROUP…]`.

One small model a group (multinomial logistic regression): every sentence of `tests/labelled` is of a rule of the group
or of none; those of other groups are of none and count less. With `--held` nothing is written: the sentences of each
author who has not seen the rules are judged by the weights learned from those of all others, which is what an unseen
sentence may expect.

This needs numpy, which the checker itself does not.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from yifa.check.draft import Draft
from yifa.check.evidence import GROUPS, LIKELY, NO_FAULT, SCALE, features
from yifa.check.model import DraftKind, Group
from yifa.check.rules import all_rules
from yifa.check.score import DAY, FOLDER

OTHER_GROUP: Final = 0.2
"""How much a sentence counts that was written for another group: it may have faults of this one."""
OF_MANY: Final = 0.5
"""How much each sentence of a whole text without a fault counts."""
_LONG: Final = 4
"""A text of at least so many sentences is a whole one, which is weighed sentence by sentence."""
ROUNDS: Final = 120
DECAY: Final = 5e-6
"""How strongly weights are kept small, so that no single word decides."""
LEAST: Final = 0.04
"""A weight below this is left out."""
OFTEN: Final = 2
"""A feature of fewer sentences than this is not learned."""
LENIENT: Final = 1.0
"""The gate lets a sentence pass that is by so much (log odds) more likely without a fault."""
UNIT: Final = 30**-0.5
FAULT: Final = "+"
_KEPT: Final = re.compile(r"^independent-[a-z]+-?(?P<author>.*?)-?(?:kept)?$")
"""The halves of one author's sentences go together; those who wrote the rules are no author of their own."""

_WHOLE: Final = frozenset(
    "CONT-007 CONT-009 CONT-010 CONT-019 CONT-022 CONT-024 PROC-001 PROC-002 PROC-003 PROC-004 PROC-005"
    " PROC-007 PROC-008 PROC-009 PROC-011 PROC-012 PROC-013".split()
)
"""Rules about a document, its figures or its form, of which the words of a sentence say nothing."""

Matrix = NDArray[np.float32]


@dataclass(frozen=True)
class Labelled:
    """One labelled sentence: its rule or "no fault", what is weighed of it, how much it counts."""

    rule: str
    text: str
    features: frozenset[str]
    counts: float
    author: str = ""


@dataclass(frozen=True)
class Model:
    """Features by number, rules by number and their weights."""

    features: tuple[str, ...]
    rules: tuple[str, ...]
    weights: Matrix
    bias: Matrix


class Table:
    """Which features each sentence has, by rows and by columns."""

    def __init__(self, sentences: Sequence[frozenset[str]], number: dict[str, int]) -> None:
        held = [sorted(number[one] for one in each if one in number) or [0] for each in sentences]
        self.width = max(number.values()) + 1
        self.at = np.concatenate([np.array(one) for one in held])
        sizes = np.array([len(one) for one in held])
        self.begins = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        rows = np.repeat(np.arange(len(held)), sizes)
        order = np.argsort(self.at, kind="stable")
        self.rows = rows[order]
        self.columns, self.column_begins = np.unique(self.at[order], return_index=True)

    def sums(self, weights: Matrix) -> Matrix:
        """What the features of each sentence weigh."""
        return np.asarray(np.add.reduceat(weights[self.at], self.begins, axis=0) * UNIT, np.float32)

    def slopes(self, errors: Matrix) -> Matrix:
        """How far each weight is at fault for the errors."""
        found = np.zeros((self.width, errors.shape[1]), np.float32)
        found[self.columns] = np.add.reduceat(errors[self.rows], self.column_begins, axis=0) * UNIT
        return found


def sentences(group: Group) -> Iterator[Labelled]:
    """All labelled sentences as the group sees them."""
    for path in sorted(FOLDER.glob("*.txt")):
        of = path.stem.removeprefix("independent-").split("-", 1)[0]
        if (of == Group.CONTRACT) is not (group is Group.CONTRACT):
            continue  # what is lawful in a contract says nothing about provisions
        for line in path.read_text(encoding="utf-8").splitlines():
            label, separator, sentence = line.partition("|")
            if separator and not line.startswith("#"):
                yield from (replace(one, author=_author(path.stem)) for one in _labelled(label, sentence, of == group))
    yield from _examples(group)


def _author(stem: str) -> str:
    found = _KEPT.match(stem)
    return (found["author"] or "first") if found else ""


def _examples(group: Group) -> Iterator[Labelled]:
    """What the rules themselves give as examples."""
    for rule in all_rules():
        for label, texts in ((rule.id, rule.fires), (NO_FAULT, rule.silent)):
            for text in texts:
                if isinstance(text, str) and (rule.group is group or group is not Group.CONTRACT):
                    yield from _labelled(label, text, rule.group is group)


def _labelled(label: str, sentence: str, own: bool) -> Iterator[Labelled]:
    text = sentence.replace("\\n", "\n").replace("\\t", "\t").partition("@{")[0]
    draft = Draft.read(text, DAY, DraftKind.NORMATIVE, None if "\n" in text else "")
    if label == NO_FAULT and own and len(draft.statements) >= _LONG:
        yield from (Labelled(NO_FAULT, sentence, features(one), OF_MANY) for one in draft.statements)
        return
    held = frozenset[str]().union(*(features(one) for one in draft.statements))
    rules = [one for one in label.split("+") if one not in _WHOLE] if own else [NO_FAULT]
    for rule in rules:
        yield Labelled(rule, sentence, held, 1 / len(rules) if own else OTHER_GROUP)


def learn(known: Sequence[Labelled]) -> Model:
    """The model of these sentences."""
    often = Counter(one for each in known for one in each.features)
    names = tuple(sorted(one for one, count in often.items() if count >= OFTEN))
    rules = (NO_FAULT, *sorted({one.rule for one in known} - {NO_FAULT}))
    numbers = {rule: at for at, rule in enumerate(rules)}
    right = np.array([numbers[one.rule] for one in known])
    counts = np.array([one.counts for one in known], np.float32)
    table = Table([one.features for one in known], {name: at for at, name in enumerate(names)})
    weights, bias = _fit(table, np.eye(len(rules), dtype=np.float32)[right], counts)
    return Model(names, rules, weights * UNIT, bias)


def learn_gate(known: Sequence[Labelled]) -> Model:
    """Whether there is a fault at all, by characters and pairs alone; it opens in doubt."""
    bare = [
        replace(one, rule=FAULT if one.rule != NO_FAULT else NO_FAULT, features=frozenset(map(_plain, one.features)))
        for one in known
    ]
    found = learn([replace(one, features=one.features - {""}) for one in bare])
    log_odds = np.diff(found.weights, axis=1), np.diff(found.bias) + LENIENT
    return Model(found.features, found.rules, *log_odds)


def _plain(feature: str) -> str:
    return "" if feature[0] in "<{@" and len(feature) > 2 else feature


def _fit(table: Table, right: Matrix, counts: Matrix) -> tuple[Matrix, Matrix]:
    """Weights and bias for which the shares come nearest to what is right (Adam on all sentences at once)."""
    weights = np.zeros((table.width, right.shape[1]), np.float32)
    bias = np.zeros(right.shape[1], np.float32)
    values = (weights, bias)
    means = [np.zeros_like(weights), np.zeros_like(bias)]
    squares = [np.zeros_like(weights), np.zeros_like(bias)]
    each = (counts / counts.sum())[:, None]
    for step in range(1, ROUNDS + 1):
        sums = table.sums(weights) + bias
        powers = np.exp(sums - sums.max(axis=1, keepdims=True))
        errors = np.asarray((powers / powers.sum(axis=1, keepdims=True) - right) * each, np.float32)
        slopes = (table.slopes(errors) + DECAY * weights, errors.sum(axis=0))
        pace = 0.08 if step < ROUNDS * 0.6 else 0.03
        for at, slope in enumerate(slopes):
            means[at] += 0.1 * (slope - means[at])
            squares[at] += 0.01 * (slope * slope - squares[at])
            root = np.sqrt(squares[at] / (1 - 0.99**step)) + 1e-8
            np.subtract(values[at], pace * means[at] / (1 - 0.9**step) / root, out=values[at], casting="same_kind")
    return weights, bias


def lines(model: Model, about: str, known: int) -> Iterator[str]:
    """The file of weights: its rules and where each begins, then each feature with what it weighs for them."""
    yield f"# {about}：词语的分量（百分之一），由 python -m yifa.check.learn 从标注句算出。"
    yield f"# 来源：src/yifa/check/tests/labelled 和规则的例句，{known}句；{date.today()}。"
    yield "# 第一行规则；第二行各自的起点；以下每行：词语、规则序号:分量。"
    yield "\t".join(model.rules)
    yield "\t".join(str(_written(one)) for one in model.bias)
    for name, row in _worth_writing(model):
        told = [f"{at}:{_written(one)}" for at, one in enumerate(row) if abs(one) >= LEAST]
        if told:
            yield "\t".join((name, *told))


def gate_lines(model: Model, known: int) -> Iterator[str]:
    """The file of the gate: where it begins, then each feature with its weight."""
    yield "# 门槛：一句话有没有可能有错（百分之一），由 python -m yifa.check.learn 从标注句算出。"
    yield f"# 来源：src/yifa/check/tests/labelled 和规则的例句，{known}句；{date.today()}。"
    yield str(_written(model.bias[0]))
    yield from (f"{name}\t{_written(row[0])}" for name, row in _worth_writing(model) if _written(row[0]))


def _written(weight: float) -> int:
    return round(float(weight) * SCALE)


def _worth_writing(model: Model) -> Iterator[tuple[str, Matrix]]:
    """Features that a line of the file can hold."""
    pairs = zip(model.features, model.weights, strict=True)
    return ((name, row) for name, row in pairs if name.strip() and not any(mark in name for mark in "\t\n#"))


def judged(group: Group, model: Model, held: Sequence[Labelled]) -> Iterator[tuple[Labelled, str]]:
    """What the weights say of sentences: the rule, or "no fault" where none is likely."""
    table = Table([one.features for one in held], {name: at for at, name in enumerate(model.features)})
    sums = table.sums(model.weights / UNIT) + model.bias
    powers = np.exp(sums - sums.max(axis=1, keepdims=True))
    shares = powers / powers.sum(axis=1, keepdims=True)
    for one, row in zip(held, shares, strict=True):
        best = 1 + int(row[1:].argmax())
        yield one, model.rules[best] if row[best] > LIKELY[group] else NO_FAULT


def measure(group: Group, known: Sequence[Labelled]) -> str:
    """How the sentences of each author are judged by weights learned without them."""
    right = found = faults = lawful = alarmed = 0
    for author in sorted({one.author for one in known if one.author and one.counts > OTHER_GROUP}):
        apart = {one.text for one in known if one.author == author}
        model = learn([one for one in known if one.text not in apart])
        held = [one for one in known if one.author == author and one.counts > OTHER_GROUP]
        for one, rule in judged(group, model, held):
            right += one.rule == rule != NO_FAULT
            found += rule != NO_FAULT
            faults += one.rule != NO_FAULT
            lawful += one.rule == NO_FAULT
            alarmed += rule != one.rule == NO_FAULT
    return (
        f"{group.label}：只凭词语分量，查全 {right / faults:.0%}（{right}/{faults}），"
        f"查准 {right / max(found, 1):.0%}，貌似有错的 {lawful} 句误报 {alarmed} 句"
    )


def main() -> None:
    """Write the files of the groups named, or of all; or print how they judge what they have not seen."""
    wanted = [one for one in GROUPS if one in sys.argv] or list(GROUPS)
    folder = Path(__file__).parents[1] / "data" / "check"
    all_known: dict[str, list[Labelled]] = {"gate": [], "gate-contract": []}
    for group in wanted:
        known = list(sentences(group))
        all_known["gate-contract" if group is Group.CONTRACT else "gate"] += known
        if "--held" in sys.argv:
            print(measure(group, known))
        else:
            _write(folder / f"weights-{group.value}.txt", lines(learn(known), group.label, len(known)))
    if "--held" not in sys.argv and wanted == list(GROUPS):
        for name, each in all_known.items():
            faults = {one.text for one in each if one.rule != NO_FAULT}
            known = [one for one in each if one.rule != NO_FAULT or one.text not in faults]
            _write(folder / f"weights-{name}.txt", gate_lines(learn_gate(known), len(known)))


def _write(path: Path, told: Iterable[str]) -> None:
    path.write_text("\n".join(told) + "\n", encoding="utf-8")
    print(f"{path.name}：{path.stat().st_size / 1000:.0f} KB。")


if __name__ == "__main__":
    main()
