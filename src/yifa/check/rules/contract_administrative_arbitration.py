"""An administrative agreement is to be arbitrated (CONT-009)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.contract import refused
from yifa.check.draft import Draft
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Example, Rule
from yifa.law import act

_ARBITRATION = re.compile(
    r"(?:提交|提请|申请|交由|由|向|采用|通过|提起|按照)[^。；]{0,26}仲裁(?!法)|仲裁委员会[^，。；]{0,8}(?:仲裁|裁决)"
    r"|(?:以|通过|采取|选择|约定|采用)[^，。；]{0,6}仲裁|仲裁(?:的)?(?:方式|途径|程序)?[^，。；]{0,2}解决"
    r"|仲裁机构[^，。；]{0,8}裁决"
)
_ADMINISTRATIVE = ("administrative_agreement", "administrative", "行政协议")
_TITLE = re.compile(
    r"特许经营|(?:征收|征用|拆迁|搬迁|收回)[^，。；]{0,12}(?:补偿|安置)|补偿安置"
    r"|(?:国有土地|国有建设用地|土地使用权|矿业权|采矿权|探矿权|海域使用权"
    r"|采砂权)[^，。；]{0,6}(?:出让|收回)|政府和?与?社会资本合作|PPP"
    r"|(?:公共租赁住房|公租房|廉租房|保障性住房|保障房)[^，。；]{0,6}(?:租赁|买卖|配租|销售)|息诉罢访"
    r"|行政协议|委托执法"
)


def _look(draft: Draft) -> Iterator[Hit]:
    """Certain from the metadata, else from the title; where the metadata leave the nature open, a hint."""
    nature = draft.facts.get("nature")
    if nature in _ADMINISTRATIVE:
        severity, confidence = Severity.ERROR, 0.95
    elif not nature and _TITLE.search(draft.title or draft.text[:60].split("\n")[0]):
        severity, confidence = Severity.ERROR, 0.85
    elif "nature" in draft.facts and not nature:
        severity, confidence = Severity.INFO, 0.5
    else:
        return
    for one in draft.statements:
        for spot in one.find(_ARBITRATION):
            if not refused(spot) and not re.search(r"劳动", one.text):
                message = (
                    None
                    if severity is Severity.ERROR
                    else "没有写明是民事合同还是行政协议；行政协议约定仲裁的，仲裁条款无效。"
                )
                yield Hit(spot.start, spot.end, message, severity, confidence)
                break


_HEAD = "某县污水处理特许经营协议\n甲方：某县人民政府\n乙方：某水务有限公司\n"
_CIVIL = "某县办公家具采购合同\n甲方：某县档案馆\n乙方：某家具有限公司\n"
RULE = Rule(
    id="CONT-009",
    group=Group.CONTRACT,
    severity=Severity.ERROR,
    summary="行政协议约定仲裁，该条款无效",
    basis=(act("最高人民法院关于审理行政协议案件若干问题的规定")[26],),
    suggestion="改为依法申请行政复议或者向有管辖权的人民法院提起行政诉讼",
    look=_look,
    fires=(
        _HEAD + "第一条 争议提交某仲裁委员会仲裁。",
        Example("争议由某市仲裁委员会仲裁。", {"nature": "administrative_agreement"}),
        "某县房屋征收补偿协议\n甲方：某县房屋征收办公室\n乙方：张某\n第一条 争议向某仲裁委员会申请仲裁。",
        "国有建设用地使用权出让合同\n第一条 争议提交某仲裁委员会仲裁。",
        Example("争议提交某仲裁委员会仲裁。", {"nature": ""}),
    ),
    silent=(
        _HEAD + "第一条 争议向协议履行地人民法院提起行政诉讼。",
        Example("争议提交某仲裁委员会仲裁。", {"nature": "civil_contract"}),
        "争议提交某仲裁委员会仲裁。",
        _CIVIL + "第一条 争议提交某仲裁委员会仲裁。",
        _HEAD + "第一条 争议不得提交仲裁。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
