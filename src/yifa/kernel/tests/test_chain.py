"""What happened cannot be altered in silence."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest
from django.db import DatabaseError, transaction

from tests.flush import unprotected
from yifa.kernel import chain
from yifa.kernel.models import Case, Event
from yifa.kernel.tests.conftest import Bureau

pytestmark = pytest.mark.data


def findings(case: Case) -> list[str]:
    return [str(found) for found in chain.verify([Case._base_manager.get(pk=case.pk)])]


def test_the_digest_is_that_of_the_canonical_list_whatever_the_event_says() -> None:
    for data in (
        {},
        {"why": '引号"、反斜杠\\、换行\n', "n": [1, None, True]},
        {"b": {"y": 1, "x": "字"}, "a": "é\u2028"},
    ):
        event = Event(
            case_id=7, seq=3, kind='st"ep', step="中\n止", on=date(2025, 3, 4), actor_id=None, voids_id=2, data=data,
            at=datetime.fromisoformat("2025-03-04T08:00:00+08:00"), imported=True, algorithm="sm3", previous="ab",
        )  # fmt: skip
        listed = [7, 3, 'st"ep', "中\n止", "2025-03-04", "2025-03-04T00:00:00.000000+00:00", None, 2, data, True, "ab"]
        plain = json.dumps(listed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert chain.event_digest(event) == chain.digest(plain)
        assert chain.canonical(data) == json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_an_untouched_chain_is_found_whole(bureau: Bureau) -> None:
    assert findings(bureau.accepted()) == []


def test_the_database_itself_refuses_to_change_or_delete_an_event(bureau: Bureau) -> None:
    case = bureau.accepted()
    for action in (
        lambda: Event.objects.filter(case=case).update(on=date(2020, 1, 1)),
        lambda: Event.objects.filter(case=case).delete(),
    ):
        with pytest.raises(DatabaseError, match="不得"), transaction.atomic():
            action()


def test_an_altered_event_is_named(bureau: Bureau) -> None:
    case = bureau.accepted()
    unprotected("kernel_event")
    Event.objects.filter(case=case, seq=1).update(on=date(2025, 3, 3))
    assert findings(case) == [f"{case} 第1号事件：内容被改动（receive，2025-03-03）"]


def test_a_deleted_event_is_named_in_the_middle_and_at_the_end(bureau: Bureau) -> None:
    case, other = bureau.accepted(), bureau.accepted()
    unprotected("kernel_event")
    Event.objects.filter(case=case, seq=1).delete()
    Event.objects.filter(case=other, seq=2).delete()
    assert "第1号事件：缺失（序号不连续）" in findings(case)[0]
    assert "第2号事件：缺失（末尾事件被删除）" in findings(other)[0]


def test_an_inserted_event_is_named(bureau: Bureau) -> None:
    case = bureau.accepted()
    last = Event.objects.get(case=case, seq=2)
    forged = Event(case=case, seq=3, kind="step", step="decide", on=last.on, at=last.at, algorithm="sm3", previous="0")
    forged.digest = chain.event_digest(forged)
    forged.save(force_insert=True)
    assert any("第3号事件" in text and "插入" in text for text in findings(case))


def test_the_anchor_of_a_day_changes_with_any_head() -> None:
    heads = [(1, 3, "aa"), (2, 5, "bb")]
    day = date(2025, 3, 4)
    assert chain.anchor(heads, day).startswith("2025-03-04 2 8 sm3:")
    assert chain.anchor(heads, day) != chain.anchor([(1, 3, "aa"), (2, 5, "bc")], day)


def test_the_digest_is_the_one_of_the_standard() -> None:
    # GB/T 32905-2016, appendix A.1
    assert chain.digest("abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
