"""System checks of office: `manage.py check` names what would show data to the wrong people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as CheckWarning

from yifa.office.roles import DEFINITIONS, Role
from yifa.office.scope import ScopedManager


@register()
def scoped_models_say_how(app_configs: Any, **kwargs: Any) -> Iterable[CheckMessage]:
    """E001: a model with a scoped manager must say which rows a scope may see.

    E002: its default manager must be a scoped one, or a form or a view could go round it.
    """
    for model in apps.get_models():
        managers = [manager for manager in model._meta.managers if isinstance(manager, ScopedManager)]
        if not managers:
            continue
        if not hasattr(model, "scope_filter"):
            yield Error(
                f"“{model._meta.verbose_name}”使用了 ScopedManager，却没有 scope_filter。",
                hint="在模型中增加类方法 scope_filter(cls, scope) -> Q。",
                obj=model,
                id="yifa.office.E001",
            )
        if not isinstance(model._default_manager, ScopedManager):
            yield Error(
                f"“{model._meta.verbose_name}”的默认管理器没有数据范围，表单和视图会绕过它。",
                hint="把 ScopedManager 写在其他管理器之前。",
                obj=model,
                id="yifa.office.E002",
            )


@register()
def every_role_is_defined(app_configs: Any, **kwargs: Any) -> Iterable[CheckMessage]:
    """E003: a role without a definition cannot be assigned by anyone who reads the screen."""
    for role in Role:
        if role not in DEFINITIONS:
            yield Error(f"岗位角色“{role.label}”没有定义。", id="yifa.office.E003")


@register(deploy=True)
def the_address_is_encrypted(app_configs: Any, **kwargs: Any) -> Iterable[CheckMessage]:
    """W001: over plain http, browsers keep back secure cookies and nobody can sign in."""
    if settings.ENCRYPTED and settings.SITE_URL.startswith("http://"):
        yield CheckWarning(
            f"网址 {settings.SITE_URL} 没有加密，浏览器不会发送登录信息，任何人都不能登录。",
            hint="为服务器配置证书，并把 YIFA_URL 改为 https:// 开头的地址。",
            id="yifa.office.W001",
        )
