"""Draws, plans and results as everybody may read them."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.test import Client

from yifa.areas.enforcement.inspection.tests.conftest import LATE, County, fresh
from yifa.areas.enforcement.inspection.tests.test_draw import committed, drawn, prepared
from yifa.cli.draw import command
from yifa.kernel.engine import Entry
from yifa.kernel.publish import publish, withdraw
from yifa.portal.templatetags.numbers import grouped, is_number

pytestmark = pytest.mark.data


def test_the_downloaded_files_are_run_again_with_one_command(county: County, client: Client, tmp_path: Path) -> None:
    case = drawn(county)
    shown = client.get(f"/open/draws/{case.pk}/").content.decode()
    assert case.commitment in shown
    answer = client.get(f"/open/draws/{case.pk}/all.zip")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        archive.extractall(tmp_path)
    assert "核对一致" in CliRunner().invoke(command, ["check", str(tmp_path)]).output
    for path in tmp_path.iterdir():
        assert client.get(f"/open/draws/{case.pk}/{path.name}").content == path.read_bytes()


def test_what_is_not_committed_is_not_shown_and_the_secret_never_before_the_draw(
    county: County, client: Client
) -> None:
    case = prepared(county)
    assert client.get(f"/open/draws/{case.pk}/").status_code == 404
    county.take(case, "commit", "2026-03-02")
    assert client.get(f"/open/draws/{case.pk}/lots.csv").status_code == 200
    for name in ("result.json", "secret.txt", "key.txt", "objects.csv", "plan.txt"):
        assert client.get(f"/open/draws/{case.pk}/{name}").status_code == 404


def test_a_batch_that_was_annulled_stays_with_its_reason(county: County, client: Client) -> None:
    case = committed(county)
    county.take(case, "annul", "2026-03-03", why="名录有误")
    assert case.number in client.get("/open/draws/").content.decode()
    assert "已经作废：名录有误" in client.get(f"/open/draws/{case.pk}/").content.decode()
    again = committed(county, "2026-03-03", again_why="上一批名录有误", replaces=case.number)
    assert "取代" in client.get(f"/open/draws/{again.pk}/").content.decode()


def test_results_are_public_from_publication_to_withdrawal(county: County, client: Client) -> None:
    case = county.closed()
    assert "第1食品厂" not in client.get("/open/inspections/").content.decode()
    entry = Entry(county.clerk, LATE)
    copy = publish(fresh(case), case.declaration.publication("result_public"), date(2026, 3, 4), entry)
    assert "第1食品厂" in client.get("/open/inspections/").content.decode()
    assert client.get("/open/inspections/?format=json").json()["total"] == 1
    withdraw(copy, "有误", date(2026, 3, 5), entry)
    assert "第1食品厂" not in client.get("/open/inspections/").content.decode()


def test_a_plan_that_was_adjusted_shows_what_was_published(county: County, client: Client) -> None:
    plan = county.plan
    assert "现场检查（入企）" in client.get(f"/open/plans/{plan.pk}/").content.decode()
    county.take(plan, "adjust", "2026-06-01", {"lines": plan.lines[:1], "adjusted_why": "任务调整"})
    shown = client.get(f"/open/plans/{plan.pk}/").content.decode()
    assert "调整后的计划还没有公布" in shown
    assert shown.count("JC-00") == 3


@pytest.mark.parametrize("path", ["/open/", "/open/plans/", "/open/draws/", "/open/inspections/"])
def test_the_pages_need_no_sign_in(db: None, client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Referrer-Policy"] == "same-origin"  # an address may hold the code of a visit


@pytest.mark.parametrize(
    ("text", "number", "shown"),
    [("100000", True, "100,000"), ("-12.50", True, "-12.50"), ("0", True, "0"), ("07", False, ""), ("ZA-5", False, "")],
)  # fmt: skip
def test_bare_numbers_stand_at_the_right_with_their_thousands_apart(text: str, number: bool, shown: str) -> None:
    assert is_number(text) is number
    assert not number or grouped(text) == shown


def test_a_public_address_that_is_not_there_leads_back_to_the_public_pages(client: Client) -> None:
    page = client.get("/open/nothing/").content.decode()
    assert 'href="/open/"' in page
    assert "回到公开首页" in page
