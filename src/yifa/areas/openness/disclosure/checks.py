"""What must be done before information is published (公开前审查), 政府信息公开条例第十一条至第十七条."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yifa.areas.openness.disclosure.models import Attribute, Category, Information, SecrecyResult
from yifa.kernel.registers import Problem
from yifa.law import act
from yifa.office.personal import found_in

L = act("政府信息公开条例")
CONSULT, APPROVE = L[11, 1].says("协商、确认"), L[11, 2].says("需要批准")
SECRECY, REFER = L[17, 2].says("进行审查"), L[17, 3].says("不能确定")
PRIVACY = L[15]
BUDGET = act("预算法")[14, 1]
NOT_PUBLIC = L[13, 1]
NEVER_PUBLIC = {"公民身份号码", "银行账号"}
"""Kinds of number that have no place in a public title or summary; telephone numbers may be an office's own."""


def problems(entry: Information) -> Iterator[Problem]:
    """Everything that speaks against the entry as it stands."""
    yield from _attribute(entry)
    yield from _dates(entry)
    if entry.published_on is not None:
        yield from _before_publication(entry, entry.published_on)


def _attribute(entry: Information) -> Iterator[Problem]:
    if entry.attribute == Attribute.NOT_PUBLIC and not entry.not_public_basis:
        yield Problem("not_public_basis", "不予公开依据", "没有填写", "不予公开必须写明依据", NOT_PUBLIC)
    if entry.attribute != Attribute.NOT_PUBLIC and entry.not_public_basis:
        yield Problem("not_public_basis", "不予公开依据", "与公开属性不一致", "公开的信息不填不予公开依据", NOT_PUBLIC)
    if entry.attribute == Attribute.NOT_PUBLIC and entry.published_on is not None:
        yield Problem("published_on", "公开日期", "公开属性为不予公开，却有公开日期", "请核对公开属性", NOT_PUBLIC)
    if entry.attribute == Attribute.ACTIVE and entry.category == Category.BUDGET and entry.ratified_on is None:
        yield Problem("ratified_on", "批准批复日期", "没有填写", "预算决算的公开期限从批准、批复起算", BUDGET)


def _dates(entry: Information) -> Iterator[Problem]:
    if entry.changed_on is not None and entry.changed_on < entry.formed_on:
        yield Problem("changed_on", "变更日期", f"{entry.changed_on}早于形成日期{entry.formed_on}", "请核对日期")
    if entry.published_on is not None and entry.published_on < entry.formed_on:
        yield Problem("published_on", "公开日期", f"{entry.published_on}早于形成日期{entry.formed_on}", "请核对日期")
    if entry.retracted_on is not None:
        if entry.published_on is None or entry.retracted_on < entry.published_on:
            yield Problem("retracted_on", "撤下日期", "没有公开过，或者早于公开日期", "请核对日期")
        if not entry.retracted_why:
            yield Problem("retracted_why", "撤下理由", "没有填写", "撤下已公开的信息必须说明理由")


def _before_publication(entry: Information, day: date) -> Iterator[Problem]:
    yield from _secrecy(entry, day)
    yield from _privacy(entry, day)
    if entry.consult_organs and not entry.consulted:
        organs = "、".join(entry.consult_organs)
        yield Problem("consulted", "已协商确认", f"涉及{organs}，尚未协商确认", "请先协商、确认", CONSULT)
    if entry.approval_required and (entry.approved_on is None or entry.approved_on > day):
        yield Problem("approved_on", "公开批准日期", "需要批准，在公开日期前没有批准", "请先报批", APPROVE)


def _secrecy(entry: Information, day: date) -> Iterator[Problem]:
    name, label = "secrecy_on", "保密审查日期"
    if not entry.secrecy_by or entry.secrecy_on is None or not entry.secrecy_result:
        yield Problem(name, label, "没有完成保密审查", "公开前必须审查，请填写审查人、日期和结论", SECRECY)
    elif entry.secrecy_on > day:
        yield Problem(name, label, f"{entry.secrecy_on}晚于公开日期{day}", "应当先审查、后公开", SECRECY)
    if entry.secrecy_result == SecrecyResult.MAY_NOT:
        yield Problem("secrecy_result", "保密审查结论", "结论是不得公开", "不能公开，请改正公开属性", SECRECY)
    if entry.secrecy_result == SecrecyResult.REFERRED:
        yield Problem("secrecy_result", "保密审查结论", "能否公开尚未确定", "确定可以公开之后再公开", REFER)


def _privacy(entry: Information, day: date) -> Iterator[Problem]:
    name, label = "privacy_on", "个人信息审查日期"
    if not entry.privacy_by or entry.privacy_on is None:
        yield Problem(name, label, "没有完成个人信息审查", "公开前必须审查，请填写审查人和日期", PRIVACY)
    elif entry.privacy_on > day:
        yield Problem(name, label, f"{entry.privacy_on}晚于公开日期{day}", "应当先审查、后公开", PRIVACY)
    for text_name, text_label, text in _public_texts(entry):
        kinds = "、".join(sorted({found.kind for found in found_in(text)} & NEVER_PUBLIC))
        if kinds:
            yield Problem(text_name, text_label, f"含有{kinds}", "请删去或者遮蔽后再公开", PRIVACY)


def _public_texts(entry: Information) -> tuple[tuple[str, str, str], ...]:
    return ("title", "名称", entry.title), ("summary", "内容概述", entry.summary)


def doubts(entry: Information) -> Iterator[Problem]:
    """What a person should look at again."""
    for name, label, text in _public_texts(entry):
        kinds = "、".join(sorted({found.kind for found in found_in(text)} - NEVER_PUBLIC))
        if kinds:
            yield Problem(name, label, f"含有{kinds}", "属于个人的请遮蔽，机关公开电话可以保留", PRIVACY)
    if entry.published_on is not None and not entry.channels:
        yield Problem("channels", "公开渠道", "没有填写", "请补充公开渠道", L[23])
    if entry.on_time is False:
        yield Problem("published_on", "公开日期", f"晚于最迟公开日{entry.due_on}", "属逾期公开，请核对形成日期", L[26])
