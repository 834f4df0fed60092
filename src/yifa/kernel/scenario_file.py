"""Reading a jurist's scenario file (情形文件): YAML in Chinese, with the line of every entry kept for messages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from yifa.errors import YifaError, os_reason

LINE = "__line__"
LONGEST = 2_000_000
KEYS = (
    "情形",
    "依据",
    "程序",
    "版本",
    "机关",
    "登记",
    "经过",
    "拒绝",
    "今天",
    "补全",
    "阶段",
    "届满",
    "发生",
    "记录",
    "说明",
)
STEP_KEYS = ("环节", "登记", "数据", "拒绝", "未确认", "例外")


class ScenarioError(YifaError):
    """A scenario file cannot be read; the message names file and line."""


@dataclass(frozen=True)
class Entry:
    """One step of the course (经过): its date, its name, what is filled in, and whether it should be refused."""

    line: int
    on: date
    step: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    refused: tuple[str, ...] | None = None
    unconfirmed: tuple[str, ...] = ()
    overrides: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Scenario:
    """One case of a file, as written."""

    path: Path
    line: int
    name: str
    procedure: str
    basis: str = ""
    version: date | None = None
    organ: str = "某县人民政府"
    fields: Mapping[str, Any] = field(default_factory=dict)
    course: tuple[Entry, ...] = ()
    today: date | None = None
    filling: bool = True
    stage: str = ""
    due: Mapping[str, Any] = field(default_factory=dict)
    happened: Mapping[str, Any] = field(default_factory=dict)
    record: Mapping[str, Any] = field(default_factory=dict)

    def fail(self, line: int, text: str) -> ScenarioError:
        """An error that names the file and a line."""
        return ScenarioError(f"{self.path.name} 第{line}行：{text}")


class _Unusable(yaml.MarkedYAMLError):
    """What YAML allows and a scenario does not; `problem` is Chinese."""


class _Loader(yaml.SafeLoader):
    """A loader that notes in every mapping the line on which it starts, and refuses a key given twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key_node, _ in node.value:
            if key_node.value in seen:
                raise _Unusable(problem=f"“{key_node.value}”写了两次", problem_mark=key_node.start_mark)
            seen.add(key_node.value)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=True)
        mapping[LINE] = node.start_mark.line + 1
        return mapping


def _day(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> Any:
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        problem = f"“{node.value}”不是日期，请核对月、日是否存在"
        raise _Unusable(problem=problem, problem_mark=node.start_mark) from None


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _day)


def read(path: Path) -> list[Scenario]:
    """All scenarios of a file.

    Raises:
        ScenarioError: the file is missing, too long, not UTF-8, not YAML or not in the form expected.
    """
    try:
        if path.stat().st_size > LONGEST:
            raise ScenarioError(
                f"{path.name}：文件超过{LONGEST // 1_000_000}兆字节，不像情形文件。请检查是否选错了文件。"
            )
        text = path.read_text(encoding="utf-8-sig")
        entries = yaml.load(text, Loader=_Loader)
    except OSError as error:
        raise ScenarioError(f"不能读取 {path.name}：{os_reason(error)}。请检查路径和权限。") from None
    except UnicodeDecodeError:
        raise ScenarioError(f"{path.name} 不是UTF-8编码。请另存为UTF-8后再试。") from None
    except RecursionError:
        raise ScenarioError(f"{path.name}：嵌套过深，不能读取。") from None
    except (yaml.YAMLError, ValueError) as error:
        raise ScenarioError(_yaml_problem(path, error)) from None
    if not isinstance(entries, list) or not entries:
        raise ScenarioError(f"{path.name} 第1行：文件应当是若干情形的列表，每个以“- 情形: ”开头。")
    return [_scenario(path, entry) for entry in entries]


def _yaml_problem(path: Path, error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    where = f"第{mark.line + 1}行" if mark is not None else ""
    if isinstance(error, _Unusable):
        return f"{path.name} {where}：{error.problem}。请改正后再试。"
    return f"{path.name} {where}：格式有误。请检查缩进、冒号后的空格和引号。"


def _scenario(path: Path, entry: Any) -> Scenario:
    if not isinstance(entry, dict):
        raise ScenarioError(f"{path.name}：每个情形应当写成“- 情形: …”及其下各项，出现的是“{entry}”。")
    line = entry.pop(LINE)
    blank = Scenario(path, line, str(entry.get("情形", "")), str(entry.get("程序", "")))
    _known(blank, line, entry, KEYS)
    for needed in ("情形", "程序", "经过"):
        if not entry.get(needed):
            raise blank.fail(line, f"缺少“{needed}”。")
    course = [*_course(blank, entry["经过"]), *_course(blank, entry.get("拒绝") or [], refused=True)]
    return Scenario(
        path,
        line,
        name=str(entry["情形"]),
        procedure=str(entry["程序"]),
        basis=str(entry.get("依据", "")),
        version=_date(blank, line, entry["版本"]) if "版本" in entry else None,
        organ=str(entry.get("机关", blank.organ)),
        fields=_mapping(blank, line, entry, "登记"),
        course=tuple(course),
        today=_date(blank, line, entry["今天"]) if "今天" in entry else None,
        filling=_yes(blank, line, entry.get("补全", True)),
        stage=str(entry.get("阶段", "")),
        due=_mapping(blank, line, entry, "届满"),
        happened=_mapping(blank, line, entry, "发生"),
        record=_mapping(blank, line, entry, "记录"),
    )


def _course(scenario: Scenario, items: Any, refused: bool = False) -> Iterator[Entry]:
    if not isinstance(items, list):
        raise scenario.fail(scenario.line, "“经过”“拒绝”应当是列表，每项写成“- 日期: 环节”。")
    for item in items:
        if not isinstance(item, dict):
            raise scenario.fail(scenario.line, f"“经过”“拒绝”的每项写成“- 日期: 环节”，出现的是“{item}”。")
        line = item.pop(LINE)
        if len(item) != 1:
            raise scenario.fail(line, "一项只写一个日期；同一天的几个环节分成几项写。")
        ((on, what),) = item.items()
        yield _entry(scenario, line, _date(scenario, line, on), what, refused)


def _entry(scenario: Scenario, line: int, on: date, what: Any, refused: bool) -> Entry:
    if not isinstance(what, dict):
        return Entry(line, on, str(what), refused=() if refused else None)
    what = {key: value for key, value in what.items() if key != LINE}
    _known(scenario, line, what, STEP_KEYS)
    if not what.get("环节"):
        raise scenario.fail(line, "缺少“环节”。")
    expected = _texts(what["拒绝"]) if "拒绝" in what else (() if refused else None)
    return Entry(
        line,
        on,
        str(what["环节"]),
        fields=_mapping(scenario, line, what, "登记"),
        data=_mapping(scenario, line, what, "数据"),
        refused=expected,
        unconfirmed=_texts(what.get("未确认") or []),
        overrides={str(k): str(v) for k, v in _mapping(scenario, line, what, "例外").items()},
    )


def _known(scenario: Scenario, line: int, mapping: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    strange = [str(key) for key in mapping if key not in keys]
    if strange:
        raise scenario.fail(line, f"不认识“{'、'.join(strange)}”，可用的有：{'、'.join(keys)}。")


def _mapping(scenario: Scenario, line: int, entry: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = entry.get(key) or {}
    if not isinstance(value, dict):
        raise scenario.fail(line, f"“{key}”应当写成“名称: 内容”的形式，出现的是“{value}”。")
    return {str(name): content for name, content in value.items() if name != LINE}


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else (str(value),)


def _date(scenario: Scenario, line: int, value: Any) -> date:
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        raise scenario.fail(line, f"“{value}”不是日期，请写成 2025-01-06 的形式，并核对月、日是否存在。") from None


def _yes(scenario: Scenario, line: int, value: Any) -> bool:
    if value in (True, "是"):
        return True
    if value in (False, "否"):
        return False
    raise scenario.fail(line, f"应当写“是”或者“否”，出现的是“{value}”。")
