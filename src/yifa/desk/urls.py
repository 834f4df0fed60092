"""The addresses of the desk: account pages, the frame's own, and those of each page module."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from yifa.desk import account, frame
from yifa.desk.pages import page_modules

PREFIX = ""

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include(account.urlpatterns)),
    path("organ/", frame.choose_organ, name="choose_organ"),
]
for module in page_modules():
    urlpatterns += module.urlpatterns
