"""Choices of coordination (争议协调的选项), with their Chinese labels."""

from __future__ import annotations

from django.db import models


class Kind(models.TextChoices):
    """What the bodies disagree about (争议类型)."""

    JURISDICTION = "jurisdiction", "管辖权争议"
    LIST = "list", "权力和责任清单争议"
    GRANTED = "granted", "赋权、委托事项承接争议"
    COOPERATION = "cooperation", "执法协作、移送、协助争议"


class Claim(models.TextChoices):
    """What a body says about itself (主张)."""

    OURS = "ours", "应当由本机关管辖"
    NOT_OURS = "not_ours", "不属于本机关职责"
    OTHER = "other", "其他意见"


class Standing(models.TextChoices):
    """Whose body it is (隶属)."""

    OWN = "own", "本级政府所属部门、派出机关或者下级政府"
    OTHER = "other", "不属于本级政府（垂直管理、外县区等）"


class Refusal(models.TextChoices):
    """Why a dispute is not coordinated here (不予协调的情形)."""

    ABOVE = "above", "各方没有共同隶属于本级政府，报共同的上一级行政机关"
    NO_DISPUTE = "no_dispute", "法律规定或者清单已经明确，没有争议"
    NOT_ENFORCEMENT = "not_enforcement", "不属于行政执法争议"
    REMEDY = "remedy", "已经进入行政复议、行政诉讼"


class Result(models.TextChoices):
    """How it ended (协调结果)."""

    AGREED = "agreed", "协调一致"
    RULED = "ruled", "本级政府决定"
    THEMSELVES = "themselves", "各方自行协商解决"
    REFUSED = "refused", "不予协调"
