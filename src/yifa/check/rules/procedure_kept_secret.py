"""A normative document is marked as not public (PROC-010)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Spot
from yifa.check.draft import Draft
from yifa.check.frames import find, first_said, frame
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.words import HERE
from yifa.law import act

_SECRET = re.compile(
    r"此件不(?:予)?公开|(?:仅供)?内部掌握|仅限内部使用|不对外公开|本(?:办法|规定|通知|意见|细则|文件|方案|标准"
    r"|清单)[^，。；]{0,6}不(?:予|对外)?(?:公布|发布|公开)"
)
_HIDDEN = (
    frame(
        (
            rf"(?:不给{HERE}{{0,8}}(?:看|知道)|不上网|不贴出来|口头传达|只在{HERE}{{0,6}}(?:掌握|传阅|知道)|不张贴"
            rf"|不留底|不印发)"
        ),
        within=(r"尺度|标准|通知|办法|规定|细则|口径|基准|清单|规则",),
        unless=r"秘密|个人|隐私|会议记录",
    ),
    frame(
        (
            rf"(?:不(?:得)?(?:对)?外(?:传|说|泄|发|公)|不往外|勿外传|不(?:予|在|向|对)?{HERE}{{0,12}}(?:公布|公开"
            rf"|提供|发布|出示|张贴|告知|透露|上网)|只(?:供|限|给){HERE}{{0,10}}(?:掌握|使用|知道|参考|看)|仅(?:供"
            rf"|限){HERE}{{0,10}}(?:掌握|使用|内部|工作人员)|内部(?:掌握|文件|资料|规定|使用|执行)|工作底稿|不公示)"
        ),
        near=(
            (
                rf"(?:本|此|这|该){HERE}{{0,8}}(?:标准|细则|办法|规定|文件|基准|意见|方案|清单|规则|资料|底稿|尺度"
                rf"|通知)|不(?:在|往|得|予|对|向)|勿"
            ),
        ),
        within=(
            rf"(?:本|此|这|该){HERE}{{0,10}}(?:标准|细则|办法|规定|文件|基准|意见|方案|清单|规则|尺度|通知)",
            r"外传|公布|公开|提供|往外|掌握|内部|发布|网|出示|底稿|群众|当事人|被征收人|对外",
        ),
        unless=(
            r"国家秘密|商业秘密|工作秘密|个人信息|隐私|不得(?:向)?(?:企业|当事人|群众)?(?:要求|收取|重复|设置)"
            r"|应当(?:主动)?公开|会议内容|过程性信息|依法(?:可以)?不予公开|不得(?:作为)?内部"
        ),
    ),
)
"""The text is kept from those whom it concerns, in other words."""
_NORM = (
    rf"(?:本(?:办法|规定|通知|意见|细则|文件|方案|标准|清单|基准|规则|件|口径)|此件|(?:收文|发文)单位|公开(?:属性"
    rf"|方式|类别)|(?:审核|审查|审批|认定|裁量|评分|评审|补偿|补助|奖励|处罚|内控|执行|掌握|办理|受理|量罚|收费"
    rf"|测算|核定|评估|控制)(?:的)?(?:[一-龥]{{0,4}}?)(?:口径|档次|标准|基准|条件|细则|尺度|规则|办法|清单|指引|依据"
    rf"|价格|方案)|内部(?:文件|资料)|(?:上述|前款|前述|该|其){HERE}{{0,8}}(?:标准|口径|清单|细则|规定|文件|基准"
    rf"|条件))"
)
"""The text itself, or a measure by which others are judged."""
_WITHHELD = (
    rf"(?<!既)(?:不(?!既|能)(?:得|予|再|宜|应|准|在|对|向|作|列入|纳入|主动|公开|外传)?(?:(?!应当|超出|合理|依法"
    rf"|符合|组织|为)[^，。；、]){{0,14}}?(?:公布|公开|公示|登载|刊登|上网|上传|展示|出示|披露|告知|说明|解释|提供"
    rf"|透露|转载|复印|翻印|发布|外传|外泄|知悉|张贴|对外)|(?:请勿|切勿|勿|严禁|禁止|谢绝){HERE}{{0,8}}(?:外传|外泄"
    rf"|公开|转发|转载|传播|上网|复印|翻印|扩散|对外)|(?:知悉|知晓|阅读|发放|印发|发送|传阅"
    rf"|使用)范围{HERE}{{0,4}}(?:限|仅|控制)|(?:仅|只|限于?){HERE}{{0,12}}(?:内部|系统内|经办人员|执法人员|工作人员"
    rf"|领导|负责人){HERE}{{0,8}}(?:使用|掌握|执行|参考|查阅|传阅|知悉|知晓)|内部(?:掌握|执行|使用|文件|资料(?!性)"
    rf"|传阅|参照|参考|把握|保管))"
)
_KEPT = frame(
    rf"{_NORM}[^。；]{{0,24}}?{_WITHHELD}|不(?:得|予)?(?:向|对){HERE}{{0,12}}(?:提供|公开|透露|说明"
    rf"|公布){HERE}{{0,4}}?{_NORM}|[（(]内部(?:文件|资料){HERE}{{0,8}}[）)，]",
    unless=(
        r"国家秘密|商业秘密|涉密|定密|个人信息|隐私|依法(?:可以)?不予?公开|敏感|会议|名单|举报|投诉|信访|考生|试题"
        r"|标底|评委|评审专家|档案|会商|不得(?:要求|以|作为|设|收|增|将|拒绝|泄露)|不予公开的|应当(?:主动|及时"
        r"|依法|全面)?(?:向社会)?(?:公开|公布|公示)(?!不)|未(?:经|向|按|及时|依法|主动)|(?:可以|有权)(?:要求|申请)"
        r"|政府信息(?!公开)|过程性|工作人员不得|申请人(?:不得|应)|当事人(?:不得|应)|第三[人方]|为由"
    ),
)
"""The text, or the measure it applies, and words for its being kept back, whatever the order."""
_RIGHTLY = re.compile(r"国家秘密|商业秘密|工作秘密|个人信息|隐私")


def _look(draft: Draft) -> Iterator[Hit]:
    hidden = (spot for spot in find(draft, _HIDDEN) if not spot.conditional)
    kept = (spot for spot in find(draft, (_KEPT,)) if not (spot.conditional or _lifted(spot)))
    return first_said(
        draft,
        _said(draft),
        (Hit(spot.start, spot.end, confidence=0.7) for spot in hidden),
        (Hit(spot.start, spot.end) for spot in kept),
    )


def _lifted(spot: Spot) -> bool:
    """Whether it is forbidden to keep the text back; the words of keeping back may begin with a refusal themselves."""
    return spot.denied and not re.search("[不勿]|严禁|禁止|谢绝", spot.text)


def _said(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        if not one.has(_RIGHTLY):
            yield from (Hit(spot.start, spot.end) for spot in one.find(_SECRET) if not spot.denied)


RULE = Rule(
    id="PROC-010",
    group=Group.PROCEDURE,
    severity=Severity.ERROR,
    summary="规范性文件标注不公开或者内部掌握",
    basis=(act("优化营商环境条例")[64, 2], act("行政处罚法")[5, 3]),
    suggestion="公开，或者不作为对外管理的依据",
    look=_look,
    fires=("（此件不公开）", "本标准由各站所内部掌握。"),
    silent=("（此件公开发布）", "不得内部掌握审批标准。", "会议内容不得外传。"),
    kinds=PROVISIONS,
)
