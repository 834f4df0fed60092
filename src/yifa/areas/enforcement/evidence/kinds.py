"""The kinds of evidence, and what becomes of a thing that was kept as evidence."""

from __future__ import annotations

from django.db import models


class EvidenceKind(models.TextChoices):
    """The eight kinds of evidence (处罚法 46①)."""

    DOCUMENTARY = "documentary", "书证"
    PHYSICAL = "physical", "物证"
    AUDIOVISUAL = "audiovisual", "视听资料"
    ELECTRONIC = "electronic", "电子数据"
    WITNESS = "witness", "证人证言"
    PARTY = "party", "当事人的陈述"
    EXPERT = "expert", "鉴定意见"
    RECORD = "record", "勘验笔录、现场笔录"


class Form(models.TextChoices):
    """What the file holds."""

    ORIGINAL = "original", "原件、原物"
    COPY = "copy", "复制件、照片"


class Disposal(models.TextChoices):
    """What became of it."""

    RETURNED = "returned", "返还"
    FILED = "filed", "随案归档"
    RELEASED = "released", "解除登记保存"
    MEASURE = "measure", "转为查封、扣押"
    CONFISCATED = "confiscated", "没收"
    DESTROYED = "destroyed", "销毁"
    SOLD = "sold", "拍卖、变卖"
    HANDED_OVER = "handed_over", "移送"
    CONSUMED = "consumed", "检测耗用"
    LOST = "lost", "损毁、灭失"
    OTHER = "other", "其他处理"


TO_SOMEBODY = (Disposal.RETURNED, Disposal.HANDED_OVER)
"""Given to somebody, who is named."""
