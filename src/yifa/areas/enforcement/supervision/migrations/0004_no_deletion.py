"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("supervision", "0003_work_report"), ("registers", "0002_append_only")]

    operations = [AppendOnly("WorkReport", ("DELETE",), "行政执法监督工作报告")]
