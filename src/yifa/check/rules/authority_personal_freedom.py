"""Personal freedom is restricted (AUTH-012)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.authority import Authority
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, meant, unauthorised
from yifa.check.words import HERE, NUMBER
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
_HELD = (
    frame(
        (
            rf"(?:守门|守着|看门|住{HERE}{{0,2}}(?:半|{NUMBER}){HERE}{{0,2}}(?:月|天|日)"
            rf"|不许{HERE}{{0,6}}(?:领回|接回|出门|会客)|出门{HERE}{{0,2}}(?:须|要"
            rf"|得)(?:报告|报批|请假))"
        ),
        within=(r"进京|上访|信访|戒酒|酗酒|赌|闹|人员|精神", r"安排|两班|送到|送往|专人|不许|须|轮"),
        unless=r"自愿|治疗|住院治疗|医|值班|敬老院",
    ),
    frame(
        rf"关(?:上|他|其)?{HERE}{{0,2}}(?:一夜|一晚|一宿|{NUMBER}(?:天|日|小时|夜|宿))",
        unless=r"店|门市|闭|网吧|停业|机器|水|电|灯",
    ),
    frame(
        (
            rf"(?:关(?:进|到|在|起)|看(?:着|住|管)|守着|盯着|留(?:下来|在)|扣(?:着|在)"
            rf"|锁(?:在|起)|绑|带(?:到|回|去|离)|不放(?:走|人|出)|不让{HERE}{{0,4}}(?:出|走"
            rf"|离)|待满|贴封条)"
        ),
        within=(
            (
                r"不听劝|扰乱|缠访|上访|信访|醉|打人|闹|返乡|回来的|嫌疑|盗|赌|吸|同伙|对象"
                r"|人员|人(?!民|才|工|行|大|均|口|数|身份|员)"
            ),
            r"轮班|不让|不放|醒了|再说|问清|小黑屋|屋|封条|待满|指定|房间|不出|之前|天内|期间|小时|村口|大门",
        ),
        unless=r"车辆|机器|钥匙|货物|救助|送医|看护|值班|消防|监护|参观|就业|培训班|档案|病人",
    ),
    frame(
        (
            r"(?:留置(?!送达|权)|约束(?!力|条件|机制|性|指标|作用|双方|激励)|看管|看护起来"
            r"|扣(?:留|住|下)|关(?:在|进|起来)|锁(?:在|进)|隔离|软禁|监管起来|控制在"
            r"|留(?:在|下|滞在)|带(?:至|到|往|离)|送(?:到|往|至|进|去)|集中(?:到|在|于"
            r"|安置|学习|教育|管理)|陪护|陪同|盯(?:防|守|住))"
        ),
        within=(
            (
                r"人(?!民|事|才|工|行|大|均|口|数|身份)|者(?!协)|闹事|酗酒|醉|传销|上访|信访"
                r"|吸毒|赌|精神|嫌疑|返乡|租客|村民|居民"
            ),
            (
                rf"(?:直至|直到|至|到|待){HERE}{{0,12}}(?:止|为止|结束|酒醒|清楚|满|再放|后放"
                rf"|完毕)|方(?:可|准|能|许){HERE}{{0,6}}(?:离开|回家|出|返)|才(?:能|可|准"
                rf"|许)?{HERE}{{0,6}}(?:离开|回家|放|出)|再放人|放人|不(?:准|许|得|让"
                rf"|能){HERE}{{0,6}}(?:出|离|外|回家|走)|指定房间|值班室|治安岗亭|反省"
            ),
        ),
        unless=r"参观|值守|车辆|疫情|传染病|救助|护送|就医|送医",
    ),
    frame(
        (
            r"(?:不(?:准|许|得|让|能|允许)|禁止|严禁)(?:其|自行|擅自|私自)?(?:走出|离开|出"
            r"|迈出)(?:本?[村镇乡县区门院屋]|家门|小区|住处|本地|宿舍)"
        ),
        within=(r"人(?!民|事|才|工|行|大|均|口)|者|户|村民|居民",),
    ),
)
"""Somebody is kept where he does not want to be, in other words."""
_ON_DUTY = re.compile(r"值班(?!室)|驾驶|值守|执勤|考生|运动员|领导干部|评标|选手|监护人|看护")


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, unauthorised(draft, _ACTS, needs=Authority.LAW, unless=_ON_DUTY), _held(draft))


def _held(draft: Draft) -> Iterator[Hit]:
    for spot in meant(draft, _HELD, needs=Authority.LAW, unless=_ON_DUTY):
        yield hit(draft, spot, Authority.LAW, 0.7)


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
