"""Supervision of administrative enforcement (行政执法监督), under the regulation of 2026."""
