"""An address down to the door stands in a public text (PII-004)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.personal import around, found
from yifa.check.rule import ALL_KINDS, Rule
from yifa.law import act

_N = r"[0-9０-９一二三四五六七八九十百]"
_ADDRESS = re.compile(
    rf"{_N}{{1,4}}(?:号楼|幢|栋"
    rf"|座)[^，。；、〔\n\d共约计高]{{0,3}}(?:[0-9A-Z甲乙丙丁]+单元)?[^，。；、〔\n\d共约计高]{{0,2}}\d{{3,4}}室?(?!年"
    r"|元|号文|人|户|平|米|亩)"
    rf"|{_N}{{1,4}}号院?[^，。；、〔\n\d]{{0,5}}\d{{3,4}}室|{_N}{{1,4}}(?:号楼|幢|栋"
    rf"|号院?)[^，。；、〔\n]{{0,2}}{_N}{{1,4}}(?:单元|门洞|门)[^，。；\n\d]{{0,2}}\d{{2,4}}室?|(?:{_N}"
    rf"|[甲乙丙丁])单元\s*\d{{2,4}}室?|{_N}{{1,4}}弄{_N}{{1,4}}号\s*\d{{2,4}}室?"
    rf"|[A-Z]座\s*\d{{3,4}}室?|[村屯庄][^，。；\n]{{0,4}}{_N}{{1,4}}(?:组|队|社)\s*{_N}{{1,4}}号"
)
_OFFICE = re.compile(
    r"中心|局(?!部)|政府|办公|大厅|窗口|法院|公司|律师|机关|[委办院所](?:地址|驻)|单位|委员会|注册地址"
    r"|经营场所|服务站|学校|宾馆|会议室"
)


def _look(draft: Draft) -> Iterator[Hit]:
    for one in found(draft, _ADDRESS):
        before, behind = around(draft, one.start(), one.end(), 30)
        if not _OFFICE.search(before) and not _OFFICE.match(behind):
            yield Hit(one.start(), one.end(), confidence=0.85)


RULE = Rule(
    id="PII-004",
    group=Group.PERSONAL,
    severity=Severity.WARNING,
    summary="公开的文本里有到门牌的住址",
    basis=(
        act("政府信息公开条例")[15],
        act("个人信息保护法")[25],
    ),
    suggestion="只写到村、社区",
    look=_look,
    fires=(
        "某小区3幢2单元502室",
        "张某家住东门花园12号楼1单元301室。",
        "被征收房屋位于上宅村三组18号，所有人陈某。",
        "收件地址为锦绣城B座1203。",
        "住户位于解放路36弄5号201室。",
    ),
    silent=(
        "某社区居民",
        "县行政服务中心位于人民路100号3楼302室。",
        "3号楼、5号楼加装电梯。",
        "本小区共12幢，3个单元。",
        "送至县司法局办公楼2号楼305室。",
        "建设住宅6幢共1200平方米。",
    ),
    kinds=ALL_KINDS,
)
