"""Forms that the public hands in (公众提交的表单): every fault at once, each at its line."""

from __future__ import annotations

from collections.abc import Mapping

from yifa.errors import YifaError


class FormRefused(YifaError):
    """What was sent cannot be taken; each fault names the line of the form that it belongs to."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        self.faults = dict(faults)
        super().__init__("没有提交：" + "；".join(faults.values()) + "。")


def too_long(form: object, longest: Mapping[str, int], labels: Mapping[str, str]) -> dict[str, str]:
    """The lines of a form that hold more characters than they may, each with what to do."""
    return {
        line: f"{labels[line]}有{len(getattr(form, line))}字，请写在{most}字以内"
        for line, most in longest.items() if len(getattr(form, line)) > most
    }  # fmt: skip
