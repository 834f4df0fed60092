"""How cases are decided or settled (决定、调解、和解)."""

from __future__ import annotations

from yifa.demo.parts import filing as f
from yifa.demo.parts import interruption as i
from yifa.demo.parts import outcome as o
from yifa.demo.parts import trial as t
from yifa.demo.stories.story import CLOSED, ENDED, HEARD, OPEN, REPLIED, SHOWN, Story, decided, kind, of_department

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
    decided("解除行政协议", 1, "agreement_rescind", *SHOWN, fits=kind("agreement")),
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
    Story(
        "逾期答复，视为没有证据",
        2,
        (*OPEN, t.replied_late, t.heard, o.decided("revoke", decision_ground="70"), *CLOSED),
    ),
    Story(
        "逾期答复，第三人提供证据",
        1,
        (
            *OPEN,
            t.replied_late,
            t.third_party,
            t.heard,
            o.decided("uphold", third_party_evidence=True),
            *CLOSED,
        ),
    ),
    Story("驳回申请", 5, (*REPLIED, o.rejected("interest", "审理中查明申请人与行政行为没有利害关系。"), *ENDED)),
    Story(
        "驳回申请后依上级责令恢复",
        1,
        (
            *REPLIED,
            o.rejected("scope", "认为不属于复议范围。"),
            o.end_served,
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
        (*REPLIED, o.mediated, o.agreement_served, o.performed(6, 18), o.finished),
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
