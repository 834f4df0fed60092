"""What can be chosen on a normative document."""

from __future__ import annotations

from django.db import models


class Purpose(models.TextChoices):
    """What the document is for."""

    NEW = "new", "制定"
    AMEND = "amend", "修改原文件"
    REPLACE = "replace", "重新制定，替代原文件"
    REPEAL = "repeal", "废止原文件"


class DocKind(models.TextChoices):
    """Kind of paper (文种), with the customary names of rules."""

    DECISION = "decision", "决定"
    ANNOUNCEMENT = "announcement", "公告"
    NOTICE_PUBLIC = "public_notice", "通告"
    OPINION = "opinion", "意见"
    NOTICE = "notice", "通知"
    MEASURES = "measures", "办法"
    PROVISIONS = "provisions", "规定"
    RULES = "detailed_rules", "细则"


class NotNormative(models.TextChoices):
    """Why a paper is no normative document."""

    INTERNAL = "internal", "内部工作制度"
    STAFFING = "staffing", "机构编制"
    PERSONNEL = "personnel", "人事任免"
    MINUTES = "minutes", "会议纪要"
    PLAN = "plan", "工作方案"
    REPORT = "report", "请示、报告"
    AWARD = "award", "表彰、奖惩"
    SECRET = "secret", "涉密文件"
    SPECIFIC = "specific", "对具体事项的处理"
    OTHER = "other", "其他不具备四项要件的公文"


class Exempt(models.TextChoices):
    """Why a draft is not laid open to the public."""

    SECRET = "secret", "依法需要保密"
    EMERGENCY = "emergency", "应对突发事件等紧急情况"
    ORDER = "order", "执行上级机关的紧急命令和决定"
    NO_RIGHTS = "no_rights", "不涉及个人、组织权利义务的重大调整"


class Meeting(models.TextChoices):
    """The meeting that decides."""

    STANDING = "standing", "政府常务会议"
    PLENARY = "plenary", "政府全体会议"
    OFFICE = "office", "部门办公会议"
    TOWNSHIP = "township", "乡镇人民政府、街道办事处会议"


class Effect(models.TextChoices):
    """From when the document has effect."""

    DATE = "date", "自指定日期起施行"
    PUBLICATION = "publication", "自公布之日起施行"


class Evaluation(models.TextChoices):
    """What the evaluation before expiry advises."""

    KEEP = "keep", "继续实施，延长有效期"
    AMEND = "amend", "修改后实施"
    EXPIRE = "expire", "期满失效"
    REPEAL = "repeal", "废止"


class Cleanup(models.TextChoices):
    """What a clean-up round concludes on a document."""

    KEEP = "keep", "继续有效"
    AMEND = "amend", "修改"
    REPEAL = "repeal", "废止"
    EXPIRE = "expire", "宣布失效"
    MERGE = "merge", "合并"


class HowEnded(models.TextChoices):
    """How a document lost its force."""

    EXPIRED = "expired", "有效期届满失效"
    REPEALED = "repealed", "废止"
    REPLACED = "replaced", "被新文件替代"
    INVALIDATED = "invalidated", "宣布失效"
    REVOKED = "revoked", "被有权机关撤销"
