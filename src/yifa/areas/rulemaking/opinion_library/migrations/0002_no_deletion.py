"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("opinion_library", "0001_initial"), ("registers", "0002_append_only")]

    operations = [AppendOnly("OpinionBlock", ("DELETE",), "审查意见模板")]
