"""The roles of people in a procedure (岗位角色), and who records the acts of outsiders."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.db import models


class Role(models.TextChoices):
    """What a person is in a case. The definitions stand in `DEFINITIONS`."""

    HANDLER = "handler", "承办人"
    REVIEWER = "reviewer", "审核人"
    AGENCY_HEAD = "agency_head", "机构负责人"
    ORGAN_HEAD = "organ_head", "机关负责人"
    SECRETARY = "secretary", "办公机构人员"
    COUNSEL = "counsel", "法律顾问、公职律师"
    RESPONDENT = "respondent", "被申请人"
    APPLICANT = "applicant", "申请人"
    THIRD_PARTY = "third_party", "第三人"
    COMMITTEE = "committee", "行政复议委员会"
    CITIZEN = "citizen", "公众"
    EXPERT = "expert", "专家"
    PARTY_COMMITTEE = "party_committee", "同级党委"
    COURT = "court", "人民法院"
    POLICE = "police", "公安机关"
    PROCURATORATE = "procuratorate", "人民检察院"
    PUBLISHER = "publisher", "档案与公开人员"
    SUPERVISOR = "supervisor", "监督人员"
    ADMINISTRATOR = "administrator", "系统管理员"
    SYSTEM = "system", "系统"

    @property
    def definition(self) -> str:
        """One Chinese sentence: who this is and what falls to them."""
        return DEFINITIONS[self]


DEFINITIONS: Final[Mapping[Role, str]] = MappingProxyType(
    {
        Role.HANDLER: "具体办理案件、事项的人员，登记材料、提出办理意见、制作文书。",
        Role.REVIEWER: "审核承办人办理意见和文书的人员，不得审核自己承办的案件。",
        Role.AGENCY_HEAD: "办案机构（例如行政复议机构、合法性审查机构）的负责人，决定延期、程序转换等事项。",
        Role.ORGAN_HEAD: "机关（人民政府、部门）的负责人，签发决定，主持集体讨论。",
        Role.SECRETARY: "机关办公机构中办文、办会的人员，安排议题、登记编号、印发和公布文件。",
        Role.COUNSEL: "为机关提供法律意见的法律顾问、公职律师；不使用本系统的，由承办人代为登记。",
        Role.RESPONDENT: "作出被申请行政行为的行政机关，提出书面答复并提交证据、依据。",
        Role.APPLICANT: "认为行政行为侵犯其合法权益而申请行政复议的公民、法人或者其他组织。",
        Role.THIRD_PARTY: "同被申请的行政行为或者案件处理结果有利害关系而参加行政复议的人。",
        Role.COMMITTEE: "由政府部门、专家、学者等组成，为办理案件提供咨询意见的行政复议委员会。",
        Role.CITIZEN: "提出意见、建议的公民、法人和其他组织；在窗口或者书面提出的，由承办人登记。",
        Role.EXPERT: "参加专家论证的专业人员，对论证意见负责。",
        Role.PARTY_COMMITTEE: "对重大事项作出决定或者同意的同级党委；其意见由承办人登记。",
        Role.COURT: "受理、审查和裁定行政机关申请的人民法院；其文书由承办人登记。",
        Role.POLICE: "接受移送、决定是否立案的公安机关；其文书由承办人登记。",
        Role.PROCURATORATE: "监督移送和立案、提出检察意见的人民检察院；其文书由承办人登记。",
        Role.PUBLISHER: "负责案卷归档、公开前遮蔽和向社会公开的人员。",
        Role.SUPERVISOR: "对办案期限、质量和履行情况进行监督检查的人员，只看不办。",
        Role.ADMINISTRATOR: "维护机构、人员、岗位和系统设置的人员，不因此看到案件内容。",
        Role.SYSTEM: "由系统按照法律规定的期限和效果自动作出的记录，例如视为受理。",
    }
)

RECORDED_FOR: Final[Mapping[Role, Role]] = MappingProxyType(
    {
        Role.APPLICANT: Role.HANDLER,
        Role.THIRD_PARTY: Role.HANDLER,
        Role.RESPONDENT: Role.HANDLER,
        Role.COMMITTEE: Role.HANDLER,
        Role.COUNSEL: Role.HANDLER,
        Role.CITIZEN: Role.HANDLER,
        Role.EXPERT: Role.HANDLER,
        Role.PARTY_COMMITTEE: Role.HANDLER,
        Role.COURT: Role.HANDLER,
        Role.POLICE: Role.HANDLER,
        Role.PROCURATORATE: Role.HANDLER,
    }
)
"""Acts of those who do not sign in are registered by this role: the recorder, never the actor."""

HANDLING: Final = (Role.HANDLER, Role.SECRETARY)
"""Roles in which a person may have a case of their own (承办)."""

REACHING: Final = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})
"""Roles held at every organ a post reaches; others bind to its own: to see is not to decide."""


def recorders(role: Role) -> frozenset[Role]:
    """The roles that may record an act of `role`: itself, and who registers it for outsiders."""
    registered_by = RECORDED_FOR.get(role)
    return frozenset({role} if registered_by is None else {role, registered_by})
