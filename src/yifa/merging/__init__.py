"""Merging planned visits (合并检查): which bodies should come to an enterprise together, and in which month.

    problem = Problem(visits, capacity, most=4)
    plan = improved(problem, greedy(problem), Random(1))
    problem.entries(plan)      # how often somebody comes through a gate; len(visits) without merging
    problem.bound()            # no plan can have fewer

The problem. Each planned visit has an enterprise, a body, a window of months and the working days of officers that it
takes. Visits to one enterprise in one month are one entry, however many bodies come, up to `most` of them. Each visit
gets one month of its window; what a body's visits of a month take may not exceed its officers' days of that month. The
number of entries is to be least. Without the days each enterprise is a problem of its own that is easy (piercing
intervals); the days couple them, and the whole is NP-hard (it contains generalised assignment).

Pure Python and OR-tools; knows no Django.
"""

from yifa.merging.greedy import greedy
from yifa.merging.improve import improved
from yifa.merging.model import Plan, Problem, Proposal, Visit, proposals

__all__ = ["Plan", "Problem", "Proposal", "Visit", "greedy", "improved", "proposals"]
