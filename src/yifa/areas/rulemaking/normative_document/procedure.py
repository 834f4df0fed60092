"""The procedure of a normative document (行政规范性文件), found by the kernel when Django starts."""

from __future__ import annotations

from typing import Any

from yifa.areas.rulemaking.normative_document import papers
from yifa.areas.rulemaking.normative_document.acts import (
    BUSINESS,
    DISCLOSURE,
    MODEL,
    NOTICE_37,
    RULES,
)
from yifa.areas.rulemaking.normative_document.choices import Exempt
from yifa.areas.rulemaking.normative_document.figures import Figures
from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase as Case
from yifa.areas.rulemaking.normative_document.omitted import OMITTED
from yifa.kernel.declare import Publication, Shown
from yifa.kernel.situation import Situation
from yifa.office.personal import Mask

S = Figures


def secret(situation: Situation) -> bool:
    """It is not laid open because the law wants it kept secret."""
    return bool(situation.record.exempt == Exempt.SECRET)


class NormativeDocument(Figures):
    """Normative documents since the notice of the State Council's office of 2018 (国办发〔2018〕37号)."""

    since = Figures.since
    fixed_by = (S.recognise,)
    omitted = OMITTED

    consultation_notice = Publication(
        "草案公开征求意见", BUSINESS[62, 2].says("公开征求意见"), after=(S.solicit,),
        shows=(
            Shown(Case.name), Shown(Case.drafter), Shown(Case.text), Shown(Case.drafting_note),
            Shown(Case.solicit_from), Shown(Case.solicit_until), Shown(Case.solicit_where), Shown(Case.shorten_reason),
        ),
        instrument=papers.SOLICITATION, withheld_if=secret,
    )  # fmt: skip
    consultation_feedback = Publication(
        "公众意见采纳情况", MODEL, after=(S.close_consultation,),
        shows=(
            Shown(Case.name), Shown(Case.opinions_received), Shown(Case.opinions_adopted),
            Shown(Case.feedback, Mask.TEXT),
        ),
        withheld_if=secret,
    )  # fmt: skip
    document_text = Publication(
        "规范性文件", DISCLOSURE[20].item(1).says("规范性文件"), after=(S.publish,),
        shows=(
            Shown(Case.name), Shown(Case.document_number), Shown(Case.unified_number), Shown(Case.made_on),
            Shown(Case.published_on), Shown(Case.effective_on), Shown(Case.expires_on), Shown(Case.text),
            Shown(Case.interpretation_organ),
        ),
    )  # fmt: skip
    interpretation = Publication(
        "政策解读", NOTICE_37, after=(S.interpret,),
        shows=(Shown(Case.name), Shown(Case.document_number), Shown(Case.interpretation_where)),
    )  # fmt: skip
    end_of_force = Publication(
        "失去效力的公告", RULES[39, 2].says("及时公布"),
        after=(S.announce_end, S.repealed, S.declared_invalid, S.annulled),
        shows=(
            Shown(Case.name), Shown(Case.document_number), Shown(Case.unified_number), Shown(Case.ended_how),
            Shown(Case.ended_on), Shown(Case.ended_by), Shown(Case.end_reason),
        ),
    )  # fmt: skip

    @classmethod
    def title_of(cls, record: Any) -> str:
        """Its name."""
        return record.name or cls.label

    @classmethod
    def counterpart_of(cls, record: Any) -> Any:
        """The drafting unit, where it is another organ than the issuer."""
        drafter = record.drafter
        return drafter if drafter is not None and drafter != record.organ else None
