import django.core.validators
from django.db import migrations, models

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):

    dependencies = [
        ('authority', '0004_officer_numbers_again'),
    ]

    operations = [
        migrations.AddField(
            model_name='enforcementbody',
            name='staff',
            field=models.PositiveIntegerField(blank=True, help_text='执法岗位上的在编人员数，不含辅助人员；用来计算持证率，没有统计的留空，不写0。', null=True, validators=[django.core.validators.MaxValueValidator(20000, '人数过大，请核对')], verbose_name='在岗执法人员数'),
        ),
        AppendOnly("EnforcementBody", ("DELETE",), "行政执法主体"),
    ]
