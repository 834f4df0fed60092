"""One module a page or group of pages: `urlpatterns`; `NAV` for the left rail, `CASE_TOOLS` for case pages.

    NAV = [NavItem("期限", "limits", "clock", 40)]
    CASE_TOOLS = [CaseTool("legality_review", "审查台", "review_desk", "check")]
    urlpatterns = [path("limits/", board, name="limits")]

Everything here requires a signed-in person; `yifa.office.scope` limits what the page can see.
Templates stand in `desk/templates/desk/` and extend `desk/base.html`, which lists its blocks.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from yifa.desk.navigation import CaseTool, NavItem, RegisterTool


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
    names = sorted(module.name for module in iter_modules(__path__))
    return [import_module(f"{__name__}.{name}") for name in names if name != "tests"]


@cache
def entries() -> list[NavItem]:
    """All entries of the rail, in order."""
    found = [item for module in page_modules() for item in getattr(module, "NAV", [])]
    return sorted(found, key=lambda item: (item.order, item.label))
