"""A list has columns for identity numbers, telephones, accounts or addresses (PII-008)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.personal import is_public
from yifa.check.rule import ALL_KINDS, Rule
from yifa.law import act

_LINE = re.compile(r"[^\n]+")
_CELLS = re.compile(r"[|\t｜]|[ \u3000]{2,}")
_WHO = re.compile(
    r"^(?:姓名|户主(?:姓名)?|申请人(?:姓名)?|学生(?:姓名)?|对象(?:姓名)?|补助对象|受益人|负责人|本人姓名"
    r"|家长|联系人|持卡人|人员姓名|法定代表人)$"
)
_PRIVATE = re.compile(
    r"身份证|证件号|公民身份号|(?:联系|手机|移动)?(?:电话|号码|方式)$|手机|住址|家庭地址|详细地址"
    r"|银行(?:卡|账)|[卡账帐]号"
)
_OFFICIAL = re.compile(r"办公|单位|监督|咨询")
_FEWEST = 3


def _look(draft: Draft) -> Iterator[Hit]:
    if not is_public(draft):
        return
    for line in _LINE.finditer(draft.text):
        cells = [cell.strip() for cell in _CELLS.split(line[0].strip("|｜ \t\u3000"))]
        if len(cells) < _FEWEST or not all(cells) or not any(_WHO.match(cell.replace(" ", "")) for cell in cells):
            continue  # a form to fill in has empty cells
        private = [cell for cell in cells if _PRIVATE.search(cell) and not _OFFICIAL.search(cell)]
        if private:
            at = draft.text.find(private[0], line.start())
            yield Hit(at, at + len(private[0]), f"名单里有“{'、'.join(private)}”栏。", confidence=0.85)


RULE = Rule(
    id="PII-008",
    group=Group.PERSONAL,
    severity=Severity.WARNING,
    summary="公开的名单里有证件号码、电话、账号、住址栏",
    basis=(
        act("政府信息公开条例")[15],
        act("个人信息保护法")[6],
    ),
    suggestion="公开的副本删去这些栏，只留姓名、所在村和公开所必需的内容",
    look=_look,
    fires=(
        "姓名|身份证号|电话",
        "序号 | 户主 | 联系电话 | 面积\n1 | 张某 | 略 | 20",
        "姓名\t家庭住址\t补助金额",
        "序号  姓名  银行账号  金额",
        "|学生姓名|手机号码|学校|",
    ),
    silent=(
        "姓名|所在村|资金数额",
        "姓名|  |身份证号|  ",
        "单位|办公电话|地址",
        "公开的名单不得包含身份证号、电话。",
        "部门|联系人|办公电话",
        "姓名、身份证号、电话由镇政府存档。",
    ),
    kinds=ALL_KINDS,
)
