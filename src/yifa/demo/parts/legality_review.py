"""Parts of stories in which a matter is reviewed (合法性审查): any story whose case sent one may use them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from yifa.areas.rulemaking.counsel.models import Counsel
from yifa.areas.rulemaking.legality_review.materials import list_for
from yifa.clock import Calendar
from yifa.demo.drive import DemoDefect, Side, Waits
from yifa.kernel import engine
from yifa.kernel.linking import linked_case
from yifa.office.models import Person

SOURCE = Path(__file__).resolve().parents[2] / "data" / "demo" / "reviews.yaml"
COUNSEL = "县法律顾问组"

Row = dict[str, Any]


@cache
def source() -> dict[str, Any]:
    """The invented matters and policies."""
    data: dict[str, Any] = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return data


def opinions_of(matter: Row) -> list[Row]:
    """The opinions of a matter of the file, as rows."""
    return [
        {"seq": str(n), "category": category, "severity": weight, "text": f"{text}。", "basis": basis}
        for n, (category, weight, text, basis) in enumerate(matter["opinions"], 1)
    ]


def materials_of(kind: str, lacking: Sequence[str] = ()) -> list[Row]:
    """The materials of a type of matter, all there but the lacking ones."""
    rows = list_for(kind).rows()
    return [row | {"state": "missing" if row["item"] in lacking else "present"} for row in rows]


def beside(told: Side, procedure: str = "legality_review", by: str = "luo") -> Side:
    """The review that the case of a story sent, as the bureau works on it today."""
    assert told.case is not None
    case = linked_case(told.case, procedure)
    if case is None:
        raise DemoDefect(f"演示故事“{told.story}”在{told.day}没有送审的案件。")
    person = told.county.people[by] if case.organ == told.county.bureau else told.county.clerks[case.organ_id]
    side = Side(told.story, told.county, case.procedure, case.organ, person, case)
    side.day, side.minute = told.day, told.minute
    return side


def accepted(told: Side, review: Side) -> None:
    """Accept what came in and name the reviewers, on one day."""
    review.day = told.day
    kind = review.record.target_type
    review.take("accept", {"materials": materials_of(kind)})
    people = [{"name": review.by.name, "kind": "lead"}, {"name": second(review).name, "kind": "assist"}]
    review.take("assign", {"reviewers": people})


def second(review: Side) -> Person:
    """Who checks at the organ of the review."""
    county = review.county
    return county.people["shen"] if review.organ == county.bureau else county.checkers[review.organ.pk]


def concluded(
    told: Side, review: Side, calendar: Calendar, conclusion: str, opinions: Sequence[Row] = (), *, days: int = 4,
    **fields: Any,
) -> Waits:  # fmt: skip
    """Accept, hear counsel, draft, check and issue the opinion, `days` working days after acceptance.

    One that found the matter lawful and asked for nothing is put away at once.

    `days` is 7 at least for a decision and 5 to 15 for a document.
    """
    begun = told.day
    accepted(told, review)
    yield calendar.add_working_days(begun, max(1, days - 2), allow_provisional=True)
    review.day = told.day
    advised(review, "同意审查机构的初步意见。")
    earlier = [row for row in review.record.opinions if str(row.get("round") or 1) != str(review.record.round)]
    now = [row | {"round": str(review.record.round)} for row in opinions]
    text = fields.pop("conclusion_text", "经审查，提出审查意见如下，请研究办理。" if opinions else "未发现违法内容。")
    told_now = {"conclusion": conclusion, "conclusion_text": text, "opinions": [*earlier, *now], **fields}
    review.take("propose", told_now)
    yield calendar.add_working_days(begun, days, allow_provisional=True)
    review.day = told.day
    verified(review)
    review.take("opine")
    if conclusion == "legal" and not opinions:
        review.take("archive")


def advised(review: Side, view: str) -> None:
    """Counsel gives an opinion today: one of those retained then, who comes from the book; before that the group."""
    assert review.case is not None
    known = Counsel._base_manager.filter(
        organ=review.county.government, withdrawn=False, term_start__lte=review.day, term_end__gte=review.day
    ).order_by("number")
    rows = [row for row in review.record.counsel_opinions if row.get("view")]
    row = {"on": review.day.isoformat(), "view": view}
    if not known:
        group = row | {"counsel": COUNSEL}
        review.take("advise", {"counsel_opinions": [*rows, group]}, overrides={1: "由县法律顾问组集体出具意见。"})
        return
    chosen = known[review.case.pk % len(known)]
    told = row | {"counsel": chosen.number, "adopted": "adopted" if review.case.pk % 7 else "partly"}
    review.take("advise", {"counsel_opinions": [*rows, told]})


def verified(review: Side) -> None:
    """A second person checks the drafted opinion and agrees."""
    assert review.case is not None
    attempt = review.attempt(review.case, "verify", {"verdict": "agree"}, {})
    engine.perform(review.case, attempt, review.entry(second(review)))


def answered(opinions: Sequence[Row], refused: int = 0) -> list[Row]:
    """The opinions with what became of them: all adopted, but of those that are no must the last `refused`."""
    rows = [row | {"adopt_status": "full"} for row in opinions]
    free = [row for row in rows if row.get("severity") != "must"]
    for row in free[len(free) - refused :] if refused else []:
        row |= {"adopt_status": "none", "reason_if_not": "与上级文件一致，暂不修改。"}
    return rows


def closed(told: Side, review: Side, refused: int = 0) -> None:
    """Feedback on each opinion, its check, and the file put away, on one day."""
    review.day = told.day
    rows = answered(review.record.opinions, refused)
    if review.record.stage == "closed":
        return
    review.take("feed_back", {"opinions": rows})
    if review.record.conclusion == "revise":
        review.take("confirm_adoption", {"adoption_note": "逐条核对，必须修改的意见已经采纳，没有新的实质性修改。"})
    review.take("archive")
