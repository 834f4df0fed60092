"""The word classes of official Chinese that the rules on authority and competition are composed of.

Each is a group for a regular expression, named for what it means. A word that a drafter may use instead of another
belongs here, so that every rule understands it; a word that only one rule needs stays in the rule.
"""

from __future__ import annotations

from typing import Final

HERE: Final = r"[^，。；]"
"""A character of the same clause."""

NUMBER: Final = r"[0-9〇零一二两三四五六七八九十百千万亿]+(?:\.[0-9]+)?"
"""A number in figures or characters."""

DUTY: Final = r"(?:应当?(?!急|用|对|付|税|届|聘|诉|邀|答)|必须|务必|须(?!知)|需要?(?!求)|一律|务必|得先)"
"""What is owed: 应当, 必须, 须."""

BAN: Final = (
    r"(?:不得|不准|不许|不允许|不能|不可(?!抗|避|分|撤|逆)|不让|严禁|禁止|切勿"
    r"|(?:一律|一概|概)不(?:得|准|许|能)?)"
)
"""What must not be done."""

REFUSED: Final = (
    rf"(?:{BAN}|不予|不给|不再|不为其|不办|不批|不收件|不认|谢绝|拒绝|拒不|暂停|暂缓|停止|中止|取消|取缔|清退|清场|关停|叫停|劝离|劝退|驱离"
    r"|视为[^，。；]{0,4}(?:停|无效))"
)
"""What an office does with one whom it does not admit."""

GATE: Final = (
    r"(?:方(?:可|能|准|允许|得|行)|才(?:能|可以?|准|允许|许可|有资格|予|给|得|行)"
    r"|始(?:得|能|可)|后(?:可以?|再|方|才|开)|再行)"
)
"""Not before: 方可, 方能, 才能, 始得, 后再."""

APPROVAL: Final = (
    r"(?:批准|审批|报批|核批|准批|审定|准许单?|准予|首肯|点头|恩准|(?<!行政)许可(?!实施|机关|事项)|核准|同意|批复|获批|签发|签批|准营"
    r"|准入证|会签|审核通过|审查通过)"
)
"""Leave given beforehand, whatever it is called."""

PERMIT: Final = r"(?:许可证?|准许单|准入证|准营证|批文|批条|批件|条子|同意书|批准书|准许书|通行证|[一-龥]{0,4}证|牌)"
"""The paper that gives leave."""

OFFICE: Final = (
    r"(?:政府|街道|部门|局|办事处|管委会|管理委员会|委员会|村两委|村委会|居委会|社区|指挥部|工作站|领导小组|[一-龥]办|站|所|中心"
    r"|镇里|村里|县里|乡里)"
)
"""Who may give leave in a county."""

PROOF: Final = (
    r"(?:备案|登记|注册|年检|年审|年报|审验|核验|监制|认定|认证|审定|评定|建档|报备|回执|入库|核查|造册|复核|报到|入册|编号|星级"
    r"|等级|标识|标牌|备查|挂牌|签到|打卡|入网|亮码)"
)
"""Steps that are no licence by name: to be filed, registered, certified."""

PAY: Final = (
    r"(?:收取|征收|缴纳|交纳|缴存|预缴|预[存交]|交存|缴付|缴交|上交|筹集|分摊|摊派|认缴|认捐|预留|提取|计提|代收|统收"
    r"|(?<![提递移])交(?![通付易流由给叉界接代办纳存警])|缴(?![获纳存付交费清]))"
)
"""To charge or to pay over."""

DEPOSIT: Final = (
    r"(?:(?:保证|押|经营|诚信|信誉|信用|廉洁|风险|管控|风貌|整治|维稳|抵押|统筹|互助|调节|建设|治理|资源|复绿|质保|进场|履约|担保|修复"
    r"|安全|环保|守约|文明|自律|共建|发展)金|押金|抵押款|基金)"
)
"""Deposits and funds."""

FEE: Final = (
    r"(?:(?:管理|服务|审核|资料|赞助|卫生|清运|清洁|保洁|工本|建设|维护|处置|场地|占[用道]|通行|审查|报名|培训|检测|进场|摊位|配套"
    r"|治理|协调|公示|勘查|看护|入场|证照|巡查|设施)费|赞助款|集资款?"
    r"|(?:联防|治安|卫生|道路|防疫|互助|整治|保洁|修路|资源|协调|维护|建设|进场|检疫|绿化|损坏|占用|筹资)[^，。；]{0,4}?(?:费|金|款))"
)
"""Fees and contributions."""

UTILITY: Final = r"(?:自来水|水|电力?|天然气|燃气|煤气|气|热力?|暖|宽带|网络?)"
"""What a household is supplied with."""

CUT: Final = r"(?:停止|中断|切断|暂停|中止|限制|限时|限量|关停|停|断|掐断|掐)"
"""To cut a supply."""

SEIZE: Final = r"(?:扣(?:押|留|下|走|置|住|存|缴)|暂扣|查封|查扣|封存|收缴|没入|锁扣)"
"""To take a thing away from its holder."""

TAX: Final = (
    r"(?:[\u4e00-\u9fa5]值税|所得税|契税|房产税|使用税|个税|消费税|资源税|印花税|车船税|耕地占用税|烟叶税|环保税"
    r"|维护建设税|城建税|环境保护税|(?<!非)税(?:收|款|额|金)|纳税额|(?:应纳|实缴|缴纳|上缴|所缴|所交)[^，。；]{0,10}(?<!非)税)"
)
"""A tax by name or in general."""

FORGIVE: Final = (
    r"(?:返还|减免|免征|免缴|减征|先征后[返退补]|即征即退|返补|留成|拨还|退[付还给]|先缴后[补返退奖]|减半|减按|缓征|核减|挂账|暂不征"
    r"|不予?征收|全免|奖返|列收列支)"
)
"""To reduce what is owed to the state or give it back."""

GIFT: Final = (
    r"(?:奖励|奖补|补贴|补助|各奖|返奖|扶持|返还|返补|发展资金|扶持资金|奖给|奖金|产业基金|资助|支持资金"
    r"|返给|多奖|贴息|贴补|奖返)"
)
"""What the treasury gives to a trader."""

LOCAL: Final = (
    r"(?:本地|当地|本乡|本村|属地|辖区|[县区镇乡]域|(?<!其他)(?:本|我|全|该)(?:省|市|县|区|镇|乡|街道"
    r"|村)(?!级)|[省市县区镇乡园](?:域)?(?:内|区内)|[县镇乡](?:里|上)(?=设|注|开|建|办))"
)
"""What is of this place."""
FOREIGN: Final = (
    r"(?:外地|外来|外乡|外村|外埠|异地|外[省市县区镇](?!域|地|卖)|[省市县区镇]外(?!贸)|外面的?|别处|别地"
    r"|别[县市省]|其他(?:地方|地区|省市?|县市?)(?=的|[^，。；]{0,6}(?:产|企|车|货))|非(?:本[地省市县区镇]"
    r"|属地|辖区)|(?<!区)域外|本[省市县区镇]以外|进口(?!经营|商(?!品)|企业|单位|登记|许可|报关|专利))"
)
"""What is of another place, or imported."""
TRADERS: Final = (
    r"(?:经营者|经营户|经营主体|经营单位|市场主体|企业|公司|商户|商家|商贩|摊贩|厂家|厂商|商超|供应商"
    r"|[供配经代零批服承][^，。；]{0,2}[货送销理售发务包]商|投标人|竞买人|承包人|中标人|合作社|驾校|砂场"
    r"|(?:服务|检测|检验|评估|中介|培训|养老|医疗|教培|鉴定|代理|金融|咨询|造价|测绘|家政|物业)机构|平台"
    r"|银行|施工队伍?|队伍|施工单位|门店|网点|农户|项目(?!经理|负责)|站点|超市|工厂|养殖场|工匠"
    r"|[菜商摊车]贩|事务所|[药车煤商民国]企|客商|[^，。；]{2}所(?=出具|出的)|装载机|团队|旅行社|平台公司"
    r"|[经个]营?体?户|[砖水泥石料]+厂)"
)
"""Those who trade, build or serve for pay."""

GOODS: Final = (
    r"(?:商品(?!房)|产品|货物|服务|建材|混凝土|水泥|砂石料?|砖|食品|药品|酒(?:类)?|肉品|生猪|猪肉|禽|蔬菜"
    r"|粮食|大米|农产品|车辆|汽车|[客货]车|设备|品牌|苗木|种子|饲料|燃料|煤|器材|家具|材料|要素|车型|构件|砂浆|钢材"
    r"|家电|电器|化肥|农药|燃气|饮用水|教材|校服|软件|图书)"
)
"""Goods and means of production."""
