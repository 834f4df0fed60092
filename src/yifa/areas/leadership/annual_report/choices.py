"""What the fields of a yearly report may say."""

from __future__ import annotations

from django.db import models


class Duty(models.TextChoices):
    """Whether the organ publishes: by the rule, by reference to it, or not at all."""

    DUTY = "duty", "应当公开"
    REFERENCE = "reference", "参照公开"
    NONE = "none", "本地不要求公开"


class Finding(models.TextChoices):
    """What the review for secrecy came to."""

    CLEAR = "clear", "不涉及国家秘密，可以公开"
    SECRET = "secret", "涉及国家秘密，不得公开"


class Kind(models.TextChoices):
    """How a recipient gets the report."""

    REPORT = "report", "报送"
    COPY = "copy", "抄送"


class Content(models.TextChoices):
    """The five contents (督察规定第二十五条)."""

    ACHIEVEMENTS = "achievements", "上一年度主要举措和成效"
    SHORTCOMINGS = "shortcomings", "存在的不足和原因"
    FIRST_RESPONSIBLE = "first_responsible", "党政主要负责人履行第一责任人职责"
    PLAN = "plan", "下一年度主要安排"
    OTHER = "other", "其他需要报告的情况"


MANDATORY = (Content.ACHIEVEMENTS, Content.SHORTCOMINGS, Content.FIRST_RESPONSIBLE, Content.PLAN)
"""Those that no report may lack; the fifth is for what else there is to report."""
