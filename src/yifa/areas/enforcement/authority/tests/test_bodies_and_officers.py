"""Bodies and officers: who may act on the day, what is refused with which article, what the public sees."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from yifa.areas.enforcement.authority.models import EnforcementBody, Officer
from yifa.areas.enforcement.authority.register import Delegations, EnforcementBodies, Officers
from yifa.areas.enforcement.authority.standing import body_problems, officer_problems
from yifa.kernel.figure import Window
from yifa.kernel.registers import entries, importing
from yifa.kernel.registers.errors import EntryRefused
from yifa.kernel.registers.exporting import entries_of, export, public_of
from yifa.kernel.registers.verify import verify_books
from yifa.office.models import Organ, Place

pytestmark = [pytest.mark.django_db, pytest.mark.data]
NOW = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
TODAY = date(2026, 11, 20)
BODY = {
    "name": "洪河县市场监督管理局", "kind": "行政机关", "powers": "行政处罚、行政检查",
    "legal_basis": "《食品安全法》第六条", "guide": "流程", "confirmed_on": "2025-02-10", "announced_on": "2025-02-20",
}  # fmt: skip
OFFICER = {
    "cert_no": "13099901001", "name": "钱明", "body": "洪河县市场监督管理局", "staffing": "公务员、参公人员",
    "cert_kind": "行政执法证", "matters": "食品、药品", "exam_on": "2024-11-20", "issued_on": "2024-12-05",
    "valid_to": "2029-12-04", "status": "有效",
}  # fmt: skip


def confirm(organ: Organ, **more: Any) -> EnforcementBody:
    entry: EnforcementBody = entries.add(EnforcementBodies, organ, BODY | more, by=None, at=NOW)
    return entry


def certify(organ: Organ, number: str = "13099901001", **more: Any) -> Officer:
    entry: Officer = entries.add(Officers, organ, OFFICER | {"cert_no": number} | more, by=None, at=NOW)
    return entry


@pytest.mark.parametrize(("changed", "message"), [
    ({"announced_on": "2025-02-09"}, "早于确认日期2025-02-10，或者晚于今天（行政执法监督条例17①），先确认，后公告"),
    ({"announced_on": "2026-11-21"}, "晚于今天"),
    ({"status": "已取消"}, "与主体状态不一致"),
    ({"ended_on": "2026-01-01"}, "与主体状态不一致"),
    ({"status": "已取消", "ended_on": "2025-02-09"}, "早于确认日期"),
    ({"powers": "、"}, "“执法权限”没有填写"),
    ({"legal_basis": "、"}, "没有依据的不得确认为执法主体"),
    ({"kind": "受委托组织"}, "受委托组织以委托机关的名义执法"),
    ({"principal": "洪河县人民政府"}, "不是受委托组织"),
    ({"kind": "受委托组织", "principal": "县城管局", "powers": "行政强制措施"},
     "不得有行政强制措施权（行政强制法17①）"),
    ({"credit_code": "911309990000000000"}, "最后一位校验码不符"),
    ({"kind": "办公室"}, "不在可选项中"),
])  # fmt: skip
def test_a_body_is_refused_with_the_article(bureau: Organ, changed: dict[str, str], message: str) -> None:
    with pytest.raises(EntryRefused) as refused:
        confirm(bureau, **changed)
    assert message in str(refused.value)


@pytest.mark.parametrize(("changed", "message"), [
    ({"exam_on": "2024-12-06"}, "晚于发证日期2024-12-05（行政执法监督条例17②），通过资格考试后才能发证"),
    ({"valid_to": "2024-12-04"}, "早于发证日期"),
    ({"staffing": "辅助人员"}, "辅助人员没有执法资格（行政处罚法42①）"),
    ({"status": "暂扣", "status_why": "年审不合格"}, "“状态变动日期”没有填写"),
    ({"status": "暂扣", "status_on": "2026-01-01"}, "“变动原因”没有填写"),
    ({"status": "暂扣", "status_on": "2024-12-04", "status_why": "年审"}, "早于发证日期"),
    ({"status": "离岗收回", "status_on": "2026-11-21", "status_why": "调离"}, "晚于今天"),
    ({"issued_on": "2026-11-21"}, "晚于今天"),
    ({"cert_no": ""}, "没有填写"),
])  # fmt: skip
def test_an_officer_is_refused_with_the_article(market: Organ, changed: dict[str, str], message: str) -> None:
    with pytest.raises(EntryRefused) as refused:
        entries.add(Officers, market, OFFICER | changed, by=None, at=NOW)
    assert message in str(refused.value)


def test_a_province_may_certify_auxiliary_staff_in_its_own_file(market: Organ, settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    (tmp_path / "places" / "130999").mkdir(parents=True)
    (tmp_path / "places" / "130999" / "authority.toml").write_text(
        '[auxiliary_certified]\nvalue = true\nsource = "某省规定第三条"\n', encoding="utf-8"
    )
    assert certify(market, staffing="辅助人员").pk


def test_a_certificate_number_is_held_once_in_the_whole_county(market: Organ, bureau: Organ) -> None:
    held = certify(market)
    with pytest.raises(EntryRefused, match="已由其他单位登记"):
        certify(bureau)
    left = {"status": "离岗收回", "status_on": "2026-03-01", "status_why": "调离"}
    entries.amend(Officers, held.pk, left, seen=1, by=None, at=NOW)
    assert certify(bureau).pk


@pytest.mark.parametrize(("changed", "on", "holds"), [
    ({}, "2024-12-04", False),
    ({}, "2024-12-05", True),
    ({}, "2029-12-04", True),
    ({}, "2029-12-05", False),
    ({"status": "暂扣", "status_on": "2026-03-02", "status_why": "年审"}, "2026-03-01", True),
    ({"status": "暂扣", "status_on": "2026-03-02", "status_why": "年审"}, "2026-03-02", False),
    ({"status": "有效", "status_on": "2026-06-01"}, "2026-06-01", True),
])  # fmt: skip
def test_a_certificate_is_judged_on_the_day_of_the_act(
    market: Organ, changed: dict[str, str], on: str, *, holds: bool
) -> None:
    assert certify(market, **changed).valid_on(date.fromisoformat(on)) is holds


def test_officers_who_may_not_act_are_named_with_the_article(market: Organ) -> None:
    certify(market)
    certify(market, "2", matters="")
    certify(market, "3", name="孙立", valid_to="2026-10-31")
    certify(market, "4", name="李辉", status="暂扣", status_on="2026-05-01", status_why="年审")
    assert list(officer_problems(["13099901001", "2"], TODAY, "食品")) == []

    def told(*numbers: str, matter: str = "食品") -> str:
        return "；".join(str(problem) for problem in officer_problems(numbers, TODAY, matter))

    assert "只有1名执法人员，应当不少于2名（行政处罚法42①）" in told("2")
    assert "只有1名执法人员" in told("2", "2")
    assert "孙立（3）的证件已于2026-10-31到期（行政处罚法42①）" in told("2", "3")
    assert "李辉（4）的证件自2026-05-01起暂扣" in told("2", "4")
    assert "没有编号为“9”的执法证件" in told("2", "9")
    assert "的证件不含“特种设备”领域" in told("13099901001", "2", matter="特种设备")
    assert list(officer_problems(["2"], TODAY, least=1)) == []


def test_a_body_acts_from_its_confirmation_until_the_day_it_is_cancelled(bureau: Organ) -> None:
    confirm(bureau, status="已取消", ended_on="2026-04-01")
    name = BODY["name"]
    assert [bool(list(body_problems(name, date.fromisoformat(d)))) for d in (
        "2025-02-09", "2025-02-10", "2026-03-31", "2026-04-01"
    )] == [True, False, False, True]  # fmt: skip
    assert "没有经确认的执法主体资格" in str(next(body_problems("某办公室", TODAY)))


def test_what_expires_what_has_expired_and_who_is_suspended_is_warned_of(market: Organ) -> None:
    certify(market, "1", valid_to="2027-01-18")
    certify(market, "2", valid_to="2026-11-19")
    certify(market, "3", status="暂扣", status_on="2026-11-01", status_why="年审")
    warned = {w.code: w for w in Officers.warnings(TODAY, [market.pk])}
    assert set(warned) == {"expires", "certificate_expired", "certificate_suspended", "too_few_officers"}
    assert warned["expires"].on == date(2027, 1, 18)
    assert "已于2026-11-19到期，不得执法" in warned["certificate_expired"].text
    assert "只有1人的执法证件有效" in warned["too_few_officers"].text
    before = [w for w in Officers.warnings(date(2026, 11, 19), [market.pk]) if w.code == "expires"]
    assert [w.on for w in before] == [date(2026, 11, 19)]  # the last day of the second; the first is 61 days off


def test_a_body_not_announced_and_certificates_of_a_cancelled_one_are_warned_of(bureau: Organ, market: Organ) -> None:
    entry = confirm(bureau, announced_on="")
    codes = [w.code for w in EnforcementBodies.warnings(TODAY, [bureau.pk])]
    assert codes == ["body_unannounced", "body_without_officers"]
    certify(market)
    assert [w.code for w in EnforcementBodies.warnings(TODAY, [bureau.pk])] == ["body_unannounced"]
    cancelled = {"status": "已取消", "ended_on": "2026-11-01"}
    entries.amend(EnforcementBodies, entry.pk, cancelled, seen=1, by=None, at=NOW)
    (warned,) = EnforcementBodies.warnings(TODAY, [bureau.pk])
    assert (warned.code, warned.text.count("还有1人的执法证件没有收回")) == ("body_cancelled_certificates", 1)


def test_the_public_sees_name_number_and_kind_and_nothing_of_the_person(market: Organ) -> None:
    certify(market, training_hours="12", recused="91130999MA0000001X")
    certify(market, "2", status="暂扣", status_on="2026-11-01", status_why="年审不合格")
    certify(market, "3", valid_to="2026-11-19")
    rows = public_of(Officers, entries_of(Officers), TODAY)
    text = b"".join(export(Officers, rows, "csv", columns=Officers.public())).decode("utf-8-sig")
    (line,) = csv.DictReader(io.StringIO(text))
    assert set(line) == {"机关", "证件编号", "姓名", "执法主体", "证件类别", "执法领域"}
    assert (line["姓名"], line["证件编号"], line["证件类别"]) == ("钱明", "13099901001", "行政执法证")


def test_doubts_are_said_and_not_refused(market: Organ) -> None:
    entry = certify(market, valid_to="2029-12-06", training_hours="39")
    assert {doubt.field for doubt in Officers.doubts(entry)} == {"valid_to", "training_hours", "body"}
    body = EnforcementBody(organ=market, legal_basis=["《行政处罚法》第九十九条", "有关规定"], confirmed_on=TODAY)
    doubts = "；".join(str(doubt) for doubt in EnforcementBodies.doubts(body))
    assert "没有第九十九条" in doubts
    assert "“有关规定”没有认出法律文件" in doubts


def test_figures_tell_who_stood_at_the_end_of_the_year(market: Organ, bureau: Organ) -> None:
    confirm(bureau, status="已取消", ended_on="2026-01-01")
    certify(market)
    certify(market, "2", valid_to="2025-12-30")
    certify(market, "3", status="离岗收回", status_on="2026-01-05", status_why="退休")
    for year, officers, cleared, bodies in ((2025, 2, 0, 1), (2026, 1, 1, 0)):
        window = Window.year(year, [market.pk, bureau.pk])
        assert Officers.officers.value(window).value == Decimal(officers)
        assert Officers.officers_cleared.value(window).value == Decimal(cleared)
        assert EnforcementBodies.bodies.value(window).value == Decimal(bodies)


def test_an_organisation_without_a_letter_of_delegation_is_warned_of(bureau: Organ, market: Organ) -> None:
    confirm(bureau, name="洪河县环卫中心", kind="受委托组织", principal="洪河县城管局", powers="行政处罚")
    certify(market, body="洪河县环卫中心")
    told = {
        "number": "1", "act": "行政处罚", "principal": "洪河县城管局", "agent": "洪河县环卫中心",
        "agent_kind": "管理公共事务的组织", "matters": "乱倒垃圾的处罚", "powers": "调查取证", "conditions_met": "是",
        "legal_basis": "《城市市容和环境卫生管理条例》第三十四条", "since": "2025-04-01", "until": "2026-11-19",
    }  # fmt: skip
    entries.add(Delegations, market, told, by=None, at=NOW)
    for day, codes in ((date(2026, 11, 19), []), (TODAY, ["body_without_delegation"])):
        assert [w.code for w in EnforcementBodies.warnings(day, [bureau.pk])] == codes


def test_no_organ_enters_itself_among_those_that_may_enforce(bureau: Organ, market: Organ) -> None:
    with pytest.raises(EntryRefused, match=r"不能由“县市场监管局”登记（行政执法监督条例17①），由司法行政部门"):
        confirm(market)


def test_powers_come_from_laws_and_regulations_and_not_from_rules(bureau: Organ) -> None:
    def told(basis: str) -> str:
        entry = confirm(bureau, name=f"依{basis}", kind="法律法规授权组织", legal_basis=basis)
        return "；".join(str(doubt) for doubt in EnforcementBodies.doubts(entry))

    assert "授权只能由法律、法规作出" in told("《市场监督管理行政处罚信息公示规定》第二条")
    assert "授权只能由" not in told("《食品安全法》第六条") + told("《河北省食品小作坊条例》第五条")


def test_a_suspension_that_is_ended_by_hand_keeps_its_days(market: Organ) -> None:
    held = certify(market, status="暂扣", status_on="2026-03-02", status_why="年审不合格")

    def amended(**changed: str) -> str:
        with pytest.raises(EntryRefused) as refused:
            entries.amend(Officers, held.pk, changed, seen=1, by=None, at=NOW)
        return str(refused.value)

    assert "原来自2026-03-02起暂扣，没有写明首日和末日（行政处罚法42①），请加写“2026-03-02至2026-05-31”" in amended(
        status="有效", status_on="2026-06-01"
    )
    assert "请加写“2026-03-02至末日”" in amended(status="有效")  # the day of the suspension was left standing
    assert "没有写明" in amended(status="有效", status_on="")
    assert "没有写明" in amended(status="离岗收回", status_on="2026-06-01", status_why="调离")
    told = {"status": "离岗收回", "status_on": "2026-06-01", "pauses": "2026-03-02至2026-05-31"}
    gone = entries.amend(Officers, held.pk, told, seen=1, by=None, at=NOW)
    assert [gone.valid_on(date.fromisoformat(day)) for day in ("2026-03-01", "2026-03-02", "2026-06-01")] == [
        True, False, False,
    ]  # fmt: skip


def test_a_suspension_that_never_was_is_put_right_with_a_reason(market: Organ) -> None:
    held = certify(market, status="暂扣", status_on="2026-03-02", status_why="年审不合格")
    told = {"status": "有效", "status_on": "", "status_why": "误登，暂扣的是另一人"}
    entry = entries.amend(Officers, held.pk, told, seen=1, by=None, at=NOW)
    assert entry.valid_on(date(2026, 3, 2))


def test_a_number_may_be_given_again_after_its_end_and_both_terms_count(market: Organ, tmp_path: Path) -> None:
    held = certify(market, valid_to="2025-06-30")
    again = {"issued_on": "2026-01-05", "valid_to": "2030-12-31"}
    with pytest.raises(EntryRefused, match="“13099901001”已登记给钱明，请核对编号，或者先将原证收回、注销"):
        certify(market, **again)
    ended = {"status": "吊销、注销", "status_on": "2025-07-01", "status_why": "到期"}
    entries.amend(Officers, held.pk, ended, seen=1, by=None, at=NOW)
    certify(market, **again)
    for day, fits in (("2025-06-30", True), ("2025-07-01", False), ("2026-01-04", False), ("2026-01-05", True)):
        assert (not list(officer_problems(["13099901001"], date.fromisoformat(day), least=1))) is fits
    path = tmp_path / "人员.csv"
    rows = [f"甲,赵一,县局,事业编制,行政执法证,,{day},2028-01-31,有效" for day in ("2024-02-01", "2024-03-01")]
    head = "证件编号,姓名,执法主体,人员性质,证件类别,考试合格日期,发证日期,有效期至,证件状态"
    path.write_text("\n".join([head, *rows]), encoding="utf-8")
    report = importing.import_file(Officers, market, path, by=None, at=NOW)
    assert [str(fault) for fault in report.faults] == ["第3行“证件编号”“甲”：与第2行重复。请删去重复的一行，或者改正。"]
    assert sum("通过资格考试的才发证" in str(doubt) for doubt in report.doubts) == 2


def test_the_same_certificate_twice_in_a_file_is_said_once(market: Organ, tmp_path: Path) -> None:
    path = tmp_path / "人员.csv"
    head = "证件编号,姓名,执法主体,人员性质,证件类别,考试合格日期,发证日期,有效期至,证件状态"
    row = "甲,赵一,县局,事业编制,行政执法证,2024-01-05,2024-02-01,2028-01-31,有效"
    path.write_text("\n".join([head, row, row]), encoding="utf-8")
    (fault,) = importing.import_file(Officers, market, path, by=None, at=NOW).faults
    assert str(fault).startswith("第3行“证件编号")
    assert "与第2行重复" in str(fault)


def test_the_share_of_certified_officers_counts_bodies_whose_staff_is_known(market: Organ, bureau: Organ) -> None:
    confirm(bureau, staff="4")
    confirm(bureau, name="洪河县某局")
    certify(market)
    certify(market, "2")
    certify(market, "3", valid_to="2026-06-30")
    certify(market, "4", body="洪河县某局")
    value = EnforcementBodies.bodies_certified_rate.value(Window.year(2026, [bureau.pk, market.pk]))
    assert (value.value, value.numerator, value.denominator) == (Decimal("50.00"), Decimal(2), Decimal(4))


def test_who_was_suspended_on_the_last_day_does_not_count(market: Organ) -> None:
    certify(market, pauses="2025-12-30至2026-01-04", status_on="2026-01-05")
    certify(market, "2")
    assert Officers.officers.value(Window.year(2025, [market.pk])).value == Decimal(1)
    assert Officers.officers.value(Window.year(2026, [market.pk])).value == Decimal(2)


def test_a_table_is_imported_whole_or_not_at_all(market: Organ, tmp_path: Path, place: Place) -> None:
    head = "证件编号,姓名,执法主体,人员性质,证件类别,考试合格日期,发证日期,有效期至,证件状态"
    good = ["甲,赵一,县局,事业编制,行政执法证,2024-01-05,2024-02-01,2028-01-31,有效",
            "乙,钱二,县局,事业编制,行政执法证,2024-01-05,2024年2月1日,2028.1.31,有效"]  # fmt: skip
    bad = ["甲,孙三,县局,辅助人员,行政执法证,2024-03-05,2024-02-01,2028-01-31,有效"]
    path = tmp_path / "人员.csv"
    path.write_text("\n".join([head, *good, *bad]), encoding="utf-8")
    report = importing.import_file(Officers, market, path, by=None, at=NOW)
    assert report.batch is None
    assert Officer.objects.count() == 0
    told = "；".join(str(fault) for fault in report.faults)
    for words in ("通过资格考试后才能发证", "不得发给执法证件", "与第2行重复"):
        assert words in told
    path.write_text("\n".join([head, *good]), encoding="utf-8")
    assert importing.import_file(Officers, market, path, by=None, at=NOW).batch is not None
    assert Officer.objects.count() == 2
    assert list(verify_books([Officers])) == []
