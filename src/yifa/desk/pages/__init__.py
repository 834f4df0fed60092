"""One module a page or group of pages: `urlpatterns`; `NAV` for the left rail, `CASE_TOOLS` for case pages.

    NAV = [NavItem("期限", "limits", "clock", 40)]
    CASE_TOOLS = [CaseTool("legality_review", "审查台", "review_desk", "check")]
    urlpatterns = [path("limits/", board, name="limits")]

Everything here requires a signed-in person; `yifa.office.scope` limits what the page can see.
Templates stand in `desk/templates/desk/` and extend `desk/base.html`, which lists its blocks.
"""
