"""What the fields of a reconsideration case may hold, with the words of the act (选项)."""

from __future__ import annotations

from django.db.models import TextChoices


class ActKind(TextChoices):
    """Kinds of acts, in the order of 行政复议法 11."""

    PENALTY = "penalty", "行政处罚"
    COERCION = "coercion", "行政强制"
    LICENCE = "licence", "行政许可"
    RESOURCE = "resource", "自然资源权属确认"
    EXPROPRIATION = "expropriation", "征收征用及其补偿"
    COMPENSATION = "compensation", "行政赔偿"
    INJURY = "injury", "工伤认定"
    AUTONOMY = "autonomy", "侵犯经营自主权或者农村土地权益"
    COMPETITION = "competition", "滥用行政权力排除、限制竞争"
    BURDEN = "burden", "违法集资、摊派或者要求履行义务"
    OMISSION = "omission", "不履行法定职责"
    BENEFIT = "benefit", "社会保障给付"
    AGREEMENT = "agreement", "行政协议"
    DISCLOSURE = "disclosure", "政府信息公开"
    OTHER = "other", "其他行政行为"


class ActDomain(TextChoices):
    """Fields of administration in which the act was taken, for the yearly figures."""

    POLICE = "police", "公安治安"
    TRAFFIC = "traffic", "道路交通管理"
    MARKET = "market", "市场监督管理"
    LAND = "land", "自然资源"
    LABOUR = "labour", "人力资源和社会保障"
    HOUSING = "housing", "住房和城乡建设"
    AGRICULTURE = "agriculture", "农业农村"
    ENVIRONMENT = "environment", "生态环境"
    EMERGENCY = "emergency", "应急管理"
    TRANSPORT = "transport", "交通运输"
    CITY = "city", "城市管理"
    HEALTH = "health", "卫生健康和医疗保障"
    EDUCATION = "education", "教育"
    CIVIL = "civil", "民政"
    FINANCE = "finance", "财政审计"
    TAX = "tax", "税务"
    JUSTICE = "justice", "司法行政"
    TOWNSHIP = "township", "乡镇街道综合管理"
    OTHER = "other", "其他"


class Channel(TextChoices):
    """How the application came (行政复议法 22, 32)."""

    POST = "post", "邮寄"
    INTERNET = "internet", "互联网渠道"
    IN_PERSON = "in_person", "当面提交"
    ORAL = "oral", "口头申请"
    VIA_PUNISHER = "via_punisher", "通过处罚机关转送"


class KnownBy(TextChoices):
    """How the applicant came to know of the act, which fixes the day the period starts (条例)."""

    ON_SPOT = "on_spot", "当场作出"
    DIRECT = "direct", "直接送达（签收）"
    REFUSED = "refused", "直接送达（拒绝签收、留置）"
    POST = "post", "邮寄送达"
    ELECTRONIC = "electronic", "电子送达"
    NOTICE = "notice", "公告送达"
    SUPPLEMENTARY = "supplementary", "事后补充告知"
    PROOF = "proof", "证据证明其知道"
    OTHER = "other", "其他"


STATUTORY = "statutory"
"""The kind of agent that the law gives and no mandate (法定代理人, 行政复议法 14③)."""


class RespondentKind(TextChoices):
    """What the respondent is to the organ that received the application (行政复议法 24、27、28)."""

    DEPARTMENT = "department", "本级人民政府工作部门"
    LOWER = "lower", "下一级人民政府"
    OFFICE = "office", "本级人民政府派出机关（街道办事处等）"
    AUTHORISED = "authorised", "本级政府或者部门管理的授权组织"
    BRANCH = "branch", "本级部门以自己名义作出行为的派出机构"
    CITY_BRANCH = "city_branch", "设区的市、直辖市部门按行政区划设在本地的派出机构"
    OWN = "own", "本级人民政府"
    VERTICAL = "vertical", "海关、金融、外汇等垂直领导机关"
    TAX = "tax", "税务机关"
    SECURITY = "security", "国家安全机关"
    JUSTICE = "justice", "本级司法行政部门"
    OTHER = "other", "不属于本机关管辖的其他机关"


class MandatoryFirst(TextChoices):
    """Whether reconsideration must come before litigation (复议前置, 行政复议法 23①)."""

    NO = "no", "不属于复议前置"
    ON_SPOT = "on_spot", "当场作出的行政处罚"
    RESOURCE = "resource", "侵犯已取得的自然资源权属"
    OMISSION = "omission", "未履行法定职责"
    DISCLOSURE = "disclosure", "政府信息不予公开"
    OTHER_LAW = "other_law", "法律、行政法规规定的其他情形"


class ExcludedMatter(TextChoices):
    """Matters outside the scope of reconsideration (行政复议法 12; 2026年条例 36)."""

    STATE = "state", "国防、外交等国家行为"
    NORM = "norm", "法规、规章、规范性文件本身"
    PERSONNEL = "personnel", "对工作人员的奖惩、任免"
    CIVIL = "civil", "对民事纠纷的调解"
    CRIMINAL = "criminal", "刑事司法行为"
    GUIDANCE = "guidance", "行政指导"
    INTERIM = "interim", "过程性行为"
    HIERARCHY = "hierarchy", "层级监督督促行为"
    PETITION = "petition", "信访事项处理行为"


BY_ACT = (ExcludedMatter.STATE, ExcludedMatter.NORM, ExcludedMatter.PERSONNEL, ExcludedMatter.CIVIL)
"""What the act itself excludes (行政复议法 12); what touches no right the regulation of 2026 names (36)."""


class RefusalGround(TextChoices):
    """Which condition of 行政复议法 30① is missing, or which ground of the regulation of 2026 (37①) there is."""

    PARTY = "party", "（一）申请人、被申请人不明确或者不符合规定"
    INTEREST = "interest", "（二）没有利害关系"
    CLAIM = "claim", "（三）没有具体的请求和理由"
    TIME = "time", "（四）超过法定申请期限"
    SCOPE = "scope", "（五）不属于行政复议范围"
    JURISDICTION = "jurisdiction", "（六）不属于本机关管辖"
    DUPLICATE = "duplicate", "（七）复议机关或者人民法院已经受理"
    UNFOUNDED = "unfounded", "（一）请求明显缺乏依据，经释明仍然坚持（条例第三十七条）"
    NOT_ITS_DUTY = "not_its_duty", "（二）请求的职责明显不属于权限范围（条例第三十七条）"
    ADJUDICATED = "adjudicated", "（三）行为效力已由法院生效裁判、调解书确认（条例第三十七条）"


BY_REGULATION = (RefusalGround.UNFOUNDED, RefusalGround.NOT_ITS_DUTY, RefusalGround.ADJUDICATED)
"""Grounds only for rejecting what was accepted, since 2026-07-01 (2026年条例 37①)."""

BY_CONDITION = tuple(ground for ground in RefusalGround if ground not in BY_REGULATION)
"""The seven conditions of acceptance (行政复议法 30①)."""


class Track(TextChoices):
    """The procedure of the trial (审理程序)."""

    ORDINARY = "ordinary", "普通程序"
    SIMPLIFIED = "simplified", "简易程序"


class SimplifiedGround(TextChoices):
    """Why the simplified procedure may be used (行政复议法 53)."""

    ON_SPOT = "on_spot", "行政行为当场作出"
    WARNING = "warning", "警告或者通报批评"
    AMOUNT = "amount", "涉及款额三千元以下"
    DISCLOSURE = "disclosure", "政府信息公开案件"
    AGREED = "agreed", "当事人各方同意"


class PartyLost(TextChoices):
    """Grounds of suspension that may end the case after sixty days (行政复议法 39①一、二、四)."""

    DEATH = "death", "（一）公民死亡，近亲属尚未确定是否参加"
    INCAPACITY = "incapacity", "（二）公民丧失行为能力，尚未确定法定代理人参加"
    DISSOLVED = "dissolved", "（四）法人、其他组织终止，尚未确定承受人"


class SuspensionGround(TextChoices):
    """The other grounds of suspension (行政复议法 39①三、五至八、十)."""

    MISSING = "missing", "（三）公民下落不明"
    HINDERED = "hindered", "（五）因不可抗力或者其他正当理由不能参加"
    TALKS = "talks", "（六）调解、和解，双方同意中止"
    INTERPRETATION = "interpretation", "（七）法律适用问题需要有权机关解释、确认"
    OTHER_CASE = "other_case", "（八）须以其他案件的审理结果为依据"
    OTHER = "other", "（十）其他需要中止的情形"


class NormReview(TextChoices):
    """Which review of a normative document or basis interrupts the case (行政复议法 39①九)."""

    REQUESTED = "requested", "申请人提出附带审查（第五十六条）"
    OFFICIAL = "official", "复议机关认为依据不合法（第五十七条）"


class NormPower(TextChoices):
    """Who may deal with the document under review (行政复议法 56、57)."""

    OWN = "own", "本机关有权处理"
    FORWARD = "forward", "本机关无权处理，转送"


class TerminationGround(TextChoices):
    """Grounds of termination (行政复议法 41)."""

    WITHDRAWN = "withdrawn", "（一）申请人自愿撤回，准予撤回"
    SETTLED = "settled", "（一）达成和解后撤回，准予撤回"
    NO_HEIR = "no_heir", "（二）公民死亡，无近亲属或者近亲属放弃"
    NO_SUCCESSOR = "no_successor", "（三）法人、其他组织终止，无承受人或者承受人放弃"
    CRIMINAL = "criminal", "（四）同一违法行为涉嫌犯罪被采取刑事强制措施"
    LAPSED = "lapsed", "（五）依第三十九条第一、二、四项中止满六十日"


class StayGround(TextChoices):
    """Why execution is stayed (行政复议法 42)."""

    RESPONDENT = "respondent", "（一）被申请人认为需要"
    ORGAN = "organ", "（二）复议机关认为需要"
    REQUESTED = "requested", "（三）申请人、第三人申请，要求合理"
    LAW = "law", "（四）法律、法规、规章规定"


class DecisionKind(TextChoices):
    """What was decided on the act (行政复议法 63–71)."""

    CHANGE = "change", "变更"
    REVOKE = "revoke", "撤销"
    REVOKE_PART = "revoke_part", "部分撤销"
    ILLEGAL = "illegal", "确认违法"
    PERFORM = "perform", "责令履行"
    VOID = "void", "确认无效"
    AGREEMENT_CONCLUDE = "agreement_conclude", "责令依法订立行政协议"
    AGREEMENT_CONTINUE = "agreement_continue", "责令继续履行行政协议"
    AGREEMENT_REMEDY = "agreement_remedy", "责令采取补救措施"
    AGREEMENT_DAMAGES = "agreement_damages", "责令赔偿损失"
    AGREEMENT_COMPENSATE = "agreement_compensate", "责令给予合理补偿"
    AGREEMENT_RESCIND = "agreement_rescind", "撤销、解除行政协议"
    UPHOLD = "uphold", "维持"
    REJECT_CLAIM = "reject_claim", "驳回行政复议请求"


class DecisionGround(TextChoices):
    """The provision that the decision rests on, article-paragraph-item (行政复议法 63–71; R: 2026年条例 61、62)."""

    A63_1_1 = "63-1-1", "第六十三条第一款第一项（内容不适当）"
    A63_1_2 = "63-1-2", "第六十三条第一款第二项（未正确适用依据）"
    A63_1_3 = "63-1-3", "第六十三条第一款第三项（查清事实和证据）"
    A64_1_1 = "64-1-1", "第六十四条第一款第一项（主要事实不清、证据不足）"
    A64_1_2 = "64-1-2", "第六十四条第一款第二项（违反法定程序）"
    A64_1_3 = "64-1-3", "第六十四条第一款第三项（适用的依据不合法）"
    A64_1_4 = "64-1-4", "第六十四条第一款第四项（超越职权或者滥用职权）"
    A65_1_1 = "65-1-1", "第六十五条第一款第一项（撤销会造成重大损害）"
    A65_1_2 = "65-1-2", "第六十五条第一款第二项（程序轻微违法）"
    A65_2_1 = "65-2-1", "第六十五条第二款第一项（不具有可撤销内容）"
    A65_2_2 = "65-2-2", "第六十五条第二款第二项（已经改变，仍要求确认）"
    A65_2_3 = "65-2-3", "第六十五条第二款第三项（责令履行没有意义）"
    A66 = "66", "第六十六条（不履行法定职责）"
    A67 = "67", "第六十七条（重大且明显违法）"
    A68 = "68", "第六十八条（合法、适当）"
    A69 = "69", "第六十九条（没有职责或者已经履行）"
    A70 = "70", "第七十条（未答复、未提交证据）"
    A71_1 = "71-1", "第七十一条第一款（行政协议责任）"
    A71_2 = "71-2", "第七十一条第二款（行政协议补偿）"
    R61_1_1 = "R61-1-1", "实施条例第六十一条第一款第一项（不属于无效，拒绝变更请求）"
    R61_1_2 = "R61-1-2", "实施条例第六十一条第一款第二项（客观上无法履行）"
    R61_1_3 = "R61-1-3", "实施条例第六十一条第一款第三项（变更更为不利）"
    R62_4 = "R62-4", "实施条例第六十二条第四项（撤销、解除行政协议）"


GROUNDS = {
    DecisionKind.CHANGE: ("63-",),
    DecisionKind.REVOKE: ("64-", "70"),
    DecisionKind.REVOKE_PART: ("64-", "70"),
    DecisionKind.ILLEGAL: ("65-", "70"),
    DecisionKind.PERFORM: ("66", "70"),
    DecisionKind.VOID: ("67", "70"),
    DecisionKind.AGREEMENT_CONCLUDE: ("71-1",),
    DecisionKind.AGREEMENT_CONTINUE: ("71-1",),
    DecisionKind.AGREEMENT_REMEDY: ("71-1",),
    DecisionKind.AGREEMENT_DAMAGES: ("71-1",),
    DecisionKind.AGREEMENT_COMPENSATE: ("71-2",),
    DecisionKind.AGREEMENT_RESCIND: ("71-1", "R62-4"),
    DecisionKind.UPHOLD: ("68",),
    DecisionKind.REJECT_CLAIM: ("69", "R61-"),
}
"""Which provisions carry which decision; each by the beginning of its code."""

CORRECTED = tuple(
    str(kind.value) for kind in DecisionKind if kind not in (DecisionKind.UPHOLD, DecisionKind.REJECT_CLAIM)
)
"""Decisions that correct the act directly (直接纠错)."""


class RejectClaimGround(TextChoices):
    """Why a claim is rejected on its merits (行政复议法 69; 2026年条例 61)."""

    NO_DUTY = "no_duty", "被申请人没有相应法定职责"
    PERFORMED = "performed", "受理前已经履行法定职责"
    NOT_VOID = "not_void", "不属于无效情形，经释明拒绝变更请求"
    UNABLE = "unable", "因不可抗力等正当事由客观上无法履行法定职责"
    WORSE = "worse", "依法应当变更，但变更对申请人更为不利"


REJECTED_BY = {
    RejectClaimGround.NO_DUTY: "69",
    RejectClaimGround.PERFORMED: "69",
    RejectClaimGround.NOT_VOID: "R61-1-1",
    RejectClaimGround.UNABLE: "R61-1-2",
    RejectClaimGround.WORSE: "R61-1-3",
}
"""The provision on which a claim is rejected, by ground."""

OF_OMISSION = (RejectClaimGround.NO_DUTY, RejectClaimGround.PERFORMED, RejectClaimGround.UNABLE)
"""Grounds on which only a claim that a duty was not done is rejected (行政复议法 69; 2026年条例 61①二)."""

TAKEN = (ActKind.PENALTY, ActKind.COERCION, ActKind.BURDEN, ActKind.EXPROPRIATION)
"""Acts that an organ takes against somebody: complaining of them is no complaint of an omission."""


class Compensation(TextChoices):
    """What was decided on compensation (行政复议法 72)."""

    GRANTED = "granted", "决定赔偿"
    REJECTED = "rejected", "驳回行政赔偿请求"
    RETURN = "return", "责令返还财产、解除措施或者赔偿价款"
    REMEDY = "remedy", "责令采取补救措施"


class Adoption(TextChoices):
    """What became of the committee's opinion (行政复议法 61③)."""

    ADOPTED = "adopted", "采纳"
    PARTLY = "partly", "部分采纳"
    REJECTED = "rejected", "未采纳"


class Attendance(TextChoices):
    """Who came to the hearing for the respondent (行政复议法 51③)."""

    HEAD = "head", "负责人参加"
    DEPUTED = "deputed", "负责人说明理由并委托工作人员参加"
    ABSENT = "absent", "负责人未参加，也未说明理由或者委托"


class Hearing(TextChoices):
    """How opinions were heard (行政复议法 49)."""

    FACE = "face", "当面"
    INTERNET = "internet", "互联网"
    PHONE = "phone", "电话"
    NOT_POSSIBLE = "not_possible", "因当事人原因不能听取，书面审理"


class NotPublic(TextChoices):
    """Why a decision is not made public."""

    STATE_SECRET = "state_secret", "涉及国家秘密"
    SECURITY = "security", "可能危及国家安全、公共安全、社会稳定"
    TRADE_SECRET = "trade_secret", "涉及商业秘密"
    PRIVACY = "privacy", "涉及个人隐私"
    MINOR = "minor", "涉及未成年人"
    ACT_NOT_PUBLIC = "act_not_public", "被申请的行政行为依法不公开"
