"""The government promises permits, land or taxes by contract (CONT-017)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.bargain import GUARANTEES, LAND_POWERS, PERMITS
from yifa.check.contract import acts, at_end, meant, refused
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.parties import Side
from yifa.check.rule import Rule
from yifa.check.words import HERE, NUMBER
from yifa.law import act

_PROMISE = r"(?:承诺|确保|保证|包办|负责(?=[^，。；]{0,10}(?:乙方|项目公司|企业|受让人|投资)))"
_PERMITS = re.compile(
    rf"{_PROMISE}[^。；]{{0,30}}?(?:取得|办理?[好妥结成完]?|办下|批准|通过|获得|获批|核发|颁发|拿到|落实|调整|变更"
    rf"|拿下|过审)[^。；]{{0,20}}?(?:许可证?|审批|批文|土地|用地|指标|规划|环评|能评|容积率|不动产权证|产权证"
    rf"|房产证|资质|执照|立项|备案|手续)|{_PROMISE}[^。；]{{0,24}}?(?:许可证?|审批|环评|能评|规划|土地|用地|指标"
    rf"|立项|手续)[^，。；]{{0,14}}(?:通过|获批|批准|办[结好妥]|到位|落实|核发|取得|变更|调整)"
    rf"|包办[^。；]{{0,30}}(?:手续|许可|审批|环评)|(?:保证|确保|承诺)[^，。；]{{0,14}}(?:摘牌|竞得|拿地|开绿灯"
    rf"|一路绿灯)|(?:免(?:予)?办理?|免除|不再要求|无需)[^，。；]{{0,10}}(?:审批|许可|环评|能评|竣工验收)|(?:容积率"
    rf"|用地性质|规划条件)[^，。；]{{0,16}}(?:调整|提高|变更|放宽)"
)
_TAXES = re.compile(
    r"(?:给予|享受|返还|减免|免征|退还|奖励|按照?|予以|承诺|确保)[^。；]{0,30}(?:税收|增值税|所得税|税款|纳税额?"
    r"|地方留成|税费|土地出让金|城市基础设施配套费)[^。；]{0,24}(?:返还|返给|返回|返补|奖补|减免|免征|退还|奖励"
    r"|优惠|留成)|(?:税收|增值税|所得税|税款|地方留成|土地出让金)[^。；]{0,20}(?:全额|部分|按比例"
    r"|百分之[^，。；]{1,6}|\d+%)?[^，。；]{0,6}(?:返还|返给|返回|返补|奖补|奖励给|退还|减免)|(?:税收|增值税"
    r"|所得税|契税|印花税|土地增值税|房产税|税款|地方留成)[^。；]{0,40}(?:返还|返给|返回|补回|返补|奖励给|全额奖励"
    r"|等额奖励|等额扶持)|(?:免收|免缴|免除|豁免|免征|减征|减免|减半收取)[^，。；]{0,14}(?:配套费|规费|出让金"
    r"|事业性收费)|零地价|先征后返"
)
_LAWFUL = re.compile(
    r"按照(?:国家|省|规定)|按规定|依法(?!取得|享有)|依照|协助|指导|配合|法律、(?:行政)?法规(?:规定)?"
    r"|国家(?:统一)?(?:规定|政策)|符合条件"
)


_GIVES = re.compile(r"(?:给|予|到)(?:乙方|企业|项目公司|投资人|受让人)")


_BY_GOVERNMENT = re.compile(r"甲方|政府|县里|镇里|管委会|财政|局|县")
_ASSURED = (
    frame(
        r"(?:拿到手|拿下来|办下来|办好|办妥|批下来|跑下来|搞到|搞定)",
        within=(r"证|许可|审批|手续|规划|用地|指标|批文|环评", r"甲方|政府|县|镇|管委会"),
        unless=r"协助|指导|乙方(?:自己|自行|负责)|依法",
    ),
    frame(
        r"(?:返给|退给|还给|补给|奖给|返回|再返)",
        within=(r"税", r"乙方|企业|项目公司"),
        unless=r"依法|不承诺|多缴|误|发票",
    ),
    frame(
        (
            r"(?:环评|能评|稳评|许可|审批|批文|手续|证照|执照|容积率|规划|用地|指标|土地证|不动产权|验收|消防|立项"
            r"|备案|土地性质|林地|产权证|检查)"
        ),
        within=(
            (
                r"(?:包(?:过|办|批|拿|下|通过|干)|保(?:证(?![金期])|过|批)|答应|承诺|确保"
                r"|同意(?=[^，。；]{0,16}(?:免|调|提|变|放))|负责(?=[^，。；]{0,20}(?:过|通过|办妥|办好|拿下|协调"
                r"|搞定|一次))|摆平|搞定|开绿灯|一路绿灯|免(?:除|办|审|检|于))"
            ),
        ),
        unless=(
            r"提供便利|协助|指导|配合|依法|乙方(?:保证|承诺|负责|应|须|自行)|提供资料|不(?:承诺|保证|作)|按(?:规定"
            r"|照)|符合条件"
        ),
    ),
    frame(
        r"(?:退|返|奖|补|免|减)(?:给|还|回|补|半|掉|一半|到|全部)?",
        within=(
            r"(?:税|出让金|土地款|规费|配套费|地价)",
            r"乙方|企业|项目公司|投资",
            rf"全部|全额|{NUMBER}(?:成|%|年)|百分之|县里|地方|留成|头{HERE}{{0,2}}年|前{HERE}{{0,2}}年|那块|部分",
        ),
        unless=r"协助|依法|国家(?:规定|政策)|不承诺|发票|代扣|乙方(?:退还|承担)|税率|含税|税费由",
    ),
)


_DISPOSES = (
    frame(
        GUARANTEES,
        near=(PERMITS,),
        within=(
            PERMITS,
            rf"(?:取得|获得|通过|办[妥结好成]|办理完毕|到位|批复|核发|颁发|拿到|完成|获批|落实|批准|出具"
            rf"|过审){HERE}{{0,12}}|{PERMITS}[^，。；]{{0,12}}(?:取得|获得|通过|办|到位|落实)",
        ),
        unless=(
            r"协助|指导|配合|依法(?!取得)|提供便利|乙方(?:负责|保证|承诺|应当?|须|自行|确保)|提供资料"
            r"|提供[^，。；]{0,6}材料|不(?:承诺|保证|作|对)|按照?(?:国家|规定|程序)|符合条件|资金|质量|安全|工期"
        ),
    ),
    frame(
        rf"(?:落实|解决|办[理妥结]|延长|调整|变更|改变|提高|放宽|取得|保障|出让|供应|划拨|返还|减免|确保|完成"
        rf"|争取){HERE}{{0,12}}",
        within=(LAND_POWERS, r"甲方|政府|县|镇|管委会"),
        unless=(
            r"还款来源|融资|不对|不作|协助|指导|配合|依法|乙方(?:负责|保证|承诺|应当?|须|自行|不得|擅自)"
            r"|招标拍卖挂牌|招拍挂|符合规划|不(?:承诺|保证|得)|报批|按照?(?:国家|规定|程序|规划)|公开出让|经批准"
            r"|补交|支付"
        ),
    ),
    frame(
        r"(?:同意|允许|准许|默许|支持)[^，。；]{0,24}(?:先行|提前|边|未(?:取得|办理)|之前"
        r"|前)[^，。；]{0,10}(?:开工|建设|施工|投产|用地|使用)",
        within=(r"许可|手续|批准|审批|用地|证", r"甲方|政府|县|镇|管委会"),
        unless=r"依法|招标|不得",
    ),
    frame(
        rf"(?:不(?:进行|实施|开展|作|予|对|组织)|免(?:予|于|除)?|暂不|豁免){HERE}{{0,16}}(?:检查|执法|处罚|监管"
        rf"|巡查|追究|抽查|查处|审批|年检)",
        within=(r"甲方|政府|县|镇|管委会", r"乙方|企业|项目|公司|投产|经营"),
        unless=r"依法|不得|重复检查|擅自|责任",
    ),
    frame(
        rf"(?:确保|保证|承诺|保障|协调){HERE}{{0,12}}(?:竞得|摘牌|中标|拿地|中选|以{HERE}{{0,14}}(?:价"
        rf"|元){HERE}{{0,10}}(?:取得|出让|供地|受让))|以{HERE}{{0,14}}(?:价格?|元/?亩?){HERE}{{0,8}}(?:出让|供应"
        rf"|提供){HERE}{{0,6}}(?:土地|用地|地块)|(?:出让|供应){HERE}{{0,8}}(?:土地|用地"
        rf"|地块){HERE}{{0,14}}(?:不高于|每亩)",
        within=(r"甲方|政府|县|镇|管委会",),
        unless=r"招标拍卖|招拍挂|公开出让|依法|评估价|基准地价",
    ),
)
"""A promise of what only a permitting, planning or supervising authority decides, by law and not by contract."""


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (
            Hit(s.start, s.end, "许可、验收、规划、税费不能由合同承诺。", confidence=0.7)
            for s in meant(draft, _ASSURED, Side.GOVERNMENT, Side.PRIVATE, Side.UNKNOWN)
            if _BY_GOVERNMENT.search(s.statement.text)
        ),
        (
            Hit(s.start, s.end, "许可、土地、规划、检查由有权机关依法决定，不能由合同承诺。")
            for s in meant(draft, _DISPOSES, Side.GOVERNMENT, refusals=True)
            if not re.search("不(?:得|能|承诺|保证|负责)", s.text_before)
        ),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    """What helps or follows the law is no promise; nor what the other side promises."""
    for words, about in (
        (_PERMITS, "许可、土地、规划由有权机关依法审批，不能由合同承诺。"),
        (_TAXES, "税费优惠不能由合同承诺。"),
    ):
        for spot in acts(draft, words):
            acting = at_end(spot) if words is _TAXES else spot
            side = draft.parties.actor(acting)
            promised = Side.GOVERNMENT in (side, draft.parties.actor(spot)) or (
                words is _TAXES and (side is Side.UNKNOWN or bool(_GIVES.search(draft.text[spot.start : spot.end + 8])))
            )
            if (
                promised
                and not _LAWFUL.search(spot.clause.text)
                and not refused(spot if spot.text[0] in "免豁减" else acting)
            ):
                yield Hit(spot.start, spot.end, about, confidence=0.85)


RULE = Rule(
    id="CONT-017",
    group=Group.CONTRACT,
    severity=Severity.ERROR,
    summary="承诺了职权以外的事项：许可、土地、规划、税收",
    basis=(
        "《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）",
        act("公平竞争审查条例")[10],
    ),
    suggestion="改为“依法协助申报”，删除审批结果和税费的承诺",
    look=_look,
    fires=(
        "甲方保证乙方项目通过环评审批。",
        "甲方负责为乙方办妥施工许可证。",
        "甲方承诺落实项目所需用地指标。",
        "甲方将乙方缴纳的增值税地方留成部分全额返还。",
        "县政府确保乙方三个月内取得土地使用权。",
    ),
    silent=(
        "甲方依法为乙方申报提供指导。",
        "甲方协助乙方办理施工许可证。",
        "乙方保证依法取得施工许可。",
        "乙方负责办理环评审批手续。",
        "乙方依照国家规定享受税收减免。",
        "甲方不承诺任何税收返还。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
