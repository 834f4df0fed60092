"""What is told in the demonstration county, and how often (故事一览)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from yifa.demo.drive import Told, Waits
from yifa.demo.stories import filing as f
from yifa.demo.stories import interruption as i
from yifa.demo.stories import outcome as o
from yifa.demo.stories import trial as t
from yifa.demo.stories.filing import Part

NEW_RULES = date(2026, 7, 1)
"""From when cases are accepted under the implementing regulation of 2026."""


@dataclass(frozen=True)
class Story:
    """One story: its name, how many cases a year tell it, its parts, which acts fit it, how many apply together."""

    name: str
    count: int
    parts: tuple[Part, ...]
    fits: Callable[[dict[str, Any]], bool] | None = None
    people: int = 0


def kind(*kinds: str) -> Callable[[dict[str, Any]], bool]:
    """Acts of these kinds."""
    return lambda act: act["kind"] in kinds


def learnt(act: dict[str, Any]) -> bool:
    """Acts that are learnt of on a day, not omissions."""
    return bool(act["kind"] != "omission")


def small(act: dict[str, Any]) -> bool:
    """Penalties of up to three thousand yuan."""
    return act["kind"] == "penalty" and 0 < act.get("amount", 0) <= 3000


def of_department(act: dict[str, Any]) -> bool:
    """Acts of departments, not of townships."""
    return bool(act["domain"] != "township")


OPEN = (f.filed(), f.accepted)
REPLIED = (*OPEN, t.replied())
HEARD = (*REPLIED, t.heard)
SHOWN = (o.served, o.published)
CLOSED = (o.served, o.published, o.finished)
BRIEF = (t.replied(1, 3),)
ENDED = (o.end_served,)


def refused(ground: str, why: str, **fields: Any) -> Part:
    """Refused, and the refusal served."""

    def part(told: Told) -> Waits:
        yield from f.refused(ground, why, **fields)(told)
        yield from f.refusal_served(told)

    return part


def decided(name: str, count: int, what: str, *then: Part, **options: Any) -> Story:
    """An ordinary case with a decision of a kind."""
    fits = options.pop("fits", None)
    return Story(name, count, (*HEARD, o.decided(what, **options), *(then or CLOSED)), fits)


FILING = (
    Story(
        "不予受理：超过申请期限", 5, (f.filed_late(95), refused("time", "自知道行政行为之日起已超过六十日。")), learnt
    ),
    Story(
        "不予受理：不属于复议范围",
        6,
        (
            f.filed(act_kind="other", excluded_matter="petition"),
            refused("scope", "信访处理意见不属于行政复议范围。"),
        ),
    ),
    Story(
        "不予受理：没有利害关系",
        4,
        (f.filed(), refused("interest", "申请人不是行政行为的相对人，也没有其他利害关系。")),
    ),
    Story("不予受理：没有具体请求", 2, (f.filed(claims=""), refused("claim", "申请书没有具体的复议请求和理由。"))),
    Story("不予受理：重复申请", 3, (f.filed(), refused("duplicate", "同一行政行为人民法院已经受理。"))),
    Story(
        "不予受理：被申请人不明确",
        2,
        (
            f.filed(respondent=None, respondent_kind=""),
            refused("party", "经告知后仍未明确被申请人。"),
        ),
    ),
    Story(
        "告知管辖：本级政府的行为",
        3,
        (
            f.filed(respondent=None, respondent_kind="own"),
            refused(
                "jurisdiction",
                "对本级人民政府的行政行为不服，应当向上一级人民政府申请。",
                competent_organ="上一级人民政府",
            ),
        ),
    ),
    Story(
        "告知管辖：税务机关的行为",
        3,
        (
            f.filed(respondent=None, respondent_kind="tax", act_domain="tax", act_kind="penalty"),
            refused(
                "jurisdiction", "对税务机关的行为不服，应当向其上一级税务机关申请。", competent_organ="上一级税务局"
            ),
        ),
    ),
    Story(
        "不予受理后依上级责令受理",
        1,
        (
            f.filed(),
            f.refused("interest", "认为没有利害关系。"),
            f.accepted_by_order,
            t.replied(),
            t.heard,
            o.decided("illegal"),
            *SHOWN,
        ),
    ),
    Story("不予受理后起诉", 1, (f.filed(), refused("interest", "没有利害关系。"), o.sued(False)), kind("disclosure")),
    Story("受理前撤回", 6, (f.filed(), f.withdrawn_early)),
    Story("补正期间撤回", 1, (f.filed(), f.asked, f.withdrawn_early)),
    Story("补正逾期视为放弃", 5, (f.filed(claims=""), f.asked, f.abandoned)),
    Story(
        "补正后受理",
        4,
        (f.filed(), f.asked, f.supplied, f.accepted, t.replied(), t.heard, o.decided("uphold"), *CLOSED),
    ),
    Story(
        "延长补正期限",
        1,
        (
            f.filed(),
            f.asked,
            f.supplied_after_extension,
            f.accepted,
            t.replied(),
            t.heard,
            o.decided("uphold"),
            *SHOWN,
        ),
    ),
    Story(
        "变更被申请人",
        3,
        (
            f.filed_against_wrong,
            f.respondent_corrected,
            f.accepted,
            t.replied(),
            t.heard,
            o.decided("uphold"),
            *CLOSED,
        ),
    ),
    Story("视为受理", 3, (f.filed(), f.deemed, t.replied(), t.heard, o.decided("uphold"), *CLOSED)),
    Story(
        "逾期申请有正当理由",
        1,
        (
            f.filed_late(75),
            f.accepted_though_late,
            t.replied(),
            t.heard,
            o.decided("reject_claim", reject_claim_ground="performed"),
            *SHOWN,
        ),
        learnt,
    ),
    Story(
        "不可抗力期间不计",
        1,
        (f.filed_after_obstacle, f.accepted, t.replied(), t.heard, o.decided("uphold"), *SHOWN),
        learnt,
    ),
    Story("期满前交邮", 2, (f.posted_in_time, f.accepted, t.replied(), t.heard, o.decided("uphold"), *SHOWN), learnt),
    Story(
        "未告知复议权利",
        2,
        (f.not_told_of_remedy, f.accepted, t.replied(), t.heard, o.decided("illegal"), *SHOWN),
        learnt,
    ),
    Story("口头申请", 3, (f.filed_orally, f.accepted, t.replied(), t.heard, o.decided("uphold"), *CLOSED)),
    Story("经处罚机关转送", 3, (f.through_punisher, t.replied(), t.heard, o.decided("uphold"), *CLOSED), small),
    Story("处罚机关自行纠正", 1, (f.corrected_by_punisher,), small),
    Story("误录后撤销登记", 1, (f.filed(), f.entered_by_mistake, t.replied(), t.heard, o.decided("uphold"), *SHOWN)),
    Story("审理下级移交的案件", 1, (f.taken_over, t.replied(), t.heard, o.decided("uphold"), *SHOWN)),
)

DECISIONS = (
    decided("维持", 22, "uphold"),
    decided("驳回请求：没有职责", 3, "reject_claim", reject_claim_ground="no_duty", fits=kind("omission")),
    decided("驳回请求：已经履行", 4, "reject_claim", reject_claim_ground="performed", fits=kind("omission", "benefit")),
    decided("撤销并责令重作", 5, "revoke", o.served, o.published, o.redone(), o.finished, redo=True),
    decided(
        "撤销，另定重作期限", 1, "revoke", o.served, o.published, o.redone(8, 12), o.finished, redo=True, redo_days=30
    ),
    decided("逾期重作", 2, "revoke", o.served, o.published, o.redone(46, 52), o.finished, redo=True),
    decided("撤销", 4, "revoke", o.served, o.copied, o.published, o.finished, fits=of_department),
    decided("部分撤销", 3, "revoke_part"),
    decided("变更", 4, "change", fits=kind("penalty")),
    decided("确认违法", 6, "illegal", fits=kind("coercion", "penalty", "other")),
    decided("责令履行", 5, "perform", o.served, o.published, o.performed(), o.finished, fits=kind("omission")),
    decided(
        "拖延履行，责令限期并约谈",
        1,
        "perform",
        o.served,
        o.published,
        o.ordered_to_perform,
        o.finished,
        fits=kind("omission"),
    ),
    decided("申请强制执行", 1, "change", o.served, o.published, o.enforced, fits=kind("penalty")),
    decided("确认无效", 1, "void", *CLOSED, fits=kind("burden", "competition"), asks_void=True),
    decided("责令订立行政协议", 1, "agreement_conclude", *SHOWN, fits=kind("agreement")),
    decided(
        "责令继续履行行政协议",
        1,
        "agreement_continue",
        o.served,
        o.published,
        o.performed(20, 30),
        o.finished,
        fits=kind("agreement"),
    ),
    decided("责令采取补救措施", 1, "agreement_remedy", *SHOWN, fits=kind("agreement")),
    decided("责令赔偿损失", 1, "agreement_damages", *SHOWN, fits=kind("agreement")),
    decided("责令合理补偿", 1, "agreement_compensate", *SHOWN, fits=kind("agreement")),
    Story(
        "一并决定行政赔偿",
        2,
        (
            f.filed(compensation_claim=True),
            f.accepted,
            t.replied(),
            t.heard,
            o.decided("illegal", compensation="granted", compensation_amount="3600.00"),
            *SHOWN,
        ),
        kind("coercion"),
    ),
    decided("逾期作出决定", 3, "uphold", *SHOWN, late=True),
    Story("逾期未决定，申请人起诉", 1, (*HEARD, o.sued_for_silence, o.decided("illegal", late=True), *SHOWN)),
    Story("未答复，撤销", 2, (*OPEN, t.silent, t.heard, o.decided("revoke", decision_ground="70"), *SHOWN)),
    Story("逾期答复", 3, (*OPEN, t.replied_late, t.heard, o.decided("uphold"), *CLOSED)),
    Story("驳回申请", 5, (*REPLIED, o.rejected("interest", "审理中查明申请人与行政行为没有利害关系。"), *ENDED)),
    Story(
        "驳回申请后依上级责令恢复",
        1,
        (
            *REPLIED,
            o.rejected("scope", "认为不属于复议范围。"),
            o.resume_rejected,
            t.heard,
            o.decided("revoke"),
            *SHOWN,
        ),
    ),
    decided("决定后起诉，法院驳回", 3, "uphold", o.served, o.published, o.sued(False)),
    decided("决定后起诉，复议决定被撤销", 1, "uphold", o.served, o.published, o.sued(True)),
    decided("决定后起诉，尚未审结", 3, "uphold", o.served, o.published, o.sued(None)),
    decided("不予公开", 2, "uphold", o.served, o.withheld),
    decided("撤回公开副本后重新公开", 1, "uphold", o.served, o.published_wrongly),
    Story("报批退回后再报", 2, (*HEARD, o.returned_first("revoke"), *SHOWN)),
    Story("报批取回后再报", 1, (*HEARD, o.taken_back_first("uphold"), *SHOWN)),
    decided("决定送达第三人", 2, "uphold", o.served, o.served_third, o.published),
    Story(
        "法律规定四十五日内决定",
        1,
        (
            f.filed(),
            f.accepted_for(45),
            t.replied(),
            t.heard,
            o.decided("uphold"),
            *SHOWN,
        ),
        kind("injury", "benefit"),
    ),
    decided("移送违法违纪线索", 1, "illegal", o.served, o.published, o.clue),
)

SETTLED = (
    Story(
        "调解结案",
        13,
        (*REPLIED, o.mediated, o.served, o.performed(6, 18), o.finished),
        kind("expropriation", "penalty", "benefit", "injury"),
    ),
    Story("调解不成，及时决定", 2, (*REPLIED, t.heard, o.talks_failed, o.decided("uphold"), *SHOWN)),
    Story("和解后撤回", 13, (*REPLIED, i.ended("settled", "双方达成和解，申请人自愿撤回申请。"))),
    Story("自愿撤回", 12, (*REPLIED, i.ended("withdrawn", "申请人认可被申请人的说明，自愿撤回申请。"))),
    Story(
        "被申请人主动纠错后撤回",
        4,
        (
            *REPLIED,
            t.answer("correct", {"self_corrected": "已自行撤销原处罚决定，退还罚款。"}),
            i.ended("settled", "被申请人已自行纠正。"),
        ),
        kind("penalty"),
    ),
)

SIMPLIFIED = (
    Story(
        "简易程序：信息公开",
        8,
        (f.filed(), f.simplified("disclosure"), *BRIEF, o.decided("uphold"), *CLOSED),
        kind("disclosure"),
    ),
    Story(
        "简易程序：小额处罚",
        6,
        (f.filed(), f.simplified("amount", amount="500.00"), *BRIEF, o.decided("uphold"), *CLOSED),
        small,
    ),
    Story(
        "简易程序：当场作出",
        4,
        (
            f.filed(),
            f.simplified("on_spot"),
            *BRIEF,
            o.decided("change"),
            *SHOWN,
        ),
        lambda act: bool(act.get("on_spot")),
    ),
    Story(
        "简易程序：警告",
        2,
        (f.filed(), f.simplified("warning"), *BRIEF, o.decided("uphold"), *SHOWN),
        lambda act: bool(act.get("warning")),
    ),
    Story("简易程序：各方同意", 2, (f.filed(), f.simplified("agreed"), *BRIEF, o.decided("illegal"), *SHOWN)),
    Story("简易程序逾期答复", 1, (f.filed(), f.simplified("agreed"), t.replied(7, 9), o.decided("uphold"), *SHOWN)),
    Story(
        "简易转普通",
        3,
        (f.filed(), f.simplified("agreed"), *BRIEF, t.converted, t.heard, o.decided("revoke_part"), *SHOWN),
    ),
)

TRIAL = (
    Story("听证，负责人出庭", 4, (*REPLIED, t.hearing("head"), o.decided("illegal"), *CLOSED)),
    Story(
        "重大案件：听证并咨询委员会",
        1,
        (
            *REPLIED,
            t.hearing("head", grave=True),
            t.consulted,
            o.decided("revoke", committee_adoption="adopted"),
            *CLOSED,
        ),
    ),
    Story("听证，负责人委托", 3, (*REPLIED, t.hearing("deputed"), o.decided("uphold"), *CLOSED)),
    Story(
        "听证，负责人缺席",
        2,
        (*REPLIED, t.hearing("absent"), o.decided("revoke"), o.served, o.published, o.opinion_letter((30, 36))),
    ),
    Story("放弃听证", 1, (*REPLIED, t.heard, t.hearing_forgone, o.decided("uphold"), *SHOWN)),
    Story(
        "咨询委员会，采纳",
        4,
        (*REPLIED, t.heard, t.consulted, o.decided("illegal", committee_adoption="adopted"), *SHOWN),
    ),
    Story(
        "咨询委员会，部分采纳",
        1,
        (
            *REPLIED,
            t.heard,
            t.consulted,
            o.decided("revoke_part", committee_adoption="partly", committee_reason="程序瑕疵部分采纳。"),
            *SHOWN,
        ),
    ),
    Story(
        "咨询委员会，未采纳",
        2,
        (
            *REPLIED,
            t.heard,
            t.consulted,
            o.decided(
                "uphold", committee_adoption="rejected", committee_reason="补充调查后程序问题已经查清，不影响处理结果。"
            ),
            *SHOWN,
        ),
    ),
    Story("延期审理", 4, (*HEARD, t.extended(30), o.decided("uphold"), *CLOSED)),
    Story("现场勘验", 3, (*HEARD, t.spans("inspect", "inspected"), o.decided("uphold"), *SHOWN)),
    Story(
        "委托鉴定",
        3,
        (*HEARD, t.spans("appraise", "appraised", matter="县司法鉴定中心，笔迹鉴定"), o.decided("revoke"), *SHOWN),
    ),
    Story("调查取证", 3, (*HEARD, t.investigated, o.decided("uphold"), *SHOWN)),
    Story("查阅材料", 2, (*HEARD, t.read_file, o.decided("uphold"), *SHOWN)),
    Story(
        "补充证据",
        1,
        (
            *HEARD,
            t.more_evidence,
            t.answer("supplement", evidence="执法音像记录光盘一张。"),
            o.decided("uphold"),
            *SHOWN,
        ),
    ),
    Story("委托代理人", 2, (*OPEN, t.agent, t.replied(), t.heard, o.decided("uphold"), *CLOSED)),
    Story("推选代表人", 1, (*OPEN, t.represented, t.replied(), t.heard, o.decided("uphold"), *CLOSED), None, 11),
    Story(
        "第三人参加",
        3,
        (*OPEN, t.third_party, t.replied(), t.heard, o.decided("uphold"), o.served, o.served_third, o.published),
    ),
    *(
        Story(
            f"停止执行：{name}",
            1,
            (
                *REPLIED,
                t.step("stay", {"stay_ground": ground}, why="继续执行可能造成难以挽回的损失。"),
                t.heard,
                o.decided("revoke"),
                *SHOWN,
            ),
            kind("penalty", "coercion"),
        )
        for ground, name in (
            ("respondent", "被申请人认为需要"),
            ("organ", "复议机关认为需要"),
            ("requested", "申请人请求"),
            ("law", "法律规定"),
        )
    ),
    Story("更正登记", 2, (*HEARD, o.amended, o.decided("uphold"), *SHOWN)),
    Story("变更承办人", 2, (*REPLIED, o.reassigned, t.heard, o.decided("uphold"), *SHOWN)),
    Story("意见书按期反馈", 3, (*HEARD, o.decided("illegal"), o.served, o.opinion_letter((20, 35)), o.published)),
    Story("意见书逾期反馈", 1, (*HEARD, o.decided("illegal"), o.served, o.opinion_letter((46, 52)), o.published)),
    Story("意见书未反馈", 1, (*HEARD, o.decided("illegal"), o.served, o.opinion_letter(None), o.published)),
    Story("向其他机关制发意见书", 1, (*HEARD, o.decided("uphold"), o.served, o.published, o.opinion_to_another)),
    Story("制发建议书", 2, (*HEARD, o.decided("illegal"), o.served, o.advice, o.published)),
)

LOST = (
    ("death", "申请人死亡，其近亲属尚未表明是否参加。"),
    ("incapacity", "申请人丧失行为能力，尚未确定法定代理人。"),
    ("dissolved", "申请人已注销，尚未确定权利义务承受人。"),
)
PAUSES = (
    ("missing", "申请人下落不明，未被宣告失踪。"), ("hindered", "申请人因伤住院，不能参加复议。"), ("talks", "双方同意中止，进行和解。"),
    ("interpretation", "法律适用问题需要有权机关作出解释。"), ("other_case", "需以一起民事案件的审理结果为依据。"), ("other", "关键证人暂时无法联系。"),
)  # fmt: skip
INTERRUPTION = (
    *(
        Story(
            f"中止后恢复（{ground}）", 1, (*HEARD, i.party_lost(ground, why), i.resumed(), o.decided("uphold"), *SHOWN)
        )
        for ground, why in LOST
    ),
    *(
        Story(f"中止后恢复（{ground}）", 1, (*HEARD, i.paused(ground, why), i.resumed(), o.decided("uphold"), *SHOWN))
        for ground, why in PAUSES
    ),
    Story(
        "中止满六十日终止",
        2,
        (*HEARD, i.party_lost("death", LOST[0][1]), i.sixty_days, i.ended("lapsed", "中止满六十日，原因仍未消除。")),
    ),
    Story(
        "无近亲属终止", 1, (*HEARD, i.party_lost("death", LOST[0][1]), i.ended("no_heir", "申请人死亡，没有近亲属。"))
    ),
    Story(
        "无承受人终止",
        1,
        (*HEARD, i.party_lost("dissolved", LOST[2][1]), i.ended("no_successor", "没有权利义务承受人。")),
    ),
    Story(
        "涉嫌犯罪终止",
        1,
        (*HEARD, i.ended("criminal", "申请人因同一违法行为涉嫌犯罪被采取刑事强制措施。")),
        kind("penalty"),
    ),
    Story(
        "依上级责令恢复审理",
        1,
        (
            *HEARD,
            i.paused("other", "等待有关方面意见。"),
            i.resumed(20, 28, by_order=True),
            o.decided("illegal"),
            *SHOWN,
        ),
    ),
    Story(
        "中止期间调解",
        1,
        (*REPLIED, i.paused("talks", PAUSES[2][1]), o.mediated, o.served, o.performed(6, 15), o.finished),
        kind("expropriation"),
    ),
    Story("附带审查：条款合法", 1, (*HEARD, i.reviewed("lawful"), o.decided("uphold"), *SHOWN), kind("penalty")),
    Story("附带审查：停止执行条款", 1, (*HEARD, i.reviewed("stopped"), o.decided("revoke"), *SHOWN), kind("penalty")),
    Story(
        "附带审查：依职权",
        1,
        (*HEARD, i.reviewed("stopped", "official"), o.decided("illegal"), *SHOWN),
        kind("penalty"),
    ),
    Story("附带审查：转送", 1, (*HEARD, i.forwarded, o.decided("uphold"), *SHOWN), kind("penalty")),
    Story("报请提级，仍由本机关审理", 1, (*HEARD, i.elevation_asked("no"), o.decided("uphold"), *SHOWN)),
    Story("提级，移送上级", 1, (*OPEN, i.elevation_asked("yes"), i.handed_over)),
)

YEAR = (*FILING, *DECISIONS, *SETTLED, *SIMPLIFIED, *TRIAL, *INTERRUPTION)
"""What is told in the year of the report; together about three hundred."""

CARRIED = (
    decided("上年结转：维持", 8, "uphold"),
    decided("上年结转：确认违法", 3, "illegal"),
    Story("上年结转：和解撤回", 3, (*REPLIED, i.ended("settled", "双方达成和解。"))),
)
"""Cases that were accepted at the end of the year before."""

SINCE = (
    decided("维持（今年）", 14, "uphold"),
    decided("撤销（今年）", 4, "revoke", o.served, o.published, o.redone(), o.finished, redo=True),
    Story(
        "调解（今年）", 5, (*REPLIED, o.mediated, o.served, o.performed(), o.finished), kind("expropriation", "penalty")
    ),
    Story("和解撤回（今年）", 6, (*REPLIED, i.ended("settled", "双方达成和解。"))),
    Story(
        "简易程序（今年）",
        6,
        (f.filed(), f.simplified("disclosure"), *BRIEF, o.decided("uphold"), *CLOSED),
        kind("disclosure"),
    ),
    Story("不予受理（今年）", 4, (f.filed(), refused("interest", "没有利害关系。"))),
)
"""Cases between the year of the report and today."""

TURN = (
    Story(
        "新条例施行前收到、施行后受理",
        2,
        (
            f.filed(),
            f.asked,
            f.supplied,
            f.not_before(NEW_RULES),
            f.accepted,
            t.replied(),
            t.heard,
            o.decided("uphold"),
            *SHOWN,
        ),
    ),
)
"""Cases that came in just before the regulation of 2026 came into force."""

NEW = (
    decided("新条例：维持", 4, "uphold"),
    decided(
        "新条例：不属于无效情形而驳回请求", 1, "reject_claim", *SHOWN, reject_claim_ground="not_void", asks_void=True
    ),
    Story("新条例：提级移送", 1, (*OPEN, i.handed_over)),
    Story("新条例：处罚机关自行纠正", 1, (f.corrected_by_punisher,), small),
    Story("新条例：处罚机关转送", 1, (f.through_punisher, t.replied(), t.heard, o.decided("uphold"), *SHOWN), small),
    decided(
        "新条例：变更对申请人更不利而驳回请求", 1, "reject_claim", reject_claim_ground="worse", fits=kind("penalty")
    ),
    Story("新条例：不再处理", 1, (f.filed(), f.no_further)),
    Story("新条例：同样行为直接决定", 2, (*OPEN, o.decided("uphold", precedent="洪复决字〔2026〕1号"), *SHOWN)),
    Story("新条例：附带审查", 1, (*HEARD, i.reviewed("lawful"), o.decided("uphold"), *SHOWN), kind("penalty")),
    Story("新条例：提级期间不计", 1, (*HEARD, i.elevation_asked("no"), o.decided("uphold"), *SHOWN)),
    Story(
        "新条例：撤销并责令重作",
        1,
        (*HEARD, o.decided("revoke", redo=True), o.served, o.published, o.redone(), o.finished),
    ),
)
"""Cases under the regulation of 2026."""
