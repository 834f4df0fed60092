"""Parts of penalty cases that go another way: no penalty, other modes of service, other organs, and irregular ones."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from yifa.demo.drive import Waits
from yifa.demo.parts import penalty_services as services
from yifa.demo.stories import penalties_parts as p
from yifa.demo.stories.penalties_parts import PenaltyTold


def _elements(*names: str) -> list[dict[str, str]]:
    return [{"element": name, "met": "yes", "evidence": "现场复查照片"} for name in names]


def _sparing(told: PenaltyTold, fields: dict[str, Any]) -> Waits:
    act = told.act
    told.take("conclude", {"decision_type": "no_penalty_minor", "violated_provisions": act.violated, **fields})
    yield told.workdays(2, 3)
    told.take("spare")
    yield told.workdays(1, 2)
    told.take("serve", told.signed)
    told.take("educate", {"education_record": "当面讲解有关规定，发放宣传材料，当事人表示接受。"})
    yield from p.closed(told)


def spared_minor(told: PenaltyTold) -> Waits:
    """Slight, mended at once, no harm: it must not be punished."""
    elements = _elements("轻微", "及时改正", "没有造成危害后果")
    yield from _sparing(told, {"harm": "none", "spare_ground": "none_minor_corrected", "spare_elements": elements})


def spared_first(told: PenaltyTold) -> Waits:
    """A first offence on the list."""
    elements = _elements("初次违法", "危害后果轻微", "及时改正")
    yield from _sparing(told, {"harm": "slight", "spare_ground": "none_first_offence", "spare_elements": elements})


def spared_no_fault(told: PenaltyTold) -> Waits:
    """The party proves that it was not at fault."""
    proof = "供货商资质、检验报告和进货票据齐全，标签由生产企业印制，当事人不知情"
    yield from _sparing(told, {"harm": "none", "spare_ground": "none_no_fault", "no_fault_evidence": proof})


def unfounded(told: PenaltyTold) -> Waits:
    """Nothing unlawful was found after all."""
    told.take("conclude", {
        "decision_type": "no_penalty_not_established", "violated_provisions": told.act.violated, "harm": "none",
    })  # fmt: skip
    yield told.workdays(2, 3)
    told.take("spare")
    yield told.workdays(1, 2)
    told.take("serve", told.signed)
    yield from p.closed(told)


def not_filed(told: PenaltyTold) -> Waits:
    """The clue comes to nothing."""
    told.take("verify_clue", {"officers": told.officers}, found="经核查，举报的情况不属实。")
    yield told.workdays(1, 2)
    told.take("refuse_filing", why="没有违法事实，不符合立案标准。")


def handed_over(told: PenaltyTold) -> Waits:
    """The clue belongs to another organ."""
    other = next(organ for organ in told.county.organs if organ.short_name == "县住建局")
    told.take("transfer", {"transfer_to": other.pk}, why="经核查，属于住房和城乡建设部门的职责。")
    yield told.day


def taken_back(told: PenaltyTold) -> Waits:
    """The filing is withdrawn: the party is gone and nobody stands in its place."""
    told.take("withdraw_filing", why="当事人死亡，没有权利义务承受人。")
    yield told.day


def quick(told: PenaltyTold) -> Waits:
    """A public-security case within its thirty days."""
    found = [
        {"name": "被侵害人陈述", "kind": "witness", "proves": "违法经过", "verified": "yes"},
        {
            "name": "监控录像U盘1个",
            "kind": "audiovisual",
            "proves": "违法经过",
            "verified": "yes",
            "custody": "物证室1号柜",
            "obtained_on": told.day.isoformat(),
            "source": "沿街商铺",
            "form": "copy",
        },
    ]
    told.take(
        "investigate", {"evidence": found, "officers": told.officers}, way="inquiry", found="双方均承认打架经过。"
    )
    yield told.workdays(3, 4)


def preserved(told: PenaltyTold) -> Waits:
    """Goods are registered and kept for a few days."""
    told.take("preserve", {"preserved_items": "同批次食品12袋"}, place="当事人经营场所库房")
    yield told.workdays(3, 5)
    told.take("dispose_preserved", {"preservation_outcome": "抽取样品后返还当事人"})
    yield told.workdays(1)


def still_preserved(told: PenaltyTold) -> Waits:
    """Goods and a telephone are kept, and nothing has been decided yet."""
    phone = {
        "name": "手机1部", "kind": "physical", "proves": "网络销售记录", "verified": "yes", "form": "original",
        "obtained_on": told.day.isoformat(), "collector": told.officers[0]["name"], "custody": "物证室3号柜",
        "source": "当事人", "place": "当事人经营场所",
    }  # fmt: skip
    told.take("investigate", {"evidence": [phone], "officers": told.officers}, way="collect", found="提取手机一部。")
    told.take("preserve", {"preserved_items": "未贴标签食品30箱"}, place="当事人仓库（就地保存）")
    yield told.day


def given_back(told: PenaltyTold) -> Waits:
    """What was kept as evidence goes back to whom it came from."""
    back = {"disposal": "returned", "disposed_on": told.day.isoformat(), "receiver": "沿街商铺"}
    told.take("keep_evidence", {"evidence": [
        row | (back if row.get("custody") else {}) for row in told.record.evidence
    ]})  # fmt: skip
    yield told.day


def performed(told: PenaltyTold) -> Waits:
    """What was imposed beside a fine was carried out."""
    yield told.workdays(3, 5)
    told.take("perform", {"performance": "performed", "performed_date": told.day}, note="期满，执行完毕。")


def announced(told: PenaltyTold) -> Waits:
    """The decision is announced, since the party is gone; it took effect after thirty days."""
    told.take("try_service", way="直接、邮寄", why="经营场所已经停业，邮件退回。")
    yield told.workdays(1, 2)
    told.take("serve", {
        "service_mode": "announcement", "service_reason": "当事人下落不明，直接送达、邮寄送达均未成",
        "service_medium": "县政府网站、经营场所",
    })  # fmt: skip
    yield told.past(told.record.served_date, 5)


def by_mail(told: PenaltyTold) -> Waits:
    """Served by mail."""
    told.take("serve", {"service_mode": "mail", "service_mail_no": "XA45012309913", "service_reason": "当事人在外地"})
    yield told.workdays(4, 9)


def left(told: PenaltyTold) -> Waits:
    """Left at the place, since the party refused it."""
    told.take("serve", {
        "service_mode": "left", "service_refusal": "当事人拒绝签收", "service_recording": f"SP-{told.serial:03}",
    })  # fmt: skip
    yield told.workdays(4, 9)


def online(told: PenaltyTold) -> Waits:
    """Served electronically, as the party agreed on paper."""
    told.take("serve", {
        "service_mode": "electronic", "service_consented_on": told.record.filed_date,
        "service_system": "政务服务网账号（当事人确认书登记）",
    })  # fmt: skip
    yield told.workdays(4, 9)


def revoked(told: PenaltyTold) -> Waits:
    """Revoked in reconsideration; the copy is taken back within three working days."""
    told.take("change", {"changed_by": "revoked"}, paper="洪政复决字〔2026〕11号")
    yield from services.taken_down(told, told.calendar)
    yield from p.closed(told)


def crime(told: PenaltyTold) -> Waits:
    """It may be a crime: referred to the police within the terms, who file it."""
    told.take("suspect_crime", crime="销售不符合安全标准的食品罪", facts="多次销售，货值较大，有人就医。")
    yield from services.referred(told, told.calendar)
    yield from services.filed(told)


def small(told: PenaltyTold) -> Waits:
    """It might be a crime, but the police do not file it: it goes on as it began."""
    told.take("suspect_crime", crime="销售不符合安全标准的食品罪", facts="举报称有人食用后不适。")
    yield from services.referred(told, told.calendar)
    yield from services.not_filed(told)
    yield told.workdays(2)


# --- irregular ones: see penalties_planted -------------------------------------------------------


def dragged(told: PenaltyTold) -> Waits:
    """Nothing is done until the ninety days are over."""
    yield told.past(told.record.filed_date, 97)


def before_window(told: PenaltyTold) -> Waits:
    """Decided before the time to ask for a hearing was over, on a call entered as if a hearing was refused."""
    told.take("notify")
    told.take("serve_notice", told.signed)
    yield told.workdays(1)
    told.take("waive", paper="笔录中表示没有意见")
    told.take("submit_review")
    yield from services.reviewed(told, told.calendar, days=1)
    people = [{"name": name, "post": name, "opinion": "同意"} for name in ("局长", "副局长")]
    told.take("discuss", {"collective_attendees": people, "collective_conclusion": "approve"}, record="一致同意。")
    said = "当事人在电话中表示不要求听证，没有书面材料"
    told.take("end_hearing", {"hearing_outcome": "refused", "hearing_summary": said})
    told.take("decide")
    yield from p.published(told)


def unpublished(told: PenaltyTold) -> Waits:
    """Decided, and nobody thinks of the copy."""
    told.take("decide")
    yield told.workdays(2)


def published_late(told: PenaltyTold) -> Waits:
    """Served at once; the copy goes out after twelve working days."""
    told.take("decide")
    yield told.workdays(1, 2)
    told.take("serve", told.signed)
    yield from p.published(told, days=10)


def served_late(told: PenaltyTold) -> Waits:
    """The decision lies for two weeks before it is served."""
    yield told.past(told.record.decision_date + timedelta(days=12), 6)
    yield from p.served(told)
