"""What a register refuses, in Chinese: what cannot be done, why, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yifa.errors import YifaError
from yifa.law import Basis


class RegisterError(YifaError):
    """Something cannot be done with a register."""


class UnreadableSheet(RegisterError):
    """A file that cannot be read as a table."""

    def __init__(self, name: str, why: str, remedy: str) -> None:
        super().__init__(f"不能读取“{name}”：{why}。{remedy}")


@dataclass(frozen=True)
class Problem:
    """One thing wrong with an entry.

    Attributes:
        field: name of the model field, empty for the entry as a whole; `label` is its Chinese name.
        why, remedy: what is wrong and what to do, in Chinese, each a sentence without full stop.
    """

    field: str
    label: str
    why: str
    remedy: str = ""
    basis: Basis | None = None

    def __str__(self) -> str:
        place = f"“{self.label}”" if self.label else ""
        cited = f"（{self.basis.short}）" if self.basis else ""
        return f"{place}{self.why}{cited}" + (f"，{self.remedy}" if self.remedy else "")


class EntryRefused(RegisterError):
    """An entry cannot be recorded; `problems` holds every reason."""

    def __init__(self, action: str, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(f"不能{action}：{'；'.join(str(problem) for problem in problems)}。")


class Stale(RegisterError):
    """Somebody changed the entry since it was opened; `changes` lists label, value before, value now."""

    def __init__(self, who: str, when: str, changes: Sequence[tuple[str, str, str]]) -> None:
        self.changes = list(changes)
        listed = "；".join(f"“{label}”由“{old}”改为“{new}”" for label, old, new in changes) or "已撤回"
        super().__init__(f"不能保存：{who}已于{when}修改了这条记录（{listed}）。请核对最新内容后重新修改。")


class AlreadyImported(RegisterError):
    """The same file is already in the book."""

    def __init__(self, name: str, when: str, rows: int) -> None:
        super().__init__(
            f"不能导入“{name}”：同一文件已于{when}导入（{rows}条），再次导入会重复登记。"
            "如需重新导入，请先整批撤回上次导入的记录。"
        )
