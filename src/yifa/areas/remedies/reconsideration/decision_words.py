"""What a decision cites and how it reasons in words (决定书引用的条款)."""

from __future__ import annotations

from yifa.areas.remedies.reconsideration import choices as c

ACT = "《中华人民共和国行政复议法》"
REGULATION = "《中华人民共和国行政复议法实施条例》"

ARTICLES = {
    "change": "第六十三条第一款",
    "revoke": "第六十四条第一款",
    "revoke_part": "第六十四条第一款",
    "illegal": "第六十五条",
    "perform": "第六十六条",
    "void": "第六十七条",
    "uphold": "第六十八条",
    "reject_claim": "第六十九条",
    "agreement_compensate": "第七十一条第二款",
}
"""Where no item is given, the provision that carries the kind of decision; the other agreements rest on 71①."""


class DecisionInWords:
    """What the decision of a case says of its grounds; mixed into its row."""

    decision_kind: str
    decision_ground: str
    decision_reasons: str
    more_grounds: str
    reject_claim_ground: str
    compensation: str

    @property
    def decision_basis(self) -> str:
        """《…行政复议法》第六十四条第一款第二项、第七十二条第一款: all that the decision rests on."""
        provision = self._provision()
        parts = [provision, self.more_grounds]
        if self.compensation:
            paragraph = "二" if self.compensation == c.Compensation.RETURN else "一"
            ours = not provision.startswith(REGULATION) and "条例" not in self.more_grounds
            parts.append(("" if ours else ACT) + f"第七十二条第{paragraph}款")
        return "、".join(part for part in parts if part)

    def _provision(self) -> str:
        """The provision named, the one that goes with the ground of rejection, or the one of the kind."""
        code = self.decision_ground
        if not code and self.decision_kind == c.DecisionKind.REJECT_CLAIM and self.reject_claim_ground:
            code = c.REJECTED_BY[c.RejectClaimGround(self.reject_claim_ground)]
        if not code:
            return ACT + ARTICLES.get(self.decision_kind, "第七十一条第一款")
        article = str(c.DecisionGround(code).label).split("（")[0]
        return REGULATION + article.removeprefix("实施条例") if code.startswith("R") else ACT + article

    @property
    def reasoning(self) -> str:
        """The reasons as written; else what the provision says, in a sentence."""
        if self.decision_reasons:
            return self.decision_reasons
        if not self.decision_ground:
            return f"本案属于{self._provision()}规定的情形。"
        words = str(c.DecisionGround(self.decision_ground).label).split("（")[-1].removesuffix("）")
        return f"本案属于{self._provision()}规定的情形：{words}。"
