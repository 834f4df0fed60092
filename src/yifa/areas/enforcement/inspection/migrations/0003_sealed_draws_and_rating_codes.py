"""Draws keep their full pools under seal; arrivals are registered each day; ratings need a code of their own."""

import datetime

import django.db.models.deletion
from django.db import migrations, models
from django.utils import timezone

from yifa.kernel.protect import AppendOnly, drop


def unprotect(apps, schema_editor):
    """Take the triggers off while the table of arrivals is made anew; they are put back at the end."""
    for statement in drop("inspection_arrival", sqlite=schema_editor.connection.vendor == "sqlite"):
        schema_editor.execute(statement, params=None)


def days(apps, schema_editor):
    """The day of each arrival is that of its time."""
    for arrival in apps.get_model("inspection", "Arrival")._base_manager.all():
        arrival.on = timezone.localdate(arrival.at)
        arrival.save(update_fields=["on"])


class Migration(migrations.Migration):
    dependencies = [
        ("inspection", "0002_append_only"),
        ("office", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(unprotect, migrations.RunPython.noop),
        migrations.RenameField("drawcase", "objects_file", "lots_file"),
        migrations.AlterField(
            "drawcase", "lots_file", models.CharField("签号名录摘要", blank=True, max_length=64)
        ),
        migrations.AddField(
            "drawcase", "names_file", models.CharField("对象名单摘要", blank=True, default="", max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(
            "drawcase", "withheld_file", models.CharField("不派组合摘要", blank=True, default="", max_length=64),
            preserve_default=False,
        ),
        *(
            migrations.AddField(
                "drawsecret", name, models.CharField(label, blank=True, default="", max_length=64),
                preserve_default=False,
            )
            for name, label in (
                ("key", "封存密钥"), ("objects_file", "全部对象名录摘要"), ("officers_file", "全部人员名录摘要")
            )
        ),
        migrations.AlterField(
            "arrival", "case",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="arrivals", to="inspection.inspectioncase",
                verbose_name="检查",
            ),
        ),
        migrations.AddField(
            "arrival", "on", models.DateField("登记日期", default=datetime.date(2020, 1, 1)), preserve_default=False
        ),
        migrations.RunPython(days, migrations.RunPython.noop),
        migrations.CreateModel(
            name="RatingCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, verbose_name="评价码摘要")),
                ("at", models.DateTimeField(verbose_name="发放时间")),
                ("device", models.CharField(blank=True, max_length=64, verbose_name="登记设备摘要")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
                        to="office.person", verbose_name="发放人",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+",
                        to="inspection.inspectioncase", verbose_name="检查",
                    ),
                ),
            ],
            options={
                "verbose_name": "评价码",
                "verbose_name_plural": "评价码",
                "indexes": [models.Index(fields=["device"], name="rating_code_by_device")],
            },
        ),
        migrations.AddConstraint(
            "arrival", models.UniqueConstraint(fields=("case", "on"), name="arrival_once_a_day")
        ),
        AppendOnly("Arrival", ("UPDATE", "DELETE"), "扫码登记"),
        AppendOnly("RatingCode", ("UPDATE", "DELETE"), "评价码"),
    ]
