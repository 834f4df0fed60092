"""Receipts for fines and confiscations, and the money behind them (罚没票据、罚没款).

A book of receipts is taken from the finance department and given to a unit (领用); each of its numbers is used for one
payment, cancelled, lost or returned, once. Payments stand in the cases; this service keeps the lines drawn from them
(`MoneyLine`, `ReceiptUse`), answers whether a number may be used (`checking`), finds numbers that are missing (`gaps`)
and reconciles what was decided, collected and paid into the treasury (`reconciling`). It knows no client.
"""
