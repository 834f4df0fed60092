"""Some sixty ordinary penalty cases of the demonstration county, with every outcome (普通程序行政处罚案件)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.place import County
from yifa.demo.stories import penalties_odd as odd
from yifa.demo.stories import penalties_parts as p
from yifa.demo.stories.penalties_acts import ACTS, SINCE
from yifa.demo.stories.penalties_parts import PenaltyTold, Tale, amount_in
from yifa.demo.stories.penalties_planted import IRREGULAR

BEGUN = (p.clue, p.filed, p.looked_into)
TOLD = (*BEGUN, p.concluded, p.told_of)
DONE = (p.decided, p.served, p.paid, p.closed)
PLAIN = (*TOLD, p.silent, *DONE)
SPOKEN = (*TOLD, p.spoke, *DONE)
WAIVED = (*TOLD, p.waived, *DONE)
GRAVE = (p.reviewed, p.discussed)
LAPSED = (*TOLD, p.silent, *GRAVE, *DONE)
HEARD = (*TOLD, p.hearing, *GRAVE, *DONE)

PLACES = (
    "东岭",
    "西江",
    "南坪",
    "北原",
    "中和",
    "金穗",
    "银杏",
    "翠湖",
    "红枫",
    "青松",
    "白鹭",
    "紫荆",
    "长河",
    "丰年",
)
TRADES = {
    "SP-125": "食品商贸", "SP-124": "生鲜超市", "TS-83": "仓储物流", "DQ-118": "餐饮管理", "DQ-115": "建筑工程",
    "AQ-97": "包装制品", "AQ-99": "机械加工", "PW-37": "环保建材", "YF-45": "口腔门诊",
}  # fmt: skip
PEOPLE = ("郑海", "吕强", "薛琴", "贺军", "龚燕", "邹平", "熊刚", "孟丽", "秦峰", "阎波", "侯勇", "龙梅")
SERIES = (
    ("SP-125", 5, PLAIN), ("SP-125", 2, SPOKEN), ("SP-125", 1, WAIVED), ("SP-124", 3, PLAIN), ("TS-83", 3, PLAIN),
    ("DQ-118", 3, PLAIN), ("DQ-115", 3, PLAIN), ("AQ-99", 5, PLAIN), ("AQ-99", 1, SPOKEN), ("PW-37", 3, PLAIN),
    ("YF-45", 2, PLAIN), ("DW-100", 3, PLAIN), ("DL-63", 3, PLAIN), ("GF-111", 3, PLAIN),
)  # fmt: skip
"""How many cases of an act go which way; their days, parties, tiers and fines are thrown."""
SHARES = {"DQ-115": 0.24}
"""At which share of the tier fines begin; these stay below the amount from which legal review is mandatory."""
CITIZENS = {"DW-100": "individual_business", "DL-63": "natural", "GF-111": "natural", "ZA-51": "natural"}

DETAINED = {"penalty_kinds": [{"kind": "detention", "detail": "五日"}], "fine_amount": None}
SUSPENDED = {"penalty_kinds": [{"kind": "fine"}, {"kind": "order_suspension", "detail": "停业整治七日"}]}
POLICED = (
    p.clue, p.filed, odd.quick, p.concluded, p.told_of, p.silent, p.decided, p.served, odd.performed, odd.given_back,
    p.closed,
)  # fmt: skip
SINGLE = (
    Tale("SP-124", date(2025, 5, 12), "柳林镇老街便民商店", 2, 68600, HEARD, "individual_business"),
    Tale("AQ-97", date(2025, 6, 9), "洪河县宏图化工有限公司", 3, 78600, HEARD, source="assigned"),
    Tale("AQ-97", date(2025, 9, 8), "洪河县永固模板有限公司", 2, 52300, LAPSED),
    Tale("DQ-118", date(2026, 1, 12), "洪河县渔家灯火餐饮有限公司", 3, 41700,
         (*TOLD, p.hearing, p.revised, p.discussed, *DONE[:3], odd.performed, p.closed), source="complaint",
         more=SUSPENDED),
    Tale("SP-125", date(2025, 4, 14), "洪河县喜乐园食品有限公司", 1, None, (*BEGUN, odd.spared_minor)),
    Tale("SP-125", date(2025, 11, 3), "洪河县知味轩食品有限公司", 1, None, (*BEGUN, odd.spared_minor)),
    Tale("SP-125", date(2026, 3, 16), "洪河县百味鲜食品有限公司", 1, None, (*BEGUN, odd.spared_no_fault)),
    Tale("AQ-99", date(2025, 5, 19), "洪河县恒通木器有限公司", 1, None, (*BEGUN, odd.spared_first)),
    Tale("AQ-99", date(2026, 4, 13), "洪河县佳禾饲料有限公司", 1, None, (*BEGUN, odd.spared_first)),
    Tale("PW-37", date(2025, 10, 13), "洪河县清源印染有限公司", 2, None, (*BEGUN, odd.unfounded), source="complaint"),
    Tale("DL-63", date(2026, 2, 3), "柏成", 2, None, (*BEGUN, odd.unfounded), "natural"),
    Tale("DQ-115", date(2025, 7, 14), "洪河县安居建筑有限公司", 2, 48200,
         (*TOLD, p.silent, p.decided, odd.announced, p.paid, p.closed)),
    Tale("AQ-99", date(2025, 8, 11), "洪河县远航机械有限公司", 2, 24900,
         (*TOLD, p.silent, p.decided, odd.left, p.paid, p.closed)),
    Tale("PW-37", date(2026, 5, 11), "洪河县新阳建材有限公司", 2, 12300,
         (*TOLD, p.silent, p.decided, odd.online, p.paid, p.closed)),
    Tale("TS-83", date(2026, 3, 2), "洪河县顺达仓储有限公司", 2, 54600,
         (*TOLD, p.silent, p.decided, odd.by_mail, p.instalments, p.closed)),
    Tale("SP-125", date(2026, 11, 9), "洪河县金穗食品有限公司", 2, 26800, (p.clue, p.filed, odd.still_preserved)),
    Tale("SP-125", date(2026, 4, 20), "洪河县麦香园食品有限公司", 2, 26800,
         (p.clue, p.filed, odd.preserved, p.looked_into, p.concluded, p.told_of, p.silent, *DONE)),
    Tale("SP-125", date(2025, 10, 9), "洪河县四季鲜食品有限公司", 2, 27200,
         (*TOLD, p.silent, p.decided, p.served, p.paid_late, p.closed)),
    Tale("DQ-118", date(2026, 2, 9), "洪河县巴山夜雨餐饮有限公司", 2, 27100,
         (*TOLD, p.silent, p.decided, p.served, p.paid, odd.revoked)),
    Tale("SP-124", date(2026, 5, 18), "洪河县惠民冷链有限公司", 3, None, (*BEGUN, odd.crime), source="complaint"),
    Tale("SP-125", date(2026, 6, 1), "洪河县老城酱园有限公司", 2, 27700,
         (p.clue, p.filed, odd.small, p.looked_into, p.concluded, p.told_of, p.silent, *DONE), source="complaint"),
    Tale("ZA-51", date(2026, 3, 9), "卫国庆", 1, None, POLICED, "natural", more=DETAINED, source="complaint"),
    Tale("ZA-51", date(2026, 6, 22), "石磊磊", 1, None, POLICED, "natural", more=DETAINED, source="complaint"),
    Tale("SP-125", date(2025, 6, 16), "洪河县春晓茶业有限公司", 2, None, (p.clue, odd.not_filed), source="complaint"),
    Tale("AQ-99", date(2026, 6, 8), "洪河县永兴家具有限公司", 2, None, (p.clue, odd.not_filed), source="complaint"),
    Tale("DQ-115", date(2026, 1, 19), "洪河县鼎盛装饰有限公司", 2, None, (p.clue, odd.handed_over)),
    Tale("DL-63", date(2025, 12, 8), "古月明", 2, None, (*BEGUN, odd.taken_back), "natural"),
    Tale("DQ-115", date(2026, 4, 13), "洪河县兴业市政有限公司", 2, 47600,
         (*TOLD, p.silent, p.decided, p.served, p.unpaid)),
    Tale("SP-125", 52, "洪河县甜蜜时光食品有限公司", 2, 27400, (*TOLD, p.silent, p.decided, p.served)),
    Tale("AQ-97", 44, "洪河县天工铸造有限公司", 3, 76200, TOLD),
    Tale("DQ-115", 38, "洪河县高远建设有限公司", 2, 51300, BEGUN),
    Tale("TS-83", 30, "洪河县宝丰纸业有限公司", 2, 56000, (*BEGUN, p.concluded)),
    Tale("PW-37", 16, "洪河县碧水印刷有限公司", 2, 12800, (p.clue, p.filed)),
    Tale("DW-100", 6, "城关镇周记肉铺", 2, None, (p.clue,), "individual_business"),
)  # fmt: skip


def _thrown(dice: Random) -> Iterator[Tale]:
    """The cases of the series, spread over the days since the benchmarks were made."""
    firms, people, number = iter(_firms()), iter(PEOPLE), 0
    for code, count, parts in SERIES:
        for _ in range(count):
            act, number = ACTS[code], number + 1
            tier = dice.choice((1, 2, 2, 2, 3)) if code not in ("DL-63", "GF-111", "DW-100") else 1
            tier = 2 if (code, tier) in (("DQ-115", 3), ("SP-124", 3), ("TS-83", 3)) else tier
            base = 10 * dice.randint(480, 900) if act.unit == "货值倍数" else None
            fine = amount_in(act, tier, SHARES.get(code, 0.46) + 0.08 * dice.random(), base)
            begins = SINCE + timedelta(days=4 + dice.randrange(520))
            kind = CITIZENS.get(code, "legal_person")
            name = next(people) if kind == "natural" else _named(code, next(firms))
            yield Tale(code, begins, name, tier, fine, parts, kind, base)


def _firms() -> Iterator[str]:
    for turn in ("", "新", "大", "老"):
        for place in PLACES:
            yield f"{turn}{place}"


def _named(code: str, word: str) -> str:
    return f"洪河县{word}{TRADES[code]}有限公司" if code in TRADES else f"城关镇{word}鲜肉店"


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """Every case with the day on which its clue came in."""
    dice = Random(20260317)
    for serial, tale in enumerate((*_thrown(dice), *SINGLE, *IRREGULAR), 1):
        wanted = today - timedelta(tale.begins) if isinstance(tale.begins, int) else tale.begins
        begins = calendar.workday_from(wanted, allow_provisional=True)
        if begins > today or begins < SINCE + timedelta(days=2):
            continue
        organ = next(organ for organ in county.organs if organ.short_name == ACTS[tale.act].organ)
        told = PenaltyTold(
            f"处罚：{tale.party}", county, "penalty", organ, county.clerks[organ.pk], tale=tale, calendar=calendar,
            dice=Random(dice.random()), serial=serial,
        )  # fmt: skip
        yield begins, told, p.told_in(told, tale.parts)
