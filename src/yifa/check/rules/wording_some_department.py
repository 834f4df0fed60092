"""Nobody can tell which department or which provision is meant (WORD-010)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.wording import worded
from yifa.law import act

_WORDS = re.compile(
    r"(?<![理自])(?:由|经|报)(?:有关|相关)(?:部门|单位|机构|人员)|按照?(?:有关|相关)规定|(?:^|(?<=[，。；]))相关(?:职能|主管|责任)?(?:部门|单位|机构)(?=[应须要负可不按])"
    r"|(?:移交|移送|转交?|报请|报送)相关(?:部门|单位|机关|机构)|(?:参照|依照|依据|根据|按照?)相关(?:法律|法规|政策|文件|制度|要求|标准)[^，。；]{0,8}(?:规定|执行|办理|处理|追究)"
    r"|(?:参照|比照)有关规定"
    r"|(?<=[：:])(?:相关|有关)(?:职能|主管|责任)?(?:部门|单位|人员)(?=[；;，。、]|$)|(?<=[：:])按照?(?:相关|有关)(?:规定|要求)"
)


def _look(draft: Draft) -> Iterator[Hit]:
    return worded(draft, _WORDS)


RULE = Rule(
    id="WORD-010",
    group=Group.WORDING,
    severity=Severity.INFO,
    summary="“有关部门”“相关规定”指代不明",
    basis=(act("规章制定程序条例")[8, 1],),
    suggestion="写明是哪个部门、哪个文件",
    look=_look,
    fires=("由相关部门按有关规定处理。", "责任单位：相关部门；完成时限：年底。"),
    silent=("由区市场监督管理局依照《公平竞争审查条例》处理。", "有关资料应当保管。"),
    kinds=PROVISIONS,
)
