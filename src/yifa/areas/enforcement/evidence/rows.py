"""The rows of evidence inside a case: their columns, and what is wrong with a row (证据清单).

The columns that tell of custody are filled in for things that are kept; papers in the file need none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from yifa.areas.enforcement.evidence.kinds import TO_SOMEBODY, Disposal, EvidenceKind, Form
from yifa.kernel.fields import RowColumn
from yifa.office.personal import Mask

YES_NO = (("yes", "是"), ("no", "否"))
DAY = "写成 2025-03-04 的形式。"
COLUMNS = (
    RowColumn("name", "证据", required=True),
    RowColumn("kind", "种类", choices=tuple(EvidenceKind.choices)),
    RowColumn("proves", "证明内容"),
    RowColumn("obtained_on", "取得日期", help=DAY),
    RowColumn("verified", "查证属实", choices=YES_NO),
    RowColumn("surveillance", "电子监控记录", choices=YES_NO),
    RowColumn("source", "来源、提供人", mask=Mask.NAME, help="从谁那里、从哪里取得。"),
    RowColumn("collector", "取证人员", help="姓名或者执法证件编号。"),
    RowColumn("place", "取证地点", mask=Mask.ADDRESS),
    RowColumn("form", "原件", choices=tuple(Form.choices)),
    RowColumn("digest", "电子数据校验值", help="提取时计算的 SM3、SHA-256 等校验值。"),
    RowColumn("custody", "保管地点", help="由本机关保管的物品、存储介质填写；随案卷的不填。"),
    RowColumn("disposal", "去向", choices=tuple(Disposal.choices), help="仍在保管的留空。"),
    RowColumn("disposed_on", "处理日期", help=DAY),
    RowColumn("receiver", "接收人", mask=Mask.NAME, help="返还、移送的，写签收的人或者单位。"),
)
"""Append only: rows of cases that are there already know nothing of a new column."""

DIGITS = (32, 40, 64, 96, 128)
"""Hexadecimal digits of the digests in use (MD5, SHA-1, SM3 and SHA-256, SHA-384, SHA-512)."""
_DIGEST = re.compile(r"(?:[A-Za-z0-9-]+[:：])?([0-9A-Fa-f]+)")


def day(row: Mapping[str, Any], name: str) -> date | None:
    """A date of a row; None where it is blank.

    Raises:
        ValueError: it is no date.
    """
    text = str(row.get(name) or "").strip()
    return date.fromisoformat(text) if text else None


def day_or_none(row: Mapping[str, Any], name: str) -> date | None:
    """A date of a row; None also where it cannot be read."""
    try:
        return day(row, name)
    except ValueError:
        return None


def is_digest(text: str) -> bool:
    """Whether a text can be the digest of a file."""
    found = _DIGEST.fullmatch(re.sub(r"\s", "", text))
    return found is not None and len(found[1]) in DIGITS


def faults(row: Mapping[str, Any], on: date) -> Iterator[str]:
    """What is wrong with a row on the day it is entered, in Chinese."""
    days = {}
    for column in COLUMNS:
        if column.help == DAY:
            try:
                days[column.name] = day(row, column.name)
            except ValueError:
                yield f"{column.label}“{row[column.name]}”不是日期，写成 2025-03-04 的形式"
                return
    obtained, disposed = days["obtained_on"], days["disposed_on"]
    if obtained is not None and obtained > on:
        yield f"取得日期{obtained}晚于办理日期{on}"
    if disposed is not None and (disposed > on or (obtained is not None and disposed < obtained)):
        yield f"处理日期{disposed}早于取得日期或者晚于办理日期{on}"
    if bool(row.get("disposal")) != (disposed is not None):
        yield "去向和处理日期应当一并填写" if row.get("disposal") else "填写了处理日期，没有填写去向"
    if row.get("disposal") in TO_SOMEBODY and not row.get("receiver"):
        yield f"{Disposal(row['disposal']).label}的没有填写接收人"
    if row.get("digest") and not is_digest(str(row["digest"])):
        yield "电子数据校验值应当是十六进制数字，例如SM3、SHA-256为64位"


def held(row: Mapping[str, Any]) -> bool:
    """Whether the organ still keeps the thing."""
    return bool(row.get("custody")) and not row.get("disposal")
