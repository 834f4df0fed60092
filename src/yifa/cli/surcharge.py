"""`yifa surcharge`: the additional fine on any day, with its reckoning."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

import click

from yifa.cli.calendar import installed
from yifa.errors import YifaError


class _Unreadable(YifaError):
    """A value on the command line cannot be read."""


@click.command("surcharge")
@click.argument("fine", metavar="罚款数额")
@click.option("--due", metavar="日期", help="缴款期限届满日（顺延后）。与 --received 写一个。")
@click.option("--received", metavar="日期", help="收到处罚决定书日，由系统计算十五日（末日遇休息日顺延）。")
@click.option("--until", required=True, metavar="日期", help="算到哪一天（缴款当日计入）。")
@click.option("--paid", multiple=True, metavar="日期=金额", help="已经缴纳的一笔，可以写几次。")
@click.option("--stop", multiple=True, metavar="起..止", help="复议、诉讼期间，两端都不计；没有结束的不写止。")
@click.option("--plan", multiple=True, metavar="批准日:期限=金额,…", help="批准的延期、分期，各期用逗号隔开。")
@click.option("--unstated", is_flag=True, help="处罚决定书没有载明逾期加处罚款。")
@click.option("--provisional", is_flag=True, help="允许推算尚未公布放假安排的年份，缴款期限届满日标为暂定。")
@click.option("--whole", is_flag=True, help="部分缴纳后仍按罚款全额计算（口径）。")
def command(fine: str, **given: Any) -> None:
    """试算加处罚款：每日百分之三，不超过罚款本身，复议、诉讼期间不计。"""
    from yifa.areas.enforcement.fine_collection.surcharge import Paid, Terms, reckon

    terms = Terms(
        _amount(fine), _last_day(given["due"], given["received"], given["provisional"]), not given["unstated"],
        tuple(map(_plan, given["plan"])), tuple(map(_still, given["stop"])), given["whole"],
    )  # fmt: skip
    payments = [Paid(day, amount) for day, amount in map(_pair, given["paid"])]
    click.echo("\n".join(reckon(terms, payments, _day(given["until"])).explain()))


def _last_day(due: str | None, received: str | None, provisional: bool) -> date:
    if (due is None) is (received is None):
        raise _Unreadable("不能计算：--due（缴款期限届满日）和 --received（收到处罚决定书日）写一个。")
    if due is not None:
        return _day(due)
    from yifa.clock import days
    from yifa.clock import due as reckoned

    found = reckoned(_day(str(received)), days(15), calendar=installed(), allow_provisional=provisional)
    assert isinstance(found.rolled, date)
    if found.provisional:
        click.echo(f"缴款期限届满日{found.rolled}是暂定的：{found.provisional_reason}。")
    return found.rolled


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise _Unreadable(f"“{text}”不是日期。请写成 2025-03-04 的形式。") from None


def _amount(text: str) -> Decimal:
    try:
        amount = Decimal(text.strip())
    except InvalidOperation:
        raise _Unreadable(f"“{text}”不是金额。请只写数字，例如 20000。") from None
    if not amount.is_finite() or amount < 0:
        raise _Unreadable(f"“{text}”不是金额。请写不小于0的数字。")
    return amount


def _pair(text: str) -> tuple[date, Decimal]:
    day, mark, amount = text.partition("=")
    if not mark:
        raise _Unreadable(f"“{text}”没有写金额。请写成 2025-03-04=10000 的形式。")
    return _day(day), _amount(amount)


def _still(text: str) -> Any:
    from yifa.areas.enforcement.fine_collection.surcharge import Still

    since, _, until = text.partition("..")
    return Still(_day(since), _day(until) if until.strip() else None, "复议、诉讼期间")


def _plan(text: str) -> Any:
    from yifa.areas.enforcement.fine_collection.surcharge import Plan, Tranche

    granted, _, rows = text.partition(":")
    return Plan(_day(granted), tuple(Tranche(*_pair(row)) for row in rows.split(",") if row.strip()))
