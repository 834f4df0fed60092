"""Evidence and things kept as evidence, over all cases (证据、物品登记).

A piece of evidence stands in its case (or, of older cases, in the register `past_evidence`) and nowhere else; this
service gives cases the columns of its rows and checks them, and keeps the lines drawn from them for one list.
"""
