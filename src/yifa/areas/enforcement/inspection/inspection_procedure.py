"""Limits, publication and figures of inspections: E14 INS-T03, T05, and 7."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from yifa.areas.enforcement.bases import ENVIRONMENT, PENALTY, VISITS
from yifa.areas.enforcement.inspected.models import ObjectKind
from yifa.areas.enforcement.inspection import choices as c
from yifa.areas.enforcement.inspection.defaults import DEFAULTS
from yifa.areas.enforcement.inspection.figures import Enterprises, Growth, Joint
from yifa.areas.enforcement.inspection.models import InspectionCase as Case
from yifa.areas.enforcement.inspection.steps import KEY, MERGED, PUBLIC, RANDOM, InspectionSteps
from yifa.clock import Period, hours, working_days
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Limit, Omitted, Publication, Shown
from yifa.kernel.figures import Count, Share, Timely
from yifa.kernel.situation import Situation
from yifa.office.personal import Mask
from yifa.office.roles import Role

S = InspectionSteps
ENTERING = Q(mode=c.Way.ONSITE)
OF_ENTERPRISES = Q(object_kind__in=(ObjectKind.ENTERPRISE, ObjectKind.INDIVIDUAL, ObjectKind.COOPERATIVE))
"""Individual businesses and cooperatives are treated like enterprises (54号文, 司法部问答)."""


def publishing(situation: Situation) -> Period:
    """In how many working days a result becomes public, as the place has it."""
    return working_days(DEFAULTS.number("publish_days", situation), VISITS)


def approving(situation: Situation) -> Period:
    """In how many hours an urgent visit is approved afterwards, as the place has it."""
    return hours(DEFAULTS.number("urgent_hours", situation), VISITS, from_next_hour=False)


def reinspecting(situation: Situation) -> Period:
    """In how many working days after the term what was ordered is looked at again, as the place has it."""
    return working_days(DEFAULTS.number("reinspection_days", situation), VISITS)


def withheld(situation: Situation) -> bool:
    """There is a reason not to publish the result; a clue to a crime is not told to the public before the police."""
    record = situation.record
    return bool(str(record.withheld_why).strip()) or record.result == c.Result.CRIMINAL


def is_public(situation: Situation) -> bool:
    """The result is to be published."""
    return not withheld(situation)


class Inspection(InspectionSteps):
    """Inspections of enterprises and other objects."""

    since = date(2020, 1, 1)
    numbered_by = (S.propose, S.propose_drawn, S.start_urgent, S.log)

    result_public = Publication(
        "检查结果公开", PUBLIC, after=(S.tell,), withheld_if=withheld,
        shows=(
            Shown(Case.number), Shown(Case.public_name), Shown(Case.items), Shown(Case.kind), Shown(Case.mode),
            Shown(Case.draw_number), Shown(Case.joint_with), Shown(Case.visited_on), Shown(Case.finished_on),
            Shown(Case.public_findings, Mask.TEXT), Shown(Case.result), Shown(Case.correction, Mask.TEXT),
            Shown(Case.correct_by),
        ),
    )  # fmt: skip

    public_in_time = Limit(
        "检查结果公开", PUBLIC, publishing, ref="INS-T03", since=(S.conclude,), until=(result_public.done,),
        outlives=True, when=is_public, on_expiry=Consequence("督促公开检查结果", PUBLIC),
    )  # fmt: skip
    approved_in_time = Limit(
        "紧急检查补办批准", VISITS, approving, ref="INS-T05", since=(S.start_urgent,), until=(S.approve_later,),
        on_expiry=Consequence("督促补办批准；没有批准的检查，其结果不作为处理的依据", VISITS),
    )  # fmt: skip
    corrected_in_time = Limit(
        "改正期限", PENALTY[28, 1].says("限期改正"), None, since=(S.order, S.extend), until=(S.reinspect, S.file_case),
        ends_on=Case.correct_by, bound=Role.APPLICANT, on_expiry=Consequence("组织复查", PENALTY[28, 1]),
    )  # fmt: skip
    reinspected_in_time = Limit(
        "改正期满后复查", VISITS, reinspecting, since=(Case.correct_by,),
        until=(S.reinspect, S.file_case, S.refer_crime, S.confirm, S.abort),
        when=lambda situation: situation.did(situation.procedure.step("order")),
        on_expiry=Consequence("督促复查", VISITS),
    )  # fmt: skip

    inspections = Count(
        "行政检查", unit="次", by=(S.conclude,), basis=VISITS, indicator="enforcement.inspections",
        definition="期内完成的行政检查，按检查结束日计；现场、远程、书面和信息共享比对都计，非执法走访不计，复查不另计。",
    )  # fmt: skip
    inspections_enterprise = Count(
        "涉企行政检查", unit="次", by=(S.conclude,), where=OF_ENTERPRISES, basis=VISITS,
        definition="其中检查对象是企业、个体工商户、农民专业合作社的。",
    )  # fmt: skip
    inspections_entered = Count(
        "入企检查", unit="次", by=(S.conclude,), where=OF_ENTERPRISES & ENTERING, basis=VISITS,
        definition="涉企行政检查中进入企业现场的。",
    )  # fmt: skip
    enterprises_entered = Enterprises(
        "被入企检查的企业", over=inspections_entered, basis=VISITS, definition="期内被入企检查的企业，一家计一次。"
    )
    inspections_growth = Growth(
        "入企频次同比", over=inspections_entered, basis=VISITS,
        definition="入企检查次数比上年同期增减的百分比；上年同期没有的不适用。",
    )  # fmt: skip
    inspections_joint = Joint(
        "联合、合并检查", over=inspections, basis=MERGED, definition="期内完成的检查中，与其他机关联合或者合并的。"
    )
    inspections_joint_rate = Share(
        "联合检查率", numerator=inspections_joint, denominator=inspections, basis=MERGED,
        definition="联合、合并检查占行政检查的比率。",
    )  # fmt: skip
    inspections_off_site = Count(
        "非现场检查", unit="次", by=(S.conclude,), where=~ENTERING, basis=VISITS,
        definition="期内完成的检查中，以远程、书面、信息共享比对方式进行的。",
    )  # fmt: skip
    inspections_off_site_rate = Share(
        "非现场检查占比", numerator=inspections_off_site, denominator=inspections, basis=VISITS,
        definition="非现场检查占行政检查的比率。",
    )  # fmt: skip
    inspections_daily = Count(
        "日常检查", unit="次", by=(S.conclude,), where=Q(kind=c.Kind.DAILY), definition="期内完成的日常检查。"
    )
    inspections_random = Count(
        "双随机检查", unit="次", by=(S.conclude,), where=Q(kind=c.Kind.DAILY) & ~Q(draw_number=""), basis=RANDOM,
        definition="日常检查中，检查对象和人员经随机抽取的。",
    )  # fmt: skip
    inspections_random_rate = Share(
        "双随机占比", numerator=inspections_random, denominator=inspections_daily, basis=RANDOM,
        definition="双随机检查占日常检查的比率。",
    )  # fmt: skip
    inspections_case = Count(
        "个案检查", unit="次", by=(S.conclude,), where=Q(kind=c.Kind.CASE), definition="期内完成的个案检查。"
    )
    inspections_special = Count(
        "专项检查", unit="次", by=(S.conclude,), where=Q(kind=c.Kind.SPECIAL), definition="期内完成的专项检查。"
    )
    inspections_found = Count(
        "发现问题的检查", unit="次", by=(S.conclude,), where=Q(result__in=[one.value for one in c.PROBLEMS]),
        definition="期内完成的检查中，发现问题的；当场改正的也计。",
    )  # fmt: skip
    inspections_found_rate = Share(
        "问题发现率",
        numerator=inspections_found,
        denominator=inspections,
        definition="发现问题的检查占行政检查的比率。",
    )
    inspections_alerted = Count(
        "超过频次上限经说明理由的个案检查", unit="次", by=(S.conclude,), where=Q(freq_verdict=c.Verdict.ALERT),
        basis=VISITS, definition="期内完成的检查中，频次核对为“可以检查，已预警”的。",
    )  # fmt: skip
    inspections_filed = Count("检查后移交立案", by=(S.file_case,), definition="期内因检查移交立案的；一次检查计一件。")
    inspections_crime = Count(
        "检查后移送涉嫌犯罪线索", by=(S.refer_crime,), definition="期内因检查移送涉嫌犯罪线索的；一次检查计一件。"
    )
    inspections_refused = Count("企业依法拒绝的检查", unit="次", by=(S.refuse,), definition="期内企业依法拒绝的检查。")
    inspections_published_due = Timely(
        "公开的检查结果", unit="次", limits=(public_in_time,), states=(State.KEPT, State.LATE),
        definition="期内公开检查结果的检查。",
    )  # fmt: skip
    inspections_published_kept = Timely(
        "按期公开的检查结果",
        unit="次",
        limits=(public_in_time,),
        states=(State.KEPT,),
        definition="其中在期限内公开的。",
    )
    inspections_published_rate = Share(
        "检查结果按期公开率", numerator=inspections_published_kept, denominator=inspections_published_due,
        basis=PUBLIC, definition="按期公开的占公开的比率。",
    )  # fmt: skip
    visits_logged = Count("非执法走访", unit="次", by=(S.log,), definition="期内登记的非执法走访；不计入行政检查。")

    omitted = (
        Omitted(KEY, "重点监管的事项在检查事项清单中标明，不受频次限制；全覆盖检查的组织由各部门规定"),
        Omitted(ENVIRONMENT[58], "执法公示、全过程记录由执法台账、事件链和文书保证"),
    )

    @classmethod
    def title_of(cls, record: Case) -> str:
        """Whom and what."""
        word = "走访" if record.kind == c.Kind.SERVICE else c.Kind(record.kind).label if record.kind else "检查"
        whom = record.object_name or record.object_code
        return f"{word}：{whom}（{record.item_names}）" if record.items else f"{word}：{whom}"
