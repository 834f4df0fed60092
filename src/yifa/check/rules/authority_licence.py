"""A licence is set: approval is needed before something may be done (AUTH-001)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.clause import Party, Spot, party_of
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import concerns_only_public, hit
from yifa.check.words import APPROVAL, BAN, DUTY, GATE, HERE, OFFICE, REFUSED
from yifa.law import act

_PAPER = r"(?:证|准[一-龥]{1,2}单|条子|批文|批条|许可|牌)"
_BEFORE = rf"(?:{GATE}|的[^，。；]{{1,8}}(?:方|才)(?:可|能|有)|{BAN})"
_ACTS = re.compile(
    rf"(?:未|没有|应当|应先|应(?!急|用|对)|须|需|必须|事先|先行|经"
    rf"|报)[^。；]{{0,40}}?{APPROVAL}[^。；]{{0,24}}?{_BEFORE}"
    rf"|{APPROVAL}{HERE}{{0,4}}为(?:前提|条件|准)"
    rf"|{OFFICE}{HERE}{{0,12}}?(?:{APPROVAL}|批[准复]?|核[准发]|签[字章发]|盖章|放行|答复|认可|研究决定)"
    rf"{HERE}{{0,6}}?，?后?(?:{GATE}|再(?:开|进))"
    rf"|凭{HERE}{{0,10}}(?:书|证|牌|单|条)(?:{HERE}{{0,4}}(?:营业|经营|上岗|入场|开业|施工|出摊))"
    rf"|(?:批准|审批|镇{HERE}{{0,4}}|局|办)未批的?，?[^。；]{{0,10}}{BAN}"
    rf"|(?:研究|审查|审核|评审|踏勘){HERE}{{0,4}}(?:未通过|不通过)[^。；]{{0,8}}{REFUSED}"
    rf"|(?:取得|领取|办理){HERE}{{0,14}}证后，?(?:上岗|经营|营业|作业|入场|方)"
    rf"|(?:没有|无|未取得|未领取){HERE}{{0,8}}证{HERE}{{0,12}}的，[^。；]{{0,12}}(?:劝离|驱离|清退|取缔)"
    rf"|(?:凭(?!证)|持|备妥|拿到|取得|领到){HERE}{{0,18}}?{_PAPER}[^。；]{{0,20}}?(?:否则|没有|不全|无)[^。；]{{0,12}}?"
    rf"(?:{REFUSED}|劝返|一律)"
    rf"|取得{HERE}{{0,30}}?(?:批复|许可|同意)[^。；]{{0,4}}(?:缺一不可|后|方|才)"
    rf"|(?:持[牌证]|凭[牌证])(?:管理|入场|经营|上岗|营业|出摊)[^。；]{{0,16}}无[牌证][^。；]{{0,8}}(?:不|禁)"
)
_CERTIFICATE = re.compile(
    r"(?:须|应当?|需|必须|一律|先)[^，。；]{0,20}?(?:取得|办理|申领|领取|持有)[^。；]{0,24}?(?:证|许可|批文)(?!明)"
)
_BARE_ASSENT = re.compile(
    rf"{DUTY}[^，。；]{{0,4}}取得[^，。；]{{0,4}}(?:镇|乡|街道|村|社区)[^，。；]{{0,14}}(?:批准|准许"
    r"|许可|同意)(?=[。；]|$)|"
    r"(?:提前|事先|应当?先)[^，。；]{0,14}报[^，。；]{2,12}(?:批准|审批|同意)(?=[。；，]|$)"
    r"|应当?取得[^，。；]{0,6}(?:镇|乡|街道|村|县)[^，。；]{0,20}(?:同意书|批准书|准许书)"
)
_WITHOUT = re.compile(
    r"(?:无证|(?:未|没有?|无)(?:取得|持有?|领取|获得|办理)?[^，。；]{0,8}(?:证|许可|准许单"
    r"|批文)?)[^。；]{0,16}(?:不得|不准|不能|禁止|取缔|一律|视为|按[^，。；]{1,8}(?:处理|清理|论处))"
)
_RECEIVER = re.compile(r"[向报到经][^，。；]{1,14}")
_OWN_CONSENT = re.compile(
    r"(?:当事人|本人|[^，。；]{1,4}权人|承包[商人]|对方|双方|业主|权利人|监护人|村民(?!委员会)|所有权人|家长"
    r"|住户)[^，。；]{0,14}(?:同意|许可)"
)
_CONSENT = re.compile(r"(?:经|征得|取得)([^，。；经]{1,16}?)(?:书面)?(?:同意|授权|许可)")
_PERSON = re.compile(
    r"(?<!负责)(?<!法定代表)(?<!牵头)人$|(?<![记作])者$|家属$|近亲属$|子女$|双方$|对方$|[用农客]户$|(?:本人|权利人)的?$"
)
_TO_BE_HAD = re.compile(r"(?:须|应当?|需|必须)[^，。；]{0,6}(?:取得|办理|申领|领取|持有)")
_BY_RAW = re.compile(r"《[^《》]*(?:证|许可书?)》")


def _look(draft: Draft) -> Iterator[Hit]:
    for spot in _unsettled(draft, _ACTS):
        if not (
            spot.denied
            or party_of(_RECEIVER.sub("", spot.text_before[-40:])) is Party.PUBLIC
            or _of_movement(spot)
            or _of_a_person(spot)
            or concerns_only_public(spot)
            or _of_supply(spot)
            or _of_something_approved(spot)
        ):
            yield hit(draft, spot)
    for spot in _unsettled(draft, _BARE_ASSENT):
        bare = spot.party in (Party.PRIVATE, Party.UNKNOWN) and not spot.statement.has(_ACTS)
        if bare and not (spot.denied or spot.conditional):
            yield hit(draft, spot, confidence=0.7)
    for spot in (*_unsettled(draft, _CERTIFICATE), *_named_certificates(draft)):
        if _WITHOUT.search(spot.text_after) and not spot.denied and not concerns_only_public(spot):
            yield hit(draft, spot)


def _unsettled(draft: Draft, words: re.Pattern[str]) -> Iterator[Spot]:
    """Where the words stand without an authority that might settle them."""
    for one in draft.holding(words):
        if not (one.authority > Authority.DOCUMENT or one.defining or one.reporting):
            yield from one.find(words)


def _named_certificates(draft: Draft) -> Iterator[Spot]:
    """A certificate to be had that is named in 《》, which the masked text hides."""
    for one in draft.statements:
        named = _BY_RAW.search(one.raw) if "《" in one.text else None
        if named and _TO_BE_HAD.search(one.raw[: named.start()]) and one.authority <= Authority.DOCUMENT:
            at = one.start + named.start()
            yield Spot(one, at, one.start + named.end(), named[0])


def _of_something_approved(spot: Spot) -> bool:
    """Whether the approval only describes a thing (经批准的规划不得修改) or the ban follows another rule."""
    if re.search("未|没有|无", spot.text):
        return False
    return bool(
        re.search(rf"{APPROVAL}(?:的[^，。；]{{2,40}}(?:，|不得|不准|禁止)|[^。；]*(?:可以(?!后)|但))", spot.text)
    )


def _of_a_person(spot: Spot) -> bool:
    """Whether it is a private person who consents in his own affair (未经受援人同意): no licence."""
    if _OWN_CONSENT.search(spot.text):
        return True
    named = _CONSENT.search(spot.text)
    return bool(named and _PERSON.search(named[1]))


def _of_movement(spot: Spot) -> bool:
    """Whether it is a person's going away that is kept back, which another rule judges."""
    return bool(re.search(r"[不禁][^，。；]{0,4}(?:离开|外出|出村|出门|走出|出境)", spot.text + spot.text_after[:14]))


def _of_supply(spot: Spot) -> bool:
    """Whether it is an enterprise's report before it cuts supply, which another rule judges."""
    return bool(re.search(r"停止?[供用]|限[电水时购]|断[水电]", spot.text_after[:12]))


RULE = Rule(
    id="AUTH-001",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="自行设定行政许可：未经批准、同意不得从事某项活动",
    basis=(act("行政许可法")[17],),
    suggestion="删除；确属法律、法规设定的许可，写明依照哪部法律第几条，并列入许可事项清单",
    look=_look,
    fires=("从事农家乐经营的，应当经镇人民政府审核同意后方可营业。", "未经街道办事处批准，商户不得在门前摆放桌椅。"),
    silent=(
        "从事餐饮服务的，应当依照《中华人民共和国食品安全法》取得许可后方可经营。",
        "未经局长办公会同意，各科室不得自行采购。",
        "不得要求企业经其同意后方可开业。",
        "未经业主同意，物业服务企业不得调取录像。",
    ),
    kinds=PROVISIONS,
)
