"""What a place changes in the rules (本地规则设置), read from a YAML file: switch off, weigh, tune, add."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import NoneType
from typing import Any

import yaml

from yifa.check.draft import Draft
from yifa.check.errors import BadData
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.check.rules import all_rules
from yifa.errors import reason_of


@dataclass(frozen=True)
class Place:
    """The rules as a place uses them.

    Attributes:
        rules: those switched on, with the place's figures, and its own.
        allowed: for a rule, words that silence it where its sentence holds them.
    """

    rules: tuple[Rule, ...] = field(default_factory=all_rules)
    severities: dict[str, Severity] = field(default_factory=dict)
    allowed: dict[str, tuple[str, ...]] = field(default_factory=dict)


def read_place(path: Path) -> Place:
    """Read the settings of a place. Raises `BadData` with what is wrong in it."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise BadData(f"无法读取本地规则文件“{path.name}”：{reason_of(error)}。请检查路径和格式。") from error
    if not isinstance(data, dict) or not data.get("source") or not data.get("date"):
        raise BadData(f"本地规则文件“{path.name}”应当写明 source（依据的文件）和 date（核对日）。请补上。")
    return _place(data, path.name)


def _place(data: dict[str, Any], name: str) -> Place:
    known = {rule.id: rule for rule in all_rules()}
    severities, allowed = {}, {}
    settings = data.get("rules") or {}
    if not isinstance(settings, dict):
        raise BadData(f"本地规则文件“{name}”的 rules 应当按规则号列出。请改正。")
    for rule_id, setting in settings.items():
        rule = known.get(rule_id)
        if rule is None or not isinstance(setting, dict):
            raise BadData(
                f"本地规则文件“{name}”的“{rule_id}”：没有这个规则，或者没有写成 {{enabled: false}} 的样子。请改正。"
            )
        known[rule_id] = _tuned(rule, setting, name)
        if "severity" in setting:
            severities[rule_id] = _severity(setting["severity"], name)
        allowed[rule_id] = _allowed(setting.get("allow"), rule_id, name)
    off = {rule_id for rule_id, setting in settings.items() if setting.get("enabled") is False}
    own = _own_rules(data.get("add") or [], set(known), name)
    return Place(tuple(rule for rule in known.values() if rule.id not in off) + own, severities, allowed)


def _tuned(rule: Rule, setting: dict[str, Any], name: str) -> Rule:
    """The rule with the figures of the place; refuses settings there are not."""
    figures = {key: value for key, value in setting.items() if key not in ("enabled", "severity", "allow")}
    can = ("enabled", "severity", "allow", *rule.limits)
    unknown = [str(key) for key in figures if key not in rule.limits]
    if unknown:
        raise BadData(
            f"本地规则文件“{name}”的“{rule.id}”：不能设置 {'、'.join(unknown)}，可以设置的有 {'、'.join(can)}。请改正。"
        )
    if any(type(value) is not int or value < 1 for value in figures.values()):
        raise BadData(f"本地规则文件“{name}”的“{rule.id}”：{'、'.join(figures)} 应当是大于0的整数。请改正。")
    if type(setting.get("enabled", True)) is not bool:
        raise BadData(f"本地规则文件“{name}”的“{rule.id}”：enabled 应当是 true 或者 false。请改正。")
    return replace(rule, look=partial(rule.look, **figures)) if figures else rule


def _allowed(words: object, rule_id: str, name: str) -> tuple[str, ...]:
    if not isinstance(words, (list, NoneType)) or not all(str(word).strip() for word in words or ()):
        raise BadData(f"本地规则文件“{name}”的“{rule_id}”：allow 应当是词语的列表，例如 [农民工工资保证金]。请改正。")
    return tuple(str(word) for word in words or ())


def _severity(text: object, name: str) -> Severity:
    by_name = {one.label: one for one in Severity} | {one.value: one for one in Severity}
    if str(text) not in by_name:
        raise BadData(f"本地规则文件“{name}”的 severity 应当是 错误、提醒、参考 之一，不是“{text}”。请改正。")
    return by_name[str(text)]


def _own_rules(data: object, taken: set[str], name: str) -> tuple[Rule, ...]:
    """The rules a place adds, each under a number of its own."""
    if not isinstance(data, list):
        raise BadData(f"本地规则文件“{name}”的 add 应当是列表，每项一条规则。请改正。")
    own = tuple(_own_rule(one, name) for one in data)
    for rule in own:
        if rule.id in taken:
            raise BadData(f"本地规则文件“{name}”的 add：规则号“{rule.id}”已经有了，请换一个，例如 LOCAL-001。")
        taken.add(rule.id)
    return own


def _own_rule(data: object, name: str) -> Rule:
    """A rule by words: fires on an ordered act that a pattern finds, unless the sentence matches another."""
    needed = ("id", "severity", "words", "summary", "basis", "suggestion")
    if not isinstance(data, dict) or any(not isinstance(data.get(key), str) for key in needed):
        raise BadData(f"本地规则文件“{name}”的 add 每项应当写明 {'、'.join(needed)}。请补上。")
    try:
        words = re.compile(data["words"])
        unless = re.compile(data["unless"]) if data.get("unless") else None
    except (re.error, TypeError) as error:
        raise BadData(
            f"本地规则文件“{name}”的规则“{data['id']}”的 words 或 unless 写法有误：{error}。请改正。"
        ) from error

    def look(draft: Draft) -> Iterable[Hit]:
        for one in draft.statements:
            if unless and unless.search(one.raw):
                continue
            yield from (Hit(spot.start, spot.end) for spot in one.find(words) if not spot.denied)

    return Rule(
        id=data["id"], group=Group.PLACE, severity=_severity(data["severity"], name), summary=data["summary"],
        basis=(data["basis"],), suggestion=data["suggestion"], look=look, fires=(), silent=(),
    )  # fmt: skip
