"""Findings as Chinese text, as JSON and as SARIF 2.1.0."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from yifa.check.files import Checked
from yifa.check.model import Finding, Severity
from yifa.check.rule import all_rules

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def text_of(checked: Checked) -> str:
    """What a reviewer reads on the screen."""
    counts = Counter(one.severity for one in checked.findings if not one.waived)
    waived = sum(bool(one.waived) for one in checked.findings)
    head = "，".join(f"{severity.label}{counts[severity]}处" for severity in Severity if counts[severity])
    lines = [f"{checked.path}：{head or '没有发现问题'}" + (f"，已豁免{waived}处" if waived else "")]
    for one, line in zip(checked.findings, checked.lines, strict=True):
        label = "已豁免" if one.waived else one.severity.label
        lines.append(f"  【{label}】{one.path or f'第{line}行'}：“{' '.join(one.quote.split())}”（{one.rule_id}）")
        lines.append(f"    {one.message}依据：{'；'.join(one.basis)}。建议：{one.suggestion}。")
        if one.waived:
            lines.append(f"    豁免理由：{one.waived}")
    return "\n".join(lines)


def rows(checked: Checked) -> list[dict[str, Any]]:
    """One plain dictionary a finding, for JSON; offsets count Unicode characters, end exclusive."""
    return [_row(checked, one, line) for one, line in zip(checked.findings, checked.lines, strict=True)]


def _row(checked: Checked, one: Finding, line: int) -> dict[str, Any]:
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
    }


def sarif(results: Iterable[Checked]) -> dict[str, Any]:
    """One SARIF run; a waived finding carries a suppression, an unreadable file a notification."""
    found, notes = [], []
    for checked in results:
        if checked.error:
            notes.append({"level": "error", "message": {"text": checked.error}})
        found += [_result(checked, one, line) for one, line in zip(checked.findings, checked.lines, strict=True)]
    driver = {
        "name": "yifa check",
        "rules": [
            {
                "id": rule.id,
                "shortDescription": {"text": rule.summary},
                "help": {"text": f"依据：{'；'.join(map(str, rule.basis))}。建议：{rule.suggestion}。"},
                "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            }
            for rule in all_rules()
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not notes, "toolExecutionNotifications": notes}],
        "results": found,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(checked: Checked, one: Finding, line: int) -> dict[str, Any]:
    region = {
        "startLine": line,
        "charOffset": one.start,
        "charLength": one.end - one.start,
        "snippet": {"text": one.quote},
    }
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": checked.path.as_posix()}, "region": region}
    }
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
