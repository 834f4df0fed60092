"""What interrupts cases (中止、终止、附带审查、提级)."""

from __future__ import annotations

from yifa.demo.parts import interruption as i
from yifa.demo.parts import outcome as o
from yifa.demo.stories.story import HEARD, OPEN, REPLIED, SHOWN, Story, kind

LOST = (
    ("death", "申请人死亡，其近亲属尚未表明是否参加。"),
    ("incapacity", "申请人丧失行为能力，尚未确定法定代理人。"),
    ("dissolved", "申请人已注销，尚未确定权利义务承受人。"),
)

PAUSES = (
    ("missing", "申请人下落不明，未被宣告失踪。"),
    ("hindered", "申请人因伤住院，不能参加复议。"),
    ("talks", "双方同意中止，进行和解。"),
    ("interpretation", "法律适用问题需要有权机关作出解释。"),
    ("other_case", "需以一起民事案件的审理结果为依据。"),
    ("other", "关键证人暂时无法联系。"),
)

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
        (*REPLIED, i.paused("talks", PAUSES[2][1]), o.mediated, o.agreement_served, o.performed(6, 15), o.finished),
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
