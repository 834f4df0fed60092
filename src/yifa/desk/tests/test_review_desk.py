"""审查台: verdicts become opinions, two people at once lose nothing, a draft comes in, the rest only look."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from tests.fixtures import Cast, employ
from yifa.areas.rulemaking.legality_review.materials import list_for
from yifa.areas.rulemaking.legality_review.review_procedure import LegalityReview
from yifa.desk.declared import ours
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.models import Case, Event, Paper
from yifa.kernel.rules import Attempt
from yifa.office import scope
from yifa.office.models import Person
from yifa.office.roles import Role
from yifa.papers.document import OfficialDocument, Paragraph
from yifa.papers.official import to_docx

pytestmark = [pytest.mark.django_db, pytest.mark.data]

DRAFT = """洪河县城区停车管理办法

第一条 为了加强停车管理，制定本办法。
第二条 未经许可经营停车场的，由城市管理部门处五万元罚款。
第三条 在城区停车的企业须缴纳停车管理费。
第四条 本办法自2025年6月1日起施行。
"""


class Review:
    """One document under review, with two people who review it."""

    def __init__(self, cast: Cast, draft: str = DRAFT) -> None:
        self.organ = cast.justice
        self.first = employ("first", "周审查", cast.justice, Role.HANDLER)
        self.second = employ("second", "钱复核", cast.justice, Role.REVIEWER)
        with scope.everything("测试"):
            self.case = new_case("legality_review", self.organ, date(2025, 3, 3))
            rows = [row | {"state": "present"} for row in list_for("normative_document").rows()]
            self.take("receive", target_type="normative_document", target_title="洪河县城区停车管理办法", draft=draft)
            self.take("accept", materials=rows)

    def take(
        self,
        code: str,
        on: str = "2025-03-03",
        by: Person | None = None,
        data: dict[str, Any] | None = None,
        **fields: Any,
    ) -> None:
        """Take a step, entered on its day."""
        step, day = self.case.declaration.step(code), date.fromisoformat(on)
        judged = [name for name, condition in step.condition_codes if condition.test is None]
        at = timezone.make_aware(datetime(day.year, day.month, day.day, 10))
        with scope.everything("测试"):
            event = perform(self.case, Attempt(step, day, data or {}, judged), Entry(by or self.first, at), fields)
            self.case = Case._base_manager.get(pk=event.case_id)

    @property
    def address(self) -> str:
        """The desk."""
        return f"/cases/{self.case.pk}/review/"

    @property
    def record(self) -> Any:
        """The case as stored."""
        return Case._base_manager.get(pk=self.case.pk).record


@pytest.fixture
def review(cast: Cast) -> Review:
    return Review(cast)


def signed_in(person: Person) -> Client:
    client = Client()
    assert person.user is not None
    client.force_login(person.user, backend="yifa.office.backend.OfficeBackend")
    return client


def opened(client: Client, review: Review) -> dict[str, Any]:
    """The page as somebody opens it: its JSON twin, and the form with nothing changed."""
    answer = client.get(review.address)
    assert answer.status_code == 200
    data = client.get(f"{review.address}?format=json").json()
    form = {f"verdict:{row['key']}": row["verdict"] for row in data["findings"]}
    form |= {f"reason:{row['key']}": row["reason"] for row in data["findings"]}
    return {"data": data, "form": form | {"base": answer.context["view"].base}}


def key_of(page: dict[str, Any], rule: str) -> str:
    """The key of the first finding of a rule."""
    return str(next(row["key"] for row in page["data"]["findings"] if row["rule"].startswith(rule)))


def test_an_accepted_finding_becomes_an_opinion_and_a_rejected_one_keeps_its_reason(review: Review) -> None:
    client = signed_in(review.first)
    page = opened(client, review)
    penalty, other = key_of(page, "AUTH"), page["data"]["findings"][-1]["key"]
    assert penalty != other
    page["form"] |= {f"verdict:{penalty}": "accepted", f"verdict:{other}": "rejected", f"reason:{other}": "已经核对"}
    assert client.post(review.address, page["form"]).status_code == 302
    record = review.record
    verdicts = {row["verdict"] for row in record.findings}
    assert {"accepted", "rejected"} <= verdicts
    [opinion] = record.opinions
    assert opinion["severity"] == "must"
    assert opinion["category"] == "authority"
    assert "建议：" in opinion["text"]
    assert opinion["basis"]
    assert Event._base_manager.get(case=review.case, step="screen").actor == review.first


def test_the_words_of_an_opinion_can_be_changed_and_own_ones_added(review: Review) -> None:
    client = signed_in(review.first)
    page = opened(client, review)
    key = key_of(page, "AUTH")
    page["form"] |= {
        f"verdict:{key}": "accepted", f"words:{key}": "删除第二条", f"weight:{key}": "should",
        "own-key": "", "own-text": "补充说明征收依据", "own-basis": "《行政许可法》第十七条", "own-severity": "must",
        "own-category": "authority",
    }  # fmt: skip
    client.post(review.address, page["form"])
    first, second = review.record.opinions
    assert (first["seq"], first["text"], first["severity"]) == ("1", "删除第二条", "should")
    assert (second["seq"], second["text"], second["severity"]) == ("2", "补充说明征收依据", "must")
    assert second["key"].startswith("own-")
    shown = client.get(review.address).content.decode()
    assert "补充说明征收依据" in shown


def test_what_two_people_decide_on_different_findings_is_put_together(review: Review) -> None:
    one, two = signed_in(review.first), signed_in(review.second)
    mine, theirs = opened(one, review), opened(two, review)
    first, last = mine["data"]["findings"][0]["key"], mine["data"]["findings"][-1]["key"]
    theirs["form"] |= {f"verdict:{last}": "rejected", f"reason:{last}": "不涉及", "own-key": "", "own-text": "补充依据",
                       "own-basis": "", "own-severity": "should", "own-category": "content"}  # fmt: skip
    assert two.post(review.address, theirs["form"]).status_code == 302
    mine["form"] |= {f"verdict:{first}": "accepted"}
    assert one.post(review.address, mine["form"]).status_code == 302
    stored = {row["digest"]: row for row in review.record.findings}
    assert stored[first.split("~")[0]]["verdict"] == "accepted"
    assert stored[last.split("~")[0]]["reason"] == "不涉及"
    assert "补充依据" in [row["text"] for row in review.record.opinions]
    assert len(review.record.opinions) == 2


def test_where_two_people_differ_nothing_is_kept_until_the_second_has_seen_it(review: Review) -> None:
    one, two = signed_in(review.first), signed_in(review.second)
    mine, theirs = opened(one, review), opened(two, review)
    key = mine["data"]["findings"][0]["key"]
    theirs["form"] |= {f"verdict:{key}": "rejected", f"reason:{key}": "有上位法依据"}
    two.post(review.address, theirs["form"])
    mine["form"] |= {f"verdict:{key}": "accepted"}
    answer = one.post(review.address, mine["form"])
    assert answer.status_code == 409
    words = answer.content.decode()
    assert "还没有保存：有1条与钱复核刚才保存的不同" in words
    assert "钱复核已保存为：不采纳（有上位法依据）" in words
    assert review.record.findings[0]["verdict"] == "rejected"
    again = mine["form"] | {"base": answer.context["view"].base}
    assert one.post(review.address, again).status_code == 302
    assert review.record.findings[0]["verdict"] == "accepted"


def test_a_form_without_its_base_overwrites_nothing(review: Review) -> None:
    one, two = signed_in(review.first), signed_in(review.second)
    page = opened(one, review)
    key = page["data"]["findings"][0]["key"]
    two.post(review.address, opened(two, review)["form"] | {f"verdict:{key}": "rejected", f"reason:{key}": "有依据"})
    for base in ("", "[]", json.dumps({"findings": 1, "opinions": None})):
        assert one.post(review.address, page["form"] | {"base": base}).status_code == 409
    assert review.record.findings[0]["verdict"] == "rejected"


def test_a_verdict_lasts_while_its_sentence_does(review: Review) -> None:
    client = signed_in(review.first)
    page = opened(client, review)
    key = key_of(page, "AUTH")
    client.post(review.address, page["form"] | {f"verdict:{key}": "accepted"})
    changed = DRAFT.replace("第三条 在城区停车的企业须缴纳停车管理费。", "第三条 停车场应当明码标价。")
    answer = client.post(f"{review.address}draft/", {"text": changed, "seen": review.record.length})
    assert answer.status_code == 302
    stored = {row["key"]: row["verdict"] for row in opened(client, review)["data"]["findings"]}
    assert stored[key] == "accepted"


def test_an_opinion_stays_when_its_sentence_was_changed(review: Review) -> None:
    client = signed_in(review.first)
    page = opened(client, review)
    key = key_of(page, "AUTH")
    client.post(review.address, page["form"] | {f"verdict:{key}": "accepted", f"words:{key}": "删除第二条"})
    changed = DRAFT.replace("处五万元罚款", "责令改正")
    client.post(f"{review.address}draft/", {"text": changed, "seen": review.record.length})
    client.post(review.address, opened(client, review)["form"] | _own_rows(client, review))
    assert [row["text"] for row in review.record.opinions] == ["删除第二条"]


def _own_rows(client: Client, review: Review) -> dict[str, list[str]]:
    """The opinions written by hand as the form hands them in unchanged."""
    own = client.get(review.address).context["view"].own
    names = ("key", "text", "basis", "severity", "category")
    return {f"own-{name}": [row.get(name, "") for row in own] for name in names}


def test_a_word_file_becomes_the_draft_and_is_kept_among_the_materials(cast: Cast) -> None:
    review = Review(cast, draft="")
    client = signed_in(review.first)
    assert "放入送审稿" in client.get(review.address).content.decode()
    content = to_docx(OfficialDocument("停车管理办法", (Paragraph("第一条 处五万元罚款。"),)))
    file = SimpleUploadedFile("停车办法.docx", content)
    client.post(f"{review.address}draft/", {"file": file, "seen": review.record.length})
    assert "处五万元罚款" in review.record.draft
    assert review.record.draft_digest
    assert Paper._base_manager.get(case=review.case).title == "送审稿 停车办法.docx"


def test_a_file_that_cannot_be_read_is_refused_with_its_reason(review: Review) -> None:
    answer = signed_in(review.first).post(
        f"{review.address}draft/", {"file": SimpleUploadedFile("草案.docx", b"nothing"), "seen": review.record.length}
    )
    assert answer.status_code == 422
    assert "不是有效的 docx 文档" in answer.content.decode()
    assert review.record.draft == DRAFT


def test_a_draft_too_long_for_a_page_is_not_checked_and_says_so(cast: Cast) -> None:
    review = Review(cast, draft="第一条 处五万元罚款。\n" * 20_000)
    answer = signed_in(review.first).get(review.address)
    assert "送审稿超过20万字" in answer.content.decode()
    assert answer.context["view"].typed.findings == []


def test_after_the_opinion_is_issued_the_desk_only_shows(review: Review) -> None:
    client = signed_in(review.first)
    page = opened(client, review)
    review.take("assign", reviewers=[{"name": "周审查"}])
    review.take("propose", conclusion="revise", opinions=[{"seq": "1", "text": "删除第二条", "severity": "must"}])
    review.take("verify", by=review.second, data={"verdict": "agree"})
    assert "保存</button>" in client.get(review.address).content.decode()
    review.take("opine", "2025-03-10")
    shown = client.get(review.address).content.decode()
    assert "审查意见只能查看" in shown
    assert "删除第二条" in shown
    assert "保存</button>" not in shown
    assert client.post(review.address, page["form"]).status_code == 403


def test_after_the_feedback_the_desk_sets_the_final_text_beside_the_one_reviewed(review: Review) -> None:
    client = signed_in(review.first)
    review.take("assign", reviewers=[{"name": "周审查"}])
    opinion = {"seq": "1", "text": "删除第二条的罚款", "severity": "must"}
    review.take("propose", conclusion="revise", opinions=[opinion])
    review.take("verify", by=review.second, data={"verdict": "agree"})
    review.take("opine", "2025-03-10")
    final = DRAFT.replace("处五万元罚款", "责令停止经营")
    review.take("feed_back", "2025-03-11", opinions=[opinion | {"adopt_status": "full"}], final_draft=final)
    shown = client.get(review.address).content.decode()
    assert "采纳情况" in shown
    assert "有实质性修改" in shown
    assert "修改1条" in shown
    assert "<del>" in shown
    assert "<ins>" in shown
    assert f"/cases/{review.case.pk}/steps/confirm_adoption/" in shown


def test_somebody_of_another_organ_does_not_see_the_desk(review: Review, cast: Cast) -> None:
    assert signed_in(cast.outsider).get(review.address).status_code == 404


def test_the_case_page_leads_to_the_desk(review: Review) -> None:
    page = signed_in(review.first).get(f"/cases/{review.case.pk}/").content.decode()
    assert review.address in page


def test_the_time_that_must_be_given_is_nobody_s_task() -> None:
    assert not ours(LegalityReview.decision_time)
    assert ours(LegalityReview.contract_in_time)
