"""Limits, publication and figures of complaints and reports (投诉举报)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from yifa.areas.enforcement.complaint import choices as c
from yifa.areas.enforcement.complaint import conditions as test
from yifa.areas.enforcement.complaint.acts import ACCUSED, RECONSIDERATION, M
from yifa.areas.enforcement.complaint.models import ComplaintCase as Case
from yifa.areas.enforcement.complaint.steps import CONSUMER, ENFORCEMENT, REPORT, ComplaintSteps
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Extension, Limit, Omitted, Publication, Shown, Span
from yifa.kernel.figures import Count, Share, Timely
from yifa.office.personal import Mask

S = ComplaintSteps
REMEDY = Consequence(
    "有利害关系的举报人、投诉人可以先申请行政复议，不服的再起诉", RECONSIDERATION[23, 1].item(3).says("未履行法定职责")
)
LEAVES = (S.tell_elsewhere, S.transfer)


class Complaint(ComplaintSteps):
    """Complaints and reports of three kinds."""

    since = ComplaintSteps.since
    fixed_by = (S.receive,)
    numbered_by = (S.receive,)

    accept_in_time = Limit(
        "投诉受理决定", M[14].says("七个工作日"), test.length("accept", M[14].says("七个工作日")), ref="CMP-T01",
        since=(Case.received_on,), until=(S.accept, S.refuse, *LEAVES), on_expiry=REMEDY, when=CONSUMER,
    )  # fmt: skip
    mediate = Limit(
        "调解", M[21, 1].item(5).says("四十五个工作日"), test.length("mediate", M[21, 1].item(5)), ref="CMP-T02",
        since=(S.accept,), until=(S.agree, S.end), when=CONSUMER,
        excludes=(Span("检定、检验、检测、鉴定", S.appraise, S.appraised, M[20, 3].says("不计算在调解期限")),),
        on_expiry=Consequence("未能达成协议的，终止调解", M[21, 1].item(5)),
    )  # fmt: skip
    tell_end_in_time = Limit(
        "终止调解告知", M[21, 2].says("七个工作日"), test.length("tell_end", M[21, 2].says("七个工作日")),
        ref="CMP-T03", since=(S.end,), until=(S.tell_end,), when=CONSUMER,
        on_expiry=Consequence("督促告知双方", M[21, 2]),
    )  # fmt: skip
    check_clue_in_time = Limit(
        "核查调解中发现的线索", M[23, 1].says("十五个工作日"), test.length("check_clue", M[23, 1].says("十五个工作日")),
        ref="CMP-T04", since=(S.find_clue,), until=(S.check_clue,), when=CONSUMER,
        extension=Extension(S.extend_check, test.FIFTEEN, M[23, 1].says("延长十五个工作日")),
        on_expiry=Consequence("督促核查", M[23, 1]), outlives=True,
    )  # fmt: skip
    verify = Limit(
        "核查举报、决定是否立案", M[31, 1], test.length("verify", M[31, 1]), since=(Case.received_on,),
        until=(S.decide_filing, *LEAVES), when=REPORT,
        extension=Extension(S.extend_verify, test.FIFTEEN, M[31, 1]), on_expiry=REMEDY,
    )  # fmt: skip
    tell_in_time = Limit(
        "告知实名举报人", M[31, 2].says("五个工作日"), test.length("tell_filing", M[31, 2].says("五个工作日")),
        ref="CMP-T05", since=(S.decide_filing,), until=(S.tell_reporter,), on_expiry=REMEDY,
        when=lambda s: REPORT(s) and s.record.real_name,
    )  # fmt: skip
    answer_in_time = Limit(
        "答复对执法行为的投诉", ACCUSED, test.answer_time, ref="CMP-T06", since=(Case.received_on,),
        until=(S.answer, *LEAVES), on_expiry=REMEDY, when=ENFORCEMENT,
    )  # fmt: skip

    consumer_public = Publication(
        "消费投诉信息公示",
        M[34].says("公示消费投诉"),
        after=(S.agree, S.end),
        shows=(
            Shown(Case.target_name, Mask.NAME), Shown(Case.matter), Shown(Case.received_on), Shown(Case.outcome),
            Shown(Case.ending),
        ),
        withheld_if=lambda s: not CONSUMER(s),
    )  # fmt: skip

    cp_received = Count("投诉举报", by=(S.receive,), definition="期内登记的投诉举报；混合材料分出的另计一件。")
    cp_reports = Count("举报", by=(S.receive,), where=Q(kind=c.Kind.REPORT), definition="其中反映违法线索的举报。")
    cp_consumer = Count("消费投诉", by=(S.receive,), where=Q(kind=c.Kind.CONSUMER), definition="其中的消费投诉。")
    cp_enforcement = Count(
        "对行政执法行为的投诉", by=(S.receive,), where=Q(kind=c.Kind.ENFORCEMENT), definition="其中对执法行为的投诉。"
    )
    cp_accepted = Count("受理消费投诉", by=(S.accept,), definition="期内受理的消费投诉。")
    cp_mediated = Count("达成调解协议", by=(S.agree,), definition="期内达成调解协议的消费投诉。")
    cp_mediation_ended = Count("调解终结", by=(S.agree, S.end), definition="期内达成协议或者终止调解的消费投诉。")
    cp_mediation_rate = Share(
        "调解成功率", numerator=cp_mediated, denominator=cp_mediation_ended, definition="达成协议占调解终结的比率。"
    )
    cp_decided = Count("举报核查完毕", by=(S.decide_filing,), definition="期内决定是否立案的举报。")
    cp_filed = Count("举报立案", by=(S.decide_filing,), where=Q(filing=c.Filing.FILED), definition="其中决定立案的。")
    cp_conversion = Share(
        "举报立案转化率", numerator=cp_filed, denominator=cp_decided, definition="立案的举报占核查完毕的举报的比率。"
    )
    cp_closed = Count(
        "办结投诉举报", by=(S.agree, S.tell_end, S.tell_reporter, S.close_anonymous, S.answer, S.refuse, *LEAVES),
        definition="期内办结、不予受理、移送的。",
    )  # fmt: skip
    cp_limited = Timely(
        "有期限的投诉举报事项", states=(State.KEPT, State.LATE),
        limits=(accept_in_time, mediate, tell_end_in_time, verify, tell_in_time, answer_in_time),
        definition="期内完成的受理、调解、核查、告知、答复；一件几项的计一件。",
    )  # fmt: skip
    cp_late = Timely(
        "逾期的投诉举报事项", states=(State.LATE,),
        limits=(accept_in_time, mediate, tell_end_in_time, verify, tell_in_time, answer_in_time),
        definition="其中至少有一项逾期的。",
    )  # fmt: skip
    cp_late_rate = Share(
        "投诉举报逾期率", numerator=cp_late, denominator=cp_limited, definition="有一项逾期的件数占有期限的件数的比率。"
    )
    cp_rewarded = Count("发给举报奖励", by=(S.reward,), definition="期内发给奖励的举报。")

    omitted = (
        Omitted(M[11], "共同投诉、代表人在事实和请求中写明"),
        Omitted(M[17], "委托调解在调解情况中写明"),
        Omitted(M[30], "处理权限争议由机关之间协商，不逐案登记"),
        Omitted(M[39], "信访、复议、信息公开申请走各自程序"),
    )

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The kind; never who complained, and against whom only where the complaint is published anyway."""
        kind = str(c.Kind(record.kind).label).split("（")[0] if record.kind else cls.label
        if record.kind == c.Kind.CONSUMER and record.subject:
            return f"{kind}：{test.public_subject(record)}"
        return f"{kind}（{record.matter}）" if record.matter else kind

    @classmethod
    def counterpart_of(cls, record: Any) -> Any:
        """Nobody: the organ complained of does not learn of it here."""
        return None
