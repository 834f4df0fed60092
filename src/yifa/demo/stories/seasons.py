"""What is told, and in which season."""

from __future__ import annotations

from datetime import date

from yifa.demo.parts import filing as f
from yifa.demo.parts import interruption as i
from yifa.demo.parts import outcome as o
from yifa.demo.parts import trial as t
from yifa.demo.stories.decision import DECISIONS, SETTLED
from yifa.demo.stories.filing import FILING
from yifa.demo.stories.interruption import INTERRUPTION
from yifa.demo.stories.story import (
    BRIEF,
    CLOSED,
    ENDED,
    HEARD,
    OPEN,
    REPLIED,
    SHOWN,
    Story,
    decided,
    kind,
    refused,
    small,
)
from yifa.demo.stories.trial import SIMPLIFIED, TRIAL

NEW_RULES = date(2026, 7, 1)
"""From when cases are accepted under the implementing regulation of 2026."""

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
        "调解（今年）",
        5,
        (*REPLIED, o.mediated, o.agreement_served, o.performed(), o.finished),
        kind("expropriation", "penalty"),
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
    decided(
        "新条例：客观上无法履行而驳回请求",
        1,
        "reject_claim",
        *SHOWN,
        reject_claim_ground="unable",
        fits=kind("omission"),
    ),
    *(
        Story(f"新条例：驳回申请（{ground}）", 1, (*REPLIED, o.rejected(ground, why), *ENDED))
        for ground, why in (
            ("unfounded", "请求明显缺乏依据，经释明仍然坚持。"),
            ("not_its_duty", "请求履行的职责明显不属于被申请人的权限范围。"),
            ("adjudicated", "行政行为的效力已经由人民法院生效裁判确认。"),
        )
    ),
    Story(
        "新条例：合并审理",
        1,
        (
            *HEARD,
            t.step("join_cases", cases="洪复〔2026〕45号、洪复〔2026〕46号", why="同一行政行为引起，合并审理。"),
            o.decided("uphold"),
            *SHOWN,
        ),
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
