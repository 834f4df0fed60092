"""The demonstration county walks every path there is, its books are in order, and what was planted in it is found.

It is built once for this file, which takes longer than anything else in the suite: what needs it belongs here.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from yifa.areas.remedies.reconsideration.choices import DecisionKind, PartyLost, RefusalGround, SuspensionGround
from yifa.areas.remedies.reconsideration.models import ReconsiderationCase
from yifa.areas.rulemaking.counsel.models import CounselService
from yifa.areas.rulemaking.legality_review.models import ServiceOfReview
from yifa.demo.build import SHARES, Built
from yifa.demo.planted import Planted
from yifa.demo.report import write_report
from yifa.demo.stories import observed, planted
from yifa.demo.tests.conftest import TODAY
from yifa.demo.tests.offers import wrong
from yifa.kernel import chain
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.figure import Window
from yifa.kernel.frozen import all_figures
from yifa.kernel.models import Case, Clock, Event, EventKind, Proposal, Published
from yifa.kernel.registers import REGISTERS
from yifa.kernel.registers.verify import verify_books
from yifa.office import scope
from yifa.office.models import Person
from yifa.office.roles import Role
from yifa.oversight.clues import all_clues
from yifa.oversight.score import Score, scored
from yifa.reader import read_file
from yifa.reader.model import Figure
from yifa.report import review
from yifa.report.outline import FIGURE

pytestmark = pytest.mark.django_db
LEAST_PRECISION = 80
"""Of all hits in the demonstration county, in per cent; what is missing is printed when this fails."""


@pytest.mark.parametrize("key", ["reconsideration", "reconsideration_reply", "major_decision", "decision_catalogue"])
def test_every_step_of_every_version_is_taken(county: Built, key: str) -> None:
    taken = set(Event.objects.filter(case__procedure=key, kind=EventKind.STEP).values_list("step", flat=True))
    declared = {step.code for version in PROCEDURES.versions[key] for step in version.steps()}

    assert declared - taken == set()


@pytest.mark.parametrize("key", ["reconsideration", "reconsideration_reply", "major_decision", "decision_catalogue"])
def test_every_limit_of_every_version_runs_in_some_case(county: Built, key: str) -> None:
    run = set(Clock.objects.filter(case__procedure=key).values_list("limit", flat=True))
    declared = {limit.code for version in PROCEDURES.versions[key] for limit in version.limits()}

    assert declared - run == set()


@pytest.mark.parametrize(
    ("field", "choices"),
    [
        ("decision_kind", DecisionKind), ("refusal_ground", RefusalGround), ("party_lost", PartyLost),
        ("suspension_ground", SuspensionGround),
    ],
)  # fmt: skip
def test_every_choice_occurs(county: Built, field: str, choices: type[DecisionKind]) -> None:
    met = set(ReconsiderationCase.objects.values_list(field, flat=True))

    assert set(choices.values) - met == set()


def test_every_chain_of_events_and_every_book_verifies(county: Built) -> None:
    assert list(chain.verify(Case.objects.prefetch_related("events"))) == []
    assert list(verify_books()) == []


def test_what_came_in_was_accepted_dealt_with_or_is_being_examined(county: Built) -> None:
    def rows(code: str, window: Window) -> set[int]:
        return set(all_figures()[f"reconsideration.{code}"].rows(window).values_list("pk", flat=True))

    organs = tuple(organ.pk for organ in county.county.organs)
    year, before = Window.year(2025, organs), Window.year(2024, organs)

    came = rows("n_received", year) | rows("n_examining", before)
    assert came == rows("n_accepted", year) | rows("n_other", year) | rows("n_examining", year)
    assert rows("n_pending", before) | rows("n_accepted", year) == rows("n_closed", year) | rows("n_pending", year)
    assert rows("n_pending", before), "nothing was carried over"


def test_cases_cross_into_the_version_of_2026_when_they_are_accepted(county: Built) -> None:
    changed = Event.objects.filter(kind=EventKind.VERSION, case__procedure="reconsideration")

    assert changed
    for event in changed:
        assert event.case.version == date(2026, 7, 1)
        assert event.case.opened_on < date(2026, 7, 1) <= event.on


def test_the_board_of_today_shows_all_there_is_to_see(county: Built) -> None:
    running = Clock.objects.filter(state="running", case__closed_on=None)

    assert running.filter(due__lt=TODAY, bound="handler").exists(), "overdue"
    assert running.filter(due=TODAY).exists(), "due today"
    assert running.filter(due__gt=TODAY, due__lte=TODAY + timedelta(4), bound="handler").exists(), "soon"
    assert running.filter(provisional=True).exists(), "provisional"
    assert Clock.objects.filter(state="paused").exists(), "paused"
    assert Proposal.objects.filter(state="open").exists(), "waiting for a signature"


def test_nothing_is_dated_or_entered_after_today(county: Built) -> None:
    assert not Event.objects.filter(on__gt=TODAY).exists()
    assert not Event.objects.filter(at__date__gt=TODAY).exists()


def test_mistakes_returns_and_withdrawals_are_there_to_be_seen(county: Built) -> None:
    kinds = set(Event.objects.values_list("kind", flat=True))

    assert {EventKind.AMENDMENT, EventKind.CORRECTION, EventKind.ASSIGNMENT, EventKind.PUBLICATION} <= kinds
    assert {"returned", "withdrawn", "done"} <= set(Proposal.objects.values_list("state", flat=True))
    assert Published.objects.filter(withdrawn_on__isnull=False).exists()


def test_public_copies_show_no_name_and_no_identity_number(county: Built) -> None:
    for copy in Published.objects.all():
        text = "".join(line[1] for line in copy.content)
        record = copy.case.record
        for person in getattr(record, "applicants", ()):
            if person.get("id_number"):
                assert person["id_number"] not in text


def test_the_registers_came_in_through_the_importer(county: Built) -> None:
    for register in map(REGISTERS.get, SHARES):
        entries = register.model._base_manager.all()
        assert entries.filter(batch__isnull=False).exists(), register.label
        by_hand = entries.filter(batch=None)
        if register.model is CounselService:  # what counsel said in a review is written into the book by itself
            by_hand = by_hand.exclude(pk__in=ServiceOfReview._base_manager.values("entry"))
        assert not by_hand.exists(), register.label


def test_the_report_is_compiled_and_lacks_nothing_mandatory(county: Built) -> None:
    found = review.warnings(county.report)

    assert county.report.printed.count() > 20
    assert [warning.text for warning in found if warning.severity == "error"] == []
    assert any(row.last is not None for row in review.beside(county.report))


def test_the_finished_report_read_back_gives_exactly_its_figures(county: Built, tmp_path: Path) -> None:
    printed = []
    frozen = county.report.frozen()
    for section in county.report.sections.all():
        for found in FIGURE.finditer(section.text):
            figure, side = frozen[found[1]], found[2]
            amount = getattr(figure, side) if side else figure.value
            unit = section.text[found.end()] if side else figure.unit
            if amount is not None:  # a share of nothing is printed in words (不适用)
                printed.append((float(amount), unit))

    for path in write_report(county.report, tmp_path, TODAY):
        if path.suffix != ".pdf":
            assert [_in_yuan(figure) for figure in read_file(path).figures] == printed


def _in_yuan(figure: Figure) -> tuple[float | None, str | None]:
    """What the reader found; money, which it tells in 万元 whatever the scale in print, in yuan."""
    if figure.unit == "万元" and figure.value is not None:
        return round(figure.value * 10_000, 2), "元"
    return figure.raw_value, figure.raw_unit


def test_what_the_public_handed_in_is_found_by_its_code(county: Built, client: Client) -> None:
    assert [each.what.rpartition("，")[2] for each in county.codes] == [
        "等待接收", "已经答复", "正在征求意见", "已经答复",
    ]  # fmt: skip
    for each in county.codes:
        page = client.post("/open/answers/", {"code": each.code}).content.decode()
        assert re.split("[《》“”]", each.what)[1] in page


def test_nothing_that_is_offered_to_anybody_is_refused(county: Built, client: Client) -> None:
    """Once for each set of roles that somebody holds: neither 403, 404 nor 500, and each page whole."""
    client.raise_request_exception = False
    walked: dict[frozenset[str], list[str]] = {}
    for person in Person.objects.filter(user__isnull=False).prefetch_related("posts").order_by("pk"):
        held = frozenset(post.role for post in person.posts.all())
        if held not in walked and person.user is not None:
            client.force_login(person.user, backend="yifa.office.backend.OfficeBackend")
            walked[held] = [f"{person}：{line}" for line in wrong(client)]

    assert {Role.SUPERVISOR, Role.ADMINISTRATOR, Role.COUNSEL, Role.HANDLER} <= frozenset().union(*walked)
    assert [line for lines in walked.values() for line in lines] == []


# --- what a supervisor finds in it ------------------------------------------------------------------


@pytest.fixture(scope="module")
def scores(county: Built, django_db_blocker: Any) -> dict[str, Score]:
    """What all models found when the county was built."""
    with django_db_blocker.unblock(), scope.everything("测试"):
        return {score.model: score for score in scored(planted(), observed())}


def test_every_planted_irregularity_is_found(scores: dict[str, Score]) -> None:
    missed = {model: score.missed for model, score in scores.items() if score.missed}
    assert not missed


def test_every_model_has_something_planted_for_it() -> None:
    labelled = {label.model for label in planted()}
    assert not {clue.code for clue in all_clues()} - labelled - {"complaint_unanswered"}


def test_every_label_names_a_model_that_there_is() -> None:
    known = {clue.code for clue in all_clues()}
    assert not [label for label in planted() if label.model not in known]
    assert all(isinstance(label, Planted) and label.words and label.why for label in planted())


def test_false_alarms_are_few(scores: dict[str, Score]) -> None:
    hits, right = sum(s.hits for s in scores.values()), sum(s.right for s in scores.values())
    false = [f"{s.model}: {words}" for s in scores.values() for words in s.false]
    assert right * 100 >= hits * LEAST_PRECISION, "\n".join(false)
