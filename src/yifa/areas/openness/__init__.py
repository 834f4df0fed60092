"""Government openness (政务公开)."""
