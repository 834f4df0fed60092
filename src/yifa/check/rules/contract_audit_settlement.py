"""The price is settled by an audit (CONT-013)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.bargain import PRICE
from yifa.check.contract import acts, meant, refused
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.check.words import HERE, LACK
from yifa.law import act

_AUDIT = r"(?:(?:国家|政府|县|区|市|上级)?审计(?:机关|局|厅|部门|署|中心)?)"
_ACTS = re.compile(
    rf"(?:以|按照?|依据|根据|依照)[^，。；]{{0,12}}?{_AUDIT}[^，。；]{{0,14}}?(?:结果|结论|报告|审定|意见|决定|金额"
    rf"|数额|价)?[^，。；]{{0,14}}?(?:为准|为(?:上|最高)?限|为(?:最终)?(?:结算|付款|支付)?[^，。；]{{0,4}}依据"
    rf"|作为[^，。；]{{0,10}}(?:依据|标准|条件)|结算|支付|付款)|{_AUDIT}(?:审定|审计)(?:的|后的)?(?:金额|价款?|数额"
    rf"|结果)[^，。；]{{0,6}}(?:为|作为)[^，。；]{{0,6}}(?:结算|付款)"
)
_NOT_BEFORE = re.compile(
    rf"(?:未经|没有经过|未通过|未完成|未出具){_AUDIT}[^。；]{{0,24}}?(?:不|拒绝|暂停|暂缓)[^，。；]{{0,12}}(?:结算"
    rf"|支付|付款|拨付)|(?:经|待|等|在){_AUDIT}(?!师)[^，。；]{{0,10}}(?:之?后|完毕|结束|完成"
    rf"|通过)[^。；]{{0,12}}(?:支付|付清|结算|付款|结清)|由{_AUDIT}(?:审定|审计确定|核定"
    rf"|审计)[^。；]{{0,16}}(?:结算|付款|支付|为准)|{_AUDIT}(?:审定)?(?:的)?(?:结果|结论|报告|意见"
    rf"|金额)[^，。；]{{0,4}}(?:为|作为|是)[^，。；]{{0,14}}依据|(?:结算|支付|付款)[^，。；]{{0,6}}(?:须|应当|必须"
    rf"|需)经{_AUDIT}审计|{_AUDIT}[^，。；]{{0,14}}前[^。；]{{0,10}}(?:不|最多|仅|只|至多)[^，。；]{{0,8}}(?:支付"
    rf"|付款|付至)|(?:结算|付款|价款)[^，。；]{{0,10}}由{_AUDIT}(?:审定|核定|审计确定)"
    rf"|审计核减[^，。；]{{0,8}}(?:由(?:乙方|承包人|供应商)|从[^，。；]{{0,8}}扣|不予支付|予以扣)"
)
_FIRM = re.compile(r"会计师事务所|造价咨询|第三方|社会(?:审计|中介)|内部审计|中介机构|双方(?:共同)?委托")
_LAW = re.compile(r"法律、行政法规(?:另有)?规定")
_NOT_SO = re.compile(r"不(?:得|应|再|宜)?(?:直接)?(?:以|作为)")


_BY_AUDIT = (
    frame(
        r"审计(?!师|事务所)",
        within=(
            r"(?:结算|决算|工程款|尾款|价款|造价|工程结|付款|付尾款|多少钱|余款)",
            (
                rf"(?:听|以|按|依|凭|根据|等|待|看){HERE}{{0,14}}审计|审计{HERE}{{0,14}}(?:为准|为依据|执行|说了算"
                rf"|审定数|为前提|为条件|定|后{HERE}{{0,6}}(?:付|结)|结果支付|核减)|前提是|前提{HERE}{{0,10}}审计"
                rf"|{LACK}{HERE}{{0,6}}审计{HERE}{{0,12}}不|审计{HERE}{{0,8}}(?:出来|通过|结束){HERE}{{0,4}}(?:前"
                rf"|后|再)"
            ),
        ),
        unless=(
            r"会计师|造价咨询|第三方|社会(?:审计|中介)|内部审计|双方(?:共同)?委托|法律、行政法规|不影响"
            r"|不(?:得)?以|不作为|接受审计监督|配合审计"
        ),
    ),
    frame(rf"审计{HERE}{{0,8}}核减", within=(r"退|扣|承担|返还|不付|不予",), unless=r"会计师|造价咨询|第三方"),
)


_AUDITED = frame(
    r"审计(?!师|事务所|年度)(?:[^。；]{0,40}(?:结算|支付|付款|退还|退回|扣除|为准|依据|确定|核减|执行))?",
    within=(
        PRICE + r"|已收|核减|付款|最终金额",
        (
            r"(?:采用|按照?|依照|依据|根据|以|执行|遵照|参照|经|由|待|未经|超过|低于|接受|认可|服从"
            r"|认同)[^，。；]{0,16}审计|审计[^，。；]{0,14}(?:为准|依据|确定|认定|核定|审定|核减|结果|结论|意见"
            r"|报告|决定|金额|数额|后)"
        ),
        r"结算|支付|付款|付清|核减|退|扣|为准|依据|确定|采用|执行|为限|低于|超过|返还|调整|拨付",
    ),
    unless=(
        r"会计师|造价咨询|第三方|社会(?:审计|中介)|中介机构|内部审计|双方(?:共同)?委托|法律、行政法规|不影响|不得"
        r"|不以|不作为|不因|接受[^，。；]{0,8}审计监督|配合审计|离任|专项审计|年度审计|财务审计|审计师"
    ),
)
"""A price, and an audit that it hangs on."""


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (
            Hit(s.start, s.end, "以政府审计作为结算、付款的依据或者前提。", confidence=0.75)
            for s in meant(draft, _BY_AUDIT, refusals=True)
            if not re.search("不(?:得|以|作为|影响)", s.text_before + s.text_after[:12])
        ),
        (
            Hit(s.start, s.end, "以政府审计作为结算、付款的依据或者前提。")
            for s in meant(draft, (_AUDITED,), refusals=True)
        ),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    for spot in acts(draft, _ACTS):
        harmless = _FIRM.search(spot.clause.text) or _LAW.search(spot.statement.text) or _NOT_SO.search(spot.text)
        if not harmless:
            yield Hit(spot.start, spot.end)
    for one in draft.statements:
        for spot in one.find(_NOT_BEFORE):
            if _NOT_SO.search(spot.text):
                continue
            if not one.has(_FIRM) and not one.has(_LAW) and (spot.text.startswith("未") or not refused(spot)):
                yield Hit(spot.start, spot.end, "以政府审计作为结算、付款的前提。", confidence=0.85)


RULE = Rule(
    id="CONT-013",
    group=Group.CONTRACT,
    severity=Severity.ERROR,
    summary="以审计机关的审计结果作为结算依据",
    basis=(act("保障中小企业款项支付条例")[12], act("保障中小企业款项支付条例")[31]),
    suggestion="按照合同约定的计价方式结算，删除以审计结果为准的约定",
    look=_look,
    fires=(
        "工程价款以审计局审计结果为准。",
        "最终结算价按照政府审计审定的金额执行，以审计结论作为付款依据。",
        "甲方根据审计机关的审计报告支付工程尾款。",
        "合同价款以县审计局审定价为最终结算依据。",
        "结算以审计为准。",
    ),
    silent=(
        "工程价款按照合同约定的计价方式结算。",
        "不得以审计结果作为结算依据。",
        "工程结算由双方共同委托的会计师事务所审计，以其报告为准。",
        "甲方依法接受审计监督。",
        "法律、行政法规规定以审计结果作为结算依据的，从其规定。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
