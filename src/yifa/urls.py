"""All addresses: the administration site, and whatever each Yifa app offers in its own `urls.py`.

An app that answers requests has a module `urls` with `PREFIX` (where it is mounted) and
`urlpatterns`. Adding one touches nothing here.
"""

from __future__ import annotations

from importlib import import_module

from allauth.account.decorators import secure_admin_login
from django.apps import apps
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from django.utils.module_loading import module_has_submodule


def app_addresses() -> list[URLResolver]:
    """The `urls` of every Yifa app, longest prefix first: the desk at `/` is asked last."""
    found: list[tuple[str, str]] = []
    for config in apps.get_app_configs():
        if config.name.startswith("yifa.") and module_has_submodule(config.module, "urls"):
            name = f"{config.name}.urls"
            found.append((import_module(name).PREFIX, name))
    found.sort(key=lambda mount: (-len(mount[0]), mount))
    return [path(prefix, include(name)) for prefix, name in found]


# One way in for everybody: the administration site's own form knows no second step.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns: list[URLPattern | URLResolver] = [path("admin/", admin.site.urls), *app_addresses()]
