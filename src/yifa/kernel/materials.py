"""What comes in and goes out beside the steps: materials received (收到材料), service of instruments (送达)."""

from __future__ import annotations

from datetime import date

from django.db import models, transaction

from yifa.kernel.engine import Entry, append, has_role, locked
from yifa.kernel.models import Case, Event, EventKind, Paper
from yifa.kernel.rules import Reason, Refused
from yifa.office.roles import Role
from yifa.papers import store
from yifa.papers.uploads import Upload


class ServiceMode(models.TextChoices):
    """How an instrument was served (民事诉讼法第七章第二节 送达)."""

    DIRECT = "direct", "直接送达"
    REFUSED = "refused", "留置送达"
    POST = "post", "邮寄送达"
    ELECTRONIC = "electronic", "电子送达"
    ENTRUSTED = "entrusted", "委托送达"
    FORWARDED = "forwarded", "转交送达"
    PUBLIC = "public", "公告送达"


def attach(case: Case, upload: Upload, title: str, on: date, entry: Entry) -> Paper:
    """File a document that came in; its digest is part of the chain.

    Raises:
        Refused: no post for it, no title, or a date after today.
    """
    with transaction.atomic():
        record = locked(case)
        reasons = _reasons(record, on, entry, "登记材料")
        if not title.strip():
            reasons.append(Reason("未填写材料名称", field="title"))
        if reasons:
            raise Refused("登记材料", reasons)
        digest = store.keep(upload.content)
        event = append(
            record, EventKind.MATERIAL, on, entry, data={"title": title, "name": upload.name, "digest": digest}
        )
        return Paper._base_manager.create(
            case_id=record.pk, event=event, title=title, issued_on=on, issued=False, name=upload.name,
            digest=digest, size=len(upload.content),
        )  # fmt: skip


def serve(case: Case, paper: Paper, entry: Entry, *, mode: ServiceMode, recipient: str, on: date) -> Event:
    """Record that an instrument was served: on whom, how and when (送达回证).

    Raises:
        Refused: the instrument is not of this case, its date is later, no recipient, or no post for it.
    """
    with transaction.atomic():
        record = locked(case)
        reasons = _reasons(record, on, entry, "登记送达")
        if paper.case_id != record.pk or not paper.issued:
            reasons.append(Reason("只能登记本案制作的文书的送达"))
        elif on < paper.issued_on:
            reasons.append(Reason(f"送达日期{on}早于文书日期{paper.issued_on}，请核对", field="on"))
        if not recipient.strip():
            reasons.append(Reason("未填写受送达人", field="recipient"))
        if reasons:
            raise Refused("登记送达", reasons)
        data = {"paper": paper.pk, "title": str(paper), "mode": ServiceMode(mode).label, "recipient": recipient}
        return append(record, EventKind.SERVICE, on, entry, data=data)


def _reasons(record: Case, on: date, entry: Entry, what: str) -> list[Reason]:
    reasons = []
    if entry.by is None or not has_role(entry.by, record.organ, entry.today, Role.HANDLER, Role.PUBLISHER):
        reasons.append(Reason(f"“{what}”由承办人或者档案与公开人员办理"))
    if on > entry.today:
        reasons.append(Reason(f"日期{on}晚于今天{entry.today}，请核对", field="on"))
    return reasons
