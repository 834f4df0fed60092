"""Rules that hold for every app, model and command."""

from __future__ import annotations

import re
from io import StringIO

import click
import pytest
from django.apps import apps
from django.core.management import call_command
from django.urls import URLPattern, URLResolver, get_resolver

from yifa.cli import main_group

HAN = re.compile(r"[\u4e00-\u9fff]")


def own_models() -> list[type]:
    return [model for model in apps.get_models() if model.__module__.startswith("yifa.")]


@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration() -> None:
    said = StringIO()
    try:
        call_command("makemigrations", check=True, dry_run=True, stdout=said)
    except SystemExit:
        pytest.fail(said.getvalue())


def test_every_model_and_field_has_a_chinese_name() -> None:
    unnamed = [
        f"{model.__name__}.{field.name}"
        for model in own_models()
        if ".tests." not in model.__module__
        for field in model._meta.concrete_fields  # type: ignore[attr-defined]
        if not field.primary_key and not HAN.search(str(field.verbose_name))
    ]
    unnamed += [
        model.__name__
        for model in own_models()
        if not HAN.search(str(model._meta.verbose_name))  # type: ignore[attr-defined]
    ]
    assert unnamed == []


def test_every_command_explains_itself_in_chinese() -> None:
    context = click.Context(main_group)
    silent = [
        name
        for name in main_group.list_commands(context)
        if (command := main_group.get_command(context, name)) is None or not HAN.search(command.help or "")
    ]
    assert silent == []


def addresses(patterns: list[URLPattern | URLResolver], namespace: str = "") -> list[str]:
    """The full name of every address."""
    names: list[str] = []
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            names += addresses(pattern.url_patterns, inner)
        elif pattern.name:
            names.append(f"{namespace}{pattern.name}")
    return names


def test_no_two_pages_of_ours_have_one_name() -> None:
    from yifa.desk.pages import page_modules

    names = [name for module in page_modules() for name in addresses(module.urlpatterns)]
    assert sorted(names) == sorted(set(names))


def test_every_entry_of_the_rail_leads_to_a_page() -> None:
    from yifa.desk.pages import entries

    known = set(addresses(get_resolver().url_patterns))
    assert [item.label for item in entries() if item.url_name not in known] == []
