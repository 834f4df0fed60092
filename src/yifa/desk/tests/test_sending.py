"""Forms of a phone at the server: each taken once, bound to who filled it in; photographs told apart by digest."""

from __future__ import annotations

import threading
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from yifa.areas.enforcement.summary_penalty.tests.conftest import FINE, SCENE
from yifa.desk.models import Opening
from yifa.desk.sending import keys_of
from yifa.desk.tests.phone import DOT, Street, cases, titles
from yifa.office.models import Person

pytestmark = pytest.mark.data


def typed(street: Street, token: str = "", **more: Any) -> dict[str, Any]:
    """What a phone sends."""
    rows = {f"f_officers-{n}-{name}": row[name] for n, row in enumerate(SCENE["officers"]) for name in row}
    return {f"f_{name}": value for name, value in (SCENE | FINE).items() if name != "officers"} | rows | {
        "on": "2026-03-04", "i_at": "10:20", "f_evidence": "现场照片", "f_regime": "general", "f_party_name": "丁小满",
        "c_1": "1", "c_2": "1", "c_3": "1", "c_4": "1", "token": token or str(uuid4()),
        "person": str(street.handler.pk),
    } | more  # fmt: skip


def signed_in(person: Person) -> Client:
    client = Client()
    assert person.user is not None
    client.force_login(person.user, backend="yifa.office.backend.OfficeBackend")
    return client


def address(street: Street) -> str:
    return f"/field/send/spot/{street.city.pk}/"


def test_a_form_sent_twice_opens_one_case_and_gets_the_same_answer(street: Street) -> None:
    client, form = signed_in(street.handler), typed(street)
    first, second = (client.post(address(street), form).json() for _ in range(2))
    assert first["state"] == "sent"
    assert first["case"] == second["case"]
    assert first["length"] == second["length"] == 1
    assert (second["message"], len(cases())) == ("", 1)


def test_a_form_that_was_changed_after_it_had_arrived_says_that_the_change_did_not_count(street: Street) -> None:
    client, form = signed_in(street.handler), typed(street)
    client.post(address(street), form)
    again = client.post(address(street), form | {"f_party_name": "丁大满"}).json()
    assert "改动的内容没有记入" in again["message"]
    assert [case.party_name for case in cases()] == ["丁小满"]


def test_a_refused_form_leaves_its_token_free(street: Street) -> None:
    client, form = signed_in(street.handler), typed(street, f_fine_amount="500")
    answer = client.post(address(street), form)
    assert answer.status_code == 422
    (reason,) = [one for one in answer.json()["reasons"] if "200元" in one["text"]]
    assert "第五十一条" in reason["basis"]
    assert not Opening.objects.exists()
    assert client.post(address(street), form | {"f_fine_amount": "100"}).json()["state"] == "sent"


def test_nobody_sends_the_form_of_another_person(street: Street) -> None:
    form = typed(street)
    other = signed_in(street.colleague)
    answer = other.post(address(street), form)
    assert (answer.status_code, answer.json()["state"]) == (409, "other")
    signed_in(street.handler).post(address(street), form)
    taken = other.post(address(street), form | {"person": str(street.colleague.pk)})
    assert taken.status_code == 409
    assert "另一人" in taken.json()["message"]
    photo = {"person": str(street.colleague.pk), "photo": SimpleUploadedFile("现场照片1.png", DOT)}
    assert other.post(f"/field/send/photos/{form['token']}/", photo).status_code == 409
    assert len(cases()) == 1


def test_without_a_session_the_phone_is_sent_to_sign_in(street: Street) -> None:
    for path in (address(street), "/field/state/", "/field/spot/"):
        answer = Client().post(path, typed(street)) if "send" in path else Client().get(path)
        assert answer.status_code == 302
        assert "/account/login/" in answer["Location"]
    assert Client().get("/field/worker.js")["Content-Type"].startswith("text/javascript")


def test_a_photograph_is_filed_once_and_only_after_its_form(street: Street) -> None:
    client, form = signed_in(street.handler), typed(street)

    def photo() -> Any:
        told = {"person": str(street.handler.pk), "title": "现场照片1（拍摄于2026-03-04 10:18:00）"}
        file = SimpleUploadedFile("现场照片1.png", DOT)
        return client.post(f"/field/send/photos/{form['token']}/", told | {"photo": file})

    assert "还没有送到" in photo().json()["message"]
    client.post(address(street), form)
    assert [photo().json()["again"] for _ in range(2)] == [False, True]
    (made,) = cases()
    assert "现场照片1（拍摄于2026-03-04 10:18:00）" in titles(made)


def test_what_is_no_picture_is_refused_with_words(street: Street) -> None:
    client, form = signed_in(street.handler), typed(street)
    client.post(address(street), form)
    bad = {"person": str(street.handler.pk), "photo": SimpleUploadedFile("现场照片1.jpg", b"no picture")}
    answer = client.post(f"/field/send/photos/{form['token']}/", bad)
    assert answer.status_code == 422
    assert "内容不是jpg文件" in answer.json()["message"]


def test_a_form_without_token_or_for_a_foreign_organ_is_refused(street: Street) -> None:
    client = signed_in(street.handler)
    assert "没有编号" in client.post(address(street), typed(street, token="x")).json()["message"]
    answer = client.post(f"/field/send/spot/{street.government.pk}/", typed(street))
    assert answer.status_code == 422
    assert "没有任职" in answer.json()["message"]


def test_every_person_has_keys_of_their_own_and_old_ones_still_open(street: Street, settings: Any) -> None:
    mine, others = keys_of(street.handler), keys_of(street.colleague)
    assert mine != others
    assert len(mine[0]) == 64
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    assert keys_of(street.handler)[1] == mine[0] != keys_of(street.handler)[0]


def test_pages_for_the_phone_say_whose_they_are_and_answers_do_not(street: Street) -> None:
    client = signed_in(street.handler)
    for path in ("/field/spot/", "/field/visits/", "/field/queue/"):
        answer = client.get(path)
        assert answer["X-Yifa-Field"] == str(street.handler.pk)
        assert "no-store" in answer["Cache-Control"]
    assert "X-Yifa-Field" not in client.get("/field/state/")
    assert "X-Yifa-Field" not in client.get("/cases/")


@pytest.mark.django_db(transaction=True)
def test_two_sendings_at_the_same_moment_open_one_case(street: Street) -> None:
    form, answers = typed(street), []
    clients = [signed_in(street.handler) for _ in range(4)]

    def send(client: Client) -> None:
        answers.append(client.post(address(street), form).json())
        connection.close()

    threads = [threading.Thread(target=send, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer["state"] for answer in answers} == {"sent"}
    assert len({answer["case"] for answer in answers}) == 1
    assert len(cases()) == 1
