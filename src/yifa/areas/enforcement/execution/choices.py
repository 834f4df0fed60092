"""Choices of execution (强制执行的选项), with their Chinese labels."""

from __future__ import annotations

from django.db import models


class Obligation(models.TextChoices):
    """What the party was told to do and did not do (义务)."""

    MONEY = "money", "金钱给付"
    REMOVAL = "removal", "拆除违法的建筑物、构筑物、设施"
    RESTORE = "restore", "排除妨碍、恢复原状"
    BUSINESS = "business", "停止生产经营、关闭"
    OTHER = "other", "其他义务"


class Remedy(models.TextChoices):
    """What the party undertook against the decision."""

    NONE = "none", "没有申请复议、没有起诉"
    REVIEW = "review", "申请行政复议"
    SUIT = "suit", "提起行政诉讼"


SOUGHT = (Remedy.REVIEW, Remedy.SUIT)


class RemedyResult(models.TextChoices):
    """How that ended."""

    UPHELD = "upheld", "维持、驳回"
    CHANGED = "changed", "变更"
    REVOKED = "revoked", "撤销、确认违法或者无效"
    WITHDRAWN = "withdrawn", "撤回申请、撤诉"
    REFUSED = "refused", "不予受理、驳回起诉"
    MEDIATED = "mediated", "调解结案"


UNDECIDED = (RemedyResult.WITHDRAWN, RemedyResult.REFUSED)
"""After these there is no judgment to execute: the decision itself is."""


class Method(models.TextChoices):
    """The ways of execution (强制法第十二条)."""

    SURCHARGE = "surcharge", "加处罚款、滞纳金"
    TRANSFER = "transfer", "划拨存款、汇款"
    AUCTION = "auction", "拍卖、依法处理查封扣押的财物"
    RESTORE = "restore", "排除妨碍、恢复原状"
    SUBSTITUTE = "substitute", "代履行"
    OTHER = "other", "其他强制执行方式"


OF_MONEY = (Method.TRANSFER, Method.AUCTION)


class StayGround(models.TextChoices):
    """Why execution stands still (强制法第三十九条第一款)."""

    UNABLE = "unable", "履行确有困难或者暂无履行能力"
    THIRD = "third", "第三人对执行标的主张权利，确有理由"
    LOSS = "loss", "可能造成难以弥补的损失，中止不损害公共利益"
    OTHER = "other", "需要中止的其他情形"


class EndGround(models.TextChoices):
    """Why execution is given up (强制法第四十条)."""

    DEATH = "death", "公民死亡，无遗产可供执行，又无义务承受人"
    DISSOLVED = "dissolved", "法人、其他组织终止，无财产可供执行，又无义务承受人"
    LOST = "lost", "执行标的灭失"
    REVOKED = "revoked", "据以执行的行政决定被撤销"
    OTHER = "other", "需要终结的其他情形"


class Adopted(models.TextChoices):
    """Whether what the party put forward was adopted (强制法第三十六条)."""

    ADOPTED = "adopted", "成立，采纳"
    PARTLY = "partly", "部分成立，部分采纳"
    REJECTED = "rejected", "不成立，不采纳"


class Refusal(models.TextChoices):
    """What a court found against an application (强制法第五十八条第一款、行诉解释第一百六十一条第一款)."""

    BODY = "body", "实施主体不具有行政主体资格"
    FACTS = "facts", "明显缺乏事实根据"
    LAW = "law", "明显缺乏法律、法规依据"
    OTHER = "other", "其他明显违法并损害被执行人合法权益"


class Executor(models.TextChoices):
    """Who carries out what the court permitted."""

    COURT = "court", "人民法院"
    GOVERNMENT = "government", "人民法院裁定、行政机关组织实施"


class Outcome(models.TextChoices):
    """How a case of execution ended (结果)."""

    PERFORMED = "performed", "当事人自行履行"
    AGREEMENT = "agreement", "履行执行协议"
    SELF = "self_enforced", "本机关强制执行完毕"
    PERMITTED = "court_permitted_executed", "法院准予执行，执行完毕"
    DENIED = "court_denied", "法院不受理、不准予执行"
    TERMINATED = "terminated", "终结执行"
    ABANDONED = "abandoned", "中止满三年，不再执行"
    LOST = "window_lost", "逾期丧失申请权"
    WITHDRAWN = "withdrawn", "撤回申请"
