"""The cases of the demonstration county: which stories are told, when they begin, and who works on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import import_module
from pkgutil import iter_modules
from random import Random

from yifa.clock import Calendar
from yifa.demo import facts
from yifa.demo import stories as story_modules
from yifa.demo.drive import Side, Timeline, Told, Waits, tick
from yifa.demo.parts.filing import chained
from yifa.demo.place import County
from yifa.demo.stories import seasons as told_in
from yifa.demo.stories.recent import RECENT
from yifa.demo.stories.story import Story


@dataclass(frozen=True)
class Season:
    """When stories of a kind begin: evenly over the working days between two dates."""

    stories: tuple[Story, ...]
    since: date
    until: date


def seasons(year: int) -> tuple[Season, ...]:
    """The seasons around the year of the report."""
    return (
        Season(told_in.CARRIED, date(year - 1, 11, 11), date(year - 1, 12, 16)),
        Season(told_in.YEAR, date(year, 1, 2), date(year, 12, 26)),
        Season(told_in.SINCE, date(2026, 1, 5), date(2026, 9, 10)),
        Season(told_in.TURN, date(2026, 6, 25), date(2026, 6, 26)),
        Season(told_in.NEW, date(2026, 7, 1), date(2026, 8, 7)),
    )


def tell(
    county: County, random: Random, *, year: int, today: date, scale: float = 1.0,
    progress: Callable[[date], None] = lambda day: None,
) -> Counter[str]:  # fmt: skip
    """Tell every story at least once, more often by its number and the scale; returns how often each was told."""
    calendar = Calendar.load()
    timeline, told = Timeline(until=today, night=tick), Counter[str]()
    for on, story in sorted(_begins(random, calendar, year, today, scale), key=lambda pair: pair[0]):
        person = county.people[("zhou", "wu")[len(timeline.waiting) % 2]]
        drawn = facts.draw(county, random, on.year, story.fits)
        if story.people:
            drawn.applicants = facts.applicants(random, drawn.act, story.people)
        one = Told(
            story.name, county, "reconsideration", county.government, person,
            facts=drawn, random=Random(random.random()), calendar=calendar,
        )  # fmt: skip
        timeline.add(one, on, chained(one, story.parts))
        told[story.name] += 1
    for on, side, waits in _tales(county, calendar, today):
        timeline.add(side, on, waits)
        told[side.story] += 1
    timeline.run(progress)
    return told


def _tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """The tales of the other procedures: modules of `yifa.demo.stories` that have `tales`; each has its own dice."""
    for found in sorted(module.name for module in iter_modules(story_modules.__path__)):
        tales = getattr(import_module(f"{story_modules.__name__}.{found}"), "tales", None)
        if tales is not None:
            yield from tales(county, calendar, today)


def _begins(random: Random, calendar: Calendar, year: int, today: date, scale: float) -> Iterator[tuple[date, Story]]:
    for season in seasons(year):
        for story in _times(season.stories, scale):
            day = season.since + timedelta(random.randrange((season.until - season.since).days + 1))
            on = calendar.workday_from(day, allow_provisional=True)
            if on <= today:
                yield on, story
    for open_case in RECENT:
        for story in _times((open_case.story,), scale):
            yield open_case.begins(today, calendar), story


def _times(stories: Iterable[Story], scale: float) -> Iterator[Story]:
    for story in stories:
        yield from [story] * max(1, round(story.count * scale))
