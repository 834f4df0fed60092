"""The trail of the books and the imports are never changed and never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("registers", "0001_initial")]

    operations = [
        AppendOnly("BookEvent", ("UPDATE", "DELETE"), "台账变动"),
        AppendOnly("ImportBatch", ("UPDATE", "DELETE"), "导入批次"),
    ]
