"""The yearly report as a procedure: frozen, checked, agreed on, submitted, reviewed, published (督察规定第四章)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from yifa.areas.leadership.annual_report import conditions as test
from yifa.areas.leadership.annual_report import terms
from yifa.areas.leadership.annual_report.choices import Duty, Finding
from yifa.areas.leadership.annual_report.figures import DueReports
from yifa.areas.leadership.annual_report.models import AnnualReportCase as Case
from yifa.kernel.clocks import State
from yifa.kernel.declare import (
    NEW,
    ON,
    Consequence,
    Input,
    Limit,
    Procedure,
    Publication,
    Shown,
    Stage,
    Step,
    computed,
    judged,
)
from yifa.kernel.figures import Share
from yifa.law import act
from yifa.office.personal import Mask
from yifa.office.roles import Role

RULES = act("督察规定")
CONTENTS, REPORTED, PUBLISHED, URGED = RULES[25], RULES[23], RULES[24], RULES[26]
SECRETS = act("保守国家秘密法")
PRIVACY = act("个人信息保护法")
OPENNESS = act("政府信息公开条例")

BY = (Role.HANDLER, Role.SECRETARY)
URGE = Consequence("由督察单位督促，立即报送", URGED)
MAKE_PUBLIC = Consequence("由督察单位督促，立即公开", URGED)


class AnnualReporting(Procedure):
    """The report of one organ on one year."""

    key, label, mark = "annual_report", "法治政府建设年度报告", ""
    model = Case
    since = date(2019, 4, 15)
    version_basis = RULES[35]

    drafting = Stage("起草")
    checked = Stage("待集体研究")
    agreed = Stage("待公开")
    published = Stage("已公开")
    withheld = Stage("不公开")
    archived = Stage("归档", final=True)

    begin = Step(
        "启动年度报告",
        (REPORTED, PUBLISHED),
        NEW >> drafting,
        by=BY,
        needs=(Case.year,),
        may=(Case.recipients,),
        sets=(
            (Case.recipients, terms.recipients), (Case.publishing, terms.publishing),
            (Case.submit_by, terms.submit_by), (Case.submit_advised, terms.submit_advised),
            (Case.publish_by, terms.publish_by), (Case.publish_advised, terms.publish_advised),
        ),
        holds=lambda record, on: (f"annual_report:{record.organ_id}:{record.year}",),
        conditions=(
            computed(REPORTED, "各级政府、县级以上政府部门报告", test.reports_itself, qualified=REPORTED),
            computed(REPORTED, "一个机关一个年度一份报告", test.only_one),
            computed(REPORTED, "报告的年度已经开始", test.year_has_begun),
        ),
        help="启动后报送、公开的期限开始计算。报告的机关不填写的，按本地口径列出。",
    )  # fmt: skip
    freeze = Step(
        "冻结数字和文稿",
        CONTENTS,
        (drafting | checked) >> drafting,
        by=Role.SYSTEM,
        needs=(Case.report_title, Case.text, Case.contents),
        may=(Case.figure_count, Case.figure_digest),
        sets=((Case.frozen_on, ON), (Case.complete, False)),
        help="在“报告”页汇编时由系统登记：数字的个数、摘要和文稿。不能手工填写；再次汇编的，重新核对必备内容。",
    )
    check = Step(
        "核对必备内容",
        CONTENTS,
        drafting >> checked,
        by=BY,
        requires=(freeze,),
        sets=((Case.complete, True),),
        conditions=(
            computed(CONTENTS, "数字在年度终了以后冻结", test.frozen_after_the_year),
            computed(CONTENTS, "五项必备内容齐全", test.all_contents),
            judged(CONTENTS, "比率与分子、分母相符，数字与公开的年报、台账和统计年报一致"),
            judged(CONTENTS, "上一年度报告写明的下一年度安排已经逐条回看"),
        ),
    )
    agree = Step(
        "集体研究通过",
        REPORTED,
        checked >> agreed,
        by=BY,
        needs=(Case.meeting,),
        may=(Case.party_consent,),
        help="提请常务会议、党委（党组）会议等集体研究；研究后需要修改的，办理“退回修改”。",
    )
    submit = Step(
        "报送年度报告",
        REPORTED,
        agreed | published | withheld,
        by=BY,
        needs=(Case.sent,),
        sets=((Case.submitted_on, test.submitted_on),),
        conditions=(
            computed(REPORTED, "应当报送和抄送的机关全部送到", test.sent_to_all),
            computed(REPORTED, "送出日期属实", test.sent_on_real_days),
        ),
        help="逐个机关登记送出日期。以首次送齐各报送机关的日期判断是否按期，抄送和修改后重新报送的不影响。",
    )
    receipt = Step(
        "补登签收",
        REPORTED,
        agreed | published | withheld,
        by=BY,
        needs=(Case.sent,),
        requires=(submit,),
        conditions=(
            computed(REPORTED, "应当报送和抄送的机关没有减少", test.sent_to_all),
            computed(REPORTED, "送出日期属实", test.sent_on_real_days),
        ),
        help="在报送情况中填写各机关的签收。送出日期登记有误的，请更正“报送年度报告”的登记。",
        rare=True,
    )
    review = Step(
        "保密审查和个人信息审查",
        (PUBLISHED, OPENNESS[17], SECRETS[35]),
        agreed,
        by=(*BY, Role.PUBLISHER),
        needs=(Case.secrecy_finding, Case.reviewed_by, Case.privacy_note),
        conditions=(
            judged(OPENNESS[17, 2], "逐项审查是否涉及国家秘密、工作秘密，是否危及国家安全、社会稳定"),
            judged(PRIVACY[25], "逐处核对姓名、案件当事人、线索和考核、考试成绩等个人信息"),
        ),
    )
    publish = Step(
        "向社会公开",
        PUBLISHED,
        agreed >> published,
        by=(*BY, Role.PUBLISHER),
        needs=(Case.media,),
        may=(Case.index_number, Case.written_on),
        requires=(review,),
        sets=((Case.published_on, ON),),
        conditions=(
            computed(PUBLISHED, "不涉及国家秘密", test.no_secret),
            computed(PUBLISHED, "审查的是现在的文稿", test.reviewed_as_agreed),
        ),
        help="办理日期填写在报刊、网站实际公开的日期。4月1日当日公开的已经逾期。",
    )
    withhold = Step(
        "不予公开",
        PUBLISHED,
        agreed >> withheld,
        by=(*BY, Role.PUBLISHER),
        asks=(Input("理由", "long", code="why"),),
        approved_by=(Role.ORGAN_HEAD,),
        conditions=(computed(PUBLISHED, "涉及国家秘密或者本地不要求公开", test.may_be_withheld),),
        rare=True,
    )
    send_back = Step(
        "退回修改",
        CONTENTS,
        (checked | agreed | published) >> drafting,
        by=BY,
        asks=(
            Input("谁要求修改", code="who", help="例如“县政府常务会议”“上一级督察单位”。"),
            Input("要求修改的内容", "long", code="why"),
        ),
        sets=((Case.complete, False),),
        rare=True,
        help="修改后重新汇编、核对、研究、审查。已经公开的，先撤回公开副本；首次公开的日期不变。",
    )
    urge = Step(
        "收到督促",
        URGED,
        drafting | checked | agreed | published | withheld,
        by=BY,
        asks=(
            Input("督察单位", code="who", help="例如“县委依法治县办”。"),
            Input("督促的内容", "long", code="what"),
            Input("文号", code="letter", required=False),
        ),
        rare=True,
        help="督察单位书面、口头督促报送或者公开的，在这里登记。",
    )
    archive = Step(
        "归档",
        REPORTED,
        (published | withheld) >> archived,
        by=(*BY, Role.PUBLISHER),
        needs=(Case.archive_number,),
        requires=(submit,),
        conditions=(
            computed(REPORTED, "报送的是现在的文稿", test.submitted_as_agreed),
            judged(CONTENTS, "下一年度安排已经列入下一年度对照"),
        ),
    )

    public_copy = Publication(
        "年度报告公开副本",
        PUBLISHED,
        after=(publish,),
        shows=(
            Shown(Case.report_title), Shown(Case.year), Shown(Case.index_number), Shown(Case.written_on),
            Shown(Case.published_on), Shown(Case.media), Shown(Case.text, Mask.TEXT),
        ),
        withheld_if=lambda situation: situation.record.secrecy_finding == Finding.SECRET,
    )  # fmt: skip

    submit_in_time = Limit(
        "报送年度报告", REPORTED, None, ref="T-AR-1", since=(begin,), until=(submit,), ends_on=Case.submit_by,
        judge_by="strict", done_on=Case.submitted_on, on_expiry=URGE,
    )  # fmt: skip
    publish_in_time = Limit(
        "公开年度报告", PUBLISHED, None, ref="T-AR-2", since=(begin,), until=(publish, withhold),
        ends_on=Case.publish_by, judge_by="strict", when=test.is_published, on_expiry=MAKE_PUBLIC,
    )  # fmt: skip

    arr_due = DueReports(
        "应当公开的年度报告", limit=publish_in_time,
        where=Q(publishing=Duty.DUTY) & ~Q(secrecy_finding=Finding.SECRET),
        definition="公开截止日在期内、已经启动的报告；街道参照公开的和因涉密不公开的不计，没有启动的不在其中。",
        basis=PUBLISHED,
    )  # fmt: skip
    arr_published = DueReports(
        "按期公开的年度报告", limit=publish_in_time, states=(State.KEPT,),
        where=Q(publishing=Duty.DUTY) & Q(published_on__isnull=False),
        definition="其中在4月1日之前（不含当日）首次公开的。", basis=PUBLISHED,
    )  # fmt: skip
    arr_publish_rate = Share(
        "年度报告按期公开率", numerator=arr_published, denominator=arr_due, basis=PUBLISHED,
        definition="4月1日之前公开的单位占应当公开的单位的比率；公开截止日在期内的报告。",
    )  # fmt: skip
    arr_reports = DueReports("年度报告", definition="公开截止日在期内、已经启动的报告，含街道。", basis=REPORTED)
    arr_content_ok = DueReports(
        "必备内容齐全的年度报告", where=Q(complete=True), basis=CONTENTS,
        definition="其中五项必备内容核对齐全、没有再退回修改的。",
    )  # fmt: skip
    arr_content_rate = Share(
        "年度报告必备内容齐全率", numerator=arr_content_ok, denominator=arr_reports, basis=CONTENTS,
        definition="必备内容齐全的占已经启动的报告的比率。",
    )  # fmt: skip
    arr_submitted = DueReports(
        "按期报送的年度报告", limit=submit_in_time, states=(State.KEPT,), basis=REPORTED,
        definition="其中在3月1日之前（不含当日）送达全部报送机关的。",
    )  # fmt: skip
    arr_submit_rate = Share(
        "年度报告按期报送率", numerator=arr_submitted, denominator=arr_reports, basis=REPORTED,
        definition="3月1日之前报送的占已经启动的报告的比率。",
    )  # fmt: skip

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The year and the title of the report."""
        return record.report_title or (f"{record.year}年度法治政府建设年度报告" if record.year else cls.label)
