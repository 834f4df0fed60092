"""The government promises permits, land or taxes by contract (CONT-017)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.contract import Side, acts, at_end, meant, refused
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.check.words import HERE, NUMBER
from yifa.law import act

_PROMISE = r"(?:承诺|确保|保证|包办|负责(?=[^，。；]{0,10}(?:乙方|项目公司|企业|受让人|投资)))"
_PERMITS = re.compile(
    rf"{_PROMISE}[^。；]{{0,30}}?(?:取得|办理?[好妥结成完]?|办下|批准|通过|获得|获批|核发|颁发|拿到"
    rf"|落实|调整|变更|拿下|过审)[^。；]{{0,20}}?(?:许可证?|审批|批文|土地|用地|指标|规划|环评|能评"
    rf"|容积率|不动产权证|产权证|房产证|资质|执照|立项|备案|手续)"
    rf"|{_PROMISE}[^。；]{{0,24}}?(?:许可证?|审批|环评|能评|规划|土地|用地|指标|立项"
    rf"|手续)[^，。；]{{0,14}}(?:通过|获批|批准|办[结好妥]|到位|落实|核发|取得|变更|调整)"
    r"|包办[^。；]{0,30}(?:手续|许可|审批|环评)"
    r"|(?:保证|确保|承诺)[^，。；]{0,14}(?:摘牌|竞得|拿地|开绿灯|一路绿灯)"
    r"|(?:免(?:予)?办理?|免除|不再要求|无需)[^，。；]{0,10}(?:审批|许可|环评|能评|竣工验收)"
    r"|(?:容积率|用地性质|规划条件)[^，。；]{0,16}(?:调整|提高|变更|放宽)"
)
_TAXES = re.compile(
    r"(?:给予|享受|返还|减免|免征|退还|奖励|按照?|予以|承诺|确保)[^。；]{0,30}(?:税收|增值税|所得税"
    r"|税款|纳税额?|地方留成|税费|土地出让金|城市基础设施配套费)[^。；]{0,24}(?:返还|返给|返回|返补"
    r"|奖补|减免|免征|退还|奖励|优惠|留成)"
    r"|(?:税收|增值税|所得税|税款|地方留成|土地出让金)[^。；]{0,20}(?:全额|部分|按比例"
    r"|百分之[^，。；]{1,6}|\d+%)?[^，。；]{0,6}(?:返还|返给|返回|返补|奖补|奖励给|退还|减免)"
    r"|(?:税收|增值税|所得税|契税|印花税|土地增值税|房产税|税款|地方留成)[^。；]{0,40}(?:返还|返给"
    r"|返回|补回|返补|奖励给|全额奖励|等额奖励|等额扶持)"
    r"|(?:免收|免缴|减免|减半收取)[^，。；]{0,14}(?:配套费|规费|出让金|事业性收费)|零地价|先征后返"
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
            r"(?:环评|能评|稳评|许可|审批|批文|手续|证照|执照|容积率|规划|用地|指标|土地证"
            r"|不动产权|验收|消防|立项|备案|土地性质|林地|产权证|检查)"
        ),
        within=(
            (
                r"(?:包(?:过|办|批|拿|下|通过|干)|保(?:证|过|批)|答应|承诺|确保"
                r"|同意(?=[^，。；]{0,16}(?:免|调|提|变|放))|负责(?=[^，。；]{0,20}(?:过"
                r"|通过|办妥|办好|拿下|协调|搞定|一次))|摆平|搞定|开绿灯|一路绿灯|免(?:除|办"
                r"|审|检|于))"
            ),
        ),
        unless=(
            r"提供便利|协助|指导|配合|依法|乙方(?:保证|承诺|负责|应|须|自行)|提供资料"
            r"|不(?:承诺|保证|作)|按(?:规定|照)|符合条件"
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


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (
            Hit(s.start, s.end, "许可、验收、规划、税费不能由合同承诺。", confidence=0.7)
            for s in meant(draft, _ASSURED, Side.GOVERNMENT, Side.PRIVATE, Side.UNKNOWN)
            if _BY_GOVERNMENT.search(s.statement.text)
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
            if promised and not _LAWFUL.search(spot.clause.text) and not refused(acting):
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
