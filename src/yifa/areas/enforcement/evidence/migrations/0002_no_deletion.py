"""Entries are withdrawn, never deleted; lines drawn from cases are made anew and carry nothing of their own."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("evidence", "0001_initial"), ("registers", "0002_append_only")]

    operations = [AppendOnly("PastEvidence", ("DELETE",), "旧案证据台账")]
