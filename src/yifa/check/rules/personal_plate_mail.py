"""A plate, a private mail address, WeChat or QQ number stands in a public text (PII-007)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.personal import around, found
from yifa.check.rule import ALL_KINDS, Rule
from yifa.law import act

_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = rf"[{_PROVINCES}][A-HJ-NP-Z][·•. ]?(?=[A-HJ-NP-Z0-9]*\d)[A-HJ-NP-Z0-9]{{5,6}}(?![A-Za-z0-9])"
_MAIL = r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}"
_CHAT = r"(?:微信|WeChat|wechat|微信号|QQ|qq)(?:号码?|群|ID|id)?[：:为]?\s*[A-Za-z0-9][A-Za-z0-9_-]{4,19}"
_PRIVATE = re.compile(f"{_PLATE}|{_MAIL}|{_CHAT}")
_GOVERNMENT = re.compile(r"@[\w.-]*gov\.cn$")
_OFFICE = re.compile(r"政务|单位|办公|公务|工作邮箱|局|政府|委员会|中心|窗口|公众号|监督|执法车|消防车|校车")


def _look(draft: Draft) -> Iterator[Hit]:
    for one in found(draft, _PRIVATE):
        before, _ = around(draft, one.start(), one.end(), 16)
        if not _GOVERNMENT.search(one[0]) and not _OFFICE.search(before):
            yield Hit(one.start(), one.end(), confidence=0.85)


RULE = Rule(
    id="PII-007",
    group=Group.PERSONAL,
    severity=Severity.WARNING,
    summary="公开的文本里有车牌、私人邮箱、微信或者QQ号码",
    basis=(act("个人信息保护法")[25],),
    suggestion="删除；需要联系方式的，写单位的邮箱、电话",
    look=_look,
    fires=(
        "车牌浙B12345违停",
        "请发到邮箱zhangsan@example.com。",
        "加微信：zhangsan_123报名。",
        "联系QQ：1234567。",
        "车主的浙A·D12345停在消防通道。",
    ),
    silent=(
        "来信请发至政务邮箱xxgk@ninghai.gov.cn",
        "关注微信公众号了解政策。",
        "意见发送至县司法局邮箱qxsfj@163.com。",
        "采购京A4纸一批。",
        "建立微信工作群。",
        "意见反馈：sfj@qx.gov.cn。",
    ),
    kinds=ALL_KINDS,
)
