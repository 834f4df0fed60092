"""What can be chosen in a legal review: acts, triggers, points, results."""

from __future__ import annotations

from django.db import models


class ActKind(models.TextChoices):
    """Which kind of enforcement is decided (118号文的执法类别)."""

    PENALTY = "penalty", "行政处罚"
    COERCION = "coercion", "行政强制"
    LICENCE = "licence", "行政许可"
    LEVY = "levy", "行政征收征用"
    INSPECTION = "inspection", "行政检查"
    OTHER = "other", "其他执法决定"


class Trigger(models.TextChoices):
    """Why it has to be reviewed (处罚法58①, 目录)."""

    PUBLIC = "public_interest", "涉及重大公共利益"
    HEARD = "heard", "直接关系重大权益，经过听证程序"
    COMPLEX = "complex", "案件情况疑难复杂、涉及多个法律关系"
    BY_LAW = "by_law", "法律、法规规定应当审核的其他情形"
    CATALOGUE = "catalogue", "列入重大执法决定法制审核目录"
    VOLUNTARY = "voluntary", "不属应当审核，承办机构主动送审"


class Point(models.TextChoices):
    """The nine points of the opinion (逐项意见)."""

    SUBJECT = "subject", "执法主体和人员资格"
    AUTHORITY = "authority", "职权范围"
    FACTS = "facts", "事实认定"
    EVIDENCE = "evidence", "证据"
    LAW = "law", "法律适用"
    DISCRETION = "discretion", "裁量"
    PROCEDURE = "procedure", "执法程序"
    DOCUMENT = "document", "执法文书"
    CRIME = "criminal_suspect", "是否涉嫌犯罪需要移送"


class Finding(models.TextChoices):
    """What the reviewer finds on a point."""

    OK = "ok", "没有问题"
    CHANGE = "change", "应当修改"
    FATAL = "fatal", "有严重问题"


class Result(models.TextChoices):
    """What the review comes to."""

    PASS = "pass", "审核通过"
    CHANGES = "pass_with_changes", "修改后通过"
    REJECT = "reject", "审核不通过"


class Presence(models.TextChoices):
    """Whether a material is there."""

    PRESENT = "present", "具备"
    MISSING = "missing", "缺少"
    NOT_APPLICABLE = "not_applicable", "不适用"


class Adopted(models.TextChoices):
    """What the undertaking unit did with the opinion."""

    FULL = "full", "采纳"
    PARTIAL = "partial", "部分采纳"
    NONE = "none", "没有修改意见"
