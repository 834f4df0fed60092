"""The filing of contracts (合同备案), at the justice bureau: registered, looked at, and followed up where it must be.

Filing is the local rule's: it does not replace the review before signature, and the contract stands without it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import Q

from yifa.areas.rulemaking.contract_acts import CIVIL, LOCAL
from yifa.areas.rulemaking.contract_filing import conditions as test
from yifa.areas.rulemaking.contract_filing import defaults as term
from yifa.areas.rulemaking.contract_filing.models import ContractFilingCase as Case
from yifa.kernel.clocks import State
from yifa.kernel.declare import NEW, ON, Consequence, Input, Limit, Procedure, Stage, Step, computed, judged
from yifa.kernel.figures import Count, Share, Sum, Timely
from yifa.office.roles import Role
from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"
BY = (Role.HANDLER, Role.REVIEWER)
GIVEN = (
    Case.filer, Case.filer_name, Case.contract, Case.contract_number, Case.nature, Case.counterparties, Case.amount,
    Case.signed_on, Case.review_number, Case.reviewed_before, Case.meeting, Case.text, Case.reviewed_digest,
)  # fmt: skip
RECEIPT = Instrument("合同备案登记回执", "", FOLDER / "receipt.txt")
RETURN = Instrument("合同报备材料补正通知书", "合备补", FOLDER / "return.txt")
OPINION = Instrument("合同备案审查意见书", "合备审", FOLDER / "opinion.txt")
URGE_LETTER = Instrument("合同备案审查意见督促函", "合备督", FOLDER / "urge.txt")
URGE = Consequence("督促办理", LOCAL)
UNREVIEWED = computed(LOCAL, "签订前经过合法性审查", test.unreviewed_said, qualified=LOCAL)


class ContractFiling(Procedure):
    """The filing of government contracts."""

    key, label, mark = "contract_filing", "合同备案", "合备"
    model = Case
    since = date(2021, 1, 1)
    version_basis = CIVIL[1260]

    received = Stage("形式审查")
    returned = Stage("退回补正")
    registered = Stage("审查")
    correcting = Stage("待反馈处理情况")
    closed = Stage("审结", final=True)
    refused = Stage("不予登记", final=True)

    receive = Step(
        "收到报备",
        LOCAL,
        (NEW | returned) >> received,
        by=BY,
        needs=(Case.contract_title,),
        may=GIVEN,
        sets=((Case.received_on, ON), (Case.late, test.filed_late)),
        conditions=(computed(LOCAL, "写明报备单位", test.filer_named),),
        help="报备单位在系统内报备时自动建立；纸质报备的，由本机关登记。",
    )
    send_back = Step(
        "退回补正",
        LOCAL,
        received >> returned,
        by=BY,
        needs=(Case.return_reason,),
        sets=((Case.returned_once, True),),
        document=RETURN,
        help="合同文本、审查意见、集体研究记录不齐的，通知补正。",
        rare=True,
    )
    refuse = Step(
        "不予登记",
        LOCAL,
        (received | returned) >> refused,
        by=BY,
        asks=(Input("理由", "long", code="why"),),
        help="不属于本级规定应当备案的合同，或者不应向本机关报备的。",
        rare=True,
    )
    register = Step(
        "备案登记",
        LOCAL,
        received >> registered,
        by=BY,
        sets=((Case.registered_on, ON),),
        conditions=(judged(LOCAL, "合同文本、合法性审查意见、集体研究记录齐全"),),
        document=RECEIPT,
        help="登记号即备案号，自动回到合同。",
    )
    ask_filer = Step(
        "要求报备单位说明",
        LOCAL,
        registered,
        by=BY,
        asks=(Input("要求说明的事项", "long", code="what"), Input("说明的期限", "date", code="until")),
    )
    filer_explains = Step(
        "报备单位说明", LOCAL, registered, by=BY, requires=(ask_filer,), asks=(Input("说明", "long", code="what"),)
    )
    clear = Step(
        "审查无意见",
        LOCAL,
        registered >> closed,
        by=BY,
        sets=((Case.concluded_on, ON),),
        conditions=(
            UNREVIEWED,
            computed(LOCAL, "签订文本与审查文本一致", test.text_as_reviewed, qualified=LOCAL),
            judged(CIVIL[143].says("强制性规定"), "没有违反法律、行政法规的强制性规定，没有明显的法律风险"),
        ),
    )
    advise = Step(
        "提出备案审查意见",
        LOCAL,
        registered >> correcting,
        by=BY,
        needs=(Case.problems, Case.opinion),
        approved_by=(Role.ORGAN_HEAD,),
        document=OPINION,
        help="合同已经签订，意见不改变合同的效力；建议签订补充协议、解除、补办程序或者防范风险。",
    )
    receive_answer = Step(
        "收到处理情况",
        LOCAL,
        correcting,
        by=BY,
        needs=(Case.answer,),
        help="报备单位在系统内反馈的自动登记。",
    )
    not_enough = Step(
        "处理不到位，要求继续处理",
        LOCAL,
        correcting,
        by=BY,
        requires=(receive_answer,),
        asks=(Input("不到位的事项", "long", code="what"),),
        rare=True,
    )
    urge = Step(
        "督促反馈",
        LOCAL,
        correcting,
        by=BY,
        asks=(Input("督促的内容", "long", code="what"),),
        document=URGE_LETTER,
        rare=True,
    )
    report_up = Step(
        "报告本级人民政府",
        LOCAL,
        correcting,
        by=BY,
        requires=(urge,),
        approved_by=(Role.ORGAN_HEAD,),
        asks=(Input("报告的事项", "long", code="what"),),
        help="经督促仍不处理，可能造成重大损失的。",
        rare=True,
    )
    settle = Step(
        "处理到位",
        LOCAL,
        correcting >> closed,
        by=BY,
        requires=(receive_answer,),
        sets=((Case.concluded_on, ON),),
        conditions=(judged(LOCAL, "逐项核对，问题已经处理或者风险已经有防范措施"),),
    )

    check_in_time = Limit(
        "形式审查", LOCAL, term.check_term, since=(receive,), until=(register, send_back, refuse), on_expiry=URGE
    )
    refile_in_time = Limit(
        "报备单位补正", LOCAL, term.refile_term, since=(send_back,), until=(receive, refuse),
        bound=Role.APPLICANT, on_expiry=URGE,
    )  # fmt: skip
    review_in_time = Limit(
        "备案审查", LOCAL, term.review_term, since=(register,), until=(clear, advise), on_expiry=URGE
    )
    answer_in_time = Limit(
        "报备单位反馈处理情况", LOCAL, term.answer_term, since=(advise, not_enough), until=(receive_answer,),
        bound=Role.APPLICANT, on_expiry=Consequence("发函督促；经督促仍不处理的，报告本级人民政府", LOCAL),
    )  # fmt: skip

    cf_received = Count(
        "收到报备的合同", unit="份", by=(receive,), definition="期内收到报备，补正后再次收到的不重复计。"
    )
    cf_registered = Count("备案登记的合同", unit="份", by=(register,), definition="期内准予登记的合同。")
    cf_amount = Sum(
        "备案登记的合同金额", unit="元", of=Case.amount, over=cf_registered, definition="上述合同的金额合计。"
    )
    cf_late = Count(
        "逾期报备的合同", unit="份", by=(receive,), where=Q(late=True),
        definition="期内收到、自签订日起超过本级规定的报备期限的合同。",
    )  # fmt: skip
    cf_unreviewed = Count(
        "未经审查签订的合同", unit="份", by=(register,), where=Q(reviewed_before=False, review_number=""),
        definition="期内登记、签订前没有合法性审查的合同，含本级规定不需要审查的。",
    )  # fmt: skip
    cf_returned = Count("退回补正的合同", unit="份", by=(send_back,), definition="期内退回补正的合同。")
    cf_questioned = Count("提出备案审查意见的合同", unit="份", by=(advise,), definition="期内提出备案审查意见的合同。")
    cf_settled = Count("处理到位的合同", unit="份", by=(settle,), definition="期内处理到位的合同。")
    cf_reviewed = Timely(
        "审查完毕的备案合同", limits=(review_in_time,), states=(State.KEPT, State.LATE), definition="期内审查完毕的。"
    )
    cf_in_time = Timely(
        "按期审查的备案合同", limits=(review_in_time,), states=(State.KEPT,), definition="其中在期限内审查完毕的。"
    )
    cf_timely_rate = Share(
        "备案审查按期率", numerator=cf_in_time, denominator=cf_reviewed, definition="按期审查的占审查完毕的比率。"
    )

    numbered_by = (register,)
    fixed_by = (receive,)

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The title of the contract."""
        return record.contract_title or cls.label

    @classmethod
    def counterpart_of(cls, record: Any) -> Any:
        """Who filed it."""
        return record.filer
