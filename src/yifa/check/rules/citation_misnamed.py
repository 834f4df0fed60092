"""An act is cited by a name that does not exist but looks like a known one (CITE-003)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.citing import judged
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law import act, default_index
from yifa.law.citations import Finding as Verdict
from yifa.law.citations import Named
from yifa.law.index import PREFIX, plain_title

_ENDINGS = ("实施条例", "实施办法", "实施细则", "条例", "办法", "规定", "细则", "法典", "法")


def _stem(title: str) -> str:
    return next((title.removesuffix(end) for end in _ENDINGS if title.endswith(end)), title)


def _meant(name: str) -> str | None:
    """The known act meant by a wrong name: the same but for its last word (法 for 条例), or nearly so."""
    plain = plain_title(name)
    stem = _stem(plain)
    for ending in _ENDINGS:
        if len(stem) > 3 and stem + ending != plain and stem + ending in default_index().acts:
            return stem + ending
    near = default_index().near(plain) if name.startswith(PREFIX) else []
    return near[0] if near and abs(len(near[0]) - len(plain)) <= 3 else None


def _look(draft: Draft) -> Iterator[Hit]:
    for one in judged(draft, Verdict.UNKNOWN_ACT):
        name = one.mention.name
        national = name.startswith(PREFIX) or name.endswith("法")
        if one.mention.named is not Named.BRACKETS or not national or name == draft.title or name.endswith("修正案"):
            continue
        meant = _meant(name)
        if meant:
            message = f"现行法律文件中没有查到《{name}》，名称相近的是《{meant}》。"
            yield Hit(one.start, one.end, message, confidence=0.9)


RULE = Rule(
    id="CITE-003",
    group=Group.CITATION,
    severity=Severity.ERROR,
    summary="法律文件名称写错，没有这个名称的法律文件",
    basis=(act("党政机关公文处理工作条例")[20],),
    suggestion="按公布的全称更正，并核对条号",
    look=_look,
    fires=("依据《中华人民共和国政府信息公开法》公开。", "按照《公平竞争审查法》开展审查。"),
    silent=(
        "依据《中华人民共和国政府信息公开条例》公开。",
        "按照《某市养犬管理条例》登记。",
        "依照《行政处罚法》处理。",
    ),
)
