"""Computed conditions of a contract (自动核对的条件): None where met, otherwise why not, in Chinese."""

from __future__ import annotations

import re
from decimal import Decimal

from django.core.exceptions import ValidationError

from yifa.areas.rulemaking.contract_kinds import ContractType, Nature
from yifa.areas.rulemaking.contract_template.register import templates_for
from yifa.areas.rulemaking.fair_competition.clearance import why_not as why_not_issued
from yifa.areas.rulemaking.government_contract import choices as c
from yifa.areas.rulemaking.government_contract.defaults import DEFAULTS
from yifa.areas.rulemaking.government_contract.model_texts import model_texts
from yifa.areas.rulemaking.legality_review.clearance import why_not
from yifa.kernel.situation import Happened, Situation
from yifa.office.codes import validate_credit_code

# --- guards -----------------------------------------------------------------------------------------


def agreement(situation: Situation) -> bool:
    """An administrative agreement."""
    return bool(situation.record.nature == Nature.AGREEMENT)


def civil(situation: Situation) -> bool:
    """A civil contract."""
    return not agreement(situation)


def spending(situation: Situation) -> bool:
    """The organ pays."""
    return bool(situation.record.flow == c.Flow.SPENDING)


def to_sme(situation: Situation) -> bool:
    """The organ pays a small or medium enterprise."""
    return bool(situation.record.sme)


def procured(situation: Situation) -> bool:
    """Bought under 政府采购法."""
    return situation.record.procurement in c.PROCURED


def tendered(situation: Situation) -> bool:
    """Awarded by tender, or by another way of government procurement with a notice of award."""
    return procured(situation) or situation.record.procurement == c.Procurement.WORKS


def works(situation: Situation) -> bool:
    """A contract for works."""
    return bool(situation.record.contract_type == ContractType.WORKS)


def major(situation: Situation) -> bool:
    """A major contract by the local rules."""
    return bool(situation.record.major)


def to_file(situation: Situation) -> bool:
    """Whether it has to be filed at the justice bureau."""
    return major(situation) or DEFAULTS.flag("file_all", situation)


def filing_to_mend(situation: Situation) -> bool:
    """What was filed came back and was not filed again since."""
    step = situation.procedure.step
    back = situation.last(step("filing_returned"))
    again = situation.last(step("file"), step("refile"))
    return back is not None and (again is None or again.place < back.place)


def competition_applies(situation: Situation) -> bool:
    """Agreements with operators that are policy measures: investment, memoranda, administrative agreements."""
    record = situation.record
    kinds = (ContractType.INVESTMENT, ContractType.MEMORANDUM, ContractType.FRANCHISE)
    no_operators = record.agreement_kind in (c.AgreementKind.COMPENSATION, c.AgreementKind.HOUSING)
    return (agreement(situation) and not no_operators) or record.contract_type in kinds


def for_the_public(situation: Situation) -> bool:
    """Changed or ended for a public interest."""
    return situation.record.change_kind in c.FOR_THE_PUBLIC


def under_review(situation: Situation) -> bool:
    """A text was submitted to legality review at some time."""
    step = situation.procedure.step
    return situation.did(step("submit_review"), step("propose_change"))


def agreement_for_the_public(situation: Situation) -> bool:
    """An administrative agreement that is changed or ended for a public interest."""
    return agreement(situation) and for_the_public(situation)


def added_purchase(situation: Situation) -> bool:
    """More is bought by a supplement to a contract of government procurement, whatever it is called (追加采购)."""
    record = situation.record
    more = record.change_amount is not None and record.change_amount > 0 and record.change_kind not in c.ENDING
    return procured(situation) and (more or record.change_kind == c.Change.PROCUREMENT)


def by_tender(situation: Situation) -> bool:
    """Awarded by tender, so that no other agreement may depart from it (招标投标法第四十六条)."""
    return situation.record.procurement in c.TENDERED


def changing(situation: Situation) -> bool:
    """A change or an end was proposed and neither signed nor given up since."""
    step = situation.procedure.step
    proposed = situation.last(step("propose_change"))
    settled = situation.last(step("change"), step("terminate"), step("drop_change"))
    return proposed is not None and (settled is None or settled.place < proposed.place)


# --- parties ----------------------------------------------------------------------------------------


def capable(situation: Situation) -> str | None:
    """The party is a body that can be a party (民法典第九十七条)."""
    capacity = situation.record.party_capacity
    if not capacity or capacity in c.CAPABLE:
        return None
    label = c.Capacity(capacity).label
    return f"签约主体为{label}，没有主体资格，应当以其所属或者设立它的机关名义签订"


def identified(situation: Situation) -> str | None:
    """Every other side that is an organisation has a unified social credit code."""
    for row in situation.record.counterparties:
        if row.get("kind", c.PartyKind.LEGAL_PERSON) != c.PartyKind.CITIZEN and not row.get("code"):
            return f"相对方“{row.get('name', '')}”没有填写统一社会信用代码"
    return None


def codes_right(situation: Situation) -> str | None:
    """The codes that are given check."""
    for row in situation.record.counterparties:
        name, code = row.get("name", ""), str(row.get("code") or "")
        if not code or row.get("kind", c.PartyKind.LEGAL_PERSON) == c.PartyKind.CITIZEN:
            continue
        try:
            validate_credit_code(code)
        except ValidationError as error:
            return f"相对方“{name}”的{error.messages[0].rstrip('。')}"
    return None


def kind_named(situation: Situation) -> str | None:
    """An administrative agreement says of which kind it is."""
    return "属于行政协议的，应当填写行政协议种类" if not situation.record.agreement_kind else None


# --- money ------------------------------------------------------------------------------------------


def budgeted(situation: Situation) -> str | None:
    """The organ may not spend without or beyond its budget (预算法第十三条)."""
    record = situation.record
    if not record.budget_item or record.budget_amount is None:
        return "没有填写预算科目和预算安排金额，不得无预算采购、支出"
    if record.amount is not None and record.amount > record.budget_amount and not record.cross_year:
        return f"合同金额{record.amount}元超过预算安排{record.budget_amount}元"
    return None


def no_guarantee(situation: Situation) -> str | None:
    """Organs give no security for the debts of others (预算法第三十五条第四款、民法典第六百八十三条第一款)."""
    return "合同含有担保承诺，机关不得为保证人，不得以任何方式提供担保" if situation.record.guarantee_clause else None


def no_borrowing(situation: Situation) -> str | None:
    """Organs do not borrow (预算法第三十五条第三款)."""
    return "合同含有举借债务内容，不得以任何方式举借债务" if situation.record.borrowing_clause else None


def no_advances(situation: Situation) -> str | None:
    """Builders do not pre-finance public works."""
    return "政府投资项目不得由施工单位垫资建设" if situation.record.builder_advances else None


def term_short_enough(situation: Situation) -> str | None:
    """An SME is paid within sixty days at the latest."""
    agreed = situation.record.payment_days
    return f"约定的付款期限{agreed}日超过六十日" if agreed is not None and agreed > 60 else None


def rate_high_enough(situation: Situation) -> str | None:
    """A rate agreed for late payment is not below the loan prime rate."""
    record = situation.record
    if record.interest_rate is None:
        return None
    if record.lpr is None:
        return "约定了逾期利率的，应当填写订立时1年期贷款市场报价利率"
    if record.interest_rate < record.lpr:
        return f"约定年利率{record.interest_rate}%低于1年期贷款市场报价利率{record.lpr}%"
    return None


def acceptance_agreed(situation: Situation) -> str | None:
    """Where payment waits for acceptance, a clear period is agreed for it."""
    record = situation.record
    if record.settlement == c.Settlement.ACCEPTANCE and not record.acceptance_term:
        return "以检验、验收合格为付款条件的，应当约定明确、合理的检验、验收期限"
    return None


def no_audit_settlement(situation: Situation) -> str | None:
    """The result of an audit is not forced upon an SME as the basis of settlement."""
    return "不得强制要求以审计机关的审计结果作为结算依据" if situation.record.audit_settlement else None


def bond_small_enough(situation: Situation) -> str | None:
    """The performance bond in government procurement is at most a tenth (政府采购法实施条例第四十八条)."""
    record = situation.record
    if record.performance_bond is None or record.amount is None:
        return None
    most = record.amount / 10
    return f"履约保证金{record.performance_bond}元超过合同金额的10%" if record.performance_bond > most else None


# --- clauses ----------------------------------------------------------------------------------------

CLAUSES = {
    "当事人的名称（姓名）和住所": r"住所|地址|住址|甲方|当事人",
    "标的": r"标的|采购内容|工程内容|服务内容|货物|项目名称|租赁物|不动产|房屋|土地|合作内容|特许经营",
    "数量": r"数量|规模|面积|套|台|件|工程量|名|项",
    "质量": r"质量|标准|合格|技术要求|规格",
    "价款或者报酬": r"价款|金额|报酬|租金|费用|补偿款|出让金|元",
    "履行期限、地点和方式": r"期限|工期|交付|履行地|地点|分期|日内",
    "违约责任": r"违约",
    "解决争议的方法": r"争议|纠纷|诉讼|仲裁|管辖",
}


def clauses_complete(situation: Situation) -> str | None:
    """The eight clauses that a contract generally has (民法典第四百七十条第一款)."""
    text = situation.record.draft
    missing = [name for name, words in CLAUSES.items() if not re.search(words, text)]
    return f"合同文本中没有找到：{'、'.join(missing)}" if missing else None


def model_text_used(situation: Situation) -> str | None:
    """A model text is used, or it is said why not."""
    record = situation.record
    if record.model_text or record.model_departure:
        return None
    own = [] if record.organ.pk is None else templates_for(record.organ, record.contract_type, situation.on)
    names = [*dict.fromkeys(one.name for one in own), *model_texts().get(record.contract_type, ())]
    known = "、".join(f"《{name}》" for name in names)
    return "没有使用示范文本的，应当说明理由" + (f"；可以选用{known}" if known else "")


def no_arbitration(situation: Situation) -> str | None:
    """Administrative agreements have no arbitration clause (协议规定第二十六条); civil contracts may."""
    return "行政协议约定仲裁条款的，该条款无效" if situation.record.forum == c.Forum.ARBITRATION else None


def venue_connected(situation: Situation) -> str | None:
    """The court agreed on lies where the dispute has a real connection (协议规定第七条)."""
    record = situation.record
    if record.forum == c.Forum.COURT and record.venue == c.Venue.OTHER:
        return "约定的管辖法院所在地应当与争议有实际联系"
    return None


# --- reviews ----------------------------------------------------------------------------------------


def competition_reviewed(situation: Situation) -> str | None:
    """No policy measure without fair competition review, nor against its result (公平竞争审查条例第十八条)."""
    why = why_not_issued(True, situation.record.competition)
    return why.replace("出台", "签订") if why else None


def reviewed(situation: Situation) -> str | None:
    """A clearing opinion stands on the very text that is to be signed; some contracts need none."""
    if situation.record.exemption:
        return _exempt(situation)
    step = situation.procedure.step
    asked = situation.last(step("submit_review"), step("redraft"))
    return _not_cleared(situation, asked, situation.record.draft_digest)


def change_reviewed(situation: Situation) -> str | None:
    """A supplement or an end is reviewed anew, after it was proposed."""
    asked = situation.last(situation.procedure.step("propose_change"))
    return _not_cleared(situation, asked, situation.record.change_digest)


def _not_cleared(situation: Situation, asked: Happened | None, now: str) -> str | None:
    record, step = situation.record, situation.procedure.step
    opinion, cleared = situation.last(step("receive_opinion")), situation.last(step("receive_clearance"))
    adjusted = situation.last(step("adjust"), step("adjust_change"))
    if opinion is None or (asked is not None and opinion.place < asked.place):
        return "尚未收到合法性审查意见，未经审查不得签订"
    after = adjusted if adjusted is not None and adjusted.place > opinion.place else opinion
    checked = cleared is not None and cleared.place > after.place
    # on paper nobody computes a digest: then the check itself stands for the text as it was checked
    digest = (record.cleared_digest or now or "paper") if checked else ""
    reviewed_text = "" if adjusted is not None and after is adjusted else record.reviewed_digest
    why = why_not(record.review_conclusion, reviewed=reviewed_text, cleared=digest, now=now)
    if why is None and after is adjusted and not checked:
        return "修改后的文本尚未经审查机构核对采纳情况"
    return f"{why}，不得签订" if why else None


def _exempt(situation: Situation) -> str | None:
    record = situation.record
    most = Decimal(DEFAULTS.number("small_purchase", situation))
    if record.exemption == c.Exemption.SMALL and (record.amount is None or record.amount > most):
        return f"小额采购不审查的上限为{most}元，本合同应当送审"
    if record.exemption == c.Exemption.LABOUR and record.contract_type != ContractType.LABOUR:
        return "合同类型不是劳动合同，应当送审"
    if record.exemption == c.Exemption.SMALL and record.contract_type not in (
        ContractType.GOODS, ContractType.SERVICES,
    ):  # fmt: skip
        return "小额采购不审查的，仅限于货物、服务采购"
    return None


def discussed(situation: Situation) -> str | None:
    """A major contract is discussed collectively before it is signed."""
    record = situation.record
    return None if record.meeting and record.meeting_on else "重大合同应当经集体研究，请登记会议和日期"


def authorised(situation: Situation) -> str | None:
    """An agent signs on a written authorisation: issued here, or from outside with its number."""
    record = situation.record
    if record.signing_authority != c.Signing.AUTHORISED or record.authorisation:
        return None
    issued = situation.did(situation.procedure.step("authorise"))
    return None if issued else "由代理人签署的，应当有书面授权，请先办理“授权签订”或者填写授权委托书文号"
