"""What is wrong with a declaration (声明的缺陷), found without running a case; `manage.py check` shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps.config import AppConfig
from django.core import checks

from yifa.clock import Period, Unit
from yifa.kernel import promises
from yifa.kernel.declare import (
    NEW,
    PROCEDURES,
    Consequence,
    Limit,
    Procedure,
    Publication,
    Stage,
    Step,
    field_name,
)
from yifa.kernel.figures import Count
from yifa.law import Basis
from yifa.office.roles import Role
from yifa.papers.render import TemplateError
from yifa.papers.render import check as check_template


def faults(procedure: type[Procedure]) -> list[str]:
    """Every fault of one version of a procedure, each a Chinese sentence naming the part."""
    parts = (_stages, _steps, _limits, _publications, _figures)
    found = [fault for part in parts for fault in part(procedure)]
    return [f"{procedure.label}（{procedure.since}起）{fault}" for fault in found]


def _stages(procedure: type[Procedure]) -> Iterator[str]:
    stages, steps = set(procedure.stages()), procedure.steps()
    reached = _reachable(steps)
    for step in steps:
        for stage in (*step.sources, *([step.target] if step.target else [])):
            if stage is not NEW and stage not in stages:
                yield f"环节“{step.label}”用到的阶段“{stage.label}”没有声明"
    for stage in procedure.stages():
        leaving = [s for s in steps if stage in s.sources and s.target not in (None, stage)]
        if stage not in reached:
            yield f"阶段“{stage.label}”没有环节能到"
        if not stage.final and not leaving:
            yield f"阶段“{stage.label}”没有环节能离开，也不是终结阶段"
    if not any(stage.final for stage in procedure.stages()):
        yield "没有终结阶段"


def _figures(procedure: type[Procedure]) -> Iterator[str]:
    """A count over what is no step of the procedure (the act of publishing, for one) would be 0 for ever."""
    steps = set(procedure.steps())
    for figure in procedure.figures():
        if isinstance(figure, Count):
            for step in (*figure.by, *figure.without):
                if step not in steps:
                    yield f"数字“{figure.label}”所数的“{step.label}”不是本程序的环节"


def _reachable(steps: Sequence[Step]) -> set[Stage]:
    reached = {NEW}
    while True:
        fresh = {s.target for s in steps if s.target is not None and reached & set(s.sources)} - reached
        if not fresh:
            return reached
        reached |= fresh


def _steps(procedure: type[Procedure]) -> Iterator[str]:
    columns = {f.name for f in procedure.model._meta.get_fields()}
    labels: dict[str, Step] = {}
    for step in procedure.steps():
        if step.label in labels:
            yield f"有两个环节都叫“{step.label}”"
        labels[step.label] = step
        yield from _references(f"环节“{step.label}”", (*step.needs, *step.may, *(f for f, _ in step.sets)), columns)
        yield from _template(step)
        yield from _people(step)
        yield from _elsewhere(step)
        if step.approved_by and NEW in step.sources:
            yield f"立案环节“{step.label}”不能报批：案件此时还不存在"
        for other in (*step.requires, *([step.not_by] if step.not_by else [])):
            if other.code not in procedure.parts:
                yield f"环节“{step.label}”引用的环节“{other.label}”没有声明"


def _template(step: Step) -> Iterator[str]:
    if step.document is None:
        return
    try:
        check_template(step.document)
    except TemplateError as error:
        yield f"环节“{step.label}”的文书：{error}"


def _elsewhere(step: Step) -> Iterator[str]:
    """What it does in linked cases, or follows there, must exist in every version of the other procedure."""
    for tie in (*step.echoes, *step.followed):
        versions = PROCEDURES.versions.get(tie.procedure, [])
        if not versions:
            yield f"环节“{step.label}”联动的程序“{tie.to}”没有声明"
        for version in versions:
            if tie.step not in {other.code for other in version.steps()}:
                yield f"环节“{step.label}”联动的环节“{tie.to}”不在{version.label}（{version.since}起）中"


def _people(step: Step) -> Iterator[str]:
    for role in (*step.roles, *step.approved_by):
        if role in (Role.SUPERVISOR, Role.ADMINISTRATOR):
            yield f"环节“{step.label}”不能由{role.label}办理或者审批：{role.definition}"


def _references(owner: str, references: Sequence[Any], columns: set[str]) -> Iterator[str]:
    for reference in references:
        name = field_name(reference)
        if name not in columns and not isinstance(reference, property):
            yield f"{owner}的字段“{name}”不在本程序的模型中"


def _limits(procedure: type[Procedure]) -> Iterator[str]:
    columns = {f.name for f in procedure.model._meta.get_fields()}
    for limit in procedure.limits():
        owner = f"期限“{limit.label}”"
        if not limit.since and limit.before is None:
            yield f"{owner}没有起算"
        if not limit.until and isinstance(limit.on_expiry, Consequence) and not limit.outlives:
            yield f"{owner}没有任何环节使它终止"
        for step in (*(s for s in limit.since if isinstance(s, Step)), *limit.until):
            if step.code not in procedure.parts:
                yield f"{owner}引用的环节“{step.label}”没有声明"
        fields = [s for s in limit.since if not isinstance(s, Step)]
        fields += [
            ref
            for ref in (limit.before, limit.ends_on, limit.done_on, limit.cap and limit.cap.since)
            if ref is not None
        ]
        yield from _references(owner, fields, columns)
        if (limit.period is None) is (limit.ends_on is None):
            yield f"{owner}应当写明长度或者末日，二者写一"
        if limit.judge_by == "lenient" and limit.before is None:
            yield f"{owner}不是倒推的期限，不能按当日计入判断"
        yield from _standing_still(procedure, limit)
        yield from _by_the_hour(limit)
        yield from _by_law(limit)


def _standing_still(procedure: type[Procedure], limit: Limit) -> Iterator[str]:
    if limit.stops_in and limit.stop_basis is None:
        yield f"期限“{limit.label}”在某些阶段停止计算，但没有写明依据"
    for stage in limit.stops_in:
        if stage not in procedure.stages():
            yield f"期限“{limit.label}”引用的阶段“{stage.label}”没有声明"


def _by_the_hour(limit: Limit) -> Iterator[str]:
    if not isinstance(limit.period, Period) or limit.period.unit is not Unit.HOUR:
        return
    if limit.stops_in or limit.excludes:
        yield f"期限“{limit.label}”按小时计算，不能中止或者扣除"
    for start in limit.since:
        if isinstance(start, Step) and not any(asked.kind == "time" for asked in start.asks):
            yield f"期限“{limit.label}”按小时计算，起算的环节“{start.label}”应当填写时刻（填写事项的种类为 time）"


def _by_law(limit: Limit) -> Iterator[str]:
    """What the law performs, nobody confirms or fills in."""
    step = limit.on_expiry
    if not isinstance(step, Step):
        return
    if limit.promised:
        yield f"期限“{limit.label}”是承诺时限，届满不发生法律效果"
    if any(condition.test is None and condition.when is None for condition in step.conditions):
        yield f"期限“{limit.label}”届满自动办理的“{step.label}”不能有须由人确认的条件"
    if step.approved_by or step.needs or any(asked.required for asked in step.asks):
        yield f"期限“{limit.label}”届满自动办理的“{step.label}”不能有须审批、须填写的事项"


def _publications(procedure: type[Procedure]) -> Iterator[str]:
    columns = {f.name for f in procedure.model._meta.get_fields()}
    for publication in procedure.publications():
        yield from _references(f"公开事项“{publication.label}”", [s.field for s in publication.shows], columns)
        yield from _unmasked(procedure, publication)


def _unmasked(procedure: type[Procedure], publication: Publication) -> Iterator[str]:
    from yifa.office.personal import personal_fields

    personal = personal_fields(procedure.model)
    for shown in publication.shows:
        if field_name(shown.field) in personal and not shown.mask:
            yield f"公开事项“{publication.label}”会原样公开个人信息字段“{field_name(shown.field)}”，请写明遮蔽方式"


def bases_of(procedure: type[Procedure]) -> Iterator[Basis]:
    """Every provision that a version of a procedure rests on."""
    for step in procedure.steps():
        yield from step.bases
        yield from (c.basis for c in step.conditions)
        yield from (c.qualified for c in step.conditions if c.qualified is not None)
        yield from (asked.basis for asked in step.asks if asked.basis is not None)
    for limit in procedure.limits():
        yield limit.basis
        optional = (limit.stop_basis, limit.extension and limit.extension.basis, limit.cap and limit.cap.basis)
        yield from (basis for basis in optional if isinstance(basis, Basis))
        yield from (span.basis for span in limit.excludes)
        if isinstance(limit.period, Period) and limit.period.basis is not None:
            yield limit.period.basis
        if isinstance(limit.on_expiry, Consequence) and limit.on_expiry.basis is not None:
            yield limit.on_expiry.basis
    yield from (publication.basis for publication in procedure.publications())
    yield from (omitted.basis for omitted in procedure.omitted)


def all_bases() -> Iterator[tuple[str, Basis]]:
    """Every provision that any declaration rests on, with the procedure that cites it, for `yifa law verify`."""
    for procedure in PROCEDURES.all():
        for basis in dict.fromkeys(bases_of(procedure)):
            yield f"{procedure.label}（{procedure.since}起）", basis


def check_declarations(
    app_configs: Sequence[AppConfig] | None = None, databases: Sequence[str] | None = None, **options: Any
) -> list[checks.CheckMessage]:
    """The system check over all versions of all procedures."""
    found = [checks.Error(fault, id="yifa.kernel.E001") for version in PROCEDURES.all() for fault in faults(version)]
    return [*found, *(checks.Error(fault, id="yifa.kernel.E002") for fault in promises.faults())]


def register() -> None:
    """Enter the check."""
    checks.register(check_declarations)
