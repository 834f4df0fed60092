"""The authority frees itself from liability (AUTH-014)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame, once
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, meant, set_acts
from yifa.check.words import HERE, LOSS
from yifa.law import act

_AUTHORITY = re.compile(r"本(?:机关|单位|部门|级)|政府|街道|管委会|管理站|部门|局|办公室|机关|指挥部|村镇")
_BY_OFFICE = re.compile(r"镇里|村里|乡里|县里|窗口|执法|单位|站|所(?!致|有|得|受)|拆|征|整治|改造|组织方|主办|街道")
_ACTS = re.compile(
    r"概不(?:负责|承担)|与(?:政府|本|镇|街道|管委会|主办|[^，。；]{1,6}[局部])[^，。；]{0,6}无关"
    r"|免予(?:追究|赔付|赔偿|承担)|(?<=[失误错漏])[^。；]{0,24}不(?:再|予)(?:补偿|赔偿|赔付)|不(?:承担"
    r"|负)[^，。；]{0,14}(?:责任|义务|赔偿|利息)|(?<=[工划策回整迁造])[^。；]{0,30}(?:损失|减收"
    r"|歇业)[^。；]{0,10}不予(?:补偿|赔偿|赔付)|(?:一概|一律|概)?免责|(?:安全|责任|风险|损失"
    r"|后果)[^，。；]{0,8}自(?:负|行承担|行消化|理)"
)
_NOT_ANSWERED = (
    frame(
        r"(?:都|均|一律|概|统统)?不(?:赔|补|管|认)(?!偿方案|助|贴)",
        within=(LOSS, r"街道|镇|村|政府|管委会|局|施工|办"),
        unless=r"不得|保险|乙方|合同|法律规定|依法",
    ),
    frame(
        (
            r"(?:不(?:认账|管|担责|负责|理|赔)|无需担责|无须担责|免予追究|免于追究|免追究"
            r"|一概不管|不承担|后果自负|自认倒霉|自己想办法|自己扛|自己兜|不予理会)"
        ),
        within=(LOSS,),
        unless=r"第三[人方]|保险|不得|乙方|合同|见义勇为|志愿者(?:依法)|不可抗力|容错|尽职|法律规定",
    ),
    frame(
        (
            rf"(?:不(?:担责|担|负(?!债)|承担|赔|补偿|作{HERE}{{0,4}}(?:补偿|赔偿)|理赔"
            rf"|予{HERE}{{0,2}}(?:补偿|赔偿|赔付)|再{HERE}{{0,2}}(?:补偿|赔偿))|概不|(?:与"
            rf"|同){HERE}{{2,12}}(?:无关|无涉|不相干|没有关系)|自(?:担|负(?!盈)|理|认)"
            rf"|自行(?:承担|克服|消化|负责|解决|处理)|由(?:本人|其本人|个人|当事人|业主"
            rf"|商户|户主|农户|企业|{HERE}{{1,6}}自己){HERE}{{0,6}}(?:负责|承担|负担)|免责)"
        ),
        within=(
            LOSS,
            (
                r"拆|征|改造|整治|道路|施工|清理|执法|检查|调整|系统|窗口|志愿|巡逻|服务|平台"
                r"|管理|活动|救援|公告|规划|搬迁|关闭|停电|停水|政策"
            ),
        ),
        unless=(
            r"第三[人方]|供应商|保险公司|依法不|尽职免责|容错|自负盈亏|风险自负|盈亏"
            r"|合同约定|乙方|投资人|保险人|见义勇为|不可抗力"
        ),
    ),
)
"""The office does not answer for what goes wrong, in other words."""
_THIRD = re.compile(r"(?:第三[人方]|供应商|企业|保险公司|当事人)[^，。；]{0,4}不(?:承担|负)|依法不|尽职免责|容错")


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, once(_freed(draft), draft), _not_answered(draft))


def _not_answered(draft: Draft) -> Iterator[Hit]:
    for spot in meant(draft, _NOT_ANSWERED):
        if spot.statement.has(_AUTHORITY) or spot.statement.has(_BY_OFFICE):
            yield hit(draft, spot, confidence=0.7)


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
