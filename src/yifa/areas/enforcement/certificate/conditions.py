"""Computed conditions of certificates, and the periods that a province sets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from yifa.areas.enforcement.authority.models import CertificateKind, CertificateStatus, Officer, Staffing
from yifa.areas.enforcement.authority.standing import DEFAULTS as BOOKS
from yifa.areas.enforcement.authority.standing import body_problems, why_not
from yifa.areas.enforcement.bases import CERTIFIED
from yifa.areas.enforcement.certificate.defaults import DEFAULTS
from yifa.areas.enforcement.certificate.models import CertificateCase
from yifa.areas.enforcement.certificate.own import transfer_body
from yifa.areas.enforcement.certificate.writing import HELD, entry_of
from yifa.areas.enforcement.common.acting import in_books, said
from yifa.clock import Period, months, working_days
from yifa.clock.periods import plus_months
from yifa.kernel.defaults import Defaults
from yifa.kernel.situation import Situation


def not_auxiliary(situation: Situation) -> str | None:
    """Auxiliary staff get no certificate."""
    allowed = BOOKS.flag("auxiliary_certified", situation)
    if situation.record.staffing != Staffing.AUXILIARY or allowed:
        return None
    return "执法辅助人员没有行政执法资格，不得申领执法证件"


def of_the_bureau(situation: Situation) -> str | None:
    """The certificates of ministries are issued by these; here they are only entered in the register."""
    if situation.record.cert_kind != CertificateKind.MINISTRY:
        return None
    return "国务院部门的执法证件由该部门制发，取得后直接登记在执法人员台账"


def _body(situation: Situation) -> str:
    record = situation.record
    return str(record.body or (record.body_organ.name if record.body_organ else ""))


def body_confirmed(situation: Situation) -> str | None:
    """The body was confirmed and stands on the day."""
    return said(body_problems(_body(situation), situation.on)) if in_books(situation) else None


def transfer_body_confirmed(situation: Situation) -> str | None:
    """The body that a transfer leads to was confirmed and stands on the day."""
    if not in_books(situation) or situation.record.body_organ is None:
        return None
    return said(body_problems(transfer_body(situation.record, situation.on), situation.on))


def goes_elsewhere(situation: Situation) -> str | None:
    """A transfer leads to another body."""
    record = situation.record
    if not in_books(situation) or record.body_organ is None:
        return None
    rows = Officer._base_manager.filter(withdrawn=False, cert_no=record.cert_no, status=CertificateStatus.VALID)
    held = rows.order_by("-issued_on").first()
    if held is None:
        return f"执法人员台账没有编号“{record.cert_no}”的有效证件"
    same = held.organ_id == record.body_organ_id and transfer_body(record, situation.on) == held.body
    return f"{held}已经在{held.body}，请选择调入的机关" if same else None


def none_held(situation: Situation) -> str | None:
    """The person neither holds nor has applied for another certificate of the same body."""
    record, name = situation.record, _body(situation)
    if not in_books(situation):
        return None
    rows = Officer._base_manager.filter(withdrawn=False, name=record.person_name, status__in=HELD)
    found = rows.filter(body=name, valid_to__gte=situation.on).order_by("-issued_on").first()
    if found is not None:
        return f"{found}已有有效期至{found.valid_to}的证件，到期请办换证"
    applied = CertificateCase._base_manager.filter(
        person_name=record.person_name, body=name, closed_on=None, cert_no=""
    )
    other = applied.exclude(pk=record.pk).exclude(number="").order_by("pk").first()
    return None if other is None else f"{record.person_name}已有办理中的申领{other.number}"


def none_open(situation: Situation) -> str | None:
    """No other case manages the same certificate."""
    record = situation.record
    if not in_books(situation):
        return None
    rows = CertificateCase._base_manager.filter(cert_no=record.cert_no, body_organ=record.body_organ, closed_on=None)
    other = rows.exclude(pk=record.pk).order_by("pk").first()
    return None if other is None else f"编号“{record.cert_no}”的证件已由{other.number or other.title}办理"


def trained(code: str, books: Defaults = DEFAULTS) -> Callable[[Situation], str | None]:
    """At least so many hours of training, as the place has it."""

    def test(situation: Situation) -> str | None:
        least, hours = books.of(code, situation), situation.record.training_hours
        if hours is None:
            return f"没有填写培训学时，应当不少于{least.value}学时"
        return None if hours >= int(least.value) else f"培训{hours}学时，不足{least.value}学时（{least.source}）"

    return test


def passed(situation: Situation) -> str | None:
    """The score reaches the mark."""
    score, mark = situation.record.exam_score, DEFAULTS.number("pass_mark", situation)
    if score is None:
        return "没有填写考试成绩"
    return None if score >= mark else f"成绩{score}分，不到合格分数{mark}分"


def sat_already(situation: Situation) -> str | None:
    """The exam is not still to come."""
    day = situation.record.exam_on
    return f"考试日期{day}还没有到" if day is not None and day > situation.on else None


def not_passed(situation: Situation) -> str | None:
    """The score is below the mark, or the person did not come."""
    score, mark = situation.record.exam_score, DEFAULTS.number("pass_mark", situation)
    return f"成绩{score}分，已到合格分数{mark}分" if score is not None and score >= mark else None


def may_sit(situation: Situation) -> str | None:
    """One exam, and as many re-sits as the place grants."""
    procedure, most = situation.procedure, DEFAULTS.number("resits", situation)
    failed = len(situation.dates(procedure.step("fail_exam")))
    return None if failed <= most else f"已经{failed}次未通过，补考只有{most}次，应当不予发证；可以重新申领"


def number_free(name: str) -> Callable[[Situation], str | None]:
    """Nobody else holds a certificate of this number; a person may get the one that expired again."""

    def test(situation: Situation) -> str | None:
        number = getattr(situation.record, name)
        if not number or not in_books(situation):
            return None
        held = Officer._base_manager.filter(withdrawn=False, cert_no=number, status__in=HELD)
        expired = {"name": situation.record.person_name, "organ": situation.record.body_organ_id}
        found = held.exclude(valid_to__lt=situation.on, **expired).order_by("-issued_on").first()
        return None if found is None else f"编号“{number}”已由{found.name}（{found.body}）使用"

    return test


def term(name: str, since: Callable[[Situation], date]) -> Callable[[Situation], str | None]:
    """The new term begins before it ends and is no longer than the province's."""

    def test(situation: Situation) -> str | None:
        until: date | None = getattr(situation.record, name)
        if until is None:
            return "没有填写有效期"
        first, years = since(situation), BOOKS.of("certificate_years", situation)
        if until < first:
            return f"有效期至{until}早于{first}"
        last = plus_months(first, 12 * int(years.value))
        return None if until <= last else f"有效期至{until}，超过{years.value}年（最长到{last}；{years.source}）"

    return test


def on_the_day(situation: Situation) -> date:
    """The day of the step."""
    return situation.on


def old_end(situation: Situation) -> date:
    """The end of the term before, from which a renewed one runs on."""
    return situation.record.valid_to or situation.on


def still_holds(situation: Situation) -> str | None:
    """What has expired is not renewed but applied for anew."""
    last = situation.record.valid_to
    return f"证件已于{last}到期，不能换证，应当重新申领" if last is not None and situation.on > last else None


def longer(situation: Situation) -> str | None:
    """A renewal makes it longer."""
    record = situation.record
    if record.renew_to is None or record.valid_to is None or record.renew_to > record.valid_to:
        return None
    return f"换证后的有效期至{record.renew_to}，不晚于原有效期至{record.valid_to}"


def left_already(situation: Situation) -> str | None:
    """The day of leaving is not still to come, nor before the certificate was issued."""
    record = situation.record
    if record.left_on is None:
        return None
    if record.left_on > situation.on:
        return f"离岗日期{record.left_on}还没有到"
    early = record.issued_on is not None and record.left_on < record.issued_on
    return f"离岗日期{record.left_on}早于发证日期{record.issued_on}" if early else None


def in_register(situation: Situation) -> str | None:
    """A certificate that is taken over stands in the register of its organ, and holds."""
    record = situation.record
    if not in_books(situation):
        return None
    found = entry_of(record.cert_no, record.body_organ_id)
    if found is None:
        return f"{record.body_organ}的执法人员台账没有编号“{record.cert_no}”的证件"
    if found.status == CertificateStatus.SUSPENDED:
        return f"{found}的证件已经暂扣，请办“登记已暂扣证件”"
    return None if found.valid_on(situation.on) else f"{found}{why_not(found, situation.on)}"


def suspended_in_register(situation: Situation) -> str | None:
    """A certificate that is taken over suspended stands so in the register of its organ, and is not over."""
    record = situation.record
    if not in_books(situation):
        return None
    found = entry_of(record.cert_no, record.body_organ_id)
    if found is None or found.status != CertificateStatus.SUSPENDED:
        return f"{record.body_organ}的执法人员台账没有编号“{record.cert_no}”的暂扣证件"
    return None if found.valid_to >= situation.on else f"{found}的证件已于{found.valid_to}到期"


def for_the_check(situation: Situation) -> bool:
    """The certificate is suspended because the yearly check was failed."""
    return situation.record.suspended_on in situation.dates(situation.procedure.step("fail_check"))


def for_another_reason(situation: Situation) -> bool:
    """The certificate is suspended for something else than the yearly check."""
    return not for_the_check(situation)


def after_the_suspension(situation: Situation) -> str | None:
    """The certificate is given back on a later day: the day of the suspension does not count as valid."""
    since = situation.record.suspended_on
    if since is None or situation.on > since:
        return None
    return f"暂扣日期是{since}，恢复使用应当晚于暂扣日期；暂扣有误的，请撤销登记"


def days_of(code: str) -> Callable[[Situation], Period]:
    """So many working days, as the place has them."""

    def period(situation: Situation) -> Period:
        return working_days(DEFAULTS.number(code, situation), CERTIFIED)

    return period


def a_year(situation: Situation) -> Period:
    """Until the next yearly check, from the certificate or the check before."""
    return months(DEFAULTS.number("check_months", situation), CERTIFIED)
