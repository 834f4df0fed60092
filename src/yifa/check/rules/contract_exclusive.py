"""The contract gives somebody a business alone (CONT-018)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.bargain import OTHERS, SOLE
from yifa.check.contract import acts, meant
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.parties import Side
from yifa.check.rule import Rule
from yifa.check.words import HERE
from yifa.law import act

_ALONE = re.compile(
    r"(?:独家|唯一|排他(?:性)?(?:地|的)?|专属|专营)(?:地|的|享有|授权|拥有|指定)*[^，。；]{0,16}?(?:合作|供应商?"
    r"|经营权?|运营权?|采购|服务(?:商|单位)?|销售|代理|投放|特许|开发|建设权|收运|处置权?|供气|供水|收集"
    r"|负责(?!人)|承担|实施|承接|承办)"
)
_KEEPS_OUT = re.compile(
    r"不(?:得(?:再)?|再|会)?(?:在[^，。；]{2,18})?(?:新设|新建|另行出租|引进|引入|批准|允许|委托|授权|许可|同意"
    r"|选择|采购|与)[^，。；]{0,20}(?:其他|第三方|同类|任何(?:第三方|其他|单位|企业|主体|公司|机构)"
    r"|另)[^，。；]{0,16}(?:企业|单位|经营者|公司|服务商|供应商|主体|第三方|机构|运营商|项目|合作|同类)?"
)
_ONLY_FROM = re.compile(
    r"(?:仅|只能?|只可)[^，。；]{0,3}(?:由|委托|交由)(?:乙方|供应商|中标人|项目公司|丙方)|(?:全部|一律|统一"
    r"|均)[^，。；]{0,3}(?:交由|交给|委托|由)(?:乙方|供应商)[^。；]{0,20}不再(?:另行)?(?:采购|招标|委托|选)|(?:仅"
    r"|只能?|只可|全部|一律|统一|必须|均)[^，。；]{0,3}(?:向|从|使用|采购|购买|选用|采用)(?:乙方|供应商|中标人"
    r"|项目公司|丙方)(?:[^，。；]{0,10}(?:订购|采购|购买|供应|提供|供货|服务|产品|配送|建设|承担|经营|实施))"
)
_OTHERS_OUT = re.compile(
    r"(?:其他|任何其他)(?:单位|企业|经营者|公司|个人)[^，。；]{0,6}不得(?:介入|进入|从事|参与|经营)"
    r"|乙方一家(?:经营|供应|承担|负责)"
)
_OTHER = re.compile(
    r"知识产权|著作权|专利|商标|软件|许可使用|非独家|独家原创|唯一(?:性|标识|编码|代码|联系人|负责人|有效|依据"
    r"|途径|方式|一)|单一来源|保密"
)


_CLOSED_TO_OTHERS = (
    frame(
        (
            rf"(?:就(?:乙方(?=做|来|一家|干|经营|独|搞)|由乙方|给乙方)|只找|只认|只跟|就找|别家{HERE}{{0,6}}(?:不"
            rf"|免)|一律不批)"
        ),
        within=(r"乙方|供应商|项目公司",),
        unless=r"不得只|责任|费用|联系|知识产权",
    ),
    frame(
        (
            r"(?:只(?:准|能|许|由|给|向|从|租给|用|找|认)|仅(?:限|由|从|向|能)|独家|唯一由|一家|排他|专属|专供"
            r"|全部(?:由|从|向|交)|都(?:由|从|向))"
        ),
        within=(
            r"乙方|供应商|项目公司|丙方|中标人",
            r"进货|采购|供|收运|经营|运营|租|广告|食堂|服务|销售|配送|清运|停车|建设|使用|承担|代理|票务|投放|权",
        ),
        unless=(
            r"保证金|结算|成果|责任|费用由|风险|税费|损失|用于本(?:项目|合同)|知识产权|软件|专利|唯一(?:联系|负责"
            r"|有效|标识)|非独家|不(?:是|享有)独家|专款|一家具有|违约|质量"
        ),
    ),
    frame(
        (
            rf"(?:不(?:得|再|会|能|找|引|与|另|和|让|允许|委托|批准|准)|谢绝){HERE}{{0,14}}(?:第二家|其他(?:企业"
            rf"|单位|公司|人|方(?!式|法|面|案)|经营者|合作|供应商|主体|机构)|第三(?:方|人)|别(?:家|人|的(?:公司"
            rf"|企业|单位))|另一家|同类|他人|另行出租)"
        ),
        within=(r"甲方|政府|县|镇|管委会|第三方平台|其他(?:企业|单位|公司)",),
        unless=r"乙方(?:不得|应|不|未经|须)|泄露|披露|转让|保密|知识产权|追究|提供担保|增信|抵押|转包|分包|利益",
    ),
)


_ONE_ALONE = (
    frame(
        SOLE,
        within=(
            r"乙方|供应商|项目公司|丙方|中标人|一家|运营商",
            r"经营|运营|采购|供应|服务|销售|代理|投放|开发|建设|收运|处置|供[气水热]|广告|使用|承接|配送|合作|权"
            r"|承揽|租用|提供|从事",
        ),
        unless=(
            r"保证金|结算|成果|责任|费用由|风险|税费|损失|知识产权|软件|专利|商标|著作权|唯一(?:联系|负责|有效"
            r"|标识|性|编码|依据)|非独家|非排他|不(?:是|享有|具有|构成|授予|取得|因)|专款|违约|质量|不得|原创|独有"
        ),
    ),
    frame(
        rf"(?:不(?:得|再|会|予|在|与|向|就|另)?{HERE}{{0,26}}?(?:授予|引进|引入|允许|批准|委托|授权|许可|同意|选择"
        rf"|采购|合作|设立|新[设建增]|签订|发包|出租|接受|安排|招募|准许|从事|进入|参与|经营))",
        within=(OTHERS, r"甲方|政府|县|镇|管委会|采购人|除乙方|园区|区域"),
        unless=(
            r"不影响|(?<!除)乙方(?:不得|应当?|不|未经|须|将|擅自|提供)|泄露|披露|透露|转让|保密|知识产权|追究|担保"
            r"|抵押|转包|分包|利益|侵权|信息|资料|数据|招标|可以(?:与|向)"
        ),
    ),
    frame(
        rf"(?:全部|统一|均|一律|悉数|整体|一并){HERE}{{0,6}}(?:交由|交给|委托|由|向|从|归)(?:乙方|供应商|中标人"
        rf"|项目公司|丙方)",
        within=(
            r"所辖|下属|所属|各(?:单位|部门|镇|乡|村|学校)|全[县区市镇]|辖区|范围内|所需|同类|(?:合同|合作|服务"
            r"|协议)期|不再|另行|机关",
        ),
        unless=r"费用|责任|风险|税费|损失|资料|成果|分包|债务|农民工|保证金|赔偿|本合同项下",
    ),
)
"""One alone and nobody beside him."""


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (
            Hit(s.start, s.end, "排除其他经营者，属于排他条款。", confidence=0.7)
            for s in meant(draft, _CLOSED_TO_OTHERS, refusals=True)
            if not _OTHER.search(s.statement.text)
            and not re.search("不(?:得|是|享有|授予|构成)[^，。；]{0,8}$", s.text_before)
        ),
        (
            Hit(s.start, s.end, "排除其他经营者，属于排他条款。")
            for s in meant(draft, _ONE_ALONE, refusals=True)
            if not _OTHER.search(s.statement.text)
        ),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    for spot in acts(draft, _ALONE):
        if not _OTHER.search(spot.statement.text):
            yield Hit(spot.start, spot.end, confidence=0.8)
    for spot in acts(draft, _ONLY_FROM):
        if not re.search(r"费用|责任|风险|税费|损失", spot.statement.text):
            yield Hit(spot.start, spot.end, "只能向乙方采购，属于排他条款。", confidence=0.75)
    for one in draft.statements:
        for spot in one.find(_OTHERS_OUT):
            yield Hit(spot.start, spot.end, "排除其他经营者，属于排他条款。", confidence=0.75)
            break
        for spot in one.find(_KEEPS_OUT):
            if draft.parties.actor(spot) is Side.GOVERNMENT and not one.has(_OTHER) and not spot.conditional:
                yield Hit(spot.start, spot.end, "约定政府不得引进其他经营者，属于排他条款。", confidence=0.75)


RULE = Rule(
    id="CONT-018",
    group=Group.CONTRACT,
    severity=Severity.WARNING,
    summary="有独家、排他条款，应当先经公平竞争审查",
    basis=(
        act("公平竞争审查条例")[8].item(2),
        act("公平竞争审查条例")[8].item(3),
        act("反垄断法")[40],
    ),
    suggestion="删除，或者经公平竞争方式选择并附审查结论",
    look=_look,
    fires=(
        "乙方独家运营区内停车场。",
        "甲方授予乙方全县唯一的燃气供应权。",
        "合作期内甲方不得再引进同类企业。",
        "乙方享有排他性的广告经营权。",
        "甲方不得委托其他单位收运餐厨垃圾。",
    ),
    silent=(
        "甲方通过招标选择运营者。",
        "本合同不授予乙方独家经营权。",
        "乙方不得委托第三方履行本合同。",
        "乙方授予甲方独家使用该软件的著作权许可。",
        "本系统为每台设备生成唯一标识，用于服务管理。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
