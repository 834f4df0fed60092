"""Minutes, a leader's note or an internal paper serves as the basis of a rule (CITE-012)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act

_ONWARD = r"(?=[，。；、（(第]|的?(?:要求|规定|精神|意见|口径|标准|内容)|$|[办执处予规决确实进停发统暂])"
_BASIS = re.compile(
    r"(?:根据|依据|依照|按照|遵照|遵循|执行|参照|经)[^，。；]{0,20}?"
    r"(?:会议纪要|批示(?:精神|要求|意见)?|内部(?:通知|文件|规定|资料|口径|通报|掌握|工作规则|明电)|口头(?:要求"
    r"|指示|通知|同意|答应|批准|意见|交办)|(?:微信|工作群)[^，。；]{0,4}通知)"
    rf"{_ONWARD}"
    r"|(?:根据|依据|依照|按照|遵照|参照)[^，。；]{0,24}?(?:讲话(?:精神|要求)?|(?:会议?|例会|办公会|专题会)[^，。；]{0,6}?(?:精神"
    r"|议定(?:事项|意见)?|研究意见|决定事项|部署要求)|领导[^，。；]{0,6}(?:指示|意见|要求|同意|签批)|抄告单|电话(?:通知|答复|要求)"
    rf"|便函|备忘录){_ONWARD}"
    r"|由[^，。；]{0,16}?(?:口头|批示)[^，。；]{0,6}(?:确定|同意|批准|明确|决定)"
    r"|以[^，。；]{0,24}(?:会议纪要|纪要|批示|内部文件|口头[^，。；]{0,4})为(?:依据|准|根据)"
    r"|(?:出自|来自|源自|见)[^，。；]{0,20}(?:纪要|批示|内部文件)(?=[，。；])"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.holding(_BASIS):
        for spot in one.find(_BASIS):
            if not spot.denied and not spot.statement.defining:
                yield Hit(spot.start, spot.end, confidence=0.8)


RULE = Rule(
    id="CITE-012",
    group=Group.CITATION,
    severity=Severity.WARNING,
    summary="会议纪要、领导批示、口头要求、内部文件不能作为制定规定或者作出处理的依据",
    basis=(act("地方各级人民代表大会和地方各级人民政府组织法")[75],),
    suggestion="换成已经公布、现行有效的规定",
    look=_look,
    fires=(
        "根据领导批示，现规定如下。",
        "依据常务会议纪要（第三期）第二项，停发补助。",
        "依据区政府专题会议纪要，停止发放补贴。",
    ),
    silent=(
        "根据《重大行政决策程序暂行条例》，现规定如下。",
        "不得依据会议纪要、内部文件减损企业权利。",
        "会议纪要应当归档。",
    ),
    kinds=PROVISIONS,
)
