"""Computed conditions of an on-the-spot penalty (自动核对的条件): None where met, otherwise why not, in Chinese."""

from __future__ import annotations

from decimal import Decimal

from yifa.areas.enforcement.common.acting import in_books
from yifa.areas.enforcement.common.party import PartyType
from yifa.areas.enforcement.summary_penalty import choices as c
from yifa.areas.enforcement.summary_penalty.models import SummaryCase
from yifa.areas.enforcement.summary_penalty.regimes import RegimeRule, rule_on
from yifa.kernel.defaults import Defaults
from yifa.kernel.situation import Situation

DEFAULTS = Defaults.beside(__file__)
YOUNGEST = 14

# --- guards -----------------------------------------------------------------------------------------


def rule_of(situation: Situation) -> RegimeRule | None:
    """The rule of the act under which the case stands, as of the penalty; before that as of the day asked about."""
    imposed = situation.first(situation.procedure.step("impose"))
    return rule_on(situation.record.regime, imposed.on if imposed is not None else situation.on)


def public_security(situation: Situation) -> bool:
    """Imposed under the act on public security."""
    return bool(situation.record.regime == c.Regime.PUBLIC_SECURITY)


def ordinary_regime(situation: Situation) -> bool:
    """Not imposed under the act on public security."""
    return not public_security(situation)


def fined(situation: Situation) -> bool:
    """A fine is imposed."""
    return bool(situation.record.fined)


def to_bank(situation: Situation) -> bool:
    """The party has to pay the fine at a bank."""
    return bool(situation.record.to_bank)


def collected(situation: Situation) -> bool:
    """The fine is collected on the spot."""
    return bool(situation.record.fined and situation.record.collected_on_spot)


def collected_generally(situation: Situation) -> bool:
    """Collected on the spot, the two days being working days."""
    return collected(situation) and ordinary_regime(situation)


def collected_by_police(situation: Situation) -> bool:
    """Collected on the spot under the act on public security, whose two days are not said to be working days."""
    return collected(situation) and public_security(situation)


def least_officers(situation: Situation) -> int:
    """One where the act lets a police officer act alone, the party does not object and all is recorded; else two."""
    rule, record = rule_of(situation), situation.record
    return 1 if rule is not None and rule.alone and record.no_objection and record.recorded else 2


def counts_as_citizen(situation: Situation) -> bool:
    """Whether the lower amount applies: natural persons, and individual businesses where the place says so."""
    kind = situation.record.party_type
    if kind == PartyType.INDIVIDUAL:
        return DEFAULTS.flag("individual_as_citizen", situation)
    return bool(kind == PartyType.NATURAL)


# --- whether it may be imposed on the spot ----------------------------------------------------------


def regime_fits(situation: Situation) -> str | None:
    """The special acts are for the police, and must allow on-the-spot penalties on that day."""
    record = situation.record
    if rule_of(situation) is None:
        return f"{record.get_regime_display()}在{situation.on}没有当场处罚的规定，请核对适用法律和日期"
    if record.regime != c.Regime.GENERAL and "公安" not in record.organ.name:
        return f"{record.get_regime_display()}处罚由公安机关作出，请改选“{c.Regime.GENERAL.label}”"
    return None


def amount_fits_kind(situation: Situation) -> str | None:
    """A fine has an amount; a mere warning has none."""
    record = situation.record
    if record.fined and not record.fine_amount:
        return "处以罚款的，应当填写罚款数额"
    if not record.fined and record.fine_amount:
        return "处罚种类只有警告，不应当填写罚款数额"
    return None


def within_threshold(situation: Situation) -> str | None:
    """The fine is no higher than may be imposed on the spot on this kind of party."""
    record, rule = situation.record, rule_of(situation)
    if rule is None or not record.fined or record.fine_amount is None:
        return None
    most = rule.most(counts_as_citizen(situation))
    if Decimal(record.fine_amount) <= most:
        return None
    who = record.get_party_type_display() or "当事人"
    fine = f"对{who}罚款{plain(record.fine_amount)}元"
    return f"{fine}，超过当场处罚的上限{plain(most)}元（{rule.basis}），请转为普通程序办理"


def old_enough(situation: Situation) -> str | None:
    """Nobody under fourteen is punished (处罚法30)."""
    age = situation.record.party_age(situation.on)
    if age is None or age >= YOUNGEST:
        return None
    return f"当事人{age}周岁，不满十四周岁，不予行政处罚，请登记“不予处罚”并责令监护人管教"


def not_punished_already(situation: Situation) -> str | None:
    """The same act is not fined twice (处罚法29): the same party for the same item on the same day."""
    record = situation.record
    if not in_books(situation) or not record.fined or not record.party_key:
        return None
    rows = type(record)._base_manager.filter(
        organ_id=record.organ_id, served_on=situation.on, item_code=record.item_code, violation=record.violation
    )
    same = rows.filter(party_id_no=record.party_id_no) if record.party_id_no else rows.filter(
        party_name=record.party_name
    )  # fmt: skip
    other = same.exclude(pk=record.pk).exclude(outcome=c.Outcome.REVOKED).order_by("pk").first()
    if other is None:
        return None
    return f"当事人当日已因相同违法行为受到当场处罚（{other.number}），同一个违法行为不得给予两次以上罚款"


def refusal_noted(situation: Situation) -> str | None:
    """Where the party refuses to sign, the decision says so."""
    record = situation.record
    if record.party_refused_sign and not record.refusal_note:
        return "当事人拒绝签收的，应当填写拒绝签收的情况，在决定书上注明"
    return None


def preprinted_once(situation: Situation) -> str | None:
    """A decision numbered on paper beforehand, handed over where there was no network, is used once (处罚法52①)."""
    record = situation.record
    if not in_books(situation) or not record.preprinted_no:
        return None
    rows = type(record)._base_manager.filter(organ_id=record.organ_id, preprinted_no=record.preprinted_no)
    other = rows.exclude(pk=record.pk).order_by("pk").first()
    return f"编号{record.preprinted_no}的纸质决定书已用于{other.number}，请核对编号" if other is not None else None


# --- money collected on the spot --------------------------------------------------------------------


def may_collect(situation: Situation) -> str | None:
    """There is a ground for collecting on the spot that the act knows, and it fits the amount."""
    record, rule = situation.record, rule_of(situation)
    if rule is None:
        return None
    if not record.collect_reason:
        return "当场收缴的，应当选择当场收缴理由；没有法定理由的，由当事人到银行或者通过电子支付系统缴纳"
    if record.collect_reason not in rule.grounds:
        known = "、".join(c.SpotGround(ground).label for ground in rule.grounds)
        return f"{record.get_regime_display()}不以此为当场收缴的理由，可以选：{known}"
    if record.collect_reason == c.SpotGround.ON_FOOT and not record.no_objection:
        return f"对行人、乘车人、非机动车驾驶人的罚款，当事人无异议的才可以当场收缴（{rule.collecting}）"
    return _small_enough(record, rule) if record.collect_reason == c.SpotGround.SMALL else None


def _small_enough(record: SummaryCase, rule: RegimeRule) -> str | None:
    if record.fine_amount is not None and Decimal(record.fine_amount) > rule.smallest:
        amount = plain(record.fine_amount)
        return f"罚款{amount}元超过{rule.smallest}元，不属于可以当场收缴的小额罚款（{rule.collecting}）"
    if rule.consent and not record.no_objection:
        return f"小额罚款当场收缴须当事人对罚款没有异议（{rule.collecting}）"
    return None


def receipt_given(situation: Situation) -> str | None:
    """A receipt of the ministry's or the province's finance department was given."""
    return None if situation.record.receipt_no else "当场收缴的，必须出具财政部门统一制发的专用票据，请填写票据号"


def paid_with(situation: Situation) -> tuple[str, Decimal]:
    """The receipts given on the spot, and the fine."""
    return situation.record.receipt_no, Decimal(situation.record.fine_amount or 0)


def not_sealed(situation: Situation) -> str | None:
    """Records of offences against public security are sealed from 2026 on and never published (治安法136)."""
    record = situation.record
    if record.social_impact and record.regime == c.Regime.PUBLIC_SECURITY:
        return "违反治安管理的记录应当封存，不得提供或者公开，请取消“具有一定社会影响，应当公开”"
    return None


# --- afterwards -------------------------------------------------------------------------------------


def money_settled(situation: Situation) -> str | None:
    """The fine was paid, or what was collected lies at the bank."""
    record = situation.record
    if not record.fined:
        return None
    if record.collected_on_spot:
        return None if record.remitted_on else "当场收缴的罚款尚未缴付指定的银行"
    done = record.paid_on or situation.did(situation.procedure.step("fine_ended"))
    return None if done else "当事人尚未缴纳罚款"


def filed(situation: Situation) -> str | None:
    """The decision was reported to the organ."""
    return None if situation.record.filed_on else "当场处罚决定尚未报所属机关备案"


def spare_fits(situation: Situation) -> str | None:
    """Childhood as the ground must agree with the date of birth."""
    record = situation.record
    age = record.party_age(situation.on)
    if record.spare_ground == c.SpareGround.CHILD and age is not None and age >= YOUNGEST:
        return f"当事人{age}周岁，已满十四周岁"
    return None


def educated(situation: Situation) -> str | None:
    """Whoever is spared is educated, and it is on record (处罚法33③)."""
    if situation.record.spare_ground == c.SpareGround.UNFOUNDED or situation.record.education:
        return None
    return "依法不予处罚的，应当对当事人进行教育，请填写教育情况"


def plain(amount: Decimal) -> str:
    """An amount without needless zeros."""
    return f"{Decimal(amount).normalize():f}"
