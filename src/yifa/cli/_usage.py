"""What was wrong with a command line (命令写错了), in Chinese: click says it in English."""

from __future__ import annotations

import re
from typing import Final

import click

_SAYINGS: Final = tuple(
    (re.compile(pattern, re.DOTALL), said)
    for pattern, said in (
        (r"'(.*)' is not a valid integer(?: range)?\.", "“{}”不是整数"),
        (r"'(.*)' is not a valid (?:float|number)(?: range)?\.", "“{}”不是数字"),
        (r"'(.*)' is not one of (.*)\.", "不能写“{}”，可以写的有：{}"),
        (r"(\S+) is not in the range (\S+)<=x<=(\S+)\.", "{}不在{}至{}之间"),
        (r"'(.*)' does not match the formats? .*", "“{}”不是日期，请写成 2026-08-01 的样子"),
        (r"(?:File|Path|Directory) '(.*)' does not exist\.", "“{}”不存在，请检查路径"),
        (r"File '(.*)' is a directory\.", "“{}”是文件夹，这里要的是文件"),
        (r"Directory '(.*)' is a file\.", "“{}”是文件，这里要的是文件夹"),
        (r".* '(.*)' is not readable\.", "“{}”没有读的权限"),
        (r".* '(.*)' is not writable\.", "“{}”没有写的权限"),
        (r"Option '(.*)' requires (?:an argument|\d+ arguments)\.", "选项 {} 后面没有写内容"),
        (r"Option '(.*)' does not take a value\.", "选项 {} 后面不写内容"),
        (r"Got unexpected extra arguments? \((.*)\)", "多写了“{}”"),
        (r"No such command '(.*?)'\..*", "没有“{}”这个命令"),
        (r"Missing command\.", "没有写明做什么"),
    )
)
_HAN: Final = re.compile("[一-龥]")


def in_chinese(error: click.ClickException) -> str:
    """One sentence that names the option or argument and what is wrong with it, and where to look it up."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    wrong = _wrong(error)
    end = "" if wrong.endswith("？") else "。"
    return f"{wrong}{end}用法见：{context.command_path} --help" if context else f"{wrong}{end}"


def _wrong(error: click.ClickException) -> str:
    if isinstance(error, click.exceptions.NoSuchOption):
        return f"没有 {error.option_name} 这个选项{_alike(error.possibilities)}"
    if isinstance(error, click.MissingParameter):
        return f"没有写明{_named(error.param)}"
    said = _said(error.message)
    return f"{_named(error.param)}：{said}" if isinstance(error, click.BadParameter) and error.param else said


def _alike(possibilities: list[str] | None) -> str:
    return f"，是不是 {'、'.join(sorted(possibilities))}？" if possibilities else ""


def _named(parameter: click.Parameter | None) -> str:
    """`选项 --days`, `文件`."""
    if parameter is None:
        return "参数"
    if isinstance(parameter, click.Option):
        return f"选项 {max(parameter.opts, key=len)}"
    return f"“{parameter.human_readable_name.strip('[]…')}”"


def _said(message: str) -> str:
    for pattern, said in _SAYINGS:
        if found := pattern.fullmatch(message):
            return said.format(*(group.replace("', '", "、").strip("'") for group in found.groups()))
    return message.rstrip("。.") if _HAN.search(message) else f"写法有误（{message.rstrip('.')}）"
