"""对照范本: the draft of a contract held against a model text, clause by clause; for who drafts and who reviews it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone

from yifa.areas.rulemaking.contract_template.against import Against, held_against
from yifa.areas.rulemaking.contract_template.models import ContractTemplate
from yifa.areas.rulemaking.contract_template.register import fixed_labels, templates_for
from yifa.areas.rulemaking.government_contract.models import ContractCase
from yifa.areas.rulemaking.legality_review.choices import TargetType
from yifa.desk import answers
from yifa.desk.navigation import CaseTool
from yifa.desk.scoped import case_of
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case
from yifa.office import scope

CONTRACT, REVIEW = "government_contract", "legality_review"
CASE_TOOLS = [
    CaseTool(CONTRACT, "对照范本", "contract_template", "document"),
    CaseTool(REVIEW, "对照范本", "contract_template", "document"),
]


@dataclass(frozen=True)
class Drafted:
    """A draft with what is known of its contract."""

    case: Case
    draft: str
    contract_type: str = ""
    nature: str = ""
    model_text: str = ""
    on: date | None = None


def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The model texts to choose from, and the draft beside the one chosen."""
    drafted = _drafted(case_of(pk))
    on = drafted.on or timezone.localdate()
    organ = drafted.case.organ
    with scope.everything("司法局的合同范本供全县使用，其中没有个人信息"):
        known = list(templates_for(organ, drafted.contract_type, on, nature=drafted.nature))
        known = known or list(templates_for(organ, "", on))
    chosen = _chosen(known, request.GET.get("template", ""), drafted)
    found = held_against(chosen.text, drafted.draft, fixed_labels(chosen)) if chosen and drafted.draft.strip() else None
    context = {"case": drafted.case, "drafted": drafted, "known": known, "chosen": chosen, "found": found, "on": on}
    return answers.page(request, "desk/contract_template.html", context, lambda: _data(chosen, found))


def _chosen(known: Sequence[ContractTemplate], asked: str, drafted: Drafted) -> ContractTemplate | None:
    """The one asked for, else the one that the contract names, else the newest."""
    for one in known:
        if str(one.pk) == asked:
            return one
    named = [one for one in known if drafted.model_text and one.name in drafted.model_text]
    return next(iter([*named, *known]), None)


def _drafted(case: Case) -> Drafted:
    record: Any = case.record
    if case.procedure == CONTRACT:
        draft = record.draft
        return Drafted(case, draft, record.contract_type, record.nature, record.model_text, record.signed_on)
    if case.procedure == REVIEW:
        contract = linked_case(case, CONTRACT)
        about: Any = ContractCase._base_manager.filter(pk=contract.pk).first() if contract is not None else None
        kinds = {TargetType.CONTRACT: "civil", TargetType.AGREEMENT: "administrative_agreement"}
        return Drafted(
            case, record.final_draft or record.draft, about.contract_type if about else "",
            kinds.get(record.target_type, ""), about.model_text if about else "", record.received_on,
        )  # fmt: skip
    raise Http404("对照范本只用于政府合同和合同的合法性审查。")


def _data(chosen: ContractTemplate | None, found: Against | None) -> dict[str, Any]:
    return {
        "template": {"number": chosen.number, "name": chosen.name} if chosen else None,
        "counts": dict(found.counts()) if found else {},
        "clauses": [
            {
                "standing": line.standing.value, "topic": line.topic, "clause": line.name, "fixed": line.fixed,
                "template": line.model, "draft": line.draft, "elsewhere": line.where,
            }
            for line in (found.lines if found else ())
        ],
    }  # fmt: skip


urlpatterns = [path("cases/<int:pk>/template/", page, name="contract_template")]
