"""Entries are withdrawn, never deleted; lines drawn from cases are made anew and carry nothing of their own."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("receipts", "0001_initial"), ("registers", "0002_append_only")]

    operations = [
        AppendOnly("ReceiptBook", ("DELETE",), "罚没票据台账"),
        AppendOnly("LooseReceipt", ("DELETE",), "案件以外的票据"),
        AppendOnly("PastFine", ("DELETE",), "历史罚没台账"),
    ]
