"""Choices of complaints and reports (投诉举报的选项), with their Chinese labels."""

from __future__ import annotations

from django.db import models


class Kind(models.TextChoices):
    """What a material is (三类)."""

    REPORT = "report", "举报（反映违法线索）"
    CONSUMER = "consumer_complaint", "消费投诉（请求解决争议）"
    ENFORCEMENT = "law_enforcement_complaint", "对行政执法行为的投诉"


class Line(models.TextChoices):
    """Whose rules on time apply (条线)."""

    MARKET = "market", "市场监督管理"
    GENERAL = "general", "其他"


class Channel(models.TextChoices):
    """How it came (渠道)."""

    PLATFORM = "platform", "12315平台"
    HOTLINE = "hotline", "12345热线"
    WINDOW = "window", "窗口、来访"
    LETTER = "letter", "来信"
    PHONE = "phone", "电话"
    NET = "net", "网站、电子邮件"
    ENTERPRISE = "enterprise", "涉企行政执法诉求沟通机制"
    TRANSFERRED = "transferred", "其他机关移送"


class Refusal(models.TextChoices):
    """Why a complaint is not accepted (投诉举报办法第十五条)."""

    NOT_OURS = "1", "不属于职责或者没有处理权限"
    HANDLED = "2", "已经受理或者处理过同一争议"
    NO_CONSUMER = "3", "不是为生活消费需要，或者不能证明存在消费者权益争议"
    TOO_LATE = "4", "知道或者应当知道权益受侵害超过三年"
    NO_MATERIAL = "5", "没有提供应当提供的材料"
    OTHER = "6", "法律、法规、规章规定的其他情形"


class Ending(models.TextChoices):
    """Why mediation ends (投诉举报办法第二十一条第一款)."""

    WITHDRAWN = "1", "投诉人撤回投诉或者双方自行和解"
    LABORATORY = "2", "对技术机构或者费用无法协商一致"
    ABSENT = "3", "一方无正当理由不参加，或者被投诉人明确拒绝调解"
    NO_AGREEMENT = "4", "一方明确表示无法达成调解协议"
    TIME_UP = "5", "四十五个工作日内未能达成调解协议"
    NOT_TO_ACCEPT = "6", "受理后发现存在不予受理的情形"
    OTHER = "7", "其他应当终止调解的情形"


class Filing(models.TextChoices):
    """What became of a report (是否立案)."""

    FILED = "filed", "立案"
    NOT_FILED = "not_filed", "不予立案"


class Outcome(models.TextChoices):
    """How it ended (处理结果)."""

    FILED = "filed", "立案"
    NOT_FILED = "not_filed", "不予立案"
    MEDIATED = "mediated", "达成调解协议"
    ENDED = "mediation_terminated", "终止调解"
    TRANSFERRED = "transferred", "移送、告知向有权机关提出"
    NOT_ACCEPTED = "not_accepted", "不予受理"
    ANSWERED = "answered", "已答复"
