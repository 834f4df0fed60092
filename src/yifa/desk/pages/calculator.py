"""The calculator of limits (期限计算器): any period from any day, with the whole explanation; nothing is stored."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import path

from yifa.clock import Due, Period, Roll, Suspension, Unit, due
from yifa.desk import answers
from yifa.desk.form_fields import date_field
from yifa.desk.present import person_in
from yifa.errors import YifaError
from yifa.kernel.workdays import current_calendar

UNITS = (("day", "日（自然日）"), ("working_day", "工作日"), ("month", "月"), ("year", "年"))
CODES = {"day": Unit.DAY, "working_day": Unit.WORKING_DAY, "month": Unit.MONTH, "year": Unit.YEAR}
ROLLS = (("next", "顺延到休息日后第一个工作日"), ("none", "不顺延"))
STOPS = (1, 2, 3)


class PeriodForm(forms.Form):
    """A start, a period and up to three spans that do not count."""

    use_required_attribute = False

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["start"] = date_field(label="起算事由发生日", help_text="当日不计入，从次日起算。")
        self.fields["amount"] = forms.IntegerField(label="期限", min_value=1, max_value=5000)
        self.fields["unit"] = forms.ChoiceField(label="单位", choices=UNITS)
        self.fields["roll"] = forms.ChoiceField(label="末日是休息日的", choices=ROLLS, required=False)
        for number in STOPS:
            self.fields[f"stop_since_{number}"] = date_field(label=f"第{number}次中止 起", required=False)
            self.fields[f"stop_until_{number}"] = date_field(label="恢复", required=False, help_text="尚未恢复的留空。")
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-select" if isinstance(field.widget, forms.Select) else "form-control"

    @property
    def has_stops(self) -> bool:
        """Whether a span was given."""
        return any(self.data.get(f"stop_since_{number}") for number in STOPS)

    def reckoned(self) -> Due:
        """The due date of what was typed."""
        typed = self.cleaned_data
        spans = [(typed.get(f"stop_since_{n}"), typed.get(f"stop_until_{n}")) for n in STOPS]
        stops = [Suspension(since, until, "中止", None) for since, until in spans if since is not None]
        return due(
            typed["start"],
            Period(typed["amount"], CODES[typed["unit"]], None),
            calendar=current_calendar(),
            roll=Roll.NONE if typed.get("roll") == "none" else Roll.NEXT,
            suspensions=stops,
            allow_provisional=True,
        )


def calculator(request: HttpRequest) -> HttpResponse:
    """The form and, once it is filled in, the answer; both in the address, so that it can be sent to a colleague."""
    person_in(request)
    form = PeriodForm(request.GET if request.GET.get("start") or request.GET.get("amount") else None)
    found, error = None, ""
    if form.is_bound and form.is_valid():
        try:
            found = form.reckoned()
        except YifaError as refused:
            error = str(refused)
    day = found.judged if found else None
    context = {
        "form": form,
        "due": found,
        "error": error,
        "weekday": "一二三四五六日"[day.weekday()] if day else "",
        "unit": CODES[form.cleaned_data["unit"]].value if found else "",
    }
    status = 422 if error or (form.is_bound and not form.is_valid()) else 200
    return answers.page(request, "desk/calculator.html", context, lambda: _data(form, found, error), status=status)


def _data(form: PeriodForm, found: Due | None, error: str) -> dict[str, Any]:
    if found is None:
        return {"error": error, "errors": form.errors.get_json_data() if form.is_bound else {}}
    return {
        "strict": _day(found.strict),
        "rolled": _day(found.rolled),
        "due": _day(found.judged),
        "warn_on": _day(found.warn_on),
        "provisional": found.provisional,
        "explanation": [str(step) for step in found.steps],
    }


def _day(day: date | datetime | None) -> str | None:
    return day.isoformat() if day else None


urlpatterns = [path("limits/calculator/", calculator, name="calculator")]
