"""Choices the law leaves open (口径)."""

from __future__ import annotations

from yifa.kernel.defaults import Defaults

DEFAULTS = Defaults.beside(__file__)
"""The choices of the package."""
