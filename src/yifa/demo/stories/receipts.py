"""Receipts, old fines and old evidence of the demonstration county (罚没票据、历史罚没、旧案证据).

Books of receipts for the bodies that collect on the spot; numbers cancelled and returned; what was decided and paid
before the system, brought in from spreadsheets. Planted: a number that nobody accounts for, one used twice, one that
no finance department gave to the body, and money that never reached the treasury.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts.books import Book, books
from yifa.demo.place import County
from yifa.demo.planted import Planted
from yifa.demo.registers import Row
from yifa.office.models import Organ

CITY, MARKET, POLICE, ROADS, TOWN = "县城管局", "县市场监管局", "县公安局", "县交通局", "柳林镇"
FIRST = {CITY: 101, POLICE: 201, TOWN: 301, MARKET: 401, ROADS: 501}
"""The first number of the book of each body; a book has twenty-five."""
UNITS = {
    CITY: "城关执法中队",
    POLICE: "城关派出所",
    TOWN: "综合行政执法队",
    MARKET: "城关市场监管所",
    ROADS: "交通执法一中队",
}
VOIDED, LEFT_OUT = 103, 106
"""Of the city book: a number cancelled and said to be so, and one of which nobody says anything."""


def given_out(cash: Iterable[tuple[date, int, str]]) -> dict[int, str]:
    """The receipt of each fine collected on the spot, by its place: given out in the order of days, organ by organ."""
    numbers: dict[int, str] = {}
    following = dict(FIRST)
    for _, place, organ in sorted(cash):
        while following[organ] in (VOIDED, LEFT_OUT):
            following[organ] += 1
        numbers[place] = _written(following[organ])
        following[organ] += 1
    return numbers


def _written(number: int) -> str:
    return f"冀财罚{number:06}"


def book_rows(organ: Organ) -> list[Row]:
    """One book in use; the bodies with most cases have a second one that nobody has begun."""
    first = FIRST[organ.short_name]
    common = {
        "票据种类": "当场处罚罚款收据",
        "制发部门": "省级财政部门",
        "字轨": "冀财罚",
        "领用日期": date(2025, 2, 24),
    }
    rows: list[Row] = [
        common | {
            "领用单号": f"洪财票领〔2025〕{first}号", "起号": f"{first:06}", "止号": f"{first + 24:06}",
            "使用单位": UNITS[organ.short_name], "保管人": "陈立",
        }
    ]  # fmt: skip
    if organ.short_name == CITY:
        rows.append(common | {
            "领用单号": "洪财票领〔2025〕901号", "起号": "000901", "止号": "000925",
            "使用单位": "柳林执法中队", "保管人": "何勇",
        })  # fmt: skip
    return rows


def loose_rows(organ: Organ) -> list[Row]:
    """A receipt spoilt by a slip of the pen."""
    return [{
        "票据号码": _written(VOIDED), "情况": "作废", "日期": date(2025, 5, 6), "原因": "金额大写填写错误",
        "各联齐全": "是",
    }]  # fmt: skip


def past_fine_rows(organ: Organ) -> list[Row]:
    """Twelve fines of 2024, paid at the bank a week later; one was never passed on."""
    rows: list[Row] = []
    for n in range(1, 13):
        decided = date(2024, n, 10)
        paid, fine = decided + timedelta(7), 1000 * n
        row: Row = {
            "处罚决定书文号": f"{organ.mark}罚〔2024〕{n}号", "当事人": f"洪河县第{n}商行", "决定日期": decided,
            "罚款": fine, "没收款": 300 if n % 4 == 0 else 0, "缴款方式": "代收机构", "缴款日期": paid,
            "票据号码": f"{2024000000 + FIRST[organ.short_name] * 100 + n}", "入库日期": paid + timedelta(1),
            "入库凭证号码": f"国库收2024{n:02}",
        }  # fmt: skip
        whole = fine + row["没收款"]
        row |= {"实缴金额": whole, "入库金额": whole}
        if n == 9:
            row |= {"入库金额": 0, "入库日期": "", "入库凭证号码": ""}
        rows.append(row)
    return rows


def _cash(organ: Organ, number: int, receipt: str) -> Row:
    decided = date(2025, 3, 4)
    return {
        "处罚决定书文号": f"{organ.mark}当罚〔2025〕旧{number}号", "当事人": f"洪河县第{number + 20}小吃店",
        "决定日期": decided, "罚款": 100, "没收款": 0, "实缴金额": 100, "缴款方式": "当场收缴", "缴款日期": decided,
        "票据号码": receipt, "入库金额": 100, "入库日期": date(2025, 3, 6), "入库凭证号码": f"HJ旧{number}",
    }  # fmt: skip


def twice_rows(organ: Organ) -> list[Row]:
    """Penalties on the spot out of the old system: one receipt stands for two of them."""
    return [_cash(organ, n, _written(FIRST[MARKET] + serial)) for n, serial in ((1, 0), (2, 1), (3, 1), (4, 2))]


def foreign_rows(organ: Organ) -> list[Row]:
    """A receipt that the province did not give to this body."""
    return [_cash(organ, 1, _written(FIRST[ROADS])), _cash(organ, 2, "豫财罚000077")]


def evidence_rows(organ: Organ) -> list[Row]:
    """Evidence of old cases: most of it in the files, one thing kept, one preserved and forgotten."""
    rows: list[Row] = [
        {
            "证据编号": f"2024-{n}-01", "案号": f"{organ.mark}罚〔2024〕{n}号", "证据": name, "种类": kind,
            "取得日期": date(2024, n, 5), "来源、提供人": f"洪河县第{n}商行", "取证人员": "陈立、林晓", "原件": form,
        }
        for n, (name, kind, form) in enumerate((
            ("现场笔录3页", "勘验笔录、现场笔录", "原件、原物"), ("进货单据2页", "书证", "复制件、照片"),
            ("门店监控录像光盘1张", "视听资料", "复制件、照片"), ("当事人询问笔录", "当事人的陈述", "原件、原物"),
            ("检验报告", "鉴定意见", "原件、原物"), ("微信聊天记录", "电子数据", "复制件、照片"),
        ), 1)
    ]  # fmt: skip
    rows[2] |= {"保管地点": "物证室1号柜"}
    rows[5] |= {"电子数据校验值": "SM3：1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b"}
    kept = {
        "案号": f"{organ.mark}罚〔2024〕7号", "种类": "物证", "取得日期": date(2024, 7, 5), "先行登记保存": "是",
        "取证人员": "陈立、林晓", "原件": "原件、原物",
    }  # fmt: skip
    back = {"去向": "返还", "处理日期": date(2024, 7, 12), "接收人": "洪河县第7商行", "保管地点": "物证室2号柜"}
    rows.append(kept | {"证据编号": "2024-7-01", "证据": "电子秤1台"} | back)
    rows.append(kept | {"证据编号": "2024-7-02", "证据": "账本2册", "保管地点": "物证室2号柜"})
    return rows


BOOKS: tuple[Book, ...] = (
    *((date(2025, 2, 25), "receipt_book", name, book_rows) for name in FIRST),
    *((date(2025, 3, 10), "past_fine", name, past_fine_rows) for name in (MARKET, CITY)),
    (date(2025, 3, 11), "past_fine", MARKET, twice_rows),
    (date(2025, 3, 11), "past_fine", ROADS, foreign_rows),
    (date(2025, 3, 12), "past_evidence", MARKET, evidence_rows),
    (date(2025, 5, 6), "loose_receipt", CITY, loose_rows),
)

PLANTED = [
    Planted("receipt_missing", _written(FIRST[CITY]), f"{_written(LEFT_OUT)}没有使用、作废的登记"),
    Planted("receipt_twice", _written(FIRST[MARKET]), f"{_written(FIRST[MARKET] + 1)}开给了两个当事人"),
    Planted("receipt_unknown", ROADS, "豫财罚000077不在领用的号段内"),
]


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """Each book on its day."""
    return books(BOOKS, county, today)
