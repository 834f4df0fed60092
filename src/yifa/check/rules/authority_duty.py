"""A private person is put under a duty or a ban without a higher act (AUTH-010)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.clause import Party, Spot, party_of
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import article_cites, hit, set_acts
from yifa.check.words import BAN
from yifa.law import act

_ACTS = re.compile(
    r"不得|禁止|严禁|不准|必须|(?<![相对响适反效供])应(?:当)?(?!急|用|对|付|收|税|届|聘|诉|邀|答|纳|缴)"
    r"|一律|只[准能许可]|不许|不让|限定|须(?!知)"
)
_PLAIN = re.compile(
    r"如实|真实|配合|弄虚作假|虚报|骗取|返还|(?:立即|及时)[^，。；]{0,4}报告"
    r"|赔偿责任|挪作|足额支付|劳动报酬|工资|冒领|伪造|垄断|明码标价|税款|公开透明"
    r"|提交|提供|提出|申请|申报"
    r"|报名|填写|遵守|遵循|诚信|公平|约定|合同|自愿|享有|受到|公告|通知|予以支持|归还|退回|退还"
    r"|强制|变相|违法|非法|侵占|破坏|损毁|阻碍|妨碍|干扰|告知"
)
"""What an applicant or anybody owes anyway."""
_BANS = ("不得", "禁止", "严禁", "不准", "不许", "不让")
_PLAIN_BAN = re.compile(
    r"真实|弄虚作假|虚报|虚假|隐瞒|骗取|返还|挪|冒领|伪造|涂改|垄断|税款|提出|申请"
    r"|申报|报名|公平|约定|合同|享有|受到|告知|予以支持|归还|退"
    r"|强[制迫行]|变相|违法|违规|非法|侵占|破坏|损毁|阻|妨|干扰|提交|通知|要求"
    r"|影响|超出|泄密|对外提供|为[^，。；]{1,8}提供|向[^，。；]{1,8}提供"
)
"""What nobody may do anyway."""
_SOFT = re.compile(
    r"积极|爱护|尊重|维护|文明(?!施工)|自觉|弘扬|履行[^，。；]{0,10}(?:义务|责任)|重视|关心|互相|相互|树立|传承"
    r"|注意|珍惜|支持|节约|保持|妥善|协助|团结|互助|表率|坚持|根据实际|防止|预防|做到|取得|持有|具备|有人"
)
"""What calls for good conduct and burdens nobody in particular."""
_PROTECTS = re.compile(
    rf"{BAN}[^，。；]{{0,24}}(?:返还|收回|捆绑|推销|随意|指定|限定|招商|索赔|离开|干预|干涉|收取|要求"
    r"|摊派|设置(?:障碍|门槛|条件|限制|前置)|限制|歧视|拒绝|截留|挪用|泄露|转让|出租|出借|重复|收费|打击"
    r"|报复|抗拒|侵犯|侵害|损害|以[^，。；]{1,20}(?:为|作为))|不得$"
)
"""A ban that guards other persons, the money given or the secret kept."""
_HARMS = re.compile(
    r"(?:不得|禁止|严禁|不准)(?:[^，。；]{0,8}(?:擅自|故意|无故"
    r"|恶意))?[^，。；]{0,20}?(?:克扣|拖欠|拒[收载绝付]|推诿|刁难|私分|骚扰"
    r"|歧视|虐待|遗弃|侮辱|诽谤|欺[诈骗]|误导|诱导|哄抬|串通|倾销|搭售|加价|冲击"
    r"|危害|危及|毁坏|损坏|拆除|上锁|扣留|扣押|移动|改动|篡改|隐匿|倒卖|买卖"
    r"|公开[^，。；]{0,10}(?:信息|隐私)|散布|[索收]取|催[交缴收]|冒用|盗用|妨害|扰乱|污染|担任|兼任)"
)
"""A ban on what harms others, the public or what is not one's own."""
_PUBLIC_MATTER = re.compile(
    r"国库|财政(?!所)|罚没|公款|公务|编制(?!应)|审计|考核|指标"
    r"|(?:电网|供[水电气热暖]|燃气|公用|通信|铁路|公路)[^，。；]{0,4}(?:企业|公司|单位|机构)|法院|档案"
)
"""Public money and public offices, or an undertaking that serves the public: its duties burden nobody else."""
_FULFILS = re.compile(r"(?:按|按照|依照|符合|执行)[^，。；]{0,20}(?:规定|标准|要求|规范|章程|指示|公约)")
_LOOKS = re.compile(
    r"(?:一律|统一|只[准许能])[^，。；]{0,14}(?:色|样式|涂料|材质"
    r"|字体)[^。；]{0,20}由(?:产权人|业主|住户|店主|户主|经营者|所有人|商户)"
)
"""The looks of what is one's own: 外立面一律采用米黄色，由产权人粉刷."""
_MAY = re.compile(r"有权|可以")
_BODY = re.compile(
    r"国有|国资|县属|(?:委员会|大会|机构|工会|组织|机关|代表|委员|协会|联合会|公职人员|人民团体|主管"
    r"|辅助人员|组成人员|提请人|召集人|主持人|仲裁员|调解员|学校)(?:[^，。；]{0,6})?$"
)
_MEASURED = re.compile(
    r"每|层|墙|数|时间|时段|金额|高度|面积|次数|价|桌|标准|规格|颜色|样式|[0-9一二三四五六七八九十]|任何|凡"
)
"""A thing of one's own that is measured out: 席数不得突破二十桌."""
_OWNED = re.compile(
    r"(?:档案|资料|设备|设施|信息|记录|标志|意见|费用|资金|标准|结果|方法|名单|制度|方案|证书|系统|合同"
    r"|资本|税款|证据|文书|补偿)$"
)
"""A thing as the subject: what it must be, its keeper owes by another rule."""


def _look(draft: Draft) -> Iterator[Hit]:
    seen: set[int] = set()
    for spot in set_acts(draft, _ACTS, needs=Authority.LOCAL):
        if spot.statement.start not in seen and _burdens(spot) and not article_cites(draft, spot.start):
            seen.add(spot.statement.start)
            yield hit(draft, spot, Authority.LOCAL, 0.6)


def _burdens(spot: Spot) -> bool:
    """Whether a private person is told to do, or not to do, something of its own affairs."""
    rest = spot.text_after
    here = re.split(r"[，。；]", rest)[0]
    subject = spot.text_before.strip("0123456789 \u3000第条一二三四五六七八九十百零〇")
    if _MAY.search(spot.text_before) or rest.rstrip().endswith(("：", ":")):
        return False
    if (
        (_PLAIN_BAN.search(here) if spot.text in _BANS else _PLAIN.search(rest))
        or _SOFT.search(here)
        or _PROTECTS.search(spot.text + here)
        or _HARMS.search(spot.text + here)
        or _FULFILS.search(here)
    ):
        return False
    if _PUBLIC_MATTER.search(spot.statement.text) or _BODY.search(subject) or _OWNED.search(subject):
        return False
    if len(subject) > 1 and party_of(subject) is Party.UNKNOWN and not _MEASURED.search(subject):
        return False
    if spot.text in ("禁止", "严禁", "不准") and rest[:1] not in "向对以" and party_of(rest[:6]) is Party.PRIVATE:
        return True
    owned = spot.party is Party.UNKNOWN and _LOOKS.search(spot.statement.text)
    return spot.party is Party.PRIVATE or bool(owned)


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
