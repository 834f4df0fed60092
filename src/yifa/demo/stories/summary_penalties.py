"""On-the-spot penalties of the demonstration county (当场处罚): warnings, small fines, the money, some late."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from yifa.areas.enforcement.fine_collection.ledger import account
from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts.told import Act, Told, step, told_in
from yifa.demo.place import County
from yifa.demo.planted import Planted
from yifa.demo.stories import licences_guides as g
from yifa.demo.stories.receipts import given_out
from yifa.kernel import publish

SEED = 20250311
"""Its own dice, so that the other cases stay as they are."""

CITY, MARKET, POLICE, ROADS, HEALTH, TOWN = "县城管局", "县市场监管局", "县公安局", "县交通局", "县卫健局", "柳林镇"
STREETS = ("解放路12号门前", "西街菜市场外", "人民广场南侧", "滨河路中段", "汽车站出站口", "实验小学门口")


@dataclass(frozen=True)
class Deed:
    """What somebody did, where it is punished, and by which provision."""

    organ: str
    violation: str
    basis: str
    matter: str
    item: str = ""
    who: str = "natural"


STALL = Deed(CITY, "在人行道上摆放货架经营", "《城市市容和环境卫生管理条例》第三十六条", "市容", "CG-036")
LITTER = Deed(CITY, "随地丢弃垃圾", "《城市市容和环境卫生管理条例》第三十四条", "市容", "CG-034")
POSTERS = Deed(CITY, "在路灯杆上张贴小广告", "《城市市容和环境卫生管理条例》第三十四条", "市容", "CG-035")
LICENCE = Deed(
    MARKET, "未在经营场所醒目位置公示营业执照", "《市场主体登记管理条例》第四十八条", "食品", "SC-048", "shop"
)
RECORDS = Deed(MARKET, "未按规定建立进货查验记录", "《食品安全法》第一百二十六条第一款", "食品", "SP-126", "firm")
NOISE = Deed(POLICE, "深夜制造噪声干扰他人正常生活", "《治安管理处罚法》", "", "ZA-088")
DOG = Deed(POLICE, "饲养动物干扰他人正常生活", "《治安管理处罚法》", "", "ZA-089")
WALKER = Deed(POLICE, "行人不按交通信号灯通行", "《道路交通安全法》第八十九条", "", "JT-089")
TAXI = Deed(ROADS, "未按规定放置客运标志牌", "《道路运输条例》第六十八条", "", "YS-068")
SMOKE = Deed(HEALTH, "未在公共场所公示卫生许可证", "《公共场所卫生管理条例》第十四条", "", "WS-014", "shop")
RUBBISH = Deed(TOWN, "随地倾倒垃圾", "《城市市容和环境卫生管理条例》第三十四条", "市容", "冀赋-002")

CASH = {"collected_on_spot": True, "collect_reason": "small"}
HARD = {"collected_on_spot": True, "collect_reason": "hard_to_enforce"}
SECURITY = {"regime": "public_security", "no_objection": True}
TRAFFIC = {"regime": "road_traffic", "no_objection": True}


@dataclass(frozen=True)
class Tale:
    """One matter on the street: the deed, the day, the fine in yuan (none: a warning), and how it goes on."""

    deed: Deed
    on: date
    fine: int | None
    parts: tuple[Act, ...]
    more: Mapping[str, Any] = field(default_factory=dict)
    name: str = ""
    first: str = "impose"


# --- what happens -----------------------------------------------------------------------------------


def imposed(told: Told) -> Waits:
    """All on the spot, in one step."""
    yield told.day
    facts = dict(told.facts["scene"])
    told.take("impose", facts, at=f"{told.random.randint(8, 17):02}:{told.random.randint(0, 59):02}")


def filed(least: int = 0, most: int = 1) -> Act:
    """Reported to the organ: by the police within the day, by others as the organ wants."""

    def part(told: Told) -> Waits:
        yield told.workday(least, most)
        told.take("file", at="17:50")

    return part


def handed(least: int = 0, most: int = 1) -> Act:
    """The money goes to the organ and on to the bank."""

    def part(told: Told) -> Waits:
        yield told.workday(least, most)
        told.take("hand_in")
        yield told.workday(0, 1)
        told.take("remit", {"remittance_no": f"HJ{told.day:%Y%m%d}"})

    return part


def paid(days: int) -> Act:
    """The party pays at the bank, with the additional fine where it is late."""

    def part(told: Told) -> Waits:
        yield told.after(days)
        side = told.beside("fine_collection")
        owed = account(side.record, told.day)
        amount = owed.fine_left + owed.surcharge_left
        receipt = f"冀电票{told.day:%Y%m%d}{side.record.pk:06}"
        side.take("pay", {"channel": "electronic"}, amount=str(amount), receipt_no=receipt)
        yield told.workday(1, 2)
        side = told.beside("fine_collection")
        side.take("remit", amount=str(amount), voucher=f"RK{told.day:%Y%m%d}")

    return part


def published(told: Told) -> Waits:
    """A decision of interest to society is looked through and published."""
    yield told.workday(1)
    side = told.beside("penalty_publication")
    side.take("judge", {"impact_why": "涉及食品安全，群众关注。"})
    text = f"{told.facts['scene']['violation']}，依照{told.facts['scene']['penalty_basis']}当场处罚。"
    side.take("screen", {"public_text": text, "screener": side.by.name})
    yield told.workday(1)
    side = told.beside("penalty_publication")
    publish.publish(side.record, side.record.declaration.publication("copy"), told.day, side.entry())
    side.take("finish")


closed = step("close", wait=(1, 3))
revoked = step("revoke", wait=(4, 8), why="经复核，当事人不是实际经营者。")


def spared(told: Told) -> Waits:
    """Minor, mended at once: educated, not punished."""
    yield told.day
    names = ("party_type", "party_name", "party_id_type", "party_id_no", "party_address", "violation", "scene_place",
             "officers", "item_code")  # fmt: skip
    scene = told.facts["scene"]
    told.take("spare", {name: scene[name] for name in names if name in scene} | {
        "spare_ground": "minor", "education": "当场讲解规定，当事人立即改正。",
    })  # fmt: skip


def converted(told: Told) -> Waits:
    """Too much for the spot: a clue of the ordinary procedure."""
    yield told.day
    names = ("party_type", "party_name", "party_id_type", "party_id_no", "party_address", "violation", "scene_place",
             "officers", "item_code", "matter")  # fmt: skip
    scene = told.facts["scene"]
    told.take("convert", {name: scene[name] for name in names if scene.get(name)} | {
        "item_name": scene["violation"][:60],
    }, why="拟处罚款数额超过当场处罚的上限，需要进一步调查。")  # fmt: skip


WARNED = (imposed, filed(), closed)
COLLECTED = (imposed, filed(), handed(), closed)
AT_BANK = (imposed, filed(), paid(8), closed)


def _spread(deed: Deed, fine: int | None, parts: tuple[Act, ...], more: Mapping[str, Any], *days: str) -> list[Tale]:
    return [Tale(deed, date.fromisoformat(day), fine, parts, more) for day in days]


ORDINARY = (
    *_spread(STALL, None, WARNED, {}, "2025-03-18", "2025-06-05", "2025-10-16", "2026-04-07", "2026-09-15"),
    *_spread(STALL, 50, COLLECTED, CASH, "2025-03-25", "2025-05-07", "2025-08-13", "2026-01-20", "2026-06-23"),
    *_spread(STALL, 200, AT_BANK, {}, "2025-04-14", "2025-11-11", "2026-05-18"),
    *_spread(LITTER, 50, COLLECTED, CASH, "2025-04-29", "2026-02-13"),
    *_spread(POSTERS, 150, (imposed, filed(), handed(), closed), HARD, "2025-07-08", "2026-03-17"),
    *_spread(LICENCE, None, WARNED, {}, "2025-05-19", "2025-12-09", "2026-07-14"),
    *_spread(RECORDS, 3000, AT_BANK, {}, "2025-09-22", "2026-06-09"),
    *_spread(NOISE, None, (imposed, filed(0, 0), closed), SECURITY, "2025-09-09", "2026-03-10"),
    *_spread(DOG, 200, (imposed, filed(0, 0), handed(0, 0), closed), SECURITY | CASH, "2026-04-20"),
    *_spread(NOISE, 500, (imposed, filed(0, 0), paid(10), closed), SECURITY, "2026-05-12"),
    *_spread(WALKER, 20, COLLECTED, TRAFFIC | {"collected_on_spot": True, "collect_reason": "on_foot"}, "2025-10-27"),
    *_spread(TAXI, 200, AT_BANK, {}, "2025-06-17", "2026-08-11"),
    *_spread(SMOKE, None, WARNED, {}, "2025-07-22"),
    *_spread(RUBBISH, 50, COLLECTED, CASH, "2025-08-26", "2026-05-27"),
)  # fmt: skip
OTHERS = (
    Tale(RECORDS, date(2025, 10, 20), 2000, (imposed, filed(), published, paid(9), closed), {"social_impact": True}),
    Tale(LITTER, date(2025, 5, 15), None, WARNED, {
        "party_refused_sign": True, "refusal_note": "社区工作人员在场见证，全程录像。", "recorded": True,
    }),
    Tale(LICENCE, date(2025, 11, 19), None, (spared,)),
    Tale(STALL, date(2026, 3, 24), None, (spared,)),
    Tale(RECORDS, date(2026, 10, 14), None, (converted,)),
    Tale(STALL, date(2025, 9, 3), 100, (imposed, filed(), revoked)),
    Tale(TAXI, date(2026, 1, 8), 200, (imposed, filed(), paid(28), closed), name="罗迟缴"),
    Tale(STALL, date(2026, 11, 12), 200, (imposed, filed())),
    Tale(STALL, date(2026, 11, 19), 50, (imposed,), CASH),
)  # fmt: skip
LATE = (
    Tale(STALL, date(2025, 6, 24), 100, (imposed, filed(), handed(5, 5), closed), CASH, "金晚交"),
    Tale(POSTERS, date(2026, 4, 28), 100, (imposed, filed(), handed(9, 9), closed), CASH, "施晚交"),
    Tale(LICENCE, date(2025, 8, 6), None, (imposed, filed(8, 8), closed), name="城关镇晚备案小吃店"),
    Tale(SMOKE, date(2026, 9, 8), None, (imposed,), name="城关镇未备案小旅馆"),
    Tale(LITTER, date(2026, 10, 13), 50, (imposed, filed()), CASH, "钟不交"),
)  # fmt: skip
TALES = (*ORDINARY, *OTHERS, *LATE)
RECEIPTS = given_out(
    (tale.on, place, tale.deed.organ) for place, tale in enumerate(TALES) if tale.more.get("collected_on_spot")
)

PLANTED = [
    Planted("late", "金某", "当场收缴的罚款第五个工作日才交至机关"),
    Planted("late", "施某", "当场收缴的罚款第九个工作日才交至机关"),
    Planted("late", "城关镇晚备案小吃店", "当场处罚决定第八个工作日才报机关备案"),
    Planted("overdue", "城关镇未备案小旅馆", "当场处罚决定至今没有报机关备案"),
    Planted("overdue", "钟某", "当场收缴的罚款至今没有交至机关"),
]


def _officers(organ: Any) -> list[dict[str, str]]:
    """Two whose certificates hold and cover the matter; see the books of enforcement and of penalties."""
    serial, names = ("{:03}", ("陈立", "何勇")) if organ.short_name in (CITY, MARKET) else ("5{:02}", ("冯涛", "董洁"))
    numbers = (1, 3) if organ.short_name in (CITY, MARKET) else (1, 2)
    if organ.short_name == HEALTH:
        numbers, names = (2, 3), ("董洁", "萧峻")
    rows = zip(numbers, names, strict=True)
    return [{"cert_no": f"130999{organ.pk:02}{serial.format(number)}", "name": name} for number, name in rows]


def _scene(number: int, tale: Tale, organ: Any, random: Random) -> dict[str, Any]:
    deed = tale.deed
    party = {
        "natural": lambda: g.citizen(number, random), "shop": lambda: g.shop(number + 500, random),
        "firm": lambda: g.firm(number + 500, g.FOOD),
    }[deed.who]()  # fmt: skip
    fine = {"penalty_kind": "fine", "fine_amount": str(tale.fine)} if tale.fine else {"penalty_kind": "warning"}
    receipt = {"receipt_no": RECEIPTS[number - 1]} if tale.more.get("collected_on_spot") else {}
    return party | ({"party_name": tale.name} if tale.name else {}) | {
        "violation": deed.violation, "penalty_basis": deed.basis, "matter": deed.matter, "item_code": deed.item,
        "scene_place": random.choice(STREETS), "officers": _officers(organ),
    } | fine | receipt | dict(tale.more)  # fmt: skip


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """Every matter on its day; the officers come from the books of enforcement and of penalties."""
    random = Random(SEED)
    for number, tale in enumerate(TALES, 1):
        organ = next(organ for organ in county.organs if organ.short_name == tale.deed.organ)
        told = Told(
            f"当场处罚：{tale.deed.violation}", county, "summary_penalty", organ, county.clerks[organ.pk],
            facts={"scene": _scene(number, tale, organ, random)}, random=Random(random.random()), calendar=calendar,
        )  # fmt: skip
        if tale.on <= today:
            yield tale.on, told, told_in(told, tale.parts)
