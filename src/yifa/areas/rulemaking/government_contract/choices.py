"""Choices of government contracts (合同的选项), with their Chinese labels."""

from __future__ import annotations

from django.db import models


class AgreementKind(models.TextChoices):
    """The kinds of administrative agreement (协议规定第二条)."""

    FRANCHISE = "franchise", "政府特许经营协议"
    COMPENSATION = "compensation", "土地、房屋等征收征用补偿协议"
    RESOURCES = "resources", "国有自然资源使用权出让协议"
    HOUSING = "housing", "保障性住房租赁、买卖等协议"
    PARTNERSHIP = "partnership", "政府与社会资本合作协议"
    OTHER = "other", "其他行政协议"


class AmountKind(models.TextChoices):
    """How the amount is meant."""

    FIXED = "fixed", "固定价"
    CAP = "cap", "最高限额"
    ESTIMATED = "estimated", "估算"


class Flow(models.TextChoices):
    """Which way the money goes."""

    SPENDING = "spending", "本机关付款"
    INCOME = "income", "本机关收款"
    NONE = "none", "不涉及款项"


class Procurement(models.TextChoices):
    """How the other side was chosen (采购方式)."""

    NONE = "none", "不属于采购"
    OPEN = "open_tender", "公开招标"
    INVITED = "invited_tender", "邀请招标"
    NEGOTIATION = "negotiation", "竞争性谈判"
    CONSULTATION = "consultation", "竞争性磋商"
    SINGLE = "single_source", "单一来源"
    INQUIRY = "inquiry", "询价"
    FRAMEWORK = "framework", "框架协议采购"
    WORKS = "works_tender", "工程招标投标"
    BELOW = "below_limit", "限额以下自行采购"


PROCURED = (
    Procurement.OPEN, Procurement.INVITED, Procurement.NEGOTIATION, Procurement.CONSULTATION, Procurement.SINGLE,
    Procurement.INQUIRY, Procurement.FRAMEWORK,
)  # fmt: skip
"""Ways of buying under 政府采购法; works that are tendered follow 招标投标法 (政府采购法第四条)."""

TENDERED = (Procurement.OPEN, Procurement.INVITED, Procurement.WORKS)


class Capacity(models.TextChoices):
    """What the body that signs for the government is (签约主体)."""

    LEGAL_PERSON = "organ", "有独立经费的机关"
    STATUTORY = "statutory", "承担行政职能的法定机构"
    INTERNAL = "internal", "内设机构"
    TEMPORARY = "temporary", "临时机构、议事协调机构"


CAPABLE = (Capacity.LEGAL_PERSON, Capacity.STATUTORY)


class PartyKind(models.TextChoices):
    """Who the other side is."""

    LEGAL_PERSON = "legal_person", "法人"
    ORGANISATION = "organisation", "非法人组织"
    CITIZEN = "citizen", "自然人"


class Size(models.TextChoices):
    """The size of an enterprise when the contract was made (款项条例第三条第二款)."""

    SMALL_AND_MEDIUM = "sme", "中小企业"
    LARGE = "large", "大型企业"
    NONE = "none", "不是企业"


class Forum(models.TextChoices):
    """How disputes are to be settled (争议解决)."""

    COURT = "court", "人民法院"
    ARBITRATION = "arbitration", "仲裁"
    UNSAID = "none", "未约定"


class Venue(models.TextChoices):
    """Where the court agreed on lies: places with a real connection to the dispute (协议规定第七条)."""

    DEFENDANT = "defendant", "被告所在地"
    PLAINTIFF = "plaintiff", "原告所在地"
    PERFORMANCE = "performance", "履行地"
    CONCLUSION = "conclusion", "订立地"
    SUBJECT = "subject", "标的物所在地"
    OTHER = "other", "其他地点"


class Settlement(models.TextChoices):
    """From when a payment period runs (款项条例第九条、第十条)."""

    DELIVERY = "delivery", "自交付之日"
    ACCEPTANCE = "acceptance", "以检验、验收合格为条件"
    PROGRESS = "progress", "履行进度结算、定期结算"


class Exemption(models.TextChoices):
    """Contracts for which local rules ask no review (不适用合法性审查的情形)."""

    SMALL = "small_purchase", "小额货物、服务采购"
    LABOUR = "labour", "劳动合同"
    EMERGENCY = "emergency", "应急合同"


class Signing(models.TextChoices):
    """On what authority the signature rests."""

    REPRESENTATIVE = "representative", "法定代表人（主要负责人）"
    AUTHORISED = "authorised", "经书面授权的代理人"


class Change(models.TextChoices):
    """What is to become of a contract that is being performed."""

    AGREED = "agreed", "协商变更、补充协议"
    PROCUREMENT = "procurement", "追加采购"
    PUBLIC_INTEREST = "public_interest", "因国家利益、公共利益变更"
    TERMINATION = "termination", "协商解除"
    RIGHT = "right", "行使约定或者法定解除权"
    PUBLIC_TERMINATION = "public_termination", "因国家利益、公共利益解除"


ENDING = (Change.TERMINATION, Change.RIGHT, Change.PUBLIC_TERMINATION)
FOR_THE_PUBLIC = (Change.PUBLIC_INTEREST, Change.PUBLIC_TERMINATION)


class Outcome(models.TextChoices):
    """How a contract ended (终结方式)."""

    COMPLETED = "completed", "履行完毕"
    AGREED = "terminated_agreed", "协商解除"
    UNILATERAL = "terminated_unilateral", "单方解除"
    VOID = "void", "被确认无效、被撤销"


class DisputeKind(models.TextChoices):
    """How a dispute is carried on."""

    NEGOTIATION = "negotiation", "协商"
    MEDIATION = "mediation", "调解"
    LITIGATION = "litigation", "民事诉讼"
    ADMINISTRATIVE = "administrative", "行政诉讼"
    RECONSIDERATION = "reconsideration", "行政复议"
    ARBITRATION = "arbitration", "仲裁"


class Grade(models.TextChoices):
    """The closing evaluation (履约评价)."""

    GOOD = "good", "良好"
    FAIR = "fair", "一般"
    POOR = "poor", "较差"


class ObligationKind(models.TextChoices):
    """What a milestone is."""

    PAYMENT = "payment", "本机关付款"
    RECEIPT = "receipt", "对方付款"
    DELIVERY = "delivery", "对方交付、履行"
    OWN = "own", "本机关履行（非付款）"


class RiskLevel(models.TextChoices):
    """How grave a risk is."""

    HIGH = "high", "高"
    MEDIUM = "medium", "中"
    LOW = "low", "低"


class RiskTrigger(models.TextChoices):
    """What gave rise to a warning (预警情形)."""

    LATE_PAYMENT = "late_payment", "逾期付款"
    LATE_MILESTONE = "late_milestone", "节点滞后"
    DISTRUST = "distrust", "对方失信、丧失履行能力"
    POLICY = "policy", "法律、政策变化"
    CIRCUMSTANCES = "circumstances", "情势变化、不可抗力"
    CLAUSE = "clause", "合同条款缺陷"
    OTHER = "other", "其他"
