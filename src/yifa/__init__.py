"""Yifa 依法: one system for the law-based work of a local government (法治政府建设)."""

__version__ = "0.1.0"
