"""Limits, figures and versions of government contracts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.db.models import Q

from yifa.areas.rulemaking.contract_acts import (
    AGREEMENTS,
    CIVIL,
    COERCION,
    DISCLOSURE,
    LITIGATION,
    LOCAL,
    PAYMENT,
    PROCUREMENT,
    PROCUREMENT_RULES,
    SINCE_2025,
    TENDER_RULES,
    TENDERS,
)
from yifa.areas.rulemaking.government_contract import conditions as test
from yifa.areas.rulemaking.government_contract.contract_making import BUDGETED, NO_BORROWING, NO_SECURITY
from yifa.areas.rulemaking.government_contract.contract_making import terms as terms_of
from yifa.areas.rulemaking.government_contract.contract_performance import Performance
from yifa.areas.rulemaking.government_contract.contract_signing import to_sign, to_sign_exempt
from yifa.areas.rulemaking.government_contract.defaults import DEFAULTS
from yifa.areas.rulemaking.government_contract.figures import Unsettled
from yifa.areas.rulemaking.government_contract.models import ContractCase as Case
from yifa.clock import Period, days, months, working_days, years
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Limit, Omitted, computed
from yifa.kernel.figures import Count, Share, Sum, Timely
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

S = Performance
SIGNED = (S.sign, S.sign_exempt, S.register_signed)
AT_ONCE = Consequence("逾期，应当立即办理", LOCAL)


def review_term(situation: Situation) -> Period:
    """The days for the review that local rules give."""
    return working_days(DEFAULTS.number("review_days", situation), LOCAL)


def filing_term(situation: Situation) -> Period:
    """The days for filing that local rules give, working days or not."""
    amount = DEFAULTS.number("filing_days", situation)
    working = DEFAULTS.flag("filing_in_working_days", situation)
    return working_days(amount, LOCAL) if working else days(amount, LOCAL)


def refile_term(situation: Situation) -> Period:
    """In how many working days a returned filing is made good: what the receiving side asks for."""
    return working_days(DEFAULTS.number("refile_days", situation), LOCAL)


def answer_term(situation: Situation) -> Period:
    """In how many working days an opinion of the justice bureau is answered."""
    return working_days(DEFAULTS.number("filing_answer_days", situation), LOCAL)


class GovernmentContract(Performance):
    """Contracts begun from 2021-01-01 on, under the civil code."""

    since = date(2021, 1, 1)
    numbered_by = SIGNED
    fixed_by = SIGNED

    sign_in_time = Limit(
        "签订合同", PROCUREMENT[46, 1].says("三十日内"), days(30, PROCUREMENT[46, 1]),
        since=(S.award,), until=(*SIGNED, S.give_up), when=test.procured,
        on_expiry=Consequence("逾期未签订，依法承担责任", PROCUREMENT[46, 2]),
    )  # fmt: skip
    sign_after_tender = Limit(
        "签订合同（招标）", TENDERS[46, 1].says("三十日内"), days(30, TENDERS[46, 1]),
        since=(S.award,), until=(*SIGNED, S.give_up),
        when=lambda situation: test.tendered(situation) and not test.procured(situation),
        on_expiry=Consequence("逾期未签订，依法承担责任", TENDERS[46, 1]),
    )  # fmt: skip
    review_in_time = Limit(
        "合法性审查", LOCAL, review_term, ref="T-GC-5", since=(S.submit_review, S.propose_change),
        until=(S.receive_opinion, S.redraft, S.drop_change), bound=Role.REVIEWER, on_expiry=AT_ONCE,
    )  # fmt: skip
    announce_in_time = Limit(
        "政府采购合同公告", PROCUREMENT_RULES[50].says("2个工作日"), working_days(2, PROCUREMENT_RULES[50]),
        since=SIGNED, until=(S.notice.done,), when=test.procured, bound=Role.PUBLISHER, outlives=True,
        on_expiry=Consequence("逾期，应当立即公告", PROCUREMENT_RULES[50]),
    )  # fmt: skip
    file_finance_in_time = Limit(
        "报财政部门备案", PROCUREMENT[47].says("七个工作日"), working_days(7, PROCUREMENT[47]),
        since=SIGNED, until=(S.file_finance,), when=test.procured, outlives=True,
        on_expiry=Consequence("逾期，应当立即备案", PROCUREMENT[47]),
    )  # fmt: skip
    file_in_time = Limit(
        "报司法局备案", LOCAL, filing_term, ref="T-GC-6", since=SIGNED, until=(S.file,), when=test.to_file,
        outlives=True, on_expiry=AT_ONCE,
    )  # fmt: skip
    refile_in_time = Limit(
        "补正报备材料", LOCAL, refile_term, since=(S.filing_returned,), until=(S.refile, S.filing_refused),
        outlives=True, on_expiry=AT_ONCE,
    )  # fmt: skip
    answer_filing_in_time = Limit(
        "反馈备案审查意见处理情况", LOCAL, answer_term, since=(S.filing_questioned,),
        until=(S.answer_filing, S.filing_closed), outlives=True, on_expiry=AT_ONCE,
    )  # fmt: skip
    claim_in_time = Limit(
        "诉讼时效", CIVIL[188, 1].says("三年"), years(3, CIVIL[188, 1]), ref="T-GC-7",
        since=(S.breach, S.demand, S.acknowledge), until=(S.sue, S.settle), when=test.civil, outlives=True,
        on_expiry=Consequence("义务人可以提出不履行义务的抗辩", CIVIL[192, 1].says("抗辩")),
    )  # fmt: skip
    contest_in_time = Limit(
        "对方起诉期限", LITIGATION[46, 1].says("六个月"), months(6, LITIGATION[46, 1]),
        since=(S.serve_decision,), until=(S.contested, S.remedy_lapsed), bound=Role.APPLICANT, outlives=True,
        on_expiry=S.remedy_lapsed,
    )  # fmt: skip
    urged_long_enough = Limit(
        "申请强制执行前的催告", COERCION[54].says("十日后"), working_days(10, COERCION[69].says("十日以内")),
        since=(S.urge_enforcement,), until=(S.enforce,), floor=True, outlives=True,
        on_expiry=Consequence("当事人仍未履行的，可以申请人民法院强制执行", COERCION[54]),
    )  # fmt: skip
    enforce_in_time = Limit(
        "申请强制执行", COERCION[53].says("三个月"), months(3, COERCION[53]), since=(S.remedy_lapsed,),
        until=(S.enforce,), outlives=True,
        on_expiry=Consequence("逾期申请的，人民法院不予受理", COERCION[53]),
    )  # fmt: skip

    gc_submitted = Count("送审的合同", by=(S.submit_review, S.propose_change), definition="期内送合法性审查的合同。")
    gc_reviewed = Count(
        "合法性审查的合同", unit="份", indicator="contract.reviewed", by=(S.receive_opinion,),
        definition="期内收到合法性审查意见的合同，含补充协议、解除的审查；一份合同多次审查的计一件。",
    )  # fmt: skip
    gc_amount = Sum(
        "合法性审查的合同金额", unit="元", of=Case.amount, over=gc_reviewed, definition="上述合同的金额合计。"
    )
    gc_signed = Count("签订的合同", by=SIGNED, definition="期内签订的合同，含补录和不适用审查的。")
    gc_signed_amount = Sum(
        "签订的合同金额", unit="元", of=Case.amount, over=gc_signed, definition="上述合同的金额合计。"
    )
    gc_to_review = Count(
        "应当审查的合同", by=SIGNED, where=Q(exemption=""),
        definition="期内签订的合同，除去本级规定不适用审查的；未送审已签订的也计入。",
    )  # fmt: skip
    gc_reviewed_first = Count(
        "签订前已审查的合同",
        by=SIGNED,
        where=Q(exemption="", reviewed_before=True),
        definition="其中签订前已经审查的。",
    )
    gc_review_rate = Share(
        "政府合同合法性审查率", numerator=gc_reviewed_first, denominator=gc_to_review,
        definition="签订前已经审查的合同占应当审查的合同的比率。",
    )  # fmt: skip
    gc_agreements = Count(
        "签订的行政协议", by=SIGNED, where=Q(nature="administrative_agreement"), definition="其中属于行政协议的。"
    )
    gc_dispute = Count("发生纠纷的合同", by=(S.dispute,), definition="期内发生纠纷的合同。")
    gc_dispute_open = Unsettled(
        "未办结纠纷的合同", by=(S.dispute,), settled=(S.settle,), standing=True,
        definition="期末尚有纠纷未办结的合同；发生几起的，有一起未办结即计入。",
    )  # fmt: skip
    gc_ended = Count(
        "终结的合同", by=(S.complete, S.terminate, S.annul), definition="期内履行完毕、解除或者被确认无效的。"
    )
    gc_filing_due = Timely(
        "备案的合同", limits=(file_in_time,), states=(State.KEPT, State.LATE), definition="期内报司法局备案的。"
    )
    gc_filed_in_time = Timely(
        "按期备案的合同", limits=(file_in_time,), states=(State.KEPT,), definition="其中在期限内备案的。"
    )
    gc_filing_rate = Share(
        "合同备案及时率", numerator=gc_filed_in_time, denominator=gc_filing_due, definition="按期备案的占备案的比率。"
    )
    gc_announced = Timely(
        "按期公告的政府采购合同",
        limits=(announce_in_time,),
        states=(State.KEPT,),
        definition="签订后两个工作日内公告的。",
    )

    omitted = (
        Omitted(CIVIL[194, 1], "诉讼时效中止的情形由承办人判断，发生时在违约情况中写明，系统不自动延长"),
        Omitted(CIVIL[189], "同一债务分期履行的，自最后一期履行期限届满之日起算，由承办人按该日登记违约"),
        Omitted(AGREEMENTS[24, 2], "法律、行政法规规定对协议有监督履行职权的处理决定，按各该法律的程序办理"),
        Omitted(TENDER_RULES[57, 2], "退还投标保证金属于招标程序，不属于合同管理"),
        Omitted(CIVIL[594], "国际货物买卖、技术进出口合同时效四年，县级机关很少签订"),
        Omitted(PROCUREMENT[45], "必备条款由标准文本保证"),
        Omitted(TENDERS[47], "招标投标情况的书面报告属于招标程序，不属于合同管理"),
        Omitted(DISCLOSURE[15], "合同全文不主动公开；依申请公开时遮蔽商业秘密"),
        Omitted(AGREEMENTS[20], "预期违约由对方主张"),
        Omitted(AGREEMENTS[23, 1], "诉讼中的调解在诉讼程序中办理"),
    )

    @classmethod
    def title_of(cls, record: Case) -> str:
        """The title of the contract with the other side, where that is no citizen."""
        names = [str(row.get("name", "")) for row in record.counterparties if row.get("kind") != "citizen"]
        return f"{record.contract_title}（{'、'.join(names[:2])}）" if names else record.contract_title


SME_2025 = (
    computed(PAYMENT[9, 1].says("60日"), "向中小企业付款期限不超过六十日", test.term_short_enough,
             qualified=PAYMENT[9, 3].says("另有规定"), when=test.to_sme),
    computed(PAYMENT[10, 2].says("明确、合理"), "约定了检验、验收期限", test.acceptance_agreed,
             qualified=PAYMENT[10, 2].says("另有规定"), when=test.to_sme),
    computed(PAYMENT[17].says("报价利率"), "约定逾期利率不低于贷款市场报价利率", test.rate_high_enough,
             when=test.to_sme),
    computed(PAYMENT[12].says("审计结果"), "没有强制以审计结果作为结算依据", test.no_audit_settlement,
             qualified=PAYMENT[12].says("另有规定"), when=test.to_sme),
)  # fmt: skip


class GovernmentContract2025(GovernmentContract):
    """Contracts signed from 2025-06-01 on: the payment regulation as revised in 2025."""

    since = SINCE_2025
    version_basis = PAYMENT[37]

    check_budget = replace(
        S.check_budget,
        conditions=(
            BUDGETED,
            computed(PAYMENT[8, 1].says("无预算"), "向中小企业采购有批准的预算", test.budgeted, when=test.to_sme),
            NO_SECURITY,
            NO_BORROWING,
            computed(PAYMENT[8, 2].says("垫资建设"), "没有由施工单位垫资", test.no_advances, when=test.works),
        ),
    )
    submit_review = replace(S.submit_review, conditions=terms_of(SME_2025))
    sign = replace(S.sign, conditions=to_sign(SME_2025))
    sign_exempt = replace(S.sign_exempt, conditions=to_sign_exempt(SME_2025))
