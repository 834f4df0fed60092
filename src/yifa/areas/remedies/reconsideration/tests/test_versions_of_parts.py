"""A later version's parts are used wherever an inherited part refers to them."""

from __future__ import annotations

from datetime import date

from yifa.areas.remedies.reconsideration.procedure import Reconsideration
from yifa.kernel.declare import PROCEDURES, Stage
from yifa.kernel.rules import Attempt, reasons_against
from yifa.kernel.situation import Happened, Situation


def test_a_step_that_waits_for_another_cites_it_in_the_wording_of_its_own_version() -> None:
    for day, article in ((date(2025, 3, 3), "复议法实施条例22"), (date(2026, 8, 3), "复议法实施条例29")):
        version = PROCEDURES.on("reconsideration", day)
        assert issubclass(version, Reconsideration)
        received: Stage = version.received
        filed = Happened(1, version.step("file"), day)
        situation = Situation(version, version.model(), (filed,), on=day)
        assert situation.stage == received
        reasons = reasons_against(situation, Attempt(version.step("change_respondent"), day), today=day)
        waiting = [str(reason) for reason in reasons if "告知变更被申请人" in reason.text]
        assert waiting, reasons
        assert article in waiting[0], waiting
