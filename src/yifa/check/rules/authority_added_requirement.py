"""A requirement is added to a licence or a government service (AUTH-003)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.clause import Mode, Party, Spot
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit
from yifa.law import act

_SERVICE = re.compile(
    r"(?:申请|办理|申领|申办|领取|核发|换发|补办|报建)[^，。；]{0,24}(?:许可|审批|登记|核准|备案|证|执照"
    r"|资格|建房|宅基地|手续)|(?:许可|审批|登记|核准|备案)(?:环节|前|时|手续|事项|的办理)|(?:申请|新办"
    r"|开办|办理)[^，。；]{0,20}(?:的|时|人)|许可证"
)
_EXTRA = re.compile(
    r"还(?:应当?|须|需要?|要|必须|得)|另(?:应当?|须|需|外|行|附)|同时(?:应当?|须|需|具备|提供|提交)|额外"
    r"|一并(?:提交|提供)|增[报加交]|加报|先行|以外|之外|附上|附加|增[列设加][^，。；]{0,6}(?:程序|环节"
    r"|材料|条件|步骤|要件)|(?:法定|规定)(?:的)?(?:条件|材料|资料|要件|程序|申请[^，。；]{0,4})外"
)
_DEMAND = re.compile(
    r"(?:提供|提交|附上|附|出具|取得|具备|报|交|缴清|结清|签订|增加)[^，。；]{0,30}?(?:材料|凭据|凭证"
    r"|意见表?|承诺书?|证明|同意书|声明|函|协议|手续|报告|费|[欠款]款|款|图纸|照片|单据|收据|盖章|签字|要件|条件)"
    r"|(?:提交|提供|附上?|附具|递交|出具|带上?|拿出)[^，。；]{2,30}|(?:达到|具备)[^，。；]{2,30}|(?:面积|人员"
    r"|资金|设备|规模)[^，。；]{0,6}(?:不低于|不少于|达到)[^，。；]{1,10}|加设[^，。；]{0,10}[环关道]"
    r"|经[^，。；]{2,14}(?:同意|盖章|签字|审核|确认)|增[设列加][^，。；]{0,12}(?:环节|程序|步骤)"
    r"|由[^，。；]{2,12}(?:先行)?(?:核验|审核|确认|盖章|签字)"
)
_SIZE = re.compile(
    r"(?:许可|登记|备案|执照)[^。；]{0,20}?，(?:[^，。；]{0,4}面积|从业人员"
    r"|资金)[^，。；]{0,4}不(?:得)?(?:少于|低于)"
)
_AGENT = re.compile(r"代理|代办|委托|死亡")
_REFUSAL = re.compile(
    r"(?:退件|终止办理|不予受理|不收件)|否则[^。；]{0,8}(?:不予|暂缓|不得|不)[^。；]{0,8}(?:核发|受理|办理"
    r"|发放|审批|登记)"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        if one.authority >= Authority.RULE or one.defining or one.reporting or not one.has(_SERVICE):
            continue  # 除法定材料外 names no law for what is added
        yield from (hit(draft, spot) for spot in one.find(_SIZE) if not spot.denied and not one.has(_EXTRA))
        if not (one.has(_EXTRA) or one.has(_REFUSAL)):
            continue
        for spot in one.find(_DEMAND):
            if (
                not spot.denied
                and not spot.taken_back
                and (spot.party is not Party.PUBLIC or re.search("增|加设|要求", spot.text + spot.text_before))
                and spot.mode is not Mode.MAY
                and not _AGENT.search(spot.text)
                and _adds(spot)
            ):
                yield hit(draft, spot)
                break


def _adds(spot: Spot) -> bool:
    """Whether the demand comes with what says that it is added, in its own clause or the one before."""
    return bool(
        _EXTRA.search(spot.statement.text[: spot.end - spot.statement.start]) or _REFUSAL.search(spot.text_after)
    )


RULE = Rule(
    id="AUTH-003",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="对许可、登记等事项增设材料、条件或者环节",
    basis=(act("行政许可法")[16, 4], act("优化营商环境条例")[35]),
    suggestion="删除增设的内容，只保留法律、法规、规章列明的材料和条件",
    look=_look,
    fires=("申请办理施工许可的，还应当提交社区同意书。", "办理营业登记，同时须具备街道出具的意见。"),
    silent=("申请办理施工许可的，应当提交法律、法规、规章规定的材料。", "办理登记时，工作人员不得另外要求提交材料。"),
    kinds=PROVISIONS,
)
