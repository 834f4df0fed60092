"""An administrative penalty is set (AUTH-004)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Party, party_of
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, set_acts
from yifa.check.words import NUMBER
from yifa.law import act

_ACTS = re.compile(
    r"(?:(?<!加)处以?|课以?|罚(?!款)|给予|予以|可以?并?处|并处)[^，。；]{0,30}?(?<!缴纳)(?<!收缴)(?:罚款"
    r"|罚金)(?!决定|收|票|的)|罚(?:款|金|收|没)(?:人民币)?[0-9一二两三四五六七八九十百千万]"
    rf"|罚[^，。；款金则没]{{0,6}}{NUMBER}(?:元|倍)|罚{NUMBER}(?=[，。；]|$)|没收(?!决定|的|程序|处罚)"
    r"|按每[^，。；]{1,10}元[^，。；]{0,4}罚|元[^，。；]{0,3}计罚|(?:停[业产工]"
    rf"|关门)[^，。；]{{0,4}}{NUMBER}(?:日|天|周|个?月)|责令[^，。；]{{0,8}}(?:停产|停业"
    r"|歇业|关闭|停工)|吊销[^，。；]{0,10}(?:证|照)"
    r"|暂扣[^，。；]{0,8}(?:证|照)|(?:上缴|收缴)(?:其)?(?:营业执照|许可证)|限制从业|(?:给予|予以|处以"
    r"|处)[^，。；]{0,4}(?:警告|通报批评)"
    rf"|(?:取消|暂停|限制)其?[^，。；]{{0,6}}{NUMBER}年[^，。；]{{0,14}}(?:资格|经营|从业)"
    rf"|{NUMBER}(?:年|个月)内[^，。；]{{0,8}}(?:禁止|不得|不准"
    r"|不予)[^，。；]{0,12}(?:承揽|承接|从[业事]|参加|参与|投标|申报)"
)
_SUM = re.compile(rf"{NUMBER}元")
_GIVEN = re.compile(r"授权|委托|交由|交给")
_MILD = re.compile(r"警告|通报批评")


def _look(draft: Draft) -> Iterator[Hit]:
    for spot in set_acts(draft, _ACTS):
        if re.search("罚没收入|罚没款", spot.statement.text):
            continue  # money already taken is an account
        if spot.party is Party.AUTONOMOUS and (not _SUM.search(spot.text) or _GIVEN.search(spot.statement.text)):
            continue  # that a committee punishes is for a rule of its own
        if not (_MILD.search(spot.text) and party_of(spot.statement.text) is not Party.PRIVATE):
            yield hit(draft, spot)


RULE = Rule(
    id="AUTH-004",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="自行设定行政处罚",
    basis=(act("行政处罚法")[16], act("行政处罚法")[9]),
    suggestion="删除罚则，改为由有权机关依照某法第几条处理",
    look=_look,
    fires=(
        "违反本办法规定乱停乱放的，由街道办事处处200元以上1000元以下罚款。",
        "情节严重的商户，责令停业整顿一个月。",
        "经营者拒不改正的，没收占道物品。",
    ),
    silent=(
        "违反本办法规定的，由公安机关依照《中华人民共和国道路交通安全法》处200元以下罚款。",
        "罚款收入应当上缴国库。",
        "对履职不力的部门予以通报批评。",
        "处以罚款的，应当告知当事人权利。",
    ),
    kinds=PROVISIONS,
)
