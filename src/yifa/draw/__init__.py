"""Random draw of objects and officers (双随机抽取) that anyone can re-run from the published files.

First a commitment (承诺) is published: digests of both pools, of the plan and of a secret. Later, when a public value
that nobody could know before has come out (a lottery number named in the plan), secret and value together seed the
draw. Who draws cannot choose the outcome, for the secret was fixed before the value; and nobody outside could foresee
it, for the secret was not known. `yifa draw check` computes the published result again. How objects are graded and
from whom officers keep away is committed to and never published (`sealed`).
"""

from yifa.draw.assign import assigned
from yifa.draw.errors import DrawError
from yifa.draw.model import Candidate, Drawn, Officer, Plan
from yifa.draw.sample import drawn, key_of

__all__ = ["Candidate", "DrawError", "Drawn", "Officer", "Plan", "assigned", "drawn", "key_of"]
