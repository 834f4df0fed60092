"""What can be chosen for an item of the catalogue."""

from __future__ import annotations

from django.db import models

from yifa.office.models import Organ, OrganKind


class MatterType(models.TextChoices):
    """The five kinds of matters (决策条例 3①)."""

    POLICY = "policy", "公共服务、市场监管、社会管理、环境保护等重大公共政策和措施"
    PLAN = "plan", "经济和社会发展等方面的重要规划"
    RESOURCE = "resource", "开发利用、保护重要自然资源和文化资源的重大公共政策和措施"
    PROJECT = "project", "在本行政区域实施的重大公共建设项目"
    OTHER = "other", "其他重大事项"


class ItemStatus(models.TextChoices):
    """What an adjustment did to an item; blank means that it stands as it was."""

    ADDED = "added", "调整增加"
    TRANSFERRED = "transferred_next_year", "转入下一年度"
    WITHDRAWN = "withdrawn", "调出目录"


OUT = (ItemStatus.TRANSFERRED, ItemStatus.WITHDRAWN)
"""Items that no longer count (调出事项): named in the catalogue, left out of the denominator."""

PROCEDURES = ("公众参与", "听证", "专家论证", "风险评估", "公平竞争审查", "合法性审查", "集体讨论")
"""What an item may have to go through (需履行的程序)."""

ALWAYS = ("合法性审查", "集体讨论")
"""What every decision goes through (决策条例 25①、30①)."""


def governs(organ: Organ) -> bool:
    """The organ is a government at or above the county: the regulation applies; others follow it by reference (42)."""
    if organ.kind:
        return bool(organ.kind == OrganKind.GOVERNMENT)
    return str(organ.name).endswith("人民政府") and not str(organ.name).endswith(("乡人民政府", "镇人民政府"))


def under(organ: Organ) -> str:
    """How an instrument refers to the regulation: 依照, or 参照 where it is followed by reference (42)."""
    return "依照" if governs(organ) else "参照"


class Meeting(models.TextChoices):
    """What kind of meeting discussed it."""

    STANDING = "standing", "政府常务会议"
    PLENARY = "plenary", "政府全体会议"
    OFFICE = "office", "办公会议（部门、乡镇参照）"
