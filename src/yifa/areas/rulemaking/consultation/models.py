"""Opinions on drafts (意见): one row for each, with the answer to it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from yifa.kernel.models import Case
from yifa.kernel.registers.models import Entry, key_constraint, list_indexes
from yifa.office.personal import Mask, personal


class Source(models.TextChoices):
    """Who gave the opinion."""

    CITIZEN = "citizen", "公民"
    COMPANY = "company", "企业"
    ASSOCIATION = "association", "行业协会、商会"
    PEOPLE = "people", "人民团体、社会组织"
    DEPUTY = "deputy", "人大代表、政协委员"
    ORGANISATION = "organisation", "其他组织"


class Form(models.TextChoices):
    """In which way it was given (决策条例 14②)."""

    SOLICITED = "solicited", "公开征求意见"
    SEMINAR = "seminar", "座谈会"
    HEARING = "hearing", "听证会"
    VISIT = "visit", "实地走访"
    WRITTEN = "written", "书面征求意见"
    QUESTIONNAIRE = "questionnaire", "问卷调查"
    POLL = "poll", "民意调查"
    OTHER = "other", "其他方式"


class Adoption(models.TextChoices):
    """What became of it."""

    FULL = "full", "采纳"
    PARTIAL = "partial", "部分采纳"
    NONE = "none", "不采纳"


class Opinion(Entry):
    """One opinion on a draft (意见)."""

    case = models.ForeignKey(
        Case,
        models.PROTECT,
        verbose_name="事项",
        related_name="consultation_opinions",
        help_text="决策或者文件的编号、名称。",
    )
    seq = models.PositiveIntegerField("序号", help_text="同一事项内从1起，不重复。")
    received_on = models.DateField("收到日期", help_text="收到信件、邮件、留言或者当面提出的当天。")
    source = models.CharField("来源", max_length=16, choices=Source, help_text="提出意见的是谁。")
    name = personal(
        models.CharField("提出人", max_length=100, blank=True, help_text="姓名或者单位名称；匿名的留空。不公开。"),
        Mask.NAME,
        "提出意见的人",
    )
    contact = personal(
        models.CharField("联系方式", max_length=100, blank=True, help_text="用于反馈，不公开。"),
        Mask.PHONE,
        "提出意见的人的联系方式",
    )
    form = models.CharField("提出方式", max_length=16, choices=Form, help_text="在哪一种听取意见的方式中提出。")
    article = models.CharField("针对条款", max_length=60, blank=True, help_text="例如“第五条”；针对全文的留空。")
    content = models.TextField("意见内容", max_length=4000, help_text="照录原意，不删减。")
    adopt = models.CharField("采纳情况", max_length=8, choices=Adoption, blank=True, help_text="没有研究的留空。")
    reason = models.TextField("采纳情况说明", max_length=2000, blank=True, help_text="怎样采纳，或者不采纳的理由。")
    answered_on = models.DateField("研究答复日期", null=True, blank=True, help_text="填写采纳情况的当天。")
    answered_by = models.CharField(
        "研究答复人", max_length=50, blank=True, help_text="研究这条意见的工作人员或者科室。"
    )

    class Meta:
        verbose_name = "意见"
        verbose_name_plural = "意见"
        constraints: ClassVar = [key_constraint("case", "seq", name="opinion_seq")]
        indexes: ClassVar = [
            *list_indexes("received_on", "opinion"),
            models.Index(fields=["case", "seq"], name="opinion_by_case"),
        ]

    def __str__(self) -> str:
        return f"第{self.seq}条意见"
