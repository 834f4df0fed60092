"""The layouts of 双公示 (双公示数据项): fields with their rules, and how the older layouts of 2016 map onto them.

The codes and labels are those of public exchange programs; required marks, lengths and code lists of the national
template were not readable, so they are cautious (M) and stand here as data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "date", "amount", "credit", "choice"]
NATURAL, INDIVIDUAL, ORGANISATION = "自然人", "个体工商户", "法人及非法人组织"
PARTIES = (ORGANISATION, NATURAL, INDIVIDUAL)
ID_TYPES = ("身份证", "护照", "港澳居民来往内地通行证", "台湾居民来往大陆通行证", "其他")


@dataclass(frozen=True)
class Field:
    """One field: its code, its Chinese label, and what it must be.

    Attributes:
        registered: a number of a register (15 digits of the business register are no identity number).
    """

    code: str
    label: str
    kind: Kind = "text"
    required: bool = False
    most: int = 200
    choices: tuple[str, ...] = ()
    registered: bool = False


@dataclass(frozen=True)
class Layout:
    """A layout: its key and label, its fields in order, and which of them tell the party, the number, the date."""

    key: str
    label: str
    fields: tuple[Field, ...]
    prefix: str
    date: str
    organ: str

    @property
    def number(self) -> str:
        """The field with the number of the decision."""
        return f"{self.prefix}_WSH"

    @property
    def name(self) -> str:
        """The field with the name of the party."""
        return f"{self.prefix}_XDR_MC"

    def named(self, code: str) -> Field:
        """A field by its code."""
        return next(field for field in self.fields if field.code == code)


def _party(prefix: str) -> tuple[Field, ...]:
    return (
        Field(f"{prefix}_XDR_MC", "行政相对人名称", required=True),
        Field(f"{prefix}_XDR_LB", "行政相对人类别", "choice", required=True, choices=PARTIES),
        Field(f"{prefix}_XDR_SHXYM", "统一社会信用代码", "credit", most=18),
        Field(f"{prefix}_XDR_GSZC", "工商注册号", most=50, registered=True),
        Field(f"{prefix}_XDR_ZZJG", "组织机构代码", most=50, registered=True),
        Field(f"{prefix}_XDR_SWDJ", "税务登记号", most=50, registered=True),
        Field(f"{prefix}_XDR_SYDW", "事业单位证书号", most=50, registered=True),
        Field(f"{prefix}_XDR_SHZZ", "社会组织登记证号", most=50, registered=True),
        Field(f"{prefix}_FRDB", "法定代表人", most=100),
    )


_CERTIFICATE = (("XDR_ZJLX", "自然人证件类型"), ("XDR_ZJHM", "自然人证件号码"))


def _certificate(prefix: str) -> tuple[Field, ...]:
    kind, number = _CERTIFICATE
    return (
        Field(f"{prefix}_{kind[0]}", kind[1], "choice", choices=ID_TYPES),
        Field(f"{prefix}_{number[0]}", number[1], most=64),
    )


PENALTY = Layout(
    "penalty", "行政处罚",
    (
        *_party("CF"),
        Field("CF_FR_ZJLX", "法定代表人证件类型", "choice", choices=ID_TYPES),
        Field("CF_FR_ZJHM", "法定代表人证件号码", most=64),
        *_certificate("CF"),
        Field("CF_WSH", "行政处罚决定书文号", required=True, most=128),
        Field("CF_WFXW", "违法行为类型", required=True, most=2000),
        Field("CF_SY", "违法事实", required=True, most=5000),
        Field("CF_YJ", "处罚依据", required=True, most=2048),
        Field("CF_CFLB", "处罚类别", required=True),
        Field("CF_NR", "处罚内容", required=True, most=4000),
        Field("CF_NR_FK", "罚款金额（万元）", "amount"),
        Field("CF_NR_WFFF", "没收违法所得、没收非法财物的金额（万元）", "amount"),
        Field("CF_NR_ZKDX", "暂扣或吊销证照名称及编号"),
        Field("CF_JDRQ", "处罚决定日期", "date", required=True),
        Field("CF_YXQ", "处罚有效期", "date"),
        Field("CF_GSJZQ", "公示截止期", "date"),
        Field("CF_CFJG", "处罚机关", required=True),
        Field("CF_CFJGDM", "处罚机关统一社会信用代码", "credit", required=True, most=18),
        Field("CF_SJLY", "数据来源单位", required=True),
        Field("CF_SJLYDM", "数据来源单位统一社会信用代码", "credit", required=True, most=18),
        Field("BZ", "备注", most=4000),
    ),
    "CF", "CF_JDRQ", "CF_CFJG",
)  # fmt: skip
LICENCE = Layout(
    "licence", "行政许可",
    (
        *_party("XK"),
        Field("XK_FR_ZJLX", "法定代表人证件类型", "choice", choices=ID_TYPES),
        Field("XK_FR_SFZH", "法定代表人身份证号", most=64),
        *_certificate("XK"),
        Field("XK_XKWS", "行政许可决定文书名称", required=True, most=64),
        Field("XK_WSH", "行政许可决定文书号", required=True, most=64),
        Field("XK_XKLB", "许可类别", "choice", required=True, most=256,
              choices=("普通", "特许", "认可", "核准", "登记", "其他")),
        Field("XK_XKZS", "许可证书名称", most=64),
        Field("XK_XKBH", "许可编号", most=64),
        Field("XK_NR", "许可内容", required=True, most=4000),
        Field("XK_JDRQ", "许可决定日期", "date", required=True),
        Field("XK_YXQZ", "有效期自", "date", required=True),
        Field("XK_YXQZI", "有效期至", "date", required=True),
        Field("XK_XKJG", "许可机关", required=True),
        Field("XK_XKJGDM", "许可机关统一社会信用代码", "credit", required=True, most=18),
        Field("XK_ZT", "当前状态", "choice", required=True, choices=("1", "2")),
        Field("XK_LYDW", "数据来源单位", required=True),
        Field("XK_LYDWDM", "数据来源单位统一社会信用代码", "credit", required=True, most=18),
        Field("BZ", "备注", most=4000),
    ),
    "XK", "XK_JDRQ", "XK_XKJG",
)  # fmt: skip
LAYOUTS = (PENALTY, LICENCE)

OLD: Mapping[str, Mapping[str, str]] = {
    "penalty": {
        "CF_CFMC": "CF_WFXW", "CF_CFLB1": "CF_CFLB", "CF_CFLB2": "CF_CFLB", "CF_XDR_ZDM": "CF_XDR_ZZJG",
        "CF_XDR_GSDJ": "CF_XDR_GSZC", "CF_XDR_SFZ": "CF_XDR_ZJHM", "CF_FR": "CF_FRDB", "CF_JG": "CF_NR",
        "CF_XZJG": "CF_CFJG", "CF_ZT": "", "DFBM": "", "SJC": "",
    },
    "licence": {
        "XK_XMMC": "XK_XKWS", "XK_SPLB": "XK_XKLB", "XK_XDR": "XK_XDR_MC", "XK_XDR_ZDM": "XK_XDR_ZZJG",
        "XK_XDR_GSDJ": "XK_XDR_GSZC", "XK_XDR_SFZ": "XK_XDR_ZJHM", "XK_FR": "XK_FRDB", "XK_JZQ": "XK_YXQZI",
        "XK_XZJG": "XK_XKJG", "DFBM": "", "SJC": "",
    },
}  # fmt: skip
"""The codes of 2016 and the fields that they became; blank: no longer exchanged. Two codes of one field are joined."""
OLD_VALUES: Mapping[str, Mapping[str, str]] = {"XK_ZT": {"0": "1", "1": "2", "2": "异议", "3": "其他"}}
"""What the codes of 2016 are today (R): 0 正常 is 1, 1 撤销 is 2. The others have no code today: a person decides."""

NOT_IN_OLD = {
    "penalty": ("CF_XDR_LB", "CF_CFJGDM", "CF_SJLY", "CF_SJLYDM"),
    "licence": ("XK_XDR_LB", "XK_XKJGDM", "XK_LYDW", "XK_LYDWDM", "XK_YXQZ", "XK_YXQZI", "XK_ZT"),
}
"""Required fields that the layout of 2016 did not have: they may be blank in its files."""

ALSO_CALLED: Mapping[str, str] = {"XK_XDR_TYPE": "XK_XDR_LB", "XK_SJLY": "XK_LYDW", "XK_SJLYDM": "XK_LYDWDM"}
"""Codes that programs of today use for a field of ours."""
PARTY_NUMBERS = {"1": NATURAL, "2": ORGANISATION, "3": ORGANISATION, "4": ORGANISATION}
"""Kinds of parties written as numbers: 1 is a natural person, 2 to 4 are organisations."""
