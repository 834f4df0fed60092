"""Membership, training, contests or subscriptions are forced on enterprises (AUTH-017)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.draft import Draft
from yifa.check.frames import once
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import demanded_of_private, hit, set_acts
from yifa.law import act

_ACTS = re.compile(
    r"(?:加入|出席|报名|参加(?!执法)|参与|订阅|征订|订购|选?派[^，。；]{1,8}参加)[^，。；]{0,20}?(?:协会"
    r"|商会|学会|联合会|联盟|俱乐部|轮训|培训班|培训|评比|评选|达标|展会|报刊|期刊|杂志|刊物|考试|竞赛"
    r"|大?比武|比赛|大赛|评定|创建|讲座|演出|恳谈会|座谈会)|参评|组[建成]?[^，。；]{0,6}代表队"
)
_FOR_OTHERS = re.compile(r"为[^，。；]*$")
_PROFESSION = re.compile(
    r"职业|继续教育|岗前|业务技能|安全生产(?!协会)|安全生产培训|上岗|从业资格|消防安全培训|特种作业"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return once(_forced(draft), draft)


def _forced(draft: Draft) -> Iterator[Hit]:
    for spot in set_acts(draft, _ACTS, needs=Authority.LOCAL):
        if not _PROFESSION.search(spot.text) and demanded_of_private(spot) and not _FOR_OTHERS.search(spot.text_before):
            yield hit(draft, spot, Authority.LOCAL)


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
