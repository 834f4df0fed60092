"""A deposit is demanded that may not be, or only in cash (CONT-016)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.contract import meant, refused
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.parties import Side
from yifa.check.rule import Rule
from yifa.check.words import HERE
from yifa.law import act

_PAID = r"(?:缴纳|交纳|缴存|交存|缴付|支付|交付|提交|存入|收取|预交|预缴|缴交|转入|汇入)"
_CASH = re.compile(
    rf"(?:以|采用|通过|用|须以|按)?(?:现金|现款|转账|电汇)(?:形式|方式"
    rf"|转账)*[^，。；]{{0,6}}{_PAID}[^，。；]{{0,16}}(?:保证|担保)金|(?:(?:保证|担保)金|履约担保"
    rf"|投标担保)[^。；]{{0,16}}?(?:以|采用|只接受|仅限|只限|限于|必须为|须为|应为|只能以|只收|一律(?:交|缴|收)?|交"
    rf"|收|缴)(?:银行)?(?:现金|转账|电汇)"
)
_BONDS = re.compile(r"保函|保单|保险|支票|汇票|担保公司|其他(?:非现金)?形式")
_ONLY_CASH = re.compile(
    r"(?:不接受|不受理|不认可|拒收|拒绝(?:接受)?|不得(?:使用|采用|以)|不收)[^，。；]{0,6}保函"
    r"|保函[^，。；]{0,4}(?:一概|一律|均)?不(?:收|接受|认)"
)
_KINDS = re.compile(
    rf"{_PAID}[^，。；]{{0,14}}?(?P<name>(?:诚信|信誉|信用|进场|廉政|廉洁|文明施工|安全文明施工|安全生产|安全施工"
    rf"|安全|工期|质量承诺|中标|开工|施工|竣工资料|资料|环保|扬尘(?:治理|防治)?|优质|创优|民工|治安|恢复|复绿|履职"
    rf"|垃圾清运|渣土)(?:履约)?(?:保证金|押金|抵押金)|诚意金|风险(?:抵押|保证)金)"
)


_ANY = re.compile(r"[\u4e00-\u9fff]{2,8}(?:保证金|抵押金)")
_PAYING = re.compile(_PAID)
_ALLOWED = re.compile(
    rf"投标|履约|(?<!服务)质量|工资$|质保|租赁|预留|缺陷责任|工资支付|(?:{_PAID}|退还|返还|扣除|没收|相应|上述|其他"
    rf"|[的该此本等项何])$"
)
_WORKS = re.compile(r"乙方|供应商|中标|投标人|施工|工程|承包人|开工|进场|工地|建设单位")


_ALL_CASH = (
    frame(
        r"(?:保证金|担保(?!法|物权|公司(?:代偿|追偿))|押金|诚信金|抵押金|保证)",
        within=(
            (
                r"只(?:认|收|能|接受|要|限)|须是|必须是|仅|一概|一律|限(?:于|定)|不(?:收|接受|认|得以其他|得以保函"
                r"|要|予认可)|退回|拒收"
            ),
            r"现(?:金|钱|款)|转账|电汇|基本户|保函|到账",
        ),
        unless=r"不得限|自愿|可以|任选|均可|保函或|等形式|退还保证金",
    ),
    frame(
        r"[一-龥]{2,8}(?:押金|抵押金|诚信金|保证金|风险金|承诺金)",
        near=(r"交(?!通|付使用|货|工|底|接)|缴|存|付|收取|预留|押",),
        within=(r"乙方|承包|中标|施工|供应商|投标人|工程|进场|供货",),
        unless=(
            r"(?:投标|履约|质量|工资|质保|租赁|农民工工资)(?:保证|担保)?(?:保证金|押金)(?![^。]{0,40}[另还])|依法"
            r"|国家规定|甲方[^，。；]{0,12}(?:退还|返还)|不得|租|房屋|车辆|食堂餐具"
        ),
    ),
)


_NO_BOND = (
    frame(
        r"(?:不予|概不|一律不|均不|不|拒绝)(?:接受|认可|受理|采纳|收取|承认)|不得(?:使用|采用"
        r"|以)[^，。；]{0,6}(?:保函|保单|非现金|其他)|无效",
        within=(r"保函|保单|其他(?:形式|方式)|非现金|支票|担保公司|保险", r"保证金|履约担保|投标担保|担保|保函"),
        unless=r"债务|不为|甲方不得|采购人不得|不得拒绝|不得(?:限定|强制|要求)|贷款|融资|借款",
    ),
    frame(
        rf"(?:应当?|须|只|仅|限|必须|一律|统一|均|一次性){HERE}{{0,14}}(?:现金|现款|转账|电汇|汇款|汇入|存入|打入"
        rf"|划入|缴入|汇至|到账|网银)",
        within=(r"保证金|履约担保|投标担保|质量担保",),
        unless=r"不得限|自愿|保函|保单|保险|支票|汇票|或者|退还|返还|退回|可以|任选|甲方(?:应当?|须|将)",
    ),
)
"""A deposit in money and nothing else."""


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (
            Hit(s.start, s.end, "保证金只限法定四类，并应当接受保函。", confidence=0.75)
            for s in meant(draft, _ALL_CASH, refusals=True)
            if not re.search("不得|无需|不(?:收取|缴|交)", s.text_before + s.text_after[:8])
            and draft.parties.actor(s) is not Side.GOVERNMENT
        ),
        (Hit(s.start, s.end, "保证金不得限定为现金，应当接受保函。") for s in meant(draft, _NO_BOND, refusals=True)),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        only = _ONLY_CASH.search(one.text)
        for spot in one.find(_CASH):
            if (only or not one.has(_BONDS)) and not refused(spot) and draft.parties.actor(spot) is not Side.GOVERNMENT:
                yield Hit(spot.start, spot.end, "保证金不得限定为现金，应当接受保函。")
        found = [
            *one.find(_KINDS),
            *(
                s
                for s in one.find(_ANY)
                if one.has(_WORKS) and not _allowed(s.text) and _PAYING.search(s.text_before + s.text)
            ),
        ]
        for spot in found[:1]:
            if (
                not refused(spot)
                and not re.search(r"依法|国家规定", spot.clause.text)
                and not re.search(r"返还|退还|退回", spot.clause.text[: spot.start - spot.clause.start])
            ):
                yield Hit(spot.start, spot.end, "除投标、履约、工程质量、农民工工资保证金外，不得收取其他保证金。")


def _allowed(words: str) -> bool:
    """Whether the deposit is one of the four that may be taken: the words right before 保证金 say so."""
    return bool(_ALLOWED.search(re.sub(r"(?:保证金|抵押金)$", "", words)[-6:]))


RULE = Rule(
    id="CONT-016",
    group=Group.CONTRACT,
    severity=Severity.ERROR,
    summary="违规收取保证金，或者把保证金限定为现金",
    basis=(act("保障中小企业款项支付条例")[13, 1], act("保障中小企业款项支付条例")[13, 2]),
    suggestion="只收投标、履约、工程质量、农民工工资保证金，并接受保函",
    look=_look,
    fires=(
        "乙方以现金方式缴纳履约保证金。",
        "承包人应当交纳诚信保证金十万元。",
        "履约保证金必须以转账形式提交，保证金只接受现金。",
        "乙方进场前缴纳安全生产保证金三万元。",
        "乙方应当向甲方缴纳廉政保证金。",
    ),
    silent=(
        "乙方可以以金融机构保函提交履约保证金。",
        "乙方以银行保函、现金或者保险保单缴纳履约保证金。",
        "甲方不得收取诚信保证金。",
        "承包人按照规定存储农民工工资保证金。",
        "甲方应当退还乙方缴纳的履约保证金。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
