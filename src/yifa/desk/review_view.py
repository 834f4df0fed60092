"""The desk of one legality review (审查台): the draft with its findings, and the opinions that grow from them.

What the page shows is what is stored, or what was typed; `typed` and `merged` put together what two people did at once.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import Any, Final

from django.http import QueryDict

from yifa.areas.rulemaking.legality_review import sheet as rows
from yifa.areas.rulemaking.legality_review.adoption import Traced, traced
from yifa.areas.rulemaking.legality_review.choices import Category, Verdict, Weight
from yifa.areas.rulemaking.legality_review.review_procedure import LegalityReview
from yifa.check.model import Finding
from yifa.desk.casework import may_record
from yifa.desk.checking import MOST_CHARACTERS, Sought, checked, rules_of
from yifa.desk.marked import Entry, Sheet, sheet
from yifa.kernel.models import Case, Event
from yifa.office.models import Person
from yifa.office.posts import roles_of
from yifa.office.roles import Role
from yifa.text import Source
from yifa.text.compare import Change, Comparison, Kind, compare

Row = dict[str, Any]

DECIDED: Final = ("verdict", "reason")
WORDED: Final = ("text", "basis", "severity", "category")
OWN: Final = "own-"
"""How the key of an opinion begins that a person wrote by hand."""


@dataclass(frozen=True)
class Judged(Entry):
    """A finding of the list with what the reviewer decided on it, and the opinion it becomes if accepted."""

    key: str = ""
    row: Row = field(default_factory=dict)
    opinion: Row = field(default_factory=dict)
    differs: Row | None = None

    @property
    def accepted(self) -> bool:
        """Whether it goes into the letter."""
        return bool(self.row.get("verdict") == Verdict.ACCEPTED)

    @property
    def other(self) -> str:
        """What somebody else decided on it meanwhile, in words."""
        if self.differs is None:
            return ""
        verdict = Verdict(self.differs.get("verdict") or Verdict.PENDING).label
        reason = self.differs.get("reason")
        return f"{verdict}（{reason}）" if reason else verdict


@dataclass
class Typed:
    """The rows of the sheet, as stored or as handed in."""

    findings: list[Row]
    opinions: list[Row]
    differ: dict[str, Row] = field(default_factory=dict)
    taken_over: int = 0


class ReviewView:
    """Everything on the desk of one review."""

    def __init__(self, case: Case, person: Person, today: date) -> None:
        self.case, self.person, self.today = case, person, today
        self.record: Any = case.record
        self.stored = self._stored()
        self.typed = self.stored

    # --- the draft and what the checker says ----------------------------------------------------

    @cached_property
    def findings(self) -> Sequence[Finding]:
        """What the checker finds in the draft, by the law of the day it came in."""
        if not self.record.draft.strip() or self.too_long:
            return ()
        source = Source(self.record.draft, len(self.record.draft))
        kind = rows.draft_kind(self.record.target_type)
        _, rules = rules_of([self.case.organ])
        facts = rows.facts_of(self.record.target_type)
        _, self.found = checked(Sought(source, self.record.target_title, kind, self.day, facts), rules)
        return self.found.findings

    @property
    def too_long(self) -> bool:
        """Whether the draft is too long to be checked while somebody waits for the page."""
        return len(self.record.draft) > MOST_CHARACTERS

    @property
    def day(self) -> date:
        """The day whose law counts: the one on which the matter came in."""
        return self.record.received_on or self.today

    @cached_property
    def sheet(self) -> Sheet | None:
        """The draft and the findings as the page shows them; None while there is no draft."""
        if not self.record.draft.strip():
            return None
        plain = sheet(self.record.draft, self.found if self.findings else ())
        decided = {row["key"]: row for row in self.typed.findings}
        worded = {row["key"]: row for row in self.typed.opinions}
        keyed = zip(plain.entries, rows.keys([{"digest": one.digest} for one in self.findings]), strict=False)
        return replace(plain, entries=tuple(self._judged(entry, key, decided, worded) for entry, key in keyed))

    def _judged(self, entry: Entry, key: str, decided: Mapping[str, Row], worded: Mapping[str, Row]) -> Judged:
        parts = {part.name: getattr(entry, part.name) for part in fields(Entry)}
        opinion = rows.opinion_of(entry.finding, key) | worded.get(key, {})
        return Judged(**parts, key=key, row=decided.get(key, {}), opinion=opinion, differs=self.typed.differ.get(key))

    # --- rows as stored, as typed, and both together ----------------------------------------------

    def _stored(self) -> Typed:
        found = rows.finding_rows(self.findings, self.record.findings)
        keyed = [row | {"key": key} for row, key in zip(found, rows.keys(found), strict=True)]
        now = [row for row in self.record.opinions if rows.of_round(row, self.record.round)]
        known = {row["key"] for row in keyed}
        return Typed(keyed, [row | {"key": _lasting(row, known)} for row in now])

    @property
    def base(self) -> str:
        """What the page was opened with: handed back with the form, so that changes can be told apart."""
        kept = {
            "findings": [{name: row.get(name, "") for name in ("key", *DECIDED)} for row in self.stored.findings],
            "opinions": [{name: row.get(name, "") for name in ("key", *WORDED)} for row in self.stored.opinions],
        }
        return json.dumps(kept, ensure_ascii=False)

    def read(self, data: QueryDict) -> Typed:
        """What was handed in, with what others saved since the page was opened kept beside it."""
        base = _base(data.get("base", ""))
        mine = [
            row | {
                "verdict": _among(data.get(f"verdict:{row['key']}"), Verdict, row["verdict"]),
                "reason": str(data.get(f"reason:{row['key']}", row["reason"]) or "").strip(),
            }
            for row in self.stored.findings
        ]  # fmt: skip
        decided = rows.merge(base["findings"], mine, self.stored.findings, DECIDED)
        accepted = {row["key"] for row in decided.rows if row["verdict"] == Verdict.ACCEPTED}
        written = [*self._from_findings(data, accepted), *_own(data)]
        worded = rows.merge(base["opinions"], written, self.stored.opinions, WORDED)
        theirs = {row["key"]: row for row in (*self.stored.opinions, *self.stored.findings)}
        kept = [row for row in worded.rows if row["key"] in accepted or row["key"].startswith(OWN)]
        differ = {key: theirs[key] for key in (*decided.differ, *worded.differ)}
        self.typed = Typed(decided.rows, kept, differ, decided.taken_over)
        self.__dict__.pop("sheet", None)
        return self.typed

    def _from_findings(self, data: QueryDict, accepted: set[str]) -> list[Row]:
        """The opinions that accepted findings become, in the words that were typed for them."""
        keyed = zip(self.findings, self.stored.findings, strict=True)
        found = []
        for finding, row in keyed:
            if (key := row["key"]) in accepted:
                plain = rows.opinion_of(finding, key)
                plain["text"] = (data.get(f"words:{key}") or "").strip() or plain["text"]
                plain["severity"] = _among(data.get(f"weight:{key}"), Weight, plain["severity"])
                found.append(plain)
        return found

    def changes(self) -> dict[str, Any]:
        """The fields of the case that the rows make."""
        earlier = [row for row in self.record.opinions if not rows.of_round(row, self.record.round)]
        columns = {column.name for column in self.record._meta.get_field("findings").columns}
        kept = [{name: cell for name, cell in row.items() if name in columns} for row in self.typed.findings]
        told = {row["key"]: row for row in self.stored.opinions}
        full = [told.get(row["key"], {}) | row for row in self.typed.opinions]
        return {"findings": kept, "opinions": rows.numbered(earlier, full, self.record.round)}

    # --- what surrounds it --------------------------------------------------------------------------

    @cached_property
    def held(self) -> set[Role]:
        """The roles of the person at the organ of the case."""
        return roles_of(self.person, self.case.organ, self.today)

    @property
    def open(self) -> bool:
        """Whether this person may work on it now."""
        step = LegalityReview.screen
        return self.case.stage == LegalityReview.reviewing.code and may_record(step, self.held)

    @cached_property
    def last_saved(self) -> Event | None:
        """Who saved the sheet last."""
        steps = [LegalityReview.screen.code, LegalityReview.propose.code]
        saved = Event.objects.filter(case_id=self.case.pk, step__in=steps).select_related("actor")
        return saved.order_by("-seq").first()

    @property
    def own(self) -> list[Row]:
        """The opinions written by hand."""
        return [row for row in self.typed.opinions if str(row.get("key", "")).startswith(OWN)]

    @property
    def earlier(self) -> list[Row]:
        """The opinions of earlier rounds, with what became of them."""
        return [row for row in self.record.opinions if not rows.of_round(row, self.record.round)]

    @cached_property
    def final(self) -> Comparison | None:
        """The text that goes on beside the one that was reviewed; None while there are not both."""
        if not (self.record.draft and self.record.final_draft):
            return None
        return compare(self.record.draft, self.record.final_draft)

    @cached_property
    def adoption(self) -> list[tuple[dict[str, str], Traced | None]]:
        """Each opinion with what became of it, and of this round what the text that goes on shows of it."""
        now = [row for row in self.record.opinions if rows.of_round(row, self.record.round)]
        both = self.record.draft and self.record.final_draft
        told = traced(now, self.record.draft, self.record.final_draft).by_seq if both else {}
        return [(row, told.get(row["seq"])) for row in self.record.opinion_table]

    @property
    def changes_of_final(self) -> list[Change]:
        """The articles in which they differ."""
        changes = self.final.changes if self.final else ()
        return [change for change in changes if change.kind is not Kind.SAME or change.renumbered or change.moved]

    @property
    def counts(self) -> dict[str, int]:
        """How many findings are accepted, rejected and still open."""
        verdicts = [row.get("verdict") or Verdict.PENDING for row in self.typed.findings]
        return {str(verdict.value): verdicts.count(verdict.value) for verdict in Verdict}


def _lasting(row: Row, known: set[str]) -> str:
    """The key of a stored opinion; one whose finding is no more goes on as if written by hand."""
    key = str(row.get("key") or row.get("seq"))
    return key if key in known or key.startswith(OWN) else f"{OWN}{key}"


def new_key() -> str:
    """A key for an opinion written by hand."""
    return f"{OWN}{uuid.uuid4().hex[:12]}"


def _own(data: QueryDict) -> list[Row]:
    lists = [data.getlist(f"own-{name}") for name in ("key", "text", "basis", "severity", "category")]
    found = []
    for key, text, basis, weight, category in zip(*lists, strict=False):
        if text.strip():
            found.append({
                "key": key if key.startswith(OWN) else new_key(), "text": text.strip(), "basis": basis.strip(),
                "severity": _among(weight, Weight, Weight.SHOULD.value),
                "category": _among(category, Category, Category.CONTENT.value),
            })  # fmt: skip
    return found


def _among(value: str | None, choices: Any, otherwise: str) -> str:
    return value if value is not None and value in choices.values else otherwise


def _base(text: str) -> dict[str, list[Row]]:
    """The rows the page was opened with; none where the form was tampered with, so that nothing is overwritten."""
    try:
        read = json.loads(text)
        return {
            name: [row for row in read[name] if isinstance(row.get("key"), str)] for name in ("findings", "opinions")
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return {"findings": [], "opinions": []}
