"""The pages of documents: the list on a day, one document through time, two texts side by side, their twins."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.fixtures import employ
from yifa.areas.rulemaking.normative_document.tests.conftest import TEXT, County, fresh
from yifa.office import scope
from yifa.office.models import Person
from yifa.office.roles import Role

pytestmark = pytest.mark.data
SignIn = Callable[[Person], Client]
CHANGED = TEXT.replace("应当登记", "应当每年登记").replace("第三条 本", "第三条 登记不收取费用。\n第四条 本")


class Desk:
    """A county government with a document that was amended, and one of another organ."""

    def __init__(self) -> None:
        with scope.everything("测试"):
            self.county = County()
            self.document = self.county.published(self.county.government, valid_until=date(2026, 12, 31))
            said = {"text": CHANGED, "amended_on": date(2025, 10, 1)}
            self.county.take(self.document, "amended", "2025-09-20", said, through="常务会议决定")
            self.other = self.county.published(self.county.civil, name="洪河县临时救助实施细则")
        self.clerk = employ("clerk", "周办事", self.county.government, Role.HANDLER)
        self.address = f"/documents/{self.document.pk}/"


@pytest.fixture
def desk(db: None) -> Desk:
    """The desk."""
    return Desk()


def page(client: Client, address: str) -> str:
    """The text of a page that must be there."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.content.decode()[:500]
    return answer.content.decode()


def test_the_list_shows_what_is_in_force_on_the_day_and_only_in_scope(desk: Desk, signed_in: SignIn) -> None:
    client = signed_in(desk.clerk)
    assert "洪河县城区犬类管理办法" in page(client, "/documents/?on=2025-06-01")
    assert "临时救助" not in page(client, "/documents/?on=2025-06-01")
    assert "洪河县城区犬类管理办法" not in page(client, "/documents/?on=2025-05-31")
    assert "尚未施行" in page(client, "/documents/?on=2025-05-31&force=not_yet")
    assert "已失效" in page(client, "/documents/?on=2027-01-01&force=ended")
    assert "还有61日" in page(client, "/documents/?on=2026-10-31")


def test_the_list_comes_as_csv_xlsx_and_json_with_the_same_rows(desk: Desk, signed_in: SignIn) -> None:
    client = signed_in(desk.clerk)
    address = "/documents/?on=2025-12-01&format="
    data = client.get(address + "json").json()
    assert [(row["id"], row["document_number"]) for row in data["documents"]] == [
        (desk.document.pk, "洪政规〔2025〕1号")
    ]
    answer: Any = client.get(address + "csv")
    rows = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert rows[0]["统一编号"] == "HHZF-2025-0001"
    assert rows[0]["效力"] == "已修改，现行有效"
    assert client.get(address + "xlsx").content[:2] == b"PK"


def test_a_day_chooses_the_text_that_was_in_force(desk: Desk, signed_in: SignIn) -> None:
    client = signed_in(desk.clerk)
    before, after = page(client, desk.address + "?on=2025-09-30"), page(client, desk.address + "?on=2025-10-01")
    assert "2025-09-30有效的文本：公布文本" in before
    assert "应当每年登记" not in before
    assert "2025-10-01有效的文本：第2版" in after
    assert "应当每年登记" in after
    assert "不得作为行政管理的依据" in page(client, desk.address + "?on=2027-01-01")
    assert "还有61日" in page(client, desk.address + "?on=2026-10-31")


def test_the_page_names_the_five_dates_and_the_filings_with_their_due_dates(desk: Desk, signed_in: SignIn) -> None:
    text = page(signed_in(desk.clerk), desk.address)
    for label in ("签发", "成文", "印发", "公布", "施行"):
        assert f"<dt>{label}</dt>" in text
    assert "报上一级人民政府备案" in text
    assert "届满 2025-05-06" in text


def test_two_versions_stand_side_by_side(desk: Desk, signed_in: SignIn) -> None:
    client = signed_in(desk.clerk)
    text = page(client, desk.address + "compare/?a=v1&b=v2")
    assert "<ins>每年</ins>" in text
    assert "第四条（原第三条）" in text
    assert "第三条（新增）" in text
    data = client.get(desk.address + "compare/?a=v1&b=v2&format=json").json()
    assert data["substantive"]
    assert data["counts"] == {"修改": 1, "新增": 1, "条序变动": 1}


def test_a_wrong_date_or_version_is_refused_in_words(desk: Desk, signed_in: SignIn) -> None:
    client = signed_in(desk.clerk)
    assert "不是有效的日期" in client.get(desk.address + "?on=2025-02-30").content.decode()
    assert "没有所选的文本" in client.get(desk.address + "compare/?a=v9&b=v1").content.decode()


def test_a_document_of_another_organ_is_not_there(desk: Desk, signed_in: SignIn) -> None:
    assert signed_in(desk.clerk).get(f"/documents/{desk.other.pk}/").status_code == 404


def test_the_document_as_data_carries_every_version(desk: Desk, signed_in: SignIn) -> None:
    data = signed_in(desk.clerk).get(desk.address + "?on=2025-10-01&format=json").json()
    assert data["binding"]
    assert [(v["since"], v["until"]) for v in data["versions"]] == [
        ("2025-06-01", "2025-09-30"),
        ("2025-10-01", "2026-12-31"),
    ]
    assert data["in_force"] == 2


def test_the_case_page_leads_to_the_texts(desk: Desk, signed_in: SignIn) -> None:
    assert desk.address in page(signed_in(desk.clerk), f"/cases/{desk.document.pk}/")
    assert fresh(desk.document).number == "洪政规〔2025〕1号"
