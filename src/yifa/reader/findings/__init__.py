from __future__ import annotations
def find_inconsistencies(document, facts, tree, figures):
    return ()
