"""What the rules on personal data share: where a public copy is looked at, names of persons, offices.

These rules read the whole text, annexes, tables and quotations included: what is published is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from yifa.check.draft import Draft
from yifa.check.model import DraftKind

_SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范石廖贾夏韦付傅邹孟熊秦邱尹薛闫段雷侯陶黎贺顾郝龚邵钱严覃戴莫孔汤毛江史邢倪柯俞裘褚骆翁竺阮葛章鲍尤凌庄殷施洪金方华万鲁韦柳费岑滕毕邬傅皮卞齐伍卜穆湛祁禹狄臧茅庞纪舒屈项祝骆梅盛刁钟游丘欧麦喻苗耿匡国文向柴覃"
)
_DOUBLE: Final = "欧阳|上官|司马|诸葛|皇甫|慕容|尉迟|令狐"
_NOT_A_NAME: Final = re.compile(
    r"高[度龄中校级等危发血速风]|周[边围期岁到转密]|任[何职务命意]|程[度序]|付[款费出清]|田[间地]|石[材料]"
    r"|黄金|林[地木权业]|严[重格禁肃防]|许可|余[额款]"
    r"|曾[经因有]|方[式面案可便法]|范[围畴]|谢绝|杜绝|陆续|于[是本该上每]|何[时种人]|马[上路]|金[额融]"
    r"|国[家有企资法务内营土道]|文[明化件书体物旅]|向[来县镇上]|毕业|费用|齐全|纪[委律检要]|项目|盛[大行]|游[客览玩]|麦[田子收]|苗[木圃]|梅[雨花]|舒适|祝贺|喻为|柴[油火草]|欧[洲盟元]"
    r"|华[侨]|万[元人户余名]|章[程]|施[工行救]|江[河]|史料|毛[利重]"
    r"|孔[洞]|钱[款物财]|贺[信]|史[上]|顾[虑及]|夏[季]|洪[水灾]|庄[稼]|殷切|凌晨|雷[电雨同]|段[落]"
    r"|江[苏西]|.[某×xX*＊○〇]"
)
_TITLE_AFTER: Final = r"女士|先生|同志|老师|大姐|师傅"
_BEHIND: Final = (
    r"(?=[，,。、；;：:（(）)\s　|的由系患因]|$|女士|先生|同志|老师|等|和|与|及|是|为|反映|反应|来[信访电]"
    r"|要求|提供|提[出交]|递交|寄|所|认为|实名|书面|信访|上访|控告|检举|申诉|称|说(?!明)|[男女][，,。、\s]|向|诉|已|投诉|举报|拨打|本人|家|一[家户]|现|于|在|（|家中|户|之|曾|自|妻"
    r"|丈夫|的)"
)
NAME: Final = rf"(?:(?:{_DOUBLE})[\u4e00-\u9fa5]{{1,2}}|[{_SURNAMES}](?:[\u4e00-\u9fa5]{{2}}|[\u4e00-\u9fa5])){_BEHIND}"
"""A surname, one or two characters, and what may follow a name."""
OFFICE: Final = re.compile(
    r"[局委办院所]|政府|中心|机关|热线|窗口|政务|值班|咨询|监督|办公|单位|公司|国库|专户|财政|银行账户管理"
    r"|基金会|委员会|服务台|大厅|综合楼|学校|协会|公章|户名为?[^，。]{0,12}(?:公司|中心|局)"
)


def is_public(draft: Draft) -> bool:
    """Whether a copy for the public is looked at: every draft but contracts, unless the metadata say otherwise."""
    given = draft.facts.get("public")
    return bool(given) if given is not None else draft.kind is not DraftKind.CONTRACT


def found(draft: Draft, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Every place of the pattern in the whole text of a public copy."""
    return pattern.finditer(draft.text) if is_public(draft) else iter(())


def around(draft: Draft, start: int, end: int, width: int = 24) -> tuple[str, str]:
    """The words before and behind a place within its sentence and line, at most `width` characters each."""
    before = re.split(r"[。；;\n]", draft.text[max(0, start - width) : start])[-1]
    behind = re.split(r"[。；;\n]", draft.text[end : end + width])[0]
    return before, behind


def real_name(name: str) -> bool:
    """Whether a word that looks like a name is one, and not masked (张某)."""
    return not _NOT_A_NAME.match(name) and "某" not in name


def luhn(digits: str) -> bool:
    """Whether the last digit of a bank card's number is the check digit of the others (模10)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity_number(number: str) -> bool:
    """Whether 18 characters are a citizen's number: a day that exists and the check character (GB 11643)."""
    from datetime import date

    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    weighed = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return "10X98765432"[weighed % 11] == number[17].upper()
