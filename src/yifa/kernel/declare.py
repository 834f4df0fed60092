"""The vocabulary of a declaration (程序声明): the parts, the `Procedure` that holds them, and the registry of versions.

A procedure is a class that reads like the act. Everything refers to everything else by object, so that a slip of the
pen fails when the module is imported. Later versions of a procedure are subclasses: what they declare again replaces
the part of the same name.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, ClassVar, TypeVar

from django.db import models

from yifa.kernel.figure import Figure
from yifa.kernel.limit import Cap, Consequence, Extension, Limit, Span, Start
from yifa.kernel.parts import (
    NEW,
    ON,
    Condition,
    DeclarationError,
    Declared,
    Guard,
    Input,
    Move,
    Omitted,
    Publication,
    Shown,
    Stage,
    Stages,
    Step,
    Test,
    computed,
    field_label,
    field_name,
    judged,
    type_of_field,
)
from yifa.kernel.ties import Echo, Follows
from yifa.law import Basis

__all__ = [
    "NEW",
    "ON",
    "PROCEDURES",
    "PROMISED",
    "Cap",
    "Condition",
    "Consequence",
    "DeclarationError",
    "Declared",
    "Echo",
    "Extension",
    "Follows",
    "Guard",
    "Input",
    "Limit",
    "Move",
    "Omitted",
    "Procedure",
    "Publication",
    "Registry",
    "Shown",
    "Span",
    "Stage",
    "Stages",
    "Start",
    "Step",
    "Test",
    "computed",
    "field_label",
    "field_name",
    "judged",
    "type_of_field",
]


_Part = TypeVar("_Part", bound=Declared)

PROMISED = ".promised"
"""What the code of a promised limit ends with."""


class Procedure:
    """A statutory procedure (法定程序); subclass it and declare its parts as class attributes.

    `since` is the first day this version governs. `fixed_by` lists the steps on whose legal date the version that
    governs the case is chosen (for reconsideration: acceptance); until then the latest of them decides. `numbered_by`
    lists the steps that give the case its number, in the series `mark` of its organ and year.
    """

    key: ClassVar[str] = ""
    label: ClassVar[str] = ""
    mark: ClassVar[str] = ""
    numbered_by: ClassVar[tuple[Step, ...]] = ()
    since: ClassVar[date] = date.min
    model: ClassVar[type[models.Model]]
    fixed_by: ClassVar[tuple[Step, ...]] = ()
    version_basis: ClassVar[Basis | None] = None
    omitted: ClassVar[tuple[Omitted, ...]] = ()
    abstract: ClassVar[bool] = True
    parts: ClassVar[dict[str, Declared]] = {}

    def __init_subclass__(cls, abstract: bool = False, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls.abstract = abstract
        cls.parts = _parts_of(cls)
        if not abstract:
            PROCEDURES.add(cls)

    @classmethod
    def _of(cls, kind: type[_Part]) -> list[_Part]:
        return [part for part in cls.parts.values() if isinstance(part, kind)]

    @classmethod
    def stages(cls) -> list[Stage]:
        """All stages in the order of their declaration."""
        return cls._of(Stage)

    @classmethod
    def steps(cls) -> list[Step]:
        """All steps in the order of their declaration."""
        return cls._of(Step)

    @classmethod
    def limits(cls) -> list[Limit]:
        """All time limits."""
        return cls._of(Limit)

    @classmethod
    def publications(cls) -> list[Publication]:
        """All publications."""
        return cls._of(Publication)

    @classmethod
    def figures(cls) -> list[Figure]:
        """All figures."""
        return cls._of(Figure)

    @classmethod
    def stage(cls, code: str) -> Stage:
        """The stage of this code, `NEW` included."""
        return NEW if code == NEW.code else cls._named(code, Stage)

    @classmethod
    def step(cls, code: str) -> Step:
        """The step of this code or of this Chinese label."""
        return cls._named(code, Step)

    @classmethod
    def limit(cls, code: str) -> Limit:
        """The limit of this code, label or reference code (REC-T13); `code.promised` is what a place promised of it.

        A promised limit comes with the law's length: how long a place promised stands in `yifa.kernel.promises`.
        """
        if code.endswith(PROMISED):
            limit = cls._named(code.removesuffix(PROMISED), Limit)
            return replace(limit, label=f"{limit.label}（承诺）", promised=True, code=code)
        return cls._named(code, Limit)

    @classmethod
    def publication(cls, code: str) -> Publication:
        """The publication of this code or label."""
        return cls._named(code, Publication)

    @classmethod
    def _named(cls, code: str, kind: type[_Part]) -> _Part:
        part = cls.parts.get(code)
        if isinstance(part, kind):
            return part
        for part in cls._of(kind):
            if code in (getattr(part, "label", None), getattr(part, "ref", None)):
                return part
        known = "、".join(f"{getattr(part, 'label', '')}（{part.code}）" for part in cls._of(kind))
        raise DeclarationError(f"{cls.label}没有“{code}”，可用的有：{known}。")

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The short title of a case in lists; procedures give a better one."""
        return cls.label

    @classmethod
    def counterpart_of(cls, record: Any) -> Any:
        """The organ on the other side of the case, if it is an organ in the books."""
        return None


def _parts_of(cls: type) -> dict[str, Declared]:
    parts: dict[str, Declared] = {}
    for owner in reversed(cls.__mro__):
        for name, value in vars(owner).items():
            if isinstance(value, Declared):
                parts[name] = value
    return parts


@dataclass
class Registry:
    """All procedures that were imported, by key and by version."""

    versions: dict[str, list[type[Procedure]]] = field(default_factory=dict)
    _following: dict[str, set[tuple[str, str]]] | None = field(default=None, repr=False)
    _looking: dict[str, set[str]] | None = field(default=None, repr=False)

    def add(self, procedure: type[Procedure]) -> None:
        """Enter a version; two versions of one procedure may not start on the same day."""
        known = self.versions.setdefault(procedure.key, [])
        known[:] = [v for v in known if v.__qualname__ != procedure.__qualname__]
        if any(v.since == procedure.since for v in known):
            raise DeclarationError(f"“{procedure.label}”有两个版本同自{procedure.since}起施行。")
        for figure in procedure.figures():
            figure.belong_to(procedure)
        known.append(procedure)
        known.sort(key=lambda v: v.since)
        self._following = self._looking = None

    def keys(self) -> list[str]:
        """The keys of all procedures, sorted."""
        return sorted(self.versions)

    def all(self) -> list[type[Procedure]]:
        """Every version of every procedure."""
        return [version for key in self.keys() for version in self.versions[key]]

    def latest(self, key: str) -> type[Procedure]:
        """The newest version."""
        return self._known(key)[-1]

    def on(self, key: str, day: date, *, historic: bool = False) -> type[Procedure]:
        """The version that governs on a day; of imported history that lies before all of them, the first.

        Raises:
            DeclarationError: the day lies before the first version.
        """
        known = self._known(key)
        governing = [version for version in known if version.since <= day] or (known[:1] if historic else [])
        if not governing:
            first = known[0]
            raise DeclarationError(f"{first.label}的规则自{first.since}起收录，{day}的案件请作为历史数据导入。")
        return governing[-1]

    def version(self, key: str, since: date) -> type[Procedure]:
        """The version that starts on exactly this day: the one a running case keeps."""
        for version in self._known(key):
            if version.since == since:
                return version
        raise DeclarationError(f"找不到“{key}”自{since}起施行的版本；仍有案件适用的版本不得移除。")

    def followers(self, key: str, step: str) -> set[tuple[str, str]]:
        """The steps, as procedure and code, that follow this step of this procedure in linked cases."""
        if self._following is None:
            self._following = self._who_follows()
        return self._following.get(f"{key}.{step}", set())

    def lookers(self, key: str) -> set[str]:
        """The procedures with a limit that looks at linked cases of this one."""
        if self._looking is None:
            self._looking = {}
            for each in self.all():
                for seen in {seen for limit in each.limits() for seen in limit.looks_at}:
                    self._looking.setdefault(seen, set()).add(each.key)
        return self._looking.get(key, set())

    def _who_follows(self) -> dict[str, set[tuple[str, str]]]:
        following: dict[str, set[tuple[str, str]]] = {}
        for procedure in self.all():
            for own in procedure.steps():
                for other in own.followed:
                    told = following.setdefault(other.to, set())
                    told.add((procedure.key, own.code))
        return following

    def _known(self, key: str) -> list[type[Procedure]]:
        if key not in self.versions:
            known = "、".join(self.keys())
            raise DeclarationError(f"没有名为“{key}”的程序，可用的有：{known}。")
        return self.versions[key]


PROCEDURES = Registry()
"""Every procedure that an installed area declares."""
