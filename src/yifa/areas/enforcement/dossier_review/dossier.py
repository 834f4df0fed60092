"""One dossier under review (被评查案卷): scored by two people, reconciled, objected to, rechecked, put right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q

from yifa.areas.enforcement.dossier_review import choices as c
from yifa.areas.enforcement.dossier_review import conditions as test
from yifa.areas.enforcement.dossier_review import papers
from yifa.areas.enforcement.dossier_review.acts import EXAMINED, S
from yifa.areas.enforcement.dossier_review.defaults import DEFAULTS, floors
from yifa.areas.enforcement.dossier_review.figures import ProblemsFound
from yifa.areas.enforcement.dossier_review.models import DossierScoreCase as Case
from yifa.areas.enforcement.dossier_review.sheet import grade_of, mean, sheet_for, total
from yifa.areas.enforcement.supervision.choices import ActKind, ClueSource
from yifa.clock import Period, days
from yifa.kernel.declare import NEW, ON, Consequence, Echo, Follows, Limit, Procedure, Stage, Step, computed, judged
from yifa.kernel.figures import Count, Share
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

BY = (Role.HANDLER, Role.REVIEWER)
ACTS = {c.FileKind.PENALTY: ActKind.PENALTY, c.FileKind.SUMMARY: ActKind.PENALTY, c.FileKind.LICENCE: ActKind.LICENCE,
        c.FileKind.COERCION: ActKind.COERCION, c.FileKind.INSPECTION: ActKind.INSPECTION}  # fmt: skip


def points(record: Any, on: date) -> Decimal:
    """The agreed total, else the average of both."""
    agreed = record.agreed_scores
    return total(agreed) if agreed else mean(total(record.first_scores), total(record.second_scores))


def vetoes(record: Any) -> list[str]:
    """The vetoes that count: those agreed on, else those both saw."""
    if record.agreed_scores:
        return list(record.agreed_vetoes)
    return [code for code in record.first_vetoes if code in record.second_vetoes]


def vetoed(record: Any, on: date) -> bool:
    """Whether one fault fails the dossier."""
    return bool(vetoes(record))


def grade(record: Any, on: date) -> str:
    """The grade, as the place has the floors."""
    return grade_of(points(record, on), vetoed(record, on), floors(test.place_of(record))).value


def problems(record: Any, on: date) -> list[str]:
    """Every point lost, and every veto, as lines."""
    sheet = sheet_for(record.kind, test.place_of(record))
    return [*map(sheet.veto, vetoes(record)), *record.lost_lines]


RESULT = ((Case.points, points), (Case.vetoed, vetoed), (Case.problems, problems), (Case.grade, grade))


def rectify_time(situation: Situation) -> Period:
    """How long the body has to put things right, as the plan says."""
    return days(situation.record.rectify_days or DEFAULTS.number("rectify_days", situation))


def as_clue(situation: Situation) -> Mapping[str, Any]:
    """What supervision is told of a dossier that failed."""
    record = situation.record
    return {
        "clue_source": ClueSource.DOSSIER.value, "clue_number": record.number,
        "clue_text": f"案卷评查不合格：{'；'.join(record.problems)}", "target_organ": record.body,
        "target_name": record.body_name, "target_case": record.target_case, "target_number": record.dossier_code,
        "act_kind": ACTS[record.kind].value,
    }  # fmt: skip


class DossierScore(Procedure):
    """One dossier."""

    key, label, mark = "dossier_score", "被评查案卷", "评卷"
    model = Case
    since = date(2026, 2, 1)
    version_basis = S[44]

    received = Stage("待评分")
    first_done = Stage("一人已评")
    both_done = Stage("两人已评")
    settled = Stage("待反馈")
    told = Stage("已反馈")
    graded = Stage("待整改")
    done = Stage("办结", final=True)

    receive = Step(
        "抽中案卷",
        EXAMINED,
        NEW >> received,
        by=BY,
        needs=(Case.dossier_code, Case.kind),
        may=(Case.batch, Case.body, Case.body_name, Case.target_case, Case.rectify_days),
        help="抽取时由系统建立；一卷一件。",
    )
    numbered_by = (receive,)

    score_first = Step(
        "第一评查员评分", (EXAMINED, S[35, 2]), received >> first_done, by=BY,
        needs=(Case.first_scores,), may=(Case.first_vetoes,),
        conditions=(
            computed(EXAMINED, "评分表逐项评分，扣分写明理由", test.sheet_filled("first_scores", "first_vetoes")),
            judged(S[8].says("严格依法"), "评查员没有办理过本案，与案件没有利害关系"),
        ),
    )  # fmt: skip
    score_second = Step(
        "第二评查员评分", (EXAMINED, S[35, 2]), first_done >> both_done, by=BY, not_by=score_first,
        needs=(Case.second_scores,), may=(Case.second_vetoes,),
        conditions=(
            computed(EXAMINED, "评分表逐项评分，扣分写明理由", test.sheet_filled("second_scores", "second_vetoes")),
            judged(S[8].says("严格依法"), "评查员没有办理过本案，没有参照第一评查员的评分"),
        ),
        help="由另一人独立评分，不得由第一评查员办理。",
    )  # fmt: skip
    reconcile = Step(
        "会商评分", EXAMINED, both_done, by=BY,
        needs=(Case.agreed_scores, Case.agreed_why), may=(Case.agreed_vetoes,),
        conditions=(
            computed(EXAMINED, "两人评分差异超过限度，或者否决项认定不一致", test.must_differ),
            computed(EXAMINED, "评分表逐项评分，扣分写明理由", test.sheet_filled("agreed_scores", "agreed_vetoes")),
        ),
    )  # fmt: skip
    settle = Step(
        "确定得分", EXAMINED, both_done >> settled, by=BY, sets=RESULT,
        conditions=(computed(EXAMINED, "差异超过限度的已经会商", test.reconciled),),
        help="没有超过差异限度的取两人平均分；有否决项的为不合格。",
    )  # fmt: skip
    tell = Step(
        "反馈机关",
        S[30].says("作出的处理结果"),
        settled >> told,
        by=BY,
        sets=((Case.fed_back_on, ON),),
        document=papers.FEEDBACK,
        follows=Follows("dossier_review.feed_back"),
    )
    object = Step(
        "机关提出异议", S[30].says("说明理由"), told, by=Role.RESPONDENT, rare=True, once=True, needs=(Case.objection,)
    )
    recheck = Step(
        "复核异议", S[30].says("应当及时处理"), told, by=Role.AGENCY_HEAD, not_by=score_first,
        needs=(Case.recheck, Case.agreed_why), may=(Case.agreed_scores, Case.agreed_vetoes),
        sets=RESULT, document=papers.RECHECK,
        conditions=(
            computed(S[30], "有尚未复核的异议", test.objection_open),
            computed(EXAMINED, "改分的填写评分表", test.change_is_scored),
            computed(EXAMINED, "改分的重新填写评分表", test.sheet_filled("agreed_scores", "agreed_vetoes"),
                     when=lambda s: bool(s.record.agreed_scores)),
        ),
        help="由监督机构负责人办理，不由评查员复核自己的评分。",
    )  # fmt: skip
    finalise = Step(
        "结果确定",
        (S[18], S[30]),
        told >> graded,
        by=BY,
        conditions=(computed(S[30], "异议已经复核", test.objection_answered),),
        follows=Follows("dossier_review.conclude"),
    )
    to_supervision = Step(
        "不合格案卷转监督",
        (S[28, 1].says("违法或者明显不当"), S[26, 1]),
        graded,
        by=BY,
        rare=True,
        once=True,
        conditions=(computed(S[26, 1], "等次为不合格，或者逾期没有整改", test.grave),),
        echo=Echo(
            "supervision_case.register_clue", lambda record: record.organ, as_clue, anew=True
        ),
        help="存在违法或者明显不当问题的，转为监督案件，制发监督意见书。",
    )  # fmt: skip
    rectified = Step("整改完毕", EXAMINED, graded >> done, by=Role.RESPONDENT, needs=(Case.rectification,))
    archive = Step(
        "不需要整改", EXAMINED, graded >> done, by=BY,
        conditions=(computed(EXAMINED, "没有发现问题", test.needs_no_rectification),),
    )  # fmt: skip

    rectify_in_time = Limit(
        "案卷问题整改", EXAMINED, rectify_time, ref="FRV-T02", since=(finalise,),
        until=(rectified, archive), when=lambda s: bool(s.record.problems), bound=Role.RESPONDENT,
        on_expiry=Consequence("转监督案件，制发监督文书", S[28, 1]),
    )  # fmt: skip

    dr_dossiers = Count(
        "评查案卷", unit="卷", by=(finalise,), definition="期内结果确定的案卷，一卷计一次；抽中未评完的不计。"
    )
    dr_passed = Count(
        "合格案卷", unit="卷", by=(finalise,), where=Q(grade__in=c.PASSED), definition="其中等次为合格以上的。"
    )
    dr_excellent = Count(
        "优秀案卷", unit="卷", by=(finalise,), where=Q(grade=c.Grade.EXCELLENT), definition="其中优秀的。"
    )
    dr_failed = Count("不合格案卷", unit="卷", by=(finalise,), where=Q(grade=c.Grade.FAIL), definition="其中不合格的。")
    dr_vetoed = Count(
        "有否决项的案卷", unit="卷", by=(finalise,), where=Q(vetoed=True), definition="其中有否决项的，均计入不合格。"
    )
    dr_pass_rate = Share(
        "案卷合格率", numerator=dr_passed, denominator=dr_dossiers, indicator="enforcement.file_pass_rate",
        definition="合格以上的案卷占评查案卷的比率；分母是全部评查案卷，不是全部执法案卷。",
    )  # fmt: skip
    dr_problems = ProblemsFound(
        "案卷评查发现问题", unit="项", over=dr_dossiers, indicator="enforcement.file_problems",
        definition="期内结果确定的案卷的扣分项和否决项，逐项相加。",
    )  # fmt: skip
    dr_faulty = Count(
        "有问题的案卷",
        unit="卷",
        by=(finalise,),
        where=~Q(problems=[]),
        definition="期内结果确定、至少有一项问题的案卷。",
    )
    dr_rectified = Count(
        "整改完毕的案卷", unit="卷", by=(finalise,), where=~Q(problems=[]) & ~Q(rectification=""),
        definition="其中已经整改完毕的。",
    )  # fmt: skip
    dr_rectified_rate = Share(
        "案卷问题整改率", numerator=dr_rectified, denominator=dr_faulty, definition="整改完毕占有问题案卷的比率。"
    )
    dr_objected = Count("提出异议的案卷", unit="卷", by=(object,), definition="期内被评查机关提出异议的案卷。")
    dr_referred = Count("转监督的案卷", unit="卷", by=(to_supervision,), definition="期内转为监督案件的不合格案卷。")

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The dossier and whose it is; no party."""
        return f"{record.body_label} {record.dossier_code}".strip() or cls.label

    @classmethod
    def counterpart_of(cls, record: Any) -> Any:
        """The reviewed body."""
        return record.body
