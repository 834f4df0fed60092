"""What enterprises enter is never changed and never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("inspection", "0001_initial")]

    operations = [
        AppendOnly("Arrival", ("UPDATE", "DELETE"), "扫码登记"),
        AppendOnly("Rating", ("UPDATE", "DELETE"), "企业评价"),
    ]
