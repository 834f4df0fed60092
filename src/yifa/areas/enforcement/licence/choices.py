"""The choices of licences (选项)."""

from __future__ import annotations

from django.db import models


class Kind(models.TextChoices):
    """What is licensed (许可法12)."""

    GENERAL = "general", "普通"
    FRANCHISE = "franchise", "特许"
    QUALIFICATION = "qualification", "认可"
    APPROVAL = "approval", "核准"
    REGISTRATION = "registration", "登记"
    OTHER = "other", "其他"


class Channel(models.TextChoices):
    """How the application came in (许可法29③)."""

    WINDOW = "window", "窗口"
    ONLINE = "online", "网上"
    MAIL = "mail", "邮寄"


class Handling(models.TextChoices):
    """Who handles it (许可法26②、42②)."""

    SINGLE = "single", "本机关办理"
    UNIFIED = "unified", "统一办理"
    JOINT = "joint", "联合办理"
    CENTRAL = "central", "集中办理"


JOINTLY = (Handling.UNIFIED, Handling.JOINT, Handling.CENTRAL)
"""Handled with other departments: 45 working days instead of 20."""


class Level(models.TextChoices):
    """Whether a lower organ looks at it first (许可法35、43)."""

    OWN = "own", "本机关决定"
    LOWER = "lower", "本机关初审，报上级决定"
    UPPER = "upper", "下级已经初审"


class AcceptMode(models.TextChoices):
    """How the application came to be accepted."""

    ACCEPTED = "accepted", "受理"
    AT_ONCE = "at_once", "当场受理并决定"
    DEEMED = "deemed_accepted", "逾期未告知，自收到之日起受理"


class Special(models.TextChoices):
    """What does not count into the time for deciding (许可法45), besides the hearing."""

    TENDER = "tender", "招标"
    AUCTION = "auction", "拍卖"
    INSPECTION = "inspection", "检验"
    TESTING = "testing", "检测"
    QUARANTINE = "quarantine", "检疫"
    APPRAISAL = "appraisal", "鉴定"
    EXPERTS = "experts", "专家评审"


COMPETITIVE = (Special.TENDER, Special.AUCTION)
TECHNICAL = (Special.INSPECTION, Special.TESTING, Special.QUARANTINE)


class Outcome(models.TextChoices):
    """How an application ended (办理结果)."""

    GRANTED = "granted", "准予许可"
    DENIED = "denied", "不予许可"
    NOT_ACCEPTED = "not_accepted", "不予受理"
    NOT_REQUIRED = "not_required", "不需要取得许可"
    LAPSED = "supplement_lapsed", "逾期未补正，退回申请"
    WITHDRAWN = "withdrawn", "申请人撤回"
    REPORTED = "reported", "初审后报上级"


class Refusal(models.TextChoices):
    """Why an application is not accepted."""

    NOT_REQUIRED = "not_required", "依法不需要取得许可"
    NO_JURISDICTION = "no_jurisdiction", "不属于本机关职权范围"
    INCOMPLETE = "incomplete", "未按要求补正"
    FALSE = "false", "隐瞒有关情况或者提供虚假材料"
    BANNED = "banned", "在不得再次申请的期间内"


class Standing(models.TextChoices):
    """How a licence stands (许可证件状态)."""

    VALID = "valid", "有效"
    EXPIRED = "expired", "有效期届满未延续"
    WITHDRAWN = "withdrawn_public_interest", "已撤回"
    REVOKED = "revoked", "已撤销"
    CANCELLED = "cancelled", "已注销"


class ChangeKind(models.TextChoices):
    """What the holder asks for (许可法49、50)."""

    CHANGE = "change", "变更"
    RENEWAL = "renewal", "延续"


class ChangeOutcome(models.TextChoices):
    """How a change or a renewal ended."""

    GRANTED = "granted", "准予"
    DENIED = "denied", "不予"
    DEEMED = "deemed_renewed", "逾期未作决定，视为准予延续"
    NOT_ACCEPTED = "not_accepted", "不予受理"
    LAPSED = "supplement_lapsed", "逾期未补正，退回申请"
    WITHDRAWN = "withdrawn", "被许可人撤回"


class EndKind(models.TextChoices):
    """How a licence is brought to an end by the organ."""

    WITHDRAWAL = "withdrawal", "撤回"
    REVOCATION = "revocation", "撤销"
    CANCELLATION = "cancellation", "注销"


class EndGround(models.TextChoices):
    """Why (许可法8②、69、70)."""

    LAW_CHANGED = "law_changed", "依据的法律、法规、规章修改或者废止"
    FACTS_CHANGED = "facts_changed", "客观情况发生重大变化"
    ABUSE = "abuse", "工作人员滥用职权、玩忽职守"
    BEYOND_POWER = "beyond_power", "超越法定职权"
    PROCEDURE = "procedure", "违反法定程序"
    UNQUALIFIED = "unqualified", "申请人不具备资格或者不符合条件"
    OTHER_REVOCATION = "other_revocation", "依法可以撤销的其他情形"
    FRAUD = "fraud", "以欺骗、贿赂等不正当手段取得"
    EXPIRED = "expired", "有效期届满未延续"
    DEATH = "death", "赋予公民特定资格的许可，该公民死亡或者丧失行为能力"
    DISSOLVED = "dissolved", "法人、其他组织依法终止"
    ENDED = "revoked_or_withdrawn", "许可被撤销、撤回，或者证件被吊销"
    FORCE_MAJEURE = "force_majeure", "不可抗力致使许可事项无法实施"
    BY_LAW = "by_law", "法律、法规规定应当注销的其他情形"


GROUNDS: dict[str, tuple[str, ...]] = {
    EndKind.WITHDRAWAL: (EndGround.LAW_CHANGED, EndGround.FACTS_CHANGED),
    EndKind.REVOCATION: (
        EndGround.ABUSE, EndGround.BEYOND_POWER, EndGround.PROCEDURE, EndGround.UNQUALIFIED,
        EndGround.OTHER_REVOCATION, EndGround.FRAUD,
    ),
    EndKind.CANCELLATION: (
        EndGround.EXPIRED, EndGround.DEATH, EndGround.DISSOLVED, EndGround.ENDED, EndGround.FORCE_MAJEURE,
        EndGround.BY_LAW,
    ),
}  # fmt: skip
"""Which grounds belong to which way of ending a licence."""


class EndOutcome(models.TextChoices):
    """How the matter of ending a licence ended."""

    DONE = "done", "已决定"
    KEPT = "kept", "不予撤销、撤回"
