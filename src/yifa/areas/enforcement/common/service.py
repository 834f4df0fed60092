"""Service of instruments (送达): every mode, what it asks for, and the day on which it takes effect.

行政处罚法 61 and 行政强制法 38 refer to 民事诉讼法 87—95. The legal date of a step of service is the day of the act
itself: of signing, of leaving it, the day of receipt on the return slip, the day the system shows it as sent, the day
of the last posting or printing of an announcement. Every mode but the announcement takes effect on that day.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, TypedDict

from django.db import models

from yifa.areas.enforcement.bases import PENALTY
from yifa.clock import Period, days
from yifa.kernel.declare import Condition, Step, computed, judged
from yifa.kernel.defaults import Defaults
from yifa.kernel.situation import Situation
from yifa.law import Basis, act
from yifa.office.personal import Mask, personal

DEFAULTS = Defaults.beside(__file__)
CIVIL = act("民事诉讼法")
CIVIL_RULES = act("最高人民法院关于适用《中华人民共和国民事诉讼法》的解释")

IN_SEVEN_DAYS = PENALTY[61, 1].says("七日内")
AGREED = PENALTY[61, 2].says("签订确认书")
ANNOUNCED = CIVIL[95, 1].says("经过三十日")
SHORTER_SINCE = date(2022, 1, 1)
"""From this day on an announcement takes 30 days instead of 60 (2021-12-24 修正)."""


class ServiceMode(models.TextChoices):
    """How an instrument is served."""

    HANDED = "handed", "宣告后当场交付"
    DIRECT = "direct", "直接送达"
    LEFT = "left", "留置送达"
    MAIL = "mail", "邮寄送达"
    ELECTRONIC = "electronic", "电子送达"
    ENTRUSTED = "entrust", "委托送达"
    MILITARY = "transfer_military", "转交送达（军人）"
    CUSTODY = "transfer_custody", "转交送达（被监禁、强制性教育）"
    ANNOUNCEMENT = "announcement", "公告送达"


class Receiver(models.TextChoices):
    """Who signed for it, which says whether signing counts."""

    SELF = "self", "本人"
    FAMILY = "family", "同住成年家属"
    HEAD = "head", "法定代表人、主要负责人、经营者"
    MAILROOM = "mailroom", "负责收件的人"
    AGENT = "agent", "代理人"
    NAMED = "named", "指定的代收人"


_OF_CITIZENS = (Receiver.SELF, Receiver.FAMILY, Receiver.AGENT, Receiver.NAMED)
_OF_OTHERS = (Receiver.HEAD, Receiver.MAILROOM, Receiver.AGENT, Receiver.NAMED)
_SIGNED = (
    ServiceMode.HANDED, ServiceMode.DIRECT, ServiceMode.ENTRUSTED, ServiceMode.MILITARY, ServiceMode.CUSTODY
)  # fmt: skip


class ServiceFields(models.Model):
    """The service of the instrument served last (最近一次送达); those before it stand in their events."""

    service_mode = models.CharField("送达方式", max_length=20, choices=ServiceMode, blank=True)
    service_receiver = models.CharField(
        "签收人身份", max_length=10, choices=Receiver, blank=True, help_text="当场交付、直接、委托、转交送达的填写。"
    )
    service_signer = personal(
        models.CharField("签收人", max_length=50, blank=True, help_text="送达回证上签名的人。"), Mask.NAME, "自然人姓名"
    )
    service_refusal = models.CharField("拒收事由", max_length=200, blank=True, help_text="留置送达的填写。")
    service_witness = personal(
        models.CharField("见证人", max_length=100, blank=True, help_text="基层组织或者所在单位的代表。"),
        Mask.NAME, "自然人姓名",
    )  # fmt: skip
    service_recording = models.CharField(
        "拍照、录像编号", max_length=100, blank=True, help_text="留置送达没有见证人的，用拍照、录像记录过程。"
    )
    service_mail_no = models.CharField("邮件号码", max_length=40, blank=True)
    service_consented_on = models.DateField(
        "电子送达确认书签订日", null=True, blank=True, help_text="当事人同意并签订确认书的日期。"
    )
    service_system = personal(
        models.CharField("接收系统、号码", max_length=100, blank=True, help_text="确认书写明的传真、邮箱、平台账号。"),
        Mask.TEXT, "自然人联系方式",
    )  # fmt: skip
    service_through = models.CharField(
        "受委托、转交单位", max_length=100, blank=True, help_text="委托、转交送达的填写。"
    )
    service_reason = models.TextField(
        "不能以其他方式送达的原因和经过", blank=True, help_text="邮寄、委托写明直接送达的困难；公告写明原因和经过。"
    )
    service_medium = models.CharField(
        "公告载体", max_length=200, blank=True, help_text="公告栏、住所地、报纸、网站；以最后张贴、刊登的日期办理。"
    )

    class Meta:
        abstract = True

    @property
    def service_text(self) -> str:
        """直接送达，由负责收件的人周某签收: for the record of service."""
        mode = dict(ServiceMode.choices).get(self.service_mode, "")
        who = dict(Receiver.choices).get(self.service_receiver, "")
        detail = {
            ServiceMode.LEFT.value: f"拒收事由：{self.service_refusal}",
            ServiceMode.MAIL.value: f"邮件号码{self.service_mail_no}",
            ServiceMode.ELECTRONIC.value: f"接收系统{self.service_system}",
            ServiceMode.ANNOUNCEMENT.value: f"公告载体：{self.service_medium}",
        }.get(self.service_mode, f"由{who}{self.service_signer}签收")
        through = f"经{self.service_through}，" if self.service_through and self.service_mode in _SIGNED else ""
        return f"{mode}，{through}{detail}" if mode else ""


def announcement_period(on: date) -> Period:
    """How long an announcement made on a day takes."""
    if on >= SHORTER_SINCE:
        return days(30, ANNOUNCED)
    return days(60, Basis(CIVIL))


def effective_day(mode: str, on: date, *, day_after: bool = False) -> date:
    """The day on which service takes effect; the day of the act for all modes but the announcement.

    The thirtieth day itself, without rolling over a holiday, unless the place counts the day after.
    """
    if mode != ServiceMode.ANNOUNCEMENT:
        return on
    return on + timedelta(announcement_period(on).amount + day_after)


def served_on(record: Any, on: date) -> date:
    """For `Step.sets`: the day on which the service recorded in this step takes effect."""
    organ = record.organ if record.organ_id is not None else None
    chosen = DEFAULTS if organ is None else DEFAULTS.at(organ.place.code)
    return effective_day(record.service_mode, on, day_after=chosen.flag("announcement_day_after"))


def _lacking(record: Any, on: date) -> str | None:
    """What a mode asks for and is not there."""
    mode = record.service_mode
    if mode in _SIGNED:
        return _unsigned(record)
    if mode == ServiceMode.LEFT:
        return _left_alone(record)
    if mode == ServiceMode.MAIL:
        return None if record.service_mail_no else "邮寄送达应当写明邮件号码，以回执注明的收件日期办理"
    return _not_agreed(record, on) if mode == ServiceMode.ELECTRONIC else _unannounced(record)


def _left_alone(record: Any) -> str | None:
    if not record.service_refusal:
        return "留置送达应当记明拒收事由"
    seen = record.service_witness or record.service_recording
    return None if seen else "留置送达应当有见证人，或者用拍照、录像等方式记录送达过程"


def _unannounced(record: Any) -> str | None:
    if not record.service_reason:
        return "公告送达应当记明原因和经过（下落不明，或者其他方式无法送达）"
    return None if record.service_medium else "公告送达应当写明公告载体"


def _unsigned(record: Any) -> str | None:
    label = ServiceMode(record.service_mode).label
    if not record.service_signer or not record.service_receiver:
        return f"{label}应当由受送达人签收，写明签收人和身份；拒收的，改为留置送达"
    citizen = getattr(record, "is_citizen", None)
    if citizen is True and record.service_receiver not in _OF_CITIZENS:
        return "受送达人是自然人，应当由本人、同住成年家属、代理人或者代收人签收"
    if citizen is False and record.service_receiver not in _OF_OTHERS:
        return "受送达人是单位，应当由法定代表人、负责人、负责收件的人、代理人或者代收人签收"
    handing_on = (ServiceMode.ENTRUSTED, ServiceMode.MILITARY, ServiceMode.CUSTODY)
    if record.service_mode in handing_on and not record.service_through:
        return f"{label}应当写明受委托、转交的单位"
    return None


def _not_agreed(record: Any, on: date) -> str | None:
    if record.service_consented_on is None or not record.service_system:
        return "电子送达应当经当事人同意并签订确认书，写明确认书签订日和接收系统；没有确认书的，改用其他方式"
    if record.service_consented_on > on:
        return f"电子送达确认书{record.service_consented_on}才签订，晚于送达日期{on}"
    return None


def _of(*modes: ServiceMode) -> Any:
    return lambda situation: situation.record.service_mode in modes


def _test(situation: Situation) -> str | None:
    return _lacking(situation.record, situation.on)


CONDITIONS: tuple[Condition, ...] = (
    computed(CIVIL[88, 1].says("直接送交"), "签收人有权签收，并已签收", _test, when=_of(*_SIGNED)),
    computed(CIVIL[89].says("拒收事由"), "拒收有见证或者录像", _test, when=_of(ServiceMode.LEFT)),
    computed(CIVIL[91].says("邮寄送达"), "邮寄有回执", _test, when=_of(ServiceMode.MAIL)),
    computed(AGREED, "电子送达有签订的确认书", _test, when=_of(ServiceMode.ELECTRONIC)),
    computed(CIVIL[95, 2].says("原因和经过"), "公告的原因和经过已经记明", _test, when=_of(ServiceMode.ANNOUNCEMENT)),
    judged(
        CIVIL[95, 1].says("其他方式无法送达"), "下落不明，或者已经尝试其他方式而无法送达",
        when=_of(ServiceMode.ANNOUNCEMENT),
    ),
)  # fmt: skip
"""What each mode asks for."""

FIELDS = (
    "service_receiver", "service_signer", "service_refusal", "service_witness", "service_recording", "service_mail_no",
    "service_consented_on", "service_system", "service_through", "service_reason", "service_medium",
)  # fmt: skip
HELP = (
    "按行为之日办理：签收、留置、回执收件、系统显示发送成功、最后张贴或者刊登之日。公告的，送达日为发出公告之日起"
    "第三十日（不顺延），由系统计算，其后的期限自送达日起算。"
)


class Serving(TypedDict):
    """What `serving` gives to a step."""

    needs: tuple[Any, ...]
    may: tuple[Any, ...]
    sets: tuple[tuple[Any, Any], ...]
    conditions: tuple[Condition, ...]
    help: str


def serving(
    model: type[ServiceFields], served: Any, *also: Condition, sets: tuple[tuple[Any, Any], ...] = ()
) -> Serving:
    """The parts of a step of service: fields, guards, and `served` set to the day on which it takes effect.

    `Step("送达决定书", PENALTY[61, 1], decided >> done, **serving(Case, Case.served_date))`
    """
    fields: Any = model
    return {
        "needs": (fields.service_mode,),
        "may": tuple(getattr(fields, name) for name in FIELDS),
        "sets": ((served, served_on), *sets),
        "conditions": (*CONDITIONS, *also),
        "help": HELP,
    }


def in_effect(situation: Situation, served: Any) -> bool:
    """Whether a service took effect by the day of the step under examination."""
    day = situation.value(served)
    return day is not None and bool(day <= situation.on)


def not_in_effect(served: Any, what: str) -> Any:
    """A test that refuses what presupposes service: None where it took effect by then, else the reason."""

    def test(situation: Situation) -> str | None:
        day = situation.value(served)
        if day is None:
            return f"{what}尚未送达"
        return f"{what}自{day}起才视为送达" if day > situation.on else None

    return test


def services(situation: Situation, *steps: Step) -> int:
    """How many services were recorded by these steps."""
    return len(situation.dates(*steps))
