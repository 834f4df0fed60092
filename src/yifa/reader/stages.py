"""Which step of its procedure a number belongs to, where no indicator counts that step (办理环节).

An indicator counts what was done. What ought to be done (应考), is left over (余下), was carried over (结转), was only
begun (立案), is an average (人均) or a mere difference (净增) is another number of the same thing, and has no code.
"""

from __future__ import annotations

import re

_DUE = (
    r"(?<![反相响供适对效呼回])应(?:当|该)?(?:由[^,;。、\d]{0,8})?"
    r"(?:参考|考|到|述|公开|办|检|出庭|参加|参训|整改|培训|评|测)[^,;。、\d]{0,8}"
)
_AVERAGE = r"(?:(?<![责请理证])人均|[户村月日年]均|平均每[^,;。、]{1,8})[^,;。、]{0,8}"
_DIFFERENCE = r"(?:净增|净减|增加|减少|增长|下降)了?|(?:比|较)[^,;。]{1,12}(?:多|少)了?|减少(?![至到为])[^,;。]{1,4}"
_CARRIED = r"(?:结转|遗留|跨年|旧存)[^,;。]{0,3}"
_LEFT = r"余下|剩余|尚余|还剩|剩下"
_BEGUN = r"(?<!处罚)(?<!复议)立案(?:调查|侦查)?"
_PENDING = r"(?:尚未|未|正在|待)(?:办结|审结|结案|整改|完成|化解|受理|处理|审理)"
_ACCEPTED = r"(?:采纳|吸收|吸纳)(?:意见|建议)?"
_STEPS = "|".join((_DUE, _AVERAGE, _DIFFERENCE, _CARRIED, _LEFT, _BEGUN, _PENDING, _ACCEPTED))
_UNCODED = re.compile(rf"(?:{_STEPS})[了共约近超的]{{0,2}}$")
_REACH = 24


def uncounted_step(flat: str, start: int) -> bool:
    """Whether the words right before a count say that it counts a step without an indicator."""
    lead = flat[max(0, start - _REACH) : start]
    return bool(_UNCODED.search(lead, max(lead.rfind(mark) for mark in ",;。\n:") + 1))
