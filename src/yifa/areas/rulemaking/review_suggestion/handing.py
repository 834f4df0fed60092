"""Review suggestions that come in through the public page (网上提交), and what their senders may read of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from yifa.areas.rulemaking.normative_document.defaults import DEFAULTS
from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase
from yifa.areas.rulemaking.review_suggestion.models import PEOPLE, ReviewSuggestionCase
from yifa.areas.rulemaking.review_suggestion.procedure import ReviewSuggestion
from yifa.kernel.clocks import State
from yifa.kernel.engine import Authority, Entry, append, locked, new_case, perform
from yifa.kernel.models import Case, Clock, Event, EventKind, Paper
from yifa.kernel.public_forms import FormRefused, too_long
from yifa.kernel.rules import Attempt
from yifa.office.models import Organ, OrganKind
from yifa.papers import store
from yifa.papers.uploads import Upload

KINDS = PEOPLE[1].choices
LONGEST: Mapping[str, int] = {
    "name": 60, "contact": 60, "document_name": 250, "clauses": 200, "against": 300, "reasons": 5000,
}  # fmt: skip
"""Characters that each line of the form takes."""
LABELS = {
    "name": "姓名或者名称", "contact": "联系方式", "document_name": "文件名称和文号", "clauses": "条款",
    "against": "违反的上位法", "reasons": "理由",
}  # fmt: skip
ATTACHED = "审查建议附件"


@dataclass(frozen=True)
class Suggestion:
    """What a sender tells: who, which document, which clause, against what, and why."""

    name: str
    kind: str
    reasons: str
    contact: str = ""
    document: NormativeDocumentCase | None = None
    document_name: str = ""
    clauses: str = ""
    against: str = ""

    def faults(self) -> dict[str, str]:
        """What is missing or too long, by the line of the form."""
        found = too_long(self, LONGEST, LABELS)
        if self.kind not in dict(KINDS):
            found["kind"] = "请选择您以什么身份提出"
        needed = {"name": "请填写姓名或者名称", "reasons": "请写明为什么认为文件不合法"}
        found |= {line: said for line, said in needed.items() if not getattr(self, line).strip()}
        if self.document is None and not self.document_name.strip():
            found["document_name"] = "请写明建议审查哪一件文件"
        return found


def organ_over(document: NormativeDocumentCase) -> Organ:
    """The organ with which the document is filed (备案机关), where that is in the books; else the issuer itself."""
    issuer: Organ = document.organ
    above = issuer.parent
    while above is not None and above.kind != OrganKind.GOVERNMENT:
        above = above.parent
    return above or issuer


def document_named(words: str) -> NormativeDocumentCase | None:
    """The published document whose number or name stands in what was typed; None where none or several do."""
    typed = "".join(words.split())
    if not typed:
        return None
    numbers = Q(unified_number=typed) | Q(document_number=typed) | Q(name=typed.strip("《》"))
    found = list(published().filter(numbers)[:2])
    return found[0] if len(found) == 1 else None


def published() -> Any:
    """Documents that were laid before the public and are no secret."""
    rows: Any = NormativeDocumentCase.objects.exclude(published_on=None)
    return rows.filter(secrecy="open").select_related("organ__parent", "organ__place")


def hand_in(told: Suggestion, organ: Organ, at: datetime, upload: Upload | None = None) -> ReviewSuggestionCase:
    """Open the case at the organ, in its inbox, with the file that came along.

    Raises:
        FormRefused: with every fault of the form.
    """
    if faults := told.faults():
        raise FormRefused(faults)
    entry = Entry(None, at, Authority.PUBLIC)
    document = told.document or document_named(told.document_name)
    fields: dict[str, Any] = {
        "suggesters": [{"name": told.name.strip(), "kind": told.kind, "contact": told.contact.strip()}],
        "reasons": told.reasons, "clauses": told.clauses, "against": told.against,
        "document_name": told.document_name or _named(document),
    }  # fmt: skip
    if document is not None:
        fields |= {"document": document, "unified_number": document.unified_number, "issuer": document.organ}
    with transaction.atomic():
        case = new_case(ReviewSuggestion.key, organ, entry.today)
        perform(case, Attempt(ReviewSuggestion.hand_in, entry.today), entry, fields)
        if upload is not None:
            _file(case, upload, entry)
    return case.record  # type: ignore[no-any-return]


def _named(document: NormativeDocumentCase | None) -> str:
    return f"《{document.name}》{document.document_number}" if document is not None else ""


def _file(case: Case, upload: Upload, entry: Entry) -> None:
    """File what came along; there is nobody who could sign for it, so it does not pass `materials.attach`."""
    record, digest = locked(case), store.keep(upload.content)
    data = {"title": ATTACHED, "name": upload.name, "digest": digest}
    event = append(record, EventKind.MATERIAL, entry.today, entry, data=data)
    Paper._base_manager.create(
        case_id=record.pk, event=event, title=ATTACHED, issued_on=entry.today, issued=False, name=upload.name,
        digest=digest, size=len(upload.content),
    )  # fmt: skip


def supplement(case: ReviewSuggestionCase, more: str, at: datetime) -> None:
    """The sender adds what was asked for (补充); from then on the limit runs anew.

    Raises:
        FormRefused: nothing was written, too much, or nothing is asked for now.
    """
    entry = Entry(None, at, Authority.PUBLIC)
    if case.stage != ReviewSuggestion.supplementing.code:
        raise FormRefused({"more": "现在不需要补充"})
    if not more.strip() or len(more) > LONGEST["reasons"]:
        raise FormRefused({"more": f"请写明补充的内容，不超过{LONGEST['reasons']}字"})
    reasons = f"{case.reasons}\n\n{entry.today}补充：{more.strip()}"
    perform(case, Attempt(ReviewSuggestion.supplement, entry.today), entry, {"reasons": reasons})


# -- what the sender may read --------------------------------------------------------------------


@dataclass(frozen=True)
class Progress:
    """How a suggestion stands, in the words that its sender reads.

    Attributes:
        due: the last day for the answer; overdue: whether it has passed; provisional: whether it may still move,
            because the holiday notice of its year is not out.
        asked: what the sender is to add; why: why it is not dealt with as a suggestion.
    """

    number: str
    title: str
    organ: str
    received_on: date | None
    state: str
    next: str
    due: date | None = None
    overdue: bool = False
    provisional: bool = False
    result: str = ""
    reply: str = ""
    answered_on: date | None = None
    asked: str = ""
    why: str = ""
    clauses: str = ""
    against: str = ""
    reasons: str = ""


def progress(case: ReviewSuggestionCase, on: date) -> Progress:
    """How it stands on a day: what was sent, what happens next, and the answer once it was given."""
    state, following = SAID.get(case.stage, VOIDED)
    answered = case.stage == "answered"
    clock = Clock._base_manager.filter(case_id=case.pk, limit="answer_in_time").order_by("-run").first()
    due = clock.due if clock is not None and clock.state == State.RUNNING else None
    return Progress(
        number=case.number, title=case.title, organ=case.organ.name, received_on=case.received_on,
        state=state, next=following.format(organ=case.transferred_to),
        due=due, overdue=due is not None and due < on,
        provisional=clock is not None and clock.provisional,
        result=case.get_result_display() if answered else "", reply=case.reply if answered else "",
        answered_on=case.answered_on if answered else None,
        asked=_input(case, "ask_more", "what") if case.stage == "supplementing" else "",
        why=_input(case, "decline", "why") if case.stage == "set_aside" else "",
        clauses=case.clauses, against=case.against, reasons=case.reasons,
    )  # fmt: skip


SAID: Mapping[str, tuple[str, str]] = {
    "inbox": ("已经收到，等待接收", "工作人员核对文件后接收，开始研究；不影响答复的期限。"),
    "received": ("已经接收", "确认属于本机关审查范围后交付研究；不属于的，移送有权机关并告诉您。"),
    "supplementing": ("需要您补充", "补充以前，答复的期限停止计算；补充以后重新起算。"),
    "studying": ("正在研究", "研究文件是否合法，必要时要求制定机关说明，研究后书面答复。"),
    "answered": ("已经答复", "答复见下。"),
    "transferred": ("已经移送", "应当由{organ}处理，已经移送。"),
    "withdrawn": ("已经撤回", "建议已经撤回，不再研究。"),
    "set_aside": ("没有作为审查建议办理", "理由见下。写明建议审查的文件和理由，可以重新提出。"),
}
"""Each stage as the sender reads it, and what happens next."""
VOIDED = ("登记已经撤销", "这件建议的登记被撤销，请与收到建议的机关联系。")


def _input(case: Case, step: str, code: str) -> str:
    told = Event._base_manager.filter(case_id=case.pk, step=step, voided_by=None).order_by("-seq").first()
    return str(told.data.get("inputs", {}).get(code, "")) if told is not None else ""


def promised(organ: Organ) -> str:
    """How soon it is answered, as the place has it: 60日, 60个工作日."""
    choices = DEFAULTS.at(organ.place.code)
    working = choices["suggestion_unit"].value == "working_days"
    return f"{choices['suggestion_days'].value}{'个工作日' if working else '日'}"
