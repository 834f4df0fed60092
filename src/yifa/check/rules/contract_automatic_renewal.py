"""The contract goes on by itself or for ever (CONT-023)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.bargain import EXPIRES, GOES_ON
from yifa.check.contract import meant, refused
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.check.words import HERE
from yifa.law import act

_RENEWED = re.compile(
    r"(?:自动|自行|当然|视为(?:同意)?)(?:续期|续签|续约|顺延|延续|延长|延期|续展|展期)(?!的)|自动(?:进入|转入"
    r"|转为)[^，。；]{0,8}(?:周期|年度|期限|合同期|合作期)"
)
_EXPIRES = re.compile(r"期满|到期|届满|合同期|协议期|服务期|租期|租赁期|合作期|期限|有效期|合同|协议")
_DELAYS = re.compile(
    r"工期|交货|节假日|不可抗力|停工|天气|付款日|截止日|保密|知识产权|工作日|劳动合同|集体合同|聘用合同"
)
_FOR_EVER = re.compile(
    r"(?:合同|协议|期限|有效期|合作期|租期|服务期)[^，。；]{0,12}?(?:长期有效|永久有效|永久|为长期|无固定期限"
    r"|不设期限|无期限|长期合作|不定期)|(?:长期|永久)(?:有效|生效|执行|合作|使用|租赁)(?=[。；，]|$)"
    r"|合同期限[：:为]长期|(?:没有|无|不设|不约定|未约定|不规定)(?:明确的?|具体的?)?(?:终止|截止|到期|结束"
    r"|届满)(?:日期|期限|时间|日)|(?:合同|协议|合作|经营|使用|租赁)期限不限|(?:使用|经营|合作|租赁"
    r"|服务)[^，。；]{0,8}(?:不设|没有|无)(?:使用|经营|合作)?期限|否则[^，。；]{0,10}(?:继续|持续)有效|(?:期满"
    r"|届满|到期)[^。；]{0,24}(?:无异议|没有异议|没有提出|没有书面|未提出|未书面)[^。；]{0,20}(?:继续(?:履行|有效"
    r"|执行))"
)
_LASTING = re.compile(r"保密|知识产权|著作权|质量|保修|本条|劳动合同|售后|数据|义务|条款(?!.{0,6}合同)|许可使用|竞业")


_GOES_ON = (
    frame(
        (
            r"(?:逐年(?:延续|续|顺延)|按原条件(?:延|续)|接着干|接着租|接着用|往下走|年限不论|没有年限|不限年"
            r"|一直到|不写(?:期限|年限))"
        ),
        within=(r"未[^，。；]{0,6}表示|均未|谁也没|没人|没提|不提|期限|合同|协议|满|年限|接着",),
        unless=r"重新(?:采购|招标)|不再续",
    ),
    frame(
        (
            r"(?:算作?|视为|等于|当作|即为|自动|自然|继续|一直|接着|照旧|顺延|默认)(?:再)?(?:签|续|延|有效|履行"
            r"|执行|生效|租|干|顺延|往下|合作|使用)?"
        ),
        within=(
            r"期满|到期|届满|合同|协议|租期|合作期|有效期",
            (
                rf"(?:没|未|不|无){HERE}{{0,10}}(?:提出|说话|异议|通知|反对|表示|终止|解除|提)|依此类推|以此类推"
                rf"|一直|长期|永远|没有(?:期限|终期)"
            ),
            r"续|签|有效|顺延|延|履行|下去|执行|三年|年|期",
        ),
        unless=(
            r"(?:重新|另行)签订|不(?:得)?(?:自动|视为|当然)|自行终止|保密|知识产权|不可抗力|工期|质量|劳动合同"
            r"|交货|违约|付款|支付|汇票|票据"
        ),
    ),
)


_NO_END = (
    frame(
        GOES_ON,
        within=(
            EXPIRES + r"|合同|协议",
            rf"视为|自动|自行|自然|当然|默示|默认|以此类推|依此类推|未(?:书面)?(?:提出|通知|表示|要求)"
            rf"|无(?:书面)?异议|均未|原条件|直至|至{HERE}{{1,20}}(?:止|为止)|循环|持续|[一二三四五六七八九十0-9]年",
        ),
        unless=(
            r"不(?:得)?(?:自动|视为|当然|予)|保密|知识产权|不可抗力|工期|质量|劳动合同|交货|付款|支付(?!服务费)"
            r"|重新(?:采购|招标|履行|签订|选)|条款(?:继续|仍)|结算|清理|争议|采购程序|协商一致|另行签订"
            r"|书面(?:协议|同意)|经[^，。；]{0,10}(?:批准|同意|审批)|履约担保|保函|保修|担保|义务|汇票|票据"
        ),
    ),
    frame(
        rf"(?:长期|永久|永续|无限期|不定期|终身)(?:履行|合作|有效|使用|经营|租赁|存续|执行|享有|持续)|(?:永久"
        rf"|无限期)(?=[。；，]|$)|(?:不作|不设|没有|无|未设|不约定|不规定|不写明){HERE}{{0,6}}(?:固定(?:约定|期限"
        rf"|年限)|期限|终止|截止|年限|期满|终期)|(?:直至|直到|至){HERE}{{0,10}}(?:灭失|报废|提出终止|注销|解散"
        rf"|不再需要|消灭|书面通知终止)|存续期(?:间|内)?{HERE}{{0,4}}(?:持续)?有效",
        within=(r"合同|协议|期限|租赁|合作|经营|使用|有效|服务",),
        unless=(
            r"保密|知识产权|著作权|质量|保修|劳动合同|售后|义务|数据|许可使用|竞业|不得|不属于|无固定(?:价|收益"
            r"|回报)|保函"
        ),
    ),
)
"""A contract whose term runs on, or has no end."""


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (Hit(s.start, s.end, confidence=0.7) for s in meant(draft, _GOES_ON)),
        (
            Hit(s.start, s.end)
            for s in meant(draft, _NO_END, refusals=True)
            if not re.search("不(?:得|是|应)[^，。；]{0,4}$", s.text_before)
        ),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        for spot in one.find(_RENEWED):
            if _EXPIRES.search(one.text[: spot.end - one.start]) and not one.has(_DELAYS) and not refused(spot):
                yield Hit(spot.start, spot.end)
        for spot in one.find(_FOR_EVER):
            if (
                not one.has(_LASTING)
                and not spot.denied
                and not re.search(r"不(?:得|是|应|属于)[^，。；]{0,4}$", spot.text_before)
            ):
                yield Hit(spot.start, spot.end)


RULE = Rule(
    id="CONT-023",
    group=Group.CONTRACT,
    severity=Severity.WARNING,
    summary="合同自动续期或者没有期限",
    basis=(act("预算法")[13],),
    suggestion="写明确定的期限，续签重新履行程序",
    look=_look,
    fires=(
        "合同到期自动续期五年。",
        "服务期满双方无异议的，本协议自动顺延一年。",
        "本合同长期有效。",
        "合作期限为永久。",
        "租期届满后视为续签三年。",
    ),
    silent=(
        "合同期限自2025年1月1日至2026年12月31日。",
        "合同期满不自动续期。",
        "因不可抗力停工的，工期自动顺延。",
        "保密义务长期有效，不因合同终止而解除。",
        "付款日遇节假日的，自动顺延至下一个工作日。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
