"""Registers of people and places outside government that watch enforcement (行政执法监督员、监督联系点)."""
