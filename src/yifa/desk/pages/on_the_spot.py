"""On-the-spot penalties on a phone (现场处罚): one short form with what the last case gives, photographs with it.

The form is the step's own; only what is shown first and what is filled in beforehand differ. Sending it is the opening
of a case as anywhere else, so that every condition and reason is the same.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, path, resolve
from django.utils import timezone

from yifa.areas.enforcement.summary_penalty.procedure import SummaryPenalty
from yifa.areas.enforcement.summary_penalty.suggest import earlier_deeds, suggested
from yifa.desk.forms import StepForm
from yifa.desk.navigation import NavItem
from yifa.desk.pages import steps
from yifa.desk.present import entry_of, person_in
from yifa.desk.scoped import case_of
from yifa.errors import YifaError
from yifa.kernel import materials
from yifa.kernel.engine import new_case
from yifa.kernel.models import Paper
from yifa.kernel.situation import Situation
from yifa.office.models import Organ
from yifa.office.posts import posts_of
from yifa.office.roles import Role
from yifa.papers import store, uploads

KEY, STEP = SummaryPenalty.key, "impose"
NAV = [NavItem("现场处罚", "on_the_spot", "sign", 16, frozenset({Role.HANDLER}))]
FIRST = (
    ("违法行为", ("violation", "penalty_basis", "item_code", "item_name", "matter")),
    ("当事人", ("party_type", "party_name", "party_id_type", "party_id_no", "party_birth_date", "party_phone")),
    ("处罚", ("penalty_kind", "fine_amount", "corrective_order")),
    ("现场", ("scene_place", "at", "officers")),
)
"""What stands on the first screens, in the order of talking; everything else is below, folded."""

AMOUNTS = (20, 50, 100, 200)
MOST_PHOTOS = 9


def chosen(request: HttpRequest) -> HttpResponse:
    """To the form of the one organ at which the person imposes penalties, or a choice among them."""
    organs = list(_organs(request))
    if len(organs) == 1:
        return redirect("on_the_spot_form", organs[0].pk)
    return render(request, "desk/on_the_spot_organs.html", {"organs": organs})


def _organs(request: HttpRequest) -> Iterator[Organ]:
    """Where the person handles cases."""
    posts = posts_of(person_in(request), timezone.localdate())
    yield from {post.organ_id: post.organ for post in posts if post.role == Role.HANDLER}.values()


def form_page(request: HttpRequest, organ: int) -> HttpResponse:
    """The form; sending it opens the case, files the photographs and shows the case."""
    if request.method == "POST":
        return _sent(request, organ)
    found = next((each for each in _organs(request) if each.pk == organ), None)
    if found is None:
        raise PermissionDenied("您在这个机关没有承办人岗位，不能当场处罚。")
    person, today = person_in(request), timezone.localdate()
    case = new_case(KEY, found, today)
    form = StepForm(case.declaration.step(STEP), Situation(case.declaration, case), today)
    form.initial.update({f"f_{name}": value for name, value in suggested(person, found).items()})
    form.initial["i_at"] = timezone.localtime().strftime("%H:%M")
    judged = [shown for shown in form.conditions(form.situation) if shown.judged]
    context = {
        "organ": found, "form": form, "step": form.step, "groups": list(_groups(form)), "rest": _rest(form),
        "judged": judged, "deeds": earlier_deeds(found), "amounts": AMOUNTS, "token": str(uuid.uuid4()),
        "draft": f"spot-{found.pk}", "most": MOST_PHOTOS,
    }  # fmt: skip
    return render(request, "desk/on_the_spot.html", context)


def _groups(form: StepForm) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    fields = {_plain(field["bound"].name): field for part in form.parts().values() for field in part}
    for label, names in FIRST:
        yield label, [fields[name] for name in names if name in fields]


def _rest(form: StepForm) -> list[dict[str, Any]]:
    first = {name for _, names in FIRST for name in names}
    return [field for part in form.parts().values() for field in part if _plain(field["bound"].name) not in first]


def _plain(name: str) -> str:
    return name.partition("_")[2]


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
    there = set(Paper.objects.filter(case_id=case.pk).values_list("digest", flat=True))
    for number, photo in enumerate(photos, 1):
        if store.digest_of(photo.content) not in there:
            materials.attach(case, photo, f"现场照片{number}", timezone.localdate(), entry_of(request))
            case = case_of(case.pk)


def check(request: HttpRequest, organ: int) -> HttpResponse:
    """What still stands against it, while typing."""
    return steps.check_opening(request, KEY, organ, STEP)


urlpatterns = [
    path("spot/", chosen, name="on_the_spot"),
    path("spot/<int:organ>/", form_page, name="on_the_spot_form"),
    path("spot/<int:organ>/check/", check, name="on_the_spot_check"),
]
