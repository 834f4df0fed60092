"""How plans, draws and visits go in the demonstration (检查计划、抽取、检查的经过)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.inspection import entrance
from yifa.areas.enforcement.inspection.models import InspectionCase
from yifa.clock import Calendar
from yifa.demo.drive import DemoDefect, Side, Waits
from yifa.demo.stories.inspections_books import SAFETY
from yifa.errors import YifaError
from yifa.kernel import approval, engine, publish
from yifa.kernel.codes import drawn_from
from yifa.kernel.engine import Authority, Entry
from yifa.kernel.models import Case, Event
from yifa.kernel.rules import Attempt, Override


@dataclass
class VisitTold(Side):
    """A visit, a plan or a draw as a story tells it; its codes come from its own dice."""

    calendar: Calendar = field(default_factory=Calendar.load)
    random: Random = field(default_factory=Random)

    def workday(self, number: int) -> date:
        """A working day so many working days from today."""
        return self.calendar.add_working_days(self.day, number, allow_provisional=True) if number else self.day

    def take(self, code: str, fields: Mapping[str, Any] | None = None, *, overrides: Mapping[int, str] | None = None,
             held: Mapping[str, str] | None = None, **data: Any) -> Event:  # fmt: skip
        """Take a step; `held` names conditions by words of theirs and says what is held against those not met."""
        with drawn_from(self.random.randbytes):
            if not held:
                return super().take(code, fields, overrides=overrides, **data)
            return self._against(code, fields or {}, held, data)

    def _against(self, code: str, fields: Mapping[str, Any], held: Mapping[str, str], data: Mapping[str, Any]) -> Event:
        case = self.case or engine.new_case(self.procedure, self.organ, self.day)
        step = case.declaration.step(code)
        asked = engine.situation_of(case.record).asked(step, self.day, case.record, data)
        numbers = {
            number: why
            for words, why in held.items()
            for number, (_, condition) in enumerate(step.condition_codes, 1)
            if words in condition.text and condition.test is not None and condition.test(asked)
        }
        attempt = self.attempt(case, code, data, numbers)
        try:
            if step.approved_by:
                return self.sign(approval.propose(case, attempt, self.entry(), fields))
            event = engine.perform(case, attempt, self.entry(), fields)
        except YifaError as error:
            raise DemoDefect(f"演示故事“{self.story}”在{self.day}不能办理“{code}”：{error}") from error
        self.case = self.case or Case._base_manager.get(pk=event.case_id)
        return event

    def by_head(self, code: str, fields: Mapping[str, Any] | None = None, **data: Any) -> Event:
        """A step that the head of the organ takes."""
        clerk, self.by = self.by, self.county.heads[self.organ.pk]
        try:
            return self.take(code, fields, **data)
        finally:
            self.by = clerk

    def imported(self, code: str, fields: Mapping[str, Any] | None = None, **data: Any) -> Event:
        """A step brought in from an older system, where nothing was checked."""
        case = self.case or engine.new_case(self.procedure, self.organ, self.day)
        step = case.declaration.step(code)
        entry = Entry(self.by, self.entry().at, Authority.IMPORT)
        event = engine.perform(case, Attempt(step, self.day, data, (), dict[str, Override]()), entry, fields or {})
        self.case = self.case or Case._base_manager.get(pk=event.case_id)
        return event

    def officers(self, matter: str, turn: int = 0) -> list[dict[str, str]]:
        """Two officers of the organ whose certificates hold today and cover the field, in turn."""
        rows = Officer._base_manager.filter(body=self.organ.name, withdrawn=False).order_by("cert_no")
        fit = [one for one in rows if one.valid_on(self.day) and (not one.matters or matter in one.matters)]
        return [{"cert_no": fit[(turn + n) % len(fit)].cert_no, "role": "lead" if not n else "assist"} for n in (0, 1)]

    @property
    def visit(self) -> InspectionCase:
        """The inspection as it is now."""
        assert self.case is not None
        return InspectionCase._base_manager.get(pk=self.case.pk)

    def arrive(self) -> None:
        """The enterprise registers the arrival by the code."""
        moment = timezone.make_aware(datetime.combine(self.day, time(9, 40)) + timedelta(minutes=self.minute % 60))
        entrance.register_arrival(self.visit, moment, self.phone)

    @property
    def phone(self) -> str:
        """The word that the enterprise's telephone holds: one for each enterprise."""
        return f"demonstration-{self.visit.object_code}"[-32:]

    def rated(self, stars: int, **more: str) -> None:
        """The enterprise rates the visit by the code of its telephone, or by one that the supervisor gave it."""
        moment = timezone.make_aware(datetime.combine(self.day, time(17, 5)))
        code = entrance.seen(self.visit, moment, self.phone).rating_code
        with drawn_from(self.random.randbytes):
            code = code or entrance.give_rating_code(self.visit, self.county.people["lu"], moment)
        entrance.rate(self.visit, code, {"stars": str(stars), **more}, moment)

    def published(self, code: str = "result_public") -> None:
        """The public copy goes out."""
        assert self.case is not None
        publication = self.record.declaration.publication(code)
        publish.publish(self.case, publication, self.day, self.entry())


def entered(told: VisitTold, *, code: bool = True) -> None:
    """Notice, arrival, entry, all on one day."""
    told.take("notify")
    if code:
        told.arrive()
        told.take("enter")
    else:
        told.take("enter", held={"登记到达": "企业负责人不在，当场没有扫码"})


FOUND = {
    "no_issue": {"findings": "查看了生产现场和记录，未发现问题。"},
    "corrected_on_spot": {"findings": "一处标识缺失，企业当场补正。"},
    "rectification_ordered": {"findings": "进货查验记录不全。", "correction": "补齐六月以来的进货查验记录"},
    "case_filed": {"findings": "使用超过保质期的原料。", "violation": "使用超过保质期的食品原料生产食品"},
    "referred_other": {"findings": "厂房搭建手续不全，不属于本机关管辖。", "referred_to": "洪河县住房和城乡建设局"},
    "criminal_referral": {"findings": "涉嫌生产不符合安全标准的食品。", "violation": "涉嫌生产不符合安全标准的食品"},
}  # fmt: skip


SAFETY_FOUND = FOUND | {
    "corrected_on_spot": {"findings": "一处安全警示标识缺失，企业当场补正。"},
    "rectification_ordered": {"findings": "安全教育培训记录不全。", "correction": "补齐本年安全教育培训记录"},
}  # fmt: skip


def _of_safety(told: VisitTold) -> bool:
    return bool(told.organ.short_name == SAFETY)


def looked(told: VisitTold, result: str, *, on_site: bool = True) -> None:
    """Record and result, and the enterprise is told."""
    if on_site:
        told.take("note", {"record_text": "在负责人陪同下查看了现场和台账。", "av_index": f"YX-{told.day:%Y%m%d}"})
    due = {"correct_by": told.workday(15)} if result == "rectification_ordered" else {}
    told.take("conclude", {"result": result, **(SAFETY_FOUND if _of_safety(told) else FOUND)[result], **due})
    told.take("tell")


PENALTY = {"penalty_item": "SP-124", "penalty_item_name": "使用超过保质期的食品原料生产食品的处罚"}


SAFETY_PENALTY = {"penalty_item": "AQ-097", "penalty_item_name": "未按规定进行安全生产教育培训的处罚"}


def corrected(told: VisitTold, how: str) -> Waits:
    """An order: kept after a second look, extended, or not kept and filed."""
    record = told.visit
    told.take("order", {"correction": record.correction, "correct_by": record.correct_by})
    if how == "extended":
        yield told.workday(10)
        told.take("extend", {"correct_by": told.workday(12)}, why="设备订货未到，书面申请延长")
    yield told.workday(8)
    told.take("reinspect", way="document", verdict="done" if how == "kept" else "partly", how="凭企业发来的照片核对。")
    if how == "kept":
        told.take("confirm")
        return
    yield told.workday(12)
    if how == "not":
        told.take("reinspect", way="document", verdict="not", how="仍未改正。")
        what = "未如实记录安全生产教育培训情况，逾期没有改正"
        told.take("file_case", {"violation": what, **SAFETY_PENALTY})
        told.take("close_filed")
        return
    told.take("reinspect", way="document", verdict="done", how="已全部补齐。")
    told.take("confirm")


def ended(told: VisitTold, result: str, how: str) -> Waits:
    """What follows each result until the case is closed."""
    if result == "rectification_ordered":
        yield from corrected(told, how or "kept")
        return
    yield told.workday(1)
    if result == "case_filed":
        told.take("file_case", {"violation": told.visit.violation, **PENALTY})
    if result == "criminal_referral":
        crime = {"violation": told.visit.violation, "suspected_crime": "生产、销售不符合安全标准的食品罪"}
        told.take("refer_crime", crime)
    if result == "referred_other":
        told.take("refer", {"referred_to": told.visit.referred_to})
    told.take("close")
