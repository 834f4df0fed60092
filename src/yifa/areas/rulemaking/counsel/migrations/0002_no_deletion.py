"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("counsel", "0001_initial"), ("registers", "0002_append_only")]

    operations = [
        AppendOnly("Counsel", ("DELETE",), "法律顾问聘任"),
        AppendOnly("CounselService", ("DELETE",), "法律顾问服务"),
    ]
