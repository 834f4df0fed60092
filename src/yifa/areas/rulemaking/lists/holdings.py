"""The bases that the items of the lists hold, for whoever asks what a change of law touches."""

from __future__ import annotations

from yifa.areas.rulemaking.law_change.holding import HOLDINGS, Holding
from yifa.areas.rulemaking.lists.items import STANDING
from yifa.areas.rulemaking.lists.register import CertificateList, FeeList, IntermediaryList, LicenceList, PowerList

LISTS = (PowerList, LicenceList, CertificateList, FeeList, IntermediaryList)
HELD = tuple(HOLDINGS.add(Holding(one.key, one.label, one.model, ("legal_basis",), STANDING)) for one in LISTS)
"""Items in force, with what they rest on."""
