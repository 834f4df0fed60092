"""Waivers (豁免): a reviewer lets a finding stand, with a reason, until its sentence changes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from yifa.check.errors import BadData
from yifa.check.meta import beside
from yifa.errors import reason_of

SUFFIX = ".waivers.json"


def digest(rule_id: str, sentence: str) -> str:
    """What a waiver is bound to: the rule and the sentence without its blanks, 16 hexadecimal digits."""
    return hashlib.sha256(f"{rule_id}\n{''.join(sentence.split())}".encode()).hexdigest()[:16]


def read_waivers(path: Path) -> dict[str, str]:
    """Digest and reason of the waivers in `NAME.waivers.json` beside a draft; none where there is no such file."""
    file = beside(path, SUFFIX)
    if not file.is_file():
        return {}
    try:
        data = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise BadData(f"无法读取豁免文件“{file.name}”：{reason_of(error)}。请改成 UTF-8 编码的 JSON。") from error
    waivers = {}
    for one in data if isinstance(data, list) else [data]:
        if not isinstance(one, dict) or not all(one.get(key) for key in ("digest", "reason", "by", "on")):
            raise BadData(
                f"豁免文件“{file.name}”应当是列表，每项写明 digest、reason 理由、by 审核人、on 日期。请补上。"
            )
        waivers[str(one["digest"])] = f"{one['reason']}（{one['by']}，{one['on']}）"
    return waivers
