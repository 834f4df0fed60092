"""Membership, training, contests or subscriptions are forced on enterprises (AUTH-017)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Mode, Party
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, set_acts
from yifa.law import act

_ACTS = re.compile(r"(?:加入|参加|订阅)[^，。；]{0,16}?(?:协会|商会|学会|培训|评比|达标|展会|报刊|考试)")
_PROFESSION = re.compile(r"职业|技能|继续教育|岗前|安全生产")


def _look(draft: Draft) -> Iterator[Hit]:
    for spot in set_acts(draft, _ACTS):
        if _PROFESSION.search(spot.text):
            continue
        if spot.mode is Mode.MUST and spot.party is Party.PRIVATE:
            yield hit(draft, spot)


RULE = Rule(
    id="AUTH-017",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="强制加入协会、参加培训评比或者订阅",
    basis=(act("优化营商环境条例")[17],),
    suggestion="改为自愿",
    look=_look,
    fires=("辖区企业必须加入区物业管理协会。", "经营者应当参加街道组织的达标评比。"),
    silent=("企业可以自愿参加免费培训。", "行政机关工作人员应当参加业务培训。", "不得强制企业加入行业协会。"),
    kinds=PROVISIONS,
)
