"""A small library of made-up acts in the LawRefBook layout."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

TEA_LAW = """# 中华人民共和国茶叶法

2010年3月1日 第十一届全国人民代表大会常务委员会第十三次会议通过

2020年5月6日 第十三届全国人民代表大会常务委员会第十八次会议修订

<!-- INFO END -->

## 第一章 总则

第一条 为了规范种茶，制定本法。

第二条 种茶人应当具备下列条件：

（一）有茶园；

（二）有茶树；

（三）有2024年以前的证书。

前款第二项的茶树由乡镇负责，人民政府给予补贴。

乡镇人民政府应当组织听证。

## 第二章 附则

第二条之一 茶树应当登记。

第三条 本法自2020年7月1日起施行。《采茶条例》同时废止。

附件：茶树名录

第一条 附件里的条文
"""

OLD_TEA_LAW = """# 中华人民共和国茶叶法

2010年3月1日 第十一届全国人民代表大会常务委员会第十三次会议通过

<!-- INFO END -->

第一条 为了种茶，制定本法。

第二条 种茶应当听证。
"""

TEA_RULES = """# 茶叶法实施条例

2021年1月1日 中华人民共和国国务院令第999号公布

2021年3月1日 施行

<!-- INFO END -->

第一条 根据《中华人民共和国茶叶法》，制定本条例。

第二条 听证应当在三十日内举行。违反规定的，处二千元罚款。
"""

REPLY = """# 最高人民法院关于采茶的批复

2019年1月1日 最高人民法院审判委员会第1次会议通过

<!-- INFO END -->

一、采茶可以听证。

二、制茶不听证。
"""


def make_library(folder: Path) -> Path:
    """Write the acts and their database; returns the folder."""
    files = {
        "经济法/茶叶法(2020-05-06).md": TEA_LAW,
        "经济法/茶叶法(2010-03-01).md": OLD_TEA_LAW,
        "行政法规/茶叶法实施条例(2021-01-01).md": TEA_RULES,
        "司法解释/最高人民法院关于采茶的批复.md": REPLY,
        "经济法/_index.md": "---\n---",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with closing(sqlite3.connect(folder / "db.sqlite3")) as db:
        db.execute("CREATE TABLE law (name TEXT, publish DATE, valid_from DATE, expired INTEGER)")
        db.executemany(
            "INSERT INTO law VALUES (?, ?, ?, ?)",
            [("茶叶法", "2020-05-06", "2020-07-01", 0), ("茶叶法", "2010-03-01", "2010-05-01", 1)],
        )
        db.commit()
    return folder
