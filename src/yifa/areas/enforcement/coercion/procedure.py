"""Compulsory measures, found by the kernel when Django starts."""

from __future__ import annotations

from yifa.areas.enforcement.coercion.coercion_procedure import CoerciveMeasure

__all__ = ["CoerciveMeasure"]
