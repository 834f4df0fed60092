"""Make the lines of money, receipts and evidence anew from cases and books (生成明细)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from yifa.areas.enforcement.common.keeping import keep_all
from yifa.office import scope


class Command(BaseCommand):
    """Run once after an upgrade; lines are kept by themselves from then on. May be run again at any time."""

    help = "从已有的案件和台账重新生成罚没款、票据、证据的明细。"

    def handle(self, *args: Any, **options: Any) -> None:
        """Read every case and entry that yields lines."""
        with scope.everything("生成明细"):
            read = keep_all()
        self.stdout.write(f"已读取{read}个案件、台账条目，生成明细。")
