"""A batch of a random draw (双随机抽取): commit, draw, open the inspections; 营商环境条例54①."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Q

from yifa.areas.enforcement.bases import ENVIRONMENT, TWO_OFFICERS, VISITS
from yifa.areas.enforcement.common.acting import fit_body, in_books
from yifa.areas.enforcement.inspection import draw_conditions as test
from yifa.areas.enforcement.inspection import drawing, own, papers
from yifa.areas.enforcement.inspection.choices import Kind, Way
from yifa.areas.enforcement.inspection.defaults import DEFAULTS
from yifa.areas.enforcement.inspection.models import DrawCase as Case
from yifa.clock import Period, working_days
from yifa.kernel.declare import (
    NEW,
    ON,
    Consequence,
    Echo,
    Input,
    Limit,
    Procedure,
    Stage,
    Step,
    computed,
    judged,
)
from yifa.kernel.figures import Count
from yifa.kernel.linking import linked_cases
from yifa.kernel.rules import Attempt, reasons_against
from yifa.kernel.situation import Situation
from yifa.kernel.ties import Target
from yifa.office.roles import Role

RANDOM = ENVIRONMENT[54, 1].says("随机抽取")
ASSIGNED = ENVIRONMENT[54, 1].says("随机选派")
OPEN = ENVIRONMENT[54, 1].says("及时向社会公开")


def _of(make: Any, name: str, record: Case, on: date) -> Any:
    """One of the values that are made together, made once for a step."""
    made = record.__dict__.setdefault("_made", {})
    if make not in made:
        made[make] = make(record, on)
    return made[make][name]


def _committed(record: Case, on: date) -> dict[str, Any]:
    blank = dict.fromkeys((*drawing.BEFORE, "commitment"), "")
    counts: dict[str, Any] = {"objects_count": None, "officers_count": None}
    return blank | counts if record.organ_id is None else drawing.committed(record, on)


def _drawn(record: Case, on: date) -> dict[str, Any]:
    return {"result_file": "", "drawn": []} if record.organ_id is None else drawing.drawn(record)


def _changed(record: Case, on: date) -> str:
    return "" if record.organ_id is None else drawing.changed_since(record)


def _opened(situation: Situation) -> Iterator[Target]:
    """The inspections of the objects drawn, each as a case that does not exist yet."""
    from yifa.kernel.engine import new_case

    record = situation.record
    for row in record.drawn:
        officers = [{"cert_no": number} for number in str(row["officers"]).split("、")]
        fields = {
            "kind": Kind.DAILY.value, "items": record.items, "matter": record.matter, "object_code": row["code"],
            "mode": record.mode or Way.ONSITE.value, "planned_on": record.visit_on or situation.on,
            "plan_number": record.plan_number, "draw_number": record.number, "officers": officers,
            "scheme": f"按“{record.batch_title}”逐项检查：{'、'.join(_names(record))}。",
        }  # fmt: skip
        yield new_case("inspection", record.organ, situation.on), fields, {}


def _names(record: Case) -> list[str]:
    return [str(row.get("item_name") or row.get("item_code", "")) for row in record.items]


def _approvable(situation: Situation) -> Iterator[Target]:
    """Those of the batch's inspections that wait for approval and have nothing against it."""
    from yifa.kernel.engine import situation_of

    for case in linked_cases(situation.record, "inspection").filter(stage="proposed").order_by("pk"):
        record = case.record
        step = record.declaration.step("approve")
        asked = situation_of(record).asked(step, situation.on, record, {})
        if not reasons_against(asked, Attempt(step, situation.on), today=situation.on):
            yield case, {}, {}


def drawing_days(situation: Situation) -> Period:
    """In how many working days after its day a draw is made, as the place has it."""
    return working_days(DEFAULTS.number("draw_days", situation), VISITS)


def was_committed(situation: Situation) -> bool:
    """There is a commitment that waits for its draw."""
    return situation.did(situation.procedure.step("commit"))


class DrawBatch(Procedure):
    """Random draws of objects and officers, in numbered batches."""

    key, label, mark = "draw_batch", "双随机抽取", "抽"
    model = Case
    since = date(2020, 1, 1)
    version_basis = ENVIRONMENT[72]

    preparing = Stage("拟订方案")
    committed = Stage("已公布承诺")
    drawn = Stage("已抽取")
    opened = Stage("已发起检查", final=True)
    void = Stage("作废", final=True)

    prepare = Step(
        "拟订抽取方案",
        RANDOM,
        NEW >> preparing,
        needs=(
            Case.batch_title, Case.plan_number, Case.items, Case.strata, Case.quotas, Case.draw_on,
            Case.visit_on, Case.public_source,
        ),
        may=(Case.matter, Case.weights, Case.team, Case.mode, Case.replaces, Case.again_why),
        sets=((Case.items, own.items_named), (Case.matter, own.matter_of)),
        conditions=(
            fit_body(),
            computed(VISITS, "检查事项已经公布", test.items_published),
            computed(VISITS, "列入已批准的检查计划", test.daily_plan),
            computed(VISITS, "方案的数字可以计算", test.figures_readable),
            computed(TWO_OFFICERS, "每组不少于两人", test.team_of_two),
            computed(OPEN, "再次抽取写明理由", test.not_silent),
        ),
        help="已达年度频次上限的对象不参加入企检查的抽取。不分层的，“每层抽几个”写一行，层留空。公开数值应当是承诺以后才产生、谁都查得到的。",
    )  # fmt: skip
    revise = Step(
        "修改抽取方案", RANDOM, preparing,
        may=(
            Case.batch_title, Case.items, Case.strata, Case.quotas, Case.weights, Case.team, Case.mode, Case.draw_on,
            Case.visit_on, Case.public_source, Case.matter, Case.replaces, Case.again_why,
        ),
        sets=((Case.items, own.items_named), (Case.matter, own.matter_of)),
    )  # fmt: skip
    commit = Step(
        "公布承诺",
        (RANDOM, OPEN),
        preparing >> committed,
        sets=(
            *((getattr(Case, name), partial(_of, _committed, name)) for name in (
                *drawing.BEFORE, "commitment", "objects_count", "officers_count",
            )),
            (Case.committed_on, ON),
        ),
        conditions=(
            computed(VISITS, "方案的数字可以计算", test.figures_readable),
            computed(RANDOM, "抽取日在公布承诺之后", test.draw_day_ahead),
            computed(OPEN, "再次抽取写明理由", test.not_silent),
            computed(VISITS, "检查事项已经公布", test.items_published),
            computed(VISITS, "列入已批准的检查计划", test.daily_plan),
            computed(TWO_OFFICERS, "每组不少于两人", test.team_of_two),
        ),
        help="系统由名录库生成要公布的文件：对象只写签号和权重，等级和回避不公布，但都由承诺固定；密值在抽取以前谁也看不到。"
        "公布后不能修改。",
    )  # fmt: skip
    run = Step(
        "抽取",
        (RANDOM, ASSIGNED),
        committed >> drawn,
        needs=(Case.public_value,),
        sets=(
            (Case.result_file, partial(_of, _drawn, "result_file")),
            (Case.drawn, partial(_of, _drawn, "drawn")),
            (Case.register_change, _changed),
            (Case.drawn_on, ON),
        ),
        once=True,
        document=papers.DRAW,
        conditions=(
            computed(RANDOM, "抽取日已到，在承诺公布的次日以后", test.on_the_day),
            computed(OPEN, "名录与承诺一致", test.register_unchanged, qualified=OPEN),
            judged(OPEN, "公开数值是承诺公布以后产生的，照来源如实填写"),
        ),
        help="结果由承诺的名录、密值和公开数值算出，任何人都能重算；结果不满意不是重抽的理由。",
    )
    open = Step(
        "发起检查",
        VISITS,
        drawn >> opened,
        echo=Echo(
            "inspection.propose_drawn", each=_opened,
            when=in_books,
        ),
        help="为每个抽中的对象登记一次检查，逐件或者一并报批。",
    )  # fmt: skip
    approve_all = Step(
        "一并批准检查方案",
        VISITS,
        opened,
        approved_by=(Role.ORGAN_HEAD,),
        echo=Echo(
            "inspection.approve", each=_approvable,
            when=in_books,
        ),
        help="批准本批次中没有频次预警、没有重复检查的各次检查；其余的逐件办理。",
    )  # fmt: skip
    annul = Step(
        "作废本批次", OPEN, (preparing | committed | drawn) >> void, rare=True,
        asks=(Input("作废的理由", "long", code="why"),),
        help="已经公布的承诺、名录和结果仍然公开，作废的理由一并公开。",
    )  # fmt: skip

    run_in_time = Limit(
        "抽取", RANDOM, drawing_days, since=(Case.draw_on,), until=(run, annul), when=was_committed,
        on_expiry=Consequence("督促抽取；不抽取的，作废并公开理由", OPEN),
    )  # fmt: skip

    draws = Count("双随机抽取", unit="批", by=(run,), basis=RANDOM, definition="期内完成的抽取批次，作废的不减。")
    draws_again = Count(
        "说明理由再次抽取的批次", unit="批", by=(run,), where=~Q(again_why=""),
        definition="其中同一计划、同一事项再次抽取的。",
    )  # fmt: skip
    draws_void = Count("作废的抽取批次", unit="批", by=(annul,), definition="期内作废的批次。")

    numbered_by = (prepare,)

    @classmethod
    def title_of(cls, record: Case) -> str:
        """The title of the batch."""
        return record.batch_title or "双随机抽取"
