"""What somebody who hands it in on the public page tells, and that it came from there."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two more columns."""

    dependencies: ClassVar = [("review_suggestion", "0001_initial")]

    operations: ClassVar = [
        migrations.AddField(
            "reviewsuggestioncase",
            "against",
            models.CharField(
                "认为违反的上位法", max_length=300, blank=True, default="",
                help_text="法律、法规、规章的名称和条款；不清楚的留空。",
            ),
            preserve_default=False,
        ),
        migrations.AddField("reviewsuggestioncase", "online", models.BooleanField("网上提交", default=False)),
    ]  # fmt: skip
