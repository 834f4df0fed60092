"""Taking steps through their forms."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from yifa.desk.tests.conftest import Office
from yifa.kernel.models import Case, Event, Proposal
from yifa.office import scope
from yifa.office.models import Person

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]


def _events(case: Case) -> list[str]:
    with scope.everything("测试"):
        return list(Event.objects.filter(case_id=case.pk, kind="step").values_list("step", flat=True))


def _cases() -> int:
    with scope.everything("测试"):
        return Case.objects.filter(procedure="toy").count()


def _opening(client: Client, office: Office) -> tuple[str, dict[str, Any]]:
    address = f"/cases/new/toy/{office.organ.pk}/receive/"
    page = client.get(address).content.decode()
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found
    return address, {"on": office.today.isoformat(), "token": found[1]}


def test_a_new_case_begins_with_the_form_of_its_first_step(office: Office, signed_in: SignIn) -> None:
    client = signed_in(office.handler)
    address, typed = _opening(client, office)
    answer = client.post(address, typed, follow=True)
    assert "已办理“收到申请”" in answer.content.decode()
    assert _cases() == 1


def test_a_second_click_finds_the_case_of_the_first(office: Office, signed_in: SignIn) -> None:
    client = signed_in(office.handler)
    address, typed = _opening(client, office)
    first, second = client.post(address, typed), client.post(address, typed)
    assert first["Location"] == second["Location"]
    assert _cases() == 1


def test_a_refused_opening_can_be_sent_again(office: Office, signed_in: SignIn) -> None:
    client = signed_in(office.handler)
    address, typed = _opening(client, office)
    assert client.post(address, {**typed, "on": "2999-01-01"}).status_code == 422
    assert client.post(address, typed).status_code == 302
    assert _cases() == 1


def test_nobody_opens_a_case_at_an_organ_where_they_have_no_post(office: Office, signed_in: SignIn) -> None:
    client = signed_in(office.cast.outsider)
    assert client.get(f"/cases/new/toy/{office.organ.pk}/receive/").status_code == 403


def test_an_unconfirmed_condition_is_refused_and_its_reason_points_to_the_box(
    office: Office, signed_in: SignIn
) -> None:
    case = office.received()
    typed = {"on": office.today.isoformat(), "seen": case.length}
    answer = signed_in(office.handler).post(f"/cases/{case.pk}/steps/accept/", typed)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#c_1"' in text
    assert 'id="c_1"' in text
    assert "《行政复议法》第三十条第一款" in text
    assert _events(case) == ["receive"]


def test_a_day_that_does_not_exist_is_refused_and_the_rest_is_kept(office: Office, signed_in: SignIn) -> None:
    case = office.received()
    typed = {"on": "2026-02-30", "c_1": "1", "seen": case.length}
    text = signed_in(office.handler).post(f"/cases/{case.pk}/steps/accept/", typed).content.decode()
    assert "不是有效的日期" in text
    assert re.search(r'id="c_1" value="1" checked', text)


def test_of_two_clicks_on_one_page_the_second_is_refused(office: Office, signed_in: SignIn) -> None:
    case = office.accepted(5)
    typed = {"on": office.today.isoformat(), "i_ground": "death", "seen": case.length}
    client = signed_in(office.handler)
    assert client.post(f"/cases/{case.pk}/steps/suspend/", typed).status_code == 302
    second = client.post(f"/cases/{case.pk}/steps/suspend/", typed)
    assert second.status_code == 422
    assert "已有新的办理记录" in second.content.decode()
    assert _events(case).count("suspend") == 1


def test_a_computed_no_is_shown_and_can_be_overridden_with_a_reason(office: Office, signed_in: SignIn) -> None:
    case = office.accepted(3)
    client, address = signed_in(office.cast.handler), f"/cases/{case.pk}/steps/decide/"
    page = client.get(address).content.decode()
    assert "不足7日" in page
    assert 'name="o_1"' in page


def test_inputs_outside_their_bounds_are_refused_with_the_field(office: Office, signed_in: SignIn) -> None:
    case = office.accepted(20)
    typed = {"on": office.today.isoformat(), "i_extended_by": "45", "seen": case.length}
    text = signed_in(office.handler).post(f"/cases/{case.pk}/steps/extend/", typed).content.decode()
    assert "“延长日数”不得超过30" in text
    assert 'href="#i_extended_by"' in text
    assert 'value="45"' in text


def test_a_proposal_is_signed_returned_made_again_and_takes_effect(office: Office, signed_in: SignIn) -> None:
    case = office.accepted(20)
    typed = {"on": office.today.isoformat(), "i_extended_by": "15", "seen": case.length}
    client = signed_in(office.handler)
    assert client.post(f"/cases/{case.pk}/steps/extend/", typed).status_code == 302
    first = _proposals(case)[0]
    assert "待我审批" in signed_in(office.signer).get("/").content.decode()
    client.post(f"/proposals/{first.pk}/return/", {"opinion": "理由不足"})
    page = signed_in(office.handler).get("/").content.decode()
    assert "理由不足" in page
    again = client.get(f"/cases/{case.pk}/steps/extend/?from={first.pk}").content.decode()
    assert 'value="15"' in again
    length = _length(case)
    client.post(f"/cases/{case.pk}/steps/extend/", {**typed, "seen": length})
    signed_in(office.signer).post(f"/proposals/{_proposals(case)[-1].pk}/sign/", {"opinion": "同意"})
    assert "extend" in _events(case)


def test_nobody_signs_what_is_not_theirs_to_sign(office: Office, signed_in: SignIn) -> None:
    case = office.accepted(20)
    typed = {"on": office.today.isoformat(), "i_extended_by": "15", "seen": case.length}
    client = signed_in(office.handler)
    client.post(f"/cases/{case.pk}/steps/extend/", typed)
    answer = client.post(f"/proposals/{_proposals(case)[0].pk}/sign/", follow=True)
    assert "本次应由" in answer.content.decode()
    outsider = signed_in(office.cast.outsider)
    assert outsider.post(f"/proposals/{_proposals(case)[0].pk}/sign/").status_code == 404


def test_conditions_are_answered_while_typing_and_nothing_is_written(office: Office, signed_in: SignIn) -> None:
    case = office.accepted(3)
    typed = {"on": office.today.isoformat()}
    text = signed_in(office.handler).post(f"/cases/{case.pk}/steps/decide/check/", typed).content.decode()
    assert "不符合" in text
    assert 'id="day"' in text
    assert _events(case) == ["receive", "accept"]


def test_an_unknown_step_is_not_found(office: Office, signed_in: SignIn) -> None:
    assert signed_in(office.handler).get(f"/cases/{office.received().pk}/steps/nothing/").status_code == 404


def _proposals(case: Case) -> list[Proposal]:
    with scope.everything("测试"):
        return list(Proposal.objects.filter(case_id=case.pk).order_by("pk"))


def _length(case: Case) -> int:
    return Case._base_manager.get(pk=case.pk).length


def test_what_is_missing_stands_beside_its_field_too(office: Office, signed_in: SignIn) -> None:
    address = f"/cases/new/reconsideration/{office.organ.pk}/file/"
    answer = signed_in(office.handler).post(address, {"on": office.today.isoformat()})
    page = answer.content.decode()
    assert answer.status_code == 422
    beside = page[page.index('id="f_channel-error"') :]
    assert beside.index("未填写“提交渠道”") < beside.index("</div>")
    assert 'aria-describedby="f_channel-error"' in page
