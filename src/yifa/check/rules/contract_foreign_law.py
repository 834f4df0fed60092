"""The contract is under foreign law or goes to a foreign tribunal (CONT-020)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law import act

_ABROAD = (
    r"(?:香港|澳门|台湾|新加坡|英国|美国|法国|德国|日本|韩国|瑞士|瑞典|加拿大|澳大利亚|英格兰|纽约州?"
    r"|伦敦|开曼|荷兰|意大利|俄罗斯|泰国|马来西亚|迪拜|阿联酋|卢森堡|爱尔兰|日内瓦|海牙|维也纳|特拉华州?|英属"
    r"|百慕大|港澳|乙方所在国|所在国|注册地国|第三国|外国|境外|域外|巴黎|斯德哥尔摩|国际商会)"
)
_ACTS = (
    re.compile(
        rf"(?:适用|受|依据|依照|按照|遵循"
        rf"|根据)[^，。；（）]{{0,10}}{_ABROAD}[^，。；（）]{{0,8}}(?:法律|法(?=[，。；管]|$|解释)"
        rf"|法规)"
    ),
    re.compile(
        rf"(?:提交|提请|由|向|在|交由|递交|送|交|到"
        rf"|去)[^，。；]{{0,12}}{_ABROAD}[^，。；]{{0,20}}(?:仲裁|法院|法庭|诉讼)"
    ),
    re.compile(
        rf"(?:以|按|依|用){_ABROAD}[^，。；（）]{{0,8}}(?:法典?|法律|判例)[^，。；（）]{{0,4}}(?:为准|解释|处理|判断)"
    ),
    re.compile(
        rf"(?:去|到|在){_ABROAD}[^，。；]{{0,10}}(?:打官司|仲裁|起诉|判)|(?:打官司|仲裁"
        rf"|起诉|诉讼)[^，。；]{{0,4}}(?:去|到|在){_ABROAD}"
    ),
    re.compile(r"境外仲裁|域外仲裁"),
    re.compile(
        rf"(?:仲裁|开庭|审理|诉讼)(?:地|地点|所在地|庭所在地)[^，。；]{{0,6}}{_ABROAD}"
        rf"|{_ABROAD}[^，。；]{{0,14}}(?:准据法|为管辖法)|(?:准据法|管辖法律?|适用法律?)(?:为|是"
        rf"|系)[^，。；]{{0,4}}{_ABROAD}"
    ),
    re.compile(
        r"(?:适用|依据|遵循)[^，。；]{0,6}(?:英美法|普通法|衡平法|外国法|国际商会|英国法|大陆法系)|(?:HKIAC|SIAC|LCIA"
        r"|ICC)"
    ),
)
_DENIED = re.compile(r"不(?:适用|包括|提交|受|得)|排除|除外|禁止|而非")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        for words in _ACTS:
            spots = [spot for spot in one.find(words) if not _DENIED.search(one.text[: spot.end - one.start])]
            if spots:
                yield Hit(spots[0].start, spots[0].end)
                break


RULE = Rule(
    id="CONT-020",
    group=Group.CONTRACT,
    severity=Severity.WARNING,
    summary="适用境外法律或者约定境外仲裁",
    basis=("地方政府合同管理规定（政府合同适用中国法律、由境内机构管辖）", act("涉外民事关系法律适用法")[3]),
    suggestion="适用中华人民共和国法律，由境内人民法院或者仲裁机构管辖",
    look=_look,
    fires=(
        "本合同适用新加坡法律。",
        "争议提交香港国际仲裁中心仲裁。",
        "本协议受英国法管辖并按照英国法解释。",
        "争议由国际商会仲裁院在巴黎仲裁。",
        "争议提交境外仲裁机构处理。",
    ),
    silent=(
        "本合同适用中华人民共和国法律。",
        "本合同适用中国法律，不适用香港法律。",
        "本合同适用中华人民共和国法律（不包括香港特别行政区法律）。",
        "乙方为新加坡公司，争议提交某市仲裁委员会仲裁。",
        "产品出口美国的，应当符合当地法规。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
