"""Computed conditions on the way to a draft (草案形成的条件): None where met, otherwise why not, in Chinese."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from yifa.areas.rulemaking.decision_catalogue.choices import OUT
from yifa.areas.rulemaking.decision_catalogue.conditions import catalogue_of
from yifa.areas.rulemaking.decision_catalogue.figures import published_items
from yifa.areas.rulemaking.major_decision import choices as c
from yifa.areas.rulemaking.major_decision.course import did, last
from yifa.kernel.situation import Situation

LEAST = 30
"""Days a public solicitation lasts at least (决策条例 15①; 征收与补偿条例 10②)."""


# --- guards -----------------------------------------------------------------------------------------


def expropriation(situation: Situation) -> bool:
    """A plan of compensation for expropriated houses."""
    return bool(situation.record.expropriation_plan)


def ordinary(situation: Situation) -> bool:
    """Any other matter."""
    return not expropriation(situation)


def ordinary_term(situation: Situation) -> bool:
    """A public solicitation of the ordinary length."""
    return ordinary(situation) and not situation.record.shorten_reason


def confidential(situation: Situation) -> bool:
    """The law forbids publication."""
    return bool(situation.record.confidential)


def open_matter(situation: Situation) -> bool:
    """The public may take part."""
    return not confidential(situation)


def in_market(situation: Situation) -> bool:
    """It touches the business of market participants."""
    return bool(situation.record.affects_market)


# --- proposal and start (建议、启动) -------------------------------------------------------------------


def argued(situation: Situation) -> str | None:
    """A department or lower government argues its suggestion in four respects (10(二))."""
    record = situation.record
    if record.source_type != c.Source.DEPARTMENT:
        return None
    wanted = {
        "拟解决的主要问题": record.problem, "建议理由和依据": record.grounds, "初步方案": record.plan,
        "必要性、可行性": record.necessity,
    }  # fmt: skip
    missing = [label for label, text in wanted.items() if not text]
    return f"部门、下一级政府的建议应当论证{'、'.join(missing)}" if missing else None


def written_by_citizen(situation: Situation) -> str | None:
    """A suggestion of the public is in writing and says whose it is (10(三))."""
    record = situation.record
    if record.source_type == c.Source.CITIZEN and not (record.proposer or record.proposer_unit):
        return "公民、法人或者其他组织的书面建议应当写明建议人或者建议单位"
    return None


def in_catalogue(situation: Situation) -> str | None:
    """The matter is in the published catalogue of the year, or it is said why not (3③)."""
    record = situation.record
    if not record.catalogue_item:
        return None if record.off_catalogue_reason else "没有填写目录序号；目录外的事项应当写明理由"
    if record.catalogue_year is None:
        return "填写了目录序号，没有填写目录年度"
    if record.organ.pk is None:
        return None
    catalogue = catalogue_of(record.organ_id, record.catalogue_year)
    if catalogue is None:
        return f"系统中没有本机关{record.catalogue_year}年度目录"
    return _item_stands(catalogue, record)


def _item_stands(catalogue: Any, record: Any) -> str | None:
    items = {str(row.get("no")): row for row in published_items(catalogue)}
    item = items.get(record.catalogue_item)
    if item is None:
        return f"{record.catalogue_year}年度目录公布的事项中没有第{record.catalogue_item}项"
    return f"第{record.catalogue_item}项已经调出目录" if item.get("status") in OUT else None


def confidentiality_founded(situation: Situation) -> str | None:
    """Who keeps a matter from the public says on which provision (14①)."""
    record = situation.record
    return "没有写明不予公开的依据" if record.confidential and not record.confidential_basis else None


# --- draft (草案) -------------------------------------------------------------------------------------


def disputes_told(situation: Situation) -> str | None:
    """Where a unit does not agree, the dispute is put before the deciding organ (13)."""
    record = situation.record
    against = [row["unit"] for row in record.unit_opinions if row.get("result") == c.UnitResult.DISAGREED]
    if against and not record.dispute_note:
        return f"与{'、'.join(against)}不能取得一致，应当说明争议的主要问题，有关单位的意见，承办单位的意见、理由和依据"
    return None


def least_until(on: date) -> date:
    """The last day of the shortest ordinary solicitation that begins on a day."""
    return on + timedelta(LEAST)


def long_enough(situation: Situation) -> str | None:
    """Thirty days, or the notice itself says why fewer (15①)."""
    record = situation.record
    until = record.solicit_until
    if until is None or until >= least_until(situation.on) or (record.shorten_reason and ordinary(situation)):
        return None
    days = (until - situation.on).days
    advice = "；需要缩短的，填写“缩短期限的说明”，写入公告" if ordinary(situation) else ""
    return f"征求意见{days}日，少于{LEAST}日，自{situation.on}起应当至{least_until(situation.on)}{advice}"


def in_order(situation: Situation) -> str | None:
    """The last day lies after the first."""
    until = situation.record.solicit_until
    return f"截止日{until}不晚于公布日{situation.on}" if until is not None and until <= situation.on else None


def solicitation_over(situation: Situation) -> str | None:
    """The announced period has ended (at 24:00 of its last day)."""
    until = situation.record.solicit_until
    if did(situation, "solicit") and until is not None and situation.on <= until:
        return f"公告的征求意见期限至{until}24时截止，次日起方可结束"
    return None


def took_part(situation: Situation) -> str | None:
    """Somebody was heard at all."""
    return None if did(situation, "solicit", "participate", "hold_hearing", "talk_with_group") else "尚未听取公众意见"


# --- hearing (听证) -------------------------------------------------------------------------------------


def list_published(situation: Situation) -> str | None:
    """The list of participants was published before the hearing (16③)."""
    published = last(situation, "publish_participants")
    if published is None or published.on >= situation.on:
        return "听证参加人名单应当提前向社会公布"
    return None


def announced_before(situation: Situation) -> str | None:
    """Draft, time and place were published before the hearing (16②)."""
    announced = last(situation, "announce_hearing")
    return "应当提前公布决策草案及其说明、听证时间和地点" if announced is None or announced.on >= situation.on else None


def materials_in_time(situation: Situation) -> str | None:
    """The materials reached the participants seven days before (16③)."""
    served = last(situation, "serve_materials")
    latest = situation.on - timedelta(7)
    if served is None:
        return f"听证会材料没有送达参加人，最晚应当于{latest}送达"
    if served.on > latest:
        return f"听证会材料于{served.on}送达，晚于会前7日（{latest}）；请改期举行"
    return None


def on_announced_day(situation: Situation) -> str | None:
    """The hearing is held on the day that was announced."""
    day = situation.record.hearing_on
    return None if day == situation.on else f"公告的听证日期为{day}，改期的请先办理“听证改期”"


def announced_ahead(situation: Situation) -> str | None:
    """The hearing lies after its notice."""
    day = situation.record.hearing_on
    return f"听证日期{day}应当晚于公告日期{situation.on}" if day is not None and day <= situation.on else None


# --- experts and risk (专家论证、风险评估) ----------------------------------------------------------------


def experts_disinterested(situation: Situation) -> str | None:
    """Nobody with a direct interest argues (20)."""
    rows = situation.record.experts
    unasked = [row["name"] for row in rows if not row.get("interest")]
    if unasked:
        return f"没有填写{'、'.join(unasked)}有无直接利害关系"
    interested = [row["name"] for row in rows if row["interest"] == c.YesNo.YES]
    return f"{'、'.join(interested)}与决策事项有直接利害关系，不得参与论证" if interested else None


def opinions_signed(situation: Situation) -> str | None:
    """Written opinions carry name and seal (19②); what was said at a meeting need not be written."""
    record = situation.record
    spoken = record.expert_form == c.ExpertForm.MEETING
    fine = (c.YesNo.YES, "", None) if spoken else (c.YesNo.YES,)
    unsigned = [row["name"] for row in record.experts if row.get("signed") not in fine]
    return f"{'、'.join(unsigned)}的书面论证意见没有署名、盖章" if unsigned else None


def report_whole(situation: Situation) -> str | None:
    """The report names the points of risk, the measures and the plan for emergencies (23②), unless one exists (22②)."""
    record = situation.record
    if record.risk_reused:
        return None
    wanted = {"风险点": record.risk_points, "防范措施": record.risk_measures, "处置预案": record.risk_plan}
    missing = [label for label, text in wanted.items() if not text]
    return f"风险评估报告应当明确{'、'.join(missing)}" if missing else None
