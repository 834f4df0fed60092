"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("authority", "0001_initial"), ("registers", "0002_append_only")]

    operations = [
        AppendOnly("EnforcementBody", ("DELETE",), "行政执法主体"),
        AppendOnly("Officer", ("DELETE",), "执法人员"),
        AppendOnly("Delegation", ("DELETE",), "执法委托"),
        AppendOnly("GrantedPower", ("DELETE",), "赋权事项"),
    ]
