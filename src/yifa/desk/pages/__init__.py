"""One module a page or group of pages: `urlpatterns`, and `NAV` if it belongs in the left rail.

    NAV = [NavItem("期限", "limits", "clock", 40)]
    urlpatterns = [path("limits/", board, name="limits")]

Everything here requires a signed-in person; `yifa.office.scope` limits what the page can see.
Templates stand in `desk/templates/desk/` and extend `desk/base.html`, which lists its blocks.
"""
