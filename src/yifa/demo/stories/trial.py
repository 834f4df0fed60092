"""What happens on the way to a decision (审理)."""

from __future__ import annotations

from yifa.demo.parts import filing as f
from yifa.demo.parts import outcome as o
from yifa.demo.parts import trial as t
from yifa.demo.stories.story import BRIEF, CLOSED, HEARD, OPEN, REPLIED, SHOWN, Story, kind, small

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
    Story(
        "简易程序逾期答复",
        1,
        (f.filed(), f.simplified("agreed"), t.replied(7, 9), o.decided("illegal", decision_ground="70"), *SHOWN),
    ),
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
    Story("变更复议请求", 1, (*REPLIED, t.claims_changed, t.heard, o.decided("illegal"), *SHOWN)),
    Story("更换行政复议人员", 1, (*REPLIED, t.officers_changed, t.heard, o.decided("uphold"), *SHOWN)),
    Story("被申请人职权转移", 1, (*REPLIED, t.succeeded, t.heard, o.decided("uphold"), o.served_anew, o.published)),
    Story("更正登记", 2, (*HEARD, o.amended, o.decided("uphold"), *SHOWN)),
    Story("变更承办人", 2, (*REPLIED, o.reassigned, t.heard, o.decided("uphold"), *SHOWN)),
    Story("意见书按期反馈", 3, (*HEARD, o.decided("illegal"), o.served, o.opinion_letter((20, 35)), o.published)),
    Story("意见书逾期反馈", 1, (*HEARD, o.decided("illegal"), o.served, o.opinion_letter((46, 52)), o.published)),
    Story("意见书未反馈", 1, (*HEARD, o.decided("illegal"), o.served, o.opinion_letter(None), o.published)),
    Story("向其他机关制发意见书", 1, (*HEARD, o.decided("uphold"), o.served, o.published, o.opinion_to_another)),
    Story("制发建议书", 2, (*HEARD, o.decided("illegal"), o.served, o.advice, o.published)),
)
