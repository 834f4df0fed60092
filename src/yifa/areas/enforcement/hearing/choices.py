"""What can be chosen in a hearing: kinds, triggers, ends."""

from __future__ import annotations

from django.db import models


class Kind(models.TextChoices):
    """Before which decision a hearing is held."""

    PENALTY = "penalty", "行政处罚听证"
    LICENCE = "licence", "行政许可听证（依申请）"
    LICENCE_DUTY = "licence_duty", "行政许可听证（依职权）"


class Trigger(models.TextChoices):
    """Why there is a right to it, or a duty (处罚法63①、许可法46、47①)."""

    FINE = "fine", "较大数额罚款"
    CONFISCATION = "confiscation", "没收较大数额违法所得、较大价值非法财物"
    QUALIFICATION = "qualification", "降低资质等级、吊销许可证件"
    SUSPENSION = "suspension", "责令停产停业、责令关闭、限制从业"
    HEAVY = "heavy", "其他较重的行政处罚"
    BY_LAW = "by_law", "法律、法规、规章规定的其他情形"
    INTEREST = "interest", "直接涉及申请人与他人之间重大利益关系的许可"
    LICENCE_BY_LAW = "licence_by_law", "法律、法规、规章规定应当听证的许可"
    PUBLIC_INTEREST = "public_interest", "涉及公共利益的重大许可"


OF_KIND: dict[str, tuple[str, ...]] = {
    Kind.PENALTY: (
        Trigger.FINE, Trigger.CONFISCATION, Trigger.QUALIFICATION, Trigger.SUSPENSION, Trigger.HEAVY, Trigger.BY_LAW
    ),
    Kind.LICENCE: (Trigger.INTEREST,),
    Kind.LICENCE_DUTY: (Trigger.LICENCE_BY_LAW, Trigger.PUBLIC_INTEREST),
}  # fmt: skip
"""Which triggers belong to which kind."""


class Closed(models.TextChoices):
    """Why a hearing is not public."""

    STATE = "state_secret", "国家秘密"
    TRADE = "trade_secret", "商业秘密"
    PRIVATE = "privacy", "个人隐私"


class Signed(models.TextChoices):
    """How the record was signed."""

    SIGNED = "signed", "核对无误，已签字或者盖章"
    REFUSED = "refused", "拒绝签字或者盖章，主持人已注明"


class Outcome(models.TextChoices):
    """How the hearing ended."""

    HELD = "held", "已举行听证"
    WAIVED = "waived", "明确放弃听证"
    ABSENT = "absent_terminated", "缺席或者中途退出，视为放弃"
    WITHDRAWN = "withdrawn", "撤回听证申请"
    NOT_REQUESTED = "not_requested", "逾期未要求听证"
    REFUSED = "refused", "不予组织听证"


class Opinion(models.TextChoices):
    """What the host proposes after the hearing."""

    KEEP = "keep", "事实清楚、证据充分，同意原拟决定"
    CHANGE = "change", "建议变更拟作的决定"
    MORE = "more", "事实不清或者证据不足，建议补充调查"
    NONE = "none", "违法事实不能成立或者依法不予处罚"
    GRANT = "grant", "建议准予许可"
    DENY = "deny", "建议不予许可"
