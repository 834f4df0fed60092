"""Rounds of cleaning up documents (清理)."""
