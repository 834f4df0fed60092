"""On-the-spot penalties on a phone (现场处罚): one short form with what the last case gives, photographs with it.

The form is the step's own; only what is shown first and what is filled in beforehand differ. Sending it is the opening
of a case as anywhere else, so that every condition and reason is the same. The phone keeps the form until it has
arrived (`pages/field.py`); without scripts it is sent as it is.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, path, resolve, reverse
from django.utils import timezone

from yifa.areas.enforcement.summary_penalty import suggest
from yifa.areas.enforcement.summary_penalty.procedure import SummaryPenalty
from yifa.desk import answers, outside
from yifa.desk.forms import StepForm
from yifa.desk.navigation import NavItem
from yifa.desk.outside import MOST_PHOTOS
from yifa.desk.pages import steps
from yifa.desk.present import entry_of, person_in
from yifa.desk.scoped import case_of
from yifa.desk.sending import file_once
from yifa.errors import YifaError
from yifa.kernel.engine import new_case
from yifa.kernel.situation import Situation
from yifa.office.models import Organ
from yifa.office.posts import posts_of
from yifa.office.roles import Role
from yifa.papers import uploads

KEY, STEP = SummaryPenalty.key, "impose"
NAV = [NavItem("现场处罚", "on_the_spot", "spot", 16, frozenset({Role.HANDLER}))]
FIRST = (
    ("违法行为", ("violation", "penalty_basis")),
    ("当事人", ("party_type", "party_id_type", "party_id_no", "party_name")),
    ("处罚", ("penalty_kind", "fine_amount")),
    ("现场", ("scene_place", "at")),
)
"""What stands on the first screens, in the order of talking; everything else is below, folded."""

FOLDED = ("officers", "item_code", "item_name", "matter", "corrective_order")
"""What the last case or the deed usually gives: one line that says it, to be opened."""

PREPRINTED = "preprinted_no"
"""Asked for where there is no network: an instrument has its number only once it was sent (处罚法52①)."""

AMOUNTS = ("20", "50", "100", "200")
"""Fines offered where the organ has no benchmark in yuan for the deed."""


def chosen(request: HttpRequest) -> HttpResponse:
    """The form of the one organ at which the person imposes penalties, or a choice among them."""
    organs = list(_organs(request))
    if len(organs) == 1:
        return form_page(request, organs[0].pk)
    keep = [reverse("on_the_spot_form", args=[organ.pk]) for organ in organs]
    return outside.page(request, "desk/field/organs.html", {"organs": organs}, [*keep, reverse("field_queue")])


def _organs(request: HttpRequest) -> Iterator[Organ]:
    """Where the person handles cases."""
    posts = posts_of(person_in(request), timezone.localdate())
    yield from {post.organ_id: post.organ for post in posts if post.role == Role.HANDLER}.values()


def form_page(request: HttpRequest, organ: int) -> HttpResponse:
    """The form; sent without scripts it opens the case, files the photographs and shows the case."""
    if request.method == "POST":
        return _sent(request, organ)
    found = next((each for each in _organs(request) if each.pk == organ), None)
    if found is None:
        raise PermissionDenied("您在这个机关没有承办人岗位，不能当场处罚。")
    form = _form(request, found)
    today = timezone.localdate()
    fields = {_plain(field["bound"].name): field for part in form.parts().values() for field in part}
    first = {name for _, names in FIRST for name in names} | {*FOLDED, PREPRINTED}
    context = {
        "organ": found, "form": form, "step": form.step, "token": str(uuid.uuid4()),
        "groups": [(label, [fields[name] for name in names if name in fields]) for label, names in FIRST],
        "preprinted": fields[PREPRINTED], "folded": [fields[name] for name in FOLDED if name in fields],
        "rest": [field for name, field in fields.items() if name not in first],
        "judged": [shown for shown in form.conditions(form.situation) if shown.judged],
        "deeds": [_offered(deed) for deed in suggest.earlier_deeds(found, today)],
        "amounts": AMOUNTS, "highest": json.dumps(suggest.highest_fines(found, today)),
        "fit": suggest.fit_to_act(found, today), "address": reverse("on_the_spot_form", args=[found.pk]),
    }  # fmt: skip
    keep = [reverse("on_the_spot"), reverse("field_queue"), reverse("visits")]
    return outside.page(request, "desk/field/spot.html", context, keep)


def _form(request: HttpRequest, organ: Organ) -> StepForm:
    """The form with what the last case of the person gives; for the first one, with the person as an officer."""
    person, today = person_in(request), timezone.localdate()
    case = new_case(KEY, organ, today)
    form = StepForm(case.declaration.step(STEP), Situation(case.declaration, case), today)
    form.initial.update({f"f_{name}": value for name, value in suggest.suggested(person, organ).items()})
    if not form.initial.get("f_officers"):
        own = [{"cert_no": number, "name": name} for number, name in suggest.fit_to_act(organ, today)]
        form.initial["f_officers"] = [row for row in own if row["name"] == person.name][:1]
    form.initial["i_at"] = timezone.localtime().strftime("%H:%M")
    for name in ("f_party_type", "f_penalty_kind"):
        form.fields[name].widget.attrs["data-chosen"] = ""  # buttons stand in for the list where there are scripts
    form.fields["f_party_phone"].widget.attrs["inputmode"] = "tel"
    return form


def _offered(deed: suggest.Deed) -> dict[str, str]:
    """A deed as a button: what it fills in, and the fines of the benchmark."""
    fill = {f"f_{name}": value for name, value in deed.fields.items()}
    return {"violation": deed.violation, "fill": json.dumps(fill), "amounts": json.dumps(deed.amounts)}


def _plain(name: str) -> str:
    return name.partition("_")[2]


def party(request: HttpRequest, organ: int) -> HttpResponse:
    """The party with this credit code, out of the registers of objects; empty where none has it."""
    if not any(each.pk == organ for each in _organs(request)):
        raise PermissionDenied("您在这个机关没有承办人岗位。")
    found = suggest.party_by_code(request.GET.get("code", "").strip().upper())
    return answers.as_json({f"f_{name}": value for name, value in (found or {}).items()})


def _sent(request: HttpRequest, organ: int) -> HttpResponse:
    photos = [(file.name or "", file.read()) for file in request.FILES.getlist("photos")]
    try:
        if len(photos) > MOST_PHOTOS:
            raise YifaError(f"照片{len(photos)}张，一次最多{MOST_PHOTOS}张。")
        checked = [uploads.check(name, content) for name, content in photos]
    except YifaError as error:
        messages.error(request, f"{error}照片没有保存，请在案件中重新登记。")
        checked = []
    response = steps.open_page(request, KEY, organ, STEP)
    if response.status_code == 302 and checked:
        _file(request, response["Location"], checked)
    elif checked:
        # Shown on the page after: what is shown now lists the reasons, and cannot keep a file.
        messages.warning(request, "照片没有随被退回的表保存，请在“文书和材料”中登记。")
    return response


def _file(request: HttpRequest, address: str, photos: Iterable[uploads.Upload]) -> None:
    """The photographs into the dossier of the case that was opened; sent twice, they are there once."""
    try:
        case = case_of(int(resolve(address).kwargs["pk"]))
    except (Resolver404, KeyError):
        return
    for number, photo in enumerate(photos, 1):
        file_once(case, photo, f"现场照片{number}", entry_of(request))


urlpatterns = [
    path("field/spot/", chosen, name="on_the_spot"),
    path("field/spot/<int:organ>/", form_page, name="on_the_spot_form"),
    path("field/spot/<int:organ>/party/", party, name="party_by_code"),
]
