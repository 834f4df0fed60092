"""Keeping the index of given opinions (常用意见索引): made anew for a review whenever it is stored."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from hashlib import sha256
from typing import Any, Final

from django.db import transaction
from django.db.models.signals import post_save

from yifa.areas.rulemaking.legality_review.models import LegalityReviewCase
from yifa.areas.rulemaking.opinion_library.clauses import clause_of
from yifa.areas.rulemaking.opinion_library.models import GivenOpinion

WATCHED: Final = {"opinions", "opined_on", "target_type"}
_WHERE: Final = re.compile(
    r"^(?:[^：。“]{0,80})?“[^”]*”：|^(?:送审稿|草案|合同|文件)?第[一二三四五六七八九十百零0-9、条款项至和及（）()]+[，：:]?"
)
_OF_ONE: Final = re.compile(r"“[^”]*”|《[^》]*》|第[一二三四五六七八九十百零0-9]+[条款项]|[0-9０-９,.%％]+")
_SIGNS: Final = re.compile(r"[\s，。；：、！？,.;:!?（）()【】\[\]—-]+")


def generalised(text: str) -> str:
    """An opinion without the place and the quotation it begins with, as it can be used for another draft."""
    plain = " ".join(text.split())
    return _WHERE.sub("", plain, count=1).strip() or plain


def shape_of(text: str) -> str:
    """What two opinions share that say the same of different drafts: their words without quotes, numbers, names."""
    bare = _SIGNS.sub("", _OF_ONE.sub("", generalised(text)))
    return sha256((bare or text).encode()).hexdigest()


def connect() -> None:
    """Listen to what is stored."""
    post_save.connect(_stored, sender=LegalityReviewCase, dispatch_uid="opinion_library.given")


def _stored(
    sender: type[Any], instance: Any, update_fields: Collection[str] | None = None, raw: bool = False, **rest: Any
) -> None:
    if not raw and (update_fields is None or WATCHED & set(update_fields)):
        index(instance)


def index(record: Any) -> None:
    """Put the opinions of a review that was issued in place of those kept of it."""
    with transaction.atomic():
        kept = GivenOpinion._base_manager.filter(review_id=record.pk)
        if record.opined_on is None and not kept.exists():
            return
        kept.delete()
        GivenOpinion._base_manager.bulk_create(_given(record))


def index_all() -> int:
    """Make the whole index anew, for reviews stored before there was one; how many reviews were read."""
    read = 0
    for record in LegalityReviewCase._base_manager.exclude(opined_on=None).order_by("pk").iterator(200):
        index(record)
        read += 1
    return read


def _given(record: Any) -> Iterator[GivenOpinion]:
    if record.opined_on is None:
        return
    for row in record.opinions:
        text = str(row.get("text", "")).strip()
        if text:
            yield GivenOpinion(
                review_id=record.pk, organ_id=record.organ_id, target_type=record.target_type,
                clause=clause_of(text, record.target_type), shape=shape_of(text), category=row.get("category") or "",
                severity=row.get("severity") or "", text=text, basis=row.get("basis") or "",
                adoption=row.get("adopt_status") or "", on=record.opined_on,
            )  # fmt: skip
