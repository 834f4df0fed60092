"""Two people at once, a second click, a killed process: nothing is lost, doubled or half-written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from django.db import connection, connections

from yifa.errors import YifaError
from yifa.kernel import approval, chain
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.models import Case, Clock, Event, Proposal
from yifa.kernel.rules import Attempt
from yifa.kernel.tests.conftest import Bureau, at
from yifa.kernel.tests.toy import Toy, toys
from yifa.kernel.ticking import tick
from yifa.kernel.verify import verify_everything
from yifa.office import scope
from yifa.papers.models import Series

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.data]
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def bureau() -> Iterator[Bureau]:
    """The kernel's bureau, committed so that other threads and processes see it."""
    with toys(), scope.everything("并发测试"):
        yield Bureau()


def at_once(*actions: Callable[[], object]) -> list[object]:
    """Run actions at the same moment, each in a thread and on a connection of its own; what each returned or raised."""
    barrier = threading.Barrier(len(actions))
    outcomes: list[object] = [None] * len(actions)

    def run(number: int, action: Callable[[], object]) -> None:
        try:
            with scope.everything("并发测试"):
                barrier.wait(timeout=30)
                outcomes[number] = action()
        except Exception as error:
            outcomes[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(actions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes


def refusals(outcomes: list[object]) -> list[str]:
    errors = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert all(isinstance(error, YifaError) for error in errors), errors
    return [str(error) for error in errors]


def accept(bureau: Bureau, case: Case, seen: int | None) -> Callable[[], object]:
    attempt = Attempt(Toy.accept, date(2025, 3, 12), confirmed=["accept.1"])
    return lambda: perform(case, attempt, Entry(bureau.handler, at("2025-03-12"), seen=seen))


@pytest.mark.parametrize(("seen", "said"), [(1, "案件刚刚已有新的办理记录，请刷新"), (None, "案件处于“审理”")])
def test_of_two_who_take_the_same_step_one_wins_and_the_other_is_told(
    bureau: Bureau, seen: int | None, said: str
) -> None:
    case = bureau.take(None, Toy.receive, "2025-03-10").case
    (refused,) = refusals(at_once(accept(bureau, case, seen), accept(bureau, case, seen)))
    assert said in refused
    assert list(Event.objects.filter(case=case).values_list("step", flat=True)) == ["receive", "accept"]
    assert list(verify_everything()) == []


def test_numbers_of_cases_opened_at_once_have_no_gap_and_no_double(bureau: Bureau) -> None:
    def opening() -> object:
        case = new_case("toy", bureau.organ, date(2025, 3, 10))
        return perform(case, Attempt(Toy.receive, date(2025, 3, 10)), Entry(bureau.handler, at("2025-03-10")))

    assert refusals(at_once(*[opening] * 8)) == []
    numbers = sorted(Case.objects.values_list("number", flat=True))
    assert numbers == sorted(f"洪试〔2025〕{n}号" for n in range(1, 9))
    assert Series.objects.get().last == 8


def test_the_nightly_run_twice_at_once_performs_everything_once(bureau: Bureau) -> None:
    for _ in range(4):
        bureau.take(None, Toy.receive, "2025-03-10")
    outcomes = at_once(*[lambda: list(tick(at("2025-03-18", 1)))] * 2)
    assert refusals(outcomes) == []
    assert Event.objects.filter(step="deemed").count() == 4
    done = [ticked for outcome in outcomes for ticked in outcome]  # type: ignore[attr-defined]
    assert [ticked.error for ticked in done] == [""] * 4
    assert list(verify_everything()) == []


def test_of_signing_and_taking_back_at_once_only_one_happens(bureau: Bureau) -> None:
    case = bureau.accepted("2025-03-14", "2025-03-17")
    attempt = Attempt(Toy.extend, date(2025, 5, 6), {"extended_by": 30})
    proposal = approval.propose(case, attempt, Entry(bureau.handler, at("2025-05-06")))
    outcomes = at_once(
        lambda: approval.sign(Proposal.objects.get(pk=proposal.pk), Entry(bureau.head, at("2025-05-06"))),
        lambda: approval.withdraw(Proposal.objects.get(pk=proposal.pk), Entry(bureau.handler, at("2025-05-06"))),
    )
    assert len(refusals(outcomes)) == 1
    taken = Event.objects.filter(case=case, step="extend", kind="step").exists()
    assert Proposal.objects.get().state == ("done" if taken else "withdrawn")
    assert list(verify_everything()) == []


def test_of_two_signers_of_one_turn_only_one_signs(bureau: Bureau) -> None:
    case = bureau.accepted("2025-03-14", "2025-03-17")
    attempt = Attempt(Toy.extend, date(2025, 5, 6), {"extended_by": 30})
    proposal = approval.propose(case, attempt, Entry(bureau.handler, at("2025-05-06")))
    signing = [lambda: approval.sign(Proposal.objects.get(pk=proposal.pk), Entry(bureau.head, at("2025-05-06")))] * 2
    assert len(refusals(at_once(*signing))) == 1
    assert Event.objects.filter(case=case, step="extend", kind="step").count() == 1


PREAMBLE = """
import os, sys, time
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
import django
django.setup()
from django.db import connections
connections["default"].settings_dict["NAME"] = sys.argv[1]
from datetime import date
from yifa.kernel import reckon
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.models import Case
from yifa.kernel.rules import Attempt
from yifa.kernel.tests.conftest import at
from yifa.kernel.tests.toy import Toy, toys
from yifa.kernel.ticking import tick
from yifa.office import scope
from yifa.office.models import Organ, Person

keep, calls = reckon.keep, []

def hang(*args, **options):
    calls.append(keep(*args, **options))
    if len(calls) == int(sys.argv[2]):
        print("middle", flush=True)
        time.sleep(120)

reckon.keep = hang
handler = Person.objects.get(name="周承办")
"""


def killed_in_the_middle(script: str, call: int) -> None:
    """Run a script on the same database until it stands in the middle of its `call`-th writing; then SIGKILL."""
    name = str(connection.settings_dict["NAME"])
    command = [sys.executable, "-c", PREAMBLE + textwrap.dedent(script), name, str(call)]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=30)
    assert line == "middle\n"


def test_a_process_killed_in_the_middle_of_a_step_leaves_nothing_of_it(bureau: Bureau) -> None:
    case = bureau.take(None, Toy.receive, "2025-03-10").case
    before = (Case.objects.get(pk=case.pk).head, list(Clock.objects.values_list("limit", "state")))
    killed_in_the_middle(
        """
        with toys(), scope.everything("被终止的进程"):
            attempt = Attempt(Toy.accept, date(2025, 3, 12), confirmed=["accept.1"])
            perform(Case.objects.get(), attempt, Entry(handler, at("2025-03-12")))
        """,
        call=1,
    )
    assert (Case.objects.get(pk=case.pk).head, list(Clock.objects.values_list("limit", "state"))) == before
    assert Event.objects.count() == 1
    accept(bureau, case, seen=1)()
    assert list(verify_everything()) == []


def test_a_case_whose_opening_was_killed_does_not_exist_and_its_number_is_given_again(bureau: Bureau) -> None:
    killed_in_the_middle(
        """
        with toys(), scope.everything("被终止的进程"):
            case = new_case("toy", Organ.objects.get(), date(2025, 3, 10))
            perform(case, Attempt(Toy.receive, date(2025, 3, 10)), Entry(handler, at("2025-03-10")))
        """,
        call=1,
    )
    assert not Case.objects.exists()
    assert bureau.take(None, Toy.receive, "2025-03-10").case.number == "洪试〔2025〕1号"


def test_a_nightly_run_that_was_killed_keeps_what_it_finished_and_the_next_one_does_the_rest(bureau: Bureau) -> None:
    for _ in range(3):
        bureau.take(None, Toy.receive, "2025-03-10")
    killed_in_the_middle(
        """
        with toys(), scope.everything("被终止的进程"):
            list(tick(at("2025-03-18", 1)))
        """,
        call=2,
    )
    assert Event.objects.filter(step="deemed").count() == 1
    assert [ticked.error for ticked in tick(at("2025-03-18", 2))] == ["", ""]
    assert list(tick(at("2025-03-18", 3))) == []
    assert list(verify_everything()) == []


def test_a_chain_written_by_many_at_once_is_whole(bureau: Bureau) -> None:
    case = bureau.accepted()
    people = [bureau.handler, bureau.second]
    attempts = [Attempt(Toy.suspend, date(2025, 3, 20), {"ground": "death"}), Attempt(Toy.withdraw, date(2025, 3, 20))]
    moment: datetime = at("2025-03-20")
    taking = [lambda a=a, p=p: perform(case, a, Entry(p, moment)) for a in attempts for p in people]  # type: ignore[misc]
    refusals(at_once(*taking))
    fresh = Case.objects.get(pk=case.pk)
    assert list(chain.verify([fresh])) == []
    assert fresh.stage == "closed"
