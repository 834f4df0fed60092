"""Choices of supervision (行政执法监督的选项), with their Chinese labels."""

from __future__ import annotations

from django.db import models


class ClueSource(models.TextChoices):
    """Where a clue comes from (线索来源)."""

    HOTLINE = "hotline", "政务服务便民热线"
    ENTERPRISE = "enterprise", "涉企行政执法诉求沟通机制"
    COMPLAINT = "complaint", "投诉举报"
    MODEL = "model", "监督模型预警"
    DOSSIER = "dossier", "案卷评查"
    RECONSIDERATION = "reconsideration", "行政复议意见书、建议书"
    COURT = "court", "司法建议"
    PROCURATORATE = "procuratorate", "检察建议"
    DISCIPLINE = "discipline", "监察建议"
    CONGRESS = "congress", "人大代表建议、政协提案"
    SUPERIOR = "superior", "上级交办"
    PATROL = "patrol", "巡查、暗访"
    SELF = "self", "行政执法机关自查"
    MEDIA = "media", "新闻媒体"


class ActKind(models.TextChoices):
    """The kinds of enforcement (监督条例第十一条第一款)."""

    PENALTY = "penalty", "行政处罚"
    LICENCE = "licence", "行政许可"
    COERCION = "coercion", "行政强制"
    INSPECTION = "inspection", "行政检查"
    LEVY = "levy", "行政征收征用"
    BENEFIT = "benefit", "行政给付"
    SYSTEM = "system", "执法制度落实"
    OTHER = "other", "其他"


class Problem(models.TextChoices):
    """What is complained of (监督条例第十一条第二款、第十二条)."""

    STANDING = "standing", "主体、人员资格"
    PROCEDURE = "procedure", "执法程序"
    DECISION = "decision", "决定违法或者明显不当"
    OMISSION = "omission", "不作为、乱作为"
    MANNER = "manner", "执法不文明"
    EQUIPMENT = "equipment", "证件、标志、装备、着装"
    SYSTEM = "system", "执法制度不落实"
    OTHER = "other", "其他"


class Relation(models.TextChoices):
    """How the supervised organ stands to the government (被监督机关)."""

    DEPARTMENT = "department", "本级政府所属部门"
    DISPATCHED = "dispatched", "派出机关"
    LOWER = "lower", "下级人民政府"
    AUTHORISED = "authorised", "法律法规授权的组织"
    VERTICAL = "vertical", "垂直管理或者以上级部门领导为主的机关"


class Dispute(models.TextChoices):
    """How far a dispute over the act has gone (争议状态)."""

    NONE = "none", "没有争议"
    OPEN = "open", "可以申请复议、提起诉讼"
    RECONSIDERATION = "reconsideration", "已进入行政复议"
    SUIT = "suit", "已进入行政诉讼"
    OVER = "over", "复议、诉讼已经终结或者期限已过"


PENDING = (Dispute.RECONSIDERATION, Dispute.SUIT)
"""In these the supervision body does not supervise beside the other (监督条例第三十三条第三款)."""


class Track(models.TextChoices):
    """How a clue is worked on (线索分类); the regulation leaves it to the supervision body."""

    GENERAL = "general", "一般"
    SIMPLE = "simple", "简易"
    WARNING = "warning", "预警"


class Manner(models.TextChoices):
    """The manner of supervision (监督条例第十四条)."""

    DAILY = "daily", "日常监督"
    KEY = "key", "重点监督"
    SPECIAL = "special", "专项监督"


class Initiator(models.TextChoices):
    """Who started a special supervision (专项监督的发起机关)."""

    OWN = "own", "本机构"
    PROVINCE = "province", "省级行政执法监督机构"
    NATIONAL = "national", "国务院行政执法监督机构"


class Measure(models.TextChoices):
    """The measures of 监督条例第二十二条 that have no instrument of their own."""

    EXPLAIN = "explain", "自查、说明情况"
    INSPECT = "inspect", "检查、访谈、暗访"
    HEAR = "hear", "座谈、听证、统计、评估"
    OTHER = "other", "其他必要的措施"


class Finding(models.TextChoices):
    """What was found (查明的情况)."""

    NONE = "none", "没有发现问题"
    OMITTED = "omitted", "应当履行而未履行职责"
    UNLAWFUL = "unlawful", "违法"
    IMPROPER = "improper", "明显不当"


class Term(models.TextChoices):
    """How a paper states the time to answer (报送期限的写法)."""

    DAYS = "days", "送达之日起若干日"
    WORKING_DAYS = "working_days", "送达之日起若干个工作日"
    DATE = "date", "至载明的日期"


class PaperKind(models.TextChoices):
    """The papers that an organ must answer (监督文书)."""

    URGE = "urge", "行政执法监督督办函"
    OPINION = "opinion", "行政执法监督意见书"
    DECISION = "decision", "行政执法监督决定书"


class Checked(models.TextChoices):
    """What the check of a correction came to (核查结果)."""

    CORRECTED = "corrected", "已纠正"
    PARTLY = "partly", "部分纠正"
    NOT = "not", "未纠正"


class Objection(models.TextChoices):
    """How an objection was dealt with (异议处理)."""

    UPHELD = "upheld", "异议成立，撤回文书"
    PARTLY = "partly", "部分成立，变更要求"
    REJECTED = "rejected", "异议不成立，维持"


class Ruling(models.TextChoices):
    """What the government decided on the proposal (本级政府的决定)."""

    CORRECT = "correct", "决定纠正"
    NOT_NEEDED = "not_needed", "不需要制发决定书"


class Scope(models.TextChoices):
    """How far a circular goes (通报范围)."""

    INTERNAL = "internal", "一定范围内通报"
    PUBLIC = "public", "向社会公布"


class StaffMeasure(models.TextChoices):
    """What is suggested for a member of staff (监督条例第三十二条)."""

    CRITICISM = "criticism", "批评教育"
    TRAINING = "training", "离岗教育"
    TRANSFER = "transfer", "调离执法岗位"
    REVOKE = "revoke", "取消执法资格"


class Outcome(models.TextChoices):
    """How a case ends (监督结果)."""

    NO_PROBLEM = "no_problem", "没有发现问题"
    ON_SPOT = "corrected_on_spot", "当场纠正"
    AFTER_WARNING = "answered_warning", "预警后自行规范"
    AFTER_URGING = "corrected_after_urge", "督办后纠正"
    AFTER_OPINION = "corrected_after_opinion", "意见书发出后纠正"
    BY_GOVERNMENT = "gov_decision_corrected", "政府决定后纠正"
    OBJECTION = "objection_upheld", "异议成立"
    DISCIPLINE = "transferred_discipline", "移送监察机关"
    REMEDY = "guided_to_remedy", "进入复议、诉讼"
    SUPERIOR = "told_superior", "告知上一级主管部门"
    DECLINED = "gov_declined", "本级政府决定不制发决定书"


CORRECTED = (Outcome.ON_SPOT, Outcome.AFTER_WARNING, Outcome.AFTER_URGING, Outcome.AFTER_OPINION, Outcome.BY_GOVERNMENT)
"""Ends in which something was put right."""
