"""What a change of law touches: the index follows what is stored, a round is worked through."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from click.testing import CliRunner
from django.db import connection
from django.test.utils import CaptureQueriesContext

from yifa.areas.rulemaking.law_change.holding import HOLDINGS, Holding
from yifa.areas.rulemaking.law_change.impact import changed_articles, impact, said_of
from yifa.areas.rulemaking.law_change.indexing import index_all
from yifa.areas.rulemaking.law_change.models import CitedPlace, LawChangeItem
from yifa.areas.rulemaking.law_change.register import LawChangeItems, LawChanges
from yifa.areas.rulemaking.law_change.rounds import extend, open_round
from yifa.areas.rulemaking.law_change.tests.conftest import NOW
from yifa.areas.rulemaking.lists.register import PowerList
from yifa.areas.rulemaking.lists.tests.test_lists import POWER
from yifa.kernel.declare import DeclarationError
from yifa.kernel.engine import Authority, Entry, new_case, perform
from yifa.kernel.registers import entries, importing
from yifa.kernel.registers.errors import EntryRefused
from yifa.kernel.rules import Attempt
from yifa.law import act
from yifa.office.models import Organ

pytestmark = [pytest.mark.django_db, pytest.mark.data]
ENVIRONMENT = "《环境保护法》第四十二条"
CHANGE = {"number": "变〔2026〕1号", "act": "环境保护法", "kind": "废止", "changed_on": "2026-08-15"}


def item(organ: Organ, **more: Any) -> Any:
    return entries.add(PowerList, organ, POWER | {"legal_basis": ENVIRONMENT} | more, by=None, at=NOW)


def contract(organ: Organ, draft: str) -> Any:
    case = new_case("government_contract", organ, date(2025, 9, 1))
    step = case.declaration.step("register_signed")
    fields = {
        "contract_title": "环境监测服务合同", "nature": "civil", "contract_type": "services", "flow": "spending",
        "lead_department": "监测站", "signer": "局长", "party_capacity": "organ", "draft": draft,
    }  # fmt: skip
    attempt = Attempt(step, date(2025, 9, 1), {}, [code for code, _ in step.condition_codes])
    perform(case, attempt, Entry(None, NOW, Authority.IMPORT), fields)
    return case


def named(found: list[Any]) -> list[tuple[str, str]]:
    return [(one.what, one.title) for one in found if one.pk]


def test_an_item_and_a_contract_that_cite_an_article_are_found_as_soon_as_they_are_stored(organ: Organ) -> None:
    item(organ)
    contract(organ, "依照《环境保护法》第四十二条的规定治理。")
    found = impact(act("环境保护法"), (42, 0))
    assert named(found) == [
        ("政府合同", "洪环合字〔2025〕1号 环境监测服务合同"), ("权责清单", "食品经营许可（第1版）"),
    ]  # fmt: skip
    assert [one.cited for one in found if one.pk] == [ENVIRONMENT, ENVIRONMENT]
    assert named(impact(act("环境保护法"), (41, 0))) == []


def test_what_names_the_act_without_an_article_comes_last(organ: Organ) -> None:
    item(organ, legal_basis="《环境保护法》", item_code="2")
    item(organ)
    found = [one for one in impact(act("环境保护法"), (42, 0)) if one.pk]
    assert [(one.whole, one.cited) for one in found] == [(False, ENVIRONMENT), (True, "《环境保护法》（未写明条款）")]


def test_the_index_follows_what_is_amended(organ: Organ) -> None:
    entry = item(organ)
    entries.amend(PowerList, entry.pk, {"legal_basis": "《水法》第七条"}, seen=1, by=None, at=NOW)
    assert named(impact(act("环境保护法"))) == []
    assert len(named(impact(act("水法"), (7, 0)))) == 1


def test_what_is_no_longer_in_force_is_not_listed(organ: Organ) -> None:
    entry = item(organ)
    entries.amend(PowerList, entry.pk, {"status": "历史版本"}, seen=1, by=None, at=NOW)
    assert named(impact(act("环境保护法"))) == []


def test_imported_items_are_indexed_with_the_import(organ: Organ, tmp_path: Path) -> None:
    labels = {column.name: column.label for column in PowerList.asked()}
    path = tmp_path / "清单.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [labels[name] for name in POWER])
        for n in range(1, 4):
            sheet.write_row(n, 0, list((POWER | {"item_code": str(n), "legal_basis": ENVIRONMENT}).values()))
    assert importing.import_file(PowerList, organ, path, by=None, at=NOW).clean
    assert len(named(impact(act("环境保护法"), (42, 0)))) == 3


def test_a_question_costs_the_same_however_many_texts_there_are(organ: Organ) -> None:
    item(organ)
    with CaptureQueriesContext(connection) as few:
        impact(act("环境保护法"))
    for n in range(30):
        item(organ, item_code=f"x{n}")
    with CaptureQueriesContext(connection) as many:
        impact(act("环境保护法"))
    assert len(few) == len(many)


def test_indexing_everything_anew_gives_the_same_index(organ: Organ) -> None:
    item(organ)
    contract(organ, "依照《环境保护法》第四十二条、《水法》的规定。")
    before = set(CitedPlace.objects.values_list("holding", "row", "cited"))
    assert index_all() == len(before) == 3
    assert set(CitedPlace.objects.values_list("holding", "row", "cited")) == before


def test_declarations_and_templates_are_listed_too() -> None:
    found = impact(act("行政复议法"), (62, 0))
    assert "程序声明" in {one.what for one in found}
    assert any(one.title.startswith("行政复议：期限“") for one in found)
    assert "文书模板" in {one.what for one in impact(act("行政复议法"))}


def test_the_articles_that_changed_are_told_from_the_digests() -> None:
    payments = act("保障中小企业款项支付条例")
    changed = changed_articles(payments, date(2025, 6, 1))
    assert (9, 0) in changed
    assert (1, 0) not in changed
    assert changed_articles(payments, date(2025, 5, 31)) == []
    assert "2025-06-01现行有效" in said_of(payments, None, date(2025, 6, 1))
    assert "由《生态环境法典》替代" in said_of(act("环境保护法"), (42, 0), date(2026, 8, 15))


def test_a_round_lists_what_is_touched_and_is_worked_through_with_reasons(organ: Organ) -> None:
    item(organ)
    contract(organ, "依照《环境保护法》第四十二条的规定治理。")
    opened = open_round(organ, CHANGE, by=None, at=NOW)
    items = list(LawChangeItem.objects.filter(change=opened.change, address__gt="").order_by("pk"))
    assert [one.what for one in items] == ["政府合同", "权责清单"]
    assert items[1].address == f"entry:power_list:{PowerList.model.objects.get().pk}"
    with pytest.raises(EntryRefused, match="处理完毕的写明理由"):
        entries.amend(LawChangeItems, items[0].pk, {"state": "不受影响，保留"}, seen=1, by=None, at=NOW)
    done = {"state": "不受影响，保留", "reason": "合同已经履行完毕", "settled_on": "2026-11-20"}
    entries.amend(LawChangeItems, items[0].pk, done, seen=1, by=None, at=NOW)
    again = extend(opened.change, by=None, at=NOW)
    assert (again.added, again.known) == (0, opened.added)
    item(organ, item_code="2", name="排污许可")
    assert extend(opened.change, by=None, at=NOW).added == 1


def test_a_round_that_is_late_is_warned_of(organ: Organ) -> None:
    item(organ)
    open_round(organ, CHANGE | {"due_on": "2026-10-31"}, by=None, at=NOW)
    assert list(LawChangeItems.warnings(date(2026, 10, 31), [organ.pk])) == []
    warned = list(LawChangeItems.warnings(date(2026, 11, 1), [organ.pk]))
    assert any("引用的《环境保护法》第四十二条已经变动" in one.text for one in warned)


def test_a_change_of_an_act_that_nobody_knows_is_refused(organ: Organ) -> None:
    with pytest.raises(EntryRefused, match="找不到法律文件"):
        entries.add(LawChanges, organ, CHANGE | {"act": "某某法"}, by=None, at=NOW)


def test_a_holding_names_fields_that_there_are() -> None:
    with pytest.raises(DeclarationError, match="没有字段：nothing"):
        HOLDINGS.add(Holding("x", "某", PowerList.model, ("nothing",)))


def test_the_command_lists_and_speaks_json(organ: Organ) -> None:
    from yifa.cli.impact import command

    item(organ)
    plain = CliRunner().invoke(command, ["环境保护法", "42", "--on", "2026-08-15"])
    assert plain.exit_code == 0, plain.output
    assert "已废止" in plain.output
    assert "权责清单　食品经营许可（第1版）（县生态环境分局）　《环境保护法》第四十二条" in plain.output
    told = json.loads(CliRunner().invoke(command, ["环境保护法", "--json"]).output)
    assert [row["what"] for row in told["touched"] if row["pk"]] == ["权责清单"]
