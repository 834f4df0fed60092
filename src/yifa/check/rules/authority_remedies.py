"""The right to reconsideration, litigation, petition or complaint is limited or waived (AUTH-016)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, meant, set_acts
from yifa.check.words import HERE, REMEDY
from yifa.law import act

_REMEDY = (
    r"(?:提出|提起|申请|进行|就此)?(?:行政复议|复议|行政诉讼|诉讼(?!请求)|起诉|信访|上访|举报(?!人)|打官司"
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
_CLOSED_OFF = (
    frame(
        r"(?:打|拨打?|找|用)?(?:12345|热线|市长信箱|媒体|记者|巡视组|督察组)",
        within=(r"取消|扣|不得|不准|不许|停发|收回|不予|降", r"资格|评先|评优|待遇|补助|次|低保|奖|申诉|反映|找"),
        unless=r"公布|开通|受理|办理|回复|限时|接听|不得(?:限制|打击|推诿|拒)|可以|考核",
    ),
    frame(
        r"(?:退(?:款|回|还|钱)|追回|收回|取消|不(?:纳入|予|再|给|得|能|许|准|受理|收|可以)|停(?:发|止)|扣|终止)",
        within=(
            REMEDY,
            r"拿了|领|签|评议|落选|视同|定论|了结|往后|今后|再去|再(?:到|向|有)|答复|保证金|结果|只能|不能去",
        ),
        unless=(
            r"虚假|诬告|捏造|受理(?:投诉|举报|信访)(?:的)?(?:机关|部门|单位)|举报(?:人"
            r"|电话|奖励)|被(?:举报|投诉)|不影响|可以|不得(?:因|拒绝|打击|推诿|限制|要求"
            r"|以)|有权|依法|重复|投诉(?:电话|率|量|三|超)|网络"
        ),
    ),
    frame(
        r"(?:为|是|即)(?:最终|最后的?|终局|定论)|即为定论|就是最后|一锤定音|不再受理|就算了结",
        within=(
            r"结果|答复|决定|结论|意见|评议|处理|补偿|村委会|镇|调解",
            r"复议|诉|告|申诉|受理|上访|反映|异议|法院|打官司",
        ),
        unless=r"法院|仲裁裁决|依法|同一事实",
    ),
    frame(
        rf"(?:复议|投诉|申诉|举报|信访|起诉){HERE}{{0,6}}(?:要|须|应|得)(?:先)?(?:交|缴){HERE}{{0,8}}(?:金|费|钱)",
        unless=r"不(?:得|收|需)",
    ),
    frame(
        rf"(?:不(?:得|准|许(?!可)|能|可以?|再|允许|予|应)|无权|放弃|保证(?!人|保险)|承诺|息诉|罢访|视为"
        rf"|丧失|取消|失去|一概不|概不)(?:(?!限制|要求|名义|为由|强迫|阻|打击"
        rf"|为条件)[^，。；]){{0,24}}?{REMEDY}|不(?:受理|接受|接待|处理|理会|查"
        rf"|理){HERE}{{0,6}}?{REMEDY}|{REMEDY}{HERE}{{0,10}}(?:不(?:受理|接受|接待|处理"
        rf"|予理|理|查|予)|无效)"
        rf"|(?:息诉罢访|停诉息访|不缠访|放弃{HERE}{{0,8}}救济)",
        unless=(
            r"分别向|其中一个|同一(?:事实|理由)|重复|匿名的?举报人信息|诬告|捏造|保密"
            r"|打击报复|限期|超过|已经?(?:终结|办结)"
            r"|仲裁裁决|申请人资格|不影响|不妨碍"
        ),
    ),
    frame(
        (
            rf"(?:收回|扣(?:发|减|除|回|罚)|取消|退回|停发|追回|减发|列入黑名单|降低|失去"
            rf"|丧失){HERE}{{0,14}}(?:奖励|补助|救助|资格|待遇|低保|补偿|评优|名额|福利|款)"
        ),
        within=(REMEDY,),
        unless=r"虚假|诬告|捏造|骗取|受理|举报奖励|经查实|被举报|被投诉|经举报|编造",
    ),
    frame(r"(?:最终|最后|终局|终结性)(?:的)?(?:决定|裁决|处理|结果|结论|意见|答复)", unless=r"仲裁|法律规定|法院"),
    frame(
        (
            rf"(?:未|没有?|须|应当?|必须|不){HERE}{{0,10}}(?:调解|调处|协商|村级"
            rf"|街道){HERE}{{0,20}}{REMEDY}|(?:须|应当?|必须|只能|先){HERE}{{0,12}}(?:调解"
            rf"|调处|协商){HERE}{{0,14}}(?:后|方|才|再){HERE}{{0,10}}{REMEDY}"
        ),
        within=(r"不(?:准|得|许|能|予|可)|方可|才能|方能|后方",),
        unless=r"可以(?:直接)?|自愿",
    ),
)
"""The way to have a decision looked at again is closed, in other words."""
_UNLESS = re.compile(r"仲裁裁决|已经?|重复|超过|不属于|匿名")


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, _limited(draft), _closed_off(draft))


def _closed_off(draft: Draft) -> Iterator[Hit]:
    for spot in meant(draft, _CLOSED_OFF, needs=Authority.LAW):
        yield hit(draft, spot, Authority.LAW, 0.7)
        break


def _limited(draft: Draft) -> Iterator[Hit]:
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
        "对决定不服的，可以依法申请行政复议或者提起行政诉讼。",
        "不得打击报复举报人。",
        "因不可抗力不能申请行政复议的，期限中止。",
        "不得要求当事人承诺不上访。",
    ),
    kinds=PROVISIONS,
)
