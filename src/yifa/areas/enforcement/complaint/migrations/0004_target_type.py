"""Whether the one complained of is a natural person, whose name is masked when the complaint is published."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("complaint", "0003_alter_complaintcase_outcome")]

    operations = [
        migrations.AddField(
            "complaintcase",
            "target_type",
            models.CharField(
                "被投诉人类型",
                blank=True,
                choices=[
                    ("natural", "自然人"), ("individual_business", "个体工商户"), ("legal_person", "法人"),
                    ("other_org", "非法人组织"),
                ],
                default="",
                help_text="名录中的企业按名称自动填写；没有填写的，公示时遮蔽姓名。",
                max_length=20,
            ),
            preserve_default=False,
        ),
    ]
