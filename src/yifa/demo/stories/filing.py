"""How cases come in (申请、受理): every ground of refusal, every way round them."""

from __future__ import annotations

from yifa.demo.parts import filing as f
from yifa.demo.parts import outcome as o
from yifa.demo.parts import trial as t
from yifa.demo.stories.story import CLOSED, SHOWN, Story, kind, learnt, refused, small

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
            refused("interest", "认为没有利害关系。"),
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
            o.decided("uphold"),
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
        "法律规定九十日内申请",
        1,
        (f.filed_late(80, apply_days=90), f.accepted, t.replied(), t.heard, o.decided("uphold"), *SHOWN),
        learnt,
    ),
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
