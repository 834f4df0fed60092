"""A kind of event for who may open a case that is kept among few."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kernel", "0005_alter_clock_bound_alter_signature_role")]

    operations = [
        migrations.AlterField(
            "event",
            "kind",
            models.CharField(
                "种类",
                choices=[
                    ("step", "环节"), ("amendment", "更正登记"), ("correction", "撤销登记"), ("version", "转适用"),
                    ("assignment", "承办人变更"), ("circle", "知悉范围变更"), ("signature", "审批"),
                    ("service", "送达"), ("material", "收到材料"), ("reckoning", "期限重算"), ("publication", "公开"),
                ],
                max_length=12,
            ),
        ),
    ]
