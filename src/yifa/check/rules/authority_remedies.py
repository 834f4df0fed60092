"""The right to reconsideration, litigation, petition or complaint is limited or waived (AUTH-016)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, set_acts
from yifa.law import act

_REMEDY = (
    r"(?:提出|提起|申请|进行|就此)?(?:行政复议|复议|行政诉讼|诉讼(?!请求)|起诉|信访|上访|(?<!被)举报(?!人)|打官司"
    r"|控告|申诉|上诉|告状|投诉|反映[^，。；]{0,6}(?:问题|诉求))"
)
_ACTS = re.compile(
    r"(?:不得|(?:自愿)?放弃|无权|不能|不准|不许|不允许|不可)(?:再|再次|再行|一切|任何"
    rf"|全部)?(?:提出异议、)?(?:[到向就对因][^，。；]{{0,18}}?)?{_REMEDY}"
    rf"|(?:保证|承诺|约定)[^，。；]{{0,8}}?不(?:再|得)?(?:[到向就][^，。；]{{0,12}})?{_REMEDY}|(?:丧失|失去"
    rf"|取消|视为放弃)[^，。；]{{0,18}}?{_REMEDY}|不(?:予)?(?:受理|接受|接待)[^，。；]{{0,4}}(?:投诉|复议"
    r"|举报|申诉|信访)(?!事项|范围|条件)|不(?:准|得|许|再)再?访|为(?:最终|终局)(?:决定|裁决|处理|结果"
    r"|结论)"
    rf"|未经[^，。；]{{0,12}}(?:调解|调处|协商|处理|同意)[^。；]{{0,14}}?{_REMEDY}[^。；]{{0,6}}?(?:不予"
    rf"|不得)(?:受理|提起|进行)?|{_REMEDY}[^，。；]{{0,10}}(?:权利|资格)[^，。；]{{0,6}}(?:丧失|取消"
    r"|自动放弃)"
)
_UNLESS = re.compile(
    rf"仲裁裁决|已经?|重复|超过|不属于|匿名|不得因[^，。；]{{0,18}}?{_REMEDY}[^，。；]{{0,14}}?(?:而|加重|报复|歧视|刁难|降低)"
)
"""Among them what protects the one who seeks a remedy: 不得因其申请行政复议而加重处罚."""


def _look(draft: Draft) -> Iterator[Hit]:
    for spot in set_acts(draft, _ACTS, needs=Authority.LAW, unless=_UNLESS):
        yield hit(draft, spot, Authority.LAW)


RULE = Rule(
    id="AUTH-016",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="限制或者要求放弃复议、诉讼、信访、举报的权利",
    basis=(act("行政复议法")[2], act("行政诉讼法")[2], act("信访工作条例")[18]),
    suggestion="删除，写明可以依法申请行政复议或者提起行政诉讼",
    look=_look,
    fires=("签订协议后不得申请行政复议。", "领取补偿款的，应当承诺不再信访。"),
    silent=(
        "不得因当事人申请行政复议而加重处罚。",
        "对决定不服的，可以依法申请行政复议或者提起行政诉讼。",
        "不得打击报复举报人。",
        "因不可抗力不能申请行政复议的，期限中止。",
        "不得要求当事人承诺不上访。",
        "举报人的姓名应当保密，不得向被举报单位透露。",
    ),
    kinds=PROVISIONS,
)
