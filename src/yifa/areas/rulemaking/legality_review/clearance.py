"""Whether a reviewed matter may go on to its meeting or signature (审查把关): what clients ask before they do."""

from __future__ import annotations

from yifa.areas.rulemaking.legality_review.choices import Conclusion


def why_not(conclusion: str, *, reviewed: str = "", cleared: str = "", now: str = "") -> str | None:
    """Why a matter may not be discussed or signed as far as legality review goes; None where it may.

    Args:
        conclusion: what the review came to; empty where there was none.
        reviewed: the digest of the text that was reviewed.
        cleared: the digest of the text whose adoption of the opinions was checked.
        now: the digest of the text that is to be discussed or signed; empty where it is not known.
    """
    if not conclusion:
        return "尚未收到合法性审查意见"
    if conclusion == Conclusion.ILLEGAL:
        return "合法性审查结论为不合法"
    if conclusion == Conclusion.REVISE and not cleared:
        return "合法性审查结论为应予修改，修改后的文本尚未经审查机构核对采纳情况"
    known = {digest for digest in (cleared, reviewed if conclusion != Conclusion.REVISE else "") if digest}
    if now and known and now not in known:
        return "文本与经过合法性审查的文本不一致，应当重新送审"
    return None
