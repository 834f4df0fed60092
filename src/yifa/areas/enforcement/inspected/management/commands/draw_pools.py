"""`manage.py draw_pools`: the pools of a draw out of the registers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Q
from django.utils import timezone

from yifa.areas.enforcement.inspected.pools import STRATA, write_pools
from yifa.errors import YifaError
from yifa.office import scope
from yifa.office.models import Organ


class Command(BaseCommand):
    """Write objects.csv and officers.csv for `yifa draw`."""

    help = "由检查对象名录库、执法人员台账生成双随机抽取的 objects.csv 和 officers.csv。"

    def add_arguments(self, parser: CommandParser) -> None:
        """What is drawn, from whose registers, on which day."""
        parser.add_argument("organ", help="机关名称或者简称。")
        parser.add_argument("folder", type=Path, help="写到哪个文件夹；已有名录的不覆盖。")
        parser.add_argument("--matter", required=True, help="检查领域，例如 食品。")
        parser.add_argument("--on", type=date.fromisoformat, help="抽取日，例如 2026-11-24；默认今天。")
        by = "、".join(f"{code}={label}" for code, (label, _) in STRATA.items())
        parser.add_argument("--stratum", choices=list(STRATA), default="risk", help=f"怎样分层：{by}。")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the files and say how many lines they have."""
        with scope.everything("生成双随机名录"):
            name = options["organ"]
            organ = Organ.objects.filter(Q(name=name) | Q(short_name=name)).first()
            if organ is None:
                raise CommandError(f"找不到机关“{name}”。请写全称或者简称。")
            on = options["on"] or timezone.localdate()
            try:
                counts = write_pools(organ, options["folder"], options["matter"], on, stratum=options["stratum"])
            except YifaError as error:
                raise CommandError(str(error)) from None
        self.stdout.write(
            f"已写出检查对象{counts[0]}个、执法人员{counts[1]}人。请补上 plan.toml，再用 yifa draw commit 承诺。"
        )
