"""What the declarations themselves rest on (程序、台账声明和文书模板的依据), read from memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from yifa.areas.rulemaking.law_change.places import cited_places
from yifa.kernel.declare import PROCEDURES, Procedure, Step
from yifa.kernel.registers import REGISTERS
from yifa.law import Basis
from yifa.law.structure import ArticleKey


@dataclass(frozen=True)
class Resting:
    """A part of a declaration, or a template, with the place of an act that it rests on."""

    what: str
    where: str
    act: str
    article: ArticleKey | None
    cited: str


def all_resting() -> Iterator[Resting]:
    """Every part of the newest version of every procedure, of every register, and every template."""
    for key in sorted(PROCEDURES.versions):
        procedure = PROCEDURES.latest(key)
        for where, basis in _procedure(procedure):
            yield _resting("程序声明", f"{procedure.label}：{where}", basis)
        yield from _templates(procedure)
    for register in REGISTERS.all():
        bases = [("依据", register.basis)]
        bases += [(f"栏目“{c.bare_label}”", c.basis) for c in register.columns if c.basis is not None]
        bases += [(f"数字“{f.label}”", f.basis) for f in register.figures() if f.basis is not None]
        for where, basis in bases:
            yield _resting("台账声明", f"{register.label}：{where}", basis)


def _procedure(procedure: type[Procedure]) -> Iterator[tuple[str, Basis]]:
    for step in procedure.steps():
        yield from ((f"环节“{step.label}”", basis) for basis in step.bases)
        for condition in step.conditions:
            yield f"环节“{step.label}”的条件“{condition.text}”", condition.basis
            if condition.qualified is not None:
                yield f"环节“{step.label}”的条件“{condition.text}”（例外）", condition.qualified
    for limit in procedure.limits():
        yield f"期限“{limit.label}”", limit.basis
        if limit.stop_basis is not None:
            yield f"期限“{limit.label}”停止计算", limit.stop_basis
        if limit.extension is not None:
            yield f"期限“{limit.label}”延长", limit.extension.basis
        yield from ((f"期限“{limit.label}”扣除“{span.label}”", span.basis) for span in limit.excludes)
    yield from ((f"公开事项“{p.label}”", p.basis) for p in procedure.publications())
    yield from (("没有表达的条款", omitted.basis) for omitted in procedure.omitted)


def _resting(what: str, where: str, basis: Basis) -> Resting:
    return Resting(what, where, basis.act.title, basis.key, str(basis))


def _templates(procedure: type[Procedure]) -> Iterator[Resting]:
    seen: set[Path] = set()
    for step in procedure.steps():
        if step.document is None or step.document.template in seen:
            continue
        seen.add(step.document.template)
        for act, article, cited in _cited_in(step.document.template, step.document.template.stat().st_mtime_ns):
            yield Resting("文书模板", f"{procedure.label}：{_name(step)}", act, article, cited)


def _name(step: Step) -> str:
    assert step.document is not None
    return f"《{step.document.title}》（{step.document.template.name}）"


@lru_cache(maxsize=2048)
def _cited_in(template: Path, changed: int) -> tuple[tuple[str, ArticleKey | None, str], ...]:
    text = template.read_text(encoding="utf-8")
    return tuple((cited.act, cited.article, str(cited)) for cited in cited_places(text))
