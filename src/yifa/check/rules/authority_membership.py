"""Membership, training, contests or subscriptions are forced on enterprises (AUTH-017)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.clause import Mode, Party
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame, once
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import demanded_of_private, hit, meant, set_acts
from yifa.check.words import HERE
from yifa.law import act

_ACTS = re.compile(
    r"(?:加入|出席|报名|参加(?!执法)|参与|订阅|征订|订购|选?派[^，。；]{1,8}参加)[^，。；]{0,20}?(?:协会"
    r"|商会|学会|联合会|联盟|俱乐部|轮训|培训班|培训|评比|评选|达标|展会|报刊|期刊|杂志|刊物|考试|竞赛"
    r"|大?比武|比赛|大赛|评定|创建|讲座|演出|恳谈会|座谈会)|参评|组[建成]?[^，。；]{0,6}代表队"
)
_FOR_OTHERS = re.compile(r"为[^，。；]*$")
_TAKES_PART = (
    frame(
        (
            rf"(?:听{HERE}{{0,4}}课|上课|例会|月度会|开会|入会|会员单位|会员|参加|参评|报名"
            rf"|订(?!单|购|货|立|婚|制|做|位|餐)|派{HERE}{{0,8}}(?:人|参加)|学习|礼仪班"
            rf"|夜校|星级评选|评选|考试|联合会|研讨会)"
        ),
        within=(
            r"企业|业主|商户|店|户|摊|公司|厂|合作社|个体|药店|餐饮|民宿|作坊|负责人|教练|司机|老板|驾校|机构",
            (
                rf"缺{HERE}{{0,3}}(?:课|席|勤|会)|不到会|不报名|考不过|记{HERE}{{0,6}}不良|降低"
                rf"|前置条件|人人(?:要|都)|都(?:要|得|须)|须|必须|应当(?:成为|加入|参加)|每家"
                rf"|自费|一律|扣分|按最低"
            ),
            r"商会|协会|促进会|研究会|公会|简报|联合会|县报|镇里|夜校|班|例会|评选|课|培训|街道|县里|报",
        ),
        unless=(
            r"岗前|安全生产|职业资格|特种|消防|食品安全(?:法|管理员)|自愿|鼓励|可以不"
            r"|工作人员|学生|从业资格|继续教育|法定|社会保险"
        ),
    ),
    frame(
        (
            r"(?:入(?!库|围|驻|园|学|网|户|场|住|职|册)|加入|会员|成员|征订|认订|订(?:阅"
            r"|购|一份|\d|[一二两三四五六七八九十])|订|参加|参与|参评|参会|出席|选送|选派"
            r"|派|报名|报送选手|缺席|购买|安装并购买|投保)"
        ),
        near=(
            (
                r"协会|商会|促进会|研究会|公会|联谊会|简报|内参|联合会|联盟|学会|俱乐部|报纸"
                r"|报刊|杂志|期刊|党报|年鉴|研修班"
                r"|培训班|轮训|讲座|学习班|评优|评比|比赛|竞赛|比武|大赛|达标|展会|博览会"
                r"|恳谈会|保险|课程|论坛|沙龙"
            ),
        ),
        within=(
            r"企业|业主|商户|经营|店|户|摊|公司|厂|合作社|个体|网点|工作室|民宿|作坊|老板|负责人|师傅|司机|机构",
            (
                r"须|应(?!用|急|对)|必须|要(?!求)|至少|每[家户个店人]|一律|均|都|不得缺席"
                r"|不少于|当然|统一|一个不落|不到会的|视为|未(?:加入|参加|订)|不(?:加入|参加"
                r"|订)的"
            ),
        ),
        unless=(
            r"职业资格|岗前|安全生产|特种作业|继续教育|上岗|工伤保险|社会保险|强制保险"
            r"|法定|社会保障|自愿|鼓励|可以自|(?:开展|举办|承办)"
        ),
    ),
)
"""They must join, subscribe, attend, in other words."""
_PROFESSION = re.compile(
    r"职业|继续教育|岗前|业务技能|安全生产(?!协会)|安全生产培训|上岗|从业资格|消防安全培训|特种作业"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, once(_forced(draft), draft), _takes_part(draft))


def _takes_part(draft: Draft) -> Iterator[Hit]:
    for spot in meant(draft, _TAKES_PART, needs=Authority.LOCAL):
        if spot.mode is not Mode.MAY and spot.party not in (Party.PUBLIC, Party.AUTONOMOUS):
            yield hit(draft, spot, Authority.LOCAL, 0.7)


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
