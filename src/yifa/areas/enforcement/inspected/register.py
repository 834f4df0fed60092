"""The registers of inspection items and of objects (检查事项清单、检查对象名录库)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q

from yifa.areas.enforcement.bases import CODED, ENVIRONMENT, VISITS, basis_doubts
from yifa.areas.enforcement.figures import InForce
from yifa.areas.enforcement.inspected.models import InspectionItem, InspectionObject, ObjectKind
from yifa.kernel.registers import Column, Disclosed, EntryCount, Problem, Register, Warned
from yifa.office.codes import plain_credit_code, validate_credit_code

RANDOM = ENVIRONMENT[54, 1].says("随机抽取")
KEY_SUPERVISION = ENVIRONMENT[54, 2]
CURRENT = Q(ended_on=None, withdrawn=False)
REGISTERED = {"91": ObjectKind.ENTERPRISE, "92": ObjectKind.INDIVIDUAL, "93": ObjectKind.COOPERATIVE}
"""How a code begins that market regulation gave (GB 32100—2015)."""


class InspectionItems(Register[InspectionItem]):
    """行政检查事项清单."""

    key, label = "inspection_item", "行政检查事项清单"
    basis = VISITS
    note = "没有公布的事项不得检查。检查标准和同一企业的年度频次上限随事项公布。"
    model = InspectionItem
    columns = (
        Column(InspectionItem.item_code, public=True, width=18, example="130999-JC-001"),
        Column(InspectionItem.name, VISITS, public=True, width=30, example="食品生产经营监督检查"),
        Column(InspectionItem.matter, public=True, width=12, example="食品"),
        Column(InspectionItem.legal_basis, VISITS, public=True, width=34, listed=False,
               example="《食品安全法》第一百一十条"),
        Column(InspectionItem.content, VISITS, public=True, width=40, listed=False, example="进货查验、过程控制、标签"),
        Column(InspectionItem.targets, VISITS, public=True, width=30, listed=False, example="食品生产企业"),
        Column(InspectionItem.standard, VISITS, public=True, width=40, listed=False, example="查验记录完整"),
        Column(InspectionItem.published_on, VISITS, public=True, example="2025-05-20"),
        Column(InspectionItem.standard_published_on, VISITS, public=True, example="2025-06-20"),
        Column(InspectionItem.cap, VISITS, public=True, unit="次", example="2"),
        Column(InspectionItem.cap_published_on, VISITS, public=True, listed=False, example="2025-06-20"),
        Column(InspectionItem.random, RANDOM, public=True, width=8, example="是"),
        Column(InspectionItem.exempt, KEY_SUPERVISION, public=True, width=10, example="否"),
        Column(InspectionItem.exempt_why, KEY_SUPERVISION, public=True, width=24, listed=False),
        Column(InspectionItem.listed_on, public=True, example="2025-05-12"),
        Column(InspectionItem.ended_on, public=True, listed=False),
    )  # fmt: skip
    unique = (InspectionItem.item_code,)
    dated = InspectionItem.listed_on
    searched = (InspectionItem.item_code, InspectionItem.name, InspectionItem.matter)
    disclosed = Disclosed("行政检查事项清单", VISITS, Q(published_on__isnull=False))

    inspection_items = InForce(
        "行政检查事项", unit="项", basis=VISITS, ended=InspectionItem.ended_on,
        definition="期末在清单中、没有取消的检查事项数。",
    )  # fmt: skip
    inspection_items_random = InForce(
        "双随机检查事项", unit="项", basis=RANDOM, ended=InspectionItem.ended_on, where=Q(random=True),
        definition="其中实行双随机的检查事项数。",
    )  # fmt: skip
    inspection_items_capped = InForce(
        "公布频次上限的检查事项", unit="项", basis=VISITS, ended=InspectionItem.ended_on,
        where=Q(cap__isnull=False, cap_published_on__isnull=False),
        definition="其中已经公布年度频次上限的检查事项数。",
    )  # fmt: skip

    @classmethod
    def check(cls, entry: InspectionItem, today: date) -> Iterable[Problem]:
        """A basis; dates in order; what is published is there; who is exempt says why."""
        if not entry.legal_basis:
            yield Problem("legal_basis", "检查依据", "没有填写", "没有依据的事项不得列入清单", VISITS)
        for name, label in _DATES:
            day = getattr(entry, name)
            if day is not None and day > today:
                yield Problem(name, label, f"{day}晚于今天{today}", "请核对日期")
        if entry.standard_published_on is not None and not entry.standard:
            yield Problem("standard", "检查标准", "没有填写，却有标准公布日期", "请填写公布的标准", VISITS)
        if entry.cap_published_on is not None and entry.cap is None:
            yield Problem("cap", "年度频次上限", "没有填写，却有上限公布日期", "请填写公布的上限", VISITS)
        if entry.exempt and not entry.exempt_why:
            yield Problem("exempt_why", "重点监管理由", "没有填写", "写明特殊行业、重点领域", KEY_SUPERVISION)
        if entry.ended_on is not None and entry.ended_on < entry.listed_on:
            yield Problem("ended_on", "取消日期", f"{entry.ended_on}早于列入日期{entry.listed_on}", "请核对日期")

    @classmethod
    def doubts(cls, entry: InspectionItem) -> Iterable[Problem]:
        """Bases that do not stand; neither drawn at random nor under special supervision."""
        yield from basis_doubts("legal_basis", "检查依据", entry.legal_basis, entry.listed_on)
        if not entry.random and not entry.exempt:
            why = "不实行双随机，又不属于重点监管"
            yield Problem("random", "双随机", why, "市场监管领域的检查应当双随机，请核对", RANDOM)

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """Items in force of which something is not published."""
        rows = InspectionItem.objects.filter(CURRENT, organ_id__in=list(organs)).order_by("listed_on", "pk")
        for entry in rows.iterator(200):
            missing = [label for name, label in _PUBLISHED if getattr(entry, name) is None]
            if missing:
                text = f"“{entry}”的{'、'.join(missing)}尚未公布。请公布；没有公布的事项不得检查。"
                yield Warned("inspection_unpublished", text, entry.organ_id, entry.pk, entry.listed_on, VISITS)


_DATES = (
    ("published_on", "事项公布日期"), ("standard_published_on", "标准公布日期"), ("cap_published_on", "上限公布日期"),
    ("ended_on", "取消日期"),
)  # fmt: skip
_PUBLISHED = (("published_on", "事项"), ("standard_published_on", "检查标准"), ("cap_published_on", "年度频次上限"))


class InspectionObjects(Register[InspectionObject]):
    """检查对象名录库."""

    key, label = "inspection_object", "检查对象名录库"
    basis = RANDOM
    note = "一个对象一条。名录库不整体公开，等级不告诉被检查对象；抽取名录由系统生成，遮盖个体工商户名称。"
    model = InspectionObject
    columns = (
        Column(InspectionObject.code, CODED, width=22, example="91130999MA0ABCDE1M", tidy=plain_credit_code),
        Column(InspectionObject.name, width=28, example="洪河县某食品厂"),
        Column(InspectionObject.kind, width=14, example="企业"),
        Column(InspectionObject.industry, width=16, listed=False, example="食品生产"),
        Column(InspectionObject.matters, RANDOM, width=18, example="食品、特种设备"),
        Column(InspectionObject.risk, width=10, example="B"),
        Column(InspectionObject.credit, width=10, example="A"),
        Column(InspectionObject.township, width=14, example="柳林镇"),
        Column(InspectionObject.address, width=30, listed=False),
        Column(InspectionObject.contact, width=12, listed=False),
        Column(InspectionObject.phone, width=16, listed=False),
        Column(InspectionObject.listed_on, example="2025-03-10"),
        Column(InspectionObject.graded_on, listed=False, example="2026-01-15"),
        Column(InspectionObject.ended_on, listed=False),
    )
    unique = (InspectionObject.code,)
    dated = InspectionObject.listed_on
    sorted_by = InspectionObject.risk
    searched = (InspectionObject.code, InspectionObject.name, InspectionObject.township)

    inspection_objects = InForce(
        "检查对象", unit="户", basis=RANDOM, ended=InspectionObject.ended_on,
        definition="期末在名录中、没有移出的检查对象数；由几个机关监管的，各机关分别计。",
    )  # fmt: skip
    inspection_objects_added = EntryCount(
        "新列入检查对象", unit="户", definition="期内（按列入日期）列入名录的检查对象数。"
    )

    @classmethod
    def doubts(cls, entry: InspectionObject) -> Iterable[Problem]:
        """Codes that another department gave than the kind of the object says."""
        market = entry.code.startswith("9")
        if entry.kind in REGISTERED.values() and not market:
            why = f"{entry.code[:1]}开头的不是市场监管部门登记的代码，与对象类型不一致"
            yield Problem("code", "对象编号", why, "事业单位、社会组织等请选相应的类型")
        if entry.kind == ObjectKind.ORGANISATION and market:
            yield Problem("kind", "对象类型", "9开头的是市场监管部门登记的代码", "请选企业、个体工商户或者合作社")

    @classmethod
    def check(cls, entry: InspectionObject, today: date) -> Iterable[Problem]:
        """A right credit code that agrees with what the object is; a field; dates in order."""
        yield from _code_problems(entry)
        if not entry.matters:
            yield Problem("matters", "检查领域", "没有填写", "至少填写一个领域")
        for name, label in (("graded_on", "评级日期"), ("ended_on", "移出日期")):
            day = getattr(entry, name)
            if day is not None and day > today:
                yield Problem(name, label, f"{day}晚于今天{today}", "请核对日期")
        if entry.ended_on is not None and entry.ended_on < entry.listed_on:
            yield Problem("ended_on", "移出日期", f"{entry.ended_on}早于列入日期{entry.listed_on}", "请核对日期")


def _code_problems(entry: InspectionObject) -> Iterator[Problem]:
    if entry.kind == ObjectKind.SITE:
        return
    try:
        validate_credit_code(entry.code)
    except ValidationError as error:
        why = "；".join(error.messages).rstrip("。")
        yield Problem("code", "对象编号", why, "没有代码的，对象类型选场所、设施", CODED)
        return
    registered = REGISTERED.get(entry.code[:2])
    if registered is not None and registered != entry.kind:
        why = f"{entry.code[:2]}开头的是{registered.label}的代码，与对象类型不一致"
        yield Problem("code", "对象编号", why, "请核对代码和对象类型", CODED)
