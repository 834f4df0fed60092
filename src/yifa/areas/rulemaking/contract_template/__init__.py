"""Model texts of contracts (合同范本) with their clauses, and what a draft makes of them."""
