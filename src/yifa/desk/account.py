"""Signing in: accounts are given out by the administrator, never taken (账号由系统管理员开通)."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, URLResolver, include, path


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Closes public registration."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False


def client_address(request: HttpRequest) -> str | None:
    """The address a sign-in came from; behind a proxy, what the proxy itself saw (the last one)."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR") or None


@login_not_required
def closed(request: HttpRequest) -> HttpResponse:
    """What the administrator does for people: opening an account, a new password, an address."""
    return render(request, "account/closed.html", status=403)


urlpatterns: list[URLPattern | URLResolver] = [
    path("signup/", closed, name="account_signup"),
    path("email/", closed, name="account_email"),
    path("password/reset/", closed, name="account_reset_password"),
    path("", include("allauth.urls")),
]
