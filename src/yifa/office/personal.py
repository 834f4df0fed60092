"""Personal data (个人信息): fields are marked where they are declared, copies are masked.

    name = personal(models.CharField("姓名", max_length=50), Mask.NAME, "申请人身份")
    personal_fields(Applicant)            # {"name": Personal(Mask.NAME, "申请人身份")}
    masked("张三丰", Mask.NAME)             # "张某"

Masking belongs to the copy and never to the record. A name keeps its surname and the rest becomes
某, however long it was (最高人民法院关于人民法院在互联网公布裁判文书的规定第八条至第十条，行政复议
决定书参照). Everything else becomes a block of fixed width, so that its length tells nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, TypeVar

from django.db import models

from yifa.office.codes import CREDIT_ALPHABET, credit_check_character

BLOCK: Final = "■■■■"


class Mask(StrEnum):
    """How a kind of personal data is hidden in a copy."""

    NAME = "name"  # 姓名
    ID_NUMBER = "id_number"  # 证件号码
    PHONE = "phone"  # 电话
    ADDRESS = "address"  # 住址
    TEXT = "text"  # 文字中夹带的证件号、电话、账号等


@dataclass(frozen=True)
class Personal:
    """The mark on a field: how it is masked, and why it is personal data (Chinese).

    `public_if` names another field and those of its values with which this is no personal data: the name of an
    enterprise stands in the same field as that of a citizen.
    """

    mask: Mask
    reason: str
    public_if: tuple[str, tuple[str, ...]] | None = None

    def is_public(self, record: models.Model) -> bool:
        """Whether the value of this record is no personal data."""
        return self.public_if is not None and getattr(record, self.public_if[0]) in self.public_if[1]


_F = TypeVar("_F", bound="models.Field[Any, Any]")
_ATTRIBUTE: Final = "_yifa_personal"


def personal(field: _F, mask: Mask, reason: str, public_if: tuple[str, tuple[str, ...]] | None = None) -> _F:
    """Mark a model field as personal data. Returns the same field."""
    setattr(field, _ATTRIBUTE, Personal(mask, reason, public_if))
    return field


def personal_fields(model: type[models.Model]) -> dict[str, Personal]:
    """The personal fields of a model, inherited ones included, by field name."""
    marks = ((field.name, getattr(field, _ATTRIBUTE, None)) for field in model._meta.get_fields())
    return {name: mark for name, mark in marks if mark is not None}


def masked(value: str, mask: Mask) -> str:
    """The value as others may read it. Blank stays blank: that nothing is there is no secret."""
    if not value.strip():
        return ""
    if mask is Mask.NAME:
        return masked_name(value)
    if mask is Mask.ADDRESS:
        return masked_address(value)
    if mask is Mask.TEXT:
        return masked_text(value)
    return BLOCK


# --- names --------------------------------------------------------------------------------------

COMPOUND_SURNAMES: Final = frozenset(
    """
    欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台
    皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘
    子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐
    段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 梁丘 左丘 东门 西门 第五
    """.split()
)


def masked_name(name: str) -> str:
    """A natural person's name: surname and 某 (张某); one in letters keeps its first (J某)."""
    name = name.strip()
    if name[:2] in COMPOUND_SURNAMES and len(name) > 2:
        return name[:2] + "某"
    return name[:1] + "某"


def masked_names(names: Iterable[str]) -> dict[str, str]:
    """Several names of one document: those that would look alike are told apart by numbers.

    张三、张四、李五 → 张某1、张某2、李某. The same name is always the same person.
    """
    single = {name: masked_name(name) for name in dict.fromkeys(names)}
    alike = Counter(single.values())
    numbered: Counter[str] = Counter()
    result = {}
    for name, short in single.items():
        numbered[short] += 1
        result[name] = f"{short}{numbered[short]}" if alike[short] > 1 else short
    return result


# --- addresses and text -------------------------------------------------------------------------

_COMMUNITY = re.compile(r"^.*?(?:村民委员会|居民委员会|社区|村(?!路|街|道))")
_TOWN = re.compile(r"^.*(?:街道|镇|乡)")
_COUNTY = re.compile(r"^.*?(?:自治县|县|区|旗|市(?!.*[县区旗市]))")


def masked_address(address: str) -> str:
    """An address down to the village or community; house and room are hidden (柳湾村■■■■)."""
    for pattern in (_COMMUNITY, _TOWN, _COUNTY):
        found = pattern.match(address)
        if found:
            return found.group() + BLOCK
    return BLOCK


@dataclass(frozen=True)
class Found:
    """Personal data inside running text: where, which kind (Chinese), as `text[start:end]`."""

    start: int
    end: int
    kind: str


_DIGIT = "[0-9０-９]"
_EDGE = rf"(?<!{_DIGIT})", rf"(?!{_DIGIT})"
_PATTERNS: Final = (
    ("公民身份号码", rf"{_DIGIT}{{17}}[0-9０-９XxＸｘ]|{_DIGIT}{{15}}"),
    ("银行账号", rf"(?:{_DIGIT}{{4}}[ -]?){{3,4}}{_DIGIT}{{1,7}}"),
    ("手机号码", rf"[1１][3-9３-９]{_DIGIT}(?:[ -]?{_DIGIT}{{4}}){{2}}"),
    ("固定电话", rf"[0０]{_DIGIT}{{2,3}}[-－ ]?{_DIGIT}{{7,8}}"),
    ("电子邮箱", r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    (
        "车牌号",
        r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
        r"[A-HJ-NP-Z][·•]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])",
    ),
)
_CREDIT_CODE: Final = re.compile(rf"(?<![0-9A-Za-z])[{CREDIT_ALPHABET}]{{18}}(?![0-9A-Za-z])")
_COMPILED: Final = tuple(
    (
        kind,
        re.compile(pattern if kind in {"电子邮箱", "车牌号"} else f"{_EDGE[0]}(?:{pattern}){_EDGE[1]}"),
    )
    for kind, pattern in _PATTERNS
)


def found_in(text: str) -> list[Found]:
    """Numbers and addresses in a text that belong to a person, in order, never overlapping.

    A number with a wrong check digit is still somebody's number typed badly, so that it counts. The credit code of an
    organisation is public; one of digits alone could be a citizen's number and counts.
    """
    text = _CREDIT_CODE.sub(lambda found: " " * 18 if _is_public_code(found.group()) else found.group(), text)
    taken: list[Found] = []
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(text):
            if all(match.end() <= other.start or match.start() >= other.end for other in taken):
                taken.append(Found(match.start(), match.end(), kind))
    return sorted(taken, key=lambda found: found.start)


def _is_public_code(code: str) -> bool:
    lettered = any(char.isalpha() for char in code[:17]) or (code[17].isalpha() and code[17] != "X")
    return lettered and credit_check_character(code[:17]) == code[17]


def masked_text(text: str) -> str:
    """A text in which every number found by `found_in` is a block; the words stay."""
    parts, position = [], 0
    for found in found_in(text):
        parts += [text[position : found.start], BLOCK]
        position = found.end
    return "".join([*parts, text[position:]])
