"""Clean-up rounds (规范性文件清理): general every two years, special and at once where a higher law changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from yifa.areas.rulemaking.cleanup import listed as test
from yifa.areas.rulemaking.cleanup.models import CleanupCase as Case
from yifa.areas.rulemaking.normative_document.acts import DECISION_17, LEGISLATION, NOTICE_37, RULES
from yifa.areas.rulemaking.normative_document.choices import Cleanup as Conclusion
from yifa.areas.rulemaking.normative_document.defaults import DEFAULTS
from yifa.clock import Period, years
from yifa.kernel.declare import (
    NEW,
    ON,
    Consequence,
    Echo,
    Input,
    Limit,
    Procedure,
    Publication,
    Shown,
    Stage,
    Step,
    computed,
    judged,
)
from yifa.kernel.figures import Count, Sum
from yifa.kernel.situation import Situation
from yifa.kernel.ties import Target
from yifa.office.roles import Role
from yifa.papers.instrument import Instrument

BY = (Role.HANDLER, Role.SECRETARY)
RESULT = Instrument("规范性文件清理结果公告", "", Path(__file__).parent / "instruments" / "result.txt")


def general(situation: Situation) -> bool:
    """A round over all documents."""
    return bool(situation.record.kind == "general")


def trigger_named(situation: Situation) -> str | None:
    """A special round says what it is for."""
    record = situation.record
    return "专项、即时清理应当写明清理原因" if record.kind != "general" and not record.trigger else None


def next_round(situation: Situation) -> Period:
    """How long until the next general round, as the place has it."""
    return years(DEFAULTS.number("cleanup_years", situation), DECISION_17)


def _round_before(situation: Situation) -> list[Target]:
    record = situation.record
    manager: Any = Case._base_manager
    rounds = manager.filter(organ_id=record.organ_id, kind="general", stage="done").exclude(pk=record.pk)
    last = rounds.order_by("-published_on", "-pk").first()
    return [(last, {}, {})] if last is not None else []


class Cleanup(Procedure):
    """Clean-up of normative documents by who made them."""

    key, label, mark = "cleanup", "规范性文件清理", ""
    model = Case
    since = date(2008, 5, 12)
    version_basis = DECISION_17

    listing = Stage("梳理")
    decided = Stage("待公布")
    done = Stage("已公布", final=True)
    stopped = Stage("停止", final=True)

    start = Step(
        "部署清理",
        (DECISION_17, NOTICE_37, LEGISLATION[116].says("进行清理")),
        NEW >> listing,
        by=BY,
        needs=(Case.name, Case.kind, Case.scope),
        may=(Case.trigger, Case.trigger_act, Case.deadline),
        sets=((Case.items, test.listed),),
        conditions=(
            computed(NOTICE_37, "写明清理原因", trigger_named),
            judged(DECISION_17, "按照“谁制定、谁清理”确定责任单位"),
        ),
        help="定期清理自动列出本机关全部现行有效的文件；因法律变动清理的，列出引用该法律文件的。",
        echo=Echo("cleanup.next_started", each=_round_before, when=general),
    )
    sort = Step(
        "形成清理清单",
        DECISION_17,
        listing,
        by=BY,
        needs=(Case.items,),
        conditions=(computed(DECISION_17, "没有重复列入的文件", test.twice),),
        help="逐件提出继续有效、修改、废止、宣布失效或者合并的意见，写明理由；可以分几次保存。",
    )
    check = Step(
        "征求意见和审核",
        (DECISION_17, NOTICE_37),
        listing,
        by=(*BY, Role.REVIEWER),
        needs=(Case.opinion,),
        may=(Case.items,),
    )
    decide = Step(
        "审定清理结果",
        (DECISION_17, NOTICE_37),
        listing >> decided,
        by=BY,
        needs=(Case.items, Case.meeting_number),
        requires=(sort, check),
        conditions=(
            computed(DECISION_17, "没有重复列入的文件", test.twice),
            computed(DECISION_17, "每件都有结论和理由", test.all_concluded),
            computed(DECISION_17, "现行有效的文件全部列入", test.none_left_out),
        ),
    )
    publish = Step(
        "公布清理结果",
        (DECISION_17, RULES[39, 2].says("及时公布")),
        decided >> done,
        by=(Role.PUBLISHER, *BY),
        needs=(Case.published_where,),
        may=(Case.document_number,),
        sets=(
            (Case.published_on, ON),
            (Case.screened, test.counted(*Conclusion)),
            (Case.kept, test.counted(Conclusion.KEEP)),
            (Case.amended, test.counted(Conclusion.AMEND, Conclusion.MERGE)),
            (Case.repealed, test.counted(Conclusion.REPEAL)),
            (Case.invalidated, test.counted(Conclusion.EXPIRE)),
        ),
        document=RESULT,
        echo=(
            Echo("normative_document.cleaned", each=test.cleaned),
            Echo("normative_document.repealed", each=test.repealed),
            Echo("normative_document.declared_invalid", each=test.invalidated),
        ),
        help="公布继续有效、废止和失效的文件目录；定期清理未列入继续有效目录的，不得作为行政管理的依据。结论自动写入各文件。",
    )  # fmt: skip
    follow_up = Step(
        "登记落实情况", NOTICE_37, done, by=BY, may=(Case.items,), asks=(Input("落实情况", "long", code="how"),)
    )
    next_started = Step(
        "启动下一次定期清理", DECISION_17, done, by=BY, help="本机关部署新的定期清理时自动登记。", rare=True
    )
    stop = Step(
        "停止清理", DECISION_17, listing >> stopped, by=BY, asks=(Input("原因", "long", code="why"),), rare=True
    )

    again_in_time = Limit(
        "下一次定期清理", DECISION_17, next_round, ref="T-ND-7", since=(publish,), until=(next_started,),
        when=general, outlives=True, judge_by="strict", on_expiry=Consequence("提醒部署定期清理", DECISION_17),
    )  # fmt: skip

    nd_cleanup_batches = Count(
        "规范性文件清理", unit="次", by=(publish,), indicator="normative.cleanup_rounds",
        definition="期内公布结果的清理，定期、专项和即时清理都计。",
    )  # fmt: skip
    cl_screened = Sum(
        "清理梳理文件", of=Case.screened, over=nd_cleanup_batches, indicator="normative.screened",
        definition="期内公布结果的清理梳理的文件，各次相加。",
    )  # fmt: skip
    cl_kept = Sum(
        "清理后继续有效", of=Case.kept, over=nd_cleanup_batches, indicator="normative.retained",
        definition="其中结论为继续有效的。",
    )  # fmt: skip
    cl_amended = Sum(
        "清理后拟修改、合并", of=Case.amended, over=nd_cleanup_batches, definition="其中结论为修改、合并的。"
    )
    cl_repealed = Sum("清理废止", of=Case.repealed, over=nd_cleanup_batches, definition="其中结论为废止的。")
    cl_invalidated = Sum(
        "清理宣布失效", of=Case.invalidated, over=nd_cleanup_batches, definition="其中结论为宣布失效的。"
    )

    result_list = Publication(
        "清理结果目录", DECISION_17, after=(publish,),
        shows=(Shown(Case.name), Shown(Case.document_number), Shown(Case.published_on), Shown(Case.items)),
    )  # fmt: skip

    fixed_by = (start,)

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The name of the round."""
        return record.name or cls.label
