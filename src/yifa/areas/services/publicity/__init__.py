"""Law publicity (普法)."""
