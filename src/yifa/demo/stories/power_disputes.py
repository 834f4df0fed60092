"""Disputes between enforcement bodies, coordinated by the justice bureau: agreed, ruled, sent above, still open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.place import County

Row = dict[str, Any]


@dataclass
class Coordinated(Side):
    """A dispute as it is told."""

    calendar: Calendar = field(default_factory=Calendar.load)

    def later(self, days: int) -> date:
        """A working day so many working days from today."""
        return self.calendar.add_working_days(self.day, days, allow_provisional=True)

    def begun(self, about: Row) -> Waits:
        """Registered, the bodies are asked, they meet."""
        yield self.day
        self.take("receive", about)
        yield self.later(2)
        self.take("ask", asked="各自的职权依据、办理情况和意见。")
        for body in about["bodies"]:
            yield self.later(3)
            self.take("answer", body=body["name"], said="已经书面说明职权依据。")
        yield self.later(4)
        self.take("meet", {"minutes": "召开协调会，各方说明依据并交换意见。"})


def _bodies(*names: str, standing: str = "own") -> list[Row]:
    rows: list[Row] = [{"name": name, "standing": "own", "claim": "not_ours"} for name in names]
    rows[-1]["standing"] = standing
    return rows


SMOKE: Row = {
    "kind": "jurisdiction", "question": "无固定门店的夜市烧烤油烟扰民由谁查处。",
    "bodies": _bodies("洪河县城市管理综合行政执法局", "洪河县市场监督管理局"),
    "legal_basis": "《大气污染防治法》第八十一条",
}  # fmt: skip
STORAGE: Row = {
    "kind": "list", "question": "耕地上的露天仓储，用地与经营两项违法由谁立案。",
    "bodies": _bodies("洪河县自然资源局", "洪河县市场监督管理局"), "legal_basis": "《行政处罚法》第二十五条",
}  # fmt: skip
STATION: Row = {
    "kind": "jurisdiction", "question": "加油站油气回收装置停用由谁查处。",
    "bodies": _bodies("洪河县城市管理综合行政执法局", "洪河市生态环境局洪河县分局", standing="other"),
}  # fmt: skip
POND: Row = {
    "kind": "granted", "question": "赋权乡镇的坑塘违规填埋事项，发现后由谁先行处置。",
    "bodies": _bodies("洪河县水利局", "洪河县自然资源局"),
}  # fmt: skip


def agreed(side: Coordinated) -> Waits:
    """The bodies agreed, were told, and acted."""
    yield from side.begun(SMOKE)
    yield side.later(2)
    city = "洪河县城市管理综合行政执法局"
    side.take("agree", {"agreement": "由城管部门查处，市场监管部门移送线索并协助认定经营主体。", "competent": city})
    side.take("serve")
    yield side.later(15)
    side.take("carry_out", {"carried_out": "三条线索已经移送立案。"})


def ruled(side: Coordinated) -> Waits:
    """Coordination failed and the government decided."""
    yield from side.begun(STORAGE)
    yield side.later(2)
    side.take("propose", {"opinion": "用地违法由自然资源部门查处，经营违法由市场监管部门查处，先立案的通报另一方。"})
    yield side.later(12)
    side.take("rule", {
        "ruling": "同意所提处理意见。", "ruling_no": "洪政函〔2026〕21号",
        "competent": "自然资源、市场监管部门按职责分工办理",
    })  # fmt: skip
    side.take("serve")
    yield side.later(20)
    side.take("carry_out", {"carried_out": "双方权责清单已经按程序调整并公布。"})


def above(side: Coordinated) -> Waits:
    """One of the bodies stands under the city: the common superior settles it."""
    yield side.day
    side.take("receive", STATION)
    yield side.later(3)
    reason = "生态环境分局由市生态环境局管理，协商不成的报市人民政府。"
    side.take("refuse", {"refusal": "above", "refusal_reason": reason})


def waiting(side: Coordinated) -> Waits:
    """Still being coordinated."""
    yield from side.begun(POND)


TALES: tuple[tuple[date, Callable[[Coordinated], Waits]], ...] = (
    (date(2026, 3, 10), agreed), (date(2026, 5, 12), ruled), (date(2026, 7, 14), above), (date(2026, 10, 27), waiting),
)  # fmt: skip


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """Four disputes, each on its day."""
    for day, how in TALES:
        on = calendar.workday_from(day, allow_provisional=True)
        if on <= today:
            name, clerk = f"执法争议：{how.__name__}", county.people["luo"]
            side = Coordinated(name, county, "power_dispute", county.bureau, clerk, day=on, calendar=calendar)
            yield on, side, how(side)
