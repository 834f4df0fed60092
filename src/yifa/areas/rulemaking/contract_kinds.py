"""What a contract is (合同种类): its nature in law and what it is about; contracts, disputes and model texts use it."""

from __future__ import annotations

from django.db import models


class Nature(models.TextChoices):
    """What a contract is in law: it decides on arbitration, courts and remedies."""

    CIVIL = "civil", "民事合同"
    AGREEMENT = "administrative_agreement", "行政协议"


class ContractType(models.TextChoices):
    """What a contract is about; a model text is looked for by it."""

    GOODS = "goods", "货物采购"
    WORKS = "works", "工程建设"
    SERVICES = "services", "服务采购"
    LEASE = "lease", "国有资产租赁、处置"
    INVESTMENT = "investment", "招商引资协议"
    MEMORANDUM = "memorandum", "合作协议、备忘录"
    RESOURCES = "resources", "自然资源出让"
    COMPENSATION = "compensation", "征收征用补偿"
    FRANCHISE = "franchise", "特许经营、合作经营"
    LABOUR = "labour", "劳动合同"
    OTHER = "other", "其他"


NO_PURCHASE = (
    ContractType.INVESTMENT, ContractType.MEMORANDUM, ContractType.RESOURCES, ContractType.COMPENSATION,
    ContractType.LABOUR,
)  # fmt: skip
"""What is paid under these buys no goods, works or services, so that the payment regulation does not apply (2)."""
