"""The trail of a case as people read it (时间线): who did what on which day, on what basis, and what it brought."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from yifa.desk.values import Names, fields_of, input_text, shown
from yifa.kernel.declare import Procedure, Step
from yifa.kernel.engine import Authority
from yifa.kernel.models import Event, EventKind
from yifa.office.models import Person
from yifa.office.roles import Role

AUTHORITIES = {
    Authority.LAW: "依法自动生效",
    Authority.ECHO: "由关联案件带入",
    Authority.IMPORT: "历史导入",
    Authority.SIGNED: "经审批",
    Authority.PUBLIC: "公众网上提交",
}

LOUD = (EventKind.STEP, EventKind.SERVICE, EventKind.PUBLICATION, EventKind.MATERIAL)
"""Entries that belong to the procedure; the rest are entries of the books."""


@dataclass(frozen=True)
class Fact:
    """One line under an entry: label, text, and what it is (field, input, confirmed, override, note)."""

    label: str
    text: str
    kind: str = "field"


@dataclass(frozen=True)
class Veiled:
    """What entries of others do not show yet (互不可见): the fields with what stands in their place, and who looks."""

    fields: Mapping[str, str]
    person: int | None

    def told(self, event: Event, name: str) -> str | None:
        """What stands in place of a field of an entry; None where it is shown."""
        return None if event.actor_id == self.person else self.fields.get(name)


@dataclass(frozen=True)
class Moment:
    """One entry of the timeline.

    Attributes:
        late: the day of entry where it is not the legal date.
        voided: why the entry was voided, where it was.
        quiet: an entry of the books rather than of the procedure; shown small.
    """

    event: Event
    title: str
    on: date
    at: datetime
    who: str
    basis: str = ""
    facts: tuple[Fact, ...] = ()
    late: date | None = None
    voided: str = ""
    quiet: bool = False
    marks: tuple[str, ...] = field(default_factory=tuple)


def moments(
    events: Sequence[Event], procedure: type[Procedure], model: type[Any], veiled: Veiled | None = None
) -> list[Moment]:
    """The trail in order of legal date, the newest last; `events` carry their `actor`."""
    names = Names.of(model, [_stored(event) for event in events])
    people = _people(events)
    voided = {event.voids_id: str(event.data.get("reason", "")) for event in events if event.voids_id}
    reader = _Reader(procedure, model, names, people, veiled or Veiled({}, None))
    found = [reader.read(event, voided.get(event.pk, "")) for event in events]
    return sorted(found, key=lambda moment: (moment.on, moment.event.seq))


def content_of(
    procedure: type[Procedure], model: type[Any], step: str, payload: Mapping[str, Any], unseen: Collection[str] = ()
) -> list[Fact]:
    """What a proposal would bring, in the words of the timeline, without the fields that are not seen yet."""
    fields = {name: value for name, value in payload.get("fields", {}).items() if name not in unseen}
    payload = {**payload, "fields": fields}
    reader = _Reader(procedure, model, Names.of(model, [fields]), {})
    data = {**payload, "inputs": payload.get("data", {}), "signed": []}
    return reader.step_facts(procedure.step(step), data)


def _stored(event: Event) -> Mapping[str, Any]:
    changed = {name: pair[1] for name, pair in event.data.get("changed", {}).items()}
    return {**event.data.get("fields", {}), **changed}


def _people(events: Sequence[Event]) -> dict[int, str]:
    keys = {signed.get("person") for event in events for signed in event.data.get("signed", [])}
    keys |= {event.data.get(end) for event in events if event.kind == EventKind.ASSIGNMENT for end in ("from", "to")}
    known = {event.actor_id: event.actor.name for event in events if event.actor is not None and event.actor_id}
    missing = {key for key in keys if key is not None} - set(known)
    if missing:
        known.update(Person.objects.filter(pk__in=missing).values_list("pk", "name"))
    return known


def _bases(step: Step) -> str:
    named = "、".join(basis.short for basis in step.bases[:3])
    return f"{named}等{len(step.bases)}条" if len(step.bases) > 3 else named


@dataclass(frozen=True)
class _Reader:
    procedure: type[Procedure]
    model: type[Any]
    names: Names
    people: Mapping[int, str]
    veiled: Veiled = field(default_factory=lambda: Veiled({}, None))

    def read(self, event: Event, voided: str) -> Moment:
        entered = timezone.localdate(event.at)
        quiet = event.kind not in LOUD
        step = self.procedure.step(event.step) if event.step else None
        title = step.label if step and event.kind == EventKind.STEP else event.get_kind_display()
        if step and event.kind == EventKind.SIGNATURE:
            title = f"{event.data.get('verdict') or title}：{step.label}"
        return Moment(
            event, title, event.on, event.at,
            who=event.actor.name if event.actor else "系统",
            basis=_bases(step) if step and event.kind == EventKind.STEP else "",
            facts=tuple(self._facts(event)),
            late=entered if entered != event.on else None,
            voided=voided,
            quiet=quiet,
            marks=self._marks(event),
        )  # fmt: skip

    def _marks(self, event: Event) -> tuple[str, ...]:
        authority = event.data.get("authority")
        if event.kind != EventKind.STEP or authority not in {a.value for a in AUTHORITIES}:
            return ()
        if authority == Authority.ECHO and not event.data.get("echo"):
            return ("随报告汇编、监督模型等登记",)
        return (AUTHORITIES[Authority(authority)],)

    def _facts(self, event: Event) -> list[Fact]:
        tellers = {
            EventKind.STEP: self._step,
            EventKind.AMENDMENT: self._amendment,
            EventKind.VERSION: self._version,
            EventKind.ASSIGNMENT: self._assignment,
            EventKind.SIGNATURE: self._signature,
            EventKind.RECKONING: self._reckoning,
            EventKind.PUBLICATION: self._publication,
        }
        teller = tellers.get(EventKind(event.kind), self._note)
        return teller(event)

    def _step(self, event: Event) -> list[Fact]:
        fields = event.data.get("fields", {})
        hidden = {name: told for name in fields if (told := self.veiled.told(event, name)) is not None}
        data = {**event.data, "fields": {name: value for name, value in fields.items() if name not in hidden}}
        kept = [Fact(self._field(name, None).label, told) for name, told in hidden.items()]
        return [*self.step_facts(self.procedure.step(event.step), data), *kept]

    def step_facts(self, step: Step, data: Mapping[str, Any]) -> list[Fact]:
        """What a step brought: fields, inputs, confirmations, overrides, signatures, the instrument."""
        asked = {each.code: each for each in step.asks}
        conditions = dict(step.condition_codes)
        facts = [self._field(name, value) for name, value in data.get("fields", {}).items()]
        for code, value in data.get("inputs", {}).items():
            label = asked[code].label if code in asked else code
            facts.append(Fact(label, input_text(asked.get(code), value), "input"))
        for code in data.get("confirmed", []):
            condition = conditions.get(code)
            facts.append(
                Fact("已确认", f"{condition.text}（{condition.basis.short}）" if condition else code, "confirmed")
            )
        for code, (reason, basis) in data.get("overrides", {}).items():
            text = conditions[code].text if code in conditions else code
            facts.append(Fact("例外办理", f"{text}：{reason}{f'（{basis}）' if basis else ''}", "override"))
        for signed in data.get("signed", []):
            role, name = Role(signed["role"]).label, self.people.get(signed.get("person"), "")
            facts.append(Fact("审批", f"{role}{name} 同意", "confirmed"))
        if paper := data.get("paper"):
            facts.append(Fact("文书", f"{paper[0]} {paper[1]}".strip(), "paper"))
        return [fact for fact in facts if fact.text]

    def _field(self, name: str, value: Any) -> Fact:
        model_field = fields_of(self.model).get(name)
        if model_field is None:
            return Fact(name, str(value))
        return Fact(str(model_field.verbose_name), shown(model_field, value, self.names))

    def _amendment(self, event: Event) -> list[Fact]:
        facts = [Fact("理由", str(event.data.get("reason", "")), "note")]
        for name, (before, after) in event.data.get("changed", {}).items():
            if (told := self.veiled.told(event, name)) is not None:
                facts.append(Fact(self._field(name, None).label, told))
                continue
            was, now = self._field(name, before), self._field(name, after)
            facts.append(Fact(now.label, f"{was.text or '（空）'} → {now.text or '（空）'}"))
        return facts

    def _version(self, event: Event) -> list[Fact]:
        return [Fact("适用规则", f"自{event.data['from']}起施行的 → 自{event.data['to']}起施行的", "note")]

    def _assignment(self, event: Event) -> list[Fact]:
        before, after = (self.people.get(event.data.get(end) or 0, "（未指定）") for end in ("from", "to"))
        return [Fact("承办人", f"{before} → {after}", "note"), *self._note(event)]

    def _signature(self, event: Event) -> list[Fact]:
        opinion = event.data.get("opinion")
        return [Fact("意见", str(opinion), "note")] if opinion else []

    def _reckoning(self, event: Event) -> list[Fact]:
        moved = event.data.get("moved", [])
        return [Fact(label, f"{was or '无'} → {now or '无'}", "note") for label, was, now in moved]

    def _publication(self, event: Event) -> list[Fact]:
        labels = {each.code: each.label for each in self.procedure.publications()}
        what = labels.get(event.data.get("publication", ""), "")
        if why := event.data.get("withdrawn"):
            return [Fact(what, f"撤回公开：{why}", "note")]
        return [Fact(what, "已公开", "note")]

    def _note(self, event: Event) -> list[Fact]:
        known = {"reason": "理由", "title": "名称", "mode": "方式", "recipient": "受送达人"}
        return [Fact(label, str(event.data[key]), "note") for key, label in known.items() if event.data.get(key)]
