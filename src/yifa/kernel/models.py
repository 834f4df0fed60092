"""The rows that every procedure shares (共用表): cases, events, clocks, links, proposals, papers, public copies.

Only `yifa.kernel.engine` writes cases, events and clocks. Events are append-only: database triggers refuse any UPDATE
or DELETE (migration 0002), and each carries the digest of the one before it.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from yifa.kernel import clocks
from yifa.kernel.declare import PROCEDURES, Limit, Procedure, Step
from yifa.kernel.veils import Veil
from yifa.office.models import Organ, Person
from yifa.office.roles import Role
from yifa.office.scope import Scope, ScopedManager


class OfCase(models.Model):
    """A row that belongs to a case and is seen by whoever sees the case."""

    objects = ScopedManager()

    class Meta:
        abstract = True

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """The scope of its case."""
        return Q(case__organ_id__in=scope.organs)


class Secrecy(models.TextChoices):
    """How far a case may be known (密级), 保守国家秘密法."""

    OPEN = "open", "非涉密"
    INTERNAL = "internal", "内部"
    SECRET = "secret", "涉密（不得录入本系统）"


class Case(models.Model):
    """One case of one procedure (案件); the fields of the procedure stand in a child row."""

    procedure = models.CharField("程序", max_length=60)
    version = models.DateField("适用版本", help_text="所适用的程序规则自哪一日起施行。")
    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name="办理机关", related_name="+")
    counterpart = models.ForeignKey(
        Organ, models.PROTECT, verbose_name="对方机关", related_name="+", null=True, blank=True
    )
    handler = models.ForeignKey(Person, models.PROTECT, verbose_name="承办人", related_name="+", null=True, blank=True)
    number = models.CharField("案号", max_length=60, blank=True)
    title = models.CharField("案件名称", max_length=200, blank=True)
    stage = models.CharField("阶段", max_length=60)
    opened_on = models.DateField("立案日期")
    closed_on = models.DateField("办结日期", null=True, blank=True)
    secrecy = models.CharField("密级", max_length=10, choices=Secrecy, default=Secrecy.OPEN)
    imported = models.BooleanField("历史导入", default=False)
    length = models.PositiveIntegerField("事件数", default=0)
    head = models.CharField("链头摘要", max_length=64, blank=True)

    confided_to: ClassVar[tuple[Role, ...]] = ()
    """Who may open every such case at its organ where not everybody there may (保密案件); blank: no limit.

    Beside them it is opened by those who work on it: its handler and whom the circle of the case names
    (`kernel.circle`).
    """
    veils: ClassVar[tuple[Veil, ...]] = ()
    """What one person brought and others do not see yet (互不可见)."""

    objects = ScopedManager()

    class Meta:
        verbose_name = "案件"
        verbose_name_plural = "案件"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organ", "procedure", "number"], condition=~Q(number=""), name="case_number"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organ", "-opened_on", "-id"], name="case_by_organ"),
            models.Index(fields=["procedure", "organ", "-opened_on", "-id"], name="case_by_procedure"),
            models.Index(fields=["organ", "stage", "-opened_on", "-id"], name="case_by_organ_stage"),
            models.Index(fields=["counterpart", "-opened_on", "-id"], name="case_by_counterpart"),
            models.Index(fields=["-opened_on", "-id"], name="case_by_date"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """A case belongs to the organ that handles it; the other side has a case of its own, linked to it."""
        return Q(organ_id__in=scope.organs)

    @property
    def declaration(self) -> type[Procedure]:
        """The version of the procedure that governs this case."""
        return PROCEDURES.version(self.procedure, self.version)

    @property
    def record(self) -> Any:
        """The child row with the fields of the procedure."""
        model = self.declaration.model
        return self if isinstance(self, model) else model._base_manager.get(pk=self.pk)

    @property
    def stage_label(self) -> str:
        """The Chinese name of its stage."""
        return self.declaration.stage(self.stage).label


class EventKind(models.TextChoices):
    """What kind of entry an event is."""

    STEP = "step", "环节"
    AMENDMENT = "amendment", "更正登记"
    CORRECTION = "correction", "撤销登记"
    VERSION = "version", "转适用"
    ASSIGNMENT = "assignment", "承办人变更"
    CIRCLE = "circle", "知悉范围变更"
    SIGNATURE = "signature", "审批"
    SERVICE = "service", "送达"
    MATERIAL = "material", "收到材料"
    RECKONING = "reckoning", "期限重算"
    PUBLICATION = "publication", "公开"


class Event(OfCase):
    """One entry of a case's trail (事件), chained to the one before by its digest; never changed, never deleted."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="events", verbose_name="案件")
    seq = models.PositiveIntegerField("序号")
    kind = models.CharField("种类", max_length=12, choices=EventKind)
    step = models.CharField("环节", max_length=60, blank=True)
    on = models.DateField("办理日期", help_text="法律意义上的日期，与录入时间分开。")
    at = models.DateTimeField("录入时间")
    actor = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True, verbose_name="经办人")
    voids = models.ForeignKey("self", models.PROTECT, related_name="voided_by", null=True, verbose_name="所撤销的事件")
    data = models.JSONField("内容", default=dict)
    imported = models.BooleanField("历史导入", default=False)
    algorithm = models.CharField("摘要算法", max_length=10)
    previous = models.CharField("前一摘要", max_length=64, blank=True)
    digest = models.CharField("摘要", max_length=64)

    class Meta:
        verbose_name = "事件"
        verbose_name_plural = "事件"
        ordering: ClassVar = ["case_id", "seq"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["case", "seq"], name="event_order")]
        indexes: ClassVar = [
            models.Index(fields=["step", "on", "case"], name="event_by_step"),
            models.Index(fields=["at"], name="event_by_entry"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}#{self.seq} {self.step or self.kind} {self.on}"


class Clock(OfCase):
    """One run of one limit on one case as last computed (期限), with the explanation of its dates."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="clocks", verbose_name="案件")
    limit = models.CharField("期限", max_length=60)
    run = models.PositiveSmallIntegerField("第几次")
    bound = models.CharField("义务人", max_length=20, choices=Role)
    promised = models.BooleanField("承诺时限", default=False)
    since = models.DateField("起算事由日")
    strict = models.DateField("届满日（不顺延）", null=True)
    rolled = models.DateField("届满日（顺延）", null=True)
    due = models.DateField("判定日", null=True)
    warn_on = models.DateField("预警日", null=True)
    provisional = models.BooleanField("暂定", default=False)
    left = models.PositiveSmallIntegerField("中止时所余", null=True)
    state = models.CharField("状态", max_length=10, choices=[(s.value, clocks.LABELS[s]) for s in clocks.State])
    ended_on = models.DateField("完成日", null=True)
    trace = models.JSONField("计算过程", default=list)

    class Meta:
        verbose_name = "期限"
        verbose_name_plural = "期限"
        constraints: ClassVar = [models.UniqueConstraint(fields=["case", "limit", "run"], name="clock_run")]
        indexes: ClassVar = [
            models.Index(fields=["state", "due", "case"], name="clock_board"),
            models.Index(fields=["limit", "state", "ended_on"], name="clock_by_limit"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.limit} {self.due}"

    @property
    def declaration(self) -> Limit:
        """The limit that it is a run of."""
        return self.case.declaration.limit(self.limit)


class Link(models.Model):
    """A tie between two cases (关联): reply to reconsideration, defence to penalty, merged and split cases."""

    source = models.ForeignKey(Case, models.PROTECT, related_name="links_out", verbose_name="本案")
    target = models.ForeignKey(Case, models.PROTECT, related_name="links_in", verbose_name="关联案件")
    kind = models.CharField("关系", max_length=60)
    on = models.DateField("关联日期")

    objects = ScopedManager()

    class Meta:
        verbose_name = "关联"
        verbose_name_plural = "关联"
        constraints: ClassVar = [models.UniqueConstraint(fields=["source", "target", "kind"], name="link_once")]

    def __str__(self) -> str:
        return f"{self.source_id} → {self.target_id} {self.kind}"

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """A tie is seen from either end."""
        return Q(source__organ_id__in=scope.organs) | Q(target__organ_id__in=scope.organs)


class ProposalState(models.TextChoices):
    """How a proposal stands."""

    OPEN = "open", "审批中"
    DONE = "done", "已办理"
    RETURNED = "returned", "已退回"
    WITHDRAWN = "withdrawn", "已取回"


class Proposal(OfCase):
    """A step that waits for signatures (报批): everything it brings is kept until the last one signs."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="proposals", verbose_name="案件")
    step = models.CharField("环节", max_length=60)
    on = models.DateField("拟办日期")
    payload = models.JSONField("拟办内容", default=dict)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="报批人")
    at = models.DateTimeField("报批时间")
    state = models.CharField("状态", max_length=10, choices=ProposalState, default=ProposalState.OPEN)

    class Meta:
        verbose_name = "报批"
        verbose_name_plural = "报批"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "step"], condition=Q(state="open"), name="one_open_proposal")
        ]
        indexes: ClassVar = [models.Index(fields=["state", "by"], name="proposal_open")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.step} {self.state}"

    @property
    def declared(self) -> Step:
        """The step that is proposed."""
        return self.case.declaration.step(self.step)


class Verdict(models.TextChoices):
    """What a signer said."""

    PENDING = "pending", "待审批"
    AGREED = "agreed", "同意"
    RETURNED = "returned", "退回"


class Signature(models.Model):
    """One signature on a proposal (会签、审批)."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="signatures", verbose_name="报批")
    place = models.PositiveSmallIntegerField("次序")
    role = models.CharField("审批岗位", max_length=20, choices=Role)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True, verbose_name="审批人")
    verdict = models.CharField("意见", max_length=10, choices=Verdict, default=Verdict.PENDING)
    opinion = models.TextField("审批意见", blank=True)
    at = models.DateTimeField("审批时间", null=True)

    objects = ScopedManager()

    class Meta:
        verbose_name = "审批"
        verbose_name_plural = "审批"
        ordering: ClassVar = ["proposal_id", "place"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["proposal", "place"], name="signature_place")]

    def __str__(self) -> str:
        return f"{self.proposal_id}#{self.place} {self.verdict}"

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """The scope of the case it is about."""
        return Q(proposal__case__organ_id__in=scope.organs)


class Paper(OfCase):
    """An instrument that was issued, or a document that was filed, on a case (文书、材料)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="papers", verbose_name="案件")
    event = models.ForeignKey(Event, models.PROTECT, related_name="papers", null=True, verbose_name="事件")
    title = models.CharField("名称", max_length=200)
    number = models.CharField("文号", max_length=60, blank=True)
    issued_on = models.DateField("日期")
    issued = models.BooleanField("本机关制作", default=True)
    name = models.CharField("文件名", max_length=200)
    digest = models.CharField("文件摘要", max_length=64)
    size = models.PositiveBigIntegerField("字节数")

    class Meta:
        verbose_name = "文书"
        verbose_name_plural = "文书"
        ordering: ClassVar = ["case_id", "issued_on", "id"]

    def __str__(self) -> str:
        return f"{self.title} {self.number}".strip()


class Published(OfCase):
    """A public copy (公开副本): masked, made of named fields only; taken back with a reason, never altered."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="published", verbose_name="案件")
    publication = models.CharField("公开事项", max_length=60)
    on = models.DateField("公开日期")
    at = models.DateTimeField("录入时间")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="公开人")
    content = models.JSONField("公开内容", default=list)
    digest = models.CharField("摘要", max_length=64)
    withdrawn_on = models.DateField("撤回日期", null=True, blank=True)
    withdrawn_why = models.TextField("撤回理由", blank=True)

    class Meta:
        verbose_name = "公开副本"
        verbose_name_plural = "公开副本"
        indexes: ClassVar = [models.Index(fields=["publication", "-on"], name="published_by_date")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.publication} {self.on}"


class FrozenFigure(models.Model):
    """A figure as it stood when it was frozen (冻结的数字): value, records and the declaration it came from."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="机关")
    code = models.CharField("代码", max_length=120)
    label = models.CharField("名称", max_length=200)
    unit = models.CharField("单位", max_length=20, blank=True)
    since = models.DateField("期间起")
    until = models.DateField("期间止")
    value = models.DecimalField("数值", max_digits=20, decimal_places=4, null=True)
    numerator = models.DecimalField("分子", max_digits=20, decimal_places=4, null=True)
    denominator = models.DecimalField("分母", max_digits=20, decimal_places=4, null=True)
    rows = models.JSONField("所计记录", default=list)
    denominator_rows = models.JSONField("分母记录", default=list)
    digest = models.CharField("记录摘要", max_length=64)
    declaration = models.CharField("口径版本", max_length=64)
    at = models.DateTimeField("冻结时间")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True, verbose_name="冻结人")

    objects = ScopedManager()

    class Meta:
        verbose_name = "冻结数字"
        verbose_name_plural = "冻结数字"
        indexes: ClassVar = [models.Index(fields=["organ", "code", "since", "-at"], name="frozen_by_code")]

    def __str__(self) -> str:
        return f"{self.label} {self.value}{self.unit}"

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """A frozen figure belongs to the organ that froze it."""
        return Q(organ_id__in=scope.organs)
