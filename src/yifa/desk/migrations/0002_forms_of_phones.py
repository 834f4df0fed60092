"""Forms that phones keep: who sent one, what it said, and how long the case was afterwards."""

from __future__ import annotations

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Three columns of a sent form."""

    dependencies: ClassVar = [
        ("desk", "0001_initial"),
        ("office", "0001_initial"),
    ]

    operations: ClassVar = [
        migrations.AlterModelOptions(
            name="opening",
            options={"verbose_name": "已送表单", "verbose_name_plural": "已送表单"},
        ),
        migrations.AddField(
            model_name="opening",
            name="digest",
            field=models.CharField(blank=True, default="", max_length=64, verbose_name="内容摘要"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="opening",
            name="length",
            field=models.PositiveIntegerField(null=True, verbose_name="办理后的记录数"),
        ),
        migrations.AddField(
            model_name="opening",
            name="person",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="office.person",
                verbose_name="填写人",
            ),
        ),
    ]
