"""Compiling the report (汇编): the sections of the outline, and every figure they name frozen from the records."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from yifa.errors import YifaError
from yifa.kernel.figure import Window
from yifa.kernel.frozen import all_figures, freeze
from yifa.office import scope
from yifa.office.models import Organ, OrganKind, Person
from yifa.office.posts import roles_of
from yifa.office.roles import Role
from yifa.report import lifecycle
from yifa.report import outline as outlines
from yifa.report.models import AnnualReport, Printed, Section
from yifa.report.outline import Outline


class ReportError(YifaError):
    """The report cannot be compiled or changed as asked."""


def organs_of(organ: Organ) -> tuple[int, ...]:
    """The organs whose work an organ reports on: for a government all of its place, for others itself and below."""
    if organ.kind == OrganKind.GOVERNMENT:
        return tuple(Organ.objects.filter(place__code__startswith=organ.place.code[:6]).values_list("pk", flat=True))
    below = Organ.objects.filter(parent=organ).values_list("pk", flat=True)
    return (organ.pk, *below)


def window_of(report: AnnualReport) -> Window:
    """The year and the organs the report is about."""
    return Window.year(report.year, organs_of(report.organ))


def start(organ: Organ, year: int, outline: Outline | None = None) -> AnnualReport:
    """The report of a year with its sections; one that exists is returned as it is."""
    outline = outline or outlines.of_organ(organ)
    with transaction.atomic():
        title = outlines.filled(outline.title, year=year, organ=organ)
        report, made = AnnualReport.objects.get_or_create(organ=organ, year=year, defaults={"title": title})
        if made:
            Section.objects.bulk_create(
                Section(
                    report=report, code=part.code, place=place, level=part.level,
                    title=outlines.filled(part.title, year=year, organ=organ),
                    text=outlines.filled(part.text, year=year, organ=organ),
                )
                for place, part in enumerate(outline.parts, 1)
            )  # fmt: skip
    return report


def compile_figures(report: AnnualReport, *, by: Person | None, at: datetime) -> list[Printed]:
    """Freeze anew every figure that the text names; figures no longer named are dropped from the report.

    The figures are of all organs the report is about, whatever the compiler may see of them in single records. Where
    the report has a case, the case is told of it (冻结数字和文稿); none is opened.

    Raises:
        ReportError: a section names figures that do not exist, no post for it, or a year that has not begun; nothing
            was frozen.
        AlreadyAgreed: the report was agreed on and must be sent back first; nothing was frozen.
    """
    _permitted(report, by, at)
    if report.year > timezone.localdate(at).year:
        raise ReportError(f"不能汇编：{report.year}年还没有开始，没有可以统计的记录。请核对报告年度。")
    lifecycle.refuse_when_agreed(report)
    figures, window = all_figures(), window_of(report)
    named = named_figures(report)
    unknown = [f"“{section}”中的{code}" for code, section in named.items() if code not in figures]
    if unknown:
        raise ReportError(f"不能汇编：没有这样的数字：{'、'.join(unknown)}。请在“数字”页查到代码后改正。")
    with transaction.atomic(), scope.everything("汇编年度报告，统计全部所属机关"):
        report.printed.all().delete()
        printed = [
            Printed(report=report, code=code, figure=freeze(figures[code], window, organ=report.organ, by=by, at=at))
            for code in named
        ]
        Printed.objects.bulk_create(printed)
        report.compiled_at, report.compiled_by = at, by
        report.save(update_fields=["compiled_at", "compiled_by"])
        lifecycle.tell(report, by=by, at=at)
    return printed


DRAFTING = frozenset({Role.HANDLER, Role.REVIEWER, Role.AGENCY_HEAD, Role.ORGAN_HEAD})
"""The posts with which a report is drafted."""


def drafters(organ: Organ) -> list[Organ]:
    """The organs whose people draft the report: itself and its Justice Bureau (司法局)."""
    return [organ, *Organ.objects.filter(kind=OrganKind.JUSTICE, parent=organ)]


def may_draft(report: AnnualReport, person: Person, on: date) -> bool:
    """Whether a person has a post with which the report is drafted; to see is not to draft."""
    held = {role for organ in drafters(report.organ) for role in roles_of(person, organ, on)}
    return bool(held & DRAFTING)


def _permitted(report: AnnualReport, by: Person | None, at: datetime) -> None:
    if by is not None and not may_draft(report, by, timezone.localdate(at)):
        names = "、".join(organ.short_name for organ in drafters(report.organ))
        raise ReportError(f"不能办理：{report.title}由{names}的工作人员起草，{by.name}没有这样的岗位。")


def named_figures(report: AnnualReport) -> dict[str, str]:
    """The codes that the report's text names, each with the first section that does."""
    named: dict[str, str] = {}
    for section in report.sections.all():
        for code in outlines.codes_in(section.text):
            named.setdefault(code, section.title)
    return named


def rewrite(section: Section, text: str, *, seen: int, by: Person | None, at: datetime) -> None:
    """Change the text of a section; a change made meanwhile by somebody else is not overwritten.

    Raises:
        ReportError: the report was changed since it was shown, or no post for it.
        AlreadyAgreed: the report was agreed on and must be sent back first.
    """
    _permitted(section.report, by, at)
    lifecycle.refuse_when_agreed(section.report)
    with transaction.atomic():
        report = AnnualReport._base_manager.select_for_update().get(pk=section.report_id)
        if report.edits != seen:
            raise ReportError("不能保存：这份报告刚刚被他人修改过。请刷新后把您的修改并入再保存。")
        Section.objects.filter(pk=section.pk).update(text=text.strip())
        report.edits += 1
        report.save(update_fields=["edits"])
