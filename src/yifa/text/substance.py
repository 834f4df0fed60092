"""Whether two texts differ in substance (实质性修改), or only in how they are written down.

Left out of account: blanks and line breaks, punctuation, full or half width, a number written in Chinese or in Arabic
figures, and a short list of spellings that mean the same. Everything else is substance: when in doubt a document is
reviewed again. Punctuation between two numbers is kept, for “第五、十条” is not “第五十条” and 1.5 is not 15.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from yifa.law.numerals import NotANumeral, to_int

_SPELLINGS: Final = {
    "帐户": "账户", "帐号": "账号", "帐目": "账目", "其它": "其他", "做出": "作出", "登陆": "登录", "按装": "安装",
    "身分证": "身份证", "撤消": "撤销", "部份": "部分", "成份": "成分", "份内": "分内", "座落": "坐落",
}  # fmt: skip
_SPELLING: Final = re.compile("|".join(_SPELLINGS))
_CHINESE: Final = re.compile(r"[零〇○一二两三四五六七八九十百千]+")
_UNITS: Final = "十百千"
_YEAR: Final = 4
_NUMERIC: Final = r"0-9"
_BETWEEN: Final = re.compile(rf"(?<=[{_NUMERIC}])[^\w%‰℃°+×÷=<>≤≥\-]+(?=[{_NUMERIC}])")
_DASHES: Final = str.maketrans({"—": "-", "–": "-", "―": "-", "−": "-", "~": "-", "～": "-", "〜": "-"})
_KEPT: Final = "%‰℃°+×÷=<>≤≥|"
_RANGE: Final = re.compile(rf"(?<=[{_NUMERIC}%])-+(?=[{_NUMERIC}])")


def substance(text: str) -> str:
    """The text as it counts for comparing: equal for two texts that say the same."""
    folded = unicodedata.normalize("NFKC", text).translate(_DASHES)
    folded = _SPELLING.sub(lambda found: _SPELLINGS[found.group()], "".join(folded.split()))
    folded = _CHINESE.sub(lambda found: _figure(found.group()), folded)
    folded = _RANGE.sub("÷", _BETWEEN.sub("|", folded))
    return "".join(c for c in folded if c in _KEPT or not unicodedata.category(c).startswith(("P", "Z", "C")))


def _figure(numeral: str) -> str:
    """三十 as 30 and 二〇二六 as 2026; a row of figures that is neither (一二三) stays as it is."""
    positional = not any(c in _UNITS for c in numeral)
    if positional and len(numeral) not in (1, _YEAR):
        return numeral
    try:
        return str(to_int(numeral))
    except NotANumeral:
        return numeral


def substantive(old: str, new: str) -> bool:
    """Whether more than punctuation, blanks or spelling changed between two texts."""
    return substance(old) != substance(new)
