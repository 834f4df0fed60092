"""A published document has no number (FORM-004)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Example, Rule
from yifa.law import act

_PUBLISHED = ("published", "issued", "已发布", "已印发", "已公布")


def _look(draft: Draft) -> Iterator[Hit]:
    """Where the metadata say that it is out and that it has no number, and none stands above or below the title."""
    facts = draft.facts
    out = facts.get("published_on") or facts.get("status") in _PUBLISHED
    if out and "doc_number" in facts and not facts["doc_number"] and not draft.letter.numbers:
        title = draft.letter.title
        yield Hit(title.start, title.end) if title else Hit(0, min(1, len(draft.text)))


RULE = Rule(
    id="FORM-004",
    group=Group.FORM,
    severity=Severity.ERROR,
    summary="已经发布的文件没有发文字号或者统一编号",
    basis=(act("党政机关公文处理工作条例")[9].item(5),),
    suggestion="补上发文字号，规范性文件还要有统一编号",
    look=_look,
    fires=(
        Example("某县养犬管理办法\n第一条 制定本办法。", {"status": "published", "doc_number": ""}),
        Example("某县养犬管理办法\n第一条 制定本办法。", {"published_on": "2026-05-01", "doc_number": None}),
        Example("某县人民政府关于养犬的通告\n现通告如下。", {"status": "已发布", "doc_number": ""}),
        Example("文件正文。", {"status": "issued", "doc_number": ""}),
        Example(
            "某县人民政府关于养犬的意见\n各镇人民政府：\n请执行。", {"published_on": "2026-05-01", "doc_number": ""}
        ),
    ),
    silent=(
        Example("某县养犬管理办法\n第一条 制定本办法。", {"status": "published", "doc_number": "某政规〔2025〕3号"}),
        Example("某县养犬管理办法\n第一条 制定本办法。", {"status": "draft", "doc_number": ""}),
        Example("某县养犬管理办法\n第一条 制定本办法。", {"published_on": "2026-05-01"}),
        Example("某政发〔2026〕3号\n某县人民政府关于养犬的通告\n现通告。", {"status": "published", "doc_number": ""}),
        "某县养犬管理办法\n第一条 制定本办法。",
    ),
    kinds=PROVISIONS,
)
