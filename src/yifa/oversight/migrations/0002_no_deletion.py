"""What was said of a hit is never changed; hits are never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("oversight", "0001_initial"), ("registers", "0002_append_only")]

    operations = [
        AppendOnly("Hit", ("DELETE",), "监督模型命中"),
        AppendOnly("Judgement", ("UPDATE", "DELETE"), "核查记录"),
    ]
