"""The registers of bodies and of officers (执法主体名录、执法人员台账); `passed_on` has the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from yifa.areas.enforcement.authority.models import (
    BodyKind,
    BodyStatus,
    CertificateStatus,
    Delegation,
    EnforcementBody,
    Officer,
    Staffing,
    pause_of,
)
from yifa.areas.enforcement.authority.passed_on import Delegations, GrantedPowers
from yifa.areas.enforcement.authority.standing import DEFAULTS, kept_by_the_bureau
from yifa.areas.enforcement.bases import (
    CERTIFIED,
    COERCION,
    CONFIRMED,
    PENALTY,
    PUBLICITY,
    QUALIFIED,
    TWO_OFFICERS,
    basis_doubts,
)
from yifa.areas.enforcement.figures import InForce
from yifa.clock import days
from yifa.clock.periods import plus_months
from yifa.kernel.figure import Window
from yifa.kernel.figures import Share
from yifa.kernel.registers import Column, Disclosed, EntryCount, Expiry, Problem, Register, Warned
from yifa.kernel.registers.declare import reminders
from yifa.kernel.registers.figures import EntrySum
from yifa.law.citations import citations
from yifa.law.kinds import Kind
from yifa.office.codes import plain_credit_code

__all__ = ["Delegations", "EnforcementBodies", "GrantedPowers", "Officers"]

GONE = (CertificateStatus.REVOKED, CertificateStatus.LEFT)
HELD = (CertificateStatus.VALID, CertificateStatus.SUSPENDED)


@dataclass(eq=False)
class HeldThere(EntryCount):
    """The valid certificates, on the last day of the window, of the bodies whose staff is known."""

    def rows(self, window: Window) -> QuerySet[Any]:
        """The certificates, each once, in whatever book they stand."""
        bodies = EnforcementBody._default_manager.filter(
            Q(ended_on=None) | Q(ended_on__gt=window.until), withdrawn=False, organ_id__in=window.organs,
            staff__isnull=False, confirmed_on__lte=window.until,
        )  # fmt: skip
        held = Officer._base_manager.filter(withdrawn=False, body__in=list(bodies.values_list("name", flat=True)))
        return _holding(held.filter(issued_on__lte=window.until, valid_to__gte=window.until), window.until)


def _holding(rows: QuerySet[Any], on: date) -> QuerySet[Any]:
    """Of these certificates those that are neither suspended nor ended on a day, nor were then."""
    rows = rows.exclude(Q(status_on__lte=on) & ~Q(status=CertificateStatus.VALID))
    paused = [one.pk for one in rows.exclude(pauses=[]).iterator(200) if one.paused_on(on)]
    return rows.exclude(pk__in=paused)


class EnforcementBodies(Register[EnforcementBody]):
    """执法主体名录."""

    key, label = "enforcement_body", "行政执法主体名录"
    basis = CONFIRMED
    note = "由司法行政部门登记。一个主体一条；内设机构、派出机构不是主体的不登记。"
    model = EnforcementBody
    columns = (
        Column(EnforcementBody.name, CONFIRMED, public=True, width=30, example="洪河县市场监督管理局"),
        Column(EnforcementBody.kind, CONFIRMED, public=True, width=16, example="行政机关"),
        Column(EnforcementBody.credit_code, public=True, width=22, listed=False, tidy=plain_credit_code),
        Column(EnforcementBody.principal, PENALTY[20, 1], public=True, width=28, listed=False),
        Column(EnforcementBody.powers, PUBLICITY, public=True, width=30, example="行政处罚、行政检查"),
        Column(EnforcementBody.legal_basis, PUBLICITY, public=True, width=34, listed=False,
               example="《食品安全法》第六条"),
        Column(EnforcementBody.guide, PENALTY[39], public=True, width=30, listed=False, example="行政处罚流程和救济"),
        Column(EnforcementBody.staff, CERTIFIED, unit="人", listed=False, example="36"),
        Column(EnforcementBody.confirmed_on, CONFIRMED, public=True, example="2025-02-10"),
        Column(EnforcementBody.announced_on, CONFIRMED, public=True, example="2025-02-20"),
        Column(EnforcementBody.status, public=True, width=10, example="已确认"),
        Column(EnforcementBody.ended_on, public=True),
    )  # fmt: skip
    unique = (EnforcementBody.name,)
    other_keys = ((EnforcementBody.credit_code,),)
    dated = EnforcementBody.confirmed_on
    sorted_by = EnforcementBody.kind
    searched = (EnforcementBody.name, EnforcementBody.principal)
    disclosed = Disclosed("行政执法主体", CONFIRMED, Q(announced_on__isnull=False))

    bodies = InForce(
        "行政执法主体",
        unit="个",
        basis=CONFIRMED,
        ended=EnforcementBody.ended_on,
        definition="期末已确认、没有取消的执法主体数。",
    )
    bodies_entrusted = InForce(
        "受委托组织", unit="个", ended=EnforcementBody.ended_on, where=Q(kind=BodyKind.ENTRUSTED),
        definition="其中类别为受委托组织的；受委托组织以委托机关的名义执法。",
    )  # fmt: skip
    bodies_certified_rate = Share(
        "执法人员持证率", basis=QUALIFIED, numerator=HeldThere(""),
        denominator=EntrySum(
            "", of=EnforcementBody.staff,
            over=InForce("", ended=EnforcementBody.ended_on, where=Q(staff__isnull=False)),
        ),
        definition="填写了在岗执法人员数的主体，期末持有有效证件的人员占在岗执法人员的比率；没有填写的主体不计。",
    )  # fmt: skip
    bodies_cancelled = EntryCount(
        "取消的执法主体", unit="个", on=EnforcementBody.ended_on, definition="期内取消的执法主体数。"
    )

    @classmethod
    def check(cls, entry: EnforcementBody, today: date) -> Iterable[Problem]:
        """Entered by the bureau; dates in order; the entrusted have a principal and no power of coercion."""
        yield from kept_by_the_bureau(entry, "name", "执法主体", CONFIRMED)
        if entry.announced_on is not None and not entry.confirmed_on <= entry.announced_on <= today:
            why = f"{entry.announced_on}早于确认日期{entry.confirmed_on}，或者晚于今天"
            yield Problem("announced_on", "公告日期", why, "先确认，后公告", CONFIRMED)
        if (entry.status == BodyStatus.CANCELLED) != (entry.ended_on is not None):
            yield Problem("ended_on", "取消日期", "与主体状态不一致", "已取消的填写取消日期，其他的留空")
        if entry.ended_on is not None and entry.ended_on < entry.confirmed_on:
            yield Problem("ended_on", "取消日期", f"{entry.ended_on}早于确认日期{entry.confirmed_on}", "请核对日期")
        if not entry.powers:
            yield Problem("powers", "执法权限", "没有填写", "逐项写明权限", PUBLICITY)
        if not entry.legal_basis:
            yield Problem("legal_basis", "执法依据", "没有填写", "没有依据的不得确认为执法主体", CONFIRMED)
        yield from _entrusted(entry)

    @classmethod
    def doubts(cls, entry: EnforcementBody) -> Iterable[Problem]:
        """Bases that do not stand or cannot empower; nobody is told of the ways of redress."""
        yield from basis_doubts("legal_basis", "执法依据", entry.legal_basis, entry.confirmed_on)
        if entry.kind == BodyKind.AUTHORISED and not any(
            _empowers(line, entry.confirmed_on) for line in entry.legal_basis
        ):
            yield Problem("legal_basis", "执法依据", "没有法律、法规", "授权只能由法律、法规作出，请核对", PENALTY[19])
        if not entry.guide:
            yield Problem("guide", "程序和救济渠道", "没有填写", "执法程序、救济渠道应当公示", PENALTY[39])

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """Bodies confirmed and not announced; cancelled ones whose officers still hold certificates."""
        rows = EnforcementBody.objects.filter(withdrawn=False, organ_id__in=list(organs)).order_by("confirmed_on", "pk")
        for body in rows.filter(announced_on=None).exclude(status=BodyStatus.CANCELLED).iterator(200):
            text = f"“{body}”已于{body.confirmed_on}确认主体资格，尚未公告。请公告。"
            yield Warned("body_unannounced", text, body.organ_id, body.pk, body.confirmed_on, CONFIRMED)
        for body in rows.filter(ended_on__lte=today).iterator(200):
            held = Officer._base_manager.filter(
                withdrawn=False, body=body.name, status=CertificateStatus.VALID, valid_to__gte=today
            ).count()
            if held:
                text = f"“{body}”已于{body.ended_on}取消，还有{held}人的执法证件没有收回。请清理。"
                yield Warned("body_cancelled_certificates", text, body.organ_id, body.pk, body.ended_on, CERTIFIED)
        yield from _unstaffed(rows.exclude(status=BodyStatus.CANCELLED), today)


def _unstaffed(bodies: QuerySet[EnforcementBody], today: date) -> Iterator[Warned]:
    """Bodies that nobody may act for, and organisations whose delegation is over."""
    staffed = set(Officer._base_manager.filter(withdrawn=False).exclude(status__in=GONE).values_list("body", flat=True))
    running = Delegation._base_manager.filter(withdrawn=False, since__lte=today, until__gte=today)
    entrusted = set(running.exclude(ended_on__lte=today).values_list("agent", flat=True))
    for body in bodies.order_by("confirmed_on", "pk").iterator(200):
        if body.name not in staffed:
            text = f"“{body}”在执法人员台账中没有持证人员。请登记执法人员，或者核对主体名称。"
            yield Warned("body_without_officers", text, body.organ_id, body.pk, body.confirmed_on, QUALIFIED)
        if body.kind == BodyKind.ENTRUSTED and body.name not in entrusted:
            text = f"“{body}”是受委托组织，没有在期限内的委托书。请登记委托书，或者取消主体。"
            yield Warned("body_without_delegation", text, body.organ_id, body.pk, body.confirmed_on, PENALTY[20, 2])


def _empowers(line: str, on: date) -> bool:
    """Whether a line names a law or an administrative regulation, or may be a local one, which no index holds."""
    found = list(citations(line, on))
    return any(one.act is None or one.act.kind in (Kind.LAW, Kind.REGULATION, Kind.LOCAL) for one in found)


def _entrusted(body: EnforcementBody) -> Iterator[Problem]:
    entrusted = body.kind == BodyKind.ENTRUSTED
    if entrusted and not body.principal:
        yield Problem("principal", "委托机关", "没有填写", "受委托组织以委托机关的名义执法", PENALTY[20, 4])
    if not entrusted and body.principal:
        yield Problem("principal", "委托机关", "不是受委托组织", "请留空，或者核对主体类别")
    if entrusted and any("强制" in power for power in body.powers):
        yield Problem(
            "powers", "执法权限", "受委托组织不得有行政强制措施权", "请删去行政强制", COERCION[17, 1].says("不得委托")
        )


@dataclass(eq=False)
class Certified(InForce):
    """Certificates that hold on the last day of the window: within their term, not suspended, revoked or given up."""

    def rows(self, window: Window) -> QuerySet[Any]:
        """Each certificate once."""
        return _holding(super().rows(window), window.until)


class Officers(Register[Officer]):
    """执法人员台账."""

    key, label = "enforcement_officer", "行政执法人员台账"
    basis = CERTIFIED
    note = "一个证件一条；换证另登记一条，旧证改为离岗收回或者吊销、注销。不登记公民身份号码。"
    model = Officer
    columns = (
        Column(Officer.cert_no, PUBLICITY, public=True, width=18, example="13099901001"),
        Column(Officer.name, PUBLICITY, public=True, width=10, example="钱某某"),
        Column(Officer.body, PUBLICITY, public=True, width=28, example="洪河县市场监督管理局"),
        Column(Officer.staffing, QUALIFIED, width=18, listed=False, example="公务员、参公人员"),
        Column(Officer.cert_kind, PUBLICITY, public=True, width=18, example="行政执法证"),
        Column(Officer.matters, CERTIFIED, public=True, width=20, example="食品、药品"),
        Column(Officer.exam_on, CERTIFIED, listed=False, example="2024-11-20"),
        Column(Officer.training_hours, unit="学时", listed=False, example="40"),
        Column(Officer.issued_on, CERTIFIED, example="2024-12-05"),
        Column(Officer.valid_to, CERTIFIED, example="2029-12-04"),
        Column(Officer.status, CERTIFIED, width=12, example="有效"),
        Column(Officer.status_on, CERTIFIED, width=14, listed=False),
        Column(Officer.status_why, width=24, listed=False),
        Column(Officer.pauses, CERTIFIED, width=24, listed=False),
        Column(Officer.recused, PENALTY[43, 1], width=24, listed=False),
    )
    unique = (Officer.cert_no, Officer.issued_on)
    dated = Officer.issued_on
    sorted_by = Officer.status
    searched = (Officer.cert_no, Officer.name, Officer.body)
    disclosed = Disclosed("行政执法人员", PUBLICITY, Q(status=CertificateStatus.VALID), until=Officer.valid_to)

    expires = Expiry(
        "证件到期日", Officer.valid_to, days(60), CERTIFIED, advice="请组织考试、换证。",
        done=~Q(status=CertificateStatus.VALID),
    )  # fmt: skip
    officers = Certified(
        "持证执法人员", unit="人", basis=QUALIFIED, last=Officer.valid_to,
        definition="期末证件在有效期内，且没有暂扣、吊销、注销、收回的证件数；一人两证的计两次。",
    )  # fmt: skip
    officers_issued = EntryCount(
        "新发执法证件", unit="个", basis=CERTIFIED, definition="期内（按发证日期）发出的证件数。"
    )
    officers_cleared = EntryCount(
        "清理注销执法证件", unit="个", on=Officer.status_on, where=Q(status__in=GONE),
        definition="期内（按状态变动日期）吊销、注销、离岗收回的证件数。",
    )  # fmt: skip

    @classmethod
    def check(cls, entry: Officer, today: date) -> Iterable[Problem]:
        """Examined before certified, no auxiliary staff, a change of status has its date, one number once."""
        if entry.exam_on is not None and entry.exam_on > entry.issued_on:
            why = f"{entry.exam_on}晚于发证日期{entry.issued_on}"
            yield Problem("exam_on", "考试合格日期", why, "通过资格考试后才能发证", CERTIFIED)
        if entry.valid_to < entry.issued_on:
            yield Problem("valid_to", "有效期至", f"{entry.valid_to}早于发证日期{entry.issued_on}", "请核对日期")
        allowed = DEFAULTS.at(entry.organ.place.code).flag("auxiliary_certified")
        if entry.staffing == Staffing.AUXILIARY and not allowed:
            yield Problem("staffing", "人员性质", "辅助人员没有执法资格", "不得发给执法证件", QUALIFIED)
        yield from _status(entry, today)
        yield from _suspension_kept(entry)
        held = _held(entry)
        if held is not None:
            where = f"已登记给{held.name}" if held.organ_id == entry.organ_id else "已由其他单位登记"
            yield Problem("cert_no", "证件编号", f"“{entry.cert_no}”{where}", "请核对编号，或者先将原证收回、注销")

    @classmethod
    def once(cls, entry: Officer) -> tuple[str, Any] | None:
        """A number is held once; one that came to its end may be given again."""
        return ("cert_no", entry.cert_no) if entry.status in HELD else None

    @classmethod
    def doubts(cls, entry: Officer) -> Iterable[Problem]:
        """No exam, a term longer than the province's, too little training, a body that nobody confirmed."""
        if entry.exam_on is None:
            yield Problem("exam_on", "考试合格日期", "没有填写", "通过资格考试的才发证，请补查后填写", CERTIFIED)
        chosen = DEFAULTS.at(entry.organ.place.code)
        longest = chosen.number("certificate_years")
        if entry.valid_to > plus_months(entry.issued_on, 12 * longest):
            why = f"证件有效期超过{longest}年"
            yield Problem("valid_to", "有效期至", why, "请核对本省规定")
        hours = chosen.number("training_hours")
        if entry.training_hours is not None and entry.training_hours < hours:
            yield Problem("training_hours", "本年培训学时", f"不足{hours}学时", "请核对本省规定，安排补训")
        if not _confirmed(entry.body).exists():
            yield Problem(
                "body", "执法主体", f"执法主体名录中没有“{entry.body}”", "请核对全称，或者先确认主体", CONFIRMED
            )

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """Certificates that expire, have expired or are suspended; bodies with fewer than two officers."""
        listed = list(organs)
        yield from reminders(cls, today, listed)
        rows = Officer.objects.filter(withdrawn=False, organ_id__in=listed).order_by("valid_to", "pk")
        for one in rows.filter(status=CertificateStatus.VALID, valid_to__lt=today).iterator(200):
            text = f"“{one}”的证件已于{one.valid_to}到期，不得执法。请换证，或者收回。"
            yield Warned("certificate_expired", text, one.organ_id, one.pk, one.valid_to, QUALIFIED)
        for one in rows.filter(status=CertificateStatus.SUSPENDED, status_on__lte=today).iterator(200):
            text = f"“{one}”的证件自{one.status_on}起暂扣，不得执法。"
            yield Warned("certificate_suspended", text, one.organ_id, one.pk, one.status_on, QUALIFIED)
        yield from _too_few(today, listed)


def _status(entry: Officer, today: date) -> Iterator[Problem]:
    for pause in entry.pauses:
        if pause_of(pause) is None:
            remedy = "写首日和末日，例如 2026-03-01至2026-04-01，首日不晚于末日"
            yield Problem("pauses", "已结束的暂扣", f"“{pause}”不是一段日期", remedy)
    changed = entry.status != CertificateStatus.VALID
    if changed and entry.status_on is None:
        yield Problem("status_on", "状态变动日期", "没有填写", "暂扣、吊销、注销、收回的，填写日期", CERTIFIED)
    if changed and not entry.status_why:
        yield Problem("status_why", "变动原因", "没有填写", "暂扣、吊销、注销、收回的，写明原因")
    if entry.status_on is not None and not entry.issued_on <= entry.status_on <= today:
        why = f"{entry.status_on}早于发证日期{entry.issued_on}，或者晚于今天"
        yield Problem("status_on", "状态变动日期", why, "请核对日期")


def _suspension_kept(entry: Officer) -> Iterator[Problem]:
    """Whoever ends a suspension by hand keeps its days: acts are judged by their own day."""
    before = Officer._base_manager.filter(pk=entry.pk).first() if entry.pk else None
    if before is None or before.status != CertificateStatus.SUSPENDED or before.status_on is None:
        return
    since, mistaken = before.status_on, entry.status_on is None and entry.status_why not in ("", before.status_why)
    kept = any(pause[0] <= since <= pause[1] for pause in map(pause_of, entry.pauses) if pause)
    ended_before = entry.status in GONE and entry.status_on is not None and entry.status_on <= since
    if entry.status == CertificateStatus.SUSPENDED or kept or ended_before or mistaken:
        return
    last = entry.status_on - timedelta(1) if entry.status_on is not None and entry.status_on > since else "末日"
    remedy = f"请加写“{since}至{last}”；登记有误、没有暂扣过的，清空状态变动日期，改写变动原因"
    yield Problem("pauses", "已结束的暂扣", f"原来自{since}起暂扣，没有写明首日和末日", remedy, QUALIFIED)


def _held(entry: Officer) -> Officer | None:
    """Another entry under which somebody holds a certificate of this number."""
    if entry.status not in HELD:
        return None
    same = Officer._base_manager.filter(withdrawn=False, cert_no=entry.cert_no, status__in=HELD).exclude(pk=entry.pk)
    return same.order_by("pk").first()


def _confirmed(name: str) -> QuerySet[EnforcementBody]:
    bodies: QuerySet[EnforcementBody] = EnforcementBody._base_manager.filter(withdrawn=False, name=name)
    return bodies.exclude(status=BodyStatus.CANCELLED)


def _too_few(today: date, organs: list[int]) -> Iterator[Warned]:
    """Bodies among whose officers there are not two who may act."""
    may_act = Q(status=CertificateStatus.VALID, issued_on__lte=today, valid_to__gte=today)
    rows = Officer._base_manager.filter(withdrawn=False, organ_id__in=organs).exclude(status__in=GONE)
    counted = rows.order_by().values_list("organ_id", "body").annotate(fit=Count("pk", filter=may_act))
    for organ, body, number in counted.filter(fit__lt=2).order_by("organ_id", "body"):
        text = f"“{body}”只有{number}人的执法证件有效，不能组成两人执法。请补充人员。"
        yield Warned("too_few_officers", text, organ, None, today, TWO_OFFICERS)
