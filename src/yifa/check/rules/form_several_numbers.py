"""A joint letter has several document numbers (FORM-011)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule


def _look(draft: Draft) -> Iterator[Hit]:
    """Two numbers above or right below the title; the register number of a normative document is no second one."""
    numbers = [span for span in draft.letter.numbers if not _registered(draft.text[slice(*span)])]
    if len({"".join(draft.text[slice(*span)].split()) for span in numbers}) > 1:
        yield Hit(numbers[0][0], numbers[-1][1])


def _registered(number: str) -> bool:
    return any(word in number for word in ("统一编号", "登记号", "编号"))


RULE = Rule(
    id="FORM-011",
    group=Group.FORM,
    severity=Severity.WARNING,
    summary="联合行文标了几个发文字号",
    basis=("GB/T 9704—2012 7.2.5",),
    suggestion="只用主办机关的发文字号",
    look=_look,
    fires=(
        "甲发〔2025〕1号 乙发〔2025〕2号",
        "某财〔2026〕3号\n某民〔2026〕8号\n某县财政局 某县民政局关于补助的通知\n各镇人民政府：\n请发放。",
        "某教〔2026〕1号　某公〔2026〕4号\n关于校园安全的通知\n各学校：\n请执行。",
        "某建发〔2026〕1号、某财发〔2026〕9号\n某县住房和城乡建设局 某县财政局关于补助的意见\n各镇人民政府：\n请执行。",
        "某县人社局文件\n某人社〔2026〕1号\n某财社〔2026〕6号\n关于社保补贴的通知\n各镇人民政府：\n请执行。",
    ),
    silent=(
        "甲发〔2025〕1号",
        "某财〔2026〕3号\n某县财政局关于补助的通知\n各镇人民政府：\n依照某民〔2025〕8号文件发放。",
        "依照某财〔2026〕3号和某民〔2026〕8号文件执行。",
        "某财〔2026〕3号\n某县财政局 某县民政局关于补助的通知\n各镇人民政府：\n请发放。",
        "《某办法》（某政发〔2019〕3号）和《某规定》（某政发〔2020〕6号）同时废止。",
    ),
    kinds=PROVISIONS,
)
