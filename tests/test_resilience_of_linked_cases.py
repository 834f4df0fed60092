"""The real procedure under stress: both sides move together or not at all, and voiding puts every field back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from yifa.areas.remedies.reconsideration.procedure import ReconsiderationReply
from yifa.areas.remedies.reconsideration.tests.conftest import LATE, County
from yifa.kernel import correction
from yifa.kernel.engine import Entry
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case, Event, Paper
from yifa.kernel.rules import Refused
from yifa.kernel.verify import verify_everything
from yifa.office import scope
from yifa.office.models import Person, Post
from yifa.office.roles import Role
from yifa.papers.models import RetiredNumber

pytestmark = pytest.mark.data


@pytest.fixture
def county(db: None) -> Iterator[County]:
    with scope.everything("关联案件测试"):
        yield County()


@pytest.fixture
def reviewer(county: County) -> Entry:
    person = Person.objects.create(name="钱审核")
    Post.objects.create(person=person, organ=county.government, role=Role.REVIEWER, since=date(2020, 1, 1))
    return Entry(person, LATE)


def ready(county: County) -> Case:
    """A case of which the copy can be sent."""
    case = county.accepted()
    handlers = [{"name": "周承办"}, {"name": "郑某"}]
    county.take(case, "assign", "2025-03-12", {"handlers": handlers, "track": "ordinary"})
    return Case.objects.get(pk=case.pk).record  # type: ignore[no-any-return]


def test_a_whole_case_with_its_reply_is_verified_clean(county: County) -> None:
    county.decided()
    assert [str(found) for found in verify_everything()] == []


def test_what_the_linked_case_refuses_is_refused_whole_and_the_linked_case_is_named(
    county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = ready(county)
    before = Event.objects.count(), Paper.objects.count()
    with monkeypatch.context() as patch:
        patch.setattr(ReconsiderationReply.step("arrive"), "when", lambda situation: False)
        with pytest.raises(Refused) as refused:
            county.take(case, "send_copy", "2025-03-13")
    assert "不能“发送副本”：①应当同时登记的行政复议答复案件不能“" in str(refused.value)
    assert (Event.objects.count(), Paper.objects.count()) == before
    assert linked_case(case, "reconsideration_reply") is None
    county.take(case, "send_copy", "2025-03-13")
    assert linked_case(case, "reconsideration_reply") is not None


def test_voiding_puts_back_dates_numbers_people_and_relations_and_retires_the_instruments_number(
    county: County, reviewer: Entry
) -> None:
    case = county.accepted()
    record = Case.objects.get(pk=case.pk).record
    before = {f.name: getattr(record, f.attname) for f in record._meta.local_fields}
    kept = record.title, record.stage, record.number
    changes = {
        "handlers": [{"name": "吴某"}, {"name": "冯某"}], "track": "ordinary", "amount": "2999.50",
        "complex": True, "act_title": "另一行政行为", "respondent": county.government.pk,
    }  # fmt: skip
    event = county.take(case, "assign", "2025-03-13", changes)
    changed = Case.objects.get(pk=case.pk).record
    assert (changed.amount, changed.complex, changed.act_title) == (Decimal("2999.50"), True, "另一行政行为")
    number = Paper.objects.get(event=event).number
    correction.void(case, event, "误登", reviewer)
    after = Case.objects.get(pk=case.pk).record
    assert {f.name: getattr(after, f.attname) for f in after._meta.local_fields} == before
    assert (after.title, after.stage, after.number) == kept
    assert RetiredNumber.objects.get().number == number
    assert [str(found) for found in verify_everything()] == []


def test_an_amendment_survives_the_voiding_of_a_later_step_and_is_restored_to(county: County, reviewer: Entry) -> None:
    case = county.accepted()
    by = Entry(county.handler, LATE)
    correction.amend(case, {"act_title": "更正后的名称", "known_on": date(2025, 3, 4)}, "登记有误", by)
    fields = {"handlers": [{"name": "吴某"}, {"name": "冯某"}], "track": "ordinary", "act_title": "误登的名称"}
    event = county.take(case, "assign", "2025-03-13", fields)
    correction.void(case, event, "误登", reviewer)
    record = Case.objects.get(pk=case.pk).record
    assert (record.act_title, record.known_on) == ("更正后的名称", date(2025, 3, 4))
    with pytest.raises(Refused, match="是“受理”必须填写的事项，不能更正为空"):
        correction.amend(case, {"claims": ""}, "清空", by)


def test_an_altered_field_of_the_procedure_is_named_with_both_values(county: County) -> None:
    case = ready(county)
    type(case)._base_manager.filter(pk=case.pk).update(known_on=date(2025, 1, 1), act_title="被改的名称")
    found = "；".join(str(finding) for finding in verify_everything())
    assert "登记为“2025-03-03”，现为“2025-01-01”" in found
    assert "“行政行为名称和文号”在系统之外被改动" in found
    type(case)._base_manager.get(pk=case.pk).delete(keep_parents=True)
    assert "“行政复议”的登记事项缺失（数据被删除）" in "；".join(str(finding) for finding in verify_everything())
