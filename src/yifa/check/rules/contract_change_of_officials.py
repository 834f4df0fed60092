"""The contract ends or payment waits because officials or offices change (CONT-015)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.bargain import CHANGES, ENDS_OR_STOPS, INTERNAL_STEPS, OFFICIAL, ORGAN_CHANGES
from yifa.check.contract import meant
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.parties import Side
from yifa.check.rule import Rule
from yifa.check.words import HERE
from yifa.law import act

_REASON = re.compile(
    r"换届|新任(?:领导|负责人|班子)|领导[^，。；]{0,8}(?:不同意见|批示|指示)|(?:负责人|领导|法定代表人|责任人"
    r"|经办人|人员|班子(?:成员)?|经办|主要领导)(?:的)?(?:变更|更替|更换|调整|变动|调动|离任|交接)|(?:机构|职能"
    r"|职责|隶属关系)[^，。；]{0,4}(?:改革|调整|变更|合并|撤销|划转|整合|撤并|变动)|(?:行政)?区划(?:调整|变更)"
    r"|撤并|(?:乡镇|街道|部门|单位)(?:合并|撤销|更名)|撤[县乡镇]|(?:内部|财务|付款|支付|报账)[^，。；]{0,6}(?:流程"
    r"|审批|程序|手续)|履行[^，。；]{0,8}(?:付款|支付|审批)流程|人事(?:变动|调整)"
)
_EFFECT = re.compile(
    r"(?:终止|解除|不再履行|停止履行|中止履行|单方变更|暂缓(?:支付|付款)|暂停(?:支付|付款|履行)|(?:迟延|延期|推迟"
    r"|延迟|延后|顺延)(?:支付|付款)|拒绝(?:支付|付款)|(?:支付|付款)[^，。；]{0,8}(?:顺延|延后|暂停|推迟|暂缓)"
    r"|不(?:承担|视为)[^，。；]{0,8}(?:违约|逾期|迟延)|自动失效|自动终止|自然终止|重新(?:确认|审定|签订|审议"
    r"|研究)[^。；]{0,10}(?:方可|后|才)|不再(?:承认|执行|认可)|作废)"
)
_DENIED = re.compile(r"不得|不能|不因|不影响|不应|无权|禁止|仍|继续履行|继续有效|不构成|承继")
_OTHER = re.compile(r"(?:乙方|供应商|承包人|项目公司)(?:的)?(?:法定代表人|负责人|人员|主要负责人|内部|项目负责人|领导)")


_CHANGED = (
    frame(
        r"(?:重新上会|重新认|认一遍|先放着|不算拖欠|不算逾期|搁着|等领导|不作数|重谈|另说|等等再)",
        within=(r"书记|领导|镇长|县长|班子|签字|换|流程|审批|局长",),
        unless=r"照样|不影响|不得",
    ),
    frame(
        (
            r"(?:不(?:认|承认|算|赔|视为|执行|再|承担|履行|付)|结束|终止|解除|作废|失效|暂停|暂缓|缓付|重新|另行"
            r"|决定是否|顺延|推迟|等|研究|自然|停|搁置|有权)"
        ),
        within=(
            (
                rf"(?:换届|换人|换(?:了)?(?:领导|班子|书记|镇长|县长|局长)|新(?:任|来的?|镇长|书记|领导|班子)"
                rf"|(?:领导|负责人|负责同志|镇长|县长|书记|局长|班子|分管|经办){HERE}{{0,6}}(?:调整|变动|变更|更换"
                rf"|调走|离任|调离|换|不在)|(?:机构|部门|乡镇|街道|区划|单位){HERE}{{0,4}}(?:改革|合并|撤并|撤销"
                rf"|调整|更名|拆分)|撤并|(?:内部|财务|审批|会签|报账|签批|流程){HERE}{{0,6}}(?:审批|流程|走完|手续"
                rf"|没走完|程序|签批|没签))"
            ),
            r"合同|协议|款|付|履行|约定",
        ),
        unless=(
            r"不得|不影响|不因|(?<!是否)(?<!决定)继续履行|继续有效|承继|仍(?:然)?(?:应|须|有效)"
            r"|乙方(?:的)?(?:法定代表人|负责人|内部|项目经理|人员)|书面通知|供应商内部"
        ),
    ),
)


_SHAKEN = frame(
    ENDS_OR_STOPS,
    within=(
        (
            rf"{OFFICIAL}[^，。；]{{0,12}}{CHANGES}|{CHANGES}[^，。；]{{0,8}}(?:{OFFICIAL}|政府)|换届"
            rf"|{ORGAN_CHANGES}|{INTERNAL_STEPS}[^。；]{{0,12}}(?:[未没]|前|期间|完成|原因|办结|通过)|(?:[未没]"
            rf"|等待|履行|因)[^，。；]{{0,8}}{INTERNAL_STEPS}|甲方[^，。；]{{0,4}}(?:撤销|合并|分立|撤并|划转)"
        ),
        r"合同|协议|款|付|履行|约定|承诺|补偿|责任",
    ),
    unless=(
        r"不得(?:以|因|单方|拒)|不影响|不因|(?<!是否)(?<!决定)(?<!能否)继续(?:履行|有效)|承继|由[^，。；]{0,8}承接"
        r"|仍(?:然)?(?:应|须|有效)|乙方(?:的)?(?:法定代表人|负责人|内部|项目经理|人员|主要|变更|更换|擅自|发生)"
        r"|书面通知|通知(?:对方|甲方|乙方)|供应商内部|项目负责人|规划调整|政策调整|依法(?:给予)?补偿|监理"
    ),
)
"""A change of officials or organs, or steps inside the office, and what becomes of the contract."""


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (Hit(s.start, s.end, confidence=0.7) for s in meant(draft, _CHANGED, refusals=True)),
        (Hit(s.start, s.end) for s in meant(draft, (_SHAKEN,), refusals=True)),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        reason = _REASON.search(one.text)
        if not reason or one.has(_OTHER):
            continue
        effect = _EFFECT.search(one.text)
        between = one.text[: effect.end()] if effect else ""
        if not effect or _DENIED.search(re.sub(r"不(?:承担|视为)|方可继续履行", "", between)) or "不影响" in one.text:
            continue
        sides = [side for _, _, side in draft.parties.mentions(one.text[: reason.start()])]
        if not sides or sides[-1] is not Side.PRIVATE:
            yield Hit(one.start + min(reason.start(), effect.start()), one.start + max(reason.end(), effect.end()))


RULE = Rule(
    id="CONT-015",
    group=Group.CONTRACT,
    severity=Severity.ERROR,
    summary="以换届、人员变更、机构调整、内部流程为由终止合同或者迟延付款",
    basis=(act("优化营商环境条例")[31], act("保障中小企业款项支付条例")[14]),
    suggestion="删除；确需为公共利益变更的，依法定程序并补偿",
    look=_look,
    fires=(
        "因政府换届，甲方可以终止合同。",
        "甲方主要负责人变更的，可以暂缓支付价款。",
        "遇机构改革，本协议自动终止，双方互不追究。",
        "甲方履行内部付款流程期间，付款时间顺延，不视为违约。",
        "因行政区划调整，甲方有权解除合同。",
    ),
    silent=(
        "不得以政府换届为由终止合同。",
        "甲方负责人变更不影响合同效力，应当继续履行。",
        "因机构改革职能调整的，由承继单位继续履行本合同。",
        "乙方法定代表人变更未通知甲方的，甲方可以解除合同。",
        "甲方不得以履行内部流程为由迟延支付。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
