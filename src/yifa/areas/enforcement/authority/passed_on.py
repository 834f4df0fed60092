"""The registers of delegations and of powers given to townships (委托台账、赋权台账)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q

from yifa.areas.enforcement.authority.models import (
    AgentKind,
    BodyKind,
    BodyStatus,
    DelegatedAct,
    Delegation,
    EnforcementBody,
    Evaluation,
    GrantedPower,
)
from yifa.areas.enforcement.authority.standing import DEFAULTS, KEEPERS, kept_by_the_bureau
from yifa.areas.enforcement.bases import COERCION, CONFIRMED, LICENCE, PENALTY, basis_doubts
from yifa.areas.enforcement.figures import InForce
from yifa.clock import days
from yifa.kernel.registers import Column, Disclosed, EntryCount, Expiry, Problem, Register, Warned
from yifa.kernel.registers.declare import reminders

NOT_DELEGABLE = COERCION[17, 1].says("不得委托")
WRITTEN = PENALTY[20, 1].says("书面委托")
LETTER = PENALTY[20, 2].says("委托书")
NO_SUB = PENALTY[20, 4]
LIBERTY = PENALTY[18, 3].says("限制人身自由")
CONDITIONS = PENALTY[21]
LICENSED = LICENCE[24, 1]
GRANT = PENALTY[24, 1].says("决定应当公布")
EVALUATED = PENALTY[24, 1].says("定期组织评估")

_COERCION = re.compile(r"查封|扣押|冻结|行政强制|强制措施|强制执行|强制拆除")
"""Words of coercive acts; 强制性标准 and 强制性产品认证 are none."""

_LIBERTY = re.compile(r"拘留|限制人身自由")

_RENEWED = Delegation._base_manager.filter(
    withdrawn=False, organ_id=OuterRef("organ_id"), agent=OuterRef("agent"), act=OuterRef("act"),
    since__gt=OuterRef("since"),
)  # fmt: skip


class Delegations(Register[Delegation]):
    """委托台账."""

    key, label = "enforcement_delegation", "行政执法委托台账"
    basis = WRITTEN
    note = "一份委托书一条；续签另登记一条。行政强制措施权不得委托，受委托组织不得再委托。"
    model = Delegation
    columns = (
        Column(Delegation.number, LETTER, public=True, width=20, example="洪城委〔2025〕1号"),
        Column(Delegation.act, WRITTEN, public=True, width=12, example="行政处罚"),
        Column(Delegation.principal, LETTER, public=True, width=28, example="洪河县城市管理综合行政执法局"),
        Column(Delegation.agent, LETTER, public=True, width=28, example="洪河县市容环境卫生服务中心"),
        Column(Delegation.agent_kind, CONDITIONS, public=True, width=20, listed=False, example="管理公共事务的组织"),
        Column(Delegation.matters, LETTER, public=True, width=30, example="随地倾倒垃圾的处罚"),
        Column(Delegation.powers, LETTER, public=True, width=36, listed=False, example="调查取证、作出罚款决定"),
        Column(Delegation.legal_basis, WRITTEN, public=True, width=34, listed=False,
               example="《城市市容和环境卫生管理条例》第三十四条"),
        Column(Delegation.conditions_met, CONDITIONS, width=12, listed=False, example="是"),
        Column(Delegation.since, LETTER, public=True, example="2025-04-01"),
        Column(Delegation.until, LETTER, public=True, example="2027-03-31"),
        Column(Delegation.ended_on, public=True, listed=False),
        Column(Delegation.principal_published_on, LETTER, public=True, listed=False, example="2025-04-01"),
        Column(Delegation.agent_published_on, LETTER, public=True, listed=False, example="2025-04-01"),
    )  # fmt: skip
    unique = (Delegation.number,)
    dated = Delegation.since
    future = True
    sorted_by = Delegation.act
    searched = (Delegation.number, Delegation.principal, Delegation.agent)
    disclosed = Disclosed("行政执法委托书", LETTER)

    ends = Expiry(
        "委托期限届满", Delegation.until, days(30), LETTER, advice="需要继续委托的，请重新签订并公布委托书。",
        done=Q(ended_on__isnull=False) | Q(Exists(_RENEWED)),
    )  # fmt: skip
    delegations = InForce(
        "有效的执法委托", unit="件", basis=LETTER, last=Delegation.until, ended=Delegation.ended_on,
        definition="期末在委托期限内、没有提前终止的委托书数。",
    )  # fmt: skip

    @classmethod
    def check(cls, entry: Delegation, today: date) -> Iterable[Problem]:
        """No coercion, only to those whom the law names, term in order, no delegation of what was delegated."""
        if entry.act == DelegatedAct.COERCION:
            yield Problem("act", "委托事务", "行政强制不得委托", "请由法定机关自行实施", NOT_DELEGABLE)
        coercive = [matter for matter in entry.matters if _COERCION.search(matter)]
        if coercive:
            yield Problem("matters", "委托事项", f"“{'、'.join(coercive)}”不得委托", "请删去", NOT_DELEGABLE)
        liberty = [matter for matter in entry.matters if _LIBERTY.search(matter)]
        if entry.act == DelegatedAct.PENALTY and liberty:
            yield Problem("matters", "委托事项", f"“{'、'.join(liberty)}”不得委托", "由公安机关和法定机关行使", LIBERTY)
        for name, label in (("matters", "委托事项"), ("legal_basis", "委托依据")):
            if not getattr(entry, name):
                yield Problem(name, label, "没有填写", "委托书应当载明", LETTER)
        yield from _agent(entry)
        if entry.until < entry.since:
            yield Problem("until", "委托期限止", f"{entry.until}早于委托期限起{entry.since}", "请核对期限", LETTER)
        if entry.ended_on is not None and not entry.since <= entry.ended_on <= entry.until:
            yield Problem("ended_on", "提前终止日期", f"{entry.ended_on}不在委托期限内", "请核对日期")
        for name, label in (("principal_published_on", "委托机关公布日期"), ("agent_published_on", "受委托方公布日期")):
            day = getattr(entry, name)
            if day is not None and day > today:
                yield Problem(name, label, f"{day}晚于今天{today}", "还没有公布的留空", LETTER)
        if _kinds(entry.principal) == {BodyKind.ENTRUSTED}:
            why = f"“{entry.principal}”是受委托组织"
            yield Problem("principal", "委托机关", why, "受委托组织不得再委托，请由委托机关委托", NO_SUB)
        for matter in _delegated_on(entry):
            why = f"“{entry.principal}”的“{matter}”本身是受委托的"
            yield Problem("matters", "委托事项", why, "受委托组织不得再委托", NO_SUB)

    @classmethod
    def doubts(cls, entry: Delegation) -> Iterable[Problem]:
        """Bases that do not stand; powers that speak of coercion; a principal that is not the organ of the book."""
        yield from basis_doubts("legal_basis", "委托依据", entry.legal_basis, entry.since)
        if entry.principal != entry.organ.name and entry.organ.kind not in KEEPERS:
            why = f"不是登记的机关“{entry.organ.name}”"
            yield Problem("principal", "委托机关", why, "请核对全称；委托书由委托机关登记", WRITTEN)
        if not _kinds(entry.principal):
            why = f"执法主体名录中没有“{entry.principal}”"
            yield Problem("principal", "委托机关", why, "请核对全称，或者先确认主体", CONFIRMED)
        if _COERCION.search(entry.powers):
            yield Problem("powers", "委托权限", "写到了行政强制", "请核对：行政强制措施权不得委托", NOT_DELEGABLE)

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """Terms that end, letters of delegation that were not published by those who have to."""
        listed = list(organs)
        yield from reminders(cls, today, listed)
        running = Delegation.objects.filter(
            withdrawn=False, organ_id__in=listed, since__lte=today, until__gte=today, ended_on=None
        )
        for entry in running.order_by("since", "pk").iterator(200):
            missing = _unpublished(entry)
            if missing:
                text = f"“{entry}”的委托书，{'、'.join(missing)}尚未公布。请公布。"
                basis = LICENSED if entry.act == DelegatedAct.LICENCE else LETTER
                yield Warned("delegation_unpublished", text, entry.organ_id, entry.pk, entry.since, basis)


def _unpublished(entry: Delegation) -> list[str]:
    """Who has not published the letter: both must for penalties, the principal for licences."""
    sides = [(entry.principal_published_on, "委托机关")]
    if entry.act == DelegatedAct.PENALTY:
        sides.append((entry.agent_published_on, "受委托组织"))
    return [who for day, who in sides if day is None]


def _agent(entry: Delegation) -> Iterator[Problem]:
    if entry.principal == entry.agent:
        yield Problem("agent", "受委托方", "与委托机关相同", "请核对")
    if entry.act == DelegatedAct.LICENCE and entry.agent_kind != AgentKind.ORGAN:
        yield Problem("agent_kind", "受委托方性质", "行政许可只能委托其他行政机关", "请核对", LICENSED)
    if entry.act == DelegatedAct.PENALTY:
        if entry.agent_kind == AgentKind.OTHER:
            yield Problem("agent_kind", "受委托方性质", "不得委托其他组织或者个人实施行政处罚", "请核对", WRITTEN)
        if not entry.conditions_met:
            yield Problem("conditions_met", "已核实受托条件", "没有核实", "核实三项条件后才能委托", CONDITIONS)


def _kinds(name: str) -> set[str]:
    """As what a name stands in the register of bodies today."""
    bodies = EnforcementBody._base_manager.filter(withdrawn=False, name=name).exclude(status=BodyStatus.CANCELLED)
    return set(bodies.values_list("kind", flat=True))


def _delegated_on(entry: Delegation) -> list[str]:
    """Matters that the principal itself only has by delegation in the same time."""
    held = Delegation._base_manager.filter(
        withdrawn=False, agent=entry.principal, act=entry.act, since__lte=entry.until, until__gte=entry.since
    ).exclude(ended_on__lte=entry.since)
    theirs = {matter for one in held.exclude(pk=entry.pk) for matter in one.matters}
    return [matter for matter in entry.matters if matter in theirs]


class GrantedPowers(Register[GrantedPower]):
    """赋权台账."""

    key, label = "granted_power", "乡镇街道赋权事项台账"
    basis = GRANT
    note = "一个承接机关一个事项一条。承接机关以自己的名义实施，对外承担责任。"
    model = GrantedPower
    columns = (
        Column(GrantedPower.item_code, public=True, width=18, example="冀赋-001"),
        Column(GrantedPower.name, GRANT, public=True, width=32, example="擅自设置户外广告的处罚"),
        Column(GrantedPower.receiver, GRANT, public=True, width=24, example="洪河县柳林镇人民政府"),
        Column(GrantedPower.receiver_kind, GRANT, public=True, width=14, listed=False, example="乡镇人民政府"),
        Column(GrantedPower.former, GRANT, public=True, width=28, listed=False, example="洪河县城市管理综合行政执法局"),
        Column(GrantedPower.legal_basis, GRANT, public=True, width=34, listed=False,
               example="《城市市容和环境卫生管理条例》第三十六条"),
        Column(GrantedPower.decision_no, GRANT, public=True, width=22, example="冀政字〔2024〕9号"),
        Column(GrantedPower.published_on, GRANT, public=True, listed=False, example="2024-05-10"),
        Column(GrantedPower.taken_on, GRANT, public=True, example="2024-07-01"),
        Column(GrantedPower.coercion, COERCION[17, 2], public=True, width=12, listed=False, example="否"),
        Column(GrantedPower.evaluated_on, EVALUATED, listed=False, example="2025-12-20"),
        Column(GrantedPower.evaluation, EVALUATED, width=10, listed=False, example="保留"),
        Column(GrantedPower.evaluate_by, EVALUATED, example="2027-12-31"),
        Column(GrantedPower.recalled_on, GRANT, public=True, example=""),
    )  # fmt: skip
    unique = (GrantedPower.item_code, GrantedPower.receiver, GrantedPower.taken_on)
    dated = GrantedPower.taken_on
    future = True
    sorted_by = GrantedPower.receiver_kind
    searched = (GrantedPower.item_code, GrantedPower.name, GrantedPower.receiver, GrantedPower.decision_no)
    disclosed = Disclosed("乡镇街道赋权事项", GRANT)

    evaluation_due = Expiry(
        "评估期限届满", GrantedPower.evaluate_by, days(60), EVALUATED, advice="请组织评估，登记结论和下次期限。",
        done=Q(recalled_on__isnull=False),
    )  # fmt: skip
    granted_powers = InForce(
        "赋权事项", unit="项", basis=GRANT, ended=GrantedPower.recalled_on,
        definition="期末已经承接、没有收回的赋权事项数；同一事项由几个机关承接的分别计。",
    )  # fmt: skip
    granted_evaluated = EntryCount(
        "评估赋权事项", unit="项", basis=EVALUATED, on=GrantedPower.evaluated_on,
        definition="最近一次评估在期内的赋权事项数。",
    )  # fmt: skip
    granted_recalled = EntryCount(
        "收回赋权事项", unit="项", on=GrantedPower.recalled_on, definition="期内收回的赋权事项数。"
    )

    @classmethod
    def check(cls, entry: GrantedPower, today: date) -> Iterable[Problem]:
        """Published before taken on, evaluated and recalled after; no coercion without a rule of the province."""
        yield from kept_by_the_bureau(entry, "receiver", "承接机关", GRANT)
        if entry.published_on > entry.taken_on:
            why = f"{entry.published_on}晚于承接日期{entry.taken_on}"
            yield Problem("published_on", "决定公布日期", why, "决定公布后才能承接", GRANT)
        elif entry.published_on > today:
            why = f"{entry.published_on}晚于今天{today}"
            yield Problem("published_on", "决定公布日期", why, "没有公布的决定不得承接", GRANT)
        if (other := _still_held(entry)) is not None:
            why = f"同一事项已于{other.taken_on}承接，没有收回"
            yield Problem("taken_on", "承接日期", why, "请修改原有记录，或者先登记收回日期", GRANT)
        if not entry.legal_basis:
            yield Problem("legal_basis", "处罚依据", "没有填写", "逐项写明法律文件和条款", GRANT)
        if entry.coercion and not DEFAULTS.at(entry.organ.place.code).flag("granted_coercion"):
            yield Problem(
                "coercion", "含行政强制措施", "没有法律、法规或者省级规定的明确授权",
                "请改为否；有明确授权的，在口径配置中写明出处", COERCION[17, 1],
            )  # fmt: skip
        if (entry.evaluated_on is None) != (entry.evaluation == ""):
            yield Problem("evaluation", "评估结论", "与最近评估日期不一致", "评估过的，日期和结论都填写", EVALUATED)
        for name, label in (("evaluated_on", "最近评估日期"), ("recalled_on", "收回日期")):
            day = getattr(entry, name)
            if day is not None and not entry.taken_on <= day <= today:
                yield Problem(name, label, f"{day}早于承接日期{entry.taken_on}，或者晚于今天", "请核对日期", GRANT)

    @classmethod
    def doubts(cls, entry: GrantedPower) -> Iterable[Problem]:
        """Bases that do not stand; a receiver or a former organ that nobody confirmed; dates that do not fit."""
        yield from basis_doubts("legal_basis", "处罚依据", entry.legal_basis, entry.taken_on)
        kinds = _kinds(entry.receiver)
        if not kinds:
            why = f"执法主体名录中没有“{entry.receiver}”"
            yield Problem("receiver", "承接机关", why, "请核对全称，或者先确认主体", CONFIRMED)
        elif entry.receiver_kind not in kinds:
            yield Problem("receiver_kind", "承接机关类别", "与执法主体名录中的类别不一致", "请核对", GRANT)
        if not _kinds(entry.former):
            why = f"执法主体名录中没有“{entry.former}”"
            yield Problem("former", "原行使部门", why, "赋权的是县级人民政府部门的处罚权，请核对全称", GRANT)
        if entry.evaluated_on is not None and entry.evaluate_by is not None and entry.evaluate_by <= entry.evaluated_on:
            why = f"{entry.evaluate_by}不晚于最近评估日期{entry.evaluated_on}"
            yield Problem("evaluate_by", "下次评估期限", why, "请改为下一次评估的期限，没有规定的留空", EVALUATED)

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """Evaluations that are due or late; powers that an evaluation wants recalled and nobody recalled."""
        listed = list(organs)
        yield from reminders(cls, today, listed)
        held = GrantedPower.objects.filter(withdrawn=False, organ_id__in=listed, recalled_on=None)
        for entry in held.filter(evaluate_by__lt=today).order_by("evaluate_by", "pk").iterator(200):
            text = f"“{entry}”最迟应于{entry.evaluate_by}评估，尚未评估。请组织评估，登记评估结论和下次评估期限。"
            yield Warned("grant_unevaluated", text, entry.organ_id, entry.pk, entry.evaluate_by, EVALUATED)
        for entry in held.filter(evaluation=Evaluation.RECALL).order_by("evaluated_on", "pk").iterator(200):
            text = f"“{entry}”已于{entry.evaluated_on}评估为收回，尚未登记收回日期。请办理。"
            yield Warned("grant_to_recall", text, entry.organ_id, entry.pk, entry.evaluated_on, EVALUATED)


def _still_held(entry: GrantedPower) -> GrantedPower | None:
    """An earlier or later entry of the same power and receiver whose time reaches into this one's."""
    same = GrantedPower._base_manager.filter(withdrawn=False, receiver=entry.receiver, item_code=entry.item_code)
    if entry.recalled_on is not None:
        same = same.filter(taken_on__lt=entry.recalled_on)
    others = same.exclude(pk=entry.pk).exclude(organ_id=entry.organ_id, taken_on=entry.taken_on)
    return others.exclude(recalled_on__lte=entry.taken_on).order_by("taken_on").first()
