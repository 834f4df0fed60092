"""Choices of compulsory measures and of what is held (强制措施、涉案财物的选项), with their Chinese labels."""

from __future__ import annotations

from django.db import models


class MeasureType(models.TextChoices):
    """The kinds of measure (强制法第九条)."""

    SEAL = "seal", "查封场所、设施或者财物"
    SEIZE = "seize", "扣押财物"
    FREEZE = "freeze", "冻结存款、汇款"
    LIBERTY = "liberty", "限制公民人身自由"
    OTHER = "other", "其他行政强制措施"


HELD = (MeasureType.SEAL, MeasureType.SEIZE)
"""Measures over things, to which the second section of chapter three applies (强制法第二十二条至第二十八条)."""


class Purpose(models.TextChoices):
    """What a measure is taken for (强制法第二条第二款、第四十六条第二款)."""

    STOP = "stop", "制止违法行为"
    EVIDENCE = "evidence", "防止证据损毁"
    HARM = "harm", "避免危害发生"
    DANGER = "danger", "控制危险扩大"
    EXECUTION = "execution", "保障行政决定的执行"


class Scene(models.TextChoices):
    """Who signed the record of the scene (强制法第十八条第八项、第九项)."""

    SIGNED = "signed", "当事人到场并签名"
    REFUSED = "refused", "当事人到场，拒绝签名，已注明"
    ABSENT = "absent", "当事人不到场，由见证人签名"


class LiftGround(models.TextChoices):
    """Why a measure is lifted (强制法第二十八条第一款、第三十三条第一款)."""

    NO_VIOLATION = "no_violation", "当事人没有违法行为"
    UNRELATED = "unrelated", "财物、存款与违法行为无关"
    DECIDED = "decided", "已经作出处理决定，不再需要"
    EXPIRED = "expired", "期限已经届满"
    NOT_NEEDED = "not_needed", "其他不再需要的情形"
    NOT_APPROVED = "not_approved", "紧急实施后负责人认为不应当采取"


class Disposal(models.TextChoices):
    """How a measure ended (处理结果)."""

    CONFISCATED = "confiscated", "没收"
    DESTROYED = "destroyed", "销毁"
    RELEASED = "released", "解除并退还"
    PROCEEDS = "auctioned_proceeds_returned", "解除并退还变卖款"
    AUCTIONED = "auctioned", "依法拍卖抵缴罚款"
    CRIMINAL = "transferred_criminal", "随案移送司法机关"
    EXPIRED = "expired_released", "期满由金融机构解除"
    DEALT = "dealt_with", "已经作出处理决定，依法划拨"


DECIDED = (Disposal.CONFISCATED, Disposal.DESTROYED)
"""What a decision on the things themselves can be (强制法第二十七条)."""


class Holding(models.TextChoices):
    """Under what a thing is held (持有依据)."""

    SEAL = "seal", "查封"
    SEIZE = "seize", "扣押"
    PRESERVED = "preserved", "先行登记保存"
    SAMPLED = "sampled", "抽样取证"
    EVIDENCE = "evidence", "作为证据提取"
    CONFISCATED = "confiscated", "没收"


class Fate(models.TextChoices):
    """What became of a thing (财物去向)."""

    HELD = "held", "保管中"
    RETURNED = "returned", "已退还"
    PROCEEDS = "proceeds", "已变卖，退还价款"
    CONFISCATED = "confiscated", "已没收待处理"
    AUCTIONED = "auctioned", "已拍卖、变卖，价款上缴"
    DESTROYED = "destroyed", "已销毁"
    HANDED_OVER = "handed_over", "已移送司法机关"
    FILED = "filed", "作为证据随卷保存"
    LOST = "lost", "损毁、灭失"


DONE = tuple(fate for fate in Fate if fate != Fate.HELD)
"""Fates with which the custody of a thing is at an end."""
