"""The acts that dossier review rests on."""

from __future__ import annotations

from yifa.law import act

S = act("行政执法监督条例")
EXAMINED = S[18].says("执法案卷评查")
"""What a review looks at: lawful, in proportion, papers in order, evidence true and complete."""

BEFORE = S[15].says("执法案卷评查")
OPEN = S[19].says("适当方式公开")
