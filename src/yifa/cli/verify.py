"""`yifa verify`: recompute every chain and name what was altered, is missing or was inserted."""

from __future__ import annotations

import sys

import click

from yifa.cli._django import setup


@click.command(help="逐条重算案件与台账的事件链，指出被改动、缺失或者插入的记录；无问题退出码为0，有问题为1。")
def command() -> None:
    """Verify all chains."""
    setup()
    from yifa.kernel import chain
    from yifa.kernel.models import Case
    from yifa.kernel.registers.verify import verify_books
    from yifa.office import scope

    with scope.everything("校验事件链"):
        cases = Case.objects.order_by("pk").prefetch_related("events").iterator(chunk_size=500)
        found = [str(broken) for broken in chain.verify(cases)] + [str(broken) for broken in verify_books()]
        count = Case.objects.count()
    for line in found:
        click.echo(line)
    click.echo(f"已校验{count}件案件及全部台账，发现{len(found)}处问题。")
    sys.exit(1 if found else 0)
