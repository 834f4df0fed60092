"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("lists", "0001_initial"), ("registers", "0002_append_only")]

    operations = [
        AppendOnly("PowerItem", ("DELETE",), "权责清单事项"),
        AppendOnly("LicenceItem", ("DELETE",), "行政许可事项"),
        AppendOnly("CertificateItem", ("DELETE",), "证明事项"),
        AppendOnly("FeeItem", ("DELETE",), "涉企收费事项"),
        AppendOnly("IntermediaryItem", ("DELETE",), "中介服务事项"),
    ]
