"""Form fields out of inputs."""

from __future__ import annotations

from datetime import date, time

import pytest
from django import forms

from yifa.desk.form_fields import from_input
from yifa.desk.forms import _as_said
from yifa.kernel.declare import Input


def test_a_time_is_read_as_the_browser_sends_it_and_kept_as_the_trail_keeps_it() -> None:
    field = from_input(Input("时刻", "time"))
    assert field.clean("14:30") == time(14, 30)
    assert _as_said(field.clean("09:05")) == "09:05"
    assert _as_said(date(2025, 3, 4)) == "2025-03-04"


def test_a_time_that_does_not_exist_is_refused_with_words() -> None:
    with pytest.raises(forms.ValidationError, match="14:30这样"):
        from_input(Input("时刻", "time")).clean("25:00")
