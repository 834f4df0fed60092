"""What the public handed in online (网上提交): suggestions and opinions, each with the code that its sender has."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from yifa.areas.rulemaking.consultation import calling
from yifa.areas.rulemaking.consultation.models import Opinion, Source
from yifa.areas.rulemaking.review_suggestion import handing
from yifa.areas.rulemaking.review_suggestion.models import ReviewSuggestionCase
from yifa.portal import handed

LETTERS = string.ascii_letters + string.digits
AGO = timedelta(5)
"""So long ago the suggestion came in that waits in the inbox."""


@dataclass(frozen=True)
class Coded:
    """A form that was handed in, as its sender finds it again."""

    code: str
    what: str


def hand_in(random: Random, today: date) -> list[Coded]:
    """Hand in through the public pages whatever the county has a page for, as it stands on a day."""
    return [*_waiting(random, today), *_answered(random, today), *_opinions(random, today)]


def _coded(random: Random, at: datetime, content: str, work: handed.Work, what: str) -> Coded:
    word = "".join(random.choices(LETTERS, k=32))
    return Coded(handed.take_once(word, handed.content_of({"content": content}), "", at, work).code, what)


def _waiting(random: Random, today: date) -> Iterator[Coded]:
    """A suggestion that waits to be received."""
    day = today - AGO
    documents = handing.published().filter(published_on__lt=day, stage="published")
    document = documents.order_by("-published_on", "pk").first()
    if document is None:
        return
    told = handing.Suggestion(
        name="梁某", kind="citizen", contact="139****0000", document=document, clauses="第三条",
        reasons="第三条要求提交上位法没有规定的证明材料，增加了办事人的义务，请研究是否应当修改。",
    )  # fmt: skip
    organ, at = handing.organ_over(document), _noon(day)
    title = f"对《{document.name}》的审查建议，等待接收"
    yield _coded(random, at, told.reasons, lambda: (handing.hand_in(told, organ, at).pk, None), title)


def _answered(random: Random, today: date) -> Iterator[Coded]:
    """A suggestion that was answered."""
    case = ReviewSuggestionCase.objects.filter(stage="answered").order_by("pk").first()
    if case is not None:
        told = handing.progress(case, today)
        work = _found(case.pk)
        yield _coded(random, _noon(case.received_on or today), told.reasons, work, f"{told.title}，已经答复")


def _opinions(random: Random, today: date) -> Iterator[Coded]:
    """An opinion on a draft that is open now, and one that was answered."""
    calls = [calling.call_of(copy) for copy in calling.laid_open()]
    if (call := next((each for each in calls if each.open_on(today)), None)) is not None:
        voice = calling.Voice(str(Source.CITIZEN), "建议写明咨询电话和办理时限，便于群众知晓。", article="第五条")
        at, draft = _noon(today), call
        given = _coded(
            random, at, voice.content, lambda: (draft.case.pk, calling.give(draft, voice, at).pk),
            f"对“{call.case.title}”的意见，正在征求意见",
        )  # fmt: skip
        yield given
    closed = [each.case.pk for each in calls if each.answered]
    opinion = Opinion.objects.filter(case_id__in=closed, withdrawn=False).exclude(adopt="").order_by("pk").first()
    if opinion is not None:
        work, at = _found(opinion.case_id, opinion.pk), _noon(opinion.received_on)
        yield _coded(random, at, opinion.content, work, f"对“{opinion.case.title}”的意见，已经答复")


def _found(case: int, entry: int | None = None) -> handed.Work:
    """What a story had entered already."""
    return lambda: (case, entry)


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))
