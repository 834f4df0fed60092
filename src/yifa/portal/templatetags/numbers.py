"""Template filters for cells that may hold a bare number.

{% load numbers %}
{% if text|is_number %}{{ text|grouped }}{% endif %}
"""

from __future__ import annotations

import re

from django import template

register = template.Library()


@register.filter
def is_number(text: str) -> bool:
    """Whether a cell holds a bare number, which stands at the right of its column."""
    return re.fullmatch(r"-?(0|[1-9]\d{0,14})(\.\d+)?", text) is not None


@register.filter
def grouped(text: str) -> str:
    """A bare number with its thousands apart: 100000 is 100,000; the digits are those that were kept."""
    whole, point, part = text.partition(".")
    return f"{int(whole):,}{point}{part}"
