"""The yearly catalogue as a procedure: MC1–MC6, 重大行政决策程序暂行条例 3③."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.rulemaking.decision_catalogue import conditions as test
from yifa.areas.rulemaking.decision_catalogue import papers
from yifa.areas.rulemaking.decision_catalogue.acts import LISTED, ORGANIC, REFERRED, D
from yifa.areas.rulemaking.decision_catalogue.figures import ItemCount, TakenOut
from yifa.areas.rulemaking.decision_catalogue.models import CatalogueCase as Case
from yifa.kernel.declare import (
    NEW,
    Consequence,
    Input,
    Limit,
    Omitted,
    Procedure,
    Publication,
    Shown,
    Stage,
    Step,
    computed,
    judged,
)
from yifa.office.roles import Role

BY = (Role.HANDLER, Role.SECRETARY)
EXCLUDED = D[3, 2].says("应急处置决策")


class DecisionCatalogue(Procedure):
    """One organ's catalogue of one year; an adjustment goes through meeting, consent and publication again."""

    key, label, mark = "decision_catalogue", "重大行政决策事项目录", ""
    model = Case
    since = date(2019, 9, 1)
    version_basis = D[44]

    collecting = Stage("征集建议")
    drafting = Stage("拟定目录")
    discussed = Stage("审议通过")
    requested = Stage("报党委")
    consented = Stage("党委同意")
    published = Stage("已公布")
    archived = Stage("归档", final=True)

    collect = Step(
        "征集建议", LISTED, NEW >> collecting, by=BY, needs=(Case.year,), document=papers.CALL,
        sets=((Case.publish_by, test.publish_by),),
        asks=(
            Input("截止日期", "date", code="until"),
            Input("报送到", code="to", help="例如“县司法局”。"),
        ),
        conditions=(computed(LISTED, "一个机关一个年度一份目录", test.only_one),),
        help="年初向部门、乡镇（街道）、人大代表、政协委员和公众征集；没有规定征集时间。",
    )  # fmt: skip
    suggest = Step(
        "登记收到的建议", LISTED, collecting, by=BY, needs=(Case.suggestions,),
        help="逐条登记提出人和建议事项；公民的姓名不公开。",
    )  # fmt: skip
    draft = Step(
        "拟定目录、标准", (LISTED, D[3, 1]), (collecting | drafting) >> drafting, by=BY,
        needs=(Case.items,), may=(Case.standard, Case.withheld, Case.withheld_basis, Case.suggestions),
        conditions=(
            judged(EXCLUDED, "没有列入财政政策、货币政策等宏观调控决策，政府立法决策和突发事件应急处置决策"),
            judged(D[3, 2].says("另有规定"), "法律、行政法规对决策程序另有规定的事项，注明依照其规定"),
            computed(D[3, 1], "每个事项的类别、承办单位、时间和程序齐全", test.items_complete),
            computed(D[14, 1].says("依法不予公开"), "不公开的事项写明依据", test.withheld_explained),
        ),
    )  # fmt: skip
    deliberate = Step(
        "会议审议通过", (ORGANIC[78].says("讨论决定"), LISTED), drafting >> discussed, by=BY,
        needs=(Case.meeting, Case.meeting_no),
        conditions=(
            computed(D[3, 1], "每个事项的类别、承办单位、时间和程序齐全", test.items_complete),
            computed(ORGANIC[78].says("常务会议"), "经政府常务会议或者全体会议讨论", test.meeting_fits),
        ),
        help="县级以上人民政府由常务会议或者全体会议审议；部门、乡镇参照，由办公会议审议。",
    )  # fmt: skip
    send_back = Step(
        "审议未通过，退回修改", (ORGANIC[78], LISTED), drafting, by=BY, needs=(Case.meeting_no, Case.return_reason)
    )
    request_consent = Step(
        "报同级党委", LISTED, discussed >> requested, by=BY, may=(Case.party_request_no,), document=papers.REQUEST,
        asks=(Input("报送的党委", code="to", help="例如“中共洪河县委”。"),),
    )  # fmt: skip
    consent = Step(
        "同级党委同意", LISTED, (discussed | requested) >> consented, by=(Role.PARTY_COMMITTEE, *BY),
        needs=(Case.party_consent_no,), help="办理日期填写党委批复的日期；没有党委同意的，不得公布。",
    )  # fmt: skip
    refuse = Step(
        "党委要求修改", LISTED, (discussed | requested) >> drafting, by=(Role.PARTY_COMMITTEE, *BY),
        needs=(Case.return_reason,),
    )  # fmt: skip
    announce = Step(
        "向社会公布", (LISTED, D[3, 3].says("向社会公布")), consented >> published, by=(*BY, Role.PUBLISHER),
        needs=(Case.published_url,), document=papers.NOTICE,
        conditions=(computed(D[3, 1], "每个事项的类别、承办单位、时间和程序齐全", test.items_complete),),
    )  # fmt: skip
    adjust = Step(
        "启动目录调整", D[3, 3].says("调整"), published >> drafting, by=BY, needs=(Case.adjust_reason,),
        sets=((Case.edition, test.next_edition),),
        help="增加、调出事项或者转入下一年度，都重新经过会议审议、党委同意和公布。版本号自动加一。",
    )  # fmt: skip
    archive = Step(
        "年度终了归档", D[33].says("归档"), published >> archived, by=BY,
        conditions=(judged(D[3, 3], "没有作出决定的事项已经转入下一年度或者调出，并说明理由"),),
    )  # fmt: skip

    public_items = Publication(
        "目录公布", LISTED, after=(announce,),
        shows=(
            Shown(Case.year), Shown(Case.edition), Shown(Case.items), Shown(Case.standard), Shown(Case.adjust_reason),
        ),
    )  # fmt: skip

    publish_in_time = Limit(
        "目录公布（本地规定的日期）", LISTED, None, since=(collect,), until=(announce,), ends_on=Case.publish_by,
        when=lambda situation: situation.value(Case.publish_by) is not None,
        on_expiry=Consequence("法律、行政法规没有规定公布日期；按本地规定的日期提醒"),
    )  # fmt: skip

    md_catalogue_count = ItemCount(
        "重大行政决策目录事项", indicator="decision.catalogue_own", levels=("government",), basis=LISTED,
        definition="本级人民政府当年最终公布的目录版本中的事项数，调出和转入下一年度的不计；年度以目录为准。",
    )  # fmt: skip
    md_catalogue_sub = ItemCount(
        "部门、乡镇决策目录事项", indicator="decision.catalogue_sub", levels=("department", "justice", "township",
        "subdistrict", "other", "dispatched"), basis=REFERRED,
        definition="部门、乡镇（街道）当年最终公布的目录版本中的事项数，口径同上，与本级分列。",
    )  # fmt: skip
    md_taken_out = TakenOut(
        "调出目录的事项", definition="当年目录中调出和转入下一年度的事项；从完成率的分母中剔除，逐项列在目录中。"
    )
    omitted = (
        Omitted(D[1], "总则条款"),
        Omitted(D[2], "适用范围：机关的类别决定适用还是参照（第四十二条）"),
    )

    @classmethod
    def title_of(cls, record: Any) -> str:
        """2025年度重大行政决策事项目录."""
        year = f"{record.year}年度" if record.year else ""
        return f"{year}重大行政决策事项目录"
