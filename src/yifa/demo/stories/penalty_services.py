"""What the services of enforcement do without a client: directories of major decisions, cases sent by the prosecutor.

Hearings, reviews, fines, publications and referrals come about in the stories of penalties and licences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts.books import Book, books
from yifa.demo.parts.penalty_services import REFERRAL
from yifa.demo.place import County
from yifa.demo.registers import Row
from yifa.office.models import Organ

MADE = date(2025, 1, 20)
DIRECTORY = "major_decision_directory"
ITEMS = (
    ("PC-1", "较大数额的罚款、没收", "行政处罚", "", "5000", "50000"),
    ("PC-2", "责令停产停业、责令关闭、限制从业", "行政处罚", "责令停产停业、责令关闭、限制从业", "", ""),
    ("PC-3", "降低资质等级、吊销许可证件", "行政处罚", "降低资质等级、吊销许可证件", "", ""),
    ("CO-1", "查封场所", "行政强制", "查封场所、设施或者财物", "", ""),
)
"""Code, name, kind of act, measures, amounts for citizens and for organisations."""


def _directory(organ: Organ) -> list[Row]:
    return [
        {
            "code": code, "name": name, "act_kind": kind, "measures": measures, "citizen_amount": citizen,
            "organisation_amount": organisation, "document": f"{organ.short_name}〔2025〕1号法制审核目录",
            "published_on": MADE.isoformat(), "effective_on": MADE.isoformat(),
        }
        for code, name, kind, measures, citizen, organisation in ITEMS
    ]  # fmt: skip


@dataclass(frozen=True)
class Sent:
    """A case that the criminal side sends for a penalty: whence, when, and after how many days it is answered."""

    organ: str
    on: date
    title: str
    source: str
    sender: str
    document: str
    days: int
    result: str


SENT = (
    Sent("县市场监管局", date(2025, 4, 21), "刘某某销售伪劣农资", "not_prosecuted", "洪河县人民检察院",
         "洪检行意〔2025〕3号", 48, "立案查处，罚款一万二千元，没收违法所得三千元。"),
    Sent("县农业农村局", date(2025, 9, 8), "王某某非法捕捞水产品", "not_prosecuted", "洪河县人民检察院",
         "洪检行意〔2025〕7号", 71, "立案查处，没收渔具，罚款五千元。"),
    Sent("县市场监管局", date(2026, 5, 18), "某商贸公司虚假宣传", "police_not_filed", "洪河县公安局",
         "洪公移字〔2026〕11号", 39, "违法行为轻微并及时改正，不予行政处罚，已经教育。"),
    Sent("县市场监管局", date(2026, 10, 12), "赵某某销售假冒注册商标的商品", "not_prosecuted", "洪河县人民检察院",
         "洪检行意〔2026〕9号", 0, ""),
)  # fmt: skip
"""The last one is still being dealt with."""


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """The books, and the cases that came back."""
    names = {organ.short_name: organ for organ in county.organs}
    wanted = [name for name in ("县自然资源局", "县住建局", "县水利局") if name in names]
    directories: list[Book] = [(MADE, DIRECTORY, name, _directory) for name in wanted]
    yield from books(directories, county, today)
    for sent in SENT:
        if sent.organ in names and sent.on <= today:
            organ = names[sent.organ]
            side = Side("司法机关移送行政处理", county, REFERRAL, organ, county.clerks[organ.pk])
            yield sent.on, side, _sent(side, sent, calendar)


def _sent(side: Side, sent: Sent, calendar: Calendar) -> Waits:
    yield side.day
    fields = {
        "client_title": sent.title, "source": sent.source, "source_organ": sent.sender,
        "source_document": sent.document, "reply_by": sent.on + timedelta(60),
    }  # fmt: skip
    side.take("receive_back", fields)
    if sent.days:
        yield calendar.workday_from(sent.on + timedelta(sent.days), allow_provisional=True)
        side.take("reply_back", {"handled": sent.result})
