"""Findings as Chinese text, as JSON and as SARIF 2.1.0."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from yifa.check.files import Checked
from yifa.check.model import Finding, Severity
from yifa.check.quoting import Quoted
from yifa.check.rule import Rule
from yifa.check.rules import all_rules

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def text_of(checked: Checked) -> str:
    """What a reviewer reads on the screen."""
    counts = Counter(one.severity for one in checked.findings if not one.waived)
    waived = sum(bool(one.waived) for one in checked.findings)
    head = "，".join(f"{severity.label}{counts[severity]}处" for severity in Severity if counts[severity])
    lines = [f"{checked.path}：{head or '没有发现问题'}" + (f"，已豁免{waived}处" if waived else "")]
    for one, line, quotations in zip(checked.findings, checked.lines, checked.cited, strict=True):
        label = "已豁免" if one.waived else one.severity.label
        lines.append(f"  【{label}】{one.path or f'第{line}行'}：“{' '.join(one.quote.split())}”（{one.rule_id}）")
        lines.append(f"    {one.message}依据：{'；'.join(one.basis)}。建议：{one.suggestion}。")
        lines += [f"    {quoted.place}：{' '.join(quoted.text.split())}" for quoted in quotations]
        if one.waived:
            lines.append(f"    豁免理由：{one.waived}")
    lines += [f"  说明：{note}" for note in checked.notes]
    if checked.docx:
        lines.append(f"  带批注的文档：{checked.docx}")
    return "\n".join(lines)


def troubles_of(checked: Checked) -> list[str]:
    """Why a file was not checked, or not by every rule; to be shown apart from the findings."""
    lines = [f"错误：{checked.error}"] if checked.error else []
    by_cause: dict[str, list[str]] = {}
    for one in checked.defects:
        by_cause.setdefault(one.cause, []).append(one.rule_id)
    for cause, rule_ids in by_cause.items():
        what = f"规则{'、'.join(rule_ids)}没有运行，其余规则照常" if all(rule_ids) else "没有检查成"
        lines.append(f"缺陷：“{checked.path}”{what}：{cause}。这是程序的错误，请把这一行告诉开发者。")
    return lines


def rows(checked: Checked) -> list[dict[str, Any]]:
    """One plain dictionary a finding, for JSON; offsets count Unicode characters, end exclusive."""
    together = zip(checked.findings, checked.lines, checked.cited, strict=True)
    return [_row(checked, one, line, quotations) for one, line, quotations in together]


def _row(checked: Checked, one: Finding, line: int, quotations: Iterable[Quoted]) -> dict[str, Any]:
    return {
        "file": str(checked.path),
        "rule_id": one.rule_id,
        "group": one.group,
        "severity": one.severity.value,
        "start": one.start,
        "end": one.end,
        "line": line,
        "quote": one.quote,
        "path": one.path,
        "message": one.message,
        "basis": list(one.basis),
        "suggestion": one.suggestion,
        "confidence": one.confidence,
        "digest": one.digest,
        "waived": one.waived or None,
        "replacement": one.replacement,
        "cited": [{"place": quoted.place, "text": quoted.text} for quoted in quotations],
    }


def sarif(results: Iterable[Checked]) -> dict[str, Any]:
    """One SARIF run; a waived finding carries a suppression, an unreadable file a notification."""
    found, notes = [], []
    own: dict[str, Finding] = {}
    known = {rule.id for rule in all_rules()}
    for checked in results:
        notes += [{"level": "error", "message": {"text": trouble}} for trouble in troubles_of(checked)]
        found += [_result(checked, one, line) for one, line in zip(checked.findings, checked.lines, strict=True)]
        own |= {one.rule_id: one for one in checked.findings if one.rule_id not in known}
    driver = {
        "name": "yifa check",
        "rules": [
            *(_described(one.id, f"{one.summary}。", one) for one in all_rules()),
            *(_described(one.rule_id, one.message, one) for one in own.values()),
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not notes, "toolExecutionNotifications": notes}],
        "results": found,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _described(rule_id: str, summary: str, told: Rule | Finding) -> dict[str, Any]:
    """A rule, or what a finding tells of one that a place has added."""
    return {
        "id": rule_id,
        "shortDescription": {"text": summary},
        "help": {"text": f"依据：{'；'.join(map(str, told.basis))}。建议：{told.suggestion}。"},
        "defaultConfiguration": {"level": _LEVELS[told.severity]},
    }


def _uri(path: Path) -> str:
    """A reference as RFC 3986 wants it: blanks and Chinese characters escaped; relative where the path is."""
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _result(checked: Checked, one: Finding, line: int) -> dict[str, Any]:
    region = {
        "startLine": line,
        "charOffset": one.start,
        "charLength": one.end - one.start,
        "snippet": {"text": one.quote},
    }
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _uri(checked.path)}, "region": region}}
    if one.path:
        location["logicalLocations"] = [{"fullyQualifiedName": one.path}]
    result: dict[str, Any] = {
        "ruleId": one.rule_id,
        "level": _LEVELS[one.severity],
        "message": {"text": f"{one.message}依据：{'；'.join(one.basis)}。建议：{one.suggestion}。"},
        "locations": [location],
        "partialFingerprints": {"sentence/v1": one.digest},
        "properties": {"confidence": one.confidence},
    }
    if one.waived:
        result["suppressions"] = [{"kind": "external", "justification": one.waived}]
    return result
