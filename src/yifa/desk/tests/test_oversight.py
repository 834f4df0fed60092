"""The pages of oversight: who sees them, what a supervisor does with a hit, and that every number opens onto rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from yifa.kernel.models import Case, Clock
from yifa.office import scope
from yifa.office.models import Post
from yifa.office.roles import Role
from yifa.oversight.exchange.layouts import PENALTY
from yifa.oversight.models import CreditRow, Hit, HitState
from yifa.oversight.tests.conftest import NOW, TODAY, County
from yifa.oversight.watch import run_all


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """Penalties of a year, some with faults, and the models run over them."""
    with scope.everything("测试"):
        made = County()
        for n, amount in enumerate((17000, 18000, 19000, 20000, 20000, 21000, 22000, 23000, 36000)):
            made.penalty(fine_amount=amount, noticed_fine=amount, title=f"甲{n}案", decision_date=date(2026, 9, 1))
        made.penalty(corrective_order="", title="乙案", organ=made.city, decision_type="penalty")
        list(run_all(TODAY, NOW, ("unequal_fines", "no_correction_order", "round_fines")))
    return made


def signed_in(person: Any) -> Client:
    user = get_user_model().objects.create(username=f"u{person.pk}")
    person.user = user
    person.save()
    client = Client()
    client.force_login(user, "yifa.office.backend.OfficeBackend")
    return client


@pytest.fixture
def lu(county: County) -> Client:
    return signed_in(county.supervisor)


def hit_of(model: str) -> Hit:
    with scope.everything("测试"):
        return Hit.objects.select_related("case").get(model=model)


PAGES = ("/oversight/", "/oversight/hits/", "/oversight/cockpit/", "/oversight/rows/?chart=activity&organ=1")


@pytest.mark.parametrize("address", PAGES)
def test_only_supervisors_open_the_pages(county: County, address: str) -> None:
    assert signed_in(county.handler).get(address).status_code == 403


def test_the_models_stand_with_their_tallies_and_articles(lu: Client) -> None:
    page = lu.get("/oversight/").content.decode()
    assert "只罚不改" in page
    assert "《行政处罚法》第二十八条第一款" in page
    data = {one["code"]: one for one in lu.get("/oversight/?format=json").json()}
    assert (data["no_correction_order"]["new"], data["no_correction_order"]["precision"]) == (1, None)


def test_the_list_is_filtered_and_has_its_files(lu: Client) -> None:
    assert "乙案" in lu.get("/oversight/hits/?model=no_correction_order").content.decode()
    assert "乙案" not in lu.get("/oversight/hits/?model=unequal_fines").content.decode()
    assert "乙案" in lu.get("/oversight/hits/?q=以罚代管").content.decode()
    assert "乙案" not in lu.get("/oversight/hits/?gone=yes").content.decode()
    file = b"".join(lu.get("/oversight/hits/?format=csv").streaming_content).decode()
    assert "只罚不改" in file


def test_a_hit_shows_what_was_found_the_article_and_the_case(lu: Client) -> None:
    hit = hit_of("unequal_fines")
    page = lu.get(f"/oversight/hits/{hit.pk}/").content.decode()
    assert hit.explanation in page
    assert f'href="/cases/{hit.case_id}/"' in page
    assert f'href="/oversight/similar/{hit.case_id}/"' in page
    assert "同一违法行为、同一阶次至少几件才比对" in page


def test_rejecting_without_a_reason_is_refused_and_with_one_is_kept(lu: Client) -> None:
    hit = hit_of("no_correction_order")
    refused = lu.post(f"/oversight/hits/{hit.pk}/judge/", {"verdict": "reject", "reason": " "})
    assert (refused.status_code, "没有写理由" in refused.content.decode()) == (422, True)
    lu.post(f"/oversight/hits/{hit.pk}/judge/", {"verdict": "reject", "reason": "当场已改正"})
    kept = hit_of("no_correction_order")
    assert (kept.state, kept.reason) == (HitState.REJECTED, "当场已改正")
    assert "当场已改正" in lu.get(f"/oversight/hits/{hit.pk}/").content.decode()


def test_confirming_can_open_a_case_of_supervision(lu: Client, county: County) -> None:
    hit = hit_of("no_correction_order")
    answer = lu.post(f"/oversight/hits/{hit.pk}/judge/", {"verdict": "supervise"}, follow=True)
    assert "监督线索已登记" in answer.content.decode()
    with scope.everything("测试"):
        assert Case.objects.get(procedure="supervision_case").organ == county.bureau
    twice = lu.post(f"/oversight/hits/{hit.pk}/judge/", {"verdict": "confirm"})
    assert (twice.status_code, "已经确认" in twice.content.decode()) == (422, True)


def test_running_again_says_what_is_new(lu: Client) -> None:
    answer = lu.post("/oversight/run/", follow=True).content.decode()
    assert re.search(r"已运行\d+个模型：新命中\d+条", answer)


def test_every_number_of_the_cockpit_opens_onto_as_many_rows(lu: Client, county: County) -> None:
    page = lu.get("/oversight/cockpit/?year=2026").content.decode()
    activity = lu.get("/oversight/cockpit/?format=json&year=2026").json()[0]
    assert [(bar["organ"], bar["value"]) for bar in activity["bars"]] == [("县市场监管局", 9), ("县城管局", 1)]
    for bar in activity["bars"]:
        assert bar["rows"].replace("&", "&amp;") in page
        assert len(lu.get(bar["rows"] + "&format=json").json()) == bar["value"]
    (outcome,) = re.findall(rf'href="([^"]*chart=outcome[^"]*organ={county.city.pk}[^"]*)"', page)
    assert len(lu.get(outcome.replace("&amp;", "&") + "&format=json").json()) == 1


def test_totals_months_and_darker_parts_open_onto_as_many_rows(lu: Client) -> None:
    charts = lu.get("/oversight/cockpit/?format=json&year=2026").json()
    assert [chart["title"] for chart in charts] == [
        "2026年执法案件",
        "有逾期的案件",
        "模型发现的问题",
        "2026年各月立案",
    ]
    for chart in charts:
        for number in (chart["whole"], *chart["bars"]):
            opened = lu.get(number["rows"] + "&format=json").json()
            assert len(opened["hits"] if isinstance(opened, dict) else opened) == number["value"], number
    assert [bar["value"] for bar in charts[3]["bars"]] == [0, 0, 10, *[0] * 9]


def test_what_a_party_owes_late_is_no_lateness_of_the_organ(lu: Client, county: County) -> None:
    with scope.everything("测试"):
        case = county.case("fine_collection")
        for limit, bound in (("pay_in_time", "applicant"), ("remit_in_time", "handler")):
            Clock.objects.create(case=case, limit=limit, run=1, bound=bound, since=TODAY, due=date(2026, 1, 2),
                                 state="running" if bound == "applicant" else "kept")  # fmt: skip
    assert lu.get("/oversight/cockpit/?format=json").json()[1]["whole"]["value"] == 0


def test_a_hit_confirmed_before_can_become_a_case_of_supervision_once(lu: Client) -> None:
    hit = hit_of("no_correction_order")
    address = f"/oversight/hits/{hit.pk}/judge/"
    lu.post(address, {"verdict": "confirm"})
    assert "登记监督线索</button>" in lu.get(f"/oversight/hits/{hit.pk}/").content.decode()
    page = lu.post(address, {"verdict": "supervise"}, follow=True).content.decode()
    opened = hit_of("no_correction_order").supervision_id
    assert opened is not None
    assert f'href="/cases/{opened}/"' in page
    assert "已经登记监督线索" in lu.post(address, {"verdict": "supervise"}).content.decode()


def test_similar_cases_show_spread_place_and_rule(lu: Client) -> None:
    hit = hit_of("unequal_fines")
    page = lu.get(f"/oversight/similar/{hit.case_id}/").content.decode()
    assert "高于同类10件的中位数20000元" in page
    assert page.count("<circle") == 10
    data = lu.get(f"/oversight/similar/{hit.case_id}/?format=json").json()
    assert [one["case"] for one in data["outliers"]] == [hit.case_id]


def test_a_case_outside_of_scope_has_no_peers_to_show(county: County) -> None:
    hit = hit_of("unequal_fines")
    assert signed_in(county.handler).get(f"/oversight/similar/{hit.case_id}/").status_code == 404


def test_a_file_is_taken_in_whole_or_refused_with_row_and_field(county: County) -> None:
    Post.objects.create(person=county.handler, organ=county.city, role=Role.PUBLISHER, since=date(2020, 1, 1))
    client = signed_in(county.handler)
    bad = ",".join(field.code for field in PENALTY.fields) + "\n甲店\n"
    answer = client.post("/oversight/exchange/import/", {
        "organ": county.city.pk, "file": SimpleUploadedFile("a.csv", bad.encode()),
    })  # fmt: skip
    page = answer.content.decode()
    assert (answer.status_code, "没有导入任何一行" in page, "CF_JDRQ" in page) == (422, True, True)
    nothing = client.post("/oversight/exchange/import/", {"organ": county.market.pk})
    assert nothing.status_code == 422
    with scope.everything("测试"):
        assert not CreditRow.objects.exists()


def test_the_export_is_a_file_with_codes_and_labels(lu: Client) -> None:
    address = "/oversight/exchange/?layout=penalty&since=2026-01-01&until=2026-12-31"
    assert "可以导出" in lu.get(address).content.decode()
    file = lu.get(address + "&file=csv")
    assert file.content.decode("utf-8-sig").splitlines()[0].startswith("CF_XDR_MC,CF_XDR_LB")
    assert lu.get(address + "&file=xlsx").content[:2] == b"PK"
