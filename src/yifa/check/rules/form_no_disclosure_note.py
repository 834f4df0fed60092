"""A normative document does not say whether it is published (FORM-010)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act

_NOTE = re.compile(
    r"此件[^。\n]{0,10}(?:公开|发布|内部)|公开(?:属性|方式|类别|选项|形式)"
    r"|(?:主动|依申请|不予|不宜)公开[ \t\u3000）)]*$|信息公开选项",
    re.MULTILINE,
)
_TO_PUBLIC = ("通告", "公告", "通知", "意见", "决定")


def _look(draft: Draft) -> Iterator[Hit]:
    """Only letters that lay down rules for the public and are complete to their date."""
    letter = draft.letter
    title = letter.title
    if not (letter.complete and letter.date and title and title.genre in _TO_PUBLIC) or _NOTE.search(draft.text):
        return
    if letter.numbers and (
        any(part.articles for part in draft.parts[1:])
        or title.genre in ("通告", "公告")
        or "规" in draft.text[slice(*letter.numbers[0])]
    ):
        yield Hit(*letter.date)


RULE = Rule(
    id="FORM-010",
    group=Group.FORM,
    severity=Severity.WARNING,
    summary="末尾没有注明是否公开",
    basis=(act("政府信息公开条例")[20], act("政府信息公开条例")[26]),
    suggestion="在成文日期下一行加“（此件公开发布）”",
    look=_look,
    fires=(
        "某政规〔2026〕2号\n某县人民政府关于养犬的通告\n现通告如下：\n一、犬只应当登记。\n某县人民政府\n2026年5月1日",
        "某政规〔2026〕3号\n某县人民政府关于印发某县采砂办法的通知\n各镇人民政府：\n现印发给你们。"
        "\n某县人民政府\n2026年5月1日\n"
        "某县采砂办法\n第一条 制定本办法。\n第二条 采砂应当许可。\n第三条 本办法自2026年6月1日起施行。",
        (
            "某县人民政府文件\n某政规〔2026〕5号\n某县人民政府关于禁渔的意见\n各镇人民政府：\n禁渔期不得捕捞。"
            "\n某县人民政府\n2026年5月1日"
        ),
        "某政规发〔2026〕6号\n某县人民政府关于停车的决定\n各镇人民政府：\n停车应当入位。\n某县人民政府\n2026年5月1日",
        "某规〔2026〕7号\n某县人民政府关于祭扫的公告\n现公告如下：\n林区禁火。\n某县人民政府\n2026年3月1日",
    ),
    silent=(
        "（此件公开发布）",
        (
            "某政规〔2026〕2号\n某县人民政府关于养犬的通告\n现通告：\n犬只应当登记。"
            "\n某县人民政府\n2026年5月1日\n（此件公开发布）"
        ),
        "某县养犬管理办法\n第一条 制定本办法。\n第二条 犬只应当登记。",
        "某司〔2026〕9号\n某县司法局关于培训的通知\n各司法所：\n请参加。\n某县司法局\n2026年5月1日",
        (
            "某政规〔2026〕2号\n某县人民政府关于养犬的通告\n现通告：\n犬只应当登记。"
            "\n某县人民政府\n2026年5月1日\n公开方式：主动公开"
        ),
    ),
    kinds=PROVISIONS,
)
