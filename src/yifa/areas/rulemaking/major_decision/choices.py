"""What can be chosen in the course of a decision."""

from __future__ import annotations

from django.db import models


class Source(models.TextChoices):
    """Whose suggestion it was (决策条例 10)."""

    LEADER = "leader", "决策机关领导人员"
    DEPARTMENT = "dept", "所属部门或者下一级人民政府"
    DEPUTY = "deputy_or_member", "人大代表、政协委员"
    CITIZEN = "citizen", "公民、法人或者其他组织"


class Congress(models.TextChoices):
    """What the people's congress has to do with it (决策条例 8①)."""

    NONE = "none", "不属于"
    REPORT = "report", "应当在出台前报告"
    DISCUSS = "discuss", "属于讨论决定的重大事项"


class Way(models.TextChoices):
    """Ways of hearing the public other than a hearing or a public solicitation (14②)."""

    SEMINAR = "seminar", "座谈会"
    VISIT = "visit", "实地走访"
    WRITTEN = "written", "书面征求意见"
    QUESTIONNAIRE = "questionnaire", "问卷调查"
    POLL = "poll", "民意调查"
    OTHER = "other", "其他方式"


class UnitResult(models.TextChoices):
    """What came of consulting a unit (13)."""

    AGREED = "agreed", "同意"
    ADJUSTED = "adjusted", "修改后一致"
    DISAGREED = "disagreed", "不能取得一致"


class ExpertForm(models.TextChoices):
    """How experts were asked (20)."""

    MEETING = "meeting", "论证会"
    WRITTEN = "written", "书面咨询"
    ENTRUSTED = "entrusted", "委托咨询论证"


class YesNo(models.TextChoices):
    """A cell that must be answered."""

    YES = "yes", "是"
    NO = "no", "否"


class RiskLevel(models.TextChoices):
    """The level of risk that the report found."""

    LOW = "low", "低风险"
    MIDDLE = "middle", "中风险"
    HIGH = "high", "高风险"


class RiskResult(models.TextChoices):
    """Whether the risk is under control (24)."""

    CONTROLLABLE = "controllable", "可控"
    AFTER_ADJUSTMENT = "controllable_after_adjust", "调整草案等措施后可控"
    UNCONTROLLABLE = "uncontrollable", "不可控"


class Meeting(models.TextChoices):
    """What kind of meeting discussed it (30①)."""

    STANDING = "standing", "常务会议"
    PLENARY = "plenary", "全体会议"
    OFFICE = "office", "办公会议（部门、乡镇参照）"


class Majority(models.TextChoices):
    """What most of those at the meeting were for."""

    APPROVE = "approve", "同意"
    APPROVE_CHANGED = "approve_changed", "修改后同意"
    DEFER = "defer", "暂缓"
    REJECT = "reject", "不同意"


class Result(models.TextChoices):
    """How it came out."""

    APPROVED = "approved", "通过"
    APPROVED_CHANGED = "approved_with_changes", "修改后通过"
    DEFERRED = "deferred", "暂缓决定"
    REJECTED = "rejected", "不予通过"
    TERMINATED = "terminated", "终止程序"


ADOPTED = (Result.APPROVED, Result.APPROVED_CHANGED)


class Trouble(models.TextChoices):
    """What the executing unit reports (35①)."""

    PROBLEM = "problem", "发现决策存在问题"
    CHANGED = "changed", "客观情况发生重大变化"
    FORCE_MAJEURE = "force_majeure", "不可抗力等严重影响决策目标实现"


class EvaluationTrigger(models.TextChoices):
    """Why a decision is evaluated (36①)."""

    MISSED = "missed", "明显未达到预期效果"
    OPINIONS = "opinions", "公民、法人或者其他组织提出较多意见"
    NECESSARY = "necessary", "决策机关认为有必要"


class EvaluationAction(models.TextChoices):
    """What the evaluation advises (36④)."""

    CONTINUE = "continue", "继续执行"
    ADJUST = "adjust", "调整"
    SUSPEND = "suspend", "中止"
    STOP = "stop", "停止"


class Correction(models.TextChoices):
    """What the superior did (38①)."""

    ORDERED = "ordered", "责令改正"
    REVOKED = "revoked", "撤销"


class Liability(models.TextChoices):
    """Why somebody was held to account (38—41)."""

    PROCEDURE = "38-1", "决策机关违反规定（第三十八条第一款）"
    FAILURE = "38-2", "决策严重失误或者久拖不决（第三十八条第二款）"
    DRAFTER = "39", "承办单位未履行程序、失职渎职、弄虚作假（第三十九条）"
    EXECUTION = "40", "执行单位拒不执行、推诿、拖延、瞒报（第四十条）"
    EXPERT = "41", "专家、专业机构、社会组织违反规定（第四十一条）"
