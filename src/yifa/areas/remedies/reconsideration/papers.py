"""The instruments of reconsideration (行政复议文书): titles, number series, templates, seals."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"


def _paper(title: str, mark: str, template: str, seal: str = "organ") -> Instrument:
    return Instrument(title, mark, FOLDER / f"{template}.txt", seal)


ORAL = _paper("行政复议申请笔录", "", "oral_application", "agency")
SUPPLEMENT = _paper("行政复议补正通知书", "补", "supplement_notice", "agency")
ABANDONED = _paper("行政复议申请视为放弃记录", "", "abandonment_record", "agency")
WRONG_RESPONDENT = _paper("变更被申请人告知书", "告", "respondent_notice", "agency")
ACCEPTED = _paper("行政复议受理通知书", "受", "acceptance_notice")
REFUSED = _paper("不予受理行政复议申请决定书", "不受", "refusal_decision")
NO_FURTHER = _paper("不再处理告知书", "告", "no_further_notice")
TRACK = _paper("行政复议程序适用通知书", "程", "track_notice", "agency")
CONVERTED = _paper("转为普通程序审理通知书", "程", "conversion_notice", "agency")
REPLY = _paper("行政复议答复通知书", "答", "reply_notice", "agency")
OPINION_HEARD = _paper("听取意见笔录", "", "opinion_record", "agency")
THIRD_PARTY = _paper("第三人参加行政复议通知书", "参", "third_party_notice", "agency")
INVESTIGATION = _paper("行政复议调查笔录", "", "investigation_record", "agency")
FILE_READ = _paper("行政复议阅卷记录", "", "file_reading_record", "agency")
HEARING_NOTICE = _paper("行政复议听证通知书", "听", "hearing_notice", "agency")
HEARING_RECORD = _paper("行政复议听证笔录", "", "hearing_record", "agency")
COMMITTEE_REQUEST = _paper("提请行政复议委员会咨询函", "咨", "committee_request", "agency")
COMMITTEE_OPINION = _paper("行政复议委员会咨询意见记录", "", "committee_opinion", "agency")
STAY = _paper("停止执行决定书", "停", "stay_decision")
EXTENDED = _paper("行政复议延期审理通知书", "延", "extension_notice")
SUSPENDED = _paper("行政复议中止通知书", "中", "suspension_notice")
SUSPENDED_PARTY = _paper("行政复议中止通知书", "中", "suspension_notice_party")
SUSPENDED_REVIEW = _paper("行政复议中止通知书", "中", "suspension_notice_review")
RESUMED = _paper("行政复议恢复审理通知书", "恢", "resumption_notice")
TERMINATED = _paper("行政复议终止决定书", "终", "termination_decision")
MAKER = _paper("规范性文件审查答复通知书", "规", "norm_reply_notice", "agency")
FORWARDED = _paper("规范性文件转送函", "转", "norm_forward_letter")
NORM_RESULT = _paper("规范性文件附带审查处理意见书", "规", "norm_result")
ELEVATION = _paper("报请提级审理请示", "提", "elevation_request")
HAND_OVER = _paper("行政复议案件材料移送函", "移", "hand_over_letter")
DECISION = _paper("行政复议决定书", "决", "decision")
REJECTED = _paper("驳回行政复议申请决定书", "驳", "rejection_decision")
MEDIATED = _paper("行政复议调解书", "调", "mediation_agreement")
SERVED = _paper("行政复议文书送达回证", "", "service_record", "agency")
SERVED_THIRD = _paper("行政复议文书送达回证", "", "service_record_third", "agency")
SERVED_RESPONDENT = _paper("行政复议文书送达回证", "", "service_record_respondent", "agency")
SUPERIOR = _paper("行政复议决定抄告函", "抄", "superior_letter")
OPINION = _paper("行政复议意见书", "意", "opinion_letter")
ADVICE = _paper("行政复议建议书", "建", "advice_letter", "agency")
ORDER = _paper("责令履行行政复议决定通知书", "责", "performance_order")
ENFORCEMENT = _paper("强制执行申请书", "执", "enforcement_request")
CLUE = _paper("违法违纪线索移送函", "线", "clue_letter")
REPLY_PAPER = _paper("行政复议答复书", "", "reply_paper")
TRANSFER = _paper("行政复议申请转送函", "转", "transfer_letter")
SELF_CORRECTION = _paper("自行纠正告知书", "纠", "self_correction_notice")
PERFORMANCE_REPORT = _paper("履行行政复议决定情况报告", "报", "performance_report")
OPINION_REPLY = _paper("行政复议意见书反馈报告", "报", "opinion_reply_report")
COVER = _paper("行政复议案卷封面", "", "dossier_cover", "agency")
