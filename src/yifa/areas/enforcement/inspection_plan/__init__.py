"""Yearly and special plans of inspection (检查计划)."""
