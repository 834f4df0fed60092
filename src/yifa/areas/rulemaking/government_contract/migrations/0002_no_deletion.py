"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("government_contract", "0001_initial"), ("registers", "0002_append_only")]

    operations = [
        AppendOnly("ContractRisk", ("DELETE",), "合同风险预警"),
        AppendOnly("Arrears", ("DELETE",), "拖欠中小企业款项信息"),
    ]
