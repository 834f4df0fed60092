"""The registers of volunteer supervisors and of contact points.

The bureau may invite deputies, trades, experts and journalists (行政执法监督条例23), and keeps a channel for what
enterprises have to say of enforcement (民营经济促进法53②; 行政执法监督条例20②). Terms and numbers are the place's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q

from yifa.areas.enforcement.bases import SUPERVISION
from yifa.areas.enforcement.figures import InForce
from yifa.areas.enforcement.watchers.models import ContactPoint, Watcher
from yifa.kernel.registers import Column, Disclosed, EntryCount, Problem, Register, Warned
from yifa.law import act
from yifa.office.codes import plain_credit_code

INVITED = SUPERVISION[23].says("邀请人大代表")
CHANNELS = act("民营经济促进法")[53, 2].says("诉求沟通机制")


class Watchers(Register[Watcher]):
    """行政执法监督员."""

    key, label = "enforcement_watcher", "行政执法监督员"
    basis = INVITED
    note = "一个聘期一条。监督员反映的问题登记为执法监督线索；监督员没有执法权。姓名经本人书面同意才公布。"
    model = Watcher
    columns = (
        Column(Watcher.number, width=18, example="洪司监聘〔2026〕1号"),
        Column(Watcher.name, width=12, example="王小五"),
        Column(Watcher.kind, width=18, example="企业、商会人士"),
        Column(Watcher.unit, width=24, example="洪河县工商业联合会"),
        Column(Watcher.phone, width=16, listed=False),
        Column(Watcher.agreed, width=12, listed=False, example="否"),
        Column(Watcher.since, example="2026-01-10"),
        Column(Watcher.until, example="2028-01-09"),
        Column(Watcher.ended_on, listed=False),
    )
    unique = (Watcher.number,)
    dated = Watcher.since
    searched = (Watcher.number, Watcher.name, Watcher.unit)

    watchers = InForce(
        "行政执法监督员", unit="人", last=Watcher.until, ended=Watcher.ended_on,
        definition="期末在聘期内、没有解聘的监督员人数。",
    )  # fmt: skip
    watchers_appointed = EntryCount("聘任行政执法监督员", unit="人次", definition="期内（按聘任日期）聘任的人次。")

    @classmethod
    def check(cls, entry: Watcher, today: date) -> Iterable[Problem]:
        """Terms in order."""
        if entry.until < entry.since:
            yield Problem("until", "聘期至", f"{entry.until}早于聘任日期{entry.since}", "请核对日期")
        if entry.ended_on is not None and not entry.since <= entry.ended_on <= min(entry.until, today):
            yield Problem("ended_on", "解聘日期", f"{entry.ended_on}不在聘期以内或者晚于今天", "请核对日期")

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """Terms that end within thirty days."""
        rows = Watcher.objects.filter(organ_id__in=list(organs), withdrawn=False, ended_on=None, until__gte=today)
        for entry in rows.order_by("until", "pk").iterator(200):
            left = (entry.until - today).days
            if left <= 30:
                text = f"监督员{entry}的聘期还有{left}日届满，续聘的请登记新的聘期。"
                yield Warned("watcher_term", text, entry.organ_id, entry.pk, entry.until, INVITED)


class ContactPoints(Register[ContactPoint]):
    """行政执法监督联系点."""

    key, label = "enforcement_contact_point", "行政执法监督联系点"
    basis = CHANNELS
    note = "联系点收集的问题登记为执法监督线索。联系点向社会公布；联络员的姓名和电话是个人信息，不公布。"
    model = ContactPoint
    columns = (
        Column(ContactPoint.number, width=14, example="LXD-001"),
        Column(ContactPoint.name, CHANNELS, public=True, width=28, example="洪河县食品行业协会"),
        Column(ContactPoint.kind, CHANNELS, public=True, width=16, example="商会、行业协会"),
        Column(ContactPoint.credit_code, width=22, listed=False, tidy=plain_credit_code),
        Column(ContactPoint.township, CHANNELS, public=True, width=14, example="柳林镇"),
        Column(ContactPoint.contact, width=12, listed=False),
        Column(ContactPoint.phone, width=16, listed=False),
        Column(ContactPoint.since, example="2026-02-03"),
        Column(ContactPoint.ended_on, listed=False),
    )
    unique = (ContactPoint.number,)
    dated = ContactPoint.since
    searched = (ContactPoint.number, ContactPoint.name, ContactPoint.township)
    disclosed = Disclosed("行政执法监督联系点", CHANNELS, Q(ended_on=None))

    contact_points = InForce(
        "行政执法监督联系点", unit="个", ended=ContactPoint.ended_on, definition="期末没有撤销的联系点数。"
    )

    @classmethod
    def check(cls, entry: ContactPoint, today: date) -> Iterable[Problem]:
        """Dates in order."""
        if entry.ended_on is not None and not entry.since <= entry.ended_on <= today:
            yield Problem("ended_on", "撤销日期", f"{entry.ended_on}早于设立日期或者晚于今天", "请核对日期")
