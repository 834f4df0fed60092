"""The party of a case (当事人): who, by which number, how old, where to be reached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from yifa.areas.enforcement.bases import PENALTY
from yifa.areas.enforcement.common.identity import age_on, birth_of, validate_identity_number
from yifa.kernel.declare import Condition, Guard, computed
from yifa.kernel.derived import Derived
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.situation import Situation
from yifa.law import Basis
from yifa.office.codes import validate_credit_code
from yifa.office.personal import Mask, masked_name, personal

NAMED = PENALTY[59, 1].item(1).says("姓名或者名称")
MINORS = PENALTY[30].says("未成年人")


class PartyType(models.TextChoices):
    """What a party is."""

    NATURAL = "natural", "自然人"
    INDIVIDUAL = "individual_business", "个体工商户"
    LEGAL = "legal_person", "法人"
    OTHER = "other_org", "非法人组织"


ORGANISATIONS = (PartyType.INDIVIDUAL.value, PartyType.LEGAL.value, PartyType.OTHER.value)
"""Those whose name and credit code are public; what is said of “citizens” covers natural persons alone."""


CITIZENS = (PartyType.NATURAL.value, PartyType.INDIVIDUAL.value)
"""Those that amounts for citizens apply to (公民，含个体工商户), other than amounts for organisations."""


class IdType(models.TextChoices):
    """By which number a party is told apart."""

    CREDIT = "credit_code", "统一社会信用代码"
    CITIZEN = "id_card", "公民身份号码"
    PASSPORT = "passport", "护照"
    RESIDENCE = "residence", "港澳台居民居住证、通行证"
    OTHER = "other", "其他证件"


_TYPES, _IDS = tuple(PartyType.choices), tuple(IdType.choices)
_PUBLIC = ("party_type", ORGANISATIONS)
_BY_CODE = ("party_id_type", (IdType.CREDIT.value,))
_SEATED = ("party_type", (PartyType.LEGAL.value, PartyType.OTHER.value))
"""An individual business may be where its owner lives, so that its address is masked."""
CO_PARTIES = (
    RowColumn("name", "姓名或者名称", required=True, mask=Mask.NAME, public_if=_PUBLIC),
    RowColumn("party_type", "当事人类型", choices=_TYPES),
    RowColumn("id_type", "证件类型", choices=_IDS),
    RowColumn("id_no", "证件号码", mask=Mask.ID_NUMBER, public_if=("id_type", (IdType.CREDIT.value,))),
    RowColumn("birth_date", "出生日期", mask=Mask.ID_NUMBER, help="自然人填写，写成 2001-05-06 的形式。"),
    RowColumn("address", "住址、住所", mask=Mask.ADDRESS, public_if=_SEATED),
    RowColumn("phone", "电话", mask=Mask.PHONE),
    RowColumn("share", "责任", help="各自的违法行为和拟作的处罚；分别决定的，分案办理。"),
)


def public_name(record: Any) -> str:
    """The name as a public copy may have it: of a citizen the surname alone."""
    name = str(record.party_name)
    return masked_name(name) if name and record.party_type == PartyType.NATURAL else name


class PartyFields(models.Model):
    """The party of a case, and others with it (当事人、共同当事人)."""

    party_type = models.CharField("当事人类型", max_length=20, choices=PartyType, blank=True)
    party_name = personal(
        models.CharField("当事人", max_length=100, blank=True, help_text="自然人写姓名，单位写登记的全称。"),
        Mask.NAME, "自然人姓名", public_if=_PUBLIC,
    )  # fmt: skip
    party_id_type = models.CharField("证件类型", max_length=12, choices=IdType, blank=True)
    party_id_no = personal(
        models.CharField("证件号码", max_length=40, blank=True, help_text="统一社会信用代码、公民身份号码核对校验码。"),
        Mask.ID_NUMBER, "自然人证件号码", public_if=_BY_CODE,
    )  # fmt: skip
    party_birth_date = personal(
        models.DateField("出生日期", null=True, blank=True, help_text="自然人填写；有公民身份号码的自动核对。"),
        Mask.ID_NUMBER, "自然人出生日期",
    )  # fmt: skip
    party_representative = personal(
        models.CharField("法定代表人、负责人、经营者", max_length=50, blank=True, help_text="单位、个体工商户填写。"),
        Mask.NAME, "自然人姓名",
    )  # fmt: skip
    party_address = personal(models.CharField("住址、住所", max_length=200, blank=True), Mask.ADDRESS, "自然人住址")
    party_phone = personal(models.CharField("当事人电话", max_length=30, blank=True), Mask.PHONE, "自然人电话")
    service_address = personal(
        models.CharField("送达地址", max_length=200, blank=True, help_text="送达地址确认书写明的地址。"),
        Mask.ADDRESS, "自然人住址",
    )  # fmt: skip
    service_address_confirmed = models.BooleanField("已签送达地址确认书", default=False)
    co_parties = RowsField(
        "共同当事人", columns=CO_PARTIES, help_text="同一违法行为的其他当事人；分别处理的，分案办理。"
    )

    class Meta:
        abstract = True

    party_public_name = Derived("当事人（公开用）", public_name)

    @property
    def party_key(self) -> str:
        """What tells the party apart: its number, else its name."""
        return (self.party_id_no or self.party_name).strip()

    @property
    def is_citizen(self) -> bool:
        """Whether the party is a natural person."""
        return self.party_type == PartyType.NATURAL

    @property
    def party_birth(self) -> date | None:
        """The date of birth, given or from the identity number."""
        if self.party_birth_date is not None or self.party_id_type != IdType.CITIZEN:
            return self.party_birth_date
        return birth_of(self.party_id_no)

    def party_age(self, day: date) -> int | None:
        """Completed years of age on a day; None for organisations and where it is not known."""
        return age_on(self.party_birth, day) if self.is_citizen and self.party_birth is not None else None

    @property
    def party_line(self) -> str:
        """当事人：某公司，统一社会信用代码…，住所…，法定代表人… : the head of an instrument."""
        kind = dict(IdType.choices).get(self.party_id_type, "证件号码")
        number = f"{kind}{self.party_id_no}" if self.party_id_no else ""
        place = f"{'住' if self.is_citizen else '住所'}{self.party_address}" if self.party_address else ""
        head = f"法定代表人（负责人、经营者）{self.party_representative}" if self.party_representative else ""
        return f"当事人：{'，'.join(part for part in (self.party_name, number, place, head) if part)}。"

    @property
    def party_names(self) -> str:
        """The party and those with it."""
        return "、".join([self.party_name, *(str(row["name"]) for row in self.co_parties if row.get("name"))])


PARTY = ("party_type", "party_name", "party_id_type", "party_id_no", "party_address")
MORE = (
    "party_birth_date", "party_representative", "party_phone", "service_address", "service_address_confirmed",
    "co_parties",
)  # fmt: skip


def party_fields(model: type[PartyFields]) -> tuple[Any, ...]:
    """What a step needs of the party, as fields of a model."""
    return tuple(getattr(model, name) for name in PARTY)


def more_party_fields(model: type[PartyFields]) -> tuple[Any, ...]:
    """What a step may say more of the party."""
    return tuple(getattr(model, name) for name in MORE)


def number_fault(party_type: str, id_type: str, number: str) -> str | None:
    """What is wrong with the number of a party, in Chinese without repeating a citizen's number; None where nothing."""
    if not number:
        return None
    if party_type in (PartyType.LEGAL, PartyType.OTHER) and id_type == IdType.CITIZEN:
        return "当事人是单位，证件类型不能是公民身份号码"
    if party_type == PartyType.NATURAL and id_type == IdType.CREDIT:
        return "当事人是自然人，证件类型不能是统一社会信用代码；个体工商户的，当事人类型选个体工商户"
    check = {IdType.CREDIT.value: validate_credit_code, IdType.CITIZEN.value: validate_identity_number}.get(id_type)
    try:
        if check is not None:
            check(number)
    except ValidationError as error:
        return "；".join(error.messages).rstrip("。")
    return None


def _faults(record: Any, on: date) -> Iterator[str]:
    fault = number_fault(record.party_type, record.party_id_type, record.party_id_no)
    if fault:
        yield fault
    birth = record.party_birth_date
    if birth is not None and birth > on:
        yield f"出生日期{birth}晚于办理日期"
    if birth is not None and record.party_id_type == IdType.CITIZEN and not fault and record.party_id_no:
        told = birth_of(record.party_id_no)
        if told != birth:
            yield f"出生日期{birth}与公民身份号码中的{told}不一致"
    for number, row in enumerate(record.co_parties or [], 1):
        wrong = number_fault(row.get("party_type", ""), row.get("id_type", ""), row.get("id_no", "") or "")
        if wrong:
            yield f"共同当事人第{number}行：{wrong}"


def party_faults(situation: Situation) -> str | None:
    """What is wrong with the party as entered."""
    if situation.record.organ_id is None and situation.record.party_id_no == "（略）":
        return None  # a scenario that does not say who the party is
    return "；".join(_faults(situation.record, situation.on)) or None


def fit_party(basis: Basis = NAMED, *, when: Guard | None = None) -> Condition:
    """The number, its kind and the date of birth of the party and of those with it agree."""
    return computed(basis, "当事人的证件号码、类型和出生日期相符", party_faults, when=when)


def _age_known(situation: Situation) -> str | None:
    record = situation.record
    if not record.is_citizen or record.party_birth is not None:
        return None
    return "当事人是自然人，没有填写出生日期，不能判断是否未成年人"


def age_known(basis: Basis = MINORS, *, when: Guard | None = None) -> Condition:
    """Of a natural person it is known whether they are a minor."""
    return computed(basis, "自然人的出生日期已经查明", _age_known, when=when)
