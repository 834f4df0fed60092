"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("inspected", "0001_initial"), ("registers", "0002_append_only")]

    operations = [
        AppendOnly("InspectionItem", ("DELETE",), "检查事项"),
        AppendOnly("InspectionObject", ("DELETE",), "检查对象"),
    ]
