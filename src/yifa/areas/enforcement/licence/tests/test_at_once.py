"""Several licences of a limited number are granted at the same moment: the last one is granted once (许可法57)."""

from __future__ import annotations

from threading import Barrier, Thread

import pytest
from django.db import connection

from yifa.areas.enforcement.licence.models import LicenceCase
from yifa.areas.enforcement.licence.tests.conftest import County
from yifa.errors import YifaError
from yifa.office import scope

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.data]


def test_of_four_grants_at_one_moment_one_takes_the_only_licence(county: County) -> None:
    goods = {"item_code": "XK-3", "item_name": "烟花爆竹零售", "party_id_type": "", "party_id_no": ""}
    waiting = [county.accepted("2025-03-03", **goods, party_name=f"{name}店") for name in "甲乙丙丁"]
    start, refused = Barrier(len(waiting)), list[str]()

    def grant(case: LicenceCase) -> None:
        with scope.everything("并发测试"):
            start.wait(timeout=30)
            try:
                county.take(case, "grant", "2025-03-20", {"scope": "零售"})
            except YifaError as error:
                refused.append(str(error))
            finally:
                connection.close()

    threads = [Thread(target=grant, args=[case]) for case in waiting]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert LicenceCase._base_manager.filter(outcome="granted").count() == 1
    assert len(refused) == 3
    assert all("不得超过数量限制" in why for why in refused)
