"""The `yifa` command: one file a subcommand, found by its name and imported only when it is asked for."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import click

from yifa.errors import YifaError


class CommandFolder(click.Group):
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
    """Run a subcommand; an expected error is shown in Chinese and ends with exit code 2."""
    try:
        main_group()
    except YifaError as error:
        click.echo(f"错误：{error}", err=True)
        sys.exit(2)
