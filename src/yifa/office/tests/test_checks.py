"""What `manage.py check` finds in office."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps
from pytest_django.fixtures import Settings

from yifa.office import checks
from yifa.office.scope import ScopedManager


@pytest.fixture
def models_under_check(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[type[models.Model]]]:
    found: list[type[models.Model]] = []
    with isolate_apps("yifa.office"):
        monkeypatch.setattr(apps, "get_models", lambda: found)
        yield found


def test_a_scoped_model_without_a_filter_is_an_error(
    models_under_check: list[type[models.Model]],
) -> None:
    class Silent(models.Model):
        objects = ScopedManager()

        class Meta:
            app_label = "office"

    models_under_check.append(Silent)
    assert [error.id for error in checks.scoped_models_say_how(None)] == ["yifa.office.E001"]


def test_a_second_way_in_before_the_scoped_one_is_an_error(
    models_under_check: list[type[models.Model]],
) -> None:
    class Open(models.Model):
        everyone = models.Manager()
        objects = ScopedManager()
        scope_filter = None

        class Meta:
            app_label = "office"

    models_under_check.append(Open)
    assert [error.id for error in checks.scoped_models_say_how(None)] == ["yifa.office.E002"]


def test_an_unencrypted_address_is_warned_about(settings: Settings) -> None:
    assert list(checks.the_address_is_encrypted(None)) == []
    settings.SITE_URL, settings.ENCRYPTED = "http://yifa.example", True
    assert [warning.id for warning in checks.the_address_is_encrypted(None)] == ["yifa.office.W001"]
