"""The documents of the demonstration county: history, a year, what followed, a clean-up, a suggestion of a citizen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from yifa.areas.rulemaking.cleanup.listed import documents_in_force
from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase, Numbering
from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts import document as d
from yifa.demo.parts.document import Document, Spec, organ_named
from yifa.demo.place import County
from yifa.office.models import OrganKind

SOURCE = Path(__file__).resolve().parent.parent.parent / "data" / "demo" / "documents.yaml"
SEED = 20250101
HISTORY_ON = date(2024, 11, 12)
CLEANUP_ON = date(2025, 7, 7)
COURSE = (d.proposed, d.drafted, d.competition, d.consulted, d.reviewed, d.decided, d.filed, d.expired)
UNTIL = {"soliciting": d.consulted, "checking": d.reviewed, "agenda": d.decided, "published": d.filed}


@cache
def source() -> dict[str, Any]:
    """The invented documents as their file tells them."""
    data: dict[str, Any] = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return data


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """Every document with the day on which its story begins."""
    random = Random(SEED)
    _number(county)
    for spec in source()["history"]:
        told = _told(county, calendar, spec, random)
        yield HISTORY_ON, told, d.history(told)
    for spec in (*source()["year"], *source()["since"]):
        told = _told(county, calendar, spec, random)
        yield calendar.workday_from(date.fromisoformat(spec["begin"]), allow_provisional=True), told, course(told)
    for spec in source()["recent"]:
        told = _told(county, calendar, spec, random)
        begin = calendar.workday_from(today - timedelta(spec["ago"]), allow_provisional=True)
        yield begin, told, course(told)
    round_ = _side(county, "规范性文件定期清理", "cleanup", county)
    yield CLEANUP_ON, round_, cleaned_up(round_, calendar)
    asked = Side("规范性文件附带审查答复", county, "normative_document", organ_named(county, "县城管局"),
                 county.clerks[organ_named(county, "县城管局").pk])  # fmt: skip
    yield date(2025, 10, 27), asked, answered(asked, calendar)
    suggestion = _side(county, "公民提出审查建议", "review_suggestion", county)
    yield date(2025, 10, 13), suggestion, suggested(suggestion, calendar)


def _number(county: County) -> None:
    """How each organ writes its numbers; two organs may share a mark, never a code."""
    for place, organ in enumerate(county.organs):
        own = f"{organ.short_name[0]}政" if organ.kind == OrganKind.TOWNSHIP else organ.mark
        mark = "洪政规" if organ == county.government else f"{own}规"
        Numbering.objects.get_or_create(organ=organ, defaults={"mark": mark, "code": f"HHX{place:02}"})


def _told(county: County, calendar: Calendar, spec: Spec, random: Random) -> Document:
    organ = organ_named(county, spec["organ"])
    by = county.people["jiang"] if organ == county.government else county.clerks[organ.pk]
    return Document(
        f"规范性文件：{spec['name']}", county, "normative_document", organ, by,
        spec=spec, random=Random(random.random()), calendar=calendar,
    )  # fmt: skip


def _side(county: County, story: str, procedure: str, where: County) -> Side:
    return Side(story, county, procedure, where.government, where.clerks[where.government.pk])


def course(told: Document) -> Waits:
    """From the project to the filing, as far as the story goes."""
    last = UNTIL.get(str(told.spec.get("stay")), d.filed)
    for part in COURSE:
        yield from part(told)
        if part is last or told.record.closed_on is not None:
            return


def cleaned_up(told: Side, calendar: Calendar) -> Waits:
    """A general round of the county government: one document repealed, one declared void, one to be amended."""
    yield told.day
    told.take("start", {
        "name": "2025年县政府规范性文件定期清理", "kind": "general", "scope": "县政府制定的全部现行有效规范性文件",
        "deadline": date(2025, 9, 30),
    })  # fmt: skip
    yield calendar.add_working_days(told.day, 20)
    told.take("sort", {"items": _items(told)})
    yield calendar.add_working_days(told.day, 10)
    told.take("check", {"opinion": "征求了各起草单位意见，县司法局已审核。"})
    yield calendar.add_working_days(told.day, 8)
    told.take("decide", {"items": _items(told), "meeting_number": "县政府第52次常务会议"})
    yield calendar.add_working_days(told.day, 3)
    told.take("publish", {"published_where": "县政府网站", "document_number": "洪政发〔2025〕21号"})


CONCLUSIONS = {
    "洪河县户外广告设置管理办法": ("repeal", "主要内容已由《洪河县户外招牌设置管理规定》取代"),
    "洪河县烟花爆竹燃放管理规定": ("amend", "禁放区域需要调整"),
    "洪河县农村危房改造补助办法": ("expire", "改造任务已经完成，调整对象消失"),
}


def _items(told: Side) -> list[dict[str, str]]:
    rows = []
    for document in documents_in_force(told.record, told.day):
        conclusion, reason = CONCLUSIONS.get(document.name, ("keep", ""))
        row = {"number": document.unified_number, "title": document.name, "conclusion": conclusion, "reason": reason}
        rows.append({name: value for name, value in row.items() if value})
    return rows


def answered(told: Side, calendar: Calendar) -> Waits:
    """The reconsideration organ asks about a clause; the issuer answers within ten working days."""
    yield told.day
    told.case = NormativeDocumentCase._base_manager.get(name="洪河县生活垃圾分类投放指引")
    told.take("notified", source="洪河县人民政府行政复议办公室", clauses="第五条")
    yield calendar.add_working_days(told.day, 6)
    told.take("answer_notified", answer="第五条依据《固体废物污染环境防治法》作出，没有增加处罚。")


def suggested(told: Side, calendar: Calendar) -> Waits:
    """A citizen asks for a review of a township's document; the issuer explains, the citizen gets an answer."""
    yield told.day
    document = NormativeDocumentCase._base_manager.filter(name="柳林镇村级公益设施管护规定").first()
    told.take("receive", {
        "suggesters": [{"name": "陈小满", "kind": "citizen", "contact": "13900000000"}],
        "reasons": "认为管护经费由村民分摊没有依据。", "document": document.pk if document else None,
        "document_name": "柳林镇村级公益设施管护规定", "clauses": "第五条",
    })  # fmt: skip
    yield calendar.add_working_days(told.day, 2)
    told.take("accept")
    told.take("ask_issuer")
    yield calendar.add_working_days(told.day, 6)
    assert document is not None
    issuer = told.county.clerks[document.organ_id]
    own = Side(told.story, told.county, "normative_document", document.organ, issuer, document, told.day, told.minute)
    own.take("answer_suggestion", answer="第五条只规定公布管护经费使用情况，没有规定由村民分摊。")
    yield calendar.add_working_days(told.day, 8)
    told.take("answer", {"result": "lawful", "reply": "经研究，第五条没有规定由村民分摊经费，未发现违法。"})
