"""The `yifa` command: one file a subcommand, found by its name and imported only when it is asked for."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from typing import NoReturn

import click

from yifa.cli._help import ChineseGroup, ChineseHelp
from yifa.cli._usage import in_chinese
from yifa.errors import YifaError, os_reason

click.Context.formatter_class = ChineseHelp


class CommandFolder(ChineseGroup):
    """A group whose subcommands are the modules of this package, each holding one `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        names = (module.name for module in pkgutil.iter_modules(__path__))
        return sorted(name.replace("_", "-") for name in names if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{__name__}.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command


@click.group(cls=CommandFolder, help="依法 Yifa：运行、检查、监督、公开和报告法治政府建设各项工作。")
@click.version_option(package_name="yifa", message="yifa %(version)s")
def main_group() -> None:
    """The root of all subcommands."""


def main() -> None:
    """Run a subcommand; what goes wrong outside of the program is told in Chinese and ends with exit code 2."""
    try:
        code = main_group.main(prog_name="yifa", standalone_mode=False)
        sys.stdout.flush()
    except (click.exceptions.NoArgsIsHelpError, click.Abort) as ended:
        _ended(ended)
    except click.ClickException as error:
        _refuse(in_chinese(error))
    except YifaError as error:
        _refuse(str(error))
    except BrokenPipeError:
        _hush()
        sys.exit(1)  # as click does where the pipe closes while it writes
    except OSError as error:
        _hush()
        where = f" {error.filename}" if error.filename else ""
        _refuse(f"读写{where or '结果'}时出错：{os_reason(error)}。请排除原因后重试。")
    except Exception as error:
        if (told := _of_database(error)) is None:
            raise
        _refuse(told)
    sys.exit(code if isinstance(code, int) else 0)


def _refuse(told: str) -> NoReturn:
    click.echo(f"错误：{told}", err=True)
    sys.exit(2)


def _ended(ended: click.exceptions.NoArgsIsHelpError | click.Abort) -> NoReturn:
    if isinstance(ended, click.Abort):
        click.echo("已中断。", err=True)
        sys.exit(130)
    ended.show()
    sys.exit(2)


def _hush() -> None:
    """Nobody reads on (| head): what is still in the buffer goes nowhere, so that the end of Python says nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _of_database(error: Exception) -> str | None:
    """What to say of a database that cannot be used; None for every other error."""
    errors = sys.modules.get("django.db.utils")
    if errors is None or not isinstance(error, errors.OperationalError | errors.ProgrammingError):
        return None
    reason = " ".join(str(error).split())
    if "no such table" in reason or "does not exist" in reason:
        return "数据库还没有建好。请先运行 make demo，或者 python manage.py migrate；数据目录由 YIFA_HOME 指定。"
    if "locked" in reason:
        return "数据库正被别的程序占用。请稍后再试。"
    return f"数据库不能用（{reason}）。请核对 YIFA_HOME、DATABASE_URL 和磁盘空间。"
