"""A time limit is counted in 天 (PROC-013)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule

_NUMBER = "0-9〇零一二两三四五六七八九十百几数"
_DAYS = re.compile(
    rf"(?<![{_NUMBER}每第])[{_NUMBER}]{{1,9}}个?(?:工作|自然|日历)?天(?![气然数空线桥平津津然])"
    rf"(?:之内|以内|内|里(?=[^程面外])|的?时[间限]内?|之前|前|之后|后|届满|以上)?"
)
_LIMITS = re.compile(
    r"[内里前后]|[自从]|之日|届满|满|期|限|提前|延|逾|超过|不少于|少于|不得|至少|最[长短多少]|公示|公告|办结|办理"
    r"|完成|答复|告知|整改|保存|异议|补正|审[查核批]|通知"
)
_HAPPENS = re.compile(
    r"每[天日周月年]|降雨|降雪|雨雪|气温|高温|低温|天气|阴雨|晴|放假|假期|休假|会期|展期|赛期|学期|开学|课|住院"
    r"|营业|开放|值班|轮[休值]|旅游|航班"
    r"|优良天数|平均|全年|天[一二两三四][次遍]|[内中][^，。；]{0,4}[两二三四五六七八九十0-9]+次"
    r"|连续[^，。；]{0,8}(?:旷工|缺勤|未到岗|雨|温|晴)|旷工|驻村|出勤|到岗|蹲点|为期"
)
"""Days on which something is done or happens: they are no limit of time."""


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        for spot in one.find(_DAYS):
            clause = spot.clause.text
            if _LIMITS.search(clause) and not _HAPPENS.search(clause):
                yield Hit(spot.start, spot.end)


RULE = Rule(
    id="PROC-013",
    group=Group.PROCEDURE,
    severity=Severity.WARNING,
    summary="期限用“天”",
    basis=("《立法技术规范（试行）（一）》“日，工作日”",),
    suggestion="改为“日”或者“工作日”",
    look=_look,
    fires=("应当在10天内答复。", "会议召开前三天通知。", "公示期为五天。", "工期为四十五天。"),
    silent=("应当在10个工作日内答复。", "放假三天。", "会期两天。", "全年优良天数不少于300天。"),
    kinds=PROVISIONS,
)
