"""What can be chosen in a fair competition review."""

from __future__ import annotations

from django.db import models


class PolicyKind(models.TextChoices):
    """What kind of policy it is (政策措施): regulations, documents and concrete measures."""

    DECISION = "major_decision", "重大行政决策"
    DOCUMENT = "normative_document", "行政规范性文件"
    POLICY = "policy", "其他政策性文件"
    STANDARD = "standard", "标准、技术规范"
    AGREEMENT = "agreement", "与经营者签订的行政协议"
    MEMORANDUM = "memorandum", "与经营者签订的备忘录"
    CONTRACT = "contract", "政府合同"
    OTHER = "other", "其他具体政策措施"


class IssuerKind(models.TextChoices):
    """Who is to issue it, which decides who reviews it (条例 13, 14)."""

    DEPARTMENT = "department", "部门"
    JOINT = "joint", "多个部门联合"
    GOVERNMENT = "government", "县级以上人民政府"
    CONGRESS = "congress", "提请本级人大及其常委会审议"
    TOWNSHIP = "township", "乡镇（街道）"


class Conclusion(models.TextChoices):
    """What the review comes to."""

    NOT_APPLICABLE = "not_applicable", "不涉及经营者经济活动"
    CLEAR = "no_restriction", "没有排除、限制竞争，可以出台"
    EXEMPT = "restriction_exempt", "适用例外规定，可以出台"
    PROHIBITED = "restriction_prohibited", "违反审查标准，不得出台"


class Consultee(models.TextChoices):
    """Who was heard."""

    OPERATOR = "operator", "经营者"
    ASSOCIATION = "association", "行业协会商会"
    OTHER = "interested", "其他利害关系人"
    PUBLIC = "public", "社会公众"


class Result(models.TextChoices):
    """Whether the policy holds what a standard forbids."""

    NONE = "none", "不存在"
    FOUND = "found", "存在"
    LAWFUL = "lawful", "有法律、行政法规依据或者经国务院批准"


class Handling(models.TextChoices):
    """What was done with a report."""

    OPEN = "open", "正在处理"
    HANDLED = "handled", "已处理"
    FORWARDED = "forwarded", "已转送"


class CheckResult(models.TextChoices):
    """What a spot check found."""

    COMPLIANT = "compliant", "未发现问题"
    UNREVIEWED = "unreviewed", "未经公平竞争审查"
    VIOLATION = "violation", "违反审查标准"
    DEFECT = "defect", "审查程序不规范"
