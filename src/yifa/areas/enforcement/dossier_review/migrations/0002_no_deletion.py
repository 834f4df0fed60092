"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("dossier_review", "0001_initial"), ("registers", "0002_append_only")]

    operations = [AppendOnly("ReviewedDossier", ("DELETE",), "案卷评查结果")]
