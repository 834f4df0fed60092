"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("counsel", "0003_counsel_assessment"), ("registers", "0002_append_only")]

    operations = [
        AppendOnly("CounselAssessment", ("DELETE",), "法律顾问考核"),
    ]
