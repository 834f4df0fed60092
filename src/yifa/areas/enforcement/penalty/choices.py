"""What a penalty case chooses from (选项): 行政处罚法 9, 30—33, 46, 57."""

from __future__ import annotations

from django.db import models

from yifa.areas.enforcement.bases import PENALTY as P
from yifa.law import Basis


class ClueSource(models.TextChoices):
    """Where a clue comes from."""

    INSPECTION = "inspection", "监督检查发现"
    COMPLAINT = "complaint", "投诉、举报"
    TRANSFERRED = "transferred", "其他机关移送"
    ASSIGNED = "assigned", "上级交办、指定管辖"
    JUDICIAL = "judicial", "司法机关移送"
    MONITORING = "monitoring", "电子技术监控"
    OTHER = "other", "其他"


class LimitationClass(models.TextChoices):
    """How long an act may be punished (处罚法 36)."""

    TWO_YEARS = "2y", "二年（一般）"
    FIVE_YEARS = "5y", "五年（涉及公民生命健康安全、金融安全且有危害后果）"
    SIX_MONTHS = "6m", "六个月（治安案件）"
    OTHER_LAW = "other_law", "法律另有规定"


class Harm(models.TextChoices):
    """What came of the act."""

    NONE = "none", "没有造成危害后果"
    SLIGHT = "slight", "危害后果轻微"
    REAL = "real", "有危害后果"


class Capacity(models.TextChoices):
    """Whether the party could understand and control the act (处罚法 31)."""

    FULL = "full", "能够辨认和控制"
    PARTIAL = "partial", "尚未完全丧失辨认或者控制能力"
    NONE = "none", "不能辨认或者不能控制"


class Circumstance(models.TextChoices):
    """What makes a penalty lighter or heavier."""

    MINOR_AGE = "30", "已满十四周岁不满十八周岁"
    PARTIAL_CAPACITY = "31", "尚未完全丧失辨认或者控制能力"
    UNDONE = "32-1", "主动消除或者减轻危害后果"
    COERCED = "32-2", "受他人胁迫或者诱骗"
    CONFESSED = "32-3", "主动供述尚未掌握的违法行为"
    MERIT = "32-4", "配合查处有立功表现"
    OTHER_LIGHTER = "32-5", "法律、法规、规章规定的其他从轻、减轻情形"
    EMERGENCY = "49", "突发事件期间违反应对措施"
    REPEATED = "repeated", "再次实施同类违法"
    REFUSED = "refused", "拒不改正、抗拒检查"
    HARMFUL = "harmful", "造成较重危害后果"
    OTHER_HEAVIER = "heavier", "裁量基准规定的其他从重情形"


MUST_LIGHTEN = (
    Circumstance.MINOR_AGE, Circumstance.UNDONE, Circumstance.COERCED, Circumstance.CONFESSED, Circumstance.MERIT,
    Circumstance.OTHER_LIGHTER,
)  # fmt: skip
MAY_LIGHTEN = (Circumstance.PARTIAL_CAPACITY,)
HEAVIER = (
    Circumstance.EMERGENCY, Circumstance.REPEATED, Circumstance.REFUSED, Circumstance.HARMFUL,
    Circumstance.OTHER_HEAVIER,
)  # fmt: skip
CIRCUMSTANCE_BASES: dict[str, Basis] = {
    Circumstance.MINOR_AGE: P[30].says("从轻或者减轻"),
    Circumstance.PARTIAL_CAPACITY: P[31].says("可以从轻或者减轻"),
    Circumstance.UNDONE: P[32].item(1),
    Circumstance.COERCED: P[32].item(2),
    Circumstance.CONFESSED: P[32].item(3),
    Circumstance.MERIT: P[32].item(4),
    Circumstance.OTHER_LIGHTER: P[32].item(5),
    Circumstance.EMERGENCY: P[49].says("快速、从重处罚"),
}


class PenaltyKind(models.TextChoices):
    """The kinds of penalties, from the lightest to the heaviest as they are counted (处罚法 9, 统计口径)."""

    WARNING = "warning", "警告"
    CRITICISM = "public_criticism", "通报批评"
    FINE = "fine", "罚款"
    GAINS = "confiscate_gains", "没收违法所得"
    PROPERTY = "confiscate_property", "没收非法财物"
    SUSPEND_PERMIT = "suspend_permit", "暂扣许可证件"
    DOWNGRADE = "downgrade_qualification", "降低资质等级"
    RESTRICT = "restrict_business", "限制开展生产经营活动"
    SUSPENSION = "order_suspension", "责令停产停业"
    CLOSURE = "order_closure", "责令关闭"
    EMPLOYMENT = "restrict_employment", "限制从业"
    REVOKE_PERMIT = "revoke_permit", "吊销许可证件"
    DETENTION = "detention", "行政拘留"
    OTHER = "other_by_law", "法律、行政法规规定的其他行政处罚"


_COUNTED_AS_OTHER = ("other_by_law",)
WEIGHTS = {kind.value: place for place, kind in enumerate(PenaltyKind) if kind.value not in _COUNTED_AS_OTHER}
"""How heavy each kind counts; a penalty of another law counts as the lightest beside any that is named."""

ALWAYS_HEARD = (
    PenaltyKind.DOWNGRADE, PenaltyKind.REVOKE_PERMIT, PenaltyKind.SUSPENSION, PenaltyKind.CLOSURE,
    PenaltyKind.EMPLOYMENT,
)  # fmt: skip
"""Kinds of which a hearing is told whatever the amount (处罚法 63①三、四)."""


TERMED = (
    PenaltyKind.PROPERTY, PenaltyKind.SUSPEND_PERMIT, PenaltyKind.DOWNGRADE, PenaltyKind.RESTRICT,
    PenaltyKind.SUSPENSION, PenaltyKind.CLOSURE, PenaltyKind.EMPLOYMENT, PenaltyKind.DETENTION, PenaltyKind.OTHER,
)  # fmt: skip
"""Kinds that say nothing without their content or time: how long, what, in which business."""


class DecisionType(models.TextChoices):
    """The four decisions (处罚法 57①), and how else a case ends."""

    PENALTY = "penalty", "给予行政处罚"
    NO_PENALTY = "no_penalty_minor", "不予行政处罚"
    NOT_ESTABLISHED = "no_penalty_not_established", "违法事实不能成立，不予行政处罚"
    CRIMINAL = "transfer_criminal", "涉嫌犯罪，移送司法机关"
    WITHDRAWN = "withdrawn_filing", "撤销立案"
    TERMINATED = "terminated", "终止"


class SpareGround(models.TextChoices):
    """Why no penalty is given (处罚法 30, 31, 33, 36)."""

    MINOR = "none_minor_corrected", "轻微并及时改正，没有危害后果（应当不罚）"
    FIRST = "none_first_offence", "初次违法、危害后果轻微并及时改正（可以不罚）"
    NO_FAULT = "none_no_fault", "有证据足以证明没有主观过错"
    UNDER_14 = "none_under14", "不满十四周岁"
    MENTAL = "none_mental", "不能辨认或者不能控制自己行为"
    TIME_BARRED = "none_time_barred", "超过处罚时效"


GROUND_BASES: dict[str, Basis] = {
    SpareGround.MINOR: P[33, 1].says("没有造成危害后果"),
    SpareGround.FIRST: P[33, 1].says("初次违法"),
    SpareGround.NO_FAULT: P[33, 2].says("没有主观过错"),
    SpareGround.UNDER_14: P[30].says("不满十四周岁"),
    SpareGround.MENTAL: P[31].says("不能辨认"),
    SpareGround.TIME_BARRED: P[36, 1].says("不再给予"),
}


class HearingOutcome(models.TextChoices):
    """What became of the hearing."""

    HELD = "held", "已经举行"
    WAIVED = "waived", "当事人明确放弃"
    ABSENT = "absent_terminated", "无正当理由缺席或者中途退出，终止"
    WITHDRAWN = "withdrawn", "撤回听证要求"
    NOT_REQUESTED = "not_requested", "期满没有要求"
    REFUSED = "refused", "不符合条件，不予组织"


class ReviewResult(models.TextChoices):
    """What legal review came to."""

    PASS = "pass", "审核通过"
    CHANGES = "pass_with_changes", "修改后通过"
    REJECT = "reject", "审核未通过"


class Conclusion(models.TextChoices):
    """What the heads of the organ concluded together (处罚法 57②)."""

    APPROVE = "approve", "同意"
    MODIFY = "modify", "调整处理意见"
    RETURN = "return", "退回补充调查"
    NO_PENALTY = "no_penalty", "不予行政处罚"
    TRANSFER = "transfer", "移送司法机关"


class Exclusion(models.TextChoices):
    """Why days do not count towards the case limit."""

    HEARING = "hearing", "听证"
    EXPERT = "expert", "鉴定、检测、检验"
    ANNOUNCEMENT = "announcement", "公告"
    SUSPENDED = "suspended", "中止"
    OTHER = "other", "其他"


class Performance(models.TextChoices):
    """What became of the decision."""

    PERFORMED = "performed", "当事人自行履行"
    PARTLY = "partly", "部分履行"
    ENFORCED = "enforced", "强制执行完毕"
    ENDED = "ended", "执行终结"
    NONE = "none", "没有可以执行的内容"


class Changed(models.TextChoices):
    """What a court, the reconsideration organ or the organ itself did to the decision (处罚法 48②)."""

    UPHELD = "upheld", "维持"
    CHANGED = "changed", "变更"
    REVOKED = "revoked", "撤销"
    ILLEGAL = "confirmed_illegal", "确认违法"
    VOID = "confirmed_void", "确认无效"
