"""The left rail (导航). A page module offers its entries in a list `NAV`; that is all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from yifa.desk import pages
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


def register_tools(register: str, *, of_entry: bool) -> list[RegisterTool]:
    """The tools of a register; a page module offers its own in a list `REGISTER_TOOLS`."""
    found = [tool for module in page_modules() for tool in getattr(module, "REGISTER_TOOLS", [])]
    return [tool for tool in found if tool.register == register and tool.of_entry == of_entry]


def case_tools(procedure: str) -> list[CaseTool]:
    """The tools of a procedure; a page module offers its own in a list `CASE_TOOLS`."""
    found = [tool for module in page_modules() for tool in getattr(module, "CASE_TOOLS", [])]
    return [tool for tool in found if tool.procedure == procedure]


@cache
def page_modules() -> list[ModuleType]:
    """Every module of `yifa.desk.pages`: each has `urlpatterns` and may have `NAV`."""
    names = sorted(module.name for module in iter_modules(pages.__path__))
    return [import_module(f"{pages.__name__}.{name}") for name in names if name != "tests"]


@cache
def entries() -> list[NavItem]:
    """All entries of the rail, in order."""
    found = [item for module in page_modules() for item in getattr(module, "NAV", [])]
    return sorted(found, key=lambda item: (item.order, item.label))
