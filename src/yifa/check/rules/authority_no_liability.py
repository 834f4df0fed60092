"""The authority frees itself from liability (AUTH-014)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.frames import once
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, set_acts
from yifa.law import act

_AUTHORITY = re.compile(r"本(?:机关|单位|部门|级)|政府|街道|管委会|管理站|部门|局|办公室|机关|指挥部|村镇")
_ACTS = re.compile(
    r"概不(?:负责|承担)|与(?:政府|本|镇|街道|管委会|主办|[^，。；]{1,6}[局部])[^，。；]{0,6}无关"
    r"|免予(?:追究|赔付|赔偿|承担)|(?<=[失误错漏])[^。；]{0,24}不(?:再|予)(?:补偿|赔偿|赔付)|不(?:承担"
    r"|负)[^，。；]{0,14}(?:责任|义务|赔偿|利息)|(?<=[工划策回整迁造])[^。；]{0,30}(?:损失|减收"
    r"|歇业)[^。；]{0,10}不予(?:补偿|赔偿|赔付)|(?:一概|一律|概)?免责|(?:安全|责任|风险|损失"
    r"|后果)[^，。；]{0,8}自(?:负|行承担|行消化|理)"
)
_THIRD = re.compile(r"(?:第三[人方]|供应商|企业|保险公司|当事人)[^，。；]{0,4}不(?:承担|负)|依法不|尽职免责|容错")


def _look(draft: Draft) -> Iterator[Hit]:
    return once(_freed(draft), draft)


def _freed(draft: Draft) -> Iterator[Hit]:
    for spot in set_acts(draft, _ACTS):
        if (_AUTHORITY.search(spot.statement.text) or "不予" in spot.text) and not _THIRD.search(spot.statement.text):
            yield hit(draft, spot)


RULE = Rule(
    id="AUTH-014",
    group=Group.AUTHORITY,
    severity=Severity.WARNING,
    summary="概括免除行政机关的责任",
    basis=(act("国家赔偿法")[2], act("民法典")[506]),
    suggestion="删除，改为依法承担责任或者依法补偿",
    look=_look,
    fires=("因政策调整造成损失的，本机关不承担任何责任。",),
    silent=(
        "因政策调整造成损失的，依法予以补偿。",
        "镇政府不得以任何理由不承担责任。",
        "行政机关及其工作人员免除责任的，应当依照《公务员法》执行。",
    ),
    kinds=PROVISIONS,
)
