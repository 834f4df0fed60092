"""Lawful contexts (合法语境): what makes a sentence harmless that is written with the words of a fault.

Every rule asks here instead of keeping such words of its own. A context is a property of the sentence, whatever the
rule: it forbids the fault, takes it back, looks into a complaint about it, leaves a choice, treats all alike, binds
nobody but officials, carries out a contract, or tells of a right. Which contexts silence a rule is for the rule to say:
to encourage (倡导) silences a duty, but not a preference for local goods.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from yifa.check.needles import Pieces, needed, pieces
from yifa.check.party import Party, party_of
from yifa.check.words import ALIKE, BAN, CONTEST


class Context(StrEnum):
    """One lawful context and what it is called in Chinese."""

    FORBIDDEN = "禁止这样做"
    """不得要求企业…, 严禁以…名义…: it binds those who would commit the fault."""
    REVOKED = "取消、纠正"
    """取消…环节, …的规定一律废止."""
    EXAMINED = "投诉、检查的对象"
    """受理…的投诉, 重点检查有无…."""
    TOLD = "报告、引述已经发生的事"
    FREE = "自愿、自主选择"
    ENCOURAGED = "倡导、鼓励"
    EVEN = "一视同仁"
    CONTESTED = "公开竞争选择"
    """经询价由报价最低的成交, 抽签决定: nobody is singled out."""
    ASSISTED = "协助、代办"
    """只帮着收材料: who helps decides nothing."""
    INTERNAL = "机关内部管理"
    """Only authorities and officials are spoken of."""
    AGREED = "合同约定"
    RIGHT = "告知权利"
    COMPENSATED = "给予补偿、退还"
    SHIELDED = "保护个人信息"
    """名单不张贴, 姓名不写: what is kept back is what nobody may publish."""
    PROVIDED = "依法办理、从其规定"
    HIGHER = "上级机关、法院的事项"
    """国务院, 县级以上人民政府, 本法: the voice of an act, seldom that of a county."""


_FAULT: Final = (
    r"(?:要求|强制|强迫|强行|迫使|限定|指定|设置|设定|设立|增设|增加|附加|另设|另行|变相|歧视|干预|干涉|排斥|阻碍|阻挠|摊派"
    r"|乱(?:收|罚)|违法|违规|非法|妨碍|刁难|推诿|打击报复|截留|挪用|点名|代行|串通|操纵|分割市场|垄断|重复(?:检|备|收)"
    r"|限制(?!人身自由的)|禁止(?![和、与])|仅限|召集|商量|商议|划分|否决|剥夺|转嫁|索要|索取|下达|超(?:范围|标准)"
    r"|(?:直接)?授予|返还|减免税|承诺(?!书)|向[^，。；]{1,24}?(?:收取|收费|摊派|征收|出具|提供担保)|收取|收受|收(?=[^，。；]{0,6}(?:押金|保证金|费|钱))|吓唬|刁难|拦截|额外|截留"
    r"|擅自(?:设|收|查|扣|处|增|减|提|决|制|改|委托|扩)|自行(?:设|组织|实施|收|扣|拆|处|决|执|制|确定|出台)|出台|制定"
    r"|组织[^，。；]{0,14}?(?:会员|经营者|企业|达成|拆除)|委托[^，。；]{0,12}?(?:行使|实施|村|社区)|下放|交由"
    r"|以[^，。；]{1,26}?(?:为由|为条件|为名|名义|形式|方式|手段|理由)|借[^，。；]{1,12}?(?:名义|机|之名)"
    r"|采取[^，。；]{0,26}?(?:方式|措施|手段|做法)|通过[^，。；]{1,18}?(?:方式|形式|手段|措施|变相)"
    r"|(?:[把将以])[^，。；]{1,40}?(?:作为|列为|纳入|设为|委托|与)|作为[^，。；]{0,24}?(?:条件|依据|因素|前提|门槛|标准|要件)"
    r"|与[^，。；]{1,24}?挂钩|对[^，。；]{1,24}?(?:采取|实行|实施|设|收|另|歧视|限|一事一议|处以罚)|因[^，。；]{1,24}?(?:而|降|减|拒|不))"
)
_FORBIDDEN: Final = re.compile(
    rf"(?<!未经其同意)(?<!经批准)(?:{BAN}(?![和、与])|不可以|不应当?|无权|杜绝|防止|避免|都不(?:准|得))[^，。；]{{0,22}}?{_FAULT}|不(?:再|得)?另(?:行(?!通知|告知|申|起诉|提|发包|补)|设|立|列)"
    r"|(?:不会|绝不|决不|从不|从来不|保证不)[^，。；]{0,22}?(?:断|停|掐|扣|罚|收|拆|赶|卡|逼|摊派|追缴|影响)"
    r"|没人[^，。；]{0,3}[罚收查扣]|不(?:再)?代(?:征|收|缴|扣)"
    r"|不(?:再)?(?:承担|行使|享有|具有|负有|代行)[^，。；]{0,12}(?:职责|职权|职能|权力|处罚权|执法权|审批权|收费权)"
)
_OWN_FAULT: Final = re.compile(r"任何(?:单位|组织|部门|机关|人)|招标人|采购人|行业协会|商会|协会|村规民约|学校|单位")
"""Private by name, and yet those who would commit the fault."""
_MATTER: Final = (
    r"(?:规定|限制|门槛|收费|做法|环节|条款|壁垒|要求|证明|许可|审批|备案|准入|措施|障碍|保证金|评比|政策|文件|事项"
    r"|附加条件|目录|名录库|备选库|表述|内容|协议|行为|现象|乱象|问题|加分)"
)
_REVOKED: Final = re.compile(
    rf"(?:取消|废止|清理|消除|破除|打破|纠正|删除|删去|停止(?:执行|收取|实施)|整治|查处|制止|压减|减少|精简|规范)"
    rf"(?![其该](?:[^，。；]{{0,6}}资格)?)[^，。；]{{0,36}}?{_MATTER}(?![^，。；]{{0,6}}资格)"
    rf"|{_MATTER}[^。；]{{0,16}}?(?:一律|予以|已|应当|应|全部|全面|均|及时|自[^，。；]{{1,14}}起)+[^，。；]{{0,6}}?"
    r"(?:取消|废止|清理|删除|删去|停止|纠正|修改|退还)|不再(?:执行|收取|要求|出具|盖章|实施|设置|保留|提交|提供|另行(?!通知|告知)|重复|需要|审批)"
)
_EXAMINED: Final = re.compile(
    r"(?:受理|核查|核实|反映|举报|投诉|重点(?:检查|审查|整治)|排查|检查|审查|监督)[^。；]{0,40}?(?:的(?:投诉|举报|问题|行为|情况|线索"
    r"|诉求|内容))|(?:检查|审查|排查|核查|核实|监督)[^。；]{0,40}?(?:是否|有无|有没有)|(?:审查|审核|巡察|检查|清理)(?:中)?(?:发现|认为)|已(?:责令|经?删除|经?废止|整改|纠正)|请[^，。；]{0,6}不要"
)
_FREE: Final = re.compile(
    r"自愿|自主(?:选择|决定|定价|确定|申报|制定|委托|购买|经营)|自行选择|自由选择|可以不(?!予|经)|无需|不需要|不必|无须|不用(?!于)|不(?:受[^，。；]{0,4})?影响"
    r"|免予提[交供]|可以?选择|任选|自(?:己|家)(?:的事)?(?:说了算|定(?![期金])|选|看着办|拿主意|去[^，。；]{0,4}办)|随(?:你|便|行就市|意)"
    r"|各(?:户|家|人|自)自?(?:己|行)?(?:找|选|定|请|买|雇|联系|安排)|不[掏花][^，。；]{0,4}钱|不勉强|愿意[^，。；]{0,6}的|谁想|不(?:登记|参加|订|买|交|去|填)也"
)
_ENCOURAGED: Final = re.compile(r"鼓励|倡导|提倡|支持|引导")
_EVEN: Final = re.compile(ALIKE)
_CONTESTED: Final = re.compile(CONTEST)
_AGREED: Final = re.compile(
    r"(?:合同|协议|双方|章程)(?:的)?(?:约定|协商)|按照?约定|协商(?:一致|选定|确定)|违(?:反)?约(?:责任|金|定)|租赁合同|劳动合同|村民会议|业主大会"
    r"|合同上|按合同|(?:开过|经)[^，。；]{0,6}大会|(?:三分之二|半数)以上[^，。；]{0,10}(?:同意|通过|赞成)"
    r"|民主(?:议定|决策)|一事一议[^，。；]{0,4}(?:筹资|规定|办理|财政)"
)
_RIGHT: Final = re.compile(
    r"(?:可以|有权|享有)[^，。；]{0,14}(?:复议|诉讼|起诉|听证|陈述|申辩|仲裁|国家赔偿|投诉|举报|控告|拒绝|申诉|申请赔偿)"
)
_COMPENSATED: Final = re.compile(
    r"(?:给予|予以|支付|足额|依法|合理)[^，。；不]{0,10}(?:补偿|赔偿)|(?:赔偿|补偿)责任(?!的)|(?:及时|全额|如数|予以|自[^，。；]{2,16}日内)退[还回]"
    r"|先[^，。；]{0,6}[签补赔][^，。；]{0,12}(?:再|后|才)|[款钱][^，。；]{0,4}到[账手位][^，。；]{0,6}(?:再|后|才|之前)|全[额部]?退|不予追[回缴]|照价赔|按[^，。；]{2,14}标准(?:给)?[补赔]|补偿(?:款|协议)?[^，。；]{0,6}(?:没|未)(?:到|签|付)[^，。；]{0,8}[前不]"
)
_SHIELDED: Final = re.compile(
    r"(?:名单|信息|姓名|名字|身份|病情|住址|隐私|投诉人|举报人|未成年)[^。；]{0,24}?(?:不(?:予)?(?:张贴|公开|公布|公示|外传|外泄|透露|写|提)|保密|隐去|遮)"
)
_ASSISTED: Final = re.compile(
    r"协助(?!义务)|只帮|帮(?:着|忙|助)|帮(?:群众|村民|居民|老人|农户|你|他|大家)|代(?:为)?(?:收|递|交|跑)(?:材料|手续)|代办员|跑(?:手续|腿)"
)
_PROVIDED: Final = re.compile(
    r"从其规定|另有规定|移[送交][^，。；]{0,12}(?:处理|查处|机关|部门|局)|由[^，。；]{2,16}依(?:法|照)|报告[^，。；]{2,12}(?:部门|局|机关|政府)"
    r"|申请[^，。；]{0,6}法院|以[^，。；]{2,24}(?:公布|发布|规定)的[^，。；]{1,14}为准|按照?(?:国家|省|有关|法定|规定)[^，。；]{0,8}(?:程序|标准|规定|政策)|按(?:规定|规矩|程序)[^，。；]{0,6}(?:办|处理|来)"
)
_HIGHER: Final = re.compile(
    r"国务院|省、自治区、直辖市|设区的市|县级以上|省级以上|本法(?!人)|本条例|本解释|军事|海关|证券|银行业"
    r"|(?:人民)?(?:法院|检察院)(?:可以?|应|不|经|认为|受理|审|判|裁|决定|依|对)"
)
DONE: Final = re.compile(
    r"(?:去年|前年|上个?月|上半年|前[一二两三几]年)[^。；]{0,16}[查办收扣罚处拆退开][^，。；]{0,4}(?:了|过|的[^，。；]{0,6}中)"
    r"|[查罚没扣处吊收][^，。；每]{1,12}[0-9]+余?(?:件|起|宗|人次|批次)(?!以[上下]|的)|均已(?:结案|办结|整改|退还|纠正)"
    r"|[0-9.]+(?:余万|万余)元|环比|同比(?:增|降|下|上)|(?:以前|原来|前年|去年)[^。；]{0,20}(?:早|已|就)[^，。；]{0,3}(?:取消|不|没|废|改|停)"
)
"""Figures and words of what has been done: 吊销许可证3件, 罚款4.6万余元, 均已结案. Nobody is told to do it."""
_TOLD: Final = re.compile(
    rf"{DONE.pattern}|[0-9〇零一二三四五六七八九十]{{4}}年(?:度|上半年|以来)?，?全[县市镇区]"
    r"|(?:全年|累计|共计?)[^，。；]{0,10}[0-9一二三四五六七八九十百千]+(?:件|起|份|家|人次)"
    r"|经(?:查|核查|核实)，|(?:此前|曾|原先|原设|历年)[^，。；]{0,24}(?:已|曾|现)"
)
_OFFICIAL: Final = re.compile(
    r"机关|部门|公职|公务|干部|党员|工作人员|执法人员|科室|局长|各(?:镇|乡|街道|单位|局|村)|预算|差旅|办公(?:用品|设备|室)|会议|公文|档案|值班"
    r"|考核(?:结果)?|年度考核|领导|印章|资金使用|项目资金"
)
_SENTENCE: Final = (
    (Context.REVOKED, _REVOKED),
    (Context.EXAMINED, _EXAMINED),
    (Context.TOLD, _TOLD),
    (Context.FREE, _FREE),
    (Context.ENCOURAGED, _ENCOURAGED),
    (Context.EVEN, _EVEN),
    (Context.CONTESTED, _CONTESTED),
    (Context.ASSISTED, _ASSISTED),
    (Context.AGREED, _AGREED),
    (Context.RIGHT, _RIGHT),
    (Context.COMPENSATED, _COMPENSATED),
    (Context.SHIELDED, _SHIELDED),
    (Context.PROVIDED, _PROVIDED),
    (Context.HIGHER, _HIGHER),
)


_WITHOUT: Final = re.compile(r"[未没无不][^，。；：]{1,24}，$")
"""未经批准，不得设置…: a ban on him who lacks something."""


_WHOEVER: Final = re.compile(r"([^，。；]+(?:(?<!之一)的|者|户))，[^。；]{0,24}$")
"""对结果不满意的，…不得…: whoever is in such a case is bound, not the office."""


def forbidden(text: str) -> bool:
    """Whether the words forbid the fault to those who might commit it; 企业不得以任何理由迁出 binds the others."""
    for found in _FORBIDDEN.finditer(text):
        whole = text[: found.start()]
        if _WITHOUT.search(whole):
            continue
        bound = party_of(before := re.split("[，。；：]", whole)[-1])
        if bound is Party.UNKNOWN and (whoever := _WHOEVER.search(whole)):
            bound = Party.PUBLIC if party_of(whoever[1]) is Party.PUBLIC else Party.PRIVATE
        if bound is not Party.PRIVATE or _OWN_FAULT.search(before):
            return True
    return False


def contexts(text: str, held: Pieces | None = None) -> frozenset[Context]:
    """The lawful contexts of a sentence, quotations masked; `held` is the characters and pairs of it, where known."""
    written = pieces(text) if held is None else held

    def may_hold(words: re.Pattern[str]) -> bool:
        choice = needed(words)
        return not (choice and choice.isdisjoint(written))

    found = {context for context, words in _SENTENCE if may_hold(words) and words.search(text)}
    if may_hold(_FORBIDDEN) and forbidden(text):
        found.add(Context.FORBIDDEN)
    if (
        may_hold(_OFFICIAL)
        and _OFFICIAL.search(text)
        and party_of(text) is not Party.PRIVATE
        and not _PRIVATE.search(text)
    ):
        found.add(Context.INTERNAL)
    return frozenset(found)


_PRIVATE: Final = re.compile(
    r"企业|公司|商户|商家|店|居民|村民|农户|业主|经营|个人|群众|申请人|当事人|建设单位|施工|业户|车主|摊|用户|住户|家长|学生|户主|机构|供应商|投标"
    r"|养殖|合作社|房东|租户|协会|中标|家庭|生产|旅馆|民宿|网吧|老人|客|厂"
)
