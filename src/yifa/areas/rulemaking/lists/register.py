"""The five lists (权责、行政许可、证明事项、涉企收费、中介服务清单) as registers."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from yifa.areas.rulemaking.lists.items import ENVIRONMENT, OPEN, ORGANIC, PUBLISH, STANDING, ItemRules
from yifa.areas.rulemaking.lists.models import (
    CertificateItem,
    FeeItem,
    IntermediaryItem,
    LicenceItem,
    ListItem,
    PowerItem,
)
from yifa.clock import days
from yifa.kernel.figures import Share
from yifa.kernel.registers import Column, Disclosed, EntryCount, Expiry, Register
from yifa.law import Basis
from yifa.law.kinds import Kind

POWERS = ORGANIC[62].says("权责法定")
LICENCES = ENVIRONMENT[40, 1].says("清单之外")
CERTIFICATES = ENVIRONMENT[44, 3].says("清单之外")
FEES = ENVIRONMENT[25].says("目录清单")
INTERMEDIARIES = ENVIRONMENT[43, 1].says("中介服务")
PUBLIC = Q(published_on__isnull=False)
LAWS = (Kind.CONSTITUTION, Kind.LAW, Kind.REGULATION, Kind.LOCAL)


def _common(model: type[ListItem], basis: Basis, name: str, cited: str) -> tuple[Column, ...]:
    """The columns that every list begins with."""
    fields: Any = model
    return (
        Column(fields.name, basis, public=True, width=30, example=name),
        Column(fields.legal_basis, basis, public=True, width=34, listed=False, example=cited),
        Column(fields.edition, public=True, width=8, example="1"),
        Column(fields.status, public=True, width=10, example="现行"),
    )


def _dates(model: type[ListItem]) -> tuple[Column, ...]:
    """The columns that every list ends with."""
    fields: Any = model
    return (
        Column(fields.listed_on, public=True, example="2025-03-03"),
        Column(fields.adjust_reason, public=True, width=16, listed=False, example="首次列入"),
        Column(fields.published_on, PUBLISH, public=True, example="2025-03-20"),
        Column(fields.due_on, PUBLISH),
        Column(fields.provisional, listed=False),
        Column(fields.on_time, PUBLISH, width=10, listed=False),
    )


def _publish(model: type[ListItem]) -> Expiry:
    fields: Any = model
    return Expiry(
        "最迟公布日", fields.due_on, days(7), PUBLISH, advice="请公布。", done=~Q(published_on=None) | ~STANDING
    )


def _in_force(label: str, indicator: str = "") -> EntryCount:
    return EntryCount(
        label, unit="项", where=STANDING, indicator=indicator, definition="期内列入或者调整、现行的事项。"
    )


def _share(model: type[ListItem]) -> Share:
    fields: Any = model
    return Share(
        "清单按期公布率",
        basis=PUBLISH,
        numerator=EntryCount("", on=fields.due_on, where=Q(on_time=True)),
        denominator=EntryCount("", on=fields.due_on),
        definition="期内最迟公布日届满的版次中，在20个工作日内公布的比率。",
    )


class PowerList(ItemRules, Register[PowerItem]):
    """权责清单."""

    key, label = "power_list", "权责清单"
    basis = POWERS
    note = "一项权力一个版次登记一条；调整时旧版改为历史版本，另登记新版，不得删除。"
    model = PowerItem
    columns = (
        Column(PowerItem.item_code, public=True, width=18, example="130999-XK-001"),
        *_common(PowerItem, POWERS, "食品经营许可", "《食品安全法》第三十五条"),
        Column(PowerItem.power_type, public=True, example="行政许可"),
        Column(PowerItem.duty, public=True, width=40, listed=False, example="受理、审查、决定、送达、监管"),
        Column(PowerItem.accountability, public=True, width=40, listed=False, example="不予受理未说明理由的，依法处分"),
        Column(PowerItem.flow_chart, public=True, listed=False, example="附件1"),
        *_dates(PowerItem),
    )
    unique = (PowerItem.item_code, PowerItem.edition)
    identity = ("item_code",)
    dated = PowerItem.listed_on
    unsettled = Q(provisional=True)
    sorted_by = PowerItem.power_type
    searched = (PowerItem.item_code, PowerItem.name)
    disclosed = Disclosed("权责清单", OPEN[20], PUBLIC)

    publish = _publish(PowerItem)
    power_items = _in_force("权责清单事项")
    power_on_time = _share(PowerItem)


class LicenceList(ItemRules, Register[LicenceItem]):
    """行政许可事项清单."""

    key, label = "licence_list", "行政许可事项清单"
    basis = LICENCES
    note = "清单之外不得违法实施行政许可。一项许可一个版次登记一条。"
    model = LicenceItem
    columns = (
        Column(LicenceItem.item_code, LICENCES, public=True, width=18, example="000131005000"),
        *_common(LicenceItem, LICENCES, "食品经营许可", "《食品安全法》第三十五条"),
        Column(LicenceItem.subitem, public=True, width=24, listed=False),
        Column(LicenceItem.level, public=True, example="县级"),
        Column(LicenceItem.region, public=True, listed=False, example="洪河县"),
        Column(LicenceItem.conditions, public=True, width=40, listed=False, example="有与经营的食品相适应的场所"),
        Column(LicenceItem.materials, public=True, width=40, listed=False, example="申请书、身份证明"),
        Column(LicenceItem.limit_workdays, public=True, unit="工作日", example="10"),
        Column(LicenceItem.fee, public=True, width=16, listed=False, example="不收费"),
        Column(LicenceItem.supervision_rule, public=True, width=40, listed=False, example="双随机、一公开"),
        *_dates(LicenceItem),
    )
    unique = (LicenceItem.item_code, LicenceItem.subitem, LicenceItem.level, LicenceItem.region, LicenceItem.edition)
    identity = ("item_code", "subitem", "level", "region")
    sources = (*LAWS, Kind.DOCUMENT)
    source_words = "法律、法规或者国务院决定"
    dated = LicenceItem.listed_on
    unsettled = Q(provisional=True)
    sorted_by = LicenceItem.level
    searched = (LicenceItem.item_code, LicenceItem.name)
    disclosed = Disclosed("行政许可事项清单", LICENCES, PUBLIC)

    publish = _publish(LicenceItem)
    licence_items = _in_force("行政许可事项")
    licence_on_time = _share(LicenceItem)


class CertificateList(ItemRules, Register[CertificateItem]):
    """证明事项清单."""

    key, label = "certificate_list", "证明事项清单"
    basis = CERTIFICATES
    note = "逐项列明设定依据、索要单位、开具单位、办理指南；清单之外不得索要证明。"
    model = CertificateItem
    columns = (
        *_common(CertificateItem, ENVIRONMENT[44, 1].says("国务院决定"), "无犯罪记录证明", "《教师法》第十四条"),
        Column(CertificateItem.requesting_unit, CERTIFICATES, public=True, width=18, example="县教育局"),
        Column(CertificateItem.issuing_unit, CERTIFICATES, public=True, width=18, example="公安派出所"),
        Column(CertificateItem.guide, CERTIFICATES, public=True, width=24, listed=False, example="办事指南第12号"),
        Column(CertificateItem.commitment_ok, ENVIRONMENT[44, 2], public=True, width=12, listed=False, example="否"),
        *_dates(CertificateItem),
    )
    unique = (CertificateItem.name, CertificateItem.requesting_unit, CertificateItem.edition)
    identity = ("name", "requesting_unit")
    sources = (*LAWS, Kind.DOCUMENT)
    source_words = "法律、法规或者国务院决定"
    dated = CertificateItem.listed_on
    unsettled = Q(provisional=True)
    searched = (CertificateItem.name, CertificateItem.requesting_unit, CertificateItem.issuing_unit)
    disclosed = Disclosed("证明事项清单", CERTIFICATES, PUBLIC)

    publish = _publish(CertificateItem)
    certificate_items = _in_force("证明事项")
    certificate_on_time = _share(CertificateItem)


class FeeList(ItemRules, Register[FeeItem]):
    """涉企收费目录清单."""

    key, label = "fee_list", "涉企收费、基金、保证金目录清单"
    basis = FEES
    note = "目录清单之外的收费和保证金一律不得执行。"
    model = FeeItem
    columns = (
        *_common(FeeItem, FEES, "城镇垃圾处理费", "《城市市容和环境卫生管理条例》第十九条"),
        Column(FeeItem.fee_kind, FEES, public=True, width=18, example="涉企行政事业性收费"),
        Column(FeeItem.standard, FEES, public=True, width=30, example="每户每月5元"),
        Column(FeeItem.collector, FEES, public=True, width=18, example="县城管局"),
        Column(FeeItem.guarantee_ok, FEES, public=True, width=12, listed=False, example="否"),
        *_dates(FeeItem),
    )
    unique = (FeeItem.name, FeeItem.collector, FeeItem.edition)
    identity = ("name", "collector")
    sources = (Kind.CONSTITUTION, Kind.LAW, Kind.REGULATION, Kind.DOCUMENT)
    source_words = "法律、行政法规或者国务院批准"
    dated = FeeItem.listed_on
    unsettled = Q(provisional=True)
    sorted_by = FeeItem.fee_kind
    searched = (FeeItem.name, FeeItem.collector)
    disclosed = Disclosed("涉企收费目录清单", FEES, PUBLIC)

    publish = _publish(FeeItem)
    fee_items = _in_force("涉企收费事项")
    fee_on_time = _share(FeeItem)

    @classmethod
    def bound(cls, entry: Any) -> bool:
        """Funds, administrative fees and deposits need a law, a regulation or an approval; regulated prices do not."""
        return bool(entry.fee_kind != "regulated")


class IntermediaryList(ItemRules, Register[IntermediaryItem]):
    """行政审批中介服务清单."""

    key, label = "intermediary_list", "行政审批中介服务清单"
    basis = INTERMEDIARIES
    note = "没有法律、法规或者国务院决定依据的，不得作为办理行政审批的条件。"
    model = IntermediaryItem
    columns = (
        *_common(
            IntermediaryItem, ENVIRONMENT[43, 1].says("国务院决定"), "建设项目环境影响评价",
            "《建设项目环境保护管理条例》第六条",
        ),
        Column(IntermediaryItem.used_in, INTERMEDIARIES, public=True, width=28, example="建设项目环评审批"),
        Column(IntermediaryItem.limit, INTERMEDIARIES, public=True, example="30日"),
        Column(IntermediaryItem.price, INTERMEDIARIES, public=True, width=24, listed=False, example="市场调节价"),
        *_dates(IntermediaryItem),
    )  # fmt: skip
    unique = (IntermediaryItem.name, IntermediaryItem.edition)
    sources = (*LAWS, Kind.DOCUMENT)
    source_words = "法律、法规或者国务院决定"
    dated = IntermediaryItem.listed_on
    unsettled = Q(provisional=True)
    searched = (IntermediaryItem.name, IntermediaryItem.used_in)
    disclosed = Disclosed("行政审批中介服务清单", INTERMEDIARIES, PUBLIC)

    publish = _publish(IntermediaryItem)
    intermediary_items = _in_force("中介服务事项")
    intermediary_on_time = _share(IntermediaryItem)
