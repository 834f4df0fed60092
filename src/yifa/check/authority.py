"""On what authority a sentence stands, and what an act of a name may authorise."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import Final

from yifa.law.index import default_index
from yifa.law.kinds import Kind


class Authority(IntEnum):
    """The authority a sentence names, weakest first; each can set less than the next (立法法 11、12)."""

    NONE = 0
    DOCUMENT = 1
    """A document below the rules (规范性文件), a plan, a contract: authorises nothing."""
    GENERAL = 2
    """依法, 法律、法规的规定: no act is named."""
    RULE = 3
    """A departmental or local rule (规章), or an act of unknown kind that may be one."""
    LOCAL = 4
    """A local regulation (地方性法规)."""
    REGULATION = 5
    """An administrative regulation (行政法规) or a decision of the State Council."""
    LAW = 6
    """A law (法律)."""

    @property
    def names_an_act(self) -> bool:
        """Whether it is an act by name that may set something."""
        return self >= Authority.RULE

    @property
    def label(self) -> str:
        """The Chinese word for it, as messages use it."""
        return ("没有依据", "规范性文件", "未写明的法律", "规章", "地方性法规", "行政法规", "法律")[self]


_BY_KIND: Final = {
    Kind.CONSTITUTION: Authority.LAW,
    Kind.LAW: Authority.LAW,
    Kind.REGULATION: Authority.REGULATION,
    Kind.INTERPRETATION: Authority.LAW,
    Kind.RULE: Authority.RULE,
    Kind.PARTY_RULE: Authority.REGULATION,
    Kind.LOCAL: Authority.LOCAL,
    Kind.DOCUMENT: Authority.DOCUMENT,
}
_COUNTY: Final = re.compile(r"^[^省州]{1,8}?(?:(?<!自治)县(?!级|域)|[^市治]区(?!域|分)|镇|乡(?!镇|村)|街道|村)")
_PLACE: Final = re.compile(r"^[^，。]{1,9}?(?:省|自治区|自治州|自治县|市(?!场|政|容|民))|^(?:北京|天津|上海|重庆)")
_BY_NAME: Final = (
    (re.compile("国务院"), Authority.REGULATION),
    (re.compile(r"(?:(?<!办)法|法典)$"), Authority.LAW),
    (_COUNTY, Authority.DOCUMENT),
    (re.compile(rf"(?:{_PLACE.pattern}).*条例$"), Authority.LOCAL),
    (re.compile(r"条例$"), Authority.REGULATION),
    (re.compile(r"(?:办法|规定|规则|细则|决定|定价目录|目录清单)$"), Authority.RULE),
)
_BRACKETS: Final = re.compile(r"[（(][^（）()]*[）)]$")


@lru_cache(maxsize=4096)
def authority_of(name: str) -> Authority:
    """What an act of this name may be, from the index where it knows it, else from the name."""
    index = default_index()
    titles = index.titles_of(name)
    if titles:
        return max(_BY_KIND[index.acts[title].kind] for title in titles)
    bare = _BRACKETS.sub("", name)
    return next((kind for pattern, kind in _BY_NAME if pattern.search(bare)), Authority.DOCUMENT)


_GENERAL: Final = re.compile(
    r"依法(?!设立|成立|登记|注册|取得|享有|从事|经营)|(?:法律|法规|规章)[^，。；]{0,14}(?:规定|另有|明确)"
    r"|(?:依照|按照|根据|依据)[^，。；]{0,10}(?:法律|法规|国家|国务院|省|上级)[^，。；]{0,12}"
    r"|国家(?:有关)?规定|国务院(?:规定|批准|决定)"
    r"|(?:依照|按照|根据|依据)(?:(?:有关|相关)规定|[^，。；《]{2,16}(?:法|条例)(?=第|的规定|规定|，|予以"
    r"|处|给予))|法定(?!代表人|节假日)"
)
_NAMED: Final = re.compile(r"《([^《》]{2,60})》")
_CITES: Final = re.compile(r"依照|按照|根据|依据|适用|遵守|符合|执行|规定|第")


_BEYOND: Final = re.compile(
    r"(?:除|在)[^，。；]{1,40}?(?:之外|以外|外)(?=，|[^，。；]{0,4}(?:还|另|增|须|应|加))|法定[^，。；除在]{1,8}?(?:之外|以外)"
)
"""除法定材料外，还应当…: what the law asks for is no authority for what is asked besides."""


def named_authority(text: str, raw: str) -> Authority:
    """The strongest authority that words name; `raw` has the names."""
    if not (_GENERAL.search(text) or "《" in raw):
        return Authority.NONE
    for beyond in [*_BEYOND.finditer(text)]:
        text, raw = (f"{words[: beyond.start()]}{'□' * len(beyond[0])}{words[beyond.end() :]}" for words in (text, raw))
    found = Authority.GENERAL if _GENERAL.search(text) else Authority.NONE
    for name in _NAMED.finditer(raw):
        near = raw[max(0, name.start() - 12) : name.start()] + raw[name.end() : name.end() + 4]
        if _CITES.search(near):
            found = max(found, authority_of(name[1]))
    return found
