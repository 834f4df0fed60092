"""Template tags for pages: icons and states.

{% load yifa %}
{% icon "clock" %}
{% state "overdue" "逾期2日" %}
{{ day|ymd }}   {{ day|ymd_week }}
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from yifa.desk.navigation import RailEntry

register = template.Library()

STATES: Final = {
    "normal": ("", "正常"),
    "soon": ("clock", "临近"),
    "today": ("today", "今日届满"),
    "overdue": ("overdue", "已逾期"),
    "passed": ("limit", "期限已过"),
    "provisional": ("provisional", "暂定"),
    "paused": ("pause", "已中止"),
    "done": ("done", "已完成"),
}
"""Each state has colour, word and shape, so that none of the three is needed alone."""


@register.simple_tag
@lru_cache(maxsize=512)
def icon(name: str, label: str = "") -> SafeString:
    """A line icon of the sprite; without a label it is decoration and hidden from readers."""
    spoken = format_html('role="img" aria-label="{}"', label) if label else 'aria-hidden="true"'
    return format_html(
        '<svg class="yf-icon" {}><use href="{}#{}"></use></svg>',
        SafeString(spoken),
        static("desk/icons.svg"),
        name,
    )


@register.simple_tag
@lru_cache(maxsize=64)
def constant(name: str) -> SafeString:
    """A part that is the same on every page for everybody (files, dialogs), rendered once a process."""
    return SafeString(render_to_string(name))


@register.simple_tag
@lru_cache(maxsize=1024)
def rail_links(rail: tuple[RailEntry, ...], numbered: bool = False) -> SafeString:
    """The entries of the rail as list items; the first nine can be reached by their number."""
    return format_html_join(
        "",
        '<li{}><a href="{}"{}{}>{}<span>{}</span></a></li>',
        (
            (
                format_html(' data-group="{}"', entry.group) if entry.group else "",
                entry.url,
                SafeString(' aria-current="page"' if entry.current and numbered else ""),
                SafeString(f' data-go="{number}"' if numbered else ""),
                icon(entry.icon),
                entry.label,
            )
            for number, entry in enumerate(rail, 1)
        ),
    )


@register.simple_tag
def state(name: str, words: str = "") -> SafeString:
    """A state by colour, word and shape. `words` replaces the usual word (逾期2日)."""
    shape, word = STATES[name]
    drawn = icon(shape) if shape else SafeString("")
    return format_html('<span class="yf-state yf-state-{}">{}{}</span>', name, drawn, words or word)


@register.filter
def ymd(day: date | None) -> str:
    """2025-03-04; a dash where there is none."""
    return day.strftime("%Y-%m-%d") if day else "—"


@register.filter
def ymd_week(day: date | None) -> str:
    """2025-03-04 周二, where a working day matters."""
    return f"{ymd(day)} 周{'一二三四五六日'[day.weekday()]}" if day else "—"
