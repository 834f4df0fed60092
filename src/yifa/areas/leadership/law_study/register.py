"""The register of law study (学法台账): sessions of leading groups and officials, and examinations.

Attendees and scores are personal or internal: they stand in the book and in no public column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q

from yifa.areas.leadership.law_study.models import StudyKind, StudySession
from yifa.kernel.figures import Share
from yifa.kernel.registers import Column, EntryCount, EntrySum, Problem, Register, Warned
from yifa.law import Basis, act
from yifa.office.models import Organ, OrganKind

SYSTEM = Basis(act("关于完善国家工作人员学法用法制度的意见"))
OUTLINE = Basis(act("法治政府建设实施纲要（2021—2025年）"))
TRAINING = act("公务员法")[68, 1]
ASSESSED = act("公务员法")[68, 3]

LECTURES_A_YEAR = 2
"""地方政府领导班子每年法治专题讲座的期数下限 (纲要)."""
WARN_FROM = (12, 1)
"""From which month and day a year short of lectures is warned of: there is still time to hold one."""


def _of(kind: StudyKind) -> Q:
    return Q(kind=kind)


class LawStudy(Register[StudySession]):
    """学法台账."""

    key, label = "law_study", "学法台账"
    basis = SYSTEM
    note = "一次会议学习几个主题的登记一条。考试单独登记，形式选“网络考试”。"
    model = StudySession
    columns = (
        Column(StudySession.number, width=18, example="学〔2025〕3号"),
        Column(StudySession.on, example="2025-03-05"),
        Column(StudySession.kind, SYSTEM, width=14, example="会前学法"),
        Column(StudySession.topics, width=30, example="行政复议法、行政处罚法"),
        Column(StudySession.topic_count, unit="个", listed=False),
        Column(StudySession.law_refs, width=24, listed=False, example="行政复议法"),
        Column(StudySession.lecturer, width=16, example="司法局局长"),
        Column(StudySession.people, unit="人", example="25"),
        Column(StudySession.hours, TRAINING, unit="学时", listed=False, example="1.5"),
        Column(StudySession.meeting, width=22, listed=False, example="政府常务会议〔2025〕5号"),
        Column(StudySession.materials, width=18, listed=False, example="学法档2025-3"),
        Column(StudySession.attendees, TRAINING, width=24, listed=False, example=""),
        Column(StudySession.exam_expected, SYSTEM, unit="人", listed=False, group="考试"),
        Column(StudySession.exam_taken, SYSTEM, unit="人", listed=False, group="考试"),
        Column(StudySession.exam_passed, SYSTEM, unit="人", listed=False, group="考试"),
        Column(StudySession.exam_scores, ASSESSED, width=20, listed=False, group="考试"),
    )
    unique = (StudySession.number,)
    dated = StudySession.on
    sorted_by = StudySession.kind
    searched = (StudySession.number, StudySession.lecturer, StudySession.meeting)

    study_center_group = EntryCount(
        "中心组学法", indicator="leadership.group_study", unit="次", where=_of(StudyKind.CENTER_GROUP), basis=SYSTEM,
        definition="期间内中心组学法的次数；一次学习几个主题计1次。",
    )  # fmt: skip
    study_premeeting = EntryCount(
        "会前学法", indicator="leadership.premeeting_study", unit="次", where=_of(StudyKind.PRE_MEETING), basis=SYSTEM,
        definition="期间内会前学法的次数；一次会议学习几个主题计1次。",
    )  # fmt: skip
    study_lectures = EntryCount(
        "法治专题讲座", indicator="leadership.lectures", unit="期", where=_of(StudyKind.LECTURE), basis=OUTLINE,
        definition="期间内举办法治专题讲座的期数。",
    )  # fmt: skip
    study_topics = EntrySum(
        "学法主题", unit="个", of=StudySession.topic_count, over=EntryCount("", where=~_of(StudyKind.EXAM)),
        definition="各次学习的主题数之和，不含考试。",
    )  # fmt: skip
    study_people = EntrySum(
        "参加学法", indicator="leadership.study_participants", unit="人次", of=StudySession.people,
        over=EntryCount("", where=~_of(StudyKind.EXAM)),
        definition="各次学习参加人数之和，不含考试；未填写人数的不计入。",
    )  # fmt: skip
    study_exam_pass_rate = Share(
        "学法考试合格率", indicator="leadership.exam_pass_rate", basis=ASSESSED,
        numerator=EntrySum("", of=StudySession.exam_passed, over=EntryCount("", where=_of(StudyKind.EXAM))),
        denominator=EntrySum("", of=StudySession.exam_expected, over=EntryCount("", where=_of(StudyKind.EXAM))),
        definition="合格人数÷应考人数，未参加考试的计入分母；没有考试的不适用。",
    )  # fmt: skip

    @classmethod
    def derive(cls, entry: StudySession) -> None:
        """The number of topics."""
        entry.topic_count = len(entry.topics)

    @classmethod
    def check(cls, entry: StudySession, today: date) -> Iterable[Problem]:
        """An examination needs its three numbers, each within the one before."""
        numbers = (entry.exam_expected, entry.exam_taken, entry.exam_passed)
        labels = ("应考人数", "参考人数", "合格人数")
        names = ("exam_expected", "exam_taken", "exam_passed")
        if entry.kind != StudyKind.EXAM:
            return
        for name, label, number in zip(names, labels, numbers, strict=True):
            if number is None:
                yield Problem(name, label, "没有填写", "登记考试必须填写")
        for at in (1, 2):
            larger, smaller = numbers[at - 1], numbers[at]
            if larger is not None and smaller is not None and smaller > larger:
                yield Problem(names[at], labels[at], f"{smaller}大于{labels[at - 1]}{larger}", "请核对人数")

    @classmethod
    def doubts(cls, entry: StudySession) -> Iterable[Problem]:
        """Study before a meeting without the meeting."""
        if entry.kind == StudyKind.PRE_MEETING and not entry.meeting:
            yield Problem("meeting", "会议编号", "会前学法没有填写会议编号", "补充后可与会议对应，避免重复计次")

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """Governments that have held fewer than two lectures when December begins."""
        yield from super().warnings(today, organs)
        if (today.month, today.day) >= WARN_FROM:
            yield from _short_of_lectures(today, list(organs))


def _short_of_lectures(today: date, organs: list[int]) -> Iterator[Warned]:
    bound = Organ.objects.filter(pk__in=organs, kind__in=(OrganKind.GOVERNMENT, OrganKind.TOWNSHIP))
    held: dict[int, int] = {}
    lectures = StudySession.objects.filter(withdrawn=False, kind=StudyKind.LECTURE, on__year=today.year, on__lte=today)
    for organ in lectures.filter(organ_id__in=organs).values_list("organ_id", flat=True):
        held[organ] = held.get(organ, 0) + 1
    for government in bound.order_by("pk"):
        count = held.get(government.pk, 0)
        if count < LECTURES_A_YEAR:
            text = (
                f"{government}{today.year}年已举办法治专题讲座{count}期，少于每年{LECTURES_A_YEAR}期。请在年底前补办。"
            )
            yield Warned("study_lectures_short", text, government.pk, None, date(today.year, 12, 31), OUTLINE)
