"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("contract_template", "0001_initial"), ("registers", "0002_append_only")]

    operations = [AppendOnly("ContractTemplate", ("DELETE",), "合同范本")]
