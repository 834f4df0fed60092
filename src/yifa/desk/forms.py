"""The form of a step (办理表单), derived from its declaration; it reads what was typed and judges nothing.

Whether the step may be taken is the engine's answer: it lists every reason at once, and each reason points to its
field here. Only what cannot be read at all (a day that does not exist) is refused by the form itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone

from yifa.desk.form_fields import date_field, from_input, from_model, initial_of
from yifa.desk.row_forms import RowsWidget
from yifa.kernel.declare import Condition, Step, field_name
from yifa.kernel.fields import RowsField
from yifa.kernel.rules import Attempt, Override, Reason
from yifa.kernel.situation import Situation
from yifa.kernel.veils import unseen
from yifa.office import scope


def unseen_by_me(situation: Situation) -> dict[str, str]:
    """The fields that whoever has signed in does not see yet (互不可见); none for a job that may see everything."""
    present = scope.current()
    return {} if present is None or present.all else unseen(situation, present.person.pk if present.person else None)


@dataclass(frozen=True)
class Shown:
    """A condition as the form shows it.

    Attributes:
        answer: why a computed condition is not met; None where it is, or where a person judges it.
        ticked: whether the person has confirmed it; reason: what the person holds against a computed “no”.
    """

    code: str
    name: str
    condition: Condition
    answer: str | None = None
    ticked: bool = False
    reason: str = ""
    invoked: str = ""

    @property
    def met(self) -> bool:
        """Whether nothing needs to be done about it."""
        return not self.judged and self.answer is None

    @property
    def judged(self) -> bool:
        """Whether a person confirms it."""
        return self.condition.test is None


class RecordForm(forms.Form):
    """Fields of a case out of their model fields, named `f_<field>`; unchanged ones are not sent on."""

    def __init__(self, record: Any, names: list[str], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, auto_id="%s")
        self.record = record
        self._changes: dict[str, Any] | None = None
        self.model_fields = {name: record._meta.get_field(name) for name in names}
        for name, model_field in self.model_fields.items():
            field = self.fields[f"f_{name}"] = from_model(model_field)
            if isinstance(field.widget, RowsWidget):
                field.widget.offer(record, timezone.localdate())
            _hold(field, getattr(record, model_field.attname, None))
            self.initial[f"f_{name}"] = initial_of(model_field, getattr(record, name, None))

    def changes(self) -> dict[str, Any]:
        """The values that differ from the record as it was, as the model fields take them; reckoned once."""
        if self._changes is None:
            self._changes = self._reckoned()
        return dict(self._changes)

    def _reckoned(self) -> dict[str, Any]:
        changed: dict[str, Any] = {}
        for name, model_field in self.model_fields.items():
            key = f"f_{name}"
            if key in self.errors:
                continue
            value = _as_stored(model_field, self.cleaned_data.get(key))
            if value != _as_stored(model_field, getattr(self.record, name, None)):
                changed[name] = value
        return changed

    def misread(self) -> list[Reason]:
        """What could not be read at all, as reasons that point to their fields."""
        found = []
        for name, messages in self.errors.items():
            bound = self.fields[name]
            text = "".join(str(message).rstrip("。") for message in messages)
            found.append(Reason(f"“{bound.label}”{text}", field=name))
        return found

    def record_fields(self) -> Iterator[tuple[forms.BoundField, Any]]:
        """Each field with its model field."""
        for name, model_field in self.model_fields.items():
            yield self[f"f_{name}"], model_field


def _hold(field: forms.Field, key: Any) -> None:
    """Let a choice offer what stands there though it is out of scope: left alone, it must not become blank."""
    if isinstance(field, forms.ModelChoiceField) and field.queryset is not None and key is not None:
        offered = field.queryset
        if not offered.filter(pk=key).exists():
            field.queryset = offered.model._base_manager.filter(Q(pk__in=offered.values("pk")) | Q(pk=key))


def _as_stored(model_field: Any, value: Any) -> Any:
    """Blank in the one way that the column keeps blanks; a foreign key by its key."""
    if isinstance(model_field, RowsField):
        return value or []
    if value in (None, ""):
        return None if model_field.null or model_field.is_relation or not model_field.empty_strings_allowed else ""
    return getattr(value, "pk", value)


class StepForm(RecordForm):
    """Everything a step asks for: its date, fields of the case (`f_`), inputs (`i_`), conditions (`c_`, `o_`, `b_`)."""

    def __init__(self, step: Step, situation: Situation, today: date, data: Mapping[str, Any] | None = None) -> None:
        self.step, self.situation, self.today = step, situation, today
        self.refusals: list[Reason] = []
        needed = [field_name(reference) for reference in step.needs]
        optional = [field_name(reference) for reference in step.may]
        self.needed = set(needed)
        super().__init__(situation.record, list(dict.fromkeys([*needed, *optional])), data)
        for name in unseen_by_me(situation):
            self.initial.pop(f"f_{name}", None)
        self.fields["on"] = date_field(label="办理日期", required=False)
        self.fields["on"].widget.attrs.update({"class": "form-control", "max": today.isoformat()})
        self.initial["on"] = today
        for asked in step.asks:
            self.fields[f"i_{asked.code}"] = from_input(asked)

    def restore(self, payload: Mapping[str, Any]) -> None:
        """Show what was brought before, for instance by a proposal that came back; confirmations are given anew."""
        for name, value in payload.get("fields", {}).items():
            if name in self.model_fields:
                self.initial[f"f_{name}"] = initial_of(self.model_fields[name], value)
        self.initial.update({f"i_{code}": value for code, value in payload.get("data", {}).items()})

    def attempt(self) -> Attempt:
        """What the person brings; an unreadable date stands as today and is refused by `misread`."""
        inputs = {}
        for asked in self.step.asks:
            value = self.cleaned_data.get(f"i_{asked.code}")
            if value not in (None, ""):
                inputs[asked.code] = _as_said(value)
        on = self.cleaned_data.get("on") or self.today
        return Attempt(self.step, on, inputs, self._confirmed(), self._overrides())

    def unanswered(self) -> list[Reason]:
        """A blank date, or one that no version governs; everything else that is blank is the engine's to refuse."""
        if self.cleaned_data.get("on") is None and "on" not in self.errors:
            return [*self.refusals, Reason("未填写“办理日期”", field="on")]
        return list(self.refusals)

    def _confirmed(self) -> list[str]:
        codes = self.step.condition_codes
        return [code for code, condition in codes if condition.test is None and self.data.get(_name("c", code))]

    def _overrides(self) -> dict[str, Override]:
        found = {}
        for code, condition in self.step.condition_codes:
            reason = str(self.data.get(_name("o", code), "")).strip()
            if condition.test is not None and reason:
                found[code] = Override(reason, str(condition.qualified or ""))
        return found

    def conditions(self, asked: Situation) -> list[Shown]:
        """The conditions that apply to the case as the form now has it, with the answers of the computed ones."""
        shown = []
        for code, condition in self.step.condition_codes:
            if condition.when is not None and not condition.when(asked):
                continue
            answer = condition.test(asked) if condition.test is not None else None
            ticked = bool(self.data.get(_name("c", code)))
            reason = str(self.data.get(_name("o", code), ""))
            shown.append(Shown(code, _name("c", code), condition, answer, ticked, reason, _name("o", code)))
        return sorted(shown, key=lambda each: (each.met, each.judged))

    def anchor(self, reason: Reason) -> str:
        """The identifier of the control a reason points to; blank where it points to none."""
        if reason.condition:
            return _name("c", reason.condition)
        for name in (reason.field, f"f_{reason.field}", f"i_{reason.field}"):
            if name in self.fields:
                return name
        return ""

    def parts(self) -> dict[str, list[dict[str, Any]]]:
        """The fields in the groups of the page: what the law wants, what may be added, what the step asks for."""
        fields = [
            {"bound": bound, "must": name in self.needed, "basis": None, "wide": isinstance(model_field, RowsField)}
            for (bound, model_field), name in zip(self.record_fields(), self.model_fields, strict=True)
        ]
        return {
            "needs": [field for field in fields if field["must"]],
            "asks": [
                {"bound": self[f"i_{asked.code}"], "must": asked.required, "basis": asked.basis, "wide": False}
                for asked in self.step.asks
            ],
            "may": [field for field in fields if not field["must"]],
        }


def _as_said(value: Any) -> Any:
    """A day or a time as the trail keeps it."""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else value


def _name(kind: str, code: str) -> str:
    """The name of a condition's control: `c_3` confirms the third, `o_3` says why it is overridden."""
    return f"{kind}_{code.rsplit('.', 1)[-1]}"
