"""Several licences of a limited number are granted at the same moment: the last one is granted once (许可法57)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.racing import at_once
from yifa.areas.enforcement.licence.models import LicenceCase
from yifa.areas.enforcement.licence.tests.conftest import County

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.data]


def test_of_four_grants_at_one_moment_one_takes_the_only_licence(county: County) -> None:
    goods = {"item_code": "XK-3", "item_name": "烟花爆竹零售", "party_id_type": "", "party_id_no": ""}
    waiting = [county.accepted("2025-03-03", **goods, party_name=f"{name}店") for name in "甲乙丙丁"]

    def granting(case: LicenceCase) -> Callable[[], object]:
        return lambda: county.take(case, "grant", "2025-03-20", {"scope": "零售"})

    refused = at_once(*map(granting, waiting))
    assert LicenceCase._base_manager.filter(outcome="granted").count() == 1
    assert len(refused) == 3
    assert all("不得超过数量限制" in str(why) for why in refused)
