"""An administrative penalty is set (AUTH-004)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Party, party_of
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.check.setting import hit, meant, set_acts
from yifa.check.words import HERE, NUMBER
from yifa.law import act

_ACTS = re.compile(
    r"(?:(?<!加)处以?|课以?|罚(?!款)|给予|予以|可以?并?处|并处)[^，。；]{0,30}?(?<!缴纳)(?<!收缴)(?:罚款"
    r"|罚金)(?!决定|收|票|的)|罚(?:款|金|收|没)(?:人民币)?[0-9一二两三四五六七八九十百千万]"
    rf"|罚[^，。；款金则没]{{0,6}}{NUMBER}(?:元|倍)|罚{NUMBER}(?=[，。；]|$)|没收(?!决定|的|程序|处罚)"
    r"|按每[^，。；]{1,10}元[^，。；]{0,4}罚|元[^，。；]{0,3}计罚|(?:停[业产工]"
    rf"|关门)[^，。；]{{0,4}}{NUMBER}(?:日|天|周|个?月)|责令[^，。；]{{0,8}}(?:停产|停业"
    r"|歇业|关闭|停工)|吊销[^，。；]{0,10}(?:证|照)"
    r"|暂扣[^，。；]{0,8}(?:证|照)|(?:上缴|收缴)(?:其)?(?:营业执照|许可证)|限制从业|(?:给予|予以|处以"
    r"|处)[^，。；]{0,4}(?:警告|通报批评)"
    rf"|(?:取消|暂停|限制)其?[^，。；]{{0,6}}{NUMBER}年[^，。；]{{0,14}}(?:资格|经营|从业)"
    rf"|{NUMBER}(?:年|个月)内[^，。；]{{0,8}}(?:禁止|不得|不准"
    r"|不予)[^，。；]{0,12}(?:承揽|承接|从[业事]|参加|参与|投标|申报)"
)
_FINES = (
    frame(
        rf"(?:停运|停驶|停航|停飞|停售|禁售){HERE}{{0,6}}(?:{NUMBER}|整顿)|吊扣{HERE}{{0,10}}(?:证|照)",
        unless=r"检修|天气|春运|计划|申请|疫情|依法",
    ),
    frame(
        (
            rf"(?:暂停|停止|取消|中止){HERE}{{0,14}}(?:资格|经营|营业|摆摊|出摊"
            rf"|接单){HERE}{{0,4}}{NUMBER}(?:日|天|周|个?月|年)"
        ),
        unless=r"评优|评选|参评|评先|申请|施工期|检修|节假日|疫情|汛期",
    ),
    frame(
        rf"(?:开|出|给|填){HERE}{{0,10}}罚(?:单|款单)|惩戒金|罚(?:他|她|其){HERE}{{0,4}}{NUMBER}",
        unless=r"不得|协助|依法|社区|村",
    ),
    frame(
        (
            rf"(?:叫停|停(?:用|摆|办|开|工|业|产)|关停|停止{HERE}{{0,4}}经营|停止使用|封店"
            rf"|关张|摘牌|歇){HERE}{{0,10}}?(?:{NUMBER}(?:天|日|个?月|周|年)|整顿|反省)"
        ),
        within=(r"违|屡|拒|不|被|扰|未|私|超|查实|接纳|投诉",),
        unless=r"检修|施工期|放假|工期|疫情|年休|停用药",
    ),
    frame(
        rf"(?:收入|所得|进账|营业款|利润|货款){HERE}{{0,8}}(?:上缴|归|交|没收|充公|缴入|划归)",
        within=(r"违|查实|投诉|未|私|擅|被|不", r"镇|县|村|财政|街道|集体|国库"),
        unless=r"国库集中|非税|预算|罚没收入|租金收入|集体资产|承包",
    ),
    frame(
        rf"(?:掏|交|缴|付|拿){HERE}{{0,6}}?{NUMBER}(?:元|块|百|千)",
        within=(r"第一次|头一次|第二次|再犯|再有|一次|初次|首次|屡", r"乱|洗车|违|占|焚|倒|停|抛|放|吵|脏|不"),
        unless=r"补助|奖|票|缴费|保费|首付|租|押金|保证金",
    ),
    frame(
        r"通报批评|公开曝光|全县通报",
        within=(r"经营者|企业|商户|业主|店|公司|平台|户", r"将|被|予以|给予|在"),
        unless=r"部门|单位|镇|领导|干部|责任人|工作人员|依法",
    ),
    frame(
        (
            rf"(?:收走|代收|暂收|收缴|扣下|押下|收上来){HERE}{{0,6}}(?:执照|证)|(?:执照"
            rf"|许可证|经营证|营业证){HERE}{{0,8}}(?:收|扣|押|摘)"
        ),
        within=(r"违|屡|拒|占|整改",),
        unless=r"不再|申请|领取|换发|注销登记|遗失|公示|悬挂",
    ),
    frame(
        r"(?:经济处罚|处罚金?|科以|课以|课罚|科罚|计罚|罚款|罚金|罚没)(?!决定|程序|收入|权|标准|信息|案件|结果|的|、)",
        within=(rf"{NUMBER}{HERE}{{0,3}}(?:元|倍|%|成)|百分之|按{HERE}{{0,14}}(?:标准|倍)",),
    ),
    frame(rf"罚(?!款|没|则|金|单|缴|球|息)(?:其)?{HERE}{{0,6}}?{NUMBER}", unless=r"刑罚|诉|体罚|惩罚性"),
    frame(rf"(?:勒令|责令|强令|限令|命其|一律){HERE}{{0,10}}(?:停[业产工]|歇业|关[门停闭]|停止营业|打烊)(?!的|决定)"),
    frame(rf"(?:停[业产]|歇业|关门|闭店|停止营业){HERE}{{0,6}}(?:整顿|整改|反省|{NUMBER}(?:日|天|周|个?月))(?!期)"),
    frame(
        (
            rf"(?:吊销|收走|摘除|摘掉|扣留|收回|撤销|注销){HERE}{{0,10}}(?:营业执照|许可证"
            rf"|经营证|驾驶证|资质证书)(?!的|决定)"
        ),
        within=(r"违|不|拒|屡|逾|擅",),
    ),
)
"""Fines and closures in other words."""
_SUM = re.compile(rf"{NUMBER}元")
_ACCOUNTS = re.compile(
    r"罚没|罚款收入|返还|退还|加处|滞纳|缴纳罚款|违约金|不(?:交|缴)[^，。；]{0,4}罚|拒缴|听证|裁量|幅度|上限|下达|指标"
)
_GIVEN = re.compile(r"授权|委托|交由|交给")
_MILD = re.compile(r"警告|通报批评")


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(draft, _penalties(draft), _in_other_words(draft))


def _in_other_words(draft: Draft) -> Iterator[Hit]:
    for spot in meant(draft, _FINES, unless=_ACCOUNTS):
        if spot.party is not Party.AUTONOMOUS:
            yield hit(draft, spot, confidence=0.75)


def _penalties(draft: Draft) -> Iterator[Hit]:
    for spot in set_acts(draft, _ACTS):
        if re.search("罚没收入|罚没款", spot.statement.text):
            continue  # money already taken is an account
        if spot.party is Party.AUTONOMOUS and (not _SUM.search(spot.text) or _GIVEN.search(spot.statement.text)):
            continue  # that a committee punishes is for a rule of its own
        if not (_MILD.search(spot.text) and party_of(spot.statement.text) is not Party.PRIVATE):
            yield hit(draft, spot)


RULE = Rule(
    id="AUTH-004",
    group=Group.AUTHORITY,
    severity=Severity.ERROR,
    summary="自行设定行政处罚",
    basis=(act("行政处罚法")[16], act("行政处罚法")[9]),
    suggestion="删除罚则，改为由有权机关依照某法第几条处理",
    look=_look,
    fires=(
        "违反本办法规定乱停乱放的，由街道办事处处200元以上1000元以下罚款。",
        "情节严重的商户，责令停业整顿一个月。",
        "经营者拒不改正的，没收占道物品。",
    ),
    silent=(
        "违反本办法规定的，由公安机关依照《中华人民共和国道路交通安全法》处200元以下罚款。",
        "罚款收入应当上缴国库。",
        "对履职不力的部门予以通报批评。",
        "处以罚款的，应当告知当事人权利。",
    ),
    kinds=PROVISIONS,
)
