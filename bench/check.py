"""The draft checker against a bare loop over its own regular expressions, autocorrect and zhlint, on the same text.

The others look at spelling, spaces and punctuation only; they are here to show what a reader of Chinese text may cost.
autocorrect comes with the development dependencies; zhlint runs where `$ZHLINT` names a node_modules folder with it.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import shutil
import subprocess
import tempfile
from datetime import date
from pathlib import Path

from bench.measure import Result, missing, rate_of, side_by_side
from yifa.check import Draft, check
from yifa.check.model import DraftKind

ARTICLES = (
    "为了规范{thing}管理，维护公共秩序，根据《中华人民共和国行政处罚法》第{n}条、行政许可法和有关法律、法规的规定，结合本县实际，制定本办法。",
    "本县行政区域内{thing}的设置、维护和监督管理，适用本办法。法律、法规另有规定的，从其规定。",
    "县城市管理部门负责{thing}的监督管理工作；发展改革、市场监管等部门按照各自职责做好相关工作。",
    "设置{thing}的单位或个人应当自开工之日起{n}日内向所在地乡镇人民政府报告，乡镇人民政府应当在五个工作日内做出答复。",
    "申请人应当提交下列材料：\n（一）书面申请；\n（二）身份证明；\n（三）场地使用证明；\n（四）村民委员会出具的无纠纷证明。",
    "违反本办法规定，擅自设置{thing}的，由县城市管理部门责令限期改正；逾期不改正的，处{n}元以上一千元以下罚款。",
    "有关部门应当建立{thing}台帐，并于每年12月31日前按照某政办发〔2024〕{n}号文件的要求报送。",
    "本办法自印发之日起施行，有效期五年。本办法由县城市管理部门负责解释。",
)
_NODE = """
const {{ run }} = require({module}); const text = require('fs').readFileSync({file}, 'utf8');
run(text, {{ rules: {{ preset: 'default' }} }});
const begin = performance.now(); run(text, {{ rules: {{ preset: 'default' }} }});
console.log([...text].length / ((performance.now() - begin) / 1000));
"""


ODD = {
    "digits": "1",
    "blanks": " ",
    "one character": "某",
    "no end": "未经批准不得，",
    "quotation marks": "“",
    "brackets": "（",
    "articles": "第一条",
    "title lines": "某县条例\n",
    "names of acts": "依照《某某管理条例》第一条，",
}
"""Characters that make a careless pattern slow, repeated without end."""


def text_of(characters: int) -> str:
    """A made-up document of about this length, faults among its sentences."""
    things = (
        "户外招牌",
        "临时摊位",
        "非机动车停放点",
        "农村自建房",
        "畜禽养殖场",
        "建筑垃圾处置",
        "河道采砂",
        "养老服务设施",
    )
    lines, n = ["某县公共设施管理办法"], 0
    while sum(map(len, lines)) < characters:
        n += 1
        sentence = ARTICLES[n % len(ARTICLES)].format(thing=things[n // len(ARTICLES) % len(things)], n=n)
        lines.append(f"第{n}条 {sentence}")
    return "\n".join(lines)


def patterns() -> list[re.Pattern[str]]:
    """Every regular expression that the rules are written with."""
    from yifa.check import rules

    modules = (importlib.import_module(f"{rules.__name__}.{one.name}") for one in pkgutil.iter_modules(rules.__path__))
    return [value for module in modules for value in vars(module).values() if isinstance(value, re.Pattern)]


def run(quick: bool) -> list[Result]:
    """All on the same text."""
    text, day, bare = text_of(20_000 if quick else 60_000), date(2026, 11, 22), patterns()

    def ours() -> int:
        check(Draft.read(text, day))
        return len(text)

    def loop() -> int:
        for pattern in bare:
            for _ in pattern.finditer(text):
                pass
        return len(text)

    def autocorrect() -> int:
        autocorrect_py.lint_for(text, "draft.txt")
        return len(text)

    others = [(f"bare loop over its {len(bare)} patterns", loop)]
    try:
        import autocorrect_py
    except ImportError:
        pass
    else:
        others.append(("autocorrect lint_for", autocorrect))
    name, unit = "check a draft", "characters"
    results = side_by_side(name, unit, ("check()", ours), *others)
    if len(others) == 1:
        results.append(missing(name, "check()", results[0].rate, "autocorrect", unit))
    return [*results, _zhlint(name, results[0].rate, text), *_odd_texts(day, 4_000 if quick else 10_000)]


def _odd_texts(day: date, length: int) -> list[Result]:
    """The same odd characters at one length and at four times that: a ratio near one means linear, a quarter square."""

    def rate(unit: str, characters: int, kind: DraftKind) -> float:
        text = (unit * (characters // len(unit) + 1))[:characters]

        def work() -> int:
            check(Draft.read(text, day, kind))
            return characters

        return rate_of(work)

    results = []
    for name, unit in ODD.items():
        for kind in (DraftKind.NORMATIVE, DraftKind.CONTRACT):
            shorter, longer = rate(unit, length, kind), rate(unit, 4 * length, kind)
            label = f"odd text: {name} ({kind})"
            results.append(
                Result(label, f"{4 * length:,} characters", longer, f"{length:,} characters", shorter, "characters")
            )
    return results


def _zhlint(name: str, rate: float, text: str) -> Result:
    """The second run inside one node process, so that neither its start nor its warming up counts."""
    module = Path(os.environ.get("ZHLINT", "")) / "zhlint"
    if not os.environ.get("ZHLINT") or not module.is_dir() or not shutil.which("node"):
        return missing(name, "check()", rate, "zhlint", "characters")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "draft.txt"
        file.write_text(text, encoding="utf-8")
        script = _NODE.format(module=repr(str(module.resolve())), file=repr(str(file)))
        told = subprocess.run(["node", "-e", script], capture_output=True, text=True, timeout=300, check=True)
    return Result(name, "check()", rate, "zhlint run", float(told.stdout.split()[-1]), "characters")
