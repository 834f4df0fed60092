"""What is in force at the end of a period (期末数)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from yifa.kernel.declare import field_name, type_of_field
from yifa.kernel.figure import Window
from yifa.kernel.registers import EntryCount


@dataclass(eq=False)
class InForce(EntryCount):
    """The number of entries that hold on the last day of the window.

    Attributes:
        since: the first day; the register's own date unless named.
        last: the last day on which it still holds, where it has a term.
        ended: the first day on which it no longer holds (取消、收回、终止).
    """

    since: type_of_field = None
    last: type_of_field = None
    ended: type_of_field = None

    def _time(self, window: Window) -> Q:
        begun: Any = field_name(self.since if self.since is not None else self.owner.dated)
        found = Q(**{f"{begun}__lte": window.until})
        if self.last is not None:
            name = field_name(self.last)
            found &= Q(**{f"{name}__gte": window.until}) | Q(**{name: None})
        if self.ended is not None:
            name = field_name(self.ended)
            found &= Q(**{f"{name}__gt": window.until}) | Q(**{name: None})
        return found
