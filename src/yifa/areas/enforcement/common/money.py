"""Money of fines, as both the collection and the books of receipts say it (罚没款)."""

from __future__ import annotations

from django.db import models


class Channel(models.TextChoices):
    """How money came in."""

    BANK = "bank", "代收机构"
    ELECTRONIC = "electronic", "电子支付"
    ON_SPOT = "on_spot", "当场收缴"
    AUCTION = "auction", "拍卖抵缴"
    COURT = "court", "法院执行"
    OTHER = "other", "其他"
