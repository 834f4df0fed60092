"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("licence", "0001_initial"), ("registers", "0002_append_only")]

    operations = [AppendOnly("LicenceGuide", ("DELETE",), "许可办事指南")]
