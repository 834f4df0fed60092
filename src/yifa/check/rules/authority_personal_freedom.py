"""Personal freedom is restricted (AUTH-012)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import unauthorised
from yifa.check.words import NUMBER
from yifa.law import act

_ACTS = re.compile(
    r"(?<![受被])拘留(?![证所的])|(?:禁止|限制|不(?:准|许|让|允许))(?:其)?(?:出去|外出|出门|出村|离开"
    r"|出行)|限制(?:其)?人身自由|强制劝返|(?<!铺贴条)(?<!商铺)(?<!店)(?<!条)封门|留置(?!送达|权)|禁足"
    r"|(?:集中|封闭)[^，。；]{0,10}(?:学习|教育|管理|培训)(?=[^。；]{0,14}(?:不准|不得|不许|不能)(?:请假"
    r"|离开|外出|回家))|强制隔离(?!戒毒)|关押|(?:限制|禁止)[^，。；]{0,4}(?:进出村|进出小区)|(?:人员"
    r"|上访)[^。；]{0,20}带离[^。；]{0,10}封闭管理|反省室|禁闭室"
    rf"|反省[^，。；]{{0,4}}{NUMBER}日|关禁闭|看管起来|强制(?:送|带)"
    r"|不得(?:擅自|自行)?(?:离开|外出)(?!岗|工作|现场|座|车|值|本单位|会场)|(?:房|家|大"
    r"|院)?门[^，。；]{0,3}上锁|送[^，。；]{0,6}(?:学习班|法制教育)|专人(?:看管"
    r"|看守)(?![^，。；]{0,8}(?:现场|火|物|仓|设备|车))|(?:贴身|轮流|二十四小时)[^，。；]{0,4}(?:看|盯|守)"
    r"|(?:锁|关)在[^，。；]{0,4}(?:屋|房|家|室|内)|不得出(?:村|门|院|小区)"
)
_ON_DUTY = re.compile(r"值班(?!室)|驾驶|值守|执勤|考生|运动员|领导干部|评标|选手|监护人|看护")


def _look(draft: Draft) -> Iterator[Hit]:
    return unauthorised(draft, _ACTS, needs=Authority.LAW, unless=_ON_DUTY)


RULE = Rule(
    id="AUTH-012",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="限制或者变相限制人身自由，这只能由法律设定",
    basis=(act("立法法")[11].item(5), act("行政处罚法")[10, 2]),
    suggestion="删除",
    look=_look,
    fires=("对拒不配合的人员可以限制人身自由24小时。", "由网格员对返乡人员强制劝返。"),
    silent=("任何单位不得以任何方式限制人身自由。", "采取留置送达的，应当邀请见证人到场。"),
    kinds=PROVISIONS,
)
