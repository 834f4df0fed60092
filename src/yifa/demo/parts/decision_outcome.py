"""Parts of the stories of major decisions from the meeting on: decision, publication, carrying-out, change."""

from __future__ import annotations

from typing import Any

from yifa.demo.drive import Waits
from yifa.demo.parts.decision import Decision, Part, consulted, reasons, sent, texts

# --- meeting and publication (讨论、公布) --------------------------------------------------------------------


def submitted(early: str = "", *words: str) -> Part:
    """Put before the meeting; `early` says why the reviewers had less time, `words` name what is explained (参照)."""

    def part(told: Decision) -> Waits:
        held = reasons(told, "submit", *words) if words else {}
        if early:
            held |= dict.fromkeys(reasons(told, "submit", "必要的审查时间"), early)
        told.take("submit", overrides=held)
        yield told.workday(3)

    return part


def discussed(told: Decision, majority: str = "approve", **more: Any) -> None:
    """The meeting discusses it."""
    government = told.organ == told.county.government
    said = {
        "meeting": "standing" if government else "office", "attendance": 9 if government else 7,
        "meeting_no": f"第{told.random.randint(20, 60)}次", "head_spoke_last": True, "majority": majority,
        "meeting_record": "与会人员逐一发表意见。",
    }  # fmt: skip
    told.take("discuss", said | more)


def adopted(result: str = "approved", **meeting: Any) -> Part:
    """Discussed and decided."""

    def part(told: Decision) -> Waits:
        discussed(told, "approve" if result == "approved" else "approve_changed", **meeting)
        text = {"result": result, "decision_text": f"原则通过《{told.matter}》，由{told.lead}组织实施。"}
        told.take("adopt", text)
        yield told.workday(2)

    return part


def deferred(told: Decision) -> Waits:
    """Put off by the meeting; the draft is changed, so that it has to be reviewed again."""
    discussed(told, "defer")
    told.take("defer", {"outcome_reason": "资金来源需要进一步论证。"})
    yield told.workday(9)
    told.take("adapt", {"draft": texts(told, "（会后修改稿）")["draft"]}, what="补充资金来源")
    yield told.workday(1)


def rejected(told: Decision) -> Waits:
    """Not passed."""
    rows = [{"name": "县发展和改革局主要负责人", "view": "建议先行试点，再作决定。"}]
    discussed(told, "reject", dissent=rows)
    told.take("reject", {"outcome_reason": "实施条件不成熟。"})
    yield told.workday(3)
    told.take("file", {"archive_no": f"{told.day.year}-决策-未通过"})


def announced(days: int = 6, *, congress: bool = False) -> Part:
    """Asked of the party committee, told to the congress where it must be, and published."""

    def part(told: Decision) -> Waits:
        if congress:
            told.take("report_congress", {"congress_result": "县人大常委会听取了报告。"})
        told.take(
            "report_party",
            {"party_report_no": f"洪政请〔{told.day.year}〕{told.random.randint(1, 90)}号"},
            to="中共洪河县委",
        )
        yield told.workday(days)
        if told.record.confidential:
            told.take("issue_withheld", {"exec_unit": told.lead})
            return
        told.take("explain", {"public_adoption": "对收到的意见逐条研究，采纳、部分采纳了有关安排和表述的建议。"})
        told.take(
            "announce",
            {"publish_channels": "县政府公报、县政府网站、洪河日报", "exec_unit": told.lead},
        )
        told.publish("published")
        yield told.workday(1)
        told.take("interpret", {"interpretation": f"{told.matter}的主要内容和办理流程。"}, way="新闻发布会")

    return part


# --- afterwards (执行、评估、调整) ------------------------------------------------------------------------------


def carried_out(told: Decision) -> Waits:
    """Carried out to the end."""
    yield told.workday(5)
    told.take("assign_execution", {"exec_unit": told.lead})
    yield told.workday(5)
    told.take("file", {"archive_no": f"{told.day.year}-决策-{told.random.randint(1, 99)}"})
    yield told.workday(40)
    told.take("inspect", what="督促检查，进度符合要求。")
    yield told.workday(20)
    told.take("report_execution", {"exec_report": "已经全面实施，效果良好。"})
    yield told.workday(2)
    told.take("complete")


def evaluated(action: str = "continue") -> Part:
    """Opinions of the public lead to an evaluation."""

    def part(told: Decision) -> Waits:
        yield told.workday(60)
        told.take("hear_public", who="雷永平", what="认为标准偏高，建议调整。", answer="已转承办单位研究。")
        yield told.workday(3)
        begun = {"eval_trigger": "opinions", "evaluator": "某大学地方治理研究中心", "eval_third_party": True}
        told.take("begin_evaluation", begun)
        yield told.workday(25)
        told.take("finish_evaluation", {"eval_report": "总体达到预期目标，个别条款需要完善。", "eval_action": action})
        yield told.workday(5)

    return part


def suspended(told: Decision) -> Waits:
    """Suspended for something urgent and resumed."""
    yield told.workday(20)
    told.take("report_problem", kind="force_majeure", what="连续强降雨，施工路段受淹。")
    told.take("suspend", {"change_reason": "防汛抢险需要。", "change_text": "中止涉及河道的工程。"})
    yield told.workday(15)
    told.take("resume", why="汛情解除")
    yield told.workday(10)
    told.take("report_execution", {"exec_report": "已经恢复实施。"})


def stopped(told: Decision) -> Waits:
    """Found fault with by the superior, somebody held to account, and stopped."""
    yield told.workday(20)
    told.take("corrected", who="市人民政府", kind="ordered", what="补正听取意见的程序。")
    yield told.workday(10)
    told.take("stop", {"change_reason": "上级责令改正。", "stop_meeting_no": "第六十一次"})
    yield told.workday(10)
    told.take("hold_accountable", ground="39", who="承办单位分管负责人", what="诫勉", exempted="")


def adjusted(told: Decision) -> Waits:
    """A major adjustment: the whole procedure again."""
    told.take("adjust", {"change_reason": "后评估建议调整。", "change_text": "调整标准。"})
    yield told.workday(10)
    told.take("prepare", texts(told, "（调整稿）") | told.flags)
    consulted(told)
    yield told.workday(2)


def kept(told: Decision) -> Waits:
    """An adjustment that was begun and given up: the decision stands as it was."""
    yield told.workday(30)
    told.take("adjust", {"change_reason": "部分企业建议提高标准。", "change_text": "提高标准。"})
    yield told.workday(15)
    told.take("keep_original", {"outcome_reason": "经测算财政难以承受，不再调整。"})


def ended(told: Decision) -> Waits:
    """Ended before it was decided; a submission that waits is withdrawn."""
    yield from sent(told)
    yield told.workday(3)
    told.take("terminate", {"outcome_reason": "上级已经统一部署，不再单独决策。"})
