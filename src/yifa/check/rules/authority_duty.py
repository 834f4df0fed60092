"""A private person is put under a duty or a ban without a higher act (AUTH-010)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Party
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, set_acts
from yifa.law import act

_ACTS = re.compile(r"不得|禁止|严禁|不准|必须|应当|一律|只准|只能|限定")
_PLAIN = re.compile(
    r"如实|真实|配合|弄虚作假|虚报|骗取|冒领|伪造|提交|提供|提出|申请|申报|报名|填写|遵守|遵循|诚信|公平|约定|合同|自愿|享有|受到|公告|通知|予以支持|归还|退回|退还|强制|变相|违法|非法|侵占|破坏|损毁|阻碍|妨碍|干扰|告知"
)
_MAY = re.compile(r"有权|可以")


def _look(draft: Draft) -> Iterator[Hit]:
    seen: set[int] = set()
    for spot in set_acts(draft, _ACTS):
        rest = spot.statement.text[spot.start - spot.statement.start :]
        if (
            spot.statement.start in seen
            or _PLAIN.search(rest)
            or spot.party is not Party.PRIVATE
            or _MAY.search(spot.text_before)
        ):
            continue
        if not draft.article_cites(spot.start):
            seen.add(spot.statement.start)
            yield hit(draft, spot, 0.6)


RULE = Rule(
    id="AUTH-010",
    group=Group.AUTHORITY,
    severity=Severity.WARNING,
    summary="减损公民、企业权利或者增加其义务，没有写明上位法依据",
    basis=(act("优化营商环境条例")[64, 1], act("地方各级人民代表大会和地方各级人民政府组织法")[75]),
    suggestion="补上法律、法规依据，或者改为倡导性条款",
    look=_look,
    fires=("业主不得在自有阳台安装任何遮阳设施。", "经营者必须在每晚九点前关门停业。"),
    silent=(
        "业主应当依照《中华人民共和国民法典》交存维修资金。",
        "申请人应当如实填写申请表。",
        "各部门不得要求企业重复提交材料。",
        "鼓励企业参加志愿服务。",
    ),
    kinds=PROVISIONS,
    general=True,
)
