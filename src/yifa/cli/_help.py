"""Help pages (帮助) in Chinese: headings, the standing options, and one line for each subcommand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

import click

WIDEST = 31
"""Chinese characters of a subcommand's line in a list: one line of 80 columns."""
_WORDS: Final = {
    "Options": "选项",
    "Commands": "命令",
    "Show this message and exit.": "显示本说明。",
    "Show the version and exit.": "显示版本号。",
}
_NOTES: Final = (
    (r"\[OPTIONS\]", "[选项]"),
    (r"COMMAND \[ARGS\]\.\.\.", "命令 …"),
    (r"\[default: ([^\];]*)", r"[默认：\1"),
    (r"\[(\d+)<=x<=(\d+)", r"[\1至\2"),
    (r"; (\d+)<=x<=(\d+)\]", r"，\1至\2]"),
    (r"; required\]$", "，必填]"),
    (r"\[required\]$", "[必填]"),
)
_TYPES: Final = ((r" INTEGER( RANGE)?$", " 整数"), (r" (FILE|PATH)$", " 文件"), (r" TEXT$", " 文字"))


class ChineseHelp(click.HelpFormatter):
    """The standing English words of a help page, said in Chinese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The first line: how the command is written."""
        super().write_usage(prog, _replaced(args, _NOTES), "用法：" if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """A heading; a full-width colon stands behind it."""
        self.write(f"{'':>{self.current_indent}}{_WORDS.get(heading, heading)}：\n")

    def write_text(self, text: str) -> None:
        """Paragraphs, filled to the width of the page as it is seen; one that begins with \\b stays as it is."""
        indent = " " * self.current_indent
        for number, paragraph in enumerate(re.split(r"\n\s*\n", text.strip("\n"))):
            lines = paragraph.split("\n")
            kept = lines[0].strip() == "\b"
            said = lines[1:] if kept else _filled(_joined(lines), self.width - self.current_indent)
            self.write("\n" if number else "")
            self.write("".join(f"{indent}{line.rstrip()}\n" for line in said))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """The options or subcommands, each with what it does, in two columns as they are seen."""
        said = [(_replaced(name, _TYPES), _replaced(_WORDS.get(text, text), _NOTES)) for name, text in rows]
        column = min(max((_width(name) for name, _ in said), default=0), col_max) + col_spacing
        indent = " " * self.current_indent
        for name, text in said:
            lines = _filled(text, max(self.width - self.current_indent - column, 20)) or [""]
            gap = column - _width(name)
            first = f"{' ' * gap}{lines[0]}" if gap >= col_spacing else f"\n{indent}{' ' * column}{lines[0]}"
            self.write(f"{indent}{name}{first}\n")
            self.write("".join(f"{indent}{' ' * column}{line}\n" for line in lines[1:]))


class ChineseGroup(click.Group):
    """A group whose list of subcommands is cut at a sentence: click cuts at blanks, of which Chinese has none."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line for each subcommand: the beginning of its help."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, _line(command)) for name, command in found if command is not None and not command.hidden]
        if rows:
            with formatter.section("命令"):
                formatter.write_dl(rows)


def _line(command: click.Command) -> str:
    text = (command.short_help or command.help or "").strip().partition("\n")[0]
    sentence = text.partition("。")[0]
    if len(sentence) > WIDEST:
        sentence = re.sub(r"（[^（）]*）", "", sentence)
    while len(sentence) > WIDEST and (shorter := re.match(r"(.+)[，：；、]", sentence)):
        sentence = shorter[1]
    return sentence


def _replaced(text: str, words: Sequence[tuple[str, str]]) -> str:
    for pattern, said in words:
        text = re.sub(pattern, said, text)
    return text


def _width(text: str) -> int:
    """Columns on the screen: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _joined(lines: Sequence[str]) -> str:
    """One line; where two Chinese characters meet no blank is wanted."""
    return re.sub(r"(?<=[^\x00-\x7f])\n(?=[^\x00-\x7f])", "", "\n".join(map(str.strip, lines))).replace("\n", " ")


def _filled(text: str, width: int) -> list[str]:
    """Lines of at most so many columns; words are kept whole, and no line begins with a closing mark."""
    lines: list[str] = []
    for part in re.findall(r"(?:[!-~]+|[^!-~])[，。；：、）”》？！…]*\s*", text):
        if lines and _width(lines[-1]) + _width(part.rstrip()) <= width:
            lines[-1] += part
        else:
            lines.append(part)
    return [line.rstrip() for line in lines]
