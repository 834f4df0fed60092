"""What a page module offers to others: entries of the left rail (导航), tools of cases and of registers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yifa.office.roles import Role

GROUPS = ("办理", "起草审查", "监督", "数据")
"""The headings of the rail, in order."""


@dataclass(frozen=True)
class NavItem:
    """One entry of the rail.

    Attributes:
        label: Chinese, two to four characters.
        url_name: the name of its address.
        icon: a symbol of `static/desk/icons.svg`.
        order: its tens are the group (`GROUPS`), its units the place in it; a phone shows the first four.
        roles: who sees it; empty means everyone who has signed in.
    """

    label: str
    url_name: str
    icon: str
    order: int
    roles: frozenset[Role] = frozenset()

    @property
    def group(self) -> str:
        """The heading the entry stands under."""
        return GROUPS[self.order // 10 - 1]

    def is_for(self, roles: Iterable[Role]) -> bool:
        """Whether someone holding these roles sees the entry."""
        return not self.roles or not self.roles.isdisjoint(roles)


@dataclass(frozen=True)
class RailEntry:
    """An entry of the rail as the page shows it; `group` is its heading where it is the first under one."""

    label: str
    icon: str
    url: str
    current: bool
    group: str = ""


@dataclass(frozen=True)
class CaseTool:
    """A page of its own for the cases of a procedure (审查台), offered on the case page.

    Attributes:
        procedure: key of the procedure.
        url_name: its address takes the key of the case.
    """

    procedure: str
    label: str
    url_name: str
    icon: str


@dataclass(frozen=True)
class RegisterTool:
    """A page of its own for a register (台账工具), offered on its list, or on the page of each entry.

    Attributes:
        register: key of the register.
        url_name: its address takes the key of the entry where it is one `of_entry`, else nothing.
    """

    register: str
    label: str
    url_name: str
    icon: str
    of_entry: bool = False
