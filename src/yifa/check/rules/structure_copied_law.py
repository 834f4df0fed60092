"""An article repeats an article of a law instead of naming it (STRU-012)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.copied import LEAST, copied_from, library
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act
from yifa.law.basis import article_name

_NAMES = re.compile(r"《[^》]{2,40}》")


def _look(draft: Draft) -> Iterator[Hit]:
    """Articles long enough to be compared that do not themselves name a law; only with an imported library."""
    with library() as found:
        if found is None:
            return
        for part in draft.parts:
            for article in part.articles:
                text = draft.text[article.label_end : article.end].strip()
                if part.amending or len(text) < LEAST or _NAMES.search(text):
                    continue
                if copied := copied_from(text, found):
                    where = f"《{copied.hit.title}》{article_name(copied.hit.article) if copied.hit.article else ''}"
                    message = f"重复了{where}的规定（相似度{copied.share:.0%}）。"
                    yield Hit(article.start, article.end, message, confidence=0.85)


RULE = Rule(
    id="STRU-012",
    group=Group.STRUCTURE,
    severity=Severity.INFO,
    summary="整条重复上位法的规定",
    basis=(act("规章制定程序条例")[8, 2], act("立法法")[82, 4]),
    suggestion="删除，或者改为引用上位法的条文",
    look=_look,
    fires=(
        (
            "第二条 灯塔看守人应当在日落前半小时点亮灯器，每两小时记录一次灯光和海面情况，"
            "发现船舶遇险的，应当立即鸣放雾笛并报告海务机构。"
        ),
        (
            "第九条 灯塔看守人应当在日落前半小时点亮灯器，每两小时记录一次灯光和海面情况，"
            "发现船舶遇险时应当立即鸣放雾笛并报告海务机构。"
        ),
        (
            "第三条 灯塔周围五百米以内不得建造高于灯器的建筑物、"
            "种植高大树木或者设置与灯光颜色相同的灯具。\n海务机构应当公布范围。"
        ),
        "第四条 看守人应当在日落前半小时点亮灯器，每两小时记录一次灯光和海面情况，发现船舶遇险的，应当立即鸣放雾笛。",
        (
            "第三条 灯塔周围五百米以内不得建造高于灯器的建筑物、种植高大树木，"
            "或者设置与灯光颜色相同的灯具。海务机构应当公布具体范围。"
        ),
    ),
    silent=(
        (
            "第二条 灯塔看守人依照《灯塔守护条例》第五条履行职责，应当在日落前半小时点亮灯器，"
            "每两小时记录一次灯光和海面情况。"
        ),
        "第二条 看守人应当点亮灯器。",
        (
            "第二条 码头管理人应当每日检查系船柱、护舷和照明设施，发现损坏的及时修复，"
            "并在检查簿上记录检查的时间和情况，由值班负责人签字。"
        ),
        (
            "第二条 灯塔看守人每年轮换，轮换办法由县交通运输局会同县人力资源和社会保障局制定，"
            "并报县人民政府备案，抄送海务机构和镇人民政府。"
        ),
        "灯塔看守人应当点亮灯器。",
    ),
    kinds=PROVISIONS,
)
